"""A person's name: a surname and one to four capitalised words more, or a name known by itself.

{surname} {middle name}? … {given name}      Nguyễn Văn A, Vi Thị Hoa, Giàng A Lử, H'Hen Niê
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from trichluc.entities.phrases import Phrases, capital_run, dashed_end, is_syllable, next_word, word_end
from trichluc.lexicon import load_lexicon

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.text import Text

__all__ = ["People", "default_people", "person_at"]

_MOST_WORDS = 5
_FULL_NAME = 3  # words of a name that stands out among other capitals
_CLAUSE = re.compile(r"[,;:.()\n]")
_WORD = re.compile(r"\w+")
_NEAR = 60


class People:
    """The lexicon of people, ready to be asked."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.surnames = lexicon.words("surname")
        self.all_surnames = self.surnames | lexicon.words("surname_rare")
        self.marks = lexicon.words("mark")
        self.given = lexicon.words("given")
        self.full_given = self.given | lexicon.words("given_full")
        self.honorifics = Phrases(lexicon.group("honorific"))
        self.nouns = Phrases(lexicon.group("person_noun"))
        self.titles = Phrases(lexicon.group("title"))
        self.personal = Phrases(lexicon.group("personal"))
        self._particles = Phrases(lexicon.group("particle"))
        self.former = Phrases(lexicon.group("former"))
        self.between = Phrases(lexicon.group("between"))
        self.saints = Phrases(lexicon.group("saint"))
        self.institutes = lexicon.words("institute")
        self.corporate = Phrases(lexicon.group("corporate"))
        self.predicates = Phrases(lexicon.group("predicate"))
        self.on_behalf = Phrases(lexicon.group("on_behalf"))
        self.known = Phrases(lexicon.group("known"))
        self.not_persons = Phrases(lexicon.group("not_person"))
        self.no_names = Phrases(lexicon.group("no_name"))
        self.ordained = Phrases(lexicon.group("ordained"))
        self.alone = Phrases(lexicon.group("alone"))
        self._ends = Phrases({**lexicon.group("title"), **lexicon.group("ends_name")})

    def at(self, text: Text, start: int, end: int, run: tuple[int, ...] | None = None) -> int | None:
        """End of the person's name that begins at *start*: a surname, then capitalised words; or a known name; *run* is `run` there, where it is known."""
        if start >= end or not text.folded[start].isupper():
            return None
        saint = self.saints.at(text.lower, start, end)
        if saint is not None and text.folded.startswith(" ", saint[0]) and saint[0] + 1 < end:
            own = self._named(text, saint[0] + 1, end)
            if own is not None:
                return own  # Linh mục Giuse | Trần Văn Tuấn
        return self._named(text, start, end, run)

    def _named(self, text: Text, start: int, end: int, run: tuple[int, ...] | None = None) -> int | None:
        ends = self.run(text, start, end) if run is None else run
        known = self.known.at(text.lower, start, end)
        if known is not None and (not ends or known[0] >= ends[-1]):
            return known[0]
        return ends[-1] if len(ends) > 1 and text.lower[start : ends[0]] in self.all_surnames else None

    def is_marked(self, text: Text, start: int, end: int) -> bool:
        """Whether the name *start*:*end* is a person's by itself: a common surname, a name known, or Văn or Thị behind a rare surname."""
        words = text.lower[start:end].split(" ")
        return (
            words[0] in self.surnames
            or self.saints.at(text.lower, start, end) is not None
            or (len(words) > 2 and words[1] in self.marks)
            or self.known.at(text.lower, start, end) is not None
        )

    def interrupts(self, text: Text, start: int, end: int) -> bool:
        """Whether a person's full name begins here, behind the name of a body or place: UBND huyện Cao Lộc | Hoàng Văn Minh.

        A common surname and at least two words more: two words alone are as often part of a place's or a school's name.
        """
        stop = word_end(text.folded, start, end)
        return text.lower[start:stop] in self.surnames and len(self.run(text, start, end)) >= _FULL_NAME

    def titled(self, text: Text, start: int) -> bool:
        """Whether a title stands before *start* in its clause: Chủ tịch UBND xã | Đỗ Khắc Bình."""
        near = max(start - _NEAR, 0)
        clause = [match.end() for match in _CLAUSE.finditer(text.lower, near, start)]
        at = clause[-1] if clause else near
        return any(self.titles.at(text.lower, word.start(), start) for word in _WORD.finditer(text.lower, at, start))

    def run(self, text: Text, start: int, end: int, most: int = _MOST_WORDS) -> tuple[int, ...]:
        """Ends of the capitalised words from *start* that one name may hold: single spaces between, no title, all in capitals or none."""
        return self.run_among(text, start, end, capital_run(text.folded, start, end, most), most)

    def run_among(self, text: Text, start: int, end: int, ends: tuple[int, ...], most: int = _MOST_WORDS) -> tuple[int, ...]:
        """The same of the capitalised words that end at *ends*."""
        if len(ends) > most:
            ends = ends[:most]
        shouted = bool(ends) and ends[0] - start > 1 and text.folded[start : ends[0]].isupper()
        at = start
        for number, stop in enumerate(ends):
            word = text.folded[at:stop]
            mixed = len(word) > 1 and word.isupper() != shouted
            if number and (mixed or (number > 1 and self._ends.at(text.lower, at, end) is not None)):
                return ends[:number]
            if number and stop - at == 1 and text.folded.startswith(". ", stop) and not is_syllable(text.lower[start : ends[0]]):
                return ends[: number + 1] + capital_run(text.folded, stop + 2, end, 2)  # Arthur B. | McDonald
            if text.folded[stop : stop + 1] != " ":
                return ends[:number] + self._dashed(text, at, ends[number:], end, most - number)
            at = stop + 1
        return ends + self._behind_particle(text, start, ends, end)

    def _dashed(self, text: Text, at: int, ends: tuple[int, ...], end: int, most: int) -> tuple[int, ...]:
        """Ends of the word at *at* with what a dash joins to it, and of the words behind: Park Hang-seo, Vla-đi-mia Pu-tin, Sơn Tùng M-TP."""
        stop = ends[0]
        if len(ends) > 1 and text.folded[stop] == "-":
            foreign = not is_syllable(text.lower[at:stop])
            if foreign and len(ends) > 2 and text.folded[ends[1]] == " " and not is_syllable(text.lower[ends[1] + 1 : ends[2]]):
                return ends[1:3]  # Jean | -Luc Mélenchon
            if stop - at == 1 or (foreign and not is_syllable(text.lower[stop + 1 : ends[1]])):
                return ends[1:2]  # Maria Goeppert | -Mayer
        whole = dashed_end(text.folded, stop, end)
        if whole == stop or self.titles.at(text.lower, stop + 1, end) is not None:
            return (stop,)
        following = next_word(text.folded, whole, end)
        return (whole,) if following is None or most == 1 else (whole, *self.run(text, following, end, most - 1))

    def _behind_particle(self, text: Text, start: int, ends: tuple[int, ...], end: int) -> tuple[int, ...]:
        """Ends of the words behind a particle of a foreign name: Ursula | von der Leyen."""
        if not ends or is_syllable(text.lower[start : ends[0]]):
            return ()
        particle = self._particles.at(text.lower, ends[-1] + 1, end)
        return () if particle is None else capital_run(text.folded, particle[0] + 1, end, _MOST_WORDS)


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
