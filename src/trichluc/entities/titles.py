"""titles: the offices, ranks and callings that papers set before a person's name or behind it.

{title} {body}? (, {title} {body}?)* {honorific}? NAME      Phó Chủ tịch UBND tỉnh Nguyễn Văn A
NAME (, {title} {body}?)*                                  ông Nguyễn Văn A, Uỷ viên Bộ Chính trị, Trưởng Ban Tổ chức Trung ương
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.found import ORGANIZATION, PERSON

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trichluc.entities.found import Found
    from trichluc.entities.names import Names
    from trichluc.scene import Scene

__all__ = ["title_of"]

_MOST = 6
_GAPS = (", ", " - ", " , ", "- ", " -", " kiêm ", ", kiêm ", " và ")
_FIRST_GAPS = (*_GAPS[:5], " (", "-")
_JOINS = (" tại ", " của ")
_LONGEST = 10
_LONGEST_BRACKET = 16
_CLOSERS = {",", ";", ".", ")", ""}
_MOST_FIELD = 3  # small words between a calling and the name
_MOST_OWN = 8  # words of an apposition that a comma closes
_FAR = 70
_BRACKETED = re.compile(r" \([^\W\d_]{2,12}\)")
# a clause or a bracket ends here
_CLOSE = re.compile(r",|\)|;| - |$")
_Span = tuple[int, int]


def title_of(scene: Scene, names: Names, person: Found, by_start: Mapping[int, Found], by_end: Mapping[int, Found]) -> str | None:
    """The person's title as printed, its parts joined by commas; None where none stands beside the name."""
    before = _before(scene, names, person, by_end)
    parts = [*before, *_behind(scene, names, person, by_start, alone=not before)]
    return ", ".join(dict.fromkeys(scene.printed(start, end) for start, end in parts)) or None


def _before(scene: Scene, names: Names, person: Found, by_end: Mapping[int, Found]) -> list[_Span]:
    people, lower = names.people, scene.lower
    left = scene.sentence(person.start).start
    at = person.start
    for phrases in (people.honorifics, people.between):
        found = (
            None if at - 1 in by_end or people.ordained.before(lower, at, left) else phrases.before(lower, at, left)
        )  # Đại sứ Nga tại Anh | Andrey Kelin
        at = at if found is None else found[0]
    noun = people.nouns.before(lower, at, left)
    if noun is not None and (title := people.titles.before(lower, at, left)) is not None and noun[0] < title[0]:
        return []  # mẹ Việt Nam anh hùng
    if at < person.start and people.personal.before(lower, at, left) is not None:
        return []  # bầu | bà Nguyễn Thị Hà
    if at == person.start and person.end - at > 0 and people.alone.before(lower, at, left) and " " in lower[at : person.end]:
        return []  # bầu | Trần Văn A làm bí thư
    parts: list[_Span] = []
    gap = 1
    if at < person.start and lower.endswith(", ", left, at):
        gap = 2  # Bí thư Tỉnh uỷ Hà Giang, | ông Triệu Tài Minh
    elif at < person.start and lower.endswith(" - ", left, at):
        gap = 3  # Giám đốc Sở Y tế - | bà Trần Thị Mai
        held = people.between.ending(lower, at - gap, left)
        gap = gap if held is None else at - held[0] + 1  # Tổng thống | đương nhiệm - | ông Emmanuel Macron
    elif at == person.start and lower.startswith(",", person.end) and lower.endswith(", ", left, at) and _opens(names, lower, left):
        gap = 2  # Tổng thống Nga, | Vladimir Putin, cho biết
    apart = gap > 1
    while len(parts) < _MOST and at - gap > left:
        part = _part_ending(scene, names, _before_bracket(scene, at - gap, left, by_end), left, by_end) or (
            None if parts or at < person.start else _calling_ending(scene, names, at - gap, left)
        )
        if part is None:
            break
        parts.insert(0, part)
        at = part[0]
        step = next((step for step in _GAPS if lower.endswith(step, left, at)), None)
        gap = 1 if step is None else len(step)
    if len(parts) > 1 and people.on_behalf.before(lower, parts[0][0], left) is not None:
        return parts[_behind_comma(lower, parts) :]  # Thừa uỷ quyền của Bộ trưởng, | Đại tá
    return _own(scene, names, parts, left, by_end, apart=apart)


def _opens(names: Names, lower: str, left: int) -> bool:
    """Whether a title opens the sentence that begins at *left*."""
    return names.people.titles.at(lower, left, len(lower)) is not None


def _own(scene: Scene, names: Names, parts: list[_Span], left: int, by_end: Mapping[int, Found], *, apart: bool) -> list[_Span]:
    """The parts without those that say who stands before them: ông Nông Dũng, Trợ lý Ngoại trưởng, | Thứ trưởng | Nguyễn Minh Vũ."""
    if not parts or (len(parts) == 1 and not apart):
        return parts
    lower, people = scene.lower, names.people
    before = next((by_end.get(parts[0][0] - len(step)) for step in _GAPS[:5] if lower.endswith(step, left, parts[0][0])), None)
    if before is None or before.kind != PERSON:
        return parts
    if apart:
        return []
    address = people.honorifics.before(lower, before.start, left)
    start = before.start if address is None else address[0]
    body = by_end.get(start - 1)
    titled = people.titles.before(lower, start, left) is not None or (body is not None and body.kind != PERSON)
    return parts if titled else parts[_behind_comma(lower, parts) :]


def _behind_comma(lower: str, parts: list[_Span]) -> int:
    """Number of the first part behind a comma."""
    return next((number for number in range(1, len(parts)) if "," in lower[parts[number - 1][1] : parts[number][0]]), 1)


def _before_bracket(scene: Scene, end: int, left: int, by_end: Mapping[int, Found]) -> int:
    """End of the body before a short form in brackets that ends at *end*; *end* itself where none does: Bộ trưởng Bộ Y tế | (BYT) Nguyễn Văn A."""
    if scene.lower[end - 1 : end] != ")":
        return end
    bracket = scene.lower.rfind(" (", max(left, end - _LONGEST_BRACKET), end)
    return bracket if bracket > left and bracket in by_end else end


def _calling_ending(scene: Scene, names: Names, end: int, left: int) -> _Span | None:
    """A title with its field in small letters that ends at *end*: chuyên gia kinh tế, nhà nghiên cứu văn hoá dân gian."""
    folded, lower = scene.folded, scene.lower
    at = end
    for _ in range(_MOST_FIELD):
        start = lower.rfind(" ", max(left, at - _LONGEST), at) + 1
        word = lower[start:at]
        if start <= left or not word.isalpha() or not folded[start].islower() or names.people.predicates.at(lower, start, end) is not None:
            return None
        if word in names.organizations.heads.links or names.people.titles.ending(lower, at, left) is not None:
            return None
        if names.people.nouns.ending(lower, at, left) is not None:
            return None
        at = start - 1
        title = names.people.titles.ending(lower, at, left)
        if title is not None and folded[title[0]].islower():
            return title[0], end
    return None


def _part_ending(scene: Scene, names: Names, end: int, left: int, by_end: Mapping[int, Found]) -> _Span | None:
    """A title, with the body it is held in or its field of work, that ends at *end*."""
    people, lower = names.people, scene.lower
    if end > left and lower[end - 1] == "." and people.titles.ending(lower, end - 1, left) is not None:
        end -= 1  # TS. Nguyễn Văn A
    at = end
    body = by_end.get(at)
    if body is None and people.titles.ending(lower, at, left) is None:
        field = names.organizations.heads.start_before(lower, at, left)
        at = at if field is None else field - 1  # Bộ trưởng | Tài chính, Bí thư | Chi bộ
    while body is not None and body.kind != PERSON and people.titles.ending(lower, at, left) is None:
        # Đại sứ Việt Nam | tại Nhật Bản, Chủ nhiệm Uỷ ban Tư pháp | của Quốc hội
        at = body.start - next((len(join) for join in _JOINS if lower.endswith(join, left, body.start)), 1)
        body = by_end.get(at)
    if (
        at < end
        and people.titles.ending(lower, at, left) is None
        and (work := names.organizations.heads.works.ending(lower, at, left)) is not None
    ):
        at = work[0] - 1  # Trưởng khoa | Cấp cứu | Bệnh viện Chợ Rẫy
    title = people.titles.ending(lower, at, left)
    if title is None:
        return None
    while (stop := _stop_before(lower, title[0])) is not None and (degree := people.titles.ending(lower, stop, left)) is not None:
        title = degree  # PGS. | TS. | BS
    former = people.former.before(lower, title[0], left)
    return (former[0] if former is not None and former[1] == "kept" else title[0]), end


def _stop_before(lower: str, at: int) -> int | None:
    """Where a stop stands before *at*, with a space or without; None where none does."""
    stop = at - 2 if lower[at - 1 : at] == " " else at - 1
    return stop if lower[max(stop, 0) : stop + 1] == "." else None


def _behind(scene: Scene, names: Names, person: Found, by_start: Mapping[int, Found], *, alone: bool) -> list[_Span]:
    """The titles behind the name; where they lead to the next person's name they are that one's, unless this name stands *alone*."""
    lower = scene.lower
    right = scene.limit(person.start)
    parts: list[_Span] = []
    at = person.end
    while len(parts) < _MOST:
        step = next((step for step in (_GAPS if parts else _FIRST_GAPS) if lower.startswith(step, at)), None)
        if step is None:
            break
        part = _part_starting(scene, names, at + len(step), right, by_start)
        if part is None or (not parts and _is_subject(scene, names, part, right)):
            break
        following = by_start.get(part[1] + 1)
        if following is not None and following.kind == PERSON:
            return parts if alone else []
        parts.append(part)
        at = part[1]
    return parts


def _is_subject(scene: Scene, names: Names, part: _Span, right: int) -> bool:
    """Whether an office of the state with a predicate behind it begins a clause: thăm HLV Park Hang Seo, | Thủ tướng | mời."""
    office = names.organizations.heads.offices.at(scene.lower, part[0], right)
    if office != (part[1], "whole") or scene.lower[part[1] : part[1] + 1] != " ":
        return False
    return names.people.predicates.at(scene.lower, part[1] + 1, right) is not None


def _part_starting(scene: Scene, names: Names, start: int, right: int, by_start: Mapping[int, Found]) -> _Span | None:
    """A title, with the body it is held in, that begins at *start* and or in its kind of body."""
    people, lower = names.people, scene.lower
    first = start
    former = people.former.at(lower, start, right)
    if former is not None:
        start = former[0] + 1
        first = first if former[1] == "kept" else start
    title = people.titles.at(lower, start, right)
    if title is None:
        return None
    last = max(lower.rfind(" ", start, title[0]) + 1, start)
    end = title[0]
    for at in (last, end + 1):  # Trưởng | ban chỉ đạo, Bí thư | Đảng đoàn
        if start < at < right and (extent := names.organizations.extent(scene.text, at, right)) > at:
            end = max(end, extent)
    if end == title[0] and scene.folded[end + 1 : end + 2].isupper():
        work = names.organizations.heads.work_end(lower, end + 1, right)
        end = work if work > end + 1 else end  # Bộ trưởng | Tài nguyên và Môi trường
    if end == title[0] and lower.startswith(" ", end):
        kind = names.organizations.heads.head_end(lower, end + 1, right)  # Giám đốc | Công ty
        end = kind if kind > end + 1 and lower[kind : kind + 1] in _CLOSERS else end
    body = next((body for at in range(start + 1, end + 2) if (body := by_start.get(at)) is not None and body.kind != PERSON), None)
    end = _with_bodies(scene, names, (title[0], end), body, by_start)
    end = _closed(scene, names, end, right, by_start)
    return first, end


def _with_bodies(scene: Scene, names: Names, title: _Span, body: Found | None, by_start: Mapping[int, Found]) -> int:
    """End of the bodies behind a title, a body and its place one behind the other: Phó Giám đốc Trung tâm A (TTA) | tỉnh B."""
    lower, (stop, end) = scene.lower, title
    if body is None and lower.startswith(", ", end) and lower[stop - _LONGEST : stop].rpartition(" ")[2] in names.people.institutes:
        body = by_start.get(end + 2)  # Trưởng khoa Nhi, | Bệnh viện Đa khoa tỉnh
        body = body if body is not None and body.kind == ORGANIZATION else None
    while body is not None:
        end = max(end, body.end)
        bracket = _BRACKETED.match(scene.folded, end)
        at = end if bracket is None or bracket.end() + 1 not in by_start else bracket.end()
        join = next((join for join in _JOINS if lower.startswith(join, at)), " ")
        body = by_start.get(at + len(join))
        body = body if body is not None and body.kind != PERSON else None
    return end


def _closed(scene: Scene, names: Names, end: int, right: int, by_start: Mapping[int, Found]) -> int:
    """End of an apposition that a comma closes, where nothing in it is a predicate: , Tổ trưởng | Tổ tư vấn kinh tế của Thủ tướng, nói."""
    if scene.lower[end : end + 1] != " ":
        return end
    close = _CLOSE.search(scene.lower, end, min(right, end + _FAR))
    rest = "" if close is None else scene.lower[end + 1 : close.start()]
    if close is None or not close[0] or rest.count(" ") >= _MOST_OWN or not rest.replace(" ", "").isalpha():
        return end
    starts = [end + 1, *(space + 1 for space in range(end + 1, close.start()) if scene.lower[space] == " ")]
    for at in starts:
        name = by_start.get(at)
        if names.people.predicates.at(scene.lower, at, right) is not None or (name is not None and name.kind == PERSON):
            return end
    return close.start()
