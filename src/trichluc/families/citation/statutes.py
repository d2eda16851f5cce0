"""Laws, codes, ordinances and the Constitution: from a matched noun to the document of that name.

Luật Đất đai [(sửa đổi)] [năm] [2013] [số 31/2024/QH15]
Luật sửa đổi, bổ sung một số điều của Luật X[, Luật Y và Luật Z]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.citation.laws import LawName
from trichluc.families.citation.room import Document, Room
from trichluc.rule import FIRM, SURE, Candidate, Pattern

if TYPE_CHECKING:
    import regex

    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["read_amendment", "read_code", "read_constitution", "read_law"]

_YEAR_OF = r"(?:19|20)\d\d"
# (sửa đổi[, bổ sung][ năm {year}]) | sửa đổi[, bổ sung] before a year
_AMENDED = Pattern(
    rf" ?(?P<bracket>\()?(?P<amended>sửa đổi(?:,? ?(?:và )?bổ sung)?)(?(bracket)(?: năm (?P<year>{_YEAR_OF}))?\)|(?= năm| ?\(| {_YEAR_OF}))"
)
# năm {year} | {year} | (năm {year}), not the first of a range nor part of a date
_YEAR = Pattern(rf"(?:,? năm | |,? ?(?P<bracket>\((?:năm )?))(?P<year>{_YEAR_OF})(?(bracket)\))(?![\d/]|[.-]\d)(?! ?- ?{_YEAR_OF})")
_NUMBERED = Pattern(rf",? \(?(?:(?:luật )?số:? ?)?(?=\d{{1,3}}/{_YEAR_OF}/)")
_NEXT_LAW = Pattern(r"(?P<gap>, ?(?:và )?| và )(?=(?:bộ )?luật )")
_TIGHT_COMMA = Pattern(r",(?=\w)")
# Words by which a new name goes on where one that is known ends: Luật Dữ liệu | mở năm …
_LONGER = Pattern(r"(?: (?!(?:và|của|các|về|theo|thì|là|từ|trong|cho|tại|sửa|với)\b)[^\W\d_]+){1,3}")
_FIRST_CONSTITUTION = 1946


def read_law(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Luật Đất đai năm 2013`, `Bộ luật Hình sự`, `Pháp lệnh …`."""
    lower, printed, start = scene.lower, scene.folded, hit.start
    within = hit.word == "luật" and lower.endswith("bộ ", 0, start)
    if within or (hit.word == "luật" and room.nouns.before_law.before(lower, start, max(0, start - 14))):
        return None
    name = _name(room, hit.word, match.end(), scene, scene.limit(start))
    if name is None or room.is_abroad(scene, name.end):
        return None
    kind = hit.word.capitalize()
    document = _completed(room, full, scene, Document(start, name.end, None, kind, f"{kind} {name.name}", system="state", since=name.since))
    candidate = room.citation(scene, document, SURE if document.year else FIRM)
    told = candidate.fields["issued"] or candidate.fields["number"] or candidate.fields["provisions"]
    if printed[start].islower() and printed[match.end()].islower() and not told:
        return None  # theo luật đất đai hiện hành: the field, not the law
    return candidate


def read_amendment(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Luật sửa đổi, bổ sung một số điều của Luật X[, Luật Y và Luật Z]`: one record, its objects no further ones."""
    lower, limit = scene.lower, scene.limit(hit.start)
    kind = hit.word.capitalize()
    opening = _TIGHT_COMMA.compiled.sub(", ", lower[match.end("noun") + 1 : match.end()])
    name, end, at = f"{kind} {opening}", None, match.end()
    while (noun := room.law_noun.match(lower, at, limit)) is not None:
        amended = _name(room, noun["noun"], noun.end(), scene, limit)
        if amended is None:
            break
        gap = "" if end is None else ", " if "," in lower[end:at] else " và "
        name, end = f"{name}{gap}{noun['noun'].capitalize()} {amended.name}", amended.end
        following = _NEXT_LAW.match(lower, end, limit)
        if following is None:
            break
        at = following.end()
    if end is None:
        return None
    document = _completed(room, full, scene, Document(hit.start, end, None, kind, name, system="state"))
    return room.citation(scene, document, SURE if document.year else FIRM)


def read_code(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`khoản 1 Điều 51 BLHS`."""
    if not scene.folded[hit.start : hit.end].isupper():
        return None
    name = room.lexicon.group("code_abbreviated")[hit.word]
    return room.citation(scene, _completed(room, full, scene, Document(hit.start, match.end(), None, "Bộ luật", name, system="state")))


def read_constitution(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Hiến pháp năm 2013`, `Hiến pháp`."""
    lower, start = scene.lower, hit.start
    if room.before_constitution.before(lower, start, max(0, start - 20)) or room.is_abroad(scene, match.end()):
        return None
    name = room.capitals.give(lower[start : match.end()])
    document = Document(start, match.end(), None, "Hiến pháp", name, system="state", since=_FIRST_CONSTITUTION)
    document = _completed(room, full, scene, document)
    return room.citation(scene, document) if document.year or scene.folded[start].isupper() else None


def _name(room: Room, noun: str, at: int, scene: Scene, limit: int) -> LawName | None:
    """The name behind the noun `luật`, `bộ luật` or `pháp lệnh`: known, or new but fixed by its year or number."""
    laws = room.laws[noun]
    known, new = laws.at(scene.text, at, limit), laws.open_at(scene.text, at, limit)
    if known is None or (new is not None and _LONGER.compiled.fullmatch(scene.lower, known.end, new.end)):
        return new
    return known


def _completed(room: Room, full: Pattern, scene: Scene, document: Document) -> Document:
    """A law with what touches its name: amendment, year, number."""
    lower, limit = scene.lower, scene.limit(document.start)
    name, end, year = document.name, document.end, document.year
    for _ in range(2):  # (sửa đổi) năm 2024; 2015 (sửa đổi …) ends with its year
        if year is None and (amended := _AMENDED.match(lower, end, limit)) is not None:
            name, end, year = f"{name} {amended['amended']}", amended.end(), amended["year"]
        if year is None and (touching := _YEAR.match(lower, end, limit)) is not None:
            end, year = touching.end(), touching["year"]
    numbered = _NUMBERED.match(lower, end, limit)
    match = full.match(lower, numbered.end(), limit) if numbered is not None else None
    number = room.codes.of(match, scene) if match is not None else None
    if number is not None and numbered is not None:
        closed = "(" in numbered[0] and lower.startswith(")", number.end)
        return document._replace(name=name, end=number.end + closed, number=number.canonical, year=number.year, code=number.issuer)
    return document._replace(name=name, end=end, year=year)
