"""Counts: `49 đảng viên`, `hơn 1.200 hộ nghèo`, `467/470 đại biểu`, `226 xã, phường, thị trấn`, `5 và 7 hộ`, `hàng chục lượt cán bộ`.

{quantity} {noun}        noun: see nouns.py; what makes a number no count: context.py
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trichluc.families.count.normalize import Reading, read_count, read_four_or_five, read_with_share
from trichluc.rule import Family, Pattern, Quantities, Rule

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["COUNT"]


def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    reading = Reading(lexicon)
    return (
        # {quantity} | chi bộ
        Rule("count.noun", Quantities(but=reading.nouns.no_openings), Pattern(r" (?=[^\W\d_])"), partial(read_count, reading)),
        # 86/98 | (87,8%) thôn    18/20 | (đạt tỷ lệ 90%) chi bộ    6.261 | (29,8%) thí sinh
        Rule(
            "count.share",
            Quantities.before(["("]),
            Pattern(r" \((?:[^\W\d_]+ ){0,4}\d[\d.,]*+ ?%\) (?=[^\W\d_])"),
            partial(read_with_share, reading),
        ),
        # bốn | năm người
        Rule("count.four-or-five", Quantities.before(["năm"]), Pattern(r" năm (?=[^\W\d_])"), partial(read_four_or_five, reading)),
    )


COUNT = Family("count", "trichluc.families.count", _rules)
