"""PLN007: a file whose editor does not know the format, beside files whose editor does."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath, relpath

from smartplan.diagnostics import File, Fix, Location, Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule

_LINE = re.compile(r"^#\s+yaml-language-server\s*:.*?\$schema=(\S+)", re.MULTILINE)


@rule(
    "PLN007",
    Severity.NOTE,
    message=Text(
        "berkas ini belum memiliki baris skema, padahal `{other}` memilikinya",
        "this file has no schema line, though `{other}` has one",
    ),
    hint=Text(
        "tambahkan sebagai baris pertama: `# yaml-language-server: $schema=…`",
        "add as the first line: `# yaml-language-server: $schema=…`",
    ),
    why=Text(
        "Dengan baris itu editor melengkapi kunci dan menandai salah ketik sejak diketik; berkas "
        "tanpa baris itu tampak benar di editor walaupun keliru.",
        "With that line an editor completes keys and marks slips as they are typed; a file without "
        "it looks right in the editor even where it is wrong.",
    ),
    basis="our judgement",
)
def no_schema_line(plan: Plan) -> Iterator[Finding]:
    files = [(stage, file) for stage, files in plan.files.items() for file in files]
    lines = {file.name: match for _, file in files if (match := _schema_line(file))}
    first = next(((stage, file) for stage, file in files if file.name in lines), None)
    if first is None:
        return
    stage, example = first
    schema = _any_stage(lines[example.name][1], stage)
    for stage, file in files:
        if file.name not in lines:
            place = Location.start_of(file)
            fix = _fix(place, stage, schema, example) if schema else None
            yield found(place, fix=fix, other=example.name)


def _schema_line(file: File) -> re.Match[str] | None:
    return _LINE.search(file.text) if "yaml-language-server" in file.text else None


def _any_stage(schema: str, stage: str) -> str | None:
    """`…/schema/` of `…/schema/team.json`; None where the schema is not named after its stage."""
    folder, ending = schema.removesuffix(f"{stage}.json"), schema.endswith(f"/{stage}.json")
    return folder if ending else None


def _fix(place: Location, stage: str, folder: str, example: File) -> Fix:
    """The line of the example, with the schema of this stage as it is reached from this file."""
    if "://" not in folder and not folder.startswith("/"):
        there = normpath(join(dirname(example.name), folder))
        folder = f"{relpath(there, dirname(place.file.name) or '.')}/"
    return Fix(place, f"# yaml-language-server: $schema={folder}{stage}.json\n", safe=True)
