"""What all readers of awards share: the quantity beside an award, its level, and the candidate made of them."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from trichluc.entities.phrases import Phrases
from trichluc.records import Award
from trichluc.rule import FIRM, Candidate, Pattern

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.scene import Scene

__all__ = [
    "RANK_NAMES",
    "Levels",
    "canonical",
    "ends_with_word",
    "further_levels",
    "level_of",
    "make_award",
    "open_name_end",
    "quantity_ending_at",
    "sentences_around",
    "starts_with_word",
    "words_before",
]

RANK_NAMES = {
    "special": "Đặc biệt",
    "1": "Nhất",
    "2": "Nhì",
    "3": "Ba",
    "4": "Tư",
    "consolation": "Khuyến khích",
    "gold": "Vàng",
    "silver": "Bạc",
    "bronze": "Đồng",
    "A": "A",
    "B": "B",
    "C": "C",
}

# giải Nhất: 02 giải | giải Khuyến khích (05 giải) | HCV: 3    how many, printed behind the award
_COUNT_BEHIND = Pattern(
    r" ?(?::|\() ?(?P<count>(?!(?:19|20)\d\d(?!\d))\d{1,4})(?: (?:giải|huy chương|tấm|chiếc|cái|suất))?(?: ?\)|(?=[,;](?!\d)|\.?$|\n| và ))"
)
_WORD = Pattern(r"[^\W_](?:[^\W_]|[./-](?=[^\W_]))*")
_MORE_CAPITALS = 3
_SIGNS = ".,;:)]!?\"'/\n"
_LONGEST_LEFT, _LONGEST_ENDING, _FAR = 40, 60, 800


def ends_with_word(lexicon: Lexicon, before: str, group: str) -> bool:
    """Whether a word of *group*, of up to six syllables, stands at the end of *before*.

    >>> from trichluc.lexicon import load_lexicon
    >>> ends_with_word(load_lexicon("trichluc.families.award"), "đội xã đã vượt qua", "not_subject")
    True
    """
    words = lexicon.group(group)
    pieces = before[-_LONGEST_ENDING:].lstrip('("').split(" ")
    return any(" ".join(pieces[-number:]) in words for number in range(1, min(len(pieces), 6) + 1))


def starts_with_word(lexicon: Lexicon, lower: str, at: int, group: str) -> bool:
    """Whether a word of *group*, of up to six syllables, stands at *at*.

    >>> from trichluc.lexicon import load_lexicon
    >>> starts_with_word(load_lexicon("trichluc.families.award"), "12 chi bộ, 3 cá nhân", 3, "receiver")
    True
    """
    words = lexicon.group(group)
    pieces = [piece.rstrip(_SIGNS) for piece in lower[at : at + _LONGEST_ENDING].split(" ", 6)]
    return any(" ".join(pieces[:number]) in words for number in range(1, min(len(pieces), 6) + 1))


def words_before(scene: Scene, at: int, limit: int = _LONGEST_LEFT) -> str:
    """The lower-cased text before *at*, within its sentence, at most *limit* characters."""
    return scene.lower[max(scene.sentence(at).start, at - limit) : at]


def sentences_around(scene: Scene, at: int, before: int) -> str:
    """The lower-cased text of the sentence at *at*, of *before* sentences before it and one behind, as far as they are near."""
    number = scene.sentence_number(at)
    near = scene.sentences[max(number - before, 0) : number + 2]
    return scene.lower[max(near[0].start, at - _FAR) : min(near[-1].end, at + _FAR)]


def quantity_ending_at(scene: Scene, lexicon: Lexicon, at: int) -> Quantity | None:
    """The quantity whose number ends before *at*, with or without a classifier: `3 giải`, `2 tấm huy chương`, `18 lượt chiến sĩ thi đua`.

    None where the number is a year, a day or an ordinal: `Năm 2016 giải nhất …`, `lần thứ 5 giải …`.
    """
    if scene.lower[at - 1 : at] != " ":
        return None
    end = at - 1
    word = scene.lower[scene.lower.rfind(" ", max(0, end - 8), end) + 1 : end]
    if word in lexicon.group("classifier"):
        end -= len(word) + 1
    number = bisect_right(scene.quantities, end, key=_end) - 1
    if number < 0 or scene.quantities[number].end != end:
        return None
    found = scene.quantities[number]
    before = words_before(scene, found.number_start, 12).rstrip(" ,-/")
    if ends_with_word(lexicon, before, "not_a_number"):
        return None
    return found if found.whole is None else None


def _end(quantity: Quantity) -> int:
    return quantity.end


def make_award(
    scene: Scene,
    lexicon: Lexicon,
    start: int,
    end: int,
    *,
    name: str,
    category: str,
    rank: str | None = None,
    level: str | None = None,
    quantity: Quantity | None = None,
    counted: bool = True,
    strength: int = FIRM,
) -> Candidate:
    """An award with the quantity beside it, which it claims, so that it is no count.

    Args:
        scene: the article.
        lexicon: the room's.
        start: folded offset of the award's first word.
        end: folded offset behind its last.
        name: canonical name.
        category: as in RECORDS.
        rank: code of its class.
        level: code of the level printed in it.
        quantity: its number, where the reader knows it already.
        counted: whether to look for a number beside it.
        strength: how sure the rule is.
    """
    claims = [(start, end)]
    fields: dict[str, Any] = {"name": name, "category": category, "rank": rank, "level": level}
    if quantity is None and counted:
        quantity = quantity_ending_at(scene, lexicon, start)
    if quantity is not None:
        fields["quantity"], fields["modifier"] = quantity.value, quantity.modifier
        claims.append((quantity.start, quantity.end))
    elif counted and (behind := _COUNT_BEHIND.match(scene.lower, end, scene.limit(end))) is not None:
        found = scene.quantity_at(behind.start("count"))
        if found is not None and found.value is not None and not _is_list_number(scene, found):
            fields["quantity"] = found.value
            claims.append((end, behind.end()))
    return Candidate(Award, start, end, fields, tuple(claims), strength)


# , | và | / | -    between the levels of one award
_BETWEEN_LEVELS = Pattern(r" ?/ ?| - |, ?(?:và )?|; ?| (?:và|hoặc) ")
_MOST_LEVELS = 5


def _is_list_number(scene: Scene, found: Quantity) -> bool:
    """`giải Nhất: 1. Sở Y tế; 2. Sở Công Thương`: the number of a list's member, not how many."""
    lower, end = scene.lower, found.end
    return found.value == 1 and lower.startswith((". ", ") "), end) and lower.find(f" 2{lower[end]} ", end, end + _FAR) > 0


class Printed(Struct, frozen=True):
    """The levels printed behind an award, in folded offsets; ``end`` is that of the award with the first of them, ``code`` its code."""

    end: int
    code: str | None = None
    spans: tuple[tuple[int, int], ...] = ()


class Levels:
    """Reads the levels of one award: `chiến sĩ thi đua | cấp tỉnh và cấp cơ sở`.

    >>> from trichluc.lexicon import load_lexicon
    >>> Levels(load_lexicon("trichluc.families.award")).behind("cstđ cấp tỉnh, cấp bộ, và cờ", 4, 28)
    Printed(end=13, code='province', spans=((5, 13), (15, 21)))
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def _phrases(self) -> Phrases[None]:
        return Phrases(dict.fromkeys((*self._lexicon.words("wide_level"), *(f"cấp {word}" for word in self._lexicon.words("level")))))

    def behind(self, lower: str, end: int, limit: int) -> Printed:
        """The level that follows an award that ends at *end*, and those joined to it."""
        found: list[tuple[int, int]] = []
        at = end + 1 if lower.startswith(" ", end) else limit
        while len(found) < _MOST_LEVELS and (level := self._phrases.at(lower, at, limit)) is not None:
            found.append((at, level[0]))
            sign = _BETWEEN_LEVELS.match(lower, level[0], limit)
            at = sign.end() if sign else limit
        if not found:
            return Printed(end)
        return Printed(found[0][1], level_of(self._lexicon, lower[slice(*found[0])]), tuple(found))


def level_of(lexicon: Lexicon, phrase: str | None) -> str | None:
    """The code of a printed level: `cấp tỉnh` is province."""
    if not phrase:
        return None
    if phrase.startswith("cấp "):
        return lexicon.group("level").get(phrase[4:])
    return lexicon.group("wide_level").get(phrase)


def further_levels(
    scene: Scene, lexicon: Lexicon, levels: Printed, *, name: str, category: str, rank: str | None = None
) -> list[Candidate]:
    """The awards of the *levels* behind the first: `chiến sĩ thi đua cấp tỉnh | và cấp cơ sở`; with the text that is printed."""
    return [
        make_award(
            scene,
            lexicon,
            start,
            end,
            name=_levelled(name, scene.folded[start:end]) if category == "emulation_title" else name,
            category=category,
            rank=rank,
            level=level_of(lexicon, scene.lower[start:end]),
            counted=False,
        )
        for start, end in levels.spans[1:]
    ]


def _levelled(name: str, phrase: str) -> str:
    phrase = phrase[0].lower() + phrase[1:]
    return f"{name} {phrase.removeprefix('cấp ') if phrase.endswith('cơ sở') else phrase}"


def canonical(printed: str) -> str:
    """A name as printed, with curly quotes and a capital at its head.

    >>> canonical('kỷ niệm chương "Vì thế hệ trẻ"')
    'Kỷ niệm chương “Vì thế hệ trẻ”'
    """
    pieces = printed.split('"')
    opened = "".join(piece if not number else ("“" if number % 2 else "”") + piece for number, piece in enumerate(pieces))
    opened = opened.replace("“ ", "“").replace(" ”", "”").strip()
    return opened[:1].upper() + opened[1:]


def open_name_end(scene: Scene, lexicon: Lexicon, at: int, most: int = 7, *, capital: bool = True) -> int | None:
    """Where an unquoted name that begins at *at* ends: at punctuation, a closed-class word or *most* words; None where none begins.

    With *capital* its first word must be capitalised: `Huân chương Cờ đỏ vì …` ends behind `đỏ`.
    """
    folded, lower = scene.folded, scene.lower
    if at >= len(folded) or (capital and not folded[at].isupper()):
        return None
    stops = lexicon.group("name_end")
    end, limit, second = at, scene.limit(at), False
    for number in range(most + _MORE_CAPITALS):
        start = end + (number > 0)
        found = _WORD.match(lower, start, limit)
        if found is None or (number and lower[end : end + 1] != " "):
            break
        word, word_end = found[0], found.end()
        if number >= most and not (folded[start].isupper() and folded[lower.rfind(" ", at, end) + 1].isupper()):
            break  # công nghệ Việt | Nam
        following = lower[word_end + 1 : word_end + 8].split(" ", 1)[0].rstrip('.,;:)"') if lower[word_end : word_end + 1] == " " else ""
        first_capital = number == 0 and folded[start].isupper()
        whole = f"{word} {following}" in lexicon.group("compound")  # Công an | nhân dân
        printed = folded[start:word_end]
        titled = printed[0].isupper() and not (len(printed) > 1 and printed.isupper())  # Quảng | Trị
        if not (whole or second) and ((word in stops and not first_capital and not titled) or (number and word[0].isdigit())):
            break
        end, second = word_end, whole  # nhân | dân, tự | do
    return end if end > at else None
