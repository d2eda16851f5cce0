"""The tables, indexes, full-text search and views of the SQLite output; columns come from the value types."""

from __future__ import annotations

from functools import cache

import msgspec

from trichluc.facts import table_of
from trichluc.records import RECORD_TYPES, Award, Citation, Recipient, Record

__all__ = ["APPLICATION_ID", "USER_VERSION", "own_fields", "quoted", "schema", "table"]

APPLICATION_ID = 0x7472696C  # "tril", so that `file` and we can tell whose database it is
USER_VERSION = 1

_ARTICLES = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, source TEXT UNIQUE, title TEXT, page_date TEXT, published TEXT, dateline TEXT, lead TEXT, byline TEXT,
    fingerprint TEXT
);
CREATE INDEX articles_by_fingerprint ON articles (fingerprint);
CREATE TABLE failures (source TEXT PRIMARY KEY, stage TEXT NOT NULL, message TEXT NOT NULL);
"""

_SEARCH = """
CREATE VIRTUAL TABLE records_fts USING fts5 (text, details, plain, content="records", content_rowid="id", tokenize="unicode61");
CREATE TRIGGER records_added AFTER INSERT ON records BEGIN
    INSERT INTO records_fts (rowid, text, details, plain) VALUES (new.id, new.text, new.details, new.plain);
END;
CREATE TRIGGER records_removed AFTER DELETE ON records BEGIN
    INSERT INTO records_fts (records_fts, rowid, text, details, plain) VALUES ('delete', old.id, old.text, old.details, old.plain);
END;
"""

# A fact is a record that is not the second printing of a passage, in the first of an article's copies.
_VIEWS = """
CREATE VIEW facts AS
    SELECT records.*, articles.source, articles.title, coalesce(articles.published, articles.page_date) AS told
    FROM records JOIN articles ON articles.id = records.article
    WHERE records.repeat_of IS NULL
    AND (articles.fingerprint IS NULL
         OR articles.id = (SELECT min(copies.id) FROM articles AS copies WHERE copies.fingerprint = articles.fingerprint));

CREATE VIEW documents_cited AS
    SELECT citations.document, max(citations.kind) AS kind, max(citations.issuer) AS issuer, max(citations.subject) AS subject,
           count(DISTINCT facts.article) AS articles, count(*) AS mentions
    FROM citations JOIN facts ON facts.id = citations.record
    WHERE citations.document IS NOT NULL
    GROUP BY citations.document ORDER BY articles DESC, mentions DESC, citations.document;

CREATE VIEW awards_by_recipient AS
    SELECT recipients.text AS recipient, awards.name AS award, awards.level, awards.event, awards.awarder, awards.date, facts.told, facts.source
    FROM recipients JOIN awards ON awards.record = recipients.award JOIN facts ON facts.id = awards.record
    WHERE awards.status = 'awarded'
    ORDER BY recipient, told;

CREATE VIEW latest_figures AS
    SELECT subject, type, value, min, max, unit, text, told, source FROM (
        SELECT figures.*, facts.type, facts.text, facts.told, facts.source,
               row_number() OVER (PARTITION BY figures.subject, facts.type, figures.unit ORDER BY facts.told DESC, facts.id DESC) AS age
        FROM (
            SELECT record, lower(noun) AS subject, value, min, max, NULL AS unit FROM counts
            UNION ALL SELECT record, lower("of"), value, min, max, unit FROM percentages WHERE "of" IS NOT NULL
        ) AS figures JOIN facts ON facts.id = figures.record
    ) WHERE age = 1 ORDER BY subject;
"""


def schema() -> str:
    """The statements that make an empty database.

    >>> import sqlite3
    >>> database = sqlite3.connect(":memory:")
    >>> _ = database.executescript(schema())
    >>> database.execute("SELECT count(*) FROM documents_cited").fetchone()
    (0,)
    """
    shared = _columns(Record, without=("id",))
    records = (
        "CREATE TABLE records (id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE, "
        f"type TEXT NOT NULL, number INTEGER NOT NULL, {shared}, details TEXT, plain TEXT);\nCREATE INDEX records_by_article ON records (article);"
    )
    tables = [table(record) for record in RECORD_TYPES.values()]
    tables.append("CREATE INDEX citations_by_document ON citations (document);")
    tables.append(
        "CREATE TABLE recipients (id INTEGER PRIMARY KEY, award INTEGER NOT NULL REFERENCES awards (record) ON DELETE CASCADE, "
        f"{_columns(Recipient)});\nCREATE INDEX recipients_by_award ON recipients (award);"
    )
    return "\n".join([_ARTICLES, records, *tables, _SEARCH, _VIEWS])


def table(record: type[Record]) -> str:
    """The statement that makes the table of a record type, ours or of a family of the caller's own.

    >>> table(RECORD_TYPES["duration"])[:45]
    'CREATE TABLE IF NOT EXISTS "durations" ("reco'
    """
    kind = str(record.__struct_config__.tag)
    columns = ['"record" INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE']
    columns += [f"{quoted(field.name)} {_type(field.type)}" for field in own_fields(record)]
    columns += ["document TEXT"] if record is Citation else []
    return f"CREATE TABLE IF NOT EXISTS {quoted(table_of(kind))} ({', '.join(columns)});"


@cache
def own_fields(record: type[Record]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """The fields a type has beyond what every record has; an award's recipients have a table of their own."""
    shared = {field.name for field in msgspec.structs.fields(Record)} | ({"recipients"} if record is Award else set())
    return tuple(field for field in msgspec.structs.fields(record) if field.name not in shared)


def quoted(name: str) -> str:
    """A name as an SQL identifier.

    >>> quoted('x"; DROP TABLE records; --')
    '"x""; DROP TABLE records; --"'
    """
    return '"' + name.replace('"', '""') + '"'


def _columns(struct: type[msgspec.Struct], without: tuple[str, ...] = ()) -> str:
    return ", ".join(f"{quoted(field.name)} {_type(field.type)}" for field in msgspec.structs.fields(struct) if field.name not in without)


def _type(annotation: object) -> str:
    shape = msgspec.inspect.type_info(annotation)
    while isinstance(shape, msgspec.inspect.Metadata):
        shape = shape.type
    kinds = shape.types if isinstance(shape, msgspec.inspect.UnionType) else (shape,)
    if any(isinstance(kind, msgspec.inspect.DecimalType) for kind in kinds):
        return "NUMERIC"
    return "INTEGER" if any(isinstance(kind, msgspec.inspect.IntType | msgspec.inspect.BoolType) for kind in kinds) else "TEXT"
