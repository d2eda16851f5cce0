"""What ``stats`` and ``diff`` print: a run in tables, and two runs side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from trichluc.display import one_line
from trichluc.records import RECORD_TYPES

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from rich.console import Console

    from trichluc.diff import ArticleDiff
    from trichluc.facts import Tally

__all__ = ["print_differences", "print_tally"]


def print_tally(console: Console, tally: Tally, top: int) -> None:
    """Print a run: articles, records by type, the most cited documents, awards, warnings, failures."""
    copies = f", of which {tally.copies:,} copies of another" if tally.copies else ""
    console.print(f"{tally.articles:,} articles{copies}; {tally.failures.total():,} failures")
    table = _table("type", "mentions", "facts")
    for name in [*RECORD_TYPES, *sorted(tally.mentions.keys() - RECORD_TYPES)]:
        if tally.mentions[name]:
            table.add_row(name, f"{tally.mentions[name]:,}", f"{tally.facts[name]:,}")
    console.print(table if tally.mentions else "no records")
    cited = {" ".join(filter(None, (tally.kinds.get(label), label))): articles for label, articles in tally.documents.most_common(top)}
    _print_counts(console, "document", "articles", cited)
    _print_counts(console, "award", "given", dict(tally.awards.most_common(top)))
    _print_counts(console, "warning", "records", dict(tally.warnings.most_common(top)))
    _print_counts(console, "failed at", "articles", dict(tally.failures.most_common()))


def print_differences(console: Console, differences: Iterable[ArticleDiff]) -> int:
    """Print every article that differs and a last line with the sums; the number of articles that differ."""
    articles = gained = lost = changed = 0
    for one in differences:
        articles += 1
        gained, lost, changed = gained + len(one.gained), lost + len(one.lost), changed + len(one.changed)
        console.print(Text(one.source or "(unnamed)", "bold"))
        if one.note:
            console.print(Text(f"  {one.note}"))
        for record in one.lost:
            console.print(Text(f"- {record.start}-{record.end} {record.type} {one_line(record.text)}", "red"))
        for record in one.gained:
            console.print(Text(f"+ {record.start}-{record.end} {record.type} {one_line(record.text)}", "green"))
        for change in one.changed:
            fields = "; ".join(f"{name}: {before} → {after}" for name, before, after in change.fields)
            console.print(
                Text(f"~ {change.after.start}-{change.after.end} {change.after.type} {one_line(change.after.text)}: {fields}", "yellow")
            )
    console.print(f"{articles:,} articles differ: {gained:,} records gained, {lost:,} lost, {changed:,} changed")
    return articles


def _print_counts(console: Console, what: str, how_many: str, counts: dict[str, int] | Counter[str]) -> None:
    if counts:
        table = _table(what, how_many)
        for name, number in counts.items():
            table.add_row(one_line(name), f"{number:,}")
        console.print(table)


def _table(first: str, *others: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(first, overflow="fold")
    for name in others:
        table.add_column(name, justify="right")
    return table
