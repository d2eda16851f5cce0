"""From a matched number to candidates: one document, or several that share a noun (`các Nghị định 86/2010/NĐ-CP và 15/2013/NĐ-CP`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.citation.attributes import Tail
from trichluc.families.citation.nouns import Noun
from trichluc.families.citation.room import Document, Room, number_document
from trichluc.rule import FIRM, PLAIN, SURE, Candidate, Pattern

if TYPE_CHECKING:
    import regex

    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["read_file", "read_number", "read_short"]

_NEXT = Pattern(r"(?:, ?(?:và |cùng )?| và | & |; ?)(?=(?P<mark>số:? ?)?\d)")
_BARE = Pattern(r"(?P<mark>số:? ?)?(?P<n>\d{1,5}[a-zđ]?)(?P<year>/(?:19|20)\d\d)?(?![\w/]|[.,:]\d| ?[-/] ?\d)")
_MARK = Pattern(r"(?:số:? ?)?")
# What shows a number after a verb-like noun in lower case to be a document's: quyết định 749 của …, quy định 132;
_SHORT_TAIL = Pattern(r"[.,;:)\"]| (?:của|về|ngày \d)(?!\w)|$")
_DATED = Pattern(r"ngày \d|năm (?:19|20)\d\d(?! ?- ?\d)")
_MOST_MEMBERS = 12
_YEARS = ("1930", "2035")


def read_number(room: Room, full: Pattern, _opening: regex.Match[str], hit: Hit, scene: Scene) -> tuple[Candidate, ...] | None:
    """A full number with its noun, and the further numbers of its list."""
    start = hit.start
    match = full.match(scene.lower, start, scene.limit(start))
    if match is None:
        return None
    number = room.codes.of(match, scene)
    if number is None:
        return None
    noun = room.nouns.before(scene, start, number.kinds if number.typed else ())
    before = scene.lower[start - 1 : start]
    if noun is None and before and (before in "/-.,+" or before.isalnum()):
        return None
    if not (number.alone or (noun is not None and (noun.kind or noun.neutral or number.typed))):
        return None
    end, year = room.with_year(scene, number.end)
    return _listed(room, full, scene, number_document(number, noun, noun.start if noun else start, end, year), noun, SURE)


def read_short(room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene) -> tuple[Candidate, ...] | None:
    """A noun and a bare number: `Nghị định 116`, `Chỉ thị số 05`, `Nghị quyết 18, 19 và 20`."""
    lexicon, year, word = room.lexicon, match["year"], match["noun"]
    digits = scene.folded[slice(*match.span("n"))]
    printed = scene.folded[hit.start : match.end("noun")]
    if word in lexicon.group("noun_short_abbreviated") and not printed.isupper():
        return None
    issuer = match.span("issuer") if match["issuer"] else None
    if issuer and room.attributes.issuers.names.end(scene.text, *issuer) != issuer[1]:
        return None
    doubtful = word in lexicon.group("noun_short_doubtful")
    end, touching = room.with_year(scene, match.end())
    if not match["mark"] and (word in lexicon.group("noun_short_marked") or (doubtful and _is_team(room, scene, hit.start))):
        return None
    if not (match["mark"] or year or touching):
        if len(digits) == len(_YEARS[0]) and _YEARS[0] <= digits <= _YEARS[1] and not _outnumbers(room, scene, match, digits):
            return None  # Kế hoạch 2021: a year
        if not _stands(room, scene, match.end(), doubtful=doubtful):
            return None
        if (
            doubtful
            and not printed[0].isupper()
            and (len(digits) == 1 or not _SHORT_TAIL.match(scene.lower, match.end(), len(scene.lower)))
        ):
            return None
    kind = room.nouns.kinds.get(word)
    noun = Noun(hit.start, kind, kind is None, issuer, match["mark"] is not None)
    document = Document(hit.start, end, digits + (year or ""), kind, year=touching or (year or "/")[1:] or None, issuer=issuer)
    return _listed(room, full, scene, document, noun, PLAIN if doubtful else FIRM)


def read_file(room: Room, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate:
    """The number of a file in digits alone: `Quyết định khởi tố vụ án số 319-01`."""
    kind = room.lexicon.group("noun_file")[match["noun"]]
    return room.citation(scene, Document(hit.start, match.end(), match["n"], kind, system="state"))


def _is_team(room: Room, scene: Scene, start: int) -> bool:
    """`Phòng | Kế hoạch 1`, `đội Tài chính - | Kế hoạch 2`: an office or a team, no document."""
    end = start - 2 if scene.lower.endswith(" - ", 0, start) else start
    return room.before_short.before(scene.lower, end, max(0, end - 12)) is not None


def _outnumbers(room: Room, scene: Scene, match: regex.Match[str], digits: str) -> bool:
    """Whether what looks like a year is a number: `Quyết định 1980 của Thủ tướng Chính phủ`, or one printed in full before."""
    lower, end, limit = scene.lower, match.end(), scene.limit(match.start())
    if match["noun"] in room.lexicon.group("noun_short_thousands") and lower.startswith(" của ", end, limit):
        return room.attributes.issuers.names.whole(scene.text, end + 5, limit) is not None
    before = max(lower.rfind(f" {digits}{sign}", 0, match.start()) for sign in "/-")
    named = before >= 0 and lower.endswith((match["noun"], f"{match['noun']} số"), 0, before)
    return named and lower[before + len(digits) + 2 : before + len(digits) + 3].isalpha()


def _listed(room: Room, full: Pattern, scene: Scene, first: Document, noun: Noun | None, strength: int) -> tuple[Candidate, ...]:
    """The documents of a list; kind and a shared issuer hold for all, what else follows the last is of the last."""
    documents = [first]
    limit = scene.limit(first.start)
    while len(documents) < _MOST_MEMBERS and (gap := _NEXT.match(scene.lower, documents[-1].end, limit)) is not None:
        member = _member(room, full, scene, gap.end(), noun, limit)
        if member is None:
            break
        documents.append(member)
    last = documents[-1]
    after, before = room.attributes.after(scene, first.start, last.end), room.before(scene, first)
    issuer = first.issuer or after.issuer or before.issuer
    return tuple(
        room.candidate(scene, document._replace(issuer=issuer), after if document is last else Tail(), before, strength)
        for document in documents
    )


def _member(room: Room, full: Pattern, scene: Scene, at: int, noun: Noun | None, limit: int) -> Document | None:
    """A later number of a list, whole or bare, at *at*."""
    lower = scene.lower
    mark = _MARK.match(lower, at, limit)
    match = full.match(lower, mark.end() if mark else at, limit)
    if match is not None:
        number = room.codes.of(match, scene)
        if number is not None:
            end, year = room.with_year(scene, number.end)
            other = noun is not None and number.typed and noun.kind not in number.kinds  # Quyết định 15/QĐ-BNNMT; 12/TT-BKHĐT
            return number_document(number, None if other else noun, at, end, year)
    bare = _BARE.match(lower, at, limit)
    if bare is None or not (bare["mark"] or _stands(room, scene, bare.end(), doubtful=True)):
        return None
    end, year = room.with_year(scene, bare.end())
    kind = noun.kind if noun else None
    return Document(
        at, end, scene.folded[slice(*bare.span("n"))] + (bare["year"] or ""), kind, year=year or (bare["year"] or "/")[1:] or None
    )


def _stands(room: Room, scene: Scene, end: int, *, doubtful: bool) -> bool:
    """Whether a bare number is the document's own: what follows is no unit and nothing counted."""
    lower, limit = scene.lower, scene.limit(end - 1)
    if end >= limit or lower[end] in ".,;:)!?\"'…\n]":
        return True
    if lower[end] != " ":
        return False
    if room.after_number.at(lower, end + 1, limit) or _DATED.match(lower, end + 1, limit) or lower[end + 1 : end + 2] in ("(", "-"):
        return True
    if doubtful:
        return _NEXT.match(lower, end, limit) is not None
    return lower[end + 1 : end + 2] != "%" and room.not_after_number.at(lower, end + 1, limit) is None
