"""Counts: what a noun covers, what a label is, and that neither costs more in a long sentence."""

from __future__ import annotations

import pytest

import trichluc
from trichluc.families.count.nouns import NounFinder
from trichluc.pipeline import default_pipeline


def counts(text: str) -> list[tuple[str, object]]:
    return [(record.text, record.value) for record in trichluc.extract(text, entities=False).select(trichluc.Count)]


def noun_at(text: str, start: int, *, known: bool = False) -> tuple[str, str] | None:
    pipeline = default_pipeline()
    scene = pipeline.survey(text)
    found = NounFinder(pipeline.lexicons["count"]).find(scene, start, known=known)
    return None if found is None else (scene.folded[found.start : found.end], found.kind)


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("hộ nghèo", "household"),
        ("xã, phường, thị trấn", "admin"),
        ("lượt cán bộ, công chức", "event"),
        ("chiếc xe máy", "thing"),
        ("trung tâm đăng kiểm xe cơ giới", "org"),
    ],
)
def test_a_noun_is_found_whole(noun: str, kind: str) -> None:
    assert noun_at(f"Có 5 {noun} được nhắc tên.", 5) == (noun, kind)


@pytest.mark.parametrize("rest", ["đã về đích", "mới", "được khen", "trên địa bàn", "ở vùng cao", "Tân An"])
def test_clauses_free_adjectives_and_names_stay_outside(rest: str) -> None:
    assert noun_at(f"Có 5 xã {rest}", 5) == ("xã", "admin")


def test_a_noun_no_lexicon_has_is_the_word_the_segmenter_sees() -> None:
    assert noun_at("Có 5 quạt mo treo tường", 5) == ("quạt mo", "")
    assert noun_at("Có 5 quạt mo treo tường", 5, known=True) is None


@pytest.mark.parametrize("label", ["thôn", "lớp", "Quốc lộ", "Điều", "thứ", "khóa", "tầng", "phường", "lần thứ", "Nghị định"])
def test_a_label_takes_its_number(label: str) -> None:
    assert counts(f"Người ở {label} 3 xã bên.") == []


@pytest.mark.parametrize("word", ["có", "gồm", "địa bàn", "kỷ luật", "Hải Phòng", "yêu cầu", "trong số", "quân số"])
def test_other_words_leave_it_to_count(word: str) -> None:
    assert counts(f"Tỉnh {word} 3 người.") == [("3 người", 3)]


@pytest.mark.parametrize(("text", "expected"), [("Năm 2017, 39 chi bộ", 39), ("tháng 9/2016, 22/22 xã", 22), ("Ngày 5/6, 3 hộ", 3)])
def test_a_date_before_a_comma_labels_nothing(text: str, expected: int) -> None:
    assert [value for _, value in counts(f"{text} được khen.")] == [expected]


def test_users_nouns_are_counted(tmp_path: object) -> None:
    path = tmp_path / "own.toml"  # type: ignore[operator]
    path.write_text('[count.thing]\nsource = "test"\nwords = ["gùi măng"]\n', encoding="utf-8")
    extraction = trichluc.Pipeline(lexicons=[path]).extract("Bản bán ba gùi măng.", entities=False)
    assert [record.noun for record in extraction.select(trichluc.Count)] == ["gùi măng"]


def test_a_long_list_is_read_in_one_go() -> None:
    text = "Các thôn " + ", ".join(str(number) for number in range(1, 4_000)) + " có 12 hộ."
    assert counts(text) == [("12 hộ", 12)]
