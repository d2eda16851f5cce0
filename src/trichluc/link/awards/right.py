"""What stands behind an award: `của X`, `cho Y`, `thuộc về Y`, `do Z trao`, `tại E`, `: 54 tập thể`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.entities.organizations import issuer_at
from trichluc.link.awards.contests import contest_at
from trichluc.link.awards.phrases import COUNTED, PERSON, PRONOUN, UNIT, Phrase
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.link.awards.phrases import PhraseReader
    from trichluc.records import Award
    from trichluc.scene import Scene

__all__ = ["Right", "read_right"]

# [năm nay | môn Toán | bảng A | (…) | trị giá 5 triệu đồng] marker
_NOISE = r"(?: ?\([^()\n]{0,100}\))?(?:,? (?:trị giá|kèm|với) [^,;:()\n]{2,60}?)?(?: (?!\L<ends>)[\w.\"/-]+){0,8}?(?: ?\([^()\n]{0,100}\))?"
_GOAL = (
    r"(?:,? (?:cũng )?(?:đã |sẽ |chính thức |xin )?(?:được )?(?:trao tặng cho|trao cho|tặng cho|trao tặng|dành cho|dành tặng|gọi tên|thuộc về|về tay|gọi tên|xướng tên|trao|tặng) (?:cho )?| cho (?=\w)| (?:đến|tới) (?=\w))"
)
_MARKER = Pattern(
    rf"\"?{_NOISE}(?:(?P<goal>{_GOAL})|(?P<of>,? (?:của|từ) )|(?P<by>,? do )|(?P<at>,? (?:tại|trong|ở) )|(?P<be>,? (?:là|gồm|gồm có|đó là|gọi tên):? )|(?P<colon> ?: ?| - |\s?\((?=\d)))",
    ends={"cho", "của", "do", "tại", "trong", "ở", "là", "gồm", "thuộc", "được", "đã", "sẽ", "vì", "và", "nhân", "nhờ", "đạt", "đoạt", "giành", "có", "trao", "tặng", "về", "nhưng", "để", "khi", "cũng", "đó"},
)
_BODIED = frozenset({"certificate", "emulation_flag", "badge"})
_GIVEN_BY = Pattern(r" (?:trao|tặng|trao tặng|phong tặng|phong|cấp|ban tặng|công nhận|khen|bình chọn|ký)(?!\w)")
_LONGEST = 400


class Right(Struct, frozen=True):
    """What was read behind an award; ``end`` is where reading stopped."""

    goals: tuple[Phrase, ...] = ()
    awarder: tuple[int, int] | None = None
    event: tuple[int, int] | None = None
    end: int = 0


def read_right(scene: Scene, reader: PhraseReader, award: Award, end: int, limit: int, *, nominal: bool, inverted: bool) -> Right:
    """Read behind an award from *end*, no further than the next award's own words at *limit*.

    Args:
        scene: the article.
        reader: reads its phrases.
        award: the last award of the clause.
        end: where it ends.
        limit: where the next one begins.
        nominal: no verb governs it, so `là` and a colon lead to who got it.
        inverted: its verb stands first: `Đạt giải Nhất là đội A`.
    """
    goals: tuple[Phrase, ...] = ()
    awarder: tuple[int, int] | None = None
    event: tuple[int, int] | None = None
    at = end
    limit = min(limit, end + _LONGEST)
    letter = award.name == "Thư khen"
    if (award.category == "commendation" or letter) and scene.lower[at : at + 1] == " ":
        goals, stop = reader.list_at(at + 1, limit)
        at = stop if goals else at
    for _ in range(5):
        adjacent = contest_at(scene, at + (scene.lower[at : at + 1] == " "), limit)
        if adjacent is not None and event is None:
            event = (at + (scene.lower[at : at + 1] == " "), adjacent)
            at = adjacent
            continue
        if at == end and not letter and award.category in _BODIED and awarder is None and scene.lower[at : at + 1] == " ":
            body = issuer_at(scene.text, at + 1, limit)  # Bằng khen UBND tỉnh
            if body is not None and scene.folded[at + 1].isupper():
                awarder, at = (at + 1, body), body
                continue
        found = _MARKER.match(scene.lower, at, limit)
        if found is None or ";" in found[0]:
            break
        kind = found.lastgroup or ""
        start = found.end()
        if kind == "goal" and not goals:
            phrases, stop = reader.list_at(start, limit)
            if not phrases:
                break
            goals, at = phrases, stop
        elif kind in ("of", "at"):
            contest = contest_at(scene, start, limit)
            body = issuer_at(scene.text, start, limit) if kind == "of" else None
            if contest is not None and event is None:
                event, at = (start, contest), contest
            elif kind == "of" and award.category == "ranking" and not goals:
                phrases, at = reader.list_at(start, limit)
                goals = tuple(phrase for phrase in phrases if phrase.kind in (PERSON, UNIT))
            elif body is not None and awarder is None:
                awarder, at = (start, body), body
            elif kind == "of" and not goals and award.category in ("prize", "medal"):
                phrase = reader.at(start, limit)
                if phrase is None or phrase.kind not in (PERSON, UNIT):
                    break
                goals, at = (phrase,), phrase.stop
            else:
                break
        elif kind == "by":
            body = issuer_at(scene.text, start, limit)
            if body is None or not _GIVEN_BY.match(scene.lower, body, limit):
                break
            awarder, at = (start, body), body
        elif kind in ("be", "colon") and not goals:
            if kind == "be" and not (nominal or inverted or "gồm" in found["be"]):
                break
            phrases, stop = reader.list_at(start, limit)
            if kind == "be" and not (nominal or inverted) and phrases and phrases[0].kind == COUNTED:
                break
            if not phrases or phrases[0].kind not in (COUNTED, PERSON, UNIT) or (kind == "colon" and not (nominal or inverted or phrases[0].kind == COUNTED)):
                break
            goals, at = phrases, stop
        else:
            break
    return Right(tuple(goal for goal in goals if goal.kind != PRONOUN) or goals, awarder, event, at)
