"""How far a long command has come: one line on a terminal, gone when it is done."""

import sys
import time

SLOW = 1.0
"""Seconds after which someone at a terminal wants to know what is going on."""


class Progress:
    """A line that is written over itself; nothing at all where nobody watches."""

    def __init__(self, *, wanted: bool = True) -> None:
        self._wanted = wanted and sys.stderr.isatty()
        self._started = time.monotonic()
        self._width = 0

    def say(self, line: str) -> None:
        if self._wanted and time.monotonic() - self._started > SLOW:
            self._write(line)

    def clear(self) -> None:
        if self._width:
            self._write("")

    def _write(self, line: str) -> None:
        sys.stderr.write("\r" + line.ljust(self._width) + ("" if line else "\r"))
        sys.stderr.flush()
        self._width = len(line)
