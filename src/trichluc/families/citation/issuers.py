"""Who issued a document: the name printed behind `của` or `do`, or before the verb that issues.

    {head} {word}…                  Ban Thường vụ Tỉnh uỷ · Bộ Giáo dục và Đào tạo · Chủ tịch UBND tỉnh Lạng Sơn
    {issuer} [, ngày …,] {adverb} {verb} DOCUMENT     Ngày 8.4, Ban Bí thư T.Ư Đảng đã ban hành Chỉ thị số …
    của {issuer} tại DOCUMENT                          chỉ đạo của UBND tỉnh tại văn bản số …
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import regex
from msgspec import Struct

from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene
    from trichluc.text import Text

__all__ = ["Before", "Issuers", "day_before"]

_MOST_WORDS = 16
_FARTHEST = 110
_WORD = regex.compile(r" (?:- )?(?P<word>[\w&./]*\w)")
_DAY_BEFORE = regex.compile(r"(?:ngày|sáng|chiều|tối|hôm) [^,;()]{0,24}\d{1,4},? $")
_TO_ACT = regex.compile(r"(?: ?\([\p{Lu}&. -]{2,14}\))?,? ?(?:(?:vào )?ngày [\d/. -]{3,12}\d,? ?)?")


class Before(Struct, frozen=True, gc=False):
    """The folded span of an issuer found before its document."""

    start: int
    end: int


class Issuers:
    """The grammar of issuing bodies, over the room's lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def _names(self) -> frozenset[str]:
        """The full names that codes stand for: `Bộ Văn hóa, Thể thao và Du lịch` holds a comma."""
        groups = ("issuer_state", "issuer_mass", "issuer_party", "issuer_youth", "issuer_any")
        return frozenset(row[1].lower() for group in groups for row in self._lexicon.group(group).values() if len(row) > 1 and row[1])

    @cached_property
    def _head(self) -> Pattern:
        heads = self._lexicon.words("issuer_head", "issuer_head_lower")
        return Pattern(r"(?:\L<names>|\L<heads>)(?![\w&])", names=self._names, heads=heads)

    @cached_property
    def _stop(self) -> Pattern:
        return Pattern(r"(?:\L<stops>)(?![\w&])", stops=self._lexicon.words("issuer_stop", "title_verb", "issue_verb", "issue_adverb"))

    @cached_property
    def _inner(self) -> Pattern:
        return Pattern(r"(?:\L<inner>)(?![\w&])", inner=self._lexicon.words("issuer_inner"))

    @cached_property
    def _place(self) -> Pattern:
        return Pattern(r"(?:\L<places>)(?!\w)", places=self._lexicon.words("issuer_place"))

    @cached_property
    def _act(self) -> Pattern:
        """{adverb}… {verb} [{count}] right before a document."""
        return Pattern(
            r"(?<!\w)(?:\L<adverbs> ){0,3}\L<verbs>(?: thêm| bộ| các| những| đồng thời| một| \d{1,2}){0,2} $",
            adverbs=self._lexicon.words("issue_adverb"), verbs=self._lexicon.words("issue_verb"),
        )  # fmt: skip

    def end(self, text: Text, start: int, limit: int) -> int | None:
        """Where the name of an issuing body that begins at folded offset *start* ends; None where none begins there."""
        head = self._head.match(text.lower, start, limit)
        if head is None or not self._may_begin(text, start, head.end()):
            return None
        at = head.end()
        capital = text.folded[start].isupper() and head[0] not in self._names
        last_open = False  # a capitalised first syllable waits for its second: `Tài | chính`
        for _ in range(_MOST_WORDS):
            place = self._place.match(text.lower, at + 1, limit) if text.lower[at : at + 1] == " " else None
            if place is not None and self._stop.match(text.lower, at + 1, limit) is None:
                at = self._place_name(text, place.end(), limit)
                capital = last_open = False
                continue
            word = _WORD.match(text.folded, at, limit)
            if word is None:
                break
            if word["word"][0].isupper():
                # a name in capitals goes on; behind a place or a full name a capital begins something else
                if self._stop.match(text.lower, word.start("word"), limit) and not capital:
                    break
                at, last_open = word.end(), not word["word"].isupper()
                capital = True
                continue
            if self._stop.match(text.lower, word.start("word"), limit):
                break
            inner = self._inner.match(text.lower, word.start("word"), limit)
            if inner is not None and self._goes_on(text, inner.end(), limit, inner[0]):
                at, last_open = inner.end(), False
            elif last_open and word["word"].islower():
                at, last_open = word.end(), False
            else:
                break
        return at

    def before(self, scene: Scene, start: int, first: int) -> Before | None:
        """The body that issues, signs or adopts the document at *start*, named before the verb in the same sentence."""
        lower = scene.lower
        first = max(first, start - _FARTHEST)
        at = lower.rfind("của ", first, start)
        if at >= 0 and lower.endswith((" tại ", " tại các "), first, start):
            end = self.end(scene.text, at + 4, start)
            if end is not None and lower[end:start] in (" tại ", " tại các "):
                return Before(at + 4, end)
        act = self._act.compiled.search(lower, first, start)
        if act is None:
            return None
        for head in self._head.compiled.finditer(lower, first, act.start()):
            if head.start() > first and lower[head.start() - 1].isalnum():
                continue
            end = self.end(scene.text, head.start(), act.start())
            if end is not None and _TO_ACT.fullmatch(scene.folded, end, act.start()) and self._governs(lower, first, head.start()):
                return Before(head.start(), end)
        return None

    def _governs(self, lower: str, first: int, start: int) -> bool:
        """`do UBND tỉnh ban hành` and `của UBND tỉnh ban hành` speak of what stands before them."""
        return not lower.endswith(("của ", "do ", "với ", "cho ", "về "), first, start)

    def _may_begin(self, text: Text, start: int, end: int) -> bool:
        return text.folded[start].isupper() or text.lower[start:end] in self._lexicon.group("issuer_head_lower")

    def _goes_on(self, text: Text, end: int, limit: int, word: str) -> bool:
        """`và` and `các` are of the name only where the name goes on."""
        if word not in ("và", "các"):
            return True
        following = _WORD.match(text.folded, end, limit)
        if following is None:
            return False
        if word == "và":
            return following["word"][0].isupper() and self._head.match(text.lower, following.start("word"), limit) is None
        return self._inner.match(text.lower, following.start("word"), limit) is not None

    def _place_name(self, text: Text, at: int, limit: int) -> int:
        """The capitalised words of a place's name behind its head, four at most."""
        for _ in range(4):
            word = _WORD.match(text.folded, at, limit)
            if word is None or not word["word"][0].isupper() or self._head.match(text.lower, word.start("word"), limit):
                break
            at = word.end()
        return at


def day_before(lower: str, first: int, start: int) -> tuple[int, int] | None:
    """The stretch of a date that stands right before the body that issued: `Ngày 8.4, | Ban Bí thư`."""
    match = _DAY_BEFORE.search(lower, max(first, start - 40), start)
    return (match.start(), match.end()) if match else None
