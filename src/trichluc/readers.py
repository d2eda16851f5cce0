"""From paths to articles: text, JSON Lines, saved pages, compressed files, folders, globs and standard input.

    path ──▶ files (folder: its *.txt; glob: what it matches) ──▶ members of a .zip, content of a .gz ──▶ Source | Failure

Every article is read when it is asked for, one at a time, so memory does not grow with their number. What cannot be read is a
:class:`~trichluc.Failure` in its place. Nothing is written to disk, no link of a folder is followed into another folder, and
what one article may take is bounded by ``limit``, whatever a compressed file claims.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import lzma
import os
import sys
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Annotated, cast

import msgspec
from msgspec import Meta, Struct

from trichluc.decoding import decode, suspected_encoding
from trichluc.errors import ReadError
from trichluc.extraction import Failure
from trichluc.paths import file_name, files, os_message
from trichluc.source import Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

__all__ = ["LIMIT", "count_articles", "read_articles", "read_page", "read_text"]

LIMIT = 64 * 2**20  # bytes of one article or one line: a year of a daily paper is less
_ARCHIVE_FLOOR = 2**30  # what an archive may always unpack to
_ARCHIVE_RATIO = 200  # beyond that floor: text shrinks to a tenth, a bomb to a thousandth
_PAGES = (".html", ".htm", ".xhtml")
_LINES = (".jsonl", ".ndjson")


class _Line(Struct):
    """One line of JSON Lines input."""

    text: str
    id: str | int | None = None
    source: str | None = None
    title: str | None = None
    published: Annotated[str | None, Meta(description="ISO date")] = None


_LINE = msgspec.json.Decoder(_Line)


def read_text(path: str | os.PathLike[str], encoding: str | None = None, *, limit: int = LIMIT) -> str:
    """Read a text file exactly as decoded: what the offsets of its records count in.

    UTF-8, or UTF-16 by its byte order mark, unless ``encoding`` names another (any codec of Python's, ``tcvn3``, ``vni``,
    ``mojibake``). The byte order mark is dropped; line ends stay as they are.

    Raises:
        ReadError: the file is missing, larger than ``limit`` bytes, or not text in that encoding.

    >>> read_text("no-such-article.txt")
    Traceback (most recent call last):
    ...
    trichluc.errors.ReadError: no-such-article.txt: no such file
    """
    name = os.fspath(path)
    try:
        if Path(name).is_dir():
            message = f"{name}: a folder, not a file"
            raise ReadError(message)
        with Path(name).open("rb") as stream:
            return decode(_read_bounded(stream, limit, name), encoding, where=name)
    except OSError as error:
        raise ReadError(os_message(name, error)) from None


def read_page(data: bytes, source: str | None = None, encoding: str | None = None) -> Source:
    """Take the article out of a saved web page; offsets count in the ``text`` of what is returned. Needs the extra ``html``.

    The date of publication is taken only where the page's own metadata states it.

    Raises:
        ReadError: trafilatura is not installed, or the page holds no article.
    """
    where = source or "page"
    try:
        import trafilatura  # noqa: PLC0415  an optional extra, slow to import
        from trafilatura.metadata import extract_metadata  # noqa: PLC0415  as above
    except ImportError:
        message = f"{where}: reading web pages needs trafilatura: pip install 'trichluc[html]'"
        raise ReadError(message) from None
    page = decode(data, encoding, where=where) if encoding else data
    try:
        text = trafilatura.extract(page, include_comments=False, include_tables=True)
        about = extract_metadata(page, extensive=False)
    except Exception as error:  # noqa: BLE001  a parser of others, on whatever the web saved
        message = f"{where}: this page cannot be parsed: {type(error).__name__}: {error}"
        raise ReadError(message) from None
    if not text:
        message = f"{where}: no article found in this page"
        raise ReadError(message)
    if suspect := suspected_encoding(text):
        message = f"{where}: the letters look like {suspect}; read it with --encoding {suspect}"
        raise ReadError(message)
    return Source(text, source, about.title if about else None, about.date if about else None)


def read_articles(
    paths: Iterable[str | os.PathLike[str]],
    *,
    encoding: str | None = None,
    published: dt.date | str | None = None,
    limit: int = LIMIT,
) -> Iterator[Source | Failure]:
    """Read every article under *paths*, in their order; a folder's and a glob's files by name.

    ``published`` holds for every article that does not state its own; ``limit`` is the size in bytes one article may have.

    >>> [type(one).__name__ for one in read_articles(["no-such-folder/*.txt"])]
    ['Failure']
    """
    reader = _Reader(encoding, published, limit)
    for path in paths:
        name = os.fspath(path)
        if name == "-":
            yield from reader.read("-", _standard_input)
            continue
        for file in files(name):
            if isinstance(file, Failure):
                yield file
            else:
                yield from reader.read(file_name(file), lambda file=file: file.open("rb"))  # type: ignore[misc]  # mypy reads no default of a lambda


def count_articles(paths: Iterable[str | os.PathLike[str]]) -> int | None:
    """How many articles :func:`read_articles` will give, where that can be told without reading: a file an article.

    >>> count_articles(["no-such.txt", "more.jsonl"]) is None
    True
    """
    number = 0
    for path in paths:
        name = os.fspath(path)
        for file in () if name == "-" else files(name):
            suffixes = set() if isinstance(file, Failure) else {suffix.lower() for suffix in file.suffixes}
            if not suffixes.isdisjoint((*_LINES, ".zip")):
                return None
            number += 1
        if name == "-":
            return None
    return number


class _Reader(Struct, frozen=True):
    """Reads one file, by the form its name announces."""

    encoding: str | None
    published: dt.date | str | None
    limit: int

    def read(self, name: str, opener: Callable[[], AbstractContextManager[IO[bytes]]]) -> Iterator[Source | Failure]:
        """Articles of one file, or one failure where it cannot be read on."""
        try:
            with opener() as stream:
                if name.lower().endswith(".zip"):
                    yield from self._archive(name, stream)
                else:
                    yield from self._content(name, stream)
        except ReadError as error:
            yield Failure(name, "read", str(error))
        except (OSError, ValueError) as error:  # ValueError: a NUL character in a name
            yield Failure(name, "read", os_message(name, error))
        except (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            yield Failure(name, "read", f"{name}: damaged or unsupported archive: {error}")

    def _content(self, name: str, stream: IO[bytes]) -> Iterator[Source | Failure]:
        plain = name
        if name.lower().endswith(".gz"):
            stream, plain = cast("IO[bytes]", gzip.GzipFile(fileobj=stream)), name[: -len(".gz")]
        suffix = PurePosixPath(plain.lower()).suffix
        if suffix in _LINES or (name == "-" and _starts_object(stream)):
            yield from self._lines(name, stream)
        elif suffix in _PAGES:
            page = read_page(_read_bounded(stream, self.limit, name), name, self.encoding)
            yield page if page.published or not self.published else msgspec.structs.replace(page, published=self.published)
        else:
            text = decode(_read_bounded(stream, self.limit, name), self.encoding, where=name)
            yield Source(text, name, None, self.published)

    def _lines(self, name: str, stream: IO[bytes]) -> Iterator[Source | Failure]:
        number = 0
        while line := stream.readline(self.limit + 1):
            number += 1
            where = f"{name}:{number}"
            if len(line) > self.limit:
                yield Failure(where, "read", f"{where}: a line over {self.limit:,} bytes; what follows it in this file is not read")
                return
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield self._line(line, where)

    def _line(self, line: bytes, where: str) -> Source | Failure:
        try:
            read = _LINE.decode(decode(line, self.encoding, where=where) if self.encoding else line.removeprefix(b"\xef\xbb\xbf"))
        except ReadError as error:
            return Failure(where, "read", str(error))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            return Failure(where, "read", f"{where}: not an article in JSON (an object with `text`): {error}")
        source = read.source or (str(read.id) if read.id is not None else where)
        if not self.encoding and (suspect := suspected_encoding(read.text)):
            return Failure(
                source, "read", f"{where}: the letters look like {suspect}, not Unicode Vietnamese; read it with --encoding {suspect}"
            )
        return Source(read.text, source, read.title, read.published or self.published)

    def _archive(self, name: str, stream: IO[bytes]) -> Iterator[Source | Failure]:
        if not stream.seekable():
            stream = io.BytesIO(_read_bounded(stream, self.limit, name))
        size = stream.seek(0, io.SEEK_END)
        with zipfile.ZipFile(stream) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if sum(member.file_size for member in members) > max(_ARCHIVE_FLOOR, _ARCHIVE_RATIO * size):
                message = f"{name}: unpacks to over {_ARCHIVE_RATIO} times its size, which no text does; unpack it yourself if you trust it"
                raise ReadError(message)
            for member in members:
                if failure := _unsafe(name, member.filename):
                    yield failure
                elif PurePosixPath(member.filename.lower()).suffix in (".txt", *_LINES, *_PAGES, ".gz"):
                    yield from self.read(f"{name}/{member.filename}", lambda member=member: archive.open(member))  # type: ignore[misc]  # as above


@contextlib.contextmanager
def _standard_input() -> Iterator[IO[bytes]]:
    """Standard input, which is not ours to close."""
    yield cast("IO[bytes]", io.BufferedReader(cast("io.RawIOBase", sys.stdin.buffer)))


def _starts_object(stream: IO[bytes]) -> bool:
    """Whether standard input is JSON Lines: its first character opens an object."""
    return cast("io.BufferedReader", stream).peek(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b'{"')


def _unsafe(archive: str, member: str) -> Failure | None:
    """A member whose name leads out of its archive is refused: its name would become a path for whoever writes a file by it."""
    parts = PurePosixPath(member.replace("\\", "/")).parts
    name = f"{archive}/{member}"
    if ".." in parts or member.startswith(("/", "\\")) or member[1:2] == ":":
        return Failure(name, "read", f"{name}: a path that leads out of the archive; not read")
    if member.lower().endswith((".zip", ".tar", ".7z", ".rar", ".tgz", ".tar.gz")):
        return Failure(name, "read", f"{name}: an archive within an archive; unpack it first")
    return None


def _read_bounded(stream: IO[bytes], limit: int, name: str) -> bytes:
    pieces = []
    left = limit + 1
    while left and (piece := stream.read(min(left, 2**20))):
        pieces.append(piece)
        left -= len(piece)
    if not left:
        message = f"{name}: over {limit:,} bytes, too long for one article; split it, or give one article a line as .jsonl"
        raise ReadError(message)
    return b"".join(pieces)
