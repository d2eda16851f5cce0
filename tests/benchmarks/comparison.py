"""What each system makes of the same sentences: ``python -m tests.benchmarks.comparison``.

Prints Markdown; docs/comparison.md holds its output. Systems that are not installed are left out (see ``rivals.py``).
"""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import trichluc
from tests.benchmarks.rivals import heideltime_command

if TYPE_CHECKING:
    from collections.abc import Callable

REFERENCE = "2022-01-10"
SENTENCES = (
    "Chỉ thị số 06-CT/TW, ngày 7/11/2006 của Bộ Chính trị.",
    "Xã triển khai Nghị quyết 18, 19 và Luật Đất đai năm 2013.",
    "Từ ngày 1 đến ngày 5/6/2020, toàn tỉnh có 12 ca mắc.",
    "GRDP quý I/2021 tăng 6,72% so với cùng kỳ.",
    "Mùng 3 Tết Nhâm Dần, làng mở hội.",
    "Hôm qua, huyện trao 1,5 tỷ đồng cho 120 hộ nghèo.",
    "Hơn 1.200 hộ, hàng chục lượt cán bộ tham gia.",
    "Bị cáo lĩnh 2 năm 6 tháng tù.",
    "Đảng bộ đạt giải Nhì, 2 cá nhân đạt giải Ba cấp tỉnh.",
    "Đội giành 2 HCV, 1 HCB, xếp thứ 3 toàn đoàn.",
    "Sau năm năm, năm 2010 cả năm chi bộ đều vững mạnh.",
    "Nhà ở đường 30/4, trực 24/7, thắng 2-1.",
)


def ours() -> Callable[[str], list[str]]:
    def read(text: str) -> list[str]:
        rows = []
        for record in trichluc.extract(text, published=REFERENCE, entities=False).records:
            value = getattr(record, "number", None) or getattr(record, "value", None) or getattr(record, "name", None)
            if value is None:
                value = f"{getattr(record, 'min', '')}–{getattr(record, 'max', '')}"
            rows.append(f"{record.type} `{record.text}` = {value}")
        return rows

    return read


def underthesea() -> Callable[[str], list[str]]:
    from underthesea import ner

    def read(text: str) -> list[str]:
        rows: list[str] = []
        for word, _, _, label in ner(text):
            if label.startswith("B-"):
                rows.append(f"{label[2:]} `{word}`")
            elif label.startswith("I-") and rows:
                rows[-1] = f"{rows[-1][:-1]} {word}`"
        return rows

    return read


def dateparser() -> Callable[[str], list[str]]:
    from datetime import datetime

    from dateparser.search import search_dates

    base = {"RELATIVE_BASE": datetime.fromisoformat(REFERENCE)}
    return lambda text: [f"`{found}` = {day:%Y-%m-%d}" for found, day in search_dates(text, languages=["vi"], settings=base) or []]


def duckling() -> Callable[[str], list[str]]:
    import duckling as native

    zones = native.load_time_zones("/usr/share/zoneinfo")
    now = native.parse_ref_time(zones, "Asia/Ho_Chi_Minh", 1_641_800_000)
    context = native.Context(now, native.parse_locale("VI_XX", native.default_locale_lang(native.parse_lang("VI"))))
    dimensions = native.parse_dimensions(["time", "number", "amount-of-money", "duration"])

    def read(text: str) -> list[str]:
        rows = []
        for found in native.parse(text, context, dimensions, False):
            value = found["value"].get("value") or found["value"].get("from", {}).get("value")
            body = found["body"].encode("latin-1").decode()  # the wrapper reads its UTF-8 as Latin-1
            rows.append(f"{found['dim']} `{body}` = {str(value)[:16]}")
        return rows

    return read


def heideltime() -> Callable[[str], list[str]]:
    found: dict[str, list[str]] = {}
    command, folder = heideltime_command("\n".join(SENTENCES), REFERENCE)
    printed = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    body = printed.split("<TimeML>", 1)[1].split("</TimeML>", 1)[0].strip()
    for line, sentence in zip(body.splitlines(), SENTENCES, strict=True):
        tags = re.findall(r'<TIMEX3[^>]*type="(\w+)" value="([^"]*)"[^>]*>([^<]*)', line)
        found[sentence] = [f"{kind.lower()} `{text}` = {value}" for kind, value, text in tags]
    return found.__getitem__


SYSTEMS = {"trichluc": ours, "HeidelTime": heideltime, "Duckling": duckling, "dateparser": dateparser, "underthesea NER": underthesea}


def main() -> None:
    readers = {}
    for name, make in SYSTEMS.items():
        try:
            readers[name] = make()
        except (ImportError, OSError, subprocess.CalledProcessError) as error:
            print(f"<!-- {name} left out: {type(error).__name__} -->")
    for sentence in SENTENCES:
        print(f"\n**{sentence}**\n")
        for name, read in readers.items():
            print(f"- {name}: {'; '.join(read(sentence)) or 'nothing'}")


if __name__ == "__main__":
    main()
