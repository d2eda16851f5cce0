"""Annotation tools: Label Studio tasks and brat standoff, with relations between records.

Browsers count text in UTF-16 code units, and so do both tools' pages: a character beyond U+FFFF, such as an emoji, counts two. Offsets
are converted here, so that what was extracted is what is highlighted.

Relations: ``same_as`` and ``repeat_of`` from a record to the one it refers to, ``recipient`` from an award to who got it.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from trichluc.display import record_fields
from trichluc.records import RECORD_TYPES, Award

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trichluc.extraction import Extraction

__all__ = ["label_studio_config", "to_brat", "to_label_studio"]

_REFERENCES = ("same_as", "repeat_of")
_RECIPIENT = "recipient"


def to_label_studio(text: str, extraction: Extraction) -> dict[str, Any]:
    """A Label Studio task with the records as predictions; import a JSON list of them into a project with :func:`label_studio_config`.

    >>> import trichluc
    >>> text = "🏆 Tăng 5%"
    >>> task = to_label_studio(text, trichluc.extract(text, entities=False))
    >>> task["predictions"][0]["result"][0]["value"]["start"]  # the cup counts two
    8
    """
    at = _utf16(text)
    result: list[dict[str, Any]] = []
    for mark, label, start, end, note in _marks(extraction):
        value = {"start": at(start), "end": at(end), "text": text[start:end], "labels": [label]}
        result.append(
            {
                "id": mark,
                "type": "labels",
                "from_name": "label",
                "to_name": "text",
                "value": value,
                "meta": {"text": [note]} if note else {},
            }
        )
    for name, source, target in _relations(extraction):
        result.append({"type": "relation", "from_id": source, "to_id": target, "direction": "right", "labels": [name]})
    return {
        "data": {"text": text, "source": extraction.source},
        "predictions": [{"model_version": f"trichluc schema {extraction.schema}", "result": result}],
    }


def label_studio_config() -> str:
    """The labelling interface that the tasks fit.

    >>> label_studio_config().count("<Label ")
    10
    """
    labels = "".join(f'<Label value="{name}"/>' for name in (*RECORD_TYPES, _RECIPIENT))
    relations = "".join(f'<Relation value="{name}"/>' for name in (*_REFERENCES, _RECIPIENT))
    return f'<View><Relations>{relations}</Relations><Labels name="label" toName="text">{labels}</Labels><Text name="text" value="$text"/></View>'


def to_brat(text: str, extraction: Extraction, *, code_points: bool = False) -> str:
    r"""The ``.ann`` file beside a ``.txt`` file of *text*: ``T`` lines for records, ``R`` for relations, ``#`` for their fields.

    A record that runs over a line end is a discontinuous span, as brat demands. ``code_points`` counts as Python does, for tools that
    read the files outside a browser.

    >>> import trichluc
    >>> text = "Tăng 5%"
    >>> to_brat(text, trichluc.extract(text, entities=False)).splitlines()[0].split("\t")
    ['T1', 'percentage 5 7', '5%']
    """
    at = (lambda offset: offset) if code_points else _utf16(text)
    numbers: dict[str, int] = {}
    lines = []
    notes: list[str] = []
    for number, (mark, label, start, end, note) in enumerate(_marks(extraction), 1):
        numbers[mark] = number
        parts = list(_unbroken(text, start, end))
        spans = ";".join(f"{at(first)} {at(last)}" for first, last in parts)
        lines.append(f"T{number}\t{label} {spans}\t{' '.join(text[first:last] for first, last in parts)}")
        if note:
            notes.append(f"#{len(notes) + 1}\tAnnotatorNotes T{number}\t{note}")
    relations = enumerate(_relations(extraction), 1)
    lines += [f"R{number}\t{name} Arg1:T{numbers[source]} Arg2:T{numbers[target]}" for number, (name, source, target) in relations]
    return "".join(line + "\n" for line in lines + notes)


def _marks(extraction: Extraction) -> Iterator[tuple[str, str, int, int, str]]:
    """Every stretch to be marked: identity, label, code points, note."""
    for record in extraction.records:
        note = "; ".join(f"{name}={value}" for name, value in record_fields(record).items())
        yield str(record.id), record.type, record.start, record.end, note
        if isinstance(record, Award):
            for number, recipient in enumerate(record.recipients):
                yield f"{record.id}-{number}", _RECIPIENT, recipient.start, recipient.end, ""


def _relations(extraction: Extraction) -> Iterator[tuple[str, str, str]]:
    present = {record.id for record in extraction.records}
    for record in extraction.records:
        for name in _REFERENCES:
            target = getattr(record, name, None)
            if target in present:
                yield name, str(record.id), str(target)
        if isinstance(record, Award):
            yield from ((_RECIPIENT, str(record.id), f"{record.id}-{number}") for number in range(len(record.recipients)))


def _unbroken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch between line ends."""
    first = start
    for at in range(start, end + 1):
        if at == end or text[at] in "\r\n":
            if at > first:
                yield first, at
            first = at + 1


def _utf16(text: str) -> Callable[[int], int]:
    """From code points to UTF-16 code units."""
    if text.isascii() or max(text) <= "\uffff":
        return lambda offset: offset
    units = [0, *accumulate(2 if char > "\uffff" else 1 for char in text)]
    return units.__getitem__
