"""From a number with a noun behind it to a count, and to those of the numbers that share its noun (`5 và 7 hộ`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.count.context import before, is_label, is_part, is_year
from trichluc.numerals import reach
from trichluc.records import Count
from trichluc.rule import PLAIN, WEAK, Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    import regex

    from trichluc.families.count.nouns import Noun, NounFinder
    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.scene import Scene

__all__ = ["read_count", "read_four_or_five"]

_SHARED = frozenset((" và ", " hoặc ", " hay ", " với ", ", và "))
_HOMOGRAPHS = frozenset(("một", "năm", "vài", "mấy", "dăm", "mươi"))
_JOINS = frozenset((", ", " và ", ", và ", " cùng ", "; "))
_MOST_SHARED = 8
_FRACTIONS = frozenset(((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 10)))
_DATE_WORDS = frozenset(
    ("ngày", "dịp", "lễ", "khánh", "niệm", "tháng", "sáng", "chiều", "tối", "trưa", "đêm", "hôm", "nay", "qua", "tết", "binh", "động")
)
_PLACES = frozenset(("admin",))


def read_count(lexicon: Lexicon, nouns: NounFinder, match: regex.Match[str], quantity: Quantity, scene: Scene) -> list[Candidate] | None:
    """A number and the noun behind it."""
    value = _countable(quantity)
    if (value is None and quantity.low is None) or quantity.word == "mấy" or is_part(scene, quantity):
        return None
    noun = nouns.find(scene, match.end(), known=_needs_known(lexicon, scene, quantity))
    if noun is None or not _counts(lexicon, nouns, scene, quantity, noun):
        return None

    def again(other: Quantity) -> int | None:
        second = nouns.find(scene, other.end + 1, known=True) if scene.lower.startswith(" ", other.end) else None
        same = second is not None and scene.lower[second.start : second.end] == scene.lower[noun.start : noun.end]
        return second.end if second is not None and same else None

    found = reach(quantity, noun.end, scene, again)
    start, modifier = found.start, found.modifier
    if _is_spread(lexicon, scene, quantity, noun):
        start, modifier = quantity.number_start, None
    printed = scene.printed(noun.start, noun.end)
    fields = {
        "value": None if found.value is None else value,
        "min": found.low,
        "max": found.high,
        "modifier": modifier,
        "noun": printed,
        "whole": quantity.whole,
    }
    last = Candidate(Count, start, found.end, fields, strength=PLAIN if noun.kind else WEAK)
    return [*_sharing(lexicon, scene, quantity, printed, noun), last]


def read_four_or_five(lexicon: Lexicon, nouns: NounFinder, match: regex.Match[str], quantity: Quantity, scene: Scene) -> Candidate | None:
    """`bốn năm người` are four or five, where the noun cannot follow years."""
    if quantity.word != "bốn" or quantity.modifier is not None:
        return None
    noun = nouns.find(scene, match.end(), known=True)
    if noun is None or scene.lower[noun.start : noun.end] not in lexicon.group("four_or_five"):
        return None
    fields = {"min": 4, "max": 5, "noun": scene.printed(noun.start, noun.end)}
    return Candidate(Count, quantity.start, noun.end, fields, strength=PLAIN)


def _needs_known(lexicon: Lexicon, scene: Scene, quantity: Quantity) -> bool:
    """Number words are also other words (`ba`, `năm`, `chín`): before a noun we do not know they count only where a number is asked for."""
    if not quantity.spelled or quantity.scale > 1 or " " in quantity.word:
        return False
    return quantity.word in _HOMOGRAPHS or before(scene, quantity.start)[0] not in lexicon.group("before_five")


def _countable(quantity: Quantity) -> int | Decimal | None:
    """The value where it can count things: whole, and a comma before three digits groups them (`1,200 hộ`)."""
    if isinstance(quantity.value, int) and quantity.value > 0 and (quantity.scale > 1 or "," not in quantity.word):
        return quantity.value
    return quantity.english if isinstance(quantity.english, int) else None


def _counts(lexicon: Lexicon, nouns: NounFinder, scene: Scene, quantity: Quantity, noun: Noun) -> bool:
    if is_label(lexicon, scene, quantity, noun.kind) or is_year(lexicon, scene, quantity):
        return False
    word, second = before(scene, quantity.start)
    phrase = scene.lower[noun.start : noun.end]
    if quantity.whole is not None and _is_fraction(lexicon, scene, quantity, noun, word):
        return False
    if phrase == "lần" and (quantity.word == "một" or _is_ratio(lexicon, word, second)):
        return False
    if quantity.spelled and quantity.word == "hai" and phrase in lexicon.group("pair"):
        return False
    if quantity.spelled and f"{quantity.word} {phrase.partition(' ')[0]}" in lexicon.group("not_number"):
        return False
    if quantity.spelled and f"{quantity.word.rpartition(' ')[2]} {phrase.partition(' ')[0]}" in lexicon.group("not_number"):
        return False  # mỗi năm tỷ lệ
    if quantity.word == "năm":
        return word in lexicon.group("before_five") or (not word and scene.folded[quantity.start].isupper() and bool(noun.kind))
    if quantity.word == "một":
        return _is_beside_number(nouns, scene, quantity, noun)
    # a name before the number and no noun we know behind it: Sonet 2 ra mắt
    return bool(noun.kind) or quantity.modifier is not None or not _is_name(scene, quantity.start, word)


def _is_ratio(lexicon: Lexicon, word: str, second: str) -> bool:
    """`gấp 3 lần`, `cao gấp 2 lần`, `tăng hơn 3 lần`."""
    return word in lexicon.group("ratio") or second == "gấp"


def _is_fraction(lexicon: Lexicon, scene: Scene, quantity: Quantity, noun: Noun, word: str) -> bool:
    """`2/3 số hộ`, `hơn 3/4 đại biểu`, `dịp 2/9 xã …`: a part of a mass, or a day and a month."""
    if word in _DATE_WORDS or any(scene.lower.startswith(mass, noun.start) for mass in lexicon.group("mass")):
        return True
    return quantity.modifier is not None and (quantity.value, quantity.whole) in _FRACTIONS


def _is_beside_number(nouns: NounFinder, scene: Scene, quantity: Quantity, noun: Noun) -> bool:
    """`một nam, hai nữ`: `một` counts beside other numbers of one list."""
    at = scene.quantity_number(quantity)
    quantities = scene.quantities
    if at + 1 < len(quantities) and scene.lower[noun.end : quantities[at + 1].start] in _JOINS:
        return _has_noun(nouns, scene, quantities[at + 1]) is not None
    if not at:
        return False
    earlier = _has_noun(nouns, scene, quantities[at - 1])
    return earlier is not None and scene.lower[earlier.end : quantity.start] in _JOINS


def _has_noun(nouns: NounFinder, scene: Scene, quantity: Quantity) -> Noun | None:
    if quantity.word == "một" or not scene.lower.startswith(" ", quantity.end):
        return None
    return nouns.find(scene, quantity.end + 1, known=True)


def _is_name(scene: Scene, start: int, word: str) -> bool:
    """Whether a capitalised word that does not open the sentence stands before *start*."""
    at = start - 1 - len(word)
    return bool(word) and at > scene.sentence(start).start and scene.folded[at].isupper()


def _is_spread(lexicon: Lexicon, scene: Scene, quantity: Quantity, noun: Noun) -> bool:
    """`Trên 63 tỉnh đều có mưa`, `diễn ra trên 3 tuyến đường`: where, not more than."""
    if not scene.lower.startswith("trên ", quantity.start) or quantity.modifier != "more_than":
        return False
    word = before(scene, quantity.start)[0]
    return (not word and noun.kind in _PLACES) or word in lexicon.group("spread")


def _sharing(lexicon: Lexicon, scene: Scene, quantity: Quantity, printed: str, noun: Noun) -> Iterator[Candidate]:
    """Numbers before a count that share its noun: `5 và 7 hộ`."""
    at = scene.quantity_number(quantity)
    chain: list[Quantity] = []
    while at and noun.kind and len(chain) < _MOST_SHARED:
        earlier = scene.quantities[at - 1]
        between = scene.lower[earlier.end : quantity.start]
        if not (between in _SHARED or (chain and between == ", ")) or _countable(earlier) is None or earlier.spelled != quantity.spelled:
            break
        if is_part(scene, earlier) or is_label(lexicon, scene, earlier, noun.kind) or is_year(lexicon, scene, earlier):
            return
        chain.append(earlier)
        quantity, at = earlier, at - 1
    for earlier in reversed(chain):
        fields = {"value": _countable(earlier), "modifier": earlier.modifier, "noun": printed, "whole": earlier.whole}
        yield Candidate(Count, earlier.start, earlier.end, fields, strength=WEAK)
