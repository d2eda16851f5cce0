"""Names made of digits claim them, and real dates, counts and amounts behind the same words stay."""

from __future__ import annotations

import pytest

import trichluc
from trichluc.claim import claim
from trichluc.pipeline import default_pipeline


def blocked(text: str) -> list[str]:
    pipeline = default_pipeline()
    scene = pipeline.survey(text)
    return [scene.folded[winner.start : winner.end] for winner in claim(pipeline.propose(scene)).winners if winner.record is None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Xe biển số 12A-345.67 dừng.", "biển số 12A-345.67"),
        ("Xe 29C1-123.45 dừng.", "29C1-123.45"),
        ("Nhà ở đường 30/4.", "đường 30/4"),
        ("Đội thắng 2-1.", "2-1"),
        ("Bản đồ tỷ lệ 1/500.", "tỷ lệ 1/500"),
        ("Tạp chí số 5/2022 ra rồi.", "Tạp chí số 5/2022"),
        ("Dọc Quốc lộ 1A.", "Quốc lộ 1A"),
        ("Tại Km 35+200 có cầu.", "Km 35+200"),
        ('Phong trào "5 không, 3 sạch".', '"5 không, 3 sạch"'),
        ("Trực 24/24 giờ.", "24/24 giờ"),
        ("Giải nhất: 67890 - 12345", "Giải nhất: 67890 - 12345"),
    ],
)
def test_a_name_is_blocked(text: str, name: str) -> None:
    assert name in blocked(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ngày 30/4 họp.", "Ngày 30/4"),
        ("Ngày 7/7 họp.", "Ngày 7/7"),
        ("Đường dài 30 km.", "30 km"),
        ("Tài khoản có 5 triệu đồng.", "5 triệu đồng"),
        ("Chỉ thị số 05-CT/TW ngày 15/5/2016.", "Chỉ thị số 05-CT/TW"),
        ("Đội giành giải nhất.", "giải nhất"),
        ("Cùng kỳ năm 2018 đạt.", "năm 2018"),
        ("Lớp 30 học sinh.", "30 học sinh"),
        ("Lớp 5 tuổi.", "5 tuổi"),
        ("Thắng 10 - 15 điểm.", "10 - 15 điểm"),
    ],
)
def test_what_is_no_name_stays(text: str, kept: str) -> None:
    assert kept in [record.text for record in trichluc.extract(text, entities=False).records]
