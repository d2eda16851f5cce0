"""spelling: the official spelling and code of a place as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.text import fold_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trichluc.entities.phrases import Phrases
    from trichluc.lexicon import Lexicon
    from trichluc.text import Text

__all__ = ["Spelling"]


class Spelling:
    """Spellings and codes of the lexicon of places; *units* and *short_units* may stand before a name."""

    def __init__(self, lexicon: Lexicon, units: Phrases[str], short_units: Phrases[str]) -> None:
        self._units = units
        self._short_units = short_units
        self._codes = {**lexicon.group("province"), **lexicon.group("province_with_unit")}
        self._cities = lexicon.words("province_city")
        self._spellings: Mapping[str, str] = lexicon.group("province_spelling")
        # Bà Rịa- Vũng Tàu, Bà Rịa Vũng Tàu: the dash as the law prints it
        provinces = lexicon.words("province")
        self._dashed_names = {
            plain: " - ".join(part.title() for part in name.split(" - "))
            for name in provinces
            if (plain := name.replace(" - ", " ")) != name and plain not in provinces
        }
        self._short = {word: fold_word(city) for word, city in lexicon.group("province_short").items()}
        self._official = lexicon.words("province", "province_past", "province_with_unit", "district")

    def spelled(self, text: str) -> str:
        """A place's name as printed, its province or district in the official spelling: tỉnh Đắc Lắc → tỉnh Đắk Lắk, Bắc bộ → Bắc Bộ.

        >>> from trichluc.entities.places import default_places
        >>> spelling = default_places().spelling
        >>> [spelling.spelled(name) for name in ("tỉnh Đắc Lắc", "Nam bộ", "châu Âu")]
        ['tỉnh Đắk Lắk', 'Nam Bộ', 'châu Âu']
        """
        lower = text.lower()
        unit = self._units.at(lower, 0, len(lower))
        start = 0 if unit is None or unit[0] == len(lower) else unit[0] + 1
        name = lower[start:]
        spelling = self._spellings.get(name) or self._dashed_names.get(" ".join(name.replace("-", " ").split()))
        if spelling is not None:
            return text[:start] + spelling
        if name in self._official or name.endswith(" bộ"):
            return text[:start] + " ".join(word[:1].upper() + word[1:] for word in text[start:].split(" "))
        return text

    def codes(self, text: Text, start: int, end: int) -> tuple[str, str] | None:
        """Codes of the province that *start*:*end* names, of the list of 2004 and that of 2025, empty where a list has it not; else None."""
        lower = text.lower[start:end]
        unit = self._units.at(lower, 0, len(lower)) or self._short_units.at(lower, 0, len(lower))
        name = lower if unit is None else lower[unit[0] :].strip(" .")
        name = fold_word(self._spellings[name]) if name in self._spellings else self._short.get(name, name)
        codes = self._codes.get(name)
        if codes is None:
            return None
        if unit is not None and unit[1] != ("city" if name in self._cities else "province"):
            return None  # thành phố Lạng Sơn is a town in the province
        old, _, new = codes.partition("/")
        return old, new
