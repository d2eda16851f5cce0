"""Provisions: the articles, clauses and points that stand beside a document's name.

{point} {clause} {article} [của] DOCUMENT    điểm b khoản 4 và điểm c khoản 5 Điều 12 Nghị định …
{article} {clause}                           Điều 5, khoản 2
từ {article} đến {article}                   từ Điều 19 đến Điều 24
DOCUMENT ( {…} )                             Nghị định 100/2019/NĐ-CP (khoản 2 Điều 5)
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.records import Provision
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trichluc.text import Text

__all__ = ["Found", "provisions_after", "provisions_before"]

_FARTHEST = 170

# The units from the smallest to the largest, and the field of each.
_RANKS = ("item", "point", "clause", "article", "section", "chapter", "part", "annex")
_FIELD = {
    "tiết": "item", "điểm": "point", "khoản": "clause", "điều": "article", "tiểu mục": "section", "mục": "section", "chương": "chapter",
    "phần": "part", "phụ lục": "annex",
}  # fmt: skip
_ROMAN_OR_NUMBER = r"(?:[ivxlc]{1,6}|\d{1,3})(?:[.][ivx\d]{1,4})?"
_VALUE = {
    "item": r"(?:\d{1,2}(?:[.]\d{1,2}){0,2}|[a-zđ]\d?)",
    "point": r"(?:\d{1,2}(?:[.]\d{1,2}){0,2}|[a-zđ]\d?)",
    "clause": r"\d{1,2}[a-zđ]?(?:[.]\d{1,2})?",
    "article": r"\d{1,3}[a-zđ]?",
    "section": _ROMAN_OR_NUMBER,
    "chapter": _ROMAN_OR_NUMBER,
    "part": r"(?:[ivxlc]{1,6}|\d{1,2}|[a-h]|thứ (?:nhất|hai|ba|tư|năm|sáu))",
    "annex": r"(?:[ivxlc]{1,6}|\d{1,2}|[a-e])(?:[.-]?\d{1,2})?",
}


def _unit(word: str) -> str:
    """{unit} {value}[ - {value}][, {value} và {value}], with the unit said again or not."""
    value = rf"{_VALUE[_FIELD[word]]}(?![^\W_])"
    join = rf"(?:, ?| và |, và |; ?| hoặc )(?:(?:các )?{word} )?"
    until = rf"(?: ?- ?| đến (?:{word} )?)"
    return rf"(?:các )?{word} (?P<value>{value}(?:(?:{join}|{until}){value}){{0,9}})"


# The word of a unit, with what leads it; its values are then read by the unit's own pattern, made when one is met
_HEADS = Pattern(r"(?<!\w)(?P<from>từ )?(?P<head>(?:các )?(?P<word>" + "|".join(sorted(_FIELD, key=len, reverse=True)) + r") )(?=[\w])")
_UNITS = {word: Pattern(_unit(word) + r"(?!\w)") for word in _FIELD}
_GAP = Pattern(r"(?:,|;| và|, và|; và| của| thuộc| tại)? ?")
_LINK = Pattern(r"(?:,|,? ?(?:của|tại|trong|thuộc|theo|ban hành kèm theo))? ?(?:các )?")
_PARENTHESIS = Pattern(r" ?\( ?(?:tại |theo |quy định tại )?(?P<inside>[^()]{5,110})\)")
_VALUE_JOIN = Pattern(r"(?:, và |, ?| và |; ?| hoặc )(?:các )?(?:tiết|điểm|khoản|điều|tiểu mục|mục|chương|phần|phụ lục)? ?")
_UNTIL = Pattern(r" ?- ?| đến (?:\w+ )?")
_UPPER_VALUE = frozenset({"section", "chapter", "part", "annex"})


class Found(Struct, frozen=True, gc=False):
    """The provisions cited and the folded stretch that names them."""

    provisions: tuple[Provision, ...]
    start: int
    end: int


class _Step(Struct, frozen=True, gc=False):
    field: str
    values: tuple[str, ...]
    start: int
    end: int


def provisions_before(text: Text, start: int, first: int) -> Found | None:
    """The provisions that lead to a document at *start*, looking no further left than *first*; None where there are none.

    >>> from trichluc.text import fold
    >>> text = fold("theo điểm b khoản 4 và điểm c khoản 5 Điều 12 của Nghị định")
    >>> [(p.point, p.clause, p.article) for p in provisions_before(text, text.folded.index("Nghị"), 0).provisions]
    [('b', '4', '12'), ('c', '5', '12')]
    """
    first = max(first, start - _FARTHEST)
    window = text.lower[first:start]
    if not any(word in window for word in _FIELD):
        return None
    chain: list[_Step] = []
    end = start
    for step in reversed(list(_steps(text, first, start))):
        if not (_GAP if chain else _LINK).compiled.fullmatch(text.lower[step.end : end]):
            break
        chain.insert(0, step)
        end = step.start
    return Found(_assembled(text, chain), chain[0].start, chain[-1].end) if chain else None


def provisions_after(text: Text, end: int, limit: int) -> Found | None:
    """The provisions in brackets behind a document that ends at *end*."""
    match = _PARENTHESIS.match(text.lower, end, limit)
    if match is None:
        return None
    found = provisions_before(text, match.end("inside"), match.start("inside"))
    return found if found and found.start == match.start("inside") and found.end == match.end("inside") else None


def _steps(text: Text, first: int, end: int) -> Iterable[_Step]:
    at = first
    for head in _HEADS.compiled.finditer(text.lower, first, end):
        match = _UNITS[head["word"]].match(text.lower, head.start("head"), end) if head.start() >= at else None
        if match is None:
            continue
        at, field = match.end(), _FIELD[head["word"]]
        values = tuple(_canonical(value, field) for value in _VALUE_JOIN.compiled.split(match["value"]))
        ranged = head["from"] is None or any("-" in value for value in values)
        yield _Step(field, values, head.start() if ranged else match.start(), match.end())


def _canonical(value: str, field: str) -> str:
    joined = _UNTIL.compiled.sub("-", value)
    return joined.upper() if field in _UPPER_VALUE and not joined.startswith("thứ") else joined


def _assembled(text: Text, chain: Sequence[_Step]) -> tuple[Provision, ...]:
    """Paths from the smallest unit to the largest: `điểm b khoản 4 và điểm c khoản 5 Điều 12` are two, both of Điều 12."""
    ranks = [_RANKS.index(step.field) for step in chain]
    if len(ranks) > 1 and all(left > right for left, right in pairwise(ranks)):
        return _paths([list(reversed(chain))])  # Điều 5, khoản 2
    paths: list[list[_Step]] = []
    path: list[_Step] = []
    for place, step in reversed(list(enumerate(chain))):
        rank = ranks[place]
        beside = bool(path) and ("và" in (gap := text.lower[step.end : path[0].start]) or ";" in gap)
        if path and (beside or rank >= ranks[place + 1]):
            paths.insert(0, path)
            path = [upper for upper in path[1:] if _RANKS.index(upper.field) > rank]
        path = [step, *path]
    return _paths([path, *paths])


def _paths(paths: Iterable[Sequence[_Step]]) -> tuple[Provision, ...]:
    """One provision a value; of a larger unit with several values the first holds what is smaller: `khoản 1 và khoản 2 Điều 51; Điều 54`."""
    return tuple(
        Provision(**({step.field: step.values[0] for step in path[place + 1 :]} | {unit.field: value}))
        for path in paths
        for place, unit in enumerate(path)
        for value in (unit.values if place == 0 else unit.values[1:])
    )
