"""clauses: the words and signs before a number, and the clause they make.

Word classes are those of the percentage room's lexicon, the series of nouns those of the count room's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.scene import Scene

__all__ = [
    "COMMA",
    "STOPS",
    "TOKEN",
    "Predicate",
    "Token",
    "clause_start",
    "ending",
    "group",
    "join_compounds",
    "predicate",
    "series_length",
    "starting",
    "tokens_before",
]

TOKEN = re.compile(r"\w++(?:[.,/&-]\w++)*+|[^\w\s]")
# A dash joins (`công nghiệp - xây dựng`) more often than it parts.
STOPS, COMMA = frozenset(';:.()"!?%‰…'), frozenset(",")
_AVERAGE = ("trung", "bình")
_SIGNS = frozenset("-+~≈")
_WINDOW, _LONGEST, _MOST_QUOTED = 260, 4, 12


class Token(Struct, frozen=True, gc=False):
    """A word or sign in folded offsets."""

    start: int
    end: int
    word: str


class Predicate(Struct, frozen=True, gc=False):
    """What leads to the number: its first token's index among those before the number, and its words."""

    first: int
    words: tuple[str, ...]


@cache
def group(name: str) -> frozenset[str]:
    """A word class of the percentage room."""
    return load_lexicon("trichluc.families.percentage").words(name)


def tokens_before(scene: Scene, at: int) -> list[Token]:
    """The words and signs of the sentence before *at*, as far back as a clause reaches."""
    start = max(scene.sentence(at).start, at - _WINDOW)
    tokens = [Token(*match.span(), match[0]) for match in TOKEN.finditer(scene.lower, start, at)]
    while tokens and tokens[-1].word in _SIGNS:  # (-0,24%)
        tokens.pop()
    return _without_series_commas(_without_brackets(_with_numbers(join_compounds(_with_names(scene, tokens)))))


def _with_names(scene: Scene, tokens: list[Token]) -> list[Token]:
    """`hộ đạt | "Gia đình văn hóa" | hằng năm`: a short quotation is one word."""
    if sum(token.word == '"' for token in tokens) < 2:
        return tokens
    joined: list[Token] = []
    opened = -1
    for token in tokens:
        if token.word == '"' and opened < 0 and scene.lower[token.start - 1 : token.start] == " ":
            opened = len(joined)
        elif token.word == '"' and opened >= 0:
            words = [quoted.word for quoted in joined[opened + 1 :]]
            if opened and joined[opened - 1].word not in STOPS | COMMA and 1 < len(words) <= _MOST_QUOTED and STOPS.isdisjoint(words):
                joined[opened:] = [Token(joined[opened].start, token.end, " ".join(words))]
                opened = -1
                continue
            opened = -1
        joined.append(token)
    return joined


def _with_numbers(tokens: list[Token]) -> list[Token]:
    """`bốn | đại biểu không tán thành` counts as `4 đại biểu` does."""
    numbers = group("numeral")
    if numbers.isdisjoint([token.word for token in tokens]):
        return tokens
    return [
        Token(token.start, token.end, "1") if token.word in numbers and starting(tokens, at + 1, len(tokens), "counted_in_words") else token
        for at, token in enumerate(tokens)
    ]


def join_compounds(tokens: list[Token]) -> list[Token]:
    """`hàng | không`, `nhà | ở`, `tự | do` as one token each: their second half is no verb, preposition or conjunction here."""
    openings = _openings("compound")
    if openings.isdisjoint([token.word for token in tokens]):
        return tokens
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        count = starting(tokens, at, len(tokens), "compound") or 1
        joined.append(tokens[at] if count == 1 else Token(tokens[at].start, tokens[at + count - 1].end, _phrase(tokens, at, at + count)))
        at += count
    return joined


def _without_brackets(tokens: list[Token]) -> list[Token]:
    """`tổng sản phẩm (GRDP) ước tăng`: what is bracketed and closed again stands outside the clause."""
    if not any(token.word == ")" for token in tokens):
        return tokens
    kept: list[Token] = []
    opened: list[int] = []
    for token in tokens:
        kept.append(token)
        if token.word == "(":
            opened.append(len(kept) - 1)
        elif token.word == ")" and opened:
            del kept[opened.pop() :]
    return kept


def _without_series_commas(tokens: list[Token]) -> list[Token]:
    """`ấp, khu phố`, `cán bộ, công chức`: a comma between nouns that papers print as one parts no clauses."""
    commas = [at for at, token in enumerate(tokens) if token.word == "," and 0 < at < len(tokens) - 1]
    inner = {at for at in commas if series_length(tokens, at, at + 1)}
    return [token for at, token in enumerate(tokens) if at not in inner] if inner else tokens


def series_length(tokens: Sequence[Token], end: int, start: int) -> int:
    """How many tokens from *start* on are a noun of the series of the one that ends before *end*: `xã | , | thị trấn`; 0 for none."""
    series, openings, closings = _series()
    if end >= len(tokens) or start >= len(tokens) or tokens[end - 1].word not in closings or tokens[start].word not in openings:
        return 0
    before = next((name for first in range(max(end - _LONGEST, 0), end) if (name := series.get(_phrase(tokens, first, end)))), None)
    if before is None:
        return 0
    lasts = range(min(start + _LONGEST, len(tokens)), start, -1)
    return next((last - start for last in lasts if series.get(_phrase(tokens, start, last)) == before), 0)


def _phrase(tokens: Sequence[Token], first: int, end: int) -> str:
    return " ".join([token.word for token in tokens[first:end]])


@cache
def _series() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """The nouns that papers string together, by their series, and the words that open and close them.

    They are those of the count room, and branches of the economy.
    """
    rooms = ("trichluc.families.count", "trichluc.families.percentage")
    series = {noun: name for room in rooms for noun, name in load_lexicon(room).starting("series_").items()}
    return series, frozenset(noun.partition(" ")[0] for noun in series), frozenset(noun.rpartition(" ")[2] for noun in series)


def predicate(tokens: Sequence[Token]) -> Predicate:
    """The verbs, adverbs and fillers that end right before the number: `đã | đạt được`, `giảm | xuống còn`."""
    upto = len(tokens)
    while upto and (count := ending(tokens, upto, "predicate")) and not ending(tokens, upto, "no_predicate"):
        if upto < len(tokens) and upto > count and tokens[upto - count - 1].word == "bị":
            break  # số chuyến bị chậm | chiếm 12%
        if upto < len(tokens) and tokens[upto - 1].word == "trên" and tokens[upto].word in group("linking") - {"mức"}:
            break  # nâng mức thuế trên | lên 10%
        upto -= count
    words = tuple(token.word for token in tokens[upto:])
    if is_grade(tokens, upto):
        return Predicate(len(tokens), ())
    return Predicate(upto, words)


def is_grade(tokens: Sequence[Token], at: int) -> bool:
    """Whether the last words, from *at* on, are a grade, not an average: `khá 41%, trung bình | 35%`."""
    return at > 1 and tokens[at - 1].word in COMMA and tokens[at - 2].word == "%" and tuple(token.word for token in tokens[at:]) == _AVERAGE


def ending(tokens: Sequence[Token], upto: int, name: str) -> int:
    """How many tokens before *upto* make the longest entry of a group; 0 for none."""
    if not upto or tokens[upto - 1].word not in _closings(name):
        return 0
    known = group(name)
    for count in range(min(_LONGEST, upto), 1, -1):
        if " ".join([token.word for token in tokens[upto - count : upto]]) in known:
            return count
    return int(tokens[upto - 1].word in known)


def starting(tokens: Sequence[Token], at: int, upto: int, name: str) -> int:
    """How many tokens from *at* on make the longest entry of a group; 0 for none."""
    if at >= upto or tokens[at].word not in _openings(name):
        return 0
    known = group(name)
    for count in range(min(_LONGEST, upto - at), 1, -1):
        if " ".join([token.word for token in tokens[at : at + count]]) in known:
            return count
    return int(tokens[at].word in known)


@cache
def _closings(name: str) -> frozenset[str]:
    """The last words of a group: most words end none of its entries."""
    compounds = group("compound")
    closings = {entry.rpartition(" ")[2] for entry in group(name)}
    for words in (entry.split(" ") for entry in group(name) if " " in entry):
        closings.update(compounds.intersection([" ".join(words[at:]) for at in range(len(words) - 1)]))
    return frozenset(closings)


@cache
def _openings(name: str) -> frozenset[str]:
    compounds = group("compound")
    openings = {entry.partition(" ")[0] for entry in group(name)}
    for words in (entry.split(" ") for entry in group(name) if " " in entry):
        openings.update(compounds.intersection([" ".join(words[:at]) for at in range(2, len(words) + 1)]))
    return frozenset(openings)


def clause_start(tokens: Sequence[Token], upto: int) -> int:
    """Where the clause that ends before *upto* begins: behind the last comma or harder sign."""
    at = upto
    while at and tokens[at - 1].word not in STOPS and tokens[at - 1].word not in COMMA:
        at -= 1
    return at
