"""underthesea's own models, some hundred times faster: the files of its wheel as tables, the search in linear time.

    sentence ── syllables ──▶ spans, spellings ── segmenter ──▶ words ── chain ──▶ parts of speech ── chain ──▶ names

The output is that of `underthesea.word_tokenize`, `pos_tag` and `ner` on the same NFC sentence, and every word keeps its place. Two
exceptions: a run of more than 256 characters without a space is cut, and where several readings are exactly as good (a row of
unknown signs) the one taken may be another.
"""

from __future__ import annotations

from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from trichluc.engines.chain import Chain, read_chain
from trichluc.engines.segmenter import load_segmenter
from trichluc.engines.syllables import load_syllabifier
from trichluc.engines.tagger import Token
from trichluc.engines.wheel import read_file

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CompiledTagger"]


class CompiledTagger:
    """The default tagger. Tables are loaded at the first call that needs them, once a process: words alone need no tagging model.

    Raises (by its methods):
        EngineError: underthesea is missing, of another version, or its files are not the ones known here.
    """

    def words(self, sentence: str) -> Sequence[tuple[int, int]]:
        """Cut an NFC sentence into words.

        >>> sentence = "Thuỷ điện Hoà Bình"
        >>> [sentence[start:end] for start, end in CompiledTagger().words(sentence)]
        ['Thuỷ', 'điện', 'Hoà Bình']
        """
        syllables, starts, ends = load_syllabifier().cut(sentence)
        return _spans(load_segmenter().begins(syllables), starts, ends)

    def tag(self, sentence: str) -> Sequence[Token]:
        """Cut an NFC sentence into words and tag each.

        >>> CompiledTagger().tag("Bà Hoa ở Huế.")[1]
        Token(start=3, end=6, tag='Np', ner='B-PER')
        """
        syllables, starts, ends = load_syllabifier().cut(sentence)
        begins = load_segmenter().begins(syllables)
        words = _words(begins, syllables)
        speech, names = _load_chains()
        tags = speech.tag(words)
        spans = _spans(begins, starts, ends)
        return [Token(*span, tag, name) for span, tag, name in zip(spans, tags, names.tag(words, tags), strict=True)]


def _spans(begins: Sequence[bool], starts: Sequence[int], ends: Sequence[int]) -> list[tuple[int, int]]:
    return list(zip(compress(starts, begins), compress(ends, (*begins[1:], True)), strict=True))


def _words(begins: Sequence[bool], syllables: Sequence[str]) -> list[str]:
    words: list[str] = []
    for begin, syllable in zip(begins, syllables, strict=True):
        if begin:
            words.append(syllable)
        else:
            words[-1] += f" {syllable}"
    return words


@cache
def _load_chains() -> tuple[Chain, Chain]:
    """Parts of speech from words; names from words and parts of speech (the phrases that underthesea finds between count nothing)."""
    speech = read_chain(read_file("pipeline/pos_tag/pos_crf_2017_10_11.bin"), columns=("",), history="[1]")
    names = read_chain(read_file("pipeline/ner/ner_crf_2017_10_12.bin"), columns=("", "[1]"), history="[3]")
    return speech, names
