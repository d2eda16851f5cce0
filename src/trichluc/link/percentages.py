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

from trichluc.link.clauses import group, predicate, tokens_before
from trichluc.link.statements import has_own_verb, subject_of_clause
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

_ALIGNED = re.compile(r"lần lượt|tương ứng|theo thứ tự")
_LIST = re.compile(r" ?(?:, ?|;? và |, và | hoặc )")
_PARTS = re.compile(r", | và ")
_SAME = re.compile(r"(?<!cổ )(?<!lợi )(?:tức|tức là|tương đương|tương đương với|hay|hay là)[ (]*$")
_CHANGE = re.compile(r"(?<!\w)(?:tăng|giảm)(?!\w)")
# tăng 5,12 điểm (0,68%)
_BRACKETED = re.compile(r"(?<!\w)(?:tăng|giảm)(?: (?:thêm|hơn|gần|khoảng|được|nhẹ|mạnh|tới))* [\d.,]+(?: ?[^\W\d_]+){1,4} ?\($")
# tăng 6,5% năm 2017 và | 6,7%
_AND_AGAIN = re.compile(r"(?: (?:trong |vào )?(?:năm|tháng|quý) [\w/.]+(?:/\w+)?)?,? và ")
_ADVERBS = frozenset(("đã", "mới", "chỉ", "thực"))
_SHARE = frozenset(("chiếm", "bằng"))
_MOST_LISTED, _WINDOW, _MOST_STATING = 12, 500, 4

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
            if of is None and last is not None and scene.sentence(last.mention.start).zone == scene.sentence(mention.start).zone:
                of, left = last.of, last.left  # Tăng 5% so với tháng trước.
            if change is None and near is not None and near.left and _AND_AGAIN.fullmatch(scene.lower, near.mention.end, mention.start):
                change = getattr(near.mention.record, "change", None)
            if change is None and _says_again(scene, mention):
                change = _change_before(scene, mention)
            if change is None and of is not None:
                change = _change_of_rate(scene, mention, of)
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


def _change_before(scene: Scene, mention: Mention) -> str | None:
    """The last verb of change that the sentence has before the number."""
    found = _CHANGE.findall(scene.lower, max(scene.sentence(mention.start).start, mention.start - 80), mention.start)
    return {"tăng": "increase", "giảm": "decrease"}[found[-1]] if found else None


def _change_of_rate(scene: Scene, mention: Mention, of: Span) -> str | None:
    """`tốc độ tăng trưởng kinh tế của huyện đạt 11,2%`: what is measured is itself a change, and the number its amount."""
    between = scene.lower[of[1] : mention.start].split()
    if of[1] > mention.start or len(between) > _MOST_STATING or group("rate_of_change_lost").intersection(between):
        return None
    phrase = scene.lower[of[0] : of[1]]
    return next((name for name in ("increase", "decrease") if phrase.startswith(tuple(group(f"rate_{name}")))), None)


def _says_again(scene: Scene, mention: Mention) -> bool:
    """`tăng 20 xã, tức 25%`, `tăng 5,12 điểm (0,68%)`: the same change in percent."""
    start = mention.start
    if _SAME.search(scene.lower, max(start - 24, 0), start) is not None:
        return True
    return scene.lower[start - 1 : start] == "(" and _BRACKETED.search(scene.lower, max(start - 60, 0), start) is not None


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
    if before == "(":
        if whole is not None:
            return whole, False
        return _before_bracket(tokens, lead.first - 1, dates, linking=linking), True
    if before == "và" and linking:
        return (last.of if last is not None else subject_of_clause(tokens, lead.first - 1, dates)), True
    if before == ":" and whole is None and not linking:
        return named_before(tokens, lead.first - 1, dates), True
    if last is not None and _goes_on(scene, last.mention, mention, lead.words):
        return (last.of, True) if last.left or whole is None else (whole, False)
    left = left_subject(tokens, lead.first, dates)
    acted_on = whole is not None and (
        _is_doing(scene, whole, lead.words) or _is_passive(lead.words) or _is_object(scene, whole, left, lead.words)
    )
    if left is not None and linking and not acted_on:
        return left, True
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


def _before_bracket(tokens: Sequence[Token], upto: int, dates: Sequence[Span], *, linking: bool) -> Span | None:
    """`Trung Quốc (25%)`, but `chỉ số DAX giảm 30 điểm (-0,24%)` and `thu nội địa 500 tỷ đồng (đạt 60% dự toán)`."""
    named = named_before(tokens, upto, dates)
    if named is not None and not linking and not has_own_verb(tokens, upto):
        return named
    return subject_of_clause(tokens, upto, dates) or named


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


def _is_passive(words: tuple[str, ...]) -> bool:
    """`được giảm 30% thuế`: of the tax, not of who is spared it."""
    return "được" in words and not {"tăng", "giảm"}.isdisjoint(words)


def _is_object(scene: Scene, whole: Span, left: Span | None, words: tuple[str, ...]) -> bool:
    """`hội phấn đấu giảm 50% số hộ nghèo`, `ngân hàng giảm 0,5% lãi suất`: a number or amount right behind is what the verb changes."""
    if "cắt" in words:  # cắt giảm 12% nhân sự
        return True
    if not words or words[-1] not in ("tăng", "giảm", "mất", "hạ"):
        return False
    phrase = scene.lower[whole[0] : whole[1]]
    if phrase.startswith(("số ", "tổng số ", "lượng ", "giá ", "tiền ", "thuế ", "phí ", "chi phí ", "lệ phí ")):
        return True
    return _is_amount(phrase) and not (left is not None and _is_amount(scene.lower[left[0] : left[1]]))


def _is_amount(phrase: str) -> bool:
    """Whether a phrase opens with a noun of quantity: `lãi suất`, `tiền thuê đất`."""
    words = phrase.split(" ", 3)
    return any(" ".join(words[:count]) in group("measure_head") for count in range(1, len(words) + 1))


def _is_doing(scene: Scene, whole: Span, words: tuple[str, ...]) -> bool:
    """`đạt 67% khối lượng`, `thực hiện được 12% khối lượng`: of the work, not of who does it; but `lãi gộp đạt 25% doanh thu`."""
    telling = [word for word in words if word not in _ADVERBS]
    if not telling or not group("doing").issuperset(telling):
        return False
    return telling != ["đạt"] or scene.lower[whole[0] : whole[1]].split(" ", 1)[0] in group("work_done")
