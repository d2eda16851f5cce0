"""Parquet: a row an article, typed nested columns, written in row groups so that memory stays bounded.

pyarrow is an extra, so it is imported when a file is opened.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self

from trichluc.errors import ReadError, TrichlucError
from trichluc.writers.whole import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType, TracebackType

    from trichluc.extraction import Extraction, Failure
    from trichluc.source import Source

__all__ = ["ParquetWriter", "load_parquet"]

_ROWS = 1000


class ParquetWriter:
    """Writes one file, which takes its place when it is whole."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._stack = ExitStack()
        self._rows: list[Extraction | Failure] = []
        self._file: Any = None

    def __enter__(self) -> Self:
        columns = _columns()
        from pyarrow.parquet import ParquetWriter as File  # noqa: PLC0415  see above

        with ExitStack() as stack:
            part = stack.enter_context(whole_file(self._output))
            self._file = stack.enter_context(File(part, columns.schema(), compression="zstd"))
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
            self._file.write_batch(_columns().to_batch(self._rows))
            self._rows = []


def load_parquet(path: Path) -> Iterator[Extraction | Failure]:
    """Read back what :class:`ParquetWriter` wrote, a row group at a time.

    Raises:
        ReadError: the file is missing or was not written by it.
    """
    columns = _columns()
    from pyarrow import ArrowInvalid  # noqa: PLC0415  see above
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415  see above

    try:
        with ParquetFile(path) as file:
            if not file.schema_arrow.equals(columns.schema()):
                message = f"{path}: not a file that trichluc wrote"
                raise ReadError(message)
            for batch in file.iter_batches(batch_size=_ROWS):
                yield from columns.from_batch(batch)
    except (OSError, ArrowInvalid) as error:
        message = f"{path}: cannot be read: {error}"
        raise ReadError(message) from None


def _columns() -> ModuleType:
    try:
        from trichluc.integrations import arrow  # noqa: PLC0415  see above
    except ImportError as error:
        raise TrichlucError(str(error)) from None
    return arrow
