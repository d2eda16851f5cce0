"""Facts over mentions: what is said twice in an article, or printed in two files, is one fact.

A passage printed twice leaves its second records with ``repeat_of``; copies of an article have one fingerprint; a document cited by
number, by a short form and in another article is one document by :attr:`~trichluc.Citation.key`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from trichluc.extraction import Failure
from trichluc.records import Award, Citation
from trichluc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trichluc.extraction import Extraction
    from trichluc.records import AnyRecord

__all__ = ["TABLES", "Tally", "document_label", "documents", "fingerprint", "said_once", "table_of"]

TABLES = {
    "citation": "citations",
    "date": "dates",
    "count": "counts",
    "percentage": "percentages",
    "award": "awards",
    "duration": "durations",
    "money": "money",
    "measure": "measures",
    "entity": "entities",
}

Key = tuple[str | None, str | None, str | None]


def table_of(record_type: str) -> str:
    """Name of the table, column or file of a record type; types of the caller's own families cannot collide with ours.

    >>> table_of("citation"), table_of("plate")
    ('citations', 'own_plate')
    """
    return TABLES.get(record_type, f"own_{record_type}")


def said_once(extraction: Extraction) -> Iterator[AnyRecord]:
    """The records without those of a passage's second printing."""
    return (record for record in extraction.records if record.repeat_of is None)


def documents(extraction: Extraction) -> dict[int, Key]:
    """For the id of each citation, the key of the document it means: a short form has the key of the mention it refers to.

    >>> from trichluc import Citation, Extraction
    >>> full = Citation(id=0, text="Chỉ thị số 05-CT/TW", start=0, end=19, number="05-CT/TW", system="party", issued="2016-05-15")
    >>> short = Citation(id=1, text="Chỉ thị 05", start=30, end=40, number="05", same_as=0)
    >>> documents(Extraction(records=(full, short)))[1]
    ('5-CT/TW', 'party', '2016')
    """
    keys: dict[int, Key] = {}
    for citation in extraction.select(Citation):
        keys[citation.id] = keys.get(citation.same_as, citation.key) if citation.same_as is not None else citation.key
    return keys


def document_label(key: Key) -> str | None:
    """A name for a document that is fully known, the same in every article; None where a part of its key is unknown.

    >>> document_label(("6-CT/TW", "party", "2006")), document_label(("6-CT/TW", "party", None))
    ('6-CT/TW (party, 2006)', None)
    """
    number, system, year = key
    return f"{number} ({system}, {year})" if number and system and year else None


def fingerprint(extraction: Extraction) -> str | None:
    """What copies of one article have in common: its title, lead and records, folded; None where there is nothing to go by.

    Page furniture (date line, byline, captions) differs from site to site and is left out.
    """
    parts = [part for part in (extraction.article.title, extraction.article.lead) if part]
    parts += [record.text for record in extraction.records if record.section in ("title", "lead", "body")]
    if not parts:
        return None
    folded = " ".join(fold("\n".join(parts)).lower.split())
    return hashlib.blake2b(folded.encode(), digest_size=12).hexdigest()


class Tally:
    """What a run has found, counted article by article in memory that grows with the facts, not the articles' texts."""

    def __init__(self) -> None:
        self.articles = 0
        self.copies = 0
        self.failures: Counter[str] = Counter()
        self.mentions: Counter[str] = Counter()
        self.facts: Counter[str] = Counter()
        self.warnings: Counter[str] = Counter()
        self.documents: Counter[str] = Counter()
        self.awards: Counter[str] = Counter()
        self.kinds: dict[str, str] = {}
        self._seen: set[str] = set()

    def add(self, result: Extraction | Failure) -> None:
        """Count one result."""
        if isinstance(result, Failure):
            self.failures[result.stage] += 1
            return
        self.articles += 1
        self.mentions.update(record.type for record in result.records)
        self.warnings.update(notice.code for record in result.records for notice in record.warnings)
        mark = fingerprint(result)
        if mark is not None and mark in self._seen:
            self.copies += 1
            return
        if mark is not None:
            self._seen.add(mark)
        self.facts.update(record.type for record in said_once(result))
        self.awards.update(award.name for award in result.select(Award) if award.repeat_of is None and award.status == "awarded")
        self._add_documents(result)

    def _add_documents(self, extraction: Extraction) -> None:
        labels = {identity: document_label(key) for identity, key in documents(extraction).items()}
        once = dict.fromkeys(label for label in labels.values() if label)  # in text order, so that ties are told alike
        self.documents.update(list(once))
        for citation in extraction.select(Citation):
            label = labels[citation.id]
            if label and citation.kind and not label.startswith(citation.kind):  # Luật Cư trú has its kind in its name
                self.kinds.setdefault(label, citation.kind)
