"""subjects: the noun phrases left and right of a percentage.

    tổng thu ngân sách | đạt 745.400 tỷ đồng, bằng | 52,8% | dự toán
    left subject         predicate            predicate    right phrase

The predicate is stepped over backwards from the number. What precedes it, back to a boundary (a comma, `trong khi`, `cho biết`, the verb
whose object it is), is the subject; a noun of quantity (`tỷ lệ`, `doanh số`) opens a longer one, over commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.link.clauses import COMMA, STOPS, TOKEN, Token, clause_start, ending, group, predicate, starting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.scene import Scene

__all__ = ["has_own_verb", "left_subject", "named_before", "right_phrase", "subject_of_clause"]

Span = tuple[int, int]

_MOST_RIGHT, _SPARE, _MOST_CLAUSES, _SHORT = 9, 3, 5, 5
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
_CONJUNCTIONS = frozenset(("nhưng", "rồi", "song", "và"))
_LABELS = frozenset(("thứ", "số", "tháng", "năm", "ngày", "quý", "khóa", "điều", "khoản"))
_PLACE = frozenset(("tại", "vào", "ở"))


def left_subject(tokens: Sequence[Token], upto: int, dates: Sequence[Span]) -> Span | None:
    """The noun phrase that ends before token *upto*, trimmed of dates and places; None where the clause has none."""
    if not upto or tokens[upto - 1].word in STOPS | COMMA | _CONJUNCTIONS:
        return None
    first = _head(tokens, upto)
    opening = _after_boundary(tokens, upto)
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
    for _ in range(_MOST_CLAUSES):
        while upto and tokens[upto - 1].word in COMMA:
            upto -= 1
        if not upto or tokens[upto - 1].word in STOPS - {"%"}:
            return None
        first = clause_start(tokens, upto)
        if first == upto:
            return None  # %năm%: no word stands before the sign
        verb = next((at for at in range(first, upto) if tokens[at].word in group("stating")), None)
        if verb is not None:
            own = predicate(tokens[: verb + 1]).first
            found = left_subject(tokens, own if own < verb + 1 else verb, dates)
            if found is not None:
                return found
        else:
            found = _partitive(tokens, first, upto) if tokens[first].word in ("trong", "trên") else _by_number(tokens, (first, upto), dates)
            if found is not None:
                return found
        upto = first
    return None


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


def right_phrase(scene: Scene, at: int) -> tuple[int, int, bool] | None:
    """The noun phrase behind a percentage, and whether it is only what the number is compared with (`dự toán`, `GDP`)."""
    if not scene.lower.startswith(" ", at):
        return None
    limit = scene.limit(at)
    tokens: list[Token] = []
    for match in TOKEN.finditer(scene.lower, at, min(limit, at + 120)):
        if not match[0][0].isalnum() or len(tokens) > _MOST_RIGHT + _SPARE:
            break
        tokens.append(Token(match.start(), match.end(), match[0]))
    upto = 0
    while upto < min(len(tokens), _MOST_RIGHT):
        part = starting(tokens, upto, len(tokens), "right_part") if upto else 0
        if not part and starting(tokens, upto, len(tokens), "right_end"):
            break
        upto += part or 1
    if not upto or tokens[0].word.isdigit() or tokens[0].word == "của":
        return None
    return tokens[0].start, tokens[upto - 1].end, starting(tokens, 0, upto, "reference") > 0


def _by_number(tokens: Sequence[Token], clause: Span, dates: Sequence[Span]) -> Span | None:
    """The subject of a clause without a verb of amount: `lợi nhuận | 85 tỷ đồng`, `ghi nhận 2.314 | ca mắc`, `đàn lợn | có 780 nghìn con`."""
    first, upto = clause
    number = next((at for at in range(first, upto) if tokens[at].word[0].isdigit() and not (at and tokens[at - 1].word in _LABELS)), None)
    if number is None:
        return None
    if number + 1 < upto and tokens[number + 1].word not in _UNITS:  # counted things
        return _trim(tokens[number + 1 : upto], dates)
    end = number - 1 if number > first and tokens[number - 1].word in ("có", "được", "với") else number
    if end <= first or starting(tokens, first, end, "adverbial"):
        return None
    return left_subject(tokens, end, dates)


def _partitive(tokens: Sequence[Token], first: int, upto: int) -> Span | None:
    """`Trong tổng số 450 | đảng viên, có 12%`."""
    at = next((at for at in range(first, upto - 1) if tokens[at].word[0].isdigit() and tokens[at - 1].word == "số"), None)
    return None if at is None else (tokens[at + 1].start, tokens[upto - 1].end)


def _head(tokens: Sequence[Token], upto: int) -> int | None:
    """The first noun of quantity that what lies before *upto* belongs to, over commas where no verb of its own lies between."""
    end = upto
    for _ in range(_MOST_CLAUSES):
        first = clause_start(tokens, end)
        at = first
        while at < end:
            if starting(tokens, at, end, "measure_head") and not (at and tokens[at - 1].word in _COMPOUND):
                return at
            at += 1
        if any(token.word in group("linking") or token.word[0].isdigit() for token in tokens[first:end]):
            return None
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
            described = tokens[at - 1].word == "có" and ending(tokens[first : at - 1], at - 1 - first, "relative_head")
            if not described:
                return at
        at -= 1
    return first


def _coordinated(tokens: Sequence[Token], first: int, upto: int, dates: Sequence[Span]) -> int:
    """`Nông, lâm nghiệp | tăng`, `học sinh khá, giỏi | chiếm`: short nouns before the last, over commas."""
    while first > 1 and upto - first <= _SHORT and tokens[first - 1].word in COMMA:
        upto = first - 1
        opening = clause_start(tokens, upto)
        part = tokens[opening:upto]
        if (
            not part
            or len(part) > _SHORT
            or _after_boundary(tokens, upto) != opening
            or starting(tokens, opening, upto, "adverbial")
            or any(token.word in group("linking") or not token.word[0].isalpha() for token in part)
            or any(start <= token.start < end for token in part for start, end in dates)
        ):
            break
        first = opening
    return first


def _trim(tokens: Sequence[Token], dates: Sequence[Span]) -> Span | None:
    """The phrase without the place and time that papers hang on it: `chỉ số DAX | tại Đức`, `GRDP | 6 tháng đầu năm`."""
    kept = list(tokens)
    for at, token in enumerate(tokens):
        dated = any(start <= token.start < end for start, end in dates)
        timed = token.word == "trong" and at + 1 < len(tokens) and tokens[at + 1].word[0].isdigit()
        compared = token.word == "hơn" and at > 1  # giá thu mua | cao hơn thị trường
        if at and (dated or timed or compared or token.word in _PLACE):
            kept = list(tokens[: at - compared])
            break
    while kept and (kept[0].word in ("thì", "rằng", "mà", "của", "và", "còn") or not kept[0].word[0].isalnum()):
        kept.pop(0)
    while kept and kept[-1].word in ("trong", "của", "đã", "vào", "ở", "tháng", "năm", "giao"):
        kept.pop()
    if kept and kept[0].word[0].isdigit():  # có 12/15 | xã
        kept.pop(0)
        if kept and (kept[0].word in _UNITS or not kept[0].word[0].isalpha()):
            return None
    if not kept or any(start <= kept[0].start < end for start, end in dates):
        return None
    return kept[0].start, kept[-1].end
