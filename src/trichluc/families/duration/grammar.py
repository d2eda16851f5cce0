"""Durations: `4 năm`, `hơn 2 tiếng`, `2 năm 6 tháng`, `hai năm rưỡi`, `nửa năm`, `3-5 năm`, `từ 6 tháng đến 3 năm`, `5 năm trở lên`.

{quantity} {unit} [rưỡi | {number} {smaller unit} …] [( - | đến ) {quantity} {unit}] [trở lên | trở xuống]
nửa {unit} · {hours}h{minutes}
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trichluc.families.duration.normalize import read_duration, read_half, read_minutes
from trichluc.rule import Family, Pattern, Quantities, Rule, Words

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["DURATION"]

_MINUTES = frozenset(f"h{minute:02d}" for minute in range(60))


def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    units = lexicon.words("unit")
    return (
        Rule(
            "duration.number",
            Quantities.before(units),
            # {quantity} {unit}[ rưỡi]   the reader adds smaller units, the second half of a range, trở lên
            Pattern(r" ?(?P<unit>\L<units>)(?!\w)(?P<half> rưỡi(?!\w))?", units=units),
            partial(read_duration, lexicon),
        ),
        Rule(
            "duration.minutes",
            Quantities(_MINUTES),
            # {modifier | mất} {hours}h{minutes}[ phút]
            Pattern(r"h(?P<minutes>[0-5]\d)(?: ?phút|')?(?!\w)"),
            partial(read_minutes, lexicon),
        ),
        Rule(
            "duration.half",
            Words(frozenset({"nửa"})),
            # [modifier] nửa {unit}
            Pattern(r"nửa (?P<unit>\L<units>)(?!\w)", units=units),
            partial(read_half, lexicon),
        ),
    )


DURATION = Family("duration", "trichluc.families.duration", _rules)
