"""The grammar of organizations and offices, anchored: how far a name reaches from where it begins. The bar marks its end."""

from __future__ import annotations

import pytest

from trichluc.entities.organizations import issuer_at, organization_at
from trichluc.entities.people import person_at
from trichluc.entities.places import place_at
from trichluc.text import fold

ORGANIZATIONS = """
Ban Thường vụ Tỉnh uỷ | đã ban hành
Ban Thường vụ Tỉnh ủy Cao Bằng | tiếp tục
Đảng uỷ Khối các cơ quan và doanh nghiệp tỉnh | trao giải
Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh | công bố
Uỷ ban Thường vụ Quốc hội|, tỉnh
Ban Chấp hành Đảng bộ huyện Bình Gia | Hoàng Văn Minh
UBND TPHCM | Nguyễn Văn Hoan
Chủ tịch |UBND xã| Đỗ Khắc Bình
Bộ Nông nghiệp và Phát triển nông thôn | và Bộ Tài chính
Bộ giao thông vận tải | tặng
Trường THPT chuyên Chu Văn An|, tỉnh Lạng Sơn
Trường THPT Đô Lương 1 | lấy 23,4 điểm
Trường Tiểu học Lê Văn Tám | 3 năm liền
Trường Phổ thông Dân tộc nội trú huyện Mèo Vạc | khai giảng
Trường Đại học Bà Rịa- Vũng Tàu|(BVU)
Trung học Thực hành Đại học Sư phạm Thành phố Hồ Chí Minh | (quận 5)
Đại học Quốc gia Hà Nội | tặng
Hội Liên hiệp Phụ nữ tỉnh | đã
Công ty cổ phần xi măng Đồng Bành | đã
Công ty TNHH một thành viên Khai thác công trình thủy lợi Bắc Kạn | đã
Hợp tác xã Quế hồi Bình Minh | đã
Toà án nhân dân tối cao | ra
Uỷ ban Trung ương MTTQ Việt Nam|
Trung ương Hội Sinh viên Việt Nam | đã
Trung tâm Dự báo Khí tượng Thủy văn Trung ương|, nhiệt
Viện Du lịch – Quản lý – Kinh doanh | đã
Văn phòng UBND TPHCM | và ông
Bộ Tư pháp | và Bộ Công an kiến nghị
Báo Người Lao Động | đã
Báo Công an nhân dân | đưa tin
Bộ Quốc phòng Nga | cho biết
Công an TP HCM | sẽ
Sở Y tế | Nguyễn Văn A
Sở Y tế | kiểm tra 5 cơ sở
Bộ Công an | điều tra vụ án
Chi bộ | phát triển 5 đảng viên
Sở Văn hóa, Thể thao và Du lịch | đề nghị
Ngân hàng Nhà nước chi nhánh tỉnh | công khai
Cơ quan Cảnh sát điều tra Công an tỉnh Bắc Giang | khởi tố
Ban Thi đua - Khen thưởng Trung ương | tặng
Ban Chỉ đạo phòng, chống tham nhũng tỉnh | họp
Bệnh viện Đa khoa tỉnh Lào Cai | tiếp nhận
Hiệp hội các nhà bán lẻ Việt Nam | đề nghị
Quân khu 4 | tặng
Đoàn kiểm tra số 469|) do
UỶ BAN NHÂN DÂN TỈNH LẠNG SƠN | TRAO
Quân uỷ TƯ|, Bộ Quốc phòng
""".strip().splitlines()
ISSUERS = """
Thủ tướng Chính phủ | ký
Thủ tướng Nguyễn Văn Hoà | trao
Chủ tịch nước | tặng
Chủ tịch UBND tỉnh | tặng
Bộ trưởng Quốc phòng | tặng
Giám đốc Công an tỉnh Điện Biên | thưởng
Chủ tịch Hồ Chí Minh | ra
Ban tổ chức | trao
BTC hội thi | trao
tỉnh | tặng
tỉnh Lạng Sơn | tặng
Trung ương | tặng
Ban Thường vụ Huyện uỷ | tặng
""".strip().splitlines()
NONE = ("Các sở, ban, ngành", "học sinh giỏi", "ban tổ chức trao", "Đảng viên cao tuổi", "", "12 tập thể", "Nguyễn Văn A", "xã hội")


def spans(line: str) -> tuple[str, int, int]:
    """A line's text, and where the name between its bars starts and ends; one bar marks the end of a name at the line's start."""
    parts = [fold(part).folded for part in line.split("|")]
    if len(parts) == 2:
        parts.insert(0, "")
    start = len(parts[0])
    return "".join(parts), start, start + len(parts[1].rstrip())


@pytest.mark.parametrize("line", ORGANIZATIONS)
def test_organization_reaches_its_bar(line: str) -> None:
    text, start, stop = spans(line)
    assert organization_at(fold(text), start, len(text)) == stop


@pytest.mark.parametrize("line", ISSUERS)
def test_issuer_reaches_its_bar(line: str) -> None:
    text, start, stop = spans(line)
    assert issuer_at(fold(text), start, len(text)) == stop


@pytest.mark.parametrize("text", NONE)
def test_nothing_begins_where_no_name_does(text: str) -> None:
    assert organization_at(fold(text), 0, len(text)) is None


def test_nothing_is_read_behind_the_end() -> None:
    text = fold("Sở Giáo dục và Đào tạo tỉnh Tây Ninh")
    assert organization_at(text, 0, 11) == len("Sở Giáo dục")
    assert organization_at(text, 0, 2) is None
    assert organization_at(text, 30, 30) is None


@pytest.mark.parametrize(
    ("line", "stop"),
    [
        ("Nguyễn Văn Minh, Bí thư", 15),
        ("Vi Thị Hoa và", 10),
        ("Giàng A Lử được", 10),
        ("LÒ VĂN ÁNH, 35 tuổi", 10),
        ("Hà Nội mới", 6),
        ("học sinh", None),
    ],
)
def test_person_reaches_the_last_capital(line: str, stop: int | None) -> None:
    assert person_at(fold(line), 0, len(line)) == stop


@pytest.mark.parametrize(
    ("line", "stop"),
    [
        ("thị trấn Cao Lộc, tỉnh", 16),
        ("TP. Vinh đón", 8),
        ("TP.HCM và", 6),
        ("quận 12 có", 7),
        ("xã Ia H'Drai họp", 12),
        ("Bà Rịa - Vũng Tàu có", 17),
        ("huyện Cao Lộc Hoàng Văn Minh", 13),
        ("P.Bình An", 9),
        ("xã hội phát triển", None),
        ("tỉnh lộ 5", None),
    ],
)
def test_place_reaches_the_end_of_its_name(line: str, stop: int | None) -> None:
    assert place_at(fold(line), 0, len(line)) == stop


def test_a_long_run_of_capitals_costs_little() -> None:
    text = fold("Trung tâm " + "Hoa " * 20_000)
    end = organization_at(text, 0, len(text.folded))
    assert end is not None
    assert end < 100
