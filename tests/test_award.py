"""Awards: who got them, from whom, in what contest, and whether they were given; the table that a person reads."""

from __future__ import annotations

import msgspec
import pytest

import trichluc
from trichluc.award_rows import AwardRow


def awards(text: str) -> tuple[trichluc.Award, ...]:
    return trichluc.extract(text, entities=False).select(trichluc.Award)


def told(text: str) -> list[tuple[str, list[str]]]:
    return [(award.text, [recipient.text for recipient in award.recipients]) for award in awards(text)]


RECIPIENTS = {
    # subject of a verb of winning
    "Đội bản Nà Lốc giành giải Nhất.": [("giải Nhất", ["Đội bản Nà Lốc"])],
    "Em Lò Văn Pánh đoạt giải Nhì.": [("giải Nhì", ["Lò Văn Pánh"])],
    "Kết quả, thí sinh Vàng Thị Mỷ (Trường THPT Mèo Vạc) đạt giải Ba.": [("giải Ba", ["Vàng Thị Mỷ"])],
    "Nghệ sĩ đàn bầu trẻ tuổi Lê Hoài Thương nhận huy chương vàng.": [("huy chương vàng", ["Lê Hoài Thương"])],
    "3 tập thể, 7 cá nhân nhận Giấy khen.": [("Giấy khen", ["3 tập thể", "7 cá nhân"])],
    "Đoàn học sinh huyện Mường Khương đạt 4 giải Nhì.": [("giải Nhì", ["Đoàn học sinh huyện Mường Khương"])],
    "Em Tẩn A Sử, học sinh lớp 9, Trường THCS Tả Phìn, đạt giải Nhất.": [("giải Nhất", ["Tẩn A Sử"])],
    # subject of a passive
    "Trường THPT Chi Lăng được tặng Bằng khen.": [("Bằng khen", ["Trường THPT Chi Lăng"])],
    "Chị Nông Thị Hiền vinh dự được Chủ tịch nước tặng Huân chương Lao động hạng Ba.": [
        ("Huân chương Lao động hạng Ba", ["Nông Thị Hiền"])
    ],
    "Lạng Giang có 5 xã được Chính phủ tặng Cờ thi đua.": [("Cờ thi đua", ["5 xã"])],
    # behind the award
    "Giải Nhất thuộc về đội xã Quang Lang.": [("Giải Nhất", ["đội xã Quang Lang"])],
    "Giải Nhì được trao cho nhóm tác giả Báo Yên Bái.": [("Giải Nhì", ["nhóm tác giả Báo Yên Bái"])],
    "UBND huyện tặng Giấy khen cho 4 tập thể và 9 cá nhân.": [("Giấy khen", ["4 tập thể", "9 cá nhân"])],
    "Tặng Giấy khen cho các đồng chí: Hà Văn Sơn, Lê Thị Tám và Vi Văn Chín.": [("Giấy khen", ["Hà Văn Sơn", "Lê Thị Tám", "Vi Văn Chín"])],
    "Giành giải Nhất là đội Trường Tiểu học Đồng Đăng.": [("giải Nhất", ["đội Trường Tiểu học Đồng Đăng"])],
    "Á quân là Phạm Thu Trang.": [("Á quân", ["Phạm Thu Trang"])],
    # a common noun that begins with letters of a body (CA), a work by its quoted name, a title before a name
    'Ca khúc "Đêm bản Mường" của nhạc sĩ Hà Quang đoạt giải A.': [("giải A", ['Ca khúc "Đêm bản Mường"'])],
    "Ca sĩ Lê Hà My giành giải Nhất.": [("giải Nhất", ["Lê Hà My"])],
    "Nghệ nhân Ưu tú Bùi Văn Ểu nhận Bằng khen.": [("Bằng khen", ["Bùi Văn Ểu"])],
    'Đoạt giải A là "Mùa nước nổi" của Lê Thị Sen, "Bến đợi" của Trần Văn Kha.': [("giải A", ['"Mùa nước nổi"', '"Bến đợi"'])],
    # a subject that names nobody, whose names stand behind `là`
    "Người đoạt giải Nhất là thí sinh Đinh Thị Mận.": [("giải Nhất", ["Đinh Thị Mận"])],
    # the nearer of two subjects
    "Trường có 9 học sinh đoạt giải, trong đó em Hà Minh Tú giải Nhất môn Vật lý.": [("giải Nhất", ["Hà Minh Tú"])],
    # a rating that those who get the award before it have
    "Đảng uỷ xã tặng Giấy khen cho 6 chi bộ hoàn thành xuất sắc nhiệm vụ.": [
        ("Giấy khen", ["6 chi bộ"]),
        ("hoàn thành xuất sắc nhiệm vụ", ["6 chi bộ"]),
    ],
    # a surname that is also a body; prizes that nobody got
    "Giải Nhất Lê Minh Ngọc, giải Nhì Đoàn Hồng Hạnh.": [("Giải Nhất", ["Lê Minh Ngọc"]), ("giải Nhì", ["Đoàn Hồng Hạnh"])],
    "Ban giám khảo trao giải A cho em Lan, không có giải B.": [("giải A", ["Lan"]), ("giải B", [])],
    "Giải thưởng Tạ Quang Bửu năm 2019 được trao cho TS Lê Hà An.": [("Giải thưởng Tạ Quang Bửu", ["Lê Hà An"])],
    # between verb and award
    "Sở Y tế tặng 6 bác sĩ Giấy khen.": [("Giấy khen", ["6 bác sĩ"])],
    # lists with a count or a name for each award
    "Cờ thi đua: 12 tập thể; Bằng khen: 30 tập thể và 41 cá nhân.": [
        ("Cờ thi đua", ["12 tập thể"]),
        ("Bằng khen", ["30 tập thể", "41 cá nhân"]),
    ],
    # a clause that leaves out its verb
    "Phường Vĩnh Trại đạt giải Nhất, phường Chi Lăng giải Nhì.": [
        ("giải Nhất", ["Phường Vĩnh Trại"]),
        ("giải Nhì", ["phường Chi Lăng"]),
    ],
    # a clause that leaves out its subject
    "Đảng bộ xã đạt giải Nhì, 3 cá nhân đạt giải Ba; đạt 1 giải Khuyến khích.": [
        ("giải Nhì", ["Đảng bộ xã"]),
        ("giải Ba", ["3 cá nhân"]),
        ("giải Khuyến khích", ["Đảng bộ xã"]),
    ],
    "Trạm Y tế xã được tặng Giấy khen, được công nhận Tập thể lao động tiên tiến.": [
        ("Giấy khen", ["Trạm Y tế xã"]),
        ("Tập thể lao động tiên tiến", ["Trạm Y tế xã"]),
    ],
    "Giành 5 HCV, đoàn Quảng Trị xếp thứ 2 toàn đoàn.": [("HCV", ["đoàn Quảng Trị"]), ("xếp thứ 2 toàn đoàn", ["đoàn Quảng Trị"])],
    "Sau khi đoạt giải Nhì cuộc thi tỉnh, ca sĩ Lương Bích Hà vào miền Nam.": [("giải Nhì", ["Lương Bích Hà"])],
    # the last award of a row belongs to another
    "Đội A Lưới đoạt giải nhất, giải nhì thuộc về đội Nam Đông.": [("giải nhất", ["Đội A Lưới"]), ("giải nhì", ["đội Nam Đông"])],
    # one receiver, two givers
    "Trạm Y tế xã được Bộ Y tế tặng Bằng khen, UBND tỉnh tặng Cờ thi đua.": [
        ("Bằng khen", ["Trạm Y tế xã"]),
        ("Cờ thi đua", ["Trạm Y tế xã"]),
    ],
    # a name right behind its place
    "Từ trái sang: quán quân Lò Thị Mai, á quân Đinh Văn Hải.": [("quán quân", ["Lò Thị Mai"]), ("á quân", ["Đinh Văn Hải"])],
    # where someone lives, and who says it, are not who got it
    "Bà Lý Thị Sao ở xã Tả Van, thị xã Sa Pa, Lào Cai được tặng Bằng khen.": [("Bằng khen", ["Lý Thị Sao"])],
    "Ông Hà Văn Tú, Bí thư Chi bộ cho biết, thôn Nà Pài được UBND huyện tặng Giấy khen.": [("Giấy khen", ["thôn Nà Pài"])],
    # a list goes on behind a semicolon only where no new clause begins
    "Tặng Bằng khen cho 2 tập thể; Hội Nông dân huyện đã đề nghị tặng Cờ thi đua cho 3 xã.": [
        ("Bằng khen", ["2 tập thể"]),
        ("Cờ thi đua", ["3 xã"]),
    ],
    # a pronoun stands for the person named before
    "Cô giáo Hà Thị Nhung dạy ở bản xa. Năm ngoái, cô đạt giải Nhì hội thi.": [("giải Nhì", ["Hà Thị Nhung"])],
    # none where nobody is named or counted, and none who were beaten
    "Các thí sinh đạt giải Nhất.": [("giải Nhất", [])],
    "Trường Đại học Vinh vượt 60 đội để giành giải Nhì.": [("giải Nhì", ["Trường Đại học Vinh"])],
}


@pytest.mark.parametrize("text", RECIPIENTS)
def test_recipients(text: str) -> None:
    assert told(text) == RECIPIENTS[text]


AWARDERS = {
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
