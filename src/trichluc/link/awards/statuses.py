"""Whether an award was given: awarded, proposed, planned, denied or only mentioned; and how often."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from trichluc.link.awards.extents import is_of_name
from trichluc.link.awards.names import COUNTED, UNCOUNTED
from trichluc.link.awards.verbs import GIVE, WIN
from trichluc.link.awards.words import Signs, award_lexicon, ends_with_word
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.link.awards.clauses import Clause
    from trichluc.records import Award
    from trichluc.scene import Scene

__all__ = ["status_of", "times_of"]

_ORDINALS = {
    "nhất": 1,
    "đầu": 1,
    "đầu tiên": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_TIMES = Pattern(
    r"(?<!\w)(?:(?P<years>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:năm|lần|kỳ|mùa)(?: (?:liền|liên tục|liên tiếp|được|đạt|đoạt|giành|vô địch))"
    r"|lần thứ (?P<time>\d{1,2}|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?! (?:năm|-)))"
)
_ACTED = Pattern(r".*?(?<!\w)(?:trao|tặng|đạt|đoạt|giành|nhận)(?!\w)")
_BEHIND = Pattern(r",? (?:\w+ ){0,2}(?:sẽ|dự kiến) ")
_LASTING = Pattern(
    r" (?:(?P<years>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:năm|lần|kỳ|mùa) (?:liền|liên tục|liên tiếp)|lần thứ (?P<time>\d{1,2}|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w| (?:năm|-)))"
)
# (Đây là) lần thứ ba (liên tiếp) | đội Thể Công vô địch
_LED = Pattern(
    r"[ ,.]*(?:và )?(?:đây là |đây cũng là )?(?P<years>(?!))?lần thứ (?P<time>\d{1,2}|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?: (?:liên tiếp|liền))?,? (?!(?:lễ|kỳ|đợt|giải|cuộc|chương trình|ban tổ chức)(?!\w))"
)
_EDITED = frozenset({"prize", "state_prize", "emulation_title"})
# What was reached or kept to is no aim: hoàn thành vượt | kế hoạch, trong | điều kiện khó khăn
_AIMS = frozenset({"tiêu chuẩn", "tiêu chí", "điều kiện", "kế hoạch", "mục tiêu", "chỉ tiêu"})
_MET = re.compile(
    r"(?<!\w)(?:đạt|đủ|vượt|hoàn thành|thực hiện|đáp ứng|trong|tạo|theo|\d+)(?: (?:đủ|các|vượt|mức|tốt|mọi|những|được)){0,2} \Z"
)
_LOST = frozenset({"mất", "hụt", "lỡ", "trượt", "vuột"})
_KINDS = ("other_sign", "denying", "proposing", "planned_prizes", "planning", "wishing", "mentioning", "done", "revoke")


@cache
def _signs() -> Signs:
    return Signs({kind: award_lexicon().words(kind) for kind in _KINDS})


def status_of(scene: Scene, clause: Clause, previous: str | None, heading: str | None) -> str:
    """The status that the words before the award give it; without a sign of its own that of the clause or list it goes on from.

    Args:
        scene: the article.
        clause: the award's clause.
        previous: status of the clause before it in the sentence.
        heading: status of the list it stands in.
    """
    status = "awarded"
    done = False
    given = bool(clause.right.goals) and clause.right.goals[0].kind != UNCOUNTED
    for found in _signs().find(scene.lower, clause.left, clause.start):
        if found.kind == "planned_prizes" and (given or done or _ACTED.match(scene.lower, clause.left, found.start)):
            continue  # Giải thưởng gồm: giải Nhất thuộc về em A | đã trao 10 giải thưởng gồm 1 giải Nhất
        if found.kind != "planned_prizes" and is_of_name(scene, found.start):
            continue  # Phòng Tài chính - Kế hoạch, Sở Kế hoạch và Đầu tư
        word = scene.lower[found.start : found.end]
        if found.kind == "other_sign" or (word in _AIMS and _MET.search(scene.lower, max(clause.left, found.start - 24), found.start)):
            continue  # công trình được tặng, đạt tiêu chuẩn "Trong sạch, vững mạnh", hoàn thành kế hoạch
        if word in _LOST and scene.lower[found.end : clause.start].strip():
            continue  # sau khi mất, ông được truy tặng
        gap = scene.lower[found.end : clause.start].replace("xem xét,", "xem xét")
        if clause.agent is not None and found.end <= clause.agent[0]:  # đề nghị Bộ Văn hóa, Thể thao và Du lịch tặng
            gap = (scene.lower[found.end : clause.agent[0]] + scene.lower[clause.agent[1] : clause.start]).replace("xem xét,", "xem xét")
        if found.kind == "planning" and _tells_of_holders(scene, clause, found.end):
            continue
        sign = _read_sign(found.kind, word, gap)
        if sign == "done":
            done = True
            status = "awarded" if status in ("planned", "proposed", "mentioned") else status
        elif sign is not None and not (sign == "proposed" and status == "mentioned"):  # tiêu chuẩn xét tặng
            status = sign
    if status != "awarded" or done:
        return status
    if previous == "proposed" and _shares_subject(scene, clause):
        return previous
    if _BEHIND.match(scene.lower, clause.end, clause.sentence.end) and not (clause.verb and clause.own_verb):
        return "planned"
    if (
        previous not in (None, "denied")
        and ";" not in scene.lower[clause.left : clause.start]
        and (not clause.own_verb or previous == "planned")
        and not _is_of_those_registered(scene, clause)
    ):
        return previous or status
    return heading or status


# sẽ dự chung kết | gồm 4 đội đạt
_HOLDERS = Pattern(r".* (?:gồm|bao gồm|là)(?: có)?:? [^,;]{1,40}$")


def _tells_of_holders(scene: Scene, clause: Clause, at: int) -> bool:
    """`sẽ dự vòng chung kết gồm 4 đội | đạt giải A`: the plan is another, the award is had."""
    verb = clause.verb
    return verb is not None and verb.kind == WIN and clause.own_verb and _HOLDERS.match(scene.lower, at, verb.start) is not None


def _is_of_those_registered(scene: Scene, clause: Clause) -> bool:
    """`2.500 hộ đăng ký phấn đấu đạt danh hiệu A, trong đó 1.100 hộ | đạt danh hiệu A`: of those who meant to, so many did."""
    counted = clause.own_verb and bool(clause.subject) and clause.subject[0].kind == COUNTED
    return counted and "đăng ký" in scene.lower[max(clause.sentence.start, clause.left - 160) : clause.left]


def _shares_subject(scene: Scene, clause: Clause) -> bool:
    """`đề nghị UBND tỉnh tặng Cờ thi đua cho A | và tặng Bằng khen cho B`: a second verb of one subject."""
    if clause.verb is None or clause.verb.kind != GIVE or not clause.own_verb:
        return False
    return scene.lower[clause.left : clause.verb.start].strip(" ,") in ("", "và", "đồng thời", "và đồng thời", "cùng với đó")


def _read_sign(kind: str, word: str, gap: str) -> str | None:
    """The status that a word *gap* before the award gives it; None where it is too far off to govern it."""
    near = len(gap) <= 45 and "," not in gap
    if kind in ("done", "planned_prizes"):
        return "done" if kind == "done" else "planned"
    if kind in ("denying", "wishing"):
        return {"denying": "denied", "wishing": "planned"}[kind] if near else None
    if kind == "revoke":
        return "denied" if len(gap) <= 60 else None
    if kind == "mentioning":
        near = not gap.strip() if word.startswith("tranh") else "," not in gap
        return "mentioned" if near else None
    if "," in gap:
        return None
    return {"planning": "planned", "proposing": "proposed"}.get(kind)


def _is_edition(award: Award, clause: Clause) -> bool:
    """Whether `lần thứ 10` behind an award tells how often it was conferred on anybody: `trao danh hiệu Nghệ sĩ Ưu tú | lần thứ 10`."""
    gives = clause.verb is not None and clause.verb.kind == GIVE and not clause.verb.passive
    return (award.category == "honorary_title" and not award.name.startswith("Anh hùng")) or (gives and award.category in _EDITED)


def times_of(scene: Scene, clause: Clause, award: Award) -> int | None:
    """`3 năm liền đạt …` is 3, `… lần thứ hai` is 2; the edition of a contest or of the award is none."""
    behind = next((found for at in (clause.end, clause.right.end) if (found := _LASTING.match(scene.lower, at, clause.sentence.end))), None)
    led = _LED.match(scene.lower, clause.left, clause.start) if behind is None and clause.own_verb else None
    behind = behind or led
    found = behind or (
        next(reversed(list(_TIMES.compiled.finditer(scene.lower, clause.left, clause.start))), None) if clause.own_verb else None
    )
    if found is None or (found["years"] and ends_with_word(scene.lower[clause.left : found.start()].rstrip(), "counted_act")):
        return None
    years, time = found["years"], found["time"]
    if years:
        return int(years) if years.isdigit() else _NUMBERS[years]
    if behind is None or (behind is not led and _is_edition(award, clause)):
        return None
    return int(time) if time.isdigit() else _ORDINALS[time]
