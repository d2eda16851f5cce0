"""found: what the reading of an article's capitals gives before records are made of it."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["LOCATION", "ORGANIZATION", "PERSON", "PLURAL", "Found"]

PERSON, ORGANIZATION, LOCATION = "person", "organization", "location"
# The rule of a place named in a list behind a plural unit: các xã Xuân Bắc, Suối Cao
PLURAL = "entity.place-units"


class Found(Struct, frozen=True, gc=False):
    """A name at a place in the folded text: its kind, and the rule that says so."""

    start: int
    end: int
    kind: str
    rule: str
