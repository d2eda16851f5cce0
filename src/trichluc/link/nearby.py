"""nearby: the mentions about one, so many and no more: a link looks round it, never through a whole article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.records import Date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["MOST_NEARBY", "TEXT_REACH", "Dated", "apart", "dates_of_sentence", "following", "in_sentence"]

# Mentions to either side, and characters of the sentence, that are looked at: no real sentence holds more.
MOST_NEARBY = 16
TEXT_REACH = 400
_MOST_APART, _SHORTEST = 6, 4


def apart(scene: Scene, first: int, second: int) -> int:
    """How many sentences lie between two, by their numbers; the number of an item in a list (`2.`) is none."""
    if not 0 < second - first <= _MOST_APART:
        return second - first
    return sum(sentence.end - sentence.start >= _SHORTEST for sentence in scene.sentences[first + 1 : second + 1])


def in_sentence(mentions: Sequence[Mention], number: int, scene: Scene) -> Iterator[int]:
    """The places of the other mentions of the sentence, in text order."""
    sentence = scene.sentence(mentions[number].start)
    for at in range(max(number - MOST_NEARBY, 0), min(number + MOST_NEARBY, len(mentions))):
        if at != number and sentence.start <= mentions[at].start < sentence.end:
            yield at


def following(mentions: Sequence[Mention], number: int, scene: Scene) -> Iterator[Mention]:
    """The mentions behind one in its sentence, in text order."""
    end = scene.limit(mentions[number].start)
    for mention in mentions[number + 1 : number + MOST_NEARBY]:
        if mention.start >= end:
            return
        yield mention


class Dated(Struct, frozen=True):
    """A date among the mentions: its number, its place in the folded text, and its record."""

    number: int
    start: int
    end: int
    record: Date


def dates_of_sentence(mentions: Sequence[Mention], number: int, scene: Scene) -> tuple[Dated, ...]:
    """The other dates of the sentence that say their year."""
    return tuple(
        Dated(at, mentions[at].start, mentions[at].end, record)
        for at in in_sentence(mentions, number, scene)
        if isinstance(record := mentions[at].record, Date) and record.value[:4].isdigit()
    )
