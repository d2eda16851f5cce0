"""explain: what fired, what lost and to whom, what was tried in vain, and what links changed."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

import trichluc
from trichluc.explain import explain
from trichluc.records import Count
from trichluc.rule import DIGITS, FIRM, SURE, WEAK, Candidate, Family, Pattern, Rule

if TYPE_CHECKING:
    from pathlib import Path

    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.scan import Hit
    from trichluc.scene import Scene


def read_code(match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:  # noqa: ARG001  a reader's signature
    return Candidate(None, match.start(), match.end(), strength=SURE)


def read_things(match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:  # noqa: ARG001  as above
    if match["noun"] == "hào":
        return None
    return Candidate(Count, match.start(), match.end(), {"value": int(match["number"]), "noun": match["noun"]}, strength=FIRM)


def read_number(match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:  # noqa: ARG001  as above
    return Candidate(Count, match.start(), match.end(), {"value": int(match[0])}, strength=WEAK)


def rules(lexicon: Lexicon) -> tuple[Rule, ...]:  # noqa: ARG001  a family's signature
    return (
        Rule("test.code", DIGITS, Pattern("[0-9]++-xyz"), read_code),
        Rule("test.things", DIGITS, Pattern("(?P<number>[0-9]++) (?P<noun>hộp|hào)"), read_things),
        Rule("test.number", DIGITS, Pattern("[0-9]++"), read_number),
    )


@pytest.fixture(scope="module")
def pipeline() -> trichluc.Pipeline:
    return trichluc.Pipeline(families=(Family("percentage", "trichluc.families.percentage", rules),))


def test_what_fired_lost_and_was_tried_in_vain(pipeline: trichluc.Pipeline) -> None:
    [sentence] = explain("Mua 12 hộp, mã 77-xyz, trả 5 hào.", pipeline=pipeline)
    assert (sentence.start, sentence.end) == (0, 33)
    assert [(one.rule, one.type, one.text, one.strength) for one in sentence.fired] == [
        ("test.things", "count", "12 hộp", FIRM),
        ("test.code", "block", "77-xyz", SURE),
        ("test.number", "count", "5", WEAK),
    ]
    assert sentence.fired[0].record is not None
    assert sentence.fired[1].record is None
    assert [(one.rule, one.text, one.winner, one.winner_text, one.because) for one in sentence.lost] == [
        ("test.number", "12", "test.things", "12 hộp", "a stronger rule (30 over 10)"),
        ("test.number", "77", "test.code", "77-xyz", "a stronger rule (40 over 10)"),
    ]
    assert [(one.trigger, one.unmatched, one.rejected) for one in sentence.vain] == [
        ("12", ("test.code",), ()),
        ("77", ("test.things",), ()),
        ("5", ("test.code",), ("test.things",)),
    ]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_offset_picks_its_sentence_in_the_callers_characters(pipeline: trichluc.Pipeline, form: str) -> None:
    text = unicodedata.normalize(form, "Đội có 1 hộp.\u200b Huyện mua 2 hộp.\n\nThôn trả 3 hào.")  # type: ignore[arg-type]  # a normalization form
    for number in "123":
        at = text.index(number)
        [sentence] = explain(text, at, pipeline=pipeline)
        assert sentence.start <= at < sentence.end
        assert number in sentence.text
        assert text[sentence.start : sentence.end] == sentence.text
    assert len(explain(text, pipeline=pipeline)) == 3


def test_links_are_told() -> None:
    passage = "Năm qua, sản lượng lúa của toàn huyện tăng 12,5% so với cùng kỳ, cao hơn mức bình quân chung của tỉnh và của cả vùng."
    text = f"Kết quả sản xuất vụ mùa\n\n{passage}\n\n{passage}\nCác xã trong huyện đều được mùa, người dân phấn khởi chuẩn bị cho vụ sau.\n"
    extraction = trichluc.extract(text, entities=False, types=["percentage"])
    assert extraction.records[1].repeat_of == extraction.records[0].id
    [sentence] = explain(text, extraction.records[1].start)
    [fired] = [one for one in sentence.fired if one.type == "percentage"]
    assert fired.record == extraction.records[1]
    assert f"repeat_of: → {extraction.records[0].id}" in fired.linked


def test_what_explain_shows_is_what_extract_gives() -> None:
    text = "Năm 2020, sản lượng tăng 12,5%; 95% số hộ có điện. Giảm 0,3 điểm phần trăm.\n" * 3
    shown = [fired.record for sentence in explain(text) for fired in sentence.fired if fired.record is not None]
    assert shown == list(trichluc.extract(text, entities=False).records)


@pytest.mark.parametrize("text", ["", " \n", "x", "\u200b", "5" * 3000])
def test_any_text_is_explained(text: str) -> None:
    assert all(text[one.start : one.end] == one.text for one in explain(text))


def test_an_offset_outside_is_an_error() -> None:
    for at in (-1, 5):
        with pytest.raises(trichluc.TrichlucError, match="outside the text"):
            explain("Tăng.", at)


def test_explain_on_the_command_line(tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-m", "trichluc", "explain", *arguments], capture_output=True, text=True, check=False)

    (tmp_path / "a.txt").write_text("Tăng 5%.\nGiảm 7%.\n", encoding="utf-8")
    whole, part, sentence = run(str(tmp_path / "a.txt")), run(str(tmp_path / "a.txt"), "--at", "12"), run("Tăng [b]6%[/b]\x1b[31m.")
    assert "“5%” by percentage." in whole.stdout
    assert "“7%” by percentage." in whole.stdout
    assert "“5%”" not in part.stdout
    assert "“7%” by percentage." in part.stdout
    assert "Tăng [b]6%[/b]\ufffd[31m." in sentence.stdout
    assert "\x1b" not in sentence.stdout
    outside = run("Tăng.", "--at", "99")
    assert (outside.returncode, outside.stdout) == (2, "")
