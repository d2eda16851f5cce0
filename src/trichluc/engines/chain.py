"""Tag words with a CRF of many labels, exactly, at the cost of some ten additions a word.

A vector of weights is one integer: a lane of 48 bits for each label, in it a fixed-point number. Adding two vectors is adding two
integers; comparing all lanes is a subtraction and a mask. So what a word says to its neighbours is looked up and added up
whole, and a step of Viterbi's search costs little where few labels can still win:

    survivors     the labels y whose score, with the most that y can gain over a label z at the next step, reaches z's
    scores(next)  evidence(next) + transitions from the best survivor, and in few lanes what another survivor gains over it

A label that does not survive is on no best path: the result is that of the full search.
"""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

from trichluc.engines.crf import Model, by_offset, read_model

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Chain", "read_chain"]

_LANE = 48
_MASK = (1 << _LANE) - 1
_ONE = 1 << 36
_ZERO = 1 << 46
"""Added once to every lane so that none is negative: the largest weights of all templates together stay below 2^10."""
_FLAG = 1 << 47
"""The bit by which a comparison answers."""
_SINGLE = ("T[-2]{}", "T[-1]{}", "T[0]{}", "T[1]{}", "T[2]{}")
_PAIR = ("T[-2,-1]{}", "T[-1,0]{}", "T[0,1]{}", "T[1,2]{}")
_HISTORY = (("T[-3]{}", "X", 3), ("T[-2]{}", "X", 2), ("T[-1]{}", "X", 1), ("T[-3,-2]{}", "X X", 3), ("T[-2,-1]{}", "X X", 2))
_FORMS = ("", ".lower", ".istitle")
_KNOWN_VALUES = 20_000


class Chain:
    """A tagger of one or two columns: words, and their tags.

    Args:
        model: weights as packed vectors.
        columns: how templates spell each column: `""` for words, `"[1]"` for tags.
        history: how they spell the column of labels already given. underthesea fills it with `X`, so that it only tells
            the first three places from the rest.
    """

    def __init__(self, model: Model[int], columns: Sequence[str], history: str) -> None:
        self.labels = model.labels
        self._columns = tuple(_Column(model, column) for column in columns)
        count = len(model.labels)
        self._shifts = tuple(_LANE * label for label in range(count))
        self._ones = _pack([1] * count)
        self._opening = tuple(_ZERO * self._ones + _past(model, history, place) for place in range(4))
        steps = [[_fixed(model.transitions.get((source, target), 0.0)) for target in range(count)] for source in range(count)]
        self._rows = tuple(map(_pack, steps))
        # gains[z][x]: what x gains over z at each next label, the most first; only what is positive.
        self._gains = tuple(tuple(_gains(steps[label], steps[reference]) for label in range(count)) for reference in range(count))
        self._hopes = tuple(
            _pack([_FLAG + max(map(int.__sub__, steps[label], steps[reference])) for label in range(count)]) for reference in range(count)
        )
        self._flags = _FLAG * self._ones
        self._survivors = _Survivors()

    def tag(self, *columns: Sequence[str]) -> list[str]:
        """Give each place its label, on the best path; linear in the number of places.

        Of several best paths it takes the one of the earlier labels; underthesea may take another, as the last bit of its sums falls.
        """
        return [self.labels[label] for label in self._best_path(*self._evidence(columns))] if columns[0] else []

    def _evidence(self, columns: Sequence[Sequence[str]]) -> tuple[list[int], list[int]]:
        """Sum up what all columns say about each place, and guess its label from the last column."""
        totals, guesses = self._columns[0].read(columns[0])
        for reader, column in zip(self._columns[1:], columns[1:], strict=True):
            more, guesses = reader.read(column)
            totals = list(map(add, totals, more))
        opening = self._opening
        return [*map(add, totals, opening[:3]), *(total + opening[3] for total in totals[3:])], guesses

    def _best_path(self, totals: list[int], guesses: list[int]) -> list[int]:
        ones, flags, shifts, rows, hopes, survivors = self._ones, self._flags, self._shifts, self._rows, self._hopes, self._survivors
        score = totals[0]
        steps: list[tuple[int, dict[int, tuple[int, int]] | None]] = []
        for total, guess in zip(totals[1:], guesses):  # noqa: B905 - the last place leads nowhere
            reached = score >> shifts[guess] & _MASK
            alive = score + hopes[guess] - reached * ones & flags
            labels = survivors[alive]
            if len(labels) == 1:
                steps.append((guess, None))
                score = total + rows[guess]
                continue
            scores = [score >> shifts[label] & _MASK for label in labels]
            best = max(scores)
            leader = labels[scores.index(best)]
            gains = self._gains[leader]
            overtaken: dict[int, tuple[int, int]] = {}
            for label, reached in zip(labels, scores, strict=True):
                behind = best - reached
                for gain, target in gains[label]:
                    if gain < behind or (gain == behind and label > leader):
                        break
                    if target not in overtaken or gain - behind > overtaken[target][0]:
                        overtaken[target] = gain - behind, label
            steps.append((leader, overtaken))
            score = total + rows[leader]
            for target, (lead, _) in overtaken.items():
                score += lead << shifts[target]
        last = [score >> shift & _MASK for shift in shifts]
        label = last.index(max(last))
        path = [label]
        for leader, overtaken_here in reversed(steps):
            label = overtaken_here[label][1] if overtaken_here and label in overtaken_here else leader
            path.append(label)
        path.reverse()
        return path


class _Column:
    """What the values of one column say about the places around them."""

    def __init__(self, model: Model[int], column: str) -> None:
        self._singles = _Singles(model, column)
        self._pairs = by_offset(model, [stem.format(column) for stem in _PAIR])

        def edge(name: str, *stems: str) -> int:
            return sum(model.weights.get(stem.format(column) + form, {}).get(name, 0) for stem in stems for form in _FORMS)

        self._first = edge("BOS", "T[-2]{}", "T[-1]{}", "T[-2,-1]{}", "T[-1,0]{}")
        self._second = edge("BOS", "T[-2]{}", "T[-2,-1]{}")
        self._last = edge("EOS", "T[1]{}", "T[2]{}", "T[0,1]{}", "T[1,2]{}")
        self._last_but_one = edge("EOS", "T[2]{}", "T[1,2]{}")

    def read(self, values: Sequence[str]) -> tuple[list[int], list[int]]:
        """Sum the evidence about each place, and guess its label from the value that stands there."""
        singles = self._singles
        pairs = self._pairs
        totals: list[int] = []
        guesses: list[int] = []
        before = ""
        two_back, one_back, here, next_one = 0, 0, self._first, self._second
        for value in values:
            after_next, after, this, back, far_back, guess = singles[value]
            if pair := pairs.get(f"{before} {value}"):
                after += pair[0]
                this += pair[1]
                back += pair[2]
                far_back += pair[3]
            totals.append(two_back + far_back)
            guesses.append(guess)
            two_back = one_back + back
            one_back = here + this
            here = next_one + after
            next_one = after_next
            before = value
        totals += (two_back + self._last_but_one, one_back + self._last)
        return totals[2:], guesses


class _Singles(dict[str, tuple[int, int, int, int, int, int]]):
    """Value → its vectors for the places from two after it to two before it, and the label that it alone would get."""

    def __init__(self, model: Model[int], column: str) -> None:
        super().__init__()
        self._shifts = [_LANE * label for label in range(len(model.labels))]
        self._zero = _pack([_ZERO] * len(model.labels))
        stems = [stem.format(column) for stem in _SINGLE]
        self._printed, self._lower, titles = (by_offset(model, [stem + form for stem in stems]) for form in _FORMS)
        self._titles = [titles.get(answer, (0, 0, 0, 0, 0)) for answer in ("False", "True")]
        self._unknown = [self._judge(title) for title in self._titles]

    def __missing__(self, value: str) -> tuple[int, int, int, int, int, int]:
        title = _is_title(value)
        rows = [table[key] for table, key in ((self._printed, value), (self._lower, value.lower())) if key in table]
        if len(self) >= _KNOWN_VALUES:
            self.clear()
        known = self[value] = self._judge(self._titles[title], *rows) if rows else self._unknown[title]
        return known

    def _judge(self, *rows: tuple[int, ...]) -> tuple[int, int, int, int, int, int]:
        after_next, after, this, back, far_back = map(sum, zip(*rows, strict=True))
        biased = this + self._zero
        lanes = [biased >> shift & _MASK for shift in self._shifts]
        return after_next, after, this, back, far_back, lanes.index(max(lanes))


class _Survivors(dict[int, tuple[int, ...]]):
    """Answer of a comparison → the labels whose flag it has set."""

    def __missing__(self, flags: int) -> tuple[int, ...]:
        labels = tuple(label for label in range(flags.bit_length() // _LANE + 1) if flags >> _LANE * label & _FLAG)
        self[flags] = labels
        return labels


def _pack(values: Sequence[int]) -> int:
    return sum(value << _LANE * label for label, value in enumerate(values))


def _fixed(weight: float) -> int:
    return round(weight * _ONE)


def _past(model: Model[int], column: str, place: int) -> int:
    """What the labels already given say at the first, second, third and any later place of the sentence."""
    return sum(model.weights.get(stem.format(column), {}).get("BOS" if place < reach else given, 0) for stem, given, reach in _HISTORY)


def _gains(label: Sequence[int], reference: Sequence[int]) -> tuple[tuple[int, int], ...]:
    gains = ((one - other, target) for target, (one, other) in enumerate(zip(label, reference, strict=True)))
    return tuple(sorted((gain for gain in gains if gain[0] >= 0), reverse=True))


def _is_title(value: str) -> bool:
    """Whether every syllable starts with a capital, as underthesea's Python asks (its Rust counts digits and signs too)."""
    return all(syllable[:1].istitle() for syllable in value.split(" "))


def read_chain(data: bytes, columns: Sequence[str], history: str) -> Chain:
    """Read an `lCRF` file into a chain; see `Chain` for the columns."""
    return Chain(read_model(data, lambda label: 1 << _LANE * label, _fixed), columns, history)
