"""Many articles, several processes, one order.

    sources ─▶ chunks ─▶ workers ─▶ results, in the order of the sources

Workers are *spawned*, on every platform alike: each loads the rules and models once and gets texts, and sends back JSON. So a script
that calls :func:`trichluc.extract_many` with ``workers`` over 1 needs the usual guard, ``if __name__ == "__main__":``, and families of its
own must be importable (a module's functions, no lambdas).

An article costs itself alone: where a worker dies, the articles it had are done again one by one, and only the one that
kills its worker twice becomes a :class:`~trichluc.Failure`. Chunks are cut by the sources alone, so the results are the same for any
number of workers.
"""

from __future__ import annotations

import pickle
from collections import deque
from contextlib import closing
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.errors import TrichlucError
from trichluc.extraction import Extraction, Failure
from trichluc.lines import decode_line, encode_line
from trichluc.records import RECORD_TYPES
from trichluc.source import Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from trichluc.pipeline import Pipeline

__all__ = ["extract_pairs"]

_CHUNK_ARTICLES = 32
_CHUNK_CHARACTERS = 100_000
# Read once by every worker before its first article, whose budget would else pay for compiling patterns and loading models.
_WARM_UP = "Ngày 3/2/2020, ông Nguyễn Văn A nhận 2 giải Nhất, 5 triệu đồng; 12 xã đạt 95% theo Chỉ thị số 05-CT/TW, 20 ha sau 4 năm."


class _Job(Struct, frozen=True):
    """How every article of a batch is to be read."""

    pipeline: Pipeline
    published: dt.date | str | None
    entities: bool
    types: tuple[str, ...] | None

    def extract(self, source: Source) -> Extraction | Failure:
        """One article; whatever goes wrong with it is a value."""
        try:
            return self.pipeline.extract(
                source.text,
                published=source.published or self.published,
                entities=self.entities,
                types=self.types,
                source=source.source,
                title=source.title,
            )
        except TrichlucError as error:
            return Failure(source.source, "extract", str(error))
        except Exception as error:  # noqa: BLE001  a fault of ours in one article must not cost the others theirs
            return Failure(source.source, "extract", f"{type(error).__name__}: {error}")

    # What a crew's worker does with it.

    def prepare(self) -> None:
        """Compile and load what the first article's budget would else pay for."""
        self.extract(Source(_WARM_UP))

    def do(self, source: Source) -> bytes | Extraction:
        """One article, packed for its way back."""
        return _packed(self.extract(source))

    def lost(self, source: Source, stage: str, message: str) -> bytes:
        """The failure of an article whose worker was lost."""
        return encode_line(Failure(source.source, stage, message))


def extract_pairs(
    sources: Iterable[Source | Failure | str],
    workers: int = 1,
    *,
    pipeline: Pipeline | None = None,
    published: dt.date | str | None = None,
    entities: bool = True,
    types: Iterable[str] | None = None,
    budget: float | None = None,
) -> Iterator[tuple[Source | None, Extraction | Failure]]:
    """Each source (None where it could not be read) with its result; the options are those of :func:`trichluc.extract_many`.

    Raises:
        TrichlucError: ``workers`` or ``budget`` make no sense, or workers cannot be started.

    >>> [source.text for source, _ in extract_pairs(["Xã có 12 thôn."], entities=False)]
    ['Xã có 12 thôn.']
    """
    if workers < 1 or (budget is not None and budget <= 0):
        message = f"workers ({workers}) must be at least 1 and a budget ({budget}) over 0 seconds"
        raise TrichlucError(message)
    if pipeline is None:
        from trichluc.pipeline import default_pipeline  # noqa: PLC0415  made only where no other is given

        pipeline = default_pipeline()
    job = _Job(pipeline, published, entities, None if types is None else tuple(types))
    named = (Source(source) if isinstance(source, str) else source for source in sources)
    if workers == 1 and budget is None:
        return ((None, one) if isinstance(one, Failure) else (one, job.extract(one)) for one in named)
    return _in_processes(named, workers, job, budget)


def _in_processes(
    sources: Iterable[Source | Failure], workers: int, job: _Job, budget: float | None
) -> Iterator[tuple[Source | None, Extraction | Failure]]:
    from trichluc.workers import Crew  # noqa: PLC0415  one article needs no processes

    crew: Crew[Source, bytes | Extraction] = Crew(job, workers, budget)
    window: deque[tuple[Source | Failure, ...]] = deque()

    def texts() -> Iterator[tuple[Source, ...]]:
        for chunk in _chunks(sources, 1 if budget else _CHUNK_ARTICLES):
            window.append(chunk)
            yield tuple(one for one in chunk if isinstance(one, Source))

    with closing(crew.run(texts())) as chunks:
        for packed in chunks:
            results = iter(packed)
            for one in window.popleft():
                yield (None, one) if isinstance(one, Failure) else (one, _unpacked(next(results)))
                crew.tend()


def _chunks(sources: Iterable[Source | Failure], articles: int) -> Iterator[tuple[Source | Failure, ...]]:
    chunk: list[Source | Failure] = []
    characters = 0
    for source in sources:
        chunk.append(source)
        characters += len(source.text) if isinstance(source, Source) else 0
        if len(chunk) >= articles or characters >= _CHUNK_CHARACTERS:
            yield tuple(chunk)
            chunk, characters = [], 0
    if chunk:
        yield tuple(chunk)


def _packed(result: Extraction | Failure) -> bytes | Extraction:
    """JSON travels at a third of pickle's cost; records of a family of the caller's own have no decoder and are pickled."""
    if isinstance(result, Failure) or all(record.type in RECORD_TYPES for record in result.records):
        return encode_line(result)
    try:
        pickle.dumps(result)
    except Exception as error:  # noqa: BLE001  whatever the caller's own class does when it is pickled
        return encode_line(Failure(result.source, "extract", f"its records cannot be sent between processes: {error}"))
    return result


def _unpacked(packed: bytes | Extraction) -> Extraction | Failure:
    return decode_line(packed) if isinstance(packed, bytes) else packed
