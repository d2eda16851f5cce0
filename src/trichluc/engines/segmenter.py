"""Word segmentation: which syllable begins a word. A CRF of two labels, so that every weight is one log-odds.

Each syllable is judged by what stands from two places before it to two places after it: the syllables, their neighbouring pairs
and triples; as printed, in lower case, whether in the dictionary, whether capitalized, whether a number.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from operator import add
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
_NOTHING = (0.0, 0.0, 0.0, 0.0)
_KNOWN_PAIRS = 50_000
_KNOWN_SYLLABLES = 20_000
_I32 = range(-(2**31), 2**31)

_Odds = tuple[float, ...]


class Segmenter:
    """Decides where words begin.

    Args:
        model: weights as log-odds of "inside a word" (label 1) against "begins a word" (label 0).
        dictionary: words in lower case, their syllables parted by one space.
    """

    def __init__(self, model: Model[float], dictionary: set[str]) -> None:
        self._triples = _Triples(model, dictionary)
        self._pairs = _Pairs(model, dictionary, self._triples)
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


class _Pairs(dict[tuple[str, str], tuple[float, float, float, float, float, bool]]):
    """Two syllables → what the pair and its second syllable say about the places from two after that one to two before it.

    The last item tells whether the pair may open a triple of which the model knows something; few do.
    """

    def __init__(self, model: Model[float], dictionary: set[str], triples: _Triples) -> None:
        super().__init__()
        self._dictionary = dictionary
        self._openers = triples.openers
        self._plain_triple = triples.plain
        self._printed = by_offset(model, _TWO)
        self._lower = by_offset(model, [stem + ".lower" for stem in _TWO])
        self._plain = _plain(model, _TWO)
        self._one_printed = by_offset(model, _ONE)
        self._one_lower = by_offset(model, [stem + ".lower" for stem in _ONE])
        self._one_plain = _plain(model, _ONE)
        self._number = tuple(_answers(model, _ONE, "isdigit", answer) for answer in (False, True))
        self._syllables: dict[str, _Odds] = {}

    def __missing__(self, pair: tuple[str, str]) -> tuple[float, float, float, float, float, bool]:
        first, second = pair
        after_next, after, this, back, far_back = self._syllables.get(second) or self._judge(second)
        opens = False
        if first:
            printed = f"{first} {second}"
            lower = printed.lower()
            both_title = _is_title(first) and _is_title(second)
            opens = both_title or printed in self._openers or lower in self._openers
            plain = self._plain[both_title, lower in self._dictionary]
            for one, two, three, four in (plain, self._printed.get(printed, _NOTHING), self._lower.get(lower, _NOTHING)):
                after += one
                this += two
                back += three
                far_back += four
        if len(self) >= _KNOWN_PAIRS:
            self.clear()
        judged = self[pair] = (after_next, after, this, back, far_back, opens)
        return judged

    def _judge(self, syllable: str) -> _Odds:
        lower = syllable.lower()
        known = _sum(self._one_plain[_is_title(syllable), lower in self._dictionary], self._number[_is_number(syllable)])
        for table, key in ((self._one_printed, syllable), (self._one_lower, lower)):
            if key in table:
                known = _sum(known, table[key])
        if len(self._syllables) >= _KNOWN_SYLLABLES:
            self._syllables.clear()
        judged = self._syllables[syllable] = _sum(known, (0.0, 0.0, *self._plain_triple))
        return judged


class _Triples(dict[tuple[str, str, str], "_Odds | None"]):
    """Three syllables → what they say about the last, the middle and the first, beyond what any triple says; None: nothing."""

    def __init__(self, model: Model[float], dictionary: set[str]) -> None:
        super().__init__()
        self._dictionary = dictionary
        self._printed = by_offset(model, _THREE)
        self._plain = _plain(model, _THREE)
        self.plain = self._plain[False, False]
        self.openers = {value[: value.rindex(" ")] for value in chain(dictionary, self._printed) if value.count(" ") == 2}

    def __missing__(self, triple: tuple[str, str, str]) -> _Odds | None:
        printed = " ".join(triple)
        plain = self._plain[all(map(_is_title, triple)), printed.lower() in self._dictionary]
        judged = None
        if plain is not self.plain or printed in self._printed:
            judged = tuple(a - b for a, b in zip(_sum(plain, self._printed.get(printed, _NOTHING[1:])), self.plain, strict=True))
        if len(self) >= _KNOWN_PAIRS:
            self.clear()
        self[triple] = judged
        return judged


def _answers(model: Model[float], stems: Sequence[str], question: str, answer: object) -> _Odds:
    return tuple(model.weights.get(f"{stem}.{question}", {}).get(str(answer), 0.0) for stem in stems)


def _plain(model: Model[float], stems: Sequence[str]) -> dict[tuple[bool, bool], _Odds]:
    """Weights of syllables, pairs or triples of which no more is known than: are all titles, is it in the dictionary."""
    return {
        (title, entry): _sum(_answers(model, stems, "istitle", title), _answers(model, stems, "is_in_dict", entry))
        for title in (False, True)
        for entry in (False, True)
    }


def _sum(first: _Odds, second: _Odds) -> _Odds:
    return tuple(map(add, first, second))


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
