"""moon: days of the lunar calendar and years of its cycle of sixty; pure arithmetic, no words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import date

__all__ = ["EVE", "LunarDays", "cycle_years", "lunar_year", "to_solar"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
EVE = 30  # of the twelfth month: the last day, which short years call 30 Tết all the same


class LunarDays(Struct, frozen=True):
    """Days of a lunar month as the words say them: ``first`` to ``last``, the same where it is one day.

    ``year`` is the printed year, ``cycle`` the place of a can-chi year in the cycle of sixty; both None where unsaid.
    """

    first: int
    last: int
    month: int
    last_month: int
    year: int | None
    cycle: int | None


def to_solar(day: int, month: int, year: int) -> date | None:
    """The Gregorian day of a lunar one (UTC+7); None outside 1900-2100 or where the month has no such day.

    The eve of Tết is said `30 Tết` also where the twelfth month has 29 days.

    >>> to_solar(1, 1, 2024), to_solar(30, 12, 2024), to_solar(1, 1, 1800)
    (datetime.date(2024, 2, 10), datetime.date(2025, 1, 28), None)
    """
    from lunar_vn import LunarDate, lunar_to_solar, solar_to_lunar  # noqa: PLC0415  # most articles have no lunar day

    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        solar = lunar_to_solar(LunarDate(day, month, year))
        if solar_to_lunar(solar).day == day:
            return solar
        return lunar_to_solar(LunarDate(day - 1, month, year)) if (day, month) == (EVE, 12) else None
    except ValueError:
        return None


def cycle_years(cycle: int) -> tuple[int, ...]:
    """The years from 1900 to 2100 at a place of the cycle of sixty.

    >>> cycle_years(40)
    (1904, 1964, 2024, 2084)
    """
    return tuple(year for year in range(_FIRST_YEAR, _LAST_YEAR + 1) if (year - 4) % 60 == cycle)


def lunar_year(printed: int, cycle: int | None) -> int:
    """The lunar year: `tháng Chạp năm Tân Sửu (2022)` is of 2021, which ends in January 2022.

    >>> lunar_year(2022, 37), lunar_year(2021, 37)
    (2021, 2021)
    """
    return printed - 1 if cycle is not None and printed - 1 in cycle_years(cycle) else printed
