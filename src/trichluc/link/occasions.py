"""occasions: the year of a day from what its sentence does on it: keeps an anniversary, issues a document.

Nhân kỷ niệm 128 năm Ngày sinh … (1890 - 2018), sáng 15/5, …          the years between are those that are kept
Ngày 30/12, Chính phủ ban hành Nghị định số 100/2019/NĐ-CP …           a document bears the year of its issue
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from trichluc.lexicon import load_lexicon
from trichluc.link.nearby import following
from trichluc.pattern import Pattern
from trichluc.records import Citation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.link import Mention
    from trichluc.link.nearby import Dated
    from trichluc.scene import Scene

__all__ = ["year_issued", "year_kept"]

_KEPT_REACH = 160
_YEARS = Pattern(r"(?<![\w.,/-])(?P<years>\d{1,4}) năm(?!\w)")
_IN_NUMBER = Pattern(r"[^/]{1,12}/(?P<year>(?:19|20)\d\d)/")
_ISSUE_REACH = 40


def year_kept(beside: Sequence[Dated], scene: Scene) -> int | None:
    """The later of two bracketed years that lie as far apart as the sentence counts."""
    for date in beside:
        value = date.record.value
        if len(value) != len("1890/2018") or value[4] != "/" or not scene.lower.endswith("(", 0, date.start):
            continue
        first, last = int(value[:4]), int(value[5:])
        at = max(scene.sentence(date.start).start, date.start - _KEPT_REACH)
        while (found := _YEARS.search(scene.lower, at, date.start)) is not None:
            if int(found["years"]) == last - first:
                return last
            at = found.end()
    return None


def year_issued(mentions: Sequence[Mention], number: int, scene: Scene) -> int | None:
    """The year in the number of the document that is issued on the day."""
    for mention in following(mentions, number, scene):
        record = mention.record
        if isinstance(record, Citation):
            year = _IN_NUMBER.match(record.number, 0, len(record.number)) if record.number else None
            start = max(mentions[number].end, mention.start - _ISSUE_REACH)
            return int(year["year"]) if year and _issues().match(scene.lower, start, mention.start) else None
    return None


@cache
def _issues() -> Pattern:
    words = load_lexicon("trichluc.families.date").words("issue")
    return Pattern(r".*(?<!\w)\L<words>(?: (?:kèm theo|bản|các|hai|một))? $", words=words)
