"""naming: the canonical name of an entity, and the code of a province where it is certain.

Codes were given anew on 1/7/2025: 15 was Yên Bái and is Lào Cai, 52 was Bình Định and is Gia Lai. So a code is written with the year of its
list, `2004:52` (QĐ 124/2004/QĐ-TTg) or `2025:52` (QĐ 19/2025/QĐ-TTg), and a province that is in both lists has a code only where the
article's date is known.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from trichluc.entities.found import LOCATION, ORGANIZATION, PERSON

if TYPE_CHECKING:
    from trichluc.entities.found import Found
    from trichluc.entities.names import Names
    from trichluc.scene import Scene

__all__ = ["NEW_LIST", "canonical_name", "province_code"]

NEW_LIST = date(2025, 7, 1)


def canonical_name(scene: Scene, names: Names, found: Found) -> str:
    """The name in NFC with one placement of tone marks, as the text prints it but for small first letters and shouted words."""
    text = scene.folded[found.start : found.end]
    if found.kind == PERSON:
        return text.title() if text.isupper() and " " in text else text
    if found.kind == ORGANIZATION:
        return text[0].upper() + text[1:]
    return names.places.spelling.spelled(text)


def province_code(scene: Scene, names: Names, found: Found, published: date | None) -> str | None:
    """The official code of a province with its list's year; None for other places, and where the list is uncertain."""
    if found.kind != LOCATION:
        return None
    codes = names.places.spelling.codes(scene.text, found.start, found.end)
    if codes is None:
        return None
    old, new = codes
    if old and not new:
        return f"2004:{old}"
    if published is None:
        return None
    year, code = (2025, new) if published >= NEW_LIST else (2004, old)
    return f"{year}:{code}" if code else None
