"""From a matched amount to a candidate, and to those of the numbers that share its unit (`30, 20 và 10 triệu đồng`)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from trichluc.numerals import exact, last_word, reach
from trichluc.records import Money
from trichluc.rule import FIRM, Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from trichluc.families.money.currencies import Currencies
    from trichluc.numerals import Quantity, Reach
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["money_of", "read_before_number", "read_money", "sharing"]

_LEAST_DONG = 100
_MEDALS = re.compile(r"(?:bạc|vàng|hcb|huy chương)[^.;]{0,24}$")
_LAST_OF_LIST = frozenset((" và ", " hoặc ", " hay ", ", và "))
_CHANGE = frozenset((" lên ", " xuống ", " xuống còn ", " lên đến ", " lên tới ", " tăng lên ", " còn "))
_MOST_LISTED = 8


def read_money(money: Currencies, _match: regex.Match[str], quantity: Quantity, scene: Scene) -> list[Candidate] | None:
    """An amount with its currency behind it."""
    unit = money.at(scene, quantity.end)
    if unit is None or quantity.whole is not None or not _is_money(money, scene, quantity, unit[1]):
        return None
    end, word = unit
    currency = money.codes[word]

    def again(other: Quantity) -> int | None:
        second = money.at(scene, other.end)
        return second[0] if second is not None and money.codes[second[1]] == currency else None

    found = reach(_in_english(quantity), end, scene, again)
    last = money_of(money, scene, found, currency)
    return [*sharing(scene, quantity, last), last]


def read_before_number(money: Currencies, match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate | None:
    """`US$50`, `$1,2 triệu`: the sign stands first."""
    quantity = scene.quantity_at(match.end())
    if quantity is None or quantity.whole is not None:
        return None
    quantity = _in_english(quantity)
    found = reach(quantity, quantity.end, scene, lambda _: None)
    return money_of(money, scene, found, money.signs[match["unit"]], start=match.start())


def money_of(money: Currencies, scene: Scene, found: Reach, currency: str, *, start: int | None = None) -> Candidate:
    """The candidate of one amount."""
    fields = found.fields() | {"currency": currency, "per": money.per(scene, found.end)}
    return Candidate(Money, found.start if start is None else start, found.end, fields, strength=FIRM)


def sharing(scene: Scene, quantity: Quantity, last: Candidate) -> Iterator[Candidate]:
    """Numbers before an amount that share its unit: `5, 7 và 10 triệu đồng`, `từ 3 lên 4 triệu đồng`."""
    at = scene.quantity_number(quantity)
    chain: list[Quantity] = []
    while at and len(chain) < _MOST_LISTED:
        before = scene.quantities[at - 1]
        between = scene.lower[before.end : quantity.start]
        if before.whole is not None or not (between in _LAST_OF_LIST or (chain and between == ", ") or _changes(before, between)):
            break
        if before.from_start < 0 and last_word(scene.lower, before.start - 1) in ("năm", "tháng", "ngày", "số", "quý", "điều", "khoản"):
            return
        chain.append(before)
        quantity, at = before, at - 1
        if _changes(before, between):
            break
    fields = last.fields
    for before in reversed(chain):
        scale = _shared_scale(scene, before, last)
        amounts = {
            name: None if number is None else exact(Decimal(number) * scale)
            for name, number in (("value", before.value), ("min", before.low), ("max", before.high))
        }
        yield Candidate(
            Money,
            before.start,
            before.end,
            amounts | {"modifier": before.modifier, "currency": fields["currency"], "per": fields["per"]},
            strength=FIRM,
        )


def _changes(before: Quantity, between: str) -> bool:
    """`từ 3 lên 4 triệu đồng`."""
    return before.from_start >= 0 and between in _CHANGE


def _shared_scale(scene: Scene, before: Quantity, last: Candidate) -> int:
    """`3 lên 4 triệu` is 3 triệu; `150.000 lên 200.000` and `500.000 lên 1 triệu` say their own."""
    quantity = scene.quantity_at(last.start)
    largest = before.value if before.value is not None else before.high
    if quantity is None or before.scale > 1 or largest is None:
        return 1
    return quantity.scale if largest < 10_000 else 1


def _in_english(quantity: Quantity) -> Quantity:
    """`1,200 USD` is twelve hundred: three digits behind a comma are thousands beside money."""
    if quantity.english is None or quantity.value is None or quantity.scale != 1:
        return quantity
    return type(quantity)(
        quantity.start, quantity.number_start, quantity.end, quantity.english, None, None, quantity.modifier, None, 1, quantity.spelled,
        quantity.word, None, quantity.from_start,
    )  # fmt: skip


def _is_money(money: Currencies, scene: Scene, quantity: Quantity, unit: str) -> bool:
    if unit == "đồng" and quantity.scale == 1 and (quantity.value or 0) < _LEAST_DONG and quantity.value is not None:
        # `3 vàng, 2 bạc, 4 đồng` are medals, `một đồng` is a saying
        return not quantity.spelled and not _MEDALS.search(scene.lower, max(quantity.start - 40, 0), quantity.start)
    if unit in money.ambiguous:
        return quantity.scale > 1 or money.is_spoken_of(scene, quantity.start)
    return unit != "đ" or quantity.scale > 1 or (quantity.value or quantity.high or 0) >= _LEAST_DONG
