"""Names of awards that no list has: titles that go on in small letters up to a word of merit, prizes of a field."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from trichluc.entities.phrases import Phrases
from trichluc.families.award.normalize import ends_with_word, open_name_end

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["OpenNames"]

_MOST_WORDS = 12


class OpenNames:
    """Reads how far a title or the name of a prize goes."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def _merits(self) -> Phrases[None]:
        return Phrases(dict.fromkeys(self._lexicon.words("merit")))

    @cached_property
    def _fields(self) -> Phrases[None]:
        return Phrases(dict.fromkeys(self._lexicon.words("prize_field")))

    def title_end(self, scene: Scene, at: int, before: str) -> int | None:
        """Behind the title at *at*: `giáo viên dạy giỏi`, `Hộ nông dân sản xuất, kinh doanh giỏi`.

        Args:
            scene: the article.
            at: folded offset behind `danh hiệu`.
            before: the text before `danh hiệu`, by which a title in small letters must be conferred.
        """
        named = open_name_end(scene, self._lexicon, at)
        merited = self._merited_end(scene, at) if named is not None or ends_with_word(self._lexicon, before, "conferring") else None
        return max((end for end in (named, merited) if end is not None), default=None)

    def _merited_end(self, scene: Scene, at: int) -> int | None:
        """Behind the last word of merit before the title's end; None where none says any merit."""
        lower, limit = scene.lower, scene.limit(at)
        end = None
        for _ in range(_MOST_WORDS):
            merit = self._merits.at(lower, at, limit)
            if merit is not None:
                end = cursor = merit[0]
            elif lower[at : at + 1].isdigit() and lower[at + 1 : at + 2] == " ":  # sinh viên | 5 | tốt
                cursor = at + 1
            elif (word := open_name_end(scene, self._lexicon, at, 1, capital=False)) is not None and not lower[at].isdigit():
                cursor = word
            else:
                break
            if lower[cursor : cursor + 1] != " ":
                break
            at = cursor + 1
        return end

    def prize_end(self, scene: Scene, at: int) -> int | None:
        """Behind the name of a prize at *at*: `Tài năng trẻ`, `văn học, nghệ thuật Côn Sơn`."""
        field = self._fields.at(scene.lower, at, scene.limit(at))
        if field is None:
            return open_name_end(scene, self._lexicon, at)
        start = field[0] + 1
        if scene.lower[field[0] : start] != " ":
            return field[0]
        placed = scene.lower.startswith(("tỉnh ", "thành phố ", "huyện "), start)
        return open_name_end(scene, self._lexicon, start, capital=not placed) or field[0]
