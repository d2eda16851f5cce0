"""The heading of a list: `UBND tỉnh tặng:` above lines of awards, `Cơ cấu giải thưởng` above prizes not yet given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.entities.organizations import issuer_at
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.scene import Scene
    from trichluc.segment import Sentence

__all__ = ["Heading", "heading_of"]

_LIST_LINE = Pattern(r"(?:[-+*•] ?|\d{1,2}[.)/] ?|[a-zđ]\) ?)")
_GIVES = Pattern(r" (?:đã )?(?:tặng thưởng|trao tặng|tặng|trao|khen thưởng|thưởng|khen)(?: [^:.]{0,40})?[:.]?$")
_PLANS = Pattern(r".{0,60}?(?<!\w)(?:cơ cấu giải|cơ cấu dự kiến giải|giải thưởng gồm|hệ thống giải thưởng|giá trị giải thưởng|giải thưởng cuộc thi|giải thưởng của|số lượng giải)(?!\w)")
_PROPOSES = Pattern(r".{0,60}?(?<!\w)(?:đề nghị|đề xuất|xét tặng)(?!\w)")
_MOST_LINES = 40
_LONGEST = 220


class Heading(Struct, frozen=True):
    """What a heading says of the awards below it."""

    awarder: tuple[int, int] | None = None
    status: str | None = None


def heading_of(scene: Scene, sentence: Sentence) -> Heading | None:
    """The heading of the list in which *sentence* stands; None where it stands in none."""
    lower = scene.lower
    if not _LIST_LINE.match(lower, sentence.start, sentence.end):
        return None
    number = scene.sentence_number(sentence.start)
    status = awarder = None
    for back in range(number - 1, max(number - _MOST_LINES, -1), -1):
        line = scene.sentences[back]
        listed = _LIST_LINE.match(lower, line.start, line.end) is not None
        if line.end - line.start > _LONGEST:
            break
        if _PLANS.match(lower, line.start, line.end):
            status = "planned"
            break
        if not listed:
            body = issuer_at(scene.text, line.start, line.end)
            if body is not None and _GIVES.match(lower, body, line.end):
                awarder = (line.start, body)
            if awarder or lower[line.end - 1 : line.end] in (":", "."):
                status = "proposed" if _PROPOSES.match(lower, line.start, line.end) else None
                break
    return Heading(awarder, status) if awarder or status else None
