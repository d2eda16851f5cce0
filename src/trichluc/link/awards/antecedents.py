"""Whom a pronoun or a missing subject stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.people import person_at
from trichluc.link.awards.lists import read_list
from trichluc.link.awards.names import PERSON, UNIT, Phrase
from trichluc.link.awards.words import ends_with_word, phrases_of
from trichluc.rule import Pattern
from trichluc.text import UPPER

if TYPE_CHECKING:
    from trichluc.link.awards.clauses import Clause
    from trichluc.link.awards.phrases import PhraseReader
    from trichluc.scene import Scene
    from trichluc.segment import Sentence

__all__ = ["Antecedents"]

_MOST_SENTENCES = 40
_LONGEST_REACH = 600
_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]")
# đường Nguyễn Trãi, Trường THPT Lê Quý Đôn: named after a person
_NAMED_AFTER = Pattern(
    r"(?r)(?<!\w)(?:đường|phố|quận|huyện|xã|phường|thôn|trường|thpt|thcs|tiểu học|mầm non|bệnh viện|công viên|quảng trường|cầu|ngõ|số|thành phố|tp|"
    r"giải thưởng|giải|chuyên|đại học|mang tên) "
)
# A clause of somebody else stands between: Hội đồng xét xử nhận định …, trong đó có việc từng được tặng
_ANOTHER = Pattern(r".*?(?<!\w)(?:nhưng|trong đó|rằng|cho biết|bị cáo|việc|mà|còn)(?!\w)")
_LINE = Pattern(r"(?:[-+*•] ?|\d{4} ?[-:])")
# Sau khi đoạt giải nhất …, | Với 3 giải Nhì, | Từng đạt …,    the subject follows
_SUBORDINATE = Pattern(r"(?:sau khi|trước khi|khi|với|với việc|từng|nhờ|là|để|bên cạnh việc|ngoài|không chỉ)(?!\w)")


class Antecedents:
    """Looks for the person or body that a clause is about."""

    def __init__(self, scene: Scene, reader: PhraseReader) -> None:
        self._scene = scene
        self._reader = reader
        self._people: dict[int, list[Phrase]] = {}

    def person_before(self, at: int, sentence: Sentence) -> Phrase | None:
        """The person whom a pronoun at *at* stands for: who opens the nearest sentence that names one, else whom it names last."""
        number = self._scene.sentence_number(sentence.start)
        other = self._other_sex(at, sentence.end)
        for back in range(number, max(number - _MOST_SENTENCES, -1), -1):
            candidate = self._scene.sentences[back]
            end = min(candidate.end, at)
            opening = self._reader.at(candidate.start, end)
            last = next((person for person in reversed(self._people_of(back)) if person.start < end), None)
            for person in (opening if opening is not None and self._is_name(opening) else None, last):
                if person is not None and not (other and ends_with_word(self._before(person), other)):
                    return person
        return None

    def subject_of(self, clause: Clause) -> tuple[Phrase, ...]:
        """The subject of the clause's sentence, where its own is missing."""
        lower, sentence = self._scene.lower, clause.sentence
        if _SUBORDINATE.match(lower, sentence.start, clause.start) or _SUBORDINATE.match(lower, clause.left, clause.start):
            named = self._behind_comma(clause)
            if named:
                return named
        opening = self._reader.at(sentence.start, clause.start) if clause.start - sentence.start <= _LONGEST_REACH else None
        if opening is not None and opening.kind in (PERSON, UNIT) and not _ANOTHER.match(lower, opening.stop, clause.start):
            return (opening,)
        verb_first = not lower[sentence.start : clause.verb.start if clause.verb else clause.start].strip(' -"')
        return (self._behind_comma(clause) if verb_first else ()) or self._of_list(clause)

    def _people_of(self, number: int) -> list[Phrase]:
        """Everyone whom a sentence names, in order; read once."""
        if number not in self._people:
            text, lower, sentence = self._scene.text, self._scene.lower, self._scene.sentences[number]
            found: list[Phrase] = []
            end = 0
            for match in _CAPITAL.finditer(text.folded, sentence.start, sentence.end):
                at = match.start()
                if at < end or _NAMED_AFTER.match(lower, max(0, at - 14), at):
                    continue
                person = person_at(text, at, sentence.end)
                phrase = Phrase(PERSON, at, person, person) if person is not None else self._addressed_at(at, sentence.end)
                if phrase is not None:
                    end = phrase.end
                    found.append(phrase)
            self._people[number] = found
        return self._people[number]

    def _addressed_at(self, at: int, limit: int) -> Phrase | None:
        """A person named behind a form of address or role: `chị | Hằng`, `HLV | Park Hang Seo`."""
        if not ends_with_word(self._scene.lower[max(0, at - 14) : at].rstrip(), "role"):
            return None
        role = self._scene.lower.rfind(" ", max(0, at - 14), at - 1) + 1
        phrase = self._reader.at(role, limit)
        return phrase if phrase is not None and phrase.kind == PERSON and phrase.start == at else None

    def _behind_comma(self, clause: Clause) -> tuple[Phrase, ...]:
        """`Giành 14 HCV, đoàn Hải Dương xếp thứ 4`: the subject behind the comma."""
        comma = self._scene.lower.find(", ", clause.end, clause.sentence.end)
        phrases = read_list(self._reader, comma + 2, clause.sentence.end)[0] if comma >= 0 else ()
        return tuple(phrase for phrase in phrases if phrase.kind in (PERSON, UNIT))

    def _of_list(self, clause: Clause) -> tuple[Phrase, ...]:
        """`- Năm 1961: được bầu là Chiến sĩ thi đua`: in the lines of a life the person is not said again."""
        if not _LINE.match(self._scene.lower, clause.sentence.start, clause.start):
            return ()
        person = self.person_before(clause.sentence.start, clause.sentence)
        return (person,) if person else ()

    def _other_sex(self, at: int, end: int) -> str | None:
        """The words that whoever is meant by the pronoun at *at* is not addressed by."""
        woman, man = (phrases_of(group).at(self._scene.lower, at, end) for group in ("woman", "man"))
        return "man" if woman else "woman" if man else None

    def _before(self, person: Phrase) -> str:
        return self._scene.lower[max(person.start - 12, 0) : person.start].rstrip()

    def _is_name(self, phrase: Phrase) -> bool:
        words = self._scene.folded[phrase.start : phrase.end].split()
        return phrase.kind == PERSON or (phrase.kind == UNIT and len(words) >= 2 and all(word[:1].isupper() for word in words))
