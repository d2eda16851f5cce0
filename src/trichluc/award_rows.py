"""The awards of an article as a table: who got what, one row a recipient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from trichluc.records import Award

__all__ = ["AwardRow", "award_rows"]


class AwardRow(Struct, frozen=True, gc=False):
    """An award and one of those who got it; ``recipient`` is None where the article does not say who did.

    ``msgspec.structs.asdict(row)`` and ``astuple(row)`` give what a data frame or a CSV writer takes.
    """

    recipient: str | None
    award: str
    rank: str | None
    quantity: int | Decimal | None
    awarder: str | None
    event: str | None
    level: str | None
    date: str | None
    status: str


def award_rows(awards: Iterable[Award]) -> tuple[AwardRow, ...]:
    """One row a recipient, in text order, each award once where its passage is printed twice.

    >>> import trichluc
    >>> text = "Chủ tịch UBND tỉnh tặng Bằng khen cho 2 tập thể và ông Lê Văn Bình."
    >>> for row in trichluc.extract(text, entities=False).award_table():
    ...     print(row.recipient, "|", row.award, "|", row.awarder, "|", row.status)
    2 tập thể | Bằng khen | Chủ tịch UBND tỉnh | awarded
    Lê Văn Bình | Bằng khen | Chủ tịch UBND tỉnh | awarded
    """
    return tuple(
        AwardRow(recipient, award.name, award.rank, award.quantity, award.awarder, award.event, award.level, award.date, award.status)
        for award in awards
        if award.repeat_of is None
        for recipient in _names(award)
    )


def _names(award: Award) -> tuple[str | None, ...]:
    return tuple(recipient.text for recipient in award.recipients) or (None,)
