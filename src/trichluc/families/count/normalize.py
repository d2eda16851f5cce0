"""From a number with a noun behind it to a count, and to those of the numbers that share its noun (`5 và 7 hộ`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.count.beside import is_beside_number
from trichluc.families.count.context import Context, before, is_part
from trichluc.families.count.nouns import Noun, NounFinder
from trichluc.families.count.spread import begins_with, is_spread
from trichluc.numerals import reach
from trichluc.records import Count
from trichluc.rule import PLAIN, SURE, WEAK, Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.scene import Scene

__all__ = ["Reading", "read_count", "read_four_or_five", "read_with_share"]

_SHARED = frozenset((" và ", " hoặc ", " hay ", " với ", ", và "))
_HOMOGRAPHS = frozenset(("một", "năm", "vài", "mấy", "dăm", "mươi"))
_WITHIN = frozenset((" trong số ", " trong tổng số ", " trong "))
_MOST_SHARED = 8
_LIST_REACH = 130  # no noun between two numbers of one list is longer
_FRACTIONS = frozenset(((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 10)))
_MONTHS, _MOST_TIMES = 12, 10
_CLAUSES = ("đã ", "bị ", "được ", "có ", "là ", "trên ", "tại ", "ở ", "mới ", "và ", "của ", "trong ", "đang ", "mỗi ")


class Reading:
    """What counts are read with: one lexicon, and what was made of it.

    Args:
        lexicon: the room's.
    """

    __slots__ = (
        "acting",
        "asking",
        "carriers",
        "context",
        "dated",
        "four_or_five",
        "masses",
        "not_numbers",
        "nouns",
        "pairs",
        "rated",
        "rates",
        "ratios",
        "sexes",
        "shares",
        "spreads",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        self.nouns = NounFinder(lexicon)
        self.carriers = tuple(lexicon.words("carrier"))
        self.context = Context(lexicon)
        self.acting = lexicon.words("acting")
        self.asking = lexicon.words("before_five")
        self.dated = lexicon.words("date_word")
        self.four_or_five = lexicon.words("four_or_five")
        self.masses = tuple(lexicon.words("mass"))
        self.not_numbers = lexicon.words("not_number")
        self.pairs = lexicon.words("pair")
        self.rated = lexicon.words("rated")
        self.rates = tuple(lexicon.words("rate_of"))
        self.ratios = lexicon.words("ratio")
        self.sexes = lexicon.words("sex")
        self.shares = lexicon.words("share")
        self.spreads = lexicon.words("spread")


def read_count(reading: Reading, match: regex.Match[str], quantity: Quantity, scene: Scene) -> list[Candidate] | None:
    """A number and the noun behind it."""
    value = _countable(quantity)
    if (value is None and quantity.low is None) or quantity.word == "mấy":
        return None
    if is_part(scene, quantity):
        return _exceeding(reading, scene, quantity, match)
    nouns, known, lead = reading.nouns, False, None
    if quantity.spelled:
        lead = before(scene, quantity.start)
        if not _is_number(reading, scene, quantity, lead):
            return None
        known = _needs_known(reading, quantity, lead[0])
    noun = nouns.find(scene, match.end(), known=known, limit=match.endpos)
    if noun is None:
        return None
    if quantity.scale == 1 and scene.lower[noun.start : noun.end] in reading.acting and _goes_on(scene, noun.end):
        noun = Noun(noun.start, scene.lower.rindex(" ", noun.start, noun.end), noun.kind)
    lead = lead or before(scene, quantity.start)
    if not _counts(reading, scene, quantity, noun, lead):
        return None

    def again(other: Quantity) -> int | None:
        second = nouns.find(scene, other.end + 1, known=True) if scene.lower.startswith(" ", other.end) else None
        same = second is not None and scene.lower[second.start : second.end] == scene.lower[noun.start : noun.end]
        return second.end if second is not None and same else None

    found = reach(quantity, noun.end, scene, again)
    start, modifier = found.start, found.modifier
    part = _part(scene, quantity, value) if modifier == "more_than" else _part_within(reading, scene, quantity, noun.kind, value)
    if part is not None:
        fields = {"value": part.value, "modifier": part.modifier, "noun": scene.printed(noun.start, noun.end), "whole": value}
        return [Candidate(Count, part.start, found.end, fields, strength=PLAIN if noun.kind else WEAK)]
    if modifier in ("more_than", "less_than") and is_spread(reading, scene, quantity, noun, lead[0]):
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
    strength = PLAIN if noun.kind else WEAK
    # 12 đ/c is no money (12 đ)
    last = Candidate(Count, start, found.end, fields, strength=SURE if "/" in printed else strength)
    return [*_sharing(reading, scene, quantity, printed, noun), last]


def _exceeding(reading: Reading, scene: Scene, quantity: Quantity, match: regex.Match[str]) -> list[Candidate] | None:
    """`35/30 đảng viên`: more than the plan; smaller numbers are days and houses."""
    at = scene.quantity_number(quantity)
    part = scene.quantities[at - 1] if at else None
    if part is None or part.end + 1 != quantity.start or scene.lower[part.end] != "/" or is_part(scene, part) or part.whole is not None:
        return None
    value, whole = _countable(part), _countable(quantity)
    if value is None or whole is None or not _MONTHS < whole < value < _MOST_TIMES * whole or quantity.whole is not None:
        return None
    noun = reading.nouns.find(scene, match.end(), known=True, limit=match.endpos)
    if noun is None or not _counts(reading, scene, part, noun, before(scene, part.start)):
        return None
    fields = {"value": value, "modifier": part.modifier, "noun": scene.printed(noun.start, noun.end), "whole": whole}
    return [Candidate(Count, part.start, noun.end, fields, strength=PLAIN)]


def _goes_on(scene: Scene, end: int) -> bool:
    """Whether a noun in small letters may follow: 3 người dùng | dao."""
    return (
        scene.folded[end : end + 1] == " " and scene.folded[end + 1 : end + 2].islower() and not scene.lower.startswith(_CLAUSES, end + 1)
    )


def _part(scene: Scene, quantity: Quantity, whole: int | Decimal | None) -> Quantity | None:
    """The N of `N trên M đại biểu`, which is N of M, not N and more than M."""
    at = scene.quantity_number(quantity)
    if not at or whole is None or not scene.lower.startswith("trên ", quantity.start):
        return None
    part = scene.quantities[at - 1]
    touches = part.end + 1 == quantity.start and part.whole is None and not is_part(scene, part)
    value = _countable(part)
    return part if touches and value is not None and value <= whole else None


def _part_within(reading: Reading, scene: Scene, quantity: Quantity, kind: str, whole: int | Decimal | None) -> Quantity | None:
    """The N of `N trong số M đại biểu`, `N trong tổng số M tiêu chí`, which is N of M."""
    at = scene.quantity_number(quantity)
    if not at or whole is None or not kind or quantity.modifier is not None:
        return None
    part = scene.quantities[at - 1]
    if scene.lower[part.end : quantity.start] not in _WITHIN or part.whole is not None or is_part(scene, part):
        return None
    value, lead = _countable(part), before(scene, part.start)
    if value is None or value > whole or value == 1 or (part.spelled and not _is_number(reading, scene, part, lead)):
        return None
    return None if reading.context.is_label(scene, part, kind, lead) else part


def read_four_or_five(reading: Reading, match: regex.Match[str], quantity: Quantity, scene: Scene) -> Candidate | None:
    """`bốn năm người` are four or five, where the noun cannot follow years."""
    if quantity.word != "bốn" or quantity.modifier is not None:
        return None
    noun = reading.nouns.find(scene, match.end(), known=True)
    if noun is None or scene.lower[noun.start : noun.end] not in reading.four_or_five:
        return None
    fields = {"min": 4, "max": 5, "noun": scene.printed(noun.start, noun.end)}
    return Candidate(Count, quantity.start, noun.end, fields, strength=PLAIN)


def read_with_share(reading: Reading, match: regex.Match[str], quantity: Quantity, scene: Scene) -> Candidate | None:
    """`86/98 (87,8%) thôn`, `120 (35,5%) học sinh`: a number with its share between it and the noun; the share is a percentage of its own."""
    value = _countable(quantity)
    if value is None or quantity.spelled or is_part(scene, quantity):
        return None
    noun = reading.nouns.find(scene, match.end(), known=True, limit=match.endpos)
    if noun is None or (quantity.whole is None and not _counts(reading, scene, quantity, noun, before(scene, quantity.start))):
        return None
    fields = {"value": value, "modifier": quantity.modifier, "noun": scene.printed(noun.start, noun.end), "whole": quantity.whole}
    claims = ((quantity.start, quantity.end), (noun.start, noun.end))
    return Candidate(Count, quantity.start, noun.end, fields, claims=claims, strength=PLAIN)


def _is_number(reading: Reading, scene: Scene, quantity: Quantity, lead: tuple[str, str]) -> bool:
    """Whether `năm` may be five (`có năm chi bộ`; `Năm xã …`) and `một` may count (beside another number)."""
    word = lead[0]
    if quantity.word == "năm":
        return not word or word[-1] in ",;" or _asks(reading, lead)
    if quantity.word != "một":
        return True
    at, quantities = scene.quantity_number(quantity), scene.quantities
    return (at > 0 and quantity.start - quantities[at - 1].end < _LIST_REACH) or (
        at + 1 < len(quantities) and quantities[at + 1].start - quantity.end < _LIST_REACH
    )


def _asks(reading: Reading, lead: tuple[str, str]) -> bool:
    word, second = lead
    return word in reading.asking or f"{second} {word}" in reading.asking


def _needs_known(reading: Reading, quantity: Quantity, word: str) -> bool:
    """Number words are also other words (`ba`, `năm`, `chín`): before a noun we do not know they count only where a number is asked for."""
    if quantity.scale > 1 or " " in quantity.word:
        return False
    return quantity.word in _HOMOGRAPHS or word not in reading.asking


def _countable(quantity: Quantity) -> int | Decimal | None:
    """The value where it can count things: whole, and a comma before three digits groups them (`1,200 hộ`)."""
    if isinstance(quantity.value, int) and quantity.value > 0 and (quantity.scale > 1 or "," not in quantity.word):
        return quantity.value
    return quantity.english if isinstance(quantity.english, int) else None


def _counts(reading: Reading, scene: Scene, quantity: Quantity, noun: Noun, lead: tuple[str, str]) -> bool:
    word, second = lead
    is_named = scene.folded.startswith(" ", noun.end) and scene.folded[noun.end + 1 : noun.end + 2].isupper()
    if reading.context.is_label(scene, quantity, noun.kind, lead, is_named=is_named) or reading.context.is_year(quantity, word):
        return False
    phrase = scene.lower[noun.start : noun.end]
    if quantity.whole is not None and phrase == "điểm":
        return False  # 91/100 điểm
    if quantity.whole is not None and _is_fraction(reading, scene, quantity, noun, word):
        return False
    if phrase == "lần" and (quantity.word == "một" or word in reading.ratios or second == "gấp"):
        return False  # gấp 3 lần, cao gấp 2 lần, tăng hơn 3 lần
    if quantity.spelled:
        first = phrase.partition(" ")[0]
        # ba | lô, mỗi năm tỷ | lệ
        if f"{quantity.word} {first}" in reading.not_numbers or f"{quantity.word.rpartition(' ')[2]} {first}" in reading.not_numbers:
            return False
        if quantity.word == "hai" and phrase in reading.pairs:
            return False
        if quantity.word == "năm":
            is_asked = _asks(reading, lead) or scene.folded[quantity.start].isupper()
            return bool(noun.kind) and (is_asked or is_beside_number(reading, scene, quantity, noun))
        if quantity.word == "một":
            return is_beside_number(reading, scene, quantity, noun)
    # a name before the number and no noun we know behind it: Sonet 2 ra mắt
    return bool(noun.kind) or quantity.modifier is not None or not _is_name(scene, quantity.start, word)


def _is_fraction(reading: Reading, scene: Scene, quantity: Quantity, noun: Noun, word: str) -> bool:
    """`2/3 số hộ`, `hơn 3/4 đại biểu`, `dịp 2/9 xã …`: a part of a mass, or a day and a month."""
    if (word in reading.dated and (quantity.whole or 0) <= _MONTHS) or begins_with(scene, noun.start, reading.masses):
        return True
    is_simple = (quantity.value, quantity.whole) in _FRACTIONS
    return is_simple and (quantity.modifier is not None or word in reading.shares)


def _is_name(scene: Scene, start: int, word: str) -> bool:
    """Whether a capitalised word that does not open the sentence stands before *start*."""
    at = start - 1 - len(word)
    return bool(word) and at > scene.sentence(start).start and scene.folded[at].isupper()


def _sharing(reading: Reading, scene: Scene, quantity: Quantity, printed: str, noun: Noun) -> Iterator[Candidate]:
    """Numbers before a count that share its noun: `5 và 7 hộ`."""
    at = scene.quantity_number(quantity)
    chain: list[Quantity] = []
    while at and noun.kind and len(chain) < _MOST_SHARED:
        earlier = scene.quantities[at - 1]
        between = scene.lower[earlier.end : quantity.start]
        if not (between in _SHARED or (chain and between == ", ")) or _countable(earlier) is None or earlier.spelled != quantity.spelled:
            break
        lead = before(scene, earlier.start)
        if (
            is_part(scene, earlier)
            or reading.context.is_label(scene, earlier, noun.kind, lead)
            or reading.context.is_year(earlier, lead[0])
        ):
            return
        chain.append(earlier)
        quantity, at = earlier, at - 1
    for earlier in reversed(chain):
        fields = {"value": _countable(earlier), "modifier": earlier.modifier, "noun": printed, "whole": earlier.whole}
        yield Candidate(Count, earlier.start, earlier.end, fields, strength=WEAK)
