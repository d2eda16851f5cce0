"""The room's furniture: what its lexicon holds, made into codes, names and nouns at the first use, and the way from parts to a record."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from trichluc.entities.phrases import Phrases
from trichluc.families.citation.attributes import Attributes, Tail
from trichluc.families.citation.codes import Codes
from trichluc.families.citation.laws import Capitals, Laws
from trichluc.families.citation.nouns import Noun, Nouns
from trichluc.families.citation.provisions import provisions_after, provisions_before
from trichluc.records import Citation, Notice
from trichluc.rule import FIRM, Candidate, Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.families.citation.numbers import Issuer, Number
    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["Document", "Noun", "Room"]

_YEAR = Pattern(r" (?:năm )(?P<year>(?:19|20)\d\d)(?![\d/.]\d)(?!\d| ?- ?(?:19|20)\d\d)")


class Document(NamedTuple):
    """The parts of one citation, before its surroundings are read."""

    start: int
    end: int
    number: str | None = None
    kind: str | None = None
    name: str | None = None
    year: str | None = None
    code: Issuer | None = None
    system: str | None = None
    kinds: tuple[str, ...] = ()
    issuer: tuple[int, int] | None = None
    since: int | None = None


class Room:
    """The citation room's lexicon at work."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    @cached_property
    def codes(self) -> Codes:
        """Codes of types and issuers."""
        return Codes(self.lexicon)

    @cached_property
    def attributes(self) -> Attributes:
        """What surroundings say."""
        return Attributes(self.lexicon)

    @cached_property
    def laws(self) -> dict[str, Laws]:
        """Noun → the names that go with it."""
        return {"luật": Laws(self.lexicon, "law"), "bộ luật": Laws(self.lexicon, "code"), "pháp lệnh": Laws(self.lexicon, "ordinance")}

    @cached_property
    def nouns(self) -> Nouns:
        """What stands before a number."""
        return Nouns(self.lexicon, self.attributes.issuers.names)

    @cached_property
    def law_noun(self) -> Pattern:
        """The noun of the law that another amends."""
        return Pattern(r"(?P<noun>bộ luật|luật|pháp lệnh) ")

    def _phrases(self, group: str) -> Phrases[str]:
        return Phrases.of(self.lexicon.words(group))

    @cached_property
    def before_constitution(self) -> Phrases[str]:
        """Bodies named after a constitution."""
        return self._phrases("before_constitution")

    @cached_property
    def _abroad(self) -> Phrases[str]:
        return self._phrases("constitution_abroad")

    def is_abroad(self, scene: Scene, end: int) -> bool:
        """Whether what stands behind a law makes it another country's."""
        return scene.lower[end : end + 1] == " " and self._abroad.at(scene.lower, end + 1, scene.limit(end - 1)) is not None

    @cached_property
    def body_of_congress(self) -> Phrases[str]:
        """Organizations other than the Party."""
        return self._phrases("body_of_congress")

    @cached_property
    def capitals(self) -> Capitals:
        """Capitals in names."""
        return Capitals(self.lexicon)

    @cached_property
    def before_short(self) -> Phrases[str]:
        """Words that make a noun and a bare number the name of an office or a team."""
        return self._phrases("before_short")

    @cached_property
    def after_number(self) -> Phrases[str]:
        """What may follow a document's bare number."""
        return self._phrases("after_number")

    @cached_property
    def not_after_number(self) -> Phrases[str]:
        """Units and counted nouns."""
        return self._phrases("not_after_number")

    def with_year(self, scene: Scene, end: int) -> tuple[int, str | None]:
        """A year that touches the number or name belongs to the citation: `Nghị định 24 năm 2010`."""
        match = _YEAR.match(scene.lower, end, scene.limit(end))
        return (end, None) if match is None else (match.end(), match["year"])

    def citation(self, scene: Scene, document: Document, strength: int = FIRM) -> Candidate:
        """The candidate of one document, with what its surroundings say."""
        after = self.attributes.after(scene, document.start, document.end)
        return self.candidate(scene, document, after, self.before(scene, document), strength)

    def before(self, scene: Scene, document: Document) -> Tail:
        """Who issued by the words before the document, and when; not who only announces another body's: `Bộ Nội vụ công bố Quyết định …/QĐ-TTg`."""
        tail = self.attributes.before(scene, document.start)
        signs = self._signs(document.code) if tail.issuer and document.code else None
        if not (tail.issuer and signs) or " công bố " not in scene.lower[tail.issuer[1] : document.start]:
            return tail
        printed = f" {scene.lower[slice(*tail.issuer)]} "
        return tail if any(f" {sign} " in printed for sign in signs) else Tail()

    def _signs(self, code: Issuer) -> Sequence[str] | None:
        found: Sequence[str] | None = self.lexicon.group("issuer_sign").get(code.code.rstrip("0123456789").lower())
        return found

    def candidate(self, scene: Scene, document: Document, after: Tail, before: Tail, strength: int) -> Candidate:
        """The candidate of one document, of which the words behind and before it say *after* and *before*."""
        issuer = document.issuer or after.issuer or before.issuer
        if issuer is None and document.code is not None and document.code.name is not None:
            names = (document.code.name.lower(), document.code.code.lower())
            issuers = self.attributes.issuers
            issuer = issuers.speaking(scene, document.start, max(document.end, after.end), names) or issuers.deciding(
                scene, document.start, names
            )
        elif issuer is None and document.number is not None:
            issuer = self.attributes.issuers.acting(scene, document.start, max(document.end, after.end))
        printed = scene.printed(*issuer) if issuer else None
        if issuer and document.code and self._other_body(document.code, scene.lower[slice(*issuer)]):
            document = document._replace(code=None, system=None)
        code = document.code.name if document.code else None
        subject = after.subject if document.name is None or document.kind in ("Nghị quyết", "Kết luận") else None
        above = provisions_before(scene.text, document.start, scene.sentence(document.start).start)
        below = None if above else provisions_after(scene.text, document.end, scene.limit(document.start))
        found = above or below
        issued = _issued(after.issued or before.issued, document.year)
        fields = {
            "number": document.number,
            "kind": document.kind,
            "name": document.name,
            "issuer": printed or code,
            "issued": issued,
            "subject": scene.printed(*subject) if subject else None,
            "provisions": found.provisions if found else (),
            "system": document.system or self._system(issuer, scene, document.kind),
        }
        claims = [(document.start, document.end), *([(found.start, found.end)] if found else [])]
        warnings = self._warnings(document, scene.lower[slice(*issuer)] if issuer else None, issued)
        return Candidate(Citation, document.start, document.end, fields, tuple(claims), strength, warnings)

    def _other_body(self, code: Issuer, printed: str) -> bool:
        """`13/TB-BTC của Ban Tổ chức`: not the ministry's."""
        other = self.lexicon.group("issuer_homograph").get(code.code.lower())
        return other is not None and printed.startswith(other)

    def _system(self, issuer: tuple[int, int] | None, scene: Scene, kind: str | None) -> str | None:
        known: str | None = self.lexicon.group("kind_system").get((kind or "").lower())
        if known or issuer is None:
            return known
        printed = f" {scene.lower[slice(*issuer)]} "
        for word in self.lexicon.words("system_homograph"):
            printed = printed.replace(f" {word} ", " ")
        for system in ("party", "mass", "state"):
            if any(f" {word} " in printed for word in self.lexicon.words(f"system_{system}")):
                return system
        return "party" if " trung ương " in printed or " tw " in printed else None

    def _warnings(self, document: Document, issuer: str | None, issued: str | None) -> tuple[Notice, ...]:
        notices = []
        kind, kinds = document.kind, document.kinds
        if kind and kinds and not any(kind.startswith(known) or known.startswith(kind) for known in kinds):
            notices.append(Notice("kind-mismatch", f"the noun says {kind}, the code in {document.number} says {' or '.join(kinds)}"))
        if document.code is not None:
            signs = self._signs(document.code)
            if issuer and signs and not any(f" {sign} " in f" {issuer} " for sign in signs):
                notices.append(Notice("issuer-mismatch", f"{document.number} is not a number of: {issuer}"))
            notices += _out_of_use(document.code, issued)
        year = issued[:4] if issued else ""
        if document.since and year.isdigit() and int(year) < document.since:
            notices.append(Notice("year-mismatch", f"there was no law of this name before {document.since}"))
        return tuple(notices)


def _issued(printed: str | None, year: str | None) -> str | None:
    """`Nghị định 30/2020/NĐ-CP ngày 5/3`: day and month from the sentence, the year from the number."""
    if printed is None:
        return year
    return printed.replace("XXXX", year) if year else printed


def _out_of_use(issuer: Issuer, issued: str | None) -> list[Notice]:
    """A code used when its body was not, or no longer, there: ministries were merged in 2002, 2007 and 2025."""
    if not issued or not issued[:4].isdigit():
        return []
    since, until = issuer.since or "", issuer.until or "9999"
    if issued[: len(since)] < since[: len(issued)] or issued[: len(until)] > until[: len(issued)]:
        return [Notice("issuer-out-of-use", f"{issuer.code} ({issuer.name}) was not in use in {issued}")]
    return []


def number_document(number: Number, noun: Noun | None, start: int, end: int, year: str | None) -> Document:
    """A number and the noun before it as one document."""
    kind = noun.kind if noun is not None and noun.kind else number.kind
    if kind is None and noun is not None and noun.neutral and not number.typed:
        kind = "Công văn"  # văn bản số 6/TCĐBVN
    return Document(
        start, end, number.canonical, kind, None, year or number.year, number.issuer, number.system, number.kinds if noun and noun.kind and number.typed else (),
        noun.issuer if noun else None,
    )  # fmt: skip
