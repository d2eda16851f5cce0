"""What an article gives as a whole: its parts, its records, or the failure in their place.

Offsets are those of :mod:`trichluc.records`: code points of the text as the caller gave it, half-open.
"""

from __future__ import annotations

from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from trichluc.award_rows import AwardRow, award_rows
from trichluc.errors import ReadError
from trichluc.records import SCHEMA_VERSION, AnyRecord, Award, Record, Span

__all__ = ["Article", "Extraction", "Failure", "Passage", "Repeat"]


class Passage(Struct, frozen=True, gc=False):
    """A stretch of the text with what stands there."""

    text: str
    start: int
    end: int


class Repeat(Struct, frozen=True, gc=False):
    """A passage printed twice, such as a lead that the body says again."""

    first: Span
    again: Span


class Article(Struct, frozen=True, kw_only=True):
    """The parts of the page: what is title, lead, body, caption and byline."""

    title: str | None = None
    page_date: Annotated[
        str | None, Meta(description="date line of the page, ISO; on some sites the day it was viewed: a reference of low trust")
    ] = None
    dateline: Annotated[str | None, Meta(description="the paper's mark before the lead: LSO")] = None
    lead: str | None = None
    paragraphs: tuple[Span, ...] = ()
    captions: tuple[Passage, ...] = ()
    byline: str | None = None
    repeats: Annotated[tuple[Repeat, ...], Meta(description="passages printed twice")] = ()


R = TypeVar("R", bound=Record)


class Extraction(Struct, frozen=True, kw_only=True):
    """All records of one article, in text order."""

    source: str | None = None
    article: Article = Article()
    records: tuple[AnyRecord, ...] = ()
    schema: str = SCHEMA_VERSION

    def select(self, record_type: type[R]) -> tuple[R, ...]:
        """The records of one type, in text order.

        >>> import trichluc
        >>> [c.noun for c in trichluc.extract("Xã có 12 thôn.", entities=False).select(trichluc.Count)]
        ['thôn']
        """
        return tuple(record for record in self.records if isinstance(record, record_type))

    def award_table(self) -> tuple[AwardRow, ...]:
        """Who got what, one row a recipient: see :func:`trichluc.award_rows.award_rows`."""
        return award_rows(self.select(Award))

    def to_json(self) -> bytes:
        """One UTF-8 JSON object; numbers are JSON numbers, never strings, never with an exponent.

        >>> Extraction(source="a.txt").to_json().startswith(b'{"source":"a.txt"')
        True
        """
        return _ENCODER.encode(self)

    @classmethod
    def from_json(cls, data: bytes | str) -> Extraction:
        """Read back what :meth:`to_json` wrote, without loss.

        Raises:
            ReadError: the data is not an extraction.

        >>> Extraction.from_json(Extraction(source="a.txt").to_json()).source
        'a.txt'
        """
        try:
            return _DECODER.decode(data)
        except msgspec.DecodeError as error:
            message = f"not an extraction: {error}"
            raise ReadError(message) from error


class Failure(Struct, frozen=True):
    """What a batch gives in the place of an article it could not do.

    >>> Failure("a.txt", "read", "not UTF-8").stage
    'read'
    """

    source: str | None
    stage: str
    message: str


_ENCODER = msgspec.json.Encoder(decimal_format="number")
_DECODER = msgspec.json.Decoder(Extraction)
