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

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.entities.organizations.heads import Heads
from trichluc.entities.organizations.rest import Rest
from trichluc.entities.people.grammar import default_people
from trichluc.entities.phrases import next_word
from trichluc.entities.places.grammar import default_places
from trichluc.lexicon import load_lexicon

if TYPE_CHECKING:
    from trichluc.entities.people.grammar import People
    from trichluc.entities.places.grammar import Places
    from trichluc.lexicon import Lexicon
    from trichluc.text import Text

__all__ = ["Organizations", "Reading", "default_organizations", "issuer_at", "organization_at"]

_DEEPEST = 4
_ABOUT = " về "


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
    """The grammar over the lexicon of organizations; *heads* are its words."""

    def __init__(self, lexicon: Lexicon, places: Places, people: People) -> None:
        self.heads = Heads(lexicon)
        self._rest = Rest(self.heads, places, people, self._body)
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

    def extent(self, text: Text, start: int, end: int) -> int:
        """End of what begins at *start* and has the form of an organization, named or not: Trưởng | ban chỉ đạo; *start* where none does."""
        reading = self._read(text, start, end, 0)
        return start if reading is None else reading.end

    def issuer(self, text: Text, start: int, end: int) -> int | None:
        """End of the body, office or level that issues, signs, awards: also `tỉnh`, `ban tổ chức`, `Chủ tịch UBND tỉnh`."""
        office = self.heads.offices.at(text.lower, start, end)
        if office is not None:
            stop, whole = office
            at = next_word(text.folded, stop, end)
            if at is not None and whole != "whole":
                body = self._read(text, at, end, 1)
                stop = body.end if body is not None else self._bare_work(text, at, end) or self._rest.level(text, stop, end) or stop
            at = next_word(text.folded, stop, end)
            return (None if at is None else self._people.at(text, at, end)) or stop
        named = self.at(text, start, end)
        place = self._places.with_unit(text, start, end)
        generic = self.heads.generic.at(text.lower, start, end)
        return max((stop for stop in (named, place, generic[0] if generic else None) if stop is not None), default=None)

    def _bare_work(self, text: Text, start: int, end: int) -> int | None:
        """`Bộ trưởng Quốc phòng`: the ministry by its field."""
        stop = self.heads.work_end(text.lower, start, end)
        return stop if stop > start and text.folded[start].isupper() else None

    def _read(self, text: Text, start: int, end: int, depth: int) -> Reading | None:
        head = self.heads.at(text.lower, start, end)
        if head is None:
            return None
        head_end, kind = head
        stop: int | None
        if kind == "whole":
            stop = self._rest.country(text, head_end, end) or head_end
        elif kind == "organ":
            stop, kind = self._organ(text, head_end, end, depth)
        elif kind in {"local", "branch"}:
            stop = self._rest.level(text, head_end, end) or self._within(text, start, head_end, end, depth) or head_end
            at = next_word(text.folded, head_end, end) if stop > head_end else None
            body = None if at is None or not text.folded[at].isupper() else self._body(text, at, end, depth)
            stop = stop if body is None else max(stop, body)  # Hội đồng | Trường Đại học Vinh
        else:
            stop = self._rest.named(text, head_end, end, depth, kind)
            if kind == "proper" and stop is not None:
                seat = self.heads.seats.at(text.lower, head_end + 1, end)
                kind = kind if seat is None or seat[0] != stop else "local"  # Thư viện | tỉnh
            if stop is None and kind == "task":
                stop = self._rest.level(text, head_end, end) or head_end
            if kind == "task" and stop is not None and text.lower.startswith(_ABOUT, stop):
                work = stop + len(_ABOUT)  # Ban Chỉ đạo Trung ương | về phòng, chống thiên tai
                stop = max(stop, self.heads.work_end(text.lower, work, end)) if self.heads.work_end(text.lower, work, end) > work else stop
        return None if stop is None else Reading(stop, head_end, kind)

    def _within(self, text: Text, start: int, head_end: int, end: int, depth: int) -> int | None:
        """End of a unit or a school whose own first word is the head's last: Đoàn | xã Tả Van Chư, Đoàn | trường THPT Chợ Đồn."""
        last = text.lower.rfind(" ", start, head_end) + 1
        if last <= start or not text.folded.startswith(" ", head_end) or not text.folded[head_end + 1 : head_end + 2].isupper():
            return None
        return self._places.with_unit(text, last, end) or self._body(text, last, end, depth)

    def _organ(self, text: Text, stop: int, end: int, depth: int) -> tuple[int, str]:
        """End of an organ, and its kind: `bloc` where a group of offices makes it a name however it is printed."""
        at = self._rest.behind(text, stop, end)
        if at is None:
            return stop, "organ"
        body = self._body(text, at, end, depth)
        work = self.heads.work_end(text.lower, at, end)
        if body is not None and not (body < work and text.folded[at].isupper()):  # Bộ Tư lệnh | Cảnh sát biển
            return body, "organ"
        bloc = self.heads.blocs.at(text.lower, at, end)
        if bloc is not None:
            return self._rest.level(text, bloc[0], end) or bloc[0], "bloc"
        named = self._rest.named(text, stop, end, depth, "organ") if text.folded[at].isupper() else None
        return self._rest.level(text, stop, end) or named or stop, "organ"

    def _body(self, text: Text, at: int, end: int, depth: int) -> int | None:
        """End of a named body within a name, whose head is printed with a capital or is one that is also printed small."""
        if depth >= _DEEPEST or not (text.folded[at].isupper() or self.heads.prints_small(text.lower, at, end)):
            return None
        body = self._read(text, at, end, depth + 1)
        return body.end if body is not None and _is_named(text, at, body.end) else None


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
