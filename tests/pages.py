"""What the pages show that a program can say: ``python -m tests.pages`` writes it anew, and tests compare it with what stands there.

    README.md, README.vi.md    what the main command prints, behind <!-- main output -->
    docs/index.md, .vi.md      the READMEs, their links turned
    docs/records.md            python -m trichluc schema --doc
    docs/limits.md             python -m tests.scores, behind <!-- scores -->
    docs/batch.md              the views of the SQLite file, behind <!-- views -->
    docs/lexicons.md           the groups of each room, behind <!-- groups -->
    docs/comparison.md         python -m tests.benchmarks.comparison, behind <!-- comparison --> (needs the other systems)
    examples/*.py              what each prints, behind ``# prints:``

With names of pages as arguments, only those: ``python -m tests.pages README.md docs/index.md``.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from trichluc.entities import ROOMS
from trichluc.families import FAMILIES
from trichluc.lexicon import load_lexicon
from trichluc.writers.sqlite_schema import schema

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
PRINTS = "\n# prints:\n"
ENVIRONMENT = os.environ | {
    "PYTHONIOENCODING": "utf-8",
    "COLUMNS": "100",
    "NO_COLOR": "1",
    "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
}


def program(*arguments: str, folder: Path = ROOT) -> str:
    """What a Python program prints."""
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False, encoding="utf-8", env=ENVIRONMENT, cwd=folder
    )
    assert done.returncode == 0, f"{arguments}: {done.stderr[-4000:]}"
    return done.stdout


def block(text: str, name: str) -> str:
    """The content of the fenced block behind ``<!-- name -->``."""
    return text.split(f"<!-- {name} -->\n", 1)[1].split("\n", 1)[1].split("```", 1)[0]


def with_block(text: str, name: str, content: str) -> str:
    """The text with another content in the fenced block behind ``<!-- name -->``."""
    before, rest = text.split(f"<!-- {name} -->\n", 1)
    fence, rest = rest.split("\n", 1)
    return f"{before}<!-- {name} -->\n{fence}\n{content.strip()}\n```{rest.split('```', 1)[1]}"


@cache
def main_output() -> str:
    """What the README's main command prints, run by this Python instead of one it installs."""
    lines = [line for line in block((ROOT / "README.md").read_text(encoding="utf-8"), "main").splitlines() if "bin/trichluc" in line]
    with tempfile.TemporaryDirectory() as folder:
        script = "\n".join(lines).replace(".venv/bin/trichluc", f"{sys.executable} -m trichluc").replace("facts.", f"{folder}/facts.")
        done = subprocess.run(
            ["bash", "-euc", script], capture_output=True, text=True, check=True, encoding="utf-8", env=ENVIRONMENT, cwd=ROOT
        )
    return re.sub(r"\s*\n\s*\n", "\n\n", "\n".join(line.rstrip() for line in done.stdout.splitlines()))


def readme(name: str) -> str:
    return with_block((ROOT / name).read_text(encoding="utf-8"), "main output", main_output())


def index(name: str) -> str:
    """The README as the site's first page."""
    text = re.sub(r"\]\(docs/", "](", readme(name)).replace("](README.vi.md)", "](index.vi.md)").replace("](README.md)", "](index.md)")
    return re.sub(r"\[([^\]]+)\]\(examples\)", r"\1", text)


def records() -> str:
    return program("-m", "trichluc", "schema", "--doc")


def limits() -> str:
    return with_block((ROOT / "docs" / "limits.md").read_text(encoding="utf-8"), "scores", program("-m", "tests.scores"))


def batch() -> str:
    views = schema()[schema().index("CREATE VIEW facts") :]
    return with_block((ROOT / "docs" / "batch.md").read_text(encoding="utf-8"), "views", views)


def lexicons() -> str:
    packages = {family.name: family.package for family in FAMILIES} | ROOMS
    groups = {room: load_lexicon(package).groups for room, package in packages.items()}
    lines = [f"{room}: {', '.join(names)}" for room, names in groups.items() if names]
    return with_block((ROOT / "docs" / "lexicons.md").read_text(encoding="utf-8"), "groups", "\n".join(lines))


def comparison() -> str:
    before = (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8").split("<!-- comparison -->\n", 1)[0]
    return f"{before}<!-- comparison -->\n{program('-m', 'tests.benchmarks.comparison')}"


def example(path: Path) -> str:
    """The script with what it prints, run in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        printed = program(str(path), folder=Path(folder))
    shown = "".join(f"# {line}".rstrip() + "\n" for line in printed.splitlines())
    return path.read_text(encoding="utf-8").split(PRINTS, 1)[0] + PRINTS + shown


WRITTEN: dict[str, Callable[[], str]] = {
    "README.md": partial(readme, "README.md"),
    "README.vi.md": partial(readme, "README.vi.md"),
    "docs/index.md": partial(index, "README.md"),
    "docs/index.vi.md": partial(index, "README.vi.md"),
    "docs/records.md": records,
    "docs/limits.md": limits,
    "docs/batch.md": batch,
    "docs/lexicons.md": lexicons,
    "docs/comparison.md": comparison,
    **{f"examples/{path.name}": partial(example, path) for path in EXAMPLES},
}


def main() -> None:
    for name in sys.argv[1:] or WRITTEN:
        (ROOT / name).write_text(WRITTEN[name](), encoding="utf-8")
        print(name)


if __name__ == "__main__":
    main()
