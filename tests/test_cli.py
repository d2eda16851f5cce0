"""The command line as a user meets it: run as a program, its streams and exit status looked at."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

import trichluc

TEXT = "Xã có 12 thôn.\nNăm 2020, sản lượng tăng 12,5% so với năm 2019.\n"


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "trichluc", *map(str, arguments)], input=stdin, capture_output=True, check=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def lines(data: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in data.splitlines()]


def test_extract_writes_a_line_an_article(article: Path) -> None:
    done = run("extract", article, "--no-entities")
    assert done.returncode == 0
    assert done.stderr == b""
    [line] = lines(done.stdout)
    assert line["source"] == str(article)
    assert line["schema"] == "1"
    for record in line["records"]:  # type: ignore[attr-defined]  # JSON
        assert TEXT[record["start"] : record["end"]] == record["text"]
    assert trichluc.Extraction.from_json(done.stdout).records == trichluc.extract(TEXT, entities=False).records


def test_options_reach_the_pipeline(article: Path, tmp_path: Path) -> None:
    [line] = lines(run("extract", article, "--types", "percentage").stdout)
    assert {record["type"] for record in line["records"]} == {"percentage"}  # type: ignore[attr-defined]  # JSON
    (tmp_path / "b.txt").write_bytes("Tăng 12,5%".encode("utf-16-le"))
    [line] = lines(run("extract", tmp_path / "b.txt", "--encoding", "utf-16-le", "--no-entities").stdout)
    assert line["records"][0]["text"] == "12,5%"  # type: ignore[index]  # JSON


def test_standard_input_as_text_and_as_json_lines() -> None:
    assert lines(run("extract", "-", "--no-entities", stdin=TEXT.encode()).stdout)[0]["source"] == "-"
    two = b'{"text": "T\\u0103ng 5%.", "id": 1}\n{"text": "", "id": 2}\n'
    assert [line["source"] for line in lines(run("extract", "-", "--no-entities", stdin=two).stdout)] == ["1", "2"]


def test_one_failure_costs_itself_and_the_exit_status(article: Path, tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_bytes(b"\xff\xd8\xff\xe0 no text")
    done = run("extract", tmp_path, "missing.txt", "--no-entities")
    assert done.returncode == 1
    bad, good, missing = lines(done.stdout)
    assert bad["error"]["stage"] == missing["error"]["stage"] == "read"  # type: ignore[index]  # JSON
    assert good["source"] == str(article)
    assert done.stderr.decode().splitlines() == [
        f"trichluc: {bad['error']['message']}",  # type: ignore[index]  # JSON
        "trichluc: missing.txt: no such file",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "A", "--types", "dates"],
        ["extract", "A", "--published", "hôm qua"],
        ["extract", "A", "--format", "xml"],
        ["extract", "A", "--workers", "0"],
        ["extract", "A", "--lexicon", "no-such.toml"],
        ["extract", "A", "--format", "sqlite"],
        ["extract", "A", "--resume"],
        ["extract", "A", "--budget", "-1"],
        ["extract", "A", "-o", "/no/such/folder/out.jsonl"],
        ["stats", "no-such.jsonl"],
        ["stats", "A.db"],
        ["diff", "no-such.jsonl", "no-such.jsonl"],
        ["show"],
        ["frobnicate"],
    ],
)
def test_mistakes_in_the_command_are_status_2_and_one_message(article: Path, arguments: list[str]) -> None:
    done = run(*(str(article) if argument == "A" else argument for argument in arguments))
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"a", "Đ".encode(), b"\x89PNG\r\n\x1a\n\0\0\xff", b"\0", ("xong việc " * 420_000).encode(), b"\xff\xfe", b"{", b'{"'],
)
@pytest.mark.parametrize("command", ["extract", "show"])
def test_no_input_brings_a_traceback(tmp_path: Path, data: bytes, command: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    for done in (run(command, tmp_path / "a.txt", "--no-entities"), run(command, "-", "--no-entities", stdin=data)):
        assert done.returncode in (0, 1)
        assert b"Traceback" not in done.stderr
        assert done.stdout or done.stderr


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    done = run("extract", tmp_path)
    assert done.returncode == 1
    assert b"no *.txt in this folder" in done.stderr


def test_show_prints_text_and_fields(article: Path) -> None:
    done = run("show", article, "--no-entities")
    printed = done.stdout.decode()
    assert done.returncode == 0
    assert "sản lượng tăng 12,5% so với" in printed
    assert "value=12.5" in printed
    assert "\x1b" not in printed


def test_show_lets_no_control_character_through_to_the_terminal() -> None:
    done = run("show", "-", "--no-entities", stdin="Tăng 5%\x1b]0;xấu\x07 \x9b31m\r\n\u202e[red]đỏ[/red]".encode())
    printed = done.stdout.decode()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", printed)
    assert "[red]đỏ[/red]" in printed


def test_schema_and_reference() -> None:
    assert json.loads(run("schema").stdout)["$defs"]["Citation"]["properties"]["number"]
    assert run("schema", "--doc").stdout.decode().startswith("# Fields of the output")


def test_version_and_help_load_no_rules() -> None:
    assert run("--version").stdout.startswith(b"trichluc ")
    script = "import sys\nfrom trichluc.cli import app\ntry: app(['extract', '--help'])\nexcept SystemExit: pass\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True).stdout.splitlines()[-1].split()
    assert not {"multiprocessing", "pyarrow", "jinja2", "sqlite3", "underthesea", "trichluc.batch"} & set(loaded)


def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "T\\u0103ng 5%."}\n' * 3000)
    command = f"{sys.executable} -m trichluc extract {tmp_path}/a.jsonl --no-entities | head -n 1 > {tmp_path}/one"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert len(lines((tmp_path / "one").read_bytes())) == 1


def test_a_terminal_sees_how_far_the_run_is(article: Path, tmp_path: Path) -> None:
    master, slave = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "trichluc",
        "extract",
        str(article),
        "missing.txt",
        "-o",
        str(tmp_path / "o.jsonl"),
        "--no-entities",
    ]
    assert subprocess.run(command, stderr=slave, check=False).returncode == 1
    os.close(slave)
    seen = os.read(master, 65536).decode()
    assert "2 articles" in seen
    assert "1 failures" in seen
    assert "articles/s" in seen


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_leaves_whole_lines_and_resume_finishes(tmp_path: Path, workers: str) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text(
        "".join(json.dumps({"text": f"Tăng {number}%. " * 40, "id": number}) + "\n" for number in range(600)), encoding="utf-8"
    )
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "trichluc", "extract", str(source), "-o", str(out), "--no-entities", "--workers", workers]
    # A shell starts background jobs with SIGINT ignored, and CI may be one: the program under test must hear it.
    hear = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=hear)  # noqa: PLW1509  # no threads here
    while not (out.exists() and out.stat().st_size > 100_000):
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"interrupted" in errors
    assert b"Traceback" not in errors
    written = out.read_bytes()
    assert written.endswith(b"\n")
    assert 0 < len(lines(written)) < 600
    assert subprocess.run([*command, "--resume"], check=False).returncode == 0
    assert out.read_bytes().startswith(written)
    assert [line["source"] for line in lines(out.read_bytes())] == [str(number) for number in range(600)]
