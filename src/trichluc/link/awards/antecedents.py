"""Whom a pronoun or a missing subject stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.link.awards.phrases import PERSON, UNIT, Phrase
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.link.awards.clauses import Clause
    from trichluc.link.awards.phrases import PhraseReader
    from trichluc.scene import Scene
    from trichluc.segment import Sentence

__all__ = ["Antecedents"]

_MOST_SENTENCES = 6
# Sau khi đoạt giải nhất …, | Với 3 giải Nhì, | Từng đạt …,    the subject follows
_SUBORDINATE = Pattern(r"(?:sau khi|trước khi|khi|với|với việc|từng|nhờ|là|để|bên cạnh việc|ngoài|không chỉ)(?!\w)")


class Antecedents:
    """Looks for the person or body that a clause is about."""

    def __init__(self, scene: Scene, reader: PhraseReader) -> None:
        self._scene = scene
        self._reader = reader

    def person_before(self, at: int, sentence: Sentence) -> Phrase | None:
        """The nearest person that opens a sentence before *at*."""
        number = self._scene.sentence_number(sentence.start)
        for back in range(number, max(number - _MOST_SENTENCES, -1), -1):
            candidate = self._scene.sentences[back]
            phrase = self._opening(candidate.start, min(candidate.end, at))
            if phrase is not None and phrase.kind in (PERSON, UNIT) and self._is_name(phrase):
                return phrase
        return None

    def subject_of(self, clause: Clause) -> tuple[Phrase, ...]:
        """The subject of the clause's sentence, where its own is missing."""
        sentence = clause.sentence
        if _SUBORDINATE.match(self._scene.lower, sentence.start, clause.start) or _SUBORDINATE.match(
            self._scene.lower, clause.left, clause.start
        ):
            comma = self._scene.lower.find(", ", clause.end, sentence.end)
            if comma >= 0:
                phrases, _ = self._reader.list_at(comma + 2, sentence.end)
                named = tuple(phrase for phrase in phrases if phrase.kind in (PERSON, UNIT))
                if named:
                    return named
        opening = self._opening(sentence.start, clause.start)
        if opening is not None and opening.kind in (PERSON, UNIT):
            return (opening,)
        return ()

    def _opening(self, start: int, end: int) -> Phrase | None:
        return self._reader.at(start, end) if start < end else None

    def _is_name(self, phrase: Phrase) -> bool:
        words = self._scene.folded[phrase.start : phrase.end].split()
        return phrase.kind == PERSON or (len(words) >= 2 and all(word[:1].isupper() for word in words))
