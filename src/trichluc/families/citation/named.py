"""From a matched name to candidates: laws, the Constitution, resolutions of plenums and congresses, and documents with a proper name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from trichluc.families.citation.laws import LawName
from trichluc.families.citation.room import Document, Room
from trichluc.rule import FIRM, SURE, Candidate

if TYPE_CHECKING:
    from trichluc.rule import Pattern
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = [
    "read_amendment",
    "read_code",
    "read_congress",
    "read_constitution",
    "read_law",
    "read_platform",
    "read_plenum",
    "read_proper",
    "roman",
]

# [(sửa đổi[, bổ sung])] [năm] {year} [(sửa đổi[, bổ sung])]
_AMENDED = regex.compile(
    r" ?(?P<bracket>\()?(?P<amended>sửa đổi(?:,? ?(?:và )?bổ sung)?)(?(bracket)(?: năm (?P<y>(?:19|20)\d\d))?\)|(?= năm|\(| (?:19|20)\d\d))"
)
_YEAR = regex.compile(
    r"(?:,? năm |,? ?\((?:năm )?| )(?P<year>(?:19|20)\d\d)(?(?<=\(\d{4}|\(năm \d{4})\))(?![\d/]|[.-]\d)(?! ?- ?(?:19|20)\d\d)", regex.V0
)
_NUMBERED = regex.compile(r",? \(?(?:luật )?số:? ?(?=(?P<n>\d{1,3})/(?P<year>(?:19|20)\d\d)/)")
_TERM = r"(?:[ivx]{1,6}|\d{1,2})"
_HIS_WILL = regex.compile(r"(?:thực hiện|bản|theo|trong|lời) $")
# Words by which a new name goes on where one that is known ends: Luật Dữ liệu | mở năm …
_LONGER = regex.compile(r"(?: (?!(?:và|của|các|về|theo|thì|là|từ|trong|cho|tại|sửa|với)\b)\p{L}+){1,3}", regex.V0)
_SPACES = regex.compile(r"\s+")
_FIRST_ORDINAL = 1
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: str) -> str:
    """A term in Roman numerals, as names of documents write it.

    >>> roman("12"), roman("xiii")
    ('XII', 'XIII')
    """
    if not number.isdigit():
        return number.upper()
    rest, numeral = int(number), ""
    for value, sign in _ROMAN:
        numeral += sign * (rest // value)
        rest %= value
    return numeral


def read_law(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Luật Đất đai [(sửa đổi)] [năm] 2013`, `Bộ luật Hình sự`, `Pháp lệnh …`, with its number where one follows."""
    lower, limit = scene.lower, scene.limit(hit.start)
    if hit.word == "luật" and (
        lower.endswith("bộ ", 0, hit.start) or room.before_law.compiled.search(lower, max(0, hit.start - 14), hit.start)
    ):
        return None
    name = _law_name(room, hit.word, match.end(), scene, limit)
    if name is None or room.abroad.match(lower, name.end, limit):
        return None
    kind = hit.word.capitalize()
    candidate = _law(room, full, scene, hit.start, f"{kind} {name.name}", kind, name, limit)
    printed, fields = scene.folded, candidate.fields
    if (
        printed[hit.start].islower()
        and printed[match.end()].islower()
        and not (fields["issued"] or fields["number"] or fields["provisions"])
    ):
        return None  # theo luật đất đai hiện hành: the field, not the law
    return candidate


def read_amendment(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Luật sửa đổi, bổ sung một số điều của Luật X[, Luật Y và Luật Z]`: one record, its objects no further ones."""
    limit = scene.limit(hit.start)
    kind = hit.word.capitalize()
    names: list[str] = []
    at, gap = match.end(), ""
    while (noun := room.law_noun.match(scene.lower, at, limit)) is not None:
        name = _law_name(room, noun["noun"], noun.end(), scene, limit)
        if name is None:
            break
        names.append(f"{gap}{noun['noun'].capitalize()} {name.name}")
        end = name.end
        joined = regex.compile(r"(?P<gap>, ?(?:và )?| và )(?=(?:bộ )?luật )").match(scene.lower, end, limit)
        if joined is None:
            break
        at, gap = joined.end(), ", " if "," in joined["gap"] else " và "
    if not names:
        return None
    opening = _SPACES.sub(" ", regex.sub(r",(?=\w)", ", ", scene.lower[match.end("noun") : match.end()])).strip()
    opening = opening.replace("các ", "các ")
    return _law(room, full, scene, hit.start, f"{kind} {opening} {''.join(names)}", kind, LawName(end, "", None), limit)


def read_code(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`khoản 1 Điều 51 BLHS`."""
    if not scene.folded[hit.start : hit.end].isupper():
        return None
    name = room.lexicon.group("code_abbreviated")[hit.word]
    return _law(room, full, scene, hit.start, name, "Bộ luật", LawName(match.end(), "", None), scene.limit(hit.start))


def read_constitution(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Hiến pháp năm 2013`, `Hiến pháp`."""
    lower, limit = scene.lower, scene.limit(hit.start)
    if room.before_constitution.compiled.search(lower, max(0, hit.start - 20), hit.start) or room.abroad.match(lower, match.end(), limit):
        return None
    candidate = _law(
        room,
        full,
        scene,
        hit.start,
        room.capitals.give(lower[hit.start : match.end()]),
        "Hiến pháp",
        LawName(match.end(), "", 1946),
        limit,
    )
    return candidate if candidate.fields["issued"] or scene.folded[hit.start].isupper() else None


def read_proper(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Điều lệ Đảng`, `Lời kêu gọi thi đua ái quốc`."""
    del full
    name = room.lexicon.group("proper")[hit.word]
    party = "party" if "Đảng" in name else None
    kind = "Điều lệ" if party else "Lời kêu gọi"
    return room.citation(scene, Document(hit.start, match.end(), None, kind, name, system=party))


def read_platform(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Cương lĩnh năm 1991`, `Cương lĩnh xây dựng đất nước …`, `Di chúc của Chủ tịch Hồ Chí Minh`."""
    del full
    if not scene.folded[hit.start].isupper() and not match["whose"]:
        return None
    if hit.word == "di chúc":
        if not match["whose"] and not _HIS_WILL.search(scene.lower, max(0, hit.start - 14), hit.start):
            return None  # anybody's will
        return room.citation(scene, Document(hit.start, match.end("name"), None, "Di chúc", "Di chúc"))
    name = room.capitals.give(scene.lower[hit.start : match.end("name")])
    end, year = match.end("name"), None
    amended = _AMENDED_PLATFORM.match(scene.lower, end, scene.limit(hit.start))
    if amended is not None:
        name, end, year = f"{name} {amended['amended']}", amended.end(), amended["year"]
    else:
        end, year = room.with_year(scene, end)
    return room.citation(scene, Document(hit.start, end, None, "Cương lĩnh", name, year, system="party"))


_AMENDED_PLATFORM = regex.compile(r" ?\((?P<amended>bổ sung,? (?:và )?phát triển)(?: năm)? (?P<year>\d{4})\)")


def read_plenum(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> tuple[Candidate, ...] | None:
    """`Nghị quyết Trung ương 4 khoá XII`, `Nghị quyết Trung ương 3, 4 (khoá XI)`: one a plenum."""
    del full
    kind = "Kết luận" if hit.word == "kết luận" else "Nghị quyết"
    words = room.lexicon.group("ordinal_word")
    plenums = [(part.start(), part.end(), words.get(part[0], part[0])) for part in _PLENUMS.finditer(scene.lower, *match.span("plenums"))]
    if not plenums:
        return None
    terms = ", ".join(roman(term[0]) for term in regex.finditer(rf"(?<!\w){_TERM}(?!\w)", match["term"] or ""))
    suffix = f" khóa {terms}" if terms else ""
    of = "Hội nghị " if match.groupdict().get("meeting") else ""
    documents = []
    for place, (start, end, plenum) in enumerate(plenums):
        name = f"{kind} {of}Trung ương {int(plenum)}{suffix}" if plenum.isdigit() else f"{kind} {of}Trung ương {plenum}{suffix}"
        documents.append(
            Document(
                hit.start if place == 0 else start, match.end() if place == len(plenums) - 1 else end, None, kind, name, system="party"
            )
        )
    return tuple(room.citation(scene, document, SURE) for document in documents)


_PLENUMS = regex.compile(r"\d{1,2}|mười (?:một|hai|ba|bốn|lăm)|\p{L}+(?<!và)(?<!lần)(?<!thứ)")


def read_congress(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Nghị quyết Đại hội XIII của Đảng`, `Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII`."""
    del full
    term = match.span("term")
    if scene.lower[slice(*term)].isdigit() and not match["ordinal"] and int(scene.lower[slice(*term)]) > len("xx" * 10):
        return None
    printed = scene.folded[match.end("noun") : term[0]] + roman(match["term"]) + scene.folded[term[1] : match.end()]
    name = "Nghị quyết " + regex.sub(r"[()]", "", printed).strip().replace("đại hội", "Đại hội", 1)
    mass = room.body_of_congress.match(scene.lower, match.end("congress") + 1, match.end()) if match["congress"] else None
    name = regex.sub(r"(?<!\w)đảng(?= |$)", "Đảng", name)
    return room.citation(scene, Document(hit.start, match.end(), None, "Nghị quyết", name, system="mass" if mass else "party"), SURE)


def _law_name(room: Room, noun: str, at: int, scene: Scene, limit: int) -> LawName | None:
    """The name behind the noun `luật`, `bộ luật` or `pháp lệnh`: known, or new but fixed by its year or number."""
    laws, lower = room.laws[noun], scene.lower
    known, new = laws.at(scene.text, at, limit), laws.open_at(scene.text, at, limit)
    if known is None or (new is not None and _LONGER.fullmatch(lower, known.end, new.end)):
        return new
    return known


def _law(room: Room, full: Pattern, scene: Scene, start: int, name: str, kind: str, found: LawName, limit: int) -> Candidate:
    """A law with what touches its name: amendment, year, number."""
    lower, folded = scene.lower, scene.folded
    end, year = found.end, None
    for _ in range(2):
        amended = _AMENDED.match(lower, end, limit)
        if amended is not None and year is None:
            name, end, year = f"{name} {amended['amended']}", amended.end(), amended["y"]
        touching = _YEAR.match(lower, end, limit) if year is None else None
        if touching is not None:
            end, year = touching.end(), touching["year"]
    numbered = _NUMBERED.match(lower, end, limit)
    if numbered is not None and (match := full.match(lower, numbered.end(), limit)) is not None:
        number = room.codes.read(match["n"], match["year"], folded[slice(*match.span("code"))], match.start("code"))
        if number is not None:
            end = number.end
            document = Document(start, end, number.canonical, kind, name, number.year, number.issuer, "state", since=found.since)
            return room.citation(scene, document, SURE)
    return room.citation(scene, Document(start, end, None, kind, name, year, None, "state", since=found.since), SURE if year else FIRM)
