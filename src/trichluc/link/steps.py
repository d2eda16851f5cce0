"""STEPS: the link steps, one line each, in the order in which they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.link.repeats import mark_repeats

if TYPE_CHECKING:
    from trichluc.link import Step

__all__ = ["STEPS"]

STEPS: tuple[Step, ...] = (mark_repeats,)
