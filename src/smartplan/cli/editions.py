"""The edition of the method that an option names."""

from typing import TYPE_CHECKING

import typer

from smartplan.cli.speech import say
from smartplan.diagnostics import show
from smartplan.nearest import listing, nearest

if TYPE_CHECKING:
    from smartplan.stages.framework import Framework

DEFAULT = "kominfo-2021"
FEW = 20
"""Choices that a message can list."""
OPTION = say("Edisi metode.", "Edition of the method.")
EDITION = say("EDISI", "EDITION")


def edition(name: str) -> "Framework":
    """A shipped edition, or a wrong call that says which there are."""
    from smartplan.load import framework, frameworks  # keeps --help quick

    if name in frameworks():
        return framework(name)
    raise unknown("--framework", name, frameworks())


def unknown(option: str, word: str, known: tuple[str, ...]) -> typer.BadParameter:
    """The wrong call of a word that is not one of these; the nearest come first."""
    close = nearest(word, known)
    shown = show(word, 80)
    indonesian, english = f"`{shown}` tidak dikenal", f"`{shown}` is not known"
    if close:
        indonesian += f"; mungkin {listing(close)}?"
        english += f"; perhaps {listing(close)}?"
    elif len(known) <= FEW:
        indonesian += f"; pilihannya: {listing(known)}"
        english += f"; there are {listing(known)}"
    return typer.BadParameter(say(indonesian, english), param_hint=option)
