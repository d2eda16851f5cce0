"""Who issued a document: the name printed behind `của` or `do`, or before the verb that issues.

DOCUMENT của {issuer} · DOCUMENT do {issuer} ban hành      the grammar of organizations says where the name ends
{issuer} [, ngày …,] {adverb}… {verb} DOCUMENT             Ngày 8.4, Ban Bí thư T.Ư Đảng đã ban hành Chỉ thị số …
của {issuer} tại DOCUMENT                                  chỉ đạo của UBND tỉnh tại văn bản số …
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.entities.organizations.grammar import issuer_at, organization_at
from trichluc.entities.phrases import Phrases
from trichluc.families.citation.names import WORD_START, Names
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["Before", "Issuers"]

_FARTHEST, _LONGEST_ACT = 130, 100
# What may stand between the body and its verb: , huyện Quỳ Hợp | (BCT) | khóa XV, kỳ họp thứ 8 | , ngày 12/5, | phối hợp với Sở Tài chính
_TO_ACT = Pattern(
    r"(?:, (?:xã|phường|thị trấn|thị xã|huyện|quận|thành phố|TP|tỉnh)\.? ?[^\W\d_a-zđ][^,.;:()\d]{1,24}?,?){0,2}"
    r"(?: ?\([^()\d]{2,40}\))?(?:,? \(?khóa [IVX\d]+\)?)?(?:,? nhiệm kỳ [\d -]+)?(?:,? (?:tại )?[Kk]ỳ họp (?:thứ )?[\w ]{1,24})?"
    r",? ?(?:(?:vào )?ngày [\d/. -]{3,12}\d,? ?)?(?:(?:đã |vừa )?(?:chủ trì,? )?phối hợp (?:với |cùng )?[^,.;:()\d]{3,80})?",
    cased=True,
)
_SHORT_NAME = Pattern(r" \([^()\d]{2,20}\)")
# The centre before its own bodies: Trung ương, | Bộ Chính trị đã ban hành
_CENTRE = Pattern(r"(?:trung ương|tw|t\.ư)(?: đảng)?, (?=bộ chính trị|ban bí thư|ban chấp hành|bch )")
# Who signs for a body: Thay mặt Bộ Chính trị, Tổng Bí thư | ký
_ON_BEHALF = Pattern(r", ?[^;:()]{3,70}")
_COUNT = Pattern(r" (?:thêm|bộ|các|những|đồng thời|một|\d{1,2})$")
_LIST_ENDS = ("như", "như:", "gồm", "gồm có", "đó là", "gồm:", "gồm có:", "đó là:", "trong đó có", "trong đó có:")
_LIST = Pattern(r" (?:\d{1,2}|các|những|nhiều|một số|hai|ba|bốn) [^.;:,]{2,70}?,? (?:bao gồm|gồm|như|đó là|trong đó có)(?: có)?:?$")
# The number of a document beside, with its day and the joint: Công văn | số 12/UBND ngày 12/6 và
_BESIDE = Pattern(r"(?: số)? ?:? ?\d[\w/&.-]*(?: ?- ?[\w/&.-]+)?(?:,? ngày [\d/. -]{3,12})?(?:, | và |; )$")
_MOST_COUNTS, _LONGEST_COUNT, _MOST_ADVERBS, _MOST_BESIDE, _MOST_BODIES, _LONGEST_CHAIN = 2, 12, 3, 4, 3, 150
_SPEAKS = Pattern(r"(?<!\w)(?:tại|trong|theo)(?: các)? $")
# Names behind these words are not the subject of the verb: `do UBND tỉnh ban hành`, `của UBND tỉnh ban hành`
_GOVERNED = ("của ", "do ", "với ", "cho ", "về ", "tại ", "theo ", "gửi ")
# … but `do UBND tỉnh ban hành kèm theo Quyết định số …` speaks of what follows
_PASSIVE = ("do ",)
# Behind these a body printed small may be the subject: …, huyện ban hành …
_BEFORE_SMALL = (",", ";", ":", "-", "(", "được", "do")


class Before(Struct, frozen=True, gc=False):
    """The folded spans of an issuer found before its document and of the date beside it."""

    issuer: tuple[int, int]
    day: tuple[int, int] | None = None


class Issuers:
    """Who issues, by the grammar of organizations and the room's own verbs."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def names(self) -> Names:
        """How bodies are named."""
        return Names(self._lexicon)

    def _phrases(self, group: str) -> Phrases[str]:
        return Phrases.of(self._lexicon.words(group))

    @cached_property
    def _verbs(self) -> Phrases[str]:
        return self._phrases("issue_verb")

    @cached_property
    def _adverbs(self) -> Phrases[str]:
        return self._phrases("issue_adverb")

    def _act(self, lower: str, first: int, start: int) -> int | None:
        """Where {adverb}… {verb} [{count}] begins that ends right before a document at *start*."""
        if not lower.endswith(" ", first, start):
            return None
        at = start - 1
        for _ in range(_MOST_COUNTS):
            count = _COUNT.search(lower, max(first, at - _LONGEST_COUNT), at)
            if count is None or self._verbs.ending(lower, at, first) is not None:
                break
            at = count.start()
        verb = self._verbs.ending(lower, at, first) or self._before_list(lower, first, start - 1)
        if verb is None:
            return None
        begin = verb[0]
        for _ in range(_MOST_ADVERBS):
            adverb = self._adverbs.before(lower, begin, first)
            if adverb is None:
                break
            begin = adverb[0]
        return begin

    def _before_list(self, lower: str, first: int, end: int) -> tuple[int, str] | None:
        """The verb before a list: `ban hành 4 nghị quyết quan trọng, gồm: | Nghị quyết 57-NQ/TW`."""
        if not lower.endswith(_LIST_ENDS, first, end):
            return None
        intro = _LIST.search(lower, first, end)
        while intro is not None:
            verb = self._verbs.ending(lower, intro.start(), first)
            if verb is not None:
                return verb
            intro = _LIST.search(lower, intro.start() + 1, end)
        return None

    def _chain(self, lower: str, first: int, start: int) -> int | None:
        """Where the documents begin that stand beside the one at *start*, objects of the same verb."""
        begin = None
        for _ in range(_MOST_BESIDE):
            number = _BESIDE.search(lower, first, start)
            noun = self.names.nouns.ending(lower, number.start(), first) if number is not None else None
            if noun is None:
                break
            begin = start = noun[0] - 4 if lower.endswith("các ", first, noun[0]) else noun[0]
        return begin

    @cached_property
    def _decides(self) -> Phrases[str]:
        return self._phrases("decide_verb")

    @cached_property
    def _heads_body(self) -> Phrases[str]:
        return self._phrases("issuer_office")

    def deciding(self, scene: Scene, start: int, names: tuple[str, ...]) -> tuple[int, int] | None:
        """The body of one of *names* that decides by the document: `UBND tỉnh quyết định hỗ trợ … theo Quyết định 14/QĐ-UBND`."""
        lower = scene.lower
        first = max(scene.sentence(start).start, start - 2 * _FARTHEST)
        if not lower.endswith((" theo ", " tại ", " ("), first, start):
            return None
        for name in names:
            at = lower.rfind(name, first, start)
            end = self.names.end(scene.text, at, start) if at >= 0 and lower[at - 1 : at] in ("", " ", "\n", '"') else None
            if end is not None and self._acts_at(lower, end, start) and not lower.endswith(_GOVERNED, first, at):
                return at, end
        return None

    def _acts_at(self, lower: str, at: int, limit: int) -> bool:
        """{adverb}… {verb} behind a body that ends at *at*."""
        for _ in range(_MOST_ADVERBS + 1):
            if self._decides.at(lower, at + 1, limit) is not None and lower[at : at + 1] == " ":
                return True
            adverb = self._adverbs.at(lower, at + 1, limit)
            if adverb is None:
                break
            at = adverb[0]
        return False

    def speaking(self, scene: Scene, start: int, end: int, names: tuple[str, ...]) -> tuple[int, int] | None:
        """The body that speaks in its document: `Tại Công văn số 93/UBND-VX, UBND tỉnh yêu cầu …`, where the code is of one of *names*."""
        if not scene.lower.startswith(", ", end) or not _SPEAKS.search(scene.lower, max(0, start - 24), start):
            return None
        office = self._heads_body.at(scene.lower, end + 2, scene.limit(start))  # …, Chủ tịch | UBND tỉnh yêu cầu
        if not scene.lower.startswith(names, end + 2 if office is None else office[0] + 1):
            return None
        stop = self.names.end(scene.text, end + 2, scene.limit(start))
        return None if stop is None else (end + 2, stop)

    def acting(self, scene: Scene, start: int, end: int) -> tuple[int, int] | None:
        """The body that acts in its document, where its number has no code: `Tại Quyết định số 12, UBND tỉnh thành lập …`."""
        lower, limit = scene.lower, scene.limit(start)
        if lower.startswith(" gửi ", end):
            end = self.names.whole(scene.text, end + 5, limit) or end
        if (
            not lower.startswith(", ", end)
            or not lower.endswith(("tại ", "trong "), 0, start)
            or not scene.folded[end + 2 : end + 3].isupper()
        ):
            return None
        stop = self.names.end(scene.text, end + 2, limit)
        if stop is None:
            return None
        short = _SHORT_NAME.match(lower, stop, limit)  # Hiệp hội Bất động sản TP.HCM | (HoREA) kiến nghị
        return (end + 2, stop) if self._acts_at(lower, short.end() if short is not None else stop, limit) else None

    def before(self, scene: Scene, start: int, first: int) -> Before | None:
        """The body that issues, signs or adopts the document at *start*, named before the verb in the same sentence."""
        text, lower = scene.text, scene.lower
        chain = (
            self._chain(lower, max(first, start - _LONGEST_CHAIN), start) if lower.endswith((", ", " và ", "; "), first, start) else None
        )
        if chain is not None:
            start = chain  # ban hành Công văn số … ngày 12/6 và | Kế hoạch số …
        first = max(first, start - _FARTHEST)
        at = lower.rfind("của ", first, start)
        if at >= 0 and lower.endswith((" tại ", " tại các "), first, start):
            end = self.names.end(text, at + 4, start)
            if end is not None and lower[end:start] in (" tại ", " tại các "):
                return Before((at + 4, end))
        act = self._act(lower, max(first, start - _LONGEST_ACT), start)
        if act is None:
            return None
        passive = lower.endswith((" tại ", " theo "), first, start)
        for word in WORD_START.compiled.finditer(lower, first, act):
            begin = word.start()
            if _CENTRE.match(lower, begin, act):
                continue
            found = self._reaching(scene, begin, act) if self._stands_free(scene, first, begin, passive=passive) else None
            if found is not None:
                return self._signed(scene, begin, found, act)
        return None

    def _reaching(self, scene: Scene, begin: int, act: int) -> int | None:
        """Where the name at *begin* ends, if what stands between it and its verb at *act* may stand there."""
        found = issuer_at(scene.text, begin, act)
        if found is None and not scene.folded[begin].isupper():
            return None
        if found is not None and _TO_ACT.compiled.fullmatch(scene.folded, found, act):
            return found
        if found is not None and scene.lower.endswith("thay mặt ", 0, begin) and _ON_BEHALF.compiled.fullmatch(scene.lower, found, act):
            return found
        if found is not None and (beside := self._beside(scene, begin, found, act)) is not None:
            return beside
        further = self.names.further(scene.text, begin, found, act)
        return further if further is not None and further != found and _TO_ACT.compiled.fullmatch(scene.folded, further, act) else None

    def _beside(self, scene: Scene, begin: int, end: int, act: int) -> int | None:
        """Where bodies end that act together: `Bộ Y tế | và Bộ Tài chính ban hành`; behind a comma only where a sentence opens with them."""
        for _ in range(_MOST_BODIES):
            at = end + 4 if scene.lower.startswith(" và ", end) else end + 2
            if at == end + 2 and not (scene.lower.startswith(", ", end) and begin == scene.sentence(begin).start):
                return None
            following = issuer_at(scene.text, at, act) if scene.folded[at : at + 1].isupper() else None
            if following is None:
                return None
            if _TO_ACT.compiled.fullmatch(scene.folded, following, act):
                return following
            end = following
        return None

    def _stands_free(self, scene: Scene, first: int, begin: int, *, passive: bool) -> bool:
        """Whether the name at *begin* can be the subject: not governed by `của`, and no mere tail (`Ban Chỉ đạo 35 | tỉnh`)."""
        lower = scene.lower
        if not scene.folded[begin].isupper() and begin > first:
            stop = begin - 1 if lower[begin - 1] == " " else begin
            if not lower.endswith(_BEFORE_SMALL, first, stop):
                return False
        if lower.endswith(_GOVERNED, first, begin) and not lower.endswith("tham mưu cho ", first, begin):
            return passive and lower.endswith(_PASSIVE, first, begin)
        return True

    def body(self, scene: Scene, begin: int, end: int, *, held: bool) -> int:
        """Where the body begins of an office that signs: of a deputy's, and of one whose holder is named (*held*)."""
        lower = scene.lower
        deputy = lower.startswith("phó ", begin)
        if not (deputy or held) or lower.startswith(("thủ tướng", "chủ tịch nước"), begin):
            return begin
        for word in WORD_START.compiled.finditer(lower, begin + 1, end):
            standing = deputy and lower.startswith("thường trực ", word.start())  # Phó Chủ tịch Thường trực | UBND tỉnh
            if not standing and organization_at(scene.text, word.start(), end) == end:
                return word.start()
        return begin

    def _signed(self, scene: Scene, begin: int, found: int, act: int) -> Before | None:
        """Of an office with its holder the body counts (`Bộ trưởng Bộ Y tế Đào Hồng Lan ký`), of a deputy too."""
        text, lower, opening = scene.text, scene.lower, begin
        end = self.names.end(text, begin, act) or found
        if found > (issuer_at(text, begin, act) or 0):
            end = found  # Ban Chỉ đạo | 35 tỉnh
        if lower.startswith("phó thủ tướng", begin):
            return None
        begin = self.body(scene, begin, end, held=end < found)
        first = scene.sentence(opening).start
        beside = _DAY_BESIDE.search(lower, end, act)
        day = _DAY_BEFORE.search(lower, max(first, opening - 40), opening) or beside or _DAY_OPENING.match(lower, first, opening)
        return Before((begin, end), day.span() if day else None)


_DAY_BEFORE = Pattern(r"(?:ngày|sáng|trưa|chiều|tối|đêm|hôm) [^,;()]{0,24}\d{1,4}(?: vừa qua)?,? $")
# … who holds the office: Ngày 6/8, ông Nguyễn Văn A - | Phó Chủ tịch UBND tỉnh ký …
_DAY_OPENING = Pattern(
    r"[^\w\n]{0,3}(?:vào )?(?:ngày|sáng|trưa|chiều|tối|đêm) (?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?,? [^,;:()\d]{3,50}(?:,| -) $"
)
_DAY_BESIDE = Pattern(r"ngày [\d/. -]{3,12}")
