"""digits: every run of digits once, and the number it writes.

1.200 · 1.200.000,5      a dot groups thousands, a comma is the decimal sign
1,200,000 · 1,200.5      the English way, in business papers
12.5                     a decimal written with a dot (families may read a day and a month)
"""

from __future__ import annotations

import re
from decimal import Decimal

from trichluc.scan import Hit

__all__ = ["MOST_DIGITS", "exact", "find_digits", "read_digits", "read_english"]

# Begins with a class, unrepeated, which the engine seeks in C.
_NUMBER = re.compile(r"[0-9][0-9]*+(?:[.,][0-9]+)*+")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_ENGLISH_ONE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_COMMA = re.compile(r"\d+,\d+")
_DOT = re.compile(r"\d+\.\d+")

# Longer runs are account numbers and noise, and would not fit a column of any database.
MOST_DIGITS = 18


def find_digits(lower: str) -> tuple[Hit, ...]:
    """Every number written in digits, as printed, in text order.

    >>> [hit.word for hit in find_digits("từ 7/11/2006, 1.200,5 ha")]
    ['7', '11', '2006', '1.200,5']
    """
    return tuple([Hit(match.start(), match.end(), match[0]) for match in _NUMBER.finditer(lower)])


def read_digits(word: str) -> int | Decimal | None:
    """The number that *word* writes in Vietnamese; None where it writes none.

    >>> read_digits("1.200.000"), read_digits("6,72"), read_digits("1.200,5"), read_digits("1.2.3")
    (1200000, Decimal('6.72'), Decimal('1200.5'), None)
    """
    if word.isdigit():
        return int(word) if len(word) <= MOST_DIGITS else None
    if len(word) > MOST_DIGITS + 6:
        return None
    if _GROUPED.fullmatch(word) or _COMMA.fullmatch(word):
        return exact(Decimal(word.replace(".", "").replace(",", ".")))
    if _ENGLISH.fullmatch(word):
        return exact(Decimal(word.replace(",", "")))
    if _DOT.fullmatch(word):
        return exact(Decimal(word))
    return None


def read_english(word: str) -> int | Decimal | None:
    """The number that *word* writes in English (`1,200 USD`); None where it writes none.

    >>> read_english("1,200"), read_english("12,5")
    (1200, None)
    """
    return exact(Decimal(word.replace(",", ""))) if _ENGLISH_ONE.fullmatch(word) else None


def exact(number: Decimal | int) -> int | Decimal:
    """An integral value as int; otherwise the decimal without exponent or idle zeros.

    >>> exact(Decimal("1.5E+6")), exact(Decimal("2.50"))
    (1500000, Decimal('2.5'))
    """
    if number == (whole := int(number)):
        return whole
    return Decimal(f"{Decimal(number).normalize():f}")
