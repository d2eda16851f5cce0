"""STEPS: the link steps, one line each, in the order in which they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.link.awards import fill_awards
from trichluc.link.citations import tie_citations
from trichluc.link.percentages import measure_percentages
from trichluc.link.repeats import mark_repeats
from trichluc.link.weaker import suppress_weaker

if TYPE_CHECKING:
    from trichluc.link import Step

__all__ = ["STEPS"]

STEPS: tuple[Step, ...] = (
    mark_repeats,
    tie_citations,
    measure_percentages,
    fill_awards,
    suppress_weaker,
)
