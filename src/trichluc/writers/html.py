"""HTML: the report as a format of ``extract``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

from trichluc.report import Page
from trichluc.writers.whole import whole_file

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from trichluc.extraction import Extraction, Failure
    from trichluc.source import Source

__all__ = ["HtmlWriter"]


class HtmlWriter:
    """Gathers the articles; the page is written when the last one is in."""

    def __init__(self, output: Path | None) -> None:
        self._output = output
        self._page = Page()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None:
            return
        if self._output is None:
            for piece in self._page.render():
                sys.stdout.buffer.write(piece.encode())
            sys.stdout.flush()
            return
        with whole_file(self._output) as part, part.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(self._page.render())

    def write(self, result: Extraction | Failure, source: Source | None = None) -> None:
        """Take one article."""
        self._page.add(result, source)
