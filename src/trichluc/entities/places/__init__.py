"""places: provinces, districts and communes, countries and cities, by gazetteer and by the unit that stands before the name."""

from __future__ import annotations

from trichluc.entities.places.grammar import Places, default_places, place_at

__all__ = ["Places", "default_places", "place_at"]
