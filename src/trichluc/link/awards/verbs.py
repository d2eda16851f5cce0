"""The verb that governs an award: `đạt`, `được [Chủ tịch nước] tặng`, `trao`, `bị thu hồi`, `là`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.link.awards.words import Signs, award_lexicon
from trichluc.rule import Pattern
from trichluc.text import LOWER, UPPER

if TYPE_CHECKING:
    from trichluc.records import Award
    from trichluc.scene import Scene

__all__ = ["BE", "GIVE", "REVOKE", "WIN", "Verb", "before_auxiliary", "find_verb", "has_words", "passive_at"]

WIN, GIVE, REVOKE, BE = "win", "give", "revoke", "be"
_OTHER = "other"  # holds a verb and means something else: tiền thưởng
_COPULAS = ("là", "có", "trở thành", "với")
# Places that are verbs of their own: xếp thứ 3, về nhất, vô địch
_OWN_VERB = ("xếp", "đứng", "về", "vô địch")
# trao cúp | vô địch, đội | vô địch: a noun's, and no verb
_TROPHIES = ("cúp ", "chức ", "ngôi ", "đội ", "nhà ", "chiếc cúp ")
# có | 153 giải (chiếm 53%) gồm: | 5 giải Nhất
_OF_MANY = Pattern(r" ?[\d.]+ (?:giải|huy chương|học sinh đạt giải)[^;:\n]{0,100}(?:gồm|bao gồm|trong đó)(?: có)? ?:? ?$")
# How far a verb may stand from its award: tặng thưởng … cho … danh hiệu
_FARTHEST, _FARTHEST_BE, _FARTHEST_TITLE, _FARTHEST_PASSIVE = 160, 40, 70, 120
_LONGEST_WORD = 9
# Tiến | Đạt    the last two words of a name
_SURNAMED = re.compile(rf"(?<!\w)[{UPPER}][{LOWER}]+ [{UPPER}][{LOWER}]+\Z")
_NO_VERB = ("nghĩa", "đặc biệt", "nhất", "trong đó", "hay", "tức", "vẫn", "gọi")


class Verb(Struct, frozen=True):
    """A verb in folded offsets: ``kind`` is win (its subject receives), give, revoke or be; ``passive`` behind `được` or `bị`."""

    kind: str
    start: int
    end: int
    word: str
    passive: bool = False


def find_verb(scene: Scene, award: Award, span: tuple[int, int], left: int, start: int) -> Verb | None:
    """The verb that governs an award, None where its clause has none of its own.

    Args:
        scene: the article.
        award: the award.
        span: where it stands.
        left: where its clause begins.
        start: where the award begins with its quantity.
    """
    lower = scene.lower
    if award.category == "commendation":
        return Verb(GIVE, *span, award.name.lower(), passive_at(lower, left, span[0]) is not None)
    if award.category == "ranking" and lower.startswith(_OWN_VERB, span[0]) and not lower.endswith(_TROPHIES, 0, span[0]):
        return Verb(WIN, span[0], span[0], "xếp")
    for found in reversed(list(_verbs().find(lower, max(left, start - 2 * _FARTHEST), start))):
        kind, gap = found.kind, lower[found.end : start]
        if ";" in gap or len(gap) > _FARTHEST:
            return None
        word = lower[found.start : found.end]
        if kind == _OTHER or _SURNAMED.search(scene.folded, max(left, found.start - _LONGEST_WORD), found.end):
            continue  # em Nguyễn Tiến Đạt, ông Trần Văn Thắng
        if kind == WIN and _unsettled().search(gap, 0, len(gap)):
            return None  # nhận được | 147 hồ sơ đề cử danh hiệu
        if kind == BE and not _is_copula(lower, found.start, word, gap, award):
            continue
        passive = kind in (GIVE, REVOKE) and passive_at(lower, left, found.start) is not None
        return Verb(kind, found.start, found.end, word, passive)
    return None


def _is_copula(lower: str, start: int, word: str, gap: str, award: Award) -> bool:
    """Whether `là`, `có`, `với` lead to the award: `chị là chiến sĩ thi đua`, `có 3 giải Nhất`; not `đặc biệt là`."""
    if lower[max(start - 12, 0) : start].rstrip().endswith(_NO_VERB):
        return False
    if word == "với" or (word == "là" and "(" in gap):
        return not gap.strip()  # tiếp theo là đội A (giải Nhì)
    if word == "có" and gap.startswith((" thành tích", " nhiều thành tích", " công")):
        return False  # tặng 19 đơn vị | có thành tích … danh hiệu Anh hùng
    if word == "có" and _OF_MANY.match(gap, 0, len(gap)):
        return True
    titled = word == "là" and award.category in ("emulation_title", "honorary_title")
    return len(gap) < _FARTHEST_TITLE if titled else "," not in gap and len(gap) <= _FARTHEST_BE


def passive_at(lower: str, left: int, verb_start: int) -> int | None:
    """Where the `được` of a passive stands: `được | Chủ tịch nước tặng`, `bị | thu hồi`; None where the verb is active."""
    at = max(lower.rfind("được ", left, verb_start), lower.rfind("bị ", left, verb_start))
    if at < left or (at and lower[at - 1].isalnum()) or verb_start - at > _FARTHEST_PASSIVE:
        return None
    between = lower[at:verb_start]
    if " để " in between:
        return None  # chọn được 20 mô hình để trao giải
    if "," not in between and " và " not in between:
        return at
    others = [verb for verb in _verbs().find(lower, at + 5, verb_start) if verb.kind not in (_OTHER, BE)]
    if any(verb.end < verb_start - 1 for verb in others) and any(verb.kind != GIVE for verb in others):
        return None
    return at


def before_auxiliary(folded: str, left: int, end: int) -> int:
    """Where the words that go with a verb begin: `Đảng bộ | đều được`, `chị | 3 năm liền`."""
    auxiliary = _auxiliary().match(folded, left, end)
    return auxiliary.start() if auxiliary else end


def has_words(lower: str, start: int, end: int) -> bool:
    """Whether more than signs stands there."""
    return bool(lower[start:end].strip(" ,;:.-\"'+*•"))


@cache
def _verbs() -> Signs:
    words = award_lexicon().words
    return Signs({_OTHER: words("other_verb"), REVOKE: words("revoke"), GIVE: words("give"), WIN: words("win"), BE: _COPULAS})


@cache
def _unsettled() -> Pattern:
    return Pattern(r"(?<!\w)\L<words>(?!\w)", words=award_lexicon().words("unsettled"))


@cache
def _auxiliary() -> Pattern:
    # đã | đều | 3 năm liền | 2 lần | năm 2019    in small letters (not Kim Đồng), a capital only at the head of a sentence (Được vinh dự …)
    words = award_lexicon().words("auxiliary")
    return Pattern(
        r"(?r)(?:(?<!\w)(?:(?<![Bb]an (?=tổ chức))(?<![Gg]iải (?=thưởng))\L<words>|(?<![\w,] )\L<heads>|(?:(?<!\w)(?:gần|hơn|trên|suốt) )?\d{1,2} năm (?:liền|liên tục|liên tiếp)|\d+ lần|năm \d{4}) ?)*+$",
        cased=True,
        words=words,
        heads={word[0].upper() + word[1:] for word in words},
    )
