"""words: numbers spelled out, alone or mixed with digits.

    hai mươi lăm · một trăm linh năm · ba mốt (31) · 2 tỷ 350 triệu · 1,5 triệu · 3 triệu rưỡi · nửa triệu · 5 vạn · hai chục
    hàng chục nghìn · vài ba · dăm bảy · ba bốn · mười mấy · không phẩy năm

    number  = part { part }          the scales falling: 2 tỷ · 350 triệu · 12 nghìn · 500
    part    = group [ scale … ]      scales multiply: 3 nghìn tỷ; and what stands before tỷ is counted in tỷ: 12 nghìn 500 tỷ
    group   = digits | below a thousand in words

`năm` is five only where it opens a number (`năm mươi`, `năm người`) or follows linh: `hai mươi năm` is twenty years.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.numerals.digits import exact

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Numeral", "Token", "read_numeral"]

_SCALES = frozenset(("scale", "collective", "hundred"))
_THOUSAND, _BILLION = 1000, 10**9
_MOST_SCALES = 3


class Token(Struct, frozen=True, gc=False):
    """A number word or digit run with its role (a group of the lexicon, or ``digits``)."""

    start: int
    end: int
    role: str
    value: int | Decimal | tuple[int, int] | None
    word: str


class Numeral(Struct, frozen=True, gc=False):
    """A number: exact (``low == high``) or between two.

    ``scale`` is the last scale word's value, 1 where it has none; ``vague`` tells `vài chục` and `ba bốn`, ``hedged`` those of them
    that say themselves that they are about (`vài`, not `ba bốn`), ``bare`` a scale word alone (`hơn tỷ đồng`).
    """

    start: int
    end: int
    low: int | Decimal
    high: int | Decimal
    scale: int
    tokens: int
    spelled: bool
    vague: bool = False
    hedged: bool = False
    bare: bool = False


def read_numeral(tokens: Sequence[Token], at: int) -> Numeral | None:
    """The longest number that begins at token *at* of a run of adjacent tokens.

    >>> run = [Token(0, 3, "unit", 2, "hai"), Token(4, 8, "tens", None, "mươi"), Token(9, 12, "unit_after_tens", 5, "lăm")]
    >>> read_numeral(run, 0).low
    25
    """
    token = tokens[at]
    match token.role:
        case "order":
            # hàng chục is 10 to 99, hàng chục nghìn 10.000 to 99.999, hàng triệu 10⁶ to 9.999.999 (RECORDS)
            scale, upto = _scales(tokens, at + 1)
            size = scale * int(_value(token))
            return _between(tokens, at, upto, (size, size * 10 - 1), size)
        case "vague" if isinstance(token.value, tuple):
            return _scaled(tokens, at, at + 1, token.value)
        case "tens":
            if at + 1 < len(tokens) and tokens[at + 1].word == "lăm":  # mươi lăm người: ten to fifteen
                return _between(tokens, at, at + 2, (10, 15), 1)
            return Numeral(token.start, token.end, 10, 10, 1, 1, spelled=True, hedged=True)
        case "scale" | "hundred" | "collective":
            return _bare(tokens, at)
    if token.role == "unit" and at + 1 < len(tokens) and _next_up(tokens, at):
        return _scaled(tokens, at, at + 2, (int(_value(token)), int(_value(tokens[at + 1]))), hedged=False)
    value, scale, upto = _number(tokens, at)
    if value is None:
        return None
    low = exact(value)
    if upto < len(tokens) and tokens[upto].word == "mấy" and tokens[upto - 1].role in ("ten", "tens"):  # mười mấy: eleven to nineteen
        return _between(tokens, at, upto + 1, (int(low) + 1, int(low) + 9), 1)
    return Numeral(token.start, tokens[upto - 1].end, low, low, scale, upto - at, spelled=token.role != "digits")


def _value(token: Token) -> Decimal | int:
    return token.value if isinstance(token.value, int | Decimal) else 0


def _between(  # the fields of a Numeral
    tokens: Sequence[Token], at: int, upto: int, bounds: tuple[int, int], scale: int, *, hedged: bool = True
) -> Numeral:
    return Numeral(tokens[at].start, tokens[upto - 1].end, *bounds, scale, upto - at, spelled=True, vague=True, hedged=hedged)


def _scaled(tokens: Sequence[Token], at: int, upto: int, bounds: tuple[int, int], *, hedged: bool = True) -> Numeral:
    """`vài chục`, `ba bốn trăm nghìn`, `dăm mươi`."""
    if upto < len(tokens) and tokens[upto].role == "tens":
        return _between(tokens, at, upto + 1, (bounds[0] * 10, bounds[1] * 10), 10, hedged=hedged)
    scale, behind = _scales(tokens, upto)
    return _between(tokens, at, behind, (bounds[0] * scale, bounds[1] * scale), scale, hedged=hedged)


def _next_up(tokens: Sequence[Token], at: int) -> bool:
    """`ba bốn người` is three or four; `bốn năm` is four years, `bốn năm trăm` four or five hundred."""
    first, second = tokens[at], tokens[at + 1]
    if second.role != "unit" or (
        second.word == "năm" and not (at + 2 < len(tokens) and tokens[at + 2].role in ("hundred", "tens", "scale"))
    ):
        return False
    return _value(second) - _value(first) == 1 or (first.word == "năm" and _value(second) == 7)  # năm bảy: five to seven


def _bare(tokens: Sequence[Token], at: int) -> Numeral:
    """`tỷ đồng`, `nghìn tỷ`, `triệu rưỡi`: one of the scale; it counts only behind a modifier."""
    scale, upto = _scales(tokens, at)
    half = upto < len(tokens) and tokens[upto].role == "half_after"
    upto += half
    low = exact(Decimal(scale) * 3 / 2) if half else scale
    return Numeral(tokens[at].start, tokens[upto - 1].end, low, low, scale, upto - at, spelled=True, bare=not half)


def _scales(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The product of the scale words at *at*: `nghìn tỷ`, `chục nghìn`, `trăm triệu`."""
    size, upto = 1, at
    while upto < len(tokens) and upto < at + _MOST_SCALES and tokens[upto].role in _SCALES:
        size *= int(_value(tokens[upto]))
        upto += 1
    return size, upto


def _number(tokens: Sequence[Token], at: int) -> tuple[Decimal | int | None, int, int]:
    """Value, last scale and end of the number at *at*."""
    group, upto = _half(tokens, at) if tokens[at].role == "half_before" else _first(tokens, at)
    if group is None:
        return None, 1, at
    last, upto = _scales(tokens, upto)
    total, scale = group * last, last
    while last > 1 and upto < len(tokens):
        if tokens[upto].role == "half_after":  # 3 triệu rưỡi
            return total + Decimal(last) / 2, scale, upto + 1
        group, behind = _part(tokens, upto)
        if group is None:
            break
        size, after = _scales(tokens, behind)
        if size == _BILLION > last:  # 12 nghìn 500 tỷ
            total, scale = (total + group) * size, size
        elif size >= last or (size == 1 and not _closes(tokens, upto, behind, last)):
            break
        elif size == 1 and tokens[upto].role in ("digits", "unit") and behind == upto + 1 and group < 10 and last > 1:
            total += group * Decimal(last) / 10  # một nghìn hai, 1 triệu 2
        else:
            total += group * size
        last, upto = size, after
    if last == 1 and upto < len(tokens) and tokens[upto].role == "half_after" and tokens[upto - 1].role == "hundred":
        return total + 50, scale, upto + 1  # hai trăm rưởi
    return total, scale, upto


def _closes(tokens: Sequence[Token], at: int, behind: int, last: int) -> bool:
    """Whether the group may end the number without a scale of its own: `12 nghìn 500`, `một nghìn hai trăm`, `1 triệu 2`."""
    token = tokens[at]
    if token.role == "digits":
        return (len(token.word) == 3 and last == _THOUSAND) or (len(token.word) == 1 and behind == len(tokens))
    if token.role == "unit" and behind == at + 1:  # một nghìn hai; not `hai nghìn năm`, two thousand years
        return token.word not in ("năm", "ba") and behind == len(tokens)
    return True


def _first(tokens: Sequence[Token], at: int) -> tuple[Decimal | int | None, int]:
    """The group that opens a number, with its decimals where they are spoken: `hai phẩy bảy`."""
    token = tokens[at]
    if token.role == "zero_point":
        group, upto = 0, at
    elif token.role in ("unit", "ten", "digits"):
        found, upto = _group(tokens, at)
        if found is None or not (upto < len(tokens) and tokens[upto].role == "point") or token.role == "digits":
            return found, upto
        group = int(found)
    else:
        return None, at
    decimals, behind = _group(tokens, upto + 1) if upto + 1 < len(tokens) else (None, upto)
    if decimals is None:
        return (None, at) if token.role == "zero_point" else (group, upto)
    return Decimal(f"{group}.{decimals}"), behind


def _half(tokens: Sequence[Token], at: int) -> tuple[Decimal | None, int]:
    follows = at + 1 < len(tokens) and tokens[at + 1].role in ("scale", "collective")
    return (Decimal("0.5"), at + 1) if follows else (None, at)


def _part(tokens: Sequence[Token], at: int) -> tuple[Decimal | int | None, int]:
    """A group that does not open its number: `linh năm`, `không trăm linh năm`, `không nghìn`."""
    token = tokens[at]
    role = tokens[at + 1].role if at + 1 < len(tokens) else ""
    if token.role == "zero_scale":
        return _part(tokens, at + 1) if role else (0, at + 1)
    if token.role == "zero_hundred":
        return _tail(tokens, at + 1, 0)
    if token.role == "link":
        return (_value(tokens[at + 1]), at + 2) if role == "unit" else (None, at)
    return _group(tokens, at)


def _group(tokens: Sequence[Token], at: int) -> tuple[Decimal | int | None, int]:
    """A number below a thousand in words, or a digit run."""
    token = tokens[at]
    role = tokens[at + 1].role if at + 1 < len(tokens) else ""
    if token.role == "digits":
        return (None, at) if token.value is None else (_value(token), at + 1)
    if token.role == "ten":
        return _ones(tokens, at + 1, 10)
    if token.role != "unit":
        return None, at
    if role == "hundred":
        return _tail(tokens, at + 2, _value(token) * 100)
    if role == "tens":
        return _ones(tokens, at + 2, _value(token) * 10)
    if role == "unit_after_tens" and tokens[at + 1].word != "tư":
        return _value(token) * 10 + _value(tokens[at + 1]), at + 2  # hai lăm, ba mốt
    return _value(token), at + 1


def _ones(tokens: Sequence[Token], at: int, tens: Decimal | int) -> tuple[Decimal | int, int]:
    """What follows mười or mươi; never `năm`, which is years there."""
    if at < len(tokens) and (tokens[at].role == "unit_after_tens" or (tokens[at].role == "unit" and tokens[at].word != "năm")):
        return tens + _value(tokens[at]), at + 1
    return tens, at


def _tail(tokens: Sequence[Token], at: int, hundreds: Decimal | int) -> tuple[Decimal | int, int]:
    """What follows trăm: linh năm, hai mươi lăm, mười ba."""
    if at >= len(tokens):
        return hundreds, at
    role = tokens[at + 1].role if at + 1 < len(tokens) else ""
    if tokens[at].role == "link" and role == "unit":
        return hundreds + _value(tokens[at + 1]), at + 2
    if tokens[at].role == "ten" or (tokens[at].role == "unit" and role in ("tens", "unit_after_tens")):
        group, behind = _group(tokens, at)
        return hundreds + (group or 0), behind
    return hundreds, at
