"""Commands called in this process: quicker than a process for each, where many are tried."""

import gc

import pytest

from smartplan.cli.program import run as program


def called(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[str, str]:
    """What a command that does its work prints, on stdout and on stderr."""
    code = program(list(words))
    gc.enable()  # a command of its own process may leave that off
    out, err = capfd.readouterr()
    assert code in (0, 1), err
    return out, err
