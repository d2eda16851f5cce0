"""Names of laws, codes and ordinances, recognised word by word in a lexicon.

    Luật Phòng, chống tác hại của rượu, bia · Luật Phòng chống tác hại rượu bia · Luật BHXH · Bộ Luật dân sự

Commas, `và` and `của` are often left out and are not compared; abbreviations are opened. A law that the lexicon does not know is
taken where its year or its number fixes its end.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import regex
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trichluc.lexicon import Lexicon
    from trichluc.text import Text

__all__ = ["LawName", "Laws", "capitalised"]

_WORD = regex.compile(r"(?P<gap>|,? | ?- ?|,)(?P<word>[\w&]+(?:/[\w&]+)?)")
_UNCOMPARED = frozenset({"và", "của", "các"})
_MOST_WORDS = 44
_END = ""
# An unknown law: capital, then words without a stop up to its year, its number or a bracket.
_OPEN_NAME = regex.compile(
    rf"(?P<name>\p{{Lu}}[\p{{L}}]*(?:,? (?!(?:năm|số|này|quy|có|được|đã|do|ngày|vừa|sẽ)\b)[\p{{L}}]+){{0,11}}?)"
    r"(?= (?:năm )?(?:19|20)\d\d(?![\d/.])| \((?:sửa đổi|số)| số:? ?\d)",
    regex.V0,
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
            node[_END] = min(min(years), node.get(_END, 9999))
        return root

    @cached_property
    def _abbreviations(self) -> dict[str, str]:
        return {word.replace("&", ""): full for word, full in self._lexicon.group("law_abbreviation").items()}

    @cached_property
    def _capitals(self) -> tuple[str, ...]:
        return tuple(sorted(self._lexicon.group("name_capital_form").values(), key=len, reverse=True))

    def at(self, text: Text, start: int, limit: int) -> LawName | None:
        """The longest name that begins at folded offset *start*."""
        node, pieces, best = self._tree, [], None
        at, words = start, 0
        while words < _MOST_WORDS and (match := _WORD.match(text.lower, at, limit)) is not None:
            word = match["word"]
            if at == start and match["gap"]:
                break
            full = self._abbreviations.get(word.replace("&", ""), word)
            inside = node
            for part in _compared(full):
                inside = inside.get(part)
                if inside is None:
                    break
            if inside is None:
                break
            gap = ", " if "," in match["gap"] else " - " if "-" in match["gap"] else match["gap"]
            pieces += (gap, full)
            at, node, words = match.end(), inside, words + 1
            if _END in node and word not in _UNCOMPARED:
                best = LawName(at, "".join(pieces), node[_END])
        return None if best is None else LawName(best.end, capitalised(best.name, self._capitals), best.since)

    def open_at(self, text: Text, start: int, limit: int) -> LawName | None:
        """A name the lexicon does not know, in capitals, up to its year or number."""
        match = _OPEN_NAME.match(text.folded, start, limit)
        return None if match is None else LawName(match.end(), match["name"], None)


def capitalised(name: str, proper: tuple[str, ...] = ()) -> str:
    """First letter and proper names in capitals.

    >>> capitalised("biển việt nam", ("Việt Nam",))
    'Biển Việt Nam'
    """
    name = name[:1].upper() + name[1:]
    for word in proper:
        name = regex.sub(rf"(?<!\w){regex.escape(word.lower())}(?!\w)", word, name)
    return name


def _compared(name: str) -> Iterator[str]:
    return (word for word in name.replace(",", " ").replace(" - ", " ").split() if word not in _UNCOMPARED)
