"""Lists of those who are named: `2 tập thể, 3 cá nhân`; `các đồng chí: Lê Văn Bình, Trần Thị Cúc`; `TS A (Đảng bộ B) và TS C (Đảng bộ D)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.organizations import issuer_at, organization_at
from trichluc.entities.people import default_people, person_at
from trichluc.entities.places import place_at
from trichluc.link.awards.extents import words_end
from trichluc.link.awards.names import COUNTED, PERSON, PRONOUN, UNCOUNTED, UNIT, Phrase
from trichluc.link.awards.words import phrases_of, words_of
from trichluc.rule import Pattern
from trichluc.text import LOWER, UPPER

if TYPE_CHECKING:
    import regex

    from trichluc.link.awards.phrases import PhraseReader
    from trichluc.text import Text

__all__ = ["read_list"]

# , | và | ; | , và | cùng    between the members of a list
_SEPARATOR = Pattern(r"\.? ?(?:[,;] ?(?:và |cùng )?| và | (?:kết hợp |sát cánh |sánh vai )?cùng (?:với )?| kết hợp với | & )")
# A | ở nội dung nhảy xa nữ | và B: what each contested
_CONTESTED_IN = Pattern(
    r" (?:(?:ở|tại|trong) )?(?:các )?(?:nội dung|cự ly|môn|hạng cân|phần thi|đường chạy|bài thi|(?<=ở )\d+) ?[^,;.:()\n]{0,60}?(?=,? và |[,;] )"
)
_NAME = re.compile(rf"(?<=[{LOWER}] )[{UPPER}]")
_FORMER = Pattern(r"(?:nguyên|cựu|hiện là|là) ")
_PAIRED = Pattern(r" ?/ ?| - ")
# : | gồm | , đó là | (    what opens the names of a group
_OPENING = Pattern(r" ?(?:: ?|(?:, )?(?:gồm|bao gồm|là|gồm có)(?: các)? ?:? ?|(?:, )?đó là ?:? ?|\()")
# 1. | 2)    numbered members
_NUMBERED = Pattern(r"\d{1,2} ?[.)/] ?")
# What shows that a member is the subject of the next clause: …; UBND huyện | tặng
_CLAUSE = Pattern(
    r" (?:đã |cũng |đều |cùng |vinh dự |xuất sắc )?(?:được|tặng|trao|đạt|đoạt|giành|nhận|xếp|khen|biểu dương|tuyên dương|là|vô địch|đứng|giải nhất|"
    r"giải nhì|giải ba)(?!\w)"
)
# …, bà B | đánh giá cao, …; ông C | cho biết: the subject of the next clause
_TELLS = Pattern(r" (?:đã |cũng |vừa |xin )?(?:\L<tells>)(?!\w)", tells=words_of("telling"))
# 10 chi bộ | trực thuộc Đảng uỷ cơ sở | , 170 đảng viên
_WITHIN = Pattern(r" (?:trực thuộc|thuộc|của|tại|ở|(?:đã )?có (?:nhiều )?thành tích) [^,;.:()\d]{2,100}?(?=(?:[,;] (?:và )?| và )\d)")
# …, 170 đảng viên | đạt trong sạch, vững mạnh: a member, and what it is
_RATED = re.compile(r" (?:đạt|được công nhận|được xếp loại) (?:tiêu chuẩn |danh hiệu |là )?[\"']?(?:trong sạch|hoàn thành)")
# What may follow a member behind a semicolon
_CLOSED = Pattern(r" ?(?:[,;.)(-]|và |cùng |$)| ?\Z")
# HLV A | cùng | tập thể đội tuyển B
_AND = re.compile(r"(?<!\w)(?:và|cùng)(?!\w)")
# các tuyển thủ | của tỉnh | là A, B và C: what narrows a group before its names
_NARROWED = Pattern(r" [^,;.:()\n]{1,60}?(?= (?:là|gồm|bao gồm|gồm có)(?: các)?:? )")
_MOST_MEMBERS = 40
# The verb of the next clause may be an award of its own, at which a list ends: …; Hội Nông dân huyện | biểu dương
_LONGEST_VERB = 24


def read_list(reader: PhraseReader, at: int, limit: int) -> tuple[tuple[Phrase, ...], int]:
    """The phrases of a list that begins at *at*, and where it ends.

    Args:
        reader: reads the article's phrases.
        at: folded offset where the first begins.
        limit: folded offset that no phrase goes beyond.
    """
    lower = reader.scene.lower
    found: list[Phrase] = []
    end = at
    beyond = min(limit + _LONGEST_VERB, len(lower))
    by_office = _office_end(reader, at, limit) is not None
    for _ in range(_MOST_MEMBERS):
        if found and found[-1].kind == PERSON and not by_office and "và" not in lower[end:at]:
            office = _office_end(reader, at, limit)
            separator = _SEPARATOR.match(lower, office, limit) if office is not None else None
            if office is not None:  # ông A, | Giám đốc Sở Y tế | và bà B
                end = office
                if separator is None:
                    break
                at = separator.end()
        phrase = reader.at(_past_number(reader, at, limit), limit)
        if phrase is None or (found and PRONOUN in (phrase.kind, found[-1].kind)):
            break
        told = found and "và" not in lower[end:at] and phrase.kind in (PERSON, UNIT) and _TELLS.match(lower, phrase.stop, limit)
        rated = phrase.kind == COUNTED and _RATED.match(lower, phrase.stop)
        if told or (
            found
            and (
                (_CLAUSE.match(lower, phrase.stop, beyond if ";" in lower[end:at] else limit) and not rated)
                or (";" in lower[end:at] and not (_CLOSED.match(lower, phrase.stop, limit) or _WITHIN.match(lower, phrase.stop, limit)))
            )
        ):
            break
        if (
            found
            and found[-1].kind == COUNTED
            and phrase.kind == UNIT
            and "và" not in lower[end:at]
            and _is_common(reader.scene.text, phrase)
        ):
            break  # 8 công trình, | tác phẩm kể cả sân khấu
        after_person = bool(found) and (found[-1].kind == PERSON or found[-1].of_person) and phrase.kind == UNIT
        if after_person and _is_bare_name(reader.scene.text, phrase):
            phrase = Phrase(PERSON, phrase.start, phrase.end, phrase.stop)  # Huỳnh Như, Thanh Nhã
            after_person = False
        if not after_person or _AND.search(lower, found[-1].stop, phrase.start):
            found += _each(reader, phrase)  # else an apposition: em A, Trường THPT B
        end = phrase.stop
        if lower.startswith('" của ', end - 1):  # "Bám biển" | của Lê Hà, "Hồn quê" của …
            author = reader.at(end + len(" của "), limit)
            end = author.stop if author is not None and author.kind in (PERSON, UNIT) else end
        within = _WITHIN.match(lower, end, limit) if phrase.kind == COUNTED else None
        end = within.end() if within is not None else end
        inner = _named_members(reader, phrase, limit)
        if inner is not None:
            found[-1:], end = inner
        separator = _SEPARATOR.match(lower, end, limit) or (_pairs(reader, found[-1], limit) if phrase.kind == PERSON else None)
        separator = separator or _past_field(reader, phrase, end, limit)
        if separator is None:
            break
        at = separator.end()
    return tuple(found), end


def _past_field(reader: PhraseReader, phrase: Phrase, end: int, limit: int) -> regex.Match[str] | None:
    """The sign behind what a member contested, before another one's name: `Lê Hà ở cự ly 400m | và | Trần Thu`."""
    field = _CONTESTED_IN.match(reader.scene.lower, end, limit) if phrase.kind in (PERSON, UNIT) else None
    sign = _SEPARATOR.match(reader.scene.lower, field.end(), limit) if field is not None else None
    further = reader.at(sign.end(), limit) if sign is not None else None
    return sign if further is not None and further.kind in (PERSON, UNIT) else None


def _office_end(reader: PhraseReader, at: int, limit: int) -> int | None:
    """Behind the office that begins at *at*: `nguyên Bí thư Tỉnh uỷ`; None where none does."""
    scene = reader.scene
    former = _FORMER.match(scene.lower, at, limit)
    start = former.end() if former is not None else at
    title = default_people().titles.at(scene.lower, start, limit)
    if title is None:
        return None
    body = organization_at(scene.text, title[0] + 1, limit)  # chuyên viên | Văn phòng Sở Giáo dục và Đào tạo
    return max(body or at, issuer_at(scene.text, start, limit) or at, words_end(scene, start, limit, most=9) or at) or None


def _each(reader: PhraseReader, phrase: Phrase) -> tuple[Phrase, ...]:
    """The two of a pair printed as one: `Nguyễn Tiến Minh/Phạm Cao Hiếu`."""
    slash = reader.scene.lower.find("/", phrase.start, phrase.end) if phrase.kind == PERSON else -1
    if slash < 0:
        return (phrase,)
    return Phrase(PERSON, phrase.start, slash, slash), Phrase(PERSON, slash + 1, phrase.end, phrase.stop)


def _pairs(reader: PhraseReader, person: Phrase, limit: int) -> regex.Match[str] | None:
    """The sign between the two of a pair: `Nguyễn Tiến Minh | / | Phạm Cao Hiếu`, `Lê Hà | - | Trần Thu`."""
    sign = _PAIRED.match(reader.scene.lower, person.end, limit)
    if sign is None:
        return None
    other = person_at(reader.scene.text, sign.end(), limit)
    return sign if other is not None and place_at(reader.scene.text, sign.end(), limit) is None else None


def _past_number(reader: PhraseReader, at: int, limit: int) -> int:
    numbered = _NUMBERED.match(reader.scene.lower, at, limit)
    if numbered is None or not reader.scene.folded[numbered.end() : numbered.end() + 1].isalpha():
        return at
    return numbered.end()


def _is_bare_name(text: Text, phrase: Phrase) -> bool:
    """Whether a phrase is two to four capitalised words, and no place or body."""
    words = text.folded[phrase.start : phrase.end].split()
    return (
        2 <= len(words) <= 4
        and all(word[:1].isupper() and not word.isupper() for word in words)
        and place_at(text, phrase.start, phrase.end) is None
        and organization_at(text, phrase.start, phrase.end) is None
    )


def _is_common(text: Text, phrase: Phrase) -> bool:
    """Whether a phrase names and numbers nobody."""
    printed = text.folded[phrase.start : phrase.end]
    return printed.islower() and not any(sign.isdigit() for sign in printed)


def _named_members(reader: PhraseReader, phrase: Phrase, limit: int) -> tuple[tuple[Phrase, ...], int] | None:
    """The names that a group is followed by: `các em: A, B`, `3 học sinh gồm: A, B và C`."""
    called = phrase.kind == UNIT and reader.scene.lower.startswith(":", phrase.stop) and _is_called(reader, phrase)
    if phrase.kind not in (COUNTED, UNCOUNTED) and not called:
        return None
    opening = _OPENING.match(reader.scene.lower, phrase.stop, limit)
    narrowed = _NARROWED.match(reader.scene.lower, phrase.stop, limit) if opening is None else None
    if narrowed is not None:
        members, end = _named_below(reader, narrowed.end(), limit)
        return (members, end) if len(members) > 1 and members[0].kind == PERSON else _named_at_once(reader, phrase, limit)
    if opening is None:
        return _named_at_once(reader, phrase, limit)
    first = reader.at(_past_number(reader, opening.end(), limit), limit)
    if first is None or first.kind not in (PERSON, UNIT):
        return None
    return read_list(reader, opening.end(), limit)


def _is_called(reader: PhraseReader, phrase: Phrase) -> bool:
    """Whether a phrase is of people by what they are: `học sinh của Trường THPT A: | Lê Hà và Trần Nam`."""
    start = phrase.start + len("nhóm ") * reader.scene.lower.startswith("nhóm ", phrase.start)
    return phrases_of("role").at(reader.scene.lower, start, phrase.end) is not None


def _named_below(reader: PhraseReader, at: int, limit: int) -> tuple[tuple[Phrase, ...], int]:
    """The names behind the `là` or `gồm` at *at*."""
    opening = _OPENING.match(reader.scene.lower, at, limit)
    return read_list(reader, opening.end(), limit) if opening is not None else ((), at)


def _named_at_once(reader: PhraseReader, phrase: Phrase, limit: int) -> tuple[tuple[Phrase, ...], int] | None:
    """`hai đội | Chi Lăng và Hữu Lũng`, `3 em | Lan, Hoa, Cúc`: as many names as were counted."""
    if phrase.kind != COUNTED or phrase.count is None:
        return None
    name = _NAME.search(reader.scene.folded, phrase.start + 1, min(phrase.stop + 2, limit))
    short = reader.scene.lower[phrase.stop : phrase.stop + 1] == " " and reader.scene.folded[phrase.stop + 1 : phrase.stop + 2].isupper()
    if not short and (name is None or reader.scene.folded[name.start() - 1 : name.start()] != " "):
        return None
    at = name.start() if name is not None else phrase.stop + 1  # 3 VĐV | Lê Hà, Trần Nam và Vũ Mai
    members, end = read_list(reader, at, limit)
    named = len(members) == phrase.count and all(member.kind in (PERSON, UNIT) for member in members)
    return (members, end) if named else None
