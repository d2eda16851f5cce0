"""fill_awards: the step that puts together what the clause, the list and the passage say of an award."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from trichluc.link.awards.antecedents import Antecedents
from trichluc.link.awards.clauses import Clause, read_clauses
from trichluc.link.awards.contests import Contest, find_contests
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
            awarder = clause.right.awarder or clause.agent or (heading.awarder if heading else None)
            told.append(_Told(clause, self._recipients(clause, told), awarder, status))
        told = list(self._shared(told))
        for row in told:
            for number in row.clause.awards:
                yield number, self._fields(number, row)

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
        if told:
            after_stop = self._scene.lower[clause.left - 2 : clause.left] == "; "
            carriers = [row for row in told if row.recipients and row.clause.verb and row.clause.verb.kind in ("win", "be")]
            named = [row for row in carriers if row.recipients[0].kind != COUNTED]
            chosen = (named or carriers)[0] if after_stop and carriers else carriers[-1] if carriers else None
            if chosen is not None:
                return chosen.recipients
        return self._antecedents.subject_of(clause)

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

    def _fields(self, number: int, row: _Told) -> dict[str, Any]:
        award, clause = self._award(number), row.clause
        event = self._event(award, clause)
        awarder = self._scene.printed(*row.awarder) if row.awarder else None
        level = award.level
        if level is None and row.awarder:
            level = level_of_body(self._scene.lower[slice(*row.awarder)])
        if level is None and event is not None:
            level = level_of_event(self._scene.lower[event.start : event.end])
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

    def _event(self, award: Award, clause: Clause) -> Contest | None:
        """The contest at the award, else the one in the sentence, else the nearest one named before."""
        local = Contest(*clause.right.event, named=False) if clause.right.event else None
        if local is not None:
            local = next((contest for contest in self._contests if contest.start == local.start), Contest(local.start, local.end, named=True))
        if award.category not in _CONTESTED and award.category != "commendation":
            return local
        if award.category == "commendation":
            return local
        if local is not None and local.named:
            return local
        before = [contest for contest in self._contests if contest.end <= clause.start and contest.named and not contest.campaign]
        return before[-1] if before else local

    def _date(self, clause: Clause) -> str | None:
        """The date nearest before the award in its clause, else right behind it."""
        dates = [mention for mention in self._mentions if isinstance(mention.record, Date) and clause.left <= mention.start and mention.end <= clause.sentence.end]
        before = [mention for mention in dates if mention.end <= clause.start]
        chosen = before[-1] if before else next((mention for mention in dates if clause.end <= mention.start <= clause.right.end + 12), None)
        return chosen.record.value if chosen is not None and isinstance(chosen.record, Date) else None
