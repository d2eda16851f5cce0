"""Many articles, several processes, one order.

    sources ─▶ chunks ─▶ window of chunks at work ─▶ results, in the order of the sources

Workers are *spawned*, on every platform alike: each loads the rules and models once and gets texts, and sends back JSON. So a script
that calls :func:`trichluc.extract_many` with ``workers`` over 1 needs the usual guard, ``if __name__ == "__main__":``, and families of its
own must be importable (a module's functions, no lambdas).

An article costs itself alone: where a worker dies, the articles it had are done again one by one, and only the one that
kills its worker twice becomes a :class:`~trichluc.Failure`. Chunks are cut by the sources alone, so the results are the same for any
number of workers.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
from collections import deque
from concurrent.futures import TimeoutError as OverBudget
from typing import TYPE_CHECKING

from msgspec import Struct

from trichluc.errors import TrichlucError
from trichluc.lines import decode_line, encode_line
from trichluc.records import RECORD_TYPES, Extraction, Failure
from trichluc.source import Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from pebble import ProcessFuture, ProcessPool

    from trichluc.pipeline import Pipeline

__all__ = ["extract_pairs"]

_CHUNK_ARTICLES = 32
_CHUNK_CHARACTERS = 100_000
_WINDOW = 4  # chunks at work or waiting, a worker


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
    from pebble import ProcessPool  # noqa: PLC0415  the library is usable without ever starting a process

    context = multiprocessing.get_context("spawn")
    _check_start(context, job)
    pool = ProcessPool(max_workers=workers, initializer=_start_worker, initargs=(job,), context=context)
    window: deque[tuple[tuple[Source | Failure, ...], ProcessFuture[list[bytes | Extraction]]]] = deque()
    try:
        for chunk in _chunks(sources, 1 if budget else _CHUNK_ARTICLES):
            window.append((chunk, _schedule(pool, chunk, budget)))
            while len(window) >= workers * _WINDOW:
                yield from _collect(pool, *window.popleft(), budget)
        while window:
            yield from _collect(pool, *window.popleft(), budget)
        pool.close()  # type: ignore[no-untyped-call]  # pebble leaves it bare
    finally:
        pool.stop()  # type: ignore[no-untyped-call]  # as above
        pool.join()


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


def _schedule(pool: ProcessPool, chunk: tuple[Source | Failure, ...], budget: float | None) -> ProcessFuture[list[bytes | Extraction]]:
    texts = [one for one in chunk if isinstance(one, Source)]
    return pool.schedule(_extract_chunk, args=(texts,), timeout=budget)


def _collect(
    pool: ProcessPool, chunk: tuple[Source | Failure, ...], future: ProcessFuture[list[bytes | Extraction]], budget: float | None
) -> Iterator[tuple[Source | None, Extraction | Failure]]:
    from pebble import ProcessExpired  # noqa: PLC0415  as ProcessPool

    results: Iterator[bytes | Extraction]
    try:
        results = iter(future.result())
    except OverBudget:
        results = iter([encode_line(Failure(one.source, "budget", f"took over {budget:g} seconds")) for one in chunk])
    except ProcessExpired as expired:
        # Whichever article killed the worker, the others of its chunk have a right to a new one; and the one that was only
        # unlucky (a worker killed from outside) gets its second chance too.
        again = [(one, _schedule(pool, (one,), budget)) for one in chunk if isinstance(one, Source)]
        results = iter([_second_chance(one, future, expired) for one, future in again])
    for one in chunk:
        if isinstance(one, Failure):
            yield None, one
        else:
            packed = next(results)
            yield one, decode_line(packed) if isinstance(packed, bytes) else packed


def _second_chance(source: Source, future: ProcessFuture[list[bytes | Extraction]], expired: BaseException) -> bytes | Extraction:
    try:
        return future.result()[0]
    except OverBudget:
        return encode_line(Failure(source.source, "budget", "over its budget of seconds"))
    except type(expired) as error:
        return encode_line(Failure(source.source, "worker", f"its process died: {error}"))


_job: _Job | None = None


def _start_worker(job: _Job) -> None:
    global _job  # noqa: PLW0603  a worker process is one job's, and this is where it is kept
    _job = job
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides


def _extract_chunk(sources: list[Source]) -> list[bytes | Extraction]:
    if _job is None:  # pragma: no cover  the pool starts every worker with its job
        message = "worker without a job"
        raise RuntimeError(message)
    return [_packed(_job.extract(source)) for source in sources]


def _packed(result: Extraction | Failure) -> bytes | Extraction:
    """JSON travels at a third of pickle's cost; records of a family of the caller's own have no decoder and are pickled."""
    if isinstance(result, Failure) or all(record.type in RECORD_TYPES for record in result.records):
        return encode_line(result)
    try:
        pickle.dumps(result)
    except Exception as error:  # noqa: BLE001  whatever the caller's own class does when it is pickled
        return encode_line(Failure(result.source, "extract", f"its records cannot be sent between processes: {error}"))
    return result


def _check_start(context: multiprocessing.context.SpawnContext, job: _Job) -> None:
    """Start one process to see that it can be: else every worker would die on its way up and be replaced, for ever.

    Without the guard a worker runs the script that starts workers; and a pipeline whose functions are lambdas, or were typed at a
    prompt, cannot be sent to another process.
    """
    try:
        pickle.dumps(job)
    except Exception as error:
        message = f"this pipeline cannot be sent to worker processes: its functions must stand at the top of a module ({error})"
        raise TrichlucError(message) from error
    trial = context.Process(target=_unpack, args=(job,))
    trial.start()
    trial.join()
    if trial.exitcode:
        message = (
            'worker processes cannot start (see what the first one printed): call extract_many under `if __name__ == "__main__":`, '
            "with a pipeline whose functions stand in a module"
        )
        raise TrichlucError(message)


def _unpack(job: _Job) -> None:
    """What the trial process does: being called, it has imported the script and unpickled the job."""
