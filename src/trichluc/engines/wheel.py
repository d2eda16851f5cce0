"""What is read out of the installed underthesea: model files and one pattern, each known by its hash; nothing of it is imported.

`import underthesea` costs half a second and 500 modules; the files alone are read in a few milliseconds.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import io
import pickle
import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from trichluc.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FILES", "VERSION", "read_data", "read_file", "read_pattern"]

VERSION = "9.5"

_WORDS = "pipeline/word_tokenize/models/ws_crf_vlsp2013_20230727"
FILES: Mapping[str, str] = {
    "pipeline/word_tokenize/regex_tokenize.py": "5cb4fdc04fc806ac51842d9ec96834e9647262361bf865bacc164e96dc898a76",
    "pipeline/text_normalize/tn_rules_2023_07_14.bin": "a8ef96ef9837f6a377154fdfc970b9b88351d39f9353fa693d53ab49798817f9",
    f"{_WORDS}/models.bin": "c3a64c64349f1d73304f89babacaa8f8cd6078b1ec1a1b2c104e9e411ac1d2c3",
    f"{_WORDS}/dictionary.bin": "ec8c62b3881c6682c18959988e1fe08800cc835777778845bded470ca02745d9",
    "pipeline/pos_tag/pos_crf_2017_10_11.bin": "5b1606d0c3688cda7cc1e19b3789e1b98412eb94fc507219dc3bd19ef7ac7493",
    "pipeline/ner/ner_crf_2017_10_12.bin": "62e7435bb3af0baa9ba0fc2a2436a016c51f34b315cc02da6e45b50fa3a41cee",
}
"""Path inside the package, and the SHA-256 of the file whose behaviour we reproduce."""

_WAY_OUT = f"install underthesea {VERSION}.x from PyPI, or pass tagger=StockTagger()"

# The end of an address: a run of runs, `(?:[^…]+|…)+`, tries 2^n divisions of `http://.....` before it gives up
# (24 dots: 6.6 s). One character at a time it matches the same strings and gives up after n.
_RUN_OF_RUNS = r"[^\s()<>{}\[\]]+ "
_RUN = r"[^\s()<>{}\[\]]  "


def read_file(path: str) -> bytes:
    """Read one of `FILES`.

    Raises:
        EngineError: underthesea is missing, of another minor version, or the file is not the one we know.
    """
    root = _package()
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        message = f"underthesea's {path} cannot be read ({error.strerror}); {_WAY_OUT}"
        raise EngineError(message) from error
    found = hashlib.sha256(data).hexdigest()
    if found != FILES[path]:
        message = (
            f"underthesea's {path} has SHA-256 {found[:12]}…, not {FILES[path][:12]}…: another model than the one known here; {_WAY_OUT}"
        )
        raise EngineError(message)
    return data


def read_data(path: str) -> object:
    """Unpickle one of `FILES` that holds plain data (dict, set, str) and nothing else.

    Raises:
        EngineError: as `read_file`.
    """
    return _PlainData(io.BytesIO(read_file(path))).load()


def read_pattern() -> re.Pattern[str]:
    """Build underthesea's token pattern from its own source, which is run alone, without its imports.

    One repetition is rewritten so that it fails in linear time; it matches the same strings.

    Raises:
        EngineError: as `read_file`.
    """
    source = read_file("pipeline/word_tokenize/regex_tokenize.py")
    tree = ast.parse(source)
    tree.body = [node for node in tree.body if isinstance(node, ast.Assign)]
    names: dict[str, object] = {"re": re}
    exec(compile(tree, "regex_tokenize.py", "exec"), names)  # noqa: S102 - assignments of a file whose hash was checked
    parts = names["regex_patterns_combine"]
    return re.compile(str(parts).replace(_RUN_OF_RUNS, _RUN), re.VERBOSE)


class _PlainData(pickle.Unpickler):
    """A pickle may name any class to be called on loading; plain data names none."""

    def find_class(self, module: str, name: str, /) -> NoReturn:
        message = f"underthesea's data asks for {module}.{name}; plain data was expected"
        raise EngineError(message)


def _package() -> Path:
    spec = importlib.util.find_spec("underthesea")
    if spec is None or not spec.submodule_search_locations:
        message = f"underthesea is not installed; {_WAY_OUT}"
        raise EngineError(message)
    from importlib import metadata  # noqa: PLC0415  # a fifth of our own import time, and only asked for with the models

    version = metadata.version("underthesea")
    if not f"{version}.".startswith(f"{VERSION}."):
        message = f"underthesea {version} is installed, its models are known for {VERSION}.x; {_WAY_OUT}"
        raise EngineError(message)
    return Path(next(iter(spec.submodule_search_locations)))
