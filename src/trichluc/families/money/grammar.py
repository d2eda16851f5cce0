"""The rules of the money room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.rule import Family, Rule

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["MONEY"]


def _rules(_lexicon: Lexicon) -> tuple[Rule, ...]:
    return ()


MONEY = Family("money", "trichluc.families.money", _rules)
