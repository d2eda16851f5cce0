"""Who is named at a place: a counted group, a person without title, a unit by its full name; pronouns and uncounted groups are told apart.

    2 cá nhân · em | Lan · nghệ sĩ violin trẻ tuổi | Trần Lê Quang Tiến · đội Trường THPT Chuyên · ông · các thí sinh
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.entities.organizations import organization_at
from trichluc.entities.people import person_at
from trichluc.entities.phrases import Phrases, is_shouted
from trichluc.entities.places import place_at
from trichluc.lexicon import load_lexicon
from trichluc.records import Count, Date, Duration, Number
from trichluc.rule import Pattern
from trichluc.text import UPPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.lexicon import Lexicon
    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["COUNTED", "PERSON", "PRONOUN", "UNCOUNTED", "UNIT", "Phrase", "PhraseReader", "award_lexicon", "phrases_of"]

COUNTED, PERSON, UNIT, PRONOUN, UNCOUNTED = "counted", "person", "unit", "pronoun", "uncounted"
_VOWELS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_WORD = Pattern(r"[\w&]+(?:[./-](?=\w)[\w&]+)*")
_CAPITALS = Pattern(rf"[{UPPER}][\w'&]*(?:[./-](?=\w)[\w'&]+)*(?: [{UPPER}][\w'&]*(?:[./-](?=\w)[\w'&]+)*){{0,7}}", cased=True)
_CO_AUTHOR = Pattern(rf" - [{UPPER}]\w*(?: [{UPPER}]\w*){{1,3}}", cased=True)
_BRACKETS = Pattern(r" ?\([^()\n]{0,160}\)")
# , | và | ; | , và | cùng    between the members of a list; what follows the opening of one
_SEPARATOR = Pattern(r"\.? ?(?:[,;] ?(?:và |cùng )?| và | cùng (?:với )?| & )")
# What shows that a member of a list is the subject of the next clause
_CLAUSE = Pattern(r" (?:đã |cũng |đều |cùng |vinh dự |xuất sắc )?(?:được|tặng|trao|đạt|đoạt|giành|nhận|xếp|khen|biểu dương|tuyên dương|là|vô địch|đứng|giải nhất|giải nhì|giải ba)(?!\w)")
_OPENING = Pattern(r" ?(?:: ?|(?:, )?(?:gồm|bao gồm|là|gồm có)(?: các)? ?:? ?|(?:, )?đó là ?:? ?|\()")
# A Vietnamese syllable, by form: what it is not may be a foreign name (`Leonov`)
_SYLLABLE = Pattern(rf"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aeiouy{_VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?(?!\w)")
_NUMBERED = Pattern(r"\d{1,2} ?[.)/] ?")
_NO_NOUN = frozenset({"năm", "ngày", "đồng", "giải", "lần", "tháng", "và", "của", "đạt", "được"})
_NO_NAME = frozenset({"tại", "trong", "với", "được", "sau", "trước", "từ", "theo", "khi", "là", "có", "của", "cho", "và", "năm", "ngày", "về", "đến", "do", "nhân", "trên"})
_MOST_WORDS = 14
_MOST_MEMBERS = 40


class Phrase(Struct, frozen=True):
    """A noun phrase: ``start:end`` is what a recipient prints, ``stop`` where reading ended."""

    kind: str
    start: int
    end: int
    stop: int
    count: Number | None = None
    noun: str | None = None


@cache
def award_lexicon() -> Lexicon:
    """The lexicon of the award room, whose last part is for the clause."""
    return load_lexicon("trichluc.families.award")


@cache
def phrases_of(group: str) -> Phrases[str]:
    """The words of a group, to be looked up at a place."""
    return Phrases({word: word for word in award_lexicon().group(group)})


class PhraseReader:
    """Reads phrases of one article; the counts that the count room found are its counted groups."""

    def __init__(self, scene: Scene, mentions: Sequence[Mention]) -> None:
        self._scene = scene
        self._at = {mention.start: mention for mention in mentions}

    def list_at(self, at: int, limit: int) -> tuple[tuple[Phrase, ...], int]:
        """The phrases of a list that begins at *at*, and where it ends.

        `2 tập thể, 3 cá nhân`; `các đồng chí: Lê Văn Bình, Trần Thị Cúc`; `TS A (Đảng bộ B) và TS C (Đảng bộ D)`.
        """
        found: list[Phrase] = []
        end = at
        for _ in range(_MOST_MEMBERS):
            numbered = _NUMBERED.match(self._scene.lower, at, limit)
            listed = numbered is not None and self._scene.folded[numbered.end() : numbered.end() + 1].isalpha()
            phrase = self.at(numbered.end() if numbered and listed else at, limit)
            if phrase is None or (found and PRONOUN in (phrase.kind, found[-1].kind)):
                break
            if found and _CLAUSE.match(self._scene.lower, phrase.stop, limit):
                break  # ; UBND huyện tặng …
            if found and found[-1].kind == PERSON and phrase.kind == UNIT and self._is_bare_name(phrase):
                phrase = Phrase(PERSON, phrase.start, phrase.end, phrase.stop)  # Huỳnh Như, Thanh Nhã
            if found and found[-1].kind == PERSON and phrase.kind == UNIT and "và" not in self._scene.lower[found[-1].stop : phrase.start]:
                end = phrase.stop  # an apposition: em A, Trường THPT B
            else:
                found.append(phrase)
                end = phrase.stop
            inner = self._named_members(phrase, limit)
            if inner:
                members, end = inner
                found[-1:] = members
            separator = _SEPARATOR.match(self._scene.lower, end, limit)
            if separator is None:
                break
            at = separator.end()
        return tuple(found), end

    def _is_bare_name(self, phrase: Phrase) -> bool:
        """Whether a phrase is two to four capitalised words, and no place or body."""
        text = self._scene.text
        words = text.folded[phrase.start : phrase.end].split()
        return (
            2 <= len(words) <= 4
            and all(word[:1].isupper() and not word.isupper() for word in words)
            and place_at(text, phrase.start, phrase.end) is None
            and organization_at(text, phrase.start, phrase.end) is None
        )

    def _named_members(self, phrase: Phrase, limit: int) -> tuple[tuple[Phrase, ...], int] | None:
        """The names that a group is followed by: `các em: A, B`, `3 học sinh gồm: A, B và C`."""
        if phrase.kind not in (COUNTED, UNCOUNTED):
            return None
        opening = _OPENING.match(self._scene.lower, phrase.stop, limit)
        if opening is None:
            return None
        first = self.at(opening.end(), limit)
        if first is None or first.kind not in (PERSON, UNIT):
            return None
        return self.list_at(opening.end(), limit)

    def at(self, at: int, limit: int) -> Phrase | None:
        """The phrase that begins at *at*."""
        if at >= limit:
            return None
        lower = self._scene.lower
        for filler in ("cho ", "cả ", "đối với ", "về ", "tay "):
            if lower.startswith(filler, at):
                at += len(filler)
        if lower.startswith('"', at):
            close = lower.find('"', at + 1, min(limit, at + 100))
            return Phrase(UNIT, at, close + 1, close + 1) if close > 0 else None
        word = _WORD.match(lower, at, limit)
        after = self._scene.folded[word.end() + 1 : word.end() + 2] if word else ""
        capital = self._scene.folded[at : at + 1].isupper() and (not self._opens(at) or after.isupper() and word is not None and word[0] not in _NO_NAME)
        known = any(phrases_of(group).at(lower, at, limit) for group in ("pronoun", "role", "unit_head", "compound"))
        if word is None or (not known and self._stops(at, word[0], limit) and not capital and self._scene.quantity_at(at) is None):
            return None
        return self._counted(at, limit) or self._pronoun(at, limit) or self._uncounted(at, limit) or self._named(at, limit)

    def past_dates(self, at: int) -> int:
        """Behind a date or duration that begins at *at*; *at* itself where none does."""
        mention = self._at.get(at)
        return mention.end if mention is not None and isinstance(mention.record, Date | Duration) else at

    def _counted(self, at: int, limit: int) -> Phrase | None:
        """`2 tập thể`, `87 lượt cá nhân`, `hàng chục lượt cán bộ, công chức`, `6/6 thí sinh`."""
        mention = self._at.get(at)
        if mention is not None:
            record = mention.record
            if not isinstance(record, Count) or mention.end > limit:
                return None
            return Phrase(COUNTED, at, mention.end, self._past(mention.end, limit), record.value, record.noun)
        quantity = self._scene.quantity_at(at)
        if quantity is None or quantity.start != at or self._scene.lower[quantity.end : quantity.end + 1] != " ":
            return None
        end = self._words_end(quantity.end + 1, limit, most=6, lower_only=True)
        if end is None:
            return None
        return Phrase(COUNTED, at, end, self._past(end, limit), quantity.value, self._scene.printed(quantity.end + 1, end))

    def _past(self, end: int, limit: int) -> int:
        """Behind brackets and what narrows a group: `31 thành viên | khác trong đội tuyển`."""
        brackets = _BRACKETS.match(self._scene.lower, end, limit)
        return brackets.end() if brackets else end

    def _pronoun(self, at: int, limit: int) -> Phrase | None:
        found = phrases_of("pronoun").at(self._scene.lower, at, limit)
        if found is None:
            return None
        end = found[0]
        following = self._scene.folded[end : end + 2]
        if following[:1] == " " and following[1:].isupper():
            return None  # ông Nguyễn Văn A
        word = _WORD.match(self._scene.lower, end + 1, limit) if following[:1] == " " else None
        if word is not None and not word[0][0].isdigit() and not self._stops(end + 1, word[0], limit):
            return None  # bà mẹ, anh em
        return Phrase(PRONOUN, at, end, end)

    def _uncounted(self, at: int, limit: int) -> Phrase | None:
        """`các thí sinh`, `nhiều tập thể`: a group, not judged; its end is where names may follow."""
        found = phrases_of("uncounted").at(self._scene.lower, at, limit)
        if found is None:
            return None
        end = found[0]
        if self._scene.lower[at:end] == "cá nhân" and (person := self._pronoun(end + 1, limit)) is not None:
            return person
        if self._scene.folded[end + 1 : end + 2].isupper() and self._scene.lower[at:end] in ("tác giả", "thí sinh", "tập thể", "cá nhân", "người"):
            return None
        role_end = end
        while self._scene.lower[role_end : role_end + 1] == " ":
            role = phrases_of("role").at(self._scene.lower, role_end + 1, limit)
            if role is None:
                break
            role_end = role[0]
        if role_end > end and self._scene.lower[role_end : role_end + 1] == " " and self._scene.folded[role_end + 1 : role_end + 2].isupper():
            return self._named(role_end + 1, limit)  # các em Lan, Hoa
        stop = self._words_end(at, limit, most=6, lower_only=True) or end
        stop = max(stop, role_end)
        return Phrase(UNCOUNTED, at, stop, stop)

    def _named(self, at: int, limit: int) -> Phrase | None:
        """A person or a unit."""
        text, lower, folded = self._scene.text, self._scene.lower, self._scene.folded
        organization = organization_at(text, at, limit)
        if organization is not None and person_at(text, at, limit) is None:
            return self._unit(at, self._extended(at, organization, limit), limit)
        is_unit = phrases_of("unit_head").at(lower, at, limit) is not None and phrases_of("role").at(lower, at, limit) is None
        if is_shouted(folded, at, min(limit, at + 30)):
            return self._shouted(at, limit)
        head = phrases_of("unit_head").at(lower, at, limit) or phrases_of("role").at(lower, at, limit)
        cursor, owned, called = at, False, False
        if head is not None and lower[head[0] : head[0] + 1] == " " and "," in lower[at : head[0]]:
            cursor = head[0] + 1
        for _ in range(_MOST_WORDS):
            word = _WORD.match(lower, cursor, limit)
            if word is None:
                break
            person = person_at(text, cursor, limit) if folded[cursor].isupper() else None
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
                if body is not None:
                    return self._unit(at, body, limit)
                if not self._is_acronym(step + 1):
                    whole = owned or (cursor > at and is_unit)
                    return self._person(at if whole else step + 1, self._run_end(step + 1, limit), limit, owned=whole)
            if folded[cursor].isupper() and cursor > at and called and not self._is_acronym(cursor):
                return self._person(cursor, self._run_end(cursor, limit), limit, owned=False)  # nữ VĐV 21 tuổi Martina
            called = called or role is not None
            common = cursor == at and self._opens(at) and not folded[step + 1 : step + 2].isupper()  # Đô vật Trần Văn Đảng
            if folded[cursor].isupper() and not (cursor == at and (role or common or self._is_head(cursor, at))):
                break
            if cursor > at and self._stops(cursor, word[0], limit):
                return self._plain_unit(at, limit)
            if word[0] == "của":
                owned = True
            if lower[step : step + 1] != " ":
                return self._plain_unit(at, limit)
            cursor = step + 1
        return self._capitalised(at, cursor, limit) if head is not None or cursor == at else None

    def _shouted(self, at: int, limit: int) -> Phrase | None:
        """In a headline of capitals: a body, or a common noun and a place: `ĐOÀN HẢI DƯƠNG KHÉP LẠI …`."""
        text = self._scene.text
        head = phrases_of("unit_head").at(self._scene.lower, at, limit) or phrases_of("role").at(self._scene.lower, at, limit)
        start = head[0] + 1 if head else at
        place = place_at(text, start, limit)
        if place is not None:
            return self._unit(at, place, limit)
        person = person_at(text, start, limit)
        return None if person is None else self._person(start, person, limit, owned=False)

    def _is_acronym(self, at: int) -> bool:
        word = _WORD.match(self._scene.folded, at, at + 20)
        return word is not None and len(word[0]) > 1 and word[0].isupper()

    def _is_head(self, cursor: int, at: int) -> bool:
        """The first word of a sentence that is a common noun: `Đội tuyển`, `Trường`."""
        return cursor == at and phrases_of("unit_head").at(self._scene.lower, cursor, cursor + 40) is not None

    def _capitalised(self, at: int, cursor: int, limit: int) -> Phrase | None:
        folded, lower = self._scene.folded, self._scene.lower
        if cursor >= limit or not folded[cursor].isupper():
            return self._plain_unit(at, limit)
        place = place_at(self._scene.text, at, limit)
        end = self._run_end(cursor, limit)
        if place is not None and place > cursor and not (cursor == at and end > place):
            return self._unit(at, place, limit)
        run = folded[cursor:end]
        if end <= cursor or (" " not in run and cursor == at and self._opens(at) and _SYLLABLE.match(lower, at, end)):
            return None  # the first word of a sentence has a capital whatever it is
        if any(phrases_of("title_word").at(lower, at_word, limit) for at_word in range(cursor, end) if lower[at_word - 1 : at_word] in (" ", "")):
            return None
        end = self._extended(at, end, limit)
        if lower.startswith(' "', end) and cursor > at:
            close = lower.find('"', end + 2, min(limit, end + 100))
            end = close + 1 if close > 0 else end
        if phrases_of("branch").at(lower, lower.rfind(" ", at, cursor - 1) + 1, limit):
            end = self._words_end(cursor, limit, most=8) or end  # cán bộ ngành Giao thông vận tải Sơn La
        return self._unit(at, end, limit)

    def _extended(self, at: int, end: int, limit: int) -> int:
        """Behind the small letters that end the name of a team: `đội Tình nguyện trẻ`."""
        if phrases_of("team").at(self._scene.lower, at, limit) is None or self._scene.lower[end : end + 1] != " ":
            return end
        last = self._scene.lower.rfind(" ", at, end) + 1
        longer = self._words_end(last, limit, most=5)
        return longer if longer is not None and longer > end and self._is_ended(longer, limit) else end

    def _run_end(self, at: int, limit: int) -> int:
        """Behind the capitalised words that begin at *at*, with one space between them."""
        found = _CAPITALS.match(self._scene.folded, at, limit)
        return found.end() if found else at

    def _is_ended(self, end: int, limit: int) -> bool:
        """Whether a phrase ends at *end* by a stop word or a sign, not by its length."""
        if end >= limit or self._scene.lower[end] != " ":
            return True
        word = _WORD.match(self._scene.lower, end + 1, limit)
        return word is None or self._stops(end + 1, word[0], limit)

    def _opens(self, at: int) -> bool:
        return at == self._scene.sentence(at).start or self._scene.lower[max(at - 2, 0) : at] in (": ", '"', "- ")

    def _plain_unit(self, at: int, limit: int) -> Phrase | None:
        """`đội thôn 3`, `Nhà máy`, `chú chim chào mào mang số 425`: a common noun for a body or thing, and what narrows it."""
        head = phrases_of("unit_head").at(self._scene.lower, at, limit)
        end = self._words_end(at, limit, most=9)
        if head is None or end is None:
            return None
        end = max(end, head[0])
        if self._scene.lower.startswith(' "', end):  # tác phẩm "Cô là mẹ"
            close = self._scene.lower.find('"', end + 2, min(limit, end + 100))
            end = close + 1 if close > 0 else end
        return self._unit(at, end, limit)

    def _unit(self, at: int, end: int, limit: int) -> Phrase:
        return Phrase(UNIT, at, end, self._past(end, limit))

    def _person(self, start: int, end: int, limit: int, *, owned: bool) -> Phrase:
        while owned and (more := _CO_AUTHOR.match(self._scene.folded, end, limit)) is not None:
            end = more.end()  # nhóm tác giả Trần Nam - Hải Yến
        return Phrase(UNIT if owned else PERSON, start, end, self._past(end, limit))

    def _stops(self, at: int, word: str, limit: int) -> bool:
        return word in award_lexicon().group("phrase_end") or phrases_of("phrase_end").at(self._scene.lower, at, limit) is not None

    def _words_end(self, at: int, limit: int, *, most: int, lower_only: bool = False) -> int | None:
        """Where the words that begin at *at* end: at a stop word, punctuation, or *most* words."""
        lower, folded = self._scene.lower, self._scene.folded
        end, cursor = None, at
        for number in range(most):
            compound = phrases_of("compound").at(lower, cursor, limit)
            if compound is not None and not (lower_only and number and folded[cursor].isupper()):
                end = compound[0]
                if lower[end : end + 1] != " ":
                    break
                cursor = end + 1
                continue
            word = _WORD.match(lower, cursor, limit)
            if word is None or (number and self._stops(cursor, word[0], limit)) or (lower_only and number and folded[cursor].isupper()):
                break
            if word[0] == "của" and (lower_only or not folded[word.end() + 1 : word.end() + 2].isupper()):
                break
            if lower_only and (word[0][0].isdigit() or word[0] in _NO_NOUN):
                break
            end = word.end()
            if lower[end : end + 1] != " ":
                break
            cursor = end + 1
        return end
