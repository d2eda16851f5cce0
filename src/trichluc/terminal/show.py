"""show: an article in the terminal, its records coloured by type, and a table of their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from trichluc.display import one_line, printable, record_fields
from trichluc.extraction import Failure

if TYPE_CHECKING:
    from rich.console import Console

    from trichluc.extraction import Extraction
    from trichluc.source import Source

__all__ = ["print_article"]

STYLES = {
    "citation": "bold blue",
    "date": "green",
    "count": "magenta",
    "percentage": "cyan",
    "award": "bold yellow",
    "duration": "dark_green",
    "money": "bright_green",
    "measure": "dark_cyan",
    "entity": "underline",
}


def print_article(console: Console, source: Source | None, result: Extraction | Failure) -> bool:
    """Print one article; False where there is only a failure to print."""
    if isinstance(result, Failure) or source is None:
        console.print(f"trichluc: {result.message}" if isinstance(result, Failure) else "trichluc: nothing to show", style="red")
        return False
    if source.source:
        console.rule(printable(source.source), style="dim")
    console.print(_coloured(source.text, result), soft_wrap=True)
    console.print()
    console.print(_table(result) if result.records else "no records", soft_wrap=not result.records)
    return True


def _coloured(text: str, extraction: Extraction) -> Text:
    page = Text(printable(text))
    for record in extraction.records:
        page.stylize(STYLES.get(record.type, "bold red"), record.start, record.end)
    return page


def _table(extraction: Extraction) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("id", justify="right", style="dim")
    table.add_column("type")
    table.add_column("text", ratio=2, overflow="fold")
    table.add_column("at", justify="right", style="dim")
    table.add_column("fields", ratio=3, overflow="fold")
    for record in extraction.records:
        place = f"{record.start}-{record.end}"
        table.add_row(
            str(record.id),
            Text(record.type, STYLES.get(record.type, "bold red")),
            one_line(record.text),
            place,
            "  ".join(f"{name}={value}" for name, value in record_fields(record).items()),
        )
    return table
