"""heads: the words of the lexicon of organizations, looked up in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.entities.phrases import Phrases
from trichluc.text import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from trichluc.lexicon import Lexicon

__all__ = ["Heads"]

_KINDS = ("field", "open", "proper", "task", "branch", "local", "organ", "whole")

_NO_KIND = ""


class Heads:
    """Heads of names by kind, and the groups of words that may follow them."""

    def __init__(self, lexicon: Lexicon) -> None:
        kinds = _respelled({word: kind for kind in _KINDS for word in lexicon.group(kind)}, lexicon.group("spelling"))
        self.kinds = Phrases(kinds)
        # Đảng viên, Hội Xuân: what begins as a head and is none has no kind
        self._compounds = Phrases({**kinds, **dict.fromkeys(lexicon.words("not_whole"), _NO_KIND)})
        self.blocs = Phrases(lexicon.group("bloc"))
        self.levels = Phrases(lexicon.group("level"))
        self.works = Phrases({word: kind for kind in ("act", "work") for word in lexicon.group(kind)})
        self.offices = Phrases(lexicon.group("office"))
        self.generic = Phrases(lexicon.group("generic"))
        self.links = lexicon.words("link")
        self.joints = lexicon.words("joint")
        self.seats = Phrases(lexicon.group("seat"))
        self.sites = Phrases(lexicon.group("site"))
        self._verbs = Phrases(lexicon.group("verb"))
        self._small = Phrases(lexicon.group("small"))
        self._not_heads = Phrases(lexicon.group("not_head"))
        self.legal_forms = Phrases(lexicon.group("legal_form"))
        self._transitive = Phrases(lexicon.group("transitive"))
        self._companies = Phrases(lexicon.group("company"))
        self._always = Phrases(lexicon.group("always"))

    @property
    def compound_words(self) -> list[str]:
        """First words of heads, of what only looks like one, and of fields of work."""
        return [word for group in (self._compounds, self.works) for word in group.first_words]

    @property
    def small_words(self) -> Iterable[str]:
        """First words of the heads that papers also print small."""
        return self._small.first_words

    def at(self, lower: str, start: int, end: int) -> tuple[int, str] | None:
        """End and kind of the head that begins at *start*; not `Đảng` of `Đảng viên`."""
        head = self._compounds.at(lower, start, end)
        return None if head is None or head[1] == _NO_KIND else head

    def head_end(self, lower: str, start: int, end: int) -> int:
        """End of the head, or of the compound that only looks like one, that begins at *start*; *start* where none does."""
        head = self._compounds.at(lower, start, end)
        return start if head is None else head[0]

    def work_end(self, lower: str, start: int, end: int) -> int:
        """End of the field of work that begins at *start*; *start* where none does."""
        work = self.works.at(lower, start, end)
        return start if work is None else work[0]

    def start_before(self, lower: str, stop: int, left: int) -> int | None:
        """Where a field of work or a head starts that ends at *stop*: Bộ trưởng | Tài chính, Bí thư | Chi bộ."""
        found = self.works.ending(lower, stop, left) or self.kinds.ending(lower, stop, left)
        return None if found is None else found[0]

    def is_verb(self, lower: str, start: int, end: int) -> bool:
        """Whether the field of work at *start* is as likely a verb: Trường Đại học Sư phạm | tổ chức."""
        return self._verbs.at(lower, start, end) is not None

    def takes_object(self, lower: str, start: int, end: int) -> bool:
        """Whether the field of work at *start* is a verb whose object may follow in a name: Quản lý và | khai thác hạ tầng Hà Nội."""
        return self._transitive.at(lower, start, end) is not None

    def prints_small(self, lower: str, start: int, end: int) -> bool:
        """Whether the head at *start* is one that papers also print small."""
        return self._small.at(lower, start, end) is not None

    def is_small_head(self, lower: str, start: int, end: int, left: int) -> bool:
        """The same where the head is no part of a compound: not `sở` of `trụ sở`."""
        small = self._small.at(lower, start, end)
        return small is not None and (" " in lower[start : small[0]] or self._not_heads.before(lower, small[0] + 1, left) is None)

    def compound_before(self, lower: str, at: int, left: int) -> bool:
        """Whether the words before *at* are a compound that only ends like a head: Môi trường | Đặng Quốc Khánh."""
        return self._not_heads.before(lower, at, left) is not None

    def in_compound(self, lower: str, start: int, head_end: int, left: int) -> bool:
        """Whether the head of one word at *start* is the end of a compound that is none: Đại | hội."""
        return start > left and " " not in lower[start:head_end] and self._not_heads.ending(lower, head_end, left) is not None

    def is_company(self, lower: str, start: int, end: int) -> bool:
        """Whether the name is a company's with two words of its own or more: Công ty CP Công nghệ | Việt Á."""
        form = self._companies.at(lower, start, end)
        return form is not None and lower.count(" ", form[0], end) > 1

    def always_named(self, lower: str, start: int, end: int) -> bool:
        """Whether the head at *start* makes a name however its rest is printed: Bộ giao thông vận tải."""
        return self._always.at(lower, start, end) is not None


def _respelled(heads: Mapping[str, str], spellings: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The heads with the short spellings of their words: Quân uỷ Trung ương, Quân uỷ TW, Quân uỷ T.Ư."""
    forms = dict(heads)
    for word, shorts in spellings.items():
        for head, kind in heads.items():
            if head != word and word in head:
                forms |= {head.replace(word, fold_word(short)): kind for short in shorts}
    return forms
