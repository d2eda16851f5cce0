"""The JSON Schema against real output, read by somebody else's validator."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

import trichluc
from trichluc.extraction import Article, Passage, Repeat
from trichluc.lines import encode_line
from trichluc.records import RECORD_TYPES, Notice, Provision, Recipient, Span
from trichluc.schema import json_schema, reference

ARTICLES = sorted((Path(__file__).parents[1] / "data" / "articles").glob("*.txt"))
PLACE = {"text": "x", "start": 0, "end": 1}

FULL = trichluc.Extraction(
    source="a.txt",
    article=Article(
        title="T", page_date="2022-06-27", dateline="LSO", lead="L", paragraphs=(Span(0, 1),), captions=(Passage("c", 0, 1),), byline="B",
        repeats=(Repeat(Span(0, 1), Span(2, 3)),),
    ),
    records=(
        trichluc.Citation(**PLACE, number="06-CT/TW", provisions=(Provision(article="3", clause="1"),), same_as=0),
        trichluc.Date(**PLACE, value="2006-11-07", first="2006-11-07", last="2006-11-07"),
        trichluc.Count(**PLACE, min=10, max=99, modifier="approx", noun="xã", warnings=(Notice("code", "text"),), repeat_of=0),
        trichluc.Percentage(**PLACE, value=Decimal("95.5"), change="increase"),
        trichluc.Award(**PLACE, name="Giải Nhì", rank="2", quantity=2, recipients=(Recipient("2 cá nhân", 0, 9, 2, "cá nhân"),), posthumous=True),
        trichluc.Duration(**PLACE, value="P4Y"),
        trichluc.Money(**PLACE, value=10**40, currency="VND"),
        trichluc.Measure(**PLACE, value=Decimal("0.000001"), unit="ha", dimension="area"),
        trichluc.Entity(**PLACE, kind="person", name="A", code="2025:20"),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    return jsonschema.Draft202012Validator(json_schema())


def plain(line: bytes) -> object:
    return json.loads(line)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_real_output_is_valid(validator: jsonschema.Draft202012Validator, path: Path) -> None:
    extraction = trichluc.extract(trichluc.read_text(path), entities=False)
    assert extraction.records
    validator.validate(plain(encode_line(extraction)))


def test_every_type_and_a_failure_are_valid(validator: jsonschema.Draft202012Validator) -> None:
    assert {record.type for record in FULL.records} == set(RECORD_TYPES)
    validator.validate(plain(encode_line(FULL)))
    validator.validate(plain(encode_line(trichluc.Failure(None, "read", "gone"))))


def test_numbers_are_numbers_and_never_have_an_exponent(validator: jsonschema.Draft202012Validator) -> None:
    line = encode_line(FULL).decode()
    assert '"value":95.5,' in line
    assert '"value":0.000001,' in line
    assert f'"value":{10**40},' in line
    assert trichluc.Extraction.from_json(line) == FULL
    wrong = json.loads(line)
    wrong["records"][3]["value"] = "95.5"
    assert not validator.is_valid(wrong)


def test_the_schema_is_strict_about_what_matters(validator: jsonschema.Draft202012Validator) -> None:
    for change in ({"start": "0"}, {"type": "date"}, {"text": None}):
        wrong = json.loads(encode_line(FULL))
        wrong["records"][2] |= change
        assert not validator.is_valid(wrong), change


def test_every_field_is_described_in_the_reference() -> None:
    text = reference()
    for name, record in RECORD_TYPES.items():
        section = re.search(rf"^## {name}$(.*?)^## ", text, re.MULTILINE | re.DOTALL)
        assert section, name
        fields = set(record.__struct_fields__) - set(trichluc.Record.__struct_fields__)
        documented = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| (.+) \|$", section[1], re.MULTILINE))
        assert set(documented) == fields
        assert all(len(meaning) > 5 for meaning in documented.values()), documented
