"""The examples: each is run and prints what its comment says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import pages
from tests.conftest import require

NEEDED = {"spark_folder.py": ("java", "pyspark", "pyarrow", "pandas"), "figures_by_month.py": ("pandas",)}


@pytest.mark.parametrize("path", pages.EXAMPLES, ids=[path.name for path in pages.EXAMPLES])
def test_example_prints_what_its_comment_says(path: Path) -> None:
    require(*NEEDED.get(path.name, ()))
    assert pages.example(path) == path.read_text(encoding="utf-8")


def test_every_script_an_example_or_a_page_names_is_there() -> None:
    texts = [*pages.EXAMPLES, *(pages.ROOT / "docs").glob("*.md"), pages.ROOT / "README.md", pages.ROOT / "README.vi.md"]
    named = {name for path in texts for name in re.findall(r"examples/(\w+\.\w+)", path.read_text(encoding="utf-8"))}
    assert named <= {path.name for path in (pages.ROOT / "examples").iterdir()}
