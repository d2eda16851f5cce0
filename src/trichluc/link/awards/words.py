"""The award room's lexicon, as far as it is for the clause around an award."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from trichluc.entities.phrases import Phrases
from trichluc.families.award import normalize
from trichluc.lexicon import load_lexicon
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["WORD", "award_lexicon", "ends_with_word", "phrases_of"]

# A word with what is written together with it: TP.HCM | Mác-Lênin | GD&ĐT
WORD = Pattern(r"[\w&]+(?:[./-](?=\w)[\w&]+)*")


@cache
def award_lexicon() -> Lexicon:
    """The lexicon of the award room."""
    return load_lexicon("trichluc.families.award")


@cache
def phrases_of(group: str) -> Phrases[str]:
    """The words of a group, to be looked up at a place."""
    return Phrases({word: word for word in award_lexicon().group(group)})


def ends_with_word(text: str, group: str) -> bool:
    """Whether a word of *group* stands at the end of *text*.

    >>> ends_with_word("đội xã đã vượt qua", "not_subject"), ends_with_word("hiệu quả", "phrase_end")
    (True, False)
    """
    return normalize.ends_with_word(award_lexicon(), text, group)
