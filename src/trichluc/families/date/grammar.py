"""The rules of the date room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.rule import Family, Rule

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["DATE"]


def _rules(_lexicon: Lexicon) -> tuple[Rule, ...]:
    return ()


DATE = Family("date", "trichluc.families.date", _rules)
