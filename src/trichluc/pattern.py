"""pattern: a regular expression over folded text, compiled at its first use by the engine that is fastest for it."""

from __future__ import annotations

import contextlib
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import regex

from trichluc.errors import TrichlucError
from trichluc.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Pattern"]

# What of a pattern's source is no letter to match: named lists, properties, escapes, groups and references.
_NOT_LITERAL = re.compile(r"\\L<\w+>|\\[pP]\{[^}]*\}|\\.|\(\?P?[<=&>]\w*[>)]?")


class Pattern:
    r"""A pattern compiled at its first use; it matches the folded, lower-cased text (``cased``: the folded text itself).

    ``\L<name>`` is any of the words passed under that name, the longest that stands there first; in their stead a function may be passed
    that gives them when the pattern is first used. The standard library's engine compiles four times and matches twice as fast as
    `regex`, which serves what the other has not: two groups of one name, ``\p{Lu}``, look-behind of any length, ``(?r)`` and, with
    ``captures``, every capture of a repeated group (``match.spans``).

    >>> Pattern(r"\L<nouns>", nouns={"xã", "xã, phường"}).match("xã, phường", 0, 10)[0]
    'xã, phường'
    """

    __slots__ = ("_compiled", "captures", "cased", "lists", "match", "search", "source")
    match: Callable[[str, int, int], regex.Match[str] | None]
    """Match at a place, seeing nothing behind an end: ``match(text, start, end)``. Called for every place and rule, so the engine's own."""
    search: Callable[[str, int, int], regex.Match[str] | None]
    """The first match between two places: ``search(text, start, end)``."""

    def __init__(
        self, source: str, *, cased: bool = False, captures: bool = False, **lists: Iterable[str] | Callable[[], Iterable[str]]
    ) -> None:
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
        lists: dict[str, Any] = {name: sorted(words() if callable(words) else words) for name, words in self.lists.items()}
        if not self.captures:
            source = self.source
            for name, words in lists.items():
                source = source.replace(rf"\L<{name}>", _any_of(words))
            with contextlib.suppress(re.error):
                return re.compile(source)  # type: ignore[return-value]
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
