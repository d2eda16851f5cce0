"""Money: exact values in every spelling, and what a list or a change shares."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import trichluc


def amounts(text: str) -> list[tuple[object, str]]:
    return [(record.value, record.currency) for record in trichluc.extract(text, entities=False).select(trichluc.Money)]


@pytest.mark.parametrize("unit", ["đồng", "đ", " đ", "VNĐ", " VND", " đồng Việt Nam"])
def test_units_of_dong(unit: str) -> None:
    assert amounts(f"Phí là 240.000{unit if unit[0] in ' đ' or unit.isupper() else ' ' + unit}.") == [(240_000, "VND")]


@pytest.mark.parametrize(
    ("unit", "code"),
    [("USD", "USD"), ("đô la Mỹ", "USD"), ("euro", "EUR"), ("nhân dân tệ", "CNY"), ("yên Nhật", "JPY"), ("bảng Anh", "GBP"), ("won", "KRW"), ("baht", "THB"),
     ("kíp Lào", "LAK"), ("đô la Úc", "AUD"), ("rúp", "RUB")],
)  # fmt: skip
def test_foreign_currencies(unit: str, code: str) -> None:
    assert amounts(f"Vốn vay 2,5 triệu {unit}.") == [(2_500_000, code)]


@settings(max_examples=200, deadline=None)
@given(
    st.decimals(Decimal("0.01"), 999, places=2), st.sampled_from([("nghìn", 10**3), ("triệu", 10**6), ("tỷ", 10**9), ("nghìn tỷ", 10**12)])
)
def test_an_amount_is_exact(number: Decimal, scale: tuple[str, int]) -> None:
    text = f"Chi {number:f}".replace(".", ",") + f" {scale[0]} đồng."
    assert amounts(text) == [(number * scale[1], "VND")]


def test_a_list_shares_scale_and_currency() -> None:
    assert amounts("Ba giải trị giá 30, 20 và 10 triệu đồng.") == [(30_000_000, "VND"), (20_000_000, "VND"), (10_000_000, "VND")]


def test_a_year_before_an_amount_is_no_part_of_a_list() -> None:
    assert amounts("Chi năm 2019 và 15 tỷ đồng năm nay.") == [(15 * 10**9, "VND")]


@pytest.mark.parametrize("word", ["đồng chí", "đồng hồ", "đồng bào", "bảng đấu", "yên ngựa", "đô vật", "đồng tác giả"])
def test_words_that_begin_like_a_currency(word: str) -> None:
    assert amounts(f"Có 500 {word}.") == []
