"""One self-contained HTML page about one or many articles: texts with their records, tables, documents, dates."""

from trichluc.report.page import Page

__all__ = ["Page"]
