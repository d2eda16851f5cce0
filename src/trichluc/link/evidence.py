"""evidence: the dated days, months and periods of an article that may lend their year to a day without one.

… từ ngày 25/3 - 18/5/2019 … vòng chung kết diễn ra tối 19/5        the tale goes on in the same year
… theo Chỉ thị số 05 ngày 15/5/2016 …                               a document's day says nothing of the tale
Trước đó, vào ngày 4-6-2012, …                                      nor does an aside
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.families.date.iso import bounds, sides
from trichluc.lexicon import load_lexicon
from trichluc.pattern import Pattern
from trichluc.records import Citation, Date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["Evidence", "dates_document", "find_evidence", "is_aside", "is_deadline", "month_day", "read_evidence"]

_ASIDES = ("aside_flashback", "aside_birth", "aside_compared", "aside_effect")
_REPORTED = ("tính đến ", "tính tới ", "tính đến hết ", "tính tới hết ")  # the day on which the tale stands
_ASIDE_REACH = 32
_OPENING_REACH = 12
_DOCUMENT_GAP = 12


class Evidence(Struct, frozen=True):
    """A dated expression of the tale: its place, its year, and the first and last month and day it covers (day 0 for whole months).

    ``earlier`` tells that `trước đó` leads it, ``whole`` that it is a year, a half or a quarter, within which other days may lie,
    ``deadline`` that it is the end of something (`đến hết ngày 30/6/2022`), behind which only what comes later is told.
    """

    start: int
    sentence: int
    zone: int
    year: int
    first: tuple[int, int]
    last: tuple[int, int]
    earlier: bool = False
    whole: bool = False
    deadline: bool = False


def month_day(part: str) -> tuple[int, int] | None:
    """Month and day of one side of a value; day 0 where it is a month; None for anything else.

    >>> month_day("XXXX-03-12TMO"), month_day("2006-11"), month_day("2021-Q1")
    ((3, 12), (11, 0), None)
    """
    head = part.partition("T")[0]
    month, day = head[5:7], head[8:10]
    if not month.isdigit() or (len(head) > 7 and not day.isdigit()):
        return None
    return int(month), int(day) if day else 0


def find_evidence(mentions: Sequence[Mention], scene: Scene) -> tuple[Evidence, ...]:
    """The evidence of an article in text order: no page date, no document's day, no aside, no day of birth."""
    found = []
    for number, mention in enumerate(mentions):
        if (
            isinstance(mention.record, Date)
            and mention.record.section != "page_date"
            and not dates_document(mentions, number, scene)
            and not _is_anniversary(mentions, number, scene)
        ):
            piece = read_evidence(mention, scene, now=bool(number) and _is_anniversary(mentions, number - 1, scene))
            if piece is not None:
                found.append(piece)
    return tuple(found)


def read_evidence(mention: Mention, scene: Scene, *, now: bool = False) -> Evidence | None:
    """What one dated mention is evidence of; None where it is none. The anniversary kept *now* is, whatever leads it."""
    record = mention.record
    if not isinstance(record, Date) or record.anchor == "lunar":
        return None
    sentence = scene.sentence(mention.start)
    before = scene.lower[max(sentence.start, mention.start - _ASIDE_REACH) : mention.start]
    earlier = "trước đó" in before
    if not earlier and not now and is_aside(mention, scene):
        return None
    deadline = is_deadline(mention, scene)
    left, right = sides(record.value)
    first, last = month_day(left), month_day(right)
    number = scene.sentence_number(mention.start)
    if first is not None and last is not None and right[:4].isdigit():
        return Evidence(mention.start, number, sentence.zone, int(right[:4]), first, last, earlier=earlier, deadline=deadline)
    if record.modifier == "until":
        return None
    start, end = bounds(record.value)
    if start is None or end is None or start[:4] != end[:4] or not record.value[:4].isdigit():
        return None
    if len(record.value) == 4 and mention.start - sentence.start > _OPENING_REACH:
        return None  # a year speaks for its sentence where it opens it: Năm 2018, từ ngày 5/3 …
    return Evidence(
        mention.start, number, sentence.zone, int(start[:4]), (int(start[5:7]), 0), (int(end[5:7]), 0), earlier=earlier, whole=True
    )


def is_deadline(mention: Mention, scene: Scene) -> bool:
    """Whether it is the end of something to come: not `tính đến ngày 31/5/2021`, where the tale stands."""
    record = mention.record
    return isinstance(record, Date) and record.modifier == "until" and not scene.lower.endswith(_REPORTED, 0, mention.start)


def is_aside(mention: Mention, scene: Scene, *groups: str) -> bool:
    """Whether the words before it lead away from the tale: `sinh năm 1990`, `so với năm 2019`, `trước đó, năm 2015`.

    Flashbacks, births and foundings, comparisons, entries into force date no day of the tale; *groups* names those asked for, all where none.
    """
    start = max(scene.sentence(mention.start).start, mention.start - _ASIDE_REACH)
    return _asides(groups or _ASIDES).search(scene.lower, start, mention.start) is not None


@cache
def _asides(groups: tuple[str, ...]) -> Pattern:
    return Pattern(r"(?<!\w)\L<words>(?!\w)", words=load_lexicon("trichluc.families.date").words(*groups))


def dates_document(mentions: Sequence[Mention], number: int, scene: Scene) -> bool:
    """`Chỉ thị số 06-CT/TW, ngày 7/11/2006`."""
    if not number or not isinstance(mentions[number - 1].record, Citation):
        return False
    between = scene.lower[mentions[number - 1].end : mentions[number].start]
    return len(between) <= _DOCUMENT_GAP and not any(mark in between for mark in (";", "."))


def _is_anniversary(mentions: Sequence[Mention], number: int, scene: Scene) -> bool:
    """Whether it is the first day of a pair such as `(19/5/1890 - 19/5/2020)`."""
    if number + 1 == len(mentions):
        return False
    mention, following = mentions[number], mentions[number + 1]
    other = following.record
    return (
        isinstance(other, Date)
        and isinstance(mention.record, Date)
        and scene.lower[mention.end : following.start].strip() in ("-", "/")
        and other.value[4:] == mention.record.value[4:]
    )
