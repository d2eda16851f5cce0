"""rule: what a grammar is made of, and the one pass that tries each rule only where its trigger stands.

A rule is a name, a trigger, a pattern and a reader. Its trigger is a set of literals (`Words`), the digit runs (`Digits`) or
the quantities (`Quantities`) before certain signs or words. The pattern is anchored there — at the start of a literal or digit run, behind the end of a
quantity — and sees no further than the sentence. The reader turns the match into candidates: none, one or several. So the cost is
linear, and every record carries the name of the rule that made it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from trichluc.pattern import Pattern
from trichluc.text import fold_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.records import Notice, Record
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = [
    "DIGITS",
    "FIRM",
    "PLAIN",
    "QUANTITIES",
    "SURE",
    "WEAK",
    "Attempt",
    "Candidate",
    "Digits",
    "Family",
    "Pattern",
    "Quantities",
    "Rule",
    "Rulebook",
    "Words",
]

# How sure a rule is of its reading: the first thing that decides between two that want the same characters.
WEAK, PLAIN, FIRM, SURE = 10, 20, 30, 40


class Words(Struct, frozen=True):
    """A trigger: one of these words, standing alone, in any spelling.

    A word that ends or begins in punctuation (`giải "`) is bounded there by itself. With ``numbered`` the rule is tried only before
    a number in digits, be a space, a colon, a quotation mark or `số` between (`lớp 9`, `Km35`, `biển số: 12A`); with ``behind`` the
    pattern begins behind the word, not at it.
    """

    words: frozenset[str]
    numbered: bool = False
    behind: bool = False


class Digits(Struct, frozen=True):
    """A trigger: a number in digits before one of the characters *after*, be a space between or not (None: before any).

    >>> Digits(after="/-").admits("/"), Digits(after="/-").admits(" "), Digits().admits(" ")
    (True, False, True)
    """

    after: str | None = None

    def admits(self, sign: str) -> bool:
        """Whether the rule is worth trying before this character."""
        return self.after is None or (sign in self.after if sign else False)


class Quantities(Struct, frozen=True):
    """A trigger: a quantity before one of the words *after* (None: before any), each a run of letters and digits or a single sign.

    With *but*, before any word that begins with a letter and is none of these.

    >>> Quantities.before(["mét vuông", "%"]).after == {"mét", "%"}
    True
    >>> [Quantities(but=frozenset(["đã"])).admits(word) for word in ("xã", "đã", "%")]
    [True, False, False]
    """

    after: frozenset[str] | None = None
    but: frozenset[str] | None = None

    @classmethod
    def before(cls, words: Iterable[str], *others: str) -> Quantities:
        """The trigger of a rule whose pattern goes on with one of *words*, of which the first part is looked at, or *others*; "" is a line's end."""
        parts = (_NEXT.match(word) for word in (*words, *others))
        return cls(frozenset(part[1] or "" for part in parts if part))

    def admits(self, word: str) -> bool:
        """Whether the rule is worth trying before this word."""
        if self.but is not None:
            return word[:1].isalpha() and word not in self.but
        return self.after is None or word in self.after


Trigger = Words | Digits | Quantities
DIGITS = Digits()
QUANTITIES = Quantities()
_MOST_KNOWN = 20_000  # words behind numbers that are remembered with their rules
_NEXT = re.compile(r" ?(\w+|[^\w\n])?")


class Candidate(Struct, frozen=True, gc=False):
    """A reading that wants some characters; ``record`` is None where it only blocks them.

    ``start`` and ``end`` are the record's folded span; ``claims`` the stretches it wants for itself (its own span where empty).
    """

    record: type[Record] | None
    start: int
    end: int
    fields: dict[str, Any] = {}
    claims: tuple[tuple[int, int], ...] = ()
    strength: int = PLAIN
    warnings: tuple[Notice, ...] = ()
    rule: str = ""
    order: int = 0


class Reader(Protocol):
    """Turns a match into candidates; None where the match turns out to be something else."""

    def __call__(self, match: regex.Match[str], hit: Any, scene: Scene, /) -> Candidate | Sequence[Candidate] | None:  # noqa: ANN401  # a Hit, or a Quantity for QUANTITIES
        """Read one match."""


class Rule(Struct, frozen=True):
    """A named construction."""

    name: str
    trigger: Trigger
    pattern: Pattern
    read: Reader


def _nothing(_lexicon: Lexicon) -> frozenset[str]:
    return frozenset()


class Family(Struct, frozen=True):
    """A room: its name, its package (where ``lexicon.toml`` lies; ``""`` for none) and what makes its rules from the lexicon.

    ``sought`` gives further words that its link steps look for among the hits of the scene: no rule's, but found in the same pass.
    """

    name: str
    package: str
    rules: Callable[[Lexicon], tuple[Rule, ...]]
    sought: Callable[[Lexicon], frozenset[str]] = _nothing


class Attempt(Struct, frozen=True):
    """A rule tried at its trigger (``start:end``): what its pattern matched, None where nothing, and the candidates read from it."""

    rule: str
    start: int
    end: int
    matched: tuple[int, int] | None
    candidates: tuple[Candidate, ...]


_Try = tuple[int, Rule, Pattern, bool]
_NO_RULES: list[_Try] = []
# Between a word and its number: lớp 9 | Km35 | QL.1A | số: 5 | Quận số 7 | phương châm "4 tại chỗ" | tỷ lệ là 1/500
_TO_NUMBER = re.compile(r"[ .:]?(?:là |số ?:?)? ?\"?\d")


class Rulebook:
    """The rules of all families, by trigger."""

    def __init__(self, families: Iterable[tuple[Family, Lexicon]]) -> None:
        self.by_word: dict[str, list[_Try]] = defaultdict(list)
        self._unnumbered: dict[str, list[_Try]] = defaultdict(list)
        self.at_digits: list[_Try] = []
        self.at_quantities: list[_Try] = []
        self._by_sign: dict[str, list[_Try]] = {}
        self._by_next: dict[str, list[_Try]] = {}
        self.sought: set[str] = set()
        for order, (family, lexicon) in enumerate(families):
            self.sought |= family.sought(lexicon)
            for rule in family.rules(lexicon):
                trigger = rule.trigger
                row = (order, rule, rule.pattern, isinstance(trigger, Words) and trigger.behind)
                if isinstance(trigger, Words):
                    for word in fold_words(trigger.words):
                        self.by_word[word].append(row)
                        if not trigger.numbered:
                            self._unnumbered[word].append(row)
                else:
                    (self.at_digits if isinstance(trigger, Digits) else self.at_quantities).append(row)

    def propose(self, scene: Scene) -> Iterator[Candidate]:
        """The candidates of every rule at every place its trigger stands."""
        folded, lower = scene.text.folded, scene.text.lower
        for hit, at, end, rules in self._places(scene):
            for order, rule, pattern, behind in rules:
                match = pattern.match(folded if pattern.cased else lower, hit.end if behind else at, end)
                if match is None:
                    continue
                found = rule.read(match, hit, scene)
                if found is None:
                    continue
                for candidate in (found,) if isinstance(found, Candidate) else found:
                    yield _signed(candidate, rule.name, order)

    def attempts(self, scene: Scene) -> Iterator[Attempt]:
        """The same walk with an account of every try, for ``explain``."""
        for hit, at, end, rules in self._places(scene):
            for order, rule, pattern, behind in rules:
                match = pattern.match(scene.text.folded if pattern.cased else scene.text.lower, hit.end if behind else at, end)
                found = None if match is None else rule.read(match, hit, scene)
                candidates = (found,) if isinstance(found, Candidate) else tuple(found or ())
                signed = tuple(_signed(candidate, rule.name, order) for candidate in candidates)
                yield Attempt(rule.name, hit.start, hit.end, None if match is None else match.span(), signed)

    def _places(self, scene: Scene) -> Iterator[tuple[Hit | Quantity, int, int, Sequence[_Try]]]:
        """Every place with the end of its sentence and the rules worth trying there."""
        by_word, unnumbered, by_sign, by_next = self.by_word, self._unnumbered, self._by_sign, self._by_next
        lower, limit, to_number = scene.text.lower, scene.limit, _TO_NUMBER.match
        for hit in scene.hits:
            if (rules := by_word.get(hit.word)) is not None:
                without = unnumbered.get(hit.word, _NO_RULES)
                if len(without) != len(rules) and to_number(lower, hit.end) is None:
                    rules = without
                if rules:
                    yield hit, hit.start, limit(hit.start), rules
        for hit in scene.digits:
            sign = lower[hit.end : hit.end + 1]
            if sign == " ":
                sign = lower[hit.end + 1 : hit.end + 2]
            if rules := by_sign[sign] if sign in by_sign else self._admitted(self.at_digits, by_sign, sign):
                yield hit, hit.start, limit(hit.start), rules
        for quantity in scene.quantities:
            match = _NEXT.match(lower, quantity.end)
            word = match[1] or "" if match else ""
            if rules := by_next[word] if word in by_next else self._admitted(self.at_quantities, by_next, word):
                yield quantity, quantity.end, limit(quantity.end), rules

    @staticmethod
    def _admitted(rules: list[_Try], known: dict[str, list[_Try]], word: str) -> list[_Try]:
        """The rules whose trigger admits *word*; kept, as far as the words are no endless stream, for the next time."""
        admitted = [row for row in rules if row[1].trigger.admits(word)]  # type: ignore[union-attr]  # no Words among them
        if len(known) < _MOST_KNOWN:
            known[word] = admitted
        return admitted


def _signed(candidate: Candidate, rule: str, order: int) -> Candidate:
    return Candidate(
        candidate.record,
        candidate.start,
        candidate.end,
        candidate.fields,
        candidate.claims or ((candidate.start, candidate.end),),
        candidate.strength,
        candidate.warnings,
        candidate.rule or rule,
        order,
    )
