"""Coverage-guided fuzzing: ``pip install atheris && python -m tests.fuzz extract|readers [-max_total_time=1200]``.

What it finds becomes a test in ``test_hostile.py``; the corpus of a run lies in ``.fuzz/`` and is not kept in the repository.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["trichluc"]):
    import trichluc
    from trichluc.pipeline import default_pipeline
    from trichluc.readers import read_articles

    default_pipeline()  # loads every room while imports are instrumented

ROOT = Path(__file__).parents[1]
# Two thousand bytes take milliseconds, some ten times more where instrumented; seconds mean that something is not linear.
SLOW_SECONDS = 5.0


def fuzz_extract(data: bytes) -> None:
    """Any text: true slices, order, a round trip, and no exception but InvalidText."""
    text = data.decode("utf-8", "replace")
    if data[:1] == b"s":
        text += "\ud83d"  # a lone surrogate, which no decoding gives
    begin = time.perf_counter()
    try:
        extraction = trichluc.extract(text, entities=data[-1:] == b"e")
    except trichluc.InvalidText:
        return
    assert time.perf_counter() - begin < SLOW_SECONDS, "slow"
    assert all(text[record.start : record.end] == record.text for record in extraction.records)
    assert trichluc.Extraction.from_json(extraction.to_json()) == extraction


def fuzz_readers(data: bytes) -> None:
    """Any bytes under any ending: sources and failures, never an exception."""
    endings = (".txt", ".jsonl", ".txt.gz", ".jsonl.gz", ".zip", ".html")
    ending = endings[data[0] % len(endings)] if data else ".txt"
    body = data[1:]
    if ending.endswith(".gz") and data[0] % 2:
        body = gzip.compress(body)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_bytes(body)
        for source in read_articles([str(path)]):
            assert isinstance(source, trichluc.Source | trichluc.Failure)


def main() -> None:
    target = {"extract": fuzz_extract, "readers": fuzz_readers}[sys.argv.pop(1)]
    corpus = ROOT / ".fuzz" / target.__name__
    corpus.mkdir(parents=True, exist_ok=True)
    for path in (ROOT / "data" / "articles").glob("*.txt"):
        trichluc.extract(trichluc.read_text(path))  # patterns compile at their first use, which is no fault of an input
        (corpus / path.stem).write_bytes(path.read_bytes()[:2000])
    atheris.Setup(
        [sys.argv[0], str(corpus), f"-dict={ROOT / 'tests' / 'fuzz.dict'}", "-max_len=2000", "-timeout=20", *sys.argv[1:]], target
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
