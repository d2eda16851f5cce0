"""beside: whether a number word that is mostly something else (`một`, `năm`) counts, as it stands beside other numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trichluc.families.count.normalize import Reading
    from trichluc.families.count.nouns import Noun, NounFinder
    from trichluc.numerals import Quantity
    from trichluc.scene import Scene

__all__ = ["is_beside_number"]

# 3 giám định viên | của Bộ Công an, | một cán bộ
_OWNED = re.compile(r" (?:của|thuộc) [^,;.\n]{2,40}(?:, | và |, và )")
_JOINS = frozenset((", ", " và ", ", và ", " cùng ", "; ", ", còn "))
_NEARBY = 3  # quantities to either side


def is_beside_number(reading: Reading, scene: Scene, quantity: Quantity, noun: Noun) -> bool:
    """`một nam, hai nữ`, `ba trai một gái`: `một` counts beside other numbers of one list."""
    at = scene.quantity_number(quantity)
    quantities = scene.quantities
    if at + 1 < len(quantities) and scene.lower[noun.end : quantities[at + 1].start] in _JOINS:
        following = quantities[at + 1]
        return (following.word == "một" and quantity.word != "một") or _has_noun(reading.nouns, scene, following) is not None
    if _is_counted_nearby(reading, scene, at, noun):
        return True
    if not at:
        return False
    earlier = _has_noun(reading.nouns, scene, quantities[at - 1])
    if earlier is None:
        return False
    between = scene.lower[earlier.end : quantity.start]
    return (
        between in _JOINS
        or (noun.kind == "person" and _OWNED.fullmatch(between) is not None)
        or (between == " " and reading.sexes.issuperset(scene.lower[found.start : found.end] for found in (earlier, noun)))
    )


def _is_counted_nearby(reading: Reading, scene: Scene, at: int, noun: Noun) -> bool:
    """Whether another number of the sentence counts the same: `một đại biểu là …; bảy đại biểu là …`."""
    sentence, phrase = scene.sentence(noun.start), scene.lower[noun.start : noun.end]
    for other in scene.quantities[max(at - _NEARBY, 0) : at + _NEARBY + 1]:
        if sentence.start <= other.start < sentence.end and other.start != scene.quantities[at].start:
            found = _has_noun(reading.nouns, scene, other)
            if found is not None and scene.lower[found.start : found.end] == phrase:
                return True
    return False


def _has_noun(nouns: NounFinder, scene: Scene, quantity: Quantity) -> Noun | None:
    if quantity.word == "một" or not scene.lower.startswith(" ", quantity.end):
        return None
    return nouns.find(scene, quantity.end + 1, known=True)
