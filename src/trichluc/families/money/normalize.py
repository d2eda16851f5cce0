"""From a matched amount to a candidate, and to those of the numbers that share its unit (`30, 20 và 10 triệu đồng`)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from trichluc.numerals import Reach, exact, last_word, parse_number, reach
from trichluc.records import Money
from trichluc.rule import FIRM, Candidate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import regex

    from trichluc.families.money.currencies import Currencies
    from trichluc.numerals import Quantity
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["money_of", "read_before_number", "read_money", "sharing"]

_LEAST_DONG = 100
_MEDALS = re.compile(r"(?:bạc|vàng|hcb|huy chương)[^.;]{0,24}$")
_LAST_OF_LIST = frozenset((" và ", " hoặc ", " hay ", ", và "))
_CHANGE = frozenset((" lên ", " xuống ", " xuống còn ", " lên đến ", " lên tới ", " tăng lên ", " còn "))
_NUMBER = re.compile(r"\d[\d.,]*")
_UP_TO = frozenset((" đến ", " tới ", " lên đến ", " lên tới "))
_MOST_LISTED = 8
_ORDINALS = frozenset(("thứ", "hạng", "số"))


def read_money(money: Currencies, _match: regex.Match[str], quantity: Quantity, scene: Scene) -> list[Candidate] | None:
    """An amount with its currency behind it."""
    unit = money.at(scene, quantity.end)
    if unit is None or not _is_money(money, scene, quantity, unit[1]):
        return None
    end, word = unit
    currency = money.codes[word]
    if quantity.whole is not None:
        return _of_whole(money, scene, quantity, end, currency)

    def again(other: Quantity) -> int | None:
        second = money.at(scene, other.end)
        return second[0] if second is not None and money.codes[second[1]] == currency else None

    last = money_of(*_reach(money, scene, _in_english(quantity), end, again), currency)
    whole_range = _up_to_range(scene, quantity, last)
    if whole_range is not None:
        return [whole_range]
    return [*sharing(scene, quantity, last), last]


def _reach(
    money: Currencies, scene: Scene, quantity: Quantity, end: int, again: Callable[[Quantity], int | None]
) -> tuple[Reach, str | None]:
    """The amount and what it is paid per; its range or modifier may go on behind that: `từ 50 triệu đồng/năm trở lên`."""
    rate = money.rate(scene, end)
    if rate is not None:
        beyond = reach(quantity, rate[0], scene, again)
        if beyond.end > rate[0]:
            return beyond, rate[1]
    found = reach(quantity, end, scene, again)
    return found, money.per(scene, found.end)


def _up_to_range(scene: Scene, quantity: Quantity, last: Candidate) -> Candidate | None:
    """`từ 500 triệu đến 4-5 tỷ USD`: the end of the range is itself one."""
    at = scene.quantity_number(quantity)
    before = scene.quantities[at - 1] if at and quantity.value is None else None
    if before is None or before.from_start < 0 or before.value is None or scene.lower[before.end : quantity.start] not in _UP_TO:
        return None
    lowest = exact(Decimal(before.value) * _shared_scale(scene, before, last))
    fields = last.fields | {"min": lowest, "modifier": before.modifier}
    return Candidate(Money, before.from_start, last.end, fields, strength=FIRM)


def _of_whole(money: Currencies, scene: Scene, quantity: Quantity, end: int, currency: str) -> list[Candidate] | None:
    """`376,7 tỷ/609,1 tỷ đồng`, `25,5/30 tỷ đồng`: so much of so much, two amounts that share their unit."""
    slash = scene.lower.find("/", quantity.number_start, quantity.end)
    if slash < 0 or quantity.value is None or quantity.whole is None:
        return None
    part, whole = quantity.value, quantity.whole
    begins = slash + 1 + scene.lower.startswith(" ", slash + 1)
    said = _NUMBER.match(scene.lower, begins)
    number = parse_number(said[0]) if said else None
    if number and not any(letter.isalpha() for letter in scene.lower[quantity.number_start : slash]):
        part = exact(Decimal(part) * (Decimal(whole) / Decimal(number)))
    first = Reach(quantity.start, slash - scene.lower.endswith(" ", 0, slash), part, None, None, quantity.modifier)
    second = Reach(begins, end, whole, None, None, None)
    return [money_of(found, money.per(scene, end), currency) for found in (first, second)]


def read_before_number(money: Currencies, match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate | None:
    """`US$50`, `$1,2 triệu`: the sign stands first."""
    quantity = scene.quantity_at(match.end())
    if quantity is None or quantity.whole is not None:
        return None
    quantity = _in_english(quantity)
    found = reach(quantity, quantity.end, scene, lambda _: None)
    return money_of(found, money.per(scene, found.end), money.signs[match["unit"]], start=match.start())


def money_of(found: Reach, per: str | None, currency: str, *, start: int | None = None) -> Candidate:
    """The candidate of one amount."""
    fields = found.fields() | {"currency": currency, "per": per}
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
    chain.reverse()
    for number, before in enumerate(chain):
        scale = _shared_scale(scene, before, last)
        run_on = _run_on(chain, number)
        if run_on is not None:
            at = before.number_start
            for part in run_on:
                shared = {"value": exact(Decimal(part) * scale), "currency": fields["currency"], "per": fields["per"]}
                yield Candidate(Money, at, at + len(part), shared, strength=FIRM)
                at += len(part) + 1
            continue
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


def _run_on(chain: list[Quantity], number: int) -> list[str] | None:
    """The `20` and `15` of `30, 20,15 và 10 triệu đồng`: a space forgotten where whole numbers of a list fall."""
    first, _, second = chain[number].word.partition(",")
    earlier = chain[number - 1].value if number else None
    if not isinstance(earlier, int) or not first.isdigit() or not second.isdigit() or len(second) != len(first):
        return None
    return [first, second] if earlier > int(first) > int(second) else None


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
        if quantity.start == quantity.number_start and last_word(scene.lower, quantity.start - 1) in _ORDINALS:
            return False  # đứng thứ 6 | bảng xếp hạng
        return quantity.scale > 1 or money.is_spoken_of(scene, quantity.start)
    return unit != "đ" or quantity.scale > 1 or (quantity.value or quantity.high or 0) >= _LEAST_DONG
