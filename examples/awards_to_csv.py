"""Awards of a folder to a spreadsheet: who got what, from whom, one row a recipient.

The byte order mark (`utf-8-sig`) is how a spreadsheet knows that the file is UTF-8.
"""

import csv
from pathlib import Path

import msgspec

import trichluc
from trichluc.readers import read_articles

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
TABLE = Path("awards.csv")

rows: list[dict[str, object]] = []
for result in trichluc.extract_many(read_articles([ARTICLES]), entities=False):
    if isinstance(result, trichluc.Extraction):
        rows += [{"article": Path(result.source or "").name, **msgspec.structs.asdict(row)} for row in result.award_table()]

with TABLE.open("w", encoding="utf-8-sig", newline="") as file:
    writer = csv.DictWriter(file, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)

given = [row for row in rows if row["status"] == "awarded" and row["recipient"]]
print(f"{len(rows)} rows in {TABLE}, {len(given)} awards with a recipient")
for row in given[:4]:
    print(" | ".join(str(row[name] or "-") for name in ("recipient", "award", "awarder", "level", "article")))

# prints:
# 173 rows in awards.csv, 133 awards with a recipient
# Nguyễn Thị Hải Yến | Giải Đặc biệt | Ban Tổ chức | province | contest-results.txt
# Phạm Văn Khôi | Giải Nhất | Ban Tổ chức | province | contest-results.txt
# Lò Thị Inh | Giải Nhất | Ban Tổ chức | province | contest-results.txt
# Đảng bộ huyện Hoằng Hóa | Giải Nhất | Ban Tuyên giáo Tỉnh ủy | province | contest-results.txt
