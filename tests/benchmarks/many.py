"""Many articles: ``python -m tests.benchmarks.many [ARTICLES] [WORKERS ...]`` extracts generated articles of 2 kB and prints the figures.

Articles are recombined from the sentences of ``data/articles``, each different, made as they are asked for; nothing is kept, so what
grows is ours. Memory is the peak of this process and of its largest worker.
"""

from __future__ import annotations

import hashlib
import os
import random
import re
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import trichluc
from trichluc.lines import encode_line

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
SIZE = 2000  # characters


def generated(number: int) -> Iterator[trichluc.Source]:
    """Articles of about 2 kB, a title and paragraphs of three sentences, the same for the same number."""
    text = "\n".join(trichluc.read_text(path) for path in sorted(ARTICLES.glob("*.txt")))
    sentences = sorted({one.strip() for one in re.split(r"(?<=[.!?])\s+|\n+", text) if len(one) > 40})
    chance = random.Random(8)  # noqa: S311  no secret
    for article in range(number):
        title, *rest = chance.sample(sentences, 40)
        body: list[str] = []
        while sum(map(len, body)) < SIZE - len(title):
            body.append(rest.pop())
        paragraphs = [" ".join(body[at : at + 3]) for at in range(0, len(body), 3)]
        yield trichluc.Source("\n\n".join([title, *paragraphs]), f"generated/{article}.txt", published="2021-06-15")


def main(number: int, workers: list[int]) -> None:
    """Print a line a number of workers."""
    for count in workers:
        begin = time.perf_counter()
        characters = records = failures = 0
        digest = hashlib.sha256()
        marks = []

        def counted() -> Iterator[trichluc.Source]:
            nonlocal characters
            for source in generated(number):
                characters += len(source.text)
                yield source

        for done, result in enumerate(trichluc.extract_many(counted(), count, entities=False), 1):
            digest.update(encode_line(result))
            records += len(result.records) if isinstance(result, trichluc.Extraction) else 0
            failures += isinstance(result, trichluc.Failure)
            if done % max(number // 5, 1) == 0:
                marks.append(f"{_resident() / 2**20:.0f}")
        seconds = time.perf_counter() - begin
        peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        print(
            f"{count} workers: {number:,} articles, {characters:,} characters, {records:,} records, {failures} failures in {seconds:.1f} s: "
            f"{number / seconds:,.0f} articles/s, {characters / seconds / 1e6:.2f} M characters/s; resident at each fifth {', '.join(marks)} MB, "
            f"peak {peaks[0]:.0f} MB here, {peaks[1]:.0f} MB a worker; output {digest.hexdigest()[:16]}",
            flush=True,
        )


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, [int(count) for count in sys.argv[2:]] or [1, 2])
