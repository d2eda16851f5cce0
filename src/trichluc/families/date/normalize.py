"""From the terms of the forms to candidates: what stands beside decides which are dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from trichluc.families.date.context import has_cue, is_timed, modifier_before, recurs
from trichluc.families.date.joining import continue_list, continue_range
from trichluc.families.date.terms import MONTH, YEAR
from trichluc.records import Date
from trichluc.rule import FIRM, PLAIN, Candidate, Digits

if TYPE_CHECKING:
    import regex

    from trichluc.families.date.forms import Form, Grammar
    from trichluc.families.date.terms import Term
    from trichluc.scene import Scene

__all__ = ["read_dates"]


def read_dates(grammar: Grammar, form: Form, match: regex.Match[str], hit: Any, scene: Scene) -> tuple[Candidate, ...] | None:  # noqa: ANN401  # a Hit, or a Quantity for QUANTITIES
    """The dates that one match begins: a range, the members of a list, or a single one."""
    if isinstance(form.trigger, Digits) and not _opens(scene.lower, match.start()):
        return None
    whole = match if form.guard is None else form.pattern.match(scene.lower, match.start(), scene.limit(match.start()))
    term = form.read(whole, hit, scene, grammar) if whole is not None else None
    if term is None:
        return None
    dashed = term.kind == MONTH and scene.lower[term.end : term.end + 2] in ("- ", " -")  # 9/1945 - 4/1947
    if isinstance(form.trigger, Digits) and not (term.sure or dashed) and term.kind in (MONTH, YEAR) and not has_cue(grammar, scene, term):
        return None  # most of the bare numbers: not worth looking for a range
    if not term.possible:
        return (Candidate(None, term.start, term.end, strength=FIRM),)
    span = continue_range(grammar, scene, term)
    if span is not None:
        return _accept(grammar, scene, (span,), FIRM)
    members = continue_list(grammar, scene, term)
    if len(members) > 1:
        return _accept(grammar, scene, tuple(replace(member, sure=term.sure or member.sure) for member in members), FIRM)
    firm = "/" in term.whole or is_timed(grammar, scene, term)
    return _accept(grammar, scene, members, FIRM if firm else PLAIN)


def _opens(lower: str, start: int) -> bool:
    """Whether a number may open a date here: not inside another number, a code (`U23`) or a phone number."""
    if not start:
        return True
    before = lower[start - 1]
    if before == "-":
        return start > 1 and not lower[start - 2].isalnum()
    return not (before.isalnum() or before in "/.,:")


def _accept(grammar: Grammar, scene: Scene, terms: tuple[Term, ...], strength: int) -> tuple[Candidate, ...] | None:
    if not terms or recurs(grammar, scene, terms[-1].end):
        return None
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
