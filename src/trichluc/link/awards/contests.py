"""Names of contests, campaigns and congresses: `Hội thi báo cáo viên giỏi "…"`, `Giải Búa liềm vàng lần thứ VI - năm 2021`, `SEA Games 29`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.entities.phrases import Phrases
from trichluc.entities.places import place_at
from trichluc.link.awards.phrases import award_lexicon, phrases_of
from trichluc.rule import Pattern

if TYPE_CHECKING:
    import regex

    from trichluc.scene import Scene

__all__ = ["Contest", "contest_at", "find_contests"]

# lần thứ VI | lần II | lần thứ 10 | năm 2021 | - năm 2021 | , năm học 2010 - 2011 | khóa V | 2018
_EDITION = Pattern(
    r"(?:,? ?(?:- )?(?:lần(?: thứ)? (?:[ivx]{1,6}|\d{1,3}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|năm(?: học)? \d{4}(?: ?- ?\d{4})?|khóa [ivx\d]{1,4}|mùa(?: giải)? \d{1,4}|\d{4})(?!\w))"
)
_QUOTED = Pattern(r" ?(?:\"[^\"\n]{3,160}\"|'[^'\n]{3,160}')")
_WORD = Pattern(r" ?(?P<word>[\w&]+(?:[./'-](?=\w)[\w&]+)*)")
_ABBREVIATED = Pattern(r" \([^()\n]{2,14}\)(?= [\w\"])")
_CAMPAIGNS = ("hội nghị", "đại hội", "phong trào", "cuộc vận động", "lễ hội", "ngày hội", "hội xuân", "gala", "hội trại")
_MOST_WORDS = 22


class Contest(Struct, frozen=True):
    """A contest's name in folded offsets; ``named`` where more than its kind is printed."""

    start: int
    end: int
    named: bool
    campaign: bool = False


@cache
def _heads() -> Phrases[str]:
    lexicon = award_lexicon()
    return Phrases({**{head: head for head in lexicon.group("event_head")}, **{f"giải {kind}": kind for kind in lexicon.group("event_prize_head")}})


@cache
def _head_pattern() -> regex.Pattern[str]:
    lexicon = award_lexicon()
    return Pattern(
        r"(?<!\w)(?:\L<heads>|giải (?:\L<kinds>))(?!\w)", heads=lexicon.words("event_head"), kinds=lexicon.words("event_prize_head")
    ).compiled


def contest_at(scene: Scene, at: int, limit: int) -> int | None:
    """End of the contest's name that begins at folded offset *at*; None where none does."""
    head = _heads().at(scene.lower, at, limit)
    if head is None:
        return _foreign_at(scene, at, limit)
    if head[1] == "thi" and not scene.folded[at].isupper():
        return None
    end = head[0]
    limit = min(limit, scene.limit(at))
    stops = award_lexicon().group("event_end")
    for _ in range(_MOST_WORDS):
        step = _EDITION.match(scene.lower, end, limit) or _QUOTED.match(scene.lower, end, limit) or _ABBREVIATED.match(scene.lower, end, limit)
        if step is not None:
            end = step.end()
            continue
        compound = phrases_of("compound").at(scene.lower, end + 1, limit) if scene.lower[end : end + 1] == " " else None
        if compound is not None:
            end = compound[0]
            continue
        word = _WORD.match(scene.lower, end, limit)
        if word is None or scene.lower[end : end + 1] != " ":
            break
        start = word.start("word")
        if word["word"] in ("tại", "ở", "của"):
            place = place_at(scene.text, start + len(word["word"]) + 1, limit)
            if place is None or scene.lower[place : place + 1] == ",":
                break
            end = place
            continue
        if word["word"] == "và":
            if not scene.folded[word.end() + 1 : word.end() + 2].isupper() or phrases_of("event_head").at(scene.lower, word.end() + 1, limit):
                break
        elif word["word"] in stops and not scene.folded[start].isupper():
            break
        elif _is_award(scene.lower, start):
            break
        end = word.end()
    return end


# SEA Games 29 | AFF Cup 2018 | Tchaikovsky Competition for Young Musicians lần thứ 10 | Cúp vàng cố đô
_FOREIGN = Pattern(
    r"(?:[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|of|for|the|and|de))* )?(?:Competition|Cup|Games|Championships?|League|Olympiad|Olympics?|Open|Festival|Awards?|Grand Prix|Tour|Masters|Marathon|Robocon)(?: (?:[A-Z][\w'-]*|for|of|the|\d{1,4}))*|Cúp(?: (?!\L<stops>)\w+){1,5}",
    cased=True,
    stops={"của", "cho", "và", "với", "năm", "được", "vô", "là", "thuộc", "tại", "trong", "đã"},
)


def _foreign_at(scene: Scene, at: int, limit: int) -> int | None:
    found = _FOREIGN.match(scene.folded, at, limit)
    if found is None:
        return None
    end = found.end()
    edition = _EDITION.match(scene.lower, end, limit)
    return edition.end() if edition else end


def _is_award(lower: str, at: int) -> bool:
    return lower.startswith(("giải nhất", "giải nhì", "giải ba", "huy chương", "giải khuyến", "bằng khen"), at)


def find_contests(scene: Scene) -> tuple[Contest, ...]:
    """Every contest named in the article, in order."""
    found: list[Contest] = []
    end = -1
    for match in _head_pattern().finditer(scene.lower):
        start = match.start()
        if start < end:
            continue
        stop = contest_at(scene, start, scene.limit(start))
        if stop is None:
            continue
        end = stop
        name = scene.folded[start:stop]
        rest = name[len(match[0]) :]
        named = '"' in rest or any(word[:1].isupper() for word in rest.split()) or len(rest.split()) >= 2 or match[0].startswith(("sea", "aff", "world", "premier", "olympic"))
        found.append(Contest(start, stop, named, campaign=match[0].startswith(_CAMPAIGNS)))
    return tuple(found)
