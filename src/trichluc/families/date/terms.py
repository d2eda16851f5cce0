"""terms: what one date expression says before the links look round it, and how two of them share what is said once.

từ ngày 1 đến ngày 5/6         the day takes its month from the right
từ 25/12 đến 5/1/2020          and its year, over New Year if need be
từ 7h30 đến 11h ngày 16/10     the hour takes its day
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from trichluc.families.date.iso import UNKNOWN_YEAR, day_of
from trichluc.records import Notice

__all__ = ["CENTURY", "CLOCK", "DAY", "DECADE", "LUNAR", "MONTH", "QUARTER", "YEAR", "Term", "impossible", "shared", "shared_left"]

DAY, MONTH, YEAR, QUARTER, CLOCK, LUNAR = "day", "month", "year", "quarter", "clock", "lunar"
DECADE, CENTURY = "decade", "century"


class Term(Struct, frozen=True, kw_only=True):
    """A date expression in folded offsets.

    ``rest`` is what follows the year in the value (``-03-12``, ``-XX-12`` for a day without its month, ``-Q1``), ``time`` the clock
    time or part of the day (``T14:30``, ``TMO``). ``kind`` is the grain its partner in a range or list may be shortened to.
    ``sure`` tells an expression that is a date by itself (`ngày 5/3`) from one that needs a cue beside it or a partner (`5/3`, `2010`).
    ``whole`` is a value that takes the place of year, rest and time. ``rule`` names the construction.
    """

    start: int
    end: int
    rule: str
    kind: str = DAY
    year: str = UNKNOWN_YEAR
    rest: str = ""
    time: str = ""
    whole: str = ""
    sure: bool = True
    anchor: str = ""
    modifier: str | None = None
    weekday: int = 0
    warnings: tuple[Notice, ...] = ()

    @property
    def value(self) -> str:
        """The value as far as the words say it.

        >>> Term(start=0, end=8, rule="day", rest="-03-12", time="TMO").value
        'XXXX-03-12TMO'
        """
        if self.whole:
            return self.whole
        if self.kind == CLOCK and not self.rest:
            return self.time
        return f"{self.year}{self.rest}{self.time}"

    @property
    def complete(self) -> bool:
        """Whether nothing is missing but what another term could share with it."""
        return "-XX" not in self.rest or self.anchor in ("relative", "lunar", "context")

    @property
    def possible(self) -> bool:
        """Whether the calendar has it: 31/2 it has not."""
        return self.rest != _IMPOSSIBLE


_IMPOSSIBLE = "-impossible"


def impossible(start: int, end: int, rule: str) -> Term:
    """A day that the calendar has not: it gives no record, but its characters mean nothing else either."""
    return Term(start=start, end=end, rule=rule, rest=_IMPOSSIBLE)


def shared(left: Term, right: Term) -> tuple[Term, Term] | None:
    """The two ends of a range, each with what only the other says; None where they make no range.

    >>> left, right = Term(start=0, end=6, rule="day", rest="-XX-07"), Term(start=9, end=18, rule="day", year="2006", rest="-11-08")
    >>> [term.value for term in shared(left, right)]
    ['2006-11-07', '2006-11-08']
    """
    if left.whole or right.whole or not (left.possible and right.possible):
        return None
    left, right = _share_day(left, right)
    left, right = _share_month(left, right), _share_month(right, left, later=True)
    if "-XX" in left.rest or "-XX" in right.rest:
        return (left, right) if left.anchor == right.anchor in ("lunar", "relative", "context") else None
    left, right = _share_year(left, right), _share_year(right, left, later=True)
    return (left, right) if _rises(left, right) else None


def shared_left(left: Term, right: Term) -> Term | None:
    """An earlier member of a list with what the last one says for all: `ngày 7, 8 và 9/1`; None where it stays without a month."""
    if left.kind != right.kind or left.whole or right.whole:
        return None
    if left.year == UNKNOWN_YEAR and left.rest.startswith("-XX"):
        left = replace(left, year=right.year, rest=right.rest[:3] + left.rest[3:])
        named = day_of(f"2000{left.rest}" if left.year == UNKNOWN_YEAR else f"{left.year}{left.rest}")
        return None if "-XX" in left.rest or named is None else left
    if left.year == UNKNOWN_YEAR and left.anchor != "relative":
        return replace(left, year=right.year)
    return left


def _share_day(left: Term, right: Term) -> tuple[Term, Term]:
    """`từ 7h30 đến 11h ngày 16/10`, `từ 7h30 ngày 16/10 đến 11h`."""
    if left.kind == CLOCK and not left.rest and right.rest and right.time.startswith("T"):
        return replace(left, rest=right.rest, year=right.year, anchor=right.anchor), right
    if right.kind == CLOCK and not right.rest and left.rest and left.time:
        return left, replace(right, rest=left.rest, year=left.year, anchor=left.anchor)
    return left, right


def _share_month(term: Term, other: Term, *, later: bool = False) -> Term:
    """`từ ngày 28 đến 3/4`: the day is of the month before."""
    if not term.rest.startswith("-XX-") or not other.rest[1:3].isdigit() or len(other.rest) != 6:
        return term
    month, day, other_day = int(other.rest[1:3]), term.rest[4:6], other.rest[4:6]
    if later and day < other_day:
        month = month % 12 + 1
    elif not later and day > other_day:
        month = (month - 2) % 12 + 1
    return replace(term, rest=f"-{month:02d}-{day}")


def _share_year(term: Term, other: Term, *, later: bool = False) -> Term:
    if term.year != UNKNOWN_YEAR or not other.year.isdigit() or not term.rest:
        return term
    year = int(other.year)
    if term.rest[1:3].isdigit() and other.rest[1:3].isdigit():
        if later:
            year += term.rest < other.rest[: len(term.rest)]
        else:
            year -= term.rest > other.rest[: len(term.rest)] and len(other.rest) == len(term.rest)
    return replace(term, year=f"{year:04d}")


def _rises(left: Term, right: Term) -> bool:
    """Whether the two make a range: not 5/3 to 2/3, nor a year to a clock time."""
    if left.kind == CLOCK and right.kind == CLOCK and not left.rest and not right.rest:
        return left.time != right.time
    if left.kind in (DECADE, CENTURY):
        return left.kind == right.kind and left.year < right.year
    if (left.kind == CLOCK and not left.rest) or (right.kind == CLOCK and not right.rest):
        return False
    a, b = f"{left.year}{left.rest}", f"{right.year}{right.rest}"
    if "X" in a or "X" in b:
        both = left.year == right.year == UNKNOWN_YEAR and "X" not in left.rest + right.rest
        return bool(left.rest and right.rest and both and (a, left.time) != (b, right.time))
    size = min(len(a), len(b))
    return a[:size] <= b[:size] and (a, left.time) != (b, right.time)
