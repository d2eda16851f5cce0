"""The rules of the award room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.rule import Family, Rule

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["AWARD"]


def _rules(_lexicon: Lexicon) -> tuple[Rule, ...]:
    return ()


AWARD = Family("award", "trichluc.families.award", _rules)
