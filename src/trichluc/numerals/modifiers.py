"""modifiers: what stands beside a number and bounds it: `hơn 1.200`, `từ khoảng 10`, `dưới mức 50 USD`, `từ 18 tuổi trở lên`.

Of two modifiers the one next to the number counts, and the text begins there (`khoảng | hơn 1000`, RULINGS Counts 7).
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from trichluc.lexicon import load_lexicon

__all__ = ["Lead", "last_word", "lead", "trail"]

# Three words and an opening mark: no modifier is longer.
_REACH = 24
_MOST_WORDS = 3
_OPENING = "([\"'-,;:."
_TRAILING = (" trở", " đổ", " ho", " hay ")
_NONE = "none"


class Lead(Struct, frozen=True, gc=False):
    """What stands before a number.

    ``start`` is where the modifier begins (the number itself where there is none, or where a word stands between), ``from_start``
    where a `từ` begins before number or modifier, -1 where none does.
    """

    start: int
    modifier: str | None
    from_start: int = -1


@cache
def _phrases() -> dict[str, tuple[str, bool]]:
    """Phrase → modifier, and whether it touches the number."""
    lexicon = load_lexicon("trichluc.numerals")
    apart = {word: (name, False) for word, name in lexicon.starting("apart_").items()}
    touching = {word: (name, True) for word, name in lexicon.starting("modifier_").items()}
    return apart | touching | dict.fromkeys(lexicon.words("no_modifier"), (_NONE, False))


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in _phrases()) | load_lexicon("trichluc.numerals").words("range_from")


@cache
def _trailing() -> dict[str, str]:
    return load_lexicon("trichluc.numerals").starting("after_")


def last_word(lower: str, end: int) -> str:
    """The word that ends at *end*, without opening marks; "" where a space or nothing does.

    >>> last_word("có (hơn 5", 7)
    'hơn'
    """
    first = max(lower.rfind(" ", 0, end), lower.rfind("\n", 0, end)) + 1
    return lower[first:end].lstrip(_OPENING)


def lead(lower: str, start: int) -> Lead:
    """The modifier and the `từ` before a number that starts at *start*.

    >>> lead("có từ khoảng 10 người", 13), lead("nhiệt độ 35 độ", 9).modifier
    (Lead(start=6, modifier='approx', from_start=3), None)
    """
    if start and lower[start - 1] == " ":
        word = last_word(lower, start - 1)
        if word in _last_words():
            return _lead(lower, start, word)
    return Lead(start, None)


def trail(lower: str, at: int) -> tuple[str, int] | None:
    """Modifier and end of a postposed modifier that follows at *at* (behind a unit or noun).

    >>> trail("từ 18 tuổi trở lên", 10)
    ('at_least', 18)
    """
    if not lower.startswith(_TRAILING, at):
        return None
    word = lower[at + 1 : at + _REACH]
    return next(((name, at + 1 + len(phrase)) for phrase, name in _trailing().items() if word.startswith(phrase)), None)


def _lead(lower: str, start: int, word: str) -> Lead:
    begins, modifier = start, None
    if word not in load_lexicon("trichluc.numerals").words("range_from"):
        found = _longest(lower, start)
        if found is None or found[1] == _NONE:
            return Lead(start, None)
        phrase_start, modifier, touches = found
        if word == "là" and lower.endswith("nhất là", 0, start - 1) and _is_superlative(lower, phrase_start):
            return Lead(start, None)
        if not touches:
            return Lead(start, modifier)
        begins = phrase_start
    if begins and lower[begins - 1] == " ":
        word = last_word(lower, begins - 1)
        if word in load_lexicon("trichluc.numerals").words("range_from"):
            return _before_from(lower, begins, modifier, begins - 1 - len(word))
    return Lead(begins, modifier)


def _is_superlative(lower: str, at: int) -> bool:
    """`phiếu nhiều nhất | là 40`, against `có ít nhất là 40`: a word that asks for no number stands before it."""
    word = last_word(lower, at - 1) if at and lower[at - 1] == " " else ""
    return bool(word) and word[-1].isalpha() and word not in load_lexicon("trichluc.numerals").words("before_bound")


def _before_from(lower: str, begins: int, modifier: str | None, from_start: int) -> Lead:
    """`khoảng từ 10 đến 15`: the modifier of the range stands before its từ."""
    if modifier is None and (found := _longest(lower, from_start)) is not None and found[2]:
        return Lead(begins, found[1], found[0])
    return Lead(begins, modifier, from_start)


def _longest(lower: str, start: int) -> tuple[int, str, bool] | None:
    """Start, meaning and touch of the longest phrase that ends before *start*."""
    if not start or lower[start - 1] != " ":
        return None
    tail = lower[max(0, start - 1 - _REACH) : start - 1]
    words = tail[tail.rfind("\n") + 1 :].split(" ")
    known = _phrases()
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        phrase = " ".join(words[-count:]).lstrip(_OPENING)
        if phrase in known:
            return start - 1 - len(phrase), *known[phrase]
    return None
