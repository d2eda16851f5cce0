"""entities: people, organizations and places; gazetteers and grammar first, the model's evidence second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.entities.evidence import weigh
from trichluc.entities.find import Finder
from trichluc.entities.names import ROOMS, Names, default_names, names_of
from trichluc.records import Award, Citation, Entity
from trichluc.rule import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from trichluc.engines import Tagger
    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["ROOMS", "Names", "default_names", "find_entities", "names_of"]


def find_entities(scene: Scene, mentions: Iterable[Mention], tagger: Tagger, names: Names, published: date | None) -> tuple[Candidate, ...]:
    """The entities of an article in text order, flat and without overlap; *mentions* are its other records.

    A candidate's ``same_as`` is the place in the tuple of the mention it refers to.
    """
    finder = Finder(scene, names, _blocked(scene, mentions))
    finder.run()
    found = sorted([*finder.found, *weigh(scene, names, finder.found, finder.unknown, tagger)], key=lambda name: name.start)
    return tuple(
        Candidate(Entity, name.start, name.end, {"kind": name.kind, "name": scene.folded[name.start : name.end]}, rule=name.rule) for name in found
    )


def _blocked(scene: Scene, mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    """Stretches of other records in which a capital names nothing: document numbers and names, awards."""
    blocked = []
    for mention in mentions:
        record = mention.record
        if isinstance(record, Award):
            blocked.append((mention.start, mention.end))
        elif isinstance(record, Citation):
            start = mention.start
            if record.number is not None:
                start = next((at for at in range(mention.start, mention.end) if scene.folded[at].isdigit()), start)
            blocked.append((start, mention.end))
    return sorted(blocked)
