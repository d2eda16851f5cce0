"""Whose an award in brackets is: `sau Thái Lan (182 HCV)`, `vượt qua đàn anh Lê Nam (4 HCV)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.organizations import organization_at
from trichluc.entities.people import person_at
from trichluc.entities.places import place_at
from trichluc.link.awards.contests import contest_at
from trichluc.link.awards.names import PERSON, UNIT, Phrase
from trichluc.link.awards.words import PLACED, WORD_START, phrases_of
from trichluc.rule import Pattern
from trichluc.text import UPPER

if TYPE_CHECKING:
    from trichluc.link.awards.phrases import PhraseReader
    from trichluc.scene import Scene

__all__ = ["named_before"]

_FARTHEST = 80
_NAMING = re.compile(rf"[{UPPER}]")
# SEA Games 30 | ở | Philippines (98 HCV): where, not who
_WHERE = Pattern(r"(?r)(?<!\w)(?:ở|tại|trong|đến|từ|về|trên|thuộc|hội thi|cuộc thi|giải) ")
# Trường THPT A, | thành phố Lạng Sơn; em Lan, quê | Nghệ An
_FROM = Pattern(r"(?r), (?:quê |đến từ |ở |tỉnh |thành phố |huyện )?")


def named_before(scene: Scene, reader: PhraseReader, left: int, end: int) -> Phrase | None:
    """The person, team or place whose name ends at *end*, wherever its clause began; None for one that only says where.

    Args:
        scene: the article.
        reader: reads its phrases.
        left: where to begin.
        end: where the bracket opens.
    """
    first = max(end - _FARTHEST, left)
    stripped = first + len(scene.lower[first:end].rstrip())
    for word in WORD_START.finditer(scene.lower, first, stripped):
        at = word.start()
        if _NAMING.search(scene.folded, at, stripped) is None:
            break
        if PLACED.match(scene.lower, max(left, at - 12), at):
            continue
        phrase = reader.at(at, stripped)
        if phrase is None or phrase.end != stripped or phrase.kind not in (PERSON, UNIT):
            continue
        from_there = _FROM.match(scene.lower, max(left, at - 12), at)
        if from_there is not None and place_at(scene.text, at, stripped) == stripped:
            told = named_before(scene, reader, left, from_there.start())  # em Lan, quê Nghệ An (giải Nhất), not: sau Thái Lan, Việt Nam
            return told if told is not None and place_at(scene.text, told.start, told.end) != told.end else phrase
        if contest_at(scene, phrase.start, stripped) is not None or _WHERE.match(scene.lower, max(left, at - 9), at):
            return None
        return phrase if phrase.kind == PERSON or _is_name(scene, phrase) else None
    return None


def _is_name(scene: Scene, phrase: Phrase) -> bool:
    """Whether a unit is a body or place, or named by its kind: not `Tiếng Anh (2 giải)`."""
    named = (read(scene.text, phrase.start, phrase.end) == phrase.end for read in (person_at, place_at, organization_at))
    return any(named) or any(phrases_of(group).at(scene.lower, phrase.start, phrase.end) for group in ("unit_head", "role"))
