"""Whatever the input: no exception but InvalidText, true slices, order, disjoint claims, a loss-free round trip."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import trichluc
from trichluc.claim import claim
from trichluc.pipeline import default_pipeline
from trichluc.text import fold_word

# Pieces that rules are triggered by, so that random joins reach into the grammars.
PIECES = (
    "ngày", "tháng", "năm", "quý", "7/11/2006", "12.5", "2010-2015", "hai mươi", "mươi", "lăm", "tỷ", "đồng", "%", "từ", "đến", "hơn", "-",
    "Chỉ thị số", "06-CT/TW", "của", "Bộ Chính trị", "về", "giải", "Nhì", "đạt", "khen thưởng", "Huân chương Lao động", "hạng", "Ba", ";", ",",
    ".", "“", "”", "(", ")", "\n", "49", "đảng viên", "467/470", "đại biểu", "ha", "tuổi", "sáng", "mùng", "Tết", "khoản", "Điều", "lần thứ",
    "VII", "Nguyễn Văn A", "tỉnh Lạng Sơn", "triệu", "rưỡi", "1,5", "1.200", "14h30", "\u00a0", "\u200b", "…", "và", "HCV", "trong sạch, vững mạnh",
)  # fmt: skip
SALAD = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
ANY = st.one_of(st.text(max_size=80), SALAD, st.text(st.characters(categories=("Cs", "Lu", "Nd")), max_size=10))
RELAXED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@RELAXED
@given(ANY)
@example("%NĂM%")  # no word stands before the number's sign
def test_any_text_gives_true_sorted_slices_and_a_round_trip(text: str) -> None:
    try:
        extraction = trichluc.extract(text, entities=False)
    except trichluc.InvalidText as error:
        assert "\ud800" <= text[error.offset] <= "\udfff"
        return
    assert all(text[record.start : record.end] == record.text != "" for record in extraction.records)
    assert all((a.start, a.end) <= (b.start, b.end) for a, b in pairwise(extraction.records))
    assert trichluc.Extraction.from_json(extraction.to_json()) == extraction
    assert {record.same_as for record in extraction.select(trichluc.Citation)} <= {None, *(record.id for record in extraction.records)}
    assert all(text[r.start : r.end] == r.text for award in extraction.select(trichluc.Award) for r in award.recipients)


@RELAXED
@given(SALAD)
def test_claims_are_disjoint(text: str) -> None:
    pipeline = default_pipeline()
    claims = claim(pipeline.propose(pipeline.survey(text)))
    spans = sorted(span for winner in claims.winners for span in winner.claims)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


AS_PRINTED = {"text", "noun", "subject", "of", "issuer", "awarder", "event", "unit_text", "recipients", "title", "name", "per"}


def told(extraction: trichluc.Extraction) -> list[dict[str, object]]:
    """The records without offsets, the fields that are as printed folded."""
    rows = []
    for record in extraction.records:
        row: dict[str, object] = {"type": record.type}
        for name in record.__struct_fields__:
            value = getattr(record, name)
            if name in {"start", "end", "warnings"}:
                continue
            if name == "recipients":
                value = [(re.sub(r"\s+", " ", fold_word(r.text)), r.count, r.noun and fold_word(r.noun)) for r in value]
            elif name in AS_PRINTED and isinstance(value, str):
                value = re.sub(r"\s+", " ", fold_word(value))
            row[name] = value
        rows.append(row)
    return rows


def new_placement(text: str) -> str:
    return re.sub(
        r"(?<![qQ])(?:ò(?=a\b)|ó(?=a\b)|ủ(?=y\b)|ú(?=y\b)|ỏ(?=e\b))(.)",
        lambda m: {"òa": "oà", "óa": "oá", "ủy": "uỷ", "úy": "uý", "ỏe": "oẻ"}[m[0]],
        text,
    )


VARIANTS = {
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "tone placement": new_placement,
    "nbsp": lambda text: text.replace(" ", "\u00a0"),
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "zero width": lambda text: text.replace("n ", "n\u200b "),
    "soft hyphen": lambda text: re.sub(r"(?<=[a-z])(?=ng\b)", "\u00ad", text),
}
ARTICLES = sorted((__import__("pathlib").Path(__file__).parents[1] / "data" / "articles").glob("*.txt"))


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_variants_of_an_article_give_the_same_records(path: __import__("pathlib").Path, variant: str) -> None:
    text = unicodedata.normalize("NFC", trichluc.read_text(path)).replace("\r\n", "\n")
    expected, found = told(trichluc.extract(text, entities=False)), told(trichluc.extract(VARIANTS[variant](text), entities=False))
    assert len(expected) > 5
    assert found == expected


@RELAXED
@given(SALAD, st.sampled_from(sorted(VARIANTS)))
def test_variants_of_any_salad_give_the_same_records(text: str, variant: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert told(trichluc.extract(VARIANTS[variant](text), entities=False)) == told(trichluc.extract(text, entities=False))


@RELAXED
@given(SALAD, st.sets(st.sampled_from(sorted(t.type for t in (trichluc.Date, trichluc.Count, trichluc.Award, trichluc.Citation)))))
def test_types_only_filters(text: str, wanted: set[str]) -> None:
    everything = trichluc.extract(text, entities=False).records
    assert trichluc.extract(text, entities=False, types=wanted).records == tuple(r for r in everything if r.type in wanted)
