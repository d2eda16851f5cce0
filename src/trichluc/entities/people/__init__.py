"""people: names of persons by surname, and what tells them from the names beside them."""

from __future__ import annotations

from trichluc.entities.people.grammar import People, default_people, person_at

__all__ = ["People", "default_people", "person_at"]
