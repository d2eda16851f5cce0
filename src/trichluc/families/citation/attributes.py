"""What a sentence says of a document behind its number: date of issue, issuer, term, and where the subject begins.

DOCUMENT [,] [(] {date} [)] [của {issuer}] [({term})] [{subject}]          in any order, each once
{date} := ngày d/m/yyyy | ngày d tháng m năm yyyy | tháng m/yyyy | năm yyyy | (d/m/yyyy)
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.entities.people.grammar import default_people
from trichluc.families.citation.issuers import Issuers
from trichluc.families.citation.subject import Subjects
from trichluc.rule import Pattern

if TYPE_CHECKING:
    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["Attributes", "Tail", "read_issued"]

_D, _M, _Y = r"0?[1-9]|[12]\d|3[01]", r"0?[1-9]|1[0-2]", r"(?:19|20)\d\d"
# {d}/{m}[/{y}] in digits, whatever its separator; not a range
_NUMERIC = rf"(?P<d1>{_D}) ?(?P<s1>[/.-]) ?(?P<m1>{_M})(?: ?(?P=s1) ?(?P<y1>{_Y}))?(?![\d/])(?!-\d)"
_ISSUED = Pattern(
    rf",? ?[(-]? ?(?:(?:được )?(?:ban hành|ký ban hành|ký|ra|thông qua|công bố|đề|cấp) )?(?:vào )?(?:"
    rf"ngày ?{_NUMERIC}"
    rf"|ngày ?(?P<d2>{_D})(?: tháng |-|/)(?P<m2>{_M})(?:(?:,? năm |[/-]|, ?)(?P<y2>{_Y}))?(?!\d)"
    rf"|tháng (?P<m3>{_M})(?: ?[/-] ?|,? năm )(?P<y3>{_Y})(?!\d)"
    rf"|năm (?P<y4>{_Y})(?![\d/])(?! ?- ?\d)"
    rf"|(?<=\()(?P<m6>{_M})/(?P<y6>{_Y})(?= ?\))"
    rf"|(?<=[( ])(?P<d5>{_D}) ?(?P<s5>[/.-]) ?(?P<m5>{_M}) ?(?P=s5) ?(?P<y5>{_Y})(?![\d/]))(?: ?\))?"
)  # fmt: skip
# The same before the body that issues, where a part of the day may lead it: Sáng 9/7, UBND tỉnh ban hành …
_DAY = Pattern(rf"(?:{_NUMERIC}|(?P<d2>{_D}) tháng (?P<m2>{_M})(?:,? năm (?P<y2>{_Y}))?)(?!\d)")
# … gửi các sở, ngành, UBND các huyện về việc …
_SENT = Pattern(r" (?:gửi|đến|tới) [^.;:()\n]{3,100}?(?= (?:về việc|v/v)(?!\w))")
_TERM = Pattern(r",? ?\(? ?(?:khóa|nhiệm kỳ) ?(?:[ivx]+|\d{1,2}(?!\d)|(?:19|20)\d\d ?- ?(?:19|20)\d\d)(?: ?\))?(?!\w)")
_BY = Pattern(r"(?:,| -)? ?\(? ?(?P<by>của|do|giữa|(?:đã |vừa )?được) ")
# Who signs where it is no body: do ông Nguyễn Văn A, Phó Chủ tịch UBND tỉnh ký ngày …
_SIGNED = Pattern(r",? do [^;:()\d]{3,80}? (?:ký ban hành|ký)(?=,? (?:ngày \d|về |v/v |phê duyệt ))")
_SIGNER = Pattern(r"(?: [^,;:()\d]{2,40})? (?:ký ban hành|ký)(?!\w)")
_ACT = Pattern(r"(?: khóa [ivx\d]+,?)?(?: đã| vừa)?,? (?:ban hành|ký ban hành|ký|thông qua|phê duyệt|công bố|ra|cấp)(?!\w)")
_ASIDE = Pattern(r" ?\((?:đã )?(?:được )?(?:sửa đổi|bổ sung|thay thế|gọi tắt|sau đây|dưới đây|viết tắt|hợp nhất|có hiệu lực)[^()]{0,160}\)")
# What a document is called, before what else is said of it: Nghị quyết số 120/NQ-CP (Nghị quyết thuận thiên) ngày …
_CALLED = Pattern(r" ?\((?!về |v/v|của |do |ngày \d)[^()]{3,60}\)(?=,? (?:ngày \d|của |do |về |v/v ))")
# Whose council or committee the code means: Nghị quyết 10/2016/NQ-HĐND tỉnh ngày …
_LEVEL = Pattern(r"(?<=nd) (?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường)(?=,? (?:ngày \d|của |về |v/v |khóa ))")
_JOIN, _BESIDE = Pattern(r"(?:, ?(?:và )?| và | - )"), Pattern(r"(?:, ?(?:và )?| và |; ?)")
_WITHIN = " thuộc "
_AFTER_ISSUER = Pattern(r" ?[.;:()\"]|,? (?:về|v/v|ban hành|quy định|hướng dẫn|ngày|khóa|nhiệm kỳ)(?!\w)|$")
_TITLE = Pattern(r",? (?:về|v/v)(?!\w)| \(?khóa |,? \"")
# The number of a document of the same noun: và Nghị quyết | số 19-NQ/TW
_FURTHER_NUMBER = Pattern(r"(?: số)?:? ?\d[\d.]*[a-zđ]?(?: ?[/-] ?[a-zđ\d&]+)*(?!\w)")
_CODE = Pattern(r"[/-][^\W\d_]{2,}$")
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
        issued, issuer = None, None
        at = end + 1 if lower.startswith('"', end) and lower.endswith('"', 0, start) else end  # “Nghị quyết 120” của Chính phủ
        if (level := _LEVEL.match(lower, at, limit)) is not None:
            at = level.end()
        for _ in range(_MOST_ATTRIBUTES):
            if issued is None and (date := _ISSUED.match(lower, at, limit)) is not None and not self._opens_clause(scene, date, limit):
                issued, at = read_issued(date), date.end()
            elif (
                skipped := _TERM.match(lower, at, limit) or _ASIDE.match(lower, at, limit) or _CALLED.match(lower, at, limit)
            ) is not None:
                at = skipped.end()
            elif lower.startswith((" gửi ", " đến ", " tới "), at) and (sent := self._sent(scene, at, limit)) is not None:
                at = sent
            elif (
                issuer is None and (by := _BY.match(lower, at, limit)) is not None and (found := self._issuer(scene, by, limit)) is not None
            ):
                issuer, at = found
                at += lower.startswith(")", at) and "(" in by[0]
            elif (signed := _SIGNED.match(lower, at, limit)) is not None:
                at = signed.end()
            elif issuer is None and (named := self._bare_issuer(scene, at, limit, dated=issued is not None)) is not None:
                issuer, at = named, named[1]
            else:
                break
        if issuer is None and lower.startswith((", ", " và ", "; "), at):
            issuer = self._shared(scene, start, end, at, limit)
        told = (issued is not None) + (issuer is not None)
        subject = self.subjects.find(scene, start, at, limit, told=told)
        if issuer is None and subject is not None:
            subject, issuer, closed = self._closing_issuer(scene, subject, limit, self._own_body(lower, start, end))
            date = _ISSUED.match(lower, closed, limit) if closed is not None and issued is None else None
            issued = read_issued(date) if date is not None else issued
        return Tail(issued, issuer, subject, at)

    def before(self, scene: Scene, start: int) -> Tail:
        """Issuer and date that stand before the document: `Ngày 12.5, UBND tỉnh đã ban hành Quyết định …`."""
        first = scene.sentence(start).start
        found = self.issuers.before(scene, start, first)
        if found is None:
            return Tail()
        date = _DAY.search(scene.lower, *found.day) if found.day else None
        return Tail(read_issued(date) if date is not None else None, found.issuer)

    def _issuer(self, scene: Scene, by: regex.Match[str], limit: int) -> tuple[tuple[int, int], int] | None:
        """`của X[, Y và Z]`; `do X ban hành`, `được X thông qua`."""
        end = self.issuers.names.whole(scene.text, by.end(), limit)
        if end is None or scene.lower.startswith((" này", " nói trên"), end):
            return None  # của cơ quan này: named elsewhere
        single, end = end, self._joined(scene, end, limit)
        if by["by"] == "giữa" and end == single:
            return None
        if by["by"] in ("của", "giữa"):
            return (by.end(), end), self._held(scene, end, limit)
        act, signer = _ACT.match(scene.lower, end, limit), _SIGNER.match(scene.lower, end, limit)
        if scene.lower.startswith("phó thủ tướng", by.end()):
            return None  # signs for the Prime Minister
        signs = act or signer
        begin = self.issuers.body(scene, by.end(), end, held=act is None)
        return None if signs is None else ((begin, end), signs.end())

    def _held(self, scene: Scene, end: int, limit: int) -> int:
        """Behind who holds the office, or whose body it is, where the title goes on: `của Thủ tướng Chính phủ | Phạm Minh Chính về …`."""
        if scene.lower.startswith(_WITHIN, end):  # của Cục Quản lý Dược | thuộc Bộ Y tế về …
            body = self.issuers.names.whole(scene.text, end + len(_WITHIN), limit)
            return body if body is not None and _AFTER_ISSUER.match(scene.lower, body, limit) else end
        holder = default_people().at(scene.text, end + 1, limit) if scene.lower.startswith(" ", end) else None
        return holder if holder is not None and _AFTER_ISSUER.match(scene.lower, holder, limit) else end

    def _bare_issuer(self, scene: Scene, at: int, limit: int, *, dated: bool) -> tuple[int, int] | None:
        """`ngày 15/5/2016 Bộ Chính trị về …`, `ngày 24/11/2023, Hội nghị lần thứ tám … khóa XIII về …`: behind a date papers leave `của` out."""
        begin = at + 2 if scene.lower.startswith(", ", at) else at + 3 if scene.lower.startswith(" - ", at) else at + 1
        if scene.lower[begin - 1 : begin] != " " or not scene.folded[begin : begin + 1].isupper():
            return None
        if not dated and not self._closing.match(scene.lower, begin, limit):
            return None  # Nghị quyết 27-NQ/TW Hội nghị Trung ương 6 khóa XIII
        stop = self.issuers.names.whole(scene.text, begin, limit)
        term = _TERM.match(scene.lower, stop, limit) if stop is not None and begin == at + 2 else None
        if term is not None and not _TITLE.match(scene.lower, term.end(), limit):
            closed = scene.lower.startswith("hội nghị ", begin) and (term.end() >= limit or scene.lower[term.end()] in ".,;)")
            return (begin, stop) if stop is not None and closed else None
        return (begin, stop) if stop is not None and _TITLE.match(scene.lower, stop, limit) else None

    def _sent(self, scene: Scene, at: int, limit: int) -> int | None:
        """The end of whom a document is sent to, before its day or title: `văn bản số 234 gửi UBND tỉnh ngày 5/5`."""
        stop = self.issuers.names.whole(scene.text, at + 5, limit)
        if stop is not None:
            stop = self._joined(scene, stop, limit)
        if (sent := _SENT.match(scene.lower, at, limit)) is not None:
            return sent.end()
        return stop if stop is not None and (_ISSUED.match(scene.lower, stop, limit) or _TITLE.match(scene.lower, stop, limit)) else None

    def _opens_clause(self, scene: Scene, date: regex.Match[str], limit: int) -> bool:
        """`Thực hiện Chỉ thị 05-CT/TW, ngày 12/5, Đảng uỷ tổ chức …`: the day of what is done, not of the document."""
        if not date[0].startswith(","):
            return False
        if "y" not in _parts(date):
            return True
        capital = scene.lower.startswith(", ", date.end()) and scene.folded[date.end() + 2 : date.end() + 3].isupper()
        return capital and self._bare_issuer(scene, date.end(), limit, dated=True) is None

    def _shared(self, scene: Scene, start: int, end: int, at: int, limit: int) -> tuple[int, int] | None:
        """The issuer of several documents of one kind, or one code: `Kết luận số 18-KL/TW và Nghị quyết số 19-NQ/TW của Trung ương`.

        Where the first has a date or term of its own, both must be the same.
        """
        lower, nouns = scene.lower, self.issuers.names.nouns
        noun, code, told = nouns.at(lower, start, at), _CODE.search(lower, start, end), at > end
        for _ in range(_MOST_ATTRIBUTES):
            join = _BESIDE.match(lower, at, limit)
            following = nouns.at(lower, join.end(), limit) if join is not None else None
            number = _FURTHER_NUMBER.match(lower, following[0], limit) if following is not None else None
            if noun is None or following is None or number is None:
                break
            alike = following[1] == noun[1], code is not None and number[0].endswith(code[0])
            if not (all(alike) if told else any(alike)):
                break
            date = _ISSUED.match(lower, number.end(), limit)
            at = date.end() if date is not None else number.end()
        by = _BY.match(lower, at, limit)
        found = self._issuer(scene, by, limit) if by is not None and by["by"] == "của" else None
        return None if found is None else found[0]

    def _joined(self, scene: Scene, end: int, limit: int) -> int:
        """The end of `Bộ Công an, Bộ Quốc phòng và Bộ Tài chính`, where the last is followed by what follows an issuer."""
        at, joined = end, end
        for _ in range(_MOST_ATTRIBUTES):
            join = _JOIN.match(scene.lower, at, limit)
            following = self.issuers.names.whole(scene.text, join.end(), limit) if join is not None else None
            if join is None or following is None:
                break
            at = following
            # …, Ủy ban nhân dân tỉnh ban hành …: behind a mere comma it is who acts next
            if _AFTER_ISSUER.match(scene.lower, at, limit) and ("và" in join[0] or not _ACT.match(scene.lower, at, limit)):
                joined = at
        return joined

    def _closing_issuer(
        self, scene: Scene, subject: tuple[int, int], limit: int, own: str | None
    ) -> tuple[tuple[int, int], tuple[int, int] | None, int | None]:
        """An issuer behind the subject, and where it ends with its verb: `về “…” của Bộ Chính trị`, `bổ sung … do UBND tỉnh ban hành`."""
        start, end = subject
        quoted = scene.lower.startswith(('"', "'", ")"), end)
        by = _BY.match(scene.lower, end + quoted, limit)
        date = _ISSUED.match(scene.lower, end + quoted, limit) if quoted or scene.lower[end - 1] == '"' else None
        if date is not None and not date[0].startswith(","):  # “Về tăng cường …” ngày 25/12/2023 của Ban Bí thư
            by = _BY.match(scene.lower, date.end(), limit)
            found = self._issuer(scene, by, limit) if by is not None else None
            return subject, None if found is None else found[0], end + quoted
        if by is not None and (found := self._issuer(scene, by, limit)) is not None:
            return subject, *found
        at = scene.lower.rfind(" của ", start, end)
        closes = self._closing.match(scene.lower, at + 5, end) or (
            own is not None and f"{scene.lower[at + 5 : end]} ".startswith(f"{own} ")
        )
        if at > start and closes and self.issuers.names.whole(scene.text, at + 5, end) == end:
            return (start, at), (at + 5, end), end
        return subject, None, None

    def _own_body(self, lower: str, start: int, end: int) -> str | None:
        """How whoever issues a kind alone is named, where the number has no code: `Thông tư 22 về đánh giá học sinh của Bộ GD-ĐT`."""
        noun = self.issuers.names.nouns.at(lower, start, end) if lower[end - 1].isdigit() else None
        return None if noun is None else self._lexicon.group("closing_issuer_of").get(noun[1])

    @cached_property
    def _closing(self) -> Pattern:
        return Pattern(r"(?:\L<bodies>)(?!\w)", bodies=self._lexicon.words("closing_issuer"))


def read_issued(match: regex.Match[str]) -> str:
    """The date of issue as far as printed, in ISO form.

    >>> [read_issued(_ISSUED.match(text, 0, len(text))) for text in (", ngày 7/11/2006", " ngày 8.4 của", " năm 2010")]
    ['2006-11-07', 'XXXX-04-08', '2010']
    """
    parts = _parts(match)
    year, month, day = parts.get("y", "XXXX"), parts.get("m"), parts.get("d")
    return "-".join((year, *(f"{int(part):02}" for part in (month, day) if part)))


def _parts(match: regex.Match[str]) -> dict[str, str]:
    """Day, month and year by their letters, whichever way of writing has matched."""
    return {name[0]: part for name, part in match.groupdict().items() if part}
