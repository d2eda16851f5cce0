"""The contract: what is importable, what the doctests show, what a record looks like from outside."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from datetime import date, datetime

import msgspec
import pytest

import trichluc

CONTRACT = {
    "extract", "extract_many", "load", "read_text", "parse_number", "Source", "Pipeline", "FAMILIES", "Extraction", "Failure", "Award",
    "Citation", "Date", "Count", "Percentage", "Duration", "Money", "Measure", "Entity", "TrichlucError", "InvalidText", "InvalidReference",
    "ReadError", "LexiconError", "EngineError",
}  # fmt: skip


def test_all_holds_the_contract_and_only_what_is_there() -> None:
    assert set(trichluc.__all__) >= CONTRACT
    assert all(hasattr(trichluc, name) for name in trichluc.__all__)


def test_errors_are_one_family() -> None:
    for error in (trichluc.InvalidText, trichluc.InvalidReference, trichluc.ReadError, trichluc.LexiconError, trichluc.EngineError):
        assert issubclass(error, trichluc.TrichlucError)


def modules() -> list[str]:
    optional = {"trichluc.integrations"}
    found = (module.name for module in pkgutil.walk_packages(trichluc.__path__, "trichluc."))
    return ["trichluc", *(name for name in found if not any(name.startswith(prefix) for prefix in optional))]


@pytest.mark.parametrize("name", modules())
def test_doctests_of(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    assert result.failed == 0


@pytest.mark.parametrize("published", [date(2011, 3, 2), datetime(2011, 3, 2, 8), "2011-03-02", "2011-03-02T08:00:00+07:00"])  # noqa: DTZ001  # a date of publication has no zone
def test_published_takes_dates_and_iso_strings(published: object) -> None:
    assert trichluc.extract("Sáng 1/3, xã họp.", published=published, entities=False).records[0].value == "2011-03-01TMO"  # type: ignore[arg-type]


def test_published_that_is_no_date_is_refused() -> None:
    with pytest.raises(trichluc.InvalidReference, match="2/3/2011"):
        trichluc.extract("Xã họp.", published="2/3/2011")


def test_values_are_immutable() -> None:
    record = trichluc.extract("Xã có 12 thôn.", entities=False).records[0]
    with pytest.raises(AttributeError):
        record.text = "x"  # type: ignore[misc]


def test_numbers_are_int_or_exact_decimal_and_plain_in_json() -> None:
    extraction = trichluc.extract("Kinh phí 1,5 triệu đồng, 0,1% và 12.000.000.000.000 đồng.", entities=False)
    values = [record.value for record in extraction.records]
    assert [type(value).__name__ for value in values] == ["int", "Decimal", "int"]
    data = msgspec.json.decode(extraction.to_json())
    assert [row["value"] for row in data["records"]] == [1500000, 0.1, 12000000000000]
    assert b"E+" not in extraction.to_json()


def test_entities_change_no_other_record() -> None:
    text = "Sáng 12/3, đồng chí Nguyễn Văn An, Bí thư Tỉnh uỷ Lạng Sơn trao 5 bằng khen cho 5 cá nhân."
    without = trichluc.extract(text, entities=False).records
    withal = tuple(record for record in trichluc.extract(text).records if record.type != "entity")
    assert withal == without
