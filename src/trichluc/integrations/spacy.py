"""spaCy: records as spans of a ``Doc``, and a pipeline component that puts them there. Needs the extra ``spacy``.

Spans stand in ``doc.spans["trichluc"]`` (they may overlap), labelled by type, each with its record in ``span._.record``. spaCy's spans are
made of tokens: a record that ends within a token gets the whole token, the record keeps its own offsets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from trichluc.pipeline import Pipeline, default_pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.extraction import Extraction

__all__ = ["SPANS", "Component", "annotate", "to_doc"]

SPANS = "trichluc"


def to_doc(text: str, extraction: Extraction, nlp: Language) -> Doc:
    """Tokenize *text* with *nlp* and put the records of its extraction on it.

    >>> import spacy, trichluc
    >>> text = "Tăng 5% so với năm trước."
    >>> doc = to_doc(text, trichluc.extract(text, entities=False, types=["percentage"]), spacy.blank("xx"))
    >>> [(span.text, span.label_, span._.record.value) for span in doc.spans["trichluc"]]
    [('5%', 'percentage', 5)]
    """
    return annotate(nlp.make_doc(text), extraction)


def annotate(doc: Doc, extraction: Extraction) -> Doc:
    """Put records on a ``Doc`` whose ``text`` they were extracted from."""
    if not Span.has_extension("record"):
        Span.set_extension("record", getter=_record)
    spans = [
        doc.char_span(record.start, record.end, label=record.type, span_id=str(record.id), alignment_mode="expand")
        for record in extraction.records
    ]
    doc.spans[SPANS] = [span for span in spans if span is not None]
    doc.user_data[SPANS] = {str(record.id): record for record in extraction.records}
    return doc


def _record(span: Span) -> Any:  # noqa: ANN401  any record, or None for a span of somebody else's
    return span.doc.user_data.get(SPANS, {}).get(span.id_)


class Component:
    """What ``nlp.add_pipe("trichluc")`` adds."""

    def __init__(self, pipeline: Pipeline, *, entities: bool, types: Sequence[str] | None) -> None:
        self._pipeline = pipeline
        self._entities = entities
        self._types = types

    def __call__(self, doc: Doc) -> Doc:
        """Extract from ``doc.text`` and put the records on it."""
        return annotate(doc, self._pipeline.extract(doc.text, entities=self._entities, types=self._types))


@Language.factory("trichluc", default_config={"entities": True, "types": None, "lexicons": []})
def make_component(nlp: Language, name: str, entities: bool, types: list[str] | None, lexicons: list[str]) -> Component:  # noqa: ARG001, FBT001  spaCy's signature
    """Make the component from a spaCy config.

    >>> import spacy
    >>> nlp = spacy.blank("xx")
    >>> _ = nlp.add_pipe("trichluc", config={"entities": False})
    >>> doc = nlp("Tăng 5% so với kế hoạch.")
    >>> [span.text for span in doc.spans["trichluc"]]
    ['5%']
    """
    return Component(Pipeline(lexicons=lexicons) if lexicons else default_pipeline(), entities=entities, types=types)
