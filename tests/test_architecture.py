"""The one-way street: which module may import which, checked on the source itself."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "trichluc"
MODULES = {
    ".".join(("trichluc", *path.relative_to(SRC).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(SRC.rglob("*.py"))
}
# The core, from the bottom up: a module may import only from stages below its own (or its own).
STREET = (
    ("errors", "lazy"), ("text",), ("lexicon", "pattern", "scan", "source"), ("layout",), ("segment",), ("award_rows", "records"), ("extraction",), ("numerals",), ("scene",), ("rule",),
    ("engines",), ("entities",), ("families",), ("claim",), ("link",), ("article",), ("pipeline",),
)  # fmt: skip
LEVEL = {name: number for number, names in enumerate(STREET) for name in names}
OUTSIDE = {"readers", "batch", "writers", "report", "cli", "explain", "integrations"}


def imports(path: Path) -> set[str]:
    """Modules of ours that a file imports, whether at its top or inside a function (type-checking imports aside)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found = set()
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return {name for name in found if name.split(".")[0] == "trichluc"}


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


@pytest.mark.parametrize("module", [m for m in MODULES if room(m) in LEVEL])
def test_core_imports_only_from_below(module: str) -> None:
    for target in imports(MODULES[module]):
        assert room(target) in LEVEL, f"{module} imports {target}: the core imports none of what lies outside it"
        assert LEVEL[room(target)] <= LEVEL[room(module)], f"{module} imports {target}, which comes later in the street"


@pytest.mark.parametrize("module", [m for m in MODULES if m.startswith("trichluc.families.")])
def test_no_family_knows_another(module: str) -> None:
    own = module.split(".")[2]
    for target in imports(MODULES[module]):
        parts = target.split(".")
        assert parts[1] != "families" or (len(parts) > 2 and parts[2] == own), f"{module} imports {target}"


@pytest.mark.parametrize("module", [m for m in MODULES if room(m) != "engines"])
def test_only_engines_imports_underthesea(module: str) -> None:
    assert "import underthesea" not in MODULES[module].read_text(encoding="utf-8")
    assert "from underthesea" not in MODULES[module].read_text(encoding="utf-8")


@pytest.mark.parametrize("module", MODULES)
def test_modules_stay_short(module: str) -> None:
    assert MODULES[module].read_text(encoding="utf-8").count("\n") <= 300


@pytest.mark.parametrize("module", [m for m in MODULES if room(m) in LEVEL])
def test_core_reads_no_clock_no_locale_no_environment(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not called & {"now", "today", "utcnow", "getenv", "environ", "setlocale", "getlocale"}


def test_nothing_in_the_package_reads_the_data_folder() -> None:
    for path in MODULES.values():
        assert "data/articles" not in path.read_text(encoding="utf-8") or path.name == "cli.py"


def test_importing_loads_neither_underthesea_nor_optional_libraries() -> None:
    script = (
        "import sys, trichluc; trichluc.extract('Xã có 12 thôn.', entities=False); print(*sorted(m.split('.')[0] for m in sys.modules))"
    )
    loaded = set(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split())
    assert not loaded & {"underthesea", "pyarrow", "pandas", "jinja2", "typer", "rich", "pebble", "sqlite3", "multiprocessing"}
