"""Percentages: the change they state, and what they measure."""

from __future__ import annotations

import pytest

import trichluc


def percentages(text: str) -> tuple[trichluc.Percentage, ...]:
    return trichluc.extract(text, entities=False).select(trichluc.Percentage)


@pytest.mark.parametrize(
    "verb", ["tăng", "tăng thêm", "tăng trưởng bình quân", "vượt", "cao hơn", "tăng gần", "tăng mạnh", "tăng tới", "nhích"]
)
def test_verbs_of_increase(verb: str) -> None:
    assert [record.change for record in percentages(f"Sản lượng {verb} 5%.")] == ["increase"]


@pytest.mark.parametrize("verb", ["giảm", "sụt giảm", "giảm hơn", "thấp hơn", "hụt", "giảm bình quân", "giảm khoảng", "giảm mạnh"])
def test_verbs_of_decrease(verb: str) -> None:
    assert [record.change for record in percentages(f"Sản lượng {verb} 5%.")] == ["decrease"]


@pytest.mark.parametrize(
    "verb", ["đạt", "chiếm", "là", "bằng", "tăng lên", "giảm còn", "giảm xuống", "lên", "xuống còn", "ở mức", "giảm từ 9% xuống"]
)
def test_verbs_of_level(verb: str) -> None:
    assert percentages(f"Tỷ lệ {verb} 5%.")[-1].change is None


@pytest.mark.parametrize("comma", [", ", " và ", ", còn ", "; "])
def test_each_clause_has_its_own_subject(comma: str) -> None:
    first, second = percentages(f"Xe nội giảm 6%{comma}xe ngoại tăng 15%.")
    assert (first.of, first.change, second.of, second.change) == ("Xe nội", "decrease", "xe ngoại", "increase")


def test_a_subject_is_trimmed_of_time_and_place() -> None:
    assert [record.of for record in percentages("Chỉ số DAX tại Đức giảm 1%.")] == ["Chỉ số DAX"]
    assert [record.of for record in percentages("GRDP 6 tháng đầu năm 2021 tăng 6,72%.")] == ["GRDP"]


def test_a_list_without_as_many_subjects_shares_what_there_is() -> None:
    assert {record.of for record in percentages("Lãi suất ba kỳ hạn lần lượt là 5%, 6% và 7%.")} == {"Lãi suất ba kỳ hạn"}


def test_a_subject_is_carried_into_the_next_sentence_that_has_none() -> None:
    assert [record.of for record in percentages("Giá gạo tăng 5%. Giảm 2% so với quý trước.")] == ["Giá gạo", "Giá gạo"]


def test_many_percentages_in_one_sentence_take_linear_time() -> None:
    text = "Ngày 5/6/2020, xã tăng 5% so với năm 2019, " * 3_000
    assert len(percentages(text)) == 3_000


@pytest.mark.parametrize("target", ["chỉ tiêu tại Nghị quyết của Tỉnh ủy", "mục tiêu của Chính phủ", "kế hoạch của huyện"])
def test_a_target_in_brackets_is_of_the_subject_not_of_whose_it_is(target: str) -> None:
    assert {record.of for record in percentages(f"Tỷ lệ bao phủ đạt 90%, thấp hơn 2% so với {target} (92%).")} == {"Tỷ lệ bao phủ"}


@pytest.mark.parametrize("score", ["66-34%", "52-48%"])
def test_the_score_of_a_vote_is_no_percentage(score: str) -> None:
    assert percentages(f"Luật được thông qua với tỷ lệ {score}.") == ()


def test_a_range_that_rises_is_one_percentage() -> None:
    assert [record.text for record in percentages("Lãi suất 6-7%, có nơi 8 - 9%.")] == ["6-7%", "8 - 9%"]
