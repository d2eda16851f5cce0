"""quantities: numbers put together with what belongs to them: range, whole, modifier.

hơn 1.200 · từ 10 đến 15 · 2,5 - 3 tỷ · hàng chục · ba bốn · 467/470 · trên dưới 30 · 1 200 000
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.lexicon import load_lexicon
from trichluc.numerals.digits import exact, read_digits, read_english
from trichluc.numerals.modifiers import last_word, lead
from trichluc.numerals.words import Numeral, Token, read_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trichluc.scan import Hit
    from trichluc.text import Text

__all__ = ["Quantity", "find_quantities", "number_words"]

_ROLES = (
    "unit", "unit_after_tens", "ten", "tens", "hundred", "link", "zero_hundred", "zero_scale", "zero_point", "point", "scale", "collective",
    "half_after", "half_before", "vague", "order",
)  # fmt: skip
_SHARE = frozenset(("/", " / ", "/ ", " /"))
_DASHES = frozenset(("-", " - ", "- ", " -", "~", " ~ "))
_WIDEST_JOIN = 18


class Quantity(Struct, frozen=True, gc=False):
    """A number or range with its modifier, in folded offsets.

    ``start`` includes the modifier word, ``number_start`` does not. ``value`` is None for a range, ``low`` and ``high`` for a single
    number. ``whole`` is M of `N/M`. ``english`` is the value where the comma is read the English way (`1,200`). ``word`` is the
    number as folded and lower-cased; ``spelled`` tells words from digits. ``from_start`` is where a `từ` before a single number
    begins, -1 where there is none: it belongs to the text once `trở lên` follows, or the other half of a range.
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
    from_start: int = -1


@cache
def _roles() -> dict[str, tuple[str, int | tuple[int, int] | None]]:
    lexicon = load_lexicon("trichluc.numerals")
    return {
        word: (role, tuple(value) if isinstance(value, list) else value) for role in _ROLES for word, value in lexicon.group(role).items()
    }


@cache
def _words(group: str) -> frozenset[str]:
    return load_lexicon("trichluc.numerals").words(group)


@cache
def _joins() -> frozenset[str]:
    return frozenset(f" {word} " for word in _words("range_to"))


def number_words() -> frozenset[str]:
    """The literals this stage wants found: number words alone; what stands beside a number is looked up from there.

    >>> "triệu" in number_words(), "hơn" in number_words()
    (True, False)
    """
    return frozenset(_roles())


def find_quantities(text: Text, hits: Sequence[Hit], digits: Sequence[Hit]) -> tuple[Quantity, ...]:
    """Every quantity of the text, in order: *hits* are the literals found, *digits* the digit runs."""
    numerals: list[Numeral] = []
    for run in _runs(text.lower, hits, digits):
        token = run[0]
        if len(run) > 1:
            numerals += _numerals(text.lower, run)
        elif token.role == "digits":
            if token.value is not None:
                numerals.append(Numeral(token.start, token.end, token.value, token.value, 1, 1, spelled=False))  # type: ignore[arg-type]  # digits have a number
        elif (numeral := read_numeral(run, 0)) is not None:
            numerals.append(numeral)
    return tuple(_quantities(text, numerals))


def _runs(lower: str, hits: Sequence[Hit], digits: Sequence[Hit]) -> Iterator[list[Token]]:
    """Tokens with one space between them; of words within one another the longest counts (`một vài` holds `vài`)."""
    roles = _roles()
    run: list[Token] = []
    end = -2
    merged = [hit for hit in hits if hit.word in roles]
    merged += digits
    merged.sort(key=_place)
    for hit in merged:
        start = hit.start
        if start < end:
            continue
        known = roles.get(hit.word)
        if known is not None:
            token = Token(start, hit.end, *known, hit.word)
        elif start and lower[start - 1].isalpha():  # U23, QL4
            continue
        else:
            token = Token(start, hit.end, "digits", read_digits(hit.word), hit.word)
        if start != end + 1 or lower[end] != " ":
            if run:
                yield run
            run = []
        run.append(token)
        end = hit.end
    if run:
        yield run


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _numerals(lower: str, run: list[Token]) -> Iterator[Numeral]:
    at = 0
    while at < len(run):
        numeral = _spaced(lower, run, at) if run[at].role == "digits" else None
        numeral = numeral or read_numeral(run, at)
        if numeral is None or (numeral.tokens == 1 and at and run[at].word == "năm"):  # `5 năm`: years
            at += 1
            continue
        yield numeral
        at += numeral.tokens


def _spaced(lower: str, run: list[Token], at: int) -> Numeral | None:
    """`1 200 000`, `1 200` người: groups of three parted by spaces; one group alone only where the first number is no label's."""
    upto = at + 1
    while upto < len(run) and run[upto].role == "digits" and len(run[upto].word) == 3 and run[upto].word.isdigit():
        upto += 1
    first = run[at].word
    if upto == at + 1 or len(first) > 3 or not first.isdigit() or first.startswith("0"):
        return None
    if upto == at + 2 and last_word(lower, run[at].start - 1) in _words("label"):
        return None
    value = int("".join(token.word for token in run[at:upto]))
    return Numeral(run[at].start, run[upto - 1].end, value, value, 1, upto - at, spelled=False)


def _quantities(text: Text, numerals: list[Numeral]) -> Iterator[Quantity]:
    lower = text.lower
    at, count = 0, len(numerals)
    while at < count:
        numeral = numerals[at]
        at += 1
        if numeral.spelled and _is_name(text.folded, numeral):
            continue
        high, whole, end = numeral, None, numeral.end
        if at < count and numerals[at].start - end <= _WIDEST_JOIN:
            following = numerals[at]
            between = lower[end : following.start]
            if between in _SHARE:
                if _is_share(lower, numeral, following):
                    whole, end, at = following.low, following.end, at + 1
            elif (between in _DASHES or between in _joins()) and _rises(lower, numeral, following):
                high, end, at = following, following.end, at + 1
        if (quantity := _quantity(lower, numeral, high, whole, end)) is not None:
            yield quantity


def _is_name(folded: str, numeral: Numeral) -> bool:
    """`Ba Đình`, `Hai Bà Trưng`, `Năm Căn`: a capitalised number word before a capital."""
    end = numeral.end
    return folded[numeral.start].isupper() and folded[end : end + 1] == " " and folded[end + 1 : end + 2].isupper()


def _behind_all(lower: str, start: int) -> bool:
    """`cả trăm người`."""
    return last_word(lower, start - 1) in _words("whole_of")


def _is_share(lower: str, part: Numeral, whole: Numeral) -> bool:
    """Whether `N/M` may be N of M: not the first two parts of a date or a document's number (`15/2024/NĐ-CP`, `12/QĐ`)."""
    return (
        part.low <= whole.low
        and not (part.vague or whole.vague or part.spelled or whole.spelled)
        and lower[whole.end : whole.end + 1] not in ("/", "-")
        and lower[max(part.start - 1, 0) : part.start] not in ("/", "-")
    )


def _rises(lower: str, low: Numeral, high: Numeral) -> bool:
    """Whether two numbers make a range: `10 - 15`, `3 - 5 tỷ`, not a score (`2-1`) nor two parts of a date."""
    return (
        not (low.hedged and not high.vague)
        and not high.bare
        and (low.low < high.low or low.low * _shared_scale(low, high) < high.low)
        and (high.scale > 1 or lower[high.end : high.end + 1] not in ("-", "/"))  # but 3 - 5 triệu/tháng
        and lower[max(low.start - 1, 0) : low.start] not in ("-", "/")
    )


def _shared_scale(low: Numeral, high: Numeral) -> int:
    """What the lower number is counted in: `3 - 5 tỷ` is 3 tỷ; `500 - 1 tỷ` and `1.500.000 - 2 triệu` are not."""
    return high.scale if low.scale == 1 and low.low * high.scale < high.low else 1


def _quantity(lower: str, numeral: Numeral, high: Numeral, whole: int | Decimal | None, end: int) -> Quantity | None:
    """Numbers and what stands before them; None for a scale word that neither a modifier nor `cả` makes a number."""
    before = lead(lower, numeral.start)
    if numeral.bare and before.modifier is None and not _behind_all(lower, numeral.start):
        return None
    ranged = high is not numeral
    single = not ranged and not numeral.vague
    word = lower[numeral.start : end]
    start, modifier = before.start, before.modifier or ("approx" if numeral.hedged else None)
    if ranged and before.from_start >= 0:
        start = before.from_start
        if modifier not in (None, "approx"):  # từ trên 15 đến 40 triệu: a bound of one end only
            modifier = None
    return Quantity(
        start=start,
        number_start=numeral.start,
        end=end,
        value=numeral.low if single else None,
        low=None if single else exact(numeral.low * (_shared_scale(numeral, high) if ranged else 1)),
        high=None if single else high.high,
        modifier=modifier,
        whole=whole,
        scale=max(numeral.scale, high.scale),
        spelled=numeral.spelled,
        word=word,
        english=read_english(word) if "," in word else None,
        from_start=-1 if ranged else before.from_start,
    )
