"""fold: the way back is exact, and every spelling of one text folds to one text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc import InvalidText
from trichluc.text import fold, fold_word

TROUBLE = st.text(st.sampled_from("aoàuỷqýÐđ–“ \u00a0\t\r\n\u200b\u00ad\ufeff\u0301\u0323\u0302\u031bỲ12/-.İß"), max_size=40)


@given(st.one_of(st.text(max_size=60), TROUBLE))
def test_every_folded_stretch_comes_from_an_ordered_source_stretch(source: str) -> None:
    try:
        text = fold(source)
    except InvalidText as error:
        assert "\ud800" <= source[error.offset] <= "\udfff"
        return
    assert len(text.lower) == len(text.folded)
    spans = [text.source_span(at, at + 1) for at in range(len(text.folded))]
    assert all(0 <= start < end <= len(source) for start, end in spans)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(spans))
    if spans:
        assert text.source_span(0, len(spans)) == (spans[0][0], spans[-1][1])


@given(TROUBLE)
def test_folding_twice_changes_nothing_more(source: str) -> None:
    folded = fold(source).folded
    assert fold(folded).folded == folded


SENTENCE = "Uỷ ban nhân dân thị xã Hoà Bình họp ngày 27/6, quý II; “thuý” khoẻ – 12 em."


@pytest.mark.parametrize(
    "variant",
    [
        unicodedata.normalize("NFD", SENTENCE),
        SENTENCE.replace("Uỷ", "Ủy").replace("Hoà", "Hòa").replace("thuý", "thúy").replace("khoẻ", "khỏe"),
        SENTENCE.replace(" ", "\u00a0"),
        SENTENCE.replace(" ", "  "),
        SENTENCE.replace("n", "n\u200b"),
        SENTENCE.replace("–", "-").replace("“", '"').replace("”", '"'),
    ],
    ids=["nfd", "old tone placement", "nbsp", "double spaces", "zero width", "plain dash and quotes"],
)
def test_variants_fold_alike(variant: str) -> None:
    assert fold(variant).folded == fold(SENTENCE).folded


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("UỶ BAN", "ủy ban"),
        ("Hoà", "hòa"),
        ("hoàn", "hoàn"),
        ("quý", "quý"),
        ("Qúy III", "quý iii"),
        ("QŨY", "quỹ"),
        ("kết qủa, đánh gía, gìau", "kết quả, đánh giá, giàu"),
        ("gìn giữ, gì, qu", "gìn giữ, gì, qu"),
        ("uý\u0301", "uý\u0301"),
        ("QUỲ", "quỳ"),
        ("khoẻ", "khỏe"),
        ("thuyền", "thuyền"),
        ("NÐ–CP", "nđ-cp"),
    ],
)
def test_tone_placement_moves_only_in_open_syllables(word: str, folded: str) -> None:
    assert fold_word(word) == folded


def test_crlf_is_one_line_end_and_stays_two_characters() -> None:
    text = fold("a\r\nB")
    assert text.folded == "a\nB"
    assert text.source_span(2, 3) == (3, 4)


def test_number_broken_at_the_line_end_is_joined() -> None:
    assert fold("Chỉ thị số 06-\nCT/TW").folded == "Chỉ thị số 06- CT/TW"


def test_lone_surrogate_is_named_with_its_offset() -> None:
    with pytest.raises(InvalidText, match="U\\+D83D at offset 3") as caught:
        fold("xã \ud83d")
    assert caught.value.offset == 3
