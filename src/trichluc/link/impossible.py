"""impossible: a day that no calendar has (31/2) is no record; what stands beside it says so."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from trichluc.families.date.iso import is_day
from trichluc.records import Notice
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from datetime import date

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["warn_of_impossible_days"]

_DAY = Pattern(r"(?P<day>29|30|31)(?:[/.-]| tháng )(?P<month>\d{1,2})(?:(?:[/.-]| năm )(?P<year>\d{4}))?(?![\d/])")
_LED = Pattern(r".*(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|mùng) ")
_LEAD_REACH = 12


def _start(mention: Mention) -> int:
    return mention.start


def warn_of_impossible_days(mentions: tuple[Mention, ...], scene: Scene, _published: date | None) -> tuple[Mention, ...]:
    """Put a warning on the nearest record of the sentence that holds an impossible day."""
    warned = list(mentions)
    for hit in scene.digits:
        if hit.word[:2] not in ("29", "30", "31"):
            continue
        match = _DAY.match(scene.lower, hit.start, scene.limit(hit.start))
        if match is None or is_day(int(match["day"]), int(match["month"]), int(match["year"]) if match["year"] else None):
            continue
        if not match["year"] and _LED.compiled.fullmatch(scene.lower, max(hit.start - _LEAD_REACH, 0), hit.start) is None:
            continue
        sentence = scene.sentence(hit.start)
        behind = bisect_left(mentions, match.start(), key=_start)
        beside = [
            number
            for number in (behind - 1, behind)
            if 0 <= number < len(mentions) and sentence.start <= mentions[number].start < sentence.end
        ]
        if beside:
            nearest = (
                beside[0]
                if len(beside) == 1 or hit.start - mentions[beside[0]].start < mentions[beside[1]].start - hit.start
                else beside[1]
            )
            notice = Notice("impossible-day", f"{scene.printed(*match.span())} beside it is no day of the calendar")
            warned[nearest] = warned[nearest].with_fields(warnings=(*warned[nearest].record.warnings, notice))
    return tuple(warned)
