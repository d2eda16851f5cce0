"""show: an article in the terminal, its records coloured by type, and a table of their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from rich import box
from rich.table import Table
from rich.text import Text

from trichluc.records import Failure, Record

if TYPE_CHECKING:
    from rich.console import Console

    from trichluc.records import Extraction
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
_CONTROLS = dict.fromkeys([*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd") | {
    9: "\t",
    10: "\n",
    13: " ",
}
_COMMON = {field.name for field in msgspec.structs.fields(Record)} - {"repeat_of", "warnings"}


def print_article(console: Console, source: Source | None, result: Extraction | Failure) -> bool:
    """Print one article; False where there is only a failure to print."""
    if isinstance(result, Failure) or source is None:
        console.print(f"trichluc: {result.message}" if isinstance(result, Failure) else "trichluc: nothing to show", style="red")
        return False
    if source.source:
        console.rule(_printable(source.source), style="dim")
    console.print(_coloured(source.text, result), soft_wrap=True)
    console.print()
    console.print(_table(result) if result.records else "no records", soft_wrap=not result.records)
    return True


def _coloured(text: str, extraction: Extraction) -> Text:
    page = Text(_printable(text))
    for record in extraction.records:
        page.stylize(STYLES[record.type], record.start, record.end)
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
            Text(record.type, STYLES[record.type]),
            _printable(" ".join(record.text.split())),
            place,
            _printable(_fields(record)),
        )
    return table


def _fields(record: Record) -> str:
    return "  ".join(
        f"{name}={_value(value)}"
        for name, value in msgspec.structs.asdict(record).items()
        if name not in _COMMON and value not in (None, (), "")
    )


def _value(value: Any) -> str:  # noqa: ANN401  any field's value
    if isinstance(value, tuple):
        return "; ".join(map(_value, value))
    if isinstance(value, msgspec.Struct):
        return " ".join(f"{name} {part}" for name, part in msgspec.structs.asdict(value).items() if part is not None)
    return str(value)


def _printable(text: str) -> str:
    """Control characters, which could drive the terminal, as one visible character each; offsets stay true."""
    return text.translate(_CONTROLS)
