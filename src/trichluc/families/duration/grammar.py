"""The rules of the duration room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.rule import Family, Rule

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["DURATION"]


def _rules(_lexicon: Lexicon) -> tuple[Rule, ...]:
    return ()


DURATION = Family("duration", "trichluc.families.duration", _rules)
