"""trichluc: typed, normalized, source-grounded records from Vietnamese news text.

>>> import trichluc
>>> extraction = trichluc.extract("Chỉ thị số 06-CT/TW ngày 7/11/2006 của Bộ Chính trị.", entities=False)
>>> [(record.type, record.text) for record in extraction.records]
[('citation', 'Chỉ thị số 06-CT/TW'), ('date', 'ngày 7/11/2006')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.lazy import loader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime
    from os import PathLike

    from trichluc.errors import EngineError, InvalidReference, InvalidText, LexiconError, ReadError, TrichlucError
    from trichluc.extraction import Article, Extraction, Failure
    from trichluc.families import FAMILIES
    from trichluc.numerals import parse_number
    from trichluc.pipeline import Pipeline
    from trichluc.records import (
        Award,
        Citation,
        Count,
        Date,
        Duration,
        Entity,
        Measure,
        Money,
        Percentage,
        Record,
    )
    from trichluc.source import Source

__all__ = [
    "FAMILIES",
    "Article",
    "Award",
    "Citation",
    "Count",
    "Date",
    "Duration",
    "EngineError",
    "Entity",
    "Extraction",
    "Failure",
    "InvalidReference",
    "InvalidText",
    "LexiconError",
    "Measure",
    "Money",
    "Percentage",
    "Pipeline",
    "ReadError",
    "Record",
    "Source",
    "TrichlucError",
    "extract",
    "extract_many",
    "load",
    "parse_number",
    "read_text",
]


# Where each public name lives: importing the package costs little, and a name is loaded when it is first asked for.
_HOMES = {
    "errors": ("EngineError", "InvalidReference", "InvalidText", "LexiconError", "ReadError", "TrichlucError"),
    "families": ("FAMILIES",),
    "numerals": ("parse_number",),
    "pipeline": ("Pipeline",),
    "extraction": ("Article", "Extraction", "Failure"),
    "records": ("Award", "Citation", "Count", "Date", "Duration", "Entity", "Measure", "Money", "Percentage", "Record"),
    "source": ("Source",),
}  # fmt: skip
_HOME = {name: home for home, names in _HOMES.items() for name in names}
__getattr__ = loader(__name__, _HOME)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def extract(
    text: str,
    *,
    published: date | datetime | str | None = None,
    entities: bool = True,
    types: Iterable[str] | None = None,
) -> Extraction:
    """Read one article and give its records.

    Args:
        text: the article, exactly as you have it; offsets count in its code points.
        published: its date of publication, which completes `12/3` and `hôm qua`; never the clock.
        entities: whether people, organizations and places are wanted too; without them no tagging model is loaded and every other
            record is the same.
        types: names of the record types wanted, None for all; a filter after linking, so it never changes a record.

    Raises:
        InvalidText: the text holds a lone surrogate.
        InvalidReference: *published* is no date.

    >>> record = extract("Sáng 12/3, xã có 49 đảng viên dự họp.", published="2021-03-15", entities=False).records[0]
    >>> record.value, record.resolved_by
    ('2021-03-12TMO', 'published')
    """
    from trichluc.pipeline import default_pipeline  # noqa: PLC0415  # the rooms are loaded by the first call

    return default_pipeline().extract(text, published=published, entities=entities, types=types)


def extract_many(
    sources: Iterable[Source | Failure | str],
    workers: int = 1,
    *,
    pipeline: Pipeline | None = None,
    published: date | datetime | str | None = None,
    entities: bool = True,
    types: Iterable[str] | None = None,
    budget: float | None = None,
) -> Iterator[Extraction | Failure]:
    """Read many articles, in order, in constant memory; an article that cannot be done gives a :class:`Failure` in its place.

    Args:
        sources: the articles, may be endless; a failure of reading among them is handed on, a bare string is an unnamed article.
        workers: processes. With more than one, call it under ``if __name__ == "__main__":`` in a script (see :mod:`trichluc.batch`).
        pipeline: a pipeline of your own; None for the default.
        published: date of publication of the articles that do not state their own.
        entities: as for :func:`extract`.
        types: as for :func:`extract`.
        budget: seconds an article may take; None for no limit.
        published: the date of publication of those articles whose source names none.

    Raises:
        TrichlucError: *workers* or *budget* make no sense, or workers cannot be started.

    >>> [result.source for result in extract_many([Source("Xã có 12 thôn.", source="a")], entities=False)]
    ['a']
    """
    from trichluc.batch import extract_pairs  # noqa: PLC0415  # processes are not needed for one article

    pairs = extract_pairs(sources, workers, pipeline=pipeline, published=published, entities=entities, types=types, budget=budget)
    return (result for _, result in pairs)


def load(path: str | PathLike[str]) -> Iterator[Extraction | Failure]:
    """Read a JSON Lines file (``.gz`` too) that ``trichluc extract`` wrote, line by line; a torn line is a :class:`Failure`.

    Raises:
        ReadError: the file is missing or cannot be opened.
    """
    from trichluc import lines  # noqa: PLC0415  # as above

    return lines.load(path)


def read_text(path: str | PathLike[str], encoding: str | None = None) -> str:
    """The text of a file exactly as decoded, which is what offsets count in.

    UTF-8, or UTF-16 by its byte order mark; the mark is dropped, line ends stay as they are.

    Raises:
        ReadError: the file is missing, or is in another encoding (the message names the one suspected).
    """
    from trichluc import readers  # noqa: PLC0415  # as above

    return readers.read_text(path, encoding)
