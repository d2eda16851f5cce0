"""nearby: the mentions about one, so many and no more: a link looks round it, never through a whole article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["MOST_NEARBY", "TEXT_REACH", "in_sentence"]

# Mentions to either side, and characters of the sentence, that are looked at: no real sentence holds more.
MOST_NEARBY = 16
TEXT_REACH = 400


def in_sentence(mentions: Sequence[Mention], number: int, scene: Scene) -> Iterator[int]:
    """The places of the other mentions of the sentence, in text order."""
    sentence = scene.sentence(mentions[number].start)
    for at in range(max(number - MOST_NEARBY, 0), min(number + MOST_NEARBY, len(mentions))):
        if at != number and sentence.start <= mentions[at].start < sentence.end:
            yield at
