"""organizations: a grammar over a lexicon of heads, with or without a model."""

from __future__ import annotations

from trichluc.entities.organizations.grammar import Organizations, default_organizations, issuer_at, organization_at

__all__ = ["Organizations", "default_organizations", "issuer_at", "organization_at"]
