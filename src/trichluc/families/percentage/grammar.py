"""Percentages: `trên 95%`, `từ 10 - 15%`, `10% - 15%`, `5,3 điểm phần trăm`, `bảy phần trăm`, `6,8%/năm`.

    {quantity} {unit} [( - | đến ) {quantity} {unit}] [/ {period}]
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trichluc.families.percentage.normalize import read_percentage
from trichluc.rule import QUANTITIES, Family, Pattern, Rule

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["PERCENTAGE"]


def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    units, per = lexicon.words("unit"), lexicon.words("per")
    return (
        Rule(
            "percentage.number",
            QUANTITIES,
            # {quantity} | %[/năm]   with room for the second half of `10% - 15%`
            Pattern(r"\)? ?(?P<unit>\L<units>)(?P<join> ?- ?| (?:đến|tới) )?(?:(?<!- ?)/ ?(?P<per>\L<per>)(?!\w))?", units=units, per=per),
            partial(read_percentage, lexicon),
        ),
    )


PERCENTAGE = Family("percentage", "trichluc.families.percentage", _rules)
