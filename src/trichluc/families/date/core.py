"""core: a day as it is printed, with or without ngày before it: the one pattern that every longer expression holds.

7/11/2006 · 26/6 · 20.6 · 31-3-2009 · 14-10 · 30/4/75 · 5 tháng 6 năm 2020 · mồng 2 tháng 9 · 7 (beside others: 7 và 8/11)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from trichluc.families.date.forms import DAY_NUMBER, MONTH_NUMBER, YEAR_NUMBER
from trichluc.families.date.iso import UNKNOWN_YEAR, is_day
from trichluc.families.date.terms import Term, impossible
from trichluc.pattern import Pattern

if TYPE_CHECKING:
    import regex

    from trichluc.families.date.forms import Grammar
    from trichluc.lexicon import Lexicon

__all__ = ["BESIDE_OTHERS", "core_pattern", "is_lunar", "printed_month", "printed_year", "read_core"]

# What follows a bare day number where it is a day: others, the last with its month.
BESIDE_OTHERS = rf"(?:(?: ?- ?|, ?(?:và )?| (?:và|đến|tới|&) )(?:ngày )?{DAY_NUMBER}){{1,8}}(?:[/.-]{MONTH_NUMBER}(?!\d)(?![.,]\d)| tháng (?:\d|giêng|chạp))"
# 10/3 âm lịch, 28 tết
_LUNAR = re.compile(r" ?\(?(?:âm lịch|al\b)| tết(?!\w)| tháng (?:giêng|chạp)")
_CLOCK = r"(?:(?:,| -| \|)? (?P<hour>[01]?\d|2[0-3])[:h](?P<minute>[0-5]\d)(?::[0-5]\d)?(?![:\d])(?: [ap]m(?!\w))?)?"
_CLOCK_AGAIN = _CLOCK.replace("hour", "hour2").replace("minute", "minute2")
# A year behind a comma stands at the end of its line or before the hour: Thứ hai, 27 Tháng 6, 2022 - 07:14
_CLOSED = r"(?=$|\n|[,;.)](?!\d)| ?[-|]| \d?\d:)"
_CORE = (
    r"(?:(?P<lead>ngày|hôm) (?:(?:mùng|mồng) )?|(?P<first>mùng|mồng) )?"
    rf"(?:(?P<day>{DAY_NUMBER})|(?P<dayword>\L<spelled_day>)(?= tháng ))(?:"
    # {day}/{month}/{year}[, {hour}:{minute}]
    rf" ?[/.-] ?(?P<m1>{MONTH_NUMBER}) ?[/.-] ?(?P<y1>{YEAR_NUMBER})(?!/\d(?!\d?[/.-]\d\d?[/.-]\d{{4}})|-\d(?!\d?[/.-]\d)){_CLOCK}"
    # the same with a year of two digits
    rf"|(?P<sign>[/.])(?P<m2>{MONTH_NUMBER})(?P=sign)(?P<short>\d\d)(?!\d|[/.,-]\d)"
    # {day} tháng {month} [năm {year}], in digits or words
    rf"| tháng (?:(?P<m3>{MONTH_NUMBER})|(?P<monthword>\L<spelled_month>)(?!\w))"
    rf"(?:(?:,? năm |[/.]| ?- ?| |, (?=\d{{4}}{_CLOSED}))(?P<y2>{YEAR_NUMBER}){_CLOCK_AGAIN}| (?P<r1>\L<relative_year>)(?!\w))?"
    # {day}/{month} [năm {year}]
    rf"|(?:(?: ?/ ?|\.)(?P<m4>{MONTH_NUMBER})(?!/ ?\d|[.,]\d|-\d(?!\d?[/.]\d))| ?- ?(?P<m5>{MONTH_NUMBER})(?![/-] ?\d|[.,]\d| tháng))"
    rf"(?: năm (?P<y3>{YEAR_NUMBER})| (?P<r2>\L<relative_year>)(?!\w))?"
    # {day}, beside others or behind ngày
    rf"|(?!/|[.,]\d|-(?!\d{{1,2}}[/.-]\d))(?P<beside>(?={BESIDE_OTHERS}))?)"
)


def core_pattern(lexicon: Lexicon) -> Pattern:
    """The pattern of a day."""
    names = ("spelled_day", "spelled_month", "relative_year")
    lists: dict[str, Any] = {name: lexicon.words(name) for name in names}
    return Pattern(_CORE, **lists)


def is_lunar(lower: str, end: int) -> bool:
    """Whether what looks like a solar day goes on as a lunar one.

    >>> is_lunar("ngày 10/3 âm lịch", 9), is_lunar("ngày 10/3 năm ấy", 9)
    (True, False)
    """
    return _LUNAR.match(lower, end) is not None


def printed_month(match: regex.Match[str]) -> str | None:
    """The month in digits of a matched core."""
    return next(filter(None, match.group("m1", "m4", "m3", "m5", "m2")), None)


def printed_year(match: regex.Match[str]) -> str | None:
    """The year in four digits of a matched core."""
    return next(filter(None, match.group("y1", "y2", "y3")), None)


def read_core(match: regex.Match[str], start: int, grammar: Grammar, *, sure: bool) -> Term | None:
    """The day of a matched core; a term without month where only the day is printed."""
    lexicon, end = grammar.lexicon, match.end()
    printed, month_word, short = match.group("day", "monthword", "short")
    in_month, in_year = printed_month(match), printed_year(match)
    day = int(printed) if printed else lexicon.group("spelled_day")[match["dayword"]]
    month = int(in_month) if in_month else lexicon.group("spelled_month")[month_word] if month_word else 0
    if not month:
        return Term(start=start, end=end, rule="day", rest=f"-XX-{day:02d}", sure=False) if printed else None
    year = int(in_year) if in_year else _century(int(short)) if short else None
    if not is_day(day, month, year):
        return impossible(start, end, "day") if sure or year else None
    return Term(
        start=start,
        end=end,
        rule="day",
        year=UNKNOWN_YEAR if year is None else f"{year:04d}",
        rest=f"-{month:02d}-{day:02d}",
        time=_time(match),
        sure=sure or year is not None,
        anchor="relative" if match["r1"] or match["r2"] else "",
    )


def _time(match: regex.Match[str]) -> str:
    """The clock time that a page prints behind the day."""
    hour, minute, other_hour, other_minute = match.group("hour", "minute", "hour2", "minute2")
    return f"T{int(hour or other_hour):02d}:{minute or other_minute}" if hour or other_hour else ""


def _century(short: int) -> int:
    """`30/4/75`: two digits are a year of 1930-2029."""
    return short + (1900 if short >= 30 else 2000)
