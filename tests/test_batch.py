"""Batches: order, identical bytes for any number of workers, killed workers, budgets, resuming after a kill at any point."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING, ClassVar

import pytest
import regex

import trichluc
from tests.conftest import require
from trichluc.batch import extract_pairs
from trichluc.lines import encode_line
from trichluc.rule import DIGITS, Candidate, Family, Pattern, Rule
from trichluc.workers import Crew
from trichluc.writers import open_writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trichluc.lexicon import Lexicon
    from trichluc.scan import Hit
    from trichluc.scene import Scene

SEED = 20221127


def articles(number: int) -> list[trichluc.Source]:
    chance = random.Random(SEED)  # noqa: S311  no secret
    return [
        trichluc.Source(
            f"Bài {n}.\n\n"
            + " ".join(f"Tăng {chance.randint(1, 99)},{n % 10}% so với năm {chance.randint(1990, 2024)}." for _ in range(n % 23)),
            f"{n}",
        )
        for n in range(number)
    ]


def test_results_are_those_of_extract_in_order() -> None:
    sources = articles(30)
    results = list(trichluc.extract_many(sources, entities=False))
    assert [result.source for result in results] == [source.source for source in sources]
    for source, result in zip(sources, results, strict=True):
        assert isinstance(result, trichluc.Extraction)
        assert result.records == trichluc.extract(source.text, entities=False).records


def test_any_number_of_workers_gives_the_same_bytes() -> None:
    sources = [*articles(300), trichluc.Failure("gone.txt", "read", "no such file"), trichluc.Source("xấu \ud800", "bad"), "Tăng 5%."]
    one, two, three = (b"".join(map(encode_line, trichluc.extract_many(sources, workers, entities=False))) for workers in (1, 2, 3))
    assert one == two == three
    assert [result for result in trichluc.extract_many(sources, entities=False) if isinstance(result, trichluc.Failure)] == [
        trichluc.Failure("gone.txt", "read", "no such file"),
        trichluc.Failure("bad", "extract", "lone surrogate U+D800 at offset 4; decode the file again or drop the character"),
    ]


def test_options_reach_every_article() -> None:
    sources = [trichluc.Source("Tăng 5% so với năm 2019."), trichluc.Source("Ngày 3/2, tăng 6%.", published="2020-02-04")]
    for workers in (1, 2):
        types = [
            [record.type for record in result.records]
            for result in trichluc.extract_many(sources, workers, types=["percentage"], published="2021-01-01")
        ]  # type: ignore[union-attr]  # none fails
        assert types == [["percentage"], ["percentage"]]
    [failed] = trichluc.extract_many(["Tăng 5%."], published="hôm qua", entities=False)
    assert isinstance(failed, trichluc.Failure)
    assert "published" in failed.message


@pytest.mark.parametrize("options", [{"workers": 0}, {"budget": 0}, {"budget": -1.0}])
def test_senseless_options_are_an_error(options: dict[str, float]) -> None:
    with pytest.raises(trichluc.TrichlucError):
        trichluc.extract_many([], **options)  # type: ignore[arg-type]  # that is the point


def endless(stop: int) -> Iterator[trichluc.Source]:
    for number in range(stop):
        endless.taken = number + 1  # type: ignore[attr-defined]  # what the test looks at
        yield trichluc.Source(f"Tăng {number % 90 + 1}%.", str(number))


@pytest.mark.parametrize("workers", [1, 2])
def test_sources_are_taken_as_they_are_needed(workers: int) -> None:
    results = trichluc.extract_many(endless(100_000), workers, entities=False)
    assert next(results).source == "0"
    assert endless.taken <= 32 * 4 * workers + 32  # type: ignore[attr-defined]  # see above
    results.close()  # type: ignore[attr-defined]  # a generator


# A family that misbehaves when it reads a number, as only a fault of ours (or a hostile article and a fault) could.


def misbehave(match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:  # noqa: ARG001  a reader's signature
    if match[0] == "666":
        os.kill(os.getpid(), signal.SIGKILL)
    if match[0] == "777":
        time.sleep(600)
    if match[0] == "888":
        message = "a fault"
        raise ZeroDivisionError(message)
    return None


def misbehaving_rules(lexicon: Lexicon) -> tuple[Rule, ...]:  # noqa: ARG001  a family's signature
    return (Rule("test.misbehave", DIGITS, Pattern("[0-9]+"), misbehave),)


MISBEHAVING = Family("misbehaving", "trichluc.families.percentage", misbehaving_rules)


def misbehaving_batch(count: int, **options: float) -> list[trichluc.Extraction | trichluc.Failure]:
    pipeline = trichluc.Pipeline(families=(*trichluc.FAMILIES, MISBEHAVING))
    sources = [trichluc.Source({7: "666", 20: "888"}.get(n, f"Tăng {n}%."), str(n)) for n in range(count)]
    return list(trichluc.extract_many(sources, 2, pipeline=pipeline, entities=False, **options))  # type: ignore[arg-type]  # a budget


def test_a_killed_worker_costs_its_article_alone() -> None:
    results = misbehaving_batch(100)
    assert [result.source for result in results] == [str(n) for n in range(100)]
    failures = {result.source: result for result in results if isinstance(result, trichluc.Failure)}
    assert set(failures) == {"7", "20"}
    assert failures["7"].stage == "worker"
    assert failures["20"] == trichluc.Failure("20", "extract", "ZeroDivisionError: a fault")
    assert all(len(result.records) == 1 for result in results if isinstance(result, trichluc.Extraction))


def test_an_article_over_its_budget_costs_itself_alone() -> None:
    pipeline = trichluc.Pipeline(families=(*trichluc.FAMILIES, MISBEHAVING))
    sources = [trichluc.Source("777" if n == 3 else f"Tăng {n}%.", str(n)) for n in range(10)]
    started = time.monotonic()
    results = list(trichluc.extract_many(sources, 1, pipeline=pipeline, entities=False, budget=2))
    assert time.monotonic() - started < 60
    failures = [result for result in results if isinstance(result, trichluc.Failure)]
    assert failures == [trichluc.Failure("3", "budget", "took over 2 seconds")]
    assert [result.source for result in results] == [str(n) for n in range(10)]


def test_a_worker_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(
        "import multiprocessing, os, signal, trichluc\n"
        "if __name__ == '__main__':\n"
        "    sources = [trichluc.Source('Tăng 5%. ' * 60, str(n)) for n in range(400)]\n"
        "    results = trichluc.extract_many(sources, 2, entities=False)\n"
        "    done = [next(results)]\n"
        "    os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)\n"
        "    done += results\n"
        "    print(len(done), sum(isinstance(one, trichluc.Extraction) and len(one.records) == 60 for one in done))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout == "400 400\n"


def test_workers_killed_at_any_moment_never_leave_the_batch_waiting(tmp_path: Path) -> None:
    """One of pebble's, killed between taking a task and saying so, left it with nobody, and the batch waiting for ever."""
    script = tmp_path / "run.py"
    script.write_text(
        "import multiprocessing, os, random, signal, threading, trichluc\n"
        "chance = random.Random(8)\n"
        "def kill():\n"
        "    os.kill(chance.choice(multiprocessing.active_children()).pid, signal.SIGKILL)\n"
        "if __name__ == '__main__':\n"
        "    sources = [trichluc.Source('Tăng 5%. ' * 9, str(n)) for n in range(1500)]\n"
        "    done = []\n"
        "    for result in trichluc.extract_many(sources, 3, entities=False):\n"
        "        done.append(result)\n"
        "        if len(done) % 150 == 1:\n"
        "            threading.Timer(chance.uniform(0, 0.05), kill).start()\n"
        "    print([one.source for one in done] == [one.source for one in sources],\n"
        "          all(isinstance(one, trichluc.Extraction) or one.stage == 'worker' for one in done))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, timeout=300)
    assert done.stdout == "True True\n"


class FallingJob:
    """Starts once; whoever starts later dies at once, as where the memory is used up."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def prepare(self) -> None:
        try:
            self.mark.touch(exist_ok=False)
        except FileExistsError:
            os._exit(3)

    def do(self, item: int) -> int:
        if item == 2:
            os._exit(3)
        return item

    def lost(self, _item: int, _stage: str, _message: str) -> int:
        return -1


def test_workers_that_can_no_longer_start_end_the_batch_with_a_word(tmp_path: Path) -> None:
    crew: Crew[int, int] = Crew(FallingJob(tmp_path / "mark"), 1)
    results = crew.run([(0,), (1,), (2,), (3,)])
    assert [next(results), next(results)] == [[0], [1]]
    with pytest.raises(trichluc.TrichlucError, match="in a row died at their start"):
        list(results)


def test_a_script_without_the_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text("import trichluc\nprint(len(list(trichluc.extract_many(['Tăng 5%.'], 2, entities=False))))\n", encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "__main__" in done.stderr.splitlines()[-1]


def test_a_pipeline_that_cannot_travel_is_told_so() -> None:
    pipeline = trichluc.Pipeline(families=(Family("percentage", "trichluc.families.percentage", lambda _: ()),))
    with pytest.raises(trichluc.TrichlucError, match="top of a module"):
        list(trichluc.extract_many(["Tăng 5%."], 2, pipeline=pipeline))


def test_resuming_after_kills_at_random_points_loses_and_repeats_nothing(tmp_path: Path) -> None:
    source, out, whole = (tmp_path / name for name in ("in.jsonl", "out.jsonl", "whole.jsonl"))
    source.write_text(
        "".join(json.dumps({"text": one.text * 4, "id": one.source}) + "\n" for one in articles(300)) + '{"text": "torn', encoding="utf-8"
    )
    command = [sys.executable, "-m", "trichluc", "extract", str(source), "--no-entities", "--workers", "2", "-o"]
    assert subprocess.run([*command, whole], stderr=subprocess.DEVNULL, check=False).returncode == 1
    chance = random.Random(SEED)  # noqa: S311  no secret
    kills = 0
    for _ in range(50):
        process = subprocess.Popen([*command, out, "--resume"], stderr=subprocess.DEVNULL, start_new_session=True)
        before = out.stat().st_size if out.exists() else 0
        goal = before + chance.randint(whole.stat().st_size // 6, whole.stat().st_size // 2)
        while process.poll() is None and not (out.exists() and out.stat().st_size >= goal):
            time.sleep(0.005)
        if process.poll() is not None:
            break
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        kills += 1
        if chance.random() < 0.7:  # what a machine that lost its power leaves: a line cut anywhere
            with out.open("r+b") as stream:
                stream.truncate(chance.randint(out.stat().st_size * 3 // 4, out.stat().st_size))
    assert kills >= 2
    assert out.read_bytes() == whole.read_bytes()


def test_resuming_with_other_inputs_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(encode_line(trichluc.Extraction(source="other.txt")))
    (tmp_path / "a.txt").write_text("Tăng 5%.", encoding="utf-8")
    command = [sys.executable, "-m", "trichluc", "extract", str(tmp_path / "a.txt"), "-o", str(out), "--resume", "--no-entities"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "inputs it began with" in done.stderr
    assert out.read_bytes() == encode_line(trichluc.Extraction(source="other.txt"))


def test_load_gives_back_what_was_written_and_a_failure_for_a_torn_line(tmp_path: Path) -> None:
    results = list(trichluc.extract_many([*articles(5), trichluc.Failure("b", "read", "gone")], entities=False))
    path = tmp_path / "o.jsonl"
    path.write_bytes(b"".join(map(encode_line, results)) + b'{"source": "c", "rec')
    *whole, torn = trichluc.load(path)
    assert whole == results
    assert isinstance(torn, trichluc.Failure)
    assert torn.source == f"{path}:7"
    assert "torn line" in torn.message
    with pytest.raises(trichluc.ReadError):
        trichluc.load(tmp_path / "no.jsonl")


# A record type of the caller's own goes through everything.


class Plate(trichluc.Record, frozen=True, kw_only=True, tag='plate"; --'):
    type: ClassVar[str] = 'plate"; --'
    number: str


def read_plate(match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate:  # noqa: ARG001  a reader's signature
    return Candidate(Plate, match.start(), match.end(), {"number": scene.printed(*match.span())}, strength=100)


def plate_rules(lexicon: Lexicon) -> tuple[Rule, ...]:  # noqa: ARG001  a family's signature
    return (Rule("plate.plain", DIGITS, Pattern(r"\d\d[a-z]-\d{3}\.\d\d"), read_plate),)


@pytest.mark.parametrize("workers", [1, 2])
def test_records_of_a_family_of_ones_own_are_written_everywhere(tmp_path: Path, workers: int) -> None:
    pipeline = trichluc.Pipeline(families=(*trichluc.FAMILIES, Family("plate", "", plate_rules)))
    source = trichluc.Source("Xe 12C-045.67 tăng 5% tải trọng.", "a")
    [(_, result)] = extract_pairs([source], workers, pipeline=pipeline, entities=False)
    assert isinstance(result, trichluc.Extraction)
    [plate] = result.select(Plate)
    assert plate.number == "12C-045.67"
    for name in ("o.jsonl", "o.csv", "o.parquet", "o.db", "o.html"):
        if name == "o.parquet":
            require("pyarrow")
        with open_writer(tmp_path / name) as writer:
            writer.write(result, source)
    assert "12C-045.67" in (tmp_path / "o-own_plate___--.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    assert '<mark class="t-plate&#34;; --"' in (tmp_path / "o.html").read_text(encoding="utf-8")
    database = sqlite3.connect(tmp_path / "o.db")
    assert database.execute('SELECT number FROM "own_plate""; --"').fetchall() == [("12C-045.67",)]
    found = database.execute("SELECT type FROM records WHERE id IN (SELECT rowid FROM records_fts('045'))").fetchall()
    assert ('plate"; --',) in found
    database.close()
