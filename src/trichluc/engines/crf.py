"""The `lCRF` file of CRFsuite, read into weights: attribute by attribute, label by label.

    header    magic "lCRF", size, type, version, counts, offsets of the chunks
    FEAT      (kind, source, target, weight)*   kind 0: attribute → label, kind 1: label → label
    CQDB      (id, length, key)*                twice: labels, attributes

An attribute is a string such as `T[-1,0].lower=hà nội`: template, `=`, value.
"""

from __future__ import annotations

import re
import struct
from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from trichluc.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["Model", "by_offset", "read_model"]

Vector = TypeVar("Vector", int, float)
"""The weights an attribute gives to all labels, in a form that adds up with one `+`."""

_HEADER = struct.Struct("<4sI4s9I")
_CHUNK = struct.Struct("<4s2I")
_FEATURE = struct.Struct("<IIId")
_DATABASE = struct.Struct("<4s5I")
_RECORD = struct.Struct("<2I")
_KEY = re.compile(rb"(?s).{8}([^\0]*+)\0")  # a record, in the order of the ids


class Model(Struct, Generic[Vector], frozen=True):
    """A linear-chain CRF.

    Attributes:
        labels: names of the labels, in the order of the file.
        weights: template → value → weights of the attribute `template=value`.
        nothing: the vector that changes nothing.
        transitions: from label, to label → weight; absent pairs weigh nothing.
    """

    labels: tuple[str, ...]
    weights: Mapping[str, Mapping[str, Vector]]
    nothing: Vector
    transitions: Mapping[tuple[int, int], float]


def read_model(data: bytes, unit: Callable[[int], Vector], number: Callable[[float], Vector]) -> Model[Vector]:
    """Decode the bytes of an `lCRF` file; an attribute's vector is the sum of `unit(label) * number(weight)`.

    Raises:
        EngineError: the bytes are of another form.
    """
    magic, _, kind, _, _, _, _, features_at, labels_at, attributes_at, _, _ = _HEADER.unpack_from(data)
    if (magic, kind) != (b"lCRF", b"FOMC"):
        message = f"a CRFsuite model starts with lCRF and FOMC, not {magic!r} and {kind!r}"
        raise EngineError(message)
    labels = _read_keys(data, labels_at)
    attributes = _read_keys(data, attributes_at)
    units = [unit(label) for label in range(len(labels))]
    nothing = number(0.0)
    sums = [nothing] * len(attributes)
    transitions: dict[tuple[int, int], float] = {}
    _, size, _ = _CHUNK.unpack_from(data, features_at)
    features = memoryview(data)[features_at + _CHUNK.size : features_at + size]
    for is_transition, source, label, weight in _FEATURE.iter_unpack(features):
        if is_transition:
            transitions[source, label] = weight
        else:
            sums[source] += units[label] * number(weight)
    weights: defaultdict[str, dict[str, Vector]] = defaultdict(dict)
    for attribute, total in zip(attributes, sums, strict=True):
        template, _, value = attribute.partition("=")
        weights[template][value] = total
    return Model(tuple(labels), dict(weights), nothing, transitions)


def by_offset(model: Model[Vector], templates: Sequence[str]) -> dict[str, tuple[Vector, ...]]:
    """Gather the templates that look at the same thing from different places: value → its weights, one a template.

    `by_offset(model, ["T[-1]", "T[0]", "T[1]"])["Hà"]`: what `Hà` says about the word after it, itself, and the word before it.
    """
    rows: dict[str, list[Vector]] = {}
    for place, template in enumerate(templates):
        for value, weights in model.weights.get(template, {}).items():
            row = rows.get(value)
            if row is None:
                row = rows[value] = [model.nothing] * len(templates)
            row[place] = weights
    return {value: tuple(row) for value, row in rows.items()}


def _read_keys(data: bytes, at: int) -> list[str]:
    _, _, _, _, count, index_at = _DATABASE.unpack_from(data, at)
    places = struct.unpack_from(f"<{count}I", data, at + index_at)
    _, length = _RECORD.unpack_from(data, at + places[-1])
    records = data[at + places[0] : at + places[-1] + _RECORD.size + length]
    keys = b"\0".join(_KEY.findall(records)).decode().split("\0")
    if len(keys) != count:
        message = f"a list of {count} names holds {len(keys)}"
        raise EngineError(message)
    return keys
