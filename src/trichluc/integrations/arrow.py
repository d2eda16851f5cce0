"""Columns: one row an article, a typed list of structs for every record type. What Parquet, Spark, Ray, DuckDB and Polars share.

The schema is derived from the value types, so a field added there appears here. Numbers are ``decimal128(38, 9)``: exact, as the
records are. Needs the extra ``arrow``.
"""

from __future__ import annotations

from decimal import Context, Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import msgspec

from trichluc.errors import TrichlucError
from trichluc.extraction import Article, Extraction, Failure
from trichluc.facts import TABLES
from trichluc.lines import Fault
from trichluc.records import RECORD_TYPES, SCHEMA_VERSION, Award, Notice
from trichluc.source import Source

try:
    import pyarrow as pa
except ImportError as error:  # pragma: no cover  the tests have it
    message = "columns need pyarrow: pip install 'trichluc[arrow]'"
    raise ImportError(message) from error

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from trichluc.pipeline import Pipeline
    from trichluc.records import AnyRecord

__all__ = ["extract_batch", "from_batch", "schema", "to_batch"]

NUMBER = (38, 9)  # digits, digits behind the point
_LARGEST = Decimal(10) ** (NUMBER[0] - NUMBER[1])
_JSON = msgspec.json.Encoder(decimal_format="number")
_EXACT = Context(prec=60)  # the default one rounds to 28 digits


@cache
def schema() -> Any:  # noqa: ANN401  pyarrow has no types
    """The Arrow schema of a row: ``source``, ``article``, a list a record type, ``own``, ``error``, ``schema``.

    Records of families of the caller's own stand in ``own``, a JSON object each.

    >>> schema().field("citations").type.value_type.field("number").type
    DataType(string)
    """
    lists = [pa.field(TABLES[name], pa.list_(_type(msgspec.inspect.type_info(record)))) for name, record in RECORD_TYPES.items()]
    return pa.schema(
        [
            pa.field("source", pa.string()),
            pa.field("article", _type(msgspec.inspect.type_info(Article))),
            *lists,
            pa.field("own", pa.list_(pa.string())),
            pa.field("error", _type(msgspec.inspect.type_info(Fault))),
            pa.field("schema", pa.string()),
        ]
    )


def to_batch(results: Iterable[Extraction | Failure]) -> Any:  # noqa: ANN401  pyarrow has no types
    """A record batch of results, a row each."""
    return pa.RecordBatch.from_pylist([_row(result) for result in results], schema=schema())


def from_batch(batch: Any) -> Iterator[Extraction | Failure]:  # noqa: ANN401  pyarrow has no types
    """The results back from a batch (or table) that :func:`to_batch` made, without loss, but for records of the caller's own types.

    >>> [failed] = from_batch(to_batch([Failure("a.txt", "read", "no such file")]))
    >>> failed.message
    'no such file'
    """
    for row in batch.to_pylist():
        if row["error"]:
            yield Failure(row["source"], row["error"]["stage"], row["error"]["message"])
            continue
        records = [_record(name, fields) for name, table in TABLES.items() for fields in row[table] or ()]
        records.sort(key=lambda record: (record.start, record.end, record.id))
        article = msgspec.convert(row["article"], Article)
        yield Extraction(source=row["source"], article=article, records=tuple(records), schema=row["schema"])


def extract_batch(
    batch: Any,  # noqa: ANN401  pyarrow has no types
    *,
    text: str = "text",
    source: str = "source",
    title: str = "title",
    published: str | dt.date | None = "published",
    entities: bool = True,
    types: Sequence[str] | None = None,
    pipeline: Pipeline | None = None,
) -> Any:  # noqa: ANN401  as above
    """Extract from a batch of articles: a row out for every row in, in their order, of the form :func:`schema` states.

    Args:
        batch: a ``pyarrow.RecordBatch`` with a column of texts.
        text: name of that column.
        source: name of the column that names the articles; without one they are unnamed.
        title: name of the column of titles, where there is one.
        published: name of the column of dates of publication, or a date that holds for all.
        entities: as for :func:`trichluc.extract`.
        types: as for :func:`trichluc.extract`.
        pipeline: another than the default one.

    Raises:
        TrichlucError: the batch has no column of that name.

    >>> import pyarrow
    >>> done = extract_batch(pyarrow.RecordBatch.from_pydict({"text": ["Tăng 5%.", None]}), entities=False)
    >>> done.num_rows, done.column("error").to_pylist()[1]["message"]
    (2, 'no text')
    """
    from trichluc.batch import extract_pairs  # noqa: PLC0415  the schema alone does not need it

    names = batch.schema.names
    if text not in names:
        message = f"no column {text!r} in this batch; it has {', '.join(names)}"
        raise TrichlucError(message)
    rows = batch.num_rows
    of = {name: batch.column(name).to_pylist() if name in names else [None] * rows for name in (text, source, title)}
    dates = batch.column(published).to_pylist() if published in names else [None if published == "published" else published] * rows
    articles = (_article(*cells) for cells in zip(of[text], of[source], of[title], dates, strict=True))
    return to_batch(result for _, result in extract_pairs(articles, pipeline=pipeline, entities=entities, types=types))


def _article(text: str | None, source: object, title: str | None, published: dt.date | str | None) -> Source | Failure:
    name = None if source is None else str(source)
    return Failure(name, "read", "no text") if text is None else Source(text, name, title, published)


def _type(shape: msgspec.inspect.Type) -> Any:  # noqa: ANN401  pyarrow has no types
    match shape:
        case msgspec.inspect.Metadata(type=inner):
            return _type(inner)
        case msgspec.inspect.UnionType(types=types):
            kinds = [one for one in types if not isinstance(one, msgspec.inspect.NoneType)]
            return pa.decimal128(*NUMBER) if any(isinstance(one, msgspec.inspect.DecimalType) for one in kinds) else _type(kinds[0])
        case msgspec.inspect.VarTupleType(item_type=item):
            return pa.list_(_type(item))
        case msgspec.inspect.StructType(fields=fields):
            return pa.struct([pa.field(field.encode_name, _type(field.type)) for field in fields])
        case msgspec.inspect.IntType():
            return pa.int64()
        case msgspec.inspect.BoolType():
            return pa.bool_()
    return pa.string()


def _row(result: Extraction | Failure) -> dict[str, Any]:
    if isinstance(result, Failure):
        return {"source": result.source, "error": {"stage": result.stage, "message": result.message}, "schema": SCHEMA_VERSION}
    row: dict[str, Any] = {"source": result.source, "article": msgspec.to_builtins(result.article), "schema": result.schema}
    row |= {table: [] for table in (*TABLES.values(), "own")}
    for record in result.records:
        if record.type not in TABLES:
            row["own"].append(_JSON.encode(record).decode())
            continue
        row[TABLES[record.type]].append(msgspec.to_builtins(_fitting(record), builtin_types=(Decimal,)))
    return row


def _fitting(record: AnyRecord) -> AnyRecord:
    """A number of over 29 digits, or finer than a thousand millionth, has no place in the column: null, with a warning that holds it."""
    instead: dict[str, Any] = {name: None for name in record.__struct_fields__ if not _fits(getattr(record, name))}
    if isinstance(record, Award) and not all(_fits(recipient.count) for recipient in record.recipients):
        instead["recipients"] = ()
    notices = tuple(Notice("number_unfit", f"{name}={getattr(record, name)}") for name in instead)
    return msgspec.structs.replace(record, warnings=record.warnings + notices, **instead) if instead else record


def _fits(value: object) -> bool:
    if isinstance(value, Decimal):
        return abs(value) < _LARGEST and -int(value.as_tuple().exponent) <= NUMBER[1]
    return not isinstance(value, int) or abs(value) < 2**63


def _record(name: str, fields: dict[str, Any]) -> AnyRecord:
    plain = {key: _number(value) for key, value in fields.items() if value is not None}
    plain["provisions"] = [{key: part for key, part in one.items() if part is not None} for one in fields.get("provisions") or ()]
    return cast("AnyRecord", msgspec.convert(plain | {"type": name}, RECORD_TYPES[name]))


def _number(value: Any) -> Any:  # noqa: ANN401  any field's value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value.normalize(_EXACT)
    return value
