"""context: what stands before a number and says that it counts nothing: a label (`thôn 3`), a date, a score, a ratio, a name's year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.numerals import last_word

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.scene import Scene

__all__ = ["before", "is_label", "is_part", "is_year"]

_GLUE = frozenset("/-.:+×°#@_=")
_LIST = frozenset((", ", " và ", "; ", " - ", "-", " hoặc ", " đến "))
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_GROUPS = frozenset(("person", "household"))
_MANY, _MOST_LISTED = 20, 12
_LABELS = ("label", "label_time", "label_group")


def before(scene: Scene, at: int) -> tuple[str, str]:
    """The word before *at* in its sentence and the one before that; "" where there is none."""
    start = scene.sentence(at).start
    if at - 1 <= start or scene.lower[at - 1] != " ":
        return "", ""
    word = last_word(scene.lower, at - 1)
    rest = at - 1 - len(word)
    return word, last_word(scene.lower, rest - 1) if rest - 1 > start and scene.lower[rest - 1] == " " else ""


def is_part(scene: Scene, quantity: Quantity) -> bool:
    """Whether the digits go on before the number: `7/11/2006`, `2-1`, `Covid-19`, `3.5.2020`; a paper's mark before it (`LSO-5`) is none."""
    start = quantity.number_start
    if not start or quantity.start != start or start == scene.sentence(start).start:
        return False
    sign = scene.lower[start - 1]
    if sign == "-" and scene.lower[max(start - 2, 0)] in (" ", "\n"):
        return False  # a bullet
    return sign in _GLUE


def is_label(lexicon: Lexicon, scene: Scene, quantity: Quantity, kind: str) -> bool:
    """Whether the number names what stands before it, or goes on such a list: `lớp 9`, `các thôn 3, 5 và 7`.

    Args:
        lexicon: the room's.
        scene: where it stands.
        quantity: the number.
        kind: class of the noun behind it, "" where the lexicon does not know it.
    """
    if quantity.modifier is not None:
        return False
    if (label := label_before(lexicon, scene, quantity.start)) is None:
        return _goes_on(lexicon, scene, quantity)
    group, second = label
    if second in lexicon.group("each"):
        return False
    if group == "label_group":
        return kind not in _GROUPS and (not kind or (quantity.value or quantity.high or 0) <= _MANY)
    return True


def label_before(lexicon: Lexicon, scene: Scene, at: int) -> tuple[str, str] | None:
    """The group of the label that ends before *at*, and the word before it; None where there is no label.

    `địa bàn` and `kỷ luật` only end like labels; `trong số` and `quân số` are sums.
    """
    word, second = before(scene, at)
    if not word or _is_sum(lexicon, word, second):
        return None
    pair = f"{second} {word}"
    if pair in lexicon.group("no_label"):
        return None
    for group in _LABELS:
        known = lexicon.group(group)
        if word in known:
            return group, second
        if pair in known:
            return group, ""
    return None


def is_year(lexicon: Lexicon, scene: Scene, quantity: Quantity) -> bool:
    """`Olympic 2016 đoàn …`, `giai đoạn 2021-2025 tỉnh`: four bare digits of our centuries, unless what precedes them asks for a number."""
    first = quantity.value if quantity.value is not None else quantity.low
    if quantity.spelled or first is None or not (_FIRST_YEAR <= first <= _LAST_YEAR) or not quantity.word[:4].isdigit():
        return False
    return quantity.modifier is None and before(scene, quantity.start)[0] not in lexicon.group("before_five")


def _is_sum(lexicon: Lexicon, word: str, second: str) -> bool:
    """`trong số 20 đề cử`, `quân số 70 người`."""
    return word == "số" and second in lexicon.group("sum")


def _goes_on(lexicon: Lexicon, scene: Scene, quantity: Quantity) -> bool:
    """`các thôn 3, 5 và 7`: the number before it in the list was a label."""
    at = scene.quantity_number(quantity)
    for _ in range(min(at, _MOST_LISTED)):
        earlier = scene.quantities[at - 1]
        if scene.lower[earlier.end : quantity.start] not in _LIST or earlier.modifier is not None or earlier.spelled != quantity.spelled:
            return False
        label = label_before(lexicon, scene, earlier.start)
        if label is not None:
            return label[0] != "label_time"
        quantity, at = earlier, at - 1
    return False
