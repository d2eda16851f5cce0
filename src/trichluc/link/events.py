"""events: the year of a day from the event that its sentence dates.

Sáng nay 8/2, … mừng xuân Đinh Dậu 2017                                 spring is of the first months
Ngày 7/7, Đoàn kiểm tra theo Quyết định số 469 ngày 21/3/2017 …         acted upon within months
Sáng 5/6, tỉnh khai mạc Hội thi … năm 2019                              the event's own year
Ngày 25/5, trường tổng kết năm học 2018-2019                            a school year's half
Ngày 10/8, khai mạc Đại hội … nhiệm kỳ 2020-2025                        a congress opens its term
Ngày 28/12, … tổng kết năm 2021, triển khai nhiệm vụ năm 2022           the turn of the year
Sáng 5/4, Hội thi … khai mạc. Hội thi năm 2022 có 30 đội.               the event's year, said behind
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.families.date.iso import sides
from trichluc.lexicon import load_lexicon
from trichluc.link.evidence import dates_document, is_aside, month_day
from trichluc.link.nearby import MOST_NEARBY, TEXT_REACH, dates_of_sentence
from trichluc.link.occasions import year_issued, year_kept
from trichluc.pattern import Pattern
from trichluc.records import Date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.link import Mention
    from trichluc.link.nearby import Dated
    from trichluc.scene import Scene

__all__ = ["year_of_event"]

_AUTUMN = 10
_SPRING, _SCHOOL_ENDS, _SCHOOL_BEGINS = 3, 7, 9
_FROM_DOCUMENT = 4
_VERB_REACH = 64
_YEAR_CLOSES, _YEAR_OPENS = 12, 2


class _Words(Struct, frozen=True):
    """The patterns of the words of an event: what is held, what looks back or ahead and proves nothing of its own day."""

    held: Pattern
    held_behind: Pattern
    reviews: Pattern
    years_on: Pattern
    looks_back: Pattern
    plans: Pattern
    admission: Pattern
    congress: Pattern
    event: Pattern
    handed_over: Pattern


@cache
def _words() -> _Words:
    lexicon = load_lexicon("trichluc.families.date")
    held, event = lexicon.words("held"), lexicon.words("event")
    return _Words(
        held=Pattern(r".*(?<!\w)\L<words>(?!\w)", words=held),
        held_behind=Pattern(r"(?: (?:đã|sẽ|vừa|đang|chính thức)){0,2} \L<words>(?!\w)", words=held),
        reviews=Pattern(r".*(?<!\w)\L<words>(?!\w)", words=lexicon.words("review")),
        years_on=Pattern(r".*(?<!\w)(?:sơ kết|tổng kết|\d+ năm|năm thực hiện|kỷ niệm)(?!\w)"),
        looks_back=Pattern(r".*(?<!\w)\L<words>(?!\w)", words=lexicon.words("look_back")),
        plans=Pattern(r".*(?<!\w)\L<words>(?!\w)", words=lexicon.words("plan")),
        admission=Pattern(r".*(?<!\w)\L<words>(?!\w)", words=lexicon.words("admission")),
        handed_over=Pattern(r".*(?<!\w)\L<words>(?!\w)", words=lexicon.words("handed_over")),
        congress=Pattern(r".*(?<!\w)đại hội(?!\w)"),
        event=Pattern(r".*(?<!\w)(?P<event>\L<words>)(?!\w)[^,.;:()\"]*$", words=event),
    )


def year_of_event(mentions: Sequence[Mention], number: int, place: tuple[int, int], scene: Scene) -> tuple[int, str] | None:
    """The year of the day at *number*, whose month and day are *place*, and what gave it."""
    beside = dates_of_sentence(mentions, number, scene)
    beside = tuple(date for date in beside if date.record.rule != "date.span") or beside  # khóa IX, nhiệm kỳ 2016-2021: a body's term
    occasion = year_kept(dates_of_sentence(mentions, number, scene), scene) or year_issued(mentions, number, scene)
    if occasion:
        return occasion, "sentence"
    if not beside:
        year = _held_before(mentions, number, scene) or _named_behind(mentions, number, scene)
        return (year, "paragraph") if year else None
    mention = mentions[number]
    documents = [date for date in beside if len(date.record.value) == 10 and dates_document(mentions, date.number, scene)]
    year = (
        _spring(mentions, beside, place, scene)
        or _document(mention, documents, place, scene)
        or _school(beside, place, scene)
        or _held(mention, beside, place, scene)
        or _turn_of_year(mention, beside, place, scene)
    )
    return (year, "sentence") if year else None


def _between(mention: Mention, date: Dated) -> tuple[int, int]:
    return (mention.end, date.start) if mention.start < date.start else (date.end, mention.start)


def _spring(mentions: Sequence[Mention], beside: Sequence[Dated], place: tuple[int, int], scene: Scene) -> int | None:
    """Spring is of the first months; a Tết told of in autumn is the one to come: `Chiều 18/12, … bảo vệ Tết Giáp Thìn 2024`."""
    for date in beside:
        record = date.record
        if (record.value[4:] == "-SP" or record.rule == "date.tet") and place[0] <= _SPRING:
            return int(record.value[:4])
        is_past = scene.lower.startswith((" vừa qua", " vừa rồi"), date.end) or is_aside(mentions[date.number], scene)
        if record.rule == "date.tet" and place[0] >= _AUTUMN and not is_past:
            return int(record.value[:4]) - 1
    return None


def _document(mention: Mention, documents: Sequence[Dated], place: tuple[int, int], scene: Scene) -> int | None:
    """The nearest document's date, unless the sentence looks back on years since."""
    nearest = min(documents, key=lambda date: abs(date.start - mention.start), default=None)
    day = month_day(nearest.record.value) if nearest else None
    if nearest is None or day is None or not (day <= place and place[0] - day[0] <= _FROM_DOCUMENT):
        return None
    return None if _words().years_on.match(scene.lower, *_between(mention, nearest)) else int(nearest.record.value[:4])


def _school(beside: Sequence[Dated], place: tuple[int, int], scene: Scene) -> int | None:
    """A day of the school year that the sentence names, from September to July."""
    spans = [date for date in beside if date.record.rule == "date.school-year" and len(date.record.value) == 9]
    if len(spans) != 1:
        return None
    [span] = spans
    sentence = scene.sentence(span.start)
    if _words().admission.match(scene.lower, max(sentence.start, span.start - TEXT_REACH), min(sentence.end, span.start + TEXT_REACH)):
        return None
    first, last = sides(span.record.value)
    return int(last) if place[0] <= _SCHOOL_ENDS else int(first) if place[0] >= _SCHOOL_BEGINS else None


def _turn_of_year(mention: Mention, beside: Sequence[Dated], place: tuple[int, int], scene: Scene) -> int | None:
    """At the turn of the year one is looked back on and the next planned: `Ngày 28/12, … tổng kết năm 2021, nhiệm vụ năm 2022`."""
    years = [date for date in beside if len(date.record.value) == 4 and date.record.value.isdigit() and date.start > mention.end]
    looked_back, planned = (
        next((int(date.record.value) for date in years if pattern.match(scene.lower, *_clause(mention, date, scene))), None)
        for pattern in (_words().looks_back, _words().plans)
    )
    if planned and any(
        int(date.record.value) == planned + 1 and _words().plans.match(scene.lower, *_clause(mention, date, scene)) for date in years
    ):
        planned += 1  # thực hiện nhiệm vụ năm 2014 và triển khai nhiệm vụ năm 2015
    if looked_back and place[0] >= _YEAR_CLOSES and planned in (None, looked_back + 1):
        return looked_back
    return planned if planned and place[0] <= _YEAR_OPENS and looked_back in (None, planned - 1) else None


def _clause(mention: Mention, date: Dated, scene: Scene) -> tuple[int, int]:
    """What stands before a date behind the last comma or date of the sentence."""
    start = max(scene.lower.rfind(",", mention.end, date.start), scene.lower.rfind(";", mention.end, date.start), mention.end)
    return start, date.start


def _held(mention: Mention, beside: Sequence[Dated], place: tuple[int, int], scene: Scene) -> int | None:
    """The one year of the sentence, where it dates what is held on that day."""
    year = beside[0]
    value, end = year.record.value, max(year.end, mention.end)
    start = max(scene.sentence(mention.start).start, end - TEXT_REACH)
    if any(date.record.value != value for date in beside) or _words().reviews.match(scene.lower, start, end):
        return None
    if not _takes_place(mention, year, scene) or (place[0] <= _YEAR_OPENS and _words().handed_over.match(scene.lower, start, end)):
        return None
    if len(value) == 4:
        return int(value) if value.isdigit() else None
    congress = scene.lower.startswith("nhiệm kỳ", year.start) and _words().congress.match(scene.lower, start, year.start)
    return int(value[:4]) if congress else None


def _takes_place(mention: Mention, year: Dated, scene: Scene) -> bool:
    """Whether a verb of what takes place ties the day to the year: between them, behind the year, or before both where an event has it."""
    lower, words = scene.lower, _words()
    if words.held.match(lower, *_between(mention, year)) or words.held_behind.match(lower, year.end, scene.limit(year.end)):
        return True
    start = max(scene.sentence(mention.start).start, mention.start - _VERB_REACH)
    named = mention.end < year.start <= mention.end + TEXT_REACH and words.event.match(lower, mention.end, year.start)
    return bool(named) and words.held.match(lower, start, mention.start) is not None


def _held_before(mentions: Sequence[Mention], number: int, scene: Scene) -> int | None:
    """`… Giải Bóng chuyền năm 2022 có 8 đội. Giải diễn ra từ ngày 5/6 …`: the one year of the sentence before, of which this one goes on."""
    place = scene.sentence_number(mentions[number].start)
    near = (mentions[at] for at in range(max(number - MOST_NEARBY, 0), number))
    before_place = _sentence_before(place, scene)
    records = (mention.record for mention in near if scene.sentence_number(mention.start) == before_place)
    said = {record.value for record in records if isinstance(record, Date) and record.section != "page_date"}
    year = said.pop() if len(said) == 1 else ""
    if len(year) != 4 or not year.isdigit():
        return None
    sentence, before = scene.sentences[place], scene.sentences[before_place]
    here = sentence.start, min(sentence.end, sentence.start + TEXT_REACH)
    if _words().reviews.match(scene.lower, *here) or _words().reviews.match(
        scene.lower, max(before.start, before.end - TEXT_REACH), before.end
    ):
        return None
    return int(year) if _words().held.match(scene.lower, *here) else None


def _sentence_before(place: int, scene: Scene) -> int:
    """The sentence before one, the page's date line between a title and its lead left out."""
    before = place - 1
    while before > 0 and scene.sentences[before].section == "page_date":
        before -= 1
    return before


def _named_behind(mentions: Sequence[Mention], number: int, scene: Scene) -> int | None:
    """`Sáng 5/4, Hội thi … khai mạc. Hội thi năm 2022 có 30 đội.`: the sentence behind names the year of the event held on the day."""
    place = scene.sentence_number(mentions[number].start)
    near = (mentions[at] for at in range(number + 1, min(number + MOST_NEARBY, len(mentions))))
    behind = [mention for mention in near if isinstance(mention.record, Date) and scene.sentence_number(mention.start) == place + 1]
    values = {mention.record.value for mention in behind if isinstance(mention.record, Date)}
    year = values.pop() if len(values) == 1 else ""
    if len(year) != 4 or not year.isdigit():
        return None
    sentence, following = scene.sentences[place], scene.sentences[place + 1]
    here, there = (sentence.start, min(sentence.end, sentence.start + TEXT_REACH)), (following.start, behind[0].start)
    named = _words().event.match(scene.lower, there[0], min(there[1], there[0] + TEXT_REACH))
    if named is None or named["event"] not in scene.lower[slice(*here)] or _words().held.match(scene.lower, *here) is None:
        return None
    return None if _words().reviews.match(scene.lower, *here) or _words().reviews.match(scene.lower, *there) else int(year)
