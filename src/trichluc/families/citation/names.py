"""The printed name of an issuing body: what the grammar of organizations finds, and how papers go on where it ends.

Thủ tướng Chính phủ | Phạm Minh Chính                    an office without its holder
Hội nghị lần thứ tám Ban Chấp hành Trung ương            heads and tails of the room's own
chi bộ · CP · Ban Chỉ đạo 35 tỉnh
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from trichluc.entities.organizations.grammar import default_organizations, issuer_at, organization_at
from trichluc.entities.people.grammar import default_people
from trichluc.entities.phrases import Phrases
from trichluc.entities.places.grammar import default_places
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.text import Text

__all__ = ["WORD_START", "Names"]

WORD_START = Pattern(r"(?<![\w.&])(?=\w)")
_UNION = Pattern(r" (?:Đoàn|Hội)(?!\w)", cased=True)
_CENTRE = Pattern(r"(?:tư|tw|t\.ư|t\.w)(?!\w)")
_MOST_FURTHER, _SHORT_FORM, _MOST_SMALL, _MOST_WITHIN = 12, 5, 3, 2
# What may stand in a name behind a word in capitals: Ca | cao, Chế | biến
_SMALL = Pattern(r" (?!và )[^\W\d_A-ZĐ]+(?!\w)", cased=True)
# A committee that is named by its level alone has its field behind về: Ban Chỉ đạo quốc gia | về phòng, chống thiên tai
_ABOUT_FIELD = Pattern(r"(?<=quốc gia) về |(?<=trung ương) về |(?<=chính phủ) về ")
_WORD = Pattern(r" (?P<word>[^\W\d_A-ZĐ]+)(?= )", cased=True)
_MOST_OPEN = 9
_JOINT = Pattern(r" (?:-|và|&) (?=[^\W\d_a-z])", cased=True)
_SIGNS = '.,;:()"\n'


class Names:
    """Where the name of an issuing body ends.

    >>> from trichluc.lexicon import load_lexicon
    >>> from trichluc.text import fold
    >>> names, text = Names(load_lexicon("trichluc.families.citation")), fold("Hội nghị Trung ương 8 (khóa XI) về giáo dục")
    >>> text.folded[: names.whole(text, 0, 43)]
    'Hội nghị Trung ương 8'
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def end(self, text: Text, start: int, limit: int) -> int | None:
        """Where the name of the body or office that begins at folded offset *start* ends, without the person who holds it.

        >>> from trichluc.lexicon import load_lexicon
        >>> from trichluc.text import fold
        >>> names, text = Names(load_lexicon("trichluc.families.citation")), fold("Thủ tướng Chính phủ Phạm Minh Chính ký")
        >>> text.folded[: names.end(text, 0, 38)]
        'Thủ tướng Chính phủ'
        """
        end = issuer_at(text, start, limit)
        if end is None:
            centre = _CENTRE.match(text.lower, start, limit)
            return centre.end() if centre is not None and text.folded[start].isupper() else None
        joint = text.lower.find(" và ", start, end)
        while joint >= 0:
            if self.beside(text.lower, joint, limit):
                end = joint
                break
            joint = text.lower.find(" và ", joint + 1, end)
        union = _UNION.match(text.folded, end, limit)
        if union is not None:  # Ban Chấp hành Trung ương | Đoàn TNCS Hồ Chí Minh
            return organization_at(text, end + 1, limit) or union.end()
        if organization_at(text, start, end) == end or text.lower.endswith("hồ chí minh", start, end):
            return end
        people, within = default_people(), start + 1
        for word in WORD_START.compiled.finditer(text.lower, start + 1, end):
            body = organization_at(text, word.start(), end) if word.start() >= within else None
            within = max(within, body or 0)
            if body == end:
                if text.lower.startswith("bộ ", word.start()) and (ministry := self._before_holder(text, word.start(), end)) is not None:
                    return ministry
                return end  # Chủ tịch | UBND thành phố Hà Nội; not of Bộ trưởng | Bộ Công an | Tô Lâm
            if people.at(text, word.start(), end) == end:
                for place in (within, default_places().at(text, word.start(), end) or 0):  # UBND TP | Hà Nội | Nguyễn Đức Chung
                    if place == end or (place > word.start() and people.at(text, place + 1, end) == end):
                        return place  # thành phố | Hà Nội: a place that might be a name
                return word.start() - 1
        return end

    def _before_holder(self, text: Text, start: int, end: int) -> int | None:
        """Where a ministry ends before a minister of two syllables, which its name may seem to hold: Bộ Công an | Tô Lâm."""
        for word in WORD_START.compiled.finditer(text.lower, start + 1, end):
            at = word.start()
            if default_people().at(text, at, end) == end and organization_at(text, start, at - 1) == at - 1:
                return at - 1
        return None

    def whole(self, text: Text, start: int, limit: int) -> int | None:
        """The same, with the words that the grammar of organizations does not know, where what follows an issuer follows them.

        The body it belongs to is of the name: Ban Pháp chế | của Hội đồng nhân dân tỉnh.
        """
        end = self._single(text, start, limit)
        for _ in range(_MOST_WITHIN):
            if end is None or not text.lower.startswith(" của ", end, limit):
                break
            body = self._single(text, end + 5, limit) if text.folded[end + 5 : end + 6].isupper() else None
            if body is None or not self._bounded(text, body, limit):
                break
            end = body
        return end

    def _single(self, text: Text, start: int, limit: int) -> int | None:
        end = self.end(text, start, limit)
        if end is not None and (field := self._field(text, start, end, limit)) is not None:
            return field
        open_name = end is not None and self._joins(text, start, end, limit)
        if end is not None and self._bounded(text, end, limit) and not open_name:
            return end
        further = self.further(text, start, end, limit)
        return further if further is not None and self._bounded(text, further, limit) else end

    def _joins(self, text: Text, start: int, end: int, limit: int) -> bool:
        """Whether a dash or `và` behind an association goes on with its name: Hiệp hội Cà phê | - Ca cao, Hiệp hội Chế biến | và Xuất khẩu."""
        joint = _JOINT.match(text.folded, end, limit)
        if joint is None or self._open.at(text.lower, start, end) is None or self.beside(text.lower, end, limit):
            return False
        body = issuer_at(text, joint.end(), limit)
        return (body is None or body - joint.end() < _SHORT_FORM) and default_people().at(text, joint.end(), limit) is None

    @cached_property
    def _open(self) -> Phrases[str]:
        return Phrases.of(self._lexicon.words("issuer_open"))

    def _field(self, text: Text, start: int, end: int, limit: int) -> int | None:
        about = _ABOUT_FIELD.match(text.lower, end, limit) if self._tasks.at(text.lower, start, end) is not None else None
        if about is None:
            return None
        field = default_organizations().heads.work_end(text.lower, about.end(), limit)
        return field if field > about.end() else None

    def further(self, text: Text, start: int, end: int | None, limit: int) -> int | None:
        """Where a name goes on to that is known as far as *end*: `Học viện Chính trị quốc gia | Hồ Chí Minh`, `HĐQT | công ty`."""
        if end is None:
            head = self._heads.at(text.lower, start, limit)
            if head is None or (head[0] - start < _SHORT_FORM and not text.folded[start : head[0]].isupper()):
                return None
            end = head[0]
        else:
            head = self._heads.at(text.lower, start, limit)
            if head is not None and head[0] > end:
                end = head[0]  # Bộ Tổng | Tham mưu
            elif not text.lower.startswith(" hồ chí minh", end) and default_people().at(text, end + 1, limit) is not None:
                return end
        if not self._bounded(text, end, limit):
            end = self._open_run(text, start, end, limit) or end
        goes_on = False  # whether the last word is one in capitals that small ones may make a name with
        for _ in range(_MOST_FURTHER):
            word = None if self.beside(text.lower, end, limit) else self._further.match(text.lower, end, limit)
            if word is None or not (word["plain"] or text.folded[word.start("name")].isupper()):
                small = self._small_run(text, end, limit) if goes_on and not self._bounded(text, end, limit) else None
                if small is None:
                    break
                end, goes_on = small, False
                continue
            begin = word.start("plain" if word["plain"] else "name")
            capital = text.folded[begin].isupper()
            body = issuer_at(text, begin, limit) if capital else None
            end = max(body or 0, word.end())  # Hội nghị lần thứ tám | Ban Chấp hành Trung ương
            goes_on = (body or 0) <= word.end() and capital and (end - begin == 1 or not text.folded[begin:end].isupper())
        return end

    def _open_run(self, text: Text, start: int, end: int, limit: int) -> int | None:
        """Where small words end behind an association, before its level: Hiệp hội Vận tải | ô tô || Việt Nam, … | nhỏ và vừa || tỉnh.

        Behind an office the name may end with them: Trung tâm Quản lý giao thông | công cộng || ban hành.
        """
        society = self._societies.at(text.lower, start, end) is not None
        if not (society or self._open.at(text.lower, start, end)) or self._closed(text, start, end):
            return None
        for _ in range(_MOST_OPEN):
            word = _WORD.match(text.folded, end, limit)
            if word is None or (word["word"] != "và" and self._at_boundary(text.lower, end + 1, limit)):
                return None
            end = word.end()
            if text.folded[end + 1 : end + 2].isupper() or self._tails.at(text.lower, end + 1, limit) is not None:
                return end if society and word["word"] != "và" else None
            if not society and self._bounded(text, end, limit):
                return end
        return None

    def _closed(self, text: Text, start: int, end: int) -> bool:
        """Whether a place closes the name: Hiệp hội Thép | Việt Nam."""
        if self._tails.ending(text.lower, end, start) is not None:
            return True
        return any(default_places().at(text, word.start(), end) == end for word in WORD_START.compiled.finditer(text.lower, start + 1, end))

    def _small_run(self, text: Text, end: int, limit: int) -> int | None:
        """Where small words end that make a name with the capital before them: Ca | cao || Việt Nam; Tin | học trẻ || tỉnh."""
        for _ in range(_MOST_SMALL):
            word = _SMALL.match(text.folded, end, limit)
            if word is None:
                return None
            end = word.end()
            if self._bounded(text, end, limit):
                return end
            if self._further.match(text.lower, end, limit) is None:
                continue
            if text.folded[end + 1].isupper() or text.lower.startswith(" và ", end) or self._tails.at(text.lower, end + 1, limit):
                return end
        return None

    @cached_property
    def _societies(self) -> Phrases[str]:
        return Phrases.of(self._lexicon.words("issuer_society"))

    @cached_property
    def _tasks(self) -> Phrases[str]:
        return Phrases.of(self._lexicon.words("issuer_task"))

    @cached_property
    def _tails(self) -> Phrases[str]:
        return Phrases.of(self._lexicon.words("issuer_tail"))

    def _bounded(self, text: Text, end: int, limit: int) -> bool:
        """Whether what follows an issuer stands at *end*."""
        lower = text.lower
        if end >= limit or lower[end] in _SIGNS or lower.startswith((" (", ' "', " -"), end, limit):
            return True
        return lower[end] == " " and (end + 1 == limit or self._at_boundary(lower, end + 1, limit))

    def _at_boundary(self, lower: str, at: int, limit: int) -> bool:
        return self._boundary.at(lower, at, limit) is not None and self._compounds.at(lower, at, limit) is None

    @cached_property
    def _heads(self) -> Phrases[str]:
        return Phrases.of(self._lexicon.words("issuer_head", "issuer_head_only"))

    @cached_property
    def _further(self) -> Pattern:
        return Pattern(
            r" (?:- |và )?(?:(?P<plain>lần thứ \w+|\d{1,3}(?![\w/%]|[.,]\d)|\"[^\"\n]{3,70}\"|(?:\L<units>)(?!\w))|(?P<name>[^\W\d_][\w&/-]*))",
            units=self._lexicon.words("issuer_tail"),
        )  # fmt: skip

    @cached_property
    def _boundary(self) -> Phrases[str]:
        return Phrases.of(self._lexicon.words("issuer_boundary"))

    @cached_property
    def _compounds(self) -> Phrases[str]:
        return Phrases.of(self._lexicon.words("issuer_compound"))

    def beside(self, lower: str, at: int, limit: int) -> bool:
        """Whether ` và` at *at* joins a document to what stands before: `Bộ Nội vụ | và Quyết định số …`."""
        return lower.startswith(" và ", at, limit) and self.nouns.at(lower, at + 4, limit) is not None

    @cached_property
    def nouns(self) -> Phrases[str]:
        """The nouns of documents, written in full."""
        return Phrases.of(self._lexicon.words("noun", "noun_neutral"))
