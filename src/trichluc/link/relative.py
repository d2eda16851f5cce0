"""relative: `hôm qua`, `năm ngoái`, `5 năm trước` counted from the caller's date, else from a trusted stamp of the page; never from today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.date.iso import bounds
from trichluc.families.date.relative import read_shift, shifted
from trichluc.link.nearby import in_sentence
from trichluc.link.stamps import trusted_stamp
from trichluc.records import Date

if TYPE_CHECKING:
    from datetime import date

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["resolve_relative"]

# Of these the point they are counted from may be a date of the tale: năm 2018 …, năm sau ông trở lại.
_TALE = frozenset({"năm trước", "năm sau", "tháng trước", "tháng sau", "tuần trước", "tuần sau"})


def resolve_relative(mentions: tuple[Mention, ...], scene: Scene, published: date | None) -> tuple[Mention, ...]:
    """Fill the X of relative dates."""
    told = published or trusted_stamp(mentions)
    if told is None:
        return mentions
    return tuple(_resolved(mentions, number, scene, told, published) for number in range(len(mentions)))


def _resolved(mentions: tuple[Mention, ...], number: int, scene: Scene, told: date, published: date | None) -> Mention:
    mention = mentions[number]
    record = mention.record
    if not isinstance(record, Date) or record.anchor != "relative" or "X" not in record.value:
        return mention
    words = scene.lower[mention.start : mention.end]
    if words in _TALE and _is_told(mentions, number, scene):
        return mention
    shift = read_shift(words, counted=record.rule == "date.ago")
    value = shifted(record.value, shift, told) if shift else None
    if value is None or (published is None and value[:4] != f"{told.year:04d}"):
        return mention  # a stamp is not trusted beyond its own year
    return mention.with_fields(value=value, resolved_by="published" if published else "stamp")


def _is_told(mentions: tuple[Mention, ...], number: int, scene: Scene) -> bool:
    """Whether the sentence has named a date before."""
    before = (mentions[at].record for at in in_sentence(mentions, number, scene) if at < number)
    return any(isinstance(record, Date) and bounds(record.value)[0] is not None for record in before)
