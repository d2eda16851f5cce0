"""Months, quarters, parts of a year, years and weeks, with đầu, giữa, cuối.

tháng 9/2017 · tháng 6 năm 2018 · tháng Hai · cuối tháng 9/2016 · quý I/2021 · quý 3 năm 2020 · quý cuối năm
6 tháng đầu năm 2021 · 9 tháng năm 2019 · ba quý đầu năm · nửa đầu năm 2020 · đầu năm · năm 2010 · năm 938 · tuần 23 năm 2021
tháng này · tuần trước · năm ngoái
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from trichluc.families.date.forms import EDGE, MONTH_NUMBER, WEEKDAY, YEAR_NUMBER, Form, follows, word_before
from trichluc.families.date.iso import UNKNOWN_YEAR, days_of
from trichluc.families.date.terms import DAY, MONTH, QUARTER, YEAR, Term
from trichluc.pattern import Pattern
from trichluc.rule import Quantities, Words

if TYPE_CHECKING:
    import regex

    from trichluc.families.date.forms import Grammar
    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["period_forms"]

# năm 2010 | /2010 | -2010 | .2010 | 2010 | năm ngoái        behind a month or quarter
_OF_YEAR = rf"(?:(?:,? (?:của )?năm | ?/ ?| ?- ?|\.| )(?P<year>{YEAR_NUMBER})|(?P<yearly> \L<relative_year>)(?!\w))"
# năm 2010 | 2010 | năm ngoái | năm        behind đầu, cuối
_YEAR_AFTER = rf"(?: của)? (?:(?:năm )?(?P<after>{YEAR_NUMBER})|(?P<afterly>\L<relative_year>)(?!\w)|năm)(?! (?:học|thứ)(?!\w))"


_NAMED = ("relative", "lunar")
_AFTER_MONTH = (" đến ", " tới ", " này", " vừa qua", " vừa rồi")  # tháng ba đến tháng tư, tháng ba này; not tháng ba người đi
_PERIOD_NOUNS = ("ngày", "tuần", "tháng", "quý", "năm", "thập", "thế", "những", "các")


def period_forms(lexicon: Lexicon) -> tuple[Form, ...]:
    """The forms of this module."""
    yearly, edges, quarters = lexicon.words("relative_year"), lexicon.words("edge"), lexicon.words("quarter")
    periods = _relative(lexicon)
    # What an edge may stand before: cuối | tháng 9, đầu | những năm 1990, giữa | nhiệm kỳ 2015-2020; not đầu tư, cuối cùng.
    openings = frozenset(
        word.partition(" ")[0] for word in (*lexicon.words("season", "span", "school_year", "crop_season"), *periods, *_PERIOD_NOUNS)
    )
    return (
        # tháng {month} [năm {year}]
        Form(
            "month",
            Words(frozenset({"tháng"})),
            Pattern(
                rf"tháng (?:(?P<month>{MONTH_NUMBER})(?![.,]\d(?!\d{{3}}))|(?P<word>\L<months>)(?!\w)){_OF_YEAR}?(?! ?\(?âm lịch)",
                months=lexicon.words("spelled_month", "lunar_month"),
                relative_year=yearly,
            ),
            read_month,
        ),
        # {month}/{year} where a cue stands before it
        Form(
            "month",
            None,
            Pattern(rf"(?P<month>{MONTH_NUMBER})(?:[/.]|- ?)(?P<year>{YEAR_NUMBER})(?!/\d|-\d(?!\d?[/.-]\d{{4}}))"),
            read_bare_month,
            digits="month",
        ),
        # quý {quarter} [năm {year}] | quý đầu|cuối năm [{year}]
        Form(
            "quarter",
            Words(frozenset({"quý", "quí"})),
            Pattern(
                rf"qu[ýí] (?:(?P<quarter>\L<quarters>)(?!\w){_OF_YEAR}?|(?P<edge>đầu|cuối){_YEAR_AFTER})",
                quarters=quarters,
                relative_year=yearly,
            ),
            read_quarter,
        ),
        # {number} tháng|quý đầu|cuối năm [{year}] | {number} tháng năm {year}
        Form(
            "months",
            Quantities.before(("tháng", "quý", "quí")),
            Pattern(
                rf" (?P<unit>tháng|qu[ýí])(?: (?P<edge>đầu|cuối){_YEAR_AFTER}"
                rf"|(?: của)? (?:năm (?P<year>{YEAR_NUMBER})|(?P<yearly>\L<relative_year>)(?!\w)))",
                relative_year=yearly,
            ),
            read_months,
        ),
        # {number} ngày đầu|cuối {month}
        Form(
            "days-of-month",
            Quantities.before(("ngày",)),
            Pattern(r" ngày (?P<edge>đầu|cuối)(?: tiên| cùng)?(?: của)? (?=tháng )"),
            read_days_of_month,
        ),
        # {edge} {period} | {edge} năm|tháng
        Form(
            "edge",
            Words(edges),
            Pattern(r"(?P<edge>\L<edges>)(?: của)? (?P<alone>(?:năm|tháng)(?= ?[,.;:)]| ?$| (?!\d|học|mới|thứ|tuổi)\w))?", edges=edges),
            read_edge,
            depth=EDGE,
            guard=Pattern(r"\L<edges>(?: của)? (?=\d|\L<openings>)", edges=edges, openings=openings),
        ),
        # năm {year} [trước Công nguyên] | năm {two or three digits} | năm một nghìn …
        Form(
            "year",
            Words(frozenset({"năm"})),
            Pattern(
                rf"năm(?:(?P<colon> ?: ?)| )(?:(?P<year>{YEAR_NUMBER})(?!/\d)|(?P<early>\d{{2,3}})(?=[,;)]|\.(?!\d)|$| (?:trước|sau) công nguyên| tcn| scn)"
                r"|(?=(?:một|hai) (?:nghìn|ngàn) ))(?P<era> (?:trước công nguyên|tcn)(?!\w)| (?:sau công nguyên|scn)(?!\w))?"
            ),
            read_year,
        ),
        # tuần [thứ] {number} năm {year}
        Form(
            "week",
            Words(frozenset({"tuần"})),
            Pattern(rf"tuần (?:lễ )?(?:thứ )?(?P<week>5[0-3]|[1-4]?\d)(?:,? (?:của )?năm |/)(?P<year>{YEAR_NUMBER})"),
            read_week,
        ),
        # cùng tháng | cùng năm
        Form(
            "relative",
            Words(frozenset({"cùng tháng", "cùng năm"})),
            Pattern(r"cùng (?P<unit>tháng|năm)(?! (?:học|sinh|tuổi|\d)(?!\w))"),
            read_same,
        ),
        # tháng này | tuần trước | quý tới | năm ngoái
        Form(
            "relative",
            Words(frozenset(periods)),
            Pattern(r"(?P<words>\L<words>)(?!\w)(?! (?:đó|đây|nữa|khi|nay)(?!\w))", words=periods),
            partial(read_relative, periods),
        ),
    )


def _relative(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """Relative word → its kind and what follows the year in its value."""
    rests = {"year": (YEAR, ""), "month": (MONTH, "-XX"), "week": (DAY, "-WXX"), "quarter": (QUARTER, "-QX")}
    return {word: rest for name, rest in rests.items() for word in lexicon.words(f"relative_{name}")}


def _dated(match: regex.Match[str], start: int, rule: str, kind: str, rest: str) -> Term:
    """A period with the year printed behind it, if any."""
    groups = match.groupdict()
    return Term(
        start=start,
        end=match.end(),
        rule=rule,
        kind=kind,
        year=groups["year"] or groups.get("after") or UNKNOWN_YEAR,
        rest=rest,
        anchor="relative" if groups["yearly"] or groups.get("afterly") else "",
    )


def read_month(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`tháng 9/2017`, `tháng Hai`; not `mỗi tháng 10 triệu`, `tháng năm`, `Cách mạng Tháng Tám`, `đường 3 tháng 2`."""
    lexicon, lower, start = grammar.lexicon, scene.lower, match.start()
    before = word_before(lower, start)
    dated = bool(match["year"] or match["yearly"])
    if before in lexicon.group("every") or lower.endswith("cách mạng", 0, start - 1):
        return None
    if match["word"] in lexicon.group("lunar_month"):  # cuối tháng Chạp: of which days of ours the words do not say
        return Term(start=start, end=match.end("word"), rule="lunar-month", kind=MONTH, rest="-XX", sure=False, anchor="lunar")
    if match["word"]:
        month = lexicon.group("spelled_month")[match["word"]]
        end = match.end()
        closed = not lower[end : end + 2].strip()[:1].isalnum() or lower.startswith(_AFTER_MONTH, end)
        if (
            not dated
            and not scene.folded[match.start("word")].isupper()
            and not (closed and match["word"] != "năm" and before not in lexicon.group("each"))
        ):
            return None
    else:
        month = int(match["month"])
        if not dated and follows(lower, match.end(), grammar.words("after_amount")):
            return None
    term = _dated(match, start, "month", MONTH, f"-{month:02d}")
    return replace(term, sure=dated or not before[-1:].isdigit())


def read_bare_month(match: regex.Match[str], _hit: Hit | None, _scene: Scene, _grammar: Grammar) -> Term | None:
    """`đến 5/2022`."""
    start, end = match.span()
    return Term(start=start, end=end, rule="month", kind=MONTH, year=match["year"], rest=f"-{int(match['month']):02d}", sure=False)


def read_quarter(match: regex.Match[str], _hit: Hit | None, _scene: Scene, grammar: Grammar) -> Term | None:
    """`quý I/2021`, `quý cuối năm`."""
    quarter = grammar.lexicon.group("quarter")[match["quarter"]] if match["quarter"] else 1 if match["edge"] == "đầu" else 4
    return _dated(match, match.start(), "quarter", QUARTER, f"-Q{quarter}")


def read_months(match: regex.Match[str], quantity: Quantity, _scene: Scene, _grammar: Grammar) -> Term | None:
    """`6 tháng đầu năm 2021` is a half, `9 tháng đầu năm 2021` January to September, `3 tháng cuối năm` October to December."""
    number = quantity.value if isinstance(quantity.value, int) else 0
    months = number if match["unit"] == "tháng" else 3 * number
    if not 1 <= months <= 11 or quantity.whole is not None or (not match["edge"] and months < 3):
        return None
    term = _dated(match, quantity.number_start, "months", YEAR, "")
    first, last = (13 - months, 12) if match["edge"] == "cuối" else (1, months)
    if months == 6:
        return replace(term, rest=f"-H{2 if first == 7 else 1}", sure=True)
    return replace(term, whole=f"{term.year}-{first:02d}/{term.year}-{last:02d}" if last > first else f"{term.year}-{first:02d}")


def read_days_of_month(match: regex.Match[str], quantity: Quantity, scene: Scene, grammar: Grammar) -> Term | None:
    """`15 ngày đầu tháng 9/2021` is 1 to 15 September."""
    month = grammar.term(scene, match.end(), WEEKDAY)
    number = quantity.value
    if month is None or month.rule != "month" or not isinstance(number, int) or not 2 <= number <= 27 or quantity.whole is not None:
        return None
    length = days_of(int(month.rest[1:]), int(month.year) if month.year.isdigit() else None)
    first, last = (1, number) if match["edge"] == "đầu" else (length - number + 1, length)
    whole = f"{month.year}{month.rest}-{first:02d}/{month.year}{month.rest}-{last:02d}"
    return replace(month, start=quantity.number_start, kind=DAY, rule="days-of-month", whole=whole, sure=True)


def read_edge(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`cuối tháng 9/2016`, `đầu năm`, `những tháng cuối năm 2020`; `nửa đầu năm 2020` is a half."""
    edge, modifier = match["edge"], grammar.lexicon.group("edge")[match["edge"]]
    start, half = match.start(), match["edge"].startswith("nửa ")
    inner = grammar.term(scene, match.start("alone") if match["alone"] else match.end(), EDGE)
    if match["alone"] and (inner is None or (inner.anchor not in _NAMED and inner.rule != "month")):  # but đầu năm nay, cuối tháng Tư
        kind, rest = (YEAR, "") if match["alone"] == "năm" else (MONTH, "-XX")
        if half and kind == YEAR:
            return Term(start=start, end=match.end(), rule="half", kind=YEAR, rest="-H1" if modifier == "start" else "-H2")
        return Term(start=start, end=match.end(), rule="edge", kind=kind, rest=rest, modifier=modifier, anchor="context", sure=False)
    if inner is None or not inner.possible or inner.modifier or inner.time or inner.rule in ("clock", "lunar") or "-XX-" in inner.rest:
        return None
    if inner.kind == YEAR and not inner.rest and not inner.whole and inner.rule in ("year", "relative"):
        if follows(scene.lower, inner.end, grammar.words("after_amount")):
            return None
        if half:
            return replace(inner, start=start, rule="half", rest="-H1" if modifier == "start" else "-H2", sure=True)
    elif inner.kind == DAY and edge not in ("đầu", "giữa", "cuối"):
        return None
    sure = inner.sure or inner.year != UNKNOWN_YEAR or inner.rule == "lunar-month"
    return replace(inner, start=start, modifier=modifier, sure=sure)


def read_year(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`năm 2010`, `năm 938`, `năm 257 trước Công nguyên`, `năm một nghìn chín trăm ba mươi`; not `mỗi năm 2000 hộ`."""
    start, end = match.end("colon") if match["colon"] else match.start(), match.end()
    if match["colon"] and not match["year"]:
        return None
    if match["year"] or match["early"]:
        number = int(match["year"] or match["early"])
        if match["early"] and word_before(scene.lower, start) in grammar.lexicon.group("each"):
            return None
    else:
        quantity = scene.quantity_at(end)
        if quantity is None or not isinstance(quantity.value, int) or not 1000 <= quantity.value < 2200:
            return None
        number, end = quantity.value, quantity.end
    if word_before(scene.lower, start) in grammar.lexicon.group("every") and follows(scene.lower, end, grammar.words("after_amount")):
        return None
    before_christ = bool(match["era"]) and match["era"].lstrip()[0] == "t"
    year = f"BC{number:04d}" if before_christ else f"{number:04d}"
    return Term(start=start, end=end, rule="year", kind=YEAR, year=year)


def read_week(match: regex.Match[str], _hit: Hit | None, _scene: Scene, _grammar: Grammar) -> Term | None:
    """`tuần 23 năm 2021`."""
    return Term(start=match.start(), end=match.end(), rule="week", kind=DAY, year=match["year"], rest=f"-W{int(match['week']):02d}")


def read_relative(
    periods: dict[str, tuple[str, str]], match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar
) -> Term | None:
    """`năm ngoái`; not `nhiều năm trước`, `hai năm qua`, which have no such day or are counted from a number."""
    before = word_before(scene.lower, match.start())
    if before in grammar.lexicon.group("each") or before in grammar.number_words:
        return None
    if before[-1:].isdigit() and word_before(scene.lower, match.start() - len(before) - 1) not in grammar.lexicon.group("numbered"):
        return None
    kind, rest = periods[match["words"]]
    return Term(start=match.start(), end=match.end(), rule="relative", kind=kind, rest=rest, anchor="relative")


def read_same(match: regex.Match[str], _hit: Hit | None, _scene: Scene, _grammar: Grammar) -> Term | None:
    """`cùng năm`, `cùng tháng`."""
    kind, rest, rule = (YEAR, "", "same-year") if match["unit"] == "năm" else (MONTH, "-XX", "same-month")
    return Term(start=match.start(), end=match.end(), rule=rule, kind=kind, rest=rest, anchor="context")
