"""Words and tags: evidence for noun boundaries, links and names; never an input to a record without a rule behind it.

`default_tagger()` decodes underthesea's models itself; `StockTagger` calls underthesea; any class with the two methods of `Tagger`
does. Sentences are NFC (see `trichluc.text.fold`), offsets count the code points of the sentence given.
"""

from __future__ import annotations

from functools import cache

from trichluc.engines.compiled import CompiledTagger
from trichluc.engines.stock import StockTagger
from trichluc.engines.tagger import Tagger, Token

__all__ = ["CompiledTagger", "StockTagger", "Tagger", "Token", "default_tagger"]


@cache
def default_tagger() -> Tagger:
    """Give the tagger of this process; making it loads nothing yet.

    >>> default_tagger() is default_tagger()
    True
    """
    return CompiledTagger()
