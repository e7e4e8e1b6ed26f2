"""What work costs, counted in a fixed piece of work of the same run: no clock of one machine."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

LOOPS = 200_000
PER_SECOND = 160
"""How often a machine of the kind the promises are made for does the piece of work in a second."""


def piece_of_work() -> float:
    """CPU seconds that a fixed piece of work takes here and now."""
    started = time.process_time()
    total = 0
    for number in range(LOOPS):
        total += number
    return time.process_time() - started


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail if the block takes more work than that machine does in so many seconds."""
    tracer = sys.gettrace()
    sys.settrace(None)  # coverage would be counted too
    started = time.process_time()
    try:
        yield
    finally:
        used = time.process_time() - started
        sys.settrace(tracer)
    if used > seconds:
        pieces = used / max(piece_of_work() for _ in range(5))
        assert pieces <= seconds * PER_SECOND, f"{used:.2f} s, {pieces:.0f} pieces of work"
