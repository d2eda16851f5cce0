"""same_day: `cùng ngày`, `2h chiều hôm ấy`, `cùng năm` take the day, month or year they point back to (RULINGS, Dates 5)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from trichluc.families.date.iso import day_of, sides
from trichluc.families.date.relative import context_shift
from trichluc.link.evidence import is_deadline
from trichluc.link.nearby import MOST_NEARBY
from trichluc.records import Date

if TYPE_CHECKING:
    from datetime import date

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["point_back"]

_RULES = {"date.same-day": 10, "date.same-month": 7, "date.same-year": 4}
_NEAR_SENTENCES = 8


def point_back(mentions: tuple[Mention, ...], scene: Scene, _published: date | None) -> tuple[Mention, ...]:
    """Give each pointing date the value of the nearest earlier date as exact as it is."""
    linked: list[Mention] = []
    for mention in mentions:
        width = _RULES.get(mention.record.rule)
        linked.append(
            _pointed(mention, mention.record.value, linked, width, scene) if width and isinstance(mention.record, Date) else mention
        )
    return tuple(linked)


def _pointed(mention: Mention, value: str, before: list[Mention], width: int, scene: Scene) -> Mention:
    sentence = scene.sentence_number(mention.start)
    for earlier in reversed(before[-2 * MOST_NEARBY :]):
        record = earlier.record
        if sentence - scene.sentence_number(earlier.start) > _NEAR_SENTENCES:
            break
        if not isinstance(record, Date) or record.section == "page_date" or record.modifier == "before" or is_deadline(earlier, scene):
            continue
        found = _target(record.value, width)
        if found is None:
            continue
        shift = context_shift(scene.lower[mention.start : mention.end])
        if shift:
            day = day_of(found)
            if day is None:
                break
            found = (day + timedelta(days=shift)).isoformat()
        by = "sentence" if scene.sentence_number(earlier.start) == sentence else "paragraph"
        return mention.with_fields(value="/".join(found + side[width:] for side in value.split("/")), resolved_by=by)
    return mention


def _target(value: str, width: int) -> str | None:
    """As much of a value as is pointed to, where it says that much: its last day, month or year."""
    head = sides(value)[1].partition("T")[0][:width]
    said = head[-2:] if width > 4 else head
    return head if len(head) == width and said.isdigit() else None
