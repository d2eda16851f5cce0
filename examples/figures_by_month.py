"""pandas: the same figures from a year's monthly reports, side by side."""

from collections.abc import Iterator

import trichluc
from trichluc.integrations.pandas import to_frame

REPORTS = {
    "2023-01-30": "Tháng 1, tỉnh đón 182.000 lượt khách, doanh thu du lịch 146 tỷ đồng; thành lập mới 41 doanh nghiệp.",
    "2023-02-28": "Tháng qua có hơn 215.000 lượt khách đến tỉnh, doanh thu du lịch ước 171,5 tỷ đồng. Có thêm 58 doanh nghiệp.",
    "2023-03-30": "Lượng khách đạt 164 nghìn lượt khách; doanh thu du lịch giảm còn 128 tỷ đồng; 63 doanh nghiệp được thành lập.",
    "2023-04-29": "Trước kỳ nghỉ lễ, tỉnh đã đón 240.500 lượt khách, doanh thu du lịch 192 tỷ đồng và cấp phép cho 60 doanh nghiệp.",
}


def articles() -> Iterator[trichluc.Source]:
    """The reports, each with the day it came out."""
    for day, text in REPORTS.items():
        yield trichluc.Source(text, source=day[:7], published=day)


results = list(trichluc.extract_many(articles(), entities=False))
counts = to_frame(results, trichluc.Count)
money = to_frame(results, trichluc.Money)

table = counts.pivot_table(index="source", columns="noun", values="value", aggfunc="first")
table["doanh thu (tỷ đồng)"] = money.groupby("source")["value"].first().astype(float) / 1e9
print(table.rename_axis(index="month", columns=None).to_string())

# prints:
#          doanh nghiệp  lượt khách  doanh thu (tỷ đồng)
# month
# 2023-01            41      182000                146.0
# 2023-02            58      215000                171.5
# 2023-03            63      164000                128.0
# 2023-04            60      240500                192.0
