"""Where results go: JSON Lines, CSV, Parquet, SQLite, one HTML page.

A writer is a context manager with one method. JSON Lines and SQLite grow as the run goes on and are valid whenever it stops;
the others are made whole beside their place and put there in one step at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from trichluc.errors import TrichlucError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from trichluc.extraction import Extraction, Failure
    from trichluc.source import Source

__all__ = ["FORMATS", "Writer", "format_of", "open_writer", "skip_done"]

FORMATS = ("jsonl", "csv", "parquet", "sqlite", "html")
_SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".gz": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
}
_SUFFIXES |= {".sqlite3": "sqlite", ".db": "sqlite", ".html": "html", ".htm": "html"}


class Writer(Protocol):
    """Takes results in order."""

    def write(self, result: Extraction | Failure, source: Source | None = None) -> None:
        """Take one result, with the article it came from where that is known (the HTML page prints it)."""


def format_of(output: Path | None, name: str | None) -> str:
    """The format asked for, else the one the output's suffix announces, else JSON Lines.

    Raises:
        TrichlucError: there is no such format.

    >>> from pathlib import Path
    >>> format_of(Path("facts.parquet"), None), format_of(None, None)
    ('parquet', 'jsonl')
    """
    if name is None:
        return _SUFFIXES.get(output.suffix.lower(), "jsonl") if output else "jsonl"
    if name not in FORMATS:
        message = f"no format {name!r}; there are {', '.join(FORMATS)}"
        raise TrichlucError(message)
    return name


def open_writer(output: Path | None, name: str | None = None, *, resume: bool = False) -> AbstractContextManager[Writer]:
    """Open a writer into *output* (None: standard output, JSON Lines and HTML only).

    Raises:
        TrichlucError: no such format, or one that cannot be written there.
    """
    kind = format_of(output, name)
    if kind == "jsonl":
        from trichluc.writers.jsonl import JsonLinesWriter  # noqa: PLC0415  each format loads what it needs

        return JsonLinesWriter(output, append=resume)
    if kind == "html":
        from trichluc.writers.html import HtmlWriter  # noqa: PLC0415  as above

        return HtmlWriter(output)
    if output is None:
        message = f"{kind} needs a place of its own: name it with -o"
        raise TrichlucError(message)
    if kind == "csv":
        from trichluc.writers.csv import CsvWriter  # noqa: PLC0415  as above

        return CsvWriter(output)
    if kind == "parquet":
        from trichluc.writers.parquet import ParquetWriter  # noqa: PLC0415  as above

        return ParquetWriter(output)
    from trichluc.writers.sqlite import SqliteWriter  # noqa: PLC0415  as above

    return SqliteWriter(output)


def skip_done(output: Path | None, name: str | None, sources: Iterator[Source | Failure]) -> Iterator[Source | Failure]:
    """The sources that an interrupted run into *output* has not come to yet.

    Raises:
        TrichlucError: only a run into a .jsonl file can be continued, and only with the inputs it began with.
    """
    if output is None or format_of(output, name) != "jsonl":
        message = "--resume continues a run into a .jsonl file: name it with -o"
        raise TrichlucError(message)
    from trichluc.writers.jsonl import skip_done as skip  # noqa: PLC0415  as above

    return skip(output, sources)
