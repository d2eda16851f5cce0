"""scene: what a rule's reader and a link step may look at: the article's text, zones, sentences and lexemes, all read only."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.segment import Sentence

if TYPE_CHECKING:
    from trichluc.layout import Zones
    from trichluc.numerals import Quantity
    from trichluc.scan import Hit
    from trichluc.text import Text

__all__ = ["Scene"]

_NOWHERE = Sentence(0, 0, "body", 0)


class Scene(Struct, frozen=True):
    """One article, as far as it is known before the families meet. All offsets are folded ones; ``lower`` is ``folded`` in lower case."""

    text: Text
    folded: str
    lower: str
    zones: Zones
    sentences: tuple[Sentence, ...]
    sentence_starts: tuple[int, ...]
    sentence_ends: tuple[int, ...]
    hits: tuple[Hit, ...]
    digits: tuple[Hit, ...]
    quantities: tuple[Quantity, ...]
    quantity_starts: dict[int, int]

    def sentence_number(self, at: int) -> int:
        """Number of the sentence that holds *at* (or the one before the gap it stands in)."""
        return max(bisect_right(self.sentence_starts, at) - 1, 0)

    def sentence(self, at: int) -> Sentence:
        """The sentence that holds *at*."""
        return self.sentences[self.sentence_number(at)] if self.sentences else _NOWHERE

    def limit(self, at: int) -> int:
        """Where the sentence that holds *at* ends."""
        number = bisect_right(self.sentence_starts, at) - 1
        if number < 0:
            return at
        end = self.sentence_ends[number]
        return end if end > at else at  # noqa: FURB136  # asked at every trigger: a call of max() takes longer than all the rest

    def quantity_at(self, at: int) -> Quantity | None:
        """The quantity whose number (or modifier) starts at *at*."""
        number = self.quantity_starts.get(at)
        return None if number is None else self.quantities[number]

    def quantity_number(self, quantity: Quantity) -> int:
        """Its place in ``quantities``."""
        return self.quantity_starts[quantity.number_start]

    def printed(self, start: int, end: int) -> str:
        """What the source prints at a folded stretch."""
        return self.text.printed(start, end)
