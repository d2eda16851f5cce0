"""lunar: lunar days whose year the words leave open: from the solar day said beside them, the sentence, the caller's date.

ngày 10 tháng 3 năm Quý Mão (tức ngày 29/4/2023) · mùng 3 Tết Nhâm Dần · rằm tháng Giêng
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from trichluc.families.date.iso import UNKNOWN_YEAR, sides
from trichluc.families.date.lunar import read_cycle, read_lunar_words
from trichluc.families.date.moon import LunarDays, cycle_years, to_solar
from trichluc.link.nearby import in_sentence
from trichluc.pattern import Pattern
from trichluc.records import Date

if TYPE_CHECKING:
    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["date_by_moon", "resolve_lunar"]

# … (tức ngày 29/4/2023) | … nhằm ngày 18/4 | 18/4 (10/3 âm lịch)
_LATEST = 2050
_ALIAS = Pattern(r",? ?\(?(?:tức(?: là)?|nhằm(?: vào)?|trùng với|rơi vào)?:? ?")


def resolve_lunar(mentions: tuple[Mention, ...], scene: Scene, published: date | None) -> tuple[Mention, ...]:
    """Fill the X of lunar days and years."""
    linked = list(mentions)
    for number, mention in enumerate(mentions):
        record = mention.record
        if isinstance(record, Date) and record.anchor == "lunar" and "X" in record.value:
            linked[number] = _resolved(number, mentions, scene, published)
    return tuple(linked)


def date_by_moon(mentions: tuple[Mention, ...], scene: Scene, _published: date | None) -> tuple[Mention, ...]:
    """`Ngày 26/1 (tức mùng 5 Tết Quý Mão)`: of the years so called only one has that day on the 26th of January."""
    linked = list(mentions)
    for number, mention in enumerate(mentions):
        record = mention.record
        if not (isinstance(record, Date) and record.rule == "date.lunar" and record.value.startswith(UNKNOWN_YEAR)):
            continue
        words = scene.lower[mention.start : mention.end]
        cycle = read_cycle(words)
        alias = _alias(number, mentions, scene) if cycle is not None else None
        if cycle is None or alias is None or not alias.startswith(UNKNOWN_YEAR) or len(alias) != len("XXXX-01-26"):
            continue
        days = read_lunar_words(words)
        found = [value for year in cycle_years(cycle) if (value := _solar(days, year)) and value[4:] == alias[4:]]
        known = [value for value in found if int(value[:4]) <= _LATEST]
        if len(known) == 1:
            for at in (number - 1, number, number + 1):
                _say_year(linked, at, known[0])
    return tuple(linked)


def _say_year(linked: list[Mention], at: int, day: str) -> None:
    """Fill the lunar day and the solar one beside it."""
    record = linked[at].record if 0 <= at < len(linked) else None
    if not isinstance(record, Date) or not record.value.startswith(UNKNOWN_YEAR):
        return
    head, sign, time = record.value.partition("T")
    if record.anchor == "lunar" or head[4:] == day[4:]:
        linked[at] = linked[at].with_fields(value=f"{day}{sign}{time}", resolved_by="sentence")


def _resolved(number: int, mentions: tuple[Mention, ...], scene: Scene, published: date | None) -> Mention:
    mention = mentions[number]
    record = mention.record
    if not isinstance(record, Date):
        return mention
    alias = _alias(number, mentions, scene)
    time = record.value.partition("T")[2]
    if alias is not None and record.rule == "date.lunar":
        return mention.with_fields(value=alias + (f"T{time}" if time else ""), resolved_by="sentence")
    words = scene.lower[mention.start : mention.end]
    found = _from_words(words, record, _years_said(mentions, number, scene), _years_told(mentions), published)
    if found is None:
        return mention
    value, by = found
    return mention.with_fields(value=value + (f"T{time}" if time else ""), resolved_by=by)


def _alias(number: int, mentions: tuple[Mention, ...], scene: Scene) -> str | None:
    """The solar day that a neighbour says it is."""
    mention = mentions[number]
    for left, right in ((number, number + 1), (number - 1, number)):
        if left < 0 or right >= len(mentions):
            continue
        first, second = mentions[left], mentions[right]
        joint = _ALIAS.match(scene.lower, first.end, second.start)
        other = (second if first is mention else first).record
        between = scene.lower[first.end : second.start]
        if (
            joint is None
            or joint.end() != second.start
            or not between.strip(" ,:")
            or not isinstance(other, Date)
            or other.anchor == "lunar"
        ):
            continue
        if all(len(part) == 10 and part[5:7].isdigit() for part in (side.partition("T")[0] for side in sides(other.value))):
            return "/".join(dict.fromkeys(side.partition("T")[0] for side in sides(other.value)))
    return None


def _years_said(mentions: tuple[Mention, ...], number: int, scene: Scene) -> tuple[int, ...]:
    """The years that the sentence says."""
    beside = (mentions[at].record for at in in_sentence(mentions, number, scene))
    return tuple(int(record.value[:4]) for record in beside if isinstance(record, Date) and record.value[:4].isdigit())


def _years_told(mentions: tuple[Mention, ...]) -> frozenset[int]:
    """The years that the article says."""
    records = (mention.record for mention in mentions)
    values = (record.value for record in records if isinstance(record, Date) and record.section != "page_date")
    return frozenset(int(side[:4]) for value in values for side in sides(value) if side[:4].isdigit())


def _from_words(words: str, record: Date, said: tuple[int, ...], told: frozenset[int], published: date | None) -> tuple[str, str] | None:
    cycle = read_cycle(words)
    days = read_lunar_words(words)
    if cycle is not None:
        year, by = _cycle_year(cycle, said, told, published)
        if year is None:
            return None
        if record.rule != "date.lunar":
            return record.value.partition("T")[0].replace(UNKNOWN_YEAR, f"{year:04d}"), by
        value = _solar(days, year)
        return (value, by) if value else None
    if not days or published is None:
        return None
    near = [
        (value, abs((date.fromisoformat(value[:10]) - published).days))
        for year in range(published.year - 1, published.year + 2)
        if (value := _solar(days, year))
    ]
    return (min(near, key=lambda pair: pair[1])[0], "published") if near else None


def _cycle_year(cycle: int, said: tuple[int, ...], told: frozenset[int], published: date | None) -> tuple[int | None, str]:
    """The year at a place of the cycle: one that the sentence speaks of, the one that the article does, the nearest to the caller's date."""
    years = cycle_years(cycle)
    for year in years:
        if year in said:
            return year, "sentence"
    fitting = [year for year in years if not told.isdisjoint((year - 1, year, year + 1))]
    if len(fitting) == 1:
        return fitting[0], "paragraph"
    if published is None:
        return None, ""
    return min(years, key=lambda year: abs(year - published.year)), "published"


def _solar(days: tuple[LunarDays, ...], year: int) -> str | None:
    if not days:
        return None
    first, last = days[0], days[-1]
    eve = first.month == 12 and last.last_month == 1  # 28 Tết to mùng 5 Tết
    start = to_solar(first.first, first.month, year - eve)
    end = to_solar(last.last, last.last_month, year)
    if start is None or end is None or start > end:
        return None
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
