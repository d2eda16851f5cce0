"""fill_awards: the step that puts together what the clause, the list and the passage say of an award."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from trichluc.link.awards.antecedents import Antecedents
from trichluc.link.awards.clauses import Clause, award_of, read_clauses
from trichluc.link.awards.contests import BARE, Contest, Contests, Host, host_of, weight_of
from trichluc.link.awards.days import is_day_of_giving
from trichluc.link.awards.headings import heading_of
from trichluc.link.awards.levels import level_of_body, level_of_event
from trichluc.link.awards.lines import ListLines
from trichluc.link.awards.names import COUNTED, PERSON, PRONOUN, UNCOUNTED, UNIT, Phrase
from trichluc.link.awards.phrases import PhraseReader
from trichluc.link.awards.statuses import status_of, times_of
from trichluc.link.awards.verbs import BE, GIVE, REVOKE, WIN, before_auxiliary
from trichluc.link.awards.words import award_lexicon
from trichluc.records import Award, Date, Recipient

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from trichluc.link import Mention
    from trichluc.link.awards.subjects import Span
    from trichluc.scene import Scene

__all__ = ["fill_awards"]

_CONTESTED = frozenset({"prize", "medal", "ranking"})
# What only the head of state confers
_OF_STATE = frozenset({"order", "state_medal", "honorary_title", "state_prize"})
# A date behind an award belongs to it: `… được truy tặng danh hiệu Anh hùng năm 2015`
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BRACKETED, _FARTHEST_DATE = 2, 12


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


class _Carriers(Struct, frozen=True):
    """Those who receive in the clauses of a sentence so far, of whom a clause without a subject may speak."""

    first: tuple[Phrase, ...]
    named: tuple[Phrase, ...]
    last: tuple[Phrase, ...]


class _Told(Struct, frozen=True):
    """What a clause turned out to say."""

    clause: Clause
    recipients: tuple[Phrase, ...]
    awarder: Span | None
    status: str
    giver: Span | None = None
    carriers: _Carriers | None = None


def _carried(clause: Clause, recipients: tuple[Phrase, ...], before: _Carriers | None) -> _Carriers | None:
    """The carriers with those of one more clause."""
    if not recipients or clause.verb is None or not (clause.verb.passive or clause.verb.kind in (WIN, BE)):
        return before
    named = recipients if recipients[0].kind != COUNTED else ()
    return _Carriers(before.first, before.named or named, recipients) if before is not None else _Carriers(recipients, named, recipients)


class _Passage:
    """Reads clause after clause; later ones may lean on earlier ones."""

    def __init__(self, scene: Scene, mentions: Sequence[Mention]) -> None:
        self._scene = scene
        self._mentions = mentions
        self.reader = PhraseReader(scene, mentions)
        self._hosts: dict[Contest, Host | None] = {}
        self._dates = [mention for mention in mentions if isinstance(mention.record, Date)]
        self._date_starts = [mention.start for mention in self._dates]
        self._antecedents = Antecedents(scene, self.reader)
        self._lines = ListLines(scene, mentions, self.reader, self._antecedents)

    def read(self, clauses: list[Clause]) -> Iterator[tuple[int, dict[str, Any]]]:
        """The fields of each award of a sentence, by its place among the mentions."""
        heading = heading_of(self._scene, clauses[0].sentence)
        told: list[_Told] = []
        for clause in clauses:
            status = status_of(self._scene, clause, told[-1].status if told else None, heading.status if heading else None)
            giver = clause.agent or self._same_giver(clause, told)
            awarder = clause.right.awarder or giver or (heading.awarder if heading else None)
            recipients = self._recipients(clause, told)
            if not recipients and not clause.own_verb and heading is not None and heading.receiver is not None:
                recipients = self._lines.receiver(*heading.receiver)
            if clause is clauses[-1] and all(phrase.kind == UNCOUNTED for phrase in recipients):
                recipients = self._lines.below(clause) or recipients
            carriers = _carried(clause, recipients, told[-1].carriers if told else None)
            told.append(_Told(clause, recipients, awarder, status, giver, carriers))
        for place, row in enumerate(told):
            following = told[place + 1] if place + 1 < len(told) else None
            joined = following if following and ";" not in self._scene.lower[row.clause.end : following.clause.start] else None
            shared = self._shared(row, joined)
            for number, recipients in zip(row.clause.awards, self._dealt(shared), strict=True):
                yield number, self._fields(number, msgspec.structs.replace(shared, recipients=recipients), joined)

    def _dealt(self, row: _Told) -> list[tuple[Phrase, ...]]:
        """Who gets each award of a clause: all of them all, or `lần lượt` (in turn) one each."""
        clause, recipients = row.clause, row.recipients
        in_turn = 1 < len(clause.awards) == len(recipients) and "lần lượt" in self._scene.lower[clause.left : clause.right.end]
        return [(phrase,) for phrase in recipients] if in_turn else [recipients] * len(clause.awards)

    def _same_giver(self, clause: Clause, told: list[_Told]) -> Span | None:
        """`UBND huyện biểu dương 35 nông dân và tặng giấy khen cho 4 hợp tác xã`: one subject, two verbs."""
        verb, before = clause.verb, told[-1].clause if told else None
        if verb is None or verb.kind != GIVE or verb.passive or before is None or before.verb is None:
            return None
        if before.verb.passive:  # được Đảng uỷ phường biểu dương, | tặng giấy khen
            return told[-1].giver if self._scene.lower[before.end : verb.start].strip() in (",", "và", ", và", "và được") else None
        joined = self._scene.lower[clause.left : verb.start].rstrip().endswith(("và", ",", "đồng thời", "cùng với"))
        decided = self._scene.lower[clause.left : verb.start].lstrip(" ,;").startswith("quyết định ")  # …; Quyết định số 690/QĐ-CTN | tặng
        return told[-1].giver if clause.elided or joined or decided else None

    def _recipients(self, clause: Clause, told: list[_Told]) -> tuple[Phrase, ...]:
        verb = clause.verb
        wins = verb is not None and clause.own_verb and (verb.kind == WIN or self._is_told_of(clause))
        goals = clause.right.goals
        of_many = verb is not None and verb.passive and clause.own_verb and bool(goals) and goals[0].kind == UNCOUNTED
        if goals and not (clause.subject and (of_many or (wins and clause.right.plain))):
            return clause.right.goals
        if (
            told
            and clause.own_verb
            and verb is not None
            and (verb.kind == WIN or verb.passive or verb.word == "với")
            and self._qualifies(clause, told[-1].clause)
        ):
            return told[-1].recipients
        if clause.subject:  # em Lan | giành HCV cho đoàn Việt Nam
            return self._resolved(clause, clause.subject)
        if told and self._goes_on(clause, told[-1]):
            return told[-1].recipients
        if verb is None or not (clause.own_verb and clause.elided) or (verb.kind in (GIVE, REVOKE) and not verb.passive):
            return ()
        return self._elided(clause, told[-1].carriers if told else None)

    def _is_told_of(self, clause: Clause) -> bool:
        """`100 nông dân được tuyên dương | đại diện cho 3 triệu nông dân`: a counted group in the passive, and one that it stands for."""
        passive = clause.verb is not None and clause.verb.passive
        between = self._scene.lower[clause.end : clause.right.goals[0].start] if clause.right.goals else ""
        return passive and bool(clause.subject) and clause.subject[0].kind == COUNTED and "đại diện" in between

    def _qualifies(self, clause: Clause, before: Clause) -> bool:
        """`tặng Bằng khen cho các học sinh | đoạt giải Nhất`: those who got the award before, told by another."""
        start = before_auxiliary(self._scene.folded, before.right.end, clause.verb.start) if clause.verb else clause.start
        return bool(before.right.goals) and self._scene.lower[before.right.end : start].isspace()

    def _goes_on(self, clause: Clause, row: _Told) -> bool:
        """`Trường được Bộ tặng Bằng khen, UBND tỉnh tặng Cờ thi đua`: one receiver, two givers."""
        before = row.clause
        gives = clause.own_verb and clause.verb is not None and clause.verb.kind == GIVE and not clause.verb.passive
        carried = bool(row.recipients) and not before.right.goals and not before.subject  # went on itself
        received = before.verb is not None and (before.verb.passive or carried)
        return gives and received and self._scene.lower[before.right.end : clause.start].lstrip().startswith((",", "và", ";"))

    def _resolved(self, clause: Clause, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        if phrases[-1].kind != PRONOUN:
            return phrases
        person = self._antecedents.person_before(phrases[-1].start, clause.sentence)
        return (person,) if person else ()

    def _elided(self, clause: Clause, before: _Carriers | None) -> tuple[Phrase, ...]:
        """Behind a comma the subject of the clause before; behind `;` the one that is named first; else that of the sentence."""
        if before is not None and self._scene.lower[clause.left - 2 : clause.left] != "; ":
            return before.last
        named = before.named if before is not None else ()
        return named or self._antecedents.subject_of(clause) or (before.first if before is not None else ())

    def _shared(self, row: _Told, joined: _Told | None) -> _Told:
        """With what is said once for a row of awards, at its end: `giải Nhì, 2 cá nhân đạt giải Ba của Đảng uỷ Khối`."""
        if joined is None:
            return row
        recipients, awarder = row.recipients, row.awarder
        if awarder is None and self._alike(row.clause, joined.clause):
            awarder = joined.clause.right.awarder
        if not recipients and not joined.clause.own_verb:
            recipients = joined.clause.right.goals
        return _Told(row.clause, recipients, awarder, row.status)

    def _alike(self, one: Clause, other: Clause) -> bool:
        prizes = all(award_of(self._mentions[clause.awards[0]]).category == "prize" for clause in (one, other))
        return prizes and all(clause.verb is not None and clause.verb.kind == WIN for clause in (one, other))

    def _fields(self, number: int, row: _Told, joined: _Told | None) -> dict[str, Any]:
        award, clause, lower = award_of(self._mentions[number]), row.clause, self._scene.lower
        contested = award.category in _CONTESTED
        event = self._event(clause, joined.clause if joined else None, contested=contested)
        level = award.level or (level_of_body(lower[slice(*row.awarder)]) if row.awarder and not self._is_of_others(row, award) else None)
        if level is None and event is not None:
            level = level_of_event(lower[event.start : event.end])
        host = self._host(event) if contested and event is not None and (level is None or row.awarder is None) else None
        awarder = None if self._is_of_others(row, award) else row.awarder
        giver = awarder or ((host.start, host.end) if host is not None and host.awarding else clause.handing)
        if level is None and (held := (host.start, host.end) if host is not None else clause.handing):
            level = level_of_body(lower[slice(*held)])
        status, receivers = row.status, row.recipients
        if status == "denied" and (given := self._given_beside(clause)):  # không có giải Nhất, | 2 giải Nhì, 3 giải Ba
            status, receivers = ("awarded", receivers) if number >= given else (status, ())
        return {
            "recipients": tuple(self._recipient(phrase) for phrase in receivers if phrase.kind in (COUNTED, PERSON, UNIT)),
            "awarder": self._scene.printed(*giver) if giver else None,
            "level": level,
            "event": self._scene.printed(event.start, event.end) if event and not self._is_of_other_year(event, clause) else None,
            "status": status,
            "posthumous": clause.verb is not None and clause.verb.word in award_lexicon().group("posthumous"),
            "times": times_of(self._scene, clause, award),
            "date": self._date(self._mentions[number], clause),
        }

    def _given_beside(self, clause: Clause) -> int | None:
        """The first award with a number behind one that was denied without: it was given."""
        quantities = [award_of(self._mentions[number]).quantity for number in clause.awards]
        if quantities[0] is not None:
            return None
        return next((number for number, quantity in zip(clause.awards, quantities, strict=True) if quantity is not None), None)

    def _is_of_others(self, row: _Told, award: Award) -> bool:
        """`2 Huân chương Lao động, 5 Bằng khen | của Thủ tướng Chính phủ`: who gives the last of a row gives no order of the state."""
        last = award_of(self._mentions[row.clause.awards[-1]])
        return (
            award.category in _OF_STATE
            and last.category not in _OF_STATE
            and row.awarder is not None
            and row.awarder == row.clause.right.awarder
        )

    def _recipient(self, phrase: Phrase) -> Recipient:
        start, end = self._scene.text.source_span(phrase.start, phrase.end)
        count = phrase.count if isinstance(phrase.count, int) else None
        return Recipient(self._scene.text.source[start:end], start, end, count, phrase.noun)

    def _event(self, clause: Clause, joined: Clause | None, *, contested: bool) -> Contest | None:
        """The contest at the award or at the next one of its sentence; for a prize else the best named one before it."""
        span = clause.right.event or (joined.right.event if joined and contested else None)
        local = Contest(*span, weight_of(self._scene, *span)) if span is not None else None
        if not contested or (local is not None and local.weight > BARE):
            return local if local is not None and local.weight > BARE else None
        return self._contests.best_before(clause.start) or local

    def _is_of_other_year(self, contest: Contest, clause: Clause) -> bool:
        """`Năm 2018, em đạt giải Nhì`: not in the contest of another year that the article is about."""
        lower = self._scene.lower
        own, other = set(_YEAR.findall(lower[clause.left : clause.start])), set(_YEAR.findall(lower[contest.start : contest.end]))
        return contest.end <= clause.left and bool(own and other) and not own & other

    @cached_property
    def _contests(self) -> Contests:
        """What is known of the article's contests; for the first prize that names none."""
        return Contests(self._scene)

    def _host(self, contest: Contest) -> Host | None:
        if contest not in self._hosts:
            self._hosts[contest] = host_of(self._scene, contest)
        return self._hosts[contest]

    def _date(self, mention: Mention, clause: Clause) -> str | None:
        """The date in brackets right behind the award, else one behind what belongs to it, else the nearest before it in its clause."""
        first, at, behind = (bisect_left(self._date_starts, place) for place in (clause.left, clause.start, mention.end))
        lower, dates, stop = self._scene.lower, self._dates, clause.right.end
        bracketed = behind < len(dates) and dates[behind].start <= mention.end + _BRACKETED
        if bracketed and not {",", ";"} & set(lower[mention.end : dates[behind].start]):
            return self._given(dates[behind], clause)  # Huân chương Độc lập hạng Nhì (2015), hạng Ba (2010)
        after = bisect_left(self._date_starts, stop)
        last = mention.end >= clause.end and after < len(dates)
        if last and stop > mention.end and dates[after].start <= stop + _BRACKETED and is_day_of_giving(lower, dates[after], stop):
            return self._given(dates[after], clause)  # Cờ thi đua của Chính phủ | năm 2010
        if first < at:
            before = (date for date in reversed(dates[first:at]) if is_day_of_giving(lower, date, clause.left))
            return next((self._given(date, clause) for date in before), None)
        parted = ";" in lower[stop : stop + 2]
        near = len(clause.awards) == 1 and not parted and at < len(dates) and dates[at].start <= stop + _FARTHEST_DATE
        return self._given(dates[at], clause) if near and is_day_of_giving(lower, dates[at], mention.end) else None

    def _given(self, date: Mention, clause: Clause) -> str | None:
        record = date.record
        told = isinstance(record, Date) and date.end <= clause.sentence.end and record.value.strip("X")
        return record.value if isinstance(record, Date) and told else None
