"""From the terms of the forms to candidates: what stands beside decides which are dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from trichluc.families.date.context import has_cue, is_session, is_timed, modifier_before, recurs
from trichluc.families.date.joining import continue_list, continue_pair, continue_range
from trichluc.families.date.terms import MONTH
from trichluc.records import Date
from trichluc.rule import FIRM, PLAIN, Candidate

if TYPE_CHECKING:
    import regex

    from trichluc.families.date.forms import Form, Grammar
    from trichluc.families.date.terms import Term
    from trichluc.scene import Scene

__all__ = ["read_dates", "read_form"]


def read_dates(grammar: Grammar, form: Form, match: regex.Match[str], hit: Any, scene: Scene) -> tuple[Candidate, ...] | None:  # noqa: ANN401  # a Hit, or a Quantity for QUANTITIES
    """The dates that one match begins: a range, the members of a list, or a single one."""
    if form.guard is not None:
        return read_form(grammar, form, match.start(), hit, scene)
    return _dates(grammar, form.read(match, hit, scene, grammar), scene)


def read_form(grammar: Grammar, form: Form, at: int, hit: Any, scene: Scene, *, bare: bool = False) -> tuple[Candidate, ...] | None:  # noqa: ANN401
    """The dates that the form begins at a place; *bare* where a number opens them and no word."""
    match = form.pattern.match(scene.lower, at, scene.limit(at))
    return None if match is None else _dates(grammar, form.read(match, hit, scene, grammar), scene, bare=bare)


def _dates(grammar: Grammar, term: Term | None, scene: Scene, *, bare: bool = False) -> tuple[Candidate, ...] | None:
    if term is None:
        return None
    if bare and not term.sure and term.kind == MONTH and not _goes_on(scene.lower, term.end) and not has_cue(grammar, scene, term):
        return None  # most of the bare numbers: not worth looking for a range
    if not term.possible:
        return (Candidate(None, term.start, term.end, strength=FIRM),)
    span = continue_range(grammar, scene, term)
    if span is not None:
        return _accept(grammar, scene, (span,), FIRM)
    pair = continue_pair(grammar, scene, term)
    if pair is not None:
        return _accept(grammar, scene, pair, FIRM)
    members = continue_list(grammar, scene, term)
    if len(members) > 1:
        return _accept(grammar, scene, tuple(replace(member, sure=term.sure or member.sure) for member in members), FIRM)
    stamp = term.rule in ("day", "weekday") and term.time[1:2].isdigit()  # 15/10/2025 04:45 GMT+7, against 04:45 GMT+7
    firm = "/" in term.whole or stamp or is_timed(grammar, scene, term) or is_session(scene, term)
    return _accept(grammar, scene, members, FIRM if firm else PLAIN)


def _goes_on(lower: str, end: int) -> bool:
    """Whether a dash follows: `9/1945 - 4/1947`."""
    return lower.startswith(("-", " -"), end)


def _accept(grammar: Grammar, scene: Scene, terms: tuple[Term, ...], strength: int) -> tuple[Candidate, ...] | None:
    if not terms:
        return None
    if recurs(grammar, scene, terms[0], terms[-1]):
        return (Candidate(None, terms[0].start, terms[-1].end, strength=strength),)  # nor is a part of it: mùng 8 | tháng Giêng hằng năm
    if not terms[0].sure and not has_cue(grammar, scene, terms[0]):
        return None
    return tuple(_candidate(term, scene, strength) for term in terms)


def _candidate(term: Term, scene: Scene, strength: int) -> Candidate:
    value = term.value
    anchor = term.anchor or ("context" if "XXXX" in value or value.startswith("T") else "absolute")
    return Candidate(
        Date,
        term.start,
        term.end,
        {"value": value, "modifier": term.modifier or modifier_before(scene.lower, term.start), "anchor": anchor},
        strength=strength,
        warnings=term.warnings,
        rule=f"date.{term.rule}",
    )
