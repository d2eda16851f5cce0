"""same_as: a short form points to the full form that it stands for.

    Nghị định 100/2019/NĐ-CP … Nghị định 100         the same kind, the same number, the nearest before it
    Nghị quyết số 18-NQ/TW … Nghị quyết 18 của Bộ Chính trị
    Luật Đất đai năm 2013 … Luật Đất đai             a name without its year
    Nghị quyết Trung ương 4 khoá XII … Nghị quyết Trung ương 4

Kinds are never crossed. Where the printed issuer, year or provision of the number rules a full form out, it is passed over; where two
different documents stand in one sentence, nothing is guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from trichluc.records import Citation
from trichluc.text import fold_word

if TYPE_CHECKING:
    from datetime import date

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["tie_citations"]

# {n}[{letter}][/{year}] of a short form; {n}… of a full one
_SHORT = re.compile(r"0*(?P<n>\d+[a-zđ]*)(?:/(?P<year>\d{4}))?")
_FULL = re.compile(r"0*(?P<n>\d+[a-zđ]*)(?=[-/])(?:/(?P<year>\d{4})(?=/))?")

# Names of laws and bodies come again and again
_folded = lru_cache(maxsize=1024)(fold_word)
_CENTRE = re.compile(r"(?<!\w)(?:trung ương|tw|t\.ư|tư|bộ chính trị|ban bí thư)(?!\w)(?: đảng)?")


class _Antecedent(NamedTuple):
    """An earlier citation that a short form may stand for, and the sentence it stands in."""

    citation: Citation
    sentence: int
    year: str | None


def tie_citations(mentions: tuple[Mention, ...], scene: Scene, _published: date | None) -> tuple[Mention, ...]:
    """Fill ``same_as`` of short forms.

    >>> import trichluc
    >>> text = "Nghị định 100/2019/NĐ-CP có hiệu lực. Theo Nghị định 100, mức phạt tăng."
    >>> [citation.same_as for citation in trichluc.extract(text, entities=False).select(trichluc.Citation)]
    [None, 0]
    """
    earlier: dict[tuple[str, str], list[_Antecedent]] = {}
    tied = []
    for mention in mentions:
        citation = mention.record
        if not isinstance(citation, Citation):
            tied.append(mention)
            continue
        sentence = scene.sentence_number(mention.start)
        key, is_short = _key(citation)
        found = _nearest(citation, earlier.get(key, [])) if key is not None and is_short else None
        tied.append(mention if found is None else mention.with_fields(same_as=found))
        if key is not None and not is_short:
            earlier.setdefault(key, []).append(_Antecedent(citation, sentence, _year(citation)))
    return tuple(tied)


def _key(citation: Citation) -> tuple[tuple[str, str] | None, bool]:
    """Kind and number (or name) by which forms of one document meet, and whether this form is the short one."""
    if citation.kind is None:
        return None, False
    if citation.number is None:
        if not citation.name:
            return None, False
        name, _, term = citation.name.partition(" khóa ")  # Nghị quyết Trung ương 4 | khóa XII
        return (citation.kind, _folded(name)), not term and _year(citation) is None
    short = _SHORT.fullmatch(citation.number.lower())
    match = short or _FULL.match(citation.number.lower())
    return ((citation.kind, match["n"]) if match else None), short is not None


def _year(citation: Citation) -> str | None:
    number = (citation.number or "").lower()
    match = _SHORT.fullmatch(number) or _FULL.match(number)
    if match is not None and match["year"]:
        return match["year"]
    year = (citation.issued or "")[:4]
    return year if year.isdigit() else None


def _nearest(short: Citation, antecedents: list[_Antecedent]) -> int | None:
    """The id of the nearest antecedent that nothing in the short form contradicts."""
    year = _year(short)
    fitting = [
        earlier
        for earlier in antecedents
        if (year is None or earlier.year is None or earlier.year == year) and _issuers_agree(short.issuer, earlier.citation)
    ]
    if not fitting:
        return None
    nearest = fitting[-1]
    # A law cited under two years, or two documents of one number in one sentence: which is meant nobody can say.
    rivals = {
        (other.citation.number, other.citation.name, other.year) if short.number is None else other.citation.number
        for other in fitting
        if short.number is None or other.sentence == nearest.sentence
    }
    return nearest.citation.id if len(rivals) == 1 else None


def _issuers_agree(printed: str | None, earlier: Citation) -> bool:
    """`Nghị quyết 18 của Tỉnh uỷ` is not Nghị quyết số 18-NQ/TW of Bộ Chính trị; `Trung ương` may be any body of the centre."""
    if printed is None:
        return True
    short, full = _folded(printed), _folded(earlier.issuer or "")
    code = (earlier.number or "").rpartition("/")[2]
    central = code.startswith("TW") or _CENTRE.search(full) is not None
    if _CENTRE.search(short) is not None:
        return central and (_CENTRE.fullmatch(short) is not None or not full or short in full or full in short)
    return not central and (not full or short in full or full in short)
