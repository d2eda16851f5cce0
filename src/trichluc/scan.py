"""scan: the literals of all rules and all number words, found in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ahocorasick_rs
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Hit", "Literals"]


class Hit(Struct, frozen=True, gc=False):
    """A place where a trigger stands, in folded offsets."""

    start: int
    end: int
    word: str


class Literals:
    """All literals of all rules, found in one pass (Aho-Corasick)."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(sorted(set(words)))
        self._automaton = ahocorasick_rs.AhoCorasick(self.words) if self.words else None
        self._open = tuple((not word[0].isalnum(), not word[-1].isalnum()) for word in self.words)

    def find(self, lower: str) -> list[Hit]:
        """Every literal that stands as a word of its own, by start and then length.

        >>> [(hit.start, hit.word) for hit in Literals(["năm", "năm học"]).find("năm học này, hằm năm2")]
        [(0, 'năm'), (0, 'năm học')]
        """
        if self._automaton is None:
            return []
        hits = []
        size, words, opens = len(lower), self.words, self._open
        for number, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            open_left, open_right = opens[number]
            if (open_left or not start or not lower[start - 1].isalnum()) and (open_right or end == size or not lower[end].isalnum()):
                hits.append(Hit(start, end, words[number]))
        hits.sort(key=lambda hit: (hit.start, hit.end))
        return hits
