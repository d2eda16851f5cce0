"""The shape of a line of output, said twice: as JSON Schema for programs, as a field reference in Markdown for people.

Both are made from the value types in :mod:`trichluc.records` and :mod:`trichluc.extraction` (annotations, descriptions, docstrings), so they cannot go stale; the examples
of the reference are the ones in the docstrings, put through the library.
"""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from trichluc import records
from trichluc.display import record_fields
from trichluc.extraction import Article, Extraction, Passage, Repeat
from trichluc.lines import FailureLine
from trichluc.records import RECORD_TYPES, SCHEMA_VERSION, Notice, Provision, Recipient, Record, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["json_schema", "reference"]

_PARTS: tuple[type[Struct], ...] = (Provision, Recipient, Notice, Span, Passage, Repeat)


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a line: an extraction, or a failure in its place.

    >>> sorted(json_schema()["$defs"])[:3]
    ['Article', 'Award', 'Citation']
    """
    (extraction, failure), components = msgspec.json.schema_components((Extraction, FailureLine), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"trichluc output, version {SCHEMA_VERSION}",
        "description": "One line of JSON Lines output: an article's records, or what went wrong with it.",
        "anyOf": [extraction, failure],
        "$defs": {name: _plain_numbers(component) for name, component in components.items()},
    }


def reference() -> str:
    """The field reference in Markdown.

    >>> reference().splitlines()[0]
    '# Fields of the output'
    """
    return "\n".join(_reference())


def _plain_numbers(schema: Any) -> Any:  # noqa: ANN401  JSON is any
    """Decimals are written as numbers (msgspec's schema has them as strings, its default)."""
    if isinstance(schema, dict):
        if schema.get("format") == "decimal":
            return {key: value for key, value in schema.items() if key != "format"} | {"type": "number"}
        return {key: _plain_numbers(value) for key, value in schema.items()}
    if isinstance(schema, list):
        return [_plain_numbers(value) for value in schema]
    return schema


def _reference() -> Iterator[str]:
    yield "# Fields of the output"
    yield ""
    yield from _paragraph(records)
    yield "One line of JSON Lines output is one article: `source` (what was read), `article`, `records` in text order, `schema`"
    yield f"(`{SCHEMA_VERSION}`). An article that could not be done has `source` and `error` (`stage`, `message`) instead."
    yield ""
    yield "## Every record"
    yield ""
    yield from _paragraph(Record)
    yield from _table(Record, with_type=True)
    for name, record in RECORD_TYPES.items():
        yield f"## {name}"
        yield ""
        yield from _paragraph(record)
        yield from _table(record, without=Record)
        yield from _examples(record)
    yield "## article"
    yield ""
    yield from _paragraph(Article)
    yield from _table(Article)
    yield "## Parts"
    yield ""
    for part in _PARTS:
        yield f"### {part.__name__}"
        yield ""
        yield from _paragraph(part)
        yield from _table(part)


def _paragraph(thing: object) -> Iterator[str]:
    text = inspect.cleandoc(thing.__doc__ or "").split("\n\nArgs:")[0]
    yield re.sub(r":\w+:`~?([^`]+)`", r"`\1`", text).replace("``", "`")
    yield ""


def _table(struct: type[Struct], without: type[Struct] | None = None, *, with_type: bool = False) -> Iterator[str]:
    inherited = {field.name for field in msgspec.structs.fields(without)} if without else set()
    rows = [field for field in msgspec.structs.fields(struct) if field.name not in inherited]
    yield "| field | type | meaning |"
    yield "|---|---|---|"
    if with_type:
        yield f"| `type` | text | {', '.join(f'`{name}`' for name in RECORD_TYPES)} |"
    for field in rows:
        shape = msgspec.inspect.type_info(field.type)
        yield f"| `{field.name}` | {_shape(shape)} | {_escape(_description(shape))} |"
    yield ""


def _examples(record: type[Record]) -> Iterator[str]:
    """What comes out of the examples that the docstring prints between double backquotes."""
    from trichluc.pipeline import default_pipeline  # noqa: PLC0415  the JSON Schema needs no rules

    yield "| example | what comes out |"
    yield "|---|---|"
    for text in re.findall("``(.+?)``", inspect.cleandoc(record.__doc__ or "")):
        for found in default_pipeline().extract(text).select(record):
            fields = "; ".join(f"`{name}` {_escape(value)}" for name, value in record_fields(found).items())
            yield f"| `{_escape(found.text)}` | {fields} |"
    yield ""


def _description(shape: msgspec.inspect.Type) -> str:
    if isinstance(shape, msgspec.inspect.Metadata):
        return str((shape.extra_json_schema or {}).get("description", ""))
    return ""


def _shape(shape: msgspec.inspect.Type) -> str:
    match shape:
        case msgspec.inspect.Metadata(type=inner):
            return _shape(inner)
        case msgspec.inspect.UnionType(types=types):
            return " or ".join(dict.fromkeys(_shape(one) for one in types))
        case msgspec.inspect.VarTupleType(item_type=item):
            return f"list of {_shape(item)}"
        case msgspec.inspect.StructType(cls=cls):
            return f"[{cls.__name__}](#{cls.__name__.lower()})"
        case msgspec.inspect.IntType():
            return "integer"
        case msgspec.inspect.DecimalType():
            return "number"
        case msgspec.inspect.BoolType():
            return "true/false"
        case msgspec.inspect.NoneType():
            return "null"
    return "text"


def _escape(text: str) -> str:
    return text.replace("|", "\\|")
