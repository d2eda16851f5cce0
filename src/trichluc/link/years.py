"""years: a missing year is filled in from the same sentence, from the tale around it, then from the caller's date (RULINGS, Dates 3).

A wrong year is worse than X: a year is only taken over where the days run on, or where the sentence dates its own event.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from trichluc.families.date.iso import UNKNOWN_YEAR, bounds, complete_year, sides
from trichluc.lexicon import load_lexicon
from trichluc.link.events import year_of_event
from trichluc.link.evidence import find_evidence, is_aside, month_day, read_evidence
from trichluc.link.nearby import MOST_NEARBY, TEXT_REACH, apart, following, in_sentence
from trichluc.pattern import Pattern
from trichluc.records import Date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.link import Mention
    from trichluc.link.evidence import Evidence
    from trichluc.records import AnyRecord
    from trichluc.scene import Scene

__all__ = ["complete_years", "year_told"]

# How far, in months, the tale's days may lie apart and still be of one year: forward and backward, within a sentence, to a
# neighbouring one, and anywhere behind where all its dates are of one year.
_IN_SENTENCE, _TO_NEIGHBOUR, _ANYWHERE, _BEHIND_DEADLINE = (11, 3), (5, 2), (4, 2), (6, 0)
_TO_LATER = 7  # to a day of the same sentence that is said behind
_TO_YEARS_END = (11, 0)  # trước ngày 31/12
_NEIGHBOUR = 2
_MOST_EVIDENCE = 64
_TITLE, _LAST_REVIEW = 64, "11"  # a half is looked back on before December
_SOON_DAYS, _LONG_DAYS = 45, 180
_OPEN_ENDED = frozenset({"until", "since"})  # đến năm 2030, kể từ năm 2011: the tale is not there
_POINTING = frozenset({"date.same-day", "date.same-month", "date.same-year"})
_JOINT = Pattern(r",? (?:và |cả |trong )?|, ")
_COMING = Pattern(r" (?:tới|sắp tới|tới đây|năm nay)(?!\w)")
_DEICTIC = Pattern(r" (?:tới|sắp tới|tới đây|này|vừa qua|vừa rồi|qua|rồi)(?!\w)")


def complete_years(mentions: tuple[Mention, ...], scene: Scene, published: date | None) -> tuple[Mention, ...]:
    """Fill the year of days, months, quarters, halves and of `đầu năm` that do not say it."""
    if not any(_asks(mention.record) for mention in mentions):
        return mentions
    evidence = list(find_evidence(mentions, scene))
    completed = list(mentions)
    told = list(mentions)  # what the tale itself completed: the caller's date proves nothing of its neighbours
    for number, mention in enumerate(mentions):
        record = mention.record
        found = _found(told, number, record, evidence, scene, published) if isinstance(record, Date) and _asks(record) else None
        if found is None:
            continue
        value, by = found
        done = mention.with_fields(value=value, resolved_by=by)
        piece = read_evidence(done, scene) if by != "published" else None
        if piece is not None and not piece.deadline:
            insort(evidence, piece, key=_start)  # the tale goes on from here
        completed[number] = done
        if by != "published":
            told[number] = done
    return tuple(completed)


def _start(piece: Evidence) -> int:
    return piece.start


def _asks(record: AnyRecord) -> bool:
    return (
        isinstance(record, Date)
        and record.anchor == "context"
        and record.value.startswith(UNKNOWN_YEAR)
        and "X" not in record.value.replace(UNKNOWN_YEAR, "")
        and record.rule not in _POINTING
    )


def _found(
    mentions: Sequence[Mention], number: int, record: Date, evidence: Sequence[Evidence], scene: Scene, published: date | None
) -> tuple[str, str] | None:
    """The completed value, and what completed it."""
    mention, value = mentions[number], record.value
    place = month_day(sides(value)[0])
    if _DEICTIC.match(scene.lower, mention.end, scene.limit(mention.start)):
        found = None  # tháng Tám vừa qua: counted from the telling, not from the tale
    elif place is None:
        found = _joined(mentions, number, scene) or _planned(mentions, number, scene) or _of_year(mentions, number, scene)
    else:
        found = (
            _joined(mentions, number, scene)
            or _again(place, evidence)
            or _told(mentions, number, value, evidence, scene)
            or year_of_event(mentions, number, place, scene)
            or _near(mentions, number, place, evidence, scene)
            or (_told(mentions, number, value, evidence, scene, ahead=_TO_YEARS_END) if record.modifier in ("until", "before") else None)
        )
    if found is None and published is not None:
        found = year_told(value, published, ahead=_is_ahead(mention, record, scene)), "published"
    if found is None:
        return None
    year, by = found
    filled = f"{year:04d}" if value == UNKNOWN_YEAR else complete_year(value, year)
    return (filled, by) if filled else None


def _joined(mentions: Sequence[Mention], number: int, scene: Scene) -> tuple[int, str] | None:
    """`quý II và 6 tháng đầu năm 2021`: the year said once for both."""
    end = mentions[number].end
    for mention in mentions[number + 1 : number + 4]:
        joint = _JOINT.match(scene.lower, end, mention.start)
        if joint is None or joint.end() != mention.start or not isinstance(mention.record, Date):
            return None
        year = sides(mention.record.value)[0][:4]
        if year.isdigit() and mention.record.anchor == "absolute":
            return int(year), "sentence"
        end = mention.end
    return None


def _planned(mentions: Sequence[Mention], number: int, scene: Scene) -> tuple[int, str] | None:
    """`kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2022`: the next half or quarter of the year, which the sentence says."""
    own = mentions[number].record
    value = own.value if isinstance(own, Date) else ""
    for mention in following(mentions, number, scene):
        record = mention.record
        if isinstance(record, Date):
            later = record.value[:4].isdigit() and record.value[4:6] == value[4:6] != "" and record.value[6:] > value[6:]
            return (int(record.value[:4]), "sentence") if later and not is_aside(mention, scene, "aside_compared") else None
    return None


def _again(place: tuple[int, int], evidence: Sequence[Evidence]) -> tuple[int, str] | None:
    """The very day that the article names in full elsewhere, or one within days that it names."""
    days = (piece for piece in evidence[:_MOST_EVIDENCE] if piece.first[1] and place[1])
    years = {piece.year for piece in days if piece.first <= place <= piece.last}
    return (years.pop(), "paragraph") if len(years) == 1 else None


def _near(
    mentions: Sequence[Mention], number: int, place: tuple[int, int], evidence: Sequence[Evidence], scene: Scene
) -> tuple[int, str] | None:
    """A day about which the article goes on to date others, all of one year: `Sáng 12/11, … Đại hội bế mạc ngày 14/11/2021`."""
    here = bisect_left(evidence, mentions[number].start, key=_start)
    later = [piece for piece in evidence[here : here + _MOST_EVIDENCE] if not (piece.whole or piece.earlier or piece.deadline)]
    sentence = scene.sentence_number(mentions[number].start)
    if later and later[0].first[0] == place[0] and later[0].first[1] and apart(scene, sentence, later[0].sentence) <= _NEIGHBOUR:
        later = later[:1]  # whatever is told behind of other years
    years = {piece.year for piece in later}
    near = any(abs(piece.first[0] - place[0]) <= 1 or piece.first[0] <= place[0] <= piece.last[0] for piece in later)
    if len(years) != 1 or not near or not _told_before(mentions, number, scene) <= years:
        return None
    return years.pop(), "paragraph"


def _told_before(mentions: Sequence[Mention], number: int, scene: Scene) -> set[int]:
    """The years of which the sentence and the one before have told: `nhập ngũ năm 1968. Tháng 5, …`."""
    sentence = scene.sentence_number(mentions[number].start)
    told = set()
    for other in mentions[max(number - MOST_NEARBY, 0) : number]:
        record = other.record
        if not isinstance(record, Date) or sentence - scene.sentence_number(other.start) > 1 or record.section == "page_date":
            continue
        if record.value[:4].isdigit() and record.modifier not in _OPEN_ENDED and not is_aside(other, scene):
            told.add(int(sides(record.value)[1][:4]))
    return told


def _told(
    mentions: Sequence[Mention],
    number: int,
    value: str,
    evidence: Sequence[Evidence],
    scene: Scene,
    *,
    ahead: tuple[int, int] | None = None,
) -> tuple[int, str] | None:
    """The year of the tale where its days run on to this one."""
    mention = mentions[number]
    left, right = sides(value)
    first, last = month_day(left), month_day(right)
    if first is None or last is None:
        return None
    sentence, zone = scene.sentence_number(mention.start), scene.sentence(mention.start).zone
    here = bisect_left(evidence, mention.start, key=_start)
    behind = [piece for piece in evidence[max(here - _MOST_EVIDENCE, 0) : here] if not piece.earlier]
    before = [piece for piece in behind if not piece.deadline]
    if behind and behind[-1].deadline and sentence - behind[-1].sentence < _NEIGHBOUR and _runs_on(behind[-1], first, _BEHIND_DEADLINE):
        return behind[-1].year, "sentence" if sentence == behind[-1].sentence else "paragraph"
    if before:
        nearest = before[-1]
        if nearest.sentence == sentence:
            return (nearest.year, "sentence") if _runs_on(nearest, first, _IN_SENTENCE) else None
        if apart(scene, nearest.sentence, sentence) <= _NEIGHBOUR and _runs_on(nearest, first, ahead or _TO_NEIGHBOUR):
            return nearest.year, "paragraph"
        tale = [piece for piece in before if not piece.whole]
        if len({piece.year for piece in tale}) == 1 and any(_runs_on(piece, first, ahead or _ANYWHERE) for piece in tale):
            return tale[0].year, "paragraph"
        return None
    after = evidence[here] if here < len(evidence) else None
    if after is None or after.zone != zone or after.whole or after.deadline:
        return None
    if after.earlier:
        backs = _runs_on(after, first, _ANYWHERE) and _says_year(mentions, number, after.year, scene)
        return (after.year, "paragraph") if backs else None
    soon = last <= after.first and after.first[0] - last[0] <= _TO_LATER  # Ngày 10/1, … vụ ngộ độc ngày 28/12/2017: the year before
    return (after.year, "sentence") if after.sentence == sentence and soon else None


def _says_year(mentions: Sequence[Mention], number: int, year: int, scene: Scene) -> bool:
    """Whether the sentence itself bears the year out, be it with a document's date."""
    beside = (mentions[at].record for at in in_sentence(mentions, number, scene))
    return any(isinstance(record, Date) and record.value.startswith(f"{year:04d}") for record in beside)


def _runs_on(piece: Evidence, place: tuple[int, int], reach: tuple[int, int]) -> bool:
    """Whether the tale may go from the evidence to a day of the same year, so many months forward or backward."""
    if piece.whole:
        return piece.first[0] <= place[0] <= piece.last[0]
    return -reach[1] <= place[0] - piece.last[0] <= reach[0]


def _of_year(mentions: Sequence[Mention], number: int, scene: Scene) -> tuple[int, str] | None:
    """`Năm 2018, … 6 tháng đầu năm …`: a part of the year that the sentence, or the one before, spoke of last."""
    mention = mentions[number]
    sentence = scene.sentence_number(mention.start)
    planned = None
    for other in reversed(mentions[max(number - MOST_NEARBY, 0) : number]):
        away = apart(scene, scene.sentence_number(other.start), sentence)
        if away > (_NEIGHBOUR if planned else 1):
            break
        record = other.record
        if not isinstance(record, Date) or record.section == "page_date" or is_aside(other, scene, "aside_birth"):
            continue
        if record.modifier in _OPEN_ENDED and (len(record.value) != len("2018-10-01") or record.modifier == "until"):
            continue
        if away and is_aside(other, scene, "aside_flashback"):
            return None
        first, last = bounds(record.value)
        if first is None or last is None or first[:4] != last[:4] or scene.lower.endswith(("so với ", "cùng kỳ "), 0, other.start):
            return planned
        if planned and (len(first) != len("2018-07-01") or first[5:7] > _LAST_REVIEW or record.rule == "date.year"):
            break
        if planned is None and _plan_words().search(scene.lower, max(other.start - _TITLE, 0), other.start):
            planned = int(first[:4]), "paragraph" if away else "sentence"
            continue
        return int(first[:4]), "paragraph" if away else "sentence"
    return planned


@cache
def _plan_words() -> Pattern:
    """Behind these a year is that of a plan, which a meeting of the year before adopts."""
    return Pattern(r"(?<!\w)\L<words>(?: [^\W\d_]+){0,6} $", words=load_lexicon("trichluc.families.date").words("programme"))


def _is_ahead(mention: Mention, record: Date, scene: Scene) -> bool:
    """Whether the sentence speaks of what is to come."""
    sentence = scene.sentence(mention.start)
    return (
        record.modifier in ("until", "before")
        or _COMING.match(scene.lower, mention.end, sentence.end) is not None
        or _ahead_words().search(scene.lower, max(sentence.start, mention.start - TEXT_REACH), mention.end + 24) is not None
    )


@cache
def _ahead_words() -> Pattern:
    return Pattern(r"(?<!\w)\L<words>(?!\w)", words=load_lexicon("trichluc.families.date").words("ahead"))


def year_told(value: str, told: date, *, ahead: bool = False) -> int:
    """The year of a day without one, told on a known day: the nearest that was, or, of what is to come, that will be.

    >>> year_told("XXXX-12-20", date(2011, 3, 2)), year_told("XXXX-03-20", date(2011, 3, 2)), year_told("XXXX-10", date(2011, 3, 2), ahead=True)
    (2010, 2011, 2011)
    """
    days = (_start_in(sides(value)[1], told.year) - told).days
    if ahead:
        return told.year + (days < -_LONG_DAYS)
    return told.year - (days > _SOON_DAYS)


def _start_in(part: str, year: int) -> date:
    place = month_day(part)
    if place is not None:
        return date(year, place[0], min(max(place[1], 1), 28))
    head = part.partition("T")[0]
    if head[5:6] == "Q":
        return date(year, 3 * int(head[6]) - 2, 1)
    return date(year, 7 if head[5:7] == "H2" else 1, 1)
