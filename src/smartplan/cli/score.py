"""`smartplan score`: the ministry's score taken apart, and what the plan answers of it."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartplan.bounds import FIRST_YEAR, LAST_YEAR
from smartplan.cli.options import OutputLanguage, PlanFolder
from smartplan.cli.output import put
from smartplan.cli.speech import say
from smartplan.diagnostics import show

if TYPE_CHECKING:
    from smartplan.plan import Plan
    from smartplan.stages.framework import EvaluationProfile

HELP = say(
    "Uraikan nilai evaluasi kementerian dan jawaban rencana.",
    "Take the ministry's score apart; see what the plan answers.",
)
FINDINGS = 1


class Form(StrEnum):
    """How the score is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def score(
    plan: PlanFolder = Path(),
    year: Annotated[
        int | None,
        typer.Option(
            metavar=say("TAHUN", "YEAR"),
            help=say(
                "Tahun evaluasi; bawaan: evaluasi terakhir, dan butir tahun rencana.",
                "Year of the evaluation; default: the last one, and items of the plan's year.",
            ),
            min=FIRST_YEAR,
            max=LAST_YEAR,
            show_default=False,
        ),
    ] = None,
    profile: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help=say("Profil bobot dari kerangka.", "Profile of weights of the framework."),
            show_default=False,
        ),
    ] = "",
    what_if: Annotated[
        list[str] | None,
        typer.Option(
            metavar=say("BAGIAN=NILAI", "SECTION=SCORE"),
            help=say(
                "Andaikan nilai satu bagian, misalnya output=3.2; boleh berulang.",
                "Suppose the score of a section, such as output=3.2; may be repeated.",
            ),
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        Form, typer.Option(help=say("Bentuk keluaran.", "How it is printed."))
    ] = Form.TEXT,
    lang: OutputLanguage = None,
) -> None:
    """Reckon with what the plan says; `--what-if` changes nothing in it."""
    from smartplan.cli.findings import look, tell  # keeps --help quick
    from smartplan.exchange.scorecard import FORMATS, scorecard

    checked = look([plan], lang)
    found = checked.plans[0].plan
    if found is None:
        tell(checked, "full", quiet=False)
        raise typer.Exit(FINDINGS)
    weights = _profile(found, profile) if profile else None
    shown = scorecard(found, year, weights, _supposed(found, what_if or ()))
    weighed = shown.profile.weights if shown.profile else shown.supposed
    for section in shown.supposed:
        if section not in weighed:
            raise _unknown("--what-if", section, weighed)
    put(FORMATS[output_format](shown, checked.language))


def _profile(plan: "Plan", id_: str) -> "EvaluationProfile":
    profiles = {one.id: one for one in plan.framework.evaluation_profiles}
    if id_ not in profiles:
        raise _unknown("--profile", id_, profiles)
    return profiles[id_]


def _supposed(plan: "Plan", given: Iterable[str]) -> dict[str, Decimal]:
    """Sections and scores as the option gives them, each known and inside the scale."""
    known = [section.id for section in plan.framework.evaluation_sections]
    scale = plan.framework.evaluation_scale
    supposed: dict[str, Decimal] = {}
    for word in given:
        section, equals, told = word.partition("=")
        if not equals:
            raise _wrong(
                f"`{show(word, 60)}`: tulis bagian dan nilainya, misalnya `output=3.2`",
                f"`{show(word, 60)}`: write a section and its score, such as `output=3.2`",
            )
        if section not in known:
            raise _unknown("--what-if", section, known)
        value = _decimal(told)
        if value is None or not scale["min"] <= value <= scale["max"]:
            low, high = scale["min"], scale["max"]
            raise _wrong(
                f"nilai `{show(told, 40)}` untuk `{section}` bukan angka dari {low} sampai {high}",
                f"the score `{show(told, 40)}` for `{section}` is no number from {low} to {high}",
            )
        supposed[section] = value
    return supposed


def _decimal(told: str) -> Decimal | None:
    """A number as plans and as people write it: `3.2` or `3,2`."""
    try:
        value = Decimal(told.replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _wrong(indonesian: str, english: str) -> typer.BadParameter:
    return typer.BadParameter(say(indonesian, english), param_hint="--what-if")


def _unknown(option: str, given: str, known: Iterable[str]) -> typer.BadParameter:
    from smartplan.nearest import listing, nearest  # keeps --help quick

    names = list(known)
    choices, shown = listing(nearest(given, names) or names), show(given, 60)
    return typer.BadParameter(
        say(f"tidak ada `{shown}`; pilih {choices}", f"there is no `{shown}`; choose {choices}"),
        param_hint=option,
    )
