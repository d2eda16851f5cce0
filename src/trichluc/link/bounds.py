"""bounds: the first and the last day that a date covers, from its value alone (RULINGS, Dates 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.date.iso import bounds
from trichluc.records import Date

if TYPE_CHECKING:
    from datetime import date

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["find_bounds"]

# School years and crop seasons begin and end when nobody says.
_OPEN = frozenset({"date.school-year", "date.crop-season"})


def find_bounds(mentions: tuple[Mention, ...], _scene: Scene, _published: date | None) -> tuple[Mention, ...]:
    """Fill ``first`` and ``last``."""
    return tuple(_bounded(mention) for mention in mentions)


def _bounded(mention: Mention) -> Mention:
    record = mention.record
    if not isinstance(record, Date) or record.rule in _OPEN:
        return mention
    first, last = bounds(record.value)
    return mention.with_fields(first=first, last=last) if first or last else mention
