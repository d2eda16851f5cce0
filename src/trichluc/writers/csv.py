"""CSV: a file a record type, one of articles and one of failures, fit to be opened in a spreadsheet.

``-o facts.csv`` makes ``facts-citation.csv``, ``facts-date.csv`` …; ``-o facts`` makes ``citation.csv`` … in that folder. Lists are JSON in
a cell. A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self

import msgspec

from trichluc.extraction import Failure
from trichluc.facts import fingerprint
from trichluc.records import RECORD_TYPES
from trichluc.writers.whole import whole_file

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from trichluc.extraction import Extraction
    from trichluc.records import Record
    from trichluc.source import Source

__all__ = ["CsvWriter"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ARTICLE = ("title", "page_date", "dateline", "lead", "byline")
_JSON = msgspec.json.Encoder(decimal_format="number")


class CsvWriter:
    """Writes the files of one run; they take their places together when it is over."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._stack = ExitStack()
        self._rows: dict[str, Any] = {}

    def __enter__(self) -> Self:
        try:
            self._open("article", ["source", *_ARTICLE, "fingerprint"])
            self._open("failure", ["source", "stage", "message"])
            for name, record in RECORD_TYPES.items():
                self._open(name, _columns(record))
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, trace)

    def write(self, result: Extraction | Failure, source: Source | None = None) -> None:  # noqa: ARG002  the records say it all
        """Write the rows of one result."""
        if isinstance(result, Failure):
            self._write("failure", result.source, result.stage, result.message)
            return
        article = msgspec.structs.asdict(result.article)
        self._write("article", result.source, *(article[name] for name in _ARTICLE), fingerprint(result))
        for record in result.records:
            name = record.type if record.type in RECORD_TYPES else f"own_{record.type}"
            if name not in self._rows:  # a family of the caller's own
                self._open(name, _columns(type(record)))
            self._write(name, result.source, *msgspec.structs.astuple(record))

    def _open(self, name: str, columns: list[str]) -> None:
        if self._output.suffix:
            place = self._output.with_name(f"{self._output.stem}-{_file_name(name)}.csv")
        else:
            self._output.mkdir(parents=True, exist_ok=True)
            place = self._output / f"{_file_name(name)}.csv"
        part = self._stack.enter_context(whole_file(place))
        # the byte order mark is how a spreadsheet knows that this is UTF-8
        stream = self._stack.enter_context(part.open("w", encoding="utf-8-sig", newline=""))
        self._rows[name] = csv.writer(stream)
        self._write(name, *columns)

    def _write(self, name: str, *cells: object) -> None:
        self._rows[name].writerow([_cell(value) for value in cells])


def _columns(record: type[Record]) -> list[str]:
    return ["source", *(field.name for field in msgspec.structs.fields(record))]


def _file_name(record_type: str) -> str:
    """A type's name without what would make a path of it."""
    return "".join(char if char.isalnum() or char in "_-" else "_" for char in record_type)


def _cell(value: object) -> object:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, tuple):
        return _JSON.encode(value).decode() if value else ""
    return format(value, "f") if hasattr(value, "as_tuple") else value
