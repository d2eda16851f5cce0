"""From a matched percentage to a candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.records import Percentage
from trichluc.rule import FIRM, Candidate

if TYPE_CHECKING:
    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.scene import Scene

__all__ = ["read_percentage"]


def read_percentage(lexicon: Lexicon, match: regex.Match[str], quantity: Quantity, scene: Scene) -> Candidate | None:
    """One percentage; `10% - 15%` is taken whole, and its second half then finds its characters claimed."""
    unit = lexicon.group("unit")[match["unit"]]
    end, low, high, value = match.end("unit"), quantity.low, quantity.high, quantity.value
    per = match["per"]
    if match["join"] and value is not None and (upper := scene.quantity_at(match.end("join"))) is not None and upper.value is not None:
        again = match.re.match(scene.lower, upper.end, scene.limit(upper.end))
        if again is not None and again["unit"] == match["unit"] and value < upper.value:
            end, low, high, value, per = again.end("unit"), value, upper.value, None, again["per"]
    start = quantity.start
    if value is None and scene.lower[start - 1 : start] == "(" and scene.lower[quantity.end : quantity.end + 1] == ")":
        start -= 1  # (10-15)%
    return Candidate(
        Percentage,
        start,
        end,
        {
            "value": value,
            "min": low,
            "max": high,
            "modifier": quantity.modifier,
            "unit": unit,
            "per": lexicon.group("per").get(per) if per else None,
        },
        strength=FIRM,
    )
