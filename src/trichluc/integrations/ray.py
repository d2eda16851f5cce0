"""Ray Data: extraction over a dataset, one article a row, through Arrow. Needs the extra ``ray``.

Every worker process makes its pipeline once; ``ray.data`` decides how many blocks are at work, by the CPUs it has.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from trichluc.integrations.arrow import extract_batch, schema

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

__all__ = ["extract"]


def extract(
    dataset: Any,  # noqa: ANN401  ray need not be typed here
    *,
    text: str = "text",
    source: str = "source",
    title: str = "title",
    published: str | dt.date | None = "published",
    entities: bool = True,
    types: Sequence[str] | None = None,
    batch_size: int = 256,
) -> Any:  # noqa: ANN401  as above
    """Extract from a dataset of articles: a row out for every row in, of the form :func:`trichluc.integrations.arrow.schema` states.

    The options are those of :func:`trichluc.integrations.arrow.extract_batch`; ``batch_size`` articles go to a worker at a time.

    Example: ``extract(ray.data.read_json("articles.jsonl"), text="body").write_parquet("facts")``.
    """
    work = partial(_extract_table, text=text, source=source, title=title, published=published, entities=entities, types=types)
    return dataset.map_batches(work, batch_format="pyarrow", batch_size=batch_size)


def _extract_table(table: Any, **options: Any) -> Any:  # noqa: ANN401  as above
    return pa.Table.from_batches([extract_batch(batch, **options) for batch in table.to_batches()], schema=schema())
