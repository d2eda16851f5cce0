"""Every room's corpus must pass whole."""

from __future__ import annotations

import pytest

import trichluc
from tests.corpus import ROOMS, plain, read_corpus, surfaces

EXAMPLES = [(room, entry, text) for room in ROOMS for entry in read_corpus(room).get("example", []) for text in surfaces(entry)]
COUNTEREXAMPLES = [(room, text) for room in ROOMS for entry in read_corpus(room).get("counterexample", []) for text in surfaces(entry)]


def records_of(room: str, text: str, published: str | None = None) -> list[trichluc.Record]:
    records = trichluc.extract(text, published=published, entities=False).records
    return [record for record in records if room in (record.type, "block")]


@pytest.mark.parametrize(("room", "entry", "text"), EXAMPLES, ids=[f"{room}: {text[:60]}" for room, _, text in EXAMPLES])
def test_example_gives_its_records(room: str, entry: dict, text: str) -> None:
    found = records_of(room, text, entry.get("published"))
    expected = entry["records"]
    shown = [{name: plain(getattr(record, name)) for name in wanted} for record, wanted in zip(found, expected, strict=False)]
    assert shown == expected
    assert [record.text for record in found[len(expected) :]] == []


@pytest.mark.parametrize(("room", "text"), COUNTEREXAMPLES, ids=[f"{room}: {text[:60]}" for room, text in COUNTEREXAMPLES])
def test_counterexample_gives_none(room: str, text: str) -> None:
    assert [record.text for record in records_of(room, text)] == []


@pytest.mark.parametrize("room", ROOMS)
def test_corpus_is_a_specification(room: str) -> None:
    corpus = read_corpus(room)
    assert len(corpus.get("example", [])) >= 15
    assert len(corpus.get("counterexample", [])) >= 8
