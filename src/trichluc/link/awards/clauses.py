"""The clause around each award: who stands before its verb, who behind, and how it is said.

    subject     verb              award         [của X] [cho Y] [do Z trao] [tại E]
    Đảng bộ     đạt               giải Nhì
    UBND tỉnh   tặng              Bằng khen     cho 2 tập thể
    12 tập thể  được X tặng       Cờ thi đua
                                  giải Nhì      thuộc về em Lan

Awards that only commas and `và` part share a clause. A clause without a verb of its own takes it from the one before (`phường Tam
Thanh giải nhì`), and so does one without a subject (`; đạt 1 giải Khuyến khích`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from trichluc.families.award.normalize import quantity_ending_at
from trichluc.link.awards.bracketed import named_before
from trichluc.link.awards.givers import GiverReader
from trichluc.link.awards.names import COUNTED, PERSON, UNCOUNTED, UNIT, Phrase, can_receive
from trichluc.link.awards.right import Lead, Right, read_right
from trichluc.link.awards.subjects import Span, SubjectReader
from trichluc.link.awards.verbs import GIVE, WIN, Verb, before_auxiliary, find_verb, has_words, passive_at
from trichluc.link.awards.words import award_lexicon
from trichluc.records import Award
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trichluc.link import Mention
    from trichluc.link.awards.phrases import PhraseReader
    from trichluc.scene import Scene
    from trichluc.segment import Sentence

__all__ = ["Clause", "award_of", "read_clauses"]

# Between awards of one clause: signs, numbers, and these words
_CONNECTED = Pattern(
    r"(?:[\s,;:/()\"-]|\d[\d.]*|(?:và|cùng|hoặc|với|như|danh hiệu|lượt|tấm|lá|chiếc|bộ|các loại|các|nhiều|những|cũng như|kèm theo|trên|hơn|gần|gồm|bao gồm|"
    r"trong đó có|trong đó|có|một|hai|ba|bốn|năm(?! \d{4})|sáu|bảy|tám|chín|mười|số|từ|khoảng|giải)(?!\w))*+$"
)
_LONGEST_CONNECTION = 60
_NUMBERS = Pattern(r"[^.;:\n]{0,60}: ?1[.)]$")
_LONGEST_LIST, _LONGEST_BRACKETS = 400, 120
_TITLES = frozenset({"emulation_title", "honorary_title"})
# `X …, tham dự và | đạt`: how far back an elided subject is the one of the clause before
_SHORT = 45
# A clause is not looked at further back than this, so that reading stays linear in a line without end.
_LONGEST_CLAUSE = 1500


class Clause(Struct, frozen=True, kw_only=True):
    """One or more awards with what surrounds them, in folded offsets; ``awards`` are places among the mentions, ``handing`` who only hands them over."""

    awards: tuple[int, ...]
    sentence: Sentence
    left: int
    start: int
    end: int
    verb: Verb | None
    subject: tuple[Phrase, ...]
    agent: Span | None
    right: Right
    handing: Span | None = None
    own_verb: bool = True
    elided: bool = False


def award_of(mention: Mention) -> Award:
    """The award of a mention that is known to be one."""
    record = mention.record
    assert isinstance(record, Award)  # noqa: S101  # clauses hold awards only
    return record


def read_clauses(scene: Scene, mentions: Sequence[Mention], reader: PhraseReader) -> Iterator[list[Clause]]:
    """The clauses of each sentence that holds awards."""
    by_sentence: dict[int, list[int]] = {}
    for number, mention in enumerate(mentions):
        if isinstance(mention.record, Award):
            by_sentence.setdefault(scene.sentence_number(mention.start), []).append(number)
    for number, awards in by_sentence.items():
        yield _SentenceReader(scene, mentions, reader, scene.sentences[number]).clauses(awards)


class _SentenceReader:
    """Reads the clauses of one sentence from left to right."""

    def __init__(self, scene: Scene, mentions: Sequence[Mention], reader: PhraseReader, sentence: Sentence) -> None:
        self._scene = scene
        self._mentions = mentions
        self._reader = reader
        self._subjects = SubjectReader(scene, reader)
        self._givers = GiverReader(scene, reader, self._subjects)
        self._sentence = sentence
        self._lower = scene.lower

    def clauses(self, awards: list[int]) -> list[Clause]:
        groups = self._groups(awards)
        clauses: list[Clause] = []
        left = self._sentence.start
        for number, group in enumerate(groups):
            limit = self._award_start(groups[number + 1][0]) if number + 1 < len(groups) else self._end_of_list(group[-1])
            clause = self._clause(group, left, limit, clauses[-1] if clauses else None)
            clauses += self._split(clause)
            left = clause.right.end
        return clauses

    def _end_of_list(self, number: int) -> int:
        """The end of the sentence; of the paragraph where `: 1.` only seems to end it: `giải Nhất: 1. | Sở Y tế; 2. Sở Công Thương`."""
        sentence, end = self._sentence, self._mentions[number].end
        if not _NUMBERS.match(self._lower, end, sentence.end):
            return sentence.end
        places = range(number + 1, len(self._mentions))
        further = (self._mentions[place].start for place in places if isinstance(self._mentions[place].record, Award))
        return min(self._scene.zones.zones[sentence.zone].end, end + _LONGEST_LIST, next(further, end + _LONGEST_LIST))

    def _groups(self, awards: list[int]) -> list[list[int]]:
        groups: list[list[int]] = []
        for number in awards:
            if groups and self._connected(groups[-1][-1], number):
                groups[-1].append(number)
            else:
                groups.append([number])
        return groups

    def _connected(self, first: int, second: int) -> bool:
        one, other = self._mentions[first], self._mentions[second]
        if (award_of(one).category == "commendation") != (award_of(other).category == "commendation"):
            return False
        closing = self._lower.find(")", one.end, other.start)
        if closing >= 0 and self._lower.find("(", one.end, closing) < 0 and not self._lower.startswith(",", closing + 1):
            return False  # Việt Nam (15 HCV) | đứng thứ hai
        return other.start - one.end <= _LONGEST_CONNECTION and _CONNECTED.match(self._lower, one.end, other.start) is not None

    def _award_start(self, number: int) -> int:
        """Where the award begins with the quantity before it."""
        mention = self._mentions[number]
        quantity = quantity_ending_at(self._scene, award_lexicon(), mention.start) if award_of(mention).quantity is not None else None
        return mention.start if quantity is None else max(quantity.start, self._sentence.start)

    def _clause(self, group: list[int], left: int, limit: int, previous: Clause | None) -> Clause:
        lower = self._lower
        first, last = self._mentions[group[0]], self._mentions[group[-1]]
        start, end = self._award_start(group[0]), last.end
        left = max(left, start - _LONGEST_CLAUSE)
        if previous is not None:
            left = max(lower.rfind("; ", left, start) + 2, left)
        bracketed = self._bracketed(group, left, start)
        if bracketed is not None:
            return bracketed
        verb = find_verb(self._scene, award_of(first), (first.start, first.end), left, start)
        inverted = (
            verb is not None and verb.kind == WIN and not has_words(lower, left, before_auxiliary(self._scene.folded, left, verb.start))
        )
        if verb is not None and not inverted:
            inverted = verb.kind == WIN and self._subjects.is_unnamed(left, before_auxiliary(self._scene.folded, left, verb.start))
        places = award_of(last).category == "ranking" and len(group) > 1  # quán quân …, á quân là …
        row = len(group) > 1 and verb is not None and verb.kind == WIN  # A giành giải nhất, giải nhì | B
        rightward = row or (verb is None and previous is not None and bool(previous.right.goals) and not previous.subject)
        listed = len(group) > 1 and lower.startswith((":", " :"), end)  # đạt giải Nhất, giải Nhì: em A, em B
        parted = len(group) > 1 and ";" in lower[self._mentions[group[-2]].end : last.start]  # A đạt giải C; nhì toàn đoàn là B
        lead = Lead(nominal=verb is None or places or listed or parted, inverted=inverted, rightward=rightward)
        right = read_right(self._scene, self._reader, award_of(last), end, limit, lead=lead)
        clause = Clause(
            awards=tuple(group), sentence=self._sentence, left=left, start=start, end=end, verb=verb, subject=(), agent=None, right=right
        )
        told = self._verbless(clause, previous) if verb is None else self._with_subject(clause, verb)
        if verb is None or previous is None or told.subject or verb.kind != WIN or not self._goes_on_behind(previous, verb):
            return told
        return msgspec.structs.replace(told, subject=previous.subject, elided=False)

    def _goes_on_behind(self, before: Clause, verb: Verb) -> bool:
        """`…, Việt Nam (15 HCV) | đứng thứ hai`: the verb is that of the name before the brackets, which opens its clause."""
        lower, end = self._lower, before.right.end
        if before.verb is not None or not before.subject or not lower.endswith(")", before.end, end):
            return False
        opens = lower[self._sentence.start : before.subject[0].start].rstrip()
        near = before_auxiliary(self._scene.folded, end, verb.start)
        return (not opens or opens.endswith((",", ";", ":"))) and lower[end:near].isspace() and not lower.startswith(" để ", end)

    def _bracketed(self, group: list[int], left: int, start: int) -> Clause | None:
        """`sau Thái Lan (182 HCV)`, `em Lan (giải Nhì), em Hoa (giải Ba)`: what stands in brackets behind a name is of that name."""
        lower, last = self._lower, self._mentions[group[-1]]
        if not lower.endswith("(", left, start):
            return None
        close = lower.find(")", last.end, min(last.end + _LONGEST_BRACKETS, self._sentence.end))
        named = named_before(self._scene, self._reader, self._sentence.start, start - 1)
        if close < 0 or named is None:
            return None
        lead = Lead(nominal=False)
        right = read_right(self._scene, self._reader, award_of(last), last.end, close, lead=lead)
        right = msgspec.structs.replace(right, end=close + 1)
        return Clause(
            awards=tuple(group),
            sentence=self._sentence,
            left=left,
            start=start,
            end=last.end,
            verb=None,
            subject=(named,),
            agent=None,
            right=right,
            own_verb=False,
        )

    def _with_subject(self, clause: Clause, verb: Verb) -> Clause:
        """The clause with its subject as recipients or as agent, by the kind of its verb."""
        lower, left = self._lower, clause.left
        agent, subject_end = None, verb.start
        if verb.passive and (at := passive_at(lower, left, verb.start)) is not None:
            agent = self._givers.agent(lower.index(" ", at) + 1, verb.start, whole=True) or self._givers.decider(left, at)
            subject_end = at
        subject_end = before_auxiliary(self._scene.folded, left, subject_end)
        letter = verb.word == "có" and lower.startswith("thư khen", self._mentions[clause.awards[0]].start)
        if (verb.kind == GIVE and not verb.passive) or letter:  # Chủ tịch UBND tỉnh có thư khen gửi Công an tỉnh
            rating = award_of(self._mentions[clause.awards[0]]).category == "party_rating"
            rated = self._subjects.ending_at(left, subject_end) if rating else ()
            if rated and rated[0].kind == COUNTED:
                return msgspec.structs.replace(clause, subject=rated)  # 30 chi bộ | xếp loại hoàn thành tốt nhiệm vụ
            agent = self._givers.agent(left, subject_end)
            subject = self._subjects.object_at(verb.end, clause.start)
            if not subject and not clause.right.goals and award_of(self._mentions[clause.awards[0]]).category == "party_rating":
                subject = self._subjects.adjacent(verb.end, clause.start)  # Kết quả xếp loại: 15 chi bộ hoàn thành tốt nhiệm vụ
            return msgspec.structs.replace(clause, subject=subject, agent=agent, elided=not has_words(lower, left, subject_end))
        if "hồ sơ" in lower[verb.end : clause.start]:
            return clause  # Hội đồng nhận được 147 hồ sơ đề cử danh hiệu
        if verb.word == "có" and "%" in lower[verb.end : clause.start].split("(")[0]:
            return clause  # Đảng bộ có 92% chi bộ hoàn thành tốt nhiệm vụ
        inner = self._subjects.object_at(verb.end, clause.start) if verb.word == "có" else ()
        if not inner and verb.kind == WIN and "," in lower[verb.end : clause.start]:  # 12 em đoạt giải, trong đó em Mai | giải Nhất
            nearer = self._subjects.adjacent(verb.end, clause.start, (PERSON, COUNTED))
            inner = nearer if nearer and can_receive(nearer[0]) else ()
        subject = inner or self._subjects.subject(left, subject_end)  # có | 45 tổ chức đảng | hoàn thành xuất sắc nhiệm vụ
        if verb.word == "có" and lower.endswith("không ", left, verb.start):
            return clause  # Hội đồng giám khảo trao 2 giải A, không có giải đặc biệt
        joined = verb.start - left <= _SHORT and lower[left : verb.start].rstrip().endswith(" và")
        joined = joined or (verb.passive and lower[left:subject_end].rstrip().endswith((" và", " đồng thời")))
        elided = not subject and (joined or self._subjects.is_elided(left, subject_end))
        if verb.kind == WIN and subject and subject[0].kind in (COUNTED, UNCOUNTED):
            agent = self._givers.before(left, subject[0].start)  # UBND huyện công nhận | 40 hộ | đạt danh hiệu …
            clause = msgspec.structs.replace(clause, handing=self._givers.handing(left, subject[0].start))
        return msgspec.structs.replace(clause, subject=subject, agent=agent, elided=elided)

    def _verbless(self, clause: Clause, previous: Clause | None) -> Clause:
        """`phường Tam Thanh giải nhì`, `; 3 giải ba cho các em: …`, `Cờ thi đua: 54 tập thể`."""
        lower = self._lower
        subject = self._subjects.adjacent(clause.left, clause.start)
        if len(subject) == 1 and subject[0].kind in (UNCOUNTED, UNIT) and self._scene.folded[subject[0].start : subject[0].end].isalpha():
            bare = subject[0].kind == UNCOUNTED or self._scene.folded[subject[0].start].islower()
            subject = () if bare else subject  # 2 Bằng khen của UBND tỉnh và | nhiều | Giấy khen; trao cúp cho | đội | vô địch
        empty = not has_words(lower, clause.left, clause.start)
        if (
            previous is not None
            and award_of(self._mentions[clause.awards[0]]).category == "party_rating"
            and previous.right.goals
            and empty
        ):
            goals = previous.right.goals  # Bằng khen cho 10 chi bộ | hoàn thành xuất sắc nhiệm vụ
            return msgspec.structs.replace(clause, subject=goals, own_verb=False)
        if previous is not None and previous.verb is None and not subject and empty and not clause.right.goals:
            subject = previous.subject  # Lan: HCV giải quốc gia, | HCĐ giải châu Á
        if previous is None or previous.verb is None:
            return msgspec.structs.replace(clause, subject=subject, own_verb=False, elided=not subject and empty)
        near = ";" not in lower[previous.end : clause.start]
        first = award_of(self._mentions[clause.awards[0]])
        counted = (
            first.quantity is not None and first.category in _TITLES and bool(previous.subject) and previous.subject[0].kind == COUNTED
        )
        inherits = not clause.right.goals and (empty or near) and not counted  # 5 tập thể được tặng Cờ thi đua, 12 chiến sĩ thi đua
        return msgspec.structs.replace(
            clause,
            verb=previous.verb,
            subject=subject or (previous.subject if inherits else ()),
            agent=previous.agent,
            own_verb=False,
            elided=not subject and empty,
        )

    def _split(self, clause: Clause) -> tuple[Clause, ...]:
        """`Đội A giành giải nhất, giải nhì thuộc về đội B`: the last award is another's."""
        receives = clause.verb is not None and (clause.verb.kind == WIN or clause.verb.passive) and clause.own_verb
        if len(clause.awards) == 1 or not (receives and clause.subject and clause.right.goals):
            return (clause,)
        start = self._award_start(clause.awards[-1])
        end = self._mentions[clause.awards[-2]].end
        first = msgspec.structs.replace(clause, awards=clause.awards[:-1], end=end, right=Right(end=start))
        second = msgspec.structs.replace(clause, awards=clause.awards[-1:], left=end, start=start, subject=(), own_verb=False)
        return first, second
