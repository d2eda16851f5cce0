"""iso: days, ISO values and what they cover; pure arithmetic, no words.

2006-11-07 · 2006-11 · 2006 · 199X · 19XX · 2021-Q1 · 2021-H2 · 2021-W23 · 2018-SU · 2021-03-12TMO · T14:30
2010/2015 · 2020-06-01/2020-06-05           what is not known stays X: XXXX-03-12
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

__all__ = [
    "UNKNOWN_YEAR",
    "bounds",
    "century_of",
    "complete_year",
    "day_of",
    "days_of",
    "decade_of",
    "is_day",
    "month_shifted",
    "shift_years",
    "sides",
    "week_value",
    "weekday_of",
]

UNKNOWN_YEAR = "XXXX"
_MOST_KNOWN = 4096  # values whose bounds are remembered
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_HALVES = {"H1": (1, 6), "H2": (7, 12)}


_ROMAN = {"i": 1, "v": 5, "x": 10}


def century_of(number: str) -> int:
    """The number of a century in digits or Roman letters.

    >>> century_of("xix"), century_of("20")
    (19, 20)
    """
    if number.isdigit():
        return int(number)
    values = [_ROMAN[letter] for letter in number]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def decade_of(printed: str, century: str | None) -> str | None:
    """The decade as a value; two digits are of a century, the twentieth where none is said.

    >>> decade_of("1980", None), decade_of("90", "xix")
    ('198X', '189X')
    """
    if len(printed) == 4:
        return f"{printed[:3]}X"
    number = century_of(century) if century else 20
    return f"{number - 1:02d}{printed[0]}X" if 1 <= number <= 21 else None


def is_day(day: int, month: int, year: int | None = None) -> bool:
    """Whether the calendar has this day; 29 February passes where the year is unknown.

    >>> is_day(31, 2), is_day(29, 2), is_day(29, 2, 2023)
    (False, True, False)
    """
    if not 1 <= month <= 12 or day < 1:
        return False
    return day <= days_of(month, year)


def days_of(month: int, year: int | None) -> int:
    """How many days a month has; 29 for a February of no known year.

    >>> days_of(2, None), days_of(9, 2021)
    (29, 30)
    """
    if month != 2:
        return _LENGTHS[month - 1]
    return 29 if year is None or calendar.isleap(year) else 28


def weekday_of(day: int, month: int, year: int) -> int:
    """ISO weekday: Monday is 1.

    >>> weekday_of(27, 6, 2022)
    1
    """
    return date(year, month, day).isoweekday()


def sides(value: str) -> tuple[str, str]:
    """The two ends of a value; a point is both of its ends.

    >>> sides("2010/2015"), sides("2006-11")
    (('2010', '2015'), ('2006-11', '2006-11'))
    """
    left, slash, right = value.partition("/")
    return left, right if slash else left


def day_of(part: str) -> date | None:
    """The day that one side of a value names in full, whatever its clock time; None where it names none.

    >>> day_of("2021-03-12TMO"), day_of("XXXX-03-12")
    (datetime.date(2021, 3, 12), None)
    """
    head = part.partition("T")[0]
    if len(head) != 10 or "X" in head or not head[5:7].isdigit() or not head[8:].isdigit():
        return None
    year, month, day = int(head[:4]), int(head[5:7]), int(head[8:])
    return date(year, month, day) if year and is_day(day, month, year) else None


@lru_cache(maxsize=_MOST_KNOWN)  # several links ask, and articles say the same day again
def bounds(value: str) -> tuple[str | None, str | None]:
    """First and last calendar day that a value covers, inclusive; None where it does not say (RULINGS, Dates 10).

    Seasons of the year have no exact days. What a modifier or a noun adds (cuối tháng 9) is not looked at.

    >>> bounds("2016-09"), bounds("2010/2015"), bounds("199X"), bounds("XXXX-03-12")
    (('2016-09-01', '2016-09-30'), ('2010-01-01', '2015-12-31'), ('1990-01-01', '1999-12-31'), (None, None))
    """
    left, slash, right = value.partition("/")
    first = _period(left)
    last = _period(right) if slash else first
    return first and first[0], last and last[1]


def complete_year(value: str, year: int) -> str | None:
    """*value* with its missing year filled in; None where the result would be no day, or where more than the year is missing.

    In a range over New Year *year* is that of the later end.

    >>> complete_year("XXXX-03-12TMO", 2021), complete_year("XXXX-12-25/XXXX-01-05", 2021), complete_year("XXXX-02-29", 2021)
    ('2021-03-12TMO', '2020-12-25/2021-01-05', None)
    """
    left, slash, right = value.partition("/")
    if not slash:
        return _completed(value, year)
    later = _completed(right, year)
    wraps = left.startswith(UNKNOWN_YEAR) and right.startswith(UNKNOWN_YEAR) and left[4:7] > right[4:7]
    earlier = _completed(left, year - wraps)
    return f"{earlier}/{later}" if earlier and later else None


def shift_years(day: date, years: int) -> date:
    """The same day of another year; 28 February for 29 February of a common year.

    >>> shift_years(date(2020, 2, 29), -1)
    datetime.date(2019, 2, 28)
    """
    year = day.year + years
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def month_shifted(day: date, months: int) -> str:
    """The month so many months from that of *day*, as a value.

    >>> month_shifted(date(2021, 1, 31), -2)
    '2020-11'
    """
    count = day.year * 12 + day.month - 1 + months
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def week_value(day: date) -> str:
    """The ISO week of *day*.

    >>> week_value(date(2021, 1, 3))
    '2020-W53'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _completed(part: str, year: int) -> str | None:
    if not part.startswith(UNKNOWN_YEAR):
        return part if "X" not in part else None
    rest = part[4:]
    if not rest or "X" in rest:
        return None
    filled = f"{year:04d}{rest}"
    names_day = rest[1:3].isdigit() and len(rest.partition("T")[0]) == 6
    return None if names_day and day_of(filled) is None else filled


def _period(part: str) -> tuple[str, str] | None:
    """The first and last day of one side of a value."""
    head = part.partition("T")[0]
    year, rest = head[:4], head[5:]
    if not year[:2].isdigit() or (rest and not year.isdigit()) or year in ("0000", "0XXX"):
        return None
    if not rest:
        if len(year) != 4 or not (year.rstrip("X").isdigit()):
            return None
        return f"{max(int(year.replace('X', '0')), 1):04d}-01-01", f"{year.replace('X', '9')}-12-31"
    if rest[0] == "Q" and rest[1:].isdigit():
        quarter = int(rest[1:])
        return _months(year, 3 * quarter - 2, 3 * quarter)
    if rest in _HALVES:
        return _months(year, *_HALVES[rest])
    if rest[0] == "W" and rest[1:].isdigit():
        monday = _monday(int(year), int(rest[1:]))
        return None if monday is None else (monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    if len(rest) == 2 and rest.isdigit():
        return _months(year, int(rest), int(rest))
    return None if day_of(head) is None else (head, head)


def _months(year: str, first: int, last: int) -> tuple[str, str]:
    return f"{year}-{first:02d}-01", f"{year}-{last:02d}-{days_of(last, int(year)):02d}"


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
