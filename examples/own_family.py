"""A family of one's own: number plates, which the library only keeps from being read as numbers, as records.

A family is a name, the package its `lexicon.toml` lies in (none here) and a function from that lexicon to rules. A rule is tried
only where its trigger stands: here the words that announce a plate.
"""

from typing import Any, ClassVar

import regex

import trichluc
from trichluc.lexicon import Lexicon
from trichluc.rule import SURE, Candidate, Family, Pattern, Rule, Words
from trichluc.scene import Scene


class Plate(trichluc.Record, frozen=True, kw_only=True, tag="plate"):
    """A number plate: `BKS 12A-345.67`."""

    type: ClassVar[str] = "plate"
    number: str


def read_plate(match: regex.Match[str], _hit: Any, scene: Scene) -> Candidate:  # noqa: ANN401  a Hit or a Quantity, unused
    """The record's own span is the number; it also claims the words before it, surer than the room that only blocks plates."""
    start, end = match.span("number")
    number = scene.printed(start, end).replace(" ", "").replace(".", "").upper()
    return Candidate(Plate, start, end, {"number": number}, claims=((match.start(), end),), strength=SURE + 1)


def plate_rules(_lexicon: Lexicon) -> tuple[Rule, ...]:
    """One rule: `BKS 12A-345.67`, `biển kiểm soát 29C 123.45`."""
    pattern = Pattern(r"(?:bks|biển (?:kiểm soát|số))(?: số)?:? ?(?P<number>\d\d[a-zđ]\d? ?-? ?\d{3}\.?\d\d)")
    return (Rule("plate.announced", Words(frozenset({"bks", "biển kiểm soát", "biển số"})), pattern, read_plate),)


PLATE = Family("plate", "", plate_rules)

pipeline = trichluc.Pipeline(families=(PLATE, *trichluc.FAMILIES))
extraction = pipeline.extract("Xe tải BKS 12C-045.67 chở 25 công nhân đâm vào xe mang biển kiểm soát 29A1 123.45.", entities=False)
for record in extraction.records:
    print(record.type, "|", record.text, "|", getattr(record, "number", ""))

# prints:
# plate | 12C-045.67 | 12C-04567
# count | 25 công nhân |
# plate | 29A1 123.45 | 29A112345
