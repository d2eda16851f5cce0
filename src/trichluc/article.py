"""article: the parts of the page as a value, put together at the end, when the dates are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.extraction import Article, Passage, Repeat
from trichluc.records import Date, Span

if TYPE_CHECKING:
    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["put_together"]


def put_together(scene: Scene, mentions: tuple[Mention, ...], title: str | None = None) -> Article:
    """Title, page date, dateline, lead, paragraphs, captions and byline, in the caller's own characters and offsets."""
    first: dict[str, str] = {}
    paragraphs: list[Span] = []
    captions: list[Passage] = []
    for zone in scene.zones.zones:
        start, end = scene.text.source_span(zone.start, zone.end)
        printed = scene.text.source[start:end]
        first.setdefault(zone.kind, printed)
        if zone.kind in ("lead", "body"):
            paragraphs.append(Span(start, end))
        elif zone.kind == "caption":
            captions.append(Passage(printed, start, end))
    page_date = next(
        (
            m.record.value[:10]
            for m in mentions
            if isinstance(m.record, Date) and m.record.section == "page_date" and len(m.record.value) >= 10
        ),
        None,
    )
    return Article(
        title=title or first.get("title"),
        page_date=page_date,
        dateline=scene.printed(*scene.zones.dateline) if scene.zones.dateline else None,
        lead=first.get("lead"),
        paragraphs=tuple(paragraphs),
        captions=tuple(captions),
        byline=first.get("byline"),
        repeats=tuple(
            Repeat(Span(*scene.text.source_span(once, once + length)), Span(*scene.text.source_span(again, again + length)))
            for once, again, length in scene.zones.repeats
        ),
    )
