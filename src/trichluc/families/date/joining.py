"""Ranges and lists: expressions that share what is said once.

từ ngày 1 đến ngày 5/6 · 24 - 28/11 · từ 16 giờ ngày 8/9 đến 6 giờ ngày 9/9/2019 · từ năm 1999 đến 2003 · quý I - II/2021
ngày 7 và 8/11/2006 · các ngày 7, 8 và 9/1 · tháng 3 và 4/2013 · các năm 1983, 1989 · (27, 28/9)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from trichluc.families.date.core import is_lunar, printed_year, read_core
from trichluc.families.date.forms import ANY, MONTH_NUMBER, YEAR_NUMBER, follows
from trichluc.families.date.iso import UNKNOWN_YEAR, century_of, decade_of
from trichluc.families.date.terms import CENTURY, CLOCK, DAY, DECADE, LUNAR, MONTH, QUARTER, YEAR, Term, shared, shared_left
from trichluc.pattern import Pattern

if TYPE_CHECKING:
    import regex

    from trichluc.families.date.forms import Grammar
    from trichluc.scene import Scene

__all__ = ["OF_CENTURY", "continue_list", "continue_pair", "continue_range", "partners", "read_range"]

_TO = Pattern(r"(?P<dash> ?- ?)|,? (?:cho |kéo dài )?(?:đến|tới) (?:hết )?")
_PAIR = Pattern(r" ?[-/] ?")
_AND = Pattern(r"[,;] ?(?:và )?|,? (?:và|&|hoặc|hay) ")
# A digit, ngày, hôm, a Roman number: nothing else opens a shortened member.
_OPENS = frozenset("0123456789nhivx")
# The two characters that a range or a list goes on with: looked at before any pattern.
_MAY_RANGE = frozenset((" -", "- ", " c", " k", " đ", " t", ", ", *(f"-{sign}" for sign in "0123456789nhtqrsmlđcxưaăiv")))
_MAY_LIST = frozenset((", ", "; ", " v", " &", " h", *(f",{digit}" for digit in "0123456789nt")))
_SPANS = frozenset(("school-year", "crop-season", "span"))
_MOST_MEMBERS = 10


# … của thế kỷ XX | thế kỷ trước
OF_CENTURY = r"(?P<century> (?:của )?(?:thế k[ỷỉ]|tk) (?:(?P<number>[ivx]{1,5}|\d{1,2})|(?P<last>trước|qua|vừa qua))(?!\w))"


def partners(day: Pattern) -> dict[str, Pattern]:
    """What the other members of a range or list may be shortened to, by the kind of the first; *day* is the pattern of a day."""
    of_year = rf"(?:(?:/| ?- ?|\.| năm )(?P<year>{YEAR_NUMBER}))?"
    return {
        DAY: day,
        LUNAR: day,
        MONTH: Pattern(rf"(?P<number>{MONTH_NUMBER}){of_year}(?![\d/]|[.,]\d)"),
        YEAR: Pattern(rf"(?P<year>{YEAR_NUMBER})(?![/\w%])"),
        DECADE: Pattern(rf"(?P<decade>[1-9]0|[12]\d\d0)(?!\d|[.,]\d| ?%|/){OF_CENTURY}?"),
        CENTURY: Pattern(r"(?P<number>[ivx]{1,5}|1\d|2[01])(?!\w|[.,]\d| ?%|/)"),
        QUARTER: Pattern(rf"(?P<number>iv|iii|ii|i|[1-4])(?!\w){of_year}"),
    }


def read_range(grammar: Grammar, scene: Scene, at: int, below: int) -> Term | None:
    """The range that begins at *at*, with or without từ."""
    first = at + 3 if scene.lower.startswith("từ ", at) else at
    left = grammar.term(scene, first, below)
    found = continue_range(grammar, scene, left, below) if left is not None and left.possible else None
    return found and replace(found, start=at)


def continue_range(grammar: Grammar, scene: Scene, left: Term, below: int = ANY) -> Term | None:
    """The range that *left* opens; None where it opens none."""
    if scene.lower[left.end : left.end + 2] not in _MAY_RANGE:
        return None
    if left.whole:
        return _span_of_spans(grammar, scene, left, below) if left.rule in _SPANS else None
    to = _TO.match(scene.lower, left.end, scene.limit(left.start))
    if to is None or not left.possible:
        return None
    if to[0].startswith(",") and left.kind != CLOCK and not scene.lower.endswith("từ ", 0, left.start):
        return None  # tháng 1/2024, đến tháng 2 chỉ còn …
    right = _partner(grammar, scene, to.end(), left, below)
    if right is None or (_is_number(right) and not _led(scene, right) and not left.rest.startswith("-XX-")):
        return None
    if (
        right.anchor == "lunar"
        and left.kind == DAY
        and left.year == UNKNOWN_YEAR
        and right.kind == LUNAR
        and not (left.anchor or right.whole)
        and is_lunar(scene.lower, right.end - len(" âm lịch"))
    ):
        return _lunar_range(scene, left, right)
    if to["dash"] and left.year != right.year and UNKNOWN_YEAR not in (left.year, right.year) and left.rest == right.rest != "":
        return None  # (19/5/1890 - 19/5/2020): an anniversary
    if left.kind in (MONTH, YEAR, QUARTER) and right.kind in (DAY, CLOCK) and to["dash"]:
        return None
    pair = shared(left, right)
    if pair is None:
        return None
    left_said, (left, right) = left, pair
    start = (
        left.start - 3
        if scene.lower.endswith("từ ", 0, left.start)
        and not (scene.lower[left.start - 4 : left.start - 3].isalnum() or scene.lower.endswith("kể ", 0, left.start - 3))
        else left.start
    )
    anchor = next((anchor for anchor in (left.anchor, right.anchor) if anchor in ("relative", "lunar")), "")
    if right.rule == "same-day":
        anchor = "context"
    return Term(
        start=start,
        end=right.end,
        rule="lunar" if anchor == "lunar" else "same-day" if right.rule == "same-day" else "range",
        kind=left.kind,
        whole=f"{left.value}/{right.value}",
        sure=left.sure
        or right.sure
        or (left.kind == DAY and _led(scene, left))
        or (left.kind == MONTH and UNKNOWN_YEAR not in (left.year, right.year) and bool(to["dash"]))
        or (left.kind == right.kind == DAY and _plain(left_said, right)),
        anchor=anchor,
        warnings=left.warnings + right.warnings,
    )


def _lunar_range(scene: Scene, left: Term, right: Term) -> Term:
    """`từ mùng 6 tháng 1 đến 15 tháng 3 âm lịch`, `12/10 - 14/10 âm lịch`: the last says the calendar of both."""
    start = left.start - 3 if scene.lower.endswith("từ ", 0, left.start) else left.start
    return replace(right, start=start, rest="", year=UNKNOWN_YEAR, whole="XXXX-XX-XX/XXXX-XX-XX", sure=True)


def _span_of_spans(grammar: Grammar, scene: Scene, left: Term, below: int) -> Term | None:
    """`từ năm học 2012-2013 đến năm học 2016-2017`: from the beginning of one to the end of the other."""
    to = _TO.match(scene.lower, left.end, scene.limit(left.start))
    right = grammar.term(scene, to.end(), below) if to is not None and not to["dash"] else None
    if right is None or right.rule != left.rule or not _led(scene, right):
        return None
    (first, _, _), (_, _, last) = left.whole.partition("/"), right.whole.partition("/")
    if not (first.isdigit() and last.isdigit() and first < last):
        return None
    start = left.start - 3 if scene.lower.endswith("từ ", 0, left.start) else left.start
    return replace(left, start=start, end=right.end, whole=f"{first}/{last}")


def continue_pair(grammar: Grammar, scene: Scene, first: Term) -> tuple[Term, Term] | None:
    """The two dates of an anniversary: `(12/1968 - 12/2023)`, `(22-12-1944/22-12-2023)`: the same day or month, years apart."""
    joint = _PAIR.match(scene.lower, first.end, scene.limit(first.start)) if first.kind in (DAY, MONTH) else None
    if joint is None or first.whole or not (first.possible and first.year.isdigit()):
        return None
    second = _partner(grammar, scene, joint.end(), first, ANY)
    if second is None or second.whole or second.rest != first.rest or not first.year < second.year or not second.year.isdigit():
        return None
    return replace(first, sure=True), replace(second, sure=True)


def _is_number(term: Term) -> bool:
    """Whether only the day's number is printed."""
    return term.rest.startswith("-XX-") and term.rest[4:].isdigit()


def _plain(left: Term, right: Term) -> bool:
    """Whether two bare days can be nothing else: `30/4 - 1/5`, `12-14/5`; `2-3/5` could be some fraction."""
    return left.rest[1:3].isdigit() or int(right.rest[4:6]) > 12


def continue_list(grammar: Grammar, scene: Scene, first: Term) -> tuple[Term, ...]:
    """The members of the list that *first* opens, each with what the last says for all; *first* alone where there is no list."""
    members = [first]
    if scene.lower[first.end : first.end + 2] not in _MAY_LIST:
        return (first,) if first.complete else ()
    while len(members) < _MOST_MEMBERS and first.kind != CLOCK and not first.whole:
        joint = _AND.match(scene.lower, members[-1].end, scene.limit(first.start))
        following = _partner(grammar, scene, joint.end(), first, ANY) if joint else None
        if following is None or not _continues(scene, first, following):
            break
        members.append(following)
    while len(members) > 1 and not _says_all(members[-1]):
        members.pop()
    if len(members) == 1:
        return (first,) if first.complete else ()
    filled = [members[-1]]
    for member in reversed(members[:-1]):
        said = shared_left(member, filled[0])
        if said is None:
            return (first,) if first.complete else ()
        filled.insert(0, _from_context(said, member))
    return tuple(filled)


def _continues(scene: Scene, first: Term, following: Term) -> bool:
    """Whether *following* is a member: of the same kind, and no fuller than the first (`ngày 7, 8`, not `7, ngày 8`)."""
    led = _led(scene, following) and not _led(scene, first)
    alike = following.kind == first.kind and following.rule == first.rule and not (first.kind == YEAR and following.rest)
    edged = following.modifier is not None and first.modifier is None  # năm 2000; những năm đầu 1990
    return alike and following.possible and not (following.time or following.whole or led or edged)


def _from_context(term: Term, member: Term) -> Term:
    return replace(term, anchor=term.anchor or "context", sure=True) if term.value != member.value else term


def _says_all(last: Term) -> bool:
    """Whether the last member can speak for the others: a day with its month, a month or quarter with its year, a year."""
    if last.kind in (DAY, LUNAR):
        return len(last.rest) == 6 and last.rest[1:3].isdigit()
    return last.year != UNKNOWN_YEAR


def _led(scene: Scene, term: Term) -> bool:
    return scene.lower[term.start].isalpha()


def _partner(grammar: Grammar, scene: Scene, at: int, first: Term, below: int) -> Term | None:
    """The other member at *at*: an expression of its own, or what the kind of the first may be shortened to, the longer."""
    own = grammar.term(scene, at, below)
    pattern = grammar.partners.get(first.kind) if scene.lower[at : at + 1] in _OPENS else None
    match = pattern.match(scene.lower, at, scene.limit(at)) if pattern else None
    short = _short(match, grammar, scene, first) if match else None
    return short if short is not None and (own is None or short.end >= own.end) else own


def _short(match: regex.Match[str], grammar: Grammar, scene: Scene, first: Term) -> Term | None:
    """`8` and `9/1` behind `ngày 7`, `4/2013` behind `tháng 3`, `1989` behind `năm 1983`, `III/2021` behind `quý II`."""
    start, end = match.span()
    if first.kind in (DECADE, CENTURY):
        return _short_span(match, grammar, scene, first.kind)
    of_day = first.kind in (DAY, LUNAR)
    lead, year = (bool(match["lead"]), printed_year(match)) if of_day else (False, match["year"])
    if not lead and not year and follows(scene.lower, end, grammar.words("after_amount", "fraction_of")):
        return None
    if of_day:
        return read_core(match, start, grammar, sure=lead)
    rest = ""
    if first.kind == MONTH:
        rest = f"-{int(match['number']):02d}"
    elif first.kind == QUARTER:
        rest = f"-Q{grammar.lexicon.group('quarter')[match['number']]}"
    return Term(start=start, end=end, rule=first.kind, kind=first.kind, year=year or UNKNOWN_YEAR, rest=rest, sure=False)


def _short_span(match: regex.Match[str], grammar: Grammar, scene: Scene, kind: str) -> Term | None:
    """`70 của thế kỷ trước` behind `những năm 60`, `XVIII` behind `thế kỷ XVII`."""
    if follows(scene.lower, match.end(), grammar.words("after_amount", "fraction_of", "unit_ago")):
        return None
    if kind == DECADE:
        year = decade_of(match["decade"], match["number"])
    else:
        century = century_of(match["number"])
        year = f"{century - 1:02d}XX" if 1 <= century <= 21 else None
    return None if year is None else Term(start=match.start(), end=match.end(), rule=kind, kind=kind, year=year, sure=False)
