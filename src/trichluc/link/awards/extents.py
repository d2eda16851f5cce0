"""How far a phrase goes: behind capitals, brackets, quotes, or the small letters before a stop word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.entities.organizations import issuer_at
from trichluc.entities.phrases import is_shouted
from trichluc.link.awards.words import WORD, phrases_of
from trichluc.rule import Pattern
from trichluc.text import UPPER

if TYPE_CHECKING:
    from trichluc.scene import Scene

__all__ = [
    "giver_at",
    "is_acronym",
    "is_ended",
    "is_of_name",
    "opens_sentence",
    "past_brackets",
    "past_quote",
    "run_end",
    "stops_at",
    "words_end",
]

_CAPITALISED = rf"[{UPPER}][\w'&]*(?:[./-](?=\w)[\w'&]+)*"
_CAPITALS = Pattern(rf"{_CAPITALISED}(?: {_CAPITALISED}){{0,7}}", cased=True)
_BRACKETS = Pattern(r" ?\([^()\n]{0,160}\)")
# Trung ương | Hội: the head of a union named before
_CENTRAL = Pattern(r" ương (?:Hội|Đoàn)(?! [A-ZĐ])(?!\w)", cased=True)
# Giám đốc | Sở: the office in a body named before
_OWN = Pattern(r"m đốc (?:Sở|Công ty|Bệnh viện)(?! [A-ZĐ])(?!\w)", cased=True)
# Hội đồng | giải thưởng
_COUNCIL = Pattern(
    r" (?:giải thưởng|thương hiệu quốc gia|xét chọn|xét giải|chấm giải|chấm thi|chung khảo|sơ khảo|giám khảo|bình chọn|tuyển chọn|nghệ thuật|xét tặng giải thưởng)(?!\w)"
)
_LONGEST_QUOTED = 100
# What is no noun behind a number
_NO_NOUN = frozenset({"năm", "ngày", "đồng", "giải", "lần", "tháng", "và", "của", "đạt", "được"})


def run_end(scene: Scene, at: int, limit: int) -> int:
    """Behind the capitalised words that begin at *at*, with one space between them; *at* itself where none does."""
    found = _CAPITALS.match(scene.folded, at, limit)
    return found.end() if found else at


def past_brackets(scene: Scene, end: int, limit: int) -> int:
    """Behind brackets: `em Lan | (lớp 9A)`."""
    brackets = _BRACKETS.match(scene.lower, end, limit)
    return brackets.end() if brackets else end


def past_quote(scene: Scene, at: int, limit: int) -> int:
    """Behind the quotes that open at *at*: `tác phẩm | "Cô là mẹ"`; *at* itself where none do."""
    start = at + scene.lower.startswith(' "', at)
    if not scene.lower.startswith('"', start):
        return at
    return scene.lower.find('"', start + 1, min(limit, start + _LONGEST_QUOTED)) + 1 or at


def opens_sentence(scene: Scene, at: int) -> bool:
    """Whether a capital at *at* says nothing, since a sentence or quotation begins there."""
    return at == scene.sentence(at).start or scene.lower[max(at - 2, 0) : at] in (": ", '"', "- ")


def giver_at(scene: Scene, at: int, limit: int) -> int | None:
    """Behind the body or office that begins at *at*: `Trung ương Đoàn`, `Giám đốc Sở`."""
    stop = issuer_at(scene.text, at, limit)
    if stop is None:
        return None
    if scene.folded.endswith("Trung ương", at + 1, stop):  # Ban Chấp hành | Trung ương Hội Nông dân Việt Nam
        stop = max(stop, issuer_at(scene.text, stop - len("Trung ương"), limit) or stop)
    council = _COUNCIL.match(scene.lower, stop, limit) if scene.lower.endswith("hội đồng", at, stop) else None
    if council is not None:
        return council.end()
    more = _CENTRAL.match(scene.folded, stop - 5, limit) or _OWN.match(scene.folded, stop - 5, limit)
    return more.end() if more is not None else stop


def is_of_name(scene: Scene, at: int) -> bool:
    """Whether the word at *at* is part of a name by its capital: `Phòng Tài chính - | Kế hoạch`, `Nguyễn Tiến | Đạt`."""
    folded = scene.folded
    if not folded[at : at + 1].isupper() or at == scene.sentence(at).start or folded.endswith((": ", '"', "; ", "\n"), 0, at):
        return False
    return not is_shouted(folded, at, min(at + 8, len(folded)))


def is_acronym(scene: Scene, at: int) -> bool:
    """Whether the word at *at* is written in capitals: `BVU`."""
    word = WORD.match(scene.folded, at, at + 20)
    return word is not None and len(word[0]) > 1 and word[0].isupper()


def stops_at(scene: Scene, at: int, limit: int) -> bool:
    """Whether a word that ends phrases stands at *at*."""
    return phrases_of("phrase_end").at(scene.lower, at, limit) is not None


def is_ended(scene: Scene, end: int, limit: int) -> bool:
    """Whether a phrase ends at *end* by a stop word or a sign, not by its length."""
    if end >= limit or scene.lower[end] != " ":
        return True
    return WORD.match(scene.lower, end + 1, limit) is None or stops_at(scene, end + 1, limit)


def words_end(scene: Scene, at: int, limit: int, *, most: int, lower_only: bool = False) -> int | None:
    """Where the words that begin at *at* end: at a stop word, a sign, or *most* words; None where none begins.

    With *lower_only* a capital ends them too, and so does a word that is no noun: `31 thành viên | khác`.
    """
    lower, folded = scene.lower, scene.folded
    end, cursor = None, at
    for number in range(most):
        capital = lower_only and number > 0 and folded[cursor : cursor + 1].isupper()
        compound = None if capital else phrases_of("compound").at(lower, cursor, limit)
        if compound is not None:
            end = compound[0]
        else:
            word = WORD.match(lower, cursor, limit)
            if word is None or capital or (number and stops_at(scene, cursor, limit)):
                break
            if word[0] == "của" and (lower_only or not folded[word.end() + 1 : word.end() + 2].isupper()):
                break
            if lower_only and (word[0][0].isdigit() or word[0] in _NO_NOUN):
                break
            end = word.end()
        if lower[end : end + 1] != " ":
            break
        cursor = end + 1
    return end
