"""pandas: the records of one type as a DataFrame. Needs the extra ``pandas``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pandas as pd

from trichluc.extraction import Extraction, Failure
from trichluc.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["to_frame"]


def to_frame(results: Iterable[Extraction | Failure] | Extraction, record_type: type[Record]) -> Any:  # noqa: ANN401  pandas need not be typed here
    """A row a record, a column a field, ``source`` first. Numbers stay exact (``int`` or ``Decimal``); failures are left out.

    Lists (``provisions``, ``recipients``, ``warnings``) are lists of dictionaries, ready for ``explode`` and ``json_normalize``.

    >>> import trichluc
    >>> to_frame(trichluc.Extraction(source="a.txt"), trichluc.Count).columns[:3].tolist()
    ['source', 'id', 'text']
    """
    names = [field.name for field in msgspec.structs.fields(record_type)]
    extractions = [results] if isinstance(results, Extraction) else (one for one in results if isinstance(one, Extraction))
    rows = [
        [extraction.source, *(_cell(getattr(record, name)) for name in names)]
        for extraction in extractions
        for record in extraction.select(record_type)
    ]
    return pd.DataFrame(rows, columns=["source", *names])


def _cell(value: object) -> object:
    return [msgspec.structs.asdict(one) for one in value] if isinstance(value, tuple) else value
