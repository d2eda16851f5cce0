"""awards: who got each award, from whom, in what contest and at which level, and whether it was given at all."""

from __future__ import annotations

from trichluc.link.awards.fill import fill_awards

__all__ = ["fill_awards"]
