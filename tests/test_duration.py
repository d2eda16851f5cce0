"""Durations: every unit and number, in digits and words, alone and in ranges."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import trichluc

RELAXED = settings(deadline=None)  # the first match of a rule compiles its pattern
UNITS = {"năm": "P{}Y", "tháng": "P{}M", "tuần": "P{}W", "ngày": "P{}D", "giờ": "PT{}H", "tiếng": "PT{}H", "phút": "PT{}M", "giây": "PT{}S"}
WORDS = {
    2: "hai",
    3: "ba",
    4: "bốn",
    5: "năm",
    6: "sáu",
    7: "bảy",
    8: "tám",
    9: "chín",
    10: "mười",
    12: "mười hai",
    15: "mười lăm",
    20: "hai mươi",
}
MODIFIERS = {"hơn": "more_than", "gần": "nearly", "khoảng": "approx", "chưa đầy": "less_than", "tối đa": "at_most", "ít nhất": "at_least"}


def durations(text: str) -> tuple[trichluc.Duration, ...]:
    return trichluc.extract(text, entities=False).select(trichluc.Duration)


@RELAXED
@given(st.integers(2, 999), st.sampled_from(sorted(UNITS)))
def test_every_number_and_unit(number: int, unit: str) -> None:
    [record] = durations(f"Đoạn đường ấy kéo dài {number} {unit}.")
    assert (record.text, record.value) == (f"{number} {unit}", UNITS[unit].format(number))


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("number", WORDS)
def test_numbers_in_words(number: int, unit: str) -> None:
    [record] = durations(f"Đoạn đường ấy kéo dài {WORDS[number]} {unit}.")
    assert record.value == UNITS[unit].format(number)


@RELAXED
@given(
    st.integers(1, 60),
    st.integers(1, 60),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from(("{}-{} {u}", "từ {} đến {} {u}", "từ {} {u} đến {} {u}")),
)
def test_ranges(low: int, span: int, unit: str, form: str) -> None:
    high = low + span
    [record] = durations(f"Việc ấy mất {form.format(low, high, u=unit)}.")
    assert (record.value, record.min, record.max) == (None, UNITS[unit].format(low), UNITS[unit].format(high))


@pytest.mark.parametrize(("word", "modifier"), MODIFIERS.items())
def test_modifiers_are_part_of_the_text(word: str, modifier: str) -> None:
    [record] = durations(f"Việc ấy mất {word} 3 tháng.")
    assert (record.text, record.value, record.modifier) == (f"{word} 3 tháng", "P3M", modifier)


@RELAXED
@given(st.integers(1, 30), st.integers(1, 11))
def test_years_and_months_make_one(years: int, months: int) -> None:
    [record] = durations(f"Tòa phạt {years} năm {months} tháng tù.")
    assert record.value == f"P{years}Y{months}M"


@RELAXED
@given(st.integers(1, 12), st.integers(1000, 2100))
def test_a_month_of_a_year_is_no_duration(month: int, year: int) -> None:
    assert durations(f"Cầu xong tháng {month} năm {year}.") == ()
    assert durations(f"Cầu xong quý {month % 4 + 1} năm {year}.") == ()
    assert durations(f"Cầu xong ngày 5 tháng {month} năm {year}.") == ()


def test_seniority_is_a_duration_and_age_is_none() -> None:
    assert [record.text for record in durations("Cụ 80 tuổi, 55 năm tuổi Đảng, chắt 7 tháng tuổi.")] == ["55 năm"]
