"""Holidays said with their day: `Quốc khánh 2/9`, `Noel 25-12`; without a number only behind dịp, lễ, mừng, trước and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from trichluc.families.date.forms import WEEKDAY, YEAR_NUMBER, Form, word_before
from trichluc.families.date.iso import UNKNOWN_YEAR
from trichluc.families.date.terms import Term
from trichluc.pattern import Pattern
from trichluc.rule import Words

if TYPE_CHECKING:
    import regex

    from trichluc.families.date.forms import Grammar
    from trichluc.lexicon import Lexicon
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["holiday_forms"]


def holiday_forms(lexicon: Lexicon) -> tuple[Form, ...]:
    """The forms of this module."""
    names = lexicon.words("holiday")
    # {name} [(]{day}[)] | {name} [[năm] {year}]
    return (
        Form(
            "holiday",
            Words(names),
            Pattern(rf"(?P<name>\L<names>)(?!\w)(?: (?:năm )?(?P<year>{YEAR_NUMBER})(?![/\w%-])|(?P<gap> ?\(| ))?", names=names),
            read_holiday,
            depth=WEEKDAY,
        ),
    )


def read_holiday(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """The day printed beside the name, else the day the name has."""
    start = match.start()
    inner = grammar.day(scene, match.end("gap"), WEEKDAY) if match["gap"] else None
    if inner is not None and match["gap"] == " (" and scene.lower[inner.end : inner.end + 1] != ")":
        return None  # ngày Quốc khánh (2/9/1945 - 2/9/2025): an anniversary
    if inner is not None and inner.possible and inner.rest[1:3].isdigit() and not inner.time:
        end = inner.end + (match["gap"].endswith("(") and scene.lower[inner.end : inner.end + 1] == ")")
        return replace(inner, start=start, end=end, rule="holiday", sure=True)
    if word_before(scene.lower, start) not in grammar.words("before_holiday"):
        return None
    end = match.end() if match["year"] else match.end("name")
    return Term(
        start=start, end=end, rule="holiday", year=match["year"] or UNKNOWN_YEAR, rest=f"-{grammar.lexicon.group('holiday')[match['name']]}"
    )
