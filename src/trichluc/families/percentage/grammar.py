"""Percentages: `trên 95%`, `từ 10 - 15%`, `10% - 15%`, `(10-15)%`, `5,3 điểm phần trăm`, `bảy phần trăm`, `6,8%/năm`.

{quantity} {unit} [( - | đến ) {quantity} {unit}] [trở lên] [/ {period}]
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trichluc.families.percentage.normalize import read_percentage
from trichluc.rule import Family, Pattern, Quantities, Rule

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["PERCENTAGE"]


def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    return (
        Rule(
            "percentage.number",
            Quantities.before(lexicon.words("unit"), ")"),
            # {quantity} | [)] %
            Pattern(r"\)? ?(?P<unit>\L<units>)(?:(?<=[%‰])|(?!\w))", units=lexicon.words("unit")),
            partial(
                read_percentage,
                lexicon,
                # % | /năm   % | mỗi năm   % | bình quân hằng năm
                Pattern(
                    r" ?/ ?(?:1 |một )?(?P<per>\L<per>)(?!\w)| (?:bình quân |trung bình )?(?:một|mỗi|hằng|hàng) (?P<each>\L<per>)(?!\w)",
                    per=lexicon.words("per"),
                ),
            ),
        ),
    )


PERCENTAGE = Family("percentage", "trichluc.families.percentage", _rules)
