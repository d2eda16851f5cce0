"""currencies: which currency stands behind a number, per what the amount is, and whether a sentence speaks of money."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from trichluc.entities.phrases import Phrases
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["Currencies"]

_WORD = re.compile(r"[^\W\d_]+")
_BOUND = re.compile(r"(?![\w-])")
_EACH = (" một ", " mỗi ", " hằng ", " hàng ", " cho một ", " cho mỗi ")
_CONTEXT = 80


class Currencies:
    """Looks up currencies with one lexicon.

    Args:
        lexicon: the room's.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.codes: dict[str, str] = {**lexicon.group("currency"), **lexicon.group("sign")}
        self.signs: dict[str, str] = dict(lexicon.group("sign"))
        self.ambiguous = lexicon.words("ambiguous")
        self.short_scales: dict[str, int] = dict(lexicon.group("short_scale"))
        self._worded = Phrases.of(word for word in self.codes if word[0].isalpha())
        self._touching = frozenset(sign for sign in self.signs if sign[0].isalpha())
        self._others = Phrases(dict.fromkeys(lexicon.words("not_money")))
        self._known: dict[str, str] = {**lexicon.group("per_unit"), **lexicon.group("period")}
        self._nouns = lexicon.words("per_noun")
        self._priced = lexicon.words("priced")
        self._context = lexicon.words("context")
        # /tháng · /1 năm · /người/tháng · một tháng, mỗi người, một kWh, mỗi suất
        self._rate = Pattern(
            r" ?/ ?(?:1 ?|một )?(?P<per>\L<known>|[^\W\d_]++(?: [^\W\d_]++)?)(?!\w)| (?:một|mỗi|hằng|hàng|cho một|cho mỗi) (?P<each>\L<each>)(?!\w)",
            known=lexicon.words("period", "per_unit"),
            each=lexicon.words("period", "per_unit", "per_each", "per_noun"),
        )

    def at(self, scene: Scene, at: int) -> tuple[int, str] | None:
        """End and word of the currency behind a number that ends at *at*; None where there is none, or a word that begins like one."""
        lower, limit = scene.lower, scene.limit(at)
        start = at + lower.startswith(" ", at)
        if start >= limit:
            return None
        if lower[start] in self.signs and not lower[start].isalpha():
            end, word = start + 1, lower[start]
        elif (found := self._worded.at(lower, start, limit)) is not None:
            end, word = found
            if start == at and lower[at - 1].isalpha() and word not in self._touching:
                return None
        else:
            return None
        if word == "đ" and lower.startswith("đ/c", start):
            return None  # 128 đ/c
        if end < limit and _BOUND.match(lower, end, limit) is None:
            return None
        return None if self._others.at(lower, start, limit) is not None else (end, word)

    def per(self, scene: Scene, at: int) -> str | None:
        """What the amount that ends at *at* is paid per: a period, a unit, or the noun as printed."""
        found = self.rate(scene, at)
        return None if found is None else found[1]

    def rate(self, scene: Scene, at: int) -> tuple[int, str] | None:
        """The end of what the amount that ends at *at* is paid per, and its name."""
        lower = scene.lower
        if lower[at : at + 2].strip()[:1] != "/" and not lower.startswith(_EACH, at):
            return None
        match = self._rate.match(lower, at, scene.limit(at))
        if match is None:
            return None
        name = "each" if match["per"] is None else "per"
        word, start = match[name], match.start(name)
        if word in self._known:
            return start + len(word), self._known[word]
        if word in self._nouns:
            return start + len(word), scene.printed(start, start + len(word))
        first = word.split(" ")[0]
        end = start + len(first)
        return end, self._known.get(first) or scene.printed(start, end)

    def is_priced(self, scene: Scene, at: int) -> bool:
        """Whether what follows the amount is sold or let at a price: `55 triệu/m2`."""
        rate = self.rate(scene, at) if scene.lower.startswith("/", at) else None
        return rate is not None and rate[1] in self._priced

    def is_spoken_of(self, scene: Scene, start: int) -> bool:
        """Whether the sentence speaks of money shortly before *start*."""
        words = _WORD.findall(scene.lower, max(scene.sentence(start).start, start - _CONTEXT), start)
        known = self._context
        return not known.isdisjoint(words) or any(f"{a} {b}" in known for a, b in pairwise(words))
