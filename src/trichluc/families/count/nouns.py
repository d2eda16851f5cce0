"""nouns: where the counted noun behind a number ends.

    noun  = head [ suffix | field ] { ( , | và ) head of the same series }
    head  = the longest noun of the lexicon | classifier [ noun | word ] | word

The lexicon decides first; where it knows no noun, the words of the sentence do (`trichluc.engines`), less those that begin no noun.
Free adjectives and clauses stay outside (`82 đảng viên | mới`), fixed compounds are whole (`hộ nghèo`), and so are nouns that share
the number (`226 xã, phường, thị trấn`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.engines import default_tagger
from trichluc.families.count.stretch import WORD, Stretch, Wordings, stretch_at

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["CLASSES", "Noun", "NounFinder"]

CLASSES = ("person", "admin", "org", "household", "event", "work", "thing")
_SUFFIXES = {"admin": "suffix_admin", "household": "suffix_household", "person": "suffix_person", "work": "suffix_work"}
_BODIES = frozenset(("series_body", "series_school"))  # 70 sở, trường THPT
_LONGEST_FIELD = 8
_SHORT = 2  # syllables; the second may be a free adjective: nếp nhà | cổ
_LETTERS = re.compile(r"(?<=\w)\W")
# How many words of its sentence the segmenter is shown before a word, and how many from it on.
_SHOWN_BEFORE, _SHOWN_BEHIND = 3, 6


class Noun(Struct, frozen=True, gc=False):
    """A counted noun in folded offsets; ``kind`` is its class in the lexicon, "" where the lexicon does not know it."""

    start: int
    end: int
    kind: str


class NounFinder:
    """Finds counted nouns with one lexicon.

    Args:
        lexicon: the room's.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        barred = dict.fromkeys(lexicon.words("not_noun", "function_word", "verb", "adjective", "award"), "")
        kinds = {word: kind for kind in CLASSES for word in lexicon.words(kind)}
        # One look along the words tells what they begin: word → class, "" for what is no noun.
        self._heads = Wordings(barred | kinds)
        self._barred = Wordings(barred)
        self._either = frozenset(barred.keys() & kinds.keys())
        # Where the first word alone decides: known at all → whether it may open a noun.
        openings = {word.partition(" ")[0].rstrip(",") for word in kinds}
        self._openings = dict.fromkeys(barred, False) | dict.fromkeys(openings, True)
        # The same for what a trigger sees, which is less of the word: ba | -lô.
        self.no_openings = frozenset(barred.keys() - {_LETTERS.split(word, maxsplit=1)[0] for word in openings})
        self._series_of = {word: name for name in lexicon.groups if name.startswith("series_") for word in lexicon.words(name)}
        self._series = Wordings(self._series_of)
        self._suffixes = {kind: _plain(lexicon.words(group)) for kind, group in _SUFFIXES.items()}
        self._classifiers = lexicon.words("classifier")
        self._takers = lexicon.words("classifier", "head")
        self._sexes = lexicon.words("sex")
        self._prefixes = lexicon.words("prefix")
        self._fields, self._field_heads = _plain(lexicon.words("field")), lexicon.words("field_head")
        self._reports = _plain(lexicon.words("reporting"))
        self._name_ends = _plain(lexicon.words("name_end", "function_word"))

    def find(self, scene: Scene, start: int, *, known: bool = False, limit: int | None = None) -> Noun | None:
        """The noun that begins at *start*; with *known*, only one of the lexicon's.

        Args:
            scene: where it stands.
            start: folded offset of its first letter.
            known: whether to be content with the lexicon.
            limit: where its sentence ends, if that is known.
        """
        opening = WORD.match(scene.lower, start)
        if opening is None or not self._openings.get(opening[0], not known):
            return None
        stretch = stretch_at(scene.lower, start, scene.limit(start) if limit is None else limit)
        if stretch is None:
            return None
        found = self._heads.longest(stretch.words)
        if found is not None:
            return self._extend(scene, stretch, *found) if found[1] else None
        return None if known else self._unknown(scene, stretch)

    def _extend(self, scene: Scene, stretch: Stretch, head: int, kind: str) -> Noun:
        words = stretch.words
        upto = head = self._whole_word(scene, stretch, head)
        if upto < len(words) and words[upto - 1][-1] != ",":
            phrase = scene.lower[stretch.at : stretch.end(head)]
            if phrase in self._takers:
                upto += self._complement(scene, stretch, upto, phrase)
            if upto == head and phrase in self._field_heads:
                upto += self._field(words, upto)
            if upto == head and kind in self._suffixes:
                upto += self._suffixes[kind].count(words, upto)
        coordinated = self._coordinated(scene, stretch, upto)
        end = stretch.end(coordinated)
        if coordinated == upto:
            end = self._alternative(scene, stretch.at, end)
        return Noun(stretch.at, end, kind)

    def _alternative(self, scene: Scene, start: int, end: int) -> int:
        """Where the noun ends whose other name a slash parts from it: `28 tỉnh/thành`, `trường mầm non/mẫu giáo`; not `2 buổi/ngày`."""
        series = self._series_of.get(scene.lower[start:end])
        while series is not None and scene.lower.startswith("/", end):
            behind = stretch_at(scene.lower, end + 1, scene.limit(end))
            found = None if behind is None else self._series.longest(behind.words)
            if behind is None or found is None or found[1] != series:
                break
            end = behind.end(found[0])
        return end

    def _whole_word(self, scene: Scene, stretch: Stretch, head: int) -> int:
        """The head with the rest of the word that its last syllable begins or goes on: `người Việt | Nam`, `đảng | đoàn`."""
        words = stretch.words
        if head == len(words) or words[head - 1][-1] == "," or not words[head][0].isalpha():
            return head
        if words[0] in self._classifiers:
            inner = self._heads.longest(words, 1)  # gói ma túy | tổng hợp: a longer noun behind the classifier
            return max(head, 1 + inner[0]) if inner is not None and inner[1] and inner[0] > _SHORT else head
        if scene.lower[stretch.at : stretch.end(head)] in self._takers:
            return head  # what is behind those is read as a noun of its own
        if scene.folded[stretch.start(head)].isupper() and not scene.folded[stretch.start(head - 1)].isupper():
            return head  # 41 bài | Toán
        if (barred := self._barred.count(words, head)) and self._heads.count(words, head - 1) <= 1:
            return head
        last = head - 1 + _syllables(scene, stretch, head - 1)
        if last > head > 1 and self._barred.count(words, head - 1) == 1:
            return head - 1 if self._is_noun(words[: head - 1]) else last  # 5 bài | viết tay
        return head if last <= head or (barred and last - head <= barred) else last

    def _is_noun(self, words: list[str]) -> bool:
        found = self._heads.longest(words)
        return found is not None and found[0] == len(words) and bool(found[1])

    def _complement(self, scene: Scene, stretch: Stretch, at: int, phrase: str) -> int:
        """How many words behind a classifier belong to it: `chú | chim`, `lượt | cán bộ`, `bánh | heroin`."""
        found = self._heads.longest(stretch.words, at)
        if found is None:
            return self._word(scene, stretch, at) if phrase in self._classifiers else 0
        count, kind = found
        end = stretch.end(at + count)
        if phrase not in self._prefixes and scene.lower[stretch.start(at) : end] in self._sexes:
            return 0  # 5 ủy viên | nữ
        if kind != "person" and phrase in self._prefixes and scene.folded[stretch.start(at)].isupper():
            return 0  # 5 đồng chí | Ban Thường vụ
        if not kind or (phrase not in self._prefixes and scene.lower[stretch.start(at) : end] in self._either):
            return 0
        if scene.lower[end : end + 1] == " " and scene.lower[end + 1 : end + 2].isdigit():
            return 0  # 1 em | lớp 8B
        if (
            scene.lower[stretch.start(at) : end] in self._classifiers
            and at + count < len(stretch.words)
            and stretch.words[at + count - 1][-1] != ","
        ):
            count += self._complement(scene, stretch, at + count, "")  # 6 viên | con | nhộng
        return count

    def _field(self, words: list[str], at: int) -> int:
        """How many words behind a body say what it works in: `10 đoạn | quản lý đường thủy nội địa`."""
        count = self._fields.count(words, at)
        while (
            count
            and at + count < len(words)
            and count < _LONGEST_FIELD
            and words[at + count - 1][-1] != ","
            and words[at + count][0].isalpha()
            and self._name_ends.longest(words, at + count) is None
        ):
            count += 1
        return count

    def _coordinated(self, scene: Scene, stretch: Stretch, upto: int) -> int:
        """How far the nouns of one series go on: `xã | , phường | , thị trấn`."""
        lower, words = scene.lower, stretch.words
        if upto == len(words) or (words[upto - 1][-1] != "," and words[upto].rstrip(",") != "và"):
            return upto
        end = stretch.end(upto)
        series = next((name for first in range(upto) if (name := self._series_of.get(lower[stretch.start(first) : end]))), None)
        if series is None and (opening := self._series.longest(words)) is not None and opening[0] < upto:
            series = opening[1]  # cán bộ | quản lý, giáo viên
        while series is not None and upto < len(words):
            at = upto
            if words[at].rstrip(",") == "và" and at + 1 < len(words):
                at += 1
            elif words[at - 1][-1] != ",":
                break
            found, whole = self._series.longest(words, at), self._heads.longest(words, at)
            if found is None or (found[1] != series and not (whole is not None and whole[1] and _BODIES.issuperset((series, found[1])))):
                break
            count = found[0]
            if whole is not None and whole[0] > count:
                if not whole[1]:
                    break  # 5 sở, | phòng chống
                count = whole[0]
            if count == 1 and at + 1 < len(words) and words[at] == words[0] and upto > 1:
                break  # 806 làng nghề, | làng có nghề
            end = stretch.end(at + count)
            if scene.folded[end : end + 1] == " " and (scene.folded[end + 1 : end + 2].isupper() or lower[end + 1 : end + 2].isdigit()):
                break  # 5 xã, phường Tân An: a name, or a label
            if words[at - 1][-1] == "," and self._reports.longest(words, at + count) is not None:
                break  # 8 học sinh, | giáo viên cho biết
            upto = at + count
        return upto

    def _unknown(self, scene: Scene, stretch: Stretch) -> Noun | None:
        """A noun that no lexicon has: the word that the segmenter sees, unless it begins no noun."""
        start, end = stretch.at, stretch.end(1)
        if scene.folded[start].isupper() and not scene.folded[start:end].isupper():
            return None  # a name: `Luật`, `Việt Nam`
        if not stretch.words[0].rstrip(",").replace("&", "").replace(".", "").replace("-", "").isalpha():
            return None  # 4 x400m
        count = self._word(scene, stretch, 0)
        return Noun(start, stretch.end(count), "") if count else None

    def _word(self, scene: Scene, stretch: Stretch, at: int) -> int:
        """How many syllables the word at *at* has, by segmentation of its sentence; 0 where it begins no noun.

        A longer word may begin like one of ours (`họ tộc`, not the pronoun `họ`).
        """
        barred = self._barred.count(stretch.words, at)
        if barred > 1 or not stretch.words[at][0].isalpha():
            return 0
        count = _syllables(scene, stretch, at)
        if barred and count > 1 and scene.folded[stretch.start(at + 1)].isupper():
            return 0  # 3 suất | dự Olympic
        return 0 if barred >= count else count


def _plain(words: frozenset[str]) -> Wordings:
    return Wordings(dict.fromkeys(words, ""))


def _syllables(scene: Scene, stretch: Stretch, at: int) -> int:
    """How many words of the stretch the segmenter takes for one from *at* on, where its own word may have begun before."""
    here = stretch.start(at)
    opening = here
    for _ in range(_SHOWN_BEFORE):
        opening = scene.folded.rfind(" ", scene.sentence(here).start, max(opening - 1, 0)) + 1
        if not opening:
            opening = scene.sentence(here).start
            break
    shown = scene.folded[opening : stretch.end(min(at + _SHOWN_BEHIND, len(stretch.words)))]
    for first, last in default_tagger().words(shown):
        if opening + first <= here < opening + last:
            return max(1, sum(1 for count in range(at + 1, len(stretch.words) + 1) if stretch.end(count) <= opening + last))
    return 1
