"""subjects: the noun phrases left of a percentage; what stands right of it is in wholes.py.

    tổng thu ngân sách | đạt 745.400 tỷ đồng, bằng | 52,8% | dự toán
    left subject         predicate            predicate    right phrase

The predicate is stepped over backwards from the number. What precedes it, back to a boundary (a comma, `trong khi`, `cho biết`, the verb
whose object it is), is the subject; a noun of quantity (`tỷ lệ`, `doanh số`) opens a longer one, over commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.link.clauses import COMMA, STOPS, Token, clause_start, ending, group, predicate, starting

if TYPE_CHECKING:
    from collections.abc import Sequence


__all__ = ["has_own_verb", "left_subject", "named_before", "subject_of_clause"]

Span = tuple[int, int]

_MOST_CLAUSES, _SHORT = 5, 5
# Behind these a noun of quantity is the second half of another word: đánh giá, chất lượng.
_COMPOUND = frozenset(("đánh", "đơn", "bình", "khung", "trị", "vật", "thẩm", "đấu", "chất"))
_UNITS = frozenset(
    [
        "tỷ",
        "triệu",
        "nghìn",
        "ngàn",
        "trăm",
        "đồng",
        "usd",
        "euro",
        "tấn",
        "ha",
        "m2",
        "m3",
        "km",
        "kg",
        "con",
        "năm",
        "tháng",
        "ngày",
        "điểm",
        "lần",
    ]
)
_SCALES = frozenset(("tỷ", "triệu", "nghìn", "ngàn", "trăm", "vạn"))
_MASSES = frozenset(("số", "tổng", "lượng", "khách", "đàn", "hộ"))
_CONJUNCTIONS = frozenset(("nhưng", "rồi", "song", "và"))
_LABELS = frozenset(("thứ", "số", "tháng", "năm", "ngày", "quý", "khóa", "điều", "khoản"))
# Behind these a number so many words off is a detail: trong | 3 năm, với | số vốn 120 tỷ đồng.
_SPANS = {"trong": 1, "với": 3}
_TAILS = (["xảy", "ra"], ["tỉnh", "hiện"], ["nay", "hiện"])
_TENSES = frozenset(("đã", "đang", "sẽ", "mới"))
_TIMED = frozenset(("này", "nay", "qua", "đó"))
_PLACE = frozenset(("tại", "vào", "ở"))


def left_subject(tokens: Sequence[Token], upto: int, dates: Sequence[Span]) -> Span | None:
    """The noun phrase that ends before token *upto*, trimmed of dates and places; None where the clause has none."""
    if not upto or tokens[upto - 1].word in STOPS | COMMA | _CONJUNCTIONS:
        return None
    first = _head(tokens, upto)
    opening = _after_boundary(tokens, upto)
    if opening < upto and tokens[opening].word == "/":  # 5,8%/năm và 12 tháng là 6%
        opening = min(opening + 2, upto)
    if first is None and opening < upto and tokens[opening].word in _TENSES:
        return None  # kho có 5.000 tấn, đã bán 30%
    if first is not None:
        plain = opening < first and not any(token.word[0].isdigit() or token.word in COMMA for token in tokens[opening:first])
        if plain and not starting(tokens, opening, first, "adverbial"):
            first = opening  # thu từ | xuất nhập khẩu
    else:
        first = opening
        if first == upto or starting(tokens, first, upto, "adverbial"):
            return None
        first = _coordinated(tokens, first, upto, dates)
    return _trim(tokens[first:upto], dates)


def subject_of_clause(tokens: Sequence[Token], upto: int, dates: Sequence[Span]) -> Span | None:
    """The subject of the clause or clauses before token *upto*, whose own verb it precedes: `tổng thu | đạt 5 tỷ đồng, bằng 52%`."""
    last = upto
    for _ in range(_MOST_CLAUSES):
        while upto and tokens[upto - 1].word in COMMA:
            upto -= 1
        if not upto or tokens[upto - 1].word in STOPS - {"%"}:
            return None
        first = _behind_of_which(tokens, clause_start(tokens, upto), upto)
        if first == upto:
            return None  # %năm%: no word stands before the sign
        verb = next((at for at in range(first, upto) if tokens[at].word in group("stating")), None)
        if verb is not None and not _describes(tokens, first, verb, upto):
            own = predicate(tokens[: verb + 1]).first
            found = left_subject(tokens, own if own < verb + 1 else verb, dates)
            if found is not None:
                return found
        else:
            found = (
                _partitive(tokens, first, upto)
                if tokens[first].word in ("trong", "trên")
                else _by_number(tokens, (first, upto), last, dates)
            )
            if found is not None:
                return found
        if verb is not None or last - first > _SHORT or starting(tokens, first, last, "adverbial") or _after_boundary(tokens, upto) > first:
            last = 0  # what was passed over does not go on with what is counted before it
        upto = clause_start(tokens, upto)
    return None


def _behind_of_which(tokens: Sequence[Token], first: int, upto: int) -> int:
    """Where the clause goes on behind `trong đó`: `trong đó | thu nội địa 800 tỷ đồng, bằng 70% dự toán`."""
    return first + 2 if first + 2 < upto and tokens[first].word == "trong" and tokens[first + 1].word == "đó" else first


def _describes(tokens: Sequence[Token], first: int, verb: int, upto: int) -> bool:
    """Whether the verb belongs to what is counted before it: `có 98/120 xã | đạt chuẩn`, not `lợi nhuận | đạt 85 tỷ đồng`."""

    def numbers(start: int, end: int) -> bool:
        return any(tokens[at].word[0].isdigit() and not (at and tokens[at - 1].word in _LABELS) for at in range(start, end))

    return numbers(first, verb) and not numbers(verb, upto)


def has_own_verb(tokens: Sequence[Token], upto: int) -> bool:
    """Whether the clause that ends before *upto* states an amount or a change itself: `chỉ số DAX | giảm 30 điểm | (-0,24%)`."""
    return any(token.word in group("stating") for token in tokens[clause_start(tokens, upto) : upto])


def named_before(tokens: Sequence[Token], upto: int, dates: Sequence[Span]) -> Span | None:
    """What stands right before a colon or an opening bracket: `Công nghiệp | : 40%`, `Trung Quốc | (25%)`, `45 | đảng viên | (91,8%)`."""
    first = _after_boundary(tokens, upto)
    first = max([first, *(at + 1 for at in range(first, upto - 1) if tokens[at].word == "và")])
    counted = next((at + 1 for at in range(upto - 1, first - 1, -1) if tokens[at].word[0].isdigit()), None)
    if counted is not None and counted < upto:
        first = counted
    return _trim(tokens[first:upto], dates) if first < upto else None


def _by_number(tokens: Sequence[Token], clause: Span, last: int, dates: Sequence[Span]) -> Span | None:
    """The subject of a clause without a verb of amount: `lợi nhuận | 85 tỷ đồng`, `ghi nhận 2.314 | ca mắc`, `đàn lợn | có 780 nghìn con`."""
    first, upto = clause
    number = next((at for at in range(first, upto) if tokens[at].word[0].isdigit() and not (at and tokens[at - 1].word in _LABELS)), None)
    if number is None:
        return None
    noun = number + 1
    while noun < upto and tokens[noun].word in _SCALES:  # 51,2 triệu | lao động
        noun += 1
    if noun < upto and tokens[noun].word not in _UNITS and not _is_amount_of(tokens, first, number, upto):  # counted things
        return _trim(tokens[noun : max(last, upto)], dates)  # 23 | chi bộ trong sạch, vững mạnh
    end = predicate(tokens[:number]).first  # doanh nghiệp | lãi 120 tỷ đồng
    if end <= first or starting(tokens, first, end, "adverbial"):
        return None
    return left_subject(tokens, end, dates)


def _is_amount_of(tokens: Sequence[Token], first: int, number: int, upto: int) -> bool:
    """Whether what is counted stands before its number: `hộ cận nghèo 5.670 hộ`, `khách quốc tế 5.000 lượt`."""
    return upto - number == 2 and number > first and (tokens[first].word in (tokens[-1].word, tokens[upto - 1].word, *_MASSES))


def _partitive(tokens: Sequence[Token], first: int, upto: int) -> Span | None:
    """`Trong tổng số 450 | đảng viên, có 12%`, `Trong số | những người được hỏi, 45%`, `Trong số này có 1.890 | trường hợp, chiếm 54%`."""
    at = next(
        (at for at in range(first, upto - 1) if tokens[at].word[0].isdigit() and not (at and tokens[at - 1].word in _LABELS - {"số"})), None
    )
    if at is not None:
        return None if tokens[at + 1].word in _UNITS else (tokens[at + 1].start, tokens[upto - 1].end)
    if upto - first > 2 and tokens[first + 1].word == "số" and tokens[first + 2].word not in ("này", "đó", "ấy"):
        return tokens[first + 2].start, tokens[upto - 1].end
    return None


def _head(tokens: Sequence[Token], upto: int) -> int | None:
    """The first noun of quantity that what lies before *upto* belongs to, over commas where no verb of its own lies between."""
    end = upto
    for _ in range(_MOST_CLAUSES):
        first = clause_start(tokens, end)
        if end < upto and first and tokens[first - 1].word == "%":
            return None  # 45% vốn, giải phóng mặt bằng | đạt 78%
        if end < upto and any(token.word in group("linking") or token.word[0].isdigit() for token in tokens[first:end]):
            return None  # Tỷ lệ chọi là 1/15, số hồ sơ | tăng 20%
        at = max([first, *(at for at in range(first + 1, end) if ending(tokens[first:at], at - first, "causing"))])
        while at < end:
            if starting(tokens, at, end, "measure_head") and not (at and tokens[at - 1].word in _COMPOUND and tokens[at].word != "thuế"):
                return at
            at += 1
        if any(token.word in group("linking") or token.word[0].isdigit() for token in tokens[first:end]):
            return None
        if starting(tokens, first, end, "boundary"):
            return None  # Dân số là 1,2 triệu người, trong đó nữ | chiếm 50%
        if not first or tokens[first - 1].word not in COMMA:
            return None
        end = first - 1
    return None


def _after_boundary(tokens: Sequence[Token], upto: int) -> int:
    """Behind the last boundary phrase of the clause that ends before *upto*."""
    first = clause_start(tokens, upto)
    at = upto
    while at > first:
        if ending(tokens, at, "boundary") and not ending(tokens, at, "no_boundary"):
            described = (
                tokens[at - 1].word in ("có", "là") and at < upto and ending(tokens[first : at - 1], at - 1 - first, "relative_head")
            )
            ahead = at < upto and f"{tokens[at - 1].word} {tokens[at].word}" in group("no_boundary")  # có thể
            if not described and not ahead:
                return at
        at -= 1
    return first


def _coordinated(tokens: Sequence[Token], first: int, upto: int, dates: Sequence[Span]) -> int:
    """`Nông, lâm nghiệp | tăng`, `học sinh khá, giỏi | chiếm`: short nouns before the last, over commas."""
    while first > 1 and upto - first <= _SHORT and tokens[first - 1].word in COMMA:
        upto = first - 1
        clause = clause_start(tokens, upto)
        opening = _behind_of_which(tokens, clause, upto)
        part = tokens[opening:upto]
        if (
            not part
            or len(part) > _SHORT
            or part[-1].word in _TIMED
            or (clause and tokens[clause - 1].word == "%")
            or _after_boundary(tokens, upto) > opening
            or starting(tokens, opening, upto, "adverbial")
            or any(token.word in group("linking") or not token.word[0].isalpha() for token in part)
            or any(start <= token.start < end for token in part for start, end in dates)
        ):
            break
        first = opening
        if opening > clause:
            break
    return first


def _trim(tokens: Sequence[Token], dates: Sequence[Span]) -> Span | None:
    """The phrase without the place and time that papers hang on it: `chỉ số DAX | tại Đức`, `GRDP | 6 tháng đầu năm`."""
    kept = list(tokens)
    for at, token in enumerate(tokens):
        dated = any(start <= token.start < end for start, end in dates)
        dated = dated and not (at > 1 and "hạn" in (tokens[at - 1].word, tokens[at - 2].word))  # lãi suất kỳ hạn 12 tháng
        timed = token.word in _SPANS and any(follower.word[0].isdigit() for follower in tokens[at + 1 : at + 1 + _SPANS[token.word]])
        compared = token.word == "hơn" and at > 1  # giá thu mua | cao hơn thị trường
        if at and (dated or timed or compared or token.word in _PLACE):
            kept = list(tokens[: at - compared])
            break
    while kept and (kept[0].word in ("thì", "rằng", "mà", "của", "và", "còn", "ở", "tại") or not kept[0].word[0].isalnum()):
        kept.pop(0)
    while (
        kept
        and not (len(kept) > 1 and kept[-2].word[0].isdigit())
        and (
            kept[-1].word in ("trong", "sau", "trước", "hằng", "của", "đã", "vào", "ở", "tháng", "năm", "giao", "cả", "là", "xảy", ",")
            or [token.word for token in kept[-2:]] in _TAILS
        )
    ):
        kept.pop()
    if kept and kept[0].word[0].isdigit():  # có 12/15 | xã
        kept.pop(0)
        if kept and (kept[0].word in _UNITS or not kept[0].word[0].isalpha()):
            return None
    if not kept or any(start <= kept[0].start < end for start, end in dates):
        return None
    return kept[0].start, kept[-1].end
