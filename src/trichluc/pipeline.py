"""The street, end to end: read this first.

    str ─ fold ─▶ Text ─ layout ─▶ Zones ─ segment ─▶ Sentences ─ numerals ─▶ Lexemes ─ families ─▶ Candidates ─ claim ─▶ Mentions ─ link ─▶ Extraction

Every stage is a function of the values before it. Nothing points back, no stage edits its input, and no clock, locale, environment or
global setting is read.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from trichluc.article import put_together
from trichluc.claim import Claims, claim
from trichluc.engines import default_tagger
from trichluc.entities import ROOMS, Names, default_names, find_entities, names_of
from trichluc.errors import InvalidReference, LexiconError
from trichluc.extraction import Extraction
from trichluc.families import FAMILIES
from trichluc.layout import layout
from trichluc.lexicon import Lexicon, load_lexicon, merge_lexicons, read_user_lexicon
from trichluc.link import Mention
from trichluc.link.repeats import mark_repeats
from trichluc.link.steps import STEPS
from trichluc.numerals import find_digits, find_quantities, number_words
from trichluc.rule import Rulebook
from trichluc.scan import Literals
from trichluc.scene import Scene
from trichluc.segment import segment
from trichluc.text import Text, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from trichluc.engines import Tagger
    from trichluc.records import AnyRecord
    from trichluc.rule import Attempt, Candidate, Family

__all__ = ["Pipeline", "default_pipeline", "read_published"]


class Pipeline:
    """A configured street: which families run, with which lexicons, and what tags words for the entities.

    Args:
        families: the rooms, in claim order.
        lexicons: paths of the user's own TOML files, ``[room.group]``.
        tagger: finds words, parts of speech and names; None for the built-in one. Any object with the methods of
            :class:`trichluc.engines.Tagger` will do.

    Raises:
        LexiconError: a lexicon file is not of the rooms' form, or names a room or a group that is not there.

    >>> Pipeline().extract("Đảng bộ có 49 đảng viên.", entities=False).records[0].text
    '49 đảng viên'
    """

    def __init__(self, families: Sequence[Family] = FAMILIES, lexicons: Iterable[str | Path] = (), tagger: Tagger | None = None) -> None:
        self.families = tuple(families)
        self.tagger = tagger
        self._paths = tuple(lexicons)
        self._own = own = [self._checked(path) for path in self._paths]
        self._names: Names | None = None
        self.lexicons = {
            family.name: merge_lexicons([load_lexicon(family.package), *(file[family.name] for file in own if family.name in file)])
            for family in self.families
        }
        self._rules = Rulebook((family, self.lexicons[family.name]) for family in self.families)
        self._literals = Literals(number_words() | self._rules.by_word.keys() | self._rules.sought)

    def __reduce__(self) -> tuple[type[Pipeline], tuple[object, ...]]:
        """A worker process is sent what a pipeline is made of, not its compiled patterns."""
        return Pipeline, (self.families, self._paths, self.tagger)

    def extract(
        self,
        text: str,
        *,
        published: date | datetime | str | None = None,
        entities: bool = True,
        types: Iterable[str] | None = None,
        source: str | None = None,
        title: str | None = None,
    ) -> Extraction:
        """Read one article; see :func:`trichluc.extract`."""
        reference = read_published(published)
        scene = self.survey(text)
        mentions = _mentions(claim(self.propose(scene)), scene)
        for step in STEPS:
            mentions = step(mentions, scene, reference)
        if entities:
            found = find_entities(scene, mentions, self.tagger or default_tagger(), self.names, reference)
            mentions = _with_entities(mentions, found, scene)
        article = put_together(scene, mentions, title)
        wanted = None if types is None else frozenset(types)
        records = tuple(mention.record for mention in mentions if wanted is None or mention.record.type in wanted)
        return Extraction(source=source, article=article, records=records)

    @property
    def names(self) -> Names:
        """The grammars and gazetteers of names, the user's words among them; made at their first use."""
        if self._names is None:
            self._names = names_of(self._own) if any(room in file for file in self._own for room in ROOMS) else default_names()
        return self._names

    def _checked(self, path: str | Path) -> dict[str, Lexicon]:
        """A user's lexicon whose rooms and groups are all there: a word in a group that no grammar asks for would never be found."""
        own = read_user_lexicon(path)
        packages = {**ROOMS, **{family.name: family.package for family in self.families}}
        for room, lexicon in own.items():
            if room not in packages:
                message = f"{path}: no room [{room}]; there are: {', '.join(sorted(packages))}"
                raise LexiconError(message)
            known = load_lexicon(packages[room]).groups
            for group in lexicon.groups:
                if known and group not in known:
                    message = f"{path}: room [{room}] has no group [{room}.{group}]; there are: {', '.join(sorted(known))}"
                    raise LexiconError(message)
        return own

    def survey(self, text: str) -> Scene:
        """fold, layout, segment and numerals: all that is known before the families look."""
        return _survey(fold(text), self._literals)

    def propose(self, scene: Scene) -> tuple[Candidate, ...]:
        """The candidates of every family."""
        return tuple(self._rules.propose(scene))

    def attempts(self, scene: Scene) -> tuple[Attempt, ...]:
        """Every rule tried at every place its trigger stands, and what came of it; see :mod:`trichluc.explain`."""
        return tuple(self._rules.attempts(scene))


@cache
def default_pipeline() -> Pipeline:
    """The pipeline behind :func:`trichluc.extract`; made at its first use."""
    return Pipeline()


def read_published(published: date | datetime | str | None) -> date | None:
    """The caller's date of publication as a date.

    Raises:
        InvalidReference: it is neither a date nor an ISO string.

    >>> read_published("2011-03-02T10:00")
    datetime.date(2011, 3, 2)
    """
    if published is None:
        return None
    if isinstance(published, datetime):
        return published.date()
    if isinstance(published, date):
        return published
    try:
        return datetime.fromisoformat(published).date()
    except (TypeError, ValueError):
        message = f"published={published!r} is no date; pass a date, a datetime or an ISO string such as '2011-03-02'"
        raise InvalidReference(message) from None


def _survey(text: Text, literals: Literals) -> Scene:
    zones = layout(text)
    sentences = segment(text, zones)
    hits = literals.find(text.lower)
    digits = find_digits(text.lower)
    quantities = find_quantities(text, hits, digits)
    starts = {}
    for number, quantity in enumerate(quantities):
        starts[quantity.start] = starts[quantity.number_start] = number
    sentence_starts = tuple([sentence.start for sentence in sentences])
    sentence_ends = tuple([sentence.end for sentence in sentences])
    return Scene(text, text.folded, text.lower, zones, sentences, sentence_starts, sentence_ends, tuple(hits), digits, quantities, starts)


def _mentions(claims: Claims, scene: Scene) -> tuple[Mention, ...]:
    """The winners as records, numbered in text order; those that only block give none."""
    recording = [winner for winner in claims.winners if winner.record is not None]
    return tuple(Mention(_record(winner, scene, number), winner.start, winner.end) for number, winner in enumerate(recording))


def _record(winner: Candidate, scene: Scene, number: int) -> AnyRecord:
    start, end = scene.text.source_span(winner.start, winner.end)
    record: AnyRecord = winner.record(  # type: ignore[misc, assignment]  # _mentions passes only candidates with a record
        id=number,
        text=scene.text.source[start:end],
        start=start,
        end=end,
        section=scene.sentence(winner.start).section,
        rule=winner.rule,
        warnings=winner.warnings,
        **winner.fields,
    )
    return record


def _with_entities(mentions: tuple[Mention, ...], found: tuple[Candidate, ...], scene: Scene) -> tuple[Mention, ...]:
    """All in text order, the entities numbered after all others, so that the others' ids do not depend on them."""
    first = len(mentions)
    entities = tuple(
        Mention(_record(_counted_from(entity, first), scene, first + number), entity.start, entity.end)
        for number, entity in enumerate(found)
    )
    return tuple(sorted((*mentions, *mark_repeats(entities, scene, None)), key=lambda mention: (mention.start, mention.end)))


def _counted_from(entity: Candidate, first: int) -> Candidate:
    """The candidate with ``same_as``, a place among the entities, as the id that this entity gets."""
    place = entity.fields.get("same_as")
    return entity if place is None else msgspec.structs.replace(entity, fields={**entity.fields, "same_as": first + place})
