"""The pages: every Python block runs as a doctest, and what is generated is up to date."""

from __future__ import annotations

import doctest
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "README.vi.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.fixture
def at_root() -> object:
    """Pages name files from the project's root."""
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


@pytest.mark.usefixtures("at_root")
@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_python_blocks_run(page: Path) -> None:
    result = doctest.testfile(str(page), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE, encoding="utf-8")
    assert result.failed == 0


def test_the_record_reference_is_what_the_command_prints() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "trichluc", "schema", "--doc"], capture_output=True, text=True, check=True, encoding="utf-8", env=UTF8
    ).stdout
    assert (ROOT / "docs" / "records.md").read_text(encoding="utf-8") == printed


UTF8 = os.environ | {"PYTHONIOENCODING": "utf-8", "COLUMNS": "100", "NO_COLOR": "1"}


def block(name: str) -> str:
    """The fenced block behind a comment of the README."""
    text = (ROOT / "README.md").read_text(encoding="utf-8").split(f"<!-- {name} -->\n", 1)[1]
    return text.split("\n", 1)[1].split("\n```", 1)[0] + "\n"


@pytest.mark.usefixtures("at_root")
def test_the_readme_shows_what_its_command_prints(tmp_path: Path) -> None:
    lines = [line for line in block("main").splitlines() if "trichluc " in line]
    assert len(lines) == 3
    bin_folder = Path(sys.executable).parent
    if not (bin_folder / "trichluc").exists():
        pytest.skip("the trichluc command is not installed beside this Python")
    script = "\n".join(line.replace(".venv/bin/trichluc", str(bin_folder / "trichluc")).replace("facts.", f"{tmp_path}/facts.") for line in lines)
    shown = subprocess.run(["bash", "-euc", script], capture_output=True, text=True, check=True, encoding="utf-8", env=UTF8).stdout
    assert shown.replace(f"{tmp_path}/", "").strip() == block("main output").strip()


def test_both_readmes_have_the_same_commands() -> None:
    def commands(name: str) -> list[str]:
        text = (ROOT / name).read_text(encoding="utf-8")
        return [part.split("```", 1)[0] for part in text.split("```bash\n")[1:]]

    assert commands("README.md") == commands("README.vi.md")
