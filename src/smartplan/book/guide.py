"""What a chapter template may use, told from the code itself: `docs/templates.md`."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module

from smartplan.book.chapters import figures
from smartplan.book.environment import KEPT_FILTERS
from smartplan.book.overrides import shipped_names
from smartplan.shipped import templates

CONTEXT: Mapping[str, str] = {
    "plan": "the whole plan; `plan.has('monev')` tells whether a stage is there",
    "manifest": "`smartplan.yaml`: title, region, period, language and so on",
    "region": "the region of the manifest: `code`, `name`, `kind_`, `province`",
    "period": "the first and the last year: `start`, `end`",
    "as_of": "the date the plan speaks of; late and overdue are counted from it",
    "framework": "the edition of the method: dimensions, elements, families, horizons, funds",
    "team": "stage 1",
    "theory": "stage 2",
    "readiness": "stage 3",
    "vision": "stage 4",
    "programs": "stages 5 and 6; the list itself is `programs.programs`",
    "roadmap": "stage 7",
    "monev": "stage 8",
    "document": "stage 9",
    "outreach": "stage 10",
    "sources": "the sources; the list itself is `sources.sources`",
    "book": "the book being rendered: `book.id`, `book.title`",
    "item": "in a chapter with `each`: the item it is about",
}
"""Names that hold something. Keys of a stage are those of `docs/stages/`."""

CALLS: Mapping[str, str] = {
    "table": "`{{ table(TABLE) }}` on a line of its own: a numbered table with its caption; an "
    "empty one says its sentence and takes no number",
    "figure": "`{{ figure(DRAWING) }}` on a line of its own: a numbered picture with its caption",
    "see": "`{{ see('id') }}`: “Tabel 4.2” as a link to a table or picture of the same book",
    "cite": "`{{ cite(item) }}` or `{{ cite('S12', 'S13') }}`: footnotes to the sources, and the "
    "mark of what is proposed or derived; right after the claim",
    "choice": "`{{ choice(program) }}` or `{{ choice(program.quick_win) }}`: the mark of a "
    "proposal whose facts have sources of their own; right after the name, where `cite` leaves "
    "it out",
    "range": "Python's `range`, to repeat something",
    "namespace": "Jinja's `namespace`, to carry a value out of a loop",
}

FILTERS: Mapping[str, str] = {
    "rupiah": "an amount: Rp1.500.000",
    "number": "a number in the book's language: 1.234,5",
    "percent": "a number with its per cent sign",
    "day": "a date: 5 Juli 2023",
    "moment": "a date as exact as it was given: 5 Juli 2023, Juli 2023, triwulan II 2024, 2024",
    "name": "`id | name('agency')`: what a reader calls the item with this id",
    "abbr": "the id of an agency as its abbreviation, or its name",
    "label": "`key | label('state')`: the word for a key of the format",
    "agree": "`count | agree('is', 'are')`: the form that goes with a number",
    "words": "the numbers to twelve in words",
    "count_of": "`48 | count_of('program')`: 48 program; of none: belum ada program",
    "listed": "a list as a sentence has it: a, b, dan c",
    "prose": "a long text of the plan: paragraphs and light Markdown, made safe",
}
"""Without `prose`, plan text is escaped: nothing in it can become Markdown or HTML."""

SETTINGS: Mapping[str, str] = {
    "title": "the title of the chapter; required",
    "numbered": "`false` for a preface, a glossary, a list of sources",
    "needs": "a list of stages; while one is missing the chapter says so and is not rendered",
    "each": "the name of a figure; the chapter is made once for every item it gives, as `item`",
}

_MACRO = re.compile(
    r"(?:\{#-?\s*(?P<about>[^#]+?)\s*-?#\}\n)?\{%-?\s*macro (?P<call>\w+\([^)]*\))\s*-?%\}"
)
_HOME = re.compile(r"\b(?:[a-z_]+\.)+(?=[A-Z])")
"""Where a type lives: `smartplan.stages.programs.` before `Program`."""

_INTRODUCTION = """\
# Templates

The books are Jinja templates over the plan. To change a chapter, take it out, change it and render
with the folder it lies in:

```
smartplan templates list
smartplan templates copy id/buku-2/05-quick-win.md.j2 --to templat
smartplan render PLAN --templates templat
```

Templates are programs: use only those of someone you trust. A plan cannot bring or name any.

## Which file is used

1. A file of the folder given with `--templates`, if it has the same path as a shipped one.
2. Otherwise the file that is shipped with smartplan.

Files that stand in for nothing are templates of your own, so a fifth book needs no code:

- `id/BOOK/_book.toml` with `title`, `short` and `description` (`en/BOOK/` for English);
- `id/BOOK/NN-slug.md.j2`, a chapter each; the two digits give the order;
- `books: [{template: BOOK}]` in `smartplan.yaml`, which also gives the order of the books.

What `copy` writes begins with a comment that holds the fingerprint of the original. When smartplan
is updated and the original has changed, `render` says so with the name of the template, until the
copy is adapted and the fingerprint in its first line replaced.

## A chapter

Markdown with `##`, `###` and `####`; the engine writes and numbers the title. A name, attribute or
filter that does not exist ends the rendering with the file, the line and the nearest name. A value
that the plan does not give is printed as missing, never as `None`. Sums, dates and look-ups are
figures, not template code.
"""


_PAGES = """\
## Pages and pictures

The templates under `html/` and `figures/` can be copied too. They get finished pages and pictures
from the engine, not the names above, and may change with any release.
"""


def guide() -> str:
    """The page as Markdown."""
    parts = [
        _INTRODUCTION,
        _rows("Settings", "`{% set NAME = … %}` at the top of a chapter.", SETTINGS),
        _rows("Names", "What a template finds without asking.", CONTEXT),
        _rows("Calls", "What asks the engine for something.", CALLS),
        _rows("Filters", "`{{ value | filter }}`; a missing value stays missing.", FILTERS),
        _kept(),
        *_macros(),
        _figures(),
        _PAGES,
    ]
    return "\n".join(parts)


def _rows(title: str, about: str, named: Mapping[str, str]) -> str:
    rows = "".join(f"| `{name}` | {_cell(said)} |\n" for name, said in named.items())
    return f"## {title}\n\n{about}\n\n| | |\n| --- | --- |\n{rows}"


def _kept() -> str:
    kept = ", ".join(f"`{name}`" for name in sorted(KEPT_FILTERS))
    return f"Of Jinja's own filters there are {kept}. The others escape for HTML alone.\n"


def _macros() -> Iterator[str]:
    yield (
        "## Macros\n\n`{% from 'id/macros/programs.md.j2' import described %}`. They see the same "
        "names as a chapter.\n\n| macro | file | |\n| --- | --- | --- |\n"
        + "".join(
            f"| `{_cell(call)}` | `{name}` | {_cell(about)} |\n"
            for name, call, about in macros(("id/macros/", "en/macros/"))
        )
    )


def macros(folders: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """The shipped macros: file, call, and what stands above it."""
    for name in shipped_names():
        if name.startswith(folders):
            text = (templates() / name).read_text("utf-8")
            for match in _MACRO.finditer(text):
                yield name, match["call"], " ".join((match["about"] or "").split())


_ABOUT_FIGURES = (
    "## Figures\n\nFunctions over the plan, called without it: `{{ table(money_fund_table()) }}`. "
    "`*` before a parameter means that those after it are named.\n"
)


def _figures() -> str:
    parts = [_ABOUT_FIGURES]
    for module, functions in _by_module():
        rows = "".join(
            f"| `{_cell(call_of(name, figure))}` | {_cell(gives(figure))} | {_cell(line)} |\n"
            for name, figure in functions
            for line in (meaning(name, figure),)
        )
        about = (inspect.getdoc(import_module(module)) or "").split("\n")[0]
        heading = module.removeprefix("smartplan.figures.")
        parts.append(f"### {heading}\n\n{about}\n\n| call | gives | |\n| --- | --- | --- |\n{rows}")
    return "\n".join(parts)


def _by_module() -> Iterable[tuple[str, list[tuple[str, Callable[..., object]]]]]:
    found: dict[str, list[tuple[str, Callable[..., object]]]] = {}
    for name, figure in sorted(figures().items()):
        found.setdefault(figure.__module__, []).append((name, figure))
    return sorted(found.items())


def call_of(name: str, figure: Callable[..., object]) -> str:
    """How a template calls a figure: its name and its parameters without the plan."""
    signature = inspect.signature(figure)
    asked = list(signature.parameters.values())[1:]
    shown = signature.replace(parameters=asked, return_annotation=inspect.Signature.empty)
    return name + _HOME.sub("", str(shown))


def gives(figure: Callable[..., object]) -> str:
    """What a figure answers with, as a type."""
    answer = inspect.formatannotation(inspect.signature(figure).return_annotation)
    return f"`{_HOME.sub('', answer)}`"


def meaning(name: str, figure: Callable[..., object]) -> str:
    """The first sentence of a figure; its name where the name says it all."""
    said = (inspect.getdoc(figure) or "").split("\n")[0]
    return said or f"{name.replace('_', ' ').capitalize()}."


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
