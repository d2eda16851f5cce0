"""The formats, each read back by the tool it is for."""

from __future__ import annotations

import csv
import io
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import trichluc
from tests.conftest import require
from tests.test_schema import FULL
from trichluc.records import Award, Citation, Count, Percentage, Recipient
from trichluc.writers import open_writer
from trichluc.writers.sqlite_schema import schema

FAILED = trichluc.Failure("b.txt", "read", "not UTF-8")


def campaign(source: str, told: str, members: int, title: str = "Học tập Bác") -> trichluc.Extraction:
    """An article with a full citation, its short form, a figure printed twice and an award."""
    return trichluc.Extraction(
        source=source,
        article=trichluc.Article(title=f"{title} {told}", page_date=told),
        records=(
            Citation(id=0, text="Chỉ thị số 05-CT/TW", start=0, end=19, number="05-CT/TW", kind="Chỉ thị", system="party", issued="2016-05-15"),
            Citation(id=1, text="Chỉ thị 05", start=30, end=40, number="05", kind="Chỉ thị", same_as=0),
            Count(id=2, text=f"{members} đảng viên", start=50, end=62, value=members, noun="đảng viên"),
            Count(id=3, text=f"{members} đảng viên", start=70, end=82, value=members, noun="đảng viên", repeat_of=2),
            Percentage(id=4, text="95%", start=90, end=93, value=95, of="hộ"),
            Award(
                id=5, text="Bằng khen", start=100, end=109, name="Bằng khen", category="certificate", awarder="UBND tỉnh",
                recipients=(Recipient("Đảng bộ xã Tân Lập", 120, 138), Recipient("2 cá nhân", 140, 149, 2, "cá nhân")),
            ),
        ),
    )  # fmt: skip


def write(output: Path, *results: trichluc.Extraction | trichluc.Failure, form: str | None = None) -> None:
    with open_writer(output, form) as writer:
        for result in results:
            writer.write(result, None)


def write_and_interrupt(output: Path, result: trichluc.Extraction | trichluc.Failure) -> None:
    with open_writer(output) as writer:
        writer.write(result, None)
        raise KeyboardInterrupt


# JSON Lines


@pytest.mark.parametrize("name", ["o.jsonl", "o.jsonl.gz", "o"])
def test_json_lines_come_back_equal(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, FULL, FAILED)
    assert list(trichluc.load(tmp_path / name)) == [FULL, FAILED]


# CSV


def cells(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_csv_is_a_file_a_type_with_a_mark_that_spreadsheets_know(tmp_path: Path) -> None:
    write(tmp_path / "o.csv", FULL, FAILED)
    write(tmp_path / "folder", FULL, FAILED, form="csv")
    assert (tmp_path / "o-count.csv").read_bytes() == (tmp_path / "folder" / "count.csv").read_bytes()
    assert (tmp_path / "o-count.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    [count] = cells(tmp_path / "o-count.csv")
    assert (count["source"], count["min"], count["max"], count["noun"], count["value"]) == ("a.txt", "10", "99", "xã", "")
    [measure] = cells(tmp_path / "o-measure.csv")
    assert measure["value"] == "0.000001"
    [award] = cells(tmp_path / "o-award.csv")
    assert msgspec.json.decode(award["recipients"])[0]["noun"] == "cá nhân"
    assert cells(tmp_path / "o-failure.csv") == [{"source": "b.txt", "stage": "read", "message": "not UTF-8"}]


@pytest.mark.parametrize(
    "evil", ["=1+1", "+84 24", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0"]
)
def test_csv_cells_are_never_formulas(tmp_path: Path, evil: str) -> None:
    record = Count(text=evil, start=0, end=1, value=-5, noun=evil)
    write(tmp_path / "o.csv", trichluc.Extraction(source=evil, article=trichluc.Article(title=evil), records=(record,)))
    [row] = cells(tmp_path / "o-count.csv")
    [article] = cells(tmp_path / "o-article.csv")
    assert row["source"] == row["text"] == row["noun"] == article["title"] == f"'{evil}"
    assert row["value"] == "-5"


# Parquet


def test_parquet_comes_back_equal_and_typed(tmp_path: Path) -> None:
    require("pyarrow")
    import pyarrow.parquet as pq

    from trichluc.integrations.arrow import from_batch

    small = msgspec.structs.replace(FULL, records=tuple(r for r in FULL.records if r.type != "money"))
    write(tmp_path / "o.parquet", *[small, FAILED] * 1200)
    table = pq.read_table(tmp_path / "o.parquet")
    assert table.num_rows == 2400
    assert list(from_batch(table)) == [small, FAILED] * 1200
    assert str(table.schema.field("counts").type.value_type.field("value").type) == "decimal128(38, 9)"
    assert str(table.schema.field("awards").type.value_type.field("recipients").type.value_type.field("count").type) == "int64"


def test_a_number_without_place_in_the_column_is_told_in_a_warning(tmp_path: Path) -> None:
    require("pyarrow")
    from trichluc.writers.parquet import load_parquet

    write(tmp_path / "o.parquet", FULL)
    [back] = load_parquet(tmp_path / "o.parquet")
    assert isinstance(back, trichluc.Extraction)
    [money] = back.select(trichluc.Money)
    assert money.value is None
    assert [(notice.code, notice.message) for notice in money.warnings] == [("number_unfit", f"value={10**40}")]


# SQLite


def ask(path: Path, query: str) -> list[tuple[object, ...]]:
    database = sqlite3.connect(path)
    try:
        return database.execute(query).fetchall()
    finally:
        database.close()


def test_sqlite_views_answer_questions_over_facts_not_mentions(tmp_path: Path) -> None:
    path = tmp_path / "o.db"
    copy = msgspec.structs.replace(campaign("a.txt", "2021-01-05", 49), source="copy-of-a.txt")
    write(path, campaign("a.txt", "2021-01-05", 49), copy, campaign("c.txt", "2022-03-01", 52), FAILED)
    assert ask(path, "SELECT document, kind, articles, mentions FROM documents_cited") == [("5-CT/TW (party, 2016)", "Chỉ thị", 2, 4)]
    assert ask(path, "SELECT recipient, award, count(*) FROM awards_by_recipient GROUP BY 1, 2") == [
        ("2 cá nhân", "Bằng khen", 2),
        ("Đảng bộ xã Tân Lập", "Bằng khen", 2),
    ]
    assert ask(path, "SELECT subject, value, told, source FROM latest_figures WHERE type = 'count'") == [
        ("đảng viên", 52, "2022-03-01", "c.txt")
    ]
    assert ask(path, "SELECT * FROM failures") == [("b.txt", "read", "not UTF-8")]
    assert ask(path, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("query", ["dang vien", '"đảng viên"', "tan lap", "certificate"])
def test_sqlite_full_text_search_with_and_without_marks(tmp_path: Path, query: str) -> None:
    path = tmp_path / "o.db"
    write(path, campaign("a.txt", "2021-01-05", 49))
    found = ask(path, f"SELECT text FROM records WHERE id IN (SELECT rowid FROM records_fts('{query}'))")  # noqa: S608  our own words
    assert found, query


def test_sqlite_replaces_the_rows_of_an_article_extracted_again(tmp_path: Path) -> None:
    path = tmp_path / "o.sqlite"
    write(path, campaign("a.txt", "2021-01-05", 49), FAILED)
    [[number]] = ask(path, "SELECT id FROM articles WHERE source = 'a.txt'")
    write(path, campaign("a.txt", "2021-01-05", 50), msgspec.structs.replace(FULL, source="b.txt"))
    assert ask(path, "SELECT id FROM articles WHERE source = 'a.txt'") == [(number,)]
    assert ask(
        path, "SELECT value FROM counts JOIN records ON records.id = record JOIN articles ON articles.id = article WHERE source = 'a.txt'"
    ) == [(50,), (50,)]
    assert ask(path, "SELECT count(*) FROM failures") == [(0,)]
    write(path, trichluc.Failure("a.txt", "budget", "took over 2 seconds"))
    assert ask(path, "SELECT source FROM articles") == [("b.txt",)]
    assert ask(path, "SELECT count(*) FROM records_fts('đảng')") == [(0,)]
    database = sqlite3.connect(path)
    database.execute("INSERT INTO records_fts (records_fts) VALUES ('integrity-check')")
    database.close()
    [[records]], [[typed]] = ask(path, "SELECT count(*) FROM records"), ask(path, "SELECT count(*) FROM counts")
    assert (records, typed) == (9, 1)


def test_sqlite_takes_hostile_names_and_numbers_as_values(tmp_path: Path) -> None:
    path = tmp_path / "o.db"
    evil = "x'); DROP TABLE articles; --"
    write(path, msgspec.structs.replace(FULL, source=evil, article=trichluc.Article(title=evil)))
    assert ask(path, "SELECT source, title FROM articles") == [(evil, evil)]
    assert ask(path, "SELECT value FROM money") == [(1e40,)]


def test_sqlite_columns_are_those_of_the_records() -> None:
    database = sqlite3.connect(":memory:")
    database.executescript(schema())
    names = {row[1] for row in database.execute("PRAGMA table_info(awards)")}
    assert names == set(Award.__struct_fields__) - set(trichluc.Record.__struct_fields__) - {"recipients"} | {"record"}


@pytest.mark.parametrize("data", [b"not a database at all, but long enough to look like one" * 30, None])
def test_sqlite_refuses_a_file_of_something_else(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "o.db"
    if data is None:
        database = sqlite3.connect(path)
        database.execute("CREATE TABLE articles (mine TEXT)")
        database.commit()
        database.close()
    else:
        path.write_bytes(data)
    before = path.read_bytes()
    with pytest.raises(trichluc.TrichlucError, match=r"o\.db"):
        open_writer(path)
    assert path.read_bytes() == before


# All


@pytest.mark.parametrize("name", ["o.csv", "o.parquet", "o.html"])
def test_files_made_whole_appear_whole_or_not_at_all(tmp_path: Path, name: str) -> None:
    if name.endswith("parquet"):
        require("pyarrow")
    write(tmp_path / name, FULL)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(KeyboardInterrupt):
        write_and_interrupt(tmp_path / name, FAILED)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("name", ["o.jsonl", "o.db"])
def test_files_that_grow_keep_what_was_finished(tmp_path: Path, name: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_and_interrupt(tmp_path / name, FULL)
    if name == "o.db":
        assert ask(tmp_path / name, "SELECT source FROM articles") == [("a.txt",)]
        assert ask(tmp_path / name, "PRAGMA integrity_check") == [("ok",)]
    else:
        assert list(trichluc.load(tmp_path / name)) == [FULL]


def test_datasette_serves_the_database(tmp_path: Path) -> None:
    require("datasette")
    path = tmp_path / "o.db"
    write(path, campaign("a.txt", "2021-01-05", 49))
    get = [sys.executable, "-m", "datasette", os.fspath(path), "--get", "/o/records.json?_search=dang+vien&_shape=array"]
    rows = msgspec.json.decode(subprocess.run(get, capture_output=True, check=True).stdout)
    assert {row["text"] for row in rows} == {"49 đảng viên"}
