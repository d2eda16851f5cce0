"""spots: what makes a mark the name of a place: its unit, the river or street before it, the gazetteer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.entities.evidence import is_credit
from trichluc.entities.found import LOCATION, ORGANIZATION, PERSON, PLURAL, SEVERAL, Found
from trichluc.entities.phrases import is_syllable, word_end
from trichluc.entities.runs import SHORT_FORM, is_foreign
from trichluc.entities.signs import CAPITAL

if TYPE_CHECKING:
    from trichluc.entities.mark import Mark

__all__ = ["behind_feature", "behind_unit", "in_gazetteer", "in_list"]

_CLUB = " FC"
_APPOSED = (", ", " - ", "-", " (")
_OURS = "việt nam"
_LEAST_SHORT = 3
_LONGEST_RUN = 4
_SEAT = "tại "
_LISTED_WORDS = 3
_JOINTS = (", ", " và ", " - ", "-", " ")
_BESIDE = (*_JOINTS, " (")
_SURNAME_AND_NAME = 2


def behind_unit(mark: Mark) -> Found | None:
    """tỉnh Lạng Sơn, quận 4; `các xã Xuân Bắc` without the plural unit; not `Trưởng thôn | Chíu A Sồi`."""
    places = mark.names.places
    unit = mark.at if not mark.signs & CAPITAL else places.unit_before(mark.lower, mark.at, mark.left)
    if unit is None and mark.lower.startswith(": ", mark.at - 2):
        return _listed_behind_colon(mark)
    if unit is None or (mark.title is not None and mark.title[0] < unit and not _says_who(mark, mark.title[0])):
        return None
    end = places.with_unit(mark.text, unit, mark.right)
    if end is None or end <= mark.at or mark.word in mark.names.events:
        return None
    if places.is_plural(mark.lower, unit, mark.left):
        return Found(mark.at, end, LOCATION, PLURAL)
    return Found(unit, end, LOCATION, "entity.place-unit")


def _says_who(mark: Mark, title: int) -> bool:
    """Whether the title at *title* is that of the person before it, so that a place follows: ông Lê Văn Tiếp - Trưởng thôn | Tân An Tây."""
    last = mark.found[-1] if mark.found else None
    return last is not None and last.kind == PERSON and mark.lower[last.end : title] in _APPOSED


def _listed_behind_colon(mark: Mark) -> Found | None:
    """Các xã: | Tri Phương, Quốc Khánh."""
    unit = mark.names.places.unit_ending(mark.lower, mark.at - 2, mark.left)
    if unit is None or not mark.names.places.is_plural(mark.lower, unit, mark.left):
        return None
    return Found(mark.at, _listed_end(mark), LOCATION, PLURAL)


def in_list(mark: Mark) -> Found | None:
    """Hai xã Mai Pha và | Hoàng Đồng: in the list behind a plural unit each is a place."""
    last = mark.found[-1] if mark.found else None
    if last is None or mark.lower[last.end : mark.at] not in _JOINTS[:2] or mark.shouted:
        return None
    if last.rule == SEVERAL and mark.person is not None and mark.place is None:
        return Found(mark.at, mark.person, ORGANIZATION, SEVERAL)  # các trường THPT Nguyễn Du, | Lê Lợi
    if last.rule != PLURAL:
        return None
    return Found(mark.at, _listed_end(mark), LOCATION, PLURAL)


def _listed_end(mark: Mark) -> int:
    """End of a name in a list of places: one of the gazetteer, where it does not only begin the name: xã Tân An | Thạnh, Mỹ | Hội Đông."""
    run = mark.capitals[:_LONGEST_RUN][-1]
    if mark.place is None:
        return run
    whole = run > mark.place[0] and mark.place[1] in {"country", "district"} and mark.folded[run : run + 1] in {",", ".", ";", ")", ""}
    return run if whole and mark.capitals[:_LISTED_WORDS][-1] == run else mark.place[0]


def behind_feature(mark: Mark) -> Found | None:
    """sông Kỳ Cùng, cảng Wonsan, đường Nguyễn Huệ."""
    if mark.feature is None or not mark.folded[mark.feature].islower():
        return None
    fixed = mark.names.places.after_feature(mark.lower, mark.at, mark.right)
    run = mark.capitals[:_LONGEST_RUN][-1]
    place = run if mark.place is None or mark.place[1] == "country" else mark.place[0]  # sân Mỹ | Đình
    end = fixed or (place if mark.place is not None else mark.person) or run
    end = mark.names.places.feature_end(mark.text, mark.feature, end, mark.right)
    plural = mark.names.places.is_plural(mark.lower, mark.feature, mark.left)
    return Found(mark.feature, end, LOCATION, PLURAL if plural else "entity.place-feature")  # các tuyến đường | Lê Lợi, Phó Đức Chính


def in_gazetteer(mark: Mark) -> Found | None:
    """Lạng Sơn, TP.HCM, Đức; not gió Tây Nam, Việt-Pháp, Tuấn Anh, Ảnh: Thanh Sơn."""
    if mark.place is None:
        return None
    end, group = mark.place
    if mark.names.places.not_place_before(mark.lower, mark.at, mark.left) or (group == "country" and _is_pair(mark, end)):
        return Found(mark.at, end, "", "")
    if group == "feature" and (cue := mark.names.body_cues.before(mark.lower, mark.at, mark.left)) is not None and cue[1] == "firm":
        return None  # nhà thầu Đèo Cả
    if mark.word in mark.names.club_cities and mark.names.place_cues.before(mark.lower, mark.at, mark.left) is None:
        return Found(mark.at, end, ORGANIZATION, "entity.organization-list")  # Liverpool thắng Everton
    if mark.folded.startswith(_CLUB, end):
        return Found(mark.at, end + len(_CLUB), ORGANIZATION, "entity.organization-mark")
    run = mark.capitals[:_LONGEST_RUN]
    at = end + 1
    for stop in run:
        if stop > end and mark.lower[at:stop] in mark.names.foreign_bodies:
            return Found(mark.at, stop, ORGANIZATION, "entity.organization-foreign")  # Jakarta Globe
        at = max(at, stop + 1)
    branch = _branch_of_company(mark, end)
    if branch is not None:
        return branch
    single = " " not in mark.folded[mark.at : end] and "-" not in mark.folded[mark.at : end]
    if single and group in {"country", "city_abroad"} and not _is_country(mark, end):
        return None
    if group in {"district", "region"} and (mark.section == "byline" or is_credit(mark.lower, mark.at)):
        return None
    if group == "district" and not _is_district(mark, end):
        return None
    return Found(mark.at, end, LOCATION, "entity.place-name")


def _branch_of_company(mark: Mark, end: int) -> Found | None:
    """CBRE | Việt Nam, Savills | Việt Nam: one foreign word or short form before the country is a company's."""
    if mark.lower[mark.at : end] != _OURS or not mark.behind_unknown:
        return None
    start, stop = mark.unknown[-1]
    word, printed, names = mark.lower[start:stop], mark.folded[start:stop], mark.names
    if start < mark.left or (len(mark.unknown) > 1 and mark.unknown[-2][1] == start - 1):
        return None
    if word in names.not_bodies or word in names.events or word in names.foreign_nouns:
        return None
    short = SHORT_FORM.match(printed) is not None and len(printed) >= _LEAST_SHORT and not is_syllable(word)
    return Found(start, end, ORGANIZATION, "entity.organization-foreign") if short or is_foreign([printed]) else None


def _is_pair(mark: Mark, end: int) -> bool:
    """Whether a dash makes the country an adjective: quan hệ Việt-Pháp."""
    return (mark.at > 1 and mark.folded[mark.at - 1] == "-") or (
        mark.folded.startswith("-", end) and mark.folded[end + 1 : end + 2].isupper()
    )


def _is_country(mark: Mark, end: int) -> bool:
    """Whether a name of one syllable, which may be a person's or open a sentence, is the country's: Đức, Nga, Anh, Mỹ."""
    if (mark.first and mark.word in mark.names.openings) or mark.behind_unknown:
        return False
    if _is_known_person(mark) and mark.names.place_cues.before(mark.lower, mark.at, mark.left) is None:
        return False
    goes_on = bool(mark.run) and mark.run[-1] > end and mark.folded[end : end + 1] == " "
    if not goes_on or mark.names.places.find(mark.text, end + 1, mark.right) is not None:
        return True
    if mark.lower.endswith(_SEAT, mark.left, mark.at) and mark.names.people.interrupts(mark.text, end + 1, mark.right):
        return True  # Đại sứ Việt Nam tại Lào | Nguyễn Bá Hùng
    if mark.title is not None and not is_syllable(mark.word):
        return True  # Thủ tướng Campuchia | Hun Manet, but Jordan Henderson
    return not is_syllable(mark.lower[end + 1 : word_end(mark.folded, end + 1, mark.right)])  # Tổng thống Nga | Vladimir Putin


def _is_known_person(mark: Mark) -> bool:
    """Whether a person before bears the word for a given name: Anh behind Phạm Tuấn Anh."""
    return any(name.kind == PERSON and mark.lower.endswith(f" {mark.word}", name.start, name.end) for name in mark.found)


def _is_sure(mark: Mark, end: int) -> bool:
    """Whether the district is one that papers print with no word before it, and none for a person stands there: lụa | Hà Đông."""
    if mark.lower[mark.at : end] not in mark.names.places.sure:
        return False
    people = mark.names.people
    before = mark.lower, mark.at, mark.left
    return mark.title is None and people.honorifics.before(*before) is None and people.nouns.before(*before) is None


def _is_explained(mark: Mark, end: int) -> bool:
    """Whether brackets behind a word or a province behind a comma say that it is a place: vải Phúc Hoà | (Tân Yên, Bắc Giang)."""
    bracket = mark.folded[mark.at - 2 : mark.at] == " (" and mark.folded[mark.at - 3 : mark.at - 2].isalnum()
    if bracket and mark.folded[end : end + 1] in {")", ","}:
        return True
    at = end + len(_APPOSED[0])
    following = mark.names.places.find(mark.text, at, mark.right) if mark.folded.startswith(_APPOSED[0], end) else None
    return following is not None and following[1] == "province"


def _is_district(mark: Mark, end: int) -> bool:
    """Whether a name that may be a person's, such as Thanh Sơn or Lê Chân, is the district's."""
    people = mark.names.people
    words = mark.lower[mark.at : end].split()
    if mark.run and mark.run[-1] == end and (_is_sure(mark, end) or _is_explained(mark, end)):
        return True
    if mark.run and mark.run[-1] > end and mark.person is not None:
        return False
    beside = bool(mark.found) and mark.found[-1].kind == LOCATION and mark.lower[mark.found[-1].end : mark.at] in _BESIDE
    if beside or mark.names.place_cues.before(mark.lower, mark.at, mark.left) is not None:
        return True
    if mark.first and mark.goes_on_small(end) and len(words) == _SURNAME_AND_NAME and words[0] in people.surnames:
        return True  # Cao Lộc | đẩy mạnh xây dựng nông thôn mới
    return words[-1] not in people.given or not all(word in people.given or word in people.all_surnames for word in words)
