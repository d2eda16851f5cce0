"""Source: one article to read."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

__all__ = ["Source"]


class Source(Struct, frozen=True):
    """One article: its text, where it came from, and what is known about it from elsewhere.

    >>> Source("Xã có 12 thôn.", source="a.txt").source
    'a.txt'
    """

    text: str
    source: str | None = None
    title: str | None = None
    published: date | datetime | str | None = None
