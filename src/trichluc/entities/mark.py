"""mark: a capital and what can be read at it, each thing read at most once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from trichluc.entities.found import PERSON, PLURAL, SEVERAL
from trichluc.entities.phrases import capital_run, is_shouted, last_word, word_end
from trichluc.entities.signs import (
    BEHIND_BRACKET,
    BEHIND_FEATURE,
    BEHIND_NAME,
    BEHIND_PLURAL,
    BEHIND_TITLE,
    BEHIND_UNIT,
    BEHIND_WORD,
    CAPITAL,
    COMPOUND,
    FIGURE,
    HEAD,
    PLACE,
    SURNAME,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trichluc.entities.found import Found
    from trichluc.entities.names import Names
    from trichluc.entities.organizations import Reading
    from trichluc.scene import Scene
    from trichluc.segment import Sentence

__all__ = ["Mark"]

_MOST_CAPITALS = 6


_V = TypeVar("_V")


class _Once(Generic[_V]):
    """A value worked out when it is first asked for; cheaper than `functools.cached_property`, which takes a lock (Python 3.11)."""

    def __init__(self, work_out: Callable[[Mark], _V]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    def __get__(self, mark: Mark, owner: type[Mark] | None = None) -> _V:
        value = mark.__dict__[self._name] = self._work_out(mark)
        return value


class Mark:
    """The place *at* in its sentence: *left* where reading may begin, *right* where the sentence ends.

    *found* are the names before it, *unknown* the capitalised words that no rule knew; *signs* tell what the word and the one before may be.
    """

    def __init__(  # what a rule may look at
        self,
        scene: Scene,
        names: Names,
        at: int,
        taken: int,
        sentence: Sentence,
        found: Sequence[Found],
        unknown: Sequence[tuple[int, int]],
    ) -> None:
        self.scene = scene
        self.names = names
        self.text = scene.text
        folded = self.folded = scene.text.folded
        lower = self.lower = scene.text.lower
        self.at = at
        left = self.left = max(sentence.start, taken)
        right = self.right = sentence.end
        self.sentence = sentence
        self.found = found
        self.unknown = unknown
        end = self.end = word_end(folded, at, right)
        word = self.word = lower[at:end]
        signs = names.opening.get(word, 0) | (CAPITAL if folded[at].isupper() else FIGURE)
        if at > left and lower[at - 1] == " ":
            before = last_word(lower, at - 1, left)
            if not before and lower[at - 2] == ":" and at - 2 > left:
                signs |= names.closing.get(last_word(lower, at - 2, left), 0) & BEHIND_UNIT  # Các xã: | Tri Phương
            else:
                signs |= names.closing.get(before, 0)
            start = at - 1 - len(before)
            if folded[start].islower() or lower[start - 1] != " ":
                signs |= BEHIND_WORD
            if found and found[-1].end == at - 1:
                signs |= BEHIND_NAME
        if at > left and lower[at - 1] == "(":
            signs |= BEHIND_BRACKET
        if found and found[-1].rule in {PLURAL, SEVERAL}:
            signs |= BEHIND_PLURAL
        self.signs = signs

    @property
    def first(self) -> bool:
        """Whether it opens its sentence, where a capital says little."""
        return self.sentence.start == self.at

    @property
    def section(self) -> str:
        """The section it stands in."""
        return self.sentence.section

    @_Once
    def shouted(self) -> bool:
        """Whether all about it is in capitals, as headlines are; a byline so printed is still a name."""
        return self.section != "byline" and is_shouted(self.folded, self.at, self.right)

    @_Once
    def capitals(self) -> tuple[int, ...]:
        """Ends of the capitalised words from here."""
        if not self.signs & CAPITAL or not self.folded[self.end + 1 : self.end + 2].isupper():
            return (self.end,) if self.signs & CAPITAL else ()
        return capital_run(self.folded, self.at, self.right, _MOST_CAPITALS)

    @_Once
    def run(self) -> tuple[int, ...]:
        """Ends of the capitalised words from here that one person's name may hold."""
        return self.names.people.run_among(self.text, self.at, self.right, self.capitals)

    @_Once
    def person(self) -> int | None:
        """End of the person's name that begins here: a surname, then capitalised words; or a name known."""
        return None if not self.signs & SURNAME else self.names.people.at(self.text, self.at, self.right, self.run)

    @_Once
    def reading(self) -> Reading | None:
        """The organization that begins here."""
        return None if not self.signs & HEAD else self.names.organizations.read(self.text, self.at, self.right)

    @_Once
    def place(self) -> tuple[int, str] | None:
        """End of the place that begins here, and what knows it."""
        return None if not self.signs & PLACE else self.names.places.find(self.text, self.at, self.right)

    @_Once
    def title(self) -> tuple[int, object] | None:
        """The title just before."""
        return None if not self.signs & BEHIND_TITLE else self.names.people.titles.before(self.lower, self.at, self.left)

    @property
    def may_be_event(self) -> bool:
        """Whether the word, or one in the run of capitals, may be that of a contest: AFF | Cup."""
        return self.word in self.names.events or self.folded[self.end + 1 : self.end + 2].isupper()

    @property
    def behind_office(self) -> bool:
        """Whether a title and the body it is held in stand just before: Chủ tịch UBND tỉnh | Y Thanh Hà."""
        if not self.signs & BEHIND_NAME:
            return False
        body = self.found[-1]
        return body.kind != PERSON and self.names.people.titles.before(self.lower, body.start) is not None

    @_Once
    def feature(self) -> int | None:
        """Where a word for a river, a harbour, a street starts that stands just before."""
        return None if not self.signs & BEHIND_FEATURE else self.names.places.feature_before(self.lower, self.at, self.left)

    @_Once
    def compound_end(self) -> int:
        """End of the head of a body or of the field of work that begins here: `Dân vận`, `Tài chính` are no persons."""
        if not self.signs & COMPOUND:
            return self.end
        heads = self.names.organizations.heads
        return max(heads.head_end(self.lower, self.at, self.right), heads.work_end(self.lower, self.at, self.right), self.end)

    @property
    def behind_unknown(self) -> bool:
        """Whether a capitalised word that no rule knew stands just before: Tuấn | Anh."""
        return bool(self.unknown) and self.unknown[-1][1] == self.at - 1 and self.folded[self.at - 1] == " "

    def goes_on_small(self, end: int) -> bool:
        """Whether a word in small letters follows *end*."""
        return end + 1 < self.right and self.folded[end] == " " and self.folded[end + 1].islower()
