"""Money without its currency: `giá 140 triệu`, `tăng từ 32 triệu lên 41 triệu đồng`, and the short forms of speech: `200k`, `5 tr`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from trichluc.families.money.normalize import money_of
from trichluc.numerals import Reach, exact, reach
from trichluc.rule import PLAIN, Candidate

if TYPE_CHECKING:
    import regex

    from trichluc.families.money.currencies import Currencies
    from trichluc.numerals import Quantity
    from trichluc.rule import Pattern
    from trichluc.scene import Scene

__all__ = ["read_bare", "read_short"]

_THOUSAND = 1_000


def read_bare(money: Currencies, behind: Pattern, _match: regex.Match[str], quantity: Quantity, scene: Scene) -> Candidate | None:
    """Thousands, millions and billions of nothing else, where the sentence speaks of money."""
    if quantity.scale < _THOUSAND or quantity.whole is not None:
        return None
    end = quantity.end
    if behind.match(scene.lower, end, scene.limit(end)) is None or not (
        money.is_priced(scene, end) or money.is_spoken_of(scene, quantity.start)
    ):
        return None
    found = reach(quantity, end, scene, lambda _: None)
    return _plain(money_of(found, money.per(scene, found.end), "VND"))


def read_short(money: Currencies, match: regex.Match[str], quantity: Quantity, scene: Scene) -> Candidate | None:
    """`200k`, `5 tr`: thousands and millions of đồng, where the sentence speaks of money or says đồng."""
    if quantity.value is None or quantity.scale != 1 or quantity.spelled or quantity.whole is not None:
        return None
    if match["unit"] is None and not money.is_spoken_of(scene, quantity.start):
        return None
    value = exact(Decimal(quantity.value) * money.short_scales[match["scale"]])
    found = Reach(quantity.start, match.end(), value, None, None, quantity.modifier)
    return _plain(money_of(found, money.per(scene, found.end), "VND"))


def _plain(candidate: Candidate) -> Candidate:
    return Candidate(candidate.record, candidate.start, candidate.end, candidate.fields, strength=PLAIN)
