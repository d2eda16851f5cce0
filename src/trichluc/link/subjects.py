"""subjects: the noun phrases left of a percentage; what stands right of it is in wholes.py.

    tổng thu ngân sách | đạt 745.400 tỷ đồng, bằng | 52,8% | dự toán
    left subject         predicate            predicate    right phrase

The predicate is stepped over backwards from the number. What precedes it, back to a boundary (a comma, `trong khi`, `cho biết`, the verb
whose object it is), is the subject; a noun of quantity (`tỷ lệ`, `doanh số`) opens a longer one, over commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.link.clauses import COMMA, STOPS, Token, clause_start, ending, group, is_grade, predicate, starting

if TYPE_CHECKING:
    from collections.abc import Sequence


__all__ = ["Span", "after_boundary", "behind_of_which", "is_pair", "is_unit", "left_subject", "named_before", "trim"]

Span = tuple[int, int]

_MOST_CLAUSES, _SHORT, _LONG = 5, 5, 14
# Behind these a noun of quantity is the second half of another word: đánh giá, chất lượng.
_COMPOUND = frozenset(("đánh", "đơn", "bình", "khung", "trị", "vật", "thẩm", "đấu", "chất"))
_CONJUNCTIONS = frozenset(("nhưng", "rồi", "song", "và"))
# Behind these a number so many words off is a detail: trong | 3 năm, với | số vốn 120 tỷ đồng.
_SPANS = {"trong": 1, "với": 3}
_WITHIN = frozenset(("trong", "sau", "qua"))
_TENSES = frozenset(("đã", "đang", "sẽ", "mới"))
_HOLDING = frozenset(("có", "với"))
_TIMED = frozenset(("này", "nay", "qua", "đó"))
_PLACE = frozenset(("tại", "ở"))


def is_unit(word: str) -> bool:
    """Whether a word is a unit or a scale, so that the number before it counts nothing: `tỷ`, `ha`, `tạ/ha`."""
    return word.partition("/")[0] in group("unit_word")


def left_subject(tokens: Sequence[Token], upto: int, dates: Sequence[Span]) -> Span | None:
    """The noun phrase that ends before token *upto*, trimmed of dates and places; None where the clause has none."""
    if not upto or tokens[upto - 1].word in STOPS | COMMA | _CONJUNCTIONS:
        return None
    first = _head(tokens, upto)
    opening = after_boundary(tokens, upto)
    if (
        opening + 1 < upto
        and opening
        and tokens[opening - 1].word == "%"
        and [token.word for token in tokens[opening : opening + 2]] == ["và", "trên"]
    ):
        opening += 1  # dưới 5% và | trên địa bàn tỉnh là 4%
    if opening < upto and tokens[opening].word == "/":  # 5,8%/năm và 12 tháng là 6%
        opening = min(opening + 2, upto)
    if first in (None, opening + 1) and opening < upto and tokens[opening].word in _TENSES:
        return None  # kho có 5.000 tấn, đã bán 30%
    if first is not None:
        plain = opening < first and not any(token.word[0].isdigit() or token.word in COMMA for token in tokens[opening:first])
        sourced = opening > 0 and tokens[opening - 1].word in group("preposition")  # theo số liệu của Sở | tổng kim ngạch
        held = first > 0 and tokens[first].word == "số" and tokens[first - 1].word in _HOLDING
        if plain and not sourced and not held and not starting(tokens, opening, first, "adverbial"):
            first = opening  # thu từ | xuất nhập khẩu
    else:
        first = _behind_time(tokens, opening, upto, dates)
        if first == upto or (starting(tokens, first, upto, "adverbial") and not (upto == len(tokens) and is_grade(tokens, first))):
            return None
        first = _coordinated(tokens, first, upto, dates)
    return trim(tokens[first : _level(tokens, first, upto, dates)], dates)


def _behind_time(tokens: Sequence[Token], first: int, upto: int, dates: Sequence[Span]) -> int:
    """`Trong 6 tháng | mặt hàng rau quả ước đạt …`: what follows the time that opens a clause, where there is anything."""
    at = first + (tokens[first].word in _WITHIN) if first < upto else first
    timed = at
    while at < upto and any(start <= tokens[at].start < end for start, end in dates):
        at += 1
    return at if timed < at < upto else first


def _level(tokens: Sequence[Token], first: int, upto: int, dates: Sequence[Span]) -> int:
    """Where the subject ends that has reached a level already: `tổng sản lượng | được 6.040 tấn đạt 105%`."""
    for at in range(first + 1, upto):
        dated = any(start <= tokens[at].start < end for start, end in dates)  # tốc độ tăng trưởng 6 tháng đầu năm
        if tokens[at].word[0].isdigit() and not dated:
            lead = predicate(tokens[:at])
            if first < lead.first < at and not group("level_verb").isdisjoint(lead.words):
                return lead.first
    return upto


def named_before(tokens: Sequence[Token], upto: int, dates: Sequence[Span]) -> Span | None:
    """What stands right before a colon or an opening bracket: `Công nghiệp | : 40%`, `Trung Quốc | (25%)`, `45 | đảng viên | (91,8%)`."""
    first = after_boundary(tokens, upto)
    grouped = _grouped(tokens, upto)
    if grouped is not None:
        return trim(tokens[grouped:upto], dates)
    first = max([first, *(at + 1 for at in range(first, upto - 1) if tokens[at].word == "và" and not _repeats(tokens, at, upto))])
    if tokens[upto].word == ":" and (head := _head(tokens, upto)) is not None:
        return trim(tokens[head:upto], dates)  # khả năng thắng của ông A và bà B ngang nhau: 48%
    # 3 | đại biểu dưới 35 tuổi
    counts = (at + 1 for at in range(upto - 2, first - 1, -1) if tokens[at].word[0].isdigit() and not is_unit(tokens[at + 1].word))
    first = next(counts, first)
    return trim(tokens[first:upto], dates) if first < upto else None


def _repeats(tokens: Sequence[Token], at: int, upto: int) -> bool:
    """`gỗ | và | sản phẩm gỗ (15%)`: what follows only widens what is named."""
    return at > 0 and any(token.word == tokens[at - 1].word for token in tokens[at + 2 : upto])


def _grouped(tokens: Sequence[Token], upto: int) -> int | None:
    """`nhóm | văn hóa, giải trí và du lịch (-0,02%)`: the heading of goods or services that are weighed together."""
    for at in range(upto - 2, max(upto - _LONG, -1), -1):
        word = tokens[at].word
        if word in STOPS or word[0].isdigit() or _links(tokens, at):
            return None
        if word == "nhóm":
            return at
    return None


def _head(tokens: Sequence[Token], upto: int) -> int | None:
    """The first noun of quantity that what lies before *upto* belongs to, over commas where no verb of its own lies between."""
    end = upto
    for _ in range(_MOST_CLAUSES):
        first = clause_start(tokens, end)
        if end < upto and first and tokens[first - 1].word == "%":
            return None  # 45% vốn, giải phóng mặt bằng | đạt 78%
        if end < upto and any(tokens[at].word[0].isdigit() or _links(tokens, at) for at in range(first, end)):
            return None  # Tỷ lệ chọi là 1/15, số hồ sơ | tăng 20%
        if end < upto and starting(tokens, first, end, "preposition"):
            return None  # Trong cơ cấu kinh tế, nông nghiệp | chiếm 22%
        at = max([first, *(at for at in range(first + 1, end) if ending(tokens[first:at], at - first, "causing"))])
        # vay 70% giá trị căn nhà với | lãi suất 8%
        at = max([at, *(at for at in range(first + 1, end) if tokens[at - 1].word == "với" and starting(tokens, at, end, "measure_head"))])
        while at < end:
            opens = at == first or tokens[at - 1].word in _HOLDING
            if opens and at + 1 < end and tokens[at].word == "số" and tokens[at + 1].word[0].isalpha():
                return at  # ông A có | số phiếu tín nhiệm cao
            if starting(tokens, at, end, "measure_head") and not (at and tokens[at - 1].word in _COMPOUND and tokens[at].word != "thuế"):
                return at
            at += 1
        if any(tokens[at].word[0].isdigit() or _links(tokens, at) for at in range(first, end)):
            return None
        if starting(tokens, first, end, "boundary"):
            return None  # Dân số là 1,2 triệu người, trong đó nữ | chiếm 50%
        if not first or tokens[first - 1].word not in COMMA:
            return None
        end = first - 1
    return None


def after_boundary(tokens: Sequence[Token], upto: int) -> int:
    """Behind the last boundary phrase of the clause that ends before *upto*."""
    first = clause_start(tokens, upto)
    at = upto
    while at > first:
        if ending(tokens, at, "boundary") and not ending(tokens, at, "no_boundary"):
            described = at < upto and (_is_relative(tokens, first, at, upto) or _is_within(tokens, first, at))
            ahead = at < upto and is_pair(tokens, at - 1)  # có thể
            if not described and not ahead:
                return at
        at -= 1
    return first


def _links(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a verb that links a subject to an amount: `chiếm`, `bằng`, not the end of `có bằng`, `đồng bằng`."""
    if tokens[at].word not in group("linking") or ending(tokens, at + 1, "no_predicate"):
        return False
    return at + 1 == len(tokens) or not is_pair(tokens, at)  # đạt danh hiệu


def is_pair(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb and the first word behind it are one expression that parts nothing: `có | việc làm`, `đạt | chuẩn`."""
    return f"{tokens[at].word} {tokens[at + 1].word.partition(' ')[0]}" in group("no_boundary")


def _is_relative(tokens: Sequence[Token], first: int, at: int, upto: int) -> bool:
    """Whether the verb before token *at* only describes the subject before it, whose own verb follows: `đường | được | cứng hóa | đạt 92%`."""
    if tokens[at - 1].word in ("có", "là"):
        return ending(tokens[first : at - 1], at - 1 - first, "relative_head") > 0
    count = ending(tokens, at, "describing")
    head = at - count
    return (
        count > 0
        and (upto < len(tokens) or tokens[at - 1].word == "được")
        and 1 < head - first <= _LONG
        and not any(token.word[0].isdigit() or not token.word[0].isalpha() for token in tokens[first:head])
        and not starting(tokens, first, head, "adverbial")
        and not any(ending(tokens, end, "boundary") and not ending(tokens, end, "no_boundary") for end in range(first + 1, head + 1))
    )


def _is_within(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether words that part only where a clause opens with them stand in the middle of one: `nước sạch | theo quy chuẩn`."""
    count = ending(tokens, at, "opening_boundary")
    return count > 0 and at - count > first


def _coordinated(tokens: Sequence[Token], first: int, upto: int, dates: Sequence[Span]) -> int:
    """`Nông, lâm nghiệp | tăng`, `học sinh khá, giỏi | chiếm`: short nouns before the last, over commas; longer ones in a list.

    …; cung cấp nước, xử lý rác thải, nước thải | tăng 6,3%
    """
    longest = _LONG if _is_listed(tokens, first) else _SHORT
    while first > 1 and upto - first <= longest and tokens[first - 1].word in COMMA:
        upto = first - 1
        clause = clause_start(tokens, upto)
        opening = behind_of_which(tokens, clause, upto)
        part = tokens[opening:upto]
        if (
            not part
            or len(part) > longest
            or part[-1].word in _TIMED
            or (clause and tokens[clause - 1].word == "%")
            or after_boundary(tokens, upto) > opening
            or starting(tokens, opening, upto, "adverbial")
            or any(not tokens[at].word[0].isalpha() or _links(tokens, at) for at in range(opening, upto))
            or any(start <= token.start < end for token in part for start, end in dates)
        ):
            break
        first = opening
        if opening > clause:
            break
    return first


def behind_of_which(tokens: Sequence[Token], first: int, upto: int) -> int:
    """Where the clause goes on behind `trong đó`: `trong đó | thu nội địa 800 tỷ đồng, bằng 70% dự toán`."""
    return first + 2 if first + 2 < upto and tokens[first].word == "trong" and tokens[first + 1].word == "đó" else first


def _is_listed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clauses before token *at* open behind a colon, a semicolon or another percentage and a comma."""
    while at and tokens[at - 1].word not in STOPS:
        at -= 1
    return at > 0 and (tokens[at - 1].word in (";", ":") or (tokens[at - 1].word == "%" and tokens[at].word in COMMA))


def trim(tokens: Sequence[Token], dates: Sequence[Span]) -> Span | None:
    """The phrase without the place and time that papers hang on it: `chỉ số DAX | tại Đức`, `GRDP | 6 tháng đầu năm`."""
    kept = list(tokens)
    for at, token in enumerate(tokens):
        dated = any(start <= token.start < end for start, end in dates)
        dated = dated and not (at > 1 and "hạn" in (tokens[at - 1].word, tokens[at - 2].word))  # lãi suất kỳ hạn 12 tháng
        timed = token.word in _SPANS and any(follower.word[0].isdigit() for follower in tokens[at + 1 : at + 1 + _SPANS[token.word]])
        compared = token.word == "hơn" and at > 1  # giá thu mua | cao hơn thị trường
        among = token.word == "trong" and at + 2 < len(tokens) and "số" in (tokens[at + 1].word, tokens[at + 2].word)  # trong tổng số 500
        if at and (dated or timed or compared or among or token.word in _PLACE):
            kept = list(tokens[: at - compared])
            break
    while kept and (count := starting(kept, 0, len(kept), "subject_opening") or int(not kept[0].word[0].isalnum())):
        del kept[:count]
    timed = len(kept) < len(tokens)
    while kept and not (len(kept) > 1 and kept[-2].word[0].isdigit()):
        count = ending(kept, len(kept), "subject_tail") or int(kept[-1].word == "," or (timed and kept[-1].word == "tính"))  # tính đến 20/9
        if not count:
            break
        del kept[-count:]
    if kept and kept[0].word[0].isdigit():  # có 12/15 | xã
        kept.pop(0)
        if kept and (is_unit(kept[0].word) or not kept[0].word[0].isalpha()):
            return None
    if not kept or any(start <= kept[0].start < end for start, end in dates):
        return None
    return kept[0].start, kept[-1].end
