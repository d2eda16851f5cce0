"""Names of contests, campaigns and congresses: `Hội thi báo cáo viên giỏi "…"`, `Giải Búa liềm vàng lần thứ VI - năm 2021`, `SEA Games 29`."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.entities.organizations import issuer_at, organization_at
from trichluc.entities.people import person_at
from trichluc.entities.phrases import Phrases
from trichluc.entities.places import place_at
from trichluc.link.awards.words import award_lexicon, phrases_of
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from trichluc.scene import Scene

__all__ = ["BARE", "NAMED", "PLAIN", "Contest", "Contests", "Host", "contest_at", "host_of", "weight_of"]

# lần thứ VI | lần II | lần thứ 10 | năm 2021 | - năm 2021 | , năm học 2010 - 2011 | khóa V | 2018
_EDITION = Pattern(
    r"(?:,? ?(?:- )?(?:lần(?: thứ)? (?:[ivx]{1,6}|\d{1,3}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?! (?:liên tiếp|liền))|năm thứ \d{1,3}(?! liên)|năm(?: học)? \d{4}(?: ?- ?\d{4})?|khóa [ivx\d]{1,4}|mùa(?: giải)? \d{1,4}|\d{4}(?: ?- ?\d{4})?)(?!\w))"
)
_QUOTED = Pattern(r" ?(?:\"[^\"\n]{3,160}\"|'[^'\n]{3,160}')")
_WORD = Pattern(r" ?(?P<word>[\w&]+(?:[./'-](?=\w)[\w&]+)*)")
# Giải bóng chuyền quốc tế | - Cúp VTV | tranh Cúp báo Nhi đồng
_CUP = Pattern(r"(?:,? -)?(?: tranh)? cúp(?= \w)(?! vô địch)")
_ABBREVIATED = Pattern(r" \([^()\n]{2,14}\)(?= [\w\"])")
_CAMPAIGNS = ("hội nghị", "đại hội", "phong trào", "cuộc vận động", "lễ hội", "ngày hội", "hội xuân", "gala", "hội trại")
# 17 | giải báo in: so many prizes
_COUNTED_PRIZE = Pattern(r"(?<![\d./])\d{1,3} giải ")
# Nobody wins a prize in these, unless they stand beside it
_NO_CONTESTS = ("phong trào", "cuộc vận động", "hội nghị")
_NAMES = (
    "á vận hội",
    "thế vận hội",
    "sea games",
    "asiad",
    "aff cup",
    "world cup",
    "asian cup",
    "premier league",
    "v-league",
    "v.league",
    "champions league",
    "ngoại hạng anh",
    "la liga",
    "serie a",
    "bundesliga",
    "búa liềm vàng",
    "diên hồng",
)
_ABOUT = ("viết ", "hiểu ", "ảnh ", "tranh ", "sáng tác ", "thơ ", "truyện ngắn ", "hiểu biết ", "vẽ ", "ca khúc ")
_AWARDS = ("giải nhất", "giải nhì", "giải ba", "huy chương", "giải khuyến", "bằng khen")
_MOST_WORDS = 22
# How far before a contest the body that holds it may stand
_FARTHEST_HOST = 200

# How well a contest is named: by its kind alone, by small letters, by a name or an edition of its own
BARE, PLAIN, NAMED = 0, 1, 2


class Contest(Struct, frozen=True):
    """A contest in folded offsets, and how well it is named."""

    start: int
    end: int
    weight: int


class Host(Struct, frozen=True):
    """The body that holds a contest, in folded offsets; ``awarding`` where it is said to give its prizes."""

    start: int
    end: int
    awarding: bool


@cache
def _head_words() -> dict[str, str]:
    lexicon = award_lexicon()
    return {**{head: head for head in lexicon.group("event_head")}, **{f"giải {kind}": kind for kind in lexicon.group("event_prize_head")}}


@cache
def _heads() -> Phrases[str]:
    return Phrases(_head_words())


def contest_at(scene: Scene, at: int, limit: int) -> int | None:
    """End of the contest's name that begins at folded offset *at*; None where none does."""
    head = _heads().at(scene.lower, at, limit)
    if head is None:
        return _foreign_at(scene, at, limit)
    if head[1] == "thi" and not scene.folded[at].isupper():
        return None
    end = head[0]
    if scene.lower.startswith(" vô địch", end) and head[1] == "cúp":
        return None  # đoạt cúp vô địch
    limit = min(limit, scene.limit(at))
    for _ in range(_MOST_WORDS):
        step = (
            _EDITION.match(scene.lower, end, limit) or _QUOTED.match(scene.lower, end, limit) or _ABBREVIATED.match(scene.lower, end, limit)
        )
        if step is not None:
            end = step.end()
            continue
        spaced = scene.lower[end : end + 1] == " "
        compound = next(
            (found for group in ("event_pair", "compound") if spaced and (found := phrases_of(group).at(scene.lower, end + 1, limit))), None
        )
        if compound is not None:
            end = compound[0]
            continue
        if (cup := _CUP.match(scene.lower, end, limit)) is not None:
            end = cup.end()
            continue
        word = _WORD.match(scene.lower, end, limit)
        if word is None or scene.lower[end : end + 1] != " ":
            break
        start = word.start("word")
        place = place_at(scene.text, start, limit) if scene.folded[start].isupper() else None
        if place is not None:
            end = place
            continue
        if word["word"] in ("tại", "ở", "của"):
            place = place_at(scene.text, start + len(word["word"]) + 1, limit)
            if place is None or scene.lower[place : place + 1] == ",":
                break
            end = place
            continue
        if _ends_before(scene, start, word.end(), limit):
            break
        end = word.end()
    return end


def _ends_before(scene: Scene, start: int, end: int, limit: int) -> bool:
    """Whether a contest's name ends before the word at ``start:end``."""
    lower, word = scene.lower, scene.lower[start:end]
    if word == "và":  # Khoa học Mác-Lênin và Tư tưởng Hồ Chí Minh
        return not scene.folded[end + 1 : end + 2].isupper() or phrases_of("event_head").at(lower, end + 1, limit) is not None
    if word in ("lần", "năm") and lower.startswith(" thứ", end):
        return True  # SEA Games | lần thứ hai liên tiếp: no edition
    if word == "về" and lower[start - 20 : start].endswith(_ABOUT):
        return False  # cuộc thi viết về biên giới
    if word == "về" and "báo chí" in lower[start - 40 : start]:
        return False  # Giải báo chí cấp tỉnh về xây dựng Đảng
    if phrases_of("event_end").at(lower, start, limit) is not None and not _is_titled(scene.folded[start:end]):
        return True
    if _names_winner(scene, start, limit):
        return True
    return lower.startswith(_AWARDS, start)


def _names_winner(scene: Scene, start: int, limit: int) -> bool:
    """Whether those who win stand there: `Tại hội thi | cô giáo Hoa giành`, `Tại kỳ thi | 6 em đạt`."""
    quantity = scene.quantity_at(start)
    if quantity is not None:
        return phrases_of("receiver").at(scene.lower, quantity.end + 1, limit) is not None
    role = phrases_of("role").at(scene.lower, start, limit) if scene.folded[start].islower() else None
    return role is not None and scene.lower.startswith(" ", role[0]) and person_at(scene.text, role[0] + 1, limit) is not None


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


def _is_titled(word: str) -> bool:
    return word[:1].isupper() and not (len(word) > 1 and word.isupper())


def weight_of(scene: Scene, start: int, end: int) -> int:
    """How well the contest printed at ``start:end`` is named."""
    lower = scene.lower[start:end]
    lexicon = award_lexicon()
    head = _heads().at(scene.lower, start, end)
    rest = scene.folded[head[0] if head else start : end]
    words = [word for word in rest.split() if word not in ("năm", "nay", "này", "qua")]
    if head is None or (not words and lower not in lexicon.group("bare_event") and lower[-1:].isdigit()):
        return NAMED
    if not words:
        if lower in lexicon.group("bare_event") or head[1] in lexicon.group("bare_event"):
            return BARE
        return NAMED if head[1] in _NAMES else PLAIN
    campaign = lower.startswith(_CAMPAIGNS) and not lower.startswith(("đại hội thể", "đại hội tdtt"))
    if campaign or head[1] in lexicon.group("event_stage"):
        return PLAIN
    strong = (
        '"' in rest
        or "'" in rest
        or any(word[:1].isupper() for word in words)
        or "lần thứ" in rest
        or any(word[-4:].isdigit() for word in words)
    )
    return NAMED if strong or head[1] in _NAMES else PLAIN


class Contests:
    """The contests that an article names, read sentence by sentence from an award backwards, no further than the one it belongs to."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        heads = _head_words()
        self._heads: dict[int, list[int]] = {}  # where heads stand, by sentence
        for hit in scene.hits:  # the award room has them sought
            if hit.word in heads:
                self._heads.setdefault(scene.sentence_number(hit.start), []).append(hit.start)
        self._sentences = list(self._heads)
        self._read: dict[int, dict[int, list[Contest]]] = {}
        # By weight: the last contest before the sentence that was asked for last, so that none is looked for twice.
        self._known: dict[int, tuple[int, Contest | None]] = dict.fromkeys((NAMED, PLAIN), (0, None))

    def best_before(self, at: int) -> Contest | None:
        """The last contest that ends at or before *at* and has a name of its own, else the last that is named in small letters."""
        return self._last(NAMED, at) or self._last(PLAIN, at)

    def _last(self, weight: int, at: int) -> Contest | None:
        last = bisect_right(self._sentences, self._scene.sentence_number(at)) - 1
        known, found = self._known[weight]
        if known > last:
            known, found = 0, None
        for place in range(last, known - 1, -1):
            contests = self._of(place)[weight]
            ended = bisect_right(contests, at, key=_end) if place == last else len(contests)
            if ended:
                if place < last:
                    self._known[weight] = last, contests[ended - 1]
                return contests[ended - 1]
        self._known[weight] = max(last, 0), found
        return found

    def _of(self, place: int) -> dict[int, list[Contest]]:
        """The contests of a sentence in order, by weight."""
        if place not in self._read:
            found: dict[int, list[Contest]] = {BARE: [], PLAIN: [], NAMED: []}
            end = -1
            for start in self._heads[self._sentences[place]]:
                known = start >= end and not _COUNTED_PRIZE.search(self._scene.lower, max(start - 4, 0), start + 5)
                stop = contest_at(self._scene, start, self._scene.limit(start)) if known else None
                if stop is not None:
                    end = stop
                    weight = weight_of(self._scene, start, stop)
                    if weight != PLAIN or not self._scene.lower.startswith(_NO_CONTESTS, start):
                        found[weight].append(Contest(start, stop, weight))
            self._read[place] = found
        return self._read[place]


def _end(contest: Contest) -> int:
    return contest.end


_HELD_BY = Pattern(r".{0,80}?(?<!\w)do (?=\w)")
_AWARDING = Pattern(r".{0,80}?(?<!\w)(?:trao giải|trao thưởng|công bố kết quả|tổng kết|tổ chức)(?!\w)")


def host_of(scene: Scene, contest: Contest) -> Host | None:
    """Who holds a contest: `Sở X vừa công bố kết quả kỳ thi …`, `Hội thi do X tổ chức`."""
    start = contest.start
    sentence = scene.sentence(start)
    behind = _HELD_BY.match(scene.lower, contest.end, sentence.end)
    if behind is not None and ";" not in behind[0]:
        stop = issuer_at(scene.text, behind.end(), sentence.end)
        if stop is not None:
            return Host(behind.end(), stop, awarding=False)
    first = max(sentence.start, start - _FARTHEST_HOST)
    for at in (at for at in range(first, start) if at == sentence.start or scene.lower[at - 1] == " "):
        venue = scene.lower.endswith(("tại ", "ở "), first, at)  # tại | Nhà hát Lớn Hà Nội | đã diễn ra lễ trao giải
        stop = organization_at(scene.text, at, start) if not venue else None
        if stop is not None and _AWARDING.match(scene.lower, stop, start):
            return Host(at, stop, awarding="trao" in scene.lower[stop:start])
    return None
