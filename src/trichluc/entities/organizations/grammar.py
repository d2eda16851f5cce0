"""The name of an organization, read from its head to the right.

Kinds of head, and what follows each:

    whole  {country}?                                 Bộ Chính trị, Quốc hội, TTXVN, Chính phủ | Lào
    organ  {body | bloc | level | capitals}?          Ban Thường vụ | Tỉnh uỷ Cao Bằng; Đảng uỷ | Khối các cơ quan tỉnh
    local  {level}?                                   UBND | tỉnh Sơn La; Hội Nông dân | Việt Nam; Tỉnh uỷ | Lạng Sơn
    branch {level}                                    Công an | tỉnh Điện Biên; đội tuyển | Việt Nam
    task   {work}* {level}?                           Ban Chỉ đạo | phòng, chống tham nhũng tỉnh; Đoàn kiểm tra | số 12
    field  {work | capitals} (và …)* {level}?         Sở | Giáo dục và Đào tạo | tỉnh Tây Ninh
    proper {work | capitals | number}* {level}?       Trường THPT | chuyên | Lê Quý Đôn
    open   as field, or {small words} {country}       Hiệp hội | các nhà sản xuất ô tô Việt Nam

A level is a unit with or without its name, or a place: `tỉnh`, `tỉnh Sơn La`, `Sơn La`. A body within a name is read by the same
grammar. A comma, a bracket or a person's full name ends it: `Bí thư Huyện uỷ Cao Lộc | Hoàng Văn Minh`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.entities.people.grammar import default_people
from trichluc.entities.phrases import Phrases, is_shouted, is_syllable, next_word, word_end
from trichluc.entities.places.grammar import default_places
from trichluc.lexicon import load_lexicon
from trichluc.text import LOWER, UPPER, fold_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trichluc.entities.people.grammar import People
    from trichluc.entities.places.grammar import Places
    from trichluc.lexicon import Lexicon
    from trichluc.text import Text

__all__ = ["Organizations", "Reading", "default_organizations", "issuer_at", "organization_at"]

_DEEPEST = 4
_SMALL_BETWEEN = re.compile(rf" ([{LOWER}]++)(?= [{UPPER}])")
_MOST_WORDS = 16
_MOST_SMALL = 8
_KINDS = ("field", "open", "proper", "task", "branch", "local", "organ", "whole")
# A level word that goes on as another word: tỉnh lộ, xã hội, bản án, trường hợp
_NO_LEVEL = re.compile(
    r"(?:tỉnh (?:lộ|lị|lỵ|táo)|xã (?:hội|viên|luận)|bản (?:án|chất|thân|đồ|tin|sắc)|trường (?:hợp|học|kỳ)|quốc gia nào|khu vực (?!\d))"
)
# One word with a capital and a small one behind it are a common noun: Đảng bộ | Quân sự
_GOES_ON_SMALL = re.compile(rf" [{LOWER}]")
# Trường Tiểu học số 2 | Quân khu 4 | Trường THPT Đô Lương 1, but no count: Trường THPT Lê Lợi | 3 giải
_NUMBER = re.compile(
    r"(?:số )?(?:\d{1,4}(?:/\d{1,2})?[a-zA-Z]?|[IVX]{1,5})(?![\w/%]|[.,]\d"
    r"| (?:năm|tháng|ngày|giờ|lần|lượt|giải|em|học sinh|sinh viên|thí sinh|giáo viên|người|tập thể|cá nhân|suất|huy chương|hc[vbđ]|điểm"
    r"|triệu|tỷ|nghìn|đồng|bài|đội|trường|lớp|xã|huyện|tỉnh)\b)"
)


class Reading(Struct, frozen=True, gc=False):
    """What stands at a place: the whole name's end, the end of its head, and the head's kind."""

    end: int
    head_end: int
    kind: str

    @property
    def closed(self) -> bool:
        """Whether something follows the head."""
        return self.end > self.head_end


class Organizations:
    """The lexicon of organizations, ready to be asked."""

    def __init__(self, lexicon: Lexicon, places: Places, people: People) -> None:
        self._heads = Phrases(_respelled({word: kind for kind in _KINDS for word in lexicon.group(kind)}, lexicon.group("spelling")))
        self._blocs = Phrases(lexicon.group("bloc"))
        self._levels = Phrases(lexicon.group("level"))
        self._works = Phrases({word: kind for kind in ("act", "work") for word in lexicon.group(kind)})
        self._offices = Phrases(lexicon.group("office"))
        self._generic = Phrases(lexicon.group("generic"))
        self._small = Phrases(lexicon.group("small"))
        self._not_heads = Phrases(lexicon.group("not_head"))
        self._not_wholes = Phrases(lexicon.group("not_whole"))
        self._always = Phrases(lexicon.group("always"))
        self._links = lexicon.words("link")
        self._joints = lexicon.words("joint")
        self._places = places
        self._people = people

    def at(self, text: Text, start: int, end: int) -> int | None:
        """End of the organization that begins at *start* and is named: a capital must stand in its head or its rest."""
        reading = self.read(text, start, end)
        return None if reading is None else reading.end

    def read(self, text: Text, start: int, end: int) -> Reading | None:
        """The same, with the head's kind."""
        reading = self._read(text, start, end, 0)
        return reading if reading is not None and _is_named(text, start, reading.end) else None

    def issuer(self, text: Text, start: int, end: int) -> int | None:
        """End of the body, office or level that issues, signs, awards: also `tỉnh`, `ban tổ chức`, `Chủ tịch UBND tỉnh`."""
        office = self._offices.at(text.lower, start, end)
        if office is not None:
            stop, whole = office
            at = next_word(text.folded, stop, end)
            if at is not None and whole != "whole":
                body = self._read(text, at, end, 1)
                stop = body.end if body is not None else self._bare_work(text, at, end) or self._level(text, stop, end) or stop
            at = next_word(text.folded, stop, end)
            return (None if at is None else self._people.at(text, at, end)) or stop
        named = self.at(text, start, end)
        place = self._places.with_unit(text, start, end)
        generic = self._generic.at(text.lower, start, end)
        return max((stop for stop in (named, place, generic[0] if generic else None) if stop is not None), default=None)

    def head_end(self, lower: str, start: int, end: int) -> int:
        """End of the head that begins at *start*; *start* where none does."""
        head = self._not_wholes.at(lower, start, end) or self._heads.at(lower, start, end)
        return start if head is None else head[0]

    def work_end(self, lower: str, start: int, end: int) -> int:
        """End of the field of work that begins at *start*; *start* where none does."""
        work = self._works.at(lower, start, end)
        return start if work is None else work[0]

    def head_start(self, lower: str, stop: int, left: int) -> int | None:
        """Where a head starts that ends at *stop*: Bí thư | Chi bộ | Ma Văn Thuật."""
        head = self._heads.ending(lower, stop, left)
        return None if head is None else head[0]

    def work_start(self, lower: str, stop: int, left: int) -> int | None:
        """Where a field of work starts that ends at *stop*: Bộ trưởng | Tài chính | Nguyễn Văn A."""
        work = self._works.ending(lower, stop, left)
        return None if work is None else work[0]

    def is_small_head(self, lower: str, start: int, at: int, left: int) -> bool:
        """Whether a head that papers also print small begins at *start*, before the capital at *at*, and is no part of a compound."""
        small = self._small.at(lower, start, at)
        return small is not None and (" " in lower[start : small[0]] or self._not_heads.before(lower, small[0] + 1, left) is None)

    def always_named(self, lower: str, start: int, end: int) -> bool:
        """Whether the head at *start* makes a name however its rest is printed: Bộ giao thông vận tải."""
        return self._always.at(lower, start, end) is not None

    def _bare_work(self, text: Text, start: int, end: int) -> int | None:
        """`Bộ trưởng Quốc phòng`: the ministry by its field."""
        work = self._works.at(text.lower, start, end)
        return work[0] if work is not None and text.folded[start].isupper() else None

    def _read(self, text: Text, start: int, end: int, depth: int) -> Reading | None:
        head = self._heads.at(text.lower, start, end)
        if head is None or self._not_wholes.at(text.lower, start, end) is not None:
            return None
        head_end, kind = head
        stop: int | None
        if kind == "whole":
            stop = self._country(text, head_end, end) or head_end
        elif kind == "organ":
            stop = self._organ(text, head_end, end, depth)
        elif kind in {"local", "branch"}:
            stop = self._level(text, head_end, end) or head_end
        else:
            stop = self._named(text, head_end, end, depth, kind)
            if stop is None and kind == "task":
                stop = self._level(text, head_end, end) or head_end
        return None if stop is None else Reading(stop, head_end, kind)

    def _organ(self, text: Text, stop: int, end: int, depth: int) -> int:
        at = next_word(text.folded, stop, end)
        if at is None:
            return stop
        if depth < _DEEPEST:
            body = self._body(text, at, end, depth)
            if body is not None:
                return body
            bloc = self._blocs.at(text.lower, at, end)
            if bloc is not None:
                return self._level(text, bloc[0], end) or bloc[0]
        named = self._named(text, stop, end, depth, "organ") if text.folded[at].isupper() else None
        return self._level(text, stop, end) or named or stop

    def _body(self, text: Text, at: int, end: int, depth: int) -> int | None:
        """End of a named body within a name, whose head is printed with a capital or is one that is also printed small."""
        if not text.folded[at].isupper() and self._small.at(text.lower, at, end) is None:
            return None
        body = self._read(text, at, end, depth + 1)
        return body.end if body is not None and _is_named(text, at, body.end) else None

    def _country(self, text: Text, stop: int, end: int) -> int | None:
        at = next_word(text.folded, stop, end)
        return None if at is None else self._places.country(text, at, end)

    def _level(self, text: Text, stop: int, end: int) -> int | None:
        """End of `Việt Nam`, levels and their places behind *stop*; None where none follows."""
        found = None
        for _ in range(3):
            at = next_word(text.folded, stop, end)
            if at is not None and text.lower.startswith("chi nhánh ", at, end):
                at += len("chi nhánh ")
            if at is None:
                return found
            place = self._places.at(text, at, end)
            if place is None and not _NO_LEVEL.match(text.lower, at, end):
                level = self._levels.at(text.lower, at, end)
                place = None if level is None else level[0]
            if place is None:
                return found
            found = stop = place
        return found

    def _named(self, text: Text, stop: int, end: int, depth: int, kind: str) -> int | None:
        """End of fields of work and capitalised words behind a head, and of the level that closes them; None where none follows."""
        folded, lower = text.folded, text.lower
        proper = kind == "proper"
        shouted = is_shouted(folded, stop, end)
        found = None
        words = 0
        small = kind != "organ"  # whether a verb printed small may be a field here: Cục quản lý thị trường | Sở Y tế || kiểm tra
        at = next_word(folded, stop, end)
        while at is not None and words < _MOST_WORDS:
            work = self._works.at(lower, at, end)
            if work is not None and (work[1] == "work" or small or (proper and not words) or folded[at].isupper()):
                found = stop = work[0]
            elif proper and (place := self._places.bare(text, at, end)) is not None:
                found = stop = place  # Trường THPT Đô Lương | 1
            elif self._places.at(text, at, end) is not None or self._levels.at(lower, at, end) is not None:
                break
            elif depth < _DEEPEST and self._heads.at(lower, at, end) is not None:
                body = self._body(text, at, end, depth)
                if body is not None:
                    return body
                break
            elif (number := _NUMBER.match(folded, at, end)) is not None and (
                proper or found is None or number[0].startswith("số") or not _GOES_ON_SMALL.match(folded, number.end(), end)
            ):
                found = stop = number.end()
            elif not shouted and folded[at].isupper() and not ((words >= 2 or not proper) and self._people.interrupts(text, at, end)):
                stop = word_end(folded, at, end)
                if not words and _GOES_ON_SMALL.match(folded, stop, end) and (not proper or is_syllable(lower[at:stop])):
                    bridge = self._bridge(text, stop, end) if proper else None
                    if bridge is None:
                        break
                    stop = bridge
                found = stop
                words += 1
            else:
                break
            joined = at
            at = self._step(text, stop, end, proper=proper)
            small = at is not None and at - stop > 1 and at != joined
        if found is not None:
            return self._level(text, found, end) or found
        if proper and self._names_place(text, stop, end):
            return self._level(text, stop, end)
        return self._country_behind(text, stop, end) if kind == "open" else None

    def _bridge(self, text: Text, stop: int, end: int) -> int | None:
        """End of one word in small letters with capitals on both sides: Hợp tác xã Quế | hồi | Đào Thịnh."""
        word = _SMALL_BETWEEN.match(text.folded, stop, end)
        return word.end() if word is not None and text.lower[word.start(1) : word.end()] not in self._links else None

    def _country_behind(self, text: Text, stop: int, end: int) -> int | None:
        """`Hiệp hội | các nhà sản xuất ô tô Việt Nam`: up to eight words in small letters, and a country that closes them."""
        for _ in range(_MOST_SMALL):
            at = next_word(text.folded, stop, end)
            if at is None:
                return None
            country = self._places.country(text, at, end)
            if country is not None or text.folded[at].isupper():
                return country
            stop = word_end(text.folded, at, end)
        return None

    def _names_place(self, text: Text, stop: int, end: int) -> bool:
        at = next_word(text.folded, stop, end)
        return at is not None and self._places.at(text, at, end) is not None

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
        if lower[joint:joint_end] not in self._joints:
            return at
        after = next_word(folded, joint_end, end)
        if after is None:
            return None
        if self.work_end(lower, after, end) > max(after, self.head_end(lower, after, end) if not proper else after):
            return after
        if proper or self._heads.at(lower, after, end) is not None or self._people.interrupts(text, after, end):
            return None
        return after if folded[after].isupper() and self._places.at(text, after, end) is None else None


def _respelled(heads: Mapping[str, str], spellings: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The heads with the short spellings of their words: Quân uỷ Trung ương, Quân uỷ TW, Quân uỷ T.Ư."""
    forms = dict(heads)
    for word, shorts in spellings.items():
        for head, kind in heads.items():
            if head != word and word in head:
                forms |= {head.replace(word, fold_word(short)): kind for short in shorts}
    return forms


def _is_named(text: Text, start: int, end: int) -> bool:
    """Whether a capital stands in it."""
    stretch = text.folded[start:end]
    return stretch != stretch.lower()


@cache
def default_organizations() -> Organizations:
    """The organizations of the library's own lexicon."""
    return Organizations(load_lexicon(__package__), default_places(), default_people())


def organization_at(text: Text, start: int, end: int) -> int | None:
    """End (folded offset) of the organization's name that begins at folded offset *start*, seen no further than *end*; else None.

    The outermost name is read: bodies within bodies, and the level that closes it. The cost is bounded; no model is asked.

    >>> from trichluc.text import fold
    >>> text = fold("của Sở Giáo dục và Đào tạo tỉnh Tây Ninh về việc")
    >>> text.folded[4 : organization_at(text, 4, 48)]
    'Sở Giáo dục và Đào tạo tỉnh Tây Ninh'
    """
    return default_organizations().at(text, start, end)


def issuer_at(text: Text, start: int, end: int) -> int | None:
    """The same for whoever issues, signs or awards: an organization, an office and who holds it, or a body without a name.

    >>> from trichluc.text import fold
    >>> [issuer_at(text, 0, len(text.folded)) for text in map(fold, ("Chủ tịch UBND tỉnh ký", "tỉnh tặng", "Ban tổ chức trao"))]
    [18, 4, 11]
    """
    return default_organizations().issuer(text, start, end)
