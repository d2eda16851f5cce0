"""stamps: whether the date line of the page may be taken for the day of publication.

On some sites it is the day on which the page was viewed. It is trusted for relative words only, and only where no date in the
article contradicts it (RULINGS, Dates 3): an article that last speaks of 2010 was not published in 2022.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from trichluc.families.date.iso import UNKNOWN_YEAR, bounds, day_of, sides
from trichluc.link.evidence import month_day
from trichluc.records import Date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trichluc.link import Mention

__all__ = ["trusted_stamp"]

_NEAR_DAYS = 31


def trusted_stamp(mentions: Sequence[Mention]) -> date | None:
    """The day of the page's date line, if there is one and the article bears it out."""
    dates = [mention.record for mention in mentions if isinstance(mention.record, Date)]
    stamp = next((day for record in dates if record.section == "page_date" and (day := day_of(sides(record.value)[0]))), None)
    if stamp is None:
        return None
    told = [record for record in dates if record.section != "page_date" and record.anchor not in ("relative", "lunar")]
    return None if _contradicts(told, stamp) else stamp


def _contradicts(told: Sequence[Date], stamp: date) -> bool:
    """Whether no day of the tale is near the stamp, or the years it speaks of are others."""
    days = tuple(_days(told, stamp))
    if days:
        return not any(abs((day - stamp).days) <= _NEAR_DAYS for day in days)
    last = [end for record in told if (end := bounds(record.value)[1]) is not None]
    return bool(last) and max(int(end[:4]) for end in last) < stamp.year - 1


def _days(told: Iterable[Date], stamp: date) -> Iterable[date]:
    """The days spoken of; one without a year as if it were of the stamp's own."""
    for record in told:
        for part in set(sides(record.value)):
            place = month_day(part)
            if place is None or not place[1]:
                continue
            year = stamp.year if part.startswith(UNKNOWN_YEAR) else int(part[:4]) if part[:4].isdigit() else 0
            if year:
                yield date(year, place[0], min(place[1], 28))
