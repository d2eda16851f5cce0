"""Processes that may die at any moment without taking more than their article along.

    tasks ─▶ one pipe a worker ─▶ results, by the number of their chunk

A worker holds one task at a time and shares no lock and no pipe with another, so whoever kills it, whenever, leaves nothing half
done that others wait for: the end of its pipe tells us, and we know what it held. (pebble's workers share one pipe and its locks; one
killed between taking a task and saying so left its task with nobody, and the batch waiting for ever.)
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import time
from collections import deque
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from trichluc.errors import TrichlucError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from multiprocessing.connection import Connection

__all__ = ["Crew", "Job"]

T = TypeVar("T")
R = TypeVar("R")
Item_contra = TypeVar("Item_contra", contravariant=True)
Result_co = TypeVar("Result_co", covariant=True)

_WINDOW = 4  # chunks at work or waiting, a worker
# Deaths in a row before readiness that tell of a job no process can start on, not of bad luck: before anyone was ever ready, and later
# (memory used up, a file of the library gone), when some may be killed by others.
_STARTS, _RESTARTS = 2, 16


class Job(Protocol[Item_contra, Result_co]):
    """What a worker is sent once, when it starts."""

    def prepare(self) -> None:
        """Load what the first item would else wait for."""

    def do(self, item: Item_contra) -> Result_co:
        """Do one item; it must not raise."""

    def lost(self, item: Item_contra, stage: str, message: str) -> Result_co:
        """The result in the place of an item that could not be done: stage ``worker`` or ``budget``."""


class _Task(Generic[T]):
    """Some items of a chunk, by their places in it; ``last`` where a second death would be theirs."""

    def __init__(self, number: int, places: tuple[int, ...], items: tuple[T, ...], *, last: bool = False) -> None:
        self.number = number
        self.places = places
        self.items = items
        self.last = last


class _Worker(Generic[T]):
    """A process, our end of its pipe, and what it holds."""

    def __init__(self, job: Job[T, R]) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, job), daemon=True)
        self.process.start()
        theirs.close()  # so that the worker's death is the end of the pipe
        self.ready = False
        self.task: _Task[T] | None = None
        self.deadline: float | None = None

    def kill(self) -> int | None:
        """End the process, whatever it does; its exit code."""
        self.process.kill()
        self.process.join()
        self.pipe.close()
        return self.process.exitcode


class Crew(Generic[T, R]):
    """Does chunks of items in worker processes and gives their results in the chunks' order.

    Raises:
        TrichlucError: the job cannot be sent to another process, or no worker can be started.
    """

    def __init__(self, job: Job[T, R], workers: int, budget: float | None = None) -> None:
        try:
            pickle.dumps(job)
        except Exception as error:
            message = f"this pipeline cannot be sent to worker processes: its functions must stand at the top of a module ({error})"
            raise TrichlucError(message) from error
        self._job = job
        self._budget = budget
        self._failed_starts = 0
        self._starts_allowed = _STARTS
        self._queue: deque[_Task[T]] = deque()
        self._chunks: dict[int, list[R | None]] = {}
        self._missing: dict[int, int] = {}
        self._workers: list[_Worker[T]] = []
        self._size = workers

    def run(self, chunks: Iterable[tuple[T, ...]]) -> Generator[list[R], None, None]:
        """The results of each chunk; chunks are taken as workers get free."""
        numbered = enumerate(chunks)
        due = 0
        exhausted = False
        try:
            self._workers = [_Worker(self._job) for _ in range(self._size)]
            while True:
                while not exhausted and len(self._chunks) < self._size * _WINDOW:
                    number, chunk = next(numbered, (-1, ()))
                    exhausted = number < 0
                    if not exhausted:
                        self._add(number, chunk)
                while due in self._chunks and not self._missing[due]:
                    del self._missing[due]
                    yield self._chunks.pop(due)  # type: ignore[misc]  # none is missing
                    due += 1
                if exhausted and not self._chunks:
                    return
                if exhausted or len(self._chunks) >= self._size * _WINDOW:
                    self._assign()
                    self._wait()
        finally:
            for worker in self._workers:
                worker.kill()

    def tend(self) -> None:
        """Take what has come and hand out what waits, without waiting: for a caller who is long over one chunk's results."""
        self._wait(0)
        self._assign()

    def _add(self, number: int, chunk: tuple[T, ...]) -> None:
        self._chunks[number] = [None] * len(chunk)
        self._missing[number] = len(chunk)
        if chunk:
            self._queue.append(_Task(number, tuple(range(len(chunk))), chunk))
        self._assign()

    def _assign(self) -> None:
        for worker in self._workers:
            if self._queue and worker.ready and worker.task is None:
                worker.task = self._queue.popleft()
                worker.deadline = None if self._budget is None else time.monotonic() + self._budget
                try:
                    worker.pipe.send(worker.task.items)
                except OSError:  # it died while it was idle
                    self._replace(worker)

    def _wait(self, patience: float | None = None) -> None:
        """Take what has come: results, readiness, deaths, and deadlines that have passed."""
        deadlines = [worker.deadline for worker in self._workers if worker.deadline is not None]
        if patience is None and deadlines:
            patience = max(min(deadlines) - time.monotonic(), 0)
        arrived = wait([worker.pipe for worker in self._workers], patience)
        for worker in list(self._workers):
            if worker.pipe in arrived:
                self._receive(worker)
            elif worker.deadline is not None and time.monotonic() >= worker.deadline:
                self._overdue(worker)

    def _receive(self, worker: _Worker[T]) -> None:
        try:
            results = worker.pipe.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            self._replace(worker)
            return
        if not worker.ready:
            worker.ready = True
            self._failed_starts, self._starts_allowed = 0, _RESTARTS
            return
        if worker.task is not None:
            self._keep(worker.task, results)
        worker.task = worker.deadline = None

    def _overdue(self, worker: _Worker[T]) -> None:
        task, worker.task = worker.task, None
        self._replace(worker)
        if task is not None:
            self._keep(task, [self._job.lost(item, "budget", f"took over {self._budget:g} seconds") for item in task.items])

    def _replace(self, worker: _Worker[T]) -> None:
        """Start another in its place; what it held is done again, item by item, and given up where that kills a worker again."""
        code = worker.kill()
        self._failed_starts += not worker.ready
        if self._failed_starts >= self._starts_allowed:
            message = (
                'worker processes cannot start (see what they printed): call extract_many under `if __name__ == "__main__":`, '
                "with a pipeline whose functions stand in a module"
            )
            if self._starts_allowed == _RESTARTS:
                message = f"{_RESTARTS} worker processes in a row died at their start (see what they printed; is there memory left?)"
            raise TrichlucError(message)
        task = worker.task
        if task is not None and task.last:
            self._keep(task, [self._job.lost(item, "worker", f"its process died (exit code {code})") for item in task.items])
        elif task is not None:
            single = [_Task(task.number, (place,), (item,), last=True) for place, item in zip(task.places, task.items, strict=True)]
            self._queue.extendleft(reversed(single))
        self._workers[self._workers.index(worker)] = _Worker(self._job)

    def _keep(self, task: _Task[T], results: list[R]) -> None:
        for place, result in zip(task.places, results, strict=True):
            self._chunks[task.number][place] = result
        self._missing[task.number] -= len(task.places)


def _work(pipe: Connection, job: Job[T, R]) -> None:
    """A worker's life: say that it is ready, then do what it is sent, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    job.prepare()
    try:
        pipe.send(None)
        while True:
            pipe.send([job.do(item) for item in pipe.recv()])
    except (EOFError, OSError):
        return
