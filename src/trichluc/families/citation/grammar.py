"""The rules of the citation room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.rule import Family, Rule

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["CITATION"]


def _rules(_lexicon: Lexicon) -> tuple[Rule, ...]:
    return ()


CITATION = Family("citation", "trichluc.families.citation", _rules)
