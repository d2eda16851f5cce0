"""Documents of the Party that are cited by name: resolutions of plenums and congresses, statutes, platform, testament.

Nghị quyết Trung ương {n}[, {n}] [(khoá {term})]
Nghị quyết Hội nghị lần thứ {n} Ban Chấp hành Trung ương Đảng [khoá {term}]
Nghị quyết Đại hội [đại biểu …] [lần thứ] {term} [của Đảng]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.entities.organizations.grammar import organization_at
from trichluc.families.citation.room import Document, Room
from trichluc.rule import SURE, Candidate, Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    import regex

    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["read_congress", "read_meeting", "read_platform", "read_plenum", "read_proper", "roman"]

_TERM = Pattern(r"(?<!\w)(?:[ivx]{1,6}|\d{1,2})(?!\w)")
_PLENUM = Pattern(r"\d{1,2}|[ivx]{1,4}(?!\w)|mười (?:một|hai|ba|bốn|lăm)|[^\W\d_]+(?<!và)")
_EXTENDED = Pattern(r" ?\((?P<extended>bổ sung,? (?:và )?phát triển)(?: năm)? (?P<year>\d{4})\)")
_SMALL_PARTY = Pattern(r"(?<!\w)đảng(?= |$)")
_BODY = Pattern(r" (?:của )?")
_HIS_WILL = Pattern(r"(?:thực hiện|bản|theo|trong|lời) $")
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


def read_plenum(room: Room, match: regex.Match[str], hit: Hit, scene: Scene) -> tuple[Candidate, ...]:
    """`Nghị quyết Trung ương 4 khoá XII`, `Nghị quyết Trung ương 3, 4 (khoá XI)`: one a plenum, the term shared."""
    kind = "Kết luận" if hit.word == "kết luận" else "Nghị quyết"
    meeting = "Hội nghị " if match.groupdict().get("meeting") else ""
    words = room.lexicon.group("ordinal_word")
    session = (match.groupdict().get("session") or "").replace("(", "").replace(")", "")
    plenums = list(_PLENUM.compiled.finditer(scene.lower, *match.span("plenums")))
    starts = (hit.start, *(plenum.start() for plenum in plenums[1:]))
    ends = (*(plenum.end() for plenum in plenums[:-1]), match.end())
    return tuple(
        room.citation(
            scene,
            Document(
                start, end, None, kind, f"{kind} {meeting}Trung ương {_ordinal(plenum[0], words)}{session}{_term(match)}", system="party"
            ),
            SURE,
        )
        for start, end, plenum in zip(starts, ends, plenums, strict=True)
    )


def read_meeting(room: Room, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khoá XII`."""
    kind = "Kết luận" if hit.word == "kết luận" else "Nghị quyết"
    party = " Đảng" if match["party"] else ""
    plenum = match["plenums"]
    if not (match["meeting"] or match["ordinal"]):
        return None
    ordinal = f"{match['meeting'] or ''}{match['ordinal'] or ''}{plenum.upper() if plenum in _ARABIC else plenum}".replace("hội", "Hội")
    name = f"{kind} {ordinal} {match['of'] or ''}Ban Chấp hành Trung ương{party}{_term(match)}"
    return room.citation(scene, Document(hit.start, match.end(), None, kind, name, system="party"), SURE)


def read_congress(room: Room, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Nghị quyết Đại hội XIII của Đảng`, `Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII`."""
    if match["term"].isdigit() and not (match["ordinal"] or match["party"]):
        return None  # nghị quyết đại hội xã 5 năm một lần
    whose = scene.folded[slice(*match.span("whose"))] if match["whose"] else ""
    party = scene.folded[slice(*match.span("party"))] if match["party"] else ""
    opened = room.lexicon.group("congress_word")
    whose = " ".join(opened.get(word.lower(), word) for word in whose.split(" "))
    named = f"{whose}{match['ordinal'] or ''}".removesuffix(" ")
    name = f"Nghị quyết Đại hội{named} {roman(match['term'])}{party}".replace("(", "")
    name = _SMALL_PARTY.compiled.sub("Đảng", name)
    body = whose.lower().lstrip().removeprefix("đại biểu ").removeprefix("toàn quốc ")
    mass = room.body_of_congress.at(body, 0, len(body))
    end = match.end()
    if not whose and not party and (of := _BODY.match(scene.lower, end, scene.limit(hit.start))) is not None:
        at, limit = of.end(), scene.limit(hit.start)
        stop, other = organization_at(scene.text, at, limit), room.body_of_congress.at(scene.lower, at, limit)
        if stop is not None and (other is not None or scene.lower.startswith("đảng bộ", at)):
            name, end, mass = f"{name}{scene.folded[end:stop]}", stop, other  # Nghị quyết Đại hội XIII Công đoàn Việt Nam
    return room.citation(scene, Document(hit.start, end, None, "Nghị quyết", name, system="mass" if mass else "party"), SURE)


def read_proper(room: Room, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate:
    """`Điều lệ Đảng`, `Lời kêu gọi thi đua ái quốc`."""
    name = room.lexicon.group("proper")[hit.word]
    party = name.startswith("Điều lệ")
    kind = "Điều lệ" if party else "Lời kêu gọi"
    return room.citation(scene, Document(hit.start, match.end(), None, kind, name, system="party" if party else None))


def read_platform(room: Room, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Cương lĩnh năm 1991`, `Cương lĩnh xây dựng đất nước …`, `Di chúc của Chủ tịch Hồ Chí Minh`."""
    end = match.end("name")
    if not scene.folded[hit.start].isupper() and not match["whose"]:
        return None
    if hit.word == "di chúc":
        his = match["whose"] or _HIS_WILL.search(scene.lower, max(0, hit.start - 14), hit.start)
        return room.citation(scene, Document(hit.start, end, None, "Di chúc", "Di chúc")) if his else None
    name = room.capitals.give(match["name"])
    extended = _EXTENDED.match(scene.lower, end, scene.limit(hit.start))
    if extended is not None:
        name, end, year = f"{name} {extended['extended']}", extended.end(), extended["year"]
    else:
        end, year = room.with_year(scene, end)
    return room.citation(scene, Document(hit.start, end, None, "Cương lĩnh", name, year, system="party"))


_ARABIC = {roman(str(number)).lower(): str(number) for number in range(1, 20)}


def _term(match: regex.Match[str]) -> str:
    terms = ", ".join(roman(term[0]) for term in _TERM.compiled.finditer(match["term"] or ""))
    return f" khóa {terms}" if terms else ""


def _ordinal(plenum: str, words: Mapping[str, str]) -> str:
    number = words.get(plenum) or _ARABIC.get(plenum, plenum)
    return str(int(number)) if number.isdigit() else number
