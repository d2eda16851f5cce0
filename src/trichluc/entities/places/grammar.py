"""The name of a place: a unit of administration with its name, or a name of the gazetteer.

Its forms:

    {unit}.? {name of the gazetteer | number | capitalised words}     tỉnh Lạng Sơn, quận 4, TP. Vinh, xã Ia H'Drai
    {name of the gazetteer}                                           Lạng Sơn, TP.HCM
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from trichluc.entities.people.grammar import default_people
from trichluc.entities.phrases import Phrases, capital_run, is_syllable, word_end
from trichluc.entities.places.longer import Longer
from trichluc.entities.places.spelling import Spelling
from trichluc.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trichluc.entities.people.grammar import People
    from trichluc.lexicon import Lexicon
    from trichluc.text import Text

__all__ = ["Places", "default_places", "place_at"]

_MOST_WORDS = 4
# Phía Tây | Bắc bộ: a direction beside a region is no region of its own
_IN_BO = re.compile(r"(?:tây|đông) bắc bộ\b")
_NUMBERED = re.compile(r"(?:số )?(?:\d{1,3}[a-z]?|[ivx]{1,5})(?![\w/]|[.,]\d)")
_UNIT_GAPS = (", ", " và ", "/")
_GAZETTEER = (
    "province",
    "province_spelling",
    "province_past",
    "province_short",
    "country",
    "continent",
    "region",
    "city_abroad",
    "district",
    "lake",
)


class Places:
    """The lexicon of places, ready to be asked."""

    def __init__(self, lexicon: Lexicon, people: People) -> None:
        self._units = Phrases(lexicon.group("unit"))
        self._short_units = Phrases(lexicon.group("unit_short"))
        self._names = Phrases({word: group for group in reversed(_GAZETTEER) for word in lexicon.group(group)})
        self._names_with_unit = Phrases(lexicon.group("province_with_unit"))
        self._after_feature = Phrases(lexicon.group("after_feature"))
        self._not_countries = Phrases(lexicon.group("not_country"))
        self._plurals = Phrases(lexicon.group("plural"))
        self._not_first = lexicon.words("not_first")
        self._counted_before = Phrases(lexicon.group("counted_before"))
        self._longer = Longer(lexicon, self._units, self.find)
        self.spelling = Spelling(lexicon, self._units, self._short_units)
        self._small_starts = Phrases(lexicon.group("small_start"))
        self._not_units = Phrases(lexicon.group("not_unit"))
        self._not_features = Phrases(lexicon.group("not_feature"))
        self._features = Phrases(lexicon.group("feature"))
        self._not_places = Phrases(lexicon.group("not_place"))
        self._suffixes = Phrases(lexicon.group("suffix"))
        self.sure = lexicon.words("district_sure")
        self._dashed = Phrases(lexicon.group("feature_dashed"))
        self._people = people

    @property
    def first_words(self) -> list[str]:
        """First words of units, of features and of the names of the gazetteer."""
        return [word for group in (self._units, self._short_units, self._names, self._features) for word in group.first_words]

    @property
    def unit_words(self) -> Iterable[str]:
        """Last words of units."""
        return self._units.last_words

    @property
    def feature_words(self) -> Iterable[str]:
        """Last words of features."""
        return self._features.last_words

    @property
    def small_words(self) -> Iterable[str]:
        """First words of names that are printed small."""
        return self._small_starts.first_words

    def at(self, text: Text, start: int, end: int) -> int | None:
        """End of the place that begins at *start*, its unit included."""
        return self.with_unit(text, start, end) or self.bare(text, start, end)

    def find(self, text: Text, start: int, end: int) -> tuple[int, str] | None:
        """The same with the group of the gazetteer that knows it, or `unit`, or `feature`."""
        stop = self.with_unit(text, start, end)
        if stop is not None:
            return stop, "unit"
        if start >= end or not text.folded[start].isupper():
            return None
        return self._known(text, start, end) or self._featured(text, start, end)

    def bare(self, text: Text, start: int, end: int) -> int | None:
        """End of a name of the gazetteer that begins at *start* with a capital."""
        if start >= end or not text.folded[start].isupper():
            return None
        found = self._known(text, start, end)
        return None if found is None else self._longer.than_country(text, start, found[0], end)

    def country(self, text: Text, start: int, end: int) -> int | None:
        """End of the name of a country that begins at *start*."""
        found = self._known(text, start, end) if text.folded[start].isupper() else None
        return found[0] if found is not None and found[1] == "country" else None

    def region(self, lower: str, start: int, end: int) -> int | None:
        """End of a part of the country printed small that begins at *start*: miền Bắc, châu Á."""
        return None if self._small_starts.at(lower, start, end) is None else (self._names.at(lower, start, end) or (None,))[0]

    def small(self, lower: str, start: int, at: int, end: int) -> int | None:
        """End of a name of the gazetteer printed small at its start, *start*, that reaches over the capital at *at*: châu | Âu."""
        if self._small_starts.at(lower, start, end) is None:
            return None
        found = self._names.at(lower, start, end)
        return found[0] if found is not None and found[0] > at else None

    def unit_before(self, lower: str, at: int, left: int) -> int | None:
        """Where a unit starts that stands just before *at*: tỉnh | Lạng Sơn."""
        found = self._units.before(lower, at, left)
        return None if found is None or self._not_units.before(lower, at, left) is not None else found[0]

    def kind_end(self, lower: str, start: int, end: int) -> int:
        """End of the unit or feature by which a name begins: thị trấn | Đồng Mỏ, mũi | Vũng Tàu; *start* where none does."""
        return (self._units.at(lower, start, end) or self._features.at(lower, start, end) or (start,))[0]

    def unit_ending(self, lower: str, stop: int, left: int) -> int | None:
        """Where a unit starts that ends at *stop*."""
        return (self._units.ending(lower, stop, left) or (None,))[0]

    def is_plural(self, lower: str, unit: int, left: int) -> bool:
        """Whether the unit at *unit* is a common noun for several names: các xã Xuân Bắc, Suối Cao; 3 huyện."""
        if self._plurals.before(lower, unit, left) is not None:
            return True
        gap = next((gap for gap in _UNIT_GAPS if lower.endswith(gap, left, unit)), None)
        if gap is not None and (first := self._units.ending(lower, unit - len(gap), left)) is not None:
            return self.is_plural(lower, first[0], left)  # 9 tỉnh, | thành phố Bắc Kạn, Sơn La
        if unit - left < len("3 ") or not lower[unit - 2].isdigit():
            return False
        figure = lower.rfind(" ", left, unit - 1) + 1
        return lower[max(figure, left) : unit - 1].isdigit() and self._counted_before.before(lower, figure, left) is None

    def after_feature(self, lower: str, start: int, end: int) -> int | None:
        """End of a street's name that begins at *start* with a common noun."""
        return (self._after_feature.at(lower, start, end) or (None,))[0]

    def compound_before(self, lower: str, at: int, left: int) -> bool:
        """Whether the words before *at* are a compound that only ends like a feature: thành phố, yêu cầu, gia đình."""
        return self._not_features.before(lower, at, left) is not None

    def feature_before(self, lower: str, at: int, left: int) -> int | None:
        """Where a word for a river, a harbour, a street starts that stands just before *at*."""
        found = self._features.before(lower, at, left)
        if found is None or self._opens_phrase(lower, at):
            return None
        return None if self.compound_before(lower, at, left) else found[0]

    def not_place_before(self, lower: str, at: int, left: int) -> bool:
        """Whether a word stands before *at* that makes a place's name something else: gió | Tây Nam, chiến dịch | Điện Biên Phủ."""
        return self._not_places.before(lower, at, left) is not None

    def _opens_phrase(self, lower: str, at: int) -> bool:
        """Whether the capitalised word at *at* is one that opens a phrase: các thành phố | Từ Thanh Hóa đến Huế."""
        return lower[at : word_end(lower, at, len(lower))] in self._not_first

    def _known(self, text: Text, start: int, end: int) -> tuple[int, str] | None:
        found = self._names.at(text.lower, start, end)
        if found is None or _IN_BO.match(text.lower, start, end):
            return None
        longer = self._not_countries.at(text.lower, start, end)
        return None if longer is not None and longer[0] > found[0] else found

    def _featured(self, text: Text, start: int, end: int) -> tuple[int, str] | None:
        """`Khu đô thị mới Thủ Thiêm`, `Sông Kỳ Cùng`: the feature printed with a capital."""
        feature = self._features.at(text.lower, start, end)
        if feature is None or text.folded[feature[0] : feature[0] + 1] != " " or feature[0] + 1 >= end:
            return None
        at = feature[0] + 1
        if not text.folded[at].isupper() or self._opens_phrase(text.lower, at):
            return None
        run = capital_run(text.folded, at, end, _MOST_WORDS)[-1]
        known = self._known(text, at, end)
        if self._people.at(text, start, end) is not None and not self._outweighs(text, start, at, run, known):
            return None
        stop = run if known is None or known[1] == "country" else known[0]  # Nhà thờ Đức Bà
        return self.feature_end(text, start, stop, end), "feature"

    def _outweighs(self, text: Text, start: int, at: int, run: int, known: tuple[int, str] | None) -> bool:
        """Whether a feature that is a surname too bears a place's or a person's name: Hồ Ba Bể, Đường Nguyễn Huệ."""
        if known is not None and known[0] == run and " " in text.lower[at:run]:
            return any(word not in self._people.given for word in text.lower[at:run].split(" "))
        return text.lower[start : at - 1] not in self._people.surnames and self._people.at(text, at, end=run) is not None

    def feature_end(self, text: Text, start: int, stop: int, end: int) -> int:
        """End of the name of a feature that a word, a figure or a dash may carry on: Vườn quốc gia Phong Nha | - Kẻ Bàng."""
        stop = self._longer.by_word(text, stop, end)
        if self._dashed.at(text.lower, start, end) is None or not text.folded.startswith(" - ", stop):
            return stop
        at = stop + len(" - ")
        return self.bare(text, at, end) or (capital_run(text.folded, at, end, _MOST_WORDS) or (stop,))[-1]

    def with_unit(self, text: Text, start: int, end: int) -> int | None:
        """End of a unit with its name that begins at *start*."""
        unit = self._units.at(text.lower, start, end)
        if unit is not None:
            at = unit[0]
            if not text.folded.startswith(" ", at):
                return None
            shouted = text.folded[start:at].isupper()
            return self._name(text, at + 1, end, unit[1], shouted=shouted) if at + 1 < end else None
        short = self._short_units.at(text.lower, start, end)
        if short is None or not text.folded[start].isupper():
            return None
        at = short[0]
        dotted = text.folded.startswith(".", at)
        if not dotted and at - start == 1:
            return None
        named = at + dotted
        named += text.folded.startswith(" ", named)
        if named == at or named >= end or (text.folded[named].isdigit() and at - start > 1):
            return None
        if at - start == 1 and not (text.folded[named].isdigit() or text.folded[named + 1 : named + 2].islower()):
            return None  # Q.T are a reporter's initials
        if dotted and named - at > 1 and self._opens_sentence(text, named, end):
            return None  # khoá X. | Hội nghị
        return self._name(text, named, end, short[1], shouted=False)

    def _opens_sentence(self, text: Text, named: int, end: int) -> bool:
        """Whether the word behind a unit's stop is one capital that goes on small, and no name of the gazetteer."""
        stop = word_end(text.folded, named, end)
        small = text.folded.startswith(" ", stop) and text.folded[stop + 1 : stop + 2].islower()
        return small and text.folded[named].isupper() and self.bare(text, named, end) is None

    def _name(self, text: Text, start: int, end: int, level: str, *, shouted: bool) -> int | None:
        numbered = _NUMBERED.match(text.lower, start, end)
        if numbered is not None:
            return numbered.end()
        known = self.bare(text, start, end)
        if known is None and text.folded[start].isupper():
            with_unit = self._names_with_unit.at(text.lower, start, end)
            known = None if with_unit is None else with_unit[0]
        if known is not None and text.folded.startswith(" ", known):
            suffix = self._suffixes.at(text.lower, known + 1, end)  # xã Vĩnh Phú | Tây
            known = known if suffix is None or not text.folded[known + 1].isupper() else suffix[0]
        if known is not None and level not in {"province", "city"}:
            known = self._longer.than_country(text, start, known, end)
        if known is not None and level in {"commune", "village"}:
            return self._longer.by_word(text, known, end)
        if known is not None or shouted or self._opens_phrase(text.lower, start):
            return known
        if level == "province" and self._people.titled(text, start):
            return None  # Chủ tịch UBND tỉnh | Y Thanh Hà: provinces are all in the gazetteer
        ends = capital_run(text.folded, start, end, _MOST_WORDS)
        stop = None
        at = start
        for word in ends:
            if self._people.interrupts(text, at, end) and (
                stop is not None or (self._people.titled(text, start) and not self._interrupted(text, ends, end))
            ):
                break  # Chủ tịch UBND huyện Cao Lộc | Hoàng Văn Minh; Chủ tịch UBND xã | Đỗ Khắc Bình
            stop = word
            at = word + 1
            while at < end and text.folded[at] in " -":
                at += 1
        if level == "province" and len(ends) == 1 and is_syllable(text.lower[start : ends[0]]):
            return None  # UBND tỉnh | Tặng
        return self._longer.by_figure(text, stop, end) if stop is not None and level in {"commune", "village"} else stop

    def _interrupted(self, text: Text, ends: tuple[int, ...], end: int) -> bool:
        """Whether a person's name begins behind one: Chủ tịch UBND phường Hoàng Văn Thụ | Vi Thị Quyên."""
        return any(self._people.interrupts(text, stop + 1, end) for stop in ends[1:-1])


@cache
def default_places() -> Places:
    """The places of the library's own lexicon."""
    return Places(load_lexicon(__package__), default_people())


def place_at(text: Text, start: int, end: int) -> int | None:
    """End (folded offset) of the place that begins at folded offset *start*, its unit included; None where none does.

    >>> from trichluc.text import fold
    >>> text = fold("tại thị trấn Cao Lộc, tỉnh Lạng Sơn")
    >>> text.folded[4 : place_at(text, 4, 35)], text.folded[22 : place_at(text, 22, 35)]
    ('thị trấn Cao Lộc', 'tỉnh Lạng Sơn')
    """
    return default_places().at(text, start, end)
