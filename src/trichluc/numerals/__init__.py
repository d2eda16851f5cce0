"""numerals: every number in the text once, with its range, its modifier and its whole.

    hơn 1.200 · từ 10 đến 15 · 2,5 - 3 tỷ · hàng chục · ba bốn · 467/470 · trên dưới 30

Families choose what a quantity counts or measures; none looks for numbers again.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.lexicon import load_lexicon
from trichluc.numerals.digits import exact, find_digits, read_digits, read_english
from trichluc.numerals.words import Numeral, Token, read_numeral
from trichluc.scan import Literals
from trichluc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from trichluc.scan import Hit
    from trichluc.text import Text

__all__ = ["Quantity", "after_modifier", "exact", "find_digits", "find_quantities", "number_words", "parse_number"]

_JOIN = re.compile(r" ?- ?| (?:đến|tới) ")
_ROLES = (
    "unit", "unit_after_tens", "ten", "tens", "hundred", "link", "zero", "scale", "collective", "half_after", "half_before", "vague", "order",
)  # fmt: skip


class Quantity(Struct, frozen=True, gc=False):
    """A number or range with its modifier, in folded offsets.

    ``start`` includes the modifier word, ``number_start`` does not. ``value`` is None for a range, ``low`` and ``high`` for a single
    number. ``whole`` is M of `N/M`. ``english`` is the value where the comma is read the English way (`1,200`). ``word`` is the
    number as folded and lower-cased; ``spelled`` tells words from digits.
    """

    start: int
    number_start: int
    end: int
    value: int | Decimal | None
    low: int | Decimal | None
    high: int | Decimal | None
    modifier: str | None
    whole: int | Decimal | None
    scale: int
    spelled: bool
    word: str
    english: int | Decimal | None = None


@cache
def _roles() -> dict[str, tuple[str, object]]:
    lexicon = load_lexicon("trichluc.numerals")
    return {word: (role, value) for role in _ROLES for word, value in lexicon.group(role).items()}


@cache
def _modifiers() -> dict[str, str]:
    return load_lexicon("trichluc.numerals").starting("modifier_")


@cache
def _after_modifiers() -> dict[str, str]:
    return load_lexicon("trichluc.numerals").starting("after_")


def number_words() -> frozenset[str]:
    """The literals this stage wants found: number words, modifiers, `từ`."""
    return frozenset(_roles()) | frozenset(_modifiers()) | frozenset(_after_modifiers()) | {"từ"}


def find_quantities(text: Text, hits: Sequence[Hit], digits: Sequence[Hit], by_end: Mapping[int, Sequence[Hit]]) -> tuple[Quantity, ...]:
    """Every quantity of the text, in order."""
    numerals = [numeral for run in _runs(text, hits, digits) for numeral in _numerals(run)]
    return tuple(_quantities(text, numerals, by_end))


def after_modifier(hits: Iterable[Hit]) -> tuple[str, int] | None:
    """Modifier and end of a postposed modifier (`trở lên`) among the hits that start behind a unit."""
    known = _after_modifiers()
    return next(((known[hit.word], hit.end) for hit in hits if hit.word in known), None)


def parse_number(text: str) -> int | Decimal | None:
    """The number that the whole of *text* writes, in digits or words; None where it writes none.

    >>> import trichluc
    >>> trichluc.parse_number("hai mươi lăm"), trichluc.parse_number("1.234,5"), trichluc.parse_number("xã")
    (25, Decimal('1234.5'), None)
    """
    folded = fold(text.strip())
    hits = Literals(number_words()).find(folded.lower)
    quantities = find_quantities(folded, hits, find_digits(folded.lower), {})
    if len(quantities) != 1 or quantities[0].number_start or quantities[0].end != len(folded.lower) or quantities[0].whole is not None:
        return None
    return quantities[0].value


def _tokens(text: Text, hits: Sequence[Hit], digits: Sequence[Hit]) -> Iterator[Token]:
    roles = _roles()
    words = [hit for hit in hits if hit.word in roles]
    longest_end = -1
    merged = sorted([*words, *digits], key=lambda hit: (hit.start, -hit.end))
    for hit in merged:
        if hit.start < longest_end:
            continue  # `một vài` holds `vài`
        longest_end = hit.end
        if hit.word in roles:
            role, value = roles[hit.word]
            yield Token(hit.start, hit.end, role, tuple(value) if isinstance(value, list) else value, hit.word)  # type: ignore[arg-type]
        elif not (hit.start and text.lower[hit.start - 1].isalpha()):
            yield Token(hit.start, hit.end, "digits", read_digits(hit.word), hit.word)


def _runs(text: Text, hits: Sequence[Hit], digits: Sequence[Hit]) -> Iterator[list[Token]]:
    """Tokens with one space between them."""
    run: list[Token] = []
    for token in _tokens(text, hits, digits):
        if run and not (token.start == run[-1].end + 1 and text.lower[run[-1].end] == " "):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _numerals(run: list[Token]) -> Iterator[Numeral]:
    at = 0
    while at < len(run):
        numeral = read_numeral(run, at)
        if numeral is None or (run[at].word == "năm" and at and numeral.tokens == 1):  # `5 năm`: years
            at += 1
            continue
        yield numeral
        at += numeral.tokens


def _quantities(text: Text, numerals: list[Numeral], by_end: Mapping[int, Sequence[Hit]]) -> Iterator[Quantity]:
    lower, folded = text.lower, text.folded
    skip = False
    for number, numeral in enumerate(numerals):
        if skip:
            skip = False
            continue
        if _is_name(folded, numeral):
            continue
        following = numerals[number + 1] if number + 1 < len(numerals) else None
        high, whole = numeral, None
        if following is not None and not numeral.vague and not following.vague and following.start - numeral.end <= 6:
            between = lower[numeral.end : following.start]
            if between == "/" and numeral.low <= following.low and lower[following.end : following.end + 1] != "/":
                whole, skip = following.low, True
            elif _JOIN.fullmatch(between) and _rises(numeral, following, lower):
                high, skip = following, True
        yield _quantity(lower, numeral, high, whole, by_end, following.end if skip and following else numeral.end)


def _is_name(folded: str, numeral: Numeral) -> bool:
    """`Ba Đình`, `Hai Bà Trưng`, `Năm Căn`: a capitalised number word before a capital."""
    return (
        numeral.spelled
        and folded[numeral.start].isupper()
        and folded[numeral.end : numeral.end + 1] == " "
        and folded[numeral.end + 1 : numeral.end + 2].isupper()
    )


def _rises(low: Numeral, high: Numeral, lower: str) -> bool:
    """Whether two numbers make a range: `10 - 15`, `3 - 5 tỷ`, not a score (`2-1`) nor three parts of a date."""
    scale = high.scale if low.scale == 1 else 1
    return low.low * scale < high.low and lower[high.end : high.end + 1] not in ("-", "/") and lower[max(low.start - 1, 0) : low.start] not in ("-", "/")


def _quantity(
    lower: str, numeral: Numeral, high: Numeral, whole: int | Decimal | None, by_end: Mapping[int, Sequence[Hit]], end: int
) -> Quantity:
    single = high is numeral and not numeral.vague
    scale = high.scale if numeral.scale == 1 and high is not numeral else 1
    start, modifier = numeral.start, "approx" if numeral.vague and high is numeral else None
    known = _modifiers()
    before = by_end.get(numeral.start - 1, ()) if lower[max(numeral.start - 1, 0) : numeral.start] == " " else ()
    longest = max((hit for hit in before if hit.word in known), key=lambda hit: hit.end - hit.start, default=None)
    if longest is not None:
        start, modifier = longest.start, known[longest.word]
    elif high is not numeral and any(hit.word == "từ" for hit in before):
        start = numeral.start - 3
    return Quantity(
        start=start,
        number_start=numeral.start,
        end=end,
        value=numeral.low if single else None,
        low=None if single else exact(Decimal(numeral.low) * scale),
        high=None if single else high.high,
        modifier=modifier,
        whole=whole,
        scale=max(numeral.scale, high.scale),
        spelled=numeral.spelled,
        word=lower[numeral.start : end],
        english=read_english(lower[numeral.start : end]),
    )
