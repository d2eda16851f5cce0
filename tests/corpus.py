"""Reading a room's corpus.toml: the one form that all rooms share."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from importlib import resources
from typing import TYPE_CHECKING, Any

import trichluc

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOMS = tuple(family.name for family in trichluc.FAMILIES)


def read_corpus(room: str) -> dict[str, list[dict[str, Any]]]:
    """The examples and counterexamples of a room."""
    return tomllib.loads((resources.files(f"trichluc.families.{room}") / "corpus.toml").read_text(encoding="utf-8"))


def surfaces(entry: dict[str, Any]) -> Iterator[str]:
    """Every surface form of an entry: its text, or each of its texts."""
    yield from entry["texts"] if "texts" in entry else (entry["text"],)


def plain(value: Any) -> Any:
    """A record's value as TOML can write it: "null" for None, lists for tuples, tables for structs without their empty fields."""
    if value is None:
        return "null"
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if hasattr(value, "__struct_fields__"):
        return {name: plain(found) for name in value.__struct_fields__ if (found := getattr(value, name)) is not None}
    return value
