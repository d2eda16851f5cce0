"""trichluc inside other tools, each run for real and compared with the single-process output."""

from __future__ import annotations

import doctest
import importlib
import json
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

import trichluc
from tests.conftest import require
from tests.test_schema import FULL

DATA = Path(__file__).parents[1] / "data" / "articles"
SOURCES = [trichluc.Source(trichluc.read_text(path), path.name, published="2020-06-01") for path in sorted(DATA.glob("*.txt"))[:5]]
SOURCES += [trichluc.Source("", "empty"), trichluc.Source("🏆 Tăng 5% so với năm 2019. " * 3, "emoji")]


def expected() -> dict[str | None, trichluc.Extraction | trichluc.Failure]:
    return {result.source: result for result in trichluc.extract_many(SOURCES, entities=False)}


def rows() -> dict[str, list[Any]]:
    columns = {
        "text": [one.text for one in SOURCES],
        "source": [one.source for one in SOURCES],
        "published": [one.published for one in SOURCES],
    }
    return {
        "text": [*columns["text"], None],
        "source": [*columns["source"], "none"],
        "published": [*columns["published"], None],
        "other": list(range(len(SOURCES) + 1)),
    }


NO_TEXT = trichluc.Failure("none", "read", "no text")


@pytest.mark.parametrize("name", ["arrow", "pandas", "spacy", "annotation"])
def test_doctests_of(name: str) -> None:
    require({"arrow": "pyarrow", "annotation": "pytest"}.get(name, name))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # theirs, while they are imported
        module = importlib.import_module(f"trichluc.integrations.{name}")
    assert doctest.testmod(module).failed == 0


def test_arrow_batches_in_and_out() -> None:
    require("pyarrow")
    import pyarrow as pa

    from trichluc.integrations.arrow import extract_batch, from_batch, schema

    done = extract_batch(pa.RecordBatch.from_pydict(rows()), entities=False)
    assert done.schema.equals(schema())
    results = list(from_batch(done))
    assert results[-1] == NO_TEXT
    assert {result.source: result for result in results[:-1]} == expected()
    renamed = pa.RecordBatch.from_pydict({"body": ["Ngày 3/2, tăng 5%."], "id": [17]})
    [one] = from_batch(extract_batch(renamed, text="body", source="id", published="2020-02-04", entities=False, types=["percentage"]))
    assert isinstance(one, trichluc.Extraction)
    assert one.source == "17"
    assert [record.text for record in one.records] == ["5%"]
    assert extract_batch(pa.RecordBatch.from_pydict({"text": pa.array([], pa.string())})).num_rows == 0
    with pytest.raises(trichluc.TrichlucError, match="no column 'text'"):
        extract_batch(renamed)


def test_pandas_frame_has_a_row_a_record() -> None:
    require("pandas")
    from trichluc.integrations.pandas import to_frame

    frame = to_frame([FULL, NO_TEXT, trichluc.extract("Tăng 5%, giảm 6,5%.", entities=False)], trichluc.Percentage)
    assert list(frame["value"].astype(str)) == ["95.5", "5", "6.5"]
    assert frame.loc[0, "source"] == "a.txt"
    awards = to_frame(FULL, trichluc.Award)
    assert awards.loc[0, "recipients"] == [{"text": "2 cá nhân", "start": 0, "end": 9, "count": 2, "noun": "cá nhân"}]


def test_spacy_spans_carry_their_records() -> None:
    require("spacy")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # spaCy's own, while it is imported
        import spacy
    from trichluc.integrations.spacy import SPANS, to_doc

    for source in SOURCES:
        extraction = trichluc.extract(source.text, published=source.published, entities=False)
        doc = to_doc(source.text, extraction, spacy.blank("xx"))
        assert [span._.record for span in doc.spans[SPANS]] == list(extraction.records)
        assert all(record.text in span.text for span, record in zip(doc.spans[SPANS], extraction.records, strict=True))
    nlp = spacy.blank("xx")
    nlp.add_pipe("trichluc", config={"entities": False, "types": ["percentage"]})
    doc = nlp("Năm 2020 tăng 12,5%.")
    assert [(span.text, span.label_) for span in doc.spans[SPANS]] == [("12,5%", "percentage")]


def referring() -> tuple[str, trichluc.Extraction]:
    text = "🏆🏆 Chỉ thị số 05-CT/TW.\nTheo Chỉ thị 05, Đảng bộ được tặng Bằng\nkhen."

    def place(words: str) -> dict[str, Any]:
        start = text.index(words)
        return {"text": words, "start": start, "end": start + len(words)}

    recipient = trichluc.records.Recipient(**place("Đảng bộ"))
    records = (
        trichluc.Citation(id=0, **place("Chỉ thị số 05-CT/TW"), number="05-CT/TW"),
        trichluc.Citation(id=1, **place("Chỉ thị 05"), number="05", same_as=0),
        trichluc.Award(id=2, **place("Bằng\nkhen"), name="Bằng khen", category="certificate", recipients=(recipient,)),
    )
    return text, trichluc.Extraction(source="a.txt", records=records)


def in_browser(text: str, start: int, end: int) -> str:
    """What JavaScript's ``slice`` gives."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_label_studio_offsets_are_what_a_browser_counts_and_relations_point() -> None:
    from trichluc.integrations.annotation import label_studio_config, to_label_studio

    text, extraction = referring()
    result = json.loads(json.dumps(to_label_studio(text, extraction)))["predictions"][0]["result"]
    marks = {one["id"]: one for one in result if one["type"] == "labels"}
    assert [in_browser(text, mark["value"]["start"], mark["value"]["end"]) for mark in marks.values()] == [
        mark["value"]["text"] for mark in marks.values()
    ]
    relations = [
        (one["labels"][0], marks[one["from_id"]]["value"]["text"], marks[one["to_id"]]["value"]["text"])
        for one in result
        if one["type"] == "relation"
    ]
    assert relations == [("same_as", "Chỉ thị 05", "Chỉ thị số 05-CT/TW"), ("recipient", "Bằng\nkhen", "Đảng bộ")]
    assert {mark["value"]["labels"][0] for mark in marks.values()} <= set(re.findall('<Label value="(.+?)"', label_studio_config()))


@pytest.mark.parametrize("code_points", [False, True])
def test_brat_standoff_reads_back(code_points: bool) -> None:  # noqa: FBT001  a parameter of the test
    from trichluc.integrations.annotation import to_brat

    text, extraction = referring()
    standoff = to_brat(text, extraction, code_points=code_points)
    marks = {}
    for line in standoff.splitlines():
        if line.startswith("T"):
            mark, place, printed = line.split("\t")
            label, spans = place.split(" ", 1)
            parts = [tuple(map(int, span.split())) for span in spans.split(";")]
            cut = [text[start:end] if code_points else in_browser(text, start, end) for start, end in parts]
            assert " ".join(cut) == printed
            marks[mark] = (label, printed)
    assert list(marks.values()) == [
        ("citation", "Chỉ thị số 05-CT/TW"),
        ("citation", "Chỉ thị 05"),
        ("award", "Bằng khen"),
        ("recipient", "Đảng bộ"),
    ]
    relations = [line.split("\t")[1] for line in standoff.splitlines() if line.startswith("R")]
    assert relations == ["same_as Arg1:T2 Arg2:T1", "recipient Arg1:T3 Arg2:T4"]


# Clusters run in processes of their own: they start daemons, and set what a test run should keep.

SPARK = """
import json, os, sys
os.environ["PYSPARK_PYTHON"] = sys.executable
from pyspark.sql import SparkSession
from trichluc.integrations import spark as trichluc_spark
session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "2").config(
    "spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").config("spark.sql.execution.arrow.maxRecordsPerBatch", "3").getOrCreate()
frame = session.read.json(sys.argv[1]).repartition(2)
done = trichluc_spark.extract(frame, entities=False)
assert done.selectExpr("explode(percentages) as p").select("p.value").count() > 0
done.write.parquet(sys.argv[2])
session.stop()
"""

RAY = """
import sys, ray
from trichluc.integrations import ray as trichluc_ray
ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
done = trichluc_ray.extract(ray.data.read_json(sys.argv[1]), entities=False, batch_size=3)
done.write_parquet(sys.argv[2])
ray.shutdown()
"""


@pytest.mark.parametrize(
    ("tool", "script", "needed"), [("spark", SPARK, ("java", "pyspark", "pyarrow", "pandas")), ("ray", RAY, ("ray", "pyarrow", "pandas"))]
)
def test_a_real_local_cluster_gives_the_single_process_output(tmp_path: Path, tool: str, script: str, needed: tuple[str, ...]) -> None:
    require(*needed)
    import pyarrow.parquet as pq

    from trichluc.integrations.arrow import from_batch, schema

    columns = rows()
    lines = [json.dumps({name: column[n] for name, column in columns.items()}) for n in range(len(columns["text"]))]
    (tmp_path / "in.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "run.py").write_text(script, encoding="utf-8")
    environment = os.environ | {"RAY_USAGE_STATS_ENABLED": "0", "SPARK_LOCAL_IP": "127.0.0.1"}
    command = [sys.executable, tmp_path / "run.py", tmp_path / "in.jsonl", tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=tmp_path, timeout=300)
    assert done.returncode == 0, f"{tool}: {done.stdout[-2000:]}{done.stderr[-4000:]}"
    table = pq.read_table(tmp_path / "out").cast(schema())
    results = {result.source: result for result in from_batch(table)}
    assert results == expected() | {"none": NO_TEXT}
