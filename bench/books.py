"""What rendering is measured against: the same pages once more, changed plans, memory.

The peer is MkDocs as it comes, with its plain theme, from the same environment: it turns the
Markdown that smartplan wrote, page for page, into a site (see `manuscript.py`) and makes an index
for its search, which smartplan makes only when asked for. smartplan in the same time reads and
checks the plan, works out its figures, writes the books as Markdown too, draws the pictures and
writes every table as data.
"""

import os
import subprocess
import sys
from pathlib import Path

import manuscript

BIN = Path(sys.executable).parent
MEMORY = 300
"""Megabytes that a plan of size 1 may take."""

_EDIT = "s/ukuran lain/ukuran/;t;s/ukuran/ukuran lain/"
"""Of the title, to and fro."""


def rendering(plan: Path, out: Path) -> list[str]:
    """The whole site and the Markdown of a plan."""
    return [str(BIN / "smartplan"), "render", str(plan), "--out", str(out)]


def anew(plan: Path, out: Path) -> list[list[str]]:
    """A rendering where there was none."""
    return [["rm", "-rf", str(out)], rendering(plan, out)]


def after_a_change(plan: Path, out: Path) -> list[list[str]]:
    """A rendering over another, after a change in the title, which stands on every page."""
    return [["sed", "-i", _EDIT, str(plan / "smartplan.yaml")], rendering(plan, out)]


def mkdocs(plan: Path, folder: Path) -> list[list[str]]:
    """The peer, over the pages that smartplan makes of the plan."""
    subprocess.run(rendering(plan, folder / "pages"), check=True, stdout=subprocess.DEVNULL)
    manuscript.write(folder / "pages", folder)
    settings = ["--config-file", str(folder / "mkdocs.yml"), "--site-dir", str(folder / "site")]
    return [[str(BIN / "mkdocs"), "build", "--quiet", *settings]]


def peak(command: list[str]) -> float:
    """The most memory that a command takes, in megabytes."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"exit {process.returncode}: {' '.join(command[:3])}")
    return used.ru_maxrss / 1024
