"""Whether an award was given: awarded, proposed, planned, denied or only mentioned; and how often."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from trichluc.link.awards.phrases import award_lexicon
from trichluc.rule import Pattern

if TYPE_CHECKING:
    import regex

    from trichluc.link.awards.clauses import Clause
    from trichluc.scene import Scene

__all__ = ["status_of", "times_of"]

_ORDINALS = {"nhất": 1, "đầu": 1, "đầu tiên": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_TIMES = Pattern(
    r"(?<!\w)(?:(?P<years>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:năm|lần|kỳ|mùa)(?: (?:liền|liên tục|liên tiếp|được|đạt|đoạt|giành|vô địch))"
    r"|lần thứ (?P<time>\d{1,2}|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?! (?:năm|-)))"
)
_BEHIND = Pattern(r",? (?:\w+ ){0,2}(?:sẽ|dự kiến) ")
_LASTING = Pattern(r" (?:(?P<years>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:năm|lần|kỳ|mùa) (?:liền|liên tục|liên tiếp)|lần thứ (?P<time>\d{1,2}|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w| (?:năm|-)))")


@cache
def _signs() -> regex.Pattern[str]:
    lexicon = award_lexicon()
    names = ("denying", "proposing", "planning", "mentioning", "done", "revoke")
    body = "|".join(rf"(?P<{name}>\L<{name}>)" for name in names)
    return Pattern(rf"(?<!\w)(?:{body})(?!\w)", **{name: lexicon.words(name) for name in names}).compiled


def status_of(scene: Scene, clause: Clause, previous: str | None, heading: str | None) -> str:
    """The status that the words before the award give it; without a verb of its own that of the clause before it."""
    left = clause.left
    if not clause.own_verb and previous is not None and not scene.lower[left : clause.start].strip(" ,;:.-"):
        return previous
    status = "awarded"
    for match in _signs().finditer(scene.lower, left, clause.start):
        kind = match.lastgroup
        gap = scene.lower[match.end() : clause.start]
        if kind == "done":
            status = "awarded" if status in ("planned", "proposed", "mentioned") else status
        elif kind == "denying":
            status = "denied" if len(gap) <= 45 and "," not in gap else status
        elif kind == "revoke":
            status = "denied" if len(gap) <= 60 else status
        elif kind == "planning":
            status = "planned"
        elif kind == "proposing":
            status = "proposed"
        elif kind == "mentioning":
            status = "mentioned"
    if status == "awarded" and _BEHIND.match(scene.lower, clause.end, clause.sentence.end) and not (clause.verb and clause.own_verb):
        return "planned"
    if status == "awarded" and heading is not None and not (clause.verb and clause.own_verb):
        return heading
    if status == "awarded" and previous is not None and not clause.own_verb:
        return previous
    return status


def times_of(scene: Scene, clause: Clause) -> int | None:
    """`3 năm liền đạt …` is 3, `… lần thứ hai` is 2; the edition of a contest is none."""
    behind = _LASTING.match(scene.lower, clause.end, clause.sentence.end)
    found = behind or (
        next(reversed(list(_TIMES.compiled.finditer(scene.lower, clause.left, clause.start))), None) if clause.own_verb else None
    )
    if found is None:
        return None
    years, time = found["years"], found["time"]
    if years:
        return int(years) if years.isdigit() else _NUMBERS[years]
    if behind is None:
        return None
    return int(time) if time.isdigit() else _ORDINALS[time]
