"""The noun that a number belongs to, read backwards from it.

{noun} [({short form})] [(] [số] [:]                     Nghị định (NĐ) số: 100/2019/NĐ-CP
{noun} [của] {issuer} số                                 Quyết định của Bộ Chính trị số 31-QĐ/TW
{noun} {what it does} số                                 Quyết định xử phạt vi phạm hành chính số 12/QĐ-XPHC
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from trichluc.entities.phrases import Phrases
from trichluc.families.citation.names import WORD_START
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.families.citation.names import Names
    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["Noun", "Nouns"]

_WINDOW, _LONGEST_NOUN = 130, 48


class Noun(NamedTuple):
    """What stands before a number: where the citation begins, its kind, and an issuer between noun and number."""

    start: int
    kind: str | None
    neutral: bool
    issuer: tuple[int, int] | None
    marked: bool


class Nouns:
    """The nouns of documents, and how they stand before a number."""

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        self._lexicon = lexicon
        self._names = names

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Noun, whole or abbreviated → kind."""
        return {**self._lexicon.group("noun"), **self._lexicon.group("noun_abbreviated")}

    @cached_property
    def _nouns(self) -> Phrases[str]:
        """The nouns of documents, looked up where a number begins or ends: the many patterns that ask for one share them."""
        return Phrases.of((*self.kinds, *self._lexicon.words("noun_neutral")))

    @cached_property
    def _noun_acting(self) -> Pattern:
        """Noun, what the document does, then `số`: Quyết định xử phạt vi phạm hành chính số …."""
        return Pattern(
            r"(?<!\w)(?P<noun>\L<nouns>) \L<acts>(?: (?!(?:số|của|theo|tại|và)\b)[^\W\d]+){0,7} (?P<mark>số ?[:.]? ?)$",
            nouns=self._lexicon.words("noun_act"), acts=self._lexicon.words("act"),
        )  # fmt: skip

    @cached_property
    def before_law(self) -> Phrases[str]:
        """Words that make `luật` a discipline, a trade or a school."""
        return Phrases.of(self._lexicon.words("before_law"))

    def before(self, scene: Scene, start: int, kinds: tuple[str, ...] = ()) -> Noun | None:
        """The noun that a number at folded offset *start* belongs to, or a bare `số`; *kinds*: what the number may be."""
        lower, first = scene.lower, max(scene.sentence(start).start, start - _WINDOW)
        mark, end = _mark_before(lower, start, first)
        found = self._nouns.ending(lower, self._without_short_form(lower, end), max(first, start - _LONGEST_NOUN))
        if found is not None and found[1] == "luật" and self.before_law.before(lower, found[0], first):
            return self._acting(scene, start, first)  # Quyết định thi hành kỷ | luật số …
        if found is not None:
            noun = Noun(
                mark if mark is not None and lower[mark - 1] == "(" else found[0],
                self.kinds.get(found[1]),
                found[1] not in self.kinds,
                None,
                mark is not None,
            )
            clash = (
                kinds
                and mark is not None
                and noun.kind is not None
                and noun.kind not in kinds
                and found[1] in self._lexicon.group("noun_within")
            )
            return (self._acting(scene, start, first) if clash else None) or noun  # Quyết định phê duyệt | quy hoạch số …/QĐ-TTg
        if mark is None:
            return None
        bare = Noun(mark, None, False, None, True) if not lower[mark - 1 : mark].isalnum() else None  # noqa: FBT003  # fields of a NamedTuple, in order
        return self._of_issuer(scene, mark, end, first) or self._acting(scene, start, first) or bare

    def _without_short_form(self, lower: str, end: int) -> int:
        """Before a short form in brackets: `Nghị định (NĐ) 100/2019/NĐ-CP`."""
        if not lower.endswith(")", 0, end):
            return end
        opened = lower.rfind(" (", max(0, end - 9), end)
        return opened if opened >= 0 and lower[opened + 2 : end - 1] in self._lexicon.group("noun_abbreviated") else end

    def _of_issuer(self, scene: Scene, mark: int, end: int, first: int) -> Noun | None:
        """Noun, `của` and issuer, then `số`: `Quyết định của Bộ Chính trị số …`."""
        lower = scene.lower
        begin = max(first, max(lower.rfind(sign, first, end) for sign in ",.;:()") + 1)
        for word in WORD_START.compiled.finditer(lower, begin, end):
            found = self._nouns.at(lower, word.start(), end)
            if found is None:
                continue
            issuer = found[0] + (5 if lower.startswith(" của ", found[0]) else 1)
            if self._names.whole(scene.text, issuer, end) != end:
                return None
            return Noun(word.start(), self.kinds.get(found[1]), found[1] not in self.kinds, (issuer, end), mark is not None)
        return None

    def _acting(self, scene: Scene, start: int, first: int) -> Noun | None:
        match = self._noun_acting.search(scene.lower, first, start)
        return None if match is None else Noun(match.start("noun"), self.kinds.get(match["noun"]), False, None, True)  # noqa: FBT003  # as above


def _mark_before(lower: str, start: int, first: int) -> tuple[int | None, int]:
    """Where `số` begins that stands before a number at *start* (None where none does), and where what stands before both ends.

    >>> _mark_before("nghị quyết (số: 12", 16, 0), _mark_before("nghị quyết: 12", 12, 0)
    ((12, 10), (None, 10))
    """
    at = start - 1 if lower.endswith(" ", first, start) else start
    at = at - 1 if lower.endswith((":", "."), first, at) else at
    at = at - 1 if lower.endswith(" ", first, at) else at
    if lower.endswith("số", first, at):
        mark = at - 2
        at = mark - 1 if lower.endswith("(", first, mark) else mark
        return mark, at - 1 if lower.endswith(" ", first, at) else at
    at = start - 1 if lower.endswith(" ", first, start) else start
    at = at - 1 if lower.endswith(":", first, at) else at
    return None, at - 1 if lower.endswith(" ", first, at) else at
