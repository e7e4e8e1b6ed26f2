"""`smartplan templates`: which templates there are, and one taken out for changing."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from smartplan.cli.output import not_into_link, put
from smartplan.cli.speech import say, user_language
from smartplan.diagnostics import show
from smartplan.language import number
from smartplan.nearest import listing, nearest

HELP = say(
    "Daftar templat buku, atau salin satu untuk diubah.",
    "List the book templates, or copy one to change it.",
)


class Action(StrEnum):
    """What is asked for."""

    LIST = "list"
    COPY = "copy"


def templates(
    action: Annotated[
        Action,
        typer.Argument(
            metavar="list|copy", help=say("Daftar, atau salin satu.", "List, or copy one.")
        ),
    ],
    name: Annotated[
        str,
        typer.Argument(
            metavar=say("[NAMA]", "[NAME]"),
            help=say("Templat, atau folder templat.", "A template, or a folder of them."),
            show_default=False,
        ),
    ] = "",
    to: Annotated[
        Path, typer.Option(metavar="DIR", help=say("Folder salinan.", "The folder to copy to."))
    ] = Path("templat"),
) -> None:
    from smartplan.book.overrides import shipped_names  # keeps --help quick

    there = shipped_names()
    chosen = _chosen(name, there)
    if action is Action.LIST:
        put("".join(f"{one}\n" for one in chosen))
        return
    if not name:
        raise typer.BadParameter(
            say(
                "sebut templat yang disalin; lihat `smartplan templates list`",
                "name the template to copy; see `smartplan templates list`",
            ),
            param_hint=say("NAMA", "NAME"),
        )
    _copy(chosen, to)


def _chosen(name: str, there: tuple[str, ...]) -> tuple[str, ...]:
    """The templates of this name or in this folder, or a wrong call with the nearest."""
    wanted = name.replace("\\", "/").strip("/")
    found = tuple(one for one in there if not wanted or one == wanted or _inside(one, wanted))
    if found:
        return found
    close = [one for one in there if Path(wanted).name in one] or nearest(wanted, there)
    shown, said = show(name, 200), listing(close[:3])
    raise typer.BadParameter(
        say(
            f"tidak ada templat `{shown}`; "
            + (f"mungkin {said}?" if said else "lihat `smartplan templates list`"),
            f"there is no template `{shown}`; "
            + (f"perhaps {said}?" if said else "see `smartplan templates list`"),
        ),
        param_hint=say("NAMA", "NAME"),
    )


def _inside(name: str, folder: str) -> bool:
    return name.startswith(f"{folder}/")


def _copy(names: tuple[str, ...], to: Path) -> None:
    from smartplan.book.overrides import copy_of  # keeps --help quick

    for name in names:
        not_into_link((to / name).parent, "--to")
        if (to / name).exists() or (to / name).is_symlink():
            shown = show((to / name).as_posix(), 300)
            raise typer.BadParameter(
                say(
                    f"`{shown}` sudah ada; pindahkan dahulu, atau pilih folder lain",
                    f"`{shown}` is there already; move it away, or choose another folder",
                ),
                param_hint="--to",
            )
    for name in names:
        path = to / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(copy_of(name))
    _tell(names, to)


def _tell(names: tuple[str, ...], to: Path) -> None:
    folder = show(to.as_posix(), 300)
    count = number(len(names), user_language())
    what = f"`{show((to / names[0]).as_posix(), 300)}`" if len(names) == 1 else ""
    put(
        say(
            f"Disalin: {what or f'{count} templat ke `{folder}`'}.\n"
            f"Pakai: smartplan render PLAN --templates {folder}\n",
            f"Copied: {what or f'{count} templates to `{folder}`'}.\n"
            f"Use: smartplan render PLAN --templates {folder}\n",
        )
    )
