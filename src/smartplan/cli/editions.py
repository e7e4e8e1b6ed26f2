"""The edition of the method that an option names."""

from typing import TYPE_CHECKING

import typer

from smartplan.cli.speech import say
from smartplan.diagnostics import show
from smartplan.nearest import listing, nearest

if TYPE_CHECKING:
    from smartplan.stages.framework import Framework

DEFAULT = "kominfo-2021"
HELP = say("Edisi metode.", "Edition of the method.")


def edition(name: str) -> "Framework":
    """A shipped edition, or a wrong call that says which there are."""
    from smartplan.load import framework, frameworks  # keeps --help quick

    if name in frameworks():
        return framework(name)
    raise unknown("--framework", name, frameworks())


def unknown(option: str, word: str, known: tuple[str, ...]) -> typer.BadParameter:
    """The wrong call of a word that is not one of these; the nearest come first."""
    close = listing(nearest(word, known))
    choices = listing(known)
    shown = show(word, 80)
    message = say(
        f"`{shown}` tidak dikenal" + (f"; mungkin {close}?" if close else f"; pilihannya: {choices}"),
        f"`{shown}` is not known" + (f"; perhaps {close}?" if close else f"; there are {choices}"),
    )
    return typer.BadParameter(message, param_hint=option)
