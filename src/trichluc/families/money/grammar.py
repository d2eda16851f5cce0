"""Money: `15 tỷ đồng`, `từ 5 đến 7 triệu đồng`, `1,2 triệu USD`, `240.000đ`, `US$50`, `giá 140 triệu`, `30, 20 và 10 triệu đồng`.

{quantity} {currency} [( - | đến ) {quantity} {currency}] [trở lên] [/ {unit}]
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trichluc.families.money.bare import read_bare, read_short
from trichluc.families.money.currencies import Currencies
from trichluc.families.money.normalize import read_before_number, read_money
from trichluc.rule import Family, Pattern, Quantities, Rule, Words

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["MONEY"]


def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    money = Currencies(lexicon)
    return (
        Rule(
            "money.amount",
            Quantities.before(money.codes),
            # {quantity} | đồng   {quantity}|đ
            Pattern(r" ?(?=\S)"),
            partial(read_money, money),
        ),
        Rule(
            "money.sign-first",
            Words(frozenset(sign for sign in lexicon.words("sign") if not sign[-1].isalpha()) | {"us$"}),
            # US$ | {quantity}
            Pattern(r"(?P<unit>us\$|[^\w\s]) ?(?=\d)"),
            partial(read_before_number, money),
        ),
        Rule(
            "money.bare",
            Quantities.before(lexicon.words("follows"), *".,;:!?)\"'/]-", ""),
            # giá … {quantity in millions or billions} | and nothing counted behind
            Pattern(r""),
            partial(read_bare, money, Pattern(r" ?[.,;:!?)\"'/\]]| \L<follows>(?!\w)| -|\n|$", follows=lexicon.words("follows"))),
        ),
        Rule(
            "money.short",
            Quantities.before(["k", "tr"]),
            # "200|k"   giá 5 | tr
            Pattern(r" ?(?P<scale>k|tr)(?: ?(?P<unit>đồng|đ|vnđ|vnd))?(?![\w-])"),
            partial(read_short, money),
        ),
    )


MONEY = Family("money", "trichluc.families.money", _rules)
