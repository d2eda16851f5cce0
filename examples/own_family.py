"""A family of one's own: number plates, which the library only blocks, as records.

A family is a name, the package its `lexicon.toml` lies in (none here) and a function from that lexicon to rules. A rule is tried
only where its trigger stands: here the words that announce a plate.
"""

from typing import ClassVar

import trichluc
from trichluc.rule import SURE, Candidate, Family, Pattern, Rule, Words


class Plate(trichluc.Record, frozen=True, kw_only=True, tag="plate"):
    """A number plate: `BKS 12A-345.67`."""

    type: ClassVar[str] = "plate"
    number: str


def read_plate(match, _hit, scene):
    """The record's own span is the number; it also claims the words before it."""
    start, end = match.span("number")
    printed = scene.printed(start, end)
    number = printed.replace(" ", "").replace(".", "").upper()
    return Candidate(Plate, start, end, {"number": number}, claims=((match.start(), end),), strength=SURE)


def plate_rules(_lexicon):
    # BKS 12A-345.67 | biển kiểm soát 29C 123.45
    pattern = Pattern(r"(?:bks|biển (?:kiểm soát|số))(?: số)?:? ?(?P<number>\d\d[a-zđ]\d? ?-? ?\d{3}\.?\d\d)")
    return (Rule("plate.announced", Words(frozenset({"bks", "biển kiểm soát", "biển số"})), pattern, read_plate),)


PLATE = Family("plate", "", plate_rules)

pipeline = trichluc.Pipeline(families=(*trichluc.FAMILIES, PLATE))
extraction = pipeline.extract("Xe tải BKS 12C-045.67 chở 25 bao hàng đâm vào xe mang biển kiểm soát 29A1 123.45.", entities=False)
for record in extraction.records:
    print(record.type, "|", record.text, "|", getattr(record, "number", ""))
