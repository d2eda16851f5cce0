"""link: forward only, in a fixed order, each step giving new values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import msgspec
from msgspec import Struct

from trichluc.records import AnyRecord

if TYPE_CHECKING:
    from datetime import date

    from trichluc.scene import Scene

__all__ = ["Mention", "Step"]


class Mention(Struct, frozen=True, gc=False):
    """A record with its place in the folded text, where link steps look at its surroundings."""

    record: AnyRecord
    start: int
    end: int

    def with_fields(self, **fields: Any) -> Mention:  # noqa: ANN401  # a record's fields are of many types
        """The same mention, its record with other values in *fields*."""
        return Mention(msgspec.structs.replace(self.record, **fields), self.start, self.end)


class Step(Protocol):
    """A link step: mentions in, mentions out; *published* is the caller's date of reference or None."""

    def __call__(self, mentions: tuple[Mention, ...], scene: Scene, published: date | None, /) -> tuple[Mention, ...]:
        """Link what this step links."""
