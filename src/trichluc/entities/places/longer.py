"""longer: names of places that go on behind a name of the gazetteer: xã Tân An | Thạnh, xã Mỹ | Hoà Hưng, ấp Bình Hoà | 2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.phrases import Phrases, capital_run, is_syllable, next_word, word_end

if TYPE_CHECKING:
    from collections.abc import Callable

    from trichluc.lexicon import Lexicon
    from trichluc.text import Text

__all__ = ["Longer"]

_FIGURE = re.compile(r" (?:\d{1,2}|[IVX]{1,4})(?![\w/%]|[.,]\d| ?[-–:] ?\d)")
# what closes a name, or lets the clause go on
_NAME_ENDS = frozenset(["", " ", ",", ".", ";", ")", "(", ":", "\n"])


class Longer:
    """How far a name reaches; *units* may stand behind its figure, *find* reads the place that begins at an offset."""

    def __init__(self, lexicon: Lexicon, units: Phrases[str], find: Callable[[Text, int, int], tuple[int, str] | None]) -> None:
        self._units = units
        self._find = find
        self._not_first = lexicon.words("not_first")
        self._behind_number = Phrases(lexicon.group("behind_number"))
        self._countries = frozenset(lexicon.words("country"))

    def than_country(self, text: Text, start: int, known: int, end: int) -> int | None:
        """The end *known*, but None where the name only begins like a country's: xã Mỹ | Hoà Hưng."""
        if text.lower[start:known] not in self._countries or " " in text.lower[start:known]:
            return known
        following = word_end(text.folded, known + 1, end)
        goes_on = text.folded.startswith(" ", known) and text.folded[known + 1 : known + 2].isupper()
        return None if goes_on and is_syllable(text.lower[known + 1 : following]) else known

    def by_word(self, text: Text, stop: int, end: int) -> int:
        """End of a name that is longer by one word than one of the gazetteer, or bears a figure: xã Tân An | Thạnh."""
        at = next_word(text.folded, stop, end)
        if at is not None and text.folded[at].isupper():
            more = capital_run(text.folded, at, end, 2)
            word = text.lower[at : more[0]]
            one = len(more) == 1 and is_syllable(word) and not text.folded[at : more[0]].isupper() and word not in self._not_first
            if one and self._find(text, at, end) is None and text.folded[more[0] : more[0] + 1] in _NAME_ENDS:
                return more[0]
        return self.by_figure(text, stop, end)

    def by_figure(self, text: Text, stop: int, end: int) -> int:
        """End of a name with its figure, unless that counts what follows: ấp Bình Hoà | 2, but xã Tân Lập | 3 hộ."""
        figure = _FIGURE.match(text.folded, stop, end)
        if figure is None:
            return stop
        at = figure.end() + 1
        if text.folded[figure.end() : at] == " " and text.folded[at : at + 1].islower():
            unit = self._units.at(text.lower, at, end) or self._behind_number.at(text.lower, at, end)
            return stop if unit is None else figure.end()
        return figure.end() if text.folded[figure.end() : at] in _NAME_ENDS and not text.folded[at : at + 1].isdigit() else stop
