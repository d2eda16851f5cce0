"""claim: the one place where families meet. A character is claimed once.

Candidates are served by the strength of their rule, then by the length of what they claim, then by the documented order of families
(`families.FAMILIES`), then from left to right. A candidate that finds any of its characters taken loses; it is kept with its winner
for ``explain``.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.rule import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Claims", "Loser", "claim"]


class Loser(Struct, frozen=True):
    """A candidate that found its characters taken, and by whom."""

    candidate: Candidate
    winner: Candidate


class Claims(Struct, frozen=True):
    """The candidates that stand, in text order (blocking ones among them), and those that do not."""

    winners: tuple[Candidate, ...]
    losers: tuple[Loser, ...]


def claim(candidates: Iterable[Candidate]) -> Claims:
    """Decide between candidates.

    >>> from trichluc.records import Count, Date
    >>> day, dozen = Candidate(Date, 0, 9, claims=((0, 9),)), Candidate(Count, 5, 7, claims=((5, 7),))
    >>> [winner.record.type for winner in claim([dozen, day]).winners]
    ['date']
    """
    taken: list[tuple[int, int, Candidate]] = []
    winners: list[Candidate] = []
    losers: list[Loser] = []
    for candidate in sorted(candidates, key=_precedence):
        winner = next((found for start, end in candidate.claims if (found := _owner(taken, start, end)) is not None), None)
        if winner is None:
            winners.append(candidate)
            for start, end in candidate.claims:
                insort(taken, (start, end, candidate), key=_start)
        else:
            losers.append(Loser(candidate, winner))
    winners.sort(key=lambda candidate: (candidate.start, candidate.end))
    return Claims(tuple(winners), tuple(losers))


def _precedence(candidate: Candidate) -> tuple[int, int, int, int]:
    return -candidate.strength, -sum(end - start for start, end in candidate.claims), candidate.order, candidate.start


def _start(row: tuple[int, int, Candidate]) -> int:
    return row[0]


def _owner(taken: list[tuple[int, int, Candidate]], start: int, end: int) -> Candidate | None:
    """Who holds a character of ``start:end``; what is taken is disjoint, so only the last that starts before *end* can."""
    at = bisect_right(taken, end - 1, key=_start) - 1
    if at >= 0 and taken[at][1] > start:
        return taken[at][2]
    return None
