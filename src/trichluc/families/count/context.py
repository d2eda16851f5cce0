"""context: what stands before a number and says that it counts nothing: a label (`thôn 3`), a date, a score, a ratio, a name's year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.numerals import last_word

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.scene import Scene

__all__ = ["Context", "before", "is_part"]

_GLUE = frozenset("/-.:+×°#@_=")
_LIST = frozenset((", ", " và ", "; ", " - ", "-", " hoặc ", " đến "))
_WIDEST = max(map(len, _LIST))
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_ACTED_ON = frozenset(("person", "thing"))
_GROUPS = frozenset(("person", "household"))
_MANY, _MOST_LISTED = 20, 12
_NOUN_REACH = 30
_LABELS = ("label", "label_time", "label_group")


def before(scene: Scene, at: int) -> tuple[str, str]:
    """The word before *at* in its sentence and the one before that; "" where there is none."""
    lower = scene.lower
    if not at or lower[at - 1] != " ":
        return "", ""
    start = scene.sentence(at).start
    if at - 1 <= start:
        return "", ""
    word = last_word(lower, at - 1)
    rest = at - 1 - len(word)
    return word, last_word(lower, rest - 1) if rest - 1 > start and lower[rest - 1] == " " else ""


def is_part(scene: Scene, quantity: Quantity) -> bool:
    """Whether the digits go on before the number: `7/11/2006`, `2-1`, `Covid-19`, `3.5.2020`; not in `LSO-5`, nor behind a noun (`2 vụ/5 bị can`)."""
    start = quantity.number_start
    if not start or quantity.start != start:
        return False
    sign = scene.lower[start - 1]
    if sign not in _GLUE or start == scene.sentence(start).start:
        return False
    if sign == "/" and _is_behind_noun(scene, quantity):
        return False
    return sign != "-" or scene.lower[max(start - 2, 0)] not in (" ", "\n")  # behind those it is a bullet


def _is_behind_noun(scene: Scene, quantity: Quantity) -> bool:
    """`289 vụ/631 bị can`, `547 triệu đồng/98 hộ vay`: a slash parts it from another number with its noun; one of one thing is a rate."""
    at = scene.quantity_number(quantity)
    earlier = scene.quantities[at - 1] if at else None
    if earlier is None or 1 in (earlier.value, quantity.value) or scene.lower[earlier.end : earlier.end + 1] != " ":
        return False
    noun = scene.lower[earlier.end + 1 : quantity.start - 1]
    return len(noun) <= _NOUN_REACH and noun[-1:].isalpha() and noun.replace(" ", "").replace("&", "").isalnum()


class Context:
    """Judges what stands before a number with one lexicon.

    Args:
        lexicon: the room's.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._labels = {word: name for name in reversed(_LABELS) for word in lexicon.words(name)}
        self._no_labels = lexicon.words("no_label")
        self._verbs = lexicon.words("label_or_verb")
        self._sums = lexicon.words("sum")
        self._each = lexicon.words("each")
        self._plurals = lexicon.words("plural")
        self._asking = lexicon.words("before_five")

    def is_label(self, scene: Scene, quantity: Quantity, kind: str, lead: tuple[str, str], *, is_named: bool = False) -> bool:
        """Whether the number names what stands before it, or goes on such a list: `lớp 9`, `các thôn 3, 5 và 7`.

        Args:
            scene: where it stands.
            quantity: the number.
            kind: class of the noun behind it, "" where the lexicon does not know it.
            lead: the two words before it, see :func:`before`.
            is_named: whether a name goes on behind that noun: `tổ 3, 5 phường Sở Dầu`.
        """
        if quantity.modifier is not None or quantity.scale > 1:
            return False
        if quantity.spelled and lead == ("phần", "một"):
            return True  # một phần sáu khối lượng
        is_capital = scene.folded[quantity.end + 1 : quantity.end + 2].isupper()
        if lead[0] in self._verbs and kind in _ACTED_ON and not is_capital and scene.folded[quantity.start - 1 - len(lead[0])].islower():
            return False
        if (label := self._label(*lead)) is None:
            return self._goes_on(scene, quantity, counts=bool(kind) and not is_named)
        group, second = label
        if second in self._each:
            return False
        if group == "label_group" and not quantity.spelled and (at := scene.folded[quantity.end + 1 : quantity.end + 3]) and at.istitle():
            return True  # Vùng 3 Cảnh sát biển
        if quantity.spelled and group == "label_group" and kind:
            return False  # cụm | bảy tỉnh, nhóm ba trường
        if group == "label_group":
            return kind not in _GROUPS and (not kind or (quantity.value or quantity.high or 0) <= _MANY)
        return True

    def is_year(self, quantity: Quantity, word: str) -> bool:
        """`Olympic 2016 đoàn …`, `giai đoạn 2021-2025 tỉnh`: four bare digits of our centuries, unless the word before them asks for a number."""
        if quantity.spelled or quantity.modifier is not None:
            return False
        first = quantity.value if quantity.value is not None else quantity.low
        if first is None or not (_FIRST_YEAR <= first <= _LAST_YEAR) or not quantity.word[:4].isdigit():
            return False
        return word not in self._asking

    def _label(self, word: str, second: str) -> tuple[str, str] | None:
        """The group of the label that ends in *word*, and the word before it; None where there is no label.

        `địa bàn` and `kỷ luật` only end like labels; `trong số` and `quân số` are sums.
        """
        if not word or (word == "số" and second in self._sums):
            return None
        pair = f"{second} {word}"
        if pair in self._no_labels:
            return None
        alone, both = self._labels.get(word), self._labels.get(pair)
        if alone is None or (both is not None and _LABELS.index(both) < _LABELS.index(alone)):
            return None if both is None else (both, "")
        return alone, second

    def _goes_on(self, scene: Scene, quantity: Quantity, *, counts: bool) -> bool:
        """`các thôn 3, 5 và 7`: the number before it in the list was a label; not so of one label only, before a noun: `phường 5, | 3 hộ`."""
        parted = scene.lower[quantity.start - 2 : quantity.start]
        if counts and parted == "; ":
            return False  # phường 1; | 3 hộ
        behind_comma = counts and parted == ", "
        at = scene.quantity_number(quantity)
        for step in range(min(at, _MOST_LISTED)):
            earlier = scene.quantities[at - 1]
            if quantity.start - earlier.end > _WIDEST or scene.lower[earlier.end : quantity.start] not in _LIST:
                return False
            if earlier.modifier is not None or earlier.spelled != quantity.spelled:
                return False
            word, second = before(scene, earlier.start)
            label = self._label(word, second)
            if label is not None:
                return label[0] != "label_time" and not (behind_comma and not step and second not in self._plurals)
            quantity, at = earlier, at - 1
        return False
