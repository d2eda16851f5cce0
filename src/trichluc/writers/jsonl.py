"""JSON Lines: streamed, one whole line at a time, and continued where a run stopped."""

from __future__ import annotations

import gzip
import sys
from itertools import chain
from typing import IO, TYPE_CHECKING, Self, cast

from trichluc.errors import TrichlucError
from trichluc.lines import encode_line, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from trichluc.extraction import Extraction, Failure
    from trichluc.source import Source

__all__ = ["JsonLinesWriter", "skip_done"]


class JsonLinesWriter:
    """Writes a line a result; however the run ends, the file holds whole lines only."""

    def __init__(self, output: Path | None, *, append: bool = False) -> None:
        self._own = output is not None
        self._whole = 0
        if output is None:
            self._stream = cast("IO[bytes]", sys.stdout.buffer)
        elif output.suffix.lower() == ".gz":
            self._stream = cast("IO[bytes]", gzip.open(output, "wb"))  # noqa: SIM115  closed by __exit__
        else:
            self._stream = output.open("ab" if append else "wb")
            self._whole = self._stream.tell()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if not self._own:
            self._stream.flush()
            return
        with self._stream:
            if kind is not None and not isinstance(self._stream, gzip.GzipFile):
                self._stream.flush()
                self._stream.truncate(self._whole)  # Ctrl-C may have come in the middle of a line

    def write(self, result: Extraction | Failure, source: Source | None = None) -> None:  # noqa: ARG002  the line says it all
        """Write one line and hand it to the system."""
        line = encode_line(result)
        self._stream.write(line)
        self._stream.flush()
        self._whole += len(line)


def skip_done(output: Path, sources: Iterator[Source | Failure]) -> Iterator[Source | Failure]:
    """The sources that a run into *output* has not come to yet; a torn last line is cut off.

    Raises:
        TrichlucError: the lines of *output* belong to other articles, or the file is compressed.
    """
    if output.suffix.lower() == ".gz":
        message = f"{output}: a compressed run cannot be continued; write to a plain .jsonl"
        raise TrichlucError(message)
    if not output.exists():
        return sources
    _cut_torn_line(output)
    for number, done in enumerate(load(output), 1):
        source = next(sources, None)
        if source is None or source.source != done.source:
            expected = "the inputs end before it" if source is None else f"the input there is {source.source!r}"
            message = f"{output}:{number} is about {done.source!r}, but {expected}; continue a run with the inputs it began with"
            raise TrichlucError(message)
    return chain(sources)


def _cut_torn_line(output: Path) -> None:
    with output.open("r+b") as stream:
        end = stream.seek(0, 2)
        while end:
            start = max(end - 65_536, 0)
            stream.seek(start)
            if (at := stream.read(end - start).rfind(b"\n")) >= 0:
                stream.truncate(start + at + 1)
                return
            end = start
        stream.truncate(0)
