"""layout: the zones of a page, told by form alone.

    page_date   Thứ hai,  27/06/2022  ·  15:38, 28/11/2007
    title       first line, when others follow and it ends in no stop
    lead        first paragraph after the title, its paper's mark (`LSO-`, `(Dân trí) -`) set apart
    caption     … – Ảnh: Thanh Huyền
    byline      last short line of capitalised words, or a name between title and lead
    body        all else

A line is a paragraph; lines that a page wrapped were joined by fold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.text import UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trichluc.text import Text

__all__ = ["Zone", "Zones", "layout"]

_LINE = re.compile(r"[^\n]+")
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAY = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2},?(?: năm)? \d{4}|\d{4}-\d{2}-\d{2})"
_CLOCK = r"(?:\d{1,2}[:h]\d{2}(?::\d{2})?'?(?: ?[ap]m)?)"
_APART = r"(?: ?[,|•·-] ?| lúc | )?"
# Thứ hai,  27/06/2022 | Thứ hai - 26/07/2021 21:44 | 15:38, 28/11/2007 | 23/10/2023 17:32 PM | Cập nhật: 8/3/2019, 7:05 (GMT+7)
# Cập nhật ngày 27/06/2022 lúc 10:25 | Monday, 27/06/2022 | 10:25' | 27.6.2022 | Thứ tư, ngày 25 tháng 10 năm 2017 | 10:41
_PAGE_DATE = re.compile(
    rf"(?:(?:cập nhật|ngày đăng|đăng ngày|đăng lúc)(?: lúc)?:? ?)?(?:{_WEEKDAY}{_APART})?"
    rf"(?:{_CLOCK}{_APART}(?:{_WEEKDAY}{_APART})?(?:ngày )?{_DAY}|(?:ngày )?{_DAY}(?:{_APART}{_CLOCK})?)"
    r"(?: ?\(?gmt ?\+? ?7\)?)? ?"
)
# LSO-Đảng bộ | (Dân trí) - Sáng | QNO – Ngày | (HNMO).-, but no VN-Index, no COVID-19
_DATELINE = re.compile(
    rf"(?:\(([^()\n]{{2,32}})\)|([A-ZĐ][A-ZĐ&.+]{{1,11}}(?: ?Online)?|[A-ZĐ]\w{{1,20}}\.vn|[A-Z][\w.]{{1,12}}\+)) ?\.? ?- ?(?=[\"(]?[{UPPER}\d])(?!Index\b|19\b)"
)
# …tại hội thảo – Ảnh: Thanh Huyền | …về Bác. Ảnh: LT. | (Ảnh: TTXVN phát) | Ảnh minh họa: Internet
_CREDIT = r"ảnh(?: (?:minh họa|tư liệu|tl|chụp))?(?: ?: ?| (?=[\w.]{1,12}\)?$)|\)?\.?$)[^:;\n]{0,60}$"
_CAPTION = re.compile(rf"[-.,(;|] ?{_CREDIT}")
_CAPTION_ALONE = re.compile(_CREDIT)
_BYLINE = re.compile(
    r"(?:theo|nguồn:?|bài, ảnh:|bài và ảnh:|tin, ảnh:|pv|nhóm pv|\(?tổng hợp\)?|thực hiện:)(?: .{0,50})?"
    rf"|(?-i:[{UPPER}][\w.]*(?: ?- ?| |, ?)){{0,7}}(?-i:[{UPPER}][\w.]*)(?: ?\([^()\n]{{2,40}}\))?",
    re.IGNORECASE,
)
# Between title and lead: HÀN GIANG | · Thanh Huyền - Minh Quân
_AUTHOR = re.compile(rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{1,3}}(?: ?[-,&] ?[{UPPER}]\w*(?: [{UPPER}]\w*){{1,3}})? ?\|?")
_STOPS = frozenset(".!…:;,")
_LONGEST_TITLE, _LONGEST_CAPTION, _LONGEST_BYLINE, _LONGEST_AUTHOR = 300, 400, 70, 40
_SHORTEST_REPEAT = _SHORTEST_PARAGRAPH = 60


class Zone(Struct, frozen=True, gc=False):
    """A stretch of one kind, in folded offsets."""

    kind: str
    start: int
    end: int


class Zones(Struct, frozen=True):
    """All zones in text order, the paper's mark before the lead, and the passages printed twice (first start, again start, length)."""

    zones: tuple[Zone, ...]
    dateline: tuple[int, int] | None = None
    repeats: tuple[tuple[int, int, int], ...] = ()


def layout(text: Text) -> Zones:
    r"""Mark the zones of *text*.

    >>> from trichluc.text import fold
    >>> [zone.kind for zone in layout(fold("Hội nghị sơ kết\n\nLSO-Sáng nay, tỉnh sơ kết công tác.\n\nMinh Quân")).zones]
    ['title', 'lead', 'byline']
    """
    lines = [_trimmed(text.folded, match.start(), match.end()) for match in _LINE.finditer(text.folded)]
    lines = [(start, end) for start, end in lines if start < end]
    kinds = list(_kinds(text, lines))
    dateline = None
    zones: list[Zone] = []
    for (start, end), kind in zip(lines, kinds, strict=True):
        mark = _DATELINE.match(text.folded, start, min(end, start + 60)) if kind in ("lead", "body") else None
        if mark and dateline is None:
            dateline = mark.span(1 if mark[1] else 2)
        elif mark and dateline and dateline[1] - dateline[0] != mark.end(mark.lastindex or 0) - mark.start(mark.lastindex or 0):
            mark = None  # a lead printed twice carries its mark twice; another mark is text
        zones.append(Zone(kind, mark.end() if mark else start, end))
    return Zones(tuple(zones), dateline, tuple(_repeats(text.folded, zones)))


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start] == " ":
        start += 1
    while start < end and folded[end - 1] == " ":
        end -= 1
    return start, end


def _kinds(text: Text, lines: list[tuple[int, int]]) -> Iterator[str]:
    """The kind of each line: what it is by its own form, then by its place."""
    lower = text.lower
    title = lead = False
    last = len(lines) - 1
    for index, (start, end) in enumerate(lines):
        length = end - start
        if length <= _LONGEST_BYLINE and _PAGE_DATE.fullmatch(lower, start, end):
            yield "page_date"
        elif not title and not lead and index < last and length <= _LONGEST_TITLE and lower[end - 1] not in _STOPS:
            title = True
            yield "title"
        elif index == last and index and length <= _LONGEST_BYLINE and _BYLINE.fullmatch(text.folded, start, end):
            yield "byline"
        elif length <= _LONGEST_CAPTION and _is_caption(lower, start, end):
            yield "caption"
        elif title and not lead and index < last and _is_author(text.folded, start, end) and _is_paragraph(*lines[index + 1]):
            yield "byline"
        elif title and not lead:
            lead = True
            yield "lead"
        else:
            lead = True
            yield "body"


def _is_author(folded: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST_AUTHOR and _AUTHOR.fullmatch(folded, start, end) is not None


def _is_paragraph(start: int, end: int) -> bool:
    return end - start >= _SHORTEST_PARAGRAPH


def _is_caption(lower: str, start: int, end: int) -> bool:
    tail = max(start, end - 90)
    return "ảnh" in lower[tail:end] and bool(_CAPTION_ALONE.match(lower, start, end) or _CAPTION.search(lower, tail, end))


def _repeats(folded: str, zones: list[Zone]) -> Iterator[tuple[int, int, int]]:
    """Stretches that begin like an earlier paragraph or sentence and go on alike: linear, as each match is stepped over."""
    seen: dict[str, int] = {}
    for zone in zones:
        at = zone.start
        while 0 <= at <= zone.end - _SHORTEST_REPEAT:
            opening = folded[at : at + _SHORTEST_REPEAT]
            first = seen.setdefault(opening, at)
            step = at
            if first < at:
                length = _common_length(folded, first, at, zone.end)
                yield first, at, length
                step = at + length
            found = folded.find(". ", step, zone.end)
            at = found + 2 if found >= 0 else -1


def _common_length(folded: str, first: int, again: int, end: int) -> int:
    """How far the two stretches are alike; compared by halves, so in C."""
    low, high = _SHORTEST_REPEAT, min(end - again, again - first)
    if high <= low:
        return low
    while low < high:
        middle = (low + high + 1) // 2
        if folded.startswith(folded[again + low : again + middle], first + low):
            low = middle
        else:
            high = middle - 1
    return low
