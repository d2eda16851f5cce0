"""From bytes to text, and a name for the encoding where the bytes are not Unicode.

Vietnamese was written in a dozen 8-bit encodings before Unicode, and files in them are still about: TCVN3 (the ``.Vn…`` fonts),
VNI, Windows-1258. Often their letters were then saved as UTF-8 without being converted (``§¶ng bé`` for ``Đảng bộ``); and UTF-8
read as Latin-1 and saved again gives ``Äáº£ng``. All of these decode without error and hold no Vietnamese, so they are
recognised by what they *would* say: a text is taken for TCVN3 when, read as TCVN3, its words become Vietnamese syllables.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING

from trichluc.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["decode", "suspected_encoding"]

SAMPLE = 65_536  # characters looked at to recognise an encoding

# TCVN 5712:1993 (VN3), the encoding of the .Vn fonts: bytes in the order of _TCVN3_LETTERS.
_TCVN3_CODES = bytes.fromhex(
    "a1a2a3a4a5a6a7 a8a9aaabacadae b5b6b7b8b9 bbbcbdbec6 c7c8c9cacb cccecfd0d1 d2d3d4d5d6 d7d8dcddde dfe1e2e3e4 e5e6e7e8e9 eaebecedee"
    "eff1f2f3f4 f5f6f7f8f9 fafbfcfdfe"
)
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_TCVN3 = dict(zip(_TCVN3_CODES, _TCVN3_LETTERS, strict=True))

# VNI for Windows: a letter of its own, or a vowel with its marks as a second character (`Vieät`, `ñöôïc`).
_VNI_LETTERS = dict(zip("ñÑôÔöÖæÆóÓòÒîÎ", "đĐơƠưƯỉỈĩĨịỊỵỴ", strict=True))
_VNI_MARKS = {
    **dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True)),
    **dict(zip("âáàåãä", ("\u0302" + tone for tone in ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")), strict=True)),
    **dict(zip("êéèúüë", ("\u0306" + tone for tone in ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")), strict=True)),
}
_VNI = re.compile(r"(?P<base>[aeouyôöAEOUYÔÖ])(?P<mark>[ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[ñÑôÔöÖæÆóÓòÒîÎ]")

# UTF-8 taken for Windows-1252: a lead byte and its continuation bytes, each as the character it was taken for.
_WESTERN = {byte: bytes((byte,)).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256)}
_WESTERN_BYTES = {char: byte for byte, char in _WESTERN.items()} | {chr(byte): byte for byte in range(256)}
_TAIL = "[" + re.escape("".join(_WESTERN[byte] for byte in range(0x80, 0xC0))) + "\x80-\xbf]"
_MOJIBAKE = re.compile(f"[\xc3-\xc6\xcc]{_TAIL}|[\xe1\xe2]{_TAIL}{{2}}")

# A syllable without its tone: an initial, one to three vowels, a final.
_SYLLABLE = re.compile(
    "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?(?:[aăâeêioôơuưy]|[iou][aăâeêoôơuưy]|[aâeêoôơuưy][iouy]|[uưiy][ơêôâyeia][iuyo]|oo)(?:ch?|m|ng?|nh|p|t)?"
)
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_WORD = re.compile(r"[^\x00-\x40\[-`{-\x7f\s]+")  # all that stands between spaces, digits and ASCII punctuation
_QUOTES = "“”‘’«»…–"

# Letters that Vietnamese writes and no Western encoding has; and characters of the Western encodings that it never writes.
_OWN = re.compile("[ăĂđĐơƠưƯ\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
_STRANGE = re.compile("[\x80-\x9f¡-¦¨©¬\xad®¯±-¶¸-º¼-¿ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ§µ·Œœ‡ˆ‰Š‹ƒ™š›Ÿ]")


def decode(data: bytes, encoding: str | None = None, *, where: str = "input") -> str:
    r"""Decode *data* as it is: UTF-8, UTF-16 by its byte order mark, or the encoding named.

    The byte order mark is dropped and nothing else changed. ``encoding`` is any codec Python knows, or ``tcvn3``, ``vni``,
    ``mojibake`` (UTF-8 that was read as Latin-1 and saved again). Windows-1258 writes tones apart; its letters are composed.

    Raises:
        ReadError: the bytes are no text in that encoding, or text in a legacy encoding; the message names it.

    >>> decode(b"\xef\xbb\xbfNghi quyet\r\n")
    'Nghi quyet\r\n'
    >>> decode("§¶ng bé".encode(), "tcvn3")
    'Đảng bộ'
    """
    if encoding is not None:
        return _decode_as(data, encoding, where)
    try:
        text = _decode_unicode(data)
    except UnicodeDecodeError as error:
        guess = _guess_bytes(data)
        if guess is None:
            message = f"{where}: not UTF-8 text (byte {error.start}: {error.reason}); name its encoding with --encoding"
        else:
            message = f"{where}: not UTF-8 but probably {_NAMES[guess]}; read it with --encoding {guess}"
        raise ReadError(message) from None
    head = text[:SAMPLE]
    if head.count("\0") * 50 > len(head):
        guess = _guess_bytes(data)
        hint = f"probably {_NAMES[guess]}; read it with --encoding {guess}" if guess else "it looks like a binary file, not an article"
        message = f"{where}: the text is full of NUL characters: {hint}"
        raise ReadError(message)
    if suspect := suspected_encoding(head):
        message = f"{where}: the letters are {_NAMES[suspect]}, not Unicode Vietnamese; read it with --encoding {suspect}"
        raise ReadError(message)
    return text


def suspected_encoding(text: str) -> str | None:
    """The legacy encoding whose letters a decoded *text* holds, as ``--encoding`` takes it; None for sound text.

    >>> suspected_encoding("§¶ng bé Khèi c¸c c¬ quan tØnh"), suspected_encoding("Ñaûng boä Khoái caùc cô quan tænh")
    ('tcvn3', 'vni')
    >>> suspected_encoding("Äáº£ng bá»™ Khá»‘i cÃ¡c cÆ¡ quan")
    'mojibake'
    """
    head = text[:SAMPLE]
    strange = len(_STRANGE.findall(head))
    if strange < 2 or strange <= len(_OWN.findall(head)):
        return None
    return _best({name: _READINGS[name](head) for name in ("mojibake", "tcvn3", "vni")}, head)


def _decode_unicode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) and len(data) % 4 == 0:
        return data.decode("utf-32")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    return data.decode("utf-8-sig")


def _decode_as(data: bytes, encoding: str, where: str) -> str:
    name = encoding.lower().replace("_", "-")
    try:
        if name in _READINGS:
            return _READINGS[name](_western(data))
        text = data.decode(encoding)
    except UnicodeError as error:
        message = f"{where}: not {encoding}: {error}"
        raise ReadError(message) from None
    except LookupError:
        message = f"{where}: unknown encoding {encoding!r}; Python's codecs and {', '.join(_READINGS)} are known"
        raise ReadError(message) from None
    if codecs.lookup(encoding).name == "cp1258":
        return unicodedata.normalize("NFC", text)
    return text.removeprefix("\ufeff")


def _western(data: bytes) -> str:
    """The characters an 8-bit font was typed in: as Windows-1252, or already saved as UTF-8."""
    try:
        return _decode_unicode(data)
    except UnicodeDecodeError:
        return "".join(map(_WESTERN.__getitem__, data))


def _read_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def _read_vni(text: str) -> str:
    def letter(match: re.Match[str]) -> str:
        base, mark = match["base"], match["mark"]
        if base is None:
            return _VNI_LETTERS[match[0]]
        return unicodedata.normalize("NFC", _VNI_LETTERS.get(base, base) + _VNI_MARKS[mark.lower()])

    return _VNI.sub(letter, text)


def _read_mojibake(text: str) -> str:
    def letter(match: re.Match[str]) -> str:
        return bytes(map(_WESTERN_BYTES.__getitem__, match[0])).decode("utf-8", errors="replace")

    return _MOJIBAKE.sub(letter, text)


_READINGS: dict[str, Callable[[str], str]] = {"tcvn3": _read_tcvn3, "vni": _read_vni, "mojibake": _read_mojibake}
_NAMES = {
    "tcvn3": "TCVN3 (ABC, .Vn fonts)",
    "vni": "VNI",
    "mojibake": "UTF-8 that was read as Latin-1 and saved again",
    "cp1258": "Windows-1258",
    "utf-16-le": "UTF-16 without a byte order mark",
    "utf-16-be": "UTF-16 without a byte order mark",
}


def _guess_bytes(data: bytes) -> str | None:
    head = data[:SAMPLE]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 5 > len(head) and min(even, odd) * 10 < max(even, odd):
        return "utf-16-be" if even > odd else "utf-16-le"
    if b"\0" in head:
        return None
    western = "".join(map(_WESTERN.__getitem__, head))
    readings = {"tcvn3": _read_tcvn3(western), "vni": _read_vni(western)}
    readings["cp1258"] = unicodedata.normalize("NFC", head.decode("cp1258", errors="replace"))
    return _best(readings, western, margin=0.0)  # bytes that are no UTF-8 cannot be Vietnamese as they are


def _best(readings: dict[str, str], raw: str, margin: float = 0.2) -> str | None:
    """The reading that turns the text into Vietnamese syllables, where one clearly does and the text as it is does not."""
    shares = {name: _vietnamese_share(text) for name, text in readings.items() if text != raw}
    if not shares:
        return None
    name = max(shares, key=shares.__getitem__)
    return name if shares[name] >= 0.75 and (not margin or shares[name] > _vietnamese_share(raw) + margin) else None


def _vietnamese_share(text: str) -> float:
    """Share of the words with a non-ASCII letter that are Vietnamese syllables with a letter no other language has about them."""
    words = [word for part in _WORD.findall(text) if not (word := part.strip(_QUOTES)).isascii()][:2000]
    if not words:
        return 0.0
    plain = (unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.lower()).translate(_TONES)) for word in words)
    return sum(_SYLLABLE.fullmatch(word) is not None for word in plain) / len(words)
