"""Days: numeric and written, with what may stand before them.

ngày 7/11/2006 · ngày 26/6 · hôm 20.6 · 31-3-2009 · ngày 14-10 · ngày 5 tháng 6 năm 2020 · mồng 2 tháng 9
sáng 12/3 · chiều tối qua · Sáng nay (24-6) · đêm 5 rạng sáng 6/3 · Thứ hai, 27/06/2022 · tối thứ bảy tuần trước
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from trichluc.families.date.core import is_lunar, printed_month, printed_year, read_core
from trichluc.families.date.forms import CLOCKED, PART, RANGED, RELATIVE, WEEKDAY, YEAR_NUMBER, Form, follows, word_before
from trichluc.families.date.iso import UNKNOWN_YEAR, is_day, weekday_of
from trichluc.families.date.terms import DAY, YEAR, Term, impossible
from trichluc.pattern import Pattern
from trichluc.records import Notice
from trichluc.rule import Words

if TYPE_CHECKING:
    import regex

    from trichluc.families.date.forms import Grammar
    from trichluc.lexicon import Lexicon
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["day_forms"]


def day_forms(lexicon: Lexicon, core: Pattern) -> tuple[Form, ...]:
    """The forms of this module; *core* is the pattern of a day."""
    parts, weekdays = lexicon.words("part_of_day"), lexicon.words("weekday")
    now, week = lexicon.words("relative_part"), lexicon.words("relative_week")
    today, context, led = lexicon.words("relative_day"), lexicon.words("context_day"), lexicon.words("context_day_led")
    return (
        # ngày|hôm [mùng] {core} | mùng {core}
        Form("day", Words(frozenset({"ngày", "hôm", "mùng", "mồng"})), core, read_led, day=True),
        # {day}/{month}[/{year}] | {day} tháng {month} năm {year} with no lead
        Form("day", None, core, read_bare, day=True, digits="day"),
        # by ISO 8601: {year}-{month}-{day}[ {hour}:{minute}]
        Form(
            "day",
            None,
            Pattern(
                rf"(?P<year>{YEAR_NUMBER})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"
                r"(?:(?:,| -)? ?(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![:\d]))?"
            ),
            read_iso,
            day=True,
            digits="iso",
        ),
        # {year} where a cue stands before it
        Form("year", None, Pattern(rf"{YEAR_NUMBER}(?![/\w%-])"), read_year_alone, digits="year"),
        # {part} nay|qua|mai [({day})] | {part} [ngày] {day} | đêm {day} rạng sáng {day}
        Form(
            "day",
            Words(parts),
            Pattern(
                r"(?P<part>\L<parts>)(?: của)? (?:(?P<now>\L<now>)(?!\w)|(?P<night>(?:ngày )?\d{1,2}(?:[/.-]\d{1,2})?),? (?P<and>và )?(?P<dawn>rạng(?: sáng)?(?= (?:ngày|\d))) "
                r"|(?P<inner>(?=\d|ngày |hôm |thứ |chủ nhật|chúa nhật|cn |mùng |mồng |rằm |cùng |giao thừa)))",
                parts=parts,
                now=now,
            ),
            read_part,
            day=True,
            depth=PART,
        ),
        # từ {part} đến {part} [ngày] {day}
        Form(
            "day",
            Words(frozenset({"từ"})),
            Pattern(r"từ (?P<part>\L<parts>) (?:cho )?(?:đến|tới) (?=\L<parts> )", parts=parts),
            read_parts,
            depth=RANGED,
        ),
        # thứ hai[, |- |(] [ngày] {day} | thứ sáu tuần trước | thứ hai
        Form(
            "weekday",
            Words(weekdays | {"hôm", "ngày"}),
            Pattern(
                r"(?P<lead>hôm |ngày )?(?P<weekday>\L<weekdays>)(?!\w)(?:(?: đầu)? (?P<week>\L<week>)(?!\w))?"
                r"(?P<gap>(?: ?[,-] ?| ?\(| )(?=ngày |\d))?",
                weekdays=weekdays,
                week=week,
            ),
            read_weekday,
            day=True,
            depth=WEEKDAY,
        ),
        # hôm qua [(|, ngày ]{day} | cùng ngày
        Form(
            "relative",
            Words(today | context | led),
            Pattern(r"(?:(?P<today>\L<today>)|(?P<context>\L<context>)|(?P<led>\L<led>))(?!\w)", today=today, context=context, led=led),
            read_relative_day,
            day=True,
            depth=RELATIVE,
        ),
    )


def read_led(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`ngày 7/11/2006`, `hôm 20.6`, `mồng 2 tháng 9`; `ngày 7` is a day only beside another."""
    term = None if is_lunar(scene.lower, match.end()) else read_core(match, match.start(), grammar, sure=True)
    if term is None or not term.possible or "-XX" not in term.rest:
        return term
    follows = scene.lower[term.end : term.end + 14]
    months = grammar.lexicon.group("relative_month")
    found = next((word for word in months if follows.startswith(f" {word}") and not follows[len(word) + 1 :][:1].isalnum()), None)
    return replace(term, end=term.end + len(found) + 1, sure=True, anchor="relative") if found else term


def read_bare(match: regex.Match[str], hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`31-3-2009`, `28 tháng 5 năm 2004`; `5/3` where a cue stands before it; a lone `7` only beside another day."""
    if match["short"] or is_lunar(scene.lower, match.end()):
        return None
    if printed_year(match) is None:
        alone = printed_month(match) is None
        if match["monthword"] or (alone and match["beside"] is None) or (not alone and _is_amount(match, hit, scene, grammar)):
            return None
    return read_core(match, match.start(), grammar, sure=False)


def read_iso(match: regex.Match[str], _hit: Hit | None, scene: Scene, _grammar: Grammar) -> Term | None:
    """`2023-06-06 16:38:08`, the stamp of a page or a report."""
    month, day = int(match["month"]), int(match["day"])
    if not is_day(day, month, int(match["year"])):
        return None
    time = f"T{match['hour']}:{match['minute']}" if match["hour"] else ""
    start = match.start() - len("ngày ") * scene.lower.endswith("ngày ", 0, match.start())
    return Term(start=start, end=match.end(), rule="day", year=match["year"], rest=f"-{month:02d}-{day:02d}", time=time)


def read_year_alone(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`2018` as a year where a cue stands before it (`cùng kỳ 2018`, `sinh 1985`)."""
    if follows(scene.lower, match.end(), grammar.words("after_amount", "fraction_of")):
        return None
    return Term(start=match.start(), end=match.end(), rule="year", kind=YEAR, year=match[0], sure=False)


def _is_amount(match: regex.Match[str], hit: Hit | None, scene: Scene, grammar: Grammar) -> bool:
    """`3/4 số hộ`, `12.5 triệu`, `3 tháng 2` without ngày and year."""
    if " tháng " in match[0]:
        return True
    amounts = grammar.words("fraction_of", "after_amount") if hit is None else grammar.words("fraction_of", "after_amount", "change")
    return follows(scene.lower, match.end(), amounts)


_CLOSING = Pattern(r" ?\)")
_BESIDE = Pattern(r"(?:(?P<open> ?\()|, ?(?=ngày )|,? )(?=ngày |\d|thứ |chủ nhật)")


def read_part(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`sáng 12/3`, `tối qua`, `Sáng nay (24-6)`, `đêm 5 rạng sáng 6/3`."""
    code = grammar.lexicon.group("part_of_day")[match["part"]]
    if match["now"]:
        if scene.folded[match.start("now")].isupper() and scene.folded[match.start()].islower():
            return None  # chiều Mai hát
        term = Term(start=match.start(), end=match.end("now"), rule="relative", rest="-XX-XX", time=code, anchor="relative")
        return _said_beside(term, scene, grammar)
    if match["dawn"] and not (match["and"] and (code != "TNI" or not match["night"][-3:].isalnum())):  # đêm 5/6 và rạng sáng 6/6 are two
        return _night(match, scene, grammar)
    inner = grammar.day(scene, match.start("night") if match["dawn"] else match.end(), PART)
    if inner is None or not inner.possible or inner.time:
        return impossible(match.start(), inner.end, "day") if inner is not None and not inner.possible else None
    if inner.rest.startswith("-XX-") and inner.anchor == "":
        return replace(inner, start=match.start(), time=code, sure=False)
    return replace(inner, start=match.start(), time=code, sure=True)


def read_parts(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`từ rạng sáng đến trưa ngày 17/5`: two parts of one day."""
    inner = grammar.day(scene, match.end(), CLOCKED)
    code = grammar.lexicon.group("part_of_day")[match["part"]]
    if inner is None or not inner.possible or inner.whole or not inner.rest[1:3].isdigit() or inner.time in ("", code):
        return None
    day = f"{inner.year}{inner.rest}"
    return replace(inner, start=match.start(), rule="range", whole=f"{day}{code}/{day}{inner.time}", sure=True)


def _night(match: regex.Match[str], scene: Scene, grammar: Grammar) -> Term | None:
    """A night that spans two days: the dawn belongs to the day behind midnight."""
    core = grammar.partners[DAY].match(scene.lower, match.start("night"), match.end("night"))
    evening = read_core(core, match.start("night"), grammar, sure=True) if core else None
    morning = grammar.day(scene, match.start("dawn") if " " in match["dawn"] else match.end(), CLOCKED)
    if morning is not None and not morning.time:
        morning = replace(morning, time="TMO")  # rạng ngày 6/3
    if (
        evening is None
        or morning is None
        or not (evening.possible and morning.possible)
        or morning.time != "TMO"
        or not morning.rest[1:3].isdigit()
    ):
        return None
    rest = evening.rest
    if rest.startswith("-XX-"):
        rest = f"{morning.rest[:3]}{rest[3:]}"
        if rest > morning.rest:
            rest = f"-{(int(rest[1:3]) - 2) % 12 + 1:02d}{rest[3:]}"
    year = evening.year
    if year == UNKNOWN_YEAR and morning.year.isdigit():
        year = f"{int(morning.year) - (rest > morning.rest):04d}"
    if not is_day(int(rest[4:6]), int(rest[1:3]), int(year) if year.isdigit() else None):
        return None
    return replace(morning, start=match.start(), whole=f"{year}{rest}TNI/{morning.value}", sure=True)


def read_weekday(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`Thứ hai, 27/06/2022`, checked against the day; `thứ sáu tuần trước`; a bare weekday where a cue stands before it."""
    number = grammar.lexicon.group("weekday")[match["weekday"]]
    start = match.start()
    if match["weekday"].startswith("thứ") and not match["lead"] and _is_ordinal(scene.lower, start, grammar):
        return None
    if match["gap"]:
        inner = grammar.day(scene, match.end("gap"), WEEKDAY)
        if inner is not None and inner.possible and inner.rest[1:3].isdigit() and not inner.whole:
            end = inner.end + (match["gap"].endswith("(") and scene.lower[inner.end : inner.end + 1] == ")")
            return replace(inner, start=start, end=end, sure=True, weekday=number, warnings=_checked(inner, number, match["weekday"]))
        if inner is not None and not inner.possible:
            return impossible(start, inner.end, "weekday")
    if match["week"]:
        return Term(start=start, end=match.end("week"), rule="weekday", rest=f"-WXX-{number}", anchor="relative")
    if match["lead"] == "ngày " or match["weekday"] == "cn":
        return None
    if match["lead"] or not match["weekday"][-1].isdigit():
        return Term(
            start=start, end=match.end("weekday"), rule="weekday", rest=f"-WXX-{number}", anchor="context", sure=bool(match["lead"])
        )
    return None


def _is_ordinal(lower: str, start: int, grammar: Grammar) -> bool:
    """Whether thứ numbers the noun before it: `trận thứ ba (5/6)`."""
    one = word_before(lower, start)
    two = word_before(lower, start - len(one) - 1) if one else ""
    three = word_before(lower, start - len(one) - len(two) - 2) if two else ""
    return bool(one) and not grammar.words("in_order").isdisjoint((one, f"{two} {one}", f"{three} {two} {one}"))


def _checked(day: Term, number: int, printed: str) -> tuple[Notice, ...]:
    if not day.year.isdigit() or len(day.rest) != 6:
        return day.warnings
    actual = weekday_of(int(day.rest[4:6]), int(day.rest[1:3]), int(day.year))
    if actual == number:
        return day.warnings
    return (*day.warnings, Notice("weekday", f"{printed} is ISO weekday {number}, but {day.year}{day.rest} is weekday {actual}"))


def read_relative_day(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`hôm qua (26/1)`, `hôm nay, ngày 27/6`, `cùng ngày`."""
    if match["today"]:
        if match[0].startswith("ngày ") and word_before(scene.lower, match.start()) in grammar.words("figurative"):
            return impossible(match.start(), match.end(), "relative")  # có được như ngày hôm nay
        if scene.lower.startswith(": ", match.end()) and grammar.day(scene, match.end() + 2, RELATIVE) is not None:
            return None  # Hôm nay: Chủ nhật, 02/12/2007 — a label of the page
        term = Term(start=match.start(), end=match.end(), rule="relative", rest="-XX-XX", anchor="relative")
        return _said_beside(term, scene, grammar)
    if match["context"] and scene.lower.startswith(_COMPARED, match.end()):
        return None  # so với cùng ngày nghỉ lễ năm 2022
    return Term(start=match.start(), end=match.end(), rule="same-day", rest="-XX-XX", anchor="context", sure=bool(match["context"]))


_COMPARED = (" nghỉ", " kỳ nghỉ", " của", " năm", " tuần", " tháng", " này")


def _said_beside(term: Term, scene: Scene, grammar: Grammar) -> Term:
    """The day printed beside a relative word is its value: one record."""
    beside = _BESIDE.match(scene.lower, term.end, scene.limit(term.end))
    if beside is None:
        return term
    inner = grammar.day(scene, beside.end(), RELATIVE)
    if inner is None or not inner.possible or inner.whole or inner.kind != DAY or not inner.rest[1:3].isdigit():
        return term
    closing = _CLOSING.match(scene.lower, inner.end, len(scene.lower))
    if beside["open"] and closing is None:
        return term
    end = closing.end() if beside["open"] and closing else inner.end
    return replace(term, end=end, rule="day", year=inner.year, rest=inner.rest, anchor="context", warnings=inner.warnings)
