"""From a matched percentage to a candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.percentage.change import read_change
from trichluc.numerals import reach
from trichluc.records import Percentage
from trichluc.rule import FIRM, Candidate

if TYPE_CHECKING:
    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.rule import Pattern
    from trichluc.scene import Scene

__all__ = ["read_percentage"]


def _is_score(lower: str, start: int) -> bool:
    """`thắng với tỷ lệ 66-|34%`: the shares of two sides, as a score."""
    return lower[start - 1 : start] == "-" and lower[start - 2 : start - 1].isdigit()


def read_percentage(lexicon: Lexicon, rate: Pattern, match: regex.Match[str], quantity: Quantity, scene: Scene) -> Candidate | None:
    """One percentage; `10% - 15%` is taken whole, and its second half then finds its characters claimed."""
    if quantity.whole is not None or (quantity.value is not None and _is_score(scene.lower, quantity.start)):
        return None  # thắng với tỷ lệ 66-34%
    units = lexicon.group("unit")
    unit = units[match["unit"]]

    def again(other: Quantity) -> int | None:
        second = match.re.match(scene.lower, other.end, scene.limit(other.end))
        return second.end() if second is not None and units[second["unit"]] == unit else None

    found = reach(quantity, match.end(), scene, again)
    start = found.start
    if found.value is None and scene.lower[start - 1 : start] == "(" and match[0].startswith(")"):
        start -= 1  # (10-15)%
    elif match[0].startswith(")"):
        return None
    per = rate.match(scene.lower, found.end, scene.limit(found.end))
    return Candidate(
        Percentage,
        start,
        found.end,
        found.fields()
        | {
            "unit": unit,
            "change": read_change(lexicon, scene, quantity, start),
            "per": lexicon.group("per")[per["per"] or per["each"]] if per else None,
        },
        strength=FIRM,
    )
