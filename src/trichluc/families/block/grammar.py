"""The rules of the block room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.rule import Family, Rule

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["BLOCK"]


def _rules(_lexicon: Lexicon) -> tuple[Rule, ...]:
    return ()


BLOCK = Family("block", "trichluc.families.block", _rules)
