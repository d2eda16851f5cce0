"""wholes: the noun phrase right of a percentage: `91% | số hộ`, `30% | nguy cơ mắc bệnh tim mạch`, `52,8% | dự toán`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.link.clauses import TOKEN, Token, ending, join_compounds, series_length, starting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.scene import Scene

__all__ = ["right_phrase"]

_MOST_RIGHT, _SPARE = 9, 3
# Only a noun of the same series goes on with the phrase behind these: 100% xã | , thị trấn; 95% cán bộ | và công chức.
_JOINS = frozenset((",", "và"))
_BRACKETED = (") số ", ") tổng số ")
_AMONG = re.compile(r" trong (?:tổng )?số (?!này|đó|ấy)(?:(?:hơn|gần|khoảng|trên) )?(?:[\d.,]+ )?(?=[^\W\d_])")
# Behind these a verb is a noun: sự | ủng hộ.
_NOMINAL = frozenset(("sự", "việc", "cuộc", "nỗi"))


def right_phrase(scene: Scene, at: int) -> tuple[int, int, bool] | None:
    """The noun phrase behind a percentage, and whether it is only what the number is compared with (`dự toán`, `GDP`)."""
    if scene.lower.startswith(_BRACKETED, at):
        at += 1  # gần một nửa (48%) số người được hỏi
    if not scene.lower.startswith(" ", at):
        return None
    if (among := _AMONG.match(scene.lower, at)) is not None:
        at = among.end() - 1  # 80% trong số 500 | người được khảo sát
    limit = scene.limit(at)
    tokens: list[Token] = []
    for match in TOKEN.finditer(scene.lower, at, min(limit, at + 120)):
        if match[0] == "%" and tokens:
            tokens.pop()  # 10% người giàu nắm 70%
        if not (match[0][0].isalnum() or (match[0] == "," and tokens)) or len(tokens) > _MOST_RIGHT + _SPARE:
            break
        tokens.append(Token(match.start(), match.end(), match[0]))
    tokens = join_compounds(tokens)
    upto, coordinated = 0, False
    while upto < min(len(tokens), _MOST_RIGHT):
        part = starting(tokens, upto, len(tokens), "right_part") if upto else 0
        if upto and tokens[upto].word in _JOINS:
            part = 1 + series_length(tokens, upto, upto + 1)
            if part == 1:
                break
        elif not part and (
            coordinated
            or (
                starting(tokens, upto, len(tokens), "right_end")
                and not _is_noun(tokens, upto)
                and not (upto and tokens[upto - 1].word in _NOMINAL)
            )
        ):
            break
        coordinated = coordinated or bool(upto and tokens[upto].word in _JOINS)
        upto += part or 1
    if not upto or tokens[0].word.isdigit() or tokens[0].word == "của":
        return None
    return tokens[0].start, tokens[upto - 1].end, starting(tokens, 0, upto, "reference") > 0


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether what looks like the end of the phrase is part of a noun: `nguy cơ | mắc bệnh`, `100% | tổ chức đảng`."""
    return any(ending(tokens, end, "no_right_end") > end - at for end in (at + 1, at + 2) if end <= len(tokens)) or (
        not at and starting(tokens, 0, len(tokens), "right_opening") > 0
    )
