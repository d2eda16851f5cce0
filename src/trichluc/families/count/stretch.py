"""stretch: the words behind a number, cut once, and word lists that are looked up along them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["WORD", "Stretch", "Wordings", "stretch_at"]

_WORD = r"(?:đ/c\b|[^\W_](?:[\w&]++|[.-](?=\w))*+)"
WORD = re.compile(_WORD)
# Words parted by a space, a dash (chính trị - xã hội), or a comma and a space; anything else ends the stretch.
_STRETCH = re.compile(rf"{_WORD}(?:,? {_WORD}| - {_WORD}){{0,13}}+")
_REACH = 120


class Stretch(Struct, frozen=True, gc=False):
    """Some words in a row. A word that a comma parts from the next holds it: `xã, | phường`."""

    at: int
    words: list[str]

    def start(self, number: int) -> int:
        """Folded offset at which a word begins."""
        return self.at + sum(map(len, self.words[:number])) + number

    def end(self, count: int) -> int:
        """Folded offset at which the first *count* words end, without a comma behind them."""
        return self.at + sum(map(len, self.words[:count])) + count - 1 - (self.words[count - 1][-1] == ",")


def stretch_at(lower: str, start: int, limit: int) -> Stretch | None:
    """The words from *start* on, as far as spaces and commas go; None where no word begins there."""
    match = _STRETCH.match(lower, start, min(limit, start + _REACH))
    return None if match is None else Stretch(start, match[0].split(" "))


class _Node:
    """What may follow some words, and the value of an entry that they make."""

    __slots__ = ("following", "value")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.value: str | None = None


class Wordings:
    """Entries of one or more words with their values; the longest that stands at a place is found word by word.

    >>> Wordings({"xã": "admin", "xã, phường": "admin", "xã hội": ""}).longest(["xã,", "phường", "mới"])
    (2, 'admin')
    """

    __slots__ = ("_root",)

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._root = _Node()
        for entry, value in entries.items():
            node = self._root
            for word in entry.split(" "):
                node = node.following.setdefault(word, _Node())
            node.value = value

    def longest(self, words: Sequence[str], at: int = 0) -> tuple[int, str] | None:
        """How many of *words* from *at* on make the longest entry, and its value; None where they begin none."""
        node = self._root
        found = None
        for number in range(at, len(words)):
            word = words[number]
            parted = word[-1] == ","
            last = node.following.get(word[:-1] if parted else word)
            if last is not None and last.value is not None:
                found = number - at + 1, last.value
            following = node.following.get(word) if parted else last
            if following is None:
                break
            node = following
        return found

    def count(self, words: Sequence[str], at: int = 0) -> int:
        """How many of *words* from *at* on make the longest entry; 0 for none."""
        found = self.longest(words, at)
        return 0 if found is None else found[0]
