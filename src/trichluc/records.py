"""The values that come out: nine record types, and (in :mod:`trichluc.extraction`) the article and what holds them.

Offsets everywhere are half-open intervals of Unicode code points in the text **as the caller gave it**:
``source[record.start:record.end] == record.text``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

__all__ = [
    "RECORD_TYPES",
    "SCHEMA_VERSION",
    "Award",
    "Citation",
    "Count",
    "Date",
    "Duration",
    "Entity",
    "Measure",
    "Money",
    "Notice",
    "Percentage",
    "Provision",
    "Recipient",
    "Record",
    "Span",
]

SCHEMA_VERSION = "1"

Number = int | Decimal
Modifier = Annotated[
    str | None,
    Meta(
        description="more_than (hơn, trên, vượt, quá), less_than (dưới, chưa đến), at_least (ít nhất, trở lên), at_most (tối đa, trở xuống), "
        "nearly (gần, ngót), approx (khoảng, chừng, hàng chục, vài), or null"
    ),
]


class Span(Struct, frozen=True, gc=False):
    """A stretch of the text: code points of the input, half-open."""

    start: int
    end: int


class Notice(Struct, frozen=True, gc=False):
    """Something a reader should know about a record; nothing is repaired in silence."""

    code: str
    message: str


class Provision(Struct, frozen=True, omit_defaults=True, gc=False):
    """A place within a document: ``điểm a khoản 1 Điều 3``. A range is kept as printed (``42-47``)."""

    point: str | None = None
    clause: str | None = None
    article: str | None = None
    item: str | None = None
    section: str | None = None
    chapter: str | None = None
    part: str | None = None
    annex: str | None = None


class Recipient(Struct, frozen=True, gc=False):
    """Who got an award: a named person or unit, or a counted group (``2 cá nhân``: count 2, noun ``cá nhân``)."""

    text: str
    start: int
    end: int
    count: int | None = None
    noun: str | None = None


class Record(Struct, frozen=True, kw_only=True, tag_field="type", gc=False):
    """What every record has, whatever its type."""

    id: Annotated[
        int, Meta(description="number of the record in its article, given before any filtering; entities come after all others")
    ] = -1
    text: Annotated[str, Meta(description="the exact slice of the input")]
    start: Annotated[int, Meta(description="offset of its first code point in the input")]
    end: Annotated[int, Meta(description="offset behind its last code point")]
    section: Annotated[str, Meta(description="where it stands: title, lead, body, caption, byline, page_date")] = "body"
    rule: Annotated[str, Meta(description="name of the rule that made it")] = ""
    warnings: Annotated[tuple[Notice, ...], Meta(description="what a reader should know about it; usually empty")] = ()
    repeat_of: Annotated[
        int | None, Meta(description="id of the first record that says the same, when this one stands in a passage printed twice")
    ] = None


class Citation(Record, frozen=True, kw_only=True, tag="citation"):
    """A reference to an official document: ``Chỉ thị số 06-CT/TW, ngày 7/11/2006 của Bộ Chính trị``, ``khoản 2 Điều 5 Luật Đất đai năm 2013``."""

    type: ClassVar[str] = "citation"
    number: Annotated[
        str | None, Meta(description="số ký hiệu, canonical: one ASCII hyphen, official casing, parts in the issuer's order")
    ] = None
    kind: Annotated[str | None, Meta(description="document type, canonical: Chỉ thị, Nghị định, Luật …")] = None
    name: Annotated[str | None, Meta(description="canonical name of a document cited by name")] = None
    issuer: Annotated[str | None, Meta(description="who issued it, as printed, else from the code")] = None
    issued: Annotated[str | None, Meta(description="date of issue as far as printed: YYYY-MM-DD, YYYY-MM, YYYY or XXXX-MM-DD")] = None
    subject: Annotated[str | None, Meta(description="trích yếu: what the document is about, as printed")] = None
    provisions: Annotated[tuple[Provision, ...], Meta(description="the articles, clauses and points cited")] = ()
    system: Annotated[str | None, Meta(description="party, state or mass")] = None
    same_as: Annotated[int | None, Meta(description="id of the earlier, fuller citation of the same document")] = None

    @property
    def key(self) -> tuple[str | None, str | None, str | None]:
        """What identifies the document across articles: number without leading zeros (or name), system or issuer, year of issue.

        A part that is unknown is None and never matches by itself.

        >>> Citation(text="Chỉ thị số 06-CT/TW", start=0, end=19, number="06-CT/TW", system="party", issued="2006-11-07").key
        ('6-CT/TW', 'party', '2006')
        """
        number = self.number.lstrip("0") if self.number else self.name
        year = self.issued[:4] if self.issued and not self.issued.startswith("X") else None
        return number or None, self.system or self.issuer, year


class Date(Record, frozen=True, kw_only=True, tag="date"):
    """A point or stretch of the calendar: ``ngày 7/11/2006``, ``nhiệm kỳ 2010-2015``, ``cuối tháng 9/2016``, ``hôm qua``."""

    type: ClassVar[str] = "date"
    value: Annotated[str, Meta(description="ISO 8601 / TIMEX3; what text and context do not settle stays X: XXXX-03-12")]
    first: Annotated[str | None, Meta(description="first calendar day covered, YYYY-MM-DD, or null where unknown")] = None
    last: Annotated[str | None, Meta(description="last calendar day covered, inclusive")] = None
    modifier: Annotated[str | None, Meta(description="start, mid, end, before, after, until, since, approx, or null")] = None
    resolved_by: Annotated[str | None, Meta(description="what completed it: sentence, paragraph, published, stamp, or null")] = None
    anchor: Annotated[str, Meta(description="absolute, context, relative or lunar")] = "absolute"


class Count(Record, frozen=True, kw_only=True, tag="count"):
    """How many of something countable: ``49 đảng viên``, ``hơn 1.200 hộ nghèo``, ``467/470 đại biểu``."""

    type: ClassVar[str] = "count"
    value: Annotated[Number | None, Meta(description="the number; null for a range")] = None
    min: Annotated[Number | None, Meta(description="lower end of a range or order of magnitude")] = None
    max: Annotated[Number | None, Meta(description="upper end")] = None
    modifier: Modifier = None
    noun: Annotated[str, Meta(description="the counted noun as printed, the shortest stretch that names the thing")] = ""
    whole: Annotated[Number | None, Meta(description="470 in 467/470 đại biểu")] = None


class Percentage(Record, frozen=True, kw_only=True, tag="percentage"):
    """A share or a change: ``trên 95%``, ``từ 10 - 15%``, ``sản lượng giảm 5,3 điểm phần trăm``."""

    type: ClassVar[str] = "percentage"
    value: Annotated[Number | None, Meta(description="the number: 95,5% is 95.5; null for a range")] = None
    min: Annotated[Number | None, Meta(description="lower end of a range")] = None
    max: Annotated[Number | None, Meta(description="upper end")] = None
    modifier: Modifier = None
    unit: Annotated[str, Meta(description="percent, percentage_point or permille")] = "percent"
    change: Annotated[str | None, Meta(description="increase, decrease, or null for a level")] = None
    of: Annotated[str | None, Meta(description="what is measured, as printed nearby")] = None
    per: Annotated[str | None, Meta(description="year, month … for %/năm")] = None


class Award(Record, frozen=True, kw_only=True, tag="award"):
    """An outcome of a contest, an emulation campaign or a commendation: ``Đảng bộ đạt giải Nhì, 2 cá nhân đạt giải Ba cấp tỉnh``."""

    type: ClassVar[str] = "award"
    name: Annotated[str, Meta(description="canonical name, sentence case")] = ""
    category: Annotated[
        str,
        Meta(
            description="prize, medal, order, state_medal, honorary_title, state_prize, badge, certificate, emulation_title, emulation_flag, "
            "party_rating, ranking or commendation"
        ),
    ] = "prize"
    rank: Annotated[str | None, Meta(description="special, 1, 2, 3 …, consolation, gold, silver, bronze, A, B, C, or null")] = None
    quantity: Annotated[Number | None, Meta(description="how many were given; null when unsaid")] = None
    modifier: Modifier = None
    recipients: Annotated[tuple[Recipient, ...], Meta(description="who got it; empty when unsaid")] = ()
    awarder: Annotated[str | None, Meta(description="who gave it, as printed")] = None
    level: Annotated[str | None, Meta(description="international, national, ministry, province, district, commune or grassroots")] = None
    event: Annotated[str | None, Meta(description="the contest, campaign or congress, as printed")] = None
    status: Annotated[str, Meta(description="awarded, proposed, planned, denied or mentioned")] = "awarded"
    posthumous: Annotated[bool, Meta(description="true for truy tặng, truy phong")] = False
    times: Annotated[int | None, Meta(description="how often, when said: 3 năm liền is 3")] = None
    date: Annotated[str | None, Meta(description="value of the date on which it was given, when the sentence says so")] = None


class Duration(Record, frozen=True, kw_only=True, tag="duration"):
    """A length of time: ``4 năm`` (P4Y), ``hơn 2 tiếng`` (PT2H), ``2 năm 6 tháng`` (P2Y6M)."""

    type: ClassVar[str] = "duration"
    value: Annotated[str | None, Meta(description="ISO 8601 duration in the printed unit; null for a range")] = None
    min: Annotated[str | None, Meta(description="shorter end of a range")] = None
    max: Annotated[str | None, Meta(description="longer end")] = None
    modifier: Modifier = None


class Money(Record, frozen=True, kw_only=True, tag="money"):
    """An amount of money: ``15 tỷ đồng``, ``1,2 triệu USD``."""

    type: ClassVar[str] = "money"
    value: Annotated[Number | None, Meta(description="the amount in units of the currency; null for a range")] = None
    min: Annotated[Number | None, Meta(description="lower end of a range")] = None
    max: Annotated[Number | None, Meta(description="upper end")] = None
    modifier: Modifier = None
    currency: Annotated[str, Meta(description="ISO 4217 code")] = "VND"
    per: Annotated[str | None, Meta(description="year, month, person, a unit's symbol or the printed noun")] = None


class Measure(Record, frozen=True, kw_only=True, tag="measure"):
    """A physical quantity, an age or a score: ``20 ha``, ``38 độ C``, ``32 tuổi``."""

    type: ClassVar[str] = "measure"
    value: Annotated[Number | None, Meta(description="the number in the printed unit; null for a range")] = None
    min: Annotated[Number | None, Meta(description="lower end of a range")] = None
    max: Annotated[Number | None, Meta(description="upper end")] = None
    modifier: Modifier = None
    unit_text: Annotated[str, Meta(description="the unit as printed")] = ""
    unit: Annotated[str, Meta(description="SI/UCUM symbol: ha, t, m2, Cel, a (age in years), point …")] = ""
    dimension: Annotated[
        str, Meta(description="length, area, volume, mass, temperature, speed, power, energy, age, score, wind_force …")
    ] = ""
    per: Annotated[str | None, Meta(description="year, month, person, a unit's symbol or the printed noun")] = None


class Entity(Record, frozen=True, kw_only=True, tag="entity"):
    """A person, an organization or a place that is named: ``đồng chí Nguyễn Văn An, Bí thư Tỉnh uỷ Lạng Sơn``."""

    type: ClassVar[str] = "entity"
    kind: Annotated[str, Meta(description="person, organization or location")]
    name: Annotated[str, Meta(description="canonical name: NFC, one tone-mark style")] = ""
    title: Annotated[str | None, Meta(description="office held, for a person: Bí thư Tỉnh uỷ")] = None
    same_as: Annotated[int | None, Meta(description="id of the fuller mention of the same person or body")] = None
    code: Annotated[str | None, Meta(description="official code of a province with its vintage, where certain: 2025:20")] = None


AnyRecord = Citation | Date | Count | Percentage | Award | Duration | Money | Measure | Entity
RECORD_TYPES: dict[str, type[Record]] = {
    cls.type: cls for cls in (Citation, Date, Count, Percentage, Award, Duration, Money, Measure, Entity)
}
