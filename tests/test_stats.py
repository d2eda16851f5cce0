"""Facts over mentions, and what changed between two runs."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import msgspec

import trichluc
from tests.test_writers import FAILED, campaign, write
from trichluc.diff import compare
from trichluc.facts import Tally, documents, fingerprint

if TYPE_CHECKING:
    from pathlib import Path


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "trichluc", *map(str, arguments)], capture_output=True, text=True, check=False)


def test_a_passage_printed_twice_and_a_copied_article_count_once() -> None:
    tally = Tally()
    first = campaign("a.txt", "2021-01-05", 49)
    for result in (first, msgspec.structs.replace(first, source="copy.txt"), campaign("c.txt", "2022-03-01", 52), FAILED):
        tally.add(result)
    assert (tally.articles, tally.copies, tally.failures) == (3, 1, {"read": 1})
    assert (tally.mentions["count"], tally.facts["count"]) == (6, 2)
    assert tally.documents == {"5-CT/TW (party, 2016)": 2}
    assert tally.awards == {"Bằng khen": 2}


def test_copies_are_known_whatever_their_composition_and_furniture() -> None:
    article = "Đảng bộ xã Tân Hòa\n\nNăm 2020, sản lượng tăng 12,5% so với năm trước; có 12 thôn."
    import unicodedata

    plain, other = (
        trichluc.extract(article, entities=False),
        trichluc.extract(unicodedata.normalize("NFD", article.replace("Hòa", "Hoà")), entities=False),
    )
    assert fingerprint(plain) == fingerprint(other) is not None
    assert fingerprint(trichluc.extract(article.replace("12,5", "12,6"), entities=False)) != fingerprint(plain)
    assert fingerprint(trichluc.extract("", entities=False)) is None


def test_documents_of_different_years_or_unknown_year_stay_apart() -> None:
    def cited(number: int, issued: str | None) -> trichluc.Citation:
        return trichluc.Citation(id=number, text="x", start=number, end=number + 1, number="06-CT/TW", system="party", issued=issued)

    keys = documents(trichluc.Extraction(records=(cited(0, "2006-11-07"), cited(1, "2021"), cited(2, None))))
    assert len(set(keys.values())) == 3
    tally = Tally()
    tally.add(trichluc.Extraction(records=(cited(0, "2006-11-07"), cited(1, "2021"), cited(2, None))))
    assert tally.documents == {"6-CT/TW (party, 2006)": 1, "6-CT/TW (party, 2021)": 1}


def test_stats_prints_a_run_from_either_format(tmp_path: Path) -> None:
    for name in ("o.jsonl", "o.parquet"):
        write(tmp_path / name, campaign("a.txt", "2021-01-05", 49), campaign("c.txt", "2022-03-01", 52), FAILED)
    texts = [command("stats", tmp_path / name).stdout for name in ("o.jsonl", "o.parquet")]
    assert texts[0] == texts[1]
    assert "2 articles; 1 failures" in texts[0]
    assert "Chỉ thị 5-CT/TW (party, 2016)" in texts[0]


def test_diff_finds_gained_lost_and_changed_and_nothing_else() -> None:
    old = campaign("a.txt", "2021-01-05", 49)
    short, figure = old.records[1], old.records[2]
    new = msgspec.structs.replace(
        old,
        records=(
            *(msgspec.structs.replace(record, id=record.id + 10) for record in old.records[:1]),
            msgspec.structs.replace(short, id=11, same_as=10),
            msgspec.structs.replace(figure, id=12, value=50, modifier="more_than"),
            trichluc.Duration(id=13, text="5 năm", start=200, end=205, value="P5Y"),
        ),
    )
    [difference] = compare([old, FAILED], [new, FAILED])
    assert [record.type for record in difference.gained] == ["duration"]
    assert [record.id for record in difference.lost] == [3, 4, 5]
    [change] = difference.changed
    assert change.fields == (("value", 49, 50), ("modifier", None, "more_than"))


def test_diff_pairs_articles_by_source_in_any_order() -> None:
    a, b, c = (campaign(name, "2021-01-05", 49) for name in ("a", "b", "c"))
    assert list(compare([a, b, c], [c, a, b])) == []
    notes = {difference.source: difference.note for difference in compare([a, b], [trichluc.Failure("a", "read", "gone"), c])}
    assert notes == {"a": "6 records, then failed (read: gone)", "b": "only in the run before", "c": "only in the run after"}


def test_diff_on_the_command_line(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", campaign("a.txt", "2021-01-05", 49))
    write(tmp_path / "b.jsonl", msgspec.structs.replace(campaign("a.txt", "2021-01-05", 49), records=()))
    done = command("diff", tmp_path / "a.jsonl", tmp_path / "b.jsonl", "--exit-code")
    assert done.returncode == 1
    assert "1 articles differ: 0 records gained, 6 lost, 0 changed" in done.stdout
    same = command("diff", tmp_path / "a.jsonl", tmp_path / "a.jsonl", "--exit-code")
    assert (same.returncode, same.stdout) == (0, "0 articles differ: 0 records gained, 0 lost, 0 changed\n")
