"""brackets: what a percentage in brackets measures.

tỷ lệ tầm soát còn thấp | (34%)    đại biểu nữ là 14 người | (28%)    có 12/12 | (100%) | xã    giảm 21 | người chết | (-15%)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.link.clauses import STOPS, clause_start, ending, group, predicate, starting
from trichluc.link.statements import has_own_verb, is_bare, subject_of_clause
from trichluc.link.subjects import after_boundary, is_unit, left_subject, named_before, trim
from trichluc.link.wholes import right_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.link.clauses import Token
    from trichluc.link.subjects import Span
    from trichluc.scene import Scene

__all__ = ["before_bracket", "counted_behind", "opens_with"]

_LISTING = frozenset(("gồm", "như"))
_CHANGING = frozenset(("tăng", "giảm"))


def counted_behind(scene: Scene, tokens: Sequence[Token], upto: int, end: int) -> Span | None:
    """`có 12/12 (100%) | xã`, `6.120 (30%) | thí sinh`: the noun whose number the bracket at token *upto* parts from it."""
    number = tokens[upto - 1].word if upto else ""
    if not number[:1].isdigit() or (upto > 1 and tokens[upto - 2].word in group("number_label")) or not scene.lower.startswith(") ", end):
        return None
    found = right_phrase(scene, end + 1)
    return None if found is None or is_unit(scene.lower[found[0] : found[1]].split(" ")[0]) else found[:2]


def _is_only_named(tokens: Sequence[Token], upto: int) -> bool:
    """Whether the words back to a comma hold neither a number nor a verb of amount: `…, | rau quả | (tăng 4%)`."""
    first = clause_start(tokens, upto)
    at = upto
    while at and tokens[at - 1].word not in STOPS:
        at -= 1
        if tokens[at].word[0].isdigit():
            return False  # 8 bị cáo bị phạt tử hình, tù chung thân (tăng 60%)
    return at < first and not has_own_verb(tokens, upto) and not starting(tokens, first, upto, "adverbial")


def _number_before(tokens: Sequence[Token], upto: int, reach: int, *, first: int = 1) -> int | None:
    """The last number less than *reach* tokens before *upto*, and not before *first*."""
    return next((at for at in range(upto - 1, max(upto - reach, first - 1), -1) if tokens[at].word[0].isdigit()), None)


def _changed(tokens: Sequence[Token], upto: int, dates: Sequence[Span]) -> Span | None:
    """`giảm 30 vụ (-12%), giảm 21 | người chết | (-15%)`: those whose number changed, where their noun says who they are."""
    number = _number_before(tokens, upto, 6)
    if number is None or upto - number < 3 or tokens[number - 1].word not in _CHANGING or is_unit(tokens[number + 1].word):
        return None
    noun = " ".join([token.word for token in tokens[number + 1 : upto]])
    earlier = " ".join([token.word for token in tokens[clause_start(tokens, number) : number]])
    named = f" {noun} " in f" {earlier} "  # số cửa hàng giảm 5 cửa hàng
    return None if named or is_bare(tokens, number + 1, upto) else trim(tokens[number + 1 : upto], dates)


def _held_against(tokens: Sequence[Token], upto: int, dates: Sequence[Span]) -> tuple[Span | None] | None:
    """`thấp hơn chỉ tiêu tại nghị quyết của tỉnh ủy (38%)`: a target is one of the subject, not of whose it is; None where there is none."""
    for at in range(clause_start(tokens, upto) + 1, upto):
        compared = tokens[at].word == "với" and tokens[at - 1].word == "so"
        if (compared or (tokens[at].word == "hơn" and at + 1 < upto)) and any(
            starting(tokens, target, upto, "target") for target in range(at + 1, min(at + 3, upto))
        ):
            found = left_subject(tokens, predicate(tokens[: at + (not compared)]).first, dates)
            return (found or subject_of_clause(tokens, at, dates),)
    return None


def before_bracket(tokens: Sequence[Token], upto: int, dates: Sequence[Span], *, linking: bool) -> Span | None:
    """`Trung Quốc (25%)`, but `chỉ số DAX giảm 30 điểm (-0,24%)` and `thu nội địa 500 tỷ đồng (đạt 60% dự toán)`."""
    if (against := _held_against(tokens, upto, dates)) is not None:
        return against[0]
    if (changed := _changed(tokens, upto, dates)) is not None:
        return changed
    highest = _superlative(tokens, upto, dates)
    if highest is not None:
        return highest
    if (count := ending(tokens, upto, "graded")) and opens_with(tokens, upto - count, "measure_head"):
        return left_subject(tokens, upto - count, dates)  # tỷ lệ tầm soát còn thấp (34%)
    named = named_before(tokens, upto, dates)
    listed = next((at + 1 for at in range(upto - 2, clause_start(tokens, upto), -1) if tokens[at].word in _LISTING), None)
    if listed is not None:  # các mặt hàng tăng gồm | gỗ (tăng 15%)
        return named_before(tokens[listed:], upto - listed, dates)
    if named is not None and _is_only_named(tokens, upto):
        return named  # …, rau quả (tăng 4%)
    if named is not None and not linking and not has_own_verb(tokens, upto):
        counted = subject_of_clause(tokens, upto, dates) if _is_bare(tokens, upto) else None
        return _labelled(tokens, upto, dates) or counted or named  # đại biểu nữ là 14 người (28%)
    return _labelled(tokens, upto, dates) or subject_of_clause(tokens, upto, dates) or named


def _labelled(tokens: Sequence[Token], upto: int, dates: Sequence[Span]) -> Span | None:
    """`số phiếu thuận | : 49 phiếu (84%)`: the heading whose number stands before the bracket."""
    number = _number_before(tokens, upto, 4)
    if number is None or tokens[number - 1].word != ":" or not (number + 1 == upto or is_bare(tokens, number + 1, upto)):
        return None
    return named_before(tokens, number - 1, dates)


def _is_bare(tokens: Sequence[Token], upto: int) -> bool:
    """Whether a number and a noun that only counts stand before token *upto*: `đại biểu nữ là 14 người | (28%)`."""
    number = _number_before(tokens, upto, 4, first=0)
    return number is not None and number + 1 < upto and is_bare(tokens, number + 1, upto)


def _superlative(tokens: Sequence[Token], upto: int, dates: Sequence[Span]) -> Span | None:
    """`tỷ lệ hộ nghèo | cao nhất là huyện An, huyện Bình (45%)`: the rate, not the place."""
    at = upto - 1
    while at > 1 and tokens[at].word not in STOPS:
        if (count := starting(tokens, at, upto, "superlative")) and ending(tokens, at + count, "superlative"):
            found = left_subject(tokens, at, dates)
            return found if opens_with(tokens, at, "measure_head") else None
        at -= 1
    return None


def opens_with(tokens: Sequence[Token], upto: int, name: str) -> bool:
    """Whether the clause that ends before token *upto* opens with a word of a group."""
    return starting(tokens, after_boundary(tokens, upto), upto, name) > 0
