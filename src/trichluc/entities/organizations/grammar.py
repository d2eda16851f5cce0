"""The name of an organization, read from its head to the right.

    whole                                    Bộ Chính trị, Quốc hội, TTXVN
    organ  {body | bloc | level | works}?    Ban Thường vụ | Tỉnh uỷ Cao Bằng; Đảng uỷ | Khối các cơ quan tỉnh; Đảng bộ | xã Minh Tân
    local  Việt Nam? {level}?                UBND | tỉnh Sơn La; Hội Nông dân | Việt Nam; Tỉnh uỷ | Lạng Sơn
    field  {work} (và work)* {level}?        Sở | Giáo dục và Đào tạo | tỉnh Tây Ninh
    proper {work}* {name} {level}?           Trường THPT | chuyên | Lê Quý Đôn

A level is a unit with or without its name, or a place: `tỉnh`, `tỉnh Sơn La`, `Sơn La`. A body within an organ is read by the same
grammar. A comma, a bracket or a person's full name ends the name: `Bí thư Huyện uỷ Cao Lộc | Hoàng Văn Minh`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from trichluc.entities.people.grammar import default_people
from trichluc.entities.phrases import Phrases, next_word, word_end
from trichluc.entities.places.grammar import default_places
from trichluc.lexicon import load_lexicon

if TYPE_CHECKING:
    from trichluc.entities.people.grammar import People
    from trichluc.entities.places.grammar import Places
    from trichluc.lexicon import Lexicon
    from trichluc.text import Text

__all__ = ["Organizations", "default_organizations", "issuer_at", "organization_at"]

_DEEPEST = 4
_MOST_WORDS = 16
_KINDS = ("field", "proper", "local", "organ", "whole")
# A level word that goes on as another word: tỉnh lộ, xã hội, quận công, bản án
_NO_LEVEL = re.compile(
    r"(?:tỉnh (?:lộ|lị|lỵ|táo)|xã (?:hội|viên|luận)|bản (?:án|chất|thân|đồ|tin|sắc)|trường (?:hợp|học|kỳ)|khu vực (?!\d))"
)
_NUMBER = re.compile(r"(?:số )?(?:\d{1,4}(?:/\d{1,2})?[a-zA-Z]?|[IVX]{1,5})(?![\w/%]|[.,]\d)")


class Organizations:
    """The lexicon of organizations, ready to be asked."""

    def __init__(self, lexicon: Lexicon, places: Places, people: People) -> None:
        self._heads = Phrases({word: kind for kind in _KINDS for word in lexicon.group(kind)})
        self._blocs = Phrases(lexicon.group("bloc"))
        self._levels = Phrases(lexicon.group("level"))
        self._works = Phrases(lexicon.group("work"))
        self._offices = Phrases(lexicon.group("office"))
        self._generic = Phrases(lexicon.group("generic"))
        self._joints = lexicon.words("joint")
        self._places = places
        self._people = people

    def at(self, text: Text, start: int, end: int) -> int | None:
        """End of the organization that begins at *start* and is named: a capital must stand in its head or its rest."""
        stop = self._read(text, start, end, 0)
        return stop if stop is not None and _is_named(text, start, stop) else None

    def issuer(self, text: Text, start: int, end: int) -> int | None:
        """End of the body, office or level that issues, signs, awards: also `tỉnh`, `ban tổ chức`, `Chủ tịch UBND tỉnh`."""
        office = self._offices.at(text.lower, start, end)
        if office is not None:
            stop, whole = office
            at = next_word(text.folded, stop, end)
            body = None if at is None or whole == "whole" else self._read(text, at, end, 1) or self._bare_work(text, at, end)
            stop = body or stop
            at = next_word(text.folded, stop, end)
            return (None if at is None else self._people.at(text, at, end)) or stop
        named = self.at(text, start, end)
        place = self._places.with_unit(text, start, end)
        generic = self._generic.at(text.lower, start, end)
        ends = [stop for stop in (named, place, generic[0] if generic else None) if stop is not None]
        return max(ends, default=None)

    def _bare_work(self, text: Text, start: int, end: int) -> int | None:
        """`Bộ trưởng Quốc phòng`: the ministry by its field."""
        work = self._works.at(text.lower, start, end)
        return work[0] if work is not None and text.folded[start].isupper() else None

    def _read(self, text: Text, start: int, end: int, depth: int) -> int | None:
        head = self._heads.at(text.lower, start, end)
        if head is None:
            return None
        stop, kind = head
        if kind == "whole":
            return self._level(text, stop, end, of_country=True) or stop
        if kind == "organ":
            return self._organ(text, stop, end, depth)
        if kind == "local":
            return self._level(text, stop, end) or stop
        return self._named(text, stop, end, depth, proper=kind == "proper")

    def _organ(self, text: Text, stop: int, end: int, depth: int) -> int | None:
        at = next_word(text.folded, stop, end)
        if at is None:
            return stop
        if depth < _DEEPEST:
            body = self._read(text, at, end, depth + 1)
            if body is not None and _is_named(text, at, body):
                return body
            bloc = self._blocs.at(text.lower, at, end)
            if bloc is not None:
                return self._level(text, bloc[0], end) or bloc[0]
        return self._level(text, stop, end) or self._named(text, stop, end, depth, proper=False) or stop

    def _level(self, text: Text, stop: int, end: int, *, of_country: bool = False) -> int | None:
        """End of `Việt Nam`, a level and its place behind *stop*; None where none follows."""
        found = None
        for _ in range(3):
            at = next_word(text.folded, stop, end)
            if at is None:
                return found
            place = self._places.at(text, at, end)
            if place is None and not of_country and not _NO_LEVEL.match(text.lower, at, end):
                level = self._levels.at(text.lower, at, end)
                place = None if level is None else level[0]
            if place is None:
                return found
            found = stop = place
        return found

    def _named(self, text: Text, stop: int, end: int, depth: int, *, proper: bool) -> int | None:
        """End of fields of work and capitalised words behind a head, and of the level that closes them; None where none follows."""
        folded, lower = text.folded, text.lower
        shouted = folded[max(stop - 4, 0) : stop].isupper() and folded[stop : stop + 1] == " " and folded[stop + 1 : stop + 4].isupper()
        found = None
        words = 0
        at = next_word(folded, stop, end)
        while at is not None and words < _MOST_WORDS:
            work = self._works.at(lower, at, end)
            if work is not None:
                found = stop = work[0]
            elif self._places.at(text, at, end) is not None or self._levels.at(lower, at, end) is not None:
                break
            elif depth < _DEEPEST and self._heads.at(lower, at, end) is not None:
                body = self._read(text, at, end, depth + 1)
                return body if body is not None and _is_named(text, at, body) else found
            elif proper and (number := _NUMBER.match(folded, at, end)) is not None:
                found = stop = number.end()
            elif not shouted and folded[at].isupper() and not self._ends_before(text, at, end, words, proper=proper):
                found = stop = word_end(folded, at, end)
                words += 1
            else:
                break
            at = self._step(text, stop, end, proper=proper)
        if found is None and not proper:
            return None
        return self._level(text, found or stop, end) or found

    def _ends_before(self, text: Text, at: int, end: int, words: int, *, proper: bool) -> bool:
        """Whether a person's name begins here: a school may bear one, and so begins with it; another body may not."""
        return (words >= 2 or not proper) and self._people.interrupts(text, at, end)  # Trường Lê Lợi | Nguyễn Văn A

    def _step(self, text: Text, stop: int, end: int, *, proper: bool) -> int | None:
        """Where the next word of the name begins: behind a space, or behind `và`, `&`, a dash that join fields of work."""
        folded, lower = text.folded, text.lower
        at = next_word(folded, stop, end)
        joint = at
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
        if after is None or (self._heads.at(lower, after, end) is not None and self._works.at(lower, after, end) is None):
            return None
        is_work = self._works.at(lower, after, end) is not None
        if is_work or (not proper and folded[after].isupper() and not self._people.interrupts(text, after, end)):
            return after
        return None


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
