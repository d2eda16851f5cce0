"""What stands behind an award: `của X`, `cho Y`, `thuộc về Y`, `do Z trao`, `tại E`, `: 54 tập thể`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.link.awards.contests import contest_at
from trichluc.link.awards.extents import giver_at
from trichluc.link.awards.lists import read_list
from trichluc.link.awards.names import COUNTED, PERSON, PRONOUN, UNIT, Phrase, can_receive
from trichluc.link.awards.words import words_of
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.link.awards.phrases import PhraseReader
    from trichluc.link.awards.subjects import Span
    from trichluc.records import Award
    from trichluc.scene import Scene

__all__ = ["Lead", "Right", "read_right"]

# [năm nay | môn Toán | bảng A | (…) | trị giá 5 triệu đồng] before what says who or where
_BETWEEN = r"\"?(?: ?\([^()\n]{0,100}\))?(?:,? (?:mỗi (?:giải|suất) )?(?:trị giá|kèm|với|(?:và|cùng)(?= (?:\L<gifts>)(?!\w)| \d+ (?:triệu|nghìn)| \d+\.)) [^,;:()\n]{2,60}?,?)?(?: (?:(?:cá|công|doanh) nhân(?!\w)|(?!(?:\L<ends>)(?!\w))[\w.\"/-]+)){0,8}?(?: ?\([^()\n]{0,100}\))?"
_GOAL = (
    r",? (?:cũng )?(?:đã |sẽ |chính thức |xin )?(?:được )?(?:trao tặng cho|trao cho|tặng cho|trao tặng|dành cho|dành tặng|gọi tên|thuộc về|về tay|xướng tên|"
    r"trao|tặng|gửi|gửi tới|gửi đến) (?:cho )?| (?:cho(?: ?:)?|đối với) (?=\w)| (?:đến|tới) (?=\w)"
)
_MARKER = Pattern(
    rf"{_BETWEEN}(?:(?P<goal>{_GOAL})|(?P<of>,? (?:của|từ) )|(?P<by>,? do )|(?P<at>,? (?:tại|trong|ở) )|(?P<be>,? (?:là|gồm|gồm có|đó là|gọi tên):? )"
    r"|(?P<has> có (?=\d))|(?P<colon> ?: ?| - (?!\d)|\s?\((?=\d)))",
    gifts=words_of("gift"),
    ends=words_of("right_end"),
)
# môn Ngữ văn | nội dung 1.500m nữ    the field, word by word
_FIELD = Pattern(
    r" (?:môn|nội dung|hạng mục|thể loại|lĩnh vực|bảng|khối|phần thi)(?: (?P<word>(?!(?:của|do|cho|tại|thuộc)\b)[\w.-]+)){2,9}+",
    captures=True,
)
# 3 giải Nhất | môn Kéo co | (Trường A, Trường B và Trường C)
_OPENED = Pattern(r"(?: (?:môn|nội dung|hạng mục|thể loại) [^,;:()\n]{1,40}?)? ?\((?=[^\W\d])")
_LEADS = re.compile(r"(?:cho|về|đối với|của|tại|do) ")
_COMMENDS = Pattern(r" (?:đã |cũng )?(?:khen thưởng|biểu dương|tuyên dương|vinh danh|tôn vinh)(?!\w)")
_CLOSES = Pattern(r" ?(?:[,;.()]|và |$)")
# khen thưởng | đột xuất | 2 tập thể
_MANNER = Pattern(
    r"(?:thành tích )?(?:đột xuất|nóng|kịp thời|chuyên đề|đối ngoại|thường xuyên|thành tích|cấp (?:cơ sở|xã|huyện|quận|tỉnh|thành phố|ngành|trường))(?: (?:đối với|cho))? "
)
_OF_SOME = Pattern(r" (?:được|nhận|truy tặng|đã|vinh dự)(?!\w)")
_GIVEN_BY = Pattern(r" (?:trao|tặng|trao tặng|phong tặng|phong|cấp|ban tặng|công nhận|khen|bình chọn|ký)(?!\w)")
# á quân của | giải | là đội A, bằng khen của | các cấp | tặng ông B    words that name no contest and no body
_OF_CONTEST = Pattern(
    r"các (?:cấp|ngành)(?:, (?:các )?ngành)?(?!\w)|(?:mùa )?giải(?: đấu)?(?: (?:này|năm nay|năm \d{4}))?(?= (?:là|gọi tên|thuộc về)(?!\w)|:)"
)
# Awards whose giver may follow without `của`: Bằng khen UBND tỉnh
_BODIED = frozenset({"certificate", "emulation_flag", "badge"})
_CONTESTED = frozenset({"prize", "medal", "ranking"})
_LETTER = "Thư khen"
_TEAMS = ("đoàn ", "đội ", "tuyển ", "clb ", "câu lạc bộ ")
_MOST_STEPS = 5
_LONGEST = 400


class Lead(Struct, frozen=True):
    """What leads from an award to those who got it.

    ``nominal``: no verb governs it, so `là` and a colon do; ``inverted``: its verb stands first (`Đạt giải Nhất là đội A`);
    ``rightward``: no verb of its own, and the award before it in the sentence has them behind it, so nothing need lead to them.
    """

    nominal: bool = False
    inverted: bool = False
    rightward: bool = False


class Right(Struct, frozen=True):
    """What was read behind an award; ``end`` is where reading stopped, ``plain`` whether `cho` alone led to the goals."""

    goals: tuple[Phrase, ...] = ()
    awarder: Span | None = None
    event: Span | None = None
    end: int = 0
    plain: bool = False


def read_right(scene: Scene, reader: PhraseReader, award: Award, end: int, limit: int, *, lead: Lead) -> Right:
    """Read behind an award from *end*, no further than the next award's own words at *limit*.

    Args:
        scene: the article.
        reader: reads its phrases.
        award: the last award of the clause.
        end: where it ends.
        limit: where the next one begins.
        lead: what leads to who got it.
    """
    walk = _Walk(scene, reader, award, end, min(limit, end + _LONGEST), lead)
    for _ in range(_MOST_STEPS):
        if not walk.step():
            break
    named = tuple(goal for goal in walk.goals if goal.kind != PRONOUN)
    return Right(named or walk.goals, walk.awarder, walk.event, walk.at, walk.plain)


class _Walk:
    """One walk behind an award, marker by marker; it lives no longer than :func:`read_right`."""

    def __init__(self, scene: Scene, reader: PhraseReader, award: Award, end: int, limit: int, lead: Lead) -> None:
        self._scene, self._reader, self._award, self._limit = scene, reader, award, limit
        self._lead = lead
        self.at = end
        self.goals: tuple[Phrase, ...] = ()
        self.plain = False
        self.awarder: Span | None = None
        self.event: Span | None = None
        self._adjacent()

    def _adjacent(self) -> None:
        """What needs no marker: `biểu dương | Đội Cảnh sát hình sự`, `Bằng khen | UBND tỉnh`."""
        scene, start = self._scene, self.at + 1
        if scene.lower[self.at : start] != " ":
            return
        if self._award.category == "commendation" or self._award.name == _LETTER:
            manner = _MANNER.match(scene.lower, start, self._limit)
            self.goals, stop = read_list(self._reader, manner.end() if manner else start, self._limit)
            if len(self.goals) > 1 and _COMMENDS.match(scene.lower, stop, scene.limit(start)):
                self.goals, stop = self.goals[:-1], self.goals[-2].stop  # khen thưởng 10 tập thể, | Hội Nông dân huyện khen thưởng …
            self.at = stop if self.goals else self.at
        elif scene.quantity_at(start) is not None and self._award.category not in _CONTESTED:
            phrases, stop = read_list(self._reader, start, self._limit)  # tặng Giấy khen | 2 tập thể và 12 cá nhân
            if phrases and all(phrase.kind == COUNTED and can_receive(phrase) for phrase in phrases):
                self.goals, self.at = phrases, stop
        elif self._lead.rightward and self._award.category in _CONTESTED:
            phrases, stop = read_list(self._reader, start, self._limit)  # nhất toàn đoàn thuộc về …, nhì toàn đoàn | huyện Mộc Châu
            named = (
                bool(phrases)
                and contest_at(scene, start, self._limit) is None
                and all(phrase.kind in (PERSON, UNIT) for phrase in phrases)
                and not _LEADS.match(scene.lower, start)
            )
            named = named and any(scene.folded[phrase.start : phrase.end] != scene.lower[phrase.start : phrase.end] for phrase in phrases)
            if named and _CLOSES.match(scene.lower, stop, self._limit):
                self.goals, self.at = phrases, stop
        elif self._lead.nominal and self._award.category in _CONTESTED and scene.folded[start : start + 1].isupper():
            phrase = self._reader.at(start, self._limit)  # quán quân | Nguyễn Thị Hồng Toán
            if phrase is not None and phrase.kind == PERSON and contest_at(scene, start, self._limit) is None:
                self.goals, self.at = (phrase,), phrase.stop
        elif self._award.category in _BODIED and scene.folded[start : start + 1].isupper():
            body = giver_at(scene, start, self._limit)
            if body is not None:
                self.awarder, self.at = (start, body), body

    def step(self) -> bool:
        """Read the next marker and what it leads to; False where none is left."""
        scene = self._scene
        start = self.at + scene.lower.startswith(" ", self.at)
        contest = contest_at(scene, start, self._limit) if self.event is None else None
        if contest is not None:
            self.event, self.at = (start, contest), contest
            return True
        if self.event is None and self._past_field():
            return True
        if self._in_brackets():
            return True
        found = _MARKER.match(scene.lower, self.at, self._limit)
        if found is None or ";" in found[0]:
            return False
        kind, start = found.lastgroup or "", found.end()
        if kind == "goal":
            self.plain = found["goal"].strip(" :") == "cho"
            return self._goal(start)
        if kind in ("of", "at"):
            return self._place(start, of=kind == "of")
        if kind == "by":
            return self._giver(start)
        return self._names(start, colon=kind in ("colon", "has"), listing="gồm" in found[0], has=kind == "has")

    def _in_brackets(self) -> bool:
        """`2 giải Nhì | (Sở Tài chính, Sở Nội vụ)`: as many names in brackets as there are prizes."""
        opened = _OPENED.match(self._scene.lower, self.at, self._limit) if self._award.category in _CONTESTED and not self.goals else None
        if opened is None or self._award.quantity is None:
            return False
        phrases, stop = read_list(self._reader, opened.end(), self._limit)
        named = len(phrases) == self._award.quantity and all(phrase.kind in (PERSON, UNIT) for phrase in phrases)
        if not named or not self._scene.lower.startswith(")", stop):
            return False
        self.goals, self.at, self.plain = phrases, stop + 1, True
        return True

    def _past_field(self) -> bool:
        """`giải Nhất | môn Ngữ văn | kỳ thi học sinh giỏi quốc gia`: the contest behind the field that was contested."""
        field = _FIELD.match(self._scene.lower, self.at, self._limit)
        if field is None:
            return False
        for start in field.starts("word")[1:]:
            contest = contest_at(self._scene, start, self._limit)
            if contest is not None:
                self.event, self.at = (start, contest), contest
                return True
        return False

    def _goal(self, start: int) -> bool:
        """`cho 2 tập thể`, `thuộc về em Lan`."""
        phrases, stop = read_list(self._reader, start, self._limit) if not self.goals else ((), start)
        if len(phrases) == 1 and phrases[0].kind == UNIT and self._names_award(phrases[0]):
            return False  # giải Nhất cho | đội | vô địch là đội A
        if phrases:
            self.goals, self.at = phrases, stop
        return bool(phrases)

    def _names_award(self, phrase: Phrase) -> bool:
        """Whether a bare `đội` or `nhà` leads into the next award."""
        bare = " " not in self._scene.lower[phrase.start : phrase.end] and self._scene.folded[phrase.start].islower()
        return bare and phrase.stop + 1 == self._limit < self._scene.limit(phrase.start)

    def _place(self, start: int, *, of: bool) -> bool:
        """`tại Hội thi`, `của Cuộc thi`; `của UBND tỉnh`; `chức vô địch của Chelsea`."""
        contest = contest_at(self._scene, start, self._limit) if self.event is None else None
        if contest is not None:
            self.event, self.at = (start, contest), contest
            return True
        if not of:
            return False
        whole = _OF_CONTEST.match(self._scene.lower, start, self._limit)
        if whole is not None:
            self.at = whole.end()
            return True
        if self._award.category == "ranking" and not self.goals:
            phrases, self.at = read_list(self._reader, start, self._limit)
            self.goals = tuple(phrase for phrase in phrases if phrase.kind in (PERSON, UNIT))
            return bool(self.goals)
        body = giver_at(self._scene, start, self._limit) if self.awarder is None else None
        if body is not None and self._award.category == "medal" and self._scene.lower.startswith(_TEAMS, start):
            if self._lead.nominal:
                self.goals = (Phrase(UNIT, start, body, body),)
            self.at = body  # chủ nhân của 1 trong 4 HCV | của đoàn thể thao Việt Nam
            return True
        if body is not None:
            self.awarder, self.at = (start, body), body
            return True
        if self.goals or self._award.category not in ("prize", "medal"):
            return False
        phrases, stop = read_list(self._reader, start, self._limit)
        if not phrases or any(phrase.kind not in (PERSON, UNIT) for phrase in phrases):
            return False
        self.goals, self.at = phrases, stop
        return True

    def _giver(self, start: int) -> bool:
        """`do Bộ Nông nghiệp trao tặng`."""
        body = giver_at(self._scene, start, self._limit)
        if body is None or not _GIVEN_BY.match(self._scene.lower, body, self._limit):
            return False
        self.awarder, self.at = (start, body), body
        return True

    def _names(self, start: int, *, colon: bool, listing: bool, has: bool) -> bool:
        """`Á quân là Đinh Văn Hải`, `Cờ thi đua: 54 tập thể`, `được tặng Kỷ niệm chương gồm: ông A, bà B`."""
        free = self._lead.nominal or self._lead.inverted
        if self.goals or not (free or colon or listing):
            return False
        phrases, stop = read_list(self._reader, start, self._limit)
        if not phrases or phrases[0].kind not in (COUNTED, PERSON, UNIT):
            return False
        if self._scene.lower.endswith("(", 0, start) and _OF_SOME.match(self._scene.lower, stop, self._limit):
            return False  # 610 đồng chí được trao Huy hiệu (1 đồng chí | được truy tặng)
        if not free and (phrases[0].kind == COUNTED) != colon:
            return False
        if not all(can_receive(phrase) for phrase in phrases):
            return False  # HC vàng: 6 chiếc; 2 HCV (1 cá nhân, 1 tiếp sức)
        if has and not _CLOSES.match(self._scene.lower, stop, self._limit):
            return False  # Trong 31 đảng viên được tặng Huy hiệu Đảng có 3 đồng chí | nhận …
        self.goals, self.at = phrases, stop
        return True
