"""Reading: exact decoding, legacy encodings named, compressed and hostile inputs bounded."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trichluc
from tests.conftest import require
from trichluc import decoding, readers
from trichluc.decoding import decode, suspected_encoding
from trichluc.readers import count_articles, read_articles, read_page, read_text

SENTENCE = (
    "Đảng bộ Khối các cơ quan tỉnh đã tổng kết 5 năm thực hiện Chỉ thị số 06-CT/TW; trao giải Nhất, nhì và khuyến khích cho những tập thể, "
    "cá nhân xuất sắc. Quỹ người nghèo được ủng hộ, kỳ nghỉ hữu ích ở Đà Nẵng."
)
TONES = "\u0300\u0301\u0303\u0309\u0323"


def tcvn3(text: str) -> str:
    return text.translate({ord(letter): chr(code) for code, letter in decoding._TCVN3.items()})  # noqa: SLF001  the table is the standard's


def vni(text: str) -> str:
    letters = {letter: code for code, letter in decoding._VNI_LETTERS.items()}  # noqa: SLF001  as above
    marks = {mark: code for code, mark in decoding._VNI_MARKS.items()}  # noqa: SLF001  as above
    typed = []
    for char in text:
        base, rest = unicodedata.normalize("NFD", char)[0], unicodedata.normalize("NFD", char)[1:]
        if char in letters or not rest:
            typed.append(letters.get(char, char))
        elif "\u031b" in rest:
            typed.append({"o": "ô", "O": "Ô", "u": "ö", "U": "Ö"}[base] + marks[rest.replace("\u031b", "")])
        else:
            order = "".join(sorted(rest, key=lambda mark: mark in TONES))
            typed.append(char if base in "iI" else base + (marks[order].upper() if base.isupper() else marks[order]))
    return "".join(typed)


def cp1258(text: str) -> bytes:
    typed = []
    for char in text:
        marks = unicodedata.normalize("NFD", char)
        tones = "".join(mark for mark in marks if mark in TONES)
        typed.append(unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES)) + tones)
    return "".join(typed).encode("cp1258")


def western(text: str) -> str:
    return "".join(bytes((byte,)).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode())


LEGACY = {
    "tcvn3": tcvn3(SENTENCE).encode("latin-1"),
    "vni": vni(SENTENCE).encode("latin-1"),
    "cp1258": cp1258(SENTENCE),
    "utf-16-le": SENTENCE.encode("utf-16-le"),
}
LEGACY_AS_UTF8 = {"tcvn3": tcvn3(SENTENCE).encode(), "vni": vni(SENTENCE).encode(), "mojibake": western(SENTENCE).encode()}


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("Một\r\nhai\n".encode(), "Một\r\nhai\n"),
        (b"\xef\xbb\xbf" + "Đảng".encode(), "Đảng"),
        ("\ufeffĐảng".encode("utf-16-le"), "Đảng"),
        ("\ufeffĐảng".encode("utf-16-be"), "Đảng"),
        ("a\ufeffb".encode(), "a\ufeffb"),
        (unicodedata.normalize("NFD", "Đảng").encode(), unicodedata.normalize("NFD", "Đảng")),
    ],
)
def test_read_text_gives_what_the_bytes_say(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert read_text(tmp_path / "a.txt") == trichluc.read_text(tmp_path / "a.txt") == text


@pytest.mark.parametrize("encoding", LEGACY)
def test_legacy_bytes_are_named_and_can_be_read(encoding: str) -> None:
    with pytest.raises(trichluc.ReadError, match=f"--encoding {encoding}"):
        decode(LEGACY[encoding])
    assert decode(LEGACY[encoding], encoding) == SENTENCE


@pytest.mark.parametrize("encoding", LEGACY_AS_UTF8)
def test_legacy_letters_saved_as_utf8_are_named_and_can_be_read(encoding: str) -> None:
    with pytest.raises(trichluc.ReadError, match=f"--encoding {encoding}"):
        decode(LEGACY_AS_UTF8[encoding])
    assert decode(LEGACY_AS_UTF8[encoding], encoding) == SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        unicodedata.normalize("NFD", SENTENCE),
        "Xa co 12 thon, khong dau.",
        "C'est la vie où l'été très français à Noël, garçon, maïs, cœur, bœuf §",
        "Größe für Übung schön Straße müssen größer König",
        "Đại tá Müller đến Køln",
        "5 µm ±2 · § 5 ® © ½",
        "Ñandú, mañana, señor: ¿qué tal? ¡Adiós!",
    ],
)
def test_sound_text_is_not_suspected(text: str) -> None:
    assert suspected_encoding(text) is None


PIECES = [
    text[at : at + 300]
    for path in sorted((Path(__file__).parents[1] / "data" / "articles").glob("*.txt"))
    for text in [unicodedata.normalize("NFC", path.read_bytes().decode("utf-8-sig"))]
    for at in range(0, len(text) - 150, 300)
]
WRITERS = {
    "tcvn3": lambda text: tcvn3(text).encode(),
    "vni": lambda text: vni(text).encode(),
    "mojibake": lambda text: western(text).encode(),
}


@pytest.mark.parametrize("encoding", WRITERS)
def test_three_hundred_characters_are_enough_to_know_an_encoding_and_sound_text_is_never_suspected(encoding: str) -> None:
    assert len(PIECES) > 20
    for piece in PIECES:
        assert suspected_encoding(piece) is None
        with pytest.raises(trichluc.ReadError, match=f"--encoding {encoding}"):
            decode(WRITERS[encoding](piece))


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", bytes(range(256)) * 9, b"\0" * 100, b"PK\x03\x04\xff\xfe\0"])
def test_binary_bytes_are_an_error_that_says_so(data: bytes) -> None:
    with pytest.raises(trichluc.ReadError, match=r"a\.bin"):
        decode(data, where="a.bin")


def test_unknown_encoding_and_wrong_encoding() -> None:
    with pytest.raises(trichluc.ReadError, match="unknown encoding"):
        decode(b"a", "klingon")
    with pytest.raises(trichluc.ReadError, match="not ascii"):
        decode("Đ".encode(), "ascii")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_read_error(data: bytes) -> None:
    try:
        text = decode(data)
    except trichluc.ReadError:
        return
    assert isinstance(text, str)
    text.encode()


def names(paths: list[str | Path], **options: object) -> list[str | None]:
    return [one.source for one in read_articles(paths, **options)]  # type: ignore[arg-type]  # options are the reader's own


def test_folders_globs_and_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.TXT", "page.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert names([tmp_path]) == [f"{tmp_path}/{name}" for name in ("a.txt", "b.txt", "sub/c.TXT")]
    assert names([f"{tmp_path}/*.md", tmp_path / "b.txt"]) == [f"{tmp_path}/page.md", f"{tmp_path}/b.txt"]
    assert names([f"{tmp_path}/**/*.t*"]) == [f"{tmp_path}/a.txt", f"{tmp_path}/b.txt"]


def test_the_number_of_articles_is_told_where_it_can_be(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt.gz", "c.html", "d.jsonl", "e.zip"):
        (tmp_path / name).write_bytes(b"")
    assert count_articles([tmp_path, tmp_path / "b.txt.gz", f"{tmp_path}/*.html", "missing.txt"]) == 4
    assert [count_articles([tmp_path / "a.txt", other]) for other in (tmp_path / "d.jsonl", tmp_path / "e.zip", "-")] == [None] * 3


def test_what_is_missing_or_empty_is_a_failure_with_a_way_out(tmp_path: Path) -> None:
    [missing, empty, nothing, odd] = read_articles([tmp_path / "no.txt", tmp_path, f"{tmp_path}/*.txt", "a\0b"])
    assert all(isinstance(one, trichluc.Failure) and one.stage == "read" for one in (missing, empty, nothing, odd))
    assert isinstance(missing, trichluc.Failure)
    assert missing.message.endswith("no.txt: no such file")
    assert isinstance(empty, trichluc.Failure)
    assert "no *.txt in this folder" in empty.message


def test_json_lines_with_a_torn_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        json.dumps({"text": "Một", "id": 7, "published": "2020-01-02"}).encode()
        + b'\n\n{"source": "b", "text": "Hai", "title": "T"}\n{"text": 5}\n{"id": 3}\n{"text": "\\ud800"}\n'
        + json.dumps({"text": tcvn3(SENTENCE)}, ensure_ascii=False).encode()
        + b'\n{"text": "Ba'
    )
    results = list(read_articles([path], published="2019-01-01"))
    assert [type(one).__name__ for one in results] == ["Source", "Source", *["Failure"] * 5]
    assert [one.source for one in results] == ["7", "b", *(f"{path}:{line}" for line in (4, 5, 6, 7, 8))]
    assert results[0] == trichluc.Source("Một", "7", None, "2020-01-02")
    assert results[1] == trichluc.Source("Hai", "b", "T", "2019-01-01")
    assert "--encoding tcvn3" in results[5].message  # type: ignore[union-attr]  # a Failure


def test_gzip_and_zip(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress("Một".encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Hai", "id": "h"}\n'))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("báo/x.txt", "Ba")
        archive.writestr("y.jsonl", '{"text": "Bốn", "id": "y"}')
        archive.writestr("z.txt.gz", gzip.compress("Năm".encode()))
        archive.writestr("logo.png", b"\x89PNG")
    read = list(read_articles([tmp_path / "a.txt.gz", tmp_path / "b.jsonl.gz", tmp_path / "c.zip"]))
    assert [(one.source, one.text) for one in read if isinstance(one, trichluc.Source)] == [
        (f"{tmp_path}/a.txt.gz", "Một"),
        ("h", "Hai"),
        (f"{tmp_path}/c.zip/báo/x.txt", "Ba"),
        ("y", "Bốn"),
        (f"{tmp_path}/c.zip/z.txt.gz", "Năm"),
    ]


@pytest.mark.parametrize("name", ["a.zip", "a.gz", "a.txt.gz", "a.jsonl.gz"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no archive", gzip.compress(b"x" * 5000)[:30], b"\x1f\x8b\x08\0\0\0\0\0\0\xff\x12"])
def test_damaged_archives_are_failures(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    results = list(read_articles([tmp_path / name]))
    assert all(isinstance(one, trichluc.Failure) or one.text == "" for one in results)


def test_compressed_bombs_are_refused_before_they_fill_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"a" * 3_000_000))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "' + b"a" * 3_000_000 + b'"}\n{"text": "x"}'))
    with zipfile.ZipFile(tmp_path / "c.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "a" * 3_000_000)
    for name in ("a.txt.gz", "b.jsonl.gz", "c.zip"):
        [failure] = read_articles([tmp_path / name], limit=1_000_000)
        assert isinstance(failure, trichluc.Failure)
        assert "over 1,000,000 bytes" in failure.message
    monkeypatch.setattr(readers, "_ARCHIVE_FLOOR", 1_000_000)
    [failure] = read_articles([tmp_path / "c.zip"])
    assert isinstance(failure, trichluc.Failure)
    assert "times its size" in failure.message


def test_archive_members_that_lie_about_their_size_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "a" * 3_000_000)
    data = path.read_bytes().replace((3_000_000).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    path.write_bytes(data)
    [result] = read_articles([path], limit=1_000_000)
    assert isinstance(result, trichluc.Failure) or len(result.text) <= 1_000_000


@pytest.mark.parametrize("member", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "..\\evil.txt", "C:\\evil.txt", "inner.zip"])
def test_archive_members_that_lead_out_are_refused(tmp_path: Path, member: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(member, "Xã có 12 thôn.")
        archive.writestr("good.txt", "Xã có 12 thôn.")
    [bad, good] = read_articles([tmp_path / "a.zip"])
    assert isinstance(bad, trichluc.Failure)
    assert isinstance(good, trichluc.Source)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


def test_loops_of_links_are_walked_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Một", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert names([tmp_path]) == [f"{tmp_path}/a.txt"]
    assert names([f"{tmp_path}/**/a.txt"]) == [f"{tmp_path}/a.txt"]
    [failure] = read_articles([tmp_path / "self.txt"])
    assert isinstance(failure, trichluc.Failure)


def test_a_file_over_the_limit_and_a_device_without_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a" * 1001, encoding="utf-8")
    for path in (tmp_path / "a.txt", Path("/dev/zero")):
        with pytest.raises(trichluc.ReadError, match="too long for one article"):
            read_text(path, limit=1000)


def test_file_names_that_are_no_utf8_still_give_writable_names(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/b\xe1o.txt"
    with open(path, "wb") as stream:  # noqa: PTH123  a name in bytes
        stream.write(b"x")
    [name] = names([tmp_path])
    assert name is not None
    assert name.encode().endswith("b\ufffdo.txt".encode())


def test_tar_is_not_taken_for_text(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = 3
        archive.addfile(info, io.BytesIO(b"abc"))
    [result] = read_articles([tmp_path / "a.tar"])
    assert isinstance(result, trichluc.Failure)


PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Hội thi tuyên truyền | Báo</title>
<meta property="article:published_time" content="2021-10-15T08:00:00+07:00"><meta property="og:title" content="Hội thi tuyên truyền"></head><body>
<nav><a href="/">Trang chủ</a> <a href="/xahoi">Xã hội</a></nav><article><h1>Hội thi tuyên truyền</h1>
<p>Sáng 15/10, huyện tổ chức hội thi tuyên truyền với sự tham gia của 18 đội đến từ các xã, thị trấn trong huyện.</p>
<p>Kết quả, đội xã Minh Tân đạt giải Nhất; hai đội xã Tân Lập và xã Hòa Bình cùng đạt giải Nhì của hội thi năm nay.</p>
<p>Ban Tổ chức cũng trao 5 giải Khuyến khích cho các đội còn lại có tiết mục hay và sáng tạo, được khán giả yêu thích.</p>
</article><footer>Bản quyền thuộc về Báo</footer></body></html>"""


def test_a_saved_page_gives_its_article(tmp_path: Path) -> None:
    require("trafilatura")
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    [page] = read_articles([tmp_path / "a.html"])
    assert isinstance(page, trichluc.Source)
    assert "18 đội" in page.text
    assert "Trang chủ" not in page.text
    assert page.title == "Hội thi tuyên truyền"
    assert page.published == "2021-10-15"
    with pytest.raises(trichluc.ReadError, match="no article"):
        read_page(b"<html></html>")
