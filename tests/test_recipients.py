"""Who got an award: the constructions that name the recipients."""

from __future__ import annotations

import pytest

import trichluc


def told(text: str) -> list[tuple[str, list[str]]]:
    awards = trichluc.extract(text, entities=False).select(trichluc.Award)
    return [(award.text, [recipient.text for recipient in award.recipients]) for award in awards]


RECIPIENTS = {
    # names behind a role noun and `là`; what narrows the group between
    "Các xạ thủ của tỉnh là Lê Thu Hà, Trần Quang Minh và Vũ Hải Yến đã giành HCV.": [
        ("HCV", ["Lê Thu Hà", "Trần Quang Minh", "Vũ Hải Yến"])
    ],
    "Các tuyển thủ Mai Hương, Bích Ngọc và Đặng Thị Loan được tặng Bằng khen.": [
        ("Bằng khen", ["Mai Hương", "Bích Ngọc", "Đặng Thị Loan"])
    ],
    "4 kình ngư của Hà Nội là Lê Văn Tú, Trần Minh Khôi và Hồ Đức Huy đã giành HCV.": [
        ("HCV", ["Lê Văn Tú", "Trần Minh Khôi", "Hồ Đức Huy"])
    ],
    "Lê Văn Tú kết hợp cùng Trần Minh Khôi, Phạm Quốc An đoạt HCV.": [("HCV", ["Lê Văn Tú", "Trần Minh Khôi", "Phạm Quốc An"])],
    "HLV Trần Minh Khôi cùng tập thể đội tuyển nữ Việt Nam được tặng Bằng khen.": [
        ("Bằng khen", ["Trần Minh Khôi", "tập thể đội tuyển nữ Việt Nam"])
    ],
    # each with what they contested
    "Hai tấm HCV thuộc về Lê Thu Hà ở nội dung nhảy xa nữ và Trần Thu Trang ở nội dung 400m rào nữ.": [
        ("HCV", ["Lê Thu Hà", "Trần Thu Trang"])
    ],
    "Hai HCV khác của Lê Văn Tú ở cự ly 400m và Trần Minh Khôi ở cự ly 800m.": [("HCV", ["Lê Văn Tú", "Trần Minh Khôi"])],
    # in brackets behind a name
    "Việt Nam đứng thứ ba, sau Thái Lan (182 HCV) và Indonesia (90 HCV).": [
        ("đứng thứ ba", ["Việt Nam"]),
        ("HCV", ["Thái Lan"]),
        ("HCV", ["Indonesia"]),
    ],
    "Lê Thu Hà vượt qua đàn anh Ngô Văn Vương (4 HCV).": [("HCV", ["Ngô Văn Vương"])],
    "Đoàn Hà Nội dẫn đầu với 176 HCV, tiếp đó là Đoàn TP. Hồ Chí Minh (118 HCV, 90 HCB), Đoàn Quân đội (59 HCV).": [
        ("HCV", ["Đoàn Hà Nội"]),
        ("HCV", ["Đoàn TP. Hồ Chí Minh"]),
        ("HCB", ["Đoàn TP. Hồ Chí Minh"]),
        ("HCV", ["Đoàn Quân đội"]),
    ],
    "Em Trần Lê Thiện (Huy chương Bạc Olympic Vật lý quốc tế) được tặng Bằng khen.": [
        ("Huy chương Bạc", ["Trần Lê Thiện"]),
        ("Bằng khen", ["Trần Lê Thiện"]),
    ],
    # a person told by where they are from; medals that are counted
    "Cô gái Thanh Hóa giành HCV.": [("HCV", [])],
    "Tay đua người Pháp Pierre Martin giành HCV.": [("HCV", ["Pierre Martin"])],
    "HC vàng: 6 chiếc.": [("HC vàng", [])],
    "Học sinh giành được HCB là em Lê Thu Hà.": [("HCB", ["Lê Thu Hà"])],
    "VĐV Việt kiều Paul Le Nguyen có thêm 1 HCĐ.": [("HCĐ", ["Paul Le Nguyen"])],
    "Năm đó, Lan giành HCV.": [("HCV", ["Lan"])],
    "Thái Lan (20 HCV) xếp thứ nhất, Việt Nam (15 HCV) xếp thứ nhì.": [
        ("HCV", ["Thái Lan"]),
        ("xếp thứ nhất", ["Thái Lan"]),
        ("HCV", ["Việt Nam"]),
        ("xếp thứ nhì", ["Việt Nam"]),
    ],
    "Đoàn Phú Yên xếp thứ 5 với 31 huy chương các loại (22 HCV, 5 HCB).": [
        ("xếp thứ 5", ["Đoàn Phú Yên"]),
        ("huy chương", ["Đoàn Phú Yên"]),
        ("HCV", ["Đoàn Phú Yên"]),
        ("HCB", ["Đoàn Phú Yên"]),
    ],
    "Hóa học (3 giải Nhì), Tiếng Anh (2 giải Nhì).": [("giải Nhì", []), ("giải Nhì", [])],
    "Trường THPT Lê Hồng Phong có 153 giải (chiếm 53%) gồm: 5 giải Nhất, 44 giải Nhì.": [
        ("giải Nhất", ["Trường THPT Lê Hồng Phong"]),
        ("giải Nhì", ["Trường THPT Lê Hồng Phong"]),
    ],
    "Em Lê Hà My, Nghệ An (giải Nhất), đã khóc.": [("giải Nhất", ["Lê Hà My"])],
    "Sau Thái Lan, Việt Nam (15 HCV) xếp thứ nhì.": [("HCV", ["Việt Nam"]), ("xếp thứ nhì", ["Việt Nam"])],
    "3 VĐV Lê Hà, Trần Nam và Vũ Mai đoạt HCV.": [("HCV", ["Lê Hà", "Trần Nam", "Vũ Mai"])],
    # what the group stands for, a cup, a council, the subject of the next clause
    "80 nông dân được tuyên dương hôm nay đại diện cho 2 triệu hội viên nông dân.": [("tuyên dương", ["80 nông dân"])],
    "Ban tổ chức trao cúp vô địch cho CLB Hà Nội.": [("vô địch", ["CLB Hà Nội"])],
    "Hội đồng đã nhận được 147 hồ sơ đề cử danh hiệu Nghệ sĩ ưu tú.": [("danh hiệu Nghệ sĩ ưu tú", [])],
    "BTC trao giải nhất toàn đoàn cho xã Phú Bình; thị trấn Phú Mỹ giải nhì.": [
        ("giải nhất toàn đoàn", ["xã Phú Bình"]),
        ("giải nhì", ["thị trấn Phú Mỹ"]),
    ],
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
    # behind a gift that goes with the award, behind how it was given
    "Công an xã trao Giấy khen và tiền thưởng cho anh Hà Văn Lực.": [("Giấy khen", ["Hà Văn Lực"])],
    "Sở Công Thương trao bằng khen kèm tiền thưởng 5 triệu đồng cho 2 doanh nghiệp.": [("bằng khen", ["2 doanh nghiệp"])],
    "Công an tỉnh khen thưởng đột xuất 2 tập thể, 4 cá nhân.": [("khen thưởng", ["2 tập thể", "4 cá nhân"])],
    "Bộ Y tế tặng Bằng khen 12 tập thể và 30 cá nhân.": [("Bằng khen", ["12 tập thể", "30 cá nhân"])],
    # who is named behind an office, a rank or a calling
    "Huyện uỷ trao Huy hiệu 75 năm tuổi Đảng cho nguyên Giám đốc Sở Y tế Hà Văn Lý.": [("Huy hiệu 75 năm tuổi Đảng", ["Hà Văn Lý"])],
    "Bộ Y tế tặng Bằng khen cho bác sĩ chuyên khoa II Đỗ Thị Kim Xuân.": [("Bằng khen", ["Đỗ Thị Kim Xuân"])],
    "Giải Nhất được trao cho em Hoàng Gia Phúc.": [("Giải Nhất", ["Hoàng Gia Phúc"])],
    # groups of bodies under one head, pairs, a group named at once, works of several
    "Giải ba: các đơn vị phường Noong Bua, xã Nà Tấu.": [("Giải ba", ["phường Noong Bua", "xã Nà Tấu"])],
    "Cặp đôi Hà Tiến Lâm/Lê Văn Thuỷ giành huy chương vàng.": [("huy chương vàng", ["Hà Tiến Lâm", "Lê Văn Thuỷ"])],
    "Hai chị em Lò Thị May, Lò Thị Xôm giành giải Nhì.": [("giải Nhì", ["Lò Thị May", "Lò Thị Xôm"])],
    "Hai đội Đông Khê và Thất Khê đồng giải Ba.": [("giải Ba", ["Đông Khê", "Thất Khê"])],
    "Đề tài của hai em Hà Thu Mây và Lê Văn Tư giành giải Nhì.": [("giải Nhì", ["Đề tài của hai em Hà Thu Mây và Lê Văn Tư"])],
    # one each, in turn
    "Các em Hà Văn An, Lê Thị Bưởi lần lượt đạt giải Nhất, Nhì.": [("giải Nhất", ["Hà Văn An"]), ("Nhì", ["Lê Thị Bưởi"])],
    # for whom it was won is not who won it; by what means is neither
    "Đô vật Hà Văn Hiếu mang về huy chương vàng cho đoàn Lạng Sơn.": [("huy chương vàng", ["Hà Văn Hiếu"])],
    'Với bài hát "Quê ta", thí sinh Lê Thị Sim giành giải Nhất.': [("giải Nhất", ["Lê Thị Sim"])],
    # lead-ins
    "Đây là lần thứ ba liên tiếp đội Thể Công vô địch.": [("vô địch", ["đội Thể Công"])],
    "Nhiều năm liền, nhà trường nhận Cờ thi đua.": [("Cờ thi đua", ["nhà trường"])],
    "Kết quả xếp loại: 15 chi bộ hoàn thành tốt nhiệm vụ.": [("hoàn thành tốt nhiệm vụ", ["15 chi bộ"])],
    "Trong 31 đảng viên được tặng Huy hiệu Đảng đợt này có 3 đảng viên ở xã.": [("Huy hiệu Đảng", ["31 đảng viên"])],
    "Công an tỉnh có 36 tập thể, 67 cá nhân được tặng Bằng khen.": [("Bằng khen", ["36 tập thể", "67 cá nhân"])],
    # the same side as in the clause before
    "Nhất toàn đoàn thuộc về Công đoàn Y tế, nhì toàn đoàn huyện Mộc Châu.": [
        ("Nhất toàn đoàn", ["Công đoàn Y tế"]),
        ("nhì toàn đoàn", ["huyện Mộc Châu"]),
    ],
    "Á quân của giải là đội Hoà Bình.": [("Á quân", ["đội Hoà Bình"])],
    "Huy hiệu 65 năm tuổi Đảng có 1 đồng chí; Huy hiệu 55 năm tuổi Đảng có 2 đồng chí.": [
        ("Huy hiệu 65 năm tuổi Đảng", ["1 đồng chí"]),
        ("Huy hiệu 55 năm tuổi Đảng", ["2 đồng chí"]),
    ],
    # those who get the award before; and the subject of the next clause, who does not
    "UBND tỉnh tặng Bằng khen cho các học sinh đoạt giải Nhất.": [("Bằng khen", []), ("giải Nhất", [])],
    "Trao Bằng khen cho Bệnh viện Sản Nhi, bà Lê Thị Hoà đánh giá cao nỗ lực của bệnh viện.": [("Bằng khen", ["Bệnh viện Sản Nhi"])],
    # a surname or given name that is also a verb
    "Giấy khen cho em Lê Tiến Đạt; Bằng khen cho Sở Y tế.": [("Giấy khen", ["Lê Tiến Đạt"]), ("Bằng khen", ["Sở Y tế"])],
    # offices and callings in apposition, works of several, groups named in bulk
    "Tặng Bằng khen cho ông Hà Văn Lý, nguyên Bí thư Tỉnh uỷ Hoà Bình.": [("Bằng khen", ["Hà Văn Lý"])],
    "Tặng Bằng khen cho bà Lê Thị Na, Giám đốc Sở Y tế và ông Vi Văn Pó.": [("Bằng khen", ["Lê Thị Na", "Vi Văn Pó"])],
    "Trao giải Nhất cho bài dự thi của bà Đỗ Thị Hạ, giáo viên Trường Mầm non Sao Mai.": [("giải Nhất", ["bài dự thi của bà Đỗ Thị Hạ"])],
    "Trao giải A cho nhóm tác giả Mạnh Hà, Thu Bích (Đài tỉnh).": [("giải A", ["nhóm tác giả Mạnh Hà, Thu Bích"])],
    "Giải Ba cho các đội Mộ Đức, Lý Sơn.": [("Giải Ba", ["đội Mộ Đức", "Lý Sơn"])],
    "Tập thể lãnh đạo, nhân viên Điện lực Sa Pa nhận Bằng khen.": [("Bằng khen", ["Tập thể lãnh đạo, nhân viên Điện lực Sa Pa"])],
    "Thêm một học sinh Quảng Bình đoạt huy chương vàng.": [("huy chương vàng", ["học sinh Quảng Bình"])],
    # titles joined to titles, a row whose last award is another's
    "Bộ trao danh hiệu NSND, NSƯT cho 391 nghệ sĩ.": [("danh hiệu NSND", ["391 nghệ sĩ"]), ("NSƯT", ["391 nghệ sĩ"])],
    "Em Phan Thanh Hà giành giải Nhất, giải Nhì: Lê Anh Thư, Ngô Bảo Hân.": [
        ("giải Nhất", ["Phan Thanh Hà"]),
        ("giải Nhì", ["Lê Anh Thư", "Ngô Bảo Hân"]),
    ],
    "Công đoàn Y tế đạt giải Nhất, tiếp theo là Công đoàn Giáo dục (giải Nhì).": [
        ("giải Nhất", ["Công đoàn Y tế"]),
        ("giải Nhì", ["Công đoàn Giáo dục"]),
    ],
    "Hai giải Nhì, mỗi giải trị giá 10 triệu đồng, được trao cho xã Nà Tấu.": [("giải Nhì", ["xã Nà Tấu"])],
    # a subject left out behind what the award was for
    "Tổ 5 được xã tặng giấy khen vì có thành tích trong phong trào thi đua và được huyện tặng bằng khen.": [
        ("giấy khen", ["Tổ 5"]),
        ("bằng khen", ["Tổ 5"]),
    ],
    # who was last spoken of
    "Nguyễn Thị Oanh quê Bắc Giang. Nữ VĐV này nhận Huân chương Lao động hạng Nhất.": [
        ("Huân chương Lao động hạng Nhất", ["Nguyễn Thị Oanh"])
    ],
    # who chooses is not who gets
    "Ban Tổ chức chọn được 20 mô hình để trao giải, gồm 14 giải Ba.": [("giải Ba", [])],
    # the subject of the next commendation, a share of a body, a body recognised
    "UBND huyện khen thưởng 10 tập thể, Hội Nông dân huyện khen thưởng 15 hộ.": [
        ("khen thưởng", ["10 tập thể"]),
        ("khen thưởng", ["15 hộ"]),
    ],
    "Đảng bộ có 92% chi bộ hoàn thành tốt nhiệm vụ.": [("hoàn thành tốt nhiệm vụ", [])],
    "Tỉnh uỷ công nhận Đảng bộ huyện Phù Ninh hoàn thành xuất sắc nhiệm vụ.": [
        ("hoàn thành xuất sắc nhiệm vụ", ["Đảng bộ huyện Phù Ninh"])
    ],
    "Đã có 1.200 lượt tập thể, cá nhân được khen thưởng các cấp.": [("khen thưởng", ["1.200 lượt tập thể, cá nhân"])],
    "Trường có 12 học sinh đạt học sinh giỏi, 1 em giải Nhất.": [("giải Nhất", ["1 em"])],
    "Đội Hoà Bình giành ngôi á quân, hạng ba thuộc về đội Đà Bắc.": [("ngôi á quân", ["Đội Hoà Bình"]), ("hạng ba", ["đội Đà Bắc"])],
    # what narrows a counted group, and what it was rated
    "Tặng bằng khen cho 10 chi bộ trực thuộc Đảng uỷ cơ sở, 170 đảng viên đạt trong sạch, vững mạnh.": [
        ("bằng khen", ["10 chi bộ", "170 đảng viên"]),
        ("trong sạch, vững mạnh", ["10 chi bộ", "170 đảng viên"]),
    ],
    "Bằng khen cho 2 tập thể 'Hoàn thành xuất sắc nhiệm vụ'.": [
        ("Bằng khen", ["2 tập thể"]),
        ("Hoàn thành xuất sắc nhiệm vụ", ["2 tập thể"]),
    ],
    "Xã có 5 tập thể được tặng Cờ thi đua của UBND tỉnh, 12 chiến sĩ thi đua cơ sở.": [
        ("Cờ thi đua", ["5 tập thể"]),
        ("chiến sĩ thi đua cơ sở", []),
    ],
    "Đội Nam Trung giành giải nhất, giải nhì thôn Đức Hương, giải ba thôn Trung Tiến.": [
        ("giải nhất", ["Đội Nam Trung"]),
        ("giải nhì", ["thôn Đức Hương"]),
        ("giải ba", ["thôn Trung Tiến"]),
    ],
    "Hội được Trung ương Hội tặng Bằng khen; Thành hội tặng Cờ thi đua.": [("Bằng khen", ["Hội"]), ("Cờ thi đua", ["Hội"])],
    "Nhà máy gần 20 năm liên tục nhận Cờ thi đua.": [("Cờ thi đua", ["Nhà máy"])],
    # units with a body's long name, a town behind them, two senders of one team
    "UBND tỉnh tặng Bằng khen cho 2 tập thể gồm Ban chỉ đạo Phòng chống thiên tai huyện Phù Yên, Ban Chỉ huy Quân sự huyện Bắc Yên.": [
        ("Bằng khen", ["Ban chỉ đạo Phòng chống thiên tai huyện Phù Yên", "Ban Chỉ huy Quân sự huyện Bắc Yên"])
    ],
    "Đơn vị TP. Sơn La dẫn đầu sau 12 môn thi đấu với 30 huy chương vàng.": [("huy chương vàng", ["Đơn vị TP. Sơn La"])],
    "Giải Nhất thuộc về Đoàn Nghệ thuật quần chúng Công an tỉnh, giải Nhì thuộc về liên quân Thuế - Kho bạc.": [
        ("Giải Nhất", ["Đoàn Nghệ thuật quần chúng Công an tỉnh"]),
        ("giải Nhì", ["liên quân Thuế - Kho bạc"]),
    ],
    "Giải Nhì thuộc về Đoàn Phú Thọ với 9 huy chương vàng.": [("Giải Nhì", ["Đoàn Phú Thọ"]), ("huy chương vàng", ["Đoàn Phú Thọ"])],
    # two groups of one number; works that nobody names
    "65 Nhà giáo, cán bộ quản lý tiêu biểu của huyện được tuyên dương.": [("tuyên dương", ["65 Nhà giáo, cán bộ quản lý"])],
    "Giải B: 6 công trình, tác phẩm kể cả sân khấu.": [("Giải B", ["6 công trình, tác phẩm"])],
    "Giải A: Nhóm tác giả: Lò Văn Sơn, Quàng Thị Mây.": [("Giải A", ["Lò Văn Sơn", "Quàng Thị Mây"])],
    # who hands prizes to those who won them gets none
    "Bí thư Tỉnh uỷ Lò Văn Sơn và Chủ tịch UBND tỉnh Hà Thị Mây trao giải cho các tác giả đoạt giải A.": [("giải A", [])],
    "Ban tổ chức trao thưởng cho các đội đạt giải Nhì.": [("giải Nhì", [])],
    # brackets that tell of some of them
    "45 đảng viên được trao Huy hiệu 50 năm tuổi Đảng (2 đồng chí được truy tặng).": [("Huy hiệu 50 năm tuổi Đảng", ["45 đảng viên"])],
    # a title behind a number of those who get another
    "Chủ tịch nước tặng danh hiệu “Nghệ nhân Nhân dân” cho 12 Nghệ nhân Ưu tú.": [
        ("danh hiệu “Nghệ nhân Nhân dân”", ["12 Nghệ nhân Ưu tú"])
    ],
    "Trường có 12 Nhà giáo Ưu tú.": [("Nhà giáo Ưu tú", ["Trường"])],
    # a body that ends in a place, before a name
    "Bộ Y tế tặng Bằng khen cho Giám đốc Bệnh viện Phụ sản Hà Nội Lò Văn Sơn.": [("Bằng khen", ["Lò Văn Sơn"])],
    # lists that go on behind what narrows a member
    "Bộ trưởng tặng Bằng khen cho 6 cá nhân thuộc Sở Y tế; 2 cá nhân thuộc Bệnh viện Nhi; 3 tập thể và 5 cá nhân thuộc Công an tỉnh.": [
        ("Bằng khen", ["6 cá nhân", "2 cá nhân", "3 tập thể", "5 cá nhân"])
    ],
    "Sở tặng Giấy khen cho 9 tập thể có thành tích trong phong trào “Dạy tốt”, 4 cá nhân.": [("Giấy khen", ["9 tập thể", "4 cá nhân"])],
    "Sở tặng Giấy khen cho 9 tập thể, Sở Y tế mong các đơn vị cố gắng.": [("Giấy khen", ["9 tập thể"])],
    # đối với; merits between those who get it and the award; single quotes
    "Chủ tịch nước tặng Huân chương Lao động hạng Ba đối với Công ty Mai Sơn.": [("Huân chương Lao động hạng Ba", ["Công ty Mai Sơn"])],
    "Chủ tịch nước phong tặng 9 đơn vị, cá nhân đã có thành tích xuất sắc danh hiệu Anh hùng Lao động.": [
        ("danh hiệu Anh hùng Lao động", ["9 đơn vị, cá nhân"])
    ],
    "Nhà nước tặng danh hiệu 'Anh hùng Lao động' cho ông Lò Văn Sơn.": [("danh hiệu 'Anh hùng Lao động'", ["Lò Văn Sơn"])],
    # as many names in brackets as there are prizes
    "Ban tổ chức trao 1 giải Nhất (Sở Y tế), 2 giải Nhì (Sở Tài chính, Sở Nội vụ) và 3 giải Ba.": [
        ("giải Nhất", ["Sở Y tế"]),
        ("giải Nhì", ["Sở Tài chính", "Sở Nội vụ"]),
        ("giải Ba", []),
    ],
    "Kết quả có 2 giải Nhất môn kéo co (Trường THCS Mường Bú, Trường THCS Quảng An).": [
        ("giải Nhất", ["Trường THCS Mường Bú", "Trường THCS Quảng An"])
    ],
    "Trường THPT Tô Hiệu đạt 2 giải Nhì (Lò Thị Lan, Hà Văn Nam).": [("giải Nhì", ["Trường THPT Tô Hiệu"])],
    # a word of praise before the verb; the level of a commendation; a title that is kept
    "Tỉnh có 118 nông dân tiêu biểu đạt danh hiệu nông dân sản xuất kinh doanh giỏi.": [
        ("danh hiệu nông dân sản xuất kinh doanh giỏi", ["118 nông dân"])
    ],
    "Huyện đoàn tuyên dương cấp huyện 12 đoàn viên.": [("tuyên dương", ["12 đoàn viên"])],
    "Chi bộ 5 năm liền giữ vững danh hiệu đơn vị xuất sắc.": [("danh hiệu đơn vị xuất sắc", ["Chi bộ"])],
}


@pytest.mark.parametrize("text", RECIPIENTS)
def test_recipients(text: str) -> None:
    assert told(text) == RECIPIENTS[text]


def test_the_heading_of_a_list_names_who_got_its_awards() -> None:
    text = (
        "Báo tin buồn về đồng chí HÀ VĂN LỘC.\n"
        "Đồng chí đã được Đảng và Nhà nước tặng thưởng:\n"
        "- Huân chương Độc lập hạng Nhì;\n"
        "- Huy hiệu 65 năm tuổi Đảng."
    )
    assert told(text) == [("Huân chương Độc lập hạng Nhì", ["HÀ VĂN LỘC"]), ("Huy hiệu 65 năm tuổi Đảng", ["HÀ VĂN LỘC"])]
    assert {award.awarder for award in trichluc.extract(text, entities=False).select(trichluc.Award)} == {"Đảng và Nhà nước"}


def test_the_heading_may_say_that_they_won() -> None:
    text = "Những phần thưởng mà Công ty Điện lực Sa Pa đã đạt được:\n- Cờ thi đua của Chính phủ năm 2015;\n- Bằng khen của Bộ Công Thương."
    assert told(text) == [("Cờ thi đua", ["Công ty Điện lực Sa Pa"]), ("Bằng khen", ["Công ty Điện lực Sa Pa"])]


def test_no_common_noun_behind_a_place_receives() -> None:
    text = "Đoàn Nghệ An đạt 12 HCV, 9 HCB, xếp thứ 7/65 đoàn."
    assert [recipients for _, recipients in told(text)] == [["Đoàn Nghệ An"]] * 3


@pytest.mark.parametrize("mark", ["- ", "1. ", "+ "])
def test_names_are_listed_below_an_award(mark: str) -> None:
    text = f"UBND tỉnh tặng Bằng khen cho các tập thể, cá nhân sau:\n{mark}Sở Y tế;\n{mark}Ông Hà Văn Thành, Giám đốc Sở Nội vụ.\nHội nghị kết thúc."
    assert told(text) == [("Bằng khen", ["Sở Y tế", "Hà Văn Thành"])]


def test_awards_of_a_line_are_of_who_stands_before_the_colon() -> None:
    text = "Lò Thị Thanh: HCV giải vô địch quốc gia, HCĐ giải vô địch châu Á."
    assert told(text) == [("HCV", ["Lò Thị Thanh"]), ("HCĐ", ["Lò Thị Thanh"])]


def test_several_givers_to_one_receiver() -> None:
    text = "Công ty được Thủ tướng tặng Bằng khen; Bộ Công Thương tặng Cờ thi đua; UBND tỉnh tặng 3 Bằng khen."
    assert told(text) == [("Bằng khen", ["Công ty"]), ("Cờ thi đua", ["Công ty"]), ("Bằng khen", ["Công ty"])]
