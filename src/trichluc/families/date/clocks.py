"""Clock times, alone or with their day.

14h30 · 8g30 · 14 giờ 30 phút · 5 giờ sáng · 2 giờ rưỡi · 11 giờ kém 15 · 14:30 · 12 giờ đêm
14h30 ngày 5/6 · 18h30 chiều 26/6 · 20 giờ hôm nay (18.8) · 2h chiều hôm ấy · 15:38, 28/11/2007
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from trichluc.families.date.forms import CLOCKED, RANGED, Form
from trichluc.families.date.terms import CLOCK, Term, impossible
from trichluc.pattern import Pattern
from trichluc.rule import Words

if TYPE_CHECKING:
    import regex

    from trichluc.families.date.forms import Grammar
    from trichluc.lexicon import Lexicon
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["clock_forms"]

# :{minute} | h{minute} | g{minute} | h
_SIGNED = (
    r":(?P<m1>[0-5]\d)(?::[0-5]\d)?(?!:?\d)(?: ?[ap]m(?!\w))?"
    r"|(?: ?h ?(?P<m2>[0-5]\d)(?!\d)|(?P<bare>h)(?!\w)|g(?P<m3>[0-5]\d)(?!\w))(?: ?phút(?!\w)|p(?!\w)|')?"
)
# [giờ] [{minute} [phút] | rưỡi | kém {minute}]      behind an hour; `5 rưỡi sáng` drops giờ
_HOURS = (
    r"(?:(?P<half> rưỡi)(?= \L<parts>(?!\w))|(?P<hours> giờ)(?!\w)(?: (?P<m4>[0-5]?\d)(?: phút(?!\w)|')|(?P<halfpast> rưỡi)(?!\w)"
    r"| kém (?P<less>[0-5]?\d)(?!\d)(?: phút)?| (?P<minuteword>\L<tens>)(?: phút(?!\w)|(?=[,.;)]|$| \L<parts>(?!\w)| ngày ))"
    r"| (?P<m5>[0-5]\d)(?=[,;)]|\.(?!\d)|$| (?:ngày|hôm|cùng|tại|ở|thì|đến|tới|\L<parts>)(?!\w)| -)"
    r"| (?P<m6>00|15|30|45)(?=(?! \L<amounts>(?!\w)) [^\W\d]))?)"
)
_MINUTES = ("m1", "m2", "m3", "m4", "m5", "m6")
# [{part}] and the joint to the day
_BEHIND = (
    r"(?!/)(?P<part> (?:giờ )?\L<parts>(?! (?:\d|ngày|hôm|nay|qua|mai|thứ|chủ|cùng|mùng|mồng))(?!\w))?"
    r"(?P<gap>(?: ?, ?| ?\(| ?- ?| \| | )(?:của )?)?"
)
_MOST_HOURS, _FEWEST_SPELLED = 24, 10


def clock_forms(lexicon: Lexicon) -> tuple[Form, ...]:
    """The forms of this module."""
    spelled = lexicon.group("spelled_day")
    hours = frozenset(word for word, number in spelled.items() if number <= _MOST_HOURS)
    words: dict[str, Any] = {
        "parts": lexicon.words("part_of_day"),
        "tens": frozenset(word for word, number in spelled.items() if number >= _FEWEST_SPELLED),
        "amounts": lexicon.words("after_amount", "fraction_of"),
    }
    return (
        # {hour}h[{minute}] | {hour}g{minute} | {hour} giờ [{minute} [phút] | rưỡi | kém {minute}] | {hour}:{minute}   [{part}]
        Form(
            "clock",
            None,
            Pattern(rf"(?P<hour>[01]?\d|2[0-4])(?:{_SIGNED}|{_HOURS}){_BEHIND}", **words),
            read_clock,
            depth=CLOCKED,
            digits="clock",
        ),
        # {hour} - {clock time} {day | part of the day}
        Form("clock", None, Pattern(r"(?P<first>[01]?\d|2[0-4])(?: ?- ?| (?:đến|tới) )"), read_hours, depth=RANGED, digits="hours"),
        # the same with its hour in words
        Form(
            "clock",
            Words(frozenset(f"{hour} giờ" for hour in hours)),
            Pattern(rf"(?P<hourword>\L<hours>){_HOURS}{_BEHIND}", hours=hours, **words),
            read_clock,
            depth=CLOCKED,
        ),
    )


def read_clock(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """A clock time with the day behind it; alone only where a cue stands before it (`lúc 10 giờ`)."""
    groups = match.groupdict()
    part = grammar.lexicon.group("part_of_day").get(groups["part"].strip().removeprefix("giờ ")) if groups["part"] else None
    end = match.start("gap") if groups["gap"] else match.end()
    spelled = grammar.lexicon.group("spelled_day")
    hour = spelled[groups["hourword"]] if "hourword" in groups else int(groups["hour"])
    in_digits = next((minute for name in _MINUTES if (minute := groups.get(name))), None)
    minute = int(in_digits) if in_digits else spelled.get(groups["minuteword"] or "", 0)
    if groups["half"] or groups["halfpast"]:
        minute = 30
    elif groups["less"]:
        hour, minute = hour - 1, 60 - int(groups["less"])
    inner = grammar.day(scene, match.end(), CLOCKED) if groups["gap"] else None
    if inner is not None and not inner.possible:
        return impossible(match.start(), inner.end, "clock")
    if inner is not None and _joins(inner, groups["gap"], part):
        end = inner.end
        if "(" in groups["gap"]:
            end += scene.lower[end : end + 1] == ")"
        part = part or inner.time or None
        time = _time(hour, minute, part)
        anchor = "context" if inner.rest == "-XX-XX" and inner.rule == "same-day" else inner.anchor
        return replace(inner, start=match.start(), end=end, kind=CLOCK, time=time, sure=True, anchor=anchor)
    sure = part is not None or groups["less"] is not None
    if hour > 24 or (hour == 24 and minute):
        return None
    return Term(
        start=match.start(),
        end=end,
        rule="clock-hours" if groups.get("bare") or (groups["hours"] and not (in_digits or groups["minuteword"])) else "clock",
        kind=CLOCK,
        time=_time(hour, minute, part),
        sure=sure,
        anchor="context",
    )


def read_hours(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`7 - 9 giờ ngày 5/6`, `19 - 21 giờ tối nay`; without a day or a part of one a length of time."""
    last = grammar.term(scene, match.end(), RANGED)
    if last is None or last.kind != CLOCK or not last.possible or last.whole or not (last.rest or last.sure):
        return None
    first, hour = int(match["first"]), int(last.time[1:3])
    said = int(scene.lower[match.end() : match.end() + 2].strip("hg :") or 0)
    first += hour - said if first < said < hour else 0  # 7 - 9 giờ tối
    if first >= hour:
        return None
    day = f"{last.year}{last.rest}" if last.rest else ""
    start = match.start() - 3 if scene.lower.endswith("từ ", 0, match.start()) else match.start()
    return replace(last, start=start, rule="range", whole=f"{day}T{first:02d}:00/{day}{last.time}", sure=True)


def _joins(day: Term, gap: str, part: str | None) -> bool:
    """Whether the day behind is that of the clock time: `7h30, ngày 6/11`; not `14h30, 5 người`."""
    if day.whole or day.kind == CLOCK or day.time[1:2].isdigit() or (part and day.time):
        return False
    if day.rest.startswith("-XX-") and day.rest != "-XX-XX":
        return False
    return day.sure or day.rule == "same-day" or bool(day.rest[1:3].isdigit() and "-" not in gap)


def _time(hour: int, minute: int, part: str | None) -> str:
    """`2h chiều` is 14:00, `12 giờ đêm` 24:00, `1 giờ trưa` 13:00."""
    evening = part in ("TAF", "TEV") and hour < 12
    night = part == "TNI" and 6 <= hour <= 12
    if evening or night or (part == "TMI" and hour < 4):
        hour += 12
    return f"T{hour:02d}:{minute:02d}"
