"""persons: what makes the capitalised words at a mark a person's name: a title or form of address before it, or a surname."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.found import LOCATION, ORGANIZATION, PERSON, Found
from trichluc.entities.phrases import is_syllable, word_end
from trichluc.entities.runs import SHORT_FORM
from trichluc.entities.signs import TITLE
from trichluc.text import UPPER

if TYPE_CHECKING:
    from trichluc.entities.mark import Mark

__all__ = ["behind_cue", "by_surname", "no_name", "no_person", "part_of_title"]

# số 8/26 Văn Cao: a street
_ADDRESS = re.compile(r"(?:\bsố \d[\w/]*|\d/\d[\w/]*|[:,(] ?\d{1,4}[a-z]?) $")
# cháu Đ.T.H: a name that the paper hides
_INITIALS = re.compile(rf"[{UPPER}](?:\.[{UPPER}])+(?!\w)")
# S. Lecornu, S.K. Shoigu
_INITIAL = re.compile(rf"[{UPPER}](?:\.[{UPPER}])?\. ?(?=[{UPPER}][^\W\d_])")
_NEAR = 14
_BEFORE_TITLE = (", ", " - ", "-")
_COMPANY, _FULL_NAME = 2, 3  # words


def part_of_title(mark: Mark) -> Found | None:
    """`Phó Chủ tịch | Thường trực`, `Bộ trưởng | Quốc phòng`: the title goes on."""
    if mark.title is None:
        return None
    whole = mark.names.people.titles.at(mark.lower, mark.title[0], mark.right)
    if whole is None or whole[0] <= mark.at:
        return None
    body = mark.reading
    if body is not None and body.closed and (body.kind != "organ" or body.head_end > whole[0]):
        return None  # Trưởng | Ban Tổ chức Tỉnh uỷ
    last = mark.lower.rfind(" ", mark.at, whole[0])
    body = None if last < 0 else mark.names.organizations.read(mark.text, last + 1, mark.right)
    if body is not None and body.closed and body.head_end > whole[0]:
        return Found(mark.at, last, "", "")  # Phó | Trưởng | Ban Tuyên giáo Trung ương
    return Found(mark.at, whole[0], "", "")


def behind_cue(mark: Mark) -> Found | None:
    """ông Hoan, Thiếu tá Đào Việt Long, bị cáo Toản, bầu Đức."""
    people = mark.names.people
    before = mark.lower, mark.at, mark.left
    address = people.honorifics.before(*before) or people.personal.before(*before)
    cued = address is not None or mark.title is not None or mark.behind_office or people.nouns.before(*before) is not None
    if not cued or not _may_be_person(mark):
        return None
    initial = _INITIAL.match(mark.folded, mark.at, mark.right)
    if initial is not None and not is_syllable(mark.lower[initial.end() : word_end(mark.folded, initial.end(), mark.right)]):
        return Found(mark.at, people.run(mark.text, initial.end(), mark.right)[-1], PERSON, "entity.person-cue")
    initials = _INITIALS.match(mark.folded, mark.at, mark.right)
    if initials is not None:
        return Found(mark.at, initials.end(), PERSON, "entity.person-cue")
    single = len(mark.run) == 1
    if single and _is_field(mark):
        return Found(mark.at, mark.end, "", "")  # Trưởng khoa | Nhi
    if mark.word not in people.all_surnames and people.saints.at(mark.lower, mark.at, mark.right) is None and _holds_full_name(mark):
        return None  # tài năng trẻ Violon | Trần Lê Quang Tiến
    if (
        address is None
        and len(mark.run) == _COMPANY
        and mark.place is None
        and mark.word not in people.all_surnames
        and _is_known_company(mark)
    ):
        return Found(mark.at, mark.run[-1], ORGANIZATION, "entity.organization-again")  # nhân viên Việt Á
    company = _company_end(mark)
    if company is not None:
        return Found(mark.at, company, ORGANIZATION, "entity.organization-office")
    if mark.place is not None and _is_place_behind_cue(mark, mark.place, address=address is not None):
        return None
    if single and (mark.folded[mark.at : mark.end].isupper() and mark.end - mark.at > 1):
        return None  # Chủ tịch VFF
    if (
        address is None
        and not (len(mark.run) > 1 and mark.behind_office and mark.found[-1].kind == LOCATION)  # Thủ tướng Campuchia | Hun Manet
        and mark.run[0] == mark.end
        and is_syllable(mark.word)
        and mark.word not in (people.given if single else people.given | people.all_surnames)
    ):
        return None  # Đoàn đại biểu Cấp cao, Tổ trưởng Tổ Toán
    return Found(mark.at, _name_end(mark), PERSON, "entity.person-cue")


def no_person(mark: Mark) -> Found | None:
    """tư tưởng Hồ Chí Minh, tàu Trần Đại Nghĩa, giải Phạm Văn Đồng: the name of something else."""
    if mark.person is None or mark.names.people.not_persons.before(mark.lower, mark.at, mark.left) is None:
        return None
    before = mark.lower, mark.at, mark.left
    if mark.lower[mark.at : mark.person] in mark.names.places.sure:
        return None  # lụa Hà Đông
    if mark.feature is not None or mark.names.places.compound_before(*before) or mark.names.organizations.heads.compound_before(*before):
        return None
    return Found(mark.at, mark.run[-1], "", "")


def no_name(mark: Mark) -> Found | None:
    """Tết Quý Mão, Đoàn Quân đội: a year, a delegation, which only look like a person."""
    found = mark.names.people.no_names.at(mark.lower, mark.at, mark.right)
    return None if found is None else Found(mark.at, found[0], "", "")


def by_surname(mark: Mark) -> Found | None:
    """Nguyễn Văn A; a rare surname needs more: Lành Văn Sỹ, and not `Trà Thái Nguyên`."""
    people = mark.names.people
    end = mark.person
    if mark.behind_unknown and not is_syllable(mark.word):
        return None  # Donald | Trump
    if end is None or not _may_be_person(mark) or not (people.is_marked(mark.text, mark.at, end) or _is_titled(mark, end)):
        return None
    if _ADDRESS.search(mark.lower, max(mark.left, mark.at - _NEAR), mark.at) or mark.folded[mark.at - 1 : mark.at] == "-":
        return None
    inner = mark.end + 1
    if mark.word not in people.surnames and inner < end and mark.names.places.bare(mark.text, inner, mark.right) == end:
        return None
    return Found(mark.at, _name_end(mark), PERSON, "entity.person-surname")


def _is_titled(mark: Mark, end: int) -> bool:
    """Whether three words or more have a title behind them: Rơ Châm Lan, | Phó Bí thư."""
    gap = next((gap for gap in _BEFORE_TITLE if mark.lower.startswith(gap, end)), None)
    if gap is None or len(mark.run) < _FULL_NAME or mark.place is not None:
        return False
    return mark.names.people.titles.at(mark.lower, end + len(gap), mark.right) is not None


def _may_be_person(mark: Mark) -> bool:
    """Whether no title, body or field of work begins here."""
    if not mark.run or mark.shouted or mark.compound_end > mark.end:
        return False
    people = mark.names.people
    ordained = mark.title is not None and people.ordained.before(mark.lower, mark.at, mark.left) is not None  # Sư cô | Chánh Tịnh
    if mark.signs & TITLE and not ordained and people.titles.at(mark.lower, mark.at, mark.right) is not None:
        return False
    if mark.reading is not None and mark.reading.kind == "organ" and SHORT_FORM.match(mark.folded, mark.at, mark.end):
        return False  # Cựu Chủ tịch | HĐTV VICEM Lê Văn Chung
    return mark.reading is None or not (mark.reading.closed or mark.reading.kind in {"whole", "local"})


def _is_known_company(mark: Mark) -> bool:
    """Whether a company before ends in the two words here."""
    tail = " " + mark.lower[mark.at : mark.run[-1]]
    is_company = mark.names.organizations.heads.is_company
    return any(mark.lower.endswith(tail, name.start, name.end) and is_company(mark.lower, name.start, name.end) for name in mark.found)


def _company_end(mark: Mark) -> int | None:
    """End of a company's name of two words between an office and who holds it: Chủ tịch | Hoàng Minh | Đỗ Anh Dũng."""
    if mark.title is None or len(mark.run) < _COMPANY + _FULL_NAME or mark.names.people.personal.before(mark.lower, mark.at, mark.left):
        return None
    stop = mark.run[_COMPANY - 1]
    return stop if mark.names.people.interrupts(mark.text, stop + 1, mark.right) else None


def _is_field(mark: Mark) -> bool:
    """Whether the title before names the head of a part of an institution, and the word is its field."""
    if mark.title is None or mark.names.organizations.heads.work_end(mark.lower, mark.at, mark.right) == mark.at:
        return False
    title = mark.lower[mark.title[0] : mark.at - 1]
    return title.rpartition(" ")[2] in mark.names.people.institutes


def _holds_full_name(mark: Mark) -> bool:
    """Whether a person's full name begins at a later word of the run."""
    return any(mark.names.people.interrupts(mark.text, stop + 1, mark.right) for stop in mark.run[:-1])


def _is_place_behind_cue(mark: Mark, place: tuple[int, str], *, address: bool) -> bool:
    """cầu thủ Việt Nam, Thủ tướng Nhật Bản Shinzo Abe, but ông Đức, cầu thủ Đức Chinh."""
    end, group = place
    country = group in {"country", "city_abroad"}
    if end >= mark.run[-1]:
        return not (address and country and len(mark.run) == 1)
    following = mark.lower[end + 1 : mark.run[len([stop for stop in mark.run if stop <= end])]]
    return (
        not address
        and country
        and (" " in mark.folded[mark.at : end] or not is_syllable(following) or not is_syllable(mark.lower[mark.at : end]))
    )


def _name_end(mark: Mark) -> int:
    """End of the name, without the first word of a sentence that a page ran into it: Trần Anh Tú | Vì sao."""
    end = mark.person or mark.run[-1]
    least = 3 if is_syllable(mark.word) else 2
    if end != mark.run[-1] or len(mark.run) < least or not mark.goes_on_small(end):
        return end
    last = mark.lower[mark.run[-2] + 1 : end]
    if len(mark.run) > 2 and mark.lower[mark.run[-3] + 1 : mark.run[-2]] in mark.names.people.marks:
        return end  # Nguyễn Văn | Được
    return mark.run[-2] if last in mark.names.openings and last not in mark.names.people.full_given else end
