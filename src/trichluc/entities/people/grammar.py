"""A person's name: {surname} {middle name}? … {given name}, two to five capitalised words: Nguyễn Văn A, Vi Thị Hoa, Giàng A Lử."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from trichluc.entities.phrases import capital_run, word_end
from trichluc.lexicon import load_lexicon

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.text import Text

__all__ = ["People", "default_people", "person_at"]

_MOST_WORDS = 5


class People:
    """The lexicon of people, ready to be asked."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._surnames = lexicon.words("surname")
        self._all_surnames = self._surnames | lexicon.words("surname_rare")
        self._middle = lexicon.words("given_middle")

    def at(self, text: Text, start: int, end: int) -> int | None:
        """End of the person's name that begins at *start*: a surname, then capitalised words."""
        ends = self._run(text, start, end)
        first = text.lower[start : ends[0]] if ends else ""
        if len(ends) < 2 or first not in self._all_surnames:
            return None
        return ends[-1]

    def interrupts(self, text: Text, start: int, end: int) -> bool:
        """Whether a person's full name begins here, behind the name of a body or place: UBND huyện Cao Lộc | Hoàng Văn Minh.

        A common surname and at least two words more: two words alone are as often part of a place's or a school's name.
        """
        stop = word_end(text.folded, start, end)
        return text.lower[start:stop] in self._surnames and len(self._run(text, start, end)) >= 3  # three words

    def _run(self, text: Text, start: int, end: int) -> tuple[int, ...]:
        ends = capital_run(text.folded, start, end, _MOST_WORDS)
        for number, stop in enumerate(ends[:-1]):
            if text.folded[stop : stop + 1] != " " or not text.folded[stop + 1 : stop + 2].isupper():
                return ends[: number + 1]
        return ends


@cache
def default_people() -> People:
    """The people of the library's own lexicon."""
    return People(load_lexicon(__package__))


def person_at(text: Text, start: int, end: int) -> int | None:
    """End (folded offset) of the person's name that begins at folded offset *start*; None where none does.

    >>> from trichluc.text import fold
    >>> text = fold("đồng chí Nguyễn Văn Minh, Bí thư Chi bộ")
    >>> text.folded[9 : person_at(text, 9, 39)]
    'Nguyễn Văn Minh'
    """
    return default_people().at(text, start, end)
