"""entities: people, organizations and places; gazetteers and grammar first, the model's evidence second."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from trichluc.entities.evidence import weigh
from trichluc.entities.find import find_names
from trichluc.entities.found import PERSON
from trichluc.entities.names import ROOMS, Names, default_names, names_of
from trichluc.entities.naming import NEW_LIST, canonical_name, province_code
from trichluc.entities.sameness import fuller_mentions
from trichluc.entities.titles import title_of
from trichluc.records import Award, Citation, Date, Entity
from trichluc.rule import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trichluc.engines import Tagger
    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["ROOMS", "Names", "default_names", "find_entities", "names_of"]

_DAY = len("2022-06-27")


def find_entities(
    scene: Scene, mentions: Iterable[Mention], tagger: Tagger, names: Names, published: date | None = None
) -> tuple[Candidate, ...]:
    """The entities of an article in text order, flat and without overlap; *mentions* are its other records.

    The ``same_as`` of a candidate is the place in this tuple of the mention it refers to.
    """
    others = tuple(mentions)
    scene = _unwrapped(scene)
    by_rule, unknown = find_names(scene, names, _blocked(scene, others))
    found = sorted([*by_rule, *weigh(scene, names, by_rule, unknown, tagger)], key=lambda name: name.start)
    starts, ends = {name.start: name for name in found}, {name.end: name for name in found}
    day = published or _day_of_page(others)
    return tuple(
        Candidate(
            Entity,
            name.start,
            name.end,
            {
                "kind": name.kind,
                "name": canonical_name(scene, names, name),
                "title": title_of(scene, names, name, starts, ends) if name.kind == PERSON else None,
                "same_as": fuller,
                "code": province_code(scene, names, name, day),
            },
            rule=name.rule,
        )
        for name, fuller in zip(found, fuller_mentions(scene, found), strict=True)
    )


def _unwrapped(scene: Scene) -> Scene:
    """The same article with a space for each line end, so that a name may go on in the next line of its sentence; offsets stay."""
    if not any("\n" in scene.folded[sentence.start : sentence.end] for sentence in scene.sentences):
        return scene
    folded, lower = scene.folded.replace("\n", " "), scene.lower.replace("\n", " ")
    return replace(scene, text=replace(scene.text, folded=folded, lower=lower), folded=folded, lower=lower)


def _blocked(scene: Scene, mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    """Stretches in which a capital names nothing: the paper's mark, document numbers and names, awards."""
    blocked = [] if scene.zones.dateline is None else [scene.zones.dateline]
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


def _day_of_page(mentions: Iterable[Mention]) -> date | None:
    """The day in the page's date line where it settles which list of provinces held: a page seen before the new list was written before it."""
    for mention in mentions:
        record = mention.record
        if isinstance(record, Date) and record.section == "page_date" and len(record.value) >= _DAY and "X" not in record.value[:_DAY]:
            day = date.fromisoformat(record.value[:_DAY])
            return day if day < NEW_LIST else None
    return None
