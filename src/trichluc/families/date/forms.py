"""forms: what the date grammar is made of: a form reads one expression, and may read a smaller one inside it.

22 giờ 30 ngày 1-12-2016        clock( day )
chiều thứ Sáu, ngày 12/11/2021  part( weekday( day ) )
cuối tháng 9/2016               edge( month )
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from trichluc.numerals import number_words
from trichluc.rule import Pattern, Trigger, Words

if TYPE_CHECKING:
    import regex

    from trichluc.families.date.terms import Term
    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = [
    "ANY",
    "ATOM",
    "CLOCKED",
    "DAY_NUMBER",
    "EDGE",
    "MONTH_NUMBER",
    "PART",
    "RANGED",
    "RELATIVE",
    "WEEKDAY",
    "YEAR_NUMBER",
    "Form",
    "Grammar",
    "follows",
    "word_before",
]

# A day, a month, a year in digits; a year is of four digits, from 1000 on.
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
MONTH_NUMBER = r"(?:1[0-2]|0?[1-9])(?!\d)"
_DIGIT = "0"
_SYLLABLE = re.compile(r"\w+")
YEAR_NUMBER = r"(?:1\d|2[01])\d\d(?![.,]?\d)"


# How deep the forms nest: each holds only forms before its own name here, so nothing nests without end.
ATOM, WEEKDAY, RELATIVE, PART, CLOCKED, EDGE, RANGED, ANY = range(8)


class FormReader(Protocol):
    """Reads one match of a form's pattern; *hit* is None where the form is read inside another."""

    def __call__(self, match: regex.Match[str], hit: Any, scene: Scene, grammar: Grammar, /) -> Term | None:  # noqa: ANN401  # a Hit, or a Quantity for QUANTITIES
        """The term, or None where the match turns out to be something else."""


class Form(Struct, frozen=True):
    """A construction: its name (the rule's), where it is tried, its pattern, and what reads a match.

    ``trigger`` is None for a form that is only read inside others, or that begins with a number: ``digits`` names what of the numbers
    it reads. ``guard`` is a cheaper pattern that is tried first. ``starts`` are the first syllables of what it matches, "0" for a digit;
    where it is None they are those of the trigger. ``day`` tells that it names a day, and so may follow a clock time, a part of the day
    or a weekday; ``depth`` that it holds only forms less deep.
    """

    name: str
    trigger: Trigger | None
    pattern: Pattern
    read: FormReader
    day: bool = False
    depth: int = ATOM
    guard: Pattern | None = None
    starts: frozenset[str] | None = None
    digits: str = ""

    def openings(self) -> frozenset[str]:
        """The first syllables of what the form matches; empty where it cannot be read inside another."""
        if self.starts is not None:
            return self.starts
        if isinstance(self.trigger, Words):
            return frozenset(word.partition(" ")[0] for word in self.trigger.words)
        return frozenset((_DIGIT,)) if self.digits else frozenset()


class Grammar:
    """The forms of the room with its lexicon; what a form asks for the smaller expression inside it."""

    def __init__(self, lexicon: Lexicon, forms: tuple[Form, ...], partners: dict[str, Pattern]) -> None:
        self.lexicon = lexicon
        self.partners = partners
        self.number_words = number_words()
        self._forms = forms
        self._words: dict[tuple[str, ...], frozenset[str]] = {}

    def words(self, *groups: str) -> frozenset[str]:
        """The words of some groups of the lexicon, put together once."""
        if groups not in self._words:
            self._words[groups] = self.lexicon.words(*groups)
        return self._words[groups]

    def term(self, scene: Scene, at: int, below: int) -> Term | None:
        """The longest expression that begins at *at*, of the forms less deep than *below*."""
        return self._longest(scene, at, below)

    def day(self, scene: Scene, at: int, below: int) -> Term | None:
        """The longest expression that names a day and begins at *at*, of the forms less deep than *below*."""
        return self._longest(scene, at, below, days=True)

    @cached_property
    def _by_opening(self) -> dict[str, list[Form]]:
        found: dict[str, list[Form]] = defaultdict(list)
        for form in self._forms:
            for opening in form.openings():
                found[opening].append(form)
        return dict(found)

    def _longest(self, scene: Scene, at: int, below: int, *, days: bool = False) -> Term | None:
        lower, end, best = scene.lower, scene.limit(at), None
        opening = _SYLLABLE.match(lower, at, end)
        if opening is None:
            return None
        for form in self._by_opening.get(_DIGIT if lower[at].isdecimal() else opening[0], ()):
            if form.depth >= below or (days and not form.day):
                continue
            if form.guard is not None and form.guard.match(lower, at, end) is None:
                continue
            match = form.pattern.match(lower, at, end)
            if match is not None:
                term = form.read(match, None, scene, self)
                if term is not None and (best is None or (term.end, term.sure) > (best.end, best.sure)):
                    best = term
        return best


def word_before(lower: str, at: int) -> str:
    """The word that ends one space before *at*; empty where there is none.

    >>> word_before("mỗi tháng 10", 4), word_before("(tháng 10", 1)
    ('mỗi', '')
    """
    if at < 2 or lower[at - 1] != " ":
        return ""
    begin = max(at - 16, 0)
    word = lower[begin : at - 1].rpartition(" ")[2]
    return word if word[-1:].isalnum() else ""


def follows(lower: str, at: int, words: frozenset[str]) -> bool:
    """Whether one of *words* (of one or two syllables, or a sign) comes next.

    >>> follows("3/4 số hộ", 3, frozenset({"số"})), follows("3/4, số hộ", 3, frozenset({"số"}))
    (True, False)
    """
    if lower[at : at + 1] == "%":
        return "%" in words
    if lower[at : at + 1] != " ":
        return False
    first, _, rest = lower[at + 1 : at + 28].partition("\n")[0].partition(" ")
    return first.rstrip(",.;:)") in words or f"{first} {rest.partition(' ')[0].rstrip(',.;:)')}" in words
