"""numerals: every number in the text once, with its range, its modifier and its whole.

    hơn 1.200 · từ 10 đến 15 · 2,5 - 3 tỷ · hàng chục · ba bốn · 467/470 · trên dưới 30

Families choose what a quantity counts or measures; none looks for numbers again.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from trichluc.numerals.digits import exact, find_digits
from trichluc.numerals.listed import listed
from trichluc.numerals.modifiers import last_word, trail
from trichluc.numerals.quantities import Quantity, find_quantities, number_words
from trichluc.numerals.reach import Reach, reach
from trichluc.scan import Literals
from trichluc.text import fold

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = [
    "Quantity",
    "Reach",
    "exact",
    "find_digits",
    "find_quantities",
    "last_word",
    "listed",
    "number_words",
    "parse_number",
    "reach",
    "trail",
]

_ZERO = "không"


def parse_number(text: str) -> int | Decimal | None:
    """The number that the whole of *text* writes, in digits or words; None where it writes none.

    >>> import trichluc
    >>> trichluc.parse_number("hai mươi lăm"), trichluc.parse_number("1.234,5"), trichluc.parse_number("xã")
    (25, Decimal('1234.5'), None)
    """
    folded = fold(text.strip())
    if folded.lower == _ZERO:  # elsewhere `không` is the negation
        return 0
    quantities = find_quantities(folded, _literals().find(folded.lower), find_digits(folded.lower))
    if len(quantities) != 1:
        return None
    [number] = quantities
    return number.value if (number.start, number.end, number.whole) == (0, len(folded.lower), None) and not number.modifier else None


@cache
def _literals() -> Literals:
    return Literals(number_words())
