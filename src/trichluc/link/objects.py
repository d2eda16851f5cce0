"""objects: where the verb before a percentage acts on what stands behind it, not on its own subject.

được giảm 30% | thuế    phấn đấu giảm 50% | số hộ nghèo    đạt 67% | khối lượng
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.link.clauses import group

if TYPE_CHECKING:
    from trichluc.scene import Scene

__all__ = ["is_object"]

_ADVERBS = frozenset(("đã", "mới", "chỉ", "thực"))

# giảm tới | 35% chi phí
_FAR = frozenset(("tới", "đến", "được", "thêm", "bớt"))

Span = tuple[int, int]


def is_object(scene: Scene, whole: Span, left: Span | None, words: tuple[str, ...]) -> bool:
    """Whether the percentage is of the *whole* behind it, though a subject and a verb of amount stand before."""
    return _is_doing(scene, whole, words) or _is_passive(words) or _is_changed(scene, whole, left, words)


def _is_passive(words: tuple[str, ...]) -> bool:
    """`được giảm 30% thuế`: of the tax, not of who is spared it."""
    return "được" in words and not {"tăng", "giảm"}.isdisjoint(words)


def _is_changed(scene: Scene, whole: Span, left: Span | None, words: tuple[str, ...]) -> bool:
    """`hội phấn đấu giảm 50% số hộ nghèo`, `ngân hàng giảm 0,5% lãi suất`: a number or amount right behind is what the verb changes."""
    if "cắt" in words:  # cắt giảm 12% nhân sự
        return True
    told = [word for word in words if word not in _FAR]
    if not told or told[-1] not in ("tăng", "giảm", "mất", "hạ"):
        return False
    phrase = f"{scene.lower[whole[0] : whole[1]]} "
    if phrase.startswith(("số ", "tổng số ", "lượng ", "giá ", "tiền ", "thuế ", "phí ", "chi phí ", "lệ phí ")):
        return True
    return _is_amount(phrase) and not (left is not None and _is_amount(scene.lower[left[0] : left[1]]))


def _is_amount(phrase: str) -> bool:
    """Whether a phrase opens with a noun of quantity: `lãi suất`, `tiền thuê đất`."""
    words = phrase.split(" ", 3)
    return any(" ".join(words[:count]) in group("measure_head") for count in range(1, len(words) + 1))


def _is_doing(scene: Scene, whole: Span, words: tuple[str, ...]) -> bool:
    """`đạt 67% khối lượng`, `thực hiện được 12% khối lượng`: of the work, not of who does it; but `lãi gộp đạt 25% doanh thu`."""
    telling = [word for word in words if word not in _ADVERBS]
    if not telling or not group("doing").issuperset(telling):
        return False
    return telling != ["đạt"] or scene.lower[whole[0] : whole[1]].split(" ", 1)[0] in group("work_done")
