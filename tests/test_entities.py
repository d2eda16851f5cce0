"""Entities: the corpora of the three rooms, and what holds for every entity of every text."""

from __future__ import annotations

import tomllib
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import trichluc
from tests.corpus import plain, surfaces
from trichluc.engines import Tagger, Token
from trichluc.text import fold

ROOMS = ("organizations", "places", "people")
ARTICLES = sorted((Path(__file__).parents[1] / "data" / "articles").glob("*.txt"))


def corpus(room: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((resources.files(f"trichluc.entities.{room}") / "corpus.toml").read_text(encoding="utf-8"))


EXAMPLES = [(room, entry, text) for room in ROOMS for entry in corpus(room)["example"] for text in surfaces(entry)]
COUNTEREXAMPLES = [(room, text) for room in ROOMS for entry in corpus(room)["counterexample"] for text in surfaces(entry)]


def entities(text: str, **options: Any) -> tuple[trichluc.Entity, ...]:
    return trichluc.extract(text, **options).select(trichluc.Entity)


class Silent:
    """A tagger that knows nothing."""

    def words(self, sentence: str) -> list[tuple[int, int]]:  # noqa: ARG002  the protocol's signature
        return []

    def tag(self, sentence: str) -> list[Token]:  # noqa: ARG002  the protocol's signature
        return []


@pytest.mark.parametrize(("room", "entry", "text"), EXAMPLES, ids=[f"{room}: {text[:50]}" for room, _, text in EXAMPLES])
def test_example_gives_its_entities(room: str, entry: dict[str, Any], text: str) -> None:
    found = entities(text, published=entry.get("published"))
    expected = entry["records"]
    places = {record.id: number for number, record in enumerate(found)}
    shown = [
        {
            name: places[record.same_as] if name == "same_as" and record.same_as is not None else plain(getattr(record, name))
            for name in wanted
        }
        for record, wanted in zip(found, expected, strict=False)
    ]
    assert shown == expected, room
    assert [record.text for record in found[len(expected) :]] == []


@pytest.mark.parametrize(("room", "text"), COUNTEREXAMPLES, ids=[f"{room}: {text[:50]}" for room, text in COUNTEREXAMPLES])
def test_counterexample_gives_none(room: str, text: str) -> None:
    assert [record.text for record in entities(text)] == [], room


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_entities_are_flat_slices_and_refer_to_each_other(path: Path) -> None:
    text = trichluc.read_text(path)
    found = entities(text)
    assert all(text[record.start : record.end] == record.text for record in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    by_id = {record.id: record for record in found}
    assert all(record.same_as is None or by_id[record.same_as].kind == record.kind for record in found)
    assert all(record.same_as != record.id for record in found)


@pytest.mark.parametrize("path", ARTICLES[:4], ids=[path.stem for path in ARTICLES[:4]])
def test_other_records_do_not_depend_on_entities(path: Path) -> None:
    text = trichluc.read_text(path)
    with_entities = [record for record in trichluc.extract(text).records if record.type != "entity"]
    assert with_entities == list(trichluc.extract(text, entities=False).records)


def test_spelling_changes_no_name() -> None:
    text = "Ban Thường vụ Tỉnh uỷ Hoà Bình họp tại thành phố Hoà Bình, đồng chí Nguyễn Thị Thuý dự."
    folded = fold(text).folded
    assert [(record.kind, record.name, record.title) for record in entities(text)] == [
        (record.kind, record.name, record.title) for record in entities(folded)
    ]


def test_a_tagger_of_ones_own_is_asked_only_where_the_rules_need_evidence() -> None:
    asked: list[str] = []

    class Watching(Silent):
        def tag(self, sentence: str) -> list[Token]:
            asked.append(sentence)
            start = sentence.index("Khuổi Nhừ")
            return [Token(start, start + len("Khuổi Nhừ"), "Np", "B-LOC")]

    assert isinstance(Watching(), Tagger)
    text = "UBND tỉnh Lạng Sơn họp. Chiều qua, xe hàng tới Khuổi Nhừ."
    extraction = trichluc.Pipeline(tagger=Watching()).extract(text)
    assert [(record.kind, record.text) for record in extraction.select(trichluc.Entity)] == [
        ("organization", "UBND tỉnh Lạng Sơn"),
        ("location", "Khuổi Nhừ"),
    ]
    assert asked == ["Chiều qua, xe hàng tới Khuổi Nhừ."]


def test_names_that_the_rules_settle_need_no_model() -> None:
    texts = [entry["text"] for room in ("organizations", "places") for entry in corpus(room)["example"] if "text" in entry]
    silent = trichluc.Pipeline(tagger=Silent())
    for text in texts:
        found = [(record.kind, record.text) for record in silent.extract(text).select(trichluc.Entity)]
        assert found == [(record.kind, record.text) for record in entities(text)], text


def own_lexicon(folder: Path, content: str) -> Path:
    path = folder / "own.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_lexicon_of_ones_own_adds_organizations_places_and_people(tmp_path: Path) -> None:
    text = "Chiều qua, Hội Trăng Non gặp già Vúi Đoóng ở Pù Lầu. Tổ hợp Trúc Xanh dự."
    own = own_lexicon(
        tmp_path,
        '[organizations.proper]\nsource = "ours"\nwords = ["Tổ hợp"]\n'
        '[places.region]\nsource = "ours"\nwords = ["Pù Lầu"]\n'
        '[people.honorific]\nsource = "ours"\nwords = ["già"]\n',
    )
    before = {record.text for record in trichluc.Pipeline(tagger=Silent()).extract(text).select(trichluc.Entity)}
    after = {
        (record.kind, record.text) for record in trichluc.Pipeline(lexicons=[own], tagger=Silent()).extract(text).select(trichluc.Entity)
    }
    assert not before & {"Tổ hợp Trúc Xanh", "Pù Lầu", "Vúi Đoóng"}
    assert {("organization", "Tổ hợp Trúc Xanh"), ("location", "Pù Lầu"), ("person", "Vúi Đoóng")} <= after


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[organisations.whole]\nsource = "ours"\nwords = ["Hội Trăng Non"]\n', "no room [organisations]; there are: award, "),
        ('[places.provinces]\nsource = "ours"\nwords = ["Pù Lầu"]\n', "room [places] has no group [places.provinces]"),
        ('[people.surname]\nwords = ["Vúi"]\n', "group [surname] needs a `source`"),
        ('[people.surname]\nsource = "ours"\nwords = [3]\n', "holds an entry that is no word"),
    ],
)
def test_a_wrong_lexicon_says_what_is_wrong(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(trichluc.LexiconError) as caught:
        trichluc.Pipeline(lexicons=[own_lexicon(tmp_path, content)])
    assert message in str(caught.value)
