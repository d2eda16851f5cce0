"""units: which unit stands behind a number, and per what it is counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.phrases import Phrases
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["Units", "units_of"]

_GROUP = "unit_"
_LOOSE = ("unit_ambiguous",)
_BOUND = re.compile(r"(?![\w²³])(?!-[^\W\d_])")
# A stroke further off than four words and spaces parts something else.
_RATE_REACH = 60
_EACH = (" một ", " mỗi ")


def units_of(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """Printed unit → symbol and dimension, of those units that are nothing else."""
    return {
        word: (symbol, name.removeprefix(_GROUP))
        for name, group in lexicon.groups.items()
        if name.startswith(_GROUP) and name not in _LOOSE
        for word, symbol in group.items()
    }


class Units:
    """Looks up units with one lexicon.

    Args:
        lexicon: the room's.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.symbols = units_of(lexicon)
        self.lexicon = lexicon
        self._worded = Phrases.of(word for word in self.symbols if word[0].isalnum())
        self._signs = tuple(sorted((word for word in self.symbols if not word[0].isalnum()), key=len, reverse=True))  # °c
        self._others = Phrases(dict.fromkeys(lexicon.words("not_unit")))
        self._per = lexicon.group("per_unit") | lexicon.group("period")  # type: ignore[operator]  # both are dicts
        # /ha · /người/ngày · 96 tấn | chè khô/năm · mỗi ngày
        self._rate = Pattern(
            r"(?: [^\W\d_]++){0,4}? ?/ ?(?:1 ?|một )?(?P<per>\L<known>)(?!\w)| (?:một|mỗi) (?P<each>\L<periods>)(?!\w)",
            known=lexicon.words("period", "per_unit"),
            periods=lexicon.words("period"),
        )

    def at(self, scene: Scene, at: int) -> tuple[int, int] | None:
        """Where the unit behind a number that ends at *at* stands; None where there is none, or another word that begins like one."""
        lower, limit = scene.lower, scene.limit(at)
        start = at + lower.startswith(" ", at)
        found = self._worded.at(lower, start, limit)
        end = None if found is None else found[0]
        if end is None and start < limit and not lower[start].isalnum():
            end = next((start + len(sign) for sign in self._signs if lower.startswith(sign, start)), None)
        if end is None or end > limit or (end < limit and _BOUND.match(lower, end, limit) is None):
            return None
        return None if self._others.at(lower, start, limit) is not None else (start, end)

    def per(self, scene: Scene, at: int) -> str | None:
        """What the measure that ends at *at* is counted per."""
        if not scene.lower.startswith(_EACH, at) and scene.lower.find("/", at, at + _RATE_REACH) < 0:
            return None
        match = self._rate.match(scene.lower, at, scene.limit(at))
        return None if match is None else str(self._per[match["per"] or match["each"]])
