"""Days of the lunar calendar and years of its cycle of sixty.

mùng 3 Tết Nhâm Dần · sáng mùng 6 Tết · 30 Tết · rằm tháng Giêng năm 2025 · 23 tháng Chạp · 10/3 âm lịch
ngày 10 tháng 3 năm Quý Mão · từ mùng 8 đến 12 tháng Giêng · năm Giáp Thìn · năm Quý Dậu 1873 · Tết Giáp Thìn 2024
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from trichluc.families.date.forms import DAY_NUMBER, MONTH_NUMBER, YEAR_NUMBER, Form
from trichluc.families.date.iso import UNKNOWN_YEAR
from trichluc.families.date.moon import EVE, LunarDays, lunar_year, to_solar
from trichluc.families.date.terms import LUNAR, YEAR, Term
from trichluc.lexicon import Lexicon, load_lexicon
from trichluc.pattern import Pattern
from trichluc.rule import Words

if TYPE_CHECKING:
    import regex

    from trichluc.families.date.forms import Grammar
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["lunar_forms", "read_cycle", "read_lunar_words"]

_LONGEST_LEAD = 48  # từ ngày mùng hai mươi tám đến …


# năm Giáp Thìn [2024] | năm 2024 | Giáp Thìn (2024) | 2024            names that differ by a digit say the same
_YEAR = (
    rf"(?:,?(?: năm)? (?P<can>\L<can>) (?P<chi>\L<chi>)(?!\w)(?:,? (?:năm )?(?:\((?P<year1>{YEAR_NUMBER})\)|(?P<year3>{YEAR_NUMBER})))?|,? (?:năm )?(?P<year2>{YEAR_NUMBER})"
    r"|(?P<yearly> \L<relative_year>)(?!\w))"
)
_DAY = rf"(?:(?P<day>{DAY_NUMBER})|(?P<dayword>\L<spelled_day>)(?!\w))"
_LAST = rf"(?:(?: ?- ?| (?:đến|tới) )(?:ngày )?(?:mùng |mồng )?(?:(?P<last>{DAY_NUMBER})|(?P<lastword>\L<spelled_day>)(?!\w)))?"


def _lunar(number: int) -> str:
    return rf"(?P<lunar{number}> ?\((?:âm lịch|al)\)|,? (?:âm lịch|al)(?!\w))"


def _named(number: int) -> str:
    return rf" tháng (?P<named{number}>giêng|chạp)(?!\w){_lunar(number)}?"


def _numbered(number: int) -> str:
    month = rf"(?P<month{number}>{MONTH_NUMBER})|(?P<monthword{number}>\L<spelled_month>)(?!\w)"
    dated = rf"(?:[/.-](?P<year{number + 2}>{YEAR_NUMBER})(?= ?\(?(?:âm lịch|al)))?"
    return rf"(?: tháng (?:{month})|[/.-](?P<month{number + 2}>{MONTH_NUMBER}){dated})"


_BODY = (
    r"(?<![\w/.,-])(?<!tháng )(?P<lead>từ )?(?:"
    rf"(?P<led>ngày )?(?P<first>mùng |mồng )?{_DAY}{_LAST}"
    rf"(?: (?P<tet>\L<tet>)(?!\w)|{_named(1)}|{_numbered(1)}(?:{_lunar(3)}|(?=,? (?:năm )?\L<can> \L<chi>(?!\w))))"
    rf"|(?:ngày )?(?P<full>rằm)(?:{_named(2)}|{_numbered(2)}{_lunar(4)}?)"
    rf"){_YEAR}?{_lunar(5)}?"
)


# What makes a day lunar; the long pattern is tried only where it is near.
_NEAR = r"[^\n]{0,48}?(?:tết|rằm|giêng|chạp|âm lịch|\bal\b|\L<can> \L<chi>)"


def lunar_forms(lexicon: Lexicon) -> tuple[Form, ...]:
    """The forms of this module."""
    lists = _lists(lexicon)
    years = frozenset(f"năm {can}" for can in lexicon.words("can"))
    cycle = frozenset(
        f"{can} {chi}"
        for can, stem in lexicon.group("can").items()
        for chi, branch in lexicon.group("chi").items()
        if (stem - branch) % 2 == 0
    )
    opens = frozenset({"mùng", "mồng", "ngày", "rằm", "từ", "0"})
    return (
        # [từ] mùng {day} [đến {day}] Tết|tháng Giêng|tháng {month} âm lịch [{year}] | rằm tháng {month} | 30 Tết | {day} tháng {month} năm Quý Mão
        Form("lunar", None, _pattern(_BODY, lists), read_lunar, day=True, guard=_pattern(_NEAR, lists), starts=opens),
        # the same, found by what makes it lunar and read back from there
        Form(
            "lunar",
            Words(frozenset({"giêng", "chạp", "âm lịch", "rằm tháng"}) | lexicon.words("lunar_new_year") | years | cycle),
            Pattern(""),
            read_behind,
            starts=frozenset(),
        ),
        # mùng {day} alone
        Form(
            "lunar",
            Words(frozenset({"mùng", "mồng"})),
            _pattern(rf"(?:mùng|mồng) {_DAY}(?![/.-]\d)", lists),
            read_alone,
            day=True,
        ),
        # [đêm] giao thừa [{year}]
        Form("lunar", Words(frozenset({"giao thừa", "đêm giao thừa"})), _pattern(rf"(?:đêm )?giao thừa{_YEAR}", lists), read_eve, day=True),
        # năm {can} {chi} [{year}]
        Form(
            "lunar-year",
            Words(years),
            _pattern(rf"năm (?P<can>\L<can>) (?P<chi>\L<chi>)(?!\w)(?: \((?P<year1>{YEAR_NUMBER})\)|,? (?P<year2>{YEAR_NUMBER}))?", lists),
            read_lunar_year,
        ),
        # tết [nguyên đán] {can} {chi} [{year}] | tết nguyên đán {year}
        Form("tet", Words(lexicon.words("lunar_new_year")), _pattern(rf"(?P<tet>\L<tet>)(?!\w){_YEAR}", lists), read_lunar_year),
    )


def _lists(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    names = {"can": "can", "chi": "chi", "spelled_day": "spelled_day", "spelled_month": "spelled_month", "tet": "lunar_new_year"}
    return {key: lexicon.words(name) for key, name in names.items()} | {"relative_year": lexicon.words("relative_year")}


def _pattern(source: str, lists: dict[str, frozenset[str]]) -> Pattern:
    """The pattern with the lists that it names."""
    named: dict[str, Any] = {name: words for name, words in lists.items() if f"\\L<{name}>" in source}
    return Pattern(source, **named)


def read_lunar_words(words: str) -> tuple[LunarDays, ...]:
    """The lunar days that folded words say, in order; for the links, which know more of the year.

    >>> [(days.first, days.last, days.month) for days in read_lunar_words("từ 28 tết đến mùng 5 tết")]
    [(28, 28, 12), (5, 5, 1)]
    """
    pattern, lexicon = _reader()
    return tuple(days for match in pattern.compiled.finditer(words) if (days := _days(match, lexicon)) is not None)


def read_cycle(words: str) -> int | None:
    """Place in the cycle of sixty of the can-chi year among folded words.

    >>> read_cycle("tết giáp thìn"), read_cycle("tết giáp tỵ")
    (40, None)
    """
    _, lexicon = _reader()
    pairs = pairwise(words.split())
    return next((place for can, chi in pairs if (place := _cycle(lexicon, can.strip(",("), chi.strip(",.)"))) is not None), None)


@cache
def _reader() -> tuple[Pattern, Lexicon]:
    lexicon = load_lexicon("trichluc.families.date")
    return _pattern(_BODY, _lists(lexicon)), lexicon


def read_lunar(match: regex.Match[str], _hit: Hit | None, _scene: Scene, grammar: Grammar) -> Term | None:
    """A lunar day as a Gregorian one where its year is printed; else XXXX-XX-XX."""
    said = _days(match, grammar.lexicon)
    if said is None:
        return None
    start, end = match.span()
    if match["lead"] and said.first == said.last:
        start += len(match["lead"])
    value = "XXXX-XX-XX" if said.year is None else _value(said, said.year)
    if value is None:
        return None
    single = "/" not in value
    if said.year is None and said.last != said.first:
        value = f"{value}/{value}"
    whole = "" if single and said.last == said.first else value
    return Term(
        start=start, end=end, rule="lunar", kind=LUNAR, year=value[:4], rest=value[4:] if not whole else "", whole=whole, anchor="lunar"
    )


def read_behind(_match: regex.Match[str], hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """The lunar day that *hit* (Tết, Giêng, âm lịch, năm Quý …) belongs to, most of which stands before it."""
    if hit is None:
        return None
    pattern, _ = _reader()
    start = max(scene.sentence(hit.start).start, hit.start - _LONGEST_LEAD)
    for match in pattern.compiled.finditer(scene.lower, start, scene.limit(hit.start)):
        if match.start() > hit.start:
            break
        if match.end() > hit.start:
            return read_lunar(match, hit, scene, grammar)
    return None


def _value(said: LunarDays, year: int) -> str | None:
    first, last = to_solar(said.first, said.month, year), to_solar(said.last, said.last_month, year)
    if first is None or last is None or first > last:
        return None
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _days(match: regex.Match[str], lexicon: Lexicon) -> LunarDays | None:
    """What a match says; None where it is solar: `mồng 2 tháng 9`, `ngày 5/3/2020`."""
    groups = _said(match)
    days, months = lexicon.group("spelled_day"), lexicon.group("spelled_month")
    if groups.get("full"):
        first = last = 15
    else:
        first = int(groups["day"]) if "day" in groups else days[groups["dayword"]]
        last = int(groups["last"]) if "last" in groups else days[groups["lastword"]] if "lastword" in groups else first
    cycle = _cycle(lexicon, groups.get("can"), groups.get("chi"))
    if groups.get("tet"):
        month = 12 if first > 20 else 1
    elif groups.get("named"):
        month = lexicon.group("lunar_month")[groups["named"]]
    elif groups.get("lunar") or groups.get("full") or cycle is not None:
        month = int(groups["month"]) if "month" in groups else months[groups["monthword"]]
    else:
        return None
    if first > EVE or (groups.get("tet") and first < 20 and not (groups.get("first") or groups.get("led"))):
        return None  # 2 Tết: how many
    year = lunar_year(int(groups["year"]), cycle) if "year" in groups else None
    if year is not None and groups.get("tet") and month == 12:
        year -= 1  # 30 Tết 2025 is the last day of the year before
    last_month = 1 if groups.get("tet") and month == 12 and last < first else month
    return LunarDays(first, last, month, last_month, year, cycle)


def _said(match: regex.Match[str]) -> dict[str, str]:
    """The groups that matched, of those whose names differ by a digit the one that did."""
    return {name.rstrip("12345"): words for name, words in match.groupdict().items() if words}


def _cycle(lexicon: Lexicon, can: str | None, chi: str | None) -> int | None:
    """Place in the cycle of sixty of a stem and a branch; None where they never meet."""
    if can is None or chi is None:
        return None
    stem, branch = lexicon.group("can").get(can), lexicon.group("chi").get(chi)
    return next((place for place in range(60) if place % 10 == stem and place % 12 == branch), None)


def read_alone(match: regex.Match[str], _hit: Hit | None, _scene: Scene, _grammar: Grammar) -> Term | None:
    """`hạ nêu vào mùng 7`: days are mùng of the lunar month, which nobody says."""
    return Term(start=match.start(), end=match.end(), rule="lunar", kind=LUNAR, rest="-XX-XX", anchor="lunar")


def read_eve(match: regex.Match[str], _hit: Hit | None, _scene: Scene, _grammar: Grammar) -> Term | None:
    """`đêm giao thừa 2024`: the night before the lunar New Year of that year."""
    year_said = _said(match).get("year")
    eve = to_solar(EVE, 12, int(year_said) - 1) if year_said else None
    year, rest = (eve.isoformat()[:4], eve.isoformat()[4:]) if eve else (UNKNOWN_YEAR, "-XX-XX")
    time = "TNI" if match[0].startswith("đêm") else ""
    return Term(start=match.start(), end=match.end(), rule="lunar", kind=LUNAR, year=year, rest=rest, time=time, anchor="lunar")


def read_lunar_year(match: regex.Match[str], _hit: Hit | None, _scene: Scene, grammar: Grammar) -> Term | None:
    """`năm Giáp Thìn`, `năm Quý Dậu 1873`, `Tết Nguyên đán 2024`."""
    groups = _said(match)
    if "can" in groups and _cycle(grammar.lexicon, groups["can"], groups["chi"]) is None:
        return None
    if "yearly" in groups:
        return None
    name = "tet" if "tet" in groups else "lunar-year"
    anchor = "lunar" if name == "tet" or "year" not in groups else "absolute"
    return Term(start=match.start(), end=match.end(), rule=name, kind=YEAR, year=groups.get("year", UNKNOWN_YEAR), anchor=anchor)
