"""The rules of the measure room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.rule import Family, Rule

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["MEASURE"]


def _rules(_lexicon: Lexicon) -> tuple[Rule, ...]:
    return ()


MEASURE = Family("measure", "trichluc.families.measure", _rules)
