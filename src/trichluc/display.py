"""How values are put before people: in the terminal and in the report alike."""

from __future__ import annotations

from typing import Any

import msgspec

from trichluc.records import Record

__all__ = ["one_line", "printable", "record_fields"]

# Control characters could drive a terminal, and bidirectional ones reorder what is read.
_CONTROLS: dict[int, str] = dict.fromkeys([*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd")
_CONTROLS |= {9: "\t", 10: "\n", 13: " "}
_COMMON = {field.name for field in msgspec.structs.fields(Record)} - {"repeat_of", "warnings"}


def printable(text: str) -> str:
    """The text with every control character as one visible character, so that offsets stay true."""
    return text.translate(_CONTROLS)


def one_line(text: str) -> str:
    r"""A text for one line.

    >>> one_line("49\nđảng viên")
    '49 đảng viên'
    """
    return printable(" ".join(text.split()))


def record_fields(record: Record) -> dict[str, str]:
    """What a record says beyond its text and place: the fields that are filled, as text.

    >>> from trichluc import Count
    >>> record_fields(Count(text="49 đảng viên", start=0, end=12, value=49, noun="đảng viên"))
    {'value': '49', 'noun': 'đảng viên'}
    >>> record_fields(Count(text="0 ca", start=0, end=4, value=0, noun="ca"))
    {'value': '0', 'noun': 'ca'}
    """
    fields = ((name, getattr(record, name)) for name in record.__struct_fields__ if name not in _COMMON)
    return {name: one_line(_value(value)) for name, value in fields if value is not None and value is not False and value not in ((), "")}


def _value(value: Any) -> str:  # noqa: ANN401  any field's value
    if isinstance(value, tuple):
        return "; ".join(map(_value, value))
    if isinstance(value, msgspec.Struct):
        parts = {name: part for name, part in msgspec.structs.asdict(value).items() if part is not None and name not in ("start", "end")}
        return " ".join(str(part) if name in ("text", "count", "noun", "message") else f"{name} {part}" for name, part in parts.items())
    return str(value)
