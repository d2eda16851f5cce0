"""Another tagger: any class with the two methods of `trichluc.engines.Tagger`, such as a wrapper of a transformers model.

What it says is evidence, taken where a name's form and the words around it agree: names that a title, a list of places or a grammar
settles do not depend on it. This stub knows the names it is given.
"""

import re
from collections.abc import Mapping

import trichluc
from trichluc.engines import Token


class Known:
    """Cuts at spaces and signs, and tags the names it was given."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def words(self, sentence: str) -> list[tuple[int, int]]:
        """Start and end of each word; a known name is one word."""
        return [match.span() for match in re.finditer("|".join([*map(re.escape, self.names), r"\w+", r"[^\w\s]"]), sentence)]

    def tag(self, sentence: str) -> list[Token]:
        """Each word with part of speech and name, in the tags of underthesea."""
        kinds = [(start, end, self.names.get(sentence[start:end])) for start, end in self.words(sentence)]
        return [Token(start, end, "Np" if kind else "N", f"B-{kind}" if kind else "O") for start, end, kind in kinds]


TEXT = "Tối qua, đoàn xe tới Khuổi Nhừ, chị Lò Thị Mai kể."

for tagger in (Known({}), Known({"Khuổi Nhừ": "LOC"})):
    extraction = trichluc.Pipeline(tagger=tagger).extract(TEXT)
    print([(entity.kind, entity.text) for entity in extraction.select(trichluc.Entity)])

# prints:
# [('person', 'Lò Thị Mai')]
# [('location', 'Khuổi Nhừ'), ('person', 'Lò Thị Mai')]
