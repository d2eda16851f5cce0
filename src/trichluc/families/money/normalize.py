"""From a matched amount to a candidate, and to those of the numbers that share its unit (`30, 20 và 10 triệu đồng`)."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from trichluc.numerals import exact, last_word, reach
from trichluc.records import Money
from trichluc.rule import FIRM, Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity, Reach
    from trichluc.rule import Pattern
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["in_context", "money", "read_before_number", "read_money", "sharing"]

_WORD = re.compile(r"[^\W\d_]+")
_CONTEXT = 80
_LEAST_DONG = 100
_MEDALS = re.compile(r"(?:bạc|vàng|hcb|huy chương)[^.;]{0,24}$")
_LAST_OF_LIST = frozenset((" và ", " hoặc ", " hay ", ", và "))
_CHANGE = frozenset((" lên ", " xuống ", " xuống còn ", " lên đến ", " lên tới ", " tăng lên ", " còn "))
_MOST_LISTED = 8


def read_money(lexicon: Lexicon, rate: Pattern, match: regex.Match[str], quantity: Quantity, scene: Scene) -> list[Candidate] | None:
    """An amount with its currency behind it."""
    unit = match["unit"]
    currencies = lexicon.group("currency") | lexicon.group("sign")  # type: ignore[operator]  # both are dicts
    currency = currencies[unit]
    if quantity.whole is not None or not _is_money(lexicon, scene, quantity, unit):
        return None

    def again(other: Quantity) -> int | None:
        second = match.re.match(scene.lower, other.end, scene.limit(other.end))
        return second.end() if second is not None and currencies[second["unit"]] == currency else None

    found = reach(_in_english(quantity), match.end(), scene, again)
    last = money(lexicon, rate, scene, found, currency)
    return [*sharing(scene, quantity, last), last]


def read_before_number(lexicon: Lexicon, rate: Pattern, match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate | None:
    """`US$50`, `$1,2 triệu`: the sign stands first."""
    quantity = scene.quantity_at(match.end())
    if quantity is None or quantity.whole is not None:
        return None
    quantity = _in_english(quantity)
    found = reach(quantity, quantity.end, scene, lambda _: None)
    return money(lexicon, rate, scene, found, lexicon.group("sign")[match["unit"]], start=match.start())


def money(
    lexicon: Lexicon, rate: Pattern, scene: Scene, found: Reach, currency: str, *, start: int | None = None
) -> Candidate:  # what an amount is made of
    """The candidate of one amount."""
    per = rate.match(scene.lower, found.end, scene.limit(found.end))
    fields = found.fields() | {"currency": currency, "per": _per(lexicon, scene, per) if per is not None else None}
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


def in_context(lexicon: Lexicon, scene: Scene, start: int) -> bool:
    """Whether the sentence speaks of money shortly before *start*."""
    words = _WORD.findall(scene.lower, max(scene.sentence(start).start, start - _CONTEXT), start)
    known = lexicon.group("context")
    return any(word in known for word in words) or any(f"{a} {b}" in known for a, b in pairwise(words))


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


def _is_money(lexicon: Lexicon, scene: Scene, quantity: Quantity, unit: str) -> bool:
    if unit == "đồng" and quantity.scale == 1 and (quantity.value or 0) < _LEAST_DONG and quantity.value is not None:
        # `3 vàng, 2 bạc, 4 đồng` are medals, `một đồng` is a saying
        return not quantity.spelled and not _MEDALS.search(scene.lower, max(quantity.start - 40, 0), quantity.start)
    if unit in lexicon.group("ambiguous"):
        return quantity.scale > 1 or in_context(lexicon, scene, quantity.start)
    return unit != "đ" or quantity.scale > 1 or (quantity.value or quantity.high or 0) >= _LEAST_DONG


def _per(lexicon: Lexicon, scene: Scene, match: regex.Match[str]) -> str | None:
    word = match["per"]
    known = lexicon.group("period").get(word) or lexicon.group("per_unit").get(word)
    if known is not None:
        return known  # type: ignore[no-any-return]  # values of a lexicon are read from TOML
    start = match.start("per")
    if word in lexicon.group("per_noun"):
        return scene.printed(start, start + len(word))
    first = word.split(" ")[0]
    again = lexicon.group("period").get(first) or lexicon.group("per_unit").get(first)
    return again or scene.printed(start, start + len(first))
