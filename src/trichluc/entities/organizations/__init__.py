"""organizations: a grammar over a lexicon of heads, with or without a model."""

from __future__ import annotations

from trichluc.entities.organizations.grammar import Organizations, Reading, default_organizations, issuer_at, organization_at

__all__ = ["Organizations", "Reading", "default_organizations", "issuer_at", "organization_at"]
