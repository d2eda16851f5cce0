"""bodies: what makes a mark the name of one organization, and not a common noun for many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.found import LOCATION, ORGANIZATION, PERSON, SEVERAL, SHORT_NAME, Found
from trichluc.entities.phrases import is_syllable, word_end
from trichluc.entities.runs import is_foreign
from trichluc.entities.signs import BEHIND_NAME, BEHIND_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trichluc.entities.mark import Mark
    from trichluc.entities.organizations import Reading

__all__ = ["by_grammar", "from_small_word", "of_event", "of_office", "of_press", "of_short_name"]


# (Theo Tiền Phong) | Ảnh: NLĐ | báo Tuổi Trẻ
_PRESS_CUE = re.compile(r"(?:\b(?:theo|báo|tờ|trên|nguồn|ảnh)(?: ?:)? ?|/ ?|\( ?)$")
_PLURAL = " các "
_OURS = " việt nam"
_NEAR = 12
_LEFT_WORDS = 5
_LONGEST = 10  # letters of a word in small letters
_WINDOW = _LEFT_WORDS * (_LONGEST + 1) + 1
_AND_A_PERSON = 3  # a company in one word and who heads it in two


def from_small_word(mark: Mark) -> Found | None:
    """A name that begins with small words before this capital: trường THPT Chuyên …, công an tỉnh Sơn La, châu Âu."""
    names = mark.names
    for start in _small_words(mark):
        place = names.places.small(mark.lower, start, mark.at, mark.right)
        if place is not None:
            return Found(start, place, LOCATION, "entity.place-name")
        if names.organizations.heads.is_small_head(mark.lower, start, mark.right, mark.left):
            reading = names.organizations.read(mark.text, start, mark.right)
            if reading is not None and reading.end > mark.at and _is_named_small(mark, reading):
                several = reading.kind == "proper" and names.places.is_plural(mark.lower, start, mark.left)
                return Found(start, reading.end, ORGANIZATION, SEVERAL if several else "entity.organization-" + reading.kind)
    return None


def of_office(mark: Mark) -> Found | None:
    """Elon Musk, CEO | Tesla: behind a person, the office is held in the body that follows it."""
    if mark.title is None or is_syllable(mark.word) or not mark.run or mark.reading is not None or mark.place is not None:
        return None
    behind = mark.lower[mark.title[0] - 2 : mark.title[0]] in {", ", "- "}
    if mark.names.people.corporate.before(mark.lower, mark.at, mark.left) is not None and len(mark.run) == (1 if behind else _AND_A_PERSON):
        return Found(mark.at, mark.run[0], ORGANIZATION, "entity.organization-office")  # CEO Tesla | Elon Musk
    last = mark.found[-1] if mark.found else None
    if last is None or last.kind != PERSON or mark.lower[last.end : mark.title[0]] not in {", ", " - "}:
        return None
    return Found(mark.at, mark.run[-1], ORGANIZATION, "entity.organization-office")


def of_short_name(mark: Mark) -> Found | None:
    """Tổng công ty Xi măng Việt Nam (Vicem): one foreign word in brackets behind a body is its short name, and so is each later one."""
    if mark.place is not None:
        return None  # CLB Astana (Kazakhstan)
    if mark.folded[mark.end : mark.end + 1] == ")" and mark.folded[mark.at - 2 : mark.at] == " (" and mark.found:
        body = mark.found[-1]
        if body.kind == ORGANIZATION and body.end == mark.at - 2 and is_foreign([mark.folded[mark.at : mark.end]]):
            return Found(mark.at, mark.end, ORGANIZATION, SHORT_NAME)
        return None
    if not mark.signs & (BEHIND_TITLE | BEHIND_NAME) or is_syllable(mark.word):
        return None
    again = any(name.rule == SHORT_NAME and mark.lower[name.start : name.end] == mark.word for name in mark.found)
    return Found(mark.at, mark.end, ORGANIZATION, "entity.organization-short") if again else None


def of_press(mark: Mark) -> Found | None:
    """A paper or an agency; where its name is a common word a cue must stand before it."""
    press = mark.names.press.at(mark.lower, mark.at, mark.right)
    if press is None or (press[1] == "cue" and not _PRESS_CUE.search(mark.lower, max(mark.left, mark.at - _NEAR), mark.at)):
        return None
    return Found(mark.at, press[0], ORGANIZATION, "entity.organization-press")


def of_event(mark: Mark) -> Found | None:
    """AFF | Cup, SEA Games, Tchaikovsky Competition: the name of a contest, or of one's place in it."""
    if not mark.may_be_event:
        return None
    events, ends = mark.names.events, mark.capitals
    if mark.word in events:
        return Found(mark.at, ends[-1], "", "")
    at = mark.end + 1
    for end in ends[1:]:
        if mark.lower[at:end] in events:
            known = max(mark.reading.end if mark.reading else mark.at, mark.place[0] if mark.place else mark.at)
            if known in {mark.at, at - 1}:
                return Found(mark.at, ends[-1], "", "")
        at = end + 1
    return None


def by_grammar(mark: Mark) -> Found | None:
    """What the grammar of organizations reads here, where it names one body."""
    reading = mark.reading
    if reading is None or not _is_one_body(mark, reading):
        return None
    if mark.place is not None and mark.place[0] == reading.end and reading.kind == "local":
        return Found(mark.at, reading.end, ORGANIZATION, "entity.organization-local")  # Huyện Đoàn
    if mark.place is not None and (mark.place[0] >= reading.end or (mark.place[1] != "unit" and mark.place[0] > reading.head_end)):
        return None  # Hội An, Trường Sa Lớn
    return Found(mark.at, reading.end, ORGANIZATION, "entity.organization-" + reading.kind)


def _is_one_body(mark: Mark, reading: Reading) -> bool:
    """`Công an tỉnh Sơn La`, not `Công an`, not `Ban tổ chức` at the head of a sentence, not `hai Đảng`, `Sở Y tế các tỉnh`."""
    if (
        mark.lower.startswith(_PLURAL, reading.end)
        and not (reading.kind == "local" and reading.closed)
        and not mark.lower.endswith(_OURS, mark.at, reading.end)
    ):
        return False
    if mark.names.organizations.heads.in_compound(mark.lower, mark.at, reading.head_end, mark.left):
        return False  # ĐẠI | HỘI ĐẢNG BỘ
    if reading.kind == "whole":
        return not mark.names.places.is_plural(mark.lower, mark.at, mark.left)
    if reading.kind in {"local", "bloc"} or mark.names.organizations.heads.always_named(mark.lower, mark.at, reading.end):
        return True
    if reading.kind == "proper" or not reading.closed:
        return reading.closed and _names_itself(mark, reading)
    printed = mark.folded[mark.at + 1 : reading.end]
    return printed != printed.lower() or any(map(str.isdigit, printed)) or (not mark.first and reading.kind in {"field", "branch"})


def _names_itself(mark: Mark, reading: Reading) -> bool:
    """Whether a capital or a figure stands behind the head."""
    rest = mark.folded[reading.head_end : reading.end]
    return rest != rest.lower() or any(map(str.isdigit, rest))


def _is_named_small(mark: Mark, reading: Reading) -> bool:
    """Whether a name printed small at its head has its capital behind it; an organ may have it within: đoàn đại biểu Quốc hội tỉnh."""
    return _names_itself(mark, reading) or (reading.kind == "organ" and reading.closed) or reading.kind == "whole"


def _small_words(mark: Mark) -> Iterator[int]:
    """Starts of the words in small letters before the mark, the farthest first."""
    stop, small_words, starts = mark.at - 1, mark.names.small_words, []
    for word in reversed(mark.folded[max(mark.left, stop - _WINDOW) : stop].split(" ")[-_LEFT_WORDS:]):
        if not word or not word[-1].isalnum() or len(word) > _LONGEST or not word[0].islower():
            break
        stop -= len(word) + 1
        if (word if word.isalpha() else word[: word_end(word, 0, len(word))]).lower() in small_words:
            starts.append(stop + 1)
    return reversed(starts)
