"""How a run is going: a bar for whoever watches a terminal, a line on standard error for every failure, silence otherwise."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self, TextIO

from trichluc.records import Failure

if TYPE_CHECKING:
    from types import TracebackType

    from trichluc.records import Extraction

__all__ = ["Progress"]


class Progress:
    """Counts what a run has done, and shows it on *stream* where that is a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.articles = 0
        self.records = 0
        self.failures = 0
        self._stream = stream
        self._started = time.monotonic()
        self._status = None
        if stream.isatty():
            from rich.console import Console  # noqa: PLC0415  only a terminal needs it

            console = Console(file=stream, highlight=False, markup=False)
            self._status = console.status(self._line(), spinner="line")

    def __enter__(self) -> Self:
        if self._status is not None:
            self._status.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._status is not None:
            self._status.stop()
            print(self._line(), file=self._stream)

    def count(self, result: Extraction | Failure) -> None:
        """Take note of one result."""
        self.articles += 1
        if isinstance(result, Failure):
            self.failures += 1
            source = result.source or "(unnamed)"
            message = result.message if result.message.startswith(source) else f"{source}: {result.message}"
            print(f"trichluc: {message}", file=self._stream)
        else:
            self.records += len(result.records)
        if self._status is not None:
            self._status.update(self._line())

    def _line(self) -> str:
        seconds = time.monotonic() - self._started
        speed = self.articles / seconds if seconds > 0 else 0.0
        return f"{self.articles:,} articles, {self.records:,} records, {speed:,.1f} articles/s, {self.failures:,} failures"
