"""From a matched quantity and unit of time to a duration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.numerals import last_word, listed, parse_number, trail
from trichluc.numerals.modifiers import lead
from trichluc.records import Duration
from trichluc.rule import FIRM, PLAIN, Candidate

if TYPE_CHECKING:
    from decimal import Decimal

    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["iso", "read_duration", "read_half", "read_minutes"]

# The units by size: 2 năm 6 tháng, never 6 tháng 2 năm.
_SIZES = {"1000Y": 9, "100Y": 8, "10Y": 7, "1Y": 6, "3M": 5, "1M": 5, "1W": 4, "1D": 3, "T1H": 2, "T1M": 1, "T1S": 0}
# In hours, to compare two durations.
_HOURS = {
    "1000Y": 8760000,
    "100Y": 876000,
    "10Y": 87600,
    "1Y": 8760,
    "3M": 2190,
    "1M": 730,
    "1W": 168,
    "1D": 24,
    "T1H": 1,
    "T1M": 1 / 60,
    "T1S": 1 / 3600,
}
# Half of a unit, as rưỡi adds it and nửa says it.
_HALF = {"1Y": (6, "1M"), "10Y": (5, "1Y"), "100Y": (50, "1Y"), "1M": (15, "1D"), "1D": (12, "T1H"), "T1H": (30, "T1M"), "T1M": (30, "T1S")}
_JOIN = re.compile(r" ?- ?| (?:cho )?(?:đến|tới) ")
_THEN = re.compile(r",? (?:và )?")
_WORD = re.compile(r"(?<=năm )\w{2,4}(?= tháng)")
_MOST_PARTS = 4
_DATE_SIGNS = frozenset("/-.")

Parts = tuple[tuple["int | Decimal", str], ...]


def iso(parts: Parts) -> str:
    """An ISO 8601 duration in the printed units.

    >>> iso(((2, "1Y"), (6, "1M"))), iso(((90, "T1M"),)), iso(((6, "10Y"),)), iso(((1, "T1H"), (30, "T1M")))
    ('P2Y6M', 'PT90M', 'P60Y', 'PT1H30M')
    """
    written, timed = "P", False
    for number, unit in parts:
        if unit.startswith("T") and not timed:
            written, timed = f"{written}T", True
        written += f"{number * int(unit.strip('TYMWDHS'))}{unit[-1]}"
    return written


def read_duration(lexicon: Lexicon, match: regex.Match[str], quantity: Quantity, scene: Scene) -> list[Candidate] | None:
    """`4 năm`, `2 năm 6 tháng`, `hai năm rưỡi`, `từ 3 năm đến 5 năm`; not an age, a sound, an ordinal."""
    if not _is_length(lexicon, match, quantity, scene):
        return None
    unit, end = lexicon.group("unit")[match["unit"]], match.end()
    start, value, low, high, modifier = quantity.start, None, None, None, quantity.modifier
    if quantity.value is None:
        low, high = (iso(((end_value or 0, unit),)) for end_value in (quantity.low, quantity.high))
    else:
        parts, end = _parts(lexicon, match, quantity, scene)
        value = iso(parts)
        upper = _upper(lexicon, match, parts, end, scene)
        if upper is not None:
            (high, end), low, value = upper, value, None
            start = quantity.from_start if quantity.from_start >= 0 else start
    first = _counted_up(scene, quantity) if value is not None and end == match.end() else None
    if first is not None:  # hai, ba tiếng
        low, high, value, start = iso(((first[0], unit),)), value, None, first[1]
    if (behind := trail(scene.lower, end)) is not None:
        modifier, end = behind
        start = quantity.from_start if quantity.from_start >= 0 else start
    strength = FIRM if value is not None and end > match.end() else PLAIN  # ba năm sáu tháng, against năm sáu tháng
    last = Candidate(Duration, start, end, {"value": value, "min": low, "max": high, "modifier": modifier}, strength=strength)
    if first is not None or scene.lower.startswith(" tuổi", end):  # Huy hiệu 30, 40 và 55 năm tuổi Đảng
        return [last]
    return [*(_sharing(other, unit) for other in listed(scene, quantity)), last]


def _sharing(other: Quantity, unit: str) -> Candidate:
    """`12 và 15 năm tù`: a number before that leaves the unit to the last."""
    value = iso(((other.value or 0, unit),))
    return Candidate(
        Duration, other.start, other.end, {"value": value, "min": None, "max": None, "modifier": other.modifier}, strength=FIRM
    )


def _counted_up(scene: Scene, quantity: Quantity) -> tuple[int, int] | None:
    """The number one less that a comma parts from this one (`hai, ba tiếng`, `hơn 16, 17 năm`), and where it starts; None where there is none."""
    lower = scene.lower
    at = scene.quantity_number(quantity)
    before = scene.quantities[at - 1] if at and not quantity.spelled and quantity.start == quantity.number_start else None
    if before is not None and before.end == quantity.start - 2 and lower.startswith(", ", before.end) and isinstance(before.value, int):
        rises = before.value + 1 == quantity.value and before.whole is None and before.scale == 1
        return (before.value, before.start) if rises else None
    if not quantity.spelled or quantity.start != quantity.number_start or not lower.endswith(", ", 0, quantity.start):
        return None
    word = last_word(lower, quantity.start - 2)
    number = parse_number(word) if word else None
    return (number, quantity.start - 2 - len(word)) if isinstance(number, int) and number + 1 == quantity.value else None


def read_half(lexicon: Lexicon, match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate | None:
    """`chưa đầy nửa năm`, `hơn nửa thế kỷ`; not `nửa đêm`, `nửa đầu năm`."""
    half = _HALF.get(lexicon.group("unit")[match["unit"]])
    if half is None:
        return None
    before = lead(scene.lower, match.start())
    return Candidate(Duration, before.start, match.end(), {"value": iso((half,)), "modifier": before.modifier})


def read_minutes(lexicon: Lexicon, match: regex.Match[str], quantity: Quantity, scene: Scene) -> Candidate | None:
    """`hơn 2h30`, `mất 1h45 phút`: hours and minutes as a length, told from a clock time by what stands before it."""
    if not isinstance(quantity.value, int) or (quantity.modifier is None and not _is_led(lexicon, quantity, scene)):
        return None
    value = iso(((quantity.value, "T1H"), (int(match["minutes"]), "T1M")))
    return Candidate(Duration, quantity.start, match.end(), {"value": value, "modifier": quantity.modifier})


def _is_led(lexicon: Lexicon, quantity: Quantity, scene: Scene) -> bool:
    """Whether a word of lasting or losing stands before the hours."""
    start = quantity.start
    return scene.lower[max(start - 1, 0) : start] == " " and last_word(scene.lower, start - 1) in lexicon.group("before_minutes")


def _is_length(lexicon: Lexicon, match: regex.Match[str], quantity: Quantity, scene: Scene) -> bool:
    """Whether the number counts units of time, and these are no age, sound, ordinal or day that was."""
    lower, unit, end = scene.lower, match["unit"], match.end()
    if quantity.whole is not None or (quantity.value is not None and quantity.value <= 0):
        return False
    start = quantity.number_start
    if start > 1 and lower[start - 1] in _DATE_SIGNS and lower[start - 2].isdigit():
        return False  # 5-7-1963 ngày chính thức
    before = last_word(lower, quantity.number_start - 1) if lower[max(quantity.number_start - 1, 0) : quantity.number_start] == " " else ""
    if (
        quantity.start == quantity.number_start
        and before in lexicon.group("ordinal")
        and not _counts(lexicon, lower, quantity.number_start - 1 - len(before))
    ):
        return False
    if _is_denominator(lexicon, quantity, before, lower):
        return False
    if quantity.word == "một" and unit == "ngày" and quantity.modifier is None and before not in lexicon.group("one_day"):
        return False
    if quantity.word == "một" and quantity.modifier is None and before not in lexicon.group("one_day") and _is_rate(match, scene, end):
        return False
    following = lower[end + 1 : min(end + 24, scene.limit(end))].split(" ", 2) if lower[end : end + 1] == " " else []
    if not following:
        return not (unit == "h" and lower[end : end + 1] == "/")
    word = following[0].rstrip(",.;:)")
    if not lexicon.words("not_length").isdisjoint((f"{unit} {word}", f"{unit} {word} {' '.join(following[1:2])}".rstrip(",.;:)"))):
        return False  # 18 tuần tra, 41 năm ánh sáng
    if word in lexicon.group("age"):
        return " ".join(following[:2]).rstrip(",.;:)") in lexicon.group("seniority")
    if word in ("một", "1") and scene.lower.startswith("lần", end + 2 + len(word)):
        return False  # hai năm một lần: how often
    if unit == "tiếng" and (word in lexicon.group("sound") or (quantity.modifier is None and scene.folded[end + 1].isupper())):
        return False  # hai tiếng nổ, nói hai tiếng Tày
    if unit == "tháng" and word.isdigit() and len(word) < 3 and not " ".join(following[1:2]).startswith(("giờ", "ngày", "phút", "năm")):
        return False  # đường 3 tháng 2
    if unit == "năm" and word[:4].isdigit() and len(word) >= 4:  # 2 năm 2019
        return False
    if unit == "năm" and quantity.spelled and quantity.word.endswith("bốn") and word in lexicon.group("before_count"):
        return False
    return not (quantity.word == "một" and word in lexicon.group("one_of"))


def _is_rate(match: regex.Match[str], scene: Scene, end: int) -> bool:
    """`một năm hai vụ`, `một tuần 3 buổi`: so many in each; not `một năm sáu tháng`."""
    number = scene.quantity_at(end + 1) if scene.lower[end : end + 1] == " " else None
    return number is not None and match.re.match(scene.lower, number.end, scene.limit(end)) is None


def _is_denominator(lexicon: Lexicon, quantity: Quantity, before: str, lower: str) -> bool:
    """`63,5 triệu đồng/1 năm`, `2 triệu đồng một tháng`, `250 mm/24h`; nor is độ a modifier between two numbers: `17 độ 45 phút vĩ Bắc`."""
    start = quantity.number_start
    if lower[start - 1 : start] == "/" and lower[max(start - 2, 0)].isalpha():
        return True  # 250 mm/24h
    if quantity.value == 1 and (lower[start - 1 : start] == "/" or (quantity.word == "một" and before in lexicon.group("rate_of"))):
        return True
    return lower.startswith("độ ", quantity.start) and lower[max(quantity.start - 2, 0) : quantity.start - 1].isdigit()


def _counts(lexicon: Lexicon, lower: str, at: int) -> bool:
    """`mỗi tháng 2 ngày`, `trong vòng 4 năm`: tháng and vòng are no labels there."""
    return at > 1 and last_word(lower, at - 1) in lexicon.group("rate")


def _parts(lexicon: Lexicon, match: regex.Match[str], quantity: Quantity, scene: Scene) -> tuple[Parts, int]:
    """The units of falling size that make one duration, and where they end."""
    unit, end = lexicon.group("unit")[match["unit"]], match.end()
    parts: Parts = ((quantity.value or 0, unit),)
    if match["half"]:
        half = _HALF.get(unit)
        return ((*parts, half), end) if half else (parts, match.end("unit"))
    while len(parts) < _MOST_PARTS:
        joint = _THEN.match(scene.lower, end, scene.limit(end))
        number = _smaller(scene, joint.end()) if joint else None
        again = match.re.match(scene.lower, number[1], scene.limit(end)) if number else None
        if number is None or again is None or not joint or (joint[0] != " " and not scene.lower.startswith(" tù", again.end())):
            break
        unit = lexicon.group("unit")[again["unit"]]
        if _SIZES[unit] >= _SIZES[parts[-1][1]] or scene.lower[again.end() : again.end() + 5].strip()[:4].isdigit():
            break
        parts, end = (*parts, (number[0], unit)), again.end("unit")
    return parts, end


def _smaller(scene: Scene, at: int) -> tuple[int | Decimal, int] | None:
    """The number of the next smaller unit and its end; the sáu of `ba năm sáu tháng` is read as năm sáu elsewhere."""
    quantity = scene.quantity_at(at)
    if quantity is not None:
        return None if quantity.value is None or quantity.whole is not None or quantity.modifier else (quantity.value, quantity.end)
    word = _WORD.match(scene.lower, at)
    value = parse_number(word[0]) if word else None
    return None if value is None or not word else (value, word.end())


def _upper(lexicon: Lexicon, match: regex.Match[str], parts: Parts, end: int, scene: Scene) -> tuple[str, int] | None:
    """The longer half of `từ 6 tháng đến 3 năm`."""
    join = _JOIN.match(scene.lower, end)
    other = scene.quantity_at(join.end()) if join else None
    if other is None or other.value is None or other.modifier:
        return None
    second = match.re.match(scene.lower, other.end, scene.limit(other.end))
    if second is None or not _is_length(lexicon, second, other, scene):
        return None
    longer, stop = _parts(lexicon, second, other, scene)
    return (iso(longer), stop) if _hours(parts) < _hours(longer) else None


def _hours(parts: Parts) -> float:
    return sum(float(number) * _HOURS[unit] for number, unit in parts)
