"""listed: the numbers of a list that say their unit once, behind the last: `5 và 7 tuổi`, `12, 15 và 20 năm tù`, `2, 3 và 5 ha`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.lexicon import load_lexicon
from trichluc.numerals.modifiers import last_word

if TYPE_CHECKING:
    from trichluc.numerals.quantities import Quantity
    from trichluc.scene import Scene

__all__ = ["listed"]

_LAST = frozenset((" và ", " hoặc ", " hay ", ", và "))
_MOST = 8


def listed(scene: Scene, quantity: Quantity) -> tuple[Quantity, ...]:
    """The plain numbers before *quantity* that share its unit, in text order; none where a label stands before them (`lớp 4 và 5 tuổi`)."""
    if quantity.spelled or quantity.start != quantity.number_start or quantity.whole is not None:
        return ()
    lower, at = scene.lower, scene.quantity_number(quantity)
    chain: list[Quantity] = []
    following = quantity
    while at and len(chain) < _MOST:
        before = scene.quantities[at - 1]
        between = lower[before.end : following.start]
        if not (between in _LAST or (chain and between == ", ")) or before.spelled or before.whole is not None or before.value is None:
            break
        if "." in before.word and not isinstance(before.value, int):
            break  # ngày Quốc tế Phụ nữ 8.3 và 1982 năm khởi nghĩa
        chain.append(before)
        following, at = before, at - 1
        if before.start != before.number_start:
            break
    if not chain or chain[-1].from_start >= 0:
        return ()
    first = chain[-1].number_start
    label = last_word(lower, first - 1) if lower[max(first - 1, 0) : first] == " " else ""
    if label in load_lexicon("trichluc.numerals").words("label", "names_one") or lower[max(first - 1, 0) : first] not in (" ", "("):
        return ()
    named = label and scene.folded[first - 1 - len(label)].isupper() and first - 1 - len(label) > scene.sentence(first).start
    if named or (chain[-1].word.startswith("0") and not quantity.word.startswith("0")):
        return ()  # Thủy điện Sơn La 2 và 5 ha rừng; Đề án 06 và 5 năm
    return tuple(reversed(chain))
