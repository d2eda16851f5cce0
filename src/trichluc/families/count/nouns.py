"""nouns: where the counted noun behind a number ends.

    noun  = head [ suffix | field ] { ( , | và ) head of the same series }
    head  = the longest noun of the lexicon | classifier [ noun | word ] | word

The lexicon decides first; where it knows no noun, the words of the sentence do (`trichluc.engines`), less those that begin no noun.
Free adjectives and clauses stay outside (`82 đảng viên | mới`), fixed compounds are whole (`hộ nghèo`), and so are nouns that share
the number (`226 xã, phường, thị trấn`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.engines import default_tagger

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["CLASSES", "Noun", "NounFinder"]

CLASSES = ("person", "admin", "org", "household", "event", "work", "thing")
_SUFFIXES = {"admin": "suffix_admin", "household": "suffix_household", "person": "suffix_person", "work": "suffix_work"}
# A word and what parts it from the next: a space, or a comma and a space; anything else ends the stretch.
_WORD = re.compile(r"[^\W_](?:[\w&²³]|[.-](?=\w))*+")
_REACH, _MOST_WORDS, _LONGEST, _LONGEST_FIELD = 120, 14, 7, 8
# What of its sentence the segmenter is shown on either side of a word.
_CONTEXT = 100


class Noun(Struct, frozen=True, gc=False):
    """A counted noun in folded offsets; ``kind`` is its class in the lexicon, "" where the lexicon does not know it."""

    start: int
    end: int
    kind: str


class NounFinder:
    """Finds counted nouns with one lexicon.

    Args:
        lexicon: the room's.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = {word: kind for kind in CLASSES for word in lexicon.words(kind)}
        self._openings = frozenset(opening[0] for word in self._kinds if (opening := _WORD.match(word)))
        self._series = {word: name for name in lexicon.groups if name.startswith("series_") for word in lexicon.words(name)}
        self._suffixes = {kind: lexicon.words(group) for kind, group in _SUFFIXES.items()}
        self._classifiers = lexicon.words("classifier")
        self._heads = lexicon.words("head")
        self._fields, self._field_heads = lexicon.words("field"), lexicon.words("field_head")
        self._name_ends = lexicon.words("name_end", "function_word")
        self._no_words = lexicon.words("not_noun", "function_word", "verb", "adjective", "award")

    def find(self, scene: Scene, start: int, *, known: bool = False) -> Noun | None:
        """The noun that begins at *start*; with *known*, only one of the lexicon's.

        Args:
            scene: where it stands.
            start: folded offset of its first letter.
            known: whether to be content with the lexicon.
        """
        lower = scene.lower
        opening = _WORD.match(lower, start)
        if opening is None or (opening[0] not in self._openings and (known or opening[0] in self._no_words)):
            return None
        words = self._words(scene, start)
        if not words:
            return None
        head = self._longest(lower, words, 0, self._kinds)
        if self._longest(lower, words, 0, self._no_words) > head:
            return None
        if head:
            return self._extend(scene, words, head)
        return None if known else self._unknown(scene, words)

    def _words(self, scene: Scene, start: int) -> list[tuple[int, int]]:
        """The words from *start* on, as far as spaces and commas go."""
        lower = scene.lower
        limit = min(scene.limit(start), start + _REACH)
        words: list[tuple[int, int]] = []
        match = _WORD.match(lower, start, limit)
        while match is not None and len(words) < _MOST_WORDS:
            words.append(match.span())
            end = match.end()
            gap = 2 if lower.startswith(", ", end) else 1 if lower.startswith(" ", end) else 0
            match = _WORD.match(lower, end + gap, limit) if gap else None
        return words

    @staticmethod
    def _longest(lower: str, words: list[tuple[int, int]], at: int, known: dict[str, str] | frozenset[str]) -> int:
        """How many of the words from *at* on make the longest entry of *known*; 0 for none."""
        start = words[at][0]
        for count in range(min(_LONGEST, len(words) - at), 0, -1):
            if lower[start : words[at + count - 1][1]] in known:
                return count
        return 0

    def _extend(self, scene: Scene, words: list[tuple[int, int]], head: int) -> Noun:
        lower = scene.lower
        start, end = words[0][0], words[head - 1][1]
        phrase = lower[start:end]
        kind = self._kinds[phrase]
        upto = head
        if upto < len(words) and words[upto][0] == end + 1:  # no comma between
            upto += self._complement(scene, words, upto, phrase)
            if upto == head and phrase in self._field_heads:
                upto += self._field(scene, words, upto)
            if upto == head and kind in self._suffixes:
                upto += self._longest(lower, words, upto, self._suffixes[kind])
        return Noun(start, words[self._coordinated(scene, words, upto) - 1][1], kind)

    def _complement(self, scene: Scene, words: list[tuple[int, int]], at: int, phrase: str) -> int:
        """How many words behind a classifier belong to it: `chú | chim`, `lượt | cán bộ`, `bánh | heroin`."""
        if phrase not in self._classifiers and phrase not in self._heads:
            return 0
        lower = scene.lower
        found = self._longest(lower, words, at, self._kinds)
        if self._longest(lower, words, at, self._no_words) >= max(found, 1):
            return 0
        end = words[at + found - 1][1] if found else 0
        if found and lower[end : end + 1] == " " and lower[end + 1 : end + 2].isdigit():
            return 0  # 1 em | lớp 8B
        if found or phrase not in self._classifiers:
            return found
        return self._word(scene, words, at)

    def _field(self, scene: Scene, words: list[tuple[int, int]], at: int) -> int:
        """How many words behind a body say what it works in: `10 đoạn | quản lý đường thủy nội địa`."""
        lower = scene.lower
        count = self._longest(lower, words, at, self._fields)
        if not count:
            return 0
        while (
            at + count < len(words)
            and count < _LONGEST_FIELD
            and words[at + count][0] == words[at + count - 1][1] + 1
            and lower[words[at + count][0]].isalpha()
            and not self._longest(lower, words, at + count, self._name_ends)
        ):
            count += 1
        return count

    def _coordinated(self, scene: Scene, words: list[tuple[int, int]], upto: int) -> int:
        """How far the nouns of one series go on: `xã | , phường | , thị trấn`."""
        lower = scene.lower
        end = words[upto - 1][1]
        series = next((name for first in range(upto) if (name := self._series.get(lower[words[first][0] : end]))), None)
        while series is not None and upto < len(words):
            at = upto
            if lower[words[at][0] : words[at][1]] == "và" and at + 1 < len(words):
                at += 1
            elif words[at][0] == words[at - 1][1] + 1:
                break
            count = self._longest(lower, words, at, self._series)
            if not count or self._series[lower[words[at][0] : words[at + count - 1][1]]] != series:
                break
            end = words[at + count - 1][1]
            if scene.folded[end : end + 1] == " " and (scene.folded[end + 1 : end + 2].isupper() or lower[end + 1 : end + 2].isdigit()):
                break  # 5 xã, phường Tân An: a name, or a label
            upto = at + count
        return upto

    def _unknown(self, scene: Scene, words: list[tuple[int, int]]) -> Noun | None:
        """A noun that no lexicon has: the word that the segmenter sees, unless it begins no noun."""
        start, end = words[0]
        if scene.folded[start].isupper() and not scene.folded[start:end].isupper():
            return None  # a name: `Luật`, `Việt Nam`
        count = self._word(scene, words, 0)
        return Noun(start, words[count - 1][1], "") if count else None

    def _word(self, scene: Scene, words: list[tuple[int, int]], at: int) -> int:
        """How many syllables the word at *at* has, by segmentation of its sentence; 0 where it begins no noun.

        A longer word may begin like one of ours (`họ tộc`, not the pronoun `họ`).
        """
        lower = scene.lower
        barred = self._longest(lower, words, at, self._no_words)
        if barred > 1 or not lower[words[at][0]].isalpha():
            return 0
        count = _syllables(scene, words, at)
        return 0 if barred >= count else count


def _syllables(scene: Scene, words: list[tuple[int, int]], at: int) -> int:
    """How many of *words* the segmenter takes for one word from *at* on; 0 where it sees the middle of a word there."""
    here = words[at][0]
    sentence = scene.sentence(here)
    opening = scene.folded.find(" ", max(sentence.start, here - _CONTEXT), here) + 1 if here - sentence.start > _CONTEXT else sentence.start
    stretch = scene.folded[opening : min(sentence.end, here + _CONTEXT)]
    for first, last in default_tagger().words(stretch):
        if opening + first <= here < opening + last:
            return max(1, sum(1 for word in words[at:] if word[1] <= opening + last))
    return 1
