"""claim: where two families want the same characters, which reading stands; pair by pair."""

from __future__ import annotations

import pytest

import trichluc
from trichluc.claim import claim
from trichluc.records import Count, Date
from trichluc.rule import FIRM, PLAIN, Candidate

# families that want the same characters, a text in which they do, and all its records
PAIRS = [
    ("citation", "date", "Nghị định 24 năm 2010 còn hiệu lực.", ["citation Nghị định 24 năm 2010"]),
    ("citation", "date", "Theo Nghị định 100/2019/NĐ-CP.", ["citation Nghị định 100/2019/NĐ-CP"]),
    ("citation", "count", "Xã quán triệt các Nghị quyết 18, 19 tới đảng viên.", ["citation Nghị quyết 18", "citation 19"]),
    ("citation", "block", "Theo khoản 2 Điều 5 Luật Đất đai năm 2013.", ["citation Luật Đất đai năm 2013"]),
    ("award", "count", "Ban tổ chức trao 5 giải Nhất.", ["award giải Nhất"]),
    ("award", "duration", "Ông được trao Huy hiệu 60 năm tuổi Đảng.", ["award Huy hiệu 60 năm tuổi Đảng"]),
    ("award", "count", "Đội xếp thứ 3 toàn đoàn.", ["award xếp thứ 3 toàn đoàn"]),
    ("date", "duration", "Kết quả 6 tháng đầu năm 2022.", ["date 6 tháng đầu năm 2022"]),
    ("date", "count", "Trong năm 2010, xã có 12 thôn.", ["date năm 2010", "count 12 thôn"]),
    ("date", "measure", "Tháng 3, xã trồng 20 ha rừng.", ["date Tháng 3", "measure 20 ha"]),
    ("block", "date", "Nhà ở đường 30/4, phường 5.", []),
    ("block", "count", "Xe chạy trên Quốc lộ 1 qua Km 35.", []),
    ("block", "count", "Phong trào “5 không, 3 sạch” lan toả.", []),
    ("percentage", "count", "Có 95% hộ dân tham gia.", ["percentage 95%"]),
    ("percentage", "date", "Lãi suất 6,8%/năm.", ["percentage 6,8%"]),
    ("money", "count", "Xã chi 5 triệu đồng.", ["money 5 triệu đồng"]),
    ("money", "date", "Lương 10 triệu đồng/tháng.", ["money 10 triệu đồng"]),
    ("duration", "count", "Công trình kéo dài 5 năm.", ["duration 5 năm"]),
    ("duration", "date", "Sau năm năm, xã đổi thay.", ["duration năm năm"]),
    ("measure", "count", "Xã có 20 ha lúa.", ["measure 20 ha"]),
    ("measure", "duration", "Ông 70 tuổi, có 40 năm tuổi Đảng.", ["measure 70 tuổi", "duration 40 năm"]),
    ("count", "count", "Có 467/470 đại biểu dự.", ["count 467/470 đại biểu"]),
]


@pytest.mark.parametrize(
    ("one", "other", "text", "expected"), PAIRS, ids=[f"{one} and {other}: {text[:40]}" for one, other, text, _ in PAIRS]
)
def test_the_reading_that_stands(one: str, other: str, text: str, expected: list[str]) -> None:
    del one, other
    assert [f"{record.type} {record.text}" for record in trichluc.extract(text, entities=False).records] == expected


def candidate(record: type[trichluc.Record], start: int, end: int, *, strength: int = PLAIN, order: int = 0) -> Candidate:
    return Candidate(record, start, end, claims=((start, end),), strength=strength, order=order)


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        (candidate(Count, 4, 6, strength=FIRM), candidate(Date, 0, 9)),
        (candidate(Date, 0, 9), candidate(Count, 4, 6)),
        (candidate(Date, 0, 9, order=1), candidate(Count, 0, 9, order=2)),
        (candidate(Date, 0, 9), candidate(Date, 5, 14)),
    ],
    ids=["strength before length", "length before order", "order before place", "left before right"],
)
def test_precedence(winner: Candidate, loser: Candidate) -> None:
    for candidates in ([winner, loser], [loser, winner]):
        claims = claim(candidates)
        assert claims.winners == (winner,)
        assert [(lost.candidate, lost.winner) for lost in claims.losers] == [(loser, winner)]


def test_a_candidate_may_claim_stretches_apart_from_its_span() -> None:
    award = Candidate(Date, 10, 20, claims=((2, 4), (10, 20)))
    count = Candidate(Count, 2, 8, claims=((2, 8),))
    beside = Candidate(Count, 5, 9, claims=((5, 9),))
    assert claim([award, count, beside]).winners == (beside, award)
