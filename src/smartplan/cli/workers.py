"""Processes that share the work on several plans; one that dies is told, none is left behind."""

import gc
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from traceback import format_exception
from types import TracebackType
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

FORKING = sys.platform == "linux"
"""Where a process can be copied with everything it has imported."""


class WorkerDied(RuntimeError):  # noqa: N818 - said as it happened
    """A worker ended without an answer; whatever it said of the reason is a note."""


def spread(
    work: Callable[[Task], Result], tasks: Sequence[Task], count: int
) -> Generator[tuple[int, Result], None, None]:
    """Each task's position and result, as they come, from so many processes.

    Tasks are begun in the order given. Closing the iterator early ends the processes.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.flush()  # a copy of this process would write it again
    waiting = deque(enumerate(tasks))
    workers = _Workers(work)
    busy: dict[Connection, int] = {}
    with workers:
        for _ in range(min(count, len(tasks))):
            position, task = waiting.popleft()
            busy[workers.start(task)] = position
        while busy:
            for ready in wait(list(busy)):
                assert isinstance(ready, Connection)
                position = busy.pop(ready)
                result: Result = _answer(ready)
                if waiting:
                    busy[ready], task = waiting.popleft()
                    ready.send(task)
                yield position, result


class _Workers(AbstractContextManager["_Workers"]):
    """The processes and our ends of the pipes to them."""

    def __init__(self, work: Callable[[Task], object]):
        self.work = work
        self.context = get_context("fork") if FORKING else get_context("spawn")
        self.started: list[tuple[BaseProcess, Connection]] = []

    def start(self, task: object) -> Connection:
        ours, theirs = self.context.Pipe()
        others = [*(connection for _, connection in self.started), ours] if FORKING else []
        process = self.context.Process(target=serve, args=(self.work, theirs, others), daemon=True)
        process.start()
        theirs.close()
        self.started.append((process, ours))
        ours.send(task)
        return ours

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process, connection in self.started:
            connection.close()
            if kind is not None:
                process.terminate()
        for process, _ in self.started:
            process.join()


def _answer(connection: Connection) -> Any:
    try:
        good, value = connection.recv()
    except (EOFError, OSError):
        raise WorkerDied("a worker process ended without an answer") from None
    if not good:
        summary, details = value
        died = WorkerDied(summary)
        died.add_note(details)
        raise died
    return value


def serve(
    work: Callable[[Task], object], connection: Connection, others: Sequence[Connection]
) -> None:
    """A worker: tasks in, results out, until the pipe closes because nobody wants more."""
    for other in others:
        other.close()  # else no worker would see the pipe of another close
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    gc.disable()
    while True:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        with _Told(connection):
            connection.send((True, work(task)))


class _Told(AbstractContextManager[None]):
    """Lets the first process say what went wrong here, so that it is said once."""

    def __init__(self, connection: Connection):
        self.connection = connection

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if error is None:
            return False
        details = "".join(format_exception(error))
        with suppress(OSError):  # the first process may be gone
            self.connection.send((False, (f"{type(error).__name__}: {error}", details)))
        self.connection.close()
        return True
