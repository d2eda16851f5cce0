"""JSON Lines: what a batch writes, one object an article, and reads back.

A line is an extraction, or ``{"source": …, "error": {"stage": …, "message": …}}`` for an article that could not be done.
"""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import msgspec
from msgspec import Struct

from trichluc.errors import ReadError
from trichluc.extraction import Extraction, Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FailureLine", "decode_line", "encode_line", "load"]


class Fault(Struct, frozen=True):
    """Where an article's way ended, and why."""

    stage: str
    message: str


class FailureLine(Struct, frozen=True):
    """The line in the place of an article that could not be done."""

    source: str | None
    error: Fault


_FAILURE = msgspec.json.Decoder(FailureLine)


def encode_line(result: Extraction | Failure) -> bytes:
    r"""One result as a line of JSON Lines, with its line end.

    >>> encode_line(Failure("a.txt", "read", "no such file"))
    b'{"source":"a.txt","error":{"stage":"read","message":"no such file"}}\n'
    """
    if isinstance(result, Failure):
        return msgspec.json.encode(FailureLine(result.source, Fault(result.stage, result.message))) + b"\n"
    return result.to_json() + b"\n"


def decode_line(line: bytes) -> Extraction | Failure:
    """Read back one line.

    Raises:
        ReadError: the line is neither an extraction nor a failure.

    >>> decode_line(encode_line(Failure("a.txt", "read", "no such file"))).message
    'no such file'
    """
    try:
        failed = _FAILURE.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Extraction.from_json(line)
    return Failure(failed.source, failed.error.stage, failed.error.message)


def load(path: str | os.PathLike[str]) -> Iterator[Extraction | Failure]:
    """Read a file of JSON Lines that a batch wrote (``.gz`` too), one result at a time.

    A line that cannot be read, such as the torn last line of a run that was killed, is a :class:`Failure` whose source is
    ``path:line``.

    Raises:
        ReadError: the file cannot be opened.
    """
    name = os.fspath(path)
    try:
        stream = Path(name).open("rb")  # noqa: SIM115  closed by the generator below
    except OSError as error:
        message = f"{name}: cannot be read: {error.strerror}"
        raise ReadError(message) from None
    return _load(name, stream)


def _load(name: str, stream: IO[bytes]) -> Iterator[Extraction | Failure]:
    with stream:
        lines = cast("IO[bytes]", gzip.GzipFile(fileobj=stream)) if name.lower().endswith(".gz") else stream
        number = 0
        try:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    yield decode_line(line)
                except ReadError as error:
                    torn = "" if line.endswith(b"\n") else "torn line: "
                    yield Failure(f"{name}:{number}", "read", f"{name}:{number}: {torn}{error}")
        except (OSError, EOFError) as error:
            yield Failure(f"{name}:{number + 1}", "read", f"{name}: damaged after line {number}: {error}")
