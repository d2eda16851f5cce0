"""spread: `trên` and `dưới` that say where (`diễn ra trên 63 tỉnh`) or of how many (`số bác sĩ trên 10.000 dân`), not more or less than."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trichluc.families.count.normalize import Reading
    from trichluc.families.count.nouns import Noun
    from trichluc.numerals import Quantity
    from trichluc.scene import Scene

__all__ = ["begins_with", "is_spread"]

_PLACES = frozenset(("admin",))
_ROUND = frozenset((100, 1_000, 10_000, 100_000, 1_000_000))
_CLAUSE = 130
_FEW = 10
_PARTS = re.compile(r"[,;:]")


def begins_with(scene: Scene, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of *words* stands there whole: `giá`, not `giáo viên`."""
    return any(
        scene.lower.startswith(word, start) and not scene.lower[start + len(word) : start + len(word) + 1].isalnum() for word in words
    )


def is_spread(reading: Reading, scene: Scene, quantity: Quantity, noun: Noun, word: str) -> bool:
    """`Trên 63 tỉnh đều có mưa`, `diễn ra trên 3 tuyến đường`, `đứng dưới hai đội`: where, not more or less than."""
    if scene.lower.startswith("dưới ", quantity.start):
        return word in reading.spreads
    if not scene.lower.startswith("trên ", quantity.start):
        return False
    if (
        word
        and word not in reading.asking
        and (_is_rate(reading, scene, quantity, noun) or (noun.kind in _PLACES and _is_behind_count(reading, scene, quantity)))
    ):
        return True
    if (not word and noun.kind in _PLACES) or word in reading.spreads:
        return True
    # 11 ngư dân trên 2 tàu cá: few carriers behind what they carry
    few = quantity.value is not None and quantity.value < _FEW and quantity.scale == 1
    return few and bool(word) and word not in reading.asking and begins_with(scene, noun.start, reading.carriers)


def _is_rate(reading: Reading, scene: Scene, quantity: Quantity, noun: Noun) -> bool:
    """`số giường bệnh trên một vạn dân`, `32 giường trên 10.000 dân`: of a round number of people, behind what is reckoned to them in the same clause."""
    if quantity.value not in _ROUND or scene.lower[noun.start : noun.end] not in reading.rated:
        return False
    clause = _PARTS.split(scene.lower[max(scene.sentence(quantity.start).start, quantity.start - _CLAUSE) : quantity.start])[-1]
    return any(f" {word} " in f" {clause}" for word in reading.rates) or _is_behind_count(reading, scene, quantity)


def _is_behind_count(reading: Reading, scene: Scene, quantity: Quantity) -> bool:
    """`160 xã | trên 9 huyện`, `200 người | trên 2 xã`."""
    at = scene.quantity_number(quantity)
    earlier = scene.quantities[at - 1] if at else None
    if earlier is None or scene.lower[earlier.end : earlier.end + 1] != " ":
        return False
    noun = reading.nouns.find(scene, earlier.end + 1, known=True)
    return noun is not None and noun.end + 1 == quantity.start
