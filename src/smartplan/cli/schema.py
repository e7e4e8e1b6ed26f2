"""`smartplan schema`: the plan format as JSON Schema, for editors."""

from pathlib import Path
from typing import Annotated, Any

import typer

from smartplan.cli.editions import DEFAULT, EDITION, OPTION, edition, unknown
from smartplan.cli.output import not_through_link, put
from smartplan.cli.speech import say
from smartplan.diagnostics import show
from smartplan.escapes import json_text

HELP = say(
    "Tulis bentuk berkas rencana sebagai JSON Schema.",
    "Write the plan format as JSON Schema.",
)


def schema(
    stage: Annotated[
        str | None,
        typer.Option(
            metavar=say("TAHAP", "STAGE"),
            help=say(
                "Hanya berkas ini, misalnya team; bawaan: semua berkas dalam satu dokumen.",
                "Only this file, e.g. team; default: all files in one document.",
            ),
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help=say(
                "Tulis satu berkas per tahap ke folder ini.", "Write one file a stage to a folder."
            ),
        ),
    ] = None,
    framework: Annotated[str, typer.Option(metavar=EDITION, help=OPTION)] = DEFAULT,
) -> None:
    from smartplan.json_schema import FILES, bundle, json_schema  # keeps --help quick

    if stage is not None and stage not in FILES:
        raise unknown("--stage", stage, FILES)
    method = edition(framework)
    if out is not None:
        names = FILES if stage is None else (stage,)
        _write(out, {name: json_schema(name, method) for name in names})
    else:
        put(_text(bundle(method) if stage is None else json_schema(stage, method)))


def _text(document: dict[str, Any]) -> str:
    return json_text(document, indent=1)


def _write(out: Path, schemas: dict[str, dict[str, Any]]) -> None:
    name = show(str(out), 300)
    if out.exists() and not out.is_dir():
        message = say(f"`{name}` bukan folder", f"`{name}` is not a folder")
        raise typer.BadParameter(message, param_hint="--out")
    for stage in schemas:
        not_through_link(out / f"{stage}.json", "--out")
    out.mkdir(parents=True, exist_ok=True)
    for stage, document in schemas.items():
        (out / f"{stage}.json").write_text(_text(document), encoding="utf-8", newline="\n")
    count = len(schemas)
    put(say(f"{count} skema di `{name}`\n", f"{count} schemas in `{name}`\n"))
