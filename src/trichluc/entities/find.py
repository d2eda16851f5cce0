"""find: one pass over an article's capitals; at each the rules are asked in turn, and what none knows is kept for the evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.bodies import by_grammar, from_small_word, of_event, of_office, of_press, of_short_name
from trichluc.entities.mark import Mark
from trichluc.entities.persons import behind_cue, by_surname, no_name, no_person, part_of_title
from trichluc.entities.phrases import dashed_end
from trichluc.entities.signs import (
    BEHIND_ADDRESS,
    BEHIND_BRACKET,
    BEHIND_FEATURE,
    BEHIND_NAME,
    BEHIND_NOT_PERSON,
    BEHIND_PLURAL,
    BEHIND_TITLE,
    BEHIND_UNIT,
    BEHIND_WORD,
    CAPITAL,
    FIGURE,
    HEAD,
    NO_NAME,
    PLACE,
    PRESS,
    SURNAME,
)
from trichluc.entities.spots import behind_feature, behind_unit, in_gazetteer, in_list
from trichluc.text import UPPER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from trichluc.entities.found import Found
    from trichluc.entities.names import Names
    from trichluc.scene import Scene
    from trichluc.segment import Sentence

__all__ = ["find_names"]

# The first rule to answer decides; a Found without a kind is part of what is no name of ours. A rule is asked where one of its signs stands.
RULES: tuple[tuple[Callable[[Mark], Found | None], int], ...] = (
    (from_small_word, BEHIND_WORD),  # trường THPT Chuyên …, châu Âu
    (behind_unit, BEHIND_UNIT | FIGURE),  # tỉnh Lạng Sơn
    (in_list, BEHIND_PLURAL),  # các xã Xuân Bắc, | Suối Cao
    (part_of_title, BEHIND_TITLE),  # Phó Chủ tịch | Thường trực
    (of_short_name, BEHIND_BRACKET | BEHIND_TITLE | BEHIND_NAME),  # (Vicem), Chủ tịch Vicem
    (of_office, BEHIND_TITLE),  # Elon Musk, CEO Tesla
    (behind_cue, BEHIND_TITLE | BEHIND_ADDRESS | BEHIND_NAME),  # ông Hoan
    (no_person, BEHIND_NOT_PERSON),  # tư tưởng Hồ Chí Minh
    (of_press, PRESS),  # VnExpress
    (of_event, CAPITAL),  # AFF Cup
    (by_grammar, HEAD),  # Sở Y tế
    (behind_feature, BEHIND_FEATURE),  # sông Kỳ Cùng
    (no_name, NO_NAME),  # Quý Mão
    (in_gazetteer, PLACE),  # Lào Cai
    (by_surname, SURNAME),  # Nguyễn Văn A
)
# A capital that begins a word; not the second half of a code (QĐ-UBND, 12/NQ) or of initials (E.Grach)
_CAPITAL = re.compile(rf"(?<![\w&'])(?<![{UPPER}\d][/-])(?<![{UPPER}]\.)[{UPPER}]")


def find_names(scene: Scene, names: Names, blocked: Sequence[tuple[int, int]]) -> tuple[list[Found], list[tuple[int, int]]]:
    """The names that the rules find, and the capitalised words that none of them knows; none begins in a *blocked* stretch."""
    found: list[Found] = []
    unknown: list[tuple[int, int]] = []
    taken = 0
    for at, sentence in _marks(scene, names, blocked):
        if at < taken:
            continue
        mark = Mark(scene, names, at, taken, sentence, found, unknown)
        name = _first_answer(mark) if mark.signs != CAPITAL or mark.may_be_event else None
        if name is not None:
            taken = name.end
            while unknown and unknown[-1][0] >= name.start:
                unknown.pop()  # CBRE | Việt Nam
            if name.kind:
                found.append(name)
        elif mark.signs & CAPITAL and mark.compound_end == mark.end:
            unknown.append((at, dashed_end(mark.folded, mark.end, mark.right)))
    return found, unknown


def _first_answer(mark: Mark) -> Found | None:
    signs = mark.signs
    for rule, needed in RULES:
        if signs & needed:
            name = rule(mark)
            if name is not None:
                return name
    return None


def _marks(scene: Scene, names: Names, blocked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Sentence]]:
    """Each capital, and each unit with a figure, that stands in no blocked stretch, with its sentence."""
    blocks = iter((*blocked, (len(scene.folded), len(scene.folded) + 1)))
    block = next(blocks)
    for sentence in scene.sentences:
        start, end = sentence.start, sentence.end
        places = [match.start() for match in _CAPITAL.finditer(scene.folded, start, end)]
        numbered = [match.start() for match in names.numbered_unit.finditer(scene.lower, start, end)]
        for at in sorted({*places, *numbered}) if numbered else places:
            while block[1] <= at:
                block = next(blocks)
            if at < block[0]:
                yield at, sentence
