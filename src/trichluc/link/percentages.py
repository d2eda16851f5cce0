"""percentages: what each of them measures, and the lists that align with their subjects.

Tỷ lệ hộ nghèo | giảm từ 12% xuống còn 8%        both of Tỷ lệ hộ nghèo
Nông nghiệp, dịch vụ | tăng lần lượt 5,27% và 7,2%   one each
91% | số hộ                                      the whole to the right where no subject stands to the left
…, tăng 13,2% so với cùng kỳ                     the subject of the clause before
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.link.brackets import before_bracket, counted_behind, opens_with
from trichluc.link.changes import NUMBERS, change_before, change_of_rate, compares_again, says_again
from trichluc.link.clauses import group, predicate, starting, tokens_before
from trichluc.link.objects import is_object
from trichluc.link.statements import subject_of_clause
from trichluc.link.subjects import left_subject, named_before
from trichluc.link.wholes import right_phrase
from trichluc.records import Date, Duration, Percentage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from trichluc.link import Mention
    from trichluc.link.clauses import Token
    from trichluc.scene import Scene

__all__ = ["measure_percentages"]

_TENSE = re.compile(r"(?<!\w)(?:đã|đang|sẽ|phải)(?!\w)")
_BRACKET = re.compile(r"[^%]*+%[^)]*+\)[ ,;]*+(?:và )?")
_ALIGNED = re.compile(r"lần lượt|tương ứng|theo thứ tự")
_LIST = re.compile(r" ?(?:, ?|;? và |, và | hoặc )")
_PARTS = re.compile(r", | và ")
# tăng 6,5% năm 2017 và | 6,7%
_AND_AGAIN = re.compile(r"(?: (?:trong |vào )?(?:năm|tháng|quý) [\w/.]+(?:/\w+)?)?,? và ")
_HAVING = frozenset(("đạt", "tăng", "giảm"))
_SHARE = frozenset(("chiếm", "bằng"))
_MOST_LISTED, _WINDOW = 12, 500

Span = tuple[int, int]


class _Measured(Struct, frozen=True):
    """What was found for the last percentage: where its ``of`` stands, and whether to the left."""

    mention: Mention
    of: Span | None
    left: bool


def measure_percentages(mentions: tuple[Mention, ...], scene: Scene, _published: date | None) -> tuple[Mention, ...]:
    """Fill ``of`` of every percentage, and the ``change`` that a list shares."""
    numbers = [number for number, mention in enumerate(mentions) if isinstance(mention.record, Percentage)]
    if not numbers:
        return mentions
    all_dates = [(mention.start, mention.end) for mention in mentions if isinstance(mention.record, Date | Duration)]
    filled = list(mentions)
    last: _Measured | None = None
    for run in _lists(scene, mentions, numbers):
        dates = _dates_before(all_dates, mentions[run[0]].start, mentions[run[-1]].start)
        aligned = _aligned(scene, [mentions[number] for number in run], dates)
        for place, number in enumerate(run):
            mention = mentions[number]
            near = last if last is not None and _reaches(scene, last.mention, mention) else None
            change = getattr(mention.record, "change", None)
            if place and near is not None and change is None and aligned is not None:
                change = getattr(near.mention.record, "change", None)
            of, left = (aligned[place], True) if aligned is not None else _find(scene, mention, near, dates)
            if of is None and last is not None and _carries_over(scene, last.mention, mention):
                of, left = last.of, last.left  # Tăng 5% so với tháng trước.
            if change is None and near is not None and near.left and _AND_AGAIN.fullmatch(scene.lower, near.mention.end, mention.start):
                change = getattr(near.mention.record, "change", None)
            if change is None and last is not None and compares_again(scene, last.mention, mention):
                change = getattr(last.mention.record, "change", None)
                if left or not scene.lower.startswith(NUMBERS, mention.end):
                    of, left = last.of, last.left
            if change is None and says_again(scene, mention):
                change = change_before(scene, mention)
            if change is None and of is not None:
                change = change_of_rate(scene, mention, of)
            if of is not None and _acts(scene, of):
                right = right_phrase(scene, mention.end)
                of = None if right is None else right[:2]
            of = None if of is None else _outside(scene, of)
            filled[number] = mention.with_fields(of=None if of is None else scene.printed(*of), change=change)
            last = _Measured(filled[number], of, left)
    return tuple(filled)


def _dates_before(dates: Sequence[Span], first: int, last: int) -> Sequence[Span]:
    """The dates near enough to stand in a subject."""
    return dates[bisect_left(dates, (first - _WINDOW, 0)) : bisect_left(dates, (last, 0))]


def _lists(scene: Scene, mentions: Sequence[Mention], numbers: list[int]) -> list[list[int]]:
    """Percentages that follow one another with nothing but a comma or `và` between."""
    runs: list[list[int]] = []
    for number in numbers:
        before = mentions[runs[-1][-1]] if runs else None
        mention = mentions[number]
        if before is not None and len(runs[-1]) < _MOST_LISTED and _LIST.fullmatch(scene.lower, before.end, mention.start):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _carries_over(scene: Scene, before: Mention, mention: Mention) -> bool:
    """Whether a percentage without a subject goes on with the last: `Giá gạo tăng 5%. | Tăng 2% so với quý trước.`, not `74% biết`."""
    sentence = scene.sentence(mention.start)
    bare = before.end <= sentence.start and not scene.lower[sentence.start : mention.start].strip(' "-')
    return not bare and scene.sentence(before.start).zone == sentence.zone


def _acts(scene: Scene, of: Span) -> bool:
    """`nông dân toàn tỉnh đã gieo trồng 20.000 ha, đạt 95% kế hoạch`: who acts is not measured."""
    return _TENSE.search(scene.lower, *of) is not None and scene.lower.startswith(tuple(group("actor")), of[0])


def _outside(scene: Scene, of: Span) -> Span:
    """`bài của cán bộ (chiếm 35%), | học sinh | (chiếm 50%)`: what is measured spans no bracket with a percentage of its own."""
    bracket = _BRACKET.match(scene.lower, *of)
    return of if bracket is None or bracket.end() >= of[1] else (bracket.end(), of[1])


def _aligned(scene: Scene, run: Sequence[Mention], dates: Sequence[Span]) -> list[Span | None] | None:
    """`Nông nghiệp, công nghiệp, dịch vụ tăng lần lượt 5,27%, 7,23% và 7,20%`: subjects and numbers in the same order."""
    if len(run) < 2:
        return None
    tokens = tokens_before(scene, run[0].start)
    upto = predicate(tokens).first
    led = tokens[upto].start if upto < len(tokens) else run[0].start
    behind = scene.lower[run[-1].end : min(scene.limit(run[-1].end), run[-1].end + 24)]
    if not (_ALIGNED.search(scene.lower, led, run[0].start) or _ALIGNED.match(behind.lstrip(" ,("))):
        return None
    if not upto:
        return None
    start = tokens[_opening(tokens, upto)].start
    # chỉ số | so với tháng trước và cùng kỳ | tăng lần lượt 5% và 17%
    upto = next((at for at in range(_opening(tokens, upto) + 1, upto) if tokens[at].word == "so"), upto)
    end = tokens[upto - 1].end
    parts: list[Span] = []
    at = start
    for mark in _PARTS.finditer(scene.lower, start, end):
        parts.append((at, mark.start()))
        at = mark.end()
    parts.append((at, end))
    if len(parts) < len(run):
        shared = left_subject(tokens, upto, dates)
        return None if shared is None else [shared] * len(run)
    return [*parts[-len(run) :]]


def _opening(tokens: Sequence[Token], upto: int) -> int:
    """Where the sentence part that ends before *upto* opens: behind a sign harder than a comma."""
    at = upto
    while at and tokens[at - 1].word not in (";", ":", ".", "(", "%", '"'):
        at -= 1
    return at


def _reaches(scene: Scene, before: Mention, mention: Mention) -> bool:
    """Whether what the percentage before measures may still be meant: in one sentence, or where the next compares (`cùng kỳ đạt 33,9%`)."""
    sentence = scene.sentence(mention.start)
    return before.start >= sentence.start or "cùng kỳ" in scene.lower[sentence.start : mention.start]


def _find(scene: Scene, mention: Mention, last: _Measured | None, dates: Sequence[Span]) -> tuple[Span | None, bool]:
    """What one percentage measures, and whether it stands to the left."""
    tokens = tokens_before(scene, mention.start)
    lead = predicate(tokens)
    linking = (
        not group("linking").isdisjoint(lead.words)
        or "vượt" in _leading(scene, mention)
        or (getattr(mention.record, "change", None) is not None and bool(lead.words))
    )
    right = right_phrase(scene, mention.end)
    whole = None if right is None or right[2] else right[:2]
    before = tokens[lead.first - 1].word if lead.first else ""
    if whole is not None and lead.words and opens_with(tokens, lead.first, "frame"):
        return whole, False  # điều nguy hại là chỉ 65% người lao động có hợp đồng
    if before == "(":
        if (of := counted_behind(scene, tokens, lead.first - 1, mention.end)) is not None:
            return of, False
        if whole is None or not _SHARE.isdisjoint(lead.words):  # số phiếu thuận: 49 phiếu (chiếm 84% tổng số đại biểu)
            of = before_bracket(tokens, lead.first - 1, dates, linking=linking)
        return (of, True) if of is not None or whole is None else (whole, False)
    if before == "và" and linking:
        return (last.of if last is not None else subject_of_clause(tokens, lead.first - 1, dates)), True
    if before == ":" and whole is None and not (linking and opens_with(tokens, lead.first - 1, "frame")):
        return named_before(tokens, lead.first - 1, dates), True
    if last is not None and _goes_on(scene, last.mention, mention, lead.words):
        return (last.of, True) if last.left or whole is None else (whole, False)
    left = left_subject(tokens, lead.first, dates)
    if left is not None and last is not None and last.left and _is_compared_with(tokens, lead.first):
        return last.of, True  # doanh thu đạt 87% kế hoạch | tăng 9%
    acted_on = whole is not None and (
        is_object(scene, whole, left, lead.words)
        or (
            left is not None and not _HAVING.isdisjoint(lead.words) and _is_holder(tokens, left, lead.first)
        )  # huyện đạt tỷ lệ 99% cử tri đi bầu
    )
    if left is not None and linking and not acted_on:
        return left, True
    if left is not None and right is not None and not linking and _TENSE.search(scene.lower, *left):
        return right[:2], False  # các trường đã bổ sung 10% chỉ tiêu
    if left is None and not _SHARE.isdisjoint(lead.words):
        found = subject_of_clause(tokens, lead.first, dates) or (last.of if last is not None and last.left else None)
        if found is not None:
            return found, True  # …; chiếm 52,8% tổng kim ngạch
    if whole is not None:
        return whole, False
    if left is not None:
        return left, True
    if right is not None and before == "đó" and not linking:
        return right[:2], False  # trong đó 20% chỉ tiêu dành cho …
    earlier = subject_of_clause(tokens, lead.first, dates)
    if earlier is not None:
        return earlier, True
    if last is not None and last.of is not None and last.left:
        return last.of, True
    if right is not None:
        return right[:2], False
    return (None if last is None else last.of), last is not None and last.left


def _is_holder(tokens: Sequence[Token], left: Span, upto: int) -> bool:
    """`Năm 2020 | xã | An Bình giảm 5% hộ nghèo`: a body or place has what is counted, it is not measured."""
    at = next((at for at, token in enumerate(tokens) if token.start == left[0]), upto)
    return starting(tokens, at, upto, "holder") > 0 or opens_with(tokens, upto, "holder")


def _is_compared_with(tokens: Sequence[Token], upto: int) -> bool:
    """Whether the words before token *upto*, back to another percentage, are only what that one is compared with: `đạt 87% | kế hoạch năm`."""
    first = next((at for at in range(upto - 1, max(upto - 5, -1), -1) if tokens[at].word == "%"), None)
    return first is not None and starting(tokens, first + 1, upto, "reference") > 0


def _leading(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """The words of the modifier: `không vượt quá | 50%` is a predicate too."""
    return tuple(scene.lower[mention.start : mention.end].split(" ")[:3])


def _goes_on(scene: Scene, before: Mention, mention: Mention, words: tuple[str, ...]) -> bool:
    """Whether it goes on from the percentage before: `từ 12% | xuống còn 8%`, `19% dân số cả tỉnh | và hơn 70%`."""
    between = scene.lower[before.end : mention.start]
    if _LIST.fullmatch(between):
        return True
    if "," in between or ";" in between:
        return False
    return not group("going_on").isdisjoint(words) or between.rstrip().endswith(" và")
