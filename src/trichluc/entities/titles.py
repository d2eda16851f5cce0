"""titles: the offices, ranks and callings that papers set before a person's name or behind it.

{title} {body}? (, {title} {body}?)* {honorific}? NAME      Phó Chủ tịch UBND tỉnh Nguyễn Văn A
NAME (, {title} {body}?)*                                  ông Nguyễn Văn A, Uỷ viên Bộ Chính trị, Trưởng Ban Tổ chức Trung ương
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trichluc.entities.found import Found
    from trichluc.entities.names import Names
    from trichluc.scene import Scene

__all__ = ["title_of"]

_MOST = 6
_GAPS = (", ", " - ", "- ", " -", " kiêm ", ", kiêm ", " và ")
_AT = " tại "
_Span = tuple[int, int]


def title_of(scene: Scene, names: Names, person: Found, by_start: Mapping[int, Found], by_end: Mapping[int, Found]) -> str | None:
    """The person's title as printed, its parts joined by commas; None where none stands beside the name."""
    parts = [*_before(scene, names, person, by_end), *_behind(scene, names, person, by_start)]
    return ", ".join(dict.fromkeys(scene.printed(start, end) for start, end in parts)) or None


def _before(scene: Scene, names: Names, person: Found, by_end: Mapping[int, Found]) -> list[_Span]:
    people, lower = names.people, scene.lower
    left = scene.sentence(person.start).start
    at = person.start
    for phrases in (people.honorifics, people.between):
        found = phrases.before(lower, at, left)
        at = at if found is None else found[0]
    parts: list[_Span] = []
    gap = 1
    while len(parts) < _MOST:
        part = _part_ending(scene, names, at - gap, left, by_end)
        if part is None:
            break
        parts.insert(0, part)
        at = part[0]
        step = next((step for step in _GAPS if lower.endswith(step, left, at)), None)
        gap = 1 if step is None else len(step)
    return parts


def _part_ending(scene: Scene, names: Names, end: int, left: int, by_end: Mapping[int, Found]) -> _Span | None:
    """A title, with the body it is held in or its field of work, that ends at *end*."""
    people, lower = names.people, scene.lower
    at = end
    body = by_end.get(at)
    if body is None and people.titles.ending(lower, at, left) is None:
        field = names.organizations.heads.start_before(lower, at, left)
        at = at if field is None else field - 1  # Bộ trưởng | Tài chính, Bí thư | Chi bộ
    while body is not None and body.kind != "person" and people.titles.ending(lower, at, left) is None:
        at = body.start - (len(_AT) if lower.endswith(_AT, left, body.start) else 1)  # Đại sứ Việt Nam | tại Nhật Bản
        body = by_end.get(at)
    title = people.titles.ending(lower, at, left)
    if title is None:
        return None
    former = people.former.before(lower, title[0], left)
    return (former[0] if former is not None and former[1] == "kept" else title[0]), end


def _behind(scene: Scene, names: Names, person: Found, by_start: Mapping[int, Found]) -> list[_Span]:
    lower = scene.lower
    right = scene.limit(person.start)
    parts: list[_Span] = []
    at = person.end
    while len(parts) < _MOST:
        step = next((step for step in _GAPS[: 4 if not parts else None] if lower.startswith(step, at)), None)
        if step is None:
            break
        part = _part_starting(scene, names, at + len(step), right, by_start)
        if part is None:
            break
        parts.append(part)
        at = part[1]
    return parts


def _part_starting(scene: Scene, names: Names, start: int, right: int, by_start: Mapping[int, Found]) -> _Span | None:
    """A title, with the body it is held in, that begins at *start* and is not the next person's."""
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
    body = next((body for at in range(start + 1, end + 2) if (body := by_start.get(at)) is not None and body.kind != "person"), None)
    while body is not None:
        end = max(end, body.end)
        body = by_start.get(end + len(_AT)) if lower.startswith(_AT, end) else by_start.get(end + 1)
        body = body if body is not None and body.kind != "person" else None
    following = by_start.get(end + 1)
    return None if following is not None and following.kind == "person" else (first, end)
