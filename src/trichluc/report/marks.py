"""A text cut at its records, so that records that overlap or nest can all be shown."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.display import printable

if TYPE_CHECKING:
    from trichluc.extraction import Extraction
    from trichluc.records import AnyRecord

__all__ = ["Piece", "pieces"]


class Piece(Struct, frozen=True):
    """A stretch of text and the records that cover it, the innermost last."""

    text: str
    ids: tuple[int, ...] = ()
    types: tuple[str, ...] = ()


def pieces(text: str, extraction: Extraction) -> list[Piece]:
    """Cut *text* where a record starts or ends.

    >>> from trichluc import Count, Extraction
    >>> done = Extraction(records=(Count(id=0, text="12 thôn", start=6, end=13, value=12, noun="thôn"),))
    >>> [(piece.text, piece.types) for piece in pieces("Xã có 12 thôn.", done)]
    [('Xã có ', ()), ('12 thôn', ('count',)), ('.', ())]
    """
    records = sorted(extraction.records, key=lambda record: (record.start, -record.end))
    cuts = sorted({0, len(text), *(record.start for record in records), *(record.end for record in records)})
    found = []
    open_records: list[AnyRecord] = []
    upcoming = iter(records)
    following = next(upcoming, None)
    for start, end in pairwise(cuts):
        open_records = [record for record in open_records if record.end > start]
        while following is not None and following.start <= start:
            open_records.append(following)
            following = next(upcoming, None)
        found.append(Piece(printable(text[start:end]), tuple(r.id for r in open_records), tuple(r.type for r in open_records)))
    return found
