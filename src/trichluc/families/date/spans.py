"""Stretches of years and seasons.

nhiệm kỳ 2010 – 2015 · nhiệm kỳ XVII (2020 - 2025) · giai đoạn từ tháng 7/2006 đến năm 2011 · 5 năm 2011-2015 · 2016 - 2020
năm học 2020-2021 · niên vụ 2022/2023 · vụ đông xuân 2020 - 2021 · mùa giải 2019-20 · mùa hè năm 2018 · Xuân Giáp Thìn 2024
những năm 60 của thế kỷ XX · thập niên 90 · thế kỷ XIX · đầu thế kỷ 20
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from trichluc.families.date.forms import RANGED, YEAR_NUMBER, Form, word_before
from trichluc.families.date.iso import UNKNOWN_YEAR, century_of, decade_of
from trichluc.families.date.joining import OF_CENTURY, read_range
from trichluc.families.date.terms import CENTURY, DECADE, YEAR, Term
from trichluc.pattern import Pattern
from trichluc.rule import Quantities, Words

if TYPE_CHECKING:
    import regex

    from trichluc.families.date.forms import Grammar
    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["span_forms"]

# 2010-2015 | 2010 đến 2015 | 2010 đến năm 2015
_YEARS = rf"(?P<first>{YEAR_NUMBER})(?: ?- ?| (?:đến|tới) )(?:năm )?(?P<last>{YEAR_NUMBER})"
# … | 2019-20 | 2022/2023
_TO_YEAR = rf"(?: ?[-/] ?(?:năm )?| (?:đến|tới) (?:năm )?)(?P<last>{YEAR_NUMBER}|\d\d(?!\d|[/.-]\d))"
_MOST_YEARS = 400


def span_forms(lexicon: Lexicon) -> tuple[Form, ...]:
    """The forms of this module."""
    spans, schools, crops = lexicon.words("span"), lexicon.words("school_year"), lexicon.words("crop_season")
    seasons, spelled = lexicon.words("season"), lexicon.words("spelled_day")
    return (
        # {noun} [{ordinal}] [(]{year}-{year}[)] | {noun} [từ] {period} đến {period}
        Form(
            "span",
            Words(spans),
            Pattern(
                r"(?P<noun>\L<spans>)(?: (?:[ivx]{1,6}|\d{1,2}|thứ \w{1,5})(?=,? \(|,? \d{4}),?)? (?:\d{1,2} năm )?(?P<open>\()?"
                rf"(?:từ )?(?:các |những )?(?:năm )?{_YEARS}(?P<close>\))?",
                spans=spans,
            ),
            read_span,
        ),
        Form("span", Words(spans), Pattern(r"\L<spans> (?=từ )", spans=spans), read_ranged_span, depth=RANGED),
        # năm học {year}-{year} | vụ đông xuân {year}[-{year}] | niên vụ {year}/{year}
        Form(
            "school-year",
            Words(schools),
            Pattern(
                rf"(?P<noun>\L<nouns>) (?:(?P<first>{YEAR_NUMBER})(?:{_TO_YEAR})?|(?P<relative>này|nay|trước|tới|sau|vừa qua|qua)(?!\w))",
                nouns=schools,
            ),
            read_season_years,
        ),
        Form(
            "crop-season",
            Words(crops),
            Pattern(rf"(?P<noun>\L<nouns>)(?P<relative>)?,? (?:năm )?(?P<first>{YEAR_NUMBER})(?:{_TO_YEAR})?", nouns=crops),
            read_season_years,
        ),
        # mùa giải {year}[-{yy}]
        Form(
            "span",
            Words(frozenset({"mùa giải", "mùa bóng", "mùa"})),
            Pattern(rf"(?P<noun>mùa(?: giải| bóng)?)(?P<relative>)? (?:năm )?(?P<first>{YEAR_NUMBER})(?:{_TO_YEAR}|(?![/\w%-]))"),
            read_season_years,
        ),
        # {number} năm [(]{year}-{year}[)]
        Form(
            "span",
            Quantities.before(("năm",)),
            Pattern(rf" năm,? (?P<open>\()?(?:từ )?(?:năm )?{_YEARS}(?P<close>\))?"),
            read_counted_years,
        ),
        # {year} - {year} with no noun
        Form("span", None, Pattern(rf"{_YEARS}(?![/\w%-])"), read_years, digits="span"),
        # [những] [năm] thập niên {decade} [của thế kỷ XX] | những năm {decade} [của thế kỷ trước]
        Form(
            "decade",
            Words(frozenset({"thập niên", "thập kỷ", "thập kỉ", "những năm", "các năm"})),
            Pattern(
                r"(?:(?:những |các )?(?:năm )?(?:của )?thập (?:niên|kỷ|kỉ) |(?P<years>những năm |các năm ))(?:thập (?:niên|kỷ|kỉ) )?"
                rf"(?P<decade>\d0|[12]\d\d0)(?!\d|[.,]\d| ?%|/| ?- ?(?:năm )?\d{{4}})(?! (?:đến|tới|và) (?:năm )?\d{{4}}){OF_CENTURY}?"
            ),
            read_decade,
        ),
        # thế kỷ [thứ] {century} [trước Công nguyên] | thế kỷ trước
        Form(
            "century",
            Words(frozenset({"thế kỷ", "thế kỉ"})),
            Pattern(
                r"thế k[ỷỉ] (?:thứ )?(?:(?P<number>[ivx]{1,5}|[12]?\d)|(?P<word>\L<spelled>)|(?P<last>trước))(?!\w)"
                r"(?P<era> (?:trước công nguyên|tcn)(?!\w))?",
                spelled=spelled,
            ),
            read_century,
        ),
        # [mùa] {season} [{can} {chi}] [năm] {year} | [mùa] {season} này|năm ngoái
        Form(
            "season",
            Words(frozenset(f"mùa {season}" for season in seasons) | seasons),
            Pattern(
                r"(?P<lead>mùa )?(?P<season>\L<seasons>)(?=,? \L<goes_on>)(?P<cycle>(?: năm)? \L<can> \L<chi>(?!\w))?"
                rf"(?:,?(?P<yearly> năm)? (?P<year>{YEAR_NUMBER})(?!\w)| \((?P<bracketed>{YEAR_NUMBER})\)|(?P<relative> \L<relative>)(?!\w))?",
                seasons=seasons,
                can=lexicon.words("can"),
                chi=lexicon.words("chi"),
                relative=lexicon.words("relative_season"),
                goes_on=lexicon.words("can", "relative_season") | frozenset({"năm", "(", "1", "2"}),
            ),
            read_season,
        ),
    )


def read_span(match: regex.Match[str], _hit: Hit | None, _scene: Scene, _grammar: Grammar) -> Term | None:
    """`nhiệm kỳ 2010 – 2015`, `nhiệm kỳ XVII (2020 - 2025)`, `những năm 1954-1975`."""
    start = match.start()
    if match["open"] and not match["close"]:
        return None
    end = match.end() if match["open"] else match.end("last")
    return _years(start, end, "span", match["first"], match["last"])


def read_ranged_span(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`giai đoạn từ tháng 7/2006 đến năm 2011`."""
    found = read_range(grammar, scene, match.end(), RANGED)
    return replace(found, start=match.start(), rule="span") if found else None


def _years(start: int, end: int, rule: str, first: str, last: str) -> Term | None:
    """Years that rise; `2019-20` says the century once."""
    if len(last) == 2:
        last = first[:2] + last if last > first[2:] else f"{int(first[:2]) + 1}{last}"
    if not int(first) < int(last) <= int(first) + _MOST_YEARS:
        return None
    return Term(start=start, end=end, rule=rule, kind=YEAR, whole=f"{first}/{last}")


def read_season_years(match: regex.Match[str], _hit: Hit | None, _scene: Scene, grammar: Grammar) -> Term | None:
    """`năm học 2020-2021`, `vụ đông xuân 2020 - 2021`, `vụ mùa 2021`, `mùa giải 2019-20`."""
    noun, start = match["noun"], match.start()
    lexicon = grammar.lexicon
    rule = "school-year" if noun in lexicon.group("school_year") else "crop-season" if noun in lexicon.group("crop_season") else "span"
    if match["relative"]:
        return Term(start=start, end=match.end(), rule=rule, kind=YEAR, whole="XXXX/XXXX", anchor="relative")
    if match["last"]:
        return _years(start, match.end("last"), rule, match["first"], match["last"])
    if len(noun.split()) < 2:
        return None  # vụ 2020: some case
    return Term(start=start, end=match.end("first"), rule=rule, kind=YEAR, year=match["first"])


def read_counted_years(match: regex.Match[str], quantity: Quantity, _scene: Scene, _grammar: Grammar) -> Term | None:
    """`5 năm 2011-2015`, `5 năm (2011-2015)`: one date."""
    if not isinstance(quantity.value, int) or quantity.whole is not None or bool(match["open"]) != bool(match["close"]):
        return None
    return _years(quantity.number_start, match.end(), "span", match["first"], match["last"])


def read_years(match: regex.Match[str], hit: Hit | None, scene: Scene, _grammar: Grammar) -> Term | None:
    """`2016 - 2020` without a noun; not a standard's number (`TCVN 1766-1985`)."""
    start = match.start()
    before = word_before(scene.folded, start)
    if len(before) > 1 and before.isupper():
        return None
    if hit is not None and before.lower() == "từ" and not scene.lower.endswith("kể từ ", 0, start):
        start -= len("từ ")
    return _years(start, match.end(), "span", match["first"], match["last"])


def read_decade(match: regex.Match[str], _hit: Hit | None, scene: Scene, _grammar: Grammar) -> Term | None:
    """`những năm 1980` is 198X, `thập niên 90 của thế kỷ trước` 199X; an edge may stand before it."""
    printed, of_century = match["decade"], match["century"] is not None
    year = None if len(printed) == 4 and of_century else decade_of(printed, match["number"])
    if year is None:
        return None
    end = match.end() if of_century else match.end("decade")
    if match["years"] and len(printed) == 2 and not of_century and scene.lower[end : end + 1] == " ":
        following = scene.lower[end + 1 : end + 12]
        if following[:1].isdigit():
            return None
    return Term(start=match.start(), end=end, rule="decade", kind=DECADE, year=year)


def read_century(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`thế kỷ XIX` is 18XX; `thế kỷ trước`, in a paper of ours, the twentieth."""
    if match["last"]:
        return Term(start=match.start(), end=match.end(), rule="century", kind=CENTURY, year="19XX", anchor="relative")
    if match["word"] and not (scene.lower[match.start() :].startswith("thứ", 7) or scene.folded[match.start("word")].isupper()):
        return None
    century = century_of(match["number"]) if match["number"] else grammar.lexicon.group("spelled_day")[match["word"]]
    if not 1 <= century <= 21:
        return None
    year = f"BC{century - 1:02d}XX" if match["era"] else f"{century - 1:02d}XX"
    return Term(start=match.start(), end=match.end(), rule="century", kind=CENTURY, year=year)


def read_season(match: regex.Match[str], _hit: Hit | None, scene: Scene, grammar: Grammar) -> Term | None:
    """`mùa hè năm 2018`, `Xuân Giáp Thìn 2024`, `Hè này`; not `vụ đông xuân 2020`, `thu 2000 đồng`."""
    season, lead = match["season"], match["lead"]
    year = match["year"] or match["bracketed"]
    if not (match["cycle"] or year or match["relative"]):
        return None
    bare = not lead and season != "hè"
    if bare and not (
        match["yearly"] or (season == "xuân" and (match["relative"] or "") in ("", " này", " nay", " năm nay", " năm ngoái", " năm trước"))
    ):
        return None
    if not lead and word_before(scene.lower, match.start()) in grammar.words("season", "each", "crop_word"):
        return None
    anchor = "relative" if match["relative"] else "" if year else "lunar"
    rest = f"-{grammar.lexicon.group('season')[season]}"
    return Term(start=match.start(), end=match.end(), rule="season", kind=YEAR, year=year or UNKNOWN_YEAR, rest=rest, anchor=anchor)
