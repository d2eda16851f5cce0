"""Teams told by who sends them: `Đoàn | Quân đội`, `đội | TP. Hồ Chí Minh`, `đội Sở | - Ngành 2`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.entities.organizations import organization_at
from trichluc.entities.people import person_at
from trichluc.entities.places import place_at
from trichluc.link.awards.extents import run_end, words_end
from trichluc.link.awards.words import phrases_of

if TYPE_CHECKING:
    from trichluc.scene import Scene

__all__ = ["past_partner", "team_end"]

_SENT = ("đoàn", "đội", "đơn vị")
_OF_TWO = ("đội ", "đội thi ", "liên quân ")
_DASH = " - "


def team_end(scene: Scene, at: int, head: int, limit: int) -> int | None:
    """Behind a team told by who sends it, its noun at ``at:head``: `Đoàn | Quân đội`, `Đoàn | Nghệ thuật quần chúng Công an tỉnh`."""
    lower = scene.lower
    if lower[head : head + 1] != " " or not lower.startswith(_SENT, at):
        return None
    if scene.folded[head + 1].isupper() and (owner := phrases_of("team_owner").at(lower, head + 1, limit)) is not None:
        body = organization_at(scene.text, owner[0] + 1, limit) if lower[owner[0] : owner[0] + 1] == " " else None
        return body or owner[0]
    place = place_at(scene.text, head + 1, limit)
    return place if place is not None and place >= run_end(scene, head + 1, limit) else None


def past_partner(scene: Scene, at: int, end: int, limit: int) -> int:
    """Behind the second of two bodies that sent a team together: `liên quân Thuế | - Kho bạc`, `đội Sở | - Ngành 2`."""
    second = end + len(_DASH)
    joined = scene.lower.startswith(_OF_TWO, at) and scene.lower.startswith(_DASH, end)
    if not joined or not scene.folded[second : second + 1].isupper() or person_at(scene.text, second, limit) is not None:
        return end
    return words_end(scene, second, limit, most=4) or end
