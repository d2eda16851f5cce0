"""Who stands before a verb as its subject: those who receive."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from trichluc.entities.phrases import is_shouted
from trichluc.entities.places import place_at
from trichluc.link.awards.contests import contest_at
from trichluc.link.awards.lists import read_list
from trichluc.link.awards.names import COUNTED, PERSON, PRONOUN, UNCOUNTED, UNIT, Phrase, can_receive
from trichluc.link.awards.verbs import before_auxiliary, has_words
from trichluc.link.awards.words import PLACED, WORD_START, ends_with_word, phrases_of
from trichluc.rule import Pattern
from trichluc.text import UPPER

if TYPE_CHECKING:
    from trichluc.link.awards.phrases import PhraseReader
    from trichluc.numerals import Quantity
    from trichluc.scene import Scene

__all__ = ["Span", "SubjectReader"]

Span = tuple[int, int]

_ADVERBIAL = Pattern(
    r"(?:tại|trong|với|nhân|sau|từ|theo|khi|đến|qua|vào|năm|nhờ|bằng|trước|hằng|hàng|nhiều năm|liên tục|đồng thời|và|\d+ năm|ở|để|từng|do|bởi|ngoài)"
    r"(?!\w)"
)
# Ông A, Chủ tịch xã cho biết, | xã được tặng …
_REPORTED = Pattern(r".*(?<!\w)(?:cho biết|cho hay|chia sẻ|khẳng định|thông tin|nói)(?:,|:| rằng) ")
_NAMING = re.compile(rf"[{UPPER}]")
_PARTING = re.compile(r"[(),;:]")
# Với bài hát "Quê hương", | em Lan đạt
_MEANS = re.compile(r'[ "]*(?:với|bằng|nhờ|thông qua) ')
# Bộ Giáo dục | vừa công bố kết quả với 66 giải Nhất: who tells of prizes has won none
_DECIDES = Pattern(r" (?:đã |vừa |mới )*(?:công bố|quyết định|ra quyết định|ban hành|thông báo)(?!\w)")
_AMONG = Pattern(r" (?:(?:đang |nguyên )?[^\W\d]+ ){0,5}(?:của|thuộc|ở|tại) các(?!\w)")
# 440 đảng viên | thuộc quận Hà Đông, 30 hội viên | có thành tích
_NARROWED = Pattern(r" (?:của|thuộc|ở|tại|đang|nguyên|có thành tích|đạt thành tích|có nhiều|có công|quận|huyện|thị xã|tỉnh)(?!\w)[^,;:]*$")
_PRAISES = (" tiêu biểu", " ưu tú", " điển hình")
# phong tặng 19 đơn vị | đã có thành tích … | danh hiệu
_MERITED = Pattern(r" (?:đã |vì (?:đã )?)?(?:có|đạt|lập) (?:nhiều )?thành tích(?!\w)")
_SIGNS = ' ,;:.-"+*•'
_FARTHEST = 80
_OF_WHOLE = ("trong", "trong số", "trong tổng số")


class SubjectReader:
    """Reads what stands before the verbs of an article's awards."""

    def __init__(self, scene: Scene, reader: PhraseReader) -> None:
        self._scene = scene
        self._reader = reader
        self._lower = scene.lower

    def subject(self, left: int, end: int) -> tuple[Phrase, ...]:
        """The recipients between *left* and a verb at *end*: the last person, unit or counted group, with those coordinated to it."""
        reported = _REPORTED.match(self._lower, left, end)
        left = reported.end() if reported is not None else left
        if not has_words(self._lower, left, end):
            return ()
        if {"cùng", "đều"} & set(self._lower[end : end + 12].split()[:2]):
            people = self._people(left, end)
            if len(people) > 1:
                return people
        given = self._lower.rfind(" cho ", left, end) + len(" cho ")
        if given > len(" cho "):  # trao giải cho | 4 đội | đạt giải Nhất
            phrases, stop = read_list(self._reader, given, end)
            if phrases and stop >= len(self._lower[:end].rstrip()) and phrases[0].kind in (COUNTED, UNCOUNTED):
                return phrases
        best: tuple[Phrase, ...] = ()
        behind = left
        for at in self.chunk_starts(left, end):
            if best and best[0].kind == COUNTED and at < best[0].end:
                continue  # 191 nhà giáo, | cán bộ quản lý
            phrases, stop = read_list(self._reader, at, end)
            phrases = tuple(phrase for phrase in phrases if phrase.end <= end and contest_at(self._scene, phrase.start, end) is None)
            if not phrases:
                continue
            if not self._lower[stop:end].strip(" ,"):
                if best and best[0].kind == COUNTED and phrases[0].kind == UNIT and _AMONG.match(self._lower, behind, at):
                    return best  # 17 đồng chí công tác tại các cơ quan, | đơn vị Bộ CHQS tỉnh
                return best if self._describes(best, phrases) else self._with_counted(phrases, left)
            counted = bool(best) and best[0].kind == COUNTED
            if any(phrase.start == phrases[0].start for phrase in best) or (counted and phrases[0].kind == UNCOUNTED):
                continue  # 24 tập thể, | 78 cá nhân thuộc …; 15 em, | nhiều đóng góp
            if can_receive(phrases[0]) and not (phrases[0].kind == UNIT and _DECIDES.match(self._lower, stop, end)):
                best, behind = (best, behind) if self._describes(best, phrases) else (phrases, stop)
        if best and best[0].kind == PERSON:
            return best
        if best and best[0].kind == COUNTED and _NARROWED.match(self._lower, behind, end):
            last = self.ending_at(left, end)  # 8 đồng chí thuộc đoàn Hà Giang, but: 20 em dự thi có 3 em
            return last if last and last[0].kind == COUNTED else best
        if best and all(self._is_place(phrase) for phrase in best):  # Hà Tĩnh có ông A ở xã B, huyện C được tặng
            return self._people(left, end)[-1:] or self.ending_at(left, end) or best
        return self.ending_at(left, end) or best

    def _with_counted(self, phrases: tuple[Phrase, ...], left: int) -> tuple[Phrase, ...]:
        """`Tỉnh có 9 tập thể, | 12 cá nhân được tặng`: with the counted group before the comma, wherever its clause began."""
        start = phrases[0].start
        if phrases[0].kind == UNCOUNTED:  # 1.200 tập thể, | cá nhân
            whole = self.ending_at(left, phrases[-1].stop)
            return whole if whole and whole[0].kind == COUNTED else phrases
        if phrases[0].kind != COUNTED or not self._lower.endswith(", ", left, start):
            return phrases
        before = self.ending_at(left, start - 2)
        return (*before, *phrases) if before and before[0].kind == COUNTED and can_receive(before[0]) else phrases

    def is_unnamed(self, left: int, end: int) -> bool:
        """Whether the subject is a group without names, so that `là` leads to them: `Người | giành giải Nhất là em Mai`."""
        starts = self.chunk_starts(left, end)
        phrase = self._reader.at(starts[-1], end) if starts else None
        if phrase is None or self._lower[phrase.stop : end].strip():
            return False
        bare = phrases_of("role").at(self._lower, phrase.start, phrase.end)  # Học sinh | giành giải Nhất là em Mai
        return phrase.kind in (UNCOUNTED, COUNTED) or (bare is not None and bare[0] == phrase.end)

    def adjacent(self, left: int, start: int, kinds: tuple[str, ...] = ()) -> tuple[Phrase, ...]:
        """Those who stand right before an award without a verb: `phường Tam Thanh giải nhì`, `Hà Nội: 48 HCV`; of *kinds* only, where given."""
        end = before_auxiliary(self._scene.folded, left, start)
        for at in self.chunk_starts(left, end):
            phrases, stop = read_list(self._reader, at, end)
            if phrases and not self._lower[stop:end].strip(" ,:-(\"'") and (not kinds or all(phrase.kind in kinds for phrase in phrases)):
                return phrases
        return ()

    def object_at(self, at: int, end: int) -> tuple[Phrase, ...]:
        """Those who fill the space between a verb and the award: `tặng | 2 tập thể | Bằng khen`."""
        phrases, stop = read_list(self._reader, at + self._lower.startswith(" ", at), end)
        return phrases if not self._lower[stop:end].strip(" ,") or (phrases and _MERITED.match(self._lower, stop, end)) else ()

    def is_elided(self, left: int, end: int) -> bool:
        """Whether nothing but adverbials stands before the verb; words that name nobody are a subject all the same."""
        starts = self.chunk_starts(left, end)
        return not starts or _ADVERBIAL.match(self._lower, starts[-1], end) is not None or not has_words(self._lower, starts[-1], end)

    def chunk_starts(self, left: int, end: int) -> list[int]:
        """Where chunks parted by commas begin, from the left, lead-ins (`Kết quả,`) stepped over; commas in brackets part none."""
        starts = []
        begin, depth = left, 0
        for sign in _PARTING.finditer(self._lower, left, end):
            depth += (sign[0] == "(") - (sign[0] == ")")
            if depth <= 0 and sign[0] in ",;:" and sign.end() < end:
                if not _MEANS.match(self._lower, begin, end):
                    starts.append(self._past_lead_in(begin, end))
                begin = sign.end()
        starts.append(self._past_lead_in(begin, end))
        return [at for at in starts if at < end]

    def _past_lead_in(self, at: int, end: int) -> int:
        for _ in range(6):
            while at < end and self._lower[at] in _SIGNS:
                at += 1
            dated = self._reader.past_dates(at)
            if dated > at:
                at = dated
                continue
            found = phrases_of("lead_in").at(self._lower, at, end)
            if found is None or found[0] >= end or (self._scene.quantity_at(at) is not None and not self._lower.startswith("năm ", at)):
                return at
            at = found[0]
        return at

    def _describes(self, before: tuple[Phrase, ...], phrases: tuple[Phrase, ...]) -> bool:
        """`em A, học sinh lớp 12, Trường THPT B, giành`: who got it stands before what describes them."""
        if not before or phrases[0].kind not in (UNIT, UNCOUNTED, PRONOUN):
            return False
        if len(phrases) > 1:  # bà Sao ở xã Tả Van, thị xã Sa Pa, Lào Cai
            return before[-1].kind == PERSON and all(self._is_place(phrase) for phrase in phrases)
        role, head = (phrases_of(group).at(self._lower, phrases[0].start, phrases[0].end) for group in ("role", "unit_head"))
        called = role is not None and (head is None or head[0] <= role[0])  # not: xã A, cán bộ, nhân viên xã
        return before[-1].kind == PERSON or (called and before[-1].kind == UNIT)

    def _is_place(self, phrase: Phrase) -> bool:
        return phrase.kind == UNIT and place_at(self._scene.text, phrase.start, phrase.end) == phrase.end

    def _people(self, left: int, end: int) -> tuple[Phrase, ...]:
        """Everyone named with a form of address: `em A, học sinh lớp 12; em B, học sinh lớp 11 cùng giành`."""
        found: list[Phrase] = []
        for word in WORD_START.finditer(self._lower, left, end):
            at = word.start()
            phrase = self._reader.at(at, end) if phrases_of("role").at(self._lower, at, end) is not None else None
            if phrase is not None and phrase.kind == PERSON and phrase.start - at <= 12 and (not found or found[-1].start < phrase.start):
                found.append(phrase)
        return tuple(found)

    def ending_at(self, left: int, end: int) -> tuple[Phrase, ...]:
        """A counted group or person right before the verb, wherever its clause began: `Lạng Sơn có 3 tập thể được tặng`."""
        stripped = len(self._lower[max(end - _FARTHEST, 0) : end].rstrip(" ,")) + max(end - _FARTHEST, 0)
        if is_shouted(self._scene.folded, left, stripped):
            return ()
        for word in WORD_START.finditer(self._lower, max(left, stripped - _FARTHEST), stripped):
            at = word.start()
            if _NAMING.search(self._scene.folded, at, stripped) is None and not self._counts(at, stripped):
                break  # nobody is named or counted behind this
            if PLACED.match(self._lower, max(left, at - 12), at):
                continue
            phrases, stop = read_list(self._reader, at, stripped)
            if phrases and phrases[0].start > at and PLACED.match(self._lower, max(left, phrases[0].start - 12), phrases[0].start):
                continue  # 440 đảng viên | quận Hà Đông
            if phrases and phrases[0].kind == COUNTED and len(phrases) > 1 and not can_receive(phrases[0]):
                continue  # sản phẩm 4 sao và giám đốc A
            if phrases and stop == stripped and phrases[0].kind in (COUNTED, PERSON):  # not `vượt | 70 đề tài`
                before = self._lower[left:at].rstrip()
                of_whole = before.endswith(_OF_WHOLE) and self._lower.startswith("được ", end)  # Trong 31 đảng viên | được tặng … có 3
                return () if ends_with_word(before, "not_subject") and not of_whole else phrases
        for praise in _PRAISES:
            if self._lower.endswith(praise, left, stripped):  # 118 nông dân | tiêu biểu | đạt
                return self.ending_at(left, stripped - len(praise))
        return ()

    def _counts(self, at: int, end: int) -> bool:
        """Whether a quantity begins between *at* and *end*."""
        quantities = self._scene.quantities
        last = bisect_left(quantities, end, key=_number_start) - 1
        return last >= 0 and quantities[last].number_start >= at


def _number_start(quantity: Quantity) -> int:
    return quantity.number_start
