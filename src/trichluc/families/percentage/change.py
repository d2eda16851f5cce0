"""Whether a percentage is the amount of a change: `tăng 8%`, `mức tăng trưởng 7,26%`, `giảm tỷ lệ hộ nghèo 3%`, `(-0,24%)`.

Read backwards from the number: fillers are stepped over (`tăng trưởng | bình quân | đạt`), a level word ends the search
(`tăng | lên 8%`, `giảm | còn 5%`), a word of change decides. Failing that, the verb of the clause, where no other verb follows it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.scene import Scene

__all__ = ["read_change"]

_WINDOW = 100
_CLAUSE = re.compile(r"[;:(),\"](?!\d)|\. ")
# Behind or before these a bare `thêm` is a change: được thêm 5%, mỗi năm thêm 2%.
_EACH = frozenset(("mỗi", "hằng", "hàng"))
_ADDED = frozenset(("đã", "sẽ", "được", "có", "phải"))
_MOST_FILLERS, _LONGEST_WORD, _LONGEST_OBJECT = 4, 5, 10


def read_change(lexicon: Lexicon, scene: Scene, quantity: Quantity, start: int) -> str | None:
    """``increase``, ``decrease``, or None where the number states a level."""
    lower = scene.lower
    sign = lower[start - 1 : start]
    if (sign == "-" and lower[start - 2 : start - 1] in (" ", "(")) or lower.startswith("(- ", start - 3):  # (-0,24%)
        return "decrease"
    if sign == "+" or lower.startswith("(+ ", start - 3):
        return "increase"
    if quantity.from_start >= 0:  # giảm từ 12% xuống còn 8%: two levels
        return None
    window = lower[max(scene.sentence(start).start, start - _WINDOW) : start]
    clause = max((mark.end() for mark in _CLAUSE.finditer(window)), default=0)
    return _change(lexicon, window[clause:].split())


def _change(lexicon: Lexicon, words: list[str]) -> str | None:
    rising, falling = lexicon.group("increase"), lexicon.group("decrease")
    levels, fillers = lexicon.group("level_after"), lexicon.group("filler")
    upto = len(words)
    added = False
    for _ in range(_MOST_FILLERS + 1):
        for count in range(min(_LONGEST_WORD, upto), 0, -1):
            phrase = " ".join(words[upto - count : upto])
            if phrase in rising:
                return "increase"
            if phrase in falling:
                return "decrease"
            if phrase in levels:
                return None
            if phrase in fillers:
                upto -= count
                added = added or phrase == "thêm"
                break
        else:
            change = _verb_of(lexicon, words)
            # được thêm 5%, but not: đào tạo thêm 5% số lao động
            return "increase" if change is None and added and (not upto or words[upto - 1] in _ADDED or words[upto] in _EACH) else change
    return None


def _verb_of(lexicon: Lexicon, words: list[str]) -> str | None:
    """`tăng thu ngân sách 5%`: the nearest verb of the clause is one of change, and what lies between is its object."""
    rising, falling = lexicon.group("transitive_increase"), lexicon.group("transitive_decrease")
    verbs = lexicon.group("other_verb")
    near = words[-_LONGEST_OBJECT:]
    for place in range(len(near) - 1, -1, -1):
        word = near[place]
        if word == "hơn" and place and (compared := f"{near[place - 1]} hơn") in lexicon.group("increase"):  # cao hơn thị trường 20%
            return "increase"
        if word == "hơn" and place and compared in lexicon.group("decrease"):
            return "decrease"
        if word in rising:
            return "increase"
        if word in falling:
            return "decrease"
        if word in verbs and " ".join(near[place : place + 2]) not in lexicon.group("no_verb"):
            return None
    return None
