"""Syllables as underthesea cuts them, each with its place in the sentence.

A syllable is a word of letters, a number, a sign: `Ngày|7/11|,|H'Mông|15/2024|/|NĐ-CP`. The pattern and the map of spellings
(`uỷ` → `ủy`, `nghành` → `ngành`) are underthesea's; the map only touches the copy that the models see.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from trichluc.engines.wheel import read_data, read_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["LONGEST_RUN", "Syllabifier", "load_syllabifier"]

LONGEST_RUN = 256
"""Where a run without spaces is cut, in characters: the pattern is quadratic in a run (`a.a.a.a`), addresses seldom reach 200."""

_KNOWN_RUNS = 50_000
_LONGEST_KNOWN = 32
_LONGEST_MAPPED = 6  # underthesea looks up no longer syllable
_PUNCTUATION_LETTER = "ʺ"  # a modifier letter to Unicode, a punctuation mark to underthesea
_OTHER_SPACE = re.compile(r"[^\S ]")

_Pieces = tuple[tuple[str, int, int], ...]


class Syllabifier:
    """Cuts sentences; what it cut once it remembers, run by run, since no syllable reaches over a space.

    Args:
        pattern: one match a syllable.
        spellings: syllable → the spelling the models know.
        letters: character → the character the models know (`Ð` → `Đ`); lengths stay.
    """

    def __init__(self, pattern: re.Pattern[str], spellings: Mapping[str, str], letters: Mapping[str, str]) -> None:
        self._inner = _Runs(pattern, spellings, letters, "  ")
        self._last = _Runs(pattern, spellings, letters, "")

    def cut(self, sentence: str) -> tuple[list[str], list[int], list[int]]:
        """Cut an NFC *sentence*: the syllables as the models know them, where each starts, where each ends.

        >>> load_syllabifier().cut("Uỷ ban: 15/2024/NĐ-CP.")
        (['Ủy', 'ban', ':', '15/2024', '/', 'NĐ-CP', '.'], [0, 3, 6, 8, 15, 16, 21], [2, 6, 7, 15, 16, 21, 22])
        """
        runs = _OTHER_SPACE.sub(" ", sentence.removesuffix("\n")).split(" ")
        last = runs.pop()
        inner = self._inner
        syllables: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for run in runs:
            for syllable, start, end in inner[run]:
                syllables.append(syllable)
                starts.append(at + start)
                ends.append(at + end)
            at += len(run) + 1
        for syllable, start, end in self._last[last]:
            syllables.append(syllable)
            starts.append(at + start)
            ends.append(at + end)
        return syllables, starts, ends


class _Runs(dict[str, _Pieces]):
    """Run without spaces → its syllables; *tail* is what follows it, since `TP.` is cut in two at the very end only."""

    def __init__(self, pattern: re.Pattern[str], spellings: Mapping[str, str], letters: Mapping[str, str], tail: str) -> None:
        super().__init__()
        self._pattern = pattern
        self._spellings = spellings
        self._letters = letters
        self._tail = tail

    def __missing__(self, run: str) -> _Pieces:
        text = run
        for letter, known in self._letters.items():
            text = text.replace(letter, known)
        if text.isalpha() and _PUNCTUATION_LETTER not in text and len(text) <= LONGEST_RUN:
            pieces: _Pieces = ((self._spell(text), 0, len(text)),)  # what the pattern gives, sooner
        else:
            pieces = tuple(self._cut(text))
        if len(run) <= _LONGEST_KNOWN:
            if len(self) >= _KNOWN_RUNS:
                self.clear()
            self[run] = pieces
        return pieces

    def _cut(self, text: str) -> Iterator[tuple[str, int, int]]:
        for at in range(0, len(text), LONGEST_RUN):
            for match in self._pattern.finditer(text[at : at + LONGEST_RUN] + self._tail):
                yield self._spell(match[0]), at + match.start(), at + match.end()

    def _spell(self, syllable: str) -> str:
        return self._spellings.get(syllable, syllable) if len(syllable) <= _LONGEST_MAPPED else syllable


@cache
def load_syllabifier() -> Syllabifier:
    """Load the syllabifier from the installed underthesea, once a process.

    Raises:
        EngineError: underthesea's files are missing or not the ones we know.
    """
    rules = cast("dict[str, dict[str, str]]", read_data("pipeline/text_normalize/tn_rules_2023_07_14.bin"))
    return Syllabifier(read_pattern(), rules["token"], rules["character"])
