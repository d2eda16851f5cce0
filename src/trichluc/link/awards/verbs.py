"""The verb that governs an award: `đạt`, `được [Chủ tịch nước] tặng`, `trao`, `bị thu hồi`, `là`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.link.awards.words import award_lexicon
from trichluc.rule import Pattern

if TYPE_CHECKING:
    import regex

    from trichluc.records import Award

__all__ = ["BE", "GIVE", "REVOKE", "WIN", "Verb", "before_auxiliary", "find_verb", "has_words", "passive_at"]

WIN, GIVE, REVOKE, BE = "win", "give", "revoke", "be"
# Places that are verbs of their own: xếp thứ 3, về nhất, vô địch
_OWN_VERB = ("xếp", "đứng", "về", "vô địch")
# How far a verb may stand from its award: tặng thưởng … cho … danh hiệu
_FARTHEST, _FARTHEST_BE, _FARTHEST_TITLE, _FARTHEST_PASSIVE = 160, 40, 70, 120
_NO_VERB = ("nghĩa", "đặc biệt", "nhất", "trong đó", "hay", "tức", "vẫn", "gọi")


class Verb(Struct, frozen=True):
    """A verb in folded offsets: ``kind`` is win (its subject receives), give, revoke or be; ``passive`` behind `được` or `bị`."""

    kind: str
    start: int
    end: int
    word: str
    passive: bool = False


def find_verb(lower: str, award: Award, span: tuple[int, int], left: int, start: int) -> Verb | None:
    """The verb that governs an award, None where its clause has none of its own.

    Args:
        lower: the folded text in lower case.
        award: the award.
        span: where it stands.
        left: where its clause begins.
        start: where the award begins with its quantity.
    """
    if award.category == "commendation":
        return Verb(GIVE, *span, award.name.lower(), passive_at(lower, left, span[0]) is not None)
    if award.category == "ranking" and lower.startswith(_OWN_VERB, span[0]):
        return Verb(WIN, span[0], span[0], "xếp")
    matches = list(_verbs().finditer(lower, max(left, start - 2 * _FARTHEST), start))
    for match in reversed(matches):
        kind, gap = match.lastgroup or "", lower[match.end() : start]
        if ";" in gap or len(gap) > _FARTHEST:
            return None
        if kind == "other" or (kind == BE and not _is_copula(lower, match, gap, award)):
            continue
        passive = kind in (GIVE, REVOKE) and passive_at(lower, left, match.start()) is not None
        return Verb(kind, match.start(), match.end(), match[0], passive)
    return None


def _is_copula(lower: str, match: regex.Match[str], gap: str, award: Award) -> bool:
    """Whether `là`, `có`, `với` lead to the award: `chị là chiến sĩ thi đua`, `có 3 giải Nhất`; not `đặc biệt là`."""
    if lower[max(match.start() - 12, 0) : match.start()].rstrip().endswith(_NO_VERB):
        return False
    if match[0] == "với":
        return not gap.strip()
    titled = match[0] == "là" and award.category in ("emulation_title", "honorary_title")
    return len(gap) < _FARTHEST_TITLE if titled else "," not in gap and len(gap) <= _FARTHEST_BE


def passive_at(lower: str, left: int, verb_start: int) -> int | None:
    """Where the `được` of a passive stands: `được | Chủ tịch nước tặng`, `bị | thu hồi`; None where the verb is active."""
    at = max(lower.rfind("được ", left, verb_start), lower.rfind("bị ", left, verb_start))
    if at < left or (at and lower[at - 1].isalnum()) or verb_start - at > _FARTHEST_PASSIVE:
        return None
    between = lower[at:verb_start]
    others = [match for match in _verbs().finditer(lower, at + 5, verb_start) if match.lastgroup not in ("other", BE)]
    another_clause = any(match.end() < verb_start - 1 for match in others) and ("," in between or " và " in between)
    if another_clause and any(match.lastgroup != GIVE for match in others):
        return None
    return at


def before_auxiliary(folded: str, left: int, end: int) -> int:
    """Where the words that go with a verb begin: `Đảng bộ | đều được`, `chị | 3 năm liền`."""
    auxiliary = _auxiliary().match(folded, left, end)
    return auxiliary.start() if auxiliary else end


def has_words(lower: str, start: int, end: int) -> bool:
    """Whether more than signs stands there."""
    return bool(lower[start:end].strip(' ,;:.-"+*•'))


@cache
def _verbs() -> regex.Pattern[str]:
    lexicon = award_lexicon()
    return Pattern(
        r"(?<!\w)(?:(?P<other>\L<other>)|(?P<revoke>\L<revoke>)|(?P<give>\L<give>)|(?P<win>\L<win>)|(?P<be>là|có|trở thành|với))(?!\w)",
        other=lexicon.words("other_verb"),
        revoke=lexicon.words("revoke"),
        give=lexicon.words("give"),
        win=lexicon.words("win"),
    ).compiled


@cache
def _auxiliary() -> Pattern:
    # đã | đều | 3 năm liền | 2 lần | năm 2019    in small letters (not Kim Đồng), a capital only at the head of a sentence (Được vinh dự …)
    words = award_lexicon().words("auxiliary")
    return Pattern(
        r"(?r)(?:(?<!\w)(?:(?<![Bb]an (?=tổ chức))\L<words>|(?<![\w,] )\L<heads>|\d năm (?:liền|liên tục|liên tiếp)|\d+ lần|năm \d{4}) ?)*+$",
        cased=True,
        words=words,
        heads={word[0].upper() + word[1:] for word in words},
    )
