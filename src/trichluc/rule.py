"""rule: what a grammar is made of, and the one pass that tries each rule only where its trigger stands.

A rule is a name, a trigger, a pattern and a reader. Its trigger is a set of literals (`Words`), the digit runs (`Digits`) or
the quantities (`Quantities`) before certain signs or words. The pattern is anchored there — at the start of a literal or digit run, behind the end of a
quantity — and sees no further than the sentence. The reader turns the match into candidates: none, one or several. So the cost is
linear, and every record carries the name of the rule that made it.
"""

from __future__ import annotations

import contextlib
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol

import regex
from msgspec import Struct

from trichluc.errors import TrichlucError
from trichluc.text import fold, fold_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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

    A word that ends or begins in punctuation (`giải "`) is bounded there by itself.
    """

    words: frozenset[str]


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

    >>> Quantities.before(["mét vuông", "%"]).after == {"mét", "%"}
    True
    """

    after: frozenset[str] | None = None

    @classmethod
    def before(cls, words: Iterable[str], *others: str) -> Quantities:
        """The trigger of a rule whose pattern goes on with one of *words*, of which the first part is looked at, or *others*; "" is a line's end."""
        parts = (_NEXT.match(word) for word in (*words, *others))
        return cls(frozenset(part[1] or "" for part in parts if part))

    def admits(self, word: str) -> bool:
        """Whether the rule is worth trying before this word."""
        return self.after is None or word in self.after


Trigger = Words | Digits | Quantities
DIGITS = Digits()
QUANTITIES = Quantities()
_MOST_KNOWN = 20_000  # words behind numbers that are remembered with their rules
# What of a pattern's source is no letter to match: named lists, properties, escapes, groups and references.
_NOT_LITERAL = re.compile(r"\\L<\w+>|\\[pP]\{[^}]*\}|\\.|\(\?P?[<=&>]\w*[>)]?")
_NEXT = re.compile(r" ?(\w+|[^\w\n])?")


class Pattern:
    r"""A pattern compiled at its first use; it matches the folded, lower-cased text (``cased``: the folded text itself).

    ``\L<name>`` is any of the words passed under that name, the longest that stands there first. The standard library's engine
    compiles four times and matches twice as fast as `regex`, which serves what the other has not: two groups of one name,
    ``\p{Lu}``, look-behind of any length, ``(?r)`` and, with ``captures``, every capture of a repeated group (``match.spans``).

    >>> Pattern(r"\L<nouns>", nouns={"xã", "xã, phường"}).match("xã, phường", 0, 10)[0]
    'xã, phường'
    """

    __slots__ = ("_compiled", "captures", "cased", "lists", "match", "search", "source")
    match: Callable[[str, int, int], regex.Match[str] | None]
    """Match at a place, seeing nothing behind an end: ``match(text, start, end)``. Called for every place and rule, so the engine's own."""
    search: Callable[[str, int, int], regex.Match[str] | None]
    """The first match between two places: ``search(text, start, end)``."""

    def __init__(self, source: str, *, cased: bool = False, captures: bool = False, **lists: Iterable[str]) -> None:
        self.source = source
        self.cased = cased
        self.captures = captures
        self.lists = lists
        self._compiled: regex.Pattern[str] | None = None
        self.match = self._first_match
        self.search = self._first_search

    @property
    def compiled(self) -> regex.Pattern[str]:
        """The compiled pattern; made once.

        Raises:
            TrichlucError: it is spelled as no folded text is (`BKS`, `uỷ`), and so would never match.
        """
        if self._compiled is None:
            _check_letters(self.source, cased=self.cased)
            self._compiled = self._compile()
            self.match, self.search = self._compiled.match, self._compiled.search
        return self._compiled

    def _compile(self) -> regex.Pattern[str]:
        """By the engine that can; what readers ask of a match is the same in both."""
        if not self.captures:
            source = self.source
            for name, words in self.lists.items():
                source = source.replace(rf"\L<{name}>", _any_of(words))
            with contextlib.suppress(re.error):
                return re.compile(source)  # type: ignore[return-value]
        lists: dict[str, Any] = {name: sorted(words) for name, words in self.lists.items()}
        return regex.compile(self.source, regex.V0, **lists)

    def _first_match(self, text: str, start: int, end: int) -> regex.Match[str] | None:
        return self.compiled.match(text, start, end)

    def _first_search(self, text: str, start: int, end: int) -> regex.Match[str] | None:
        return self.compiled.search(text, start, end)


def _any_of(words: Iterable[str]) -> str:
    """The words as alternatives, those of one first letter together, so that few are tried at a place; longer words first."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter[word[:1]].append(re.escape(word))
    return "(?:" + "|".join(f"(?:{'|'.join(group)})" for group in by_letter.values()) + ")" if by_letter else "(?!)"


def _check_letters(source: str, *, cased: bool) -> None:
    literal = _NOT_LITERAL.sub("_", source)
    form = fold(literal).folded if cased else fold(literal).lower
    if form != literal:
        at = next((at for at, (ours, theirs) in enumerate(zip(form, literal, strict=False)) if ours != theirs), len(form))
        message = (
            f"pattern {source!r} would never match at {literal[at : at + 12]!r}: text is looked at folded{'' if cased else ', in lower case'} "
            f"(see trichluc.text.fold); write {form[at : at + 12]!r}{'' if cased else ', or pass cased=True to match capitals'}"
        )
        raise TrichlucError(message)


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


_Try = tuple[int, Rule, Pattern]


class Rulebook:
    """The rules of all families, by trigger."""

    def __init__(self, families: Iterable[tuple[Family, Lexicon]]) -> None:
        self.by_word: dict[str, list[_Try]] = defaultdict(list)
        self.at_digits: list[_Try] = []
        self.at_quantities: list[_Try] = []
        self._by_sign: dict[str, list[_Try]] = {}
        self._by_next: dict[str, list[_Try]] = {}
        self.sought: set[str] = set()
        for order, (family, lexicon) in enumerate(families):
            self.sought |= family.sought(lexicon)
            for rule in family.rules(lexicon):
                if isinstance(rule.trigger, Words):
                    for word in fold_words(rule.trigger.words):
                        self.by_word[word].append((order, rule, rule.pattern))
                else:
                    (self.at_digits if isinstance(rule.trigger, Digits) else self.at_quantities).append((order, rule, rule.pattern))

    def propose(self, scene: Scene) -> Iterator[Candidate]:
        """The candidates of every rule at every place its trigger stands."""
        folded, lower = scene.text.folded, scene.text.lower
        for hit, at, end, rules in self._places(scene):
            for order, rule, pattern in rules:
                match = pattern.match(folded if pattern.cased else lower, at, end)
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
            for order, rule, pattern in rules:
                match = pattern.match(scene.text.folded if pattern.cased else scene.text.lower, at, end)
                found = None if match is None else rule.read(match, hit, scene)
                candidates = (found,) if isinstance(found, Candidate) else tuple(found or ())
                signed = tuple(_signed(candidate, rule.name, order) for candidate in candidates)
                yield Attempt(rule.name, hit.start, hit.end, None if match is None else match.span(), signed)

    def _places(self, scene: Scene) -> Iterator[tuple[Hit | Quantity, int, int, Sequence[_Try]]]:
        """Every place with the end of its sentence and the rules worth trying there."""
        by_word, by_sign, by_next, lower, limit = self.by_word, self._by_sign, self._by_next, scene.text.lower, scene.limit
        for hit in scene.hits:
            if (rules := by_word.get(hit.word)) is not None:
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
