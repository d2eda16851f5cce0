"""find: one pass over an article's capitals; at each the rules are asked in turn, and what none knows is kept for the evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.bodies import by_grammar, from_small_word, of_event, of_office, of_press
from trichluc.entities.mark import Mark
from trichluc.entities.persons import behind_cue, by_surname, no_person, part_of_title
from trichluc.entities.phrases import dashed_end
from trichluc.entities.spots import behind_feature, behind_unit, in_gazetteer, in_list
from trichluc.text import UPPER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from trichluc.entities.found import Found
    from trichluc.entities.names import Names
    from trichluc.scene import Scene

__all__ = ["find_names"]

# The first rule to answer decides; a Found without a kind is part of what is no name of ours.
RULES: tuple[Callable[[Mark], Found | None], ...] = (
    from_small_word,  # trường THPT Chuyên …, châu Âu
    behind_unit,  # tỉnh Lạng Sơn
    in_list,  # các xã Xuân Bắc, | Suối Cao
    part_of_title,  # Phó Chủ tịch | Thường trực
    of_office,  # Elon Musk, CEO Tesla
    behind_cue,  # ông Hoan
    no_person,  # tư tưởng Hồ Chí Minh
    of_press,  # VnExpress
    of_event,  # AFF Cup
    by_grammar,  # Sở Y tế
    behind_feature,  # sông Kỳ Cùng
    in_gazetteer,  # Lào Cai
    by_surname,  # Nguyễn Văn A
)
# A capital that begins a word; not the second half of a code (QĐ-UBND, 12/NQ) or of initials (E.Grach)
_CAPITAL = re.compile(rf"(?<![\w&'])(?<![{UPPER}\d][/-])(?<![{UPPER}]\.)[{UPPER}]")


def find_names(scene: Scene, names: Names, blocked: Sequence[tuple[int, int]]) -> tuple[list[Found], list[tuple[int, int]]]:
    """The names that the rules find, and the capitalised words that none of them knows; none begins in a *blocked* stretch."""
    found: list[Found] = []
    unknown: list[tuple[int, int]] = []
    taken = 0
    for at, start, right in _marks(scene, names, blocked):
        if at < taken:
            continue
        mark = Mark(scene, names, at, max(start, taken), right, found, unknown)
        name = next((name for rule in RULES if (name := rule(mark)) is not None), None)
        if name is not None:
            taken = name.end
            if name.kind:
                found.append(name)
        elif mark.folded[at].isupper() and mark.compound_end == mark.end:
            unknown.append((at, dashed_end(mark.folded, mark.end, right)))
    return found, unknown


def _marks(scene: Scene, names: Names, blocked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Each capital, and each unit with a figure, that stands in no blocked stretch, with the bounds of its sentence."""
    blocks = iter((*blocked, (len(scene.folded), len(scene.folded) + 1)))
    block = next(blocks)
    for sentence in scene.sentences:
        start, end = sentence.start, sentence.end
        places = [match.start() for match in _CAPITAL.finditer(scene.folded, start, end)]
        places += [match.start() for match in names.numbered_unit.finditer(scene.lower, start, end)]
        for at in sorted(set(places)):
            while block[1] <= at:
                block = next(blocks)
            if at < block[0]:
                yield at, start, end
