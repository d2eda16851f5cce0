"""Parquet: a row an article, typed nested columns, written in row groups so that memory stays bounded."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self

import pyarrow.parquet as pq

from trichluc.integrations.arrow import schema, to_batch
from trichluc.writers.whole import whole_file

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from trichluc.records import Extraction, Failure
    from trichluc.source import Source

__all__ = ["ParquetWriter"]

_ROWS = 1000


class ParquetWriter:
    """Writes one file, which takes its place when it is whole."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._stack = ExitStack()
        self._rows: list[Extraction | Failure] = []
        self._file: Any = None

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            part = stack.enter_context(whole_file(self._output))
            self._file = stack.enter_context(pq.ParquetWriter(part, schema(), compression="zstd"))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._flush()
        self._stack.__exit__(kind, error, trace)

    def write(self, result: Extraction | Failure, source: Source | None = None) -> None:  # noqa: ARG002  the row says it all
        """Take one row."""
        self._rows.append(result)
        if len(self._rows) >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._file.write_batch(to_batch(self._rows))
            self._rows = []
