"""Persons and units by their names: `em | Lan`, `nguyên Giám đốc Sở Y tế | Trần Văn Bình`, `đội Trường THPT Chuyên`, `phường Him Lam`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.entities.organizations import issuer_at, organization_at
from trichluc.entities.people import person_at
from trichluc.entities.phrases import is_shouted
from trichluc.entities.places import place_at
from trichluc.link.awards.extents import is_acronym, is_ended, opens_sentence, past_brackets, past_quote, run_end, stops_at, words_end
from trichluc.link.awards.teams import past_partner, team_end
from trichluc.link.awards.words import WORD, ends_with_word, phrases_of
from trichluc.rule import Pattern
from trichluc.text import UPPER, fold_word

if TYPE_CHECKING:
    from trichluc.records import Number
    from trichluc.scene import Scene

__all__ = ["COUNTED", "PERSON", "PRONOUN", "UNCOUNTED", "UNIT", "NameReader", "Phrase", "can_receive"]

COUNTED, PERSON, UNIT, PRONOUN, UNCOUNTED = "counted", "person", "unit", "pronoun", "uncounted"
_VOWELS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_CO_AUTHOR = Pattern(rf" - [{UPPER}]\w*(?: [{UPPER}]\w*){{1,3}}", cased=True)
_CO_NAMED = Pattern(rf", [{UPPER}]\w+(?: [{UPPER}]\w+){{1,3}}(?=[,;.]| \(| và)", cased=True)
# A Vietnamese syllable, by form: what it is not may be a foreign name (`Leonov`)
_SYLLABLE = Pattern(rf"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aeiouy{_VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?(?!\w)")
# nguyên | Giám đốc Sở Y tế, đồng chí | Phó Chủ tịch UBND tỉnh
_FORMER = Pattern(r"(?:(?:nguyên|cựu|cố|quyền|đồng chí|đ/c|ông|bà) ){1,2}")
# đề tài của | hai em Lan và Hoa
_SEVERAL = Pattern(r" của (?:hai|ba|bốn|nhóm|các|\d) ")
_OWNED = Pattern(r" của |gia đình |thân nhân ")
_AND_PERSON = Pattern(r"(?:,| và) (?:em |học sinh |tác giả |ông |bà )?")
_LONGEST_NAME, _MOST_NAMES, _MOST_WORDS = 30, 4, 14


class Phrase(Struct, frozen=True):
    """A noun phrase: ``start:end`` is what a recipient prints, ``stop`` where reading ended.

    ``of_person``: a unit that ends with a person's name: `bài dự thi của bà Đỗ Thị Hà`.
    """

    kind: str
    start: int
    end: int
    stop: int
    count: Number | None = None
    noun: str | None = None
    of_person: bool = False


def can_receive(phrase: Phrase) -> bool:
    """Whether a counted group is of people, bodies or works: not `ba tình tiết giảm nhẹ`."""
    noun = fold_word(phrase.noun or "")
    return phrase.kind != COUNTED or any(phrases_of(group).at(noun, 0, len(noun)) for group in ("receiver", "role", "unit_head"))


class NameReader:
    """Reads the names of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def with_head(self, at: int, limit: int) -> Phrase | None:
        """A body named by its kind and a capital right behind it: `phường Him Lam`; None where anything else stands there."""
        head = phrases_of("unit_head").at(self.scene.lower, at, limit)
        if head is None or phrases_of("role").at(self.scene.lower, at, limit) is not None:
            return None
        if self.scene.lower[head[0] : head[0] + 1] != " " or not self.scene.folded[head[0] + 1 : head[0] + 2].isupper():
            return None
        return self.at(at, limit)

    def _office_holder(self, at: int, limit: int) -> Phrase | None:
        """The person named behind an office: `nguyên Giám đốc Sở Y tế | Trần Văn Bình`."""
        text, lower = self.scene.text, self.scene.lower
        start = former.end() if (former := _FORMER.match(lower, at, limit)) is not None else at
        if phrases_of("title_word").at(lower, start, limit) is None:
            return None
        end = issuer_at(text, start, limit)
        if end is None:
            return None
        for word in WORD.compiled.finditer(lower, max(start, end - _LONGEST_NAME), min(end + 2, limit)):
            person = person_at(text, word.start(), limit)
            if person is not None and (place_at(text, word.start(), limit) or person) < person:
                continue  # Giám đốc Bệnh viện Phụ sản | Hà Nội | Lê Văn An
            if person is not None and person >= end:
                whole = run_end(self.scene, word.start(), limit)
                person = (
                    whole
                    if whole - word.start() <= _LONGEST_NAME and self.scene.folded.count(" ", word.start(), whole) < _MOST_NAMES
                    else person
                )
                return self._person(word.start(), person, limit, owned=False)
        return None

    def _acts(self, nouns: list[int], limit: int) -> bool:
        """Whether a verb follows a common noun: `Trường | tổ chức kỷ niệm 30 năm`, so that no body is named."""
        at = nouns[0] + 1 if nouns else limit
        return at < limit and self.scene.folded[at].islower() and stops_at(self.scene, at, limit)

    def _calling_place(self, at: int, limit: int) -> Phrase | None:
        """A place whose name begins like a form of address: `Bà Rịa - Vũng Tàu`, `Cô Tô`."""
        called = phrases_of("role").at(self.scene.lower, at, limit) if self.scene.folded[at].isupper() else None
        place = place_at(self.scene.text, at, limit) if called is not None else None
        return self._unit(at, place, limit) if called is not None and place is not None and place > called[0] else None

    def _body_end(self, at: int, limit: int) -> int | None:
        """Behind the body that begins at *at*, with the noun before it: `đội tuyển | Trường Tiểu học Kim Đồng`."""
        text, lower, folded = self.scene.text, self.scene.lower, self.scene.folded
        organization = organization_at(text, at, limit)
        nouns = [found[0] for group in ("unit_head", "role") if (found := phrases_of(group).at(lower, at, limit))]
        if organization is not None and nouns and lower[nouns[0] : nouns[0] + 1] == " ":
            within = organization_at(text, nouns[0] + 1, limit)  # đội tuyển | Trường Tiểu học Kim Đồng
            organization = organization if within is None else max(organization, within)
        if organization is not None and (organization < max(nouns, default=0) or self._acts(nouns, limit)):
            organization = None  # Ca sĩ, Ca khúc: no CA (công an)
        if organization is not None and phrases_of("team").at(lower, at, limit) is not None:
            joined = lower.find(" và ", at, organization)  # đội Đại Cường và Đại Minh: two
            organization = joined if joined > 0 and folded[joined + 4 : joined + 5].isupper() else organization
        return organization

    def _land_end(self, at: int, cursor: int, limit: int) -> int | None:
        """Behind the place that tells where a person is from: `cô gái | Nghệ An`, `tay đua người | Pháp`."""
        told = self.scene.folded[cursor].isupper() and ends_with_word(self.scene.lower[at : cursor - 1], "compatriot")
        return place_at(self.scene.text, cursor, limit) if told else None

    def _behind_land(self, land: int, limit: int) -> Phrase | None:
        """The person named behind where they are from: `tay đua người Pháp | Pierre Martin`; None for one who is not named."""
        name_end = run_end(self.scene, land + 1, limit) if self.scene.lower[land : land + 1] == " " else land + 1
        return self._person(land + 1, name_end, limit, owned=False) if name_end > land + 1 else None

    def at(self, at: int, limit: int) -> Phrase | None:
        """A person or a unit."""
        holder = self._office_holder(at, limit) or self._calling_place(at, limit)
        text, lower, folded = self.scene.text, self.scene.lower, self.scene.folded
        if holder is not None or (lower.startswith("phó ", at) and phrases_of("title_word").at(lower, at, limit)):
            return holder  # Phó Tổng cục trưởng: no Mr Phó
        organization = self._body_end(at, limit)
        if organization is not None and organization > (person_at(text, at, limit) or at):
            return self._unit(at, self._extended(at, organization, limit), limit)
        is_unit = phrases_of("unit_head").at(lower, at, limit) is not None and phrases_of("role").at(lower, at, limit) is None
        if is_shouted(folded, at, min(limit, at + 30)):
            return self._shouted(at, limit)
        head = phrases_of("unit_head").at(lower, at, limit) or phrases_of("role").at(lower, at, limit)
        if is_unit and head is not None and (team := team_end(self.scene, at, head[0], limit)) is not None:
            return self._unit(at, team, limit)
        cursor, owned, named = at, False, False
        if head is not None and lower[head[0] : head[0] + 1] == " " and "," in lower[at : head[0]]:
            cursor = head[0] + 1
        for _ in range(_MOST_WORDS):
            word = WORD.match(lower, cursor, limit)
            if word is None:
                break
            person = person_at(text, cursor, limit) if folded[cursor].isupper() else None
            if person is not None and cursor == at and place_at(text, at, limit) == person:
                return self._unit(at, person, limit)  # Hà Tĩnh, though Hà is a surname
            if cursor > at and (land := self._land_end(at, cursor, limit)) is not None and land >= (person or cursor):
                return self._behind_land(land, limit)
            if person is not None and not self._is_head(cursor, at):
                whole = owned or (cursor > at and is_unit)
                return self._person(at if whole else cursor, person, limit, owned=whole)
            if cursor > at and (inner := organization_at(text, cursor, limit)) is not None:
                return self._unit(at, inner, limit) if head is not None else None
            role = phrases_of("role").at(lower, cursor, limit)
            step = role[0] if role else word.end()
            if role and lower[step : step + 1] == " " and folded[step + 1 : step + 2].isupper():
                if phrases_of("title_word").at(lower, step + 1, limit) is not None:
                    return None  # đồng chí Bí thư Huyện ủy
                body = organization_at(text, step + 1, limit)
                if body is not None and body >= (person_at(text, step + 1, limit) or at):  # not: em | Hoàng Gia Bảo
                    return self._unit(at, body, limit)
                place = place_at(text, step + 1, limit)
                if place is not None and place >= run_end(self.scene, step + 1, limit):
                    return self._unit(at, place, limit)  # thí sinh Việt Nam
                if not is_acronym(self.scene, step + 1):
                    whole = owned or (cursor > at and is_unit)
                    return self._person(at if whole else step + 1, run_end(self.scene, step + 1, limit), limit, owned=whole)
            if folded[cursor].isupper() and cursor > at and named and not is_unit and not is_acronym(self.scene, cursor):
                return self._person(cursor, run_end(self.scene, cursor, limit), limit, owned=False)  # nữ VĐV 21 tuổi Martina
            named = named or role is not None
            common = cursor == at and opens_sentence(self.scene, at) and not folded[step + 1 : step + 2].isupper()  # Đô vật Trần Văn Đảng
            if folded[cursor].isupper() and not (cursor == at and (role or common or self._is_head(cursor, at))):
                break
            if cursor > at and stops_at(self.scene, cursor, limit):
                return self._plain_unit(at, limit)
            if word[0] == "của":
                owned = True
            if lower[step : step + 1] != " ":
                return self._plain_unit(at, limit)
            cursor = step + 1
        return self._capitalised(at, cursor, limit) if head is not None or cursor == at else None

    def _shouted(self, at: int, limit: int) -> Phrase | None:
        """In a headline of capitals: a body, or a common noun and a place: `ĐOÀN HẢI DƯƠNG KHÉP LẠI …`."""
        text = self.scene.text
        head = phrases_of("unit_head").at(self.scene.lower, at, limit) or phrases_of("role").at(self.scene.lower, at, limit)
        start = head[0] + 1 if head else at
        place = place_at(text, start, limit)
        if place is not None:
            return self._unit(at, place, limit)
        person = person_at(text, start, limit)
        return None if person is None else self._person(start, person, limit, owned=False)

    def _is_head(self, cursor: int, at: int) -> bool:
        """The first word of a sentence that is a common noun: `Đội tuyển`, `Trường`."""
        head = phrases_of("unit_head").at(self.scene.lower, cursor, len(self.scene.lower)) if cursor == at else None
        if head is None or opens_sentence(self.scene, at) or person_at(self.scene.text, at, self.scene.limit(at)) is None:
            return head is not None
        behind, limit = head[0] + 1, self.scene.limit(at)  # Đoàn Hải Dương, Đoàn Quân đội, but: giải Nhì | Đoàn Hồng Hạnh
        owned = phrases_of("team_owner").at(self.scene.lower, behind, limit) is not None
        return owned or place_at(self.scene.text, behind, limit) is not None

    def _capitalised(self, at: int, cursor: int, limit: int) -> Phrase | None:
        folded, lower = self.scene.folded, self.scene.lower
        if cursor >= limit or not folded[cursor].isupper():
            return self._plain_unit(at, limit)
        place = place_at(self.scene.text, at, limit)
        end = run_end(self.scene, cursor, limit)
        if place is not None and place > cursor and end <= place:  # not: thôn Đức | Hương
            return self._unit(at, place, limit)
        run = folded[cursor:end]
        if end <= cursor or (" " not in run and cursor == at and opens_sentence(self.scene, at) and _SYLLABLE.match(lower, at, end)):
            return None  # the first word of a sentence has a capital whatever it is
        if any(
            phrases_of("title_word").at(lower, at_word, limit)
            for at_word in range(cursor, end)
            if lower[at_word - 1 : at_word] in (" ", "")
        ):
            return None
        if cursor > at:
            end = past_quote(self.scene, self._extended(at, end, limit), limit)
        if phrases_of("branch").at(lower, lower.rfind(" ", at, cursor - 1) + 1, limit):
            end = words_end(self.scene, cursor, limit, most=8) or end  # cán bộ ngành Giao thông vận tải Sơn La
        return self._unit(at, end, limit)

    def _joins(self, at: int, limit: int) -> bool:
        """Whether what begins at *at* is no body, place or person of its own."""
        text = self.scene.text
        named = (read(text, at, limit) for read in (organization_at, place_at, person_at))
        return all(end is None for end in named) and not any(
            phrases_of(group).at(self.scene.lower, at, limit) for group in ("unit_head", "role", "pronoun")
        )

    def _extended(self, at: int, end: int, limit: int) -> int:
        """Behind what ends the name of a team: `đội Tình nguyện | trẻ`, `Trung tâm Huấn luyện | và Thi đấu thể thao tỉnh`."""
        several = self.scene.lower.startswith(("đội", "nhóm", "lớp", "tổ"), at)  # đội Đại Cường và Đại Minh
        if (
            not several
            and self.scene.lower.startswith(" và ", end)
            and self.scene.folded[end + 4 : end + 5].isupper()
            and self._joins(end + 4, limit)
        ):
            joined = words_end(self.scene, end + 4, limit, most=7)
            return joined if joined is not None and is_ended(self.scene, joined, limit) else end
        if phrases_of("team").at(self.scene.lower, at, limit) is None or self.scene.lower[end : end + 1] != " ":
            return end
        last = self.scene.lower.rfind(" ", at, end) + 1
        longer = words_end(self.scene, last, limit, most=5)
        return longer if longer is not None and longer > end and is_ended(self.scene, longer, limit) else end

    def _plain_unit(self, at: int, limit: int) -> Phrase | None:
        """`đội thôn 3`, `Nhà máy`, `chú chim chào mào mang số 425`: a common noun for a body or thing, and what narrows it."""
        head = phrases_of("unit_head").at(self.scene.lower, at, limit)
        end = words_end(self.scene, at, limit, most=9)
        if head is None or end is None:
            return None
        return self._unit(at, past_quote(self.scene, max(end, head[0]), limit), limit)

    def _unit(self, at: int, end: int, limit: int) -> Phrase:
        end = past_partner(self.scene, at, end, limit)
        return Phrase(UNIT, at, end, past_brackets(self.scene, end, limit))

    def _person(self, start: int, end: int, limit: int, *, owned: bool) -> Phrase:
        while owned and (more := _CO_AUTHOR.match(self.scene.folded, end, limit)) is not None:
            end = more.end()  # nhóm tác giả Trần Nam - Hải Yến
        while owned and self.scene.lower.startswith("nhóm ", start) and (more := _CO_NAMED.match(self.scene.folded, end, limit)):
            end = more.end()  # nhóm tác giả Mạnh Dũng, Thu Hường
        if owned and _SEVERAL.search(self.scene.lower, start, end):
            while (joined := _AND_PERSON.match(self.scene.lower, end, limit)) is not None:
                further = person_at(self.scene.text, joined.end(), limit)
                if further is None:
                    break
                end = further  # đề tài của hai em Lan | và Hoa
        return Phrase(
            UNIT if owned else PERSON,
            start,
            end,
            past_brackets(self.scene, end, limit),
            of_person=owned and _OWNED.search(self.scene.lower, start, end) is not None,
        )
