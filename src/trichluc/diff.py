"""diff: what changed between two runs, article by article: records gained, lost and changed.

Records are paired by type and place. Ids are numbers within a run, so a reference counts as changed only when what it points to
stands elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from trichluc.extraction import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trichluc.extraction import Extraction
    from trichluc.records import AnyRecord

__all__ = ["ArticleDiff", "Change", "compare"]

_REFERENCES = ("same_as", "repeat_of")


class Change(Struct, frozen=True):
    """A record in both runs with different fields: name, then value before and after."""

    before: AnyRecord
    after: AnyRecord
    fields: tuple[tuple[str, Any, Any], ...]


class ArticleDiff(Struct, frozen=True):
    """One article's differences; a failure, or an article only one run has, is told in ``note``."""

    source: str | None
    gained: tuple[AnyRecord, ...] = ()
    lost: tuple[AnyRecord, ...] = ()
    changed: tuple[Change, ...] = ()
    note: str | None = None


def compare(before: Iterable[Extraction | Failure], after: Iterable[Extraction | Failure]) -> Iterator[ArticleDiff]:
    """The articles that differ. Runs over the same inputs are compared in constant memory; others wait until their partner comes.

    >>> from trichluc import Count, Extraction
    >>> old = Extraction(source="a", records=(Count(text="12 thôn", start=0, end=7, value=12, noun="thôn"),))
    >>> new = Extraction(source="a", records=(Count(text="12 thôn", start=0, end=7, value=13, noun="thôn"),))
    >>> [difference] = compare([old], [new])
    >>> difference.changed[0].fields
    (('value', 12, 13),)
    """
    waiting: tuple[dict[object, list[Extraction | Failure]], ...] = ({}, {})
    for side, result in _alternate(before, after):
        partners = waiting[1 - side].get(result.source)
        if not partners:
            waiting[side].setdefault(result.source, []).append(result)
            continue
        partner = partners.pop(0)
        if not partners:
            del waiting[1 - side][result.source]
        difference = _article(partner, result) if side else _article(result, partner)
        if difference is not None:
            yield difference
    for side, run in enumerate(("before", "after")):
        for source, results in waiting[side].items():
            yield from (ArticleDiff(None if source is None else str(source), note=f"only in the run {run}") for _ in results)


def _alternate(before: Iterable[Extraction | Failure], after: Iterable[Extraction | Failure]) -> Iterator[tuple[int, Extraction | Failure]]:
    runs = {0: iter(before), 1: iter(after)}
    while runs:
        for side in tuple(runs):
            result = next(runs[side], None)
            if result is None:
                del runs[side]
            else:
                yield side, result


def _article(before: Extraction | Failure, after: Extraction | Failure) -> ArticleDiff | None:
    if isinstance(before, Failure) or isinstance(after, Failure):
        if before == after:
            return None
        return ArticleDiff(after.source, note=f"{_outcome(before)}, then {_outcome(after)}")
    old, new = _by_place(before), _by_place(after)
    lost = tuple(record for place, record in old.items() if place not in new)
    gained = tuple(record for place, record in new.items() if place not in old)
    pairs = ((old[place], new[place]) for place in new if place in old)
    changed = tuple(Change(a, b, fields) for a, b in pairs if (fields := _fields(a, b, _places(before), _places(after))))
    return ArticleDiff(after.source, gained, lost, changed) if gained or lost or changed else None


def _outcome(result: Extraction | Failure) -> str:
    return f"failed ({result.stage}: {result.message})" if isinstance(result, Failure) else f"{len(result.records)} records"


def _by_place(extraction: Extraction) -> dict[tuple[str, int, int], AnyRecord]:
    return {(record.type, record.start, record.end): record for record in extraction.records}


def _places(extraction: Extraction) -> dict[int, tuple[int, int]]:
    return {record.id: (record.start, record.end) for record in extraction.records}


def _fields(
    before: AnyRecord, after: AnyRecord, old: dict[int, tuple[int, int]], new: dict[int, tuple[int, int]]
) -> tuple[tuple[str, Any, Any], ...]:
    a, b = msgspec.structs.asdict(before), msgspec.structs.asdict(after)
    for name in _REFERENCES:
        if name in a:
            a[name], b[name] = old.get(a[name], a[name]), new.get(b[name], b[name])
    return tuple((name, a[name], b[name]) for name in a if name != "id" and a[name] != b[name])
