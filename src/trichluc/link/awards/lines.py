"""Who is named by the lines about a list: in its heading (`Ông đã được Nhà nước tặng thưởng:`), or below an award (`tặng Bằng khen cho:`)."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from trichluc.link.awards.headings import LIST_LINE
from trichluc.link.awards.lists import read_list
from trichluc.link.awards.names import COUNTED, PERSON, PRONOUN, UNIT, Phrase
from trichluc.link.awards.subjects import SubjectReader
from trichluc.records import Award

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.link import Mention
    from trichluc.link.awards.antecedents import Antecedents
    from trichluc.link.awards.clauses import Clause
    from trichluc.link.awards.phrases import PhraseReader
    from trichluc.link.awards.subjects import Span
    from trichluc.scene import Scene

__all__ = ["ListLines"]

_FARTHEST_COLON, _MOST_LINES, _LONGEST_LINE = 80, 40, 240


class ListLines:
    """Reads the lines of an article's lists."""

    def __init__(self, scene: Scene, mentions: Sequence[Mention], reader: PhraseReader, antecedents: Antecedents) -> None:
        self._scene = scene
        self._reader = reader
        self._antecedents = antecedents
        self._award_starts = [mention.start for mention in mentions if isinstance(mention.record, Award)]
        self._receivers: dict[Span, tuple[Phrase, ...]] = {}

    def receiver(self, start: int, end: int) -> tuple[Phrase, ...]:
        """Whom the heading of a list names: `Đồng chí | đã được Đảng, Nhà nước tặng thưởng:`."""
        if (start, end) not in self._receivers:
            phrases = SubjectReader(self._scene, self._reader).subject(start, end + 1)
            if phrases and phrases[-1].kind == PRONOUN:
                person = self._antecedents.person_before(phrases[-1].start, self._scene.sentence(start))
                phrases = (person,) if person else ()
            self._receivers[start, end] = phrases
        return self._receivers[start, end]

    def below(self, clause: Clause) -> tuple[Phrase, ...]:
        """Those listed line by line under `tặng Bằng khen cho:`, up to the next award or the end of the list."""
        lower, zones, end = self._scene.lower, self._scene.zones.zones, clause.sentence.end
        if lower[end - 1 : end] != ":" or ";" in lower[clause.end : end] or end - clause.end > _FARTHEST_COLON:
            return ()
        found: list[Phrase] = []
        for zone in zones[clause.sentence.zone + 1 : clause.sentence.zone + 1 + _MOST_LINES]:
            mark = LIST_LINE.match(lower, zone.start, zone.end)
            following = bisect_left(self._award_starts, zone.start)
            if mark is None or (following < len(self._award_starts) and self._award_starts[following] < zone.end):
                break
            phrases, _ = read_list(self._reader, mark.end(), min(zone.end, zone.start + _LONGEST_LINE))
            found += [phrase for phrase in phrases if phrase.kind in (COUNTED, PERSON, UNIT)]
        return tuple(found)
