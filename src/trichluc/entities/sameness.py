"""sameness: a short mention refers to the fuller name of the same person, body or place elsewhere in the article.

Minh → Nguyễn Văn Minh; NHNN → Ngân hàng Nhà nước (NHNN); UBND tỉnh → UBND tỉnh Sơn La; Lạng Sơn → tỉnh Lạng Sơn.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from trichluc.entities.found import LOCATION, ORGANIZATION, PERSON, SHORT_NAME
from trichluc.entities.runs import SHORT_FORM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.entities.found import Found
    from trichluc.scene import Scene

__all__ = ["fuller_mentions"]

_DEFINED = re.compile(r" ?\((?:gọi tắt là |viết tắt là |sau đây gọi là )?$")


def fuller_mentions(scene: Scene, found: Sequence[Found]) -> list[int | None]:
    """For each mention the place in *found* of the fuller one, None where it is the fullest: the nearest before it, else the next behind."""
    lower = scene.lower
    words = [lower[name.start : name.end].split(" ") for name in found]
    defined = _definitions(scene, found)
    fuller: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, name in enumerate(found):
        for key in _shorter(name, words[number]):
            fuller[name.kind, key].append(number)
    places = []
    for number, name in enumerate(found):
        key = " ".join(words[number])
        candidates = [] if name.kind == PERSON and len(words[number]) > 2 else fuller.get((name.kind, key), [])
        if name.kind == ORGANIZATION and key in defined:
            places.append(defined[key] if defined[key] != number else None)
        elif not candidates or (name.kind != PERSON and len({" ".join(words[other]) for other in candidates}) > 1):
            places.append(None)
        else:
            before = [other for other in candidates if other < number]
            places.append(before[-1] if before else candidates[0])
    return places


def _shorter(name: Found, words: list[str]) -> list[str]:
    """The shorter forms by which a name may come again."""
    if name.kind == PERSON:
        return [" ".join(words[-number:]) for number in range(1, min(len(words), 3))]
    if name.kind == LOCATION:
        return [" ".join(words[1:]), " ".join(words[2:])] if len(words) > 2 and name.rule == "entity.place-unit" else []
    return [" ".join(words[:-number]) for number in range(1, len(words) - 1)]


def _definitions(scene: Scene, found: Sequence[Found]) -> dict[str, int]:
    """Short forms that the article gives in brackets behind the full name."""
    defined = {}
    for number, (full, short) in enumerate(pairwise(found)):
        key = scene.lower[short.start : short.end]
        alike = (
            short.rule == SHORT_NAME
            or SHORT_FORM.match(scene.folded, short.start, short.end)
            or key.split(" ")[0] == scene.lower[full.start : full.end].split(" ")[0]
        )
        if full.kind == short.kind == ORGANIZATION and alike and _DEFINED.fullmatch(scene.lower, full.end, short.start):
            defined[key] = number
    return defined
