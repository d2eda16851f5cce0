"""Names of laws, codes and ordinances, recognised word by word in a lexicon.

    Luật Phòng, chống tác hại của rượu, bia · Luật Phòng chống tác hại rượu bia · Luật BHXH · Bộ Luật dân sự

Commas, `và` and `của` are often left out and are not compared; abbreviations are opened. A law that the lexicon does not know is
taken where its year or its number fixes its end.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from trichluc.rule import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trichluc.lexicon import Lexicon
    from trichluc.text import Text

__all__ = ["Capitals", "LawName", "Laws"]

_WORD = Pattern(r"(?P<gap>|,? | ?- ?|,)(?P<word>[\w&]+(?:/[\w&]+)?)")
_UNCOMPARED = frozenset({"và", "của", "các"})
_MOST_WORDS = 44
_END = ""
# An unknown law: capital, then words without a stop up to its year, its number or a bracket.
_OPEN_NAME = Pattern(
    r"(?P<name>[^\W\d_]+(?:,? (?!(?:năm|số|này|quy|có|được|đã|do|ngày|vừa|sẽ)\b)[^\W\d_]+){0,11}?)"
    r"(?= (?:năm )?(?:19|20)\d\d(?![\d/.])| \((?:sửa đổi|số)| số:? ?\d)",
    cased=True,
)


class LawName(Struct, frozen=True, gc=False):
    """A law's name in the text: where it ends, its words in canonical form, and the year of the first law so named."""

    end: int
    name: str
    since: int | None


class Laws:
    """The names of one kind of law.

    >>> from trichluc.lexicon import load_lexicon
    >>> from trichluc.text import fold
    >>> laws = Laws(load_lexicon("trichluc.families.citation"), "law")
    >>> text = fold("Luật BHXH năm 2014, Luật Phòng chống tác hại rượu bia")
    >>> laws.at(text, 5, 54).name, laws.at(text, 25, 54).name
    ('Bảo hiểm xã hội', 'Phòng chống tác hại rượu bia')
    """

    def __init__(self, lexicon: Lexicon, group: str) -> None:
        self._lexicon = lexicon
        self._group = group

    @cached_property
    def _tree(self) -> dict[str, Any]:
        root: dict[str, Any] = {}
        for name, years in self._lexicon.group(self._group).items():
            node = root
            for word in _compared(name):
                node = node.setdefault(word, {})
            node[_END] = min(*years, node.get(_END, years[0]))
        return root

    @cached_property
    def _abbreviations(self) -> dict[str, str]:
        return {word.replace("&", ""): full for word, full in self._lexicon.group("law_abbreviation").items()}

    @cached_property
    def _capitals(self) -> Capitals:
        return Capitals(self._lexicon)

    def at(self, text: Text, start: int, limit: int) -> LawName | None:
        """The longest name that begins at folded offset *start*."""
        node, best = self._tree, None
        pieces: list[str] = []
        at, words = start, 0
        while words < _MOST_WORDS and (match := _WORD.match(text.lower, at, limit)) is not None:
            word = match["word"]
            if at == start and match["gap"]:
                break
            full = self._abbreviations.get(word.replace("&", ""), word)
            inside = _descend(node, full)
            if inside is None:
                break
            gap = ", " if "," in match["gap"] else " - " if "-" in match["gap"] else match["gap"]
            pieces += (gap, full)
            at, node, words = match.end(), inside, words + 1
            if _END in node and word not in _UNCOMPARED:
                best = LawName(at, "".join(pieces), node[_END])
        return None if best is None else LawName(best.end, self._capitals.give(best.name), best.since)

    def open_at(self, text: Text, start: int, limit: int) -> LawName | None:
        """A name the lexicon does not know, in capitals, up to its year or number."""
        match = _OPEN_NAME.match(text.folded, start, limit) if text.folded[start].isupper() else None
        return None if match is None else LawName(match.end(), match["name"], None)


class Capitals:
    """Capitals in the names of documents: the first letter, and proper names.

    >>> from trichluc.lexicon import load_lexicon
    >>> Capitals(load_lexicon("trichluc.families.citation")).give("biển việt nam")
    'Biển Việt Nam'
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._forms = lexicon.group("name_capital_form")
        self._proper = Pattern(r"(?<!\w)(?:\L<proper>)(?!\w)", proper=frozenset(self._forms))

    def give(self, name: str) -> str:
        """The name, given in lower case, with its capitals."""
        proper = self._proper.compiled.sub(lambda match: self._forms[match[0]], name)
        return proper[:1].upper() + proper[1:]


def _descend(node: dict[str, Any], words: str) -> dict[str, Any] | None:
    for word in _compared(words):
        if word not in node:
            return None
        node = node[word]
    return node


def _compared(name: str) -> Iterator[str]:
    return (word for word in name.replace(",", " ").replace(" - ", " ").split() if word not in _UNCOMPARED)
