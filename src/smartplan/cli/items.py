"""Items named on the command line: `[PLAN] ID`, and the id that was meant."""

from collections.abc import Collection, Sequence
from pathlib import Path

import typer

from smartplan.cli.options import plan_folder
from smartplan.cli.speech import say, user_language
from smartplan.diagnostics import show
from smartplan.language import label
from smartplan.nearest import listing, nearest
from smartplan.plan import Plan
from smartplan.stages.base import Item


def plan_and_id(words: Sequence[str]) -> tuple[Path, str]:
    """`ID` or `PLAN ID`."""
    if len(words) == 1:
        return Path(), words[0]
    if len(words) == 2:
        return plan_folder(words[0]), words[1]
    raise typer.BadParameter(
        say("tulis `[PLAN] ID`", "write `[PLAN] ID`"), param_hint=say("argumen", "arguments")
    )


def named(plan: Plan, word: str, kinds: Collection[str] = ()) -> Item:
    """The item of an id, or of `kind:id`; a wrong call where there is none, or more than one."""
    kind, colon, id_ = word.partition(":")
    if not colon:
        kind, id_ = "", word
    known = [one for one in plan.index.items if not kinds or one in kinds]
    if kind and kind not in known:
        raise _wrong(_no_kind(kind, known))
    found = [
        (one, plan.index.items[one][id_])
        for one in known
        if kind in ("", one) and id_ in plan.index.items[one]
    ]
    if len(found) == 1:
        return found[0][1]
    raise _wrong(_several(found, id_) if found else _nobody(plan, id_, kinds, known))


def _wrong(words: str) -> typer.BadParameter:
    return typer.BadParameter(words, param_hint="ID")


def _no_kind(kind: str, known: Sequence[str]) -> str:
    shown = show(kind, 60)
    choices = listing(nearest(kind, known) or known)
    return say(
        f"tidak ada jenis `{shown}` di sini; pilih {choices}",
        f"there is no kind `{shown}` here; choose {choices}",
    )


def _several(found: Sequence[tuple[str, Item]], id_: str) -> str:
    choices = ", ".join(f"`{kind}:{id_}` ({show(item.title_text, 60)})" for kind, item in found)
    return say(
        f"`{show(id_, 60)}` menunjuk lebih dari satu butir; pilih {choices}",
        f"`{show(id_, 60)}` names more than one item; choose {choices}",
    )


def _nobody(plan: Plan, id_: str, kinds: Collection[str], known: Sequence[str]) -> str:
    shown = show(id_, 60)
    other = next((kind for kind, items in plan.index.items.items() if id_ in items), None)
    if kinds and other is not None and other not in kinds:
        name = label("kind", other).say(user_language())
        return say(
            f"`{shown}` adalah {name}, yang tidak berada dalam rantai; lihat `smartplan impact`",
            f"`{shown}` is of kind {name}, which is not in the chain; see `smartplan impact`",
        )
    titles = {one: item for kind in known for one, item in plan.index.items[kind].items()}
    close = nearest(id_, titles)
    if not close:
        return say(
            f"tidak ada butir dengan id `{shown}`", f"there is no item with the id `{shown}`"
        )
    said = ", ".join(f"`{one}` ({show(titles[one].title_text, 60)})" for one in close)
    return say(
        f"tidak ada butir dengan id `{shown}`; mungkin {said}",
        f"there is no item with the id `{shown}`; perhaps {said}",
    )
