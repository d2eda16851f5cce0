"""Which dates beside an award are of the day it was given: not a birth, a term, a period of the movement, an anniversary in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.records import Date

if TYPE_CHECKING:
    from trichluc.link import Mention

__all__ = ["is_day_of_giving"]

# ông Khang (sinh | năm 1938), so với | năm 2019, từ | năm 2014 đến nay: dates of something else
_OF_OTHER = ("sinh ", "sinh ngày ", "sn ", "so với ", "tương đương ", "từ ", "kể từ ", "thành lập ", "thành lập ngày ", "nhiệm kỳ ", "đợt ")
_SIGNS = ' ,;:.-"+*•'
_WHILE = ("trong ", "tại ", "kết thúc ", "ở ")
_LONGEST_BRACKET = 60


def is_day_of_giving(lower: str, date: Mention, left: int) -> bool:
    """Whether *date* can be of the giving of an award whose clause or right side begins at *left*.

    Args:
        lower: the article, folded and lower-cased.
        date: a mention of a date.
        left: folded offset where the award's clause begins, or where what was read behind the award ends.
    """
    start = date.start
    if lower.endswith(_OF_OTHER, 0, start) or lower.startswith("từ ", start):
        return False
    opened = lower.rfind("(", max(left, start - _LONGEST_BRACKET), start)
    if opened >= 0 and lower.find(")", opened, start) < 0:
        return False  # kỷ niệm 25 năm thành lập | (1988 - 2013)
    record = date.record
    ranged = isinstance(record, Date) and "/" in record.value
    before = lower[left:start].lstrip(_SIGNS)
    return not ranged or not before or before in _WHILE  # Năm học 2019-2020, trường được tặng; not: lễ khai giảng năm học 2019-2020
