"""events: the year of a day from the event that its sentence dates.

    Sáng nay 8/2, … mừng xuân Đinh Dậu 2017                                 spring is of the first months
    Ngày 7/7, Đoàn kiểm tra theo Quyết định số 469 ngày 21/3/2017 …         acted upon within months
    Sáng 5/6, tỉnh khai mạc Hội thi … năm 2019                              the event's own year
    Ngày 25/5, trường tổng kết năm học 2018-2019                            a school year's half
    Ngày 10/8, khai mạc Đại hội … nhiệm kỳ 2020-2025                        a congress opens its term
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.date.iso import sides
from trichluc.link.evidence import dates_document, month_day
from trichluc.link.nearby import MOST_NEARBY, TEXT_REACH, in_sentence
from trichluc.records import Date
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["year_of_event"]

_SPRING, _SCHOOL_ENDS, _SCHOOL_BEGINS = 3, 7, 9
_FROM_DOCUMENT = 4
_HELD = Pattern(r".*(?<!\w)(?:tổ chức|khai mạc|bế mạc|diễn ra|khởi tranh|phát động|ra quân|tham gia|tham dự|trao giải|khai giảng)(?!\w)")
# What looks back or ahead proves nothing of its own day.
_REVIEWS = Pattern(
    r".*(?<!\w)(?:tổng kết|sơ kết|kết quả|kế hoạch|nhiệm vụ|dự toán|quyết toán|báo cáo|phương hướng|chỉ tiêu|hướng tới|tiến tới|chuẩn bị|mục tiêu"
    r"|từ năm|đến năm|so với|tuyển sinh)(?!\w)"
)
_YEARS_ON = Pattern(r".*(?<!\w)(?:sơ kết|tổng kết|\d+ năm|năm thực hiện|kỷ niệm)(?!\w)")
_ADMISSION = Pattern(r".*(?<!\w)(?:tuyển sinh|lớp 10|thi vào|chuẩn bị|phương hướng|triển khai nhiệm vụ)(?!\w)")
_CONGRESS = Pattern(r".*(?<!\w)đại hội(?!\w)")


def year_of_event(mentions: Sequence[Mention], number: int, place: tuple[int, int], scene: Scene) -> tuple[int, str] | None:
    """The year of the day at *number*, whose month and day are *place*, and that the sentence gave it."""
    beside = [
        at for at in in_sentence(mentions, number, scene) if isinstance(record := mentions[at].record, Date) and record.value[:4].isdigit()
    ]
    if not beside:
        year = _held_before(mentions, number, scene)
        return (year, "paragraph") if year else None
    year = (
        _spring(mentions, beside, place)
        or _document(mentions, number, beside, place, scene)
        or _school(mentions, beside, place, scene)
        or _held(mentions, number, beside, scene)
    )
    return (year, "sentence") if year else None


def _dates(mentions: Sequence[Mention], beside: Sequence[int]) -> list[Date]:
    return [record for at in beside if isinstance(record := mentions[at].record, Date)]


def _spring(mentions: Sequence[Mention], beside: Sequence[int], place: tuple[int, int]) -> int | None:
    found = (record for record in _dates(mentions, beside) if record.value[4:] == "-SP" or record.rule == "date.tet")
    return next((int(record.value[:4]) for record in found if place[0] <= _SPRING), None)


def _document(mentions: Sequence[Mention], number: int, beside: Sequence[int], place: tuple[int, int], scene: Scene) -> int | None:
    """The nearest document's date, unless the sentence looks back on years since."""
    mention = mentions[number]
    issued = [at for at in beside if len(mentions[at].record.value) == 10 and dates_document(mentions, at, scene)]  # type: ignore[union-attr]  # dates
    if not issued:
        return None
    nearest = mentions[min(issued, key=lambda at: abs(mentions[at].start - mention.start))]
    value: str = nearest.record.value  # type: ignore[union-attr]  # a date
    day = month_day(value)
    between = (mention.end, nearest.start) if mention.start < nearest.start else (nearest.end, mention.start)
    if day is None or not (day <= place and place[0] - day[0] <= _FROM_DOCUMENT) or _YEARS_ON.match(scene.lower, *between):
        return None
    return int(value[:4])


def _school(mentions: Sequence[Mention], beside: Sequence[int], place: tuple[int, int], scene: Scene) -> int | None:
    """A day of the school year that the sentence names, from September to July."""
    spans = [at for at in beside if mentions[at].record.rule == "date.school-year" and len(mentions[at].record.value) == 9]  # type: ignore[union-attr]  # dates
    if len(spans) != 1:
        return None
    sentence = scene.sentence(mentions[spans[0]].start)
    first, last = sides(mentions[spans[0]].record.value)  # type: ignore[union-attr]  # a date
    start = mentions[spans[0]].start
    if _ADMISSION.match(scene.lower, max(sentence.start, start - TEXT_REACH), min(sentence.end, start + TEXT_REACH)):
        return None
    return int(last) if place[0] <= _SCHOOL_ENDS else int(first) if place[0] >= _SCHOOL_BEGINS else None


def _held(mentions: Sequence[Mention], number: int, beside: Sequence[int], scene: Scene) -> int | None:
    """The one year of the sentence, where it dates what is held on that day."""
    mention = mentions[number]
    values = {record.value for record in _dates(mentions, beside)}
    year = mentions[beside[0]]
    value: str = year.record.value  # type: ignore[union-attr]  # a date
    between = (mention.end, year.start) if mention.start < year.start else (year.end, mention.start)
    end = max(year.end, mention.end)
    start = max(scene.sentence(mention.start).start, end - TEXT_REACH)
    if len(values) != 1 or not _HELD.match(scene.lower, *between) or _REVIEWS.match(scene.lower, start, end):
        return None
    if len(value) == 4:
        return int(value) if value.isdigit() else None
    congress = scene.lower.startswith("nhiệm kỳ", year.start) and _CONGRESS.match(scene.lower, start, year.start)
    return int(value[:4]) if congress else None


def _held_before(mentions: Sequence[Mention], number: int, scene: Scene) -> int | None:
    """`… Giải Bóng chuyền năm 2022 có 8 đội. Giải diễn ra từ ngày 5/6 …`: the one year of the sentence before, of which this one goes on."""
    sentence = scene.sentence_number(mentions[number].start)
    records = [mentions[at] for at in range(max(number - MOST_NEARBY, 0), number) if scene.sentence_number(mentions[at].start) == sentence - 1]
    said = {record.value for mention in records if isinstance(record := mention.record, Date) and record.section != "page_date"}
    if len(said) != 1 or not (year := said.pop()).isdigit():
        return None
    start, end = scene.sentences[sentence].start, scene.sentences[sentence].end
    before = scene.sentences[sentence - 1]
    held = _HELD.match(scene.lower, start, min(end, start + TEXT_REACH))
    looks_away = _REVIEWS.match(scene.lower, start, min(end, start + TEXT_REACH)) or _REVIEWS.match(
        scene.lower, max(before.start, before.end - TEXT_REACH), before.end
    )
    return int(year) if held and not looks_away and len(year) == 4 else None
