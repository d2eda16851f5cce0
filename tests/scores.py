"""Scores of the library on annotated articles: ``python -m tests.scores [GOLD_DIR [TEXT_DIR]]``, by default ours in ``data/``.

For each type: precision, recall and F1 over records whose span is alike (they share more than four tenths of the characters they
cover) and whose meaning is the same, and F1 of those that also agree in their offsets. Records marked optional are not judged.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import trichluc
from trichluc.text import fold_word

ROOT = Path(__file__).parents[1]
MEANING = {
    "citation": ("number", "name"),
    "date": ("value",),
    "count": ("value", "min", "max"),
    "percentage": ("value", "min", "max", "unit"),
    "award": ("category", "rank"),
    "duration": ("value", "min", "max"),
    "money": ("value", "min", "max", "currency"),
    "measure": ("value", "min", "max", "unit"),
    "entity": ("kind",),
}


def alike(gold: dict[str, Any], record: trichluc.Record) -> bool:
    """Whether the two cover about the same characters."""
    shared = min(gold["end"], record.end) - max(gold["start"], record.start)
    return shared > 0.4 * (max(gold["end"], record.end) - min(gold["start"], record.start))


def same(gold: dict[str, Any], record: trichluc.Record, text: str) -> bool:
    """Whether the two say the same, in the fields that the gold judges; a year printed in the article may fill a date's XXXX."""
    if isinstance(record, trichluc.Date) and record.value[:4] in text:
        gold = gold | {"value": gold["value"].replace("XXXX", record.value[:4], 1)}
    return all(comparable(gold[field]) == comparable(getattr(record, field)) for field in MEANING[record.type] if field in gold)


def comparable(value: Any) -> Any:  # a field's value is of many types
    if isinstance(value, str):
        return fold_word(value)
    return Decimal(str(value)) if isinstance(value, int | float | Decimal) else value


def measure(gold_dir: Path, text_dir: Path) -> dict[str, dict[str, float]]:
    """F1 by type, and the sums behind it, over all articles of *gold_dir* whose text lies in *text_dir*."""
    sums: dict[str, Counter[str]] = {}
    for path in sorted(gold_dir.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = trichluc.read_text(text_dir / path.name.replace(".gold.json", ".txt"))
        judged = gold.get("types", [kind for kind in MEANING if kind != "entity"])
        found = trichluc.extract(text, entities="entity" in judged).records
        for kind in judged:
            wanted = [row for row in gold["records"] if row["type"] == kind and not row.get("optional")]
            excused = [row for row in gold["records"] if row.get("optional")]
            records = [r for r in found if r.type == kind]
            tally = sums.setdefault(kind, Counter())
            free = list(records)
            for row in wanted:
                near = [r for r in free if alike(row, r)]
                pick = max(near, key=lambda r, row=row: (same(row, r, text), r.start == row["start"] and r.end == row["end"]), default=None)
                if pick is None:
                    continue
                free.remove(pick)
                tally["value"] += same(row, pick, text)
                tally["exact"] += (row["start"], row["end"]) == (pick.start, pick.end)
            beside = [r for r in free if any(r.start < row["end"] and row["start"] < r.end for row in excused)]
            tally["gold"] += len(wanted)
            tally["found"] += len(records) - len(beside)
    return {
        kind: {
            "gold": tally["gold"],
            "precision": tally["value"] / tally["found"] if tally["found"] else 1.0,
            "recall": tally["value"] / tally["gold"] if tally["gold"] else 1.0,
            "value": f1(tally["value"], tally["gold"], tally["found"]),
            "exact": f1(tally["exact"], tally["gold"], tally["found"]),
        }
        for kind, tally in sums.items()
    }


def f1(hits: int, gold: int, found: int) -> float:
    return 2 * hits / (gold + found) if gold + found else 1.0


def main() -> None:
    gold_dir = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data" / "gold"
    text_dir = Path(sys.argv[2]) if len(sys.argv) > 2 else (gold_dir if len(sys.argv) > 1 else ROOT / "data" / "articles")
    print(f"{'type':12} {'gold':>5} {'P':>6} {'R':>6} {'F1':>6} {'exact':>6}")
    for kind, row in measure(gold_dir, text_dir).items():
        print(f"{kind:12} {row['gold']:5.0f} {row['precision']:6.3f} {row['recall']:6.3f} {row['value']:6.3f} {row['exact']:6.3f}")


if __name__ == "__main__":
    main()
