"""Block: digits that name something. Its candidates claim their characters and give no record.

    biển số 12A-345.67 · ĐT: 0205.3812345 · đường 30/4 · Km 35+200 · thắng 2-1 · tỷ lệ 1/500 · số 5/2022 · lớp 9A · "5 không, 3 sạch"

A plain count behind a label is left to the count room, which knows `lớp 9` from `lớp 30 học sinh`; here stand the names that another
room could take for a date, a length of time, an amount or a medal.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trichluc.families.block.normalize import block, block_score, block_slogan
from trichluc.rule import FIRM, PLAIN, SURE, WEAK, Digits, Family, Pattern, Rule, Words

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["BLOCK"]

# A day and a month, or a house within a house: 30/4, 30-4, 12/5A; and what must not follow: a year or a further part.
_TWO = r"\d{1,4}[/-]\d{1,3}[a-zđ]?(?![\w/-]|[.,]\d)"
# ngày 24/7, nay (24/7): a day and a month
_DAYS = (
    *["ngày", "hôm", "sáng", "trưa", "chiều", "tối", "đêm", "phiên", "dịp", "nay", "qua"],
    *(rf"{day}{gap}\(" for day in ("nay", "qua", "mai") for gap in ("", " ")),
)
_NO_DAY = "".join(f"(?<!{day}{gap})" for day in _DAYS for gap in ("", " "))
_LETTERS = "abcdefghijklmnopqrstuvwxyzđ"


def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    group = lexicon.words
    return (
        # Hotline: | 0912.345.678 - 1900 1234
        Rule(
            "block.phone",
            Words(group("phone")),
            Pattern(
                # not GD&ĐT năm học 2022-2023
                r"(?<![&-])(?![^\d\n.;]{2,18}(?:năm|tháng|ngày|khóa|giai đoạn|nhiệm kỳ) )[^\d\n.;]{2,24}?(?:số )?[:.]? ?(?:\(?\+?\d{2,5}\)?[ .-]?){1,4}\d{2,10}(?:(?: ?[-/,;] ?| hoặc )0\d[\d .-]{6,14}\d)*",
                cased=False,
            ),
            partial(block, SURE, least_digits=7),
        ),
        # biển số | 12A-345.67
        Rule(
            "block.plate",
            Words(group("plate")),
            Pattern(r"[^\d\n;]{2,24}?[\d]{2}[a-zđ]{1,2}\d? ?-? ?\d{1,3}\.?\d{2,3}(?!\w)"),
            partial(block, SURE),
        ),
        # a plate without the word: 29C1-123.45
        Rule(
            "block.plate-alone",
            Digits(after=_LETTERS),
            Pattern(r"(?<![\w.,/-])\d{2}[a-zđ]{1,2}\d? ?- ?\d{3}\.?\d{2}(?!\w)"),
            partial(block, FIRM),
        ),
        # tài khoản số | 1120 0012 3456
        Rule(
            "block.account",
            Words(group("account")),
            Pattern(r"[\w-]+(?: [\w-]+){0,3}?(?: số)?:? ?(?:là )?(?:[a-zđ]{1,3}[ -]?)?\d[\d .-]{4,24}\d(?!\w)"),
            partial(block, SURE, least_digits=6),
        ),
        # đường | 30/4    số nhà | 12/5A
        Rule(
            "block.place",
            Words(group("place") | group("named_after_a_day"), numbered=True, behind=True),
            Pattern(r" (?:số )?" + _TWO),
            partial(block, SURE),
        ),
        # Quảng trường | 1 tháng 5    đường | Cách mạng Tháng 8
        Rule(
            "block.day-name",
            Words(group("named_after_a_day"), behind=True),
            Pattern(r" (?:cách mạng tháng (?:tám|8)|\d{1,2} tháng \d{1,2})(?!\w|/\d)"),
            partial(block, SURE),
        ),
        # Quốc lộ | 1A    Km | 35+200    Km12/5
        Rule(
            "block.road",
            Words(group("road"), numbered=True, behind=True),
            Pattern(r"[. ]?\d{1,4}(?:[+/]\d{1,4}|[a-z]|\.\d{1,3})?(?: ?- ?(?:km ?)?\d{1,4}\+\d{1,4})?(?![\w/]|[.,]\d)"),
            partial(block, FIRM),
        ),
        # thắng | 2-1    tỷ số | 3:1
        Rule(
            "block.score",
            Words(group("score")),
            Pattern(
                r"(?=\D{3,90}\d)\L<names>(?: [^\W\d_]+){0,5}? (?:\d{1,3} ?[-:] ?\d{1,3}(?:, )?){1,5}(?<![, ])(?![\w/-]|[.,]\d)",
                names=group("score"),
            ),
            block_score,
        ),
        # tỷ lệ | 1/500    thương binh | 2/4
        Rule(
            "block.scale",
            Words(group("scale"), numbered=True, behind=True),
            Pattern(r" (?:là )?1?\d[/:]\d{1,3}(?:[.,]?\d{3})*(?![\w/]|[.,]\d)"),
            partial(block, SURE),
        ),
        # Tạp chí số | 5/2022, 12-2019
        Rule(
            "block.issue",
            Words(group("issue"), numbered=True, behind=True),
            Pattern(r" \d{1,3}(?:\+\d{1,3})?[/-](?:19|20)\d\d(?![\w/-])"),
            partial(block, SURE),
        ),
        # lớp | 12 năm học    Quận | 7 tháng 5: no length of time
        Rule(
            "block.label",
            Words(group("unit_number"), numbered=True, behind=True),
            Pattern(
                r"(?: số)? \d{1,3}(?:[a-zđ]\d?)?(?= (?:năm|tháng|ngày|quý|tuần) (?:học|\d|này|nay|trước|sau|qua|đầu|cuối|i)|[,;.)]|$)(?!\w|[.,/-]\d)"
            ),
            partial(block, PLAIN),
        ),
        # SEA Games | 31    Euro | 2024
        Rule(
            "block.event",
            Words(group("event")),
            Pattern(r"\L<names>(?: [^\W\d_]+){0,2}? (?:\d{1,4}|[ivx]{1,6})(?![\w/-]|[.,]\d)", names=group("event")),
            partial(block, PLAIN),
        ),
        # giải nhất | 67890 - 12345; not mùa giải năm | 2023
        Rule(
            "block.lottery",
            Words(group("lottery"), numbered=True, behind=True),
            Pattern(r" ?:? ?(?!(?<=năm )(?:19|20)\d\d(?!\d))\d{2,6}(?: ?[-,;] ?\d{2,6})*(?![\w%]|[.,]\d)(?! [^\W\d_])"),
            partial(block, SURE, least_digits=2),
        ),
        # khoản 2 Điều 8, of no document
        Rule(
            "block.provision",
            Words(group("provision"), numbered=True, behind=True),
            Pattern(r" \d{1,3}[a-zđ]?(?![\w/-]|[.,]\d)(?= (?:quy định|nêu|và|của)|[,;.)]|$)"),
            partial(block, WEAK),
        ),
        # "5 không, 3 sạch"
        Rule(
            "block.slogan",
            Words(frozenset({'"'})),
            Pattern(r'"(?:[^\W\d_]+ ){0,3}?(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) \L<words>[^"\n]{0,60}"', words=group("slogan")),
            partial(block_slogan, lexicon),
        ),
        # phương châm | 4 tại chỗ
        Rule(
            "block.slogan-lead",
            Words(group("slogan_lead"), numbered=True, behind=True),
            Pattern(r' "?\d{1,2} \L<words>(?:[,-] ?(?:\d{1,2}|hai|ba|bốn|năm|sáu) \L<words>)*(?!\w)', words=group("slogan")),
            partial(block, PLAIN),
        ),
        # 5 không, 3 sạch without marks
        Rule(
            "block.slogan-pair",
            Digits(after="".join(sorted({word[0] for word in group("slogan_pair")}))),
            Pattern(r"(?<![\w.,/-])\d \L<words>(?:(?:,| và| -)? \d \L<words>)+(?!\w)", words=group("slogan_pair")),
            partial(block, SURE),
        ),
        # 24/24 giờ, 7/7 ngày, 24/7
        Rule(
            "block.always",
            Digits(after="/+h"),
            Pattern(r"(?=24|7/|1\+)(?<![\w.,/-])(?:24/24(?: giờ|h| h)?|7/7 ngày|" + _NO_DAY + r"24/7|1\+1|24h/24h?)(?![\w/-])"),
            partial(block, FIRM),
        ),
    )


BLOCK = Family("block", "trichluc.families.block", _rules)
