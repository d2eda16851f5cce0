"""explain: why a sentence gave the records it gave. Which rules fired, who lost a claim to whom, which triggers were tried in vain.

It walks the street of :mod:`trichluc.pipeline` with the same functions, and keeps what the street throws away.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct

from trichluc.claim import claim
from trichluc.display import one_line, record_fields
from trichluc.errors import TrichlucError
from trichluc.pipeline import default_pipeline

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from trichluc.claim import Loser
    from trichluc.extraction import Extraction
    from trichluc.pipeline import Pipeline
    from trichluc.records import AnyRecord
    from trichluc.rule import Attempt, Candidate
    from trichluc.scene import Scene

__all__ = ["Explanation", "Fired", "Lost", "Vain", "explain"]


T = TypeVar("T")


class Fired(Struct, frozen=True):
    """A candidate that won its claim: its record as it came out, None where it only keeps text from others."""

    rule: str
    type: str
    start: int
    end: int
    text: str
    strength: int
    record: AnyRecord | None
    linked: tuple[str, ...] = ()
    """Fields that a link step filled or changed, `name: before → after`; `suppressed` where it took the record away."""


class Lost(Struct, frozen=True):
    """A candidate that found its text claimed."""

    rule: str
    type: str
    start: int
    end: int
    text: str
    winner: str
    winner_text: str
    because: str


class Vain(Struct, frozen=True):
    """Rules whose trigger stands here and that made nothing of it."""

    trigger: str
    start: int
    end: int
    unmatched: tuple[str, ...]
    """Rules whose pattern did not match."""
    rejected: tuple[str, ...]
    """Rules whose pattern matched something that on reading was none of theirs."""


class Explanation(Struct, frozen=True):
    """What happened in a stretch of text; all offsets are code points of the input."""

    start: int
    end: int
    text: str
    section: str
    fired: tuple[Fired, ...]
    lost: tuple[Lost, ...]
    vain: tuple[Vain, ...]


def explain(
    text: str, at: int | None = None, *, published: dt.date | str | None = None, pipeline: Pipeline | None = None
) -> tuple[Explanation, ...]:
    """Explain every sentence of a text, or only the one that holds the code point *at*.

    Raises:
        TrichlucError: *at* is outside the text, or the text or the date cannot be read (as for :func:`trichluc.extract`).

    >>> [sentence] = explain("Sản lượng tăng 12,5%.")
    >>> [(fired.text, fired.rule.split(".")[0]) for fired in sentence.fired if fired.record]
    [('12,5%', 'percentage')]
    """
    if at is not None and not 0 <= at < len(text):
        message = f"offset {at} is outside the text of {len(text)} characters"
        raise TrichlucError(message)
    pipeline = pipeline or default_pipeline()
    scene = pipeline.survey(text)
    attempts = pipeline.attempts(scene)
    claims = claim(candidate for attempt in attempts for candidate in attempt.candidates)
    extraction = pipeline.extract(text, published=published, entities=False)
    fired = _by_sentence(scene, ((winner.start, winner) for winner in claims.winners))
    lost = _by_sentence(scene, ((loser.candidate.start, loser) for loser in claims.losers))
    vain = _by_sentence(scene, ((attempt.start, attempt) for attempt in attempts if not attempt.candidates))
    spans = [scene.text.source_span(sentence.start, sentence.end) for sentence in scene.sentences]
    last = bisect_right(spans, at, key=itemgetter(0)) - 1 if at is not None else None
    return tuple(
        Explanation(
            start,
            end,
            text[start:end],
            sentence.section,
            tuple(_fired(scene, winner, extraction) for winner in fired[number]),
            tuple(_lost(scene, loser) for loser in lost[number]),
            tuple(_vain(scene, vain[number])),
        )
        for number, (sentence, (start, end)) in enumerate(zip(scene.sentences, spans, strict=True))
        if last is None or number == max(last, 0)
    )


def _by_sentence(scene: Scene, placed: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for start, one in placed:
        found[scene.sentence_number(start)].append(one)
    return found


def _fired(scene: Scene, winner: Candidate, extraction: Extraction) -> Fired:
    start, end = scene.text.source_span(winner.start, winner.end)
    record = None
    linked: tuple[str, ...] = ()
    if winner.record is not None:
        record = next((one for one in extraction.records if (one.start, one.end, one.type) == (start, end, _type(winner))), None)
        linked = ("suppressed",) if record is None else tuple(_linked(winner, record))
    return Fired(winner.rule, _type(winner), start, end, scene.text.source[start:end], winner.strength, record, linked)


def _linked(winner: Candidate, record: AnyRecord) -> Iterator[str]:
    defaults = {field.name: field.default for field in msgspec.structs.fields(type(record))}
    after = record_fields(record)
    for name in record.__struct_fields__:
        if name in after or name in winner.fields:
            before, now = winner.fields.get(name, defaults.get(name)), getattr(record, name)
            if before != now and name != "warnings":
                shown = "" if before in (None, (), "", msgspec.NODEFAULT) else f"{one_line(str(before))} "
                yield f"{name}: {shown}→ {after.get(name, 'null')}"


def _lost(scene: Scene, loser: Loser) -> Lost:
    candidate, winner = loser.candidate, loser.winner
    start, end = scene.text.source_span(candidate.start, candidate.end)
    lengths = [sum(last - first for first, last in one.claims) for one in (candidate, winner)]
    if winner.strength > candidate.strength:
        because = f"a stronger rule ({winner.strength} over {candidate.strength})"
    elif lengths[1] > lengths[0]:
        because = f"it claims more ({lengths[1]} characters over {lengths[0]})"
    elif winner.order < candidate.order:
        because = "its family stands earlier"
    else:
        because = "it stands further left"
    return Lost(
        candidate.rule,
        _type(candidate),
        start,
        end,
        scene.text.source[start:end],
        winner.rule,
        scene.printed(winner.start, winner.end),
        because,
    )


def _vain(scene: Scene, attempts: list[Attempt]) -> Iterator[Vain]:
    places: dict[tuple[int, int], tuple[list[str], list[str]]] = {}
    for attempt in attempts:
        unmatched, rejected = places.setdefault((attempt.start, attempt.end), ([], []))
        (unmatched if attempt.matched is None else rejected).append(attempt.rule)
    for (first, last), (unmatched, rejected) in sorted(places.items()):
        start, end = scene.text.source_span(first, last)
        yield Vain(scene.text.source[start:end], start, end, tuple(unmatched), tuple(rejected))


def _type(candidate: Candidate) -> str:
    return str(candidate.record.__struct_config__.tag) if candidate.record is not None else "block"
