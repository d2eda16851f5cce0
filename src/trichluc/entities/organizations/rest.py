"""rest: the fields of work, capitalised words and figures that follow a head, and the level that closes a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.phrases import capital_run, is_shouted, is_syllable, next_word, word_end
from trichluc.text import LOWER, UPPER

if TYPE_CHECKING:
    from collections.abc import Callable

    from trichluc.entities.organizations.heads import Heads
    from trichluc.entities.people.grammar import People
    from trichluc.entities.places.grammar import Places
    from trichluc.text import Text

__all__ = ["Rest"]

_MOST_WORDS = 16
_MOST_SMALL = 8
_MOST_FAR = 5
_MOST_LEVELS = 3
_MOST_SITE = 4
_BRANCH = "chi nhánh "
_SMALL_BETWEEN = re.compile(rf" ([{LOWER}]++)(?= [{UPPER}])")
# A level word that goes on as another word: tỉnh lộ, xã hội, bản án, trường hợp
_NO_LEVEL = re.compile(
    r"(?:tỉnh (?:lộ|lị|lỵ|táo)|xã (?:hội|viên|luận)|bản (?:án|chất|thân|đồ|tin|sắc)|trường (?:hợp|học|kỳ)|quốc gia nào|khu vực (?!\d|[ivx]++\b))"
)
# One word with a capital and a small one behind it are a common noun: Đảng bộ | Quân sự
_GOES_ON_SMALL = re.compile(rf" [{LOWER}]")
_REGION = re.compile(r"(?:vùng|khu vực) (?=\w)")  # Bệnh viện Đa khoa | vùng Tây Nguyên
_BRACKETED = re.compile(rf" \([{UPPER}][{UPPER}&-]{{1,9}}\) (?=\w)")
_REGIONS = ("vùng", "khu")
_AREA = re.compile(r"(?:khu vực|vùng) (?:\d{1,2}|[ivx]{1,5})(?![\w/])")  # Kho bạc Nhà nước | khu vực VII
_SEAT = re.compile(r"(?<=cấp cao) tại ")  # Toà án nhân dân cấp cao | tại Đà Nẵng
# Trường Tiểu học số 2 | Quân khu 4 | Trường THPT Đô Lương 1, but no count: Trường THPT Lê Lợi | 3 giải
_NUMBER = re.compile(
    r"số \d{1,4}(?!\w)|(?:\d{1,4}(?:/\d{1,2})?[a-zA-Z]?|[IVX]{1,5})(?![\w/%]|[.,-]\d"
    r"| (?:năm|tháng|ngày|giờ|lần|lượt|giải|em|học sinh|sinh viên|thí sinh|giáo viên|người|tập thể|cá nhân|suất|huy chương|hc[vbđ]|điểm"
    r"|triệu|tỷ|nghìn|đồng|bài|đội|trường|lớp|xã|huyện|tỉnh)\b)"
)


class Rest:
    """What may follow a head; *body* reads a named body within a name."""

    def __init__(self, heads: Heads, places: Places, people: People, body: Callable[[Text, int, int, int], int | None]) -> None:
        self._heads = heads
        self._places = places
        self._people = people
        self._body = body
        # Words by which a level begins, and those by which a field, a place or a body within does: most words are none of them.
        levels = [*heads.levels.first_words, *heads.sites.first_words, *places.first_words, *places.small_words]
        self._level_words = frozenset([*levels, *_REGIONS])
        self._inner_words = frozenset([*levels, *heads.works.first_words, *heads.kinds.first_words])

    def named(self, text: Text, stop: int, end: int, depth: int, kind: str) -> int | None:
        """End of fields of work and capitalised words behind a head, and of the level that closes them; None where none follows."""
        proper = kind == "proper"
        shouted, head_end = is_shouted(text.folded, stop, end), stop
        trade = proper and self._heads.legal_forms.ending(text.lower, stop) is not None
        found: int | None = None
        words = 0
        led = False
        joined = False  # whether the last field stands small behind a joint and takes an object
        # whether a verb printed small may be a field here: Cục quản lý thị trường | Sở Y tế || kiểm tra
        small = kind != "organ"
        at = next_word(text.folded, stop, end)
        while at is not None and words < _MOST_WORDS:
            inner = text.lower[at : word_end(text.lower, at, end)] in self._inner_words
            led = (led and text.folded[at].isdigit()) or (inner and kind == "open" and self._leads_on(text, at, end))
            may_be_small = small or (proper and not words) or led
            known = self._known(text, at, end, small=may_be_small, proper=proper, first=found is None) if inner else None
            if known is None and inner:
                if found is None and kind == "task" and text.folded[at].isupper() and (body := self._body(text, at, end, depth)):
                    return body  # Hội đồng thi | Trường THPT Vũng Tàu
                place = (
                    self._places.at(text, at, end)
                    or self._heads.levels.at(text.lower, at, end)
                    or self._heads.sites.at(text.lower, at, end)
                )
                if place is not None:
                    break
                if self._heads.at(text.lower, at, end) is not None:
                    body = self._body(text, at, end, depth)
                    if body is not None:
                        return body
                    break
            if known is None:
                known = self._number(text, at, end, free=proper or led or found is None)
            if known is None and found is not None and not proper and self._is_foreigner(text, at, end):
                break
            if known is None:
                known = None if shouted else self._capital(text, at, end, words, proper=proper)
                if known is None and trade and not words and text.folded[head_end:stop] == text.lower[head_end:stop]:
                    known = self._trade(text, at, end)
                words += 1
            if known is None:
                break
            if proper and inner and known == self._places.bare(text, at, end):
                words = max(words, 2)  # ĐHQG TP.HCM | Nguyễn Minh Tâm
            joined = at - stop > 1 and text.folded[at].islower() and (proper or self._heads.takes_object(text.lower, at, end))
            found = stop = known
            at = self._step(text, stop, end, proper=proper)
            small = kind == "task" or (at is not None and at - stop > 1)
        if found is not None:
            return self.level(text, found, end) or (self._far_place(text, found, end) if joined else None) or found
        if proper:
            return self._place(text, stop, end)
        return self._country_behind(text, stop, end) if kind in {"open", "field"} else None

    def behind(self, text: Text, stop: int, end: int) -> int | None:
        """Where the next word begins, also behind a short form in brackets: Uỷ ban Kiểm tra (UBKT) | Tỉnh uỷ."""
        bracket = _BRACKETED.match(text.folded, stop, end)
        return next_word(text.folded, stop, end) if bracket is None else bracket.end()

    def country(self, text: Text, stop: int, end: int) -> int | None:
        """End of a country's name behind *stop*."""
        at = next_word(text.folded, stop, end)
        return None if at is None else self._places.country(text, at, end)

    def level(self, text: Text, stop: int, end: int) -> int | None:
        """End of `Việt Nam`, levels and their places behind *stop*: tỉnh Sơn La, chi nhánh huyện; None where none follows."""
        found = None
        bracket = _BRACKETED.match(text.folded, stop, end)
        if bracket is not None:  # Liên đoàn Lao động (LĐLĐ) | tỉnh Bắc Giang
            return self._places.at(text, bracket.end(), end) or (self._heads.levels.at(text.lower, bracket.end(), end) or (None,))[0]
        for _ in range(_MOST_LEVELS):
            at = next_word(text.folded, stop, end)
            if at is not None and text.lower.startswith(_BRANCH, at, end):
                at += len(_BRANCH)
            if at is None or text.lower[at : word_end(text.lower, at, end)] not in self._level_words:
                return found
            region = _REGION.match(text.lower, at, end)
            place = self._places.at(text, at, end) if region is None else self._places.bare(text, region.end(), end)
            if place is None:
                area = _AREA.match(text.lower, at, end)
                place = self._places.region(text.lower, at, end) or self._site(text, at, end) if area is None else area.end()
            if place is None and not _NO_LEVEL.match(text.lower, at, end):
                level = self._heads.levels.at(text.lower, at, end)
                place = None if level is None else level[0]
                seat = None if place is None else _SEAT.match(text.lower, place, end)
                place = (seat and self._places.at(text, seat.end(), end)) or place
            if place is None:
                return found
            found = stop = place
        return found

    def _site(self, text: Text, at: int, end: int) -> int | None:
        """End of a harbour, a gate or a park with its name: Chi cục Hải quan | cửa khẩu Tân Thanh."""
        start = at
        site = self._heads.sites.at(text.lower, at, end)
        at = at if site is None else site[0] + 1
        if site is None or at >= end or not text.folded[at].isupper():
            return None
        stop = self._places.bare(text, at, end) or capital_run(text.folded, at, end, _MOST_SITE)[-1]
        return self._places.feature_end(text, at - 1 - (site[0] - start), stop, end)

    def _known(self, text: Text, at: int, end: int, *, small: bool, proper: bool, first: bool) -> int | None:
        """A field of work, or in a name of its own a place: Trường THPT | Đô Lương | 1."""
        work = self._heads.works.at(text.lower, at, end)
        if work is not None and (
            text.folded[at].isupper() or work[1] == "work" or (small and (first or not self._heads.is_verb(text.lower, at, end)))
        ):
            return work[0]
        return self._places.bare(text, at, end) if proper else None

    def _number(self, text: Text, at: int, end: int, *, free: bool) -> int | None:
        number = _NUMBER.match(text.folded, at, end)
        if number is None or not (free or number[0].startswith("số") or not _GOES_ON_SMALL.match(text.folded, number.end(), end)):
            return None
        return number.end()

    def _capital(self, text: Text, at: int, end: int, words: int, *, proper: bool) -> int | None:
        """A capitalised word; not a person's name, which only a name of its own may bear, and at its beginning."""
        folded = text.folded
        if not folded[at].isupper() or ((words > 1 or not proper) and self._people.interrupts(text, at, end)):
            return None
        stop = word_end(folded, at, end)
        if words or not self._goes_on_small(text, stop, end) or not is_syllable(text.lower[at:stop]):
            return stop
        return self._bridge(text, stop, end) if proper else None

    def _is_foreigner(self, text: Text, at: int, end: int) -> bool:
        """Whether the name of a foreigner with a title begins here: Bộ trưởng Bộ Quốc phòng | Lloyd Austin."""
        stop = word_end(text.folded, at, end)
        if not text.folded[at].isupper() or text.folded[at:stop].isupper() or is_syllable(text.lower[at:stop]):
            return False
        return len(self._people.run(text, at, end)) > 1 and self._people.titled(text, at)

    def _goes_on_small(self, text: Text, stop: int, end: int) -> bool:
        """Whether a small word follows that makes one with the last: Đảng bộ | Quân sự; not NXB Trẻ | và."""
        if _GOES_ON_SMALL.match(text.folded, stop, end) is None:
            return False
        return text.lower[stop + 1 : word_end(text.folded, stop + 1, end)] not in self._heads.links

    def _bridge(self, text: Text, stop: int, end: int) -> int | None:
        """End of one word in small letters with capitals on both sides: Hợp tác xã Quế | hồi | Đào Thịnh."""
        word = _SMALL_BETWEEN.match(text.folded, stop, end)
        return word.end() if word is not None and text.lower[word.start(1) : word.end()] not in self._heads.links else None

    def _trade(self, text: Text, at: int | None, end: int) -> int | None:
        """End of the word before the capital that a company's trade in small letters leads to: Công ty CP | thẩm định giá | Hoa Sen."""
        stop = None
        for _ in range(_MOST_SMALL):
            if at is None or text.folded[at].isupper():
                return None if at is None else stop
            word = word_end(text.folded, at, end)
            if text.lower[at:word] in self._heads.links and text.lower[at:word] not in self._heads.joints:
                return None
            stop, at = word, next_word(text.folded, word, end)
        return None

    def _leads_on(self, text: Text, start: int, end: int) -> bool:
        """Whether small fields of work lead to the place or figure that closes a name: Tổng công ty Tư vấn | xây dựng | Việt Nam."""
        at: int | None = start
        while at is not None and text.folded[at].islower() and (work := self._heads.works.at(text.lower, at, end)) is not None:
            at = next_word(text.folded, work[0], end)
        if at is None or at == start or text.folded[at].islower():
            return False
        return (self._places.at(text, at, end) or self._number(text, at, end, free=True)) is not None

    def _far_place(self, text: Text, stop: int, end: int) -> int | None:
        """End of small words and the place that closes them: Trung tâm Quản lý và khai thác | hạ tầng Hà Nội."""
        for _ in range(_MOST_FAR):
            at = next_word(text.folded, stop, end)
            if at is None or text.folded[at].isupper() or self._heads.is_verb(text.lower, at, end):
                return None
            stop = word_end(text.folded, at, end)
            work = self._heads.work_end(text.lower, at, end)
            if work > at:
                stop = work
            elif text.lower[at:stop] in self._heads.links:
                return None
            level = self.level(text, stop, end)
            if level is not None and text.folded[stop + 1 : level].lower() != text.folded[stop + 1 : level]:
                return level
        return None

    def _country_behind(self, text: Text, stop: int, end: int) -> int | None:
        """`Hiệp hội | các nhà sản xuất ô tô Việt Nam`: a word, up to seven in small letters, and a country that closes them."""
        for number in range(_MOST_SMALL):
            at = next_word(text.folded, stop, end)
            if at is None:
                return None
            country = self._places.country(text, at, end) if number else None
            stop = word_end(text.folded, at, end)
            if country is not None or text.lower[at:stop] in self._heads.links or (number and text.folded[at].isupper()):
                return country
        return None

    def _place(self, text: Text, stop: int, end: int) -> int | None:
        """End of a place, or of a level that needs none, behind the head of a name: Thư viện | tỉnh, Bệnh viện | Trung ương Huế."""
        at = next_word(text.folded, stop, end)
        if at is None or (self._places.at(text, at, end) is None and self._heads.seats.at(text.lower, at, end) is None):
            return None
        return self.level(text, stop, end)

    def _step(self, text: Text, stop: int, end: int, *, proper: bool) -> int | None:
        """Where the next word of the name begins: behind a space, or behind `và`, `&`, a dash that join fields of work."""
        folded, lower = text.folded, text.lower
        at = joint = next_word(folded, stop, end)
        if folded.startswith((" - ", " & "), stop):
            joint = stop + 1
        elif folded[stop : stop + 1] == "-" and folded[stop + 1 : stop + 2].isupper():
            return stop + 1
        if joint is None:
            return None
        joint_end = word_end(lower, joint, end) if lower[joint].isalnum() else joint + 1
        if lower[joint:joint_end] not in self._heads.joints:
            return at
        after = next_word(folded, joint_end, end)
        if after is None:
            return None
        head = after if proper else self._heads.head_end(lower, after, end)
        if self._heads.work_end(lower, after, end) > max(after, head):
            return after
        if (
            proper
            and lower[joint] == "-"
            and self._places.bare(text, after, end) is not None
            and self._places.country(text, after, end) is None
        ):
            return after  # Nhà máy Bia Sài Gòn - Đắk Lắk
        if proper or head > after or not folded[after].isupper() or self._people.interrupts(text, after, end):
            return None
        return after if self._places.at(text, after, end) is None else None
