"""repeats: a record in a passage printed twice points to the first that says the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["mark_repeats"]


def mark_repeats(mentions: tuple[Mention, ...], scene: Scene, _published: date | None) -> tuple[Mention, ...]:
    """Fill ``repeat_of``: same type, same place in the two passages."""
    if not scene.zones.repeats:
        return mentions
    ids = {(mention.start, mention.end, mention.record.type): mention.record.id for mention in mentions}
    marked = []
    for mention in mentions:
        first = next(
            (
                ids.get((mention.start - again + once, mention.end - again + once, mention.record.type))
                for once, again, length in scene.zones.repeats
                if again <= mention.start < again + length
            ),
            None,
        )
        marked.append(mention if first is None else mention.with_fields(repeat_of=first))
    return tuple(marked)
