"""context: what stands left and right of a date expression: cues, modifiers, and words that make it recur."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.families.date.terms import CLOCK, DAY, MONTH, YEAR
from trichluc.pattern import Pattern

if TYPE_CHECKING:
    from trichluc.families.date.forms import Grammar
    from trichluc.families.date.terms import Term
    from trichluc.scene import Scene

__all__ = ["has_cue", "has_year_cue", "is_session", "is_timed", "modifier_before", "recurs"]

# The prepositions of a date, nearest first; a modifier's words are no part of the text (RULINGS, Dates 1).
_PREPOSITIONS = {
    "trước": "before",
    "sau": "after",
    "đến": "until",
    "tới": "until",
    "hết": "until",
    "từ": "since",
    "khoảng": "approx",
    "chừng": "approx",
    "độ": "approx",
    "tầm": "approx",
}
_WIDEST_CUE = 24
_BRACKET_REACH = 72
_MOST_WORDS = 3
_RECURRING_REACH = 40
# cứ đến ngày 17/10 | hằng năm, cứ vào dịp 27/7 | mỗi độ
_LED = re.compile(
    r"(?<!\w)(?:cứ(?: (?:đến|tới|vào|dịp|mỗi))+|(?:(?:h[ằà]ng|mỗi) (?:năm|tháng|quý|tuần)|mỗi (?:dịp|độ)),?"
    r"(?: (?:cứ|vào|đến|tới|từ|trong|dịp|khoảng|đúng|các|những|hai))*) $"
)
# 21 giờ 3 phút | theo giờ Việt Nam, (7h | giờ VN)
_ZONE = Pattern(
    r" (?:theo )?giờ (?:địa phương|việt nam|vn|hà nội|quốc tế|gmt|bắc kinh|mỹ|london|moscow|paris|tokyo)(?!\w)|,? ?\(?(?:gmt|utc)(?!\w)"
)
_FULL_HOUR = ("h00", "h00'", "h 00", ":00")
# Đến khoảng | 22 giờ,        at the head of a sentence
_OPENS_AT = Pattern(r"(?:(?:mãi )?(?:đến|tới|vào|lúc|vào lúc) )?(?:khoảng|tầm|gần|hơn|chừng|đúng) $")
_LAST_YEAR = Pattern(r" và (?:năm )?[12]\d{3}\)")
_MINUTES = Pattern(r"từ \d\d?(?:h|:|g| giờ )[0-5]\d")
_RECURS = frozenset("hmt")  # hằng năm, hàng tháng, mỗi tuần, thường niên


def modifier_before(lower: str, start: int) -> str | None:
    """The modifier whose word stands before a date.

    >>> modifier_before("báo cáo trước ngày 30/6", 14), modifier_before("đến hết năm 2025", 8)
    ('before', 'until')
    """
    if start < 2 or lower[start - 1] != " ":
        return None
    tail = lower[max(start - 9, 0) : start - 1]
    cut = max(tail.rfind(" "), tail.rfind("\n"))
    found = _PREPOSITIONS.get(tail[cut + 1 :].lstrip("(\"'"))
    if (
        found == "approx"
        and tail.endswith("độ")
        and cut > 0
        and not lower.endswith(("vào", "hồi", "lúc", "chừng"), 0, start - len("độ ") - 1)
    ):
        return None  # tiến độ năm 2022, chế độ năm 2020
    return found


def is_timed(grammar: Grammar, scene: Scene, term: Term) -> bool:
    """Whether a word of the hour stands before a clock time: `lúc 8 giờ 15 phút` is no length of time."""
    return term.kind == CLOCK and (_before(scene.lower, term.start)[0] in grammar.words("before_clock") or _is_told(scene, term))


def is_session(scene: Scene, term: Term) -> bool:
    """Whether the day is that of a session of the exchange: `phiên giao dịch 11-12 thanh khoản giảm`."""
    return term.rule == "day" and scene.lower.endswith("phiên giao dịch ", 0, term.start)


def recurs(grammar: Grammar, scene: Scene, first: Term, last: Term) -> bool:
    """Whether the day comes back every year or month: `ngày 3 hằng tháng`, `cứ đến ngày 17/10`, `hằng năm, từ ngày 10 đến 15/1`."""
    lower, start, end = scene.lower, first.start, last.end
    if lower[end + 1 : end + 2] in _RECURS or lower[end : end + 1] == ")":
        words = lower[end : min(end + 20, scene.limit(end))].lstrip(" )").split(" ")
        if " ".join(words[:2]).rstrip(",.;:)") in grammar.words("recurring"):
            return True
    if last.year.isdigit() or last.whole[:4].isdigit():
        return False
    before = lower[max(start - _RECURRING_REACH, 0) : start].rpartition("\n")[2]
    if "cứ " not in before and "ng năm" not in before and "mỗi" not in before:
        return False
    return _LED.search(before) is not None


def has_cue(grammar: Grammar, scene: Scene, term: Term) -> bool:
    """Whether a word beside makes a date of what could be something else: `phiên 30/5`, `trước 31-12`, `(2010)`, `lúc 10 giờ`."""
    lower, start = scene.lower, term.start
    before = _before(lower, start)
    if term.kind == CLOCK:
        return _clock_cue(grammar, scene, term, before)
    if term.rule == "same-day":
        return False
    if lower.startswith("từ ", start):
        return True
    if term.rule == "weekday" and before[0] == "ngày" and not lower.startswith("ch", start):
        return False  # ngày thứ hai của đại hội
    if term.rule in ("weekday", "edge"):
        return not grammar.words(f"before_{term.rule}").isdisjoint(before) or (term.rule == "edge" and start == scene.sentence(start).start)
    printed = lower[start : term.end]
    if lower[max(start - 1, 0) : start] == "(":
        closed = _closes(lower, term.end) if term.kind == YEAR else lower[term.end : term.end + 1] in _CLOSING
        return closed and (term.kind == MONTH or "-" not in printed or _is_bracketed_day(grammar, scene, start, printed))
    if term.kind == YEAR:
        return _is_year(grammar, lower, term.end, before)
    if (
        _opens_line(lower, start)
        and lower[term.end : term.end + 1] in _CLOSING
        and (term.kind == MONTH or (term.kind == DAY and "-" not in printed))
    ):
        return True  # - 3/1989: bí thư
    if term.kind == MONTH:
        return not grammar.words("before_month").isdisjoint(before)
    if "-" in printed and term.rule == "day":
        if is_session(scene, term):
            return True
        return not grammar.words("before_dashed_day").isdisjoint(before) and (_descends(printed) or _ends(lower, term.end))
    if start == scene.sentence(start).start:
        return lower[term.end : term.end + 1] in _CLOSING
    return not grammar.words("before_day").isdisjoint(before)


def has_year_cue(grammar: Grammar, scene: Scene, start: int, end: int) -> bool:
    """Whether a word beside makes a year of four digits: `cùng kỳ 2018`, `sinh 1985`, `(2010)`, `đến 2030`; năm is no such word here."""
    lower = scene.lower
    if start < 2 or lower[start - 1] not in " \"'(":
        return False
    if lower[start - 1] == "(":
        return _closes(lower, end)
    return not lower.endswith("năm ", 0, start) and _is_year(grammar, lower, end, _before(lower, start))


def _is_year(grammar: Grammar, lower: str, end: int, before: tuple[str, ...]) -> bool:
    return not grammar.words("before_year").isdisjoint(before) or (
        not grammar.words("before_ended_year").isdisjoint(before) and _ends(lower, end)
    )


_CLOSING = frozenset("),;:")
_GOES_ON = ("đến ", "tới ", "trở ", "và ", "thì ", "- ")


def _closes(lower: str, end: int) -> bool:
    """Whether a bracket closes behind a year, or behind another that shares it: `(2018 và 2019)`."""
    return lower[end : end + 1] in _CLOSING or (
        lower.startswith(" và ", end) and _LAST_YEAR.match(lower, end, end + len(" và năm 2019)")) is not None
    )


def _before(lower: str, start: int) -> tuple[str, ...]:
    """The last word before *start*, the last two, the last three; a line's or bracket's beginning gives one empty word."""
    if start < 2 or lower[start - 1] not in " \"'":
        return ("",)
    words = lower[max(start - _WIDEST_CUE, 0) : start].rstrip(" \"'").rpartition("\n")[2].replace("(", " ").split(" ")[-_MOST_WORDS:]
    return tuple(" ".join(words[-count:]) for count in range(1, len(words) + 1))


def _ends(lower: str, end: int) -> bool:
    """Whether the phrase ends here or goes on as one of time does: `từ 2015 đến nay`."""
    following = lower[end : end + 6]
    return not following.strip()[:1].isalnum() or following.lstrip().startswith(_GOES_ON)


def _is_bracketed_day(grammar: Grammar, scene: Scene, start: int, printed: str) -> bool:
    """`ngày thành lập Đảng (3-2)`, `Sáng thứ Bảy (24-6)`; not `thắng đậm (5-2)`, `hai ván (21-12)`."""
    words = scene.lower[max(scene.sentence(start).start, start - _BRACKET_REACH) : start - 1].replace(",", " ").split()
    if not grammar.words("remembered").isdisjoint(words):
        return True
    two_digits = len(printed.replace(" ", "")) > len("5-2")
    return two_digits and _descends(printed) and grammar.words("score_word").isdisjoint(words)


def _opens_line(lower: str, start: int) -> bool:
    """Whether nothing but a bullet stands before it on its line."""
    before = lower[max(start - 4, 0) : start]
    line = before.rpartition("\n")[2]
    return (start <= len(line) or line is not before) and not any(sign.isalnum() for sign in line)


def _descends(printed: str) -> bool:
    """`31-12` is no range of numbers."""
    day, _, month = printed.partition("-")
    return day.strip().isdigit() and month.strip().isdigit() and int(day) >= int(month)


def _is_told(scene: Scene, term: Term) -> bool:
    """Whether a clock time is plain by what stands about it: `6h, bão tới`, `Đến khoảng 22 giờ, gió …`, `7 giờ GMT`, `gần 9h00`."""
    lower, end = scene.lower, term.end
    if _ZONE.match(lower, end, scene.limit(term.start)) is not None or lower.endswith(_FULL_HOUR, term.start, end):
        return True
    if lower[end : end + 1] != ",":
        return False
    opening = scene.sentence(term.start).start
    return term.start == opening or (term.start - opening <= _WIDEST_CUE and _OPENS_AT.match(lower, opening, term.start) is not None)


def _clock_cue(grammar: Grammar, scene: Scene, term: Term, before: tuple[str, ...]) -> bool:
    """`lúc 10 giờ` is a time of day, `hơn 5h` a length of time; `14h30` is told by its minutes."""
    printed = scene.lower[term.start : term.end]
    length = grammar.words("before_length")
    if _is_told(scene, term) or (
        before[0] == "suốt" and term.rule == "range" and _MINUTES.match(scene.lower, term.start, term.end) is not None
    ):
        return True
    if not length.isdisjoint(before):
        return False
    if term.rule == "clock" and not (":" in printed and printed.find(":") < 2):
        return True
    if term.rule == "range":
        return True
    if term.rule != "clock-hours":
        return not grammar.words("before_clock").isdisjoint(before)
    if scene.quantity_at(term.start) is None or (printed.endswith("giờ") and before[0] in ("khoảng", "tầm")):
        return False  # từ 1 đến 2 giờ
    lead = before[1].partition(" ")[0] if len(before) > 1 else ""
    if before[0] in ("từ", "đến", "tới") and (lead in length or lead == "giờ"):
        return False  # mất từ 1 giờ đến 2 giờ
    return not grammar.words("before_clock").isdisjoint(before)
