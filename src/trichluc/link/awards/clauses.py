"""The clause around each award: who stands before its verb, who behind, and how it is said.

    subject  [đã|đều|…] verb                 award          [của X] [cho Y] [do Z trao] [tại E]
    Đảng bộ             đạt                  giải Nhì
    UBND tỉnh           tặng                 Bằng khen              cho 2 tập thể
    12 tập thể          được X tặng          Cờ thi đua
                                             giải Nhì               thuộc về em Lan

Awards that only commas and `và` part share a clause. A clause without a verb of its own takes it from the one before (`phường Tam
Thanh giải nhì`), and so does one without a subject (`; đạt 1 giải Khuyến khích`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from trichluc.entities.organizations import issuer_at
from trichluc.link.awards.contests import contest_at
from trichluc.link.awards.phrases import COUNTED, PERSON, PRONOUN, UNCOUNTED, UNIT, Phrase, PhraseReader, award_lexicon, phrases_of
from trichluc.link.awards.right import Right, read_right
from trichluc.records import Award
from trichluc.rule import Pattern
from trichluc.text import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import regex

    from trichluc.link import Mention
    from trichluc.scene import Scene
    from trichluc.segment import Sentence

__all__ = ["Clause", "Verb", "read_clauses"]

# Between awards of one clause: signs, numbers, and these words
_CONNECTED = Pattern(
    r"(?:[\s,;:/()\"-]|\d[\d.]*|(?:và|cùng|hoặc|với|như|danh hiệu|lượt|tấm|lá|chiếc|bộ|các|nhiều|những|cũng như|kèm theo|trên|hơn|gần|gồm|bao gồm|"
    r"trong đó có|trong đó|có|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|số|từ|khoảng|giải)(?!\w))*+$"
)
_AUXILIARY = Pattern(
    r"(?r)(?:(?<!\w)(?:đã|đang|sẽ|đều|cũng|cùng|vừa|từng|vinh dự|xuất sắc|liên tục|lần lượt|tiếp tục|chính thức|đồng|lại|vẫn|luôn|còn|mới|đã từng|liên tiếp|"
    r"lần đầu tiên|lần đầu|bất ngờ|xứng đáng|rồi|được|đáng|đoàn|kịp thời|(?<!ban )tổ chức|tiến hành|quyết định|trực tiếp|trân trọng|thay mặt|ký|ra quyết định|thống nhất|"
    r"ban hành quyết định|có quyết định|công bố quyết định|lễ|phấn đấu|quyết tâm|hằng năm|hàng năm|nhiều năm liền|\d năm liền|\d năm liên tục|\d năm liên tiếp|nhất trí|"
    r"bị|không|chưa|đã được|cao hứng|thưởng|chọn|hội nghị|long trọng|đề nghị|tuyên bố|chỉ|nhiều lần|hai lần|\d+ lần|lễ trao|dự kiến|tham gia và|tham dự và|có|để|năm \d{4}|hội|là|dự thi)"
    r" ?)*+$"
)
# Thừa uỷ quyền của Chủ tịch nước, đồng chí A trao | Thay mặt UBND tỉnh, đồng chí B trao
_AUTHORITY = Pattern(r".*?(?<!\w)(?:(?:ủy quyền|ủy nhiệm) (?:của )?|thay mặt (?:lãnh đạo )?)(?=\w)")
_PASSIVE = Pattern(r"(?r)(?<!\w)(?:được|bị) ")
_LIST_LINE = Pattern(r"(?:[-+*•o]|\d{1,2}[.)/]|[a-z]\)) ?")


class Verb(Struct, frozen=True):
    """The verb that governs an award: ``kind`` is win, give, be or revoke; ``passive`` where `được` stands before it."""

    kind: str
    start: int
    end: int
    passive: bool = False
    word: str = ""


class Clause(Struct, frozen=True, kw_only=True):
    """One or more awards with what surrounds them, in folded offsets."""

    awards: tuple[int, ...]
    sentence: Sentence
    left: int
    start: int
    end: int
    verb: Verb | None
    subject: tuple[Phrase, ...]
    agent: tuple[int, int] | None
    right: Right
    own_verb: bool = True
    elided: bool = False


def read_clauses(scene: Scene, mentions: Sequence[Mention], reader: PhraseReader) -> Iterator[list[Clause]]:
    """The clauses of each sentence that holds awards."""
    by_sentence: dict[int, list[int]] = {}
    for number, mention in enumerate(mentions):
        if isinstance(mention.record, Award):
            by_sentence.setdefault(scene.sentence_number(mention.start), []).append(number)
    for number, awards in by_sentence.items():
        yield _Sentence(scene, mentions, reader, scene.sentences[number]).clauses(awards)


class _Sentence:
    """Reads the clauses of one sentence from left to right."""

    def __init__(self, scene: Scene, mentions: Sequence[Mention], reader: PhraseReader, sentence: Sentence) -> None:
        self._scene = scene
        self._mentions = mentions
        self._reader = reader
        self._sentence = sentence
        self._lower = scene.lower

    def clauses(self, awards: list[int]) -> list[Clause]:
        groups = self._groups(awards)
        clauses: list[Clause] = []
        left = self._sentence.start
        for number, group in enumerate(groups):
            start, end = self._award_start(group[0]), self._mentions[group[-1]].end
            limit = self._award_start(groups[number + 1][0]) if number + 1 < len(groups) else self._sentence.end
            clause = self._clause(group, left, start, end, limit, clauses)
            clauses += self._split(clause)
            left = clause.right.end
        return clauses

    def _split(self, clause: Clause) -> tuple[Clause, ...]:
        """`Đội A giành giải nhất, giải nhì thuộc về đội B`: the last award is another's."""
        if len(clause.awards) == 1 or not (clause.subject and clause.right.goals and clause.verb and clause.verb.kind == "win" and clause.own_verb):
            return (clause,)
        last = clause.awards[-1]
        start = self._award_start(last)
        first = msgspec.structs.replace(clause, awards=clause.awards[:-1], end=self._mentions[clause.awards[-2]].end, right=Right(end=start))
        second = msgspec.structs.replace(clause, awards=(last,), left=first.end, start=start, subject=(), own_verb=False)
        return first, second

    def _groups(self, awards: list[int]) -> list[list[int]]:
        groups: list[list[int]] = []
        for number in awards:
            if groups and self._connected(groups[-1][-1], number):
                groups[-1].append(number)
            else:
                groups.append([number])
        return groups

    def _connected(self, first: int, second: int) -> bool:
        one, other = self._mentions[first].record, self._mentions[second].record
        if isinstance(one, Award) and isinstance(other, Award) and (one.category == "commendation") != (other.category == "commendation"):
            return False
        return _CONNECTED.match(self._lower, self._mentions[first].end, self._mentions[second].start) is not None and self._mentions[
            second
        ].start - self._mentions[first].end <= 60

    def _award_start(self, number: int) -> int:
        """Where the award begins with the quantity before it."""
        mention = self._mentions[number]
        record = mention.record
        if isinstance(record, Award) and record.quantity is not None:
            quantities = [q for q in self._scene.quantities if q.end <= mention.start and mention.start - q.end <= 8]
            if quantities and quantities[-1].value == record.quantity:
                return max(quantities[-1].start, self._sentence.start)
        return mention.start

    def _clause(self, group: list[int], left: int, start: int, end: int, limit: int, before: list[Clause]) -> Clause:
        left = max(self._lower.rfind("; ", left, start) + 2, left) if "; " in self._lower[left:start] and before else left
        verb = self._own_verb(group, left, start)
        previous = before[-1] if before else None
        inverted = verb is not None and verb.kind == "win" and not self._has_words(left, self._before_auxiliary(left, verb.start))
        named = self._award(group[-1]).category == "ranking" and len(group) > 1
        right = read_right(self._scene, self._reader, self._award(group[-1]), end, limit, nominal=verb is None or named, inverted=inverted)
        if verb is None:
            return self._verbless(group, left, start, end, right, previous)
        subject, agent, elided = self._before_verb(verb, left, start)
        return Clause(
            awards=tuple(group), sentence=self._sentence, left=left, start=start, end=end, verb=verb, subject=subject, agent=agent, right=right, elided=elided
        )

    def _award(self, number: int) -> Award:
        record = self._mentions[number].record
        assert isinstance(record, Award)  # noqa: S101  # groups hold awards only
        return record

    def _before_auxiliary(self, left: int, end: int) -> int:
        auxiliary = _AUXILIARY.compiled.match(self._lower, pos=left, endpos=end)
        return auxiliary.start() if auxiliary else end

    def _has_words(self, start: int, end: int) -> bool:
        return bool(self._lower[start:end].strip(' ,;:.-"+*•'))

    def _verbless(self, group: list[int], left: int, start: int, end: int, right: Right, previous: Clause | None) -> Clause:
        """`phường Tam Thanh giải nhì`, `; 3 giải ba cho các em: …`, `Cờ thi đua: 54 tập thể`."""
        subject = self._adjacent(left, start)
        takes = previous is not None and previous.verb is not None
        verb = previous.verb if takes and previous else None
        empty = not self._has_words(left, start)
        agent = previous.agent if previous and takes else None
        near = previous is not None and ";" not in self._lower[previous.end : start]
        inherits = takes and not right.goals and (empty or near)
        return Clause(
            awards=tuple(group),
            sentence=self._sentence,
            left=left,
            start=start,
            end=end,
            verb=Verb(verb.kind, verb.start, verb.end, verb.passive, verb.word) if verb else None,
            subject=subject or (previous.subject if inherits and previous else ()),
            agent=agent,
            right=right,
            own_verb=False,
            elided=not subject and empty,
        )

    def _adjacent(self, left: int, start: int) -> tuple[Phrase, ...]:
        """The phrase that ends where the award begins."""
        end = start
        end = self._before_auxiliary(left, end)
        for at in self._chunk_starts(left, end):
            phrases, stop = self._reader.list_at(at, end)
            if phrases and not self._lower[stop:end].strip(" ,:-"):
                return phrases
        return ()

    def _chunk_starts(self, left: int, end: int) -> list[int]:
        """Where chunks parted by commas begin, from the left, lead-ins (`Kết quả,`) stepped over."""
        starts = []
        at, depth = left, 0
        begin = left
        for at in range(left, end):
            char = self._lower[at]
            depth += (char == "(") - (char == ")")
            if depth <= 0 and char in ",;:" and at + 1 < end:
                starts.append(self._past_lead_in(begin, end))
                begin = at + 1
        starts.append(self._past_lead_in(begin, end))
        return [at for at in starts if at < end]

    def _past_lead_in(self, at: int, end: int) -> int:
        for _ in range(6):
            while at < end and self._lower[at] in ' ,;:.-"+*•':
                at += 1
            dated = self._reader.past_dates(at)
            if dated > at:
                at = dated
                continue
            found = phrases_of("lead_in").at(self._lower, at, end)
            if found is None or found[0] >= end:
                return at
            if self._scene.quantity_at(at) is not None:
                return at
            at = found[0]
        return at

    def _own_verb(self, group: list[int], left: int, start: int) -> Verb | None:
        award = self._award(group[0])
        mention = self._mentions[group[0]]
        if award.category == "commendation":
            passive = self._passive_at(left, mention.start)
            return Verb("give", mention.start, mention.end, passive is not None, award.name.lower())
        if award.category == "ranking" and self._lower.startswith(("xếp", "đứng", "về", "vô địch", "lên", "đăng quang"), mention.start):
            return Verb("win", mention.start, mention.start, word="xếp")
        for match in reversed(list(_verbs().finditer(self._lower, left, start))):
            kind = match.lastgroup or ""
            gap = self._lower[match.end() : start]
            if kind == "other" or ";" in gap:
                continue
            if kind == "be":
                if match[0] == "với" and gap.strip():
                    continue
                titled = match[0] == "là" and award.category in ("emulation_title", "honorary_title")
                if (("," in gap or len(gap) > 40) and not (titled and len(gap) < 70)) or _is_clause_link(self._lower, match.start()):
                    continue
                return Verb("be", match.start(), match.end(), word=match[0])
            if len(gap) > 160:
                continue
            passive = self._passive_at(left, match.start()) if kind in ("give", "revoke") else None
            return Verb(kind, match.start(), match.end(), passive is not None, match[0])
        return None

    def _passive_at(self, left: int, verb_start: int) -> int | None:
        """Where the `được` of a passive stands: `được [Chủ tịch nước] tặng`."""
        at = self._lower.rfind("được ", left, verb_start)
        bị = self._lower.rfind("bị ", left, verb_start)
        at = max(at, bị)
        if at < left or (at and self._lower[at - 1].isalnum()) or verb_start - at > 120:
            return None
        between = self._lower[at:verb_start]
        if ";" in between or _verbs().search(self._lower, at + 5, verb_start - 1) and not _only_auxiliary(between):
            inner = [match for match in _verbs().finditer(self._lower, at + 5, verb_start) if match.lastgroup not in ("other", "be")]
            if any(match.end() < verb_start - 1 for match in inner) and ("," in between or " và " in between):
                return at if all(match.lastgroup == "give" for match in inner) else None
        return at

    def _before_verb(self, verb: Verb, left: int, start: int) -> tuple[tuple[Phrase, ...], tuple[int, int] | None, bool]:
        """Subject as recipients, agent as awarder, and whether nothing stands there."""
        agent = None
        subject_end = verb.start
        if verb.passive:
            at = self._passive_at(left, verb.start)
            if at is not None:
                agent = self._agent(at + (5 if self._lower.startswith("được", at) else 3), verb.start, whole=True)
                subject_end = at
        subject_end = self._before_auxiliary(left, subject_end)
        if verb.kind == "give" and not verb.passive:
            agent = self._agent(left, subject_end)
            between = self._reader.list_at(self._skip_space(verb.end), start)
            goals = between[0] if not self._lower[between[1] : start].strip(" ,") else ()
            return goals, agent, not self._has_words(left, subject_end)
        if verb.word == "có":  # có 45 tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ
            inner, stop = self._reader.list_at(self._skip_space(verb.end), start)
            if inner and not self._lower[stop:start].strip(" ,"):
                return inner, agent, False
        subject = self._subject(left, subject_end)
        return subject, agent, not subject

    def _skip_space(self, at: int) -> int:
        return at + (self._lower[at : at + 1] == " ")

    def _agent(self, left: int, end: int, *, whole: bool = False) -> tuple[int, int] | None:
        """The body or office that ends at the verb, else the one that begins a chunk before it."""
        lower = self._lower
        authority = _AUTHORITY.match(lower, left, end)
        if authority is not None:
            at = authority.end()
            stop = issuer_at(self._scene.text, at, end)
            if stop is not None:
                return at, stop
        stripped = len(lower[:end].rstrip())
        starts = [left] if left == 0 or not lower[left - 1].isalnum() else []
        starts += [at + 1 for at in range(left, stripped) if lower[at] == " "]
        bodies = [(at, stop) for at in starts if lower[at : at + 1].isalnum() and (stop := issuer_at(self._scene.text, at, stripped)) is not None]
        adjacent = next(((at, stop) for at, stop in bodies if stop == stripped), None)
        if adjacent is not None:
            return self._joined_bodies(adjacent, bodies, left)
        chunk = self._chunk_starts(left, end)
        for at, stop in reversed(bodies):
            if at in chunk:
                return at, stop
        if whole:
            phrase = self._reader.at(self._skip_space(left) if left < end and lower[left] == " " else left, end)
            return (phrase.start, phrase.end) if phrase and phrase.kind in (PERSON, UNIT) else None
        for at in reversed(chunk):
            phrase = self._reader.at(at, end)
            if phrase is not None and (phrase.kind == PERSON or (phrase.kind == UNIT and phrase.stop == stripped)):
                return phrase.start, phrase.end
        return None

    def _joined_bodies(self, body: tuple[int, int], bodies: list[tuple[int, int]], left: int) -> tuple[int, int]:
        """`tỉnh, Trung ương tặng`: bodies in a row, printed as one."""
        start, stop = body
        for _ in range(3):
            joined = next((at for at, end in bodies if at >= left and self._lower[end:start] in (", ", " và ", " và của ")), None)
            if joined is None:
                break
            start = joined
        return start, stop

    def _subject(self, left: int, end: int) -> tuple[Phrase, ...]:
        """The recipients before a verb: the last person, unit or counted group, with those coordinated to it."""
        if not self._has_words(left, end):
            return ()
        if any(word in self._lower[end : end + 12].split()[:2] for word in ("cùng", "đều")):
            people = self._people(left, end)
            if len(people) > 1:
                return people
        best: tuple[Phrase, ...] = ()
        for at in self._chunk_starts(left, end):
            phrases, stop = self._reader.list_at(at, end)
            phrases = tuple(phrase for phrase in phrases if phrase.end <= end and contest_at(self._scene, phrase.start, end) is None)
            if not phrases:
                continue
            if not self._lower[stop:end].strip(" ,"):
                return best if self._describes(best, phrases) else phrases
            if _can_receive(phrases):
                best = best if self._describes(best, phrases) else phrases
        return self._ending_at(left, end) or best

    def _describes(self, before: tuple[Phrase, ...], phrases: tuple[Phrase, ...]) -> bool:
        """`em A, học sinh lớp 12, Trường THPT B, giành`: who got it stands before what describes them."""
        if not before or len(phrases) != 1 or phrases[0].kind not in (UNIT, UNCOUNTED, PRONOUN):
            return False
        called = phrases_of("role").at(self._lower, phrases[0].start, phrases[0].end) is not None
        return before[-1].kind == PERSON or (called and before[-1].kind == UNIT)

    def _people(self, left: int, end: int) -> tuple[Phrase, ...]:
        """Everyone named with a form of address: `em A, học sinh lớp 12; em B, học sinh lớp 11 cùng giành`."""
        found = []
        for at in range(left, end):
            if not self._lower[at].isalpha() or self._lower[at - 1 : at].isalnum() or phrases_of("role").at(self._lower, at, end) is None:
                continue
            phrase = self._reader.at(at, end)
            if phrase is not None and phrase.kind == PERSON and phrase.start - at <= 12 and (not found or found[-1].start < phrase.start):
                found.append(phrase)
        return tuple(found)

    def _ending_at(self, left: int, end: int) -> tuple[Phrase, ...]:
        """A counted group or person right before the verb, wherever its clause began: `Lạng Sơn có 3 tập thể được tặng`."""
        stripped = len(self._lower[:end].rstrip())
        for at in range(max(left, stripped - 80), stripped):
            if self._lower[at].isalnum() and not self._lower[at - 1 : at].isalnum():
                phrases, stop = self._reader.list_at(at, stripped)
                if phrases and stop == stripped and phrases[0].kind in (COUNTED, PERSON):
                    return () if self._is_beaten(left, at) else phrases
        return ()

    def _is_beaten(self, left: int, at: int) -> bool:
        """`vượt 70 đề tài`, `trong số 500 thí sinh`: a group that did not win."""
        before = self._lower[left:at].rstrip()
        return any(before.endswith(word) and not before[: -len(word)][-1:].isalnum() for word in award_lexicon().group("not_subject"))


def _can_receive(phrases: tuple[Phrase, ...]) -> bool:
    """Whether a counted group some way before the verb is of people, bodies or works: not `ba tình tiết giảm nhẹ`."""
    noun = fold_word(phrases[0].noun or "")
    return phrases[0].kind != COUNTED or any(phrases_of(group).at(noun, 0, len(noun)) for group in ("receiver", "role", "unit_head"))


def _only_auxiliary(text: str) -> bool:
    return _AUXILIARY.match(text, 0, len(text)) is not None


def _is_clause_link(lower: str, at: int) -> bool:
    """`nghĩa là`, `đặc biệt là`, `trong đó có`: no verb."""
    return lower[max(at - 12, 0) : at].rstrip().endswith(("nghĩa", "đặc biệt", "nhất", "trong đó", "hay", "tức", "vẫn", "gọi"))


@cache
def _verbs() -> regex.Pattern[str]:
    lexicon = award_lexicon()
    return Pattern(
        r"(?<!\w)(?:(?P<other>\L<other>)|(?P<revoke>\L<revoke>)|(?P<give>\L<give>)|(?P<win>\L<win>)|(?P<be>là|có|trở thành|với))(?!\w)",
        other=lexicon.words("other_verb"),
        revoke=lexicon.words("revoke"),
        give=lexicon.words("give"),
        win=lexicon.words("win"),
    ).compiled
