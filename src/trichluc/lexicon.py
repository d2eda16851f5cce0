"""Open word classes: TOML files of words grouped by meaning, each group with its source.

    [modifier_more_than]
    source = "…where the words come from…"
    words = ["hơn", "trên"]

    [unit_mass]
    source = "…"
    map = { "tấn" = "t", "kg" = "kg" }

Words are folded when loaded, so each is written once, in whatever spelling; a final i or y that papers spell both ways
(`chiến sĩ`, `chiến sỹ`) is accepted in both. A user's file has the rooms' own form with the room before the group:
``[count.nouns]``.
"""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli
from msgspec import Struct

from trichluc.errors import LexiconError
from trichluc.text import BETWEEN, fold_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

__all__ = ["Lexicon", "load_lexicon", "merge_lexicons", "read_user_lexicon"]

# sĩ/sỹ, kĩ/kỹ, tỉ/tỷ, lí/lý, mĩ/mỹ, hi/hy and quí/quý: the syllable is the whole consonant and one vowel.
_TWO_SPELLINGS = re.compile(r"(?<!\w)(qu|[hklmst])([iìíỉĩịyỳýỷỹỵ])(?!\w)")
_OTHER_VOWEL = str.maketrans("iìíỉĩịyỳýỷỹỵ", "yỳýỷỹỵiìíỉĩị")
_MOST_WORDS = 200_000


class Lexicon(Struct, frozen=True):
    """The groups of one room: for each, folded word → value (None where the group is a plain list)."""

    groups: dict[str, dict[str, Any]]

    def words(self, *names: str) -> frozenset[str]:
        """All words of the groups named, folded and lower-cased.

        >>> sorted(Lexicon({"units": {"tấn": "t"}}).words("units"))
        ['tấn']
        """
        return frozenset(word for name in names for word in self.group(name))

    def group(self, name: str) -> Mapping[str, Any]:
        """Folded word → value.

        Raises:
            LexiconError: the room has no such group.
        """
        try:
            return self.groups[name]
        except KeyError:
            message = f"no group [{name}]; there are: {', '.join(sorted(self.groups))}"
            raise LexiconError(message) from None

    def starting(self, prefix: str) -> dict[str, str]:
        """Word → rest of the group's name, over all groups whose name begins with *prefix*.

        >>> Lexicon({"modifier_nearly": {"gần": None}}).starting("modifier_")
        {'gần': 'nearly'}
        """
        return {word: name[len(prefix) :] for name, group in self.groups.items() if name.startswith(prefix) for word in group}


@cache
def load_lexicon(package: str) -> Lexicon:
    """The ``lexicon.toml`` of a room, by the name of its package; empty where the room has none (or no package: ``""``)."""
    if not package:
        return Lexicon({})
    try:
        data = pkgutil.get_data(package, "lexicon.toml")
    except FileNotFoundError:
        data = None
    return Lexicon(_groups(tomli.loads(data.decode("utf-8")), package) if data else {})


def read_user_lexicon(path: str | Path) -> dict[str, Lexicon]:
    """Room → lexicon from a user's TOML file.

    Raises:
        LexiconError: the file is missing, is no TOML, or is not of the form ``[room.group]`` with ``source`` and ``words`` or ``map``.
    """
    try:
        tables = tomli.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror})"
        raise LexiconError(message) from error
    except (UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        message = f"{path}: not a TOML file in UTF-8 ({error})"
        raise LexiconError(message) from error
    for room, groups in tables.items():
        if not isinstance(groups, dict):
            message = f"{path}: `{room}` stands outside a group; write [room.group], for instance [count.nouns]"
            raise LexiconError(message)
    return {room: Lexicon(_groups(groups, f"{path}: [{room}]")) for room, groups in tables.items()}


def merge_lexicons(lexicons: Iterable[Lexicon]) -> Lexicon:
    """One lexicon with the groups of all; of two values of a word the later wins.

    >>> merge_lexicons([Lexicon({"nouns": {"xã": None}}), Lexicon({"nouns": {"bản": None}})]).groups
    {'nouns': {'xã': None, 'bản': None}}
    """
    merged: dict[str, dict[str, Any]] = {}
    for lexicon in lexicons:
        for name, group in lexicon.groups.items():
            merged[name] = merged.get(name, {}) | group
    return Lexicon(merged)


def _groups(tables: dict[str, Any], where: str) -> dict[str, dict[str, Any]]:
    groups: dict[str, dict[str, Any]] = {}
    for name, table in tables.items():
        if not isinstance(table, dict) or not isinstance(table.get("source"), str):
            message = f"{where}: group [{name}] needs a `source` that says where its words come from"
            raise LexiconError(message)
        words, values = table.get("words", []), table.get("map", {})
        if not isinstance(words, list) or not isinstance(values, dict) or len(words) + len(values) > _MOST_WORDS:
            message = f"{where}: group [{name}] takes `words` (a list) or `map` (a table), {_MOST_WORDS} entries at most"
            raise LexiconError(message)
        if not _are_words(words) or not _are_words(values):
            message = f"{where}: group [{name}] holds an entry that is no word"
            raise LexiconError(message)
        groups[name] = dict(_folded(dict.fromkeys(words) | values))
    return groups


def _are_words(entries: Collection[Any]) -> bool:
    """Whether all are strings with something in them, and none holds what parts words when they are folded."""
    return set(map(type, entries)) <= {str} and all(map(str.strip, entries)) and BETWEEN not in "".join(entries)


def _folded(entries: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each word folded, in both spellings where it has two."""
    forms = fold_words(entries)
    others = _TWO_SPELLINGS.sub(lambda match: match[1] + match[2].translate(_OTHER_VOWEL), BETWEEN.join(forms))
    for form, other, value in zip(forms, others.split(BETWEEN) if forms else (), entries.values(), strict=True):
        yield form, value
        if other != form:
            yield other, value
