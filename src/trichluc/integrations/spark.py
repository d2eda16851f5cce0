"""Spark: extraction over a DataFrame, one article a row, through Arrow. Needs the extra ``spark`` and Java 17.

Every executor's Python must have trichluc installed; Spark takes the interpreter from ``PYSPARK_PYTHON``. Each Python worker makes its
pipeline once and keeps it (set ``spark.python.worker.reuse``, the default); articles go through in Arrow batches, whose size
``spark.sql.execution.arrow.maxRecordsPerBatch`` bounds the memory of a worker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyspark.sql.pandas.types import from_arrow_schema

from trichluc.integrations.arrow import extract_batch, schema

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

__all__ = ["extract"]


def extract(
    frame: Any,  # noqa: ANN401  pyspark need not be typed here
    *,
    text: str = "text",
    source: str = "source",
    title: str = "title",
    published: str | dt.date | None = "published",
    entities: bool = True,
    types: Sequence[str] | None = None,
) -> Any:  # noqa: ANN401  as above
    """Extract from a DataFrame of articles: a row out for every row in, of the form :func:`trichluc.integrations.arrow.schema` states.

    The options are those of :func:`trichluc.integrations.arrow.extract_batch`. Rows are joined back by ``source``.

    Example: ``extract(spark.read.json("articles.jsonl"), text="body").select("source", "citations.number")``.
    """
    names = [name for name in (text, source, title, published) if name in frame.columns]

    def batches(incoming: Iterator[Any]) -> Iterator[Any]:
        for batch in incoming:
            yield extract_batch(batch, text=text, source=source, title=title, published=published, entities=entities, types=types)

    return frame.select(*names).mapInArrow(batches, from_arrow_schema(schema()))
