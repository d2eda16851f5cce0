"""How a run is going: a bar for whoever watches a terminal, a line on standard error for every failure, silence otherwise."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self, TextIO

from trichluc.display import one_line
from trichluc.extraction import Failure

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress as Bar

    from trichluc.extraction import Extraction

__all__ = ["Progress"]


class Progress:
    """Counts what a run has done, and shows it on *stream* where that is a terminal; ``total`` is None where nobody knows it."""

    def __init__(self, stream: TextIO, total: int | None = None) -> None:
        self.articles = 0
        self.records = 0
        self.failures = 0
        self._stream = stream
        self._started = time.monotonic()
        self._bar: Bar | None = _bar(stream) if stream.isatty() else None
        if self._bar is not None:
            self._task = self._bar.add_task(self._line(), total=total)

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.update(self._task, description=self._line(), completed=self.articles)
            self._bar.stop()

    def count(self, result: Extraction | Failure) -> None:
        """Take note of one result."""
        self.articles += 1
        if isinstance(result, Failure):
            self.failures += 1
            source = result.source or "(unnamed)"
            message = result.message if result.message.startswith(source) else f"{source}: {result.message}"
            print(f"trichluc: {one_line(message)}", file=self._stream)
        else:
            self.records += len(result.records)
        if self._bar is not None:
            self._bar.update(self._task, description=self._line(), completed=self.articles)

    def _line(self) -> str:
        seconds = time.monotonic() - self._started
        speed = self.articles / seconds if seconds > 0 else 0.0
        return f"{self.articles:,} articles, {self.records:,} records, {speed:,.1f} articles/s, {self.failures:,} failures"


def _bar(stream: TextIO) -> Bar:
    from rich.console import Console  # noqa: PLC0415  only a terminal needs it
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415  as above
    from rich.progress import Progress as Bar  # noqa: PLC0415  as above

    console = Console(file=stream, highlight=False, markup=False)
    columns = (BarColumn(bar_width=24), TextColumn("{task.description}", markup=False), TimeRemainingColumn(compact=True))
    return Bar(*columns, console=console, redirect_stdout=False, redirect_stderr=True)
