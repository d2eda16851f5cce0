"""changes: those a percentage has from its sentence, where no verb of change leads to its number.

tăng 20 xã, tức | 25%    tốc độ tăng trưởng đạt | 11,2%    tăng 7% so với quý trước và | 29% so với năm trước
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.link.clauses import group

if TYPE_CHECKING:
    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["NUMBERS", "change_before", "change_of_rate", "compares_again", "says_again"]

_SAME = re.compile(r"(?<!cổ )(?<!lợi )(?:tức|tức là|tương đương|tương đương với|hay|hay là)[ (]*$")
_AND = re.compile(r"^[^,;.]*(?: và |, )$")
_COMPARED = (" so ", " về ", " trong ")
# tăng 5% số vụ và | 3% số người chết
NUMBERS = (" số ", " tổng số ", " lượng ", " giá trị ")
_CHANGES = {"tăng": "increase", "nhích": "increase", "cộng": "increase", "giảm": "decrease", "mất": "decrease", "lùi": "decrease"}
_CHANGE = re.compile(rf"(?<!\w)(?:{'|'.join(_CHANGES)})(?!\w)")
# tăng 5,12 điểm (0,68%)
_BRACKETED = re.compile(
    r"(?<!\w)(?:tăng|giảm|mất|lùi|nhích|cộng)(?: (?:thêm|hơn|gần|khoảng|được|nhẹ|mạnh|tới))* [\d.,]+(?: ?[^\W\d_]+){1,4} ?\($"
)
_CLOSED = re.compile(r"[,;:(]")
_MOST_STATING = 12

Span = tuple[int, int]


def change_before(scene: Scene, mention: Mention) -> str | None:
    """The last verb of change that the sentence has before the number."""
    found = _CHANGE.findall(scene.lower, max(scene.sentence(mention.start).start, mention.start - 80), mention.start)
    return _CHANGES[found[-1]] if found else None


def change_of_rate(scene: Scene, mention: Mention, of: Span) -> str | None:
    """`tốc độ tăng trưởng kinh tế của huyện đạt 11,2%`: what is measured is itself a change, and the number its amount."""
    stated = scene.lower[of[1] : mention.start].removesuffix("(")  # mức tăng cao nhất (8,4%)
    between = stated.split()
    if (
        of[1] > mention.start
        or len(between) > _MOST_STATING
        or _CLOSED.search(stated)
        or group("rate_of_change_lost").intersection(between)
    ):
        return None
    phrase = scene.lower[of[0] : of[1]]
    return next((name for name in ("increase", "decrease") if phrase.startswith(tuple(group(f"rate_{name}")))), None)


def compares_again(scene: Scene, before: Mention, mention: Mention) -> bool:
    """`tăng 7% so với quý trước | và 29% so với năm trước`, `giảm 5% số vụ | và 3% số bị can`: the verb is said once."""
    between = scene.lower[before.end : mention.start]
    led = next((lead for lead in (*_COMPARED, *NUMBERS) if between.startswith(lead)), None)
    return led is not None and _AND.search(between) is not None and scene.lower.startswith(led, mention.end)


def says_again(scene: Scene, mention: Mention) -> bool:
    """`tăng 20 xã, tức 25%`, `tăng 5,12 điểm (0,68%)`: the same change in percent."""
    start = mention.start
    if _SAME.search(scene.lower, max(start - 24, 0), start) is not None:
        return True
    return scene.lower[start - 1 : start] == "(" and _BRACKETED.search(scene.lower, max(start - 60, 0), start) is not None
