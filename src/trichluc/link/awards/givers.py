"""Who gives: the body, office or person that stands before a verb of giving, or between `được` and that verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.organizations import issuer_at
from trichluc.entities.people import person_at
from trichluc.entities.places import place_at
from trichluc.link.awards.extents import giver_at, opens_sentence, words_end
from trichluc.link.awards.names import PERSON, UNIT
from trichluc.link.awards.verbs import before_auxiliary
from trichluc.link.awards.words import WORD_START, phrases_of
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.link.awards.phrases import PhraseReader
    from trichluc.link.awards.subjects import Span, SubjectReader
    from trichluc.scene import Scene

__all__ = ["GiverReader"]

# Thừa uỷ quyền của Chủ tịch nước, đồng chí A trao | Thay mặt UBND tỉnh, đồng chí B trao
_AUTHORITY = Pattern(r".*?(?<!\w)(?:(?:ủy quyền|ủy nhiệm) (?:của )?|thừa lệnh (?:của )?|thay mặt (?:lãnh đạo )?)(?=\w)")
_OFFICE = Pattern(
    r"(?r)(?<!\w)(?:ban bí thư|thủ trưởng|(?:phó )?(?:giám đốc|chủ tịch|bí thư|hiệu trưởng|chủ nhiệm|trưởng)|ủy viên|lãnh đạo) "
)
_JOINED = Pattern(r",? (?:và )?(?=\w)")
_MOST_JOINED = 4
_DECIDED = Pattern(r".*?(?<!\w)(?:theo|tại|bằng|căn cứ) (?:các )?quyết định(?: (?!của )[^\s,]+){0,9}? của (?=\w)")
# Tổng cục Cảnh sát (Bộ Công an), | Ban Giám đốc Công an tỉnh
_JOINS = re.compile(r"(?: \([^()\d\n]{1,60}\))?(?:, | và (?:của )?)(?:đồng chí )?")
# Tại | huyện A |, Huyện đoàn trao: where it was given
_PLACED = Pattern(r"(?r)(?<!\w)(?:tại|ở|trên địa bàn) (?:(?!lễ |buổi )[^,;:()\n]){0,60}")
# X | công nhận | 40 hộ đạt …
_ADMITS = Pattern(r".*(?<!được )(?<!\w)(?P<verb>công nhận(?: cho)?|suy tôn|bình chọn) (?:các )?$")
# X | trao giải cho | các tác giả đạt …
_HANDS = Pattern(
    r".*(?<!được )(?<!\w)(?P<verb>(?:trao tặng|trao|tặng) (?:\w+ ){0,2}?(?:giải|giải thưởng|huy chương|cúp|danh hiệu) cho) (?:các )?$"
)
# Phó Thủ tướng | Thường trực Chính phủ | A
_STANDING = Pattern(r" thường trực(?: chính phủ)? (?=\w)")
_PARTNER = re.compile(r"(?: đã| vừa| sẽ)?(?: chủ trì,?)? phối hợp (?:với|cùng) (?:[^;]{0,160}(?:,| và) )?\Z")


class GiverReader:
    """Reads who gives the awards of an article."""

    def __init__(self, scene: Scene, reader: PhraseReader, subjects: SubjectReader) -> None:
        self._scene = scene
        self._reader = reader
        self._subjects = subjects
        self._lower = scene.lower

    def agent(self, left: int, end: int, *, whole: bool = False) -> Span | None:
        """Who gives: the body or office that ends at the verb, else the one that begins a chunk before it.

        Args:
            left: where to begin.
            end: where the verb with its auxiliaries begins.
            whole: the stretch is all agent: `được | Quỹ Học bổng A | trao`.
        """
        authority = _AUTHORITY.match(self._lower, left, end)
        if authority is not None and (stop := issuer_at(self._scene.text, authority.end(), end)) is not None:
            return authority.end(), self._with_further(stop, end)
        stripped = len(self._lower[:end].rstrip()) if left < end else end
        bodies = self._bodies(left, stripped)
        adjacent = next((body for body in bodies if body[1] == stripped), None)
        if adjacent is not None and (partner := _PARTNER.search(self._lower, left, adjacent[0])) is not None:
            host = next((body for body in bodies if body[1] == partner.start()), None)
            if host is not None:
                return host  # Hội Khuyến học | phối hợp với Phòng Giáo dục và Đào tạo | tặng
        if adjacent is not None:
            office = self._with_office(adjacent, left)
            return self._holder(office[0], left) or self._joined(office, bodies, left)
        chunks = self._subjects.chunk_starts(left, end)
        partners = self._lower.find("phối hợp ", left, end)
        if partners >= 0:  # Hội Nông dân tỉnh | chủ trì phối hợp với Sở A, Sở B tổ chức lễ tôn vinh và trao
            bodies = [body for body in bodies if body[0] < partners or not _PARTNER.search(self._lower, left, body[0])] or bodies
        if self._lower[left:end].lstrip(" ,;").startswith("quyết định "):
            return None  # …; Quyết định số 690/QĐ-CTN | tặng: who signed it gives
        opening = next((body for body in reversed(bodies) if body[0] in chunks), None)
        if opening is not None:
            standing = _STANDING.match(self._lower, opening[1], stripped)
            if standing is not None and person_at(self._scene.text, standing.end(), stripped) == stripped:
                return opening[0], stripped
            return self._holder(opening[0], left) or opening
        for at in [left + self._lower.startswith(" ", left)] if whole else reversed(chunks):
            phrase = self._reader.at(at, end)
            cut = (
                phrase is not None
                and phrase.kind in (PERSON, UNIT)
                and words_end(self._scene, at, stripped, most=6) == stripped != phrase.end
            )
            if phrase is not None and not cut and (phrase.kind == PERSON or (phrase.kind == UNIT and (whole or phrase.stop == stripped))):
                return phrase.start, phrase.end
            named = self._scene.folded[at].isupper() and not opens_sentence(self._scene, at)
            if named and words_end(self._scene, at, stripped, most=6) == stripped:
                return at, stripped  # Tổng Liên đoàn
        return None

    def decider(self, left: int, end: int) -> Span | None:
        """`Theo quyết định của | Chủ tịch UBND tỉnh |, 5 tập thể được tặng`."""
        decided = _DECIDED.match(self._lower, left, end)
        stop = giver_at(self._scene, decided.end(), end) if decided is not None else None
        return (decided.end(), stop) if decided is not None and stop is not None else None

    def _with_further(self, stop: int, end: int) -> int:
        """`Đảng | , Nhà nước`, `Thường trực Tỉnh uỷ | , HĐND, UBND tỉnh`: the bodies joined to the one that ends at *stop*, no offices."""
        for _ in range(_MOST_JOINED):
            sign = _JOINED.match(self._lower, stop, end)
            if sign is None or phrases_of("title_word").at(self._lower, sign.end(), end) is not None:
                break
            further = issuer_at(self._scene.text, sign.end(), end)
            if (
                further is None
                or self._lower.startswith("lãnh đạo ", sign.end())
                or phrases_of("role").at(self._lower, sign.end(), end) is not None
            ):
                break
            stop = further
        return stop

    def _bodies(self, left: int, end: int) -> list[Span]:
        """Every body or office that begins a word there."""
        starts = [
            word.start()
            for word in WORD_START.finditer(self._lower, left, end)
            if word.start() == left or self._lower[word.start() - 1] in ' ("'
        ]
        return [(at, stop) for at in starts if (stop := giver_at(self._scene, at, end)) is not None]

    def _holder(self, office: int, left: int) -> Span | None:
        """`đồng chí A, Bí thư Huyện uỷ, Chủ tịch HĐND huyện trao`: the person before the offices they hold."""
        if not self._lower[left:office].endswith((", ", " - ")):
            return None
        for at in reversed(self._subjects.chunk_starts(left, office - 2)):
            phrase = self._reader.at(at, office - 2)
            if phrase is not None and phrase.kind == PERSON:
                return phrase.start, phrase.end
            if issuer_at(self._scene.text, at, office) is None and phrases_of("title_word").at(self._lower, at, office) is None:
                return None
        return None

    def _with_office(self, body: Span, left: int) -> Span:
        """`Giám đốc | Sở`, `lãnh đạo | UBND tỉnh`: the office before a body."""
        office = _OFFICE.match(self._lower, left, body[0])
        return (office.start(), body[1]) if office is not None else body

    def before(self, left: int, at: int) -> Span | None:
        """Who admits those named at *at* to what is then said of them: `UBND huyện | công nhận | 40 hộ đạt danh hiệu …`."""
        admits = _ADMITS.match(self._lower, left, at)
        return self.agent(left, before_auxiliary(self._scene.folded, left, admits.start("verb"))) if admits is not None else None

    def handing(self, left: int, at: int) -> Span | None:
        """The person named who hands prizes to those named at *at*: `Chủ tịch UBND tỉnh A | trao giải cho | các tác giả đạt giải B`."""
        hands = _HANDS.match(self._lower, left, at)
        giver = self.agent(left, before_auxiliary(self._scene.folded, left, hands.start("verb"))) if hands is not None else None
        if giver is None:
            return None
        words = (word.start() for word in WORD_START.finditer(self._lower, *giver))
        return giver if any(person_at(self._scene.text, at_word, giver[1]) == giver[1] for at_word in words) else None

    def _joined(self, body: Span, bodies: list[Span], left: int) -> Span:
        """`tỉnh, Trung ương tặng`: bodies in a row, printed as one, but for the place before them: `Tại huyện A, | Huyện đoàn`."""
        start, stop = body
        nearer = start
        for _ in range(3):
            joined = next((at for at, end in bodies if _JOINS.fullmatch(self._lower, end, start)), None)
            if joined is None:
                break
            if _PLACED.match(self._lower, left, joined) is not None:
                return nearer, stop
            start = joined
            nearer = nearer if place_at(self._scene.text, start, stop) is not None else start
        return start, stop
