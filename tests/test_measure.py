"""Measures: symbol and dimension of every unit of the lexicon, and the letters that are none."""

from __future__ import annotations

import pytest

import trichluc
from trichluc.families.measure.units import units_of
from trichluc.lexicon import load_lexicon

UNITS = sorted(units_of(load_lexicon("trichluc.families.measure")).items())


def measures(text: str) -> list[tuple[object, str, str]]:
    return [(record.value, record.unit, record.dimension) for record in trichluc.extract(text, entities=False).select(trichluc.Measure)]


@pytest.mark.parametrize(("printed", "unit", "dimension"), [(printed, *meaning) for printed, meaning in UNITS])
def test_every_unit_of_the_lexicon(printed: str, unit: str, dimension: str) -> None:
    shown = printed if len(printed) > 1 or not unit.isupper() else printed.upper()
    assert measures(f"Nó tới 7,5 {shown}.") == [(pytest.approx(7.5), unit, dimension)]


@pytest.mark.parametrize("text", ["mạng 5G", "ở 3 Lạng Sơn", "có 5 ký giả", "đủ 20 tuổi Đảng", "tại 60 điểm cầu", "gặp 3 mẫu mã", "xe 5M"])
def test_letters_that_are_no_unit(text: str) -> None:
    assert measures(f"Người ta {text} mà.") == []


@pytest.mark.parametrize(("text", "expected"), [("cao 1m65", 1.65), ("dài 2m5", 2.5), ("rộng 3m2", 3)])
def test_metres_with_what_follows(text: str, expected: float) -> None:
    [(value, unit, _)] = measures(f"Nó {text}.")
    assert (float(value), unit) == (expected, "m2" if expected == 3 else "m")  # type: ignore[arg-type]


def test_a_degree_is_what_its_sentence_speaks_of() -> None:
    assert measures("Nhiệt độ 35 độ.") == [(35, "Cel", "temperature")]
    assert measures("Động đất 4,5 độ.")[0][1:] == ("Richter", "magnitude")
    assert measures("Góc nghiêng 15 độ.") == []
