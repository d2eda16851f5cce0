"""Days counted from the day of telling, and what relative words mean once that day is known.

5 năm trước · cách đây 3 ngày · 10 năm qua · 3 năm tới · từ đầu năm đến nay · từ nay đến cuối năm
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from trichluc.families.date.forms import RANGED, RELATIVE, Form, word_before
from trichluc.families.date.iso import UNKNOWN_YEAR, is_day, month_shifted, shift_years, week_value
from trichluc.families.date.joining import continue_range
from trichluc.families.date.terms import YEAR, Term
from trichluc.lexicon import Lexicon, load_lexicon
from trichluc.numerals import parse_number
from trichluc.pattern import Pattern
from trichluc.rule import Quantities, Words

if TYPE_CHECKING:
    import regex

    from trichluc.families.date.forms import Grammar
    from trichluc.numerals import Quantity
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["Shift", "context_shift", "read_shift", "relative_forms", "shifted"]

_RESTS = {"day": "-XX-XX", "week": "-WXX", "month": "-XX", "year": "", "decade": ""}
_QUARTER = 3
_WITHIN = frozenset(("trong", "suốt", "quãng"))
_STROKES = frozenset("/-.")


class Shift(Struct, frozen=True):
    """So many units from the day of telling; ``span`` where everything between is meant (`5 năm qua`)."""

    unit: str
    by: int
    span: bool = False


def relative_forms(lexicon: Lexicon) -> tuple[Form, ...]:
    """The forms of this module."""
    units = lexicon.words("unit_ago")
    return (
        # [cách đây] {number} {unit} trước|qua|tới|nay|nữa
        Form(
            "ago",
            Quantities.before(units),
            Pattern(
                r" (?P<unit>\L<units>)(?!\w)(?! tuổi)(?: (?P<direction>\L<directions>)(?!\w)"
                r"(?! (?:khi|ngày|đó|tết|lúc|thời|giờ|thềm|kỳ|mùa|đời|lại|nơi|khám|bạ|các)(?!\w)))?",
                units=units,
                directions=lexicon.words("direction"),
            ),
            read_ago,
        ),
        # từ đầu năm đến nay | từ nay đến {period}
        Form(
            "relative",
            Words(frozenset({"từ"})),
            Pattern(r"từ (?:(?P<year>đầu năm (?:đến|tới) nay)(?!\w)|nay(?P<said> ?\((?=\d))?(?: (?:cho )?(?:đến|tới) (?:hết )?)?)"),
            read_until,
            depth=RANGED,
        ),
    )


def read_ago(match: regex.Match[str], quantity: Quantity, scene: Scene, grammar: Grammar) -> Term | None:
    """`5 năm trước`, `cách đây 3 ngày`; a number of which nobody knows how much (`vài năm trước`) says no day."""
    counted = scene.lower.endswith("cách đây ", 0, quantity.start) or scene.lower.endswith("cách nay ", 0, quantity.start)
    if quantity.value is None or quantity.whole is not None or not (match["direction"] or counted):
        return None
    start = quantity.number_start
    if scene.lower[start - 1 : start] in _STROKES and scene.lower[max(start - 2, 0)].isdigit():
        return None  # 4/2 năm nay
    if not counted and _is_numbered(scene.lower, quantity.number_start, grammar.lexicon):
        return None
    start = quantity.start - 9 if counted else quantity.number_start
    rest = _RESTS[grammar.lexicon.group("unit_ago")[match["unit"]]]
    return Term(start=start, end=match.end(), rule="ago", kind=YEAR, rest=rest, anchor="relative")


def _is_numbered(lower: str, at: int, lexicon: Lexicon) -> bool:
    """`lớp 10 năm nay`; not `trong vòng 50 năm qua`."""
    word = word_before(lower, at)
    return word in lexicon.group("numbered") and not (word == "vòng" and word_before(lower, at - 1 - len(word)) in _WITHIN)


def read_until(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`từ đầu năm đến nay`, `từ nay đến cuối năm`."""
    if match["year"]:
        return Term(start=match.start(), end=match.end(), rule="relative", kind=YEAR, anchor="relative", whole=UNKNOWN_YEAR)
    if match["said"]:  # từ nay (25/9) đến ngày 28/9
        today = grammar.day(scene, match.end("said"), RELATIVE)
        found = (
            continue_range(grammar, scene, replace(today, end=today.end + 1), RANGED) if today and scene.lower[today.end] == ")" else None
        )
        return found and replace(found, start=match.start(), sure=True)
    if match[0].endswith("nay"):
        return None
    inner = grammar.term(scene, match.end(), RANGED)
    if inner is None or not inner.possible or "/" in inner.whole:
        return None
    if not inner.rest and inner.year == UNKNOWN_YEAR:
        return replace(inner, start=match.start(), rule="relative", whole=UNKNOWN_YEAR, modifier=None, anchor="relative", sure=True)
    return replace(
        inner, start=match.start(), rule="relative", whole=f"XXXX-XX-XX/{inner.value}", modifier=None, anchor="relative", sure=True
    )


def read_shift(words: str, *, counted: bool = False) -> Shift | None:
    """What the relative words of a date say of its distance from the day of telling; *counted* where a number says it.

    >>> read_shift("tối hôm qua"), read_shift("mùa hè năm ngoái"), read_shift("5 năm qua", counted=True)
    (Shift(unit='day', by=-1, span=False), Shift(unit='year', by=-1, span=False), Shift(unit='year', by=-5, span=True))
    """
    lexicon, table, ago = _reader()
    found = ago.compiled.search(words) if counted else None  # thứ sáu tuần trước is not six weeks ago
    if found is not None:
        number = _last_number(words[: found.start("unit")].split())
        if number is not None:
            unit, direction = lexicon.group("unit_ago")[found["unit"]], found["direction"]
            number *= 10 if unit == "decade" else 1
            kind = lexicon.group("direction")[direction] if direction else "ago"
            by = number if kind in ("ahead", "coming") else -number
            return Shift("year" if unit == "decade" else unit, by, span=kind in ("past", "coming"))
    best = max((word for word in table if _holds(words, word)), key=len, default=None)
    return table[best] if best else None


def _last_number(words: list[str]) -> int | None:
    """The longest number that the last of the words write: the 3 of `cách đây 3`."""
    numbers = (parse_number(" ".join(words[first:])) for first in range(max(len(words) - 5, 0), len(words)))
    return next((number for number in numbers if isinstance(number, int)), None)


def _holds(words: str, word: str) -> bool:
    at = words.find(word)
    return at >= 0 and not words[max(at - 1, 0) : at].isalnum() and not words[at + len(word) :][:1].isalnum()


@cache
def _reader() -> tuple[Lexicon, dict[str, Shift], Pattern]:
    lexicon = load_lexicon("trichluc.families.date")
    table = {
        word: Shift(unit, by)
        for unit in ("day", "week", "month", "quarter", "year")
        for word, by in lexicon.group(f"relative_{unit}").items()
    }
    parts, seasons = lexicon.words("part_of_day"), lexicon.words("season")
    table |= {f"{part} {word}": Shift("day", by) for part in parts for word, by in lexicon.group("relative_part").items()}
    table |= {f"{season} {word}": Shift("year", by) for season in seasons for word, by in lexicon.group("relative_season").items()}
    table |= {f"{noun} {word}": Shift("school-year", by) for noun in lexicon.words("school_year") for word, by in _SCHOOL.items()}
    ago = Pattern(
        r"(?<=\w )(?P<unit>\L<units>)(?: (?P<direction>\L<directions>)(?!\w)|$)",
        units=lexicon.words("unit_ago"),
        directions=lexicon.words("direction"),
    )
    return lexicon, table, ago


_SCHOOL = {"này": 0, "nay": 0, "trước": -1, "vừa qua": -1, "qua": -1, "tới": 1, "sau": 1}


def shifted(value: str, shift: Shift, told: date) -> str | None:
    """*value* with its X filled in, told on a known day; None where it cannot be.

    >>> shifted("XXXX-XX-XXTEV", Shift("day", -1), date(2011, 3, 2)), shifted("XXXX-WXX-5", Shift("week", -1), date(2011, 3, 2))
    ('2011-03-01TEV', '2011-02-25')
    """
    if shift.span:
        return _span(shift, told)
    if shift.unit == "day":
        day = told + timedelta(days=shift.by)
        return value.replace("XXXX-XX-XX", day.isoformat()) if value.startswith("XXXX-XX-XX") else None
    if shift.unit == "week":
        week = told + timedelta(weeks=shift.by)
        head, _, time = value.partition("T")
        if head[8:9] == "-":
            day = week + timedelta(days=int(head[9:]) - week.isoweekday())
            return day.isoformat() + (f"T{time}" if time else "")
        return week_value(week) + value[8:]
    if shift.unit == "month":
        filled = value.replace("XXXX-XX", month_shifted(told, shift.by), 1)
        return filled if len(filled) < 10 or _exists(filled) else None
    if shift.unit == "quarter":
        month = month_shifted(told, _QUARTER * shift.by)
        return f"{month[:4]}-Q{(int(month[5:7]) + 2) // _QUARTER}"
    if shift.unit == "school-year":
        first = told.year - (told.month < 8) + shift.by
        return f"{first}/{first + 1}"
    filled = value.replace(UNKNOWN_YEAR, f"{shift_years(told, shift.by).year:04d}")
    return filled if "X" not in filled and (len(filled) < 10 or _exists(filled)) else None


def _span(shift: Shift, told: date) -> str | None:
    """`5 năm qua`, `3 tháng tới`: from one end to the other."""
    if shift.unit == "year":
        other = f"{told.year + shift.by:04d}", f"{told.year:04d}"
    elif shift.unit == "month":
        other = month_shifted(told, shift.by), month_shifted(told, 0)
    elif shift.unit == "week":
        other = week_value(told + timedelta(weeks=shift.by)), week_value(told)
    else:
        other = (told + timedelta(days=shift.by)).isoformat(), told.isoformat()
    return "/".join(sorted(other))


def _exists(value: str) -> bool:
    head = value.partition("/")[0].partition("T")[0]
    return len(head) != 10 or not head[5:7].isdigit() or is_day(int(head[8:]), int(head[5:7]), int(head[:4]))


def context_shift(words: str) -> int:
    """Days between the day pointed to and the one meant: `hôm sau` is the day after.

    >>> context_shift("cùng ngày"), context_shift("sáng hôm sau")
    (0, 1)
    """
    lexicon, _, _ = _reader()
    known = {**lexicon.group("context_day"), **lexicon.group("context_day_led")}
    best = max((word for word in known if _holds(words, word)), key=len, default="")
    return int(known.get(best, 0))
