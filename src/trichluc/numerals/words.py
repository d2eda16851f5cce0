"""words: numbers spelled out, alone or mixed with digits.

    hai mươi lăm · một trăm linh năm · ba mốt (31) · 2 tỷ 350 triệu · 1,5 triệu · 3 triệu rưỡi · nửa triệu · 5 vạn · hai chục

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


class Token(Struct, frozen=True, gc=False):
    """A number word or digit run with its role (a group of the lexicon, or ``digits``)."""

    start: int
    end: int
    role: str
    value: int | Decimal | tuple[int, int] | None
    word: str


class Numeral(Struct, frozen=True, gc=False):
    """A number: exact (``low == high``) or vague; ``scale`` is the last scale word's value, 1 where it has none."""

    start: int
    end: int
    low: int | Decimal
    high: int | Decimal
    scale: int
    tokens: int
    spelled: bool
    vague: bool = False


def read_numeral(tokens: Sequence[Token], at: int) -> Numeral | None:
    """The longest number that begins at token *at* of a run of adjacent tokens."""
    token = tokens[at]
    if token.role == "order":
        return _order(tokens, at)
    if token.role in ("vague", "tens"):
        return _vague(tokens, at)
    value, scale, upto = _number(tokens, at)
    if value is None:
        return None
    whole = exact(Decimal(value))
    if upto == at + 1 and token.role == "unit" and upto < len(tokens) and _next_up(token, tokens[upto]):
        return Numeral(token.start, tokens[upto].end, whole, int(_as_number(tokens[upto])), 1, 2, spelled=True, vague=True)
    return Numeral(token.start, tokens[upto - 1].end, whole, whole, scale, upto - at, spelled=tokens[at].role != "digits")


def _as_number(token: Token) -> Decimal:
    return Decimal(token.value) if isinstance(token.value, int | Decimal) else Decimal(0)


def _next_up(first: Token, second: Token) -> bool:
    """`ba bốn người` is three or four; `bốn năm` is four years."""
    return second.role == "unit" and second.word != "năm" and _as_number(second) - _as_number(first) in (1, 2) and first.word != "một"


def _order(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`hàng chục`, `hàng trăm nghìn`: the order of magnitude."""
    size, upto = Decimal(1), at + 1
    while upto < len(tokens) and tokens[upto].role in ("hundred", "scale", "collective") and upto <= at + 3:
        size *= 100 if tokens[upto].role == "hundred" else _as_number(tokens[upto])
        upto += 1
    if upto == at + 1:
        return None
    # hàng chục is 10 to 99, hàng chục nghìn 10.000 to 99.999, hàng triệu 10⁶ to 9.999.999 (RECORDS)
    low = int(size)
    return Numeral(tokens[at].start, tokens[upto - 1].end, low, low * 10 - 1, low, upto - at, spelled=True, vague=True)


def _vague(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`vài chục`, `dăm bảy`, `mươi lăm`: between two numbers."""
    token = tokens[at]
    if token.role == "tens":
        low, high = (10, 15) if at + 1 < len(tokens) and tokens[at + 1].word == "lăm" else (8, 12)
        upto = at + 2 if low == 10 else at + 1
    elif isinstance(token.value, tuple):
        (low, high), upto = token.value, at + 1
    else:
        return None
    scale = 1
    while upto < len(tokens) and tokens[upto].role in ("hundred", "scale", "collective") and upto <= at + 3:
        scale *= 100 if tokens[upto].role == "hundred" else int(_as_number(tokens[upto]))
        upto += 1
    return Numeral(token.start, tokens[upto - 1].end, low * scale, high * scale, scale, upto - at, spelled=True, vague=True)


def _number(tokens: Sequence[Token], at: int) -> tuple[Decimal | None, int, int]:
    """Value, last scale and end of the number at *at*: groups below a thousand, each with its scale, the scales falling."""
    total, last_scale, upto = None, 10**30, at
    scale = 1
    while upto < len(tokens):
        group, behind = _half(tokens, upto) if upto == at and tokens[upto].role == "half_before" else _group(tokens, upto, first=upto == at)
        if group is None:
            break
        size, after = _scale(tokens, behind)
        if total is None:
            total, scale = group * size, size
        elif size >= last_scale or (size == 1 and not _closes(tokens, upto, behind, last_scale)):
            break
        elif size == 1 and tokens[upto].role in ("digits", "unit") and behind == upto + 1 and group < 10:
            total += group * last_scale / 10  # một nghìn hai, 1 triệu 2
        else:
            total += group * size
        last_scale, upto = size, after
        if size > 1 and upto < len(tokens) and tokens[upto].role == "half_after":
            total += Decimal(size) / 2
            upto += 1
            break
        if size == 1:
            break
    return total, scale, upto


def _closes(tokens: Sequence[Token], at: int, behind: int, last_scale: int) -> bool:
    """Whether the group may end the number without a scale of its own: `12 nghìn 500`, `một nghìn hai trăm`, `1 triệu 2`."""
    if tokens[at].role == "digits":
        return (len(tokens[at].word) == 3 and last_scale == 1000) or (len(tokens[at].word) == 1 and behind == len(tokens))
    return last_scale == 1000 or (tokens[at].role == "unit" and tokens[at].word not in ("năm", "ba") and behind == len(tokens))


def _half(tokens: Sequence[Token], at: int) -> tuple[Decimal | None, int]:
    follows = at + 1 < len(tokens) and tokens[at + 1].role in ("scale", "collective")
    return (Decimal("0.5"), at + 1) if follows else (None, at)


def _scale(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The product of the scale words at *at*: `nghìn tỷ`, `chục nghìn`, `trăm triệu`."""
    size, upto = 1, at
    while upto < len(tokens) and upto < at + 3:
        token = tokens[upto]
        if token.role == "hundred":
            size *= 100
        elif token.role in ("scale", "collective"):
            size *= int(_as_number(token))
        else:
            break
        upto += 1
    return size, upto


def _group(tokens: Sequence[Token], at: int, *, first: bool) -> tuple[Decimal | None, int]:
    """A number below a thousand in words, or a digit run."""
    token = tokens[at]
    role = tokens[at + 1].role if at + 1 < len(tokens) else ""
    if token.role == "digits":
        return (None, at) if token.value is None else (_as_number(token), at + 1)
    if token.role == "zero":
        return _tail(tokens, at + 2, Decimal(0)) if role == "hundred" and not first else (None, at)
    if token.role == "link":
        return (_as_number(tokens[at + 1]), at + 2) if role == "unit" and not first else (None, at)
    if token.role == "ten":
        return _ones(tokens, at + 1, Decimal(10), with_units=True)
    if token.role != "unit":
        return None, at
    if role == "hundred":
        return _tail(tokens, at + 2, _as_number(token) * 100)
    if role == "tens":
        return _ones(tokens, at + 2, _as_number(token) * 10, with_units=True)
    if role == "unit_after_tens" and tokens[at + 1].word != "tư":
        return _as_number(token) * 10 + _as_number(tokens[at + 1]), at + 2  # hai lăm, ba mốt
    return _as_number(token), at + 1


def _ones(tokens: Sequence[Token], at: int, tens: Decimal, *, with_units: bool) -> tuple[Decimal, int]:
    """What follows mười or mươi; never `năm`, which is years there."""
    if at < len(tokens) and (tokens[at].role == "unit_after_tens" or (with_units and tokens[at].role == "unit" and tokens[at].word != "năm")):
        return tens + _as_number(tokens[at]), at + 1
    return tens, at


def _tail(tokens: Sequence[Token], at: int, hundreds: Decimal) -> tuple[Decimal, int]:
    """What follows trăm: linh năm, hai mươi lăm, mười ba."""
    if at >= len(tokens):
        return hundreds, at
    role = tokens[at + 1].role if at + 1 < len(tokens) else ""
    if tokens[at].role == "link" and role == "unit":
        return hundreds + _as_number(tokens[at + 1]), at + 2
    if tokens[at].role == "ten" or (tokens[at].role == "unit" and role in ("tens", "unit_after_tens")):
        group, behind = _group(tokens, at, first=False)
        return hundreds + (group or 0), behind
    return hundreds, at
