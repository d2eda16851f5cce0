"""Dates: the calendar, the lunar table, what first and last follow from, and what may complete a date."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import trichluc
from trichluc.families.date.iso import bounds, complete_year, is_day, sides
from trichluc.families.date.moon import cycle_years, to_solar

RELAXED = settings(deadline=None)  # the first match of a rule compiles its pattern
TET = Path(__file__).parents[2] / "shared" / "domain" / "tet_dates.tsv"
OPEN = ("date.school-year", "date.crop-season")
SEASONS = ("SP", "SU", "FA", "WI")

days = st.dates(date(1000, 1, 1), date(2199, 12, 31))
years = st.integers(1000, 2199)


def dates(text: str, published: str | None = None) -> tuple[trichluc.Date, ...]:
    return trichluc.extract(text, published=published, entities=False).select(trichluc.Date)


def values(text: str, published: str | None = None) -> list[str]:
    return [record.value for record in dates(text, published)]


@RELAXED
@given(
    days,
    st.sampled_from(("{d}/{m}/{y}", "{d:02d}/{m:02d}/{y}", "{d}-{m}-{y}", "{d}.{m}.{y}", "{d} tháng {m} năm {y}", "{d} tháng {m}/{y}")),
)
def test_every_day_of_the_calendar_is_read_in_every_form(day: date, form: str) -> None:
    printed = "ngày " + form.format(d=day.day, m=day.month, y=day.year)
    [record] = dates(f"Cầu xong {printed} rồi.")
    assert (record.text, record.value, record.first, record.last) == (printed, *[day.isoformat()] * 3)
    assert record.anchor == "absolute"


@RELAXED
@given(st.integers(1, 31), st.integers(1, 12), years)
def test_a_day_that_no_calendar_has_is_no_record(day: int, month: int, year: int) -> None:
    found = values(f"Cầu xong ngày {day}/{month}/{year} rồi.")
    assert found == ([f"{year:04d}-{month:02d}-{day:02d}"] if is_day(day, month, year) else [])


@RELAXED
@given(years, st.sampled_from(("{}-{:02d}", "{}-Q{}", "{}-H{}", "{}-W{:02d}", "{}", "{}-{:02d}-15TMO")), st.integers(1, 12))
def test_first_and_last_follow_from_the_value_alone(year: int, form: str, number: int) -> None:
    limit = {"{}-Q{}": 4, "{}-H{}": 2}.get(form, 12)
    value = form.format(year, (number - 1) % limit + 1)
    first, last = bounds(value)
    assert first is not None and last is not None
    assert date.fromisoformat(first) <= date.fromisoformat(last)
    assert bounds(f"{value}/{value}") == (first, last)
    assert bounds(value.replace(str(year), "XXXX")) == (None, None)


@pytest.mark.parametrize("text", [
    "Sáng 12/3/2021 và từ ngày 1/2 đến 5/6/2020, quý I/2021, 9 tháng đầu năm 2019, nhiệm kỳ 2010-2015.",
    "Cuối tháng 9/2016, đầu năm 2018, những năm 1980, thế kỷ XX, tuần 23 năm 2021, hè năm 2018.",
    "Đến năm 2030, trước ngày 15/8/2021, 14h30 ngày 5/6/2020, từ 7h30 đến 11h ngày 16/10/2023, ngày 5/4, tháng 3.",
    "Năm học 2020-2021, vụ đông xuân 2020 - 2021, vụ mùa 2019, xuân Giáp Thìn 2024.",
])  # fmt: skip
def test_records_hold_what_their_value_covers(text: str) -> None:
    for record in dates(text):
        expected = (None, None) if record.rule in OPEN else bounds(record.value)
        assert (record.first, record.last) == expected
        if record.rule in OPEN or record.value[-2:] in SEASONS:
            assert record.first is record.last is None


@RELAXED
@given(days)
def test_what_is_not_said_stays_x(day: date) -> None:
    [record] = dates(f"Ngày {day.day}/{day.month}, xã họp.")
    assert record.value == f"XXXX{day.isoformat()[4:]}"
    assert (record.first, record.last, record.resolved_by, record.anchor) == (None, None, None, "context")


@RELAXED
@given(days.filter(lambda day: day.year > 1001), st.integers(-44, 314))
def test_the_callers_date_completes_the_nearest_such_day(day: date, behind: int) -> None:
    """Days up to a month and a half ahead and most of a year behind are of the year that the caller's date says."""
    told = day + timedelta(days=behind)
    if (day.month, day.day) == (2, 29) or not date(1002, 1, 1) <= told <= date(2198, 12, 31):
        return
    [record] = dates(f"Ngày {day.day}/{day.month}, xã họp.", told.isoformat())
    assert record.resolved_by == "published"
    assert abs((date.fromisoformat(record.value) - told).days) <= 366
    if behind >= 0:
        assert record.value == day.isoformat()


@RELAXED
@given(days.filter(lambda day: 1002 < day.year < 2198))
def test_relative_days_are_counted_from_the_callers_date(day: date) -> None:
    yesterday, tomorrow = day - timedelta(days=1), day + timedelta(days=1)
    assert values("Hôm qua mưa, hôm nay nắng, ngày mai rét.", day.isoformat()) == [d.isoformat() for d in (yesterday, day, tomorrow)]
    friday = day - timedelta(weeks=1) + timedelta(days=5 - day.isoweekday())
    assert values("Thứ sáu tuần trước, chợ họp.", day.isoformat()) == [friday.isoformat()]
    assert values("Năm ngoái mất mùa.", day.isoformat()) == [f"{day.year - 1:04d}"]
    assert values("Cách đây 10 ngày, lũ về.", day.isoformat()) == [(day - timedelta(days=10)).isoformat()]


@RELAXED
@given(st.sampled_from(("03-12", "12-25/XXXX-01-05", "02-29", "Q1", "H2")), years)
def test_completing_a_year_leaves_no_x_and_makes_no_false_day(rest: str, year: int) -> None:
    completed = complete_year(f"XXXX-{rest}", year)
    if completed is None:
        assert rest == "02-29" and not is_day(29, 2, year)
        return
    assert "X" not in completed
    left, right = sides(completed)
    assert left <= right and right.startswith(f"{year:04d}")


STAMPED = "Lễ hội mở cửa\n\nThứ sáu, 12/04/2019\n\nHôm nay, bản mở hội. {}"


def test_a_stamp_is_trusted_for_relative_words_where_nothing_contradicts_it() -> None:
    [stamp, today] = dates(STAMPED.format("Đêm qua, trời tạnh.").replace(" Đêm qua, trời tạnh.", ""))
    assert (stamp.section, stamp.value) == ("page_date", "2019-04-12")
    assert (today.value, today.resolved_by) == ("2019-04-12", "stamp")
    assert dates(STAMPED.format("Ngày 10/4, dân dựng cổng."))[1].resolved_by == "stamp"


@pytest.mark.parametrize("contradiction", [
    "Ngày 3/9/2011, dân dựng cổng.",
    "Ngày 3/9, dân dựng cổng.",
    "Nhiệm kỳ 2005-2010, bản đổi thay.",
    "Năm 2010, bản có điện.",
])  # fmt: skip
def test_a_stamp_that_the_article_contradicts_dates_nothing(contradiction: str) -> None:
    today = dates(STAMPED.format(contradiction))[1]
    assert (today.text, today.value, today.resolved_by) == ("Hôm nay", "XXXX-XX-XX", None)


def test_a_stamp_never_completes_a_day() -> None:
    found = dates("Lễ hội mở cửa\n\nThứ sáu, 12/04/2019\n\nNgày 10/4, dân dựng cổng.")
    assert [record.value for record in found] == ["2019-04-12", "XXXX-04-10"]


def test_without_the_callers_date_nothing_is_counted_from_today() -> None:
    assert values("Hôm nay họp, tuần trước nghỉ, 5 năm trước xây, năm ngoái sửa.") == ["XXXX-XX-XX", "XXXX-WXX", "XXXX", "XXXX"]


@pytest.mark.parametrize(("text", "kept"), [
    ("Ngày 2/10, xã sơ kết 3 năm thực hiện Chỉ thị số 17-CT/TU ngày 15/9/2013 của Tỉnh ủy.", "XXXX-10-02"),
    ("Trước đó, vào ngày 4/6/2012, ông bị phạt. Sáng nay (31/5), tòa mở phiên xử.", "XXXX-05-31TMO"),
    ("Ngày 20/8, tòa xử. Theo cáo trạng, ngày 12/8/2014, bị cáo trộm xi măng.", "XXXX-08-20"),
    ("Giải có suất đi Huế từ ngày 2 đến 7/3/2020. Chung kết đánh ngày 16/11.", "XXXX-11-16"),
    ("Ngày 8/12, hội đồng thông qua dự toán năm 2019.", "XXXX-12-08"),
    ("Ngày 3/9/2009 ông về quê. Tháng 3 vừa qua, ông mở xưởng.", "XXXX-03"),
])  # fmt: skip
def test_a_wrong_year_is_worse_than_x(text: str, kept: str) -> None:
    assert kept in values(text)


def test_a_weekday_that_disagrees_is_a_warning() -> None:
    [right] = dates("Thứ hai, 27/06/2022, chợ họp.")
    [wrong] = dates("Thứ ba, 27/06/2022, chợ họp.")
    assert right.warnings == ()
    assert [notice.code for notice in wrong.warnings] == ["weekday"]
    assert wrong.value == "2022-06-27"


def test_an_impossible_day_warns_beside() -> None:
    extraction = trichluc.extract("Ngày 31/2, đoàn về; ngày 3/3, đoàn đi.", entities=False)
    [record] = extraction.records
    assert record.value == "XXXX-03-03"
    assert [notice.code for notice in record.warnings] == ["impossible-day"]
    assert trichluc.extract("Ngày 31/2, đoàn kiểm tra về xã.", entities=False).records == ()


def test_the_page_date_of_the_article_is_a_day() -> None:
    assert trichluc.extract("Lễ hội mở cửa\n\n15:38, 28/11/2007\n\nBản mở hội.", entities=False).article.page_date == "2007-11-28"


FESTIVALS = {
    "ram_thang_gieng_01_15": "Rằm tháng Giêng năm {}",
    "gio_to_03_10": "Ngày 10/3 âm lịch năm {}",
    "phat_dan_04_15": "Ngày 15 tháng 4 âm lịch năm {}",
    "doan_ngo_05_05": "Mùng 5 tháng 5 âm lịch năm {}",
    "vu_lan_07_15": "Rằm tháng Bảy năm {}",
    "trung_thu_08_15": "Ngày 15/8 âm lịch năm {}",
    "ong_cong_ong_tao_12_23": "Ngày 23 tháng Chạp năm {}",
    "tet_01_01": "Mùng 1 Tết {}",
}


def table() -> list[dict[str, str]]:
    with TET.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if 1930 <= int(row["year"]) <= 2050]


@pytest.mark.skipif(not TET.exists(), reason="the table of lunar days is not here (../shared/domain/tet_dates.tsv)")
class TestLunarTable:
    def test_the_whole_table_is_there(self) -> None:
        assert len(table()) == 121

    def test_conversion_agrees_in_every_cell(self) -> None:
        for row in table():
            for column in FESTIVALS:
                month, day = map(int, column[-5:].split("_"))
                assert str(to_solar(day, month, int(row["year"]))) == row[column], (row["year"], column)

    @pytest.mark.parametrize("column", FESTIVALS)
    def test_days_of_a_printed_year_are_read(self, column: str) -> None:
        for row in table()[::10]:
            printed = FESTIVALS[column].format(row["year"])
            [record] = dates(f"{printed}, làng mở hội.")
            assert (record.text, record.value, record.anchor) == (printed, row[column], "lunar")

    def test_years_of_the_cycle_are_found_from_the_callers_date(self) -> None:
        for row in table()[::10]:
            assert values(f"Mùng 3 Tết {row['can_chi']}, làng mở hội.", row["tet_01_01"]) == [
                (date.fromisoformat(row["tet_01_01"]) + timedelta(days=2)).isoformat()
            ]

    def test_the_eve_of_tet_is_the_day_before_it(self) -> None:
        for row in table():
            eve = date.fromisoformat(row["tet_01_01"]) - timedelta(days=1)
            assert to_solar(30, 12, int(row["year"]) - 1) == eve


def test_a_year_of_the_cycle_alone_may_be_any_of_several() -> None:
    assert cycle_years(40) == (1904, 1964, 2024, 2084)
    assert values("Mùng 3 Tết Giáp Thìn, làng mở hội.") == ["XXXX-XX-XX"]
    assert values("Bia dựng năm Giáp Tỵ.") == []  # a stem and a branch that never meet


@pytest.mark.parametrize(
    "piece", ["giai đoạn từ ", "cuối đầu ", "từ ngày 1 đến ", "7h30, ", "sáng hôm qua (", "thứ hai, ", "ngày 5, ", "đêm 5 rạng sáng "]
)
def test_expressions_do_not_nest_without_end(piece: str) -> None:
    trichluc.extract(piece * 2000, entities=False)
