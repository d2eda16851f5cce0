"""What the citation room promises beyond its corpus: canonical numbers, one reading of every spelling, links, and linear time."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trichluc
from tests.corpus import read_corpus, surfaces
from trichluc.families.citation.codes import Codes
from trichluc.families.citation.grammar import CITATION
from trichluc.families.citation.laws import Laws
from trichluc.families.citation.party import roman
from trichluc.lexicon import load_lexicon
from trichluc.pipeline import Pipeline
from trichluc.text import fold, fold_word

LEXICON = load_lexicon("trichluc.families.citation")
CODES = Codes(LEXICON)
DEV = Path(__file__).parents[2] / "shared" / "gold" / "dev"
TEXTS = sorted({text for entry in read_corpus("citation")["example"] for text in surfaces(entry)})


def citations(text: str) -> tuple[trichluc.Citation, ...]:
    return trichluc.extract(text, entities=False).select(trichluc.Citation)


def meaning(text: str) -> list[tuple[object, ...]]:
    """The citations of a text without offsets, what is as printed folded."""
    return [
        (
            c.number,
            c.kind,
            c.name,
            c.issuer and fold_word(c.issuer),
            c.issued,
            c.subject and fold_word(c.subject),
            c.provisions,
            c.system,
            c.same_as,
        )
        for c in citations(text)
    ]


# ── Numbers ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("digits", "year", "code", "canonical"),
    [
        ("06", None, "-CT/TW", "06-CT/TW"),
        ("06", None, "/CT-TW", "06-CT/TW"),
        ("06", None, "/kl TW", "06-KL/TW"),
        ("6", None, "-NQ/T.Ư", "6-NQ/TW"),
        ("29", None, "-HD/BTGDVTƯ", "29-HD/BTGDVTW"),
        ("4", None, "/NQ-ĐU", "4-NQ/ĐU"),
        ("12", None, "-TB/UBKTHU", "12-TB/UBKTHU"),
        ("90", None, "/QĐ-TWĐTN-VP", "90-QĐ/TWĐTN-VP"),
        ("90", None, "-QĐ/MTTW-BTT", "90/QĐ-MTTW-BTT"),
        ("90", None, "-QĐ/TLĐ", "90/QĐ-TLĐ"),
        ("90", None, "-HD/HNDTW", "90-HD/HNDTW"),
        ("90", None, "/HD-HNDTW", "90/HD-HNDTW"),
        ("15", "2020", "/ND-CP", "15/2020/NĐ-CP"),
        ("15", "2020", "/NĐCP", "15/2020/NĐ-CP"),
        ("15", "2020", "-NĐ-CP", "15/2020/NĐ-CP"),
        ("3", None, "/QD-TTG", "3/QĐ-TTg"),
        ("8", "2019", "/TT-BGD&ĐT", "8/2019/TT-BGDĐT"),
        ("8", "2019", "/TT-BNN-PTNT", "8/2019/TT-BNNPTNT"),
        ("8", None, "/QĐ-BNN-TCLN", "8/QĐ-BNN-TCLN"),
        ("41", "2019", "/qh14", "41/2019/QH14"),
        ("7", None, "/NQ-UBTVQH15", "7/NQ-UBTVQH15"),
        ("9", "2023", "/NQLT/CP-UBTVQH-ĐCTUBTWMTTQVN", "9/2023/NQLT-CP-UBTVQH-ĐCTUBTWMTTQVN"),
        ("1234", None, "/UBND-KGVX", "1234/UBND-KGVX"),
        ("13", None, "/SL", "13/SL"),
        ("26", None, "-CP", "26-CP"),
        ("5", "2021", "/HS-ST", "5/2021/HS-ST"),
        ("12", None, "/QĐ-UBND - một", "12/QĐ-UBND"),
    ],
)
def test_number_is_put_in_its_issuers_order(digits: str, year: str | None, code: str, canonical: str) -> None:
    number = CODES.read(digits, year, code)
    assert number is not None
    assert number.canonical == canonical


@pytest.mark.parametrize("code", ["/kg", "/h", "/người", "-xã", "-B1"])
def test_what_is_no_code_gives_no_number(code: str) -> None:
    assert CODES.read("12", None, code) is None


@given(
    st.integers(1, 9999),
    st.sampled_from(sorted(LEXICON.words("type"))),
    st.sampled_from(sorted(LEXICON.words("issuer_state", "issuer_party"))),
)
def test_a_canonical_number_is_read_as_itself(digits: int, kind: str, issuer: str) -> None:
    official, body = LEXICON.group("type")[kind][0], CODES.issuers[issuer]
    code = f"-{official}/{body.code}" if body.party_order else f"/{official}-{body.code}"
    number = CODES.read(str(digits), None, code)
    assert number is not None
    assert number.canonical == f"{digits}{code}"


# ── Every spelling of a text is one text ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", TEXTS, ids=[text[:50] for text in TEXTS])
def test_composition_and_spaces_change_nothing(text: str) -> None:
    told = meaning(text)
    assert meaning(unicodedata.normalize("NFD", text)) == told
    assert meaning(text.replace(" ", "\u00a0")) == told
    assert meaning(text.replace("-", "\u2011")) == told
    assert meaning(text.replace("Đ", "\u00d0")) == told


@pytest.mark.parametrize("text", TEXTS, ids=[text[:50] for text in TEXTS])
def test_no_number_inside_a_citation_is_another_record(text: str) -> None:
    check_numbers_inside(text)


def check_numbers_inside(text: str) -> None:
    records = trichluc.extract(text, entities=False).records
    spans = [(r.start, r.end) for r in records if isinstance(r, trichluc.Citation)]
    inside = [r for r in records if not isinstance(r, trichluc.Citation) and any(a < r.end and r.start < b for a, b in spans)]
    assert [(r.type, r.text) for r in inside] == []


def test_no_number_inside_a_citation_of_the_dev_articles() -> None:
    if not DEV.is_dir():
        pytest.skip(f"{DEV} is missing: the gold of real articles is not part of the project")
    for path in sorted(DEV.glob("*.txt")):
        check_numbers_inside(trichluc.read_text(path))


# ── Lexicon ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("group", ["law", "code", "ordinance"])
def test_every_law_is_found_under_its_own_name(group: str) -> None:
    laws = Laws(LEXICON, group)
    for name, years in LEXICON.group(group).items():
        text = fold(f"{name} năm {years[0]}")
        found = laws.at(text, 0, len(text.folded))
        assert found is not None, name
        assert found.end == len(name), name
        assert fold_word(found.name) == name
        assert years == sorted(years), name
        assert all(1945 <= year <= 2026 for year in years), name


def test_laws_are_many() -> None:
    assert sum(len(LEXICON.group(group)) for group in ("law", "code", "ordinance")) >= 250


def test_codes_of_ministries_have_their_time() -> None:
    assert CODES.issuers["bgtvt"].until == "2025-02-28"
    assert CODES.issuers["bnnmt"].since == "2025-03-01"
    for code, issuer in CODES.issuers.items():
        assert issuer.since is None or issuer.until is None or issuer.since < issuer.until, code


@pytest.mark.parametrize(("number", "numeral"), [("4", "IV"), ("9", "IX"), ("13", "XIII"), ("14", "XIV"), ("20", "XX"), ("xii", "XII")])
def test_terms_are_roman(number: str, numeral: str) -> None:
    assert roman(number) == numeral


# ── Links ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def ties(text: str) -> list[int | None]:
    return [citation.same_as for citation in citations(text)]


def test_short_form_takes_the_nearest_full_form_of_its_kind() -> None:
    assert ties("Nghị định 9/2010/NĐ-CP đã cũ. Nghị định 9/2020/NĐ-CP mới hơn. Nghị định 9 được áp dụng.") == [None, None, 1]


def test_leading_zeros_do_not_matter() -> None:
    assert ties("Chỉ thị số 05-CT/TW đã rõ. Chỉ thị 5 đi vào cuộc sống.") == [None, 0]


def test_kinds_are_never_crossed() -> None:
    assert ties("Nghị định 9/2010/NĐ-CP đã cũ. Thông tư 9 và Nghị quyết 9 thì mới.") == [None, None, None]


def test_a_year_that_differs_is_passed_over() -> None:
    assert ties("Thông tư 9/2010/TT-BTC đã cũ. Thông tư 9/2011 khác. Thông tư 9/2010 thì giống.") == [None, None, 0]


def test_an_issuer_that_differs_is_passed_over() -> None:
    text = "Nghị quyết 18-NQ/TW của Ban Chấp hành Trung ương đã rõ. Nghị quyết 18 của Tỉnh uỷ khác. Nghị quyết 18 của Trung ương đúng."
    assert ties(text) == [None, None, 0]


def test_two_documents_in_one_sentence_are_not_guessed_between() -> None:
    assert ties("Nghị quyết 18-NQ/TW và Nghị quyết 18-NQ/TU đều hay. Nghị quyết 18 dài.") == [None, None, None]


def test_a_law_cited_under_two_years_is_not_guessed() -> None:
    assert ties("Luật Đất đai 2003 khác Luật Đất đai 2013. Luật Đất đai cần sửa.") == [None, None, None]


def test_what_comes_later_is_no_antecedent() -> None:
    assert ties("Nghị định 73 chưa rõ. Nghị định 73/2019/NĐ-CP có hiệu lực.") == [None, None]


def test_key_drops_zeros_and_keeps_the_year() -> None:
    (citation,) = citations("Chỉ thị số 06-CT/TW, ngày 7/11/2006 của Bộ Chính trị.")
    assert citation.key == ("6-CT/TW", "party", "2006")
    (short,) = citations("Chỉ thị 06 được học tập.")
    assert short.key == ("6", None, None)


# ── Time ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


ALONE = Pipeline(families=(CITATION,))


def seconds(text: str) -> float:
    scene = ALONE.survey(text)
    begin = time.perf_counter()
    ALONE.propose(scene)
    return time.perf_counter() - begin


@pytest.mark.parametrize(
    "piece",
    [
        "Nghị quyết số 18-NQ/TW, ",
        "Luật Phòng, chống ",
        "khoản 1 Điều 2 ",
        "Quyết định của ",
        "12/QĐ-",
        "Nghị quyết Đại hội ",
        "Nghị quyết 18, 19 và ",
        "Nghị định 5/2020/NĐ-CP về việc sửa đổi, ",
        "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở, ",
    ],
)
def test_cost_is_linear_in_a_line_without_a_stop(piece: str) -> None:
    seconds(piece * 10)
    short = min(seconds(piece * 200) for _ in range(3))
    long = min(seconds(piece * 1600) for _ in range(2))
    assert long < 24 * max(short, 0.002), f"8 times the text took {long / short:.0f} times as long"
