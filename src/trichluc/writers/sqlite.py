"""SQLite: a table a record type, articles, full-text search and views that answer questions; ready for Datasette.

    articles ◀─ records ◀─ citations, dates, counts, … ◀─ recipients

A ``records`` row holds what every record has, the row of the same number in its type's table the rest. Extracting an article again
replaces its rows. The file is valid whenever the run stops: an article is in it whole or not at all.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Self

import msgspec

from trichluc.errors import TrichlucError
from trichluc.extraction import Failure
from trichluc.facts import document_label, documents, fingerprint, table_of
from trichluc.records import RECORD_TYPES, Award, Record
from trichluc.text import fold
from trichluc.writers.sqlite_schema import APPLICATION_ID, USER_VERSION, own_fields, quoted, schema, table

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from trichluc.extraction import Extraction
    from trichluc.records import AnyRecord
    from trichluc.source import Source

__all__ = ["SqliteWriter"]

_BATCH = 200  # articles a transaction
_SHARED = [field.name for field in msgspec.structs.fields(Record)]
_JSON = msgspec.json.Encoder(decimal_format="number")
_PLAIN = str.maketrans("đĐ", "dD", "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")  # as they stand in NFD


class SqliteWriter:
    """Adds results to a database, or makes it."""

    def __init__(self, output: Path) -> None:
        try:
            self._db = sqlite3.connect(output, isolation_level=None)
            self._prepare(output)
        except sqlite3.Error as error:
            message = f"{output}: not a database that can be written to: {error}"
            raise TrichlucError(message) from None
        self._waiting: list[tuple[Extraction | Failure, Source | None]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._flush()
        if kind is None:
            self._db.execute("PRAGMA optimize")
        self._db.close()

    def write(self, result: Extraction | Failure, source: Source | None = None) -> None:
        """Put one result in the place of what the database knew of that article."""
        self._waiting.append((result, source))
        if len(self._waiting) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        """Write what waits in one transaction; interrupted, nothing of it is written and all of it still waits."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            [last] = self._db.execute("SELECT coalesce(max(id), 0) FROM records").fetchone()
            rows = _Rows(self._db, last)
            for result, source in self._waiting:
                if isinstance(result, Failure):
                    rows.write()  # an article of the same name may be among them
                    self._write_failure(result)
                else:
                    self._write_article(result, source, rows)
            rows.write()
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")
        self._waiting = []

    def _prepare(self, output: Path) -> None:
        self._db.execute("PRAGMA foreign_keys = ON")
        [version] = self._db.execute("PRAGMA user_version").fetchone()
        [tables] = self._db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if not tables:
            self._db.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {USER_VERSION}; {schema()}")
        elif version != USER_VERSION or self._db.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            message = f"{output}: a database of something else, or of another version of trichluc; write to a new file"
            raise TrichlucError(message)

    def _write_failure(self, failure: Failure) -> None:
        self._db.execute("DELETE FROM articles WHERE source = ?", (failure.source,))
        self._db.execute("INSERT OR REPLACE INTO failures VALUES (?, ?, ?)", (failure.source, failure.stage, failure.message))

    def _write_article(self, extraction: Extraction, source: Source | None, rows: _Rows) -> None:
        article = extraction.article
        if extraction.source in rows.sources:
            rows.write()
        rows.sources.add(extraction.source)
        self._db.execute("DELETE FROM failures WHERE source = ?", (extraction.source,))
        [number] = self._db.execute(
            "INSERT INTO articles (source, title, page_date, published, dateline, lead, byline, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (source) DO UPDATE SET title = excluded.title, page_date = excluded.page_date, published = excluded.published,"
            " dateline = excluded.dateline, lead = excluded.lead, byline = excluded.byline, fingerprint = excluded.fingerprint RETURNING id",
            (
                extraction.source,
                article.title,
                article.page_date,
                _published(source),
                article.dateline,
                article.lead,
                article.byline,
                fingerprint(extraction),
            ),
        ).fetchone()
        self._db.execute("DELETE FROM records WHERE article = ?", (number,))
        keys = documents(extraction)
        for record in extraction.records:
            rows.add(number, record, document_label(keys[record.id]) if record.id in keys else None)


class _Rows:
    """Rows of records on their way into their tables, many at a time."""

    def __init__(self, db: sqlite3.Connection, last: int) -> None:
        self.sources: set[str | None] = set()
        self._db = db
        self._last = last
        self._tables: dict[str, list[list[object]]] = {"records": []}  # first, for the others refer to it

    def add(self, article: int, record: AnyRecord, document: str | None) -> None:
        """The rows of one record."""
        self._last += 1
        own = [getattr(record, field.name) for field in own_fields(type(record))]
        recipients = record.recipients if isinstance(record, Award) else ()
        details = " ".join([*(value for value in own if isinstance(value, str)), *(recipient.text for recipient in recipients)])
        shared = [_value(getattr(record, name)) for name in _SHARED]
        self._tables["records"].append([self._last, article, record.type, *shared, details, _plain(f"{record.text} {details}")])
        name = table_of(record.type)
        if record.type not in RECORD_TYPES and name not in self._tables:
            self._db.execute(table(type(record)))
        self._row(name, [self._last, *map(_value, own), *([document] if record.type == "citation" else [])])
        for recipient in recipients:
            self._row("recipients", [None, self._last, *map(_value, msgspec.structs.astuple(recipient))])

    def write(self) -> None:
        """Insert what was added."""
        for name, rows in self._tables.items():
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                self._db.executemany(f"INSERT INTO {quoted(name)} VALUES ({marks})", rows)  # noqa: S608  a quoted identifier
        self._tables = {"records": []}
        self.sources = set()

    def _row(self, name: str, row: list[object]) -> None:
        self._tables.setdefault(name, []).append(row)


def _value(value: object) -> object:
    """What SQLite can hold: whole numbers of 64 bits, else the nearest real; lists as JSON."""
    if isinstance(value, tuple):
        return _JSON.encode(value).decode() if value else None
    if isinstance(value, Decimal) or (isinstance(value, int) and abs(value) >= 2**63):
        return float(value)
    return value


def _plain(text: str) -> str:
    """Without marks, for those who search without: ``dang vien`` finds ``đảng viên``."""
    return unicodedata.normalize("NFD", fold(text).lower).translate(_PLAIN)


def _published(source: Source | None) -> str | None:
    published = source.published if source else None
    return published.isoformat()[:10] if isinstance(published, dt.date) else published
