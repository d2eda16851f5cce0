"""statements: what a clause before a percentage counts or states, whose subject the percentage goes on with.

tổng thu | đạt 5 tỷ đồng, bằng 52%    ghi nhận 2.314 | ca mắc, tăng 8%    trong tổng số 450 | đảng viên, có 12%
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.link.clauses import COMMA, STOPS, Token, clause_start, ending, group, predicate, starting
from trichluc.link.subjects import Span, after_boundary, behind_of_which, is_pair, is_unit, left_subject, trim

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["has_own_verb", "is_bare", "is_counted", "subject_of_clause"]

_MOST_CLAUSES, _SHORT = 5, 5
_BEING = frozenset(("là", "được", "có", "đã"))
_GOING, _TENSES = frozenset(("tiếp", "vẫn", "ghi", "trở", "là", "cũng")), frozenset(("đã", "đang", "sẽ"))
# Before these a noun of quantity is what is reached or held: đạt | doanh thu 20 tỷ đồng.
_HAVING = frozenset(("với", "đạt", "nhận", "thu"))


def subject_of_clause(tokens: Sequence[Token], upto: int, dates: Sequence[Span]) -> Span | None:
    """The subject of the clause or clauses before token *upto*, whose own verb it precedes: `tổng thu | đạt 5 tỷ đồng, bằng 52%`."""
    last = upto
    spare: Span | None = None  # giảm 120 đơn vị | , tương đương 14%: what is counted, where nothing else is found
    for _ in range(_MOST_CLAUSES):
        while upto and tokens[upto - 1].word in COMMA:
            upto -= 1
        if not upto or tokens[upto - 1].word in STOPS - {"%"}:
            return spare
        first = behind_of_which(tokens, clause_start(tokens, upto), upto)
        if first == upto:
            return spare  # %năm%: no word stands before the sign
        first = max([first, *(at for at in range(first + 1, upto) if ending(tokens[first:at], at - first, "causing"))])
        verb = next((at for at in range(first, upto) if _states(tokens, at)), None)
        if verb == first and tokens[first].word == "ước" and first + 1 < upto:  # Ước sản lượng đạt 900 tấn
            verb = next((at for at in range(first + 1, upto) if _states(tokens, at)), None)
        if verb is None:
            first = _last_counted(tokens, first, upto)
        if tokens[first].word == "vốn" and first + 1 < upto and (verb == first + 1 or tokens[first + 1].word in _BEING):
            upto = clause_start(tokens, upto)
            continue  # nhóm hàng ăn, vốn chiếm quyền số cao nhất, | tăng 0,3%
        if verb is not None and not _describes(tokens, first, verb, upto):
            own = predicate(tokens[: verb + 1]).first
            found = _amount_with(tokens, first, upto, dates) or left_subject(tokens, own if own < verb + 1 else verb, dates)
            if found is not None:
                return found
            if spare is None and verb == first:
                spare = _by_number(tokens, (first, upto), upto, dates)
        else:
            found = (
                _partitive(tokens, first, upto)
                if tokens[first].word in ("trong", "trên")
                else _by_number(tokens, (first, upto), last, dates)
            ) or _detached(tokens, first, upto, dates)
            if found is not None:
                return found
        if verb is not None or last - first > _SHORT or starting(tokens, first, last, "adverbial") or after_boundary(tokens, upto) > first:
            last = 0  # what was passed over does not go on with what is counted before it
        upto = clause_start(tokens, upto)
    return spare


def _last_counted(tokens: Sequence[Token], first: int, upto: int) -> int:
    """Where the last of two counts begins: `436 chuyến nội địa (…) và | 294 chuyến quốc tế`."""
    joins = (at for at in range(first + 1, upto - 1) if tokens[at].word == "và" and tokens[at + 1].word[0].isdigit())
    return max(joins, default=first - 1) + 1


def _describes(tokens: Sequence[Token], first: int, verb: int, upto: int) -> bool:
    """Whether the verb belongs to what is counted before it: `có 98/120 xã | đạt chuẩn`, not `lợi nhuận | đạt 85 tỷ đồng`."""
    return _has_count(tokens, first, verb) and not _has_count(tokens, verb, upto)


def has_own_verb(tokens: Sequence[Token], upto: int) -> bool:
    """Whether the clause that ends before *upto* states an amount or a change itself: `chỉ số DAX | giảm 30 điểm | (-0,24%)`."""
    return any(_states(tokens, at) for at in range(clause_start(tokens, upto), upto))


def _states(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a verb by which an amount is stated: `đạt | 5 tỷ đồng`, not `trường | đạt chuẩn`."""
    if not starting(tokens, at, len(tokens), "stating"):
        return False
    if tokens[at].word == "ước" and starting(tokens, at + 1, len(tokens), "counting_verb"):
        return False  # ước đón 2 triệu lượt khách
    if at + 1 < len(tokens) and is_pair(tokens, at):  # sản xuất | tăng trưởng khá, not: tốc độ tăng trưởng
        return starting(tokens, at, len(tokens), "stating") > 1 and not (at and tokens[at - 1].word in ("độ", "mức"))
    return True


def _by_number(tokens: Sequence[Token], clause: Span, last: int, dates: Sequence[Span]) -> Span | None:
    """The subject of a clause without a verb of amount: `lợi nhuận | 85 tỷ đồng`, `ghi nhận 2.314 | ca mắc`, `đàn lợn | có 780 nghìn con`."""
    first, upto = clause
    numbers = [
        at
        for at in range(first, upto)
        if _is_count(tokens, at)
        and not (at + 1 < upto and tokens[at + 1].word == "tuổi")
        and not ("/" in tokens[at].word and any(start <= tokens[at].start < end for start, end in dates))  # tại thời điểm 1/4/2016
    ]
    if not numbers:
        return None
    # 22 xã đã tổ chức hội nghị với | 6.340 lượt người dự
    number = next((at for at in reversed(numbers) if at > first and "với" in _words(tokens, max(at - 2, first), at)), numbers[0])
    if noun_of := _amount_with(tokens, first, upto, dates):
        return noun_of
    noun = number + 1
    while noun < upto and tokens[noun].word in group("scale"):  # 51,2 triệu | lao động
        noun += 1
    if noun < upto and tokens[noun].word == "trong":  # có mặt là 1.490 | trong tổng số 1.500 người
        noun = upto
    if noun < upto and not is_unit(tokens[noun].word) and not _is_amount_of(tokens, first, number, noun, upto):  # counted things
        return trim(tokens[noun : max(last, upto)], dates)  # 23 | chi bộ trong sạch, vững mạnh
    end = predicate(tokens[:number]).first  # doanh nghiệp | lãi 120 tỷ đồng
    left = None if end <= first or starting(tokens, first, end, "adverbial") else left_subject(tokens, end, dates)
    if noun < upto and is_unit(tokens[noun].word) and not starting(tokens, after_boundary(tokens, end), end, "measure_head"):
        return _measured(tokens, noun, upto, dates) or left  # cả nước có 3.100 ha | diện tích nuôi cá tra
    return left


def _is_count(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a number that is no label's."""
    return tokens[at].word[0].isdigit() and not (at and tokens[at - 1].word in group("number_label"))


def _has_count(tokens: Sequence[Token], first: int, upto: int) -> bool:
    """Whether a number stands there that is no label: `175 | dự án`, not `tháng 5`."""
    return any(_is_count(tokens, at) for at in range(first, upto))


def _detached(tokens: Sequence[Token], first: int, upto: int, dates: Sequence[Span]) -> Span | None:
    """`Xuất khẩu tôm, | ước đạt 1,8 tỷ USD`, `kim ngạch tháng 5 tiếp tục khởi sắc, | ước đạt …`: a subject that a comma parts from its verb."""
    if (first and tokens[first - 1].word == "%") or not (
        starting(tokens, first, upto, "measure_head") or starting(tokens, first, upto, "goods")
    ):
        return None  # 35% | số lao động mới tuyển dụng, chiếm 7% chi phí
    if not _TENSES.isdisjoint(_words(tokens, first, upto)):
        return None  # Ngành | đã giải thể, giảm 120 đơn vị
    end = next((at for at in range(first + 1, upto) if tokens[at].word in _GOING), upto)
    return trim(tokens[first:end], dates)


def _amount_with(tokens: Sequence[Token], first: int, upto: int, dates: Sequence[Span]) -> Span | None:
    """`20 dự án với | tổng vốn | 300 tỷ đồng`, `doanh nghiệp đạt | doanh thu | 2.000 tỷ đồng`: what the last amount is of."""
    for at in range(upto - 1, first, -1):
        held = tokens[at - 1].word in _HAVING and starting(tokens, at, upto, "measure_head")
        if not held and not starting(tokens, at, upto, "own_amount"):
            continue
        if tokens[at - 1].word == "với" and not _has_count(tokens, first, at):
            return None  # Hàn Quốc dẫn đầu với tổng vốn 7 tỷ USD, chiếm 27%
        number = next((place for place in range(at, min(at + _SHORT + 3, upto)) if tokens[place].word[0].isdigit()), None)
        if number is None or any(starting(tokens, before, upto, "measure_head") for before in range(first, at)):
            return None
        return trim(tokens[at : max(predicate(tokens[:number]).first, at + 1)], dates)
    return None


def _measured(tokens: Sequence[Token], at: int, upto: int, dates: Sequence[Span]) -> Span | None:
    """`có 3.100 ha | diện tích nuôi cá tra`, `thu hút 13 tỷ USD | vốn ngoại`: what stands behind the unit."""
    while at < upto and is_unit(tokens[at].word):
        at += 1
    if at == upto or not tokens[at].word.isalpha() or starting(tokens, at, upto, "right_end") or starting(tokens, at, upto, "adverbial"):
        return None
    return trim(tokens[at:upto], dates)


def _is_amount_of(tokens: Sequence[Token], first: int, number: int, noun: int, upto: int) -> bool:
    """Whether what is counted stands before its number: `hộ cận nghèo 5.670 hộ`, `khách quốc tế 5.000 lượt`, `lao động là 13,9 triệu người`."""
    if number == first:
        return False
    if noun == upto - 1 and (
        tokens[number - 1].word == "là" or tokens[first].word in (tokens[-1].word, tokens[noun].word, *group("mass_word"))
    ):
        return True
    return is_bare(tokens, noun, upto) and is_counted(tokens, first, number)


def is_bare(tokens: Sequence[Token], at: int, upto: int) -> bool:
    """Whether the words from *at* on only count what was named before: `đại biểu nữ có 42 | người`."""
    return starting(tokens, at, upto, "bare_noun") == upto - at


def is_counted(tokens: Sequence[Token], first: int, number: int) -> bool:
    """Whether what is counted stands before its number, not who has it: `đại biểu nữ | có 42 người`, not `huyện | có 42 người`."""
    end = predicate(tokens[:number]).first
    if end <= first or starting(tokens, first, end, "holder") or starting(tokens, first, end, "adverbial"):
        return False
    if (tokens[first].word != "số" and ending(tokens, end, "counting_verb")) or ending(tokens, end, "predicate"):
        return False
    return set(_words(tokens, end, number)) <= group("having") and not any(_states(tokens, at) for at in range(first, end))


def _words(tokens: Sequence[Token], first: int, upto: int) -> list[str]:
    return [token.word for token in tokens[first:upto]]


def _partitive(tokens: Sequence[Token], first: int, upto: int) -> Span | None:
    """`Trong tổng số 450 | đảng viên, có 12%`, `Trong số | những người được hỏi, 45%`, `Trong số này có 1.890 | trường hợp, chiếm 54%`."""
    at = next(
        (
            at
            for at in range(first, upto - 1)
            if tokens[at].word[0].isdigit() and not (at and tokens[at - 1].word in group("number_label") - {"số"})
        ),
        None,
    )
    if at is not None:
        return None if is_unit(tokens[at + 1].word) else (tokens[at + 1].start, tokens[upto - 1].end)
    if upto - first > 2 and tokens[first + 1].word == "số" and tokens[first + 2].word not in ("này", "đó", "ấy"):
        return tokens[first + 2].start, tokens[upto - 1].end
    return None
