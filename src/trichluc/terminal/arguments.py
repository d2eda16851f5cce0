"""What the commands make of their arguments."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from trichluc.errors import TrichlucError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trichluc.extraction import Extraction, Failure
    from trichluc.pipeline import Pipeline
    from trichluc.source import Source

__all__ = ["pipeline", "results", "sources", "text", "total", "wanted"]


def sources(paths: list[str], published: str | None, encoding: str | None) -> Iterator[Source | Failure]:
    """The articles under the paths named."""
    from trichluc.pipeline import read_published  # noqa: PLC0415  a command loads what it needs
    from trichluc.readers import read_articles  # noqa: PLC0415  a command loads what it needs

    return read_articles(paths, encoding=encoding, published=read_published(published))


def total(paths: list[str]) -> int | None:
    """How many articles there are, for the bar; asked only where somebody sees it."""
    from trichluc.readers import count_articles  # noqa: PLC0415  a command loads what it needs

    return count_articles(paths) if sys.stderr.isatty() else None


def pipeline(lexicons: list[str] | None) -> Pipeline:
    """The default pipeline, or one with the lexicons named."""
    from trichluc.pipeline import Pipeline, default_pipeline  # noqa: PLC0415  a command loads what it needs

    return Pipeline(lexicons=lexicons) if lexicons else default_pipeline()


def wanted(types: str | None) -> tuple[str, ...] | None:
    """The record types asked for; None for all.

    Raises:
        TrichlucError: there is no such type.

    >>> wanted("citation, date")
    ('citation', 'date')
    """
    if types is None:
        return None
    from trichluc.records import RECORD_TYPES  # noqa: PLC0415  a command loads what it needs

    names = tuple(name.strip() for name in types.split(",") if name.strip())
    if unknown := [name for name in names if name not in RECORD_TYPES]:
        message = f"no record type {', '.join(unknown)}; there are {', '.join(RECORD_TYPES)}"
        raise TrichlucError(message)
    return names


def text(text: str, encoding: str | None) -> str:
    """The text itself, or what the file of that name holds."""
    from trichluc.decoding import decode  # noqa: PLC0415  a command loads what it needs
    from trichluc.readers import read_text  # noqa: PLC0415  a command loads what it needs

    if text == "-":
        return decode(sys.stdin.buffer.read(), encoding, where="-")
    is_name = len(text) < 1024 and "\n" not in text and "\0" not in text
    return read_text(text, encoding) if is_name and Path(text).exists() else text


def results(path: str) -> Iterator[Extraction | Failure]:
    """What a run wrote."""
    if path.lower().endswith(".parquet"):
        from trichluc.writers.parquet import load_parquet  # noqa: PLC0415  a command loads what it needs

        return load_parquet(Path(path))
    if path.lower().endswith((".sqlite", ".sqlite3", ".db", ".csv", ".html")):
        message = f"{path}: this command reads .jsonl, .jsonl.gz and .parquet"
        raise TrichlucError(message)
    from trichluc.lines import load  # noqa: PLC0415  a command loads what it needs

    return load(path)
