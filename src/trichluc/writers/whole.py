"""A file that is made whole: written beside its place under another name, and put there in one step when it is finished."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["whole_file"]


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """The name to write under; when the block ends well the file takes its place, else nothing has happened.

    >>> import pathlib, tempfile
    >>> place = pathlib.Path(tempfile.mkdtemp(), "a.txt")
    >>> with whole_file(place) as part:
    ...     _ = part.write_text("done")
    >>> place.read_text()
    'done'
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
