"""Awards: who got them, from whom, in what contest, and whether they were given; the table that a person reads."""

from __future__ import annotations

import msgspec
import pytest

import trichluc
from trichluc.award_rows import AwardRow


def awards(text: str) -> tuple[trichluc.Award, ...]:
    return trichluc.extract(text, entities=False).select(trichluc.Award)


AWARDERS = {
    "Thay mặt lãnh đạo Đảng, Nhà nước, Phó Chủ tịch nước trao Huân chương Lao động hạng Ba cho Sở Y tế.": ("Đảng, Nhà nước", None),
    "Tổng cục Cảnh sát (Bộ Công an), Ban Giám đốc Công an tỉnh trao Giấy khen cho 9 chiến sĩ.": (
        "Tổng cục Cảnh sát (Bộ Công an), Ban Giám đốc Công an tỉnh",
        "ministry",
    ),
    "Hội Khuyến học huyện phối hợp với Phòng Giáo dục và Đào tạo tặng Giấy khen cho 9 em.": ("Hội Khuyến học huyện", "district"),
    "Ban Chỉ huy quân sự huyện nhận Bằng khen của Bộ CHQS tỉnh.": ("Bộ CHQS tỉnh", "province"),
    "Xã Nà Tấu được Đảng uỷ phường biểu dương, tặng giấy khen.": ("Đảng uỷ phường", "commune"),
    "Huyện đoàn nhận Bằng khen của Ban Chấp hành Trung ương Đoàn.": ("Ban Chấp hành Trung ương Đoàn", "national"),
    "Theo Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh, 5 tập thể được tặng Bằng khen.": ("Chủ tịch UBND tỉnh", "province"),
    "Đồng chí Chủ tịch UBND tỉnh và đồng chí Chủ tịch HĐND tỉnh trao cờ thi đua cho 2 xã.": (
        "Chủ tịch UBND tỉnh và đồng chí Chủ tịch HĐND tỉnh",
        "province",
    ),
    "Công đoàn được Tổng Liên đoàn tặng Cờ thi đua.": ("Tổng Liên đoàn", "national"),
    "Quỹ tín dụng nhận Bằng khen của Thống đốc Ngân hàng Nhà nước Việt Nam.": ("Thống đốc Ngân hàng Nhà nước Việt Nam", "ministry"),
    "Ông Giàng A Lử nhận Bằng khen của Thủ tướng Chính phủ.": ("Thủ tướng Chính phủ", "national"),
    "UBND tỉnh Cao Bằng tặng Bằng khen cho 4 tập thể.": ("UBND tỉnh Cao Bằng", "province"),
    "4 tập thể được Bộ trưởng Bộ Công an tặng Bằng khen.": ("Bộ trưởng Bộ Công an", "ministry"),
    "Quyết định của Chủ tịch UBND huyện tặng Giấy khen cho 9 hộ.": ("Chủ tịch UBND huyện", "district"),
    "Bà Mai nhận Kỷ niệm chương do Trung ương Hội Nông dân trao tặng.": ("Trung ương Hội Nông dân", "national"),
    "Thừa uỷ quyền của Chủ tịch nước, Bí thư Tỉnh uỷ trao Huân chương Lao động hạng Ba cho Sở Tài chính.": ("Chủ tịch nước", "national"),
    "Hội Nông dân tỉnh được Trung ương Hội tặng Bằng khen.": ("Trung ương Hội", "national"),
    "Ban Bí thư Trung ương Đoàn trao Bằng khen cho 8 cán bộ Đoàn.": ("Ban Bí thư Trung ương Đoàn", "national"),
    "Chủ tịch UBND tỉnh có thư khen gửi Công an huyện Bố Trạch.": ("Chủ tịch UBND tỉnh", "province"),
    "Ban Giám khảo trao giải Nhất cho đội xã Hoà Bình.": ("Ban Giám khảo", None),
    "Đội xã Hoà Bình đạt giải Nhất.": (None, None),
}


@pytest.mark.parametrize("text", AWARDERS)
def test_awarder_and_its_level(text: str) -> None:
    (award,) = awards(text)
    assert (award.awarder, award.level) == AWARDERS[text]


def test_a_heading_gives_its_lines_their_awarder() -> None:
    found = awards("UBND tỉnh Sơn La tặng:\n- Cờ thi đua cho 2 tập thể\n- Bằng khen: 14 cá nhân\n")
    assert [(award.awarder, [r.text for r in award.recipients]) for award in found] == [
        ("UBND tỉnh Sơn La", ["2 tập thể"]),
        ("UBND tỉnh Sơn La", ["14 cá nhân"]),
    ]


def test_an_event_is_carried_to_the_sentences_behind() -> None:
    text = 'Tỉnh đoàn vừa bế mạc Hội thi tin học trẻ "Sáng tạo xanh" lần thứ V. Em Lê Minh đạt giải Nhất. Em Hà An đạt giải Nhì.'
    assert {award.event for award in awards(text)} == {'Hội thi tin học trẻ "Sáng tạo xanh" lần thứ V'}


def test_an_event_of_contests_is_no_event_of_orders() -> None:
    (award,) = awards('Hội thi "Nhà nông đua tài" kết thúc. Ông Sùng A Dơ nhận Huân chương Lao động hạng Ba.')
    assert award.event is None


STATUSES = {
    "Đội phấn đấu đạt giải Ba.": "planned",
    "Sở đề nghị Bộ Y tế tặng Bằng khen cho 2 bệnh viện.": "proposed",
    "Hội thi không có giải Nhất.": "denied",
    "Ông bị thu hồi Bằng khen.": "denied",
    "Nếu đạt giải Nhất, đội sẽ dự thi toàn quốc.": "mentioned",
    "Dù đặt mục tiêu cao, đội đã đạt giải Ba.": "awarded",
    "Những thí sinh đạt giải Nhất sẽ dự thi cấp tỉnh.": "awarded",
    "Phòng Tài chính - Kế hoạch huyện được tặng Bằng khen.": "awarded",
    "Công trình được tặng giải thưởng Vifotec.": "awarded",
    "Xã hoàn thành vượt kế hoạch được tặng Bằng khen.": "awarded",
    "Trong điều kiện khó khăn đội vẫn đạt giải Nhất.": "awarded",
    "Sau khi mất ông được truy tặng Huân chương Độc lập.": "awarded",
    "Đội để mất giải Nhất.": "denied",
    "Xã đặt mục tiêu giành Cờ thi đua.": "planned",
    'Chi bộ đạt tiêu chuẩn "Trong sạch, vững mạnh".': "awarded",
    "Sở Nội vụ trình Chủ tịch UBND tỉnh xem xét, tặng Bằng khen cho 8 tập thể.": "proposed",
}


@pytest.mark.parametrize("text", STATUSES)
def test_status(text: str) -> None:
    assert [award.status for award in awards(text)] == [STATUSES[text]]


def test_times_and_posthumous() -> None:
    (flag,) = awards("Trường 3 năm liền nhận Cờ thi đua.")
    (order,) = awards("Ông Lý được truy tặng Huân chương Độc lập hạng Nhất.")
    assert (flag.times, flag.posthumous, order.times, order.posthumous) == (3, False, None, True)


def test_an_ordinal_of_times_is_no_edition_of_the_contest() -> None:
    (award,) = awards("Đội tuyển nữ vô địch SEA Games lần thứ ba liên tiếp.")
    assert (award.event, award.times) == ("SEA Games", 3)


def test_an_order_has_not_the_giver_of_the_certificate_behind_it() -> None:
    order, certificate = awards("Công ty được tặng 2 Huân chương Lao động, 5 Bằng khen của Thủ tướng Chính phủ.")
    assert (order.awarder, certificate.awarder) == (None, "Thủ tướng Chính phủ")


def test_the_number_of_a_member_is_no_quantity() -> None:
    (award,) = awards("Đạt giải Nhất: 1. Sở Y tế; 2. Sở Công Thương.")
    assert award.quantity is None


def test_the_contest_stands_behind_the_field() -> None:
    (award,) = awards("Em Mã Thị Sen giành giải Nhì môn Lịch sử kỳ thi học sinh giỏi quốc gia năm học 2020-2021.")
    assert (award.event, award.level) == ("kỳ thi học sinh giỏi quốc gia năm học 2020-2021", "national")


def test_each_award_has_the_date_of_its_own_clause() -> None:
    found = awards("Năm 2003, xã được tặng Huân chương Lao động hạng Ba; năm 2008, được tặng Huân chương Lao động hạng Nhì.")
    assert [award.date for award in found] == ["2003", "2008"]
    (badge,) = awards("Đảng uỷ xã trao Huy hiệu 60 năm tuổi Đảng cho ông Lò Văn Hặc (sinh năm 1940).")
    assert badge.date is None


def test_each_award_has_the_date_in_brackets_behind_it() -> None:
    found = awards("Nhà máy được tặng Huân chương Lao động hạng Nhì (2015), hạng Ba (2010).")
    assert [(award.rank, award.quantity, award.date) for award in found] == [("2", None, "2015"), ("3", None, "2010")]


def test_recipients_are_slices_of_the_source_in_any_composition() -> None:
    text = "Trường THPT Việt Bắc\u200b được\u00a0tặng Bằng khen; giải nhì thuộc về em Hoa\u0300ng Thi\u0323 Mai."
    for award in awards(text):
        assert award.recipients
        for recipient in award.recipients:
            assert text[recipient.start : recipient.end] == recipient.text


def test_the_verb_is_no_second_record_beside_a_named_award() -> None:
    assert [award.text for award in awards("Huyện khen thưởng, tặng Giấy khen cho 6 tập thể.")] == ["Giấy khen"]
    assert [award.text for award in awards("Huyện khen thưởng 6 tập thể.")] == ["khen thưởng"]
    assert awards("Để vinh danh nghề dệt, làng mở hội.") == ()


def test_award_table_has_a_row_for_each_recipient() -> None:
    rows = trichluc.extract("UBND xã tặng 2 Giấy khen cho ông Vi Văn Tâm và Chi hội Phụ nữ thôn Bản Chu.", entities=False).award_table()
    assert [(row.recipient, row.award, row.quantity, row.awarder, row.level, row.status) for row in rows] == [
        ("Vi Văn Tâm", "Giấy khen", 2, "UBND xã", "commune", "awarded"),
        ("Chi hội Phụ nữ thôn Bản Chu", "Giấy khen", 2, "UBND xã", "commune", "awarded"),
    ]
    assert msgspec.structs.asdict(rows[0]).keys() == set(AwardRow.__struct_fields__)


def test_award_table_keeps_an_award_of_nobody() -> None:
    rows = trichluc.extract("Ban Tổ chức trao 5 giải Khuyến khích.", entities=False).award_table()
    assert [(row.recipient, row.award, row.rank, row.quantity) for row in rows] == [(None, "Giải Khuyến khích", "consolation", 5)]


def test_a_passage_printed_twice_gives_its_rows_once() -> None:
    lead = "Sáng nay, UBND tỉnh Lào Cai đã tặng Bằng khen cho 3 tập thể có nhiều thành tích trong phòng, chống thiên tai năm qua."
    text = f"Trao Bằng khen phòng chống thiên tai\n\n{lead}\n\n{lead} Lễ trao diễn ra trang trọng."
    extraction = trichluc.extract(text, entities=False)
    given = [row for row in extraction.award_table() if row.recipient == "3 tập thể"]
    assert len([award for award in extraction.select(trichluc.Award) if award.recipients]) == 2
    assert len(given) == 1


@pytest.mark.parametrize(
    "piece", ["giải Nhất, ", "được tặng Bằng khen cho 2 tập thể, ", "em Lan đạt giải Nhì; ", "“giải Ba” và ông được nhận "]
)
def test_a_line_without_end_is_read_in_linear_time(piece: str) -> None:
    import time

    def seconds(times: int) -> float:
        start = time.perf_counter()
        trichluc.extract(piece * times, entities=False)
        return time.perf_counter() - start

    seconds(10)
    short, long = min(seconds(250) for _ in range(3)), min(seconds(1000) for _ in range(2))
    assert long < 10 * short


DAYS = {
    "Ngày 10/11/2013, trường kỷ niệm 25 năm thành lập (1988 - 2013) và đón nhận Huân chương Lao động hạng Nhì.": "2013-11-10",
    "Sáng 5/9/2019, trường khai giảng năm học 2019-2020 và đón nhận Cờ thi đua của Chính phủ.": "2019-09-05TMO",
    "Nữ xạ thủ sinh năm 2003 vừa giành HCV.": None,
    "Xã tặng Giấy khen cho 10 hộ trong phong trào thi đua giai đoạn 2011 - 2016.": None,
    "Năm học 2020-2021, em Lan đạt giải Nhất.": "2020/2021",
    "Từ năm 2014 đến nay, tổ được tặng Bằng khen.": None,
    "Ông được tặng Huân chương Độc lập hạng Nhì (2015).": "2015",
}


@pytest.mark.parametrize("text", DAYS)
def test_the_day_of_giving(text: str) -> None:
    assert awards(text)[-1].date == DAYS[text]


def test_each_award_has_its_own_year() -> None:
    found = awards("Huyện được tặng Huân chương Lao động hạng Nhì năm 1998, Cờ thi đua của Thủ tướng Chính phủ năm 2010.")
    assert [award.date for award in found] == ["1998", "2010"]


TIMES = {
    "Tổ ba lần được tặng Cờ thi đua.": 3,
    "Đây là lần thứ hai đội nữ được tặng Huân chương Lao động.": 2,
    "Chị hiến máu 40 lần được tặng Kỷ niệm chương.": None,
    # the edition of a title, a prize or its ceremony
    "Bộ Văn hoá trao danh hiệu Nghệ sĩ ưu tú lần thứ 10 cho 5 nghệ sĩ.": None,
    "Đây là lần thứ 9 lễ tôn vinh và trao danh hiệu Doanh nhân tiêu biểu cho 20 doanh nhân.": None,
    "Nhà nước tặng danh hiệu Anh hùng Lao động lần thứ hai cho Tổng công ty Mai Sơn.": 2,
}


@pytest.mark.parametrize("text", TIMES)
def test_how_often(text: str) -> None:
    assert awards(text)[0].times == TIMES[text]


def test_a_number_word_with_a_capital_counts_no_names() -> None:
    found = awards("Trao giải Ba môn Toán cho em Hà My, giải Khuyến khích môn Văn cho em Lê Lan.")
    assert [[r.text for r in award.recipients] for award in found] == [["Hà My"], ["Lê Lan"]]


def test_a_prize_of_another_year_has_not_the_contest_of_the_article() -> None:
    found = awards("Hội thi Tin học trẻ tỉnh năm 2022 vừa bế mạc. Em Lan đạt giải Nhất. Năm 2018, em Nam đạt giải Nhì.")
    assert [award.event for award in found] == ["Hội thi Tin học trẻ tỉnh năm 2022", None]


RECEIVERS = {
    "440 đảng viên quận Long Biên nhận Huy hiệu Đảng.": ["440 đảng viên"],
    "12 hộ dân ở xã Tân An được tặng Giấy khen.": ["12 hộ dân"],
    "17 đồng chí công tác tại các cơ quan, đơn vị Bộ CHQS tỉnh được tặng Bằng khen.": ["17 đồng chí"],
    "24 tập thể, 78 cá nhân thuộc lực lượng dân quân được tặng Bằng khen.": ["24 tập thể", "78 cá nhân"],
    "Toàn huyện có 1.200 tập thể, cá nhân được khen thưởng.": ["1.200 tập thể, cá nhân"],
    "15 đoàn viên tiêu biểu, có nhiều đóng góp cho xóm bản cũng được biểu dương.": ["15 đoàn viên"],
    "Bà Rịa - Vũng Tàu đoạt 2 huy chương bạc.": ["Bà Rịa - Vũng Tàu"],
    "Thiếu tướng Trần Văn Bách, Phó Tổng cục trưởng Tổng cục Cảnh sát trao quà cho 4 đội đạt giải Nhất.": ["4 đội"],
    "Trao giải Nhất cá nhân cho chị Mạc Thị Hoa.": ["Mạc Thị Hoa"],
    "Sở Giáo dục vừa công bố kết quả kỳ thi với 66 giải Nhất.": [],
    "Hội đồng nhận được 147 hồ sơ đề cử danh hiệu Công dân ưu tú.": [],
    "Cô gái Nghệ An giành HCV.": [],
    "Việt Nam xếp sau Malaysia (12 HCV).": ["Malaysia"],
    "Năm qua có 30 chi bộ xếp loại “Hoàn thành tốt nhiệm vụ”.": ["30 chi bộ"],
    "100 nông dân được tuyên dương sáng nay, đại diện cho 3 triệu nông dân.": ["100 nông dân"],
    "Trường tổ chức kỷ niệm 30 năm thành lập và đón nhận Huân chương Lao động.": ["Trường"],
}


@pytest.mark.parametrize("text", RECEIVERS)
def test_who_received(text: str) -> None:
    assert [r.text for r in awards(text)[-1].recipients] == RECEIVERS[text]


GIVERS = {
    "Xã tặng Giấy khen cho 15 hộ; Hội Nông dân huyện biểu dương 27 hộ.": "Hội Nông dân huyện",
    "22 đơn vị được Thủ trưởng Bộ Quốc phòng tặng Bằng khen.": "Thủ trưởng Bộ Quốc phòng",
    "Trung ương Hội chủ trì, phối hợp với Bộ Công Thương, Bộ Y tế tổ chức lễ trao danh hiệu Nông dân xuất sắc.": "Trung ương Hội",
    "Lê Lan là chủ nhân 1 trong 4 HCV của đoàn thể thao Việt Nam.": None,
    # not the place; bodies in a row stay
    "Cũng tại TP. Vinh, Đảng uỷ xã Hưng Đông trao Huy hiệu Đảng cho 9 đảng viên.": "Đảng uỷ xã Hưng Đông",
    "Tại xã Mường Bú, huyện Mường La, Huyện đoàn tặng Giấy khen cho 5 chi đoàn.": "Huyện đoàn",
    "Tại Trung tâm Hội nghị tỉnh, Tỉnh đoàn tuyên dương 30 đoàn viên.": "Tỉnh đoàn",
    "Tại hội nghị, UBND huyện, Huyện đoàn tặng Giấy khen cho 5 hộ.": "UBND huyện, Huyện đoàn",
    # one subject, two verbs; who admits those who are then said to have it
    "UBND huyện công nhận 40 hộ đạt danh hiệu gia đình văn hoá, tặng Giấy khen cho 5 tập thể.": "UBND huyện",
    # who hands it over by name; who only rewards gives no prize
    "Chủ tịch UBND tỉnh Lò Văn Sơn trao giải cho các tác giả đoạt giải A.": "Chủ tịch UBND tỉnh Lò Văn Sơn",
    "Nhà trường trao thưởng cho 12 học sinh đạt giải Nhất.": None,
    "Phó Thủ tướng Thường trực Chính phủ Lò Văn Sơn trao Huân chương Lao động hạng Nhì cho Bộ Công an.": (
        "Phó Thủ tướng Thường trực Chính phủ Lò Văn Sơn"
    ),
    # no document
    "Chủ tịch nước ký Quyết định số 5/QĐ-CTN tặng Huân chương Lao động hạng Ba cho ông A; Quyết định số 6/QĐ-CTN tặng Huân chương Lao động hạng Nhì cho ông B.": "Chủ tịch nước",
    "Hội đồng Giải thưởng đã trao 3 giải A cho Báo Sơn La.": "Hội đồng Giải thưởng",
    "Hội đồng Thương hiệu quốc gia vinh danh 8 doanh nghiệp.": "Hội đồng Thương hiệu quốc gia",
}


@pytest.mark.parametrize("text", GIVERS)
def test_who_gave(text: str) -> None:
    assert awards(text)[-1].awarder == GIVERS[text]


def test_a_form_of_address_may_end_the_text() -> None:
    (award,) = awards("Xã đã khen thưởng 3 hộ trong phong trào nông dân")
    assert award.category == "commendation"


EVENTS = {
    "Giải bóng chuyền công chức, viên chức tỉnh năm 2019 đã trao giải Nhất cho đội Sở Y tế.": (
        "Giải bóng chuyền công chức, viên chức tỉnh năm 2019"
    ),
    "Chị Hoa đoạt giải Ba Hội thi tuyên truyền viên, báo cáo viên giỏi tỉnh.": "Hội thi tuyên truyền viên, báo cáo viên giỏi tỉnh",
    "Báo Sơn La đoạt giải B Giải báo chí cấp tỉnh về xây dựng Đảng lần thứ V.": "Giải báo chí cấp tỉnh về xây dựng Đảng lần thứ V",
    "Giải thưởng văn học, nghệ thuật Côn Sơn đã trao 3 giải A.": "Giải thưởng văn học, nghệ thuật Côn Sơn",
}


@pytest.mark.parametrize("text", EVENTS)
def test_the_whole_name_of_the_contest(text: str) -> None:
    assert awards(text)[-1].event == EVENTS[text]


def test_a_venue_gives_no_prizes() -> None:
    text = (
        "Tối 5/3, tại Nhà hát Lớn Hà Nội đã diễn ra lễ trao Giải báo chí toàn quốc lần thứ V. Danh sách 6 giải A gồm có các tác phẩm sau."
    )
    assert (awards(text)[-1].awarder, awards(text)[-1].level) == (None, "national")


def test_a_cooperative_is_no_commune() -> None:
    assert awards("Liên minh Hợp tác xã tỉnh tặng Giấy khen cho 5 tập thể.")[0].level == "province"


def test_a_round_of_giving_is_no_day() -> None:
    assert awards("Lễ trao Huy hiệu Đảng đợt 2/9 cho 12 đảng viên.")[0].date is None
