"""Scores on gold, with floors that only rise.

The gold in ``../shared`` is real articles annotated by hand and stays there; where the folder is missing these tests skip. The gold of
our own sample articles is in ``data/gold``.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import trichluc
from tests.scores import measure

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


def gold_folder(name: str) -> Path:
    folder = SHARED / "gold" / name
    if not folder.is_dir():
        pytest.skip(f"{folder} is missing: the gold of real articles is not part of the project")
    return folder


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def report(name: str, folder: Path, out: Path) -> tuple[dict[str, Any], Any]:
    with out.open("wb") as file:
        for path in sorted(folder.glob("*.txt")):
            extraction = trichluc.extract(trichluc.read_text(path), entities=name == "dev")
            row = json.loads(extraction.to_json()) | {"source": str(path)}
            file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
    result: tuple[dict[str, Any], Any] = scorer().score(folder, out)
    return result


@pytest.fixture(scope="session")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Scores of a set, measured once a session."""
    return lambda name: report(name, gold_folder(name), tmp_path_factory.mktemp("gold") / f"{name}.jsonl")


def test_the_users_own_article_comes_out_whole(scores: Any) -> None:
    result, errors = scores("seed")
    assert {kind: (row["value"][2], row["exact"][2]) for kind, row in result.items() if isinstance(row, dict)} == dict.fromkeys(
        ("citation", "date", "count", "percentage", "award", "duration"), (1.0, 1.0)
    ), errors
    assert result["faults"] == []


@pytest.mark.parametrize("name", ["dev", "examples", "check"])
def test_scores_on_gold_stay_above_their_floors(name: str, scores: Any) -> None:
    result, _ = scores(name)
    below = {
        f"{kind} {level}": (score, floor)
        for kind, floors in FLOORS[name].items()
        for level, floor in floors.items()
        if (score := result[kind][level][2]) < floor
    }
    assert below == {}
    assert result["faults"] == []
    assert result["invented_dates"] == 0


def test_scores_on_our_own_articles_stay_above_their_floors() -> None:
    found = measure(ROOT / "data" / "gold", ROOT / "data" / "articles")
    below = {
        f"{kind} {level}": (found[kind][level], floor)
        for kind, floors in FLOORS["data"].items()
        for level, floor in floors.items()
        if found[kind][level] < floor
    }
    assert below == {}
