"""From what the user names to files: a folder is its ``*.txt``, a glob what it matches; no linked folder is entered."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING

from trichluc.extraction import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["file_name", "files", "os_message"]


def files(name: str) -> Iterator[Path | Failure]:
    """The files that *name* means, by name; a failure where it means none."""
    path = Path(name)
    try:
        exists, is_dir = path.exists(), path.is_dir()
    except (OSError, ValueError) as error:  # a name too long, a NUL character
        yield Failure(name, "read", os_message(name, error))
        return
    if is_dir:
        found: list[Path | Failure] = [*sorted(_folder(path))]
        yield from found or [Failure(name, "read", f"{name}: no *.txt in this folder; name other files by a glob, such as '{name}/*.html'")]
    elif exists or not glob.has_magic(name):
        yield path
    else:
        anchor = path.anchor or "."  # Path.glob enters no linked folder, which glob.glob does
        matches: list[Path | Failure] = [
            *sorted(match for match in Path(anchor).glob(str(path.relative_to(path.anchor))) if match.is_file())
        ]
        yield from matches or [Failure(name, "read", f"{name}: nothing matches this pattern")]


def file_name(file: Path) -> str:
    """A file's name as text; bytes that are no UTF-8, which a file system may hold, as U+FFFD."""
    return os.fsencode(file).decode("utf-8", errors="replace")


def _folder(path: Path) -> Iterator[Path]:
    """Every ``*.txt`` below a folder; linked folders are not entered, so a loop of links cannot trap us."""
    for folder, _, names in os.walk(path, followlinks=False):
        yield from (Path(folder, name) for name in names if name.lower().endswith(".txt") and Path(folder, name).is_file())


def os_message(name: str, error: OSError | ValueError) -> str:
    """What the system said about a file, in a sentence that names it."""
    if isinstance(error, FileNotFoundError):
        return f"{name}: no such file"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{name}: cannot be read: {reason}"
