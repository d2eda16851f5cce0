"""The award room's lexicon, as far as it is for the clause around an award."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.entities.phrases import Phrases
from trichluc.families.award import normalize
from trichluc.lexicon import load_lexicon
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from trichluc.lexicon import Lexicon

__all__ = ["PLACED", "WORD", "WORD_START", "Signs", "award_lexicon", "ends_with_word", "phrases_of", "words_of"]

# A word with what is written together with it: TP.HCM | Mác-Lênin | GD&ĐT
WORD = Pattern(r"[\w&]+(?:[./-](?=\w)[\w&]+)*")

# thôn | Yên Mỹ: no person
PLACED = Pattern(r"(?r)(?<!\w)(?:thôn|xã|phường|huyện|quận|tỉnh|bản|ấp|tổ|khu|trường|đường|phố) ")

# Where a word begins
WORD_START = re.compile(r"(?<![^\W_])[^\W_]")


@cache
def award_lexicon() -> Lexicon:
    """The lexicon of the award room."""
    return load_lexicon("trichluc.families.award")


def words_of(*groups: str) -> Callable[[], frozenset[str]]:
    """What gives the words of some groups to a pattern when it is first used: no lexicon is read on import."""
    return lambda: award_lexicon().words(*groups)


@cache
def phrases_of(group: str) -> Phrases[str]:
    """The words of a group, to be looked up at a place."""
    return Phrases.of(award_lexicon().group(group))


def ends_with_word(text: str, group: str) -> bool:
    """Whether a word of *group* stands at the end of *text*.

    >>> ends_with_word("đội xã đã vượt qua", "not_subject"), ends_with_word("hiệu quả", "phrase_end")
    (True, False)
    """
    return normalize.ends_with_word(award_lexicon(), text, group)


_HEAD = re.compile(r"\w+")


class Sign(Struct, frozen=True, gc=False):
    """A phrase of some kind, in folded offsets."""

    kind: str
    start: int
    end: int


class Signs:
    """Phrases of several kinds, found from left to right by their first word; of two at a place the kind named first wins, then length.

    >>> signs = Signs({"other": ["trao đổi"], "give": ["trao", "trao tặng"]})
    >>> [(sign.kind, sign.start, sign.end) for sign in signs.find("trao đổi rồi trao tặng", 0, 22)]
    [('other', 0, 8), ('give', 13, 22)]
    """

    __slots__ = ("_by_head",)

    def __init__(self, kinds: Mapping[str, Iterable[str]]) -> None:
        by_head: dict[str, list[tuple[str, str]]] = {}
        for kind, phrases in kinds.items():
            for phrase in sorted(phrases, key=len, reverse=True):
                head = _HEAD.match(phrase)
                by_head.setdefault(head[0] if head else "", []).append((kind, phrase))
        self._by_head = by_head

    def find(self, lower: str, start: int, end: int) -> Iterator[Sign]:
        """Those that stand as whole words between *start* and *end*, none within another."""
        by_head, behind = self._by_head, start
        if start and _HEAD.match(lower, start - 1) and (cut := _HEAD.match(lower, start, end)):
            behind = cut.end()  # the rest of a word is none
        for head in _HEAD.finditer(lower, behind, end):
            at = head.start()
            if at < behind or head[0] not in by_head:
                continue
            for kind, phrase in by_head[head[0]]:
                stop = at + len(phrase)
                if stop <= end and lower.startswith(phrase, at) and (stop == end or not _HEAD.match(lower, stop)):
                    behind = stop
                    yield Sign(kind, at, stop)
                    break
