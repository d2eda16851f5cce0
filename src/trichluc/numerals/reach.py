"""reach: how far a quantity goes once its unit is known: the other half of its range, and a modifier behind the unit.

10% - 15% · từ 5 triệu đồng đến 7 triệu đồng · từ 18 tuổi trở lên
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from trichluc.numerals.modifiers import trail

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from trichluc.numerals.quantities import Quantity
    from trichluc.scene import Scene

__all__ = ["Reach", "reach"]

_JOIN = re.compile(r" ?- ?| (?:cho )?(?:đến|tới) ")


class Reach(Struct, frozen=True, gc=False):
    """A quantity with its unit, or two of them that are one range, in folded offsets."""

    start: int
    end: int
    value: int | Decimal | None
    low: int | Decimal | None
    high: int | Decimal | None
    modifier: str | None

    def fields(self) -> dict[str, Any]:
        """The fields that every record of a number has."""
        return {"value": self.value, "min": self.low, "max": self.high, "modifier": self.modifier}


def reach(quantity: Quantity, unit_end: int, scene: Scene, again: Callable[[Quantity], int | None]) -> Reach:
    """What a quantity covers, given where its unit ends.

    Args:
        quantity: the number.
        unit_end: where its unit ends.
        scene: where it stands.
        again: where the unit ends behind another number, None where another unit or none follows it.
    """
    start, end, value, low, high = quantity.start, unit_end, quantity.value, quantity.low, quantity.high
    lower, modifier = scene.lower, quantity.modifier
    if value is not None and (join := _JOIN.match(lower, unit_end)) is not None:
        other = scene.quantity_at(join.end())
        if other is not None and other.value is not None and value < other.value and (other_end := again(other)) is not None:
            value, low, high, end = None, value, other.value, other_end
            start = quantity.from_start if quantity.from_start >= 0 else start
            modifier = None if quantity.from_start >= 0 and modifier != "approx" else modifier
    behind = trail(lower, end)
    if behind is None:
        return Reach(start, end, value, low, high, modifier)
    modifier, end = behind
    return Reach(quantity.from_start if quantity.from_start >= 0 else start, end, value, low, high, modifier)
