"""fill_awards: the step that puts together what the clause, the list and the passage say of an award."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from trichluc.link.awards.antecedents import Antecedents
from trichluc.link.awards.clauses import Clause, read_clauses
from trichluc.link.awards.contests import BARE, NAMED, PLAIN, Contest, find_contests, weight_of
from trichluc.link.awards.headings import Heading, heading_of
from trichluc.link.awards.levels import level_of_body, level_of_event
from trichluc.link.awards.phrases import COUNTED, PERSON, PRONOUN, UNIT, Phrase, PhraseReader, award_lexicon
from trichluc.link.awards.statuses import status_of, times_of
from trichluc.records import Award, Date, Recipient

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["fill_awards"]

_CONTESTED = frozenset({"prize", "medal", "ranking"})


def fill_awards(mentions: tuple[Mention, ...], scene: Scene, _published: date | None) -> tuple[Mention, ...]:
    """Fill recipients, awarder, event, level, status, times and date of every award."""
    if not any(isinstance(mention.record, Award) for mention in mentions):
        return mentions
    filled = list(mentions)
    passage = _Passage(scene, mentions)
    for clauses in read_clauses(scene, mentions, passage.reader):
        for number, fields in passage.read(clauses):
            filled[number] = mentions[number].with_fields(**fields)
    return tuple(filled)


class _Told(Struct, frozen=True):
    """What a clause turned out to say."""

    clause: Clause
    recipients: tuple[Phrase, ...]
    awarder: tuple[int, int] | None
    status: str


class _Passage:
    """Reads clause after clause; later ones may lean on earlier ones."""

    def __init__(self, scene: Scene, mentions: Sequence[Mention]) -> None:
        self._scene = scene
        self._mentions = mentions
        self.reader = PhraseReader(scene, mentions)
        self._contests = find_contests(scene)
        self._antecedents = Antecedents(scene, self.reader)

    def read(self, clauses: list[Clause]) -> Iterable[tuple[int, dict[str, Any]]]:
        heading = heading_of(self._scene, clauses[0].sentence)
        told: list[_Told] = []
        for clause in clauses:
            status = status_of(self._scene, clause, told[-1].status if told else None, heading.status if heading else None)
            awarder = clause.right.awarder or clause.agent or self._same_giver(clause, told) or (heading.awarder if heading else None)
            told.append(_Told(clause, self._recipients(clause, told), awarder, status))
        told = list(self._shared(told))
        for place, row in enumerate(told):
            following = told[place + 1].clause if place + 1 < len(told) else None
            for number in row.clause.awards:
                yield number, self._fields(number, row, following)

    def _same_giver(self, clause: Clause, told: list[_Told]) -> tuple[int, int] | None:
        """`UBND huyện biểu dương 35 nông dân và tặng giấy khen cho 4 hợp tác xã`: one subject, two verbs."""
        active = clause.verb is not None and clause.verb.kind == "give" and not clause.verb.passive
        joined = self._scene.lower[clause.left : clause.verb.start].rstrip().endswith(("và", ",", "đồng thời", "cùng với")) if clause.verb else False
        if not told or not active or not (clause.elided or joined) or told[-1].clause.verb is None or told[-1].clause.verb.passive:
            return None
        return told[-1].clause.agent

    def _recipients(self, clause: Clause, told: list[_Told]) -> tuple[Phrase, ...]:
        verb = clause.verb
        if clause.right.goals:
            return clause.right.goals
        if clause.subject:
            return self._resolved(clause, clause.subject)
        if verb is None or verb.kind in ("give", "revoke") and not verb.passive:
            return ()
        if clause.own_verb and clause.elided:
            return self._elided(clause, told)
        return ()

    def _resolved(self, clause: Clause, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        if phrases[-1].kind != PRONOUN:
            return phrases
        person = self._antecedents.person_before(phrases[-1].start, clause.sentence)
        return (person,) if person else ()

    def _elided(self, clause: Clause, told: list[_Told]) -> tuple[Phrase, ...]:
        """`; đạt 1 giải Khuyến khích`: the subject of the sentence; at its head that of the main clause behind, or of the sentence before."""
        carriers = [row.recipients for row in told if row.recipients and (verb := row.clause.verb) and (verb.passive or verb.kind in ("win", "be"))]
        if carriers and self._scene.lower[clause.left - 2 : clause.left] != "; ":
            return carriers[-1]
        named = next((recipients for recipients in carriers if recipients[0].kind != COUNTED), None)
        return named or self._antecedents.subject_of(clause) or (carriers[0] if carriers else ())

    def _shared(self, told: list[_Told]) -> Iterable[_Told]:
        """An awarder or recipients said once for a row of awards: `giải Nhì, 2 cá nhân đạt giải Ba của Đảng uỷ Khối`."""
        for number, row in enumerate(told):
            awarder, recipients = row.awarder, row.recipients
            following = told[number + 1] if number + 1 < len(told) else None
            if following is not None and ";" not in self._scene.lower[row.clause.end : following.clause.start]:
                if awarder is None and following.clause.right.awarder and self._alike(row, following):
                    awarder = following.clause.right.awarder
                if not recipients and not following.clause.own_verb and following.clause.right.goals:
                    recipients = following.clause.right.goals
            yield _Told(row.clause, recipients, awarder, row.status)

    def _alike(self, one: _Told, other: _Told) -> bool:
        verbs = one.clause.verb, other.clause.verb
        first, second = (self._award(row.clause.awards[0]) for row in (one, other))
        return first.category == second.category == "prize" and all(verb is not None and verb.kind == "win" for verb in verbs)

    def _award(self, number: int) -> Award:
        record = self._mentions[number].record
        assert isinstance(record, Award)  # noqa: S101  # clauses hold awards only
        return record

    def _fields(self, number: int, row: _Told, following: Clause | None) -> dict[str, Any]:
        award, clause = self._award(number), row.clause
        event = self._event(award, clause, following)
        giver = row.awarder or (event.host if event and event.awarding and award.category in _CONTESTED else None)
        awarder = self._scene.printed(*giver) if giver else None
        level = award.level
        if level is None and row.awarder:
            level = level_of_body(self._scene.lower[slice(*row.awarder)])
        if level is None and event is not None:
            level = level_of_event(self._scene.lower[event.start : event.end])
            if level is None and event.host is not None:
                level = level_of_body(self._scene.lower[slice(*event.host)])
        word = clause.verb.word if clause.verb else ""
        return {
            "recipients": tuple(self._recipient(phrase) for phrase in row.recipients if phrase.kind in (COUNTED, PERSON, UNIT)),
            "awarder": awarder,
            "level": level,
            "event": self._scene.printed(event.start, event.end) if event else None,
            "status": row.status,
            "posthumous": word in award_lexicon().group("posthumous"),
            "times": times_of(self._scene, clause),
            "date": self._date(clause),
        }

    def _recipient(self, phrase: Phrase) -> Recipient:
        start, end = self._scene.text.source_span(phrase.start, phrase.end)
        count = phrase.count if isinstance(phrase.count, int) else None
        return Recipient(self._scene.text.source[start:end], start, end, count, phrase.noun)

    def _event(self, award: Award, clause: Clause, following: Clause | None) -> Contest | None:
        """The contest at the award or at the next one of its sentence, else the best named one before it."""
        local = None
        span = clause.right.event
        if span is None and following is not None and award.category in _CONTESTED:
            joined = ";" not in self._scene.lower[clause.end : following.start]
            span = following.right.event if joined else None
        if span:
            start, end = span
            local = next((contest for contest in self._contests if contest.start == start), Contest(start, end, weight_of(self._scene, start, end)))
        if award.category not in _CONTESTED:
            return local if local is not None and local.weight > BARE else None
        if local is not None and local.weight > BARE:
            return local
        before = [contest for contest in self._contests if contest.end <= clause.start]
        for weight in (NAMED, PLAIN):
            chosen = [contest for contest in before if contest.weight == weight]
            if chosen:
                return chosen[-1]
        return local

    def _date(self, clause: Clause) -> str | None:
        """The date nearest before the award in its clause, else right behind it."""
        dates = [mention for mention in self._mentions if isinstance(mention.record, Date) and clause.left <= mention.start and mention.end <= clause.sentence.end]
        before = [mention for mention in dates if mention.end <= clause.start]
        chosen = before[-1] if before else next((mention for mention in dates if clause.end <= mention.start <= clause.right.end + 12), None)
        return chosen.record.value if chosen is not None and isinstance(chosen.record, Date) else None
