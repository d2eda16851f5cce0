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
from trichluc.facts import document_label, documents, fingerprint, table_of
from trichluc.records import RECORD_TYPES, Award, Failure, Record
from trichluc.text import fold
from trichluc.writers.sqlite_schema import APPLICATION_ID, USER_VERSION, own_fields, quoted, schema, table

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from trichluc.records import AnyRecord, Extraction
    from trichluc.source import Source

__all__ = ["SqliteWriter"]

_BATCH = 500  # articles a transaction
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
        self._articles = 0

    def __enter__(self) -> Self:
        self._db.execute("BEGIN")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._db.execute("COMMIT")
        if kind is None:
            self._db.execute("PRAGMA optimize")
        self._db.close()

    def write(self, result: Extraction | Failure, source: Source | None = None) -> None:
        """Put one result in the place of what the database knew of that article."""
        self._db.execute("SAVEPOINT article")
        try:
            if isinstance(result, Failure):
                self._write_failure(result)
            else:
                self._write_article(result, source)
        except BaseException:
            self._db.execute("ROLLBACK TO article")
            raise
        finally:
            self._db.execute("RELEASE article")
        self._articles += 1
        if self._articles % _BATCH == 0:
            self._db.execute("COMMIT")
            self._db.execute("BEGIN")

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

    def _write_article(self, extraction: Extraction, source: Source | None) -> None:
        article = extraction.article
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
            self._write_record(number, record, document_label(keys[record.id]) if record.id in keys else None)

    def _write_record(self, article: int, record: AnyRecord, document: str | None) -> None:
        shared = [_value(getattr(record, name)) for name in _SHARED if name != "id"]
        own = [getattr(record, field.name) for field in own_fields(type(record))]
        recipients = record.recipients if isinstance(record, Award) else ()
        details = " ".join([*(value for value in own if isinstance(value, str)), *(recipient.text for recipient in recipients)])
        number = self._insert("records", None, article, record.id, record.type, *shared, details, _plain(f"{record.text} {details}"))
        if record.type not in RECORD_TYPES:
            self._db.execute(table(type(record)))
        self._insert(table_of(record.type), number, *map(_value, own), *([document] if record.type == "citation" else []))
        for recipient in recipients:
            self._insert("recipients", None, number, *map(_value, msgspec.structs.astuple(recipient)))

    def _insert(self, name: str, *row: object) -> int:
        marks = ", ".join("?" * len(row))
        return self._db.execute(f"INSERT INTO {quoted(name)} VALUES ({marks})", row).lastrowid or 0  # noqa: S608  a quoted identifier


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
