"""Whom a pronoun or a missing subject stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.entities.people import person_at
from trichluc.link.awards.phrases import PERSON, UNIT, Phrase, award_lexicon, phrases_of
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.link.awards.clauses import Clause
    from trichluc.link.awards.phrases import PhraseReader
    from trichluc.scene import Scene
    from trichluc.segment import Sentence

__all__ = ["Antecedents"]

_MOST_SENTENCES = 40
# Sau khi đoạt giải nhất …, | Với 3 giải Nhì, | Từng đạt …,    the subject follows
_SUBORDINATE = Pattern(r"(?:sau khi|trước khi|khi|với|với việc|từng|nhờ|là|để|bên cạnh việc|ngoài|không chỉ)(?!\w)")
# đường Nguyễn Trãi, Trường THPT Lê Quý Đôn: named after a person
_NAMED_AFTER = Pattern(r"(?r)(?<!\w)(?:đường|phố|quận|huyện|xã|phường|thôn|trường|thpt|thcs|tiểu học|mầm non|bệnh viện|công viên|quảng trường|cầu|ngõ|số|thành phố|tp|giải thưởng|giải|chuyên|đại học|mang tên) ")
# A clause of somebody else stands between: Hội đồng xét xử nhận định …, trong đó có việc từng được tặng
_ANOTHER = Pattern(r".*?(?<!\w)(?:nhưng|trong đó|rằng|cho biết|bị cáo|việc|mà|còn)(?!\w)")
_LINE = Pattern(r"(?:[-+*•] ?|\d{4} ?[-:])")


class Antecedents:
    """Looks for the person or body that a clause is about."""

    def __init__(self, scene: Scene, reader: PhraseReader) -> None:
        self._scene = scene
        self._reader = reader

    def person_before(self, at: int, sentence: Sentence) -> Phrase | None:
        """The person whom a pronoun at *at* stands for: who opens the nearest sentence that names one, else whom it names last."""
        number = self._scene.sentence_number(sentence.start)
        other = self._other_sex(at, sentence.end)
        for back in range(number, max(number - _MOST_SENTENCES, -1), -1):
            candidate = self._scene.sentences[back]
            end = min(candidate.end, at)
            opening = self._opening(candidate.start, end)
            if opening is not None and self._is_name(opening) and not self._addressed(opening, other):
                return opening
            named = self._last_person(candidate.start, end)
            if named is not None and not self._addressed(named, other):
                return named
        return None

    def _other_sex(self, at: int, end: int) -> str | None:
        """The group of words that whoever is meant by the pronoun at *at* is not addressed by."""
        woman, man = (phrases_of(group).at(self._scene.lower, at, end) for group in ("woman", "man"))
        return "man" if woman else "woman" if man else None

    def _addressed(self, person: Phrase, group: str | None) -> bool:
        before = self._scene.lower[max(person.start - 12, 0) : person.start].rstrip()
        return group is not None and any(before.endswith(word) and not before[: -len(word)][-1:].isalpha() for word in award_lexicon().group(group))

    def _last_person(self, start: int, end: int) -> Phrase | None:
        lower = self._scene.lower
        for at in range(end - 1, start - 1, -1):
            if not lower[at].isalpha() or lower[at - 1 : at].isalnum() or _NAMED_AFTER.match(lower, max(start, at - 14), at):
                continue
            if self._scene.folded[at].isupper() or phrases_of("role").at(lower, at, end) is not None:
                phrase = self._reader.at(at, end)
                if phrase is not None and phrase.kind == PERSON and (phrase.start > at or person_at(self._scene.text, at, end)):
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
        if opening is not None and opening.kind in (PERSON, UNIT) and not _ANOTHER.match(self._scene.lower, opening.stop, clause.start):
            return (opening,)
        return self._following(clause) or self._of_list(clause)

    def _following(self, clause: Clause) -> tuple[Phrase, ...]:
        """`Giành 14 HCV, đoàn Hải Dương xếp thứ 4`: the verb first, its subject behind the comma."""
        lower = self._scene.lower
        if lower[clause.sentence.start : clause.verb.start if clause.verb else clause.start].strip(' -"'):
            return ()
        comma = lower.find(", ", clause.end, clause.sentence.end)
        phrases = self._reader.list_at(comma + 2, clause.sentence.end)[0] if comma >= 0 else ()
        return tuple(phrase for phrase in phrases if phrase.kind in (PERSON, UNIT))

    def _of_list(self, clause: Clause) -> tuple[Phrase, ...]:
        """`- Năm 1961: được bầu là Chiến sĩ thi đua`: in the lines of a life the person is not said again."""
        if not _LINE.match(self._scene.lower, clause.sentence.start, clause.start):
            return ()
        person = self.person_before(clause.sentence.start, clause.sentence)
        return (person,) if person else ()

    def _opening(self, start: int, end: int) -> Phrase | None:
        return self._reader.at(start, end) if start < end else None

    def _is_name(self, phrase: Phrase) -> bool:
        words = self._scene.folded[phrase.start : phrase.end].split()
        return phrase.kind == PERSON or (len(words) >= 2 and all(word[:1].isupper() for word in words))
