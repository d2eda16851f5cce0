"""STEPS: the link steps, one line each, in the order in which they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.link.awards import fill_awards
from trichluc.link.bounds import find_bounds
from trichluc.link.citations import tie_citations
from trichluc.link.impossible import warn_of_impossible_days
from trichluc.link.lunar import date_by_moon, resolve_lunar
from trichluc.link.percentages import measure_percentages
from trichluc.link.relative import resolve_relative
from trichluc.link.repeats import mark_repeats
from trichluc.link.same_day import point_back
from trichluc.link.weaker import suppress_weaker
from trichluc.link.years import complete_years

if TYPE_CHECKING:
    from trichluc.link import Step

__all__ = ["STEPS"]

STEPS: tuple[Step, ...] = (
    date_by_moon,
    complete_years,
    resolve_relative,
    resolve_lunar,
    point_back,
    find_bounds,
    warn_of_impossible_days,
    mark_repeats,
    tie_citations,
    measure_percentages,
    fill_awards,
    suppress_weaker,
)
