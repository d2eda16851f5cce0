"""mark: a capital and what can be read at it, each thing read at most once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from trichluc.entities.found import PERSON
from trichluc.entities.phrases import is_shouted, word_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.entities.found import Found
    from trichluc.entities.names import Names
    from trichluc.entities.organizations import Reading
    from trichluc.scene import Scene

__all__ = ["Mark"]


class Mark:
    """The place *at* in its sentence: *left* where reading may begin, *right* where the sentence ends.

    *found* are the names before it, *unknown* the capitalised words that no rule knew.
    """

    def __init__(  # what a rule may look at
        self, scene: Scene, names: Names, at: int, left: int, right: int, found: Sequence[Found], unknown: Sequence[tuple[int, int]]
    ) -> None:
        self.scene = scene
        self.names = names
        self.text = scene.text
        self.folded = scene.text.folded
        self.lower = scene.text.lower
        self.at = at
        self.left = left
        self.right = right
        self.found = found
        self.unknown = unknown

    @cached_property
    def first(self) -> bool:
        """Whether it opens its sentence, where a capital says little."""
        return self.scene.sentence(self.at).start == self.at

    @cached_property
    def section(self) -> str:
        """The section it stands in."""
        return self.scene.sentence(self.at).section

    @cached_property
    def shouted(self) -> bool:
        """Whether all about it is in capitals, as headlines are; a byline so printed is still a name."""
        return self.section != "byline" and is_shouted(self.folded, self.at, self.right)

    @cached_property
    def end(self) -> int:
        """End of the word."""
        return word_end(self.folded, self.at, self.right)

    @cached_property
    def word(self) -> str:
        """The word in lower case."""
        return self.lower[self.at : self.end]

    @cached_property
    def run(self) -> tuple[int, ...]:
        """Ends of the capitalised words from here that one person's name may hold."""
        return self.names.people.run(self.text, self.at, self.right)

    @cached_property
    def reading(self) -> Reading | None:
        """The organization that begins here."""
        return self.names.organizations.read(self.text, self.at, self.right)

    @cached_property
    def place(self) -> tuple[int, str] | None:
        """End of the place that begins here, and what knows it."""
        return self.names.places.find(self.text, self.at, self.right)

    @cached_property
    def title(self) -> tuple[int, object] | None:
        """The title just before."""
        return self.names.people.titles.before(self.lower, self.at, self.left)

    @property
    def behind_office(self) -> bool:
        """Whether a title and the body it is held in stand just before: Chủ tịch UBND tỉnh | Y Thanh Hà."""
        body = self.found[-1] if self.found else None
        if body is None or body.kind == PERSON or body.end != self.at - 1 or self.folded[body.end] != " ":
            return False
        return self.names.people.titles.before(self.lower, body.start) is not None

    @cached_property
    def feature(self) -> int | None:
        """Where a word for a river, a harbour, a street starts that stands just before."""
        return self.names.places.feature_before(self.lower, self.at, self.left)

    @cached_property
    def compound_end(self) -> int:
        """End of the head of a body or of the field of work that begins here: `Dân vận`, `Tài chính` are no persons."""
        heads = self.names.organizations.heads
        return max(heads.head_end(self.lower, self.at, self.right), heads.work_end(self.lower, self.at, self.right), self.end)

    @property
    def behind_unknown(self) -> bool:
        """Whether a capitalised word that no rule knew stands just before: Tuấn | Anh."""
        return bool(self.unknown) and self.unknown[-1][1] == self.at - 1 and self.folded[self.at - 1] == " "

    def goes_on_small(self, end: int) -> bool:
        """Whether a word in small letters follows *end*."""
        return end + 1 < self.right and self.folded[end] == " " and self.folded[end + 1].islower()
