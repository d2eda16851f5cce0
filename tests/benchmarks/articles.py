"""What the benchmarks read: sample articles joined to about ten thousand characters, and the inputs that hang other systems."""

from __future__ import annotations

from pathlib import Path

import trichluc

FOLDER = Path(__file__).parents[2] / "data" / "articles"
LENGTH = 10_000


def article_texts() -> list[str]:
    """Texts of about ten thousand characters, each made of different sample articles."""
    texts, part = [], ""
    for path in sorted(FOLDER.glob("*.txt")):
        part += trichluc.read_text(path) + "\n\n"
        if len(part) >= LENGTH * 0.8:
            texts.append(part[: int(LENGTH * 1.2)])
            part = ""
    return texts or [part]


def hostile(size: int = 1) -> dict[str, str]:
    """Inputs of the speed issue, at *size* times their length."""
    return {
        "a normal article": "\n".join(article_texts()[0] for _ in range(size)),
        "300 two-digit numbers": " ".join(f"{n % 90 + 10}" for n in range(300 * size)),
        "20,000 digits": "7" * 20_000 * size,
        "20,000 spaces": "ngày" + " " * 20_000 * size + "5",
        "no punctuation": ("xã có mười hai thôn và năm bản " * (20_000 // 31)) * size,
        "1.234. x2000": "1.234." * 2_000 * size,
        "1/2/ x2000": "1/2/" * 2_000 * size,
        "1 x10,000": "1 " * 10_000 * size,
        "năm x5,000": "năm " * 5_000 * size,
        "ngày 5 tháng 5 x2,000": "ngày 5 tháng 5 " * 2_000 * size,
        "đạt giải Nhất, x2,000": "đạt giải Nhất, " * 2_000 * size,
        "của Bộ Chính trị x2,000": "Chỉ thị số 06-CT/TW của Bộ Chính trị " * 1_000 * size,
        "Nguyễn Văn An x3,000": "Nguyễn Văn An " * 3_000 * size,
        "nested brackets": ("(" * 5_000 + "12 em" + ")" * 5_000) * size,
        "nested quotes": "“giải " * 4_000 * size,
        "10,000 combining marks": "a" + "\u0301\u0323" * 5_000 * size,
        "lottery table": "\n".join(
            f"Giải {rank} {n * 7919 % 100_000:05d} {n * 104_729 % 100_000:05d}" for n in range(400 * size) for rank in ("nhất", "nhì", "ba")
        ),
        "a word of 20,000 letters": "a" * 20_000 * size,
        "a.a.a.": "a." * 10_000 * size,
        "line ends": "\n" * 20_000 * size,
        "random Unicode": "".join(chr(32 + n * n * 7919 % 0xD000) for n in range(20_000 * size)),
    }
