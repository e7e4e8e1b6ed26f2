"""Write what is generated: pages of findings, pages of stages, the help; `--check` compares."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from smartplan.book.guide import guide
from smartplan.explain import families, index_page, page
from smartplan.json_schema import FILES, json_schema
from smartplan.language import Language, label
from smartplan.load import DEFAULT_FRAMEWORK, framework

ROOT = Path(__file__).parent.parent
RULES = ROOT / "docs" / "rules"
STAGES = ROOT / "docs" / "stages"
LOCALES = ROOT / "src" / "smartplan" / "locales"
GENERATED = "<!-- Dibuat oleh tools/docs.py; jangan diubah di sini. -->\n\n"
GENERATED_IN_ENGLISH = "<!-- Written by tools/docs.py; do not change it here. -->\n\n"

HELP = "from smartplan.cli.typed import program\nprogram()(['--help'], prog_name='smartplan')"
"""The long way round: `python -m smartplan --help` would print the file that this writes."""

Schema = dict[str, Any]


def documents() -> Iterator[tuple[Path, str]]:
    """Every generated file with its text."""
    language = Language.INDONESIAN
    yield RULES / "README.md", GENERATED + index_page(language)
    for _, kinds in families():
        for kind in kinds:
            yield RULES / f"{kind.code}.md", GENERATED + page(kind, language)
    yield STAGES / "README.md", GENERATED + stages_page()
    for name in FILES:
        yield STAGES / f"{name}.md", GENERATED + stage_page(name)
    yield ROOT / "docs" / "templates.md", GENERATED_IN_ENGLISH + guide()
    for language in Language:
        yield LOCALES / f"help.{language}.txt", help_page(language)


def help_page(language: Language) -> str:
    """`smartplan --help`, in a process of its own: the language is chosen at start-up."""
    environment = {**os.environ, "SMARTPLAN_LANG": language, "COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", HELP],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def stages_page() -> str:
    rows = "\n".join(f"| [`{name}.yaml`]({name}.md) | {_label(name)} |" for name in FILES)
    return f"# Berkas rencana\n\n| Berkas | Isi |\n| --- | --- |\n{rows}\n"


def stage_page(name: str) -> str:
    """The keys of one file, level by level."""
    schema = json_schema(name, framework(DEFAULT_FRAMEWORK))
    definitions = schema.get("definitions", {})
    parts = [f"# `{name}.yaml`: {_label(name)}", _table(schema)]
    for path, inner in _inside(schema, definitions, ""):
        parts.append(f"## `{path}`\n\n{_table(inner)}")
    return "\n\n".join(parts) + "\n"


def _label(name: str) -> str:
    return label("stage", name).say(Language.INDONESIAN)


def _inside(
    schema: Schema, definitions: dict[str, Schema], above: str
) -> Iterator[tuple[str, Schema]]:
    """The items inside an object, in the order of its keys, each by the path to it."""
    for key, part in schema["properties"].items():
        reference = _reference(part)
        if reference is not None:
            path = f"{above}{key}" + ("[]" if part.get("type") == "array" else "")
            yield path, definitions[reference]
            yield from _inside(definitions[reference], definitions, f"{path}.")


def _reference(part: Schema) -> str | None:
    target = part.get("items", part)
    holder = target["allOf"][0] if "allOf" in target else target
    return holder["$ref"].removeprefix("#/definitions/") if "$ref" in holder else None


def _table(schema: Schema) -> str:
    required = schema.get("required", [])
    rows = [
        f"| `{key}` | {'ya' if key in required else ''} | {_form(part)} | {_cell(_meaning(part))} |"
        for key, part in schema["properties"].items()
    ]
    return "\n".join(["| Kunci | Wajib | Bentuk | Arti |", "| --- | --- | --- | --- |", *rows])


def _form(part: Schema) -> str:
    if part.get("type") == "array":
        return f"daftar {_form(part['items'])}"
    if _reference(part) is not None:
        return "butir"
    if "enum" in part:
        return "pilihan"
    return "tanggal" if "[0-9]{4}-" in part.get("pattern", "") else _FORMS[str(part["type"])]


_FORMS = {
    "object": "kelompok kunci",
    "string": "teks",
    "['string', 'number']": "teks",
    "['number', 'string']": "angka",
    "['integer', 'string']": "bilangan bulat",
    "['string', 'integer']": "tanggal",
}
"""Types that readers other than ours may see, by what a planner writes."""


def _meaning(part: Schema) -> str:
    """The description, and the choices that it does not name."""
    choices = [value for value in part.get("enum", ()) if isinstance(value, str)]
    description: str = part.get("description", "")
    if all(choice in description for choice in choices):
        return description
    named = ", ".join(f"`{choice}`" for choice in choices)
    return f"{description} Pilihan: {named}."


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("[", "\\[").replace("…", "dan seterusnya")


def stale() -> list[Path]:
    """Generated files that differ from what they should be, and pages that nothing generates."""
    wanted = dict(documents())
    differing = [path for path, text in wanted.items() if _text(path) != text]
    pages = [*RULES.glob("*.md"), *STAGES.glob("*.md")]
    return sorted([*differing, *(path for path in pages if path not in wanted)])


def _text(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


def write() -> None:
    wanted = dict(documents())
    for path in stale():
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8", newline="\n")
        else:
            path.unlink()


def main() -> int:
    if "--check" not in sys.argv[1:]:
        write()
        return 0
    differing = stale()
    for path in differing:
        sys.stderr.write(
            f"{path.relative_to(ROOT).as_posix()} is not up to date: run `make docs`\n"
        )
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
