"""What a sentence says of a document behind its number: date of issue, issuer, term, and where the subject begins.

    DOCUMENT [,] [(] {date} [)] [của {issuer}] [({term})] [{subject}]          in any order, each once
    {date} := ngày d/m/yyyy | ngày d tháng m năm yyyy | tháng m/yyyy | năm yyyy | (d/m/yyyy)
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import regex
from msgspec import Struct

from trichluc.families.citation.issuers import Issuers, day_before
from trichluc.families.citation.subject import Subjects

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["Attributes", "Tail", "read_issued"]

_D, _M, _Y = r"(?P<d>0?[1-9]|[12]\d|3[01])", r"(?P<m>0?[1-9]|1[0-2])", r"(?P<y>(?:19|20)\d\d)"
# {d}/{m}[/{y}] in digits, whatever its separator; not a range
_NUMERIC = rf"{_D} ?(?P<s>[/.-]) ?{_M}(?: ?(?P=s) ?{_Y})?(?![\d/])(?!-\d)"
_ISSUED = regex.compile(
    rf",? ?[(-]? ?(?:(?:được )?(?:ban hành|ký ban hành|ký|ra|thông qua|công bố|đề) )?(?:vào )?(?:"
    rf"ngày {_NUMERIC}"
    rf"|ngày {_D}(?: tháng |-|/){_M}(?:(?:,? năm |[/-]|, ?){_Y})?(?!\d)"
    rf"|tháng {_M}(?: ?[/-] ?|,? năm ){_Y}(?!\d)"
    rf"|năm {_Y}(?![\d/])(?! ?- ?\d)"
    rf"|(?<=\( ?){_D} ?[/.-] ?{_M} ?[/.-] ?{_Y})(?: ?\))?",
    regex.V0,
)  # fmt: skip
_TERM = regex.compile(r",? ?\(? ?(?:khóa|nhiệm kỳ) ?(?:[ivx]+|\d{1,2}(?!\d)|(?:19|20)\d\d ?- ?(?:19|20)\d\d)(?: ?\))?(?!\w)")
_BY = regex.compile(r",? ?\(? ?(?P<by>của|do|được) ")
_ACT = regex.compile(r"(?: khóa [ivx\d]+,?)?(?: đã| vừa)?,? (?:ban hành|ký ban hành|ký|thông qua|phê duyệt|công bố|ra)(?!\w)")
_ASIDE = regex.compile(r" ?\((?:đã )?(?:được )?(?:sửa đổi|bổ sung|thay thế|gọi tắt|sau đây|dưới đây|viết tắt|hợp nhất|có hiệu lực)[^()]{0,160}\)")
_MOST_ATTRIBUTES = 6


class Tail(Struct, frozen=True, gc=False):
    """What stands behind a document; ``issuer`` and ``subject`` are folded spans."""

    issued: str | None = None
    issuer: tuple[int, int] | None = None
    subject: tuple[int, int] | None = None
    end: int = 0


class Attributes:
    """Reads the attributes of a document from its surroundings."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def issuers(self) -> Issuers:
        """The grammar of issuing bodies."""
        return Issuers(self._lexicon)

    @cached_property
    def subjects(self) -> Subjects:
        """The grammar of subjects."""
        return Subjects(self._lexicon)

    def after(self, scene: Scene, start: int, end: int) -> Tail:
        """Date, issuer and subject behind the document at ``start:end``."""
        lower, limit = scene.lower, scene.limit(start)
        issued, issuer, at = None, None, end
        for _ in range(_MOST_ATTRIBUTES):
            if issued is None and (date := _ISSUED.match(lower, at, limit)) is not None and not _opens_clause(scene, date):
                issued, at = read_issued(date), date.end()
            elif (skipped := _TERM.match(lower, at, limit) or _ASIDE.match(lower, at, limit)) is not None:
                at = skipped.end()
            elif issuer is None and (by := _BY.match(lower, at, limit)) is not None and (found := self._issuer(scene, by, limit)) is not None:
                issuer, at = found
            else:
                break
        return Tail(issued, issuer, self.subjects.find(scene, start, at, limit), at)

    def before(self, scene: Scene, start: int) -> Tail:
        """Issuer and date that stand before the document: `Ngày 12.5, UBND tỉnh đã ban hành Quyết định …`."""
        first = scene.sentence(start).start
        found = self.issuers.before(scene, start, first)
        if found is None:
            return Tail()
        issued = None
        day = day_before(scene.lower, first, found.start)
        if day is not None and (date := _ISSUED.search(scene.lower, *day)) is not None:
            issued = read_issued(date)
        if issued is None and (date := _ISSUED.search(scene.lower, found.end, start)) is not None:
            issued = read_issued(date)
        return Tail(issued, (found.start, found.end))

    def _issuer(self, scene: Scene, by: regex.Match[str], limit: int) -> tuple[tuple[int, int], int] | None:
        """`của X`; `do X ban hành`, `được X thông qua`."""
        end = self.issuers.end(scene.text, by.end(), limit)
        if end is None:
            return None
        if by["by"] == "của":
            return (by.end(), end), end
        act = _ACT.match(scene.lower, end, limit)
        return None if act is None else ((by.end(), end), act.end())


def _opens_clause(scene: Scene, date: regex.Match[str]) -> bool:
    """`Thực hiện Chỉ thị 05-CT/TW, ngày 12/5, Đảng uỷ tổ chức …`: the day of what is done, not of the document."""
    if not date[0].startswith(","):
        return False
    return date["y"] is None or (scene.lower.startswith(", ", date.end()) and scene.folded[date.end() + 2 : date.end() + 3].isupper())


def read_issued(match: regex.Match[str]) -> str:
    """The date of issue as far as printed, in ISO form.

    >>> read_issued(_ISSUED.match(", ngày 7/11/2006")), read_issued(_ISSUED.match(" ngày 8.4 của")), read_issued(_ISSUED.match(" năm 2010"))
    ('2006-11-07', 'XXXX-04-08', '2010')
    """
    year, month, day = match["y"] or "XXXX", match["m"], match["d"]
    return "-".join((year, *(f"{int(part):02}" for part in (month, day) if part)))
