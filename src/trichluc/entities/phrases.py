"""phrases: the words of a lexicon, looked up at a place in the text, and the words and capitals of which names are made."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Phrases", "capital_run", "dashed_end", "is_shouted", "is_syllable", "last_word", "next_word", "starts_capital", "word_end"]

V = TypeVar("V")

# A syllable, an abbreviation, a name with an apostrophe or an ampersand: Sơn | THPT | H'Drai | GD&ĐT
_WORD = re.compile(r"[^\W_]+(?:['&][^\W_]+)*+")
_LAST_WORD = re.compile(r"[^\W_]++(?:['&][^\W_]++)*+\Z")
_LONGEST_WORD = 24
# A caption's credit, run into the name before it without a stop: Bệnh viện Chợ Rẫy | Ảnh: Duy Tính
_CREDIT = re.compile(r" (?:Ảnh|Nguồn|Clip|Video|Đồ họa|Thiết kế|Minh họa) ?:")
_CREDITS = frozenset("ẢNCVĐTM")
_FEW = 3  # phrases that share a word and are tried one after the other
_WIDTHS = (2, 4, 6, 8, 10)  # characters beside that word by which more of them are told apart
_VOWEL = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
# onset, one to three vowels, coda
_SYLLABLE = re.compile(rf"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?[{_VOWEL}]{{1,3}}(?:ch|ng|nh|[cmnpt])?$")


class Phrases(Generic[V]):
    """Folded phrases with their values; the longest that stands at a place is found by its first word.

    >>> from trichluc.text import fold
    >>> Phrases({"hội": 1, "hội nông dân": 2}).at(fold("Hội Nông dân xã").lower, 0, 15)
    (12, 2)
    """

    __slots__ = ("_by_first", "_by_last", "_closings", "_forms", "_openings", "_width")

    _by_first: dict[str, _Group[V]]
    _by_last: dict[str, _Group[V]]

    def __init__(self, entries: Mapping[str, V]) -> None:
        forms = {form: value for phrase, value in entries.items() for form in _dashed_forms(phrase)}
        self._forms = forms
        # Asked at word after word: two letters tell that most begin or end no phrase.
        self._width = min(2, min(map(len, forms), default=2))
        self._openings = frozenset([form[: self._width] for form in forms])
        self._closings = frozenset([form[-self._width :] for form in forms])

    @classmethod
    def of(cls, words: Iterable[str]) -> Phrases[str]:
        """Phrases whose value is the phrase itself.

        >>> Phrases.of(["hội", "hội nông dân"]).at("hội nông dân xã", 0, 15)
        (12, 'hội nông dân')
        """
        return Phrases({word: word for word in words})

    def __getattr__(self, name: str) -> dict[str, _Group[V]]:
        """The phrases by their first or last word, put in order when first asked for: many lists are only ever looked up from one side."""
        if name not in {"_by_first", "_by_last"}:
            raise AttributeError(name)
        grouped = _grouped(self._forms, _WORD if name == "_by_first" else _LAST_WORD)
        setattr(self, name, grouped)
        return grouped

    @property
    def first_words(self) -> Iterable[str]:
        """The words by which phrases begin."""
        return self._by_first

    @property
    def last_words(self) -> Iterable[str]:
        """The words by which phrases end."""
        return self._by_last

    def at(self, lower: str, start: int, end: int) -> tuple[int, V] | None:
        """End and value of the longest phrase that begins at *start* as whole words."""
        if lower[start : start + self._width] not in self._openings:
            return None
        space = lower.find(" ", start, min(end, start + _LONGEST_WORD))
        word = lower[start:space] if space > 0 else ""
        if not word.isalpha():  # a stop, a figure or the end of the stretch
            first = _WORD.match(lower, start, end)
            if first is None:
                return None
            word = first[0]
        group = self._by_first.get(word)
        if group is None:
            return None
        if isinstance(group, list):
            group = self._by_first[word] = _divided(group, word, _following)
        width, near = group
        beside = start + len(word)
        for phrase, value in near.get(lower[beside : beside + width]) or near[""]:
            stop = start + len(phrase)
            if stop <= end and lower.startswith(phrase, start) and (stop == end or not lower[stop].isalnum()):
                return stop, value
        return None

    def before(self, lower: str, at: int, start: int = 0) -> tuple[int, V] | None:
        """Start and value of the longest phrase that ends one space before *at*, and begins at *start* or behind it.

        >>> Phrases({"chủ tịch": 1, "phó chủ tịch": 2}).before("là phó chủ tịch hà", 16)
        (3, 2)
        """
        return self.ending(lower, at - 1, start) if at > start and lower[at - 1] == " " else None

    def ending(self, lower: str, stop: int, start: int = 0) -> tuple[int, V] | None:
        """Start and value of the longest phrase that ends at *stop*, and begins at *start* or behind it."""
        if lower[max(stop - self._width, 0) : stop] not in self._closings:
            return None
        word = last_word(lower, stop, start)
        group = self._by_last.get(word)
        if group is None:
            return None
        if isinstance(group, list):
            group = self._by_last[word] = _divided(group, word, _preceding)
        width, near = group
        beside = stop - len(word)
        for phrase, value in near.get(lower[max(beside - width, 0) : beside]) or near[""]:
            first = stop - len(phrase)
            if first >= start and lower.startswith(phrase, first) and (not first or not lower[first - 1].isalnum()):
                return first, value
        return None


_Forms = tuple[tuple[str, V], ...]
# As they come, or divided at their first use: how many characters beside the word are looked at, and the phrases by these characters,
# the longest first; under "" those that are too short for it
_Group = list[tuple[str, V]] | tuple[int, dict[str, _Forms[V]]]
_Beside = Callable[[str, str, int], str]


def _grouped(forms: Mapping[str, V], word: re.Pattern[str]) -> dict[str, _Group[V]]:
    """The phrases by a word of theirs."""
    grouped: dict[str, list[tuple[str, V]]] = {}
    for form, value in forms.items():
        found = word.search(form)
        if found is not None:
            grouped.setdefault(found[0], []).append((form, value))
    return cast("dict[str, _Group[V]]", grouped)


def _following(form: str, word: str, width: int) -> str:
    return form[len(word) : len(word) + width]


def _preceding(form: str, word: str, width: int) -> str:
    start = len(form) - len(word)
    return form[max(start - width, 0) : start]


def _divided(group: list[tuple[str, V]], word: str, beside: _Beside) -> tuple[int, dict[str, _Forms[V]]]:
    group = sorted(group, key=lambda item: -len(item[0]))
    if len(group) <= _FEW:
        return 0, {"": tuple(group)}
    return min((_by_width(group, word, beside, width) for width in _WIDTHS), key=lambda made: max(map(len, made[1].values())))


def _by_width(group: list[tuple[str, V]], word: str, beside: _Beside, width: int) -> tuple[int, dict[str, _Forms[V]]]:
    keys = [key if len(key := beside(form, word, width)) == width else "" for form, _ in group]
    return width, {key: tuple(item for item, own in zip(group, keys, strict=True) if own in {key, ""}) for key in {*keys, ""}}


def _dashed_forms(phrase: str) -> tuple[str, ...]:
    """A dash is printed with and without spaces, or left out: Bà Rịa - Vũng Tàu, Bà Rịa- Vũng Tàu, Bà Rịa Vũng Tàu."""
    if " - " not in phrase:
        return (phrase,)
    return tuple(phrase.replace(" - ", dash) for dash in (" - ", "- ", " -", "-", " "))


def word_end(folded: str, start: int, end: int) -> int:
    """End of the word that begins at *start*; *start* itself where none does."""
    match = _WORD.match(folded, start, end)
    return start if match is None else match.end()


def dashed_end(folded: str, stop: int, end: int) -> int:
    """End of the small syllables that a dash joins to the word that ends at *stop*: Park Hang|-seo, Pu|-tin; *stop* where none follows.

    >>> dashed_end("Kim Jong-un nói", 8, 15), dashed_end("Pa-ri", 2, 5), dashed_end("Hà Nội - cửa", 6, 12)
    (11, 5, 6)
    """
    while stop + 1 < end and folded[stop] == "-" and folded[stop + 1].islower():
        stop = word_end(folded, stop + 1, end)
    return stop


def last_word(lower: str, stop: int, start: int) -> str:
    """The word that ends at *stop* and begins at *start* or behind it, as `Phrases.ending` looks it up.

    >>> last_word("phó chủ tịch", 12, 0), last_word("(chủ tịch", 4, 0)
    ('tịch', 'chủ')
    """
    space = lower.rfind(" ", max(start, stop - _LONGEST_WORD), stop)
    word = lower[space + 1 : stop] if space >= 0 else ""
    if word.isalpha():
        return word
    # the start of the stretch, or an opening mark before the word
    last = _LAST_WORD.search(lower, max(start, stop - _LONGEST_WORD), stop)
    return "" if last is None else last[0]


def next_word(folded: str, at: int, end: int) -> int | None:
    """Where the next word begins, one space behind *at*; None where something else stands there, or a caption's credit.

    >>> next_word("Cầu Rồng nhìn", 3, 13), next_word("Cầu Rồng Ảnh: Lê Vinh", 8, 21)
    (4, None)
    """
    if at + 1 < end and folded[at] == " " and folded[at + 1].isalnum():
        return None if folded[at + 1] in _CREDITS and _CREDIT.match(folded, at) else at + 1
    return None


def starts_capital(folded: str, start: int) -> bool:
    """Whether a capital stands at *start*."""
    return folded[start].isupper()


def is_shouted(folded: str, at: int, end: int) -> bool:
    """Whether the words about *at* are printed in capitals throughout, as headlines are, where a capital says nothing.

    >>> is_shouted("ĐẢNG BỘ TỈNH", 4, 12), is_shouted("Phó Bí thư UBND tỉnh", 15, 20)
    (True, False)
    """
    around = folded[max(at - 8, 0) : min(at + 8, end)]
    return around.isupper() and " " in around


def is_syllable(word: str) -> bool:
    """Whether a lower-case word has the form of a Vietnamese syllable; what has not is foreign or a short form.

    >>> is_syllable("nghĩa"), is_syllable("leonov")
    (True, False)
    """
    return _SYLLABLE.match(word) is not None


def capital_run(folded: str, start: int, end: int, most: int) -> tuple[int, ...]:
    """Ends of the capitalised words that begin at *start*, at most *most*, joined by one space or by a dash without spaces.

    >>> capital_run("Phan Rang-Tháp Chàm có", 0, 22, 4)
    (4, 9, 14, 19)
    """
    ends: list[int] = []
    at: int | None = start
    while at is not None and at < end and len(ends) < most and folded[at].isupper():
        stop = word_end(folded, at, end)
        ends.append(stop)
        at = stop + 1 if folded.startswith("-", stop) else next_word(folded, stop, end)
    return tuple(ends)
