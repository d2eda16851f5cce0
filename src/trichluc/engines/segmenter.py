"""Word segmentation: which syllable begins a word. A CRF of two labels, so that every weight is one log-odds.

Each syllable is judged by what stands from two places before it to two places after it: the syllables, their neighbouring pairs
and triples; as printed, in lower case, whether in the dictionary, whether capitalized, whether a number.
"""

from __future__ import annotations

from functools import cache
from operator import add, sub
from typing import TYPE_CHECKING, cast

from trichluc.engines.crf import Model, by_offset, read_model
from trichluc.engines.wheel import read_data, read_file

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Segmenter", "load_segmenter"]

_ONE = ("T[-2]", "T[-1]", "T[0]", "T[1]", "T[2]")
_TWO = ("T[-2,-1]", "T[-1,0]", "T[0,1]", "T[1,2]")
_THREE = ("T[-2,0]", "T[-1,1]", "T[0,2]")
_FORMS = ("", ".lower", ".isdigit", ".istitle", ".is_in_dict")
_KNOWN_PAIRS = 50_000
_KNOWN_SYLLABLES = 20_000
_I32 = range(-(2**31), 2**31)

_Odds = tuple[float, ...]
_Five = tuple[float, float, float, float, float, bool]
"""Log-odds for the places from two after a syllable to two before it; whether the pair that it ends may open a known triple."""


class Segmenter:
    """Decides where words begin.

    Args:
        model: weights as log-odds of "inside a word" (label 1) against "begins a word" (label 0).
        dictionary: words in lower case, their syllables parted by one space.
    """

    def __init__(self, model: Model[float], dictionary: set[str]) -> None:
        by_spaces: tuple[list[str], ...] = tuple([] for _ in range(8))
        for word in dictionary:
            by_spaces[min(word.count(" "), 7)].append(word)
        self._triples = _Triples(model, by_spaces[2])
        self._pairs = _Pairs(model, by_spaces[1], self._triples.openers, _Syllables(model, set(by_spaces[0]), self._triples.plain))
        triple = self._triples.plain

        def edge(name: str, *stems: str) -> float:
            return sum(model.weights.get(stem + form, {}).get(name, 0.0) for stem in stems for form in _FORMS)

        # What lies before the sentence speaks to its first two syllables, what lies after it to its last two. The plain weights
        # of a triple are counted at each syllable, the first two included, where there is none.
        self._first = edge("BOS", "T[-2]", "T[-1]", "T[-2,-1]", "T[-1,0]", "T[-2,0]", "T[-1,1]") - triple[0] - triple[1]
        self._second = edge("BOS", "T[-2]", "T[-2,-1]", "T[-2,0]") - triple[0]
        self._last = edge("EOS", "T[1]", "T[2]", "T[0,1]", "T[1,2]", "T[-1,1]", "T[0,2]")
        self._only = self._last - edge("EOS", "T[-1,1]")
        self._last_but_one = edge("EOS", "T[2]", "T[1,2]", "T[0,2]")
        self._steps = tuple(model.transitions.get((source, target), 0.0) for source in (0, 1) for target in (0, 1))

    def begins(self, syllables: Sequence[str]) -> list[bool]:
        """Say of each syllable whether it begins a word; linear in their number.

        >>> load_segmenter().begins(["Bác", "Hồ", "ra", "đi", "tìm", "đường", "cứu", "nước"])
        [True, False, True, False, True, True, True, True]
        """
        if not syllables:
            return []
        begin_begin, begin_inside, inside_begin, inside_inside = self._steps
        odds = self._odds(syllables)
        ahead = odds[0]
        best = [ahead]  # best path into "inside" less best path into "begins"
        for step in odds[1:]:
            inside = ahead + inside_inside
            begin = ahead + inside_begin
            ahead = step + (max(begin_inside, inside)) - (max(begin_begin, begin))
            best.append(ahead)
        # Walk back: a label's best predecessor follows from the same comparison.
        to_inside = begin_inside - inside_inside
        to_begin = begin_begin - inside_begin
        begins = []
        needed = 0.0
        for ahead in reversed(best):
            if ahead > needed:
                begins.append(False)
                needed = to_inside
            else:
                begins.append(True)
                needed = to_begin
        begins[-1] = True  # whatever the model says, the first syllable begins
        begins.reverse()
        return begins

    def _odds(self, syllables: Sequence[str]) -> list[float]:
        """Log-odds of each syllable, all evidence about it summed up; each pair is looked up once and speaks to five places."""
        pairs = self._pairs
        triples = self._triples
        odds: list[float] = []
        before = ""
        two_back, one_back, here, next_one = 0.0, 0.0, self._first, self._second
        may_open = False
        for pair in zip(("", *syllables), syllables):  # noqa: B905 - the first is one longer
            after_next, after, this, back, far_back, opens = pairs[pair]
            if may_open and (triple := triples[before, *pair]):
                this += triple[0]
                back += triple[1]
                far_back += triple[2]
            odds.append(two_back + far_back)
            two_back = one_back + back
            one_back = here + this
            here = next_one + after
            next_one = after_next
            before = pair[0]
            may_open = opens
        if len(syllables) == 1:
            return [one_back + self._only]
        odds += (two_back + self._last_but_one, one_back + self._last)
        return odds[2:]


class _Pairs(dict[tuple[str, str], _Five]):
    """Two syllables, the first "" at the start → what the pair and its second syllable say about the places around."""

    def __init__(self, model: Model[float], dictionary: Sequence[str], openers: set[str], syllables: _Syllables) -> None:
        super().__init__()
        self._syllables = syllables
        self._openers = openers
        self._title = _difference(model, _TWO, "istitle")
        entry = _difference(model, _TWO, "is_in_dict")
        self._lower = dict.fromkeys(dictionary, entry)
        for value, odds in by_offset(model, [stem + ".lower" for stem in _TWO]).items():
            self._lower[value] = _sum(odds, entry) if value in self._lower else odds
        self._printed = by_offset(model, _TWO)

    def __missing__(self, pair: tuple[str, str]) -> _Five:
        first, second = pair
        alone, judged, title, lower = self._syllables[second]
        if first:
            _, _, first_title, first_lower = self._syllables[first]
            title = title and first_title
            lower = f"{first_lower} {lower}"
            printed = f"{first} {second}"
            opens = title or lower in self._openers or printed in self._openers
            known = [odds for odds in (self._lower.get(lower), self._printed.get(printed), self._title if title else None) if odds]
            if known or opens:
                after_next, after, this, back, far_back, _ = judged
                for one, two, three, four in known:
                    after += one
                    this += two
                    back += three
                    far_back += four
                judged = after_next, after, this, back, far_back, opens
        else:
            judged = alone
        if len(self) >= _KNOWN_PAIRS:
            self.clear()
        self[pair] = judged
        return judged


class _Syllables(dict[str, tuple[_Five, _Five, bool, str]]):
    """Syllable → what it says at the start, and after another of which no more is known; whether a title; in lower case."""

    def __init__(self, model: Model[float], dictionary: set[str], plain_triple: _Odds) -> None:
        super().__init__()
        self._dictionary = dictionary
        self._printed = by_offset(model, _ONE)
        self._lower = by_offset(model, [stem + ".lower" for stem in _ONE])
        self._plain = _sum(_plain(model, _ONE), (0.0, 0.0, *plain_triple))
        self._pair = (0.0, *_plain(model, _TWO))
        self._title, self._entry, self._number = (_difference(model, _ONE, question) for question in ("istitle", "is_in_dict", "isdigit"))

    def __missing__(self, syllable: str) -> tuple[_Five, _Five, bool, str]:
        lower = syllable.lower()
        title = _is_title(syllable)
        odds = self._plain
        if title:
            odds = _sum(odds, self._title)
        if lower in self._dictionary:
            odds = _sum(odds, self._entry)
        if _is_number(syllable):
            odds = _sum(odds, self._number)
        for table, key in ((self._printed, syllable), (self._lower, lower)):
            if key in table:
                odds = _sum(odds, table[key])
        if len(self) >= _KNOWN_SYLLABLES:
            self.clear()
        known = self[syllable] = (_five(odds), _five(_sum(odds, self._pair)), title, lower)
        return known


class _Triples(dict[tuple[str, str, str], "_Odds | None"]):
    """Three syllables → what they say about the last, the middle and the first, beyond what any triple says; None: nothing."""

    def __init__(self, model: Model[float], dictionary: Sequence[str]) -> None:
        super().__init__()
        self.plain = _plain(model, _THREE)
        self._title = _difference(model, _THREE, "istitle")
        self._printed = by_offset(model, _THREE)
        self._lower = dict.fromkeys(dictionary, _difference(model, _THREE, "is_in_dict"))
        self.openers = {value.rpartition(" ")[0] for table in (self._lower, self._printed) for value in table}

    def __missing__(self, triple: tuple[str, str, str]) -> _Odds | None:
        printed = " ".join(triple)
        known = [odds for odds in (self._printed.get(printed), self._lower.get(printed.lower())) if odds]
        if _is_title(triple[0]) and _is_title(triple[1]) and _is_title(triple[2]):
            known.append(self._title)
        if len(self) >= _KNOWN_PAIRS:
            self.clear()
        judged = self[triple] = tuple(map(sum, zip(*known, strict=True))) if known else None
        return judged


def _answer(model: Model[float], stems: Sequence[str], question: str, *, answer: bool) -> _Odds:
    return tuple(model.weights.get(f"{stem}.{question}", {}).get(str(answer), 0.0) for stem in stems)


def _difference(model: Model[float], stems: Sequence[str], question: str) -> _Odds:
    """What it changes to answer a question with yes."""
    yes, no = (_answer(model, stems, question, answer=answer) for answer in (True, False))
    return tuple(map(sub, yes, no))


def _plain(model: Model[float], stems: Sequence[str]) -> _Odds:
    """What it says to answer all questions with no."""
    return tuple(map(sum, zip(*(_answer(model, stems, form[1:], answer=False) for form in _FORMS[2:]), strict=True)))


def _sum(first: _Odds, second: _Odds) -> _Odds:
    return tuple(map(add, first, second))


def _five(odds: _Odds) -> _Five:
    after_next, after, this, back, far_back = odds
    return after_next, after, this, back, far_back, False


def _is_title(syllable: str) -> bool:
    """Whether the first character is not lower case, as the Rust featurizer asks: digits and signs are titles too."""
    first = syllable[0]
    return first.upper() == first


def _is_number(syllable: str) -> bool:
    """Whether the syllable reads as a signed 32-bit integer in ASCII digits, as in the Rust featurizer."""
    digits = syllable.removeprefix("-") if syllable.startswith("-") else syllable.removeprefix("+")
    return digits.isascii() and digits.isdigit() and int(syllable) in _I32


@cache
def load_segmenter() -> Segmenter:
    """Load the segmenter from the installed underthesea, once a process.

    Raises:
        EngineError: underthesea's files are missing or not the ones we know.
    """
    root = "pipeline/word_tokenize/models/ws_crf_vlsp2013_20230727"
    model = read_model(read_file(f"{root}/models.bin"), (-1.0, 1.0).__getitem__, float)
    return Segmenter(model, cast("set[str]", read_data(f"{root}/dictionary.bin")))
