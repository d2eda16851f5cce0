"""underthesea itself behind the same two methods: the oracle of the tests, and a way out when its files are not the known ones.

The one module that imports underthesea, and only when called. Some hundred times slower, not linear in the length of a sentence,
and underthesea's own pattern can hang on an address with a long row of dots.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from trichluc.engines.tagger import Token
from trichluc.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

__all__ = ["StockTagger"]


class StockTagger:
    """Tags with `underthesea.word_tokenize` and `underthesea.ner`, and finds the place of each word.

    Raises (by its methods):
        EngineError: underthesea is not installed, or the sentence is not NFC.
    """

    def words(self, sentence: str) -> Sequence[tuple[int, int]]:
        """Cut an NFC sentence into words.

        >>> sentence = "Thuỷ điện Hoà Bình"
        >>> [sentence[start:end] for start, end in StockTagger().words(sentence)]
        ['Thuỷ', 'điện', 'Hoà Bình']
        """
        return _place(sentence, _underthesea().word_tokenize(sentence))

    def tag(self, sentence: str) -> Sequence[Token]:
        """Cut an NFC sentence into words and tag each.

        >>> StockTagger().tag("Bà Hoa ở Huế.")[1]
        Token(start=3, end=6, tag='Np', ner='B-PER')
        """
        tagged = _underthesea().ner(sentence)
        spans = _place(sentence, [word for word, *_ in tagged])
        return [Token(*span, tag, name) for span, (_, tag, _, name) in zip(spans, tagged, strict=True)]


def _place(sentence: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Find words that underthesea has respelt: a word of n spaces takes the next n + 1 of the syllables as printed."""
    from underthesea.pipeline.word_tokenize.regex_tokenize import tokenize  # noqa: PLC0415 - half a second, only for this tagger

    if not unicodedata.is_normalized("NFC", sentence):
        message = "the sentence is not NFC: fold it first, underthesea composes it and offsets would shift"
        raise EngineError(message)
    known = sentence.replace("ð", "đ").replace("Ð", "Đ")  # as underthesea does: one letter for one
    syllables: list[tuple[int, int]] = []
    at = 0
    for syllable in tokenize(known, use_character_normalize=False, use_token_normalize=False):
        start = known.index(syllable, at)
        at = start + len(syllable)
        syllables.append((start, at))
    spans = []
    first = 0
    for word in words:
        last = first + word.count(" ")
        spans.append((syllables[first][0], syllables[last][1]))
        first = last + 1
    return spans


def _underthesea() -> ModuleType:
    try:
        import underthesea  # noqa: PLC0415 - half a second and 500 modules, only for this tagger
    except ImportError as error:
        message = "underthesea is not installed: pip install 'underthesea>=9.5,<9.6'"
        raise EngineError(message) from error
    return underthesea  # type: ignore[no-any-return]
