"""FAMILIES: the rooms, one line each, in claim order: where strength and length are equal the earlier takes the characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.award.grammar import AWARD
from trichluc.families.block.grammar import BLOCK
from trichluc.families.citation.grammar import CITATION
from trichluc.families.count.grammar import COUNT
from trichluc.families.date.grammar import DATE
from trichluc.families.duration.grammar import DURATION
from trichluc.families.measure.grammar import MEASURE
from trichluc.families.money.grammar import MONEY
from trichluc.families.percentage.grammar import PERCENTAGE

if TYPE_CHECKING:
    from trichluc.rule import Family

__all__ = ["FAMILIES"]

FAMILIES: tuple[Family, ...] = (
    CITATION,
    BLOCK,
    AWARD,
    DATE,
    PERCENTAGE,
    MONEY,
    DURATION,
    MEASURE,
    COUNT,
)
