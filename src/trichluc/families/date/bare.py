"""bare: what a number in digits may open, told by what stands about it before any form is tried.

31-3-2009 · 5 và 6/7 · 12.5        a day            9/2017          a month
2023-06-06 16:38:08                a day by ISO 8601
2018 · 2016 - 2020                 years            14h30 · 8:05    a clock time
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.date.context import has_year_cue
from trichluc.families.date.core import BESIDE_OTHERS
from trichluc.families.date.forms import DAY_NUMBER, MONTH_NUMBER, YEAR_NUMBER
from trichluc.families.date.normalize import read_form
from trichluc.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    import regex

    from trichluc.families.date.forms import Form, Grammar
    from trichluc.rule import Candidate
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["OPENING", "read_digits"]

# Not inside another number, a code (`U23`) or a phone number (but 19/5/1890-19/5/2020), nor behind the word of which another form reads it (`ngày 5/3`).
OPENING = Pattern(
    rf"(?<![\w/.,:+])(?:(?<!\w-)(?<!^-)|(?<=[/.-]\d{{4}}-))(?:"
    r"(?P<hours>[012]?\d(?: ?- ?| (?:đến|tới) )[012]?\d(?: ?h(?![a-z])| giờ(?!\w)))"
    rf"|(?P<day>(?<!ngày )(?<!hôm )(?<!mùng )(?<!mồng ){DAY_NUMBER}(?: ?[/.-] ?{MONTH_NUMBER}| tháng (?:\d|\w+(?: \w+)? năm \d)|(?={BESIDE_OTHERS})))"
    rf"|(?P<clock>[012]?\d(?::[0-5]\d| ?h ?[0-5]\d|h(?!\w)|g[0-5]\d| giờ(?!\w)| rưỡi ))"
    rf"|(?P<iso>{YEAR_NUMBER}-[01]\d-[0-3]\d(?![\w-]))"
    rf"|(?P<month>(?<!tháng ){MONTH_NUMBER}(?:[/.]|- ?){YEAR_NUMBER})"
    rf"|(?P<year>{YEAR_NUMBER})(?P<to>(?: ?- ?| (?:đến|tới) )(?:năm )?\d{{4}})?)"
)
_NO_YEAR = frozenset("/-%_")


def read_digits(
    grammar: Grammar, forms: Mapping[str, Form], match: regex.Match[str], hit: Hit, scene: Scene
) -> tuple[Candidate, ...] | None:
    """The dates that a number opens."""
    if match["year"] is None:
        return read_form(grammar, forms[match.lastgroup or ""], hit.start, hit, scene, bare=True)
    span = read_form(grammar, forms["span"], hit.start, hit, scene, bare=True) if match["to"] else None
    end = match.end("year")
    following = scene.lower[end : end + 1]
    if following in _NO_YEAR or following.isalnum() or not has_year_cue(grammar, scene, hit.start, end):
        return span
    alone = read_form(grammar, forms["year"], hit.start, hit, scene, bare=True)
    return (*(span or ()), *(alone or ())) or None
