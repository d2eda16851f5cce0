"""lazy: names of a package that are loaded when they are first asked for (PEP 562), so that importing it costs little."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["loader"]


def loader(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package: *homes* says in which of its modules each name lives.

    Raises (by what it gives):
        AttributeError: no module of the package is the home of the name.

    >>> loader("trichluc.engines", {"StockTagger": "stock"})("StockTagger").__module__
    'trichluc.engines.stock'
    """

    def load(name: str) -> object:
        if name not in homes:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        value: object = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load
