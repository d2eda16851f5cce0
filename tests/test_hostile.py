"""Hostile input: no error, true slices. How the time grows is shown by ``python -m tests.benchmarks``, not asserted here."""

from __future__ import annotations

import pytest

import trichluc
from tests.benchmarks.articles import FOLDER, hostile


@pytest.mark.parametrize("name", hostile())
def test_hostile_input_gives_true_slices(name: str) -> None:
    text = hostile()[name]
    extraction = trichluc.extract(text, entities=False)
    assert all(text[record.start : record.end] == record.text for record in extraction.records)
    assert trichluc.Extraction.from_json(extraction.to_json()) == extraction


def test_every_prefix_of_an_article_gives_true_slices() -> None:
    article = trichluc.read_text(FOLDER / "contest-results.txt")
    assert len(article) > 1000
    for end in range(0, len(article), 3):
        text = article[:end]
        records = trichluc.extract(text, entities=False).records
        assert all(text[record.start : record.end] == record.text for record in records)


def test_five_megabytes_in_one_line() -> None:
    passage = "Cán bộ và nhân dân trong xã thi đua lao động, sản xuất, chăm lo đời sống văn hoá " * 60 + "với 95% hộ dân dùng nước sạch, "
    text = passage * 1_050
    assert len(text) > 5_000_000
    records = trichluc.extract(text, entities=False).records
    assert [record.text for record in records] == ["95%"] * 1_050


@pytest.mark.parametrize("text", ["", " ", "\n", "a", "5", "%", "ngày", "\u0301", "\ufeff", "“", "năm"])
def test_next_to_nothing_gives_nothing(text: str) -> None:
    assert trichluc.extract(text, entities=False).records == ()
