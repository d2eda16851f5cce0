"""The heading of a list: `UBND tỉnh tặng:` above lines of awards, `Ông được Đảng và Nhà nước tặng thưởng:`, `Cơ cấu giải thưởng` above prizes not yet given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.entities.organizations import issuer_at
from trichluc.link.awards.extents import giver_at
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.scene import Scene
    from trichluc.segment import Sentence

__all__ = ["LIST_LINE", "Heading", "heading_of"]

LIST_LINE = Pattern(r"(?:[-+*•] ?|\d{1,2}[.)/] ?|[a-zđ]\) ?)")
_GIVES = Pattern(
    r"(?: [^\W\d]+){0,8}? (?P<verb>(?:đã )?(?:tặng thưởng|trao tặng|tặng|trao|khen thưởng|thưởng|khen))(?: [^:.]{0,40})?[:.]?$"
)
_REWARDS = Pattern(r"[^:]{0,160}(?<!\w)(?:trao|tặng|thưởng|khen)(?!\w)[^:]{0,40}:$")
# Đồng chí đã | được | Đảng và Nhà nước | tặng thưởng nhiều phần thưởng cao quý:
_RECEIVES = Pattern(
    r"(?P<who>[^:;]{1,120}?) (?:(?:đã|từng|vinh dự|còn) ){0,3}được (?P<by>(?:[^:;]{2,80} )?)(?:trao tặng|tặng thưởng|phong tặng|tặng|trao)(?!\w)[^:.]{0,80}:$"
)
# Những phần thưởng mà | Công ty Điện lực | đã đạt được:
_WON = Pattern(
    r"(?:[^:;]{0,80} mà )?(?P<who>[^:;]{2,100}?) (?:(?:đã|từng|vinh dự) ){0,3}(?:đạt được|nhận được|giành được|đón nhận)(?!\w)[^:.]{0,60}:$"
)
_PLANS = Pattern(
    r".{0,60}?(?<!\w)(?:cơ cấu giải|cơ cấu dự kiến giải|giải thưởng gồm|hệ thống giải thưởng|giá trị giải thưởng|giải thưởng cuộc thi|giải thưởng của|số lượng giải)(?!\w)"
)
_PROPOSES = Pattern(r".{0,60}?(?<!\w)(?:đề nghị|đề xuất|xét tặng)(?!\w)")
_MOST_LINES = 40
_LONGEST = 220


class Heading(Struct, frozen=True):
    """What a heading says of the awards below it; ``receiver`` is the stretch that names who got them all."""

    awarder: tuple[int, int] | None = None
    status: str | None = None
    receiver: tuple[int, int] | None = None


def heading_of(scene: Scene, sentence: Sentence) -> Heading | None:
    """The heading of the list in which *sentence* stands; None where it stands in none."""
    lower = scene.lower
    if not LIST_LINE.match(lower, scene.zones.zones[sentence.zone].start, sentence.end):
        return None
    number = scene.sentence_number(sentence.start)
    status = awarder = receiver = None
    for back in range(number - 1, max(number - _MOST_LINES, -1), -1):
        line = scene.sentences[back]
        if line.end - line.start > _LONGEST:
            break
        if status is None and _PLANS.match(lower, line.start, line.end):
            status = "planned"
        if LIST_LINE.match(lower, scene.zones.zones[line.zone].start, line.end):
            continue
        received = _RECEIVES.match(lower, line.start, line.end)
        if received is not None:
            receiver, by = received.span("who"), received.span("by")
            awarder = (by[0], by[1] - 1) if giver_at(scene, *by) is not None else None
            break
        won = _WON.match(lower, line.start, line.end)
        if won is not None:
            receiver = won.span("who")
            break
        awarder = _giver(scene, line)
        if awarder or lower[line.end - 1 : line.end] in (":", "."):
            status = status or ("proposed" if _PROPOSES.match(lower, line.start, line.end) else None)
            break
    return Heading(awarder, status, receiver) if awarder or status or receiver else None


def _giver(scene: Scene, line: Sentence) -> tuple[int, int] | None:
    """`UBND tỉnh tặng:`, `Ban Tổ chức căn cứ kết quả để trao thưởng, cụ thể:`."""
    body = issuer_at(scene.text, line.start, line.end)
    if body is None:
        return None
    gives = _GIVES.match(scene.lower, body, line.end)
    if gives is not None:
        return line.start, gives.start("verb") - 1
    return (line.start, body) if _REWARDS.match(scene.lower, body, line.end) else None
