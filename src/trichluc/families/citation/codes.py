"""Số ký hiệu: the parts of a document's number, put in the issuer's order and the official spelling.

Party, Youth Union   {n}-{type}/{issuer}[-{unit}]            06-CT/TW · 317-QĐ/TWĐTN-TNTH
state, Front, unions {n}[/{year}]/{type}-{issuer}[-{unit}]   30/2020/NĐ-CP · 749/QĐ-TTg · 11/HD-MTTW-BTT
National Assembly    {n}/{year}/{assembly}{term}             45/2019/QH14
công văn             {n}/{issuer}-{unit}                     1234/UBND-KGVX
historic             {n}{-|/}{code}                          13/SL · 26-CP · 84/HĐBT
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from trichluc.families.citation.numbers import Issuer, Number, Part, compared
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["Codes"]

_PARTS = Pattern(r"(?P<sep>^| ?[/-] ?| )(?P<code>[^ /-]+)", cased=True)
# An abbreviation with a small letter: 50/GDTrH
_MIXED = Pattern(r"(?=.[A-ZĐ]|.{2,}[A-ZĐ]$)[A-ZĐ][A-Za-zĐđ]{2,}$", cased=True)
_TERM = Pattern(r"(?P<code>\D+)(?P<term>\d{1,2})")


class Codes:
    """The codes of document types and issuers, and how they make a number.

    >>> from trichluc.lexicon import load_lexicon
    >>> codes = Codes(load_lexicon("trichluc.families.citation"))
    >>> [codes.read("22", None, code).canonical for code in ("/CT-TW", "/nq - tw", "-QĐ/TWĐTN-TNTH")]
    ['22-CT/TW', '22-NQ/TW', '22-QĐ/TWĐTN-TNTH']
    >>> codes.read("30", "2020", "/ND-CP").canonical, codes.read("1234", None, "/UBND-KGVX").kind
    ('30/2020/NĐ-CP', 'Công văn')
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def types(self) -> Mapping[str, Sequence[str]]:
        """Code of a type → official spelling and the kinds it may stand for."""
        return self._lexicon.group("type")

    @cached_property
    def plain_types(self) -> frozenset[str]:
        """Types whose code says enough before an issuer that is not known."""
        return frozenset(self._lexicon.group("type_plain").values())

    @cached_property
    def cases(self) -> Mapping[str, str]:
        """Marks of court files → official spelling."""
        return self._lexicon.group("case")

    @cached_property
    def issuers(self) -> Mapping[str, Issuer]:
        """Code of an issuer → what it says."""
        groups = (
            ("issuer_any", None, None), ("issuer_state_unnamed", "state", False), ("issuer_state", "state", False),
            ("issuer_mass", "mass", False), ("issuer_association", "mass", None), ("issuer_youth", "mass", True), ("issuer_party", "party", True),
        )  # fmt: skip
        return {
            code: _issuer(row, system, party_order=party_order)
            for group, system, party_order in groups
            for code, row in self._lexicon.group(group).items()
        }

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        return tuple(self._lexicon.words("issuer_party_ending"))

    def issuer(self, printed: str) -> Issuer | None:
        """What an issuer's code says; None where it is not known (the list of issuers is open)."""
        key = compared(printed)
        known = self.issuers.get(key) or (self.issuers.get(key[:-1] + "w") if key.endswith("tư") else None)
        if known is not None:
            return known
        term = _TERM.compiled.fullmatch(key)
        if term is not None and (found := self.issuers.get(term["code"])) is not None and found.system == "state":
            return Issuer(found.code + term["term"], found.name, found.system, found.party_order, found.until, found.since)
        if len(key) > 3 and key.endswith(self._endings) and printed.isupper():  # UBKTHU, VPTƯ: a Party body's code ends in its committee's
            code = printed.replace(".", "")
            return Issuer(code[:-1] + "W" if code.endswith("TƯ") else code, None, "party", party_order=True)
        return None

    def of(self, match: regex.Match[str], scene: Scene) -> Number | None:
        """The number that the room's pattern has matched."""
        printed = scene.folded
        return self.read(printed[slice(*match.span("n"))], match["year"], printed[slice(*match.span("code"))], match.start("code"))

    def read(self, digits: str, year: str | None, code: str, start: int = 0) -> Number | None:
        """The number made of *digits*, *year* and *code* (with its first separator), *code* standing at folded offset *start*.

        None where the code is none.
        """
        parts = tuple(Part.of(match["sep"], match["code"], start + match.end()) for match in _PARTS.compiled.finditer(code))
        parts = self._unglued(self._unspaced(parts))
        if not parts or (not parts[0].separator.strip() and parts[0].key not in self.types):
            return None  # a lost separator is believed only before a type
        if (case := self._case(digits, year, parts)) is not None:
            return case
        assembly = _TERM.compiled.fullmatch(parts[0].key)
        if year and assembly and (issuer := self.issuer(parts[0].printed)) is not None:
            return Number(
                f"{digits}/{year}/{issuer.code}", parts[0].end, ("Luật", "Nghị quyết", "Pháp lệnh", "Bộ luật"), None, issuer, year, "state", alone=True,
            )  # fmt: skip
        if parts[0].key in self.types and len(parts) > 1:
            return self._typed(digits, year, self._trimmed(parts, 1))
        if (
            len(parts) > 1
            and not year
            and parts[1].key in self.types
            and parts[0].upper
            and parts[0].separator == "-"
            and parts[1].separator == "/"
        ):
            official, *kinds = self.types[parts[1].key]  # 84-VH/QĐ: as the ministries of culture wrote until the nineties
            return Number(
                f"{digits}-{parts[0].printed}/{official}",
                parts[1].end,
                tuple(kinds),
                self._kind(parts[1].key, tuple(kinds), None),
                typed=True,
            )
        return self._untyped(digits, year, self._trimmed(parts, 0))

    def _typed(self, digits: str, year: str | None, parts: tuple[Part, ...]) -> Number | None:
        official, *kinds = self.types[parts[0].key]
        if len(parts) == 1:
            return self._untyped(digits, year, parts)
        codes, issuer, last = self._issuers(parts[1:])
        separators = parts[0].separator.strip(), parts[1].separator.strip()
        if issuer is None and not separators[0] and (not parts[1].upper or separators[1] != "/"):
            return None  # `12 TT/xyz`: a lost separator is believed only before an issuer
        system = issuer.system if issuer else None
        party = issuer.party_order if issuer else None
        if party is None:  # as printed
            party = separators[0] != "/" and separators[1] == "/" and not year
        number = f"{digits}-{official}/{codes}" if party else "/".join(filter(None, (digits, year, f"{official}-{codes}")))
        kind = self._kind(parts[0].key, tuple(kinds), issuer)
        if issuer is not None and kind is not None and "liên" in kind and len(parts) > 2:  # type and two issuers
            issuer = self._together(parts[1:], issuer)
        open_issuer = parts[1].upper and not parts[1].spaced and official in self.plain_types
        plain = parts[0].printed[0].isupper() and (issuer is not None or open_issuer)
        alone = (plain and separators[0] != "") or (issuer is not None and (separators[0] != "" or plain))
        return Number(number, last, tuple(kinds), kind, issuer, year, system, alone=alone, typed=True)

    def _untyped(self, digits: str, year: str | None, parts: tuple[Part, ...]) -> Number | None:
        first = parts[0]
        separator = first.separator.strip()
        if separator not in ("/", "-") or (year and first.key not in self.types):
            return None
        if len(parts) == 1:
            row, issuer = self.types.get(first.key), self.issuer(first.printed)
            if row is None and issuer is None:  # Công văn 285/CCTTHC
                plain = (
                    (first.upper or _MIXED.match(first.printed, 0, len(first.printed)) is not None)
                    and not year
                    and (separator == "/" or (first.separator == "-" and first.printed.isalpha()))
                )
                return Number(f"{digits}{separator}{first.printed}", first.end, (), "Công văn") if plain else None
            official = row[0] if row else issuer.code  # type: ignore[union-attr]  # one of the two is there
            number = f"{digits}/{year}/{official}" if year else f"{digits}{separator}{official}"
            kinds = tuple(row[1:]) if row else ()
            return Number(
                number, first.end, kinds, self._kind(first.key, kinds, None), issuer if row is None else None, year, _system(issuer, kinds)
            )
        codes, issuer, last = self._issuers(parts)
        if separator == "-" or (issuer is None and not all(part.upper for part in parts)):
            return None
        alone = issuer is not None and issuer.name is not None and all(part.upper for part in parts)
        return Number(f"{digits}/{codes}", last, (), "Công văn", issuer, None, issuer.system if issuer else None, alone=alone)

    def _issuers(self, parts: tuple[Part, ...]) -> tuple[str, Issuer | None, int]:
        """The official spelling of a chain of codes, and what its first says (`BGD-ĐT` is one code printed as two)."""
        for count in (3, 2):
            if len(parts) >= count and (issuer := self.issuers.get("".join(part.key for part in parts[:count]))) is not None:
                return "-".join((issuer.code, *map(self._official, parts[count:]))), issuer, parts[-1].end
        issuers = [self.issuer(part.printed) for part in parts]
        return "-".join(map(self._official, parts)), issuers[0], parts[-1].end

    def _together(self, parts: tuple[Part, ...], first: Issuer) -> Issuer:
        """The bodies of a joint document; none is named where one of them is not known."""
        names = [issuer.name if (issuer := self.issuer(part.printed)) is not None else None for part in parts]
        joint = None if None in names else ", ".join(filter(None, names))
        return Issuer(first.code, joint, first.system, first.party_order)

    def _official(self, part: Part) -> str:
        issuer = self.issuer(part.printed)
        if issuer is not None:
            return issuer.code
        plain = part.printed.replace(".Ư", "Ư").replace(".W", "W")
        return plain.upper() if plain.islower() else plain

    def _kind(self, key: str, kinds: tuple[str, ...], issuer: Issuer | None) -> str | None:
        if len(kinds) == 1:
            return kinds[0]
        within = self._lexicon.group("type_within")
        if issuer is not None and issuer.system is not None and (found := within.get(f"{key} {issuer.system}")) is not None:
            return found or None
        found = within.get(key, kinds[0] if kinds else "")
        return found or None

    def _case(self, digits: str, year: str | None, parts: tuple[Part, ...]) -> Number | None:
        """15/2021/HS-ST: a judgment's file mark."""
        for count in (2, 1):
            mark = self.cases.get("-".join(part.key for part in parts[:count])) if year and len(parts) >= count else None
            if mark is not None:
                return Number(
                    f"{digits}/{year}/{mark}", parts[count - 1].end, ("Bản án", "Quyết định"), None, None, year, "state", typed=True
                )
        return None

    @cached_property
    def _spaced(self) -> frozenset[str]:
        """Issuers before which papers lose the hyphen: 32/kl TW."""
        return self._lexicon.words("issuer_party", "issuer_youth", "issuer_spaced")

    def _unspaced(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """The parts before the first word of the sentence."""
        for place, part in enumerate(parts):
            if place and part.separator == " " and part.printed.lower() not in self._spaced:
                return parts[:place]
        return parts

    def _unglued(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """`NĐCP`, `NQTW`: type and issuer printed without their separator."""
        if len(parts) != 1 or parts[0].key in self.types or parts[0].key in self.issuers:
            return parts
        part = parts[0]
        for cut in range(len(part.printed) - 2, 1, -1):
            if part.printed[:cut].lower() in self.types and part.printed[cut:].lower() in self.issuers:
                return Part.of(part.separator, part.printed[:cut], part.end), Part.of("-", part.printed[cut:], part.end)
        return parts

    def _trimmed(self, parts: tuple[Part, ...], issuer_at: int) -> tuple[Part, ...]:
        """The parts that belong to the number: a spaced dash after the issuer, or a word in lower case, is of the sentence."""
        kept = [parts[0]]
        for place, part in enumerate(parts[1:], 1):
            known = part.key in self.issuers or part.key in self.types
            capital = part.printed[0].isupper() and not part.printed[1:].islower()
            if part.spaced and (place > max(issuer_at, 1) or not (known or part.upper)):
                break
            if not known and not capital and not (parts[0].printed.islower() and place <= issuer_at):
                break
            if part.separator == " " and not known:
                break
            kept.append(part)
        return tuple(kept)


def _issuer(row: Sequence[str], system: str | None, *, party_order: bool | None) -> Issuer:
    code, name, until, since = (*row, *("",) * (4 - len(row)))
    return Issuer(code, name or None, system, party_order, until or None, since or None)


def _system(issuer: Issuer | None, kinds: tuple[str, ...]) -> str | None:
    if issuer is not None:
        return issuer.system
    return "state" if kinds == ("Sắc lệnh",) else None
