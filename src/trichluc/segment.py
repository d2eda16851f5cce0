"""segment: sentences within zones, and the words of a sentence on demand.

A stop ends a sentence before a space and a capital, and also where the space is missing (`Hồ Chí Minh”.Xác định`).
It does not in `TP.HCM`, `T.Ư`, `ĐT.241`, `5.000`, `12.5`, `v.v.`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.text import LOWER, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trichluc.layout import Zones
    from trichluc.text import Text

__all__ = ["Sentence", "segment"]

# stop, closing quotes and brackets, then: space and an opening, or no space after a word of two letters and before a capitalised word
_END = re.compile(
    r"[.!?…][.!?…]{0,5}[\"')\]]{0,3}"
    rf"(?: +(?=[\"'(\[•*+-]{{0,2}} ?[{UPPER}\d])"
    rf"|(?<=[{LOWER}][{LOWER}][.\"'!?…])(?=[\"']?[{UPPER}][{LOWER}])"
    rf"|(?<=[\"')][.!?…])(?=[{UPPER}]))"
)
# What may stand before a stop that ends nothing: TP. | ThS. | NXB. | v.v. | a letter alone (Q., Th.S, T.Ư)
_ABBREVIATED = re.compile(r"(?:(?<!\w)(?:tp|tx|tt|ths|ts|pgs|gs|bs|ks|nxb|st|mr|mrs|dr|đ/c|đc)|(?<!\w)[a-zđ](?:\.[a-zđ])?)$")


class Sentence(Struct, frozen=True, gc=False):
    """A sentence in folded offsets, with the kind and the number of its zone."""

    start: int
    end: int
    section: str
    zone: int


def segment(text: Text, zones: Zones) -> tuple[Sentence, ...]:
    """Cut every zone into sentences.

    >>> from trichluc.layout import layout
    >>> from trichluc.text import fold
    >>> text = fold("Học tập tấm gương “Hồ Chí Minh”.Xác định đây là việc lớn. TP.HCM có 5.000 em.")
    >>> [text.folded[s.start:s.end] for s in segment(text, layout(text))]
    ['Học tập tấm gương "Hồ Chí Minh".', 'Xác định đây là việc lớn.', 'TP.HCM có 5.000 em.']
    """
    return tuple(
        Sentence(start, end, zone.kind, number)
        for number, zone in enumerate(zones.zones)
        for start, end in _sentences(text, zone.start, zone.end)
    )


def _sentences(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    folded, lower = text.folded, text.lower
    for match in _END.finditer(folded, start, end):
        stop = match.start()
        if folded[stop] == "." and match.end() - stop <= 2 and _ABBREVIATED.search(lower, max(start, stop - 6), stop):
            continue
        yield start, stop + len(match[0].rstrip())
        start = match.end()
    if start < end:
        yield start, end
