"""found: what the reading of an article's capitals gives before records are made of it."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["LOCATION", "ORGANIZATION", "PERSON", "PLURAL", "SEVERAL", "SHORT_NAME", "Found"]

PERSON, ORGANIZATION, LOCATION = "person", "organization", "location"
# The rule of a place named in a list behind a plural unit: các xã Xuân Bắc, Suối Cao
PLURAL = "entity.place-units"
# The rule of a school or body named in a list behind a plural: các trường THPT Nguyễn Du, Lê Lợi
SEVERAL = "entity.organization-several"
# The rule of a short name in brackets that is no short form in capitals: Tổng công ty Xi măng Việt Nam (Vicem)
SHORT_NAME = "entity.organization-named"


class Found(Struct, frozen=True, gc=False):
    """A name at a place in the folded text: its kind, and the rule that says so."""

    start: int
    end: int
    kind: str
    rule: str
