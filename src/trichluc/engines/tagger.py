"""What the library asks of a tagger, whatever model is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Tagger", "Token"]


class Token(Struct, frozen=True, gc=False):
    """A word with what a model thinks of it.

    Attributes:
        start: where it starts in the sentence, in code points.
        end: where it ends, exclusive. A word may hold spaces: `Hà Nội` is one.
        tag: part of speech in underthesea's tag set (`N` noun, `Np` proper noun, `V` verb, `A` adjective, `M` number, `E` preposition,
            `CH` punctuation …), or `""` where the model has none.
        ner: `B-PER`, `I-PER`, the same with `LOC`, `ORG` and `MISC`, or `O`.
    """

    start: int
    end: int
    tag: str
    ner: str


@runtime_checkable
class Tagger(Protocol):
    r"""Reads one sentence at a time; another model is plugged in by a class with these two methods.

    The sentence is NFC text without line ends of meaning; offsets count its code points. Words and tokens stand in text order,
    do not overlap, and neither starts nor ends with a space.

    >>> class Capitals:
    ...     '''Takes every capitalized run for the name of a person.'''
    ...
    ...     def words(self, sentence):
    ...         return [match.span() for match in re.finditer(r"\S+", sentence)]
    ...
    ...     def tag(self, sentence):
    ...         return [Token(a, b, "", "B-PER" if sentence[a].isupper() else "O") for a, b in self.words(sentence)]
    >>> import re
    >>> isinstance(Capitals(), Tagger), Capitals().tag("bà Hoa")[1]
    (True, Token(start=3, end=6, tag='', ner='B-PER'))
    """

    def words(self, sentence: str) -> Sequence[tuple[int, int]]:
        """Cut the sentence into words: start and end of each."""
        ...

    def tag(self, sentence: str) -> Sequence[Token]:
        """Cut the sentence into words and tag each."""
        ...
