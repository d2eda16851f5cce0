"""Numbers in words and digits: every number that Vietnamese spells is read back, and what stands beside a number bounds it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import trichluc
from trichluc.pipeline import default_pipeline

ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


class Speech:
    """One way of speaking numbers: the northern or southern words, and whether an empty hundred is said."""

    def __init__(
        self, *, link: str = "linh", thousand: str = "nghìn", five: str = "lăm", four: str = "tư", empty_hundreds: bool = True
    ) -> None:
        self.link, self.thousand, self.five, self.four, self.empty_hundreds = link, thousand, five, four, empty_hundreds

    def below_hundred(self, number: int) -> str:
        tens, ones = divmod(number, 10)
        if not tens:
            return ONES[ones]
        head = "mười" if tens == 1 else f"{ONES[tens]} mươi"
        tail = {0: "", 1: "một" if tens == 1 else "mốt", 4: "bốn" if tens == 1 else self.four, 5: "lăm" if tens == 1 else self.five}
        return f"{head} {tail.get(ones, ONES[ones])}".strip()

    def below_thousand(self, number: int, *, inner: bool) -> str:
        hundreds, rest = divmod(number, 100)
        if not hundreds and not inner:
            return self.below_hundred(rest)
        words = [f"{ONES[hundreds]} trăm"] if hundreds or self.empty_hundreds else []
        if rest:
            words.append(f"{self.link} {ONES[rest]}" if rest < 10 else self.below_hundred(rest))
        return " ".join(words)

    def spell(self, number: int) -> str:
        if not number:
            return ONES[0]
        above, below = divmod(number, 10**9)
        words = [f"{self.spell(above)} tỷ"] if above else []
        for size, name in ((10**6, "triệu"), (10**3, self.thousand), (1, "")):
            group, below = divmod(below, size)
            if group:
                words.append(f"{self.below_thousand(group, inner=bool(words))} {name}".strip())
        return " ".join(words)


SPEECHES = [
    Speech(),
    Speech(link="lẻ", thousand="ngàn", five="nhăm", four="bốn"),
    Speech(empty_hundreds=False),
]


@pytest.mark.parametrize("speech", SPEECHES, ids=["north", "south", "short"])
def test_every_number_below_ten_thousand_is_read_back(speech: Speech) -> None:
    wrong = {number: text for number in range(10_000) if trichluc.parse_number(text := speech.spell(number)) != number}
    assert wrong == {}


@settings(max_examples=2_000, deadline=None)
@given(st.integers(0, 10**12), st.sampled_from(SPEECHES))
def test_numbers_up_to_a_million_million_are_read_back(number: int, speech: Speech) -> None:
    assert trichluc.parse_number(speech.spell(number)) == number


@settings(max_examples=500, deadline=None)
@given(st.integers(0, 10**15))
def test_grouped_digits_are_read_back(number: int) -> None:
    assert trichluc.parse_number(f"{number:,}".replace(",", ".")) == number
    assert trichluc.parse_number(str(number)) == number


@settings(max_examples=500, deadline=None)
@given(st.decimals(0, 10**6, places=3))
def test_decimals_are_exact(number: Decimal) -> None:
    assert trichluc.parse_number(f"{number:f}".replace(".", ",")) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hai mươi lăm", 25),
        ("hai lăm", 25),
        ("ba mốt", 31),
        ("hai mươi nhăm", 25),
        ("Một trăm linh năm", 105),
        ("một trăm lẻ năm", 105),
        ("một nghìn hai", 1200),
        ("1 triệu 2", 1_200_000),
        ("2 tỷ 350 triệu", 2_350_000_000),
        ("12 nghìn 500", 12_500),
        ("12 nghìn 500 tỷ", 12_500 * 10**9),
        ("3,2 nghìn tỷ", 3_200 * 10**9),
        ("một trăm hai mươi nghìn tỉ", 120_000 * 10**9),
        ("1,5 triệu", 1_500_000),
        ("788,4 nghìn", 788_400),
        ("3 triệu rưỡi", 3_500_000),
        ("một triệu rưỡi", 1_500_000),
        ("hai trăm rưởi", 250),
        ("nửa triệu", 500_000),
        ("nửa tá", 6),
        ("5 vạn", 50_000),
        ("một vạn hai", 12_000),
        ("hai chục", 20),
        ("3 trăm", 300),
        ("không phẩy năm", Decimal("0.5")),
        ("hai phẩy bảy mươi lăm", Decimal("2.75")),
        ("một phẩy năm triệu", 1_500_000),
        ("1 200 000", 1_200_000),
        ("1 200", 1_200),
        ("1\u00a0200", 1_200),
        ("8.310", 8310),
        ("0,55", Decimal("0.55")),
        ("05", 5),
        ("1,200,000", 1_200_000),
        ("1,200.5", Decimal("1200.5")),
    ],
)
def test_a_number_is_read_exactly(text: str, value: object) -> None:
    found = trichluc.parse_number(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text", ["", "xã", "hai xã", "10 - 15", "7/10", "hơn 5", "vài chục", "1.2.3", "hàng trăm", "mốt", "tư", "linh năm", "năm năm", "5 5"]
)
def test_what_is_no_one_number_gives_none(text: str) -> None:
    assert trichluc.parse_number(text) is None


def quantities(text: str) -> list[tuple[str, object, object, object, str | None]]:
    scene = default_pipeline().survey(text)
    return [(scene.folded[q.start : q.end], q.value, q.low, q.high, q.modifier) for q in scene.quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("có từ 10 đến 15 hộ", ("từ 10 đến 15", None, 10, 15, None)),
        ("từ 10 cho đến 15 hộ", ("từ 10 cho đến 15", None, 10, 15, None)),
        ("khoảng từ 10 - 15 hộ", ("khoảng từ 10 - 15", None, 10, 15, "approx")),
        ("từ khoảng 10 - 15 hộ", ("từ khoảng 10 - 15", None, 10, 15, "approx")),
        ("thu 3 - 5 tỷ đồng", ("3 - 5 tỷ", None, 3 * 10**9, 5 * 10**9, None)),
        ("thu 2,5-3 tấn", ("2,5-3", None, Decimal("2.5"), 3, None)),
        ("thu 500 triệu - 1 tỷ", ("500 triệu - 1 tỷ", None, 5 * 10**8, 10**9, None)),
        ("có 1.500.000 - 2 triệu con", ("1.500.000 - 2 triệu", None, 1_500_000, 2_000_000, None)),
        ("hàng chục nghìn người", ("hàng chục nghìn", None, 10_000, 99_999, "approx")),
        ("hàng chục đến hàng trăm hộ", ("hàng chục đến hàng trăm", None, 10, 999, "approx")),
        ("vài chục héc ta", ("vài chục", None, 20, 90, "approx")),
        ("một vài hộ", ("một vài", None, 2, 9, "approx")),
        ("dăm bảy hộ", ("dăm bảy", None, 5, 7, "approx")),
        ("mươi lăm hộ", ("mươi lăm", None, 10, 15, "approx")),
        ("mươi hộ", ("mươi", 10, None, None, "approx")),
        ("ba bốn hộ", ("ba bốn", None, 3, 4, None)),
        ("bốn năm trăm hộ", ("bốn năm trăm", None, 400, 500, None)),
        ("hai mươi mấy hộ", ("hai mươi mấy", None, 21, 29, "approx")),
        ("khoảng hơn 1.500 người", ("hơn 1.500", 1500, None, None, "more_than")),
        ("hơn tỷ đồng", ("hơn tỷ", 10**9, None, None, "more_than")),
        ("cả trăm người", ("trăm", 100, None, None, None)),
        ("tối đa không quá 30 người", ("không quá 30", 30, None, None, "at_most")),
        ("không dưới 30 người", ("không dưới 30", 30, None, None, "at_least")),
        ("trên dưới 30 người", ("trên dưới 30", 30, None, None, "approx")),
        ("chưa đầy 30 người", ("chưa đầy 30", 30, None, None, "less_than")),
        ("ngót nghét 30 người", ("ngót nghét 30", 30, None, None, "nearly")),
        ("lên tới 30 người", ("30", 30, None, None, None)),
        ("(hơn 30 người)", ("hơn 30", 30, None, None, "more_than")),
        ("nhiệt độ 30 độ", ("30", 30, None, None, None)),
        ("nhiều hơn 30 người", ("30", 30, None, None, None)),
        ("dưới mức 50 USD", ("50", 50, None, None, "less_than")),
        ("thắng 2-1", ("2", 2, None, None, None)),
    ],
)
def test_a_quantity_has_its_bounds_and_its_modifier(text: str, expected: tuple[object, ...]) -> None:
    assert quantities(text)[0] == expected


@pytest.mark.parametrize("text", ["Ba Đình", "Hai Bà Trưng", "U23", "linh hoạt", "triệu tập", "tá tràng", "trăm năm"])
def test_what_only_looks_like_a_number_is_no_quantity(text: str) -> None:
    assert quantities(text) == []


def test_a_whole_is_kept_apart() -> None:
    scene = default_pipeline().survey("467/470 đại biểu")
    assert [(q.value, q.whole) for q in scene.quantities] == [(467, 470)]


@pytest.mark.parametrize("text", ["7/11/2006", "7-11-2006", "07/11-2006", "15/2024/NĐ-CP"])
def test_parts_of_a_date_are_no_share_and_no_range(text: str) -> None:
    scene = default_pipeline().survey(text)
    assert all(q.whole is None and q.low is None for q in scene.quantities)
