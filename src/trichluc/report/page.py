"""The page's values, gathered article by article, and the template that prints them."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import jinja2

from trichluc.display import one_line, record_fields
from trichluc.extraction import Failure
from trichluc.facts import TABLES, Tally
from trichluc.records import RECORD_TYPES, Date
from trichluc.report.marks import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trichluc.extraction import Extraction
    from trichluc.source import Source

__all__ = ["Page"]

MOST_TEXTS = 300  # articles shown with their text; a page with more is slow on a phone
MOST_ROWS = 3000  # rows a table


class Page:
    """Gathers articles and prints them as one page; texts and rows beyond a bound are counted, not shown, and the page says so."""

    def __init__(self) -> None:
        self._tally = Tally()
        self._articles: list[dict[str, Any]] = []
        self._failures: list[Failure] = []
        self._rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list, {name: [] for name in RECORD_TYPES})
        self._years: Counter[int] = Counter()

    def add(self, result: Extraction | Failure, source: Source | None) -> None:
        """Take one article."""
        self._tally.add(result)
        if isinstance(result, Failure):
            self._failures.append(result)
            return
        number = self._tally.articles - 1
        name = one_line(result.article.title or result.source or f"article {number + 1}")
        for record in result.records:
            if len(self._rows[record.type]) < MOST_ROWS:
                row = {
                    "article": number,
                    "name": name,
                    "id": record.id,
                    "text": one_line(record.text),
                    "fields": record_fields(record),
                    "rule": record.rule,
                }
                self._rows[record.type].append(row)
        self._years.update(int(date.first[:4]) for date in result.select(Date) if date.first and date.repeat_of is None)
        if source is not None and len(self._articles) < MOST_TEXTS:
            self._articles.append(_article(number, name, source, result))

    def render(self) -> Iterable[str]:
        """The page, in pieces."""
        environment = jinja2.Environment(
            loader=jinja2.PackageLoader("trichluc.report", "."),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        environment.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False}  # fields in their own order
        script = environment.loader.get_source(environment, "page.js")[0] if environment.loader else ""
        return environment.get_template("page.html.j2").generate(
            script=script,
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
            style=environment.get_template("page.css").render(),
            articles=self._articles,
            failures=self._failures,
            tally=self._tally,
            tables=[(name, TABLES.get(name, name), rows) for name, rows in self._rows.items() if rows],
            documents=[(self._tally.kinds.get(label, ""), label, number) for label, number in self._tally.documents.most_common(50)],
            years=_bars(self._years),
            most_rows=MOST_ROWS,
        )


def _article(number: int, name: str, source: Source, extraction: Extraction) -> dict[str, Any]:
    records = {
        record.id: {
            "type": record.type,
            "text": one_line(record.text),
            "place": f"{record.start}-{record.end}",
            "rule": record.rule,
            "fields": record_fields(record),
        }
        for record in extraction.records
    }
    counts = Counter(record.type for record in extraction.records)
    return {
        "number": number,
        "name": name,
        "source": extraction.source,
        "pieces": pieces(source.text, extraction),
        "records": records,
        "counts": [(kind, counts[kind]) for kind in sorted(counts, key=_place)],
    }


def _place(kind: str) -> int:
    """Our types in their order, others behind them."""
    return list(RECORD_TYPES).index(kind) if kind in RECORD_TYPES else len(RECORD_TYPES)


def _bars(years: Counter[int]) -> list[tuple[str, int, int]]:
    """The years that dates fall in: label, number, height in percent; decades where there are over sixty."""
    step = 10 if len(years) > 60 else 1
    sums: Counter[int] = Counter()
    for year, number in years.items():
        sums[year // step * step] += number
    tallest = max(sums.values(), default=1)
    return [(f"{year}s" if step > 1 else str(year), sums[year], max(round(100 * sums[year] / tallest), 2)) for year in sorted(sums)]
