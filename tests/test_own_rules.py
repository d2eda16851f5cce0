"""Rules and words of one's own: a mistake is told, never a rule that silently finds nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import pytest

import trichluc
from trichluc.rule import Candidate, Family, Pattern, Rule, Words


class Office(trichluc.Record, frozen=True, kw_only=True, tag="office"):
    type: ClassVar[str] = "office"


def read(match: Any, hit: Any, scene: Any) -> Candidate:  # noqa: ARG001  a reader's signature
    return Candidate(Office, *match.span())


def found(trigger: str, pattern: Pattern, text: str = "Xã có Uỷ ban số 5.") -> list[str]:
    rule = Rule("office.numbered", Words(frozenset({trigger})), pattern, read)
    pipeline = trichluc.Pipeline(families=(Family("office", "", lambda _: (rule,)), *trichluc.FAMILIES))
    return [record.text for record in pipeline.extract(text, entities=False).records if record.type == "office"]


@pytest.mark.parametrize("trigger", ["ủy ban", "uỷ ban", "Uỷ ban", "ỦY BAN", "u\u0309y ban"])
def test_a_trigger_is_found_in_any_spelling(trigger: str) -> None:
    assert found(trigger, Pattern(r"ủy ban số \d")) == ["Uỷ ban số 5"]


@pytest.mark.parametrize(("source", "hint"), [(r"Ủy ban số \d", "'ủy ban"), (r"uỷ ban số \d", "'ủy ban"), (r"ủy ban–\d", "'-_")])
def test_a_pattern_that_could_never_match_is_refused(source: str, hint: str) -> None:
    with pytest.raises(trichluc.TrichlucError, match=f"would never match.*write {hint}"):
        found("ủy ban", Pattern(source))


def test_capitals_are_for_cased_patterns() -> None:
    assert found("ủy ban", Pattern(r"Ủy ban số \d", cased=True)) == ["Uỷ ban số 5"]
    assert found("ủy ban", Pattern(r"ủy ban số \d", cased=True)) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[counts.thing]\nsource = "x"\nwords = ["gian hàng"]', r"no room \[counts\]; there are: .*count"),
        ('[count.things]\nsource = "x"\nwords = ["gian hàng"]', r"no group \[count.things\]; there are: .*thing"),
        ('[count.thing]\nwords = ["gian hàng"]', "needs a `source`"),
        ('[count.thing]\nsource = "x"\nwords = [5]', "an entry that is no word"),
        ("[count.thing", "not a TOML file"),
    ],
)
def test_a_lexicon_that_would_do_nothing_is_refused(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "own.toml").write_text(content, encoding="utf-8")
    with pytest.raises(trichluc.LexiconError, match=message):
        trichluc.Pipeline(lexicons=[tmp_path / "own.toml"])
