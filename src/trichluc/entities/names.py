"""names: the lexicons of organizations, places and people, with the user's own added, ready to be asked."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from trichluc.entities.organizations.grammar import Organizations
from trichluc.entities.people.grammar import People
from trichluc.entities.phrases import Phrases
from trichluc.entities.places.grammar import Places
from trichluc.entities.signs import (
    ADDRESS,
    BEHIND_ADDRESS,
    BEHIND_BODY_CUE,
    BEHIND_FEATURE,
    BEHIND_NOT_PERSON,
    BEHIND_TITLE,
    BEHIND_UNIT,
    COMPOUND,
    HEAD,
    NO_NAME,
    PLACE,
    PRESS,
    SURNAME,
    TITLE,
    signs_of,
)
from trichluc.lexicon import load_lexicon, merge_lexicons

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trichluc.lexicon import Lexicon

__all__ = ["ROOMS", "Names", "default_names", "names_of"]

# Room of a user's lexicon → the package whose words it adds to.
ROOMS = {
    "organizations": "trichluc.entities.organizations",
    "places": "trichluc.entities.places",
    "people": "trichluc.entities.people",
    "names": "trichluc.entities",
}


class Names:
    """All that is known of names: by grammar (organizations, places, people) and by the words around them."""

    def __init__(self, lexicons: Mapping[str, Lexicon]) -> None:
        evidence = lexicons["names"]
        self.people = People(lexicons["people"])
        self.places = Places(lexicons["places"], self.people)
        self.organizations = Organizations(lexicons["organizations"], self.places, self.people)
        self.openings = evidence.words("opening")
        self.place_cues = Phrases(evidence.group("place_cue"))
        self.body_cues = Phrases(evidence.group("body_cue"))
        self.not_bodies = evidence.words("not_body")
        self.club_cities = evidence.words("club_city")
        self.events = evidence.words("event")
        self.foreign_bodies = evidence.words("foreign_body")
        self.foreign_nouns = evidence.words("foreign_noun")
        self.body_ends = tuple(evidence.words("mark_of_body"))
        self.directions = evidence.words("direction")
        self.press = Phrases(evidence.group("press"))
        people, places, heads = self.people, self.places, self.organizations.heads
        self.opening = signs_of(
            [
                (HEAD, heads.kinds.first_words),
                (COMPOUND, heads.compound_words),
                (PLACE, places.first_words),
                (PRESS, self.press.first_words),
                (SURNAME, [*people.all_surnames, *people.known.first_words, *people.saints.first_words]),
                (TITLE, people.titles.first_words),
                (NO_NAME, people.no_names.first_words),
                (ADDRESS, [*people.honorifics.first_words, *people.former.first_words]),
            ]
        )
        self.closing = signs_of(
            [
                (BEHIND_TITLE, people.titles.last_words),
                *((BEHIND_ADDRESS, group.last_words) for group in (people.honorifics, people.personal, people.nouns)),
                (BEHIND_UNIT, places.unit_words),
                (BEHIND_FEATURE, places.feature_words),
                (BEHIND_BODY_CUE, self.body_cues.last_words),
                (BEHIND_NOT_PERSON, people.not_persons.last_words),
            ]
        )
        # first words of names that are also printed small: trường THPT …, châu Á
        self.small_words = frozenset([*heads.small_words, *places.small_words])
        numbered = "|".join(sorted(map(re.escape, lexicons["places"].words("unit_numbered")), key=len, reverse=True))
        # phường 12, quận 4: a name without a capital
        self.numbered_unit = re.compile(rf"(?<!\w)(?:{numbered}) (?:số )?\d{{1,3}}(?![\w/%]|[.,]\d)")


def names_of(own: Iterable[Mapping[str, Lexicon]]) -> Names:
    """The library's names with the user's: *own* are read user lexicons, room → lexicon."""
    added = tuple(own)
    return Names(
        {room: merge_lexicons([load_lexicon(package), *(file[room] for file in added if room in file)]) for room, package in ROOMS.items()}
    )


@cache
def default_names() -> Names:
    """The names of the library's own lexicons."""
    return names_of(())
