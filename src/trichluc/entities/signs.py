"""signs: what the word at a mark may begin, and what the word before it may end; one look at each tells which rules are worth asking.

Most capitals begin no head, no place and no surname, and stand behind no title: their signs are few, and nearly every rule is passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "ADDRESS",
    "BEHIND_ADDRESS",
    "BEHIND_BODY_CUE",
    "BEHIND_BRACKET",
    "BEHIND_FEATURE",
    "BEHIND_NAME",
    "BEHIND_NOT_PERSON",
    "BEHIND_PLURAL",
    "BEHIND_TITLE",
    "BEHIND_UNIT",
    "BEHIND_WORD",
    "CAPITAL",
    "COMPOUND",
    "FIGURE",
    "HEAD",
    "NO_NAME",
    "PLACE",
    "PRESS",
    "SURNAME",
    "TITLE",
    "signs_of",
]

# The word begins …
HEAD = 1  # the head of a body
COMPOUND = 1 << 1  # a head, or a field of work
PLACE = 1 << 2  # a unit, a feature, a name of the gazetteer
PRESS = 1 << 3  # the name of a paper
SURNAME = 1 << 4  # a person's name: a surname, a saint's name, a name known
TITLE = 1 << 5  # a title
ADDRESS = 1 << 16  # an honorific, or a word that says an office is past
NO_NAME = 1 << 18  # a year, an award, a delegation that looks like a person
# The word before ends …
BEHIND_TITLE = 1 << 6
BEHIND_ADDRESS = 1 << 7  # an honorific, or a noun for a person
BEHIND_UNIT = 1 << 8
BEHIND_FEATURE = 1 << 9
BEHIND_NOT_PERSON = 1 << 10
BEHIND_BODY_CUE = 1 << 17  # a noun before the name of a body
# What else stands about it
BEHIND_WORD = 1 << 11  # a word in small letters, one space before
BEHIND_NAME = 1 << 12  # a name found, one space before
BEHIND_PLURAL = 1 << 13  # the last name found is one of a list: các xã …
BEHIND_BRACKET = 1 << 19  # an opening bracket
CAPITAL = 1 << 14
FIGURE = 1 << 15  # a unit with a figure, printed small


def signs_of(words: Iterable[tuple[int, Iterable[str]]]) -> Mapping[str, int]:
    """The signs of each word.

    >>> signs_of([(HEAD, ["sở"]), (TITLE, ["sở", "bí"])]) == {"sở": HEAD | TITLE, "bí": TITLE}
    True
    """
    signs: dict[str, int] = {}
    for sign, group in words:
        for word in group:
            signs[word] = signs.get(word, 0) | sign
    return signs
