"""The rules of the count room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.rule import Family, Rule

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["COUNT"]


def _rules(_lexicon: Lexicon) -> tuple[Rule, ...]:
    return ()


COUNT = Family("count", "trichluc.families.count", _rules)
