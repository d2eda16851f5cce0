"""Words and tags: evidence for noun boundaries, links and names; never an input to a record without a rule behind it.

`default_tagger()` decodes underthesea's models itself; `StockTagger` calls underthesea; any class with the two methods of `Tagger`
does. Sentences are NFC (see `trichluc.text.fold`), offsets count the code points of the sentence given.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from trichluc.engines.tagger import Tagger, Token
from trichluc.lazy import loader

if TYPE_CHECKING:
    from trichluc.engines.compiled import CompiledTagger
    from trichluc.engines.stock import StockTagger

__all__ = ["CompiledTagger", "StockTagger", "Tagger", "Token", "default_tagger"]


@cache
def default_tagger() -> Tagger:
    """Give the tagger of this process; making it loads nothing yet.

    >>> default_tagger() is default_tagger()
    True
    """
    tagger: Tagger = import_module("trichluc.engines.compiled").CompiledTagger()
    return tagger


# Loaded when first asked for: an article whose counted nouns the lexicon knows needs no model, and no module that reads one.
__getattr__ = loader(__name__, {"CompiledTagger": "compiled", "StockTagger": "stock"})
