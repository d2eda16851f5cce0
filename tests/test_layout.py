"""layout and segment: zones by form, sentences that survive abbreviations and missing spaces."""

from __future__ import annotations

import pytest

import trichluc
from trichluc.layout import layout
from trichluc.segment import segment
from trichluc.text import fold


def kinds(source: str) -> list[tuple[str, str]]:
    text = fold(source)
    return [(zone.kind, text.folded[zone.start : zone.end]) for zone in layout(text).zones]


def sentences(source: str) -> list[str]:
    text = fold(source)
    return [text.folded[s.start : s.end] for s in segment(text, layout(text))]


PAGE = """Thứ hai,\u00a0 27/06/2022

Hội nghị sơ kết phong trào thi đua

LSO-Sáng nay, Tỉnh uỷ sơ kết phong trào.

Các đại biểu dự hội nghị – Ảnh: Thu Hà

Hội nghị đã nghe 5 báo cáo.

Minh Quân"""


def test_a_page_has_its_zones() -> None:
    assert [kind for kind, _ in kinds(PAGE)] == ["page_date", "title", "lead", "caption", "body", "byline"]
    article = trichluc.extract(PAGE, entities=False).article
    assert (article.title, article.dateline, article.byline) == ("Hội nghị sơ kết phong trào thi đua", "LSO", "Minh Quân")
    assert article.lead == "Sáng nay, Tỉnh uỷ sơ kết phong trào."
    assert [caption.text for caption in article.captions] == ["Các đại biểu dự hội nghị – Ảnh: Thu Hà"]
    assert [PAGE[span.start : span.end] for span in article.paragraphs] == [article.lead, "Hội nghị đã nghe 5 báo cáo."]


@pytest.mark.parametrize(
    "line",
    [
        "Thứ hai,  27/06/2022", "15:38, 28/11/2007", "Thứ hai - 26/07/2021 21:44", "23/10/2023 17:32 PM", "Chủ nhật, 27/09/2020",
        "Cập nhật: 8/3/2019, 7:05 (GMT+7)", "15:42 - 18/05/2016", "Thứ ba, ngày 06/02/2018",
        "Cập nhật ngày 27/06/2022 (GMT+7)", "Monday, 27/06/2022 10:25", "10:25' | 27.6.2022", "27/06/2022 lúc 10:25",
        "Thứ tư, ngày 25 tháng 10 năm 2017 | 10:41", "27 Tháng 6, 2022 - 07:14", "2023-06-06 16:38:08", "Đăng lúc: 10:25 - Thứ hai, 27/6/2022",
    ],
)  # fmt: skip
def test_lines_that_are_page_dates(line: str) -> None:
    assert kinds(f"{line}\n\nTiêu đề\n\nNội dung bài.")[0] == ("page_date", fold(line).folded)


@pytest.mark.parametrize("line", ["THU HÀ |", "Thu Hà", "Thu Hà - Minh Quân"])
def test_a_name_between_title_and_lead_is_the_authors(line: str) -> None:
    lead = "Sáng nay, Tỉnh uỷ tổ chức hội nghị sơ kết phong trào thi đua trong toàn tỉnh."
    assert [kind for kind, _ in kinds(f"Hội nghị sơ kết\n\n{line}\n\n{lead}\n\nHội nghị bế mạc.")] == ["title", "byline", "lead", "body"]
    assert kinds(f"Hội nghị sơ kết\n\n{line}\n\nHội nghị bế mạc.")[1][0] == "lead"


@pytest.mark.parametrize(
    ("start", "mark"),
    [
        ("LSO-Đảng bộ họp.", "LSO"), ("(Dân trí) - Sáng nay họp.", "Dân trí"), ("QNO – Ngày 5/6 họp.", "QNO"),
        ("(HNMO).- Hội nghị mở.", "HNMO"), ("VOV.VN - Chiều nay họp.", "VOV.VN"), ("(TN&MT) - Bộ họp.", "TN&MT"),
    ],
)  # fmt: skip
def test_the_papers_mark_is_set_apart(start: str, mark: str) -> None:
    article = trichluc.extract(f"Tiêu đề bài\n\n{start}\n\nThêm một đoạn.", entities=False).article
    assert article.dateline == mark
    assert not article.lead.startswith(("LSO", "(", "QNO", "VOV"))


@pytest.mark.parametrize(
    "line", ["Học sinh kể chuyện về Bác. Ảnh: LT.", "Ảnh minh hoạ: Internet", "Ảnh: TTXVN phát", "Lễ trao giải (Ảnh: Hà An)"]
)
def test_captions(line: str) -> None:
    assert kinds(f"Tiêu đề\n\nĐoạn đầu của bài viết.\n\n{line}\n\nĐoạn cuối của bài.")[2][0] == "caption"


@pytest.mark.parametrize("line", ["Minh Quân", "NGỌC ÁNH", "Theo TTXVN", "PV", "Bài, ảnh: Thu Hà", "Lê Hà - Trần Nam", "Nhóm PV"])
def test_bylines(line: str) -> None:
    assert kinds(f"Tiêu đề\n\nĐoạn đầu của bài viết.\n\n{line}")[-1][0] == "byline"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Học tập “Hồ Chí Minh”.Xác định đây là việc lớn.", 2),
        ("Xã họp hôm qua.Sau đó có báo cáo.", 2),
        ("TP.HCM và TP. Đà Nẵng có 5.000 em, xem ĐT.241, T.Ư.", 1),
        ("Bí thư T.Ư Đảng dự. Ông nói: “Tốt!”. Mọi người vỗ tay…", 3),
        ("Giá là 12.5 USD. Nay là 13.", 2),
        ("Trồng lúa, ngô, v.v. và nuôi cá.", 1),
        ("Vì sao? Vì thế! Đúng vậy.", 3),
    ],
)
def test_sentences(text: str, parts: int) -> None:
    assert len(sentences(text)) == parts
    assert all(part == part.strip() != "" for part in sentences(text))


def test_a_passage_printed_twice_is_found_and_its_records_point_back() -> None:
    lead = "Đảng bộ Văn phòng có 5 chi bộ trực thuộc với 49 đảng viên, sinh hoạt ở các phòng chuyên môn."
    text = f"Tiêu đề\n\nLSO-{lead}..\n\nLSO-{lead}\n\nHết bài viết này."
    extraction = trichluc.extract(text, entities=False)
    assert len(extraction.article.repeats) == 1
    again = extraction.article.repeats[0].again
    assert text[again.start : again.end].startswith("Đảng bộ Văn phòng")
    counts = extraction.select(trichluc.Count)
    assert [(count.text, count.repeat_of) for count in counts] == [
        ("5 chi bộ", None), ("49 đảng viên", None), ("5 chi bộ", counts[0].id), ("49 đảng viên", counts[1].id),
    ]  # fmt: skip
