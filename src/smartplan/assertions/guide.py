"""What assertions can use, told from the tables that decide it: `smartplan explain assertions`."""

from collections.abc import Iterator

from smartplan.assertions.expression import AGGREGATES
from smartplan.assertions.vocabulary import (
    FIGURES,
    FORMS,
    NARROWINGS,
    Collection,
    Key,
    collections,
    keys,
)
from smartplan.escapes import json_text
from smartplan.language import Language, Text, label
from smartplan.stages.base import Item, Sourced

FUNCTIONS: dict[str, Text] = {
    "count": Text("banyaknya butir", "how many items there are"),
    "sum": Text("jumlah angkanya", "the sum of a number"),
    "average": Text("rata-ratanya", "the average"),
    "min": Text("yang terkecil atau paling awal", "the smallest or the earliest"),
    "max": Text("yang terbesar atau paling akhir", "the largest or the latest"),
    "share": Text("bagian yang memenuhi syarat, dalam persen", "the share that meets a condition"),
    "all": Text("benar bila semua memenuhi", "true if all of them do"),
    "any": Text("benar bila sedikitnya satu memenuhi", "true if at least one does"),
    "none": Text("benar bila tidak satu pun memenuhi", "true if none does"),
}
"""What each function yields, in the order they are told."""

EXAMPLES = (
    "budget.quick_wins.year(2025) <= 15% * budget.total.year(2025)",
    "count(programs where dimension = economy) >= 3",
    "sum(programs.budget where fund = apbd and year = 2025) <= 5_000_000_000",
    "all(indicators have owner)",
    "share(programs with indicators) >= 80%",
    "none(milestones where standing = late)",
)

_COMMON = frozenset(Sourced.model_fields) - {"mark"}
_TITLES = {
    "examples": Text("Contoh", "Examples"),
    "functions": Text("Fungsi", "Functions"),
    "figures": Text("Angka rencana", "Figures of the plan"),
    "lists": Text("Daftar dan kuncinya", "Lists and their keys"),
}
_HEAD = Text("Pernyataan rencana sendiri", "A plan's own assertions")
_NARROW = Text(
    "Angka `budget` dapat dipersempit: {words}, misalnya `budget.total.year(2025).fund(apbd)`.",
    "The figures of `budget` can be narrowed: {words}, as in `budget.total.year(2025).fund(apbd)`.",
)
_EVERYWHERE = Text(
    "Butir bersumber juga memiliki {words}.", "Items with sources also have {words}."
)


def own_keys(model: type[Item]) -> list[Key]:
    """The keys of an item that not every sourced item has."""
    common = _COMMON if issubclass(model, Sourced) else frozenset()
    return [key for key in keys(model).values() if key.name not in common]


def _kind_of_key(key: Key, language: Language) -> str:
    if key.type.choices:
        return " | ".join(key.type.choices)
    if key.type.kind:
        named = label("kind", key.type.kind.split("|")[0]).say(language)
        return f"{FORMS[key.type.form].say(language)} {named}"
    return FORMS[key.type.form].say(language)


def _ordered() -> list[Collection]:
    return list(collections().values())


def text(language: Language) -> str:
    """The vocabulary for a terminal."""
    blocks = [_HEAD.say(language)]
    blocks.append(_block("examples", (f"  {one}" for one in EXAMPLES), language))
    functions = (f"  {name:<8} {FUNCTIONS[name].say(language)}" for name in AGGREGATES)
    blocks.append(_block("functions", functions, language))
    figures = [
        f"  {one.name:<18} {FORMS[one.type.form].say(language):<8} {one.about.say(language)}"
        for one in FIGURES.values()
    ]
    blocks.append(_block("figures", [*figures, f"  {_narrowing(language)}"], language))
    blocks.append(_TITLES["lists"].say(language) + ":\n  " + _everywhere(language))
    blocks.extend(_list_text(one, language) for one in _ordered())
    return "\n\n".join(blocks) + "\n"


def _block(title: str, lines: "Iterator[str] | list[str]", language: Language) -> str:
    return "\n".join([f"{_TITLES[title].say(language)}:", *lines])


def _narrowing(language: Language) -> str:
    return _NARROW.say(language).format(words=", ".join(f"`.{name}(…)`" for name in NARROWINGS))


def _everywhere(language: Language) -> str:
    words = ", ".join(f"`{name}`" for name in Sourced.model_fields if name != "mark")
    return _EVERYWHERE.say(language).format(words=words)


def _list_text(one: Collection, language: Language) -> str:
    found = own_keys(one.model)
    width = max(len(key.name) for key in found)
    lines = [f"    {key.name:<{width}}  {_kind_of_key(key, language)}" for key in found]
    return "\n".join([f"  {one.name}: {one.about.say(language)}", *lines])


def markdown(language: Language) -> str:
    """The vocabulary as Markdown."""
    parts = [f"## {_TITLES['functions'].say(language)}"]
    parts.append("\n".join(f"- `{name}`: {FUNCTIONS[name].say(language)}" for name in AGGREGATES))
    parts.append(f"## {_TITLES['figures'].say(language)}")
    rows = [
        f"- `{one.name}` ({FORMS[one.type.form].say(language)}): {one.about.say(language)}"
        for one in FIGURES.values()
    ]
    parts += ["\n".join(rows), _narrowing(language)]
    parts += [f"## {_TITLES['lists'].say(language)}", _everywhere(language)]
    parts.extend(_list_markdown(one, language) for one in _ordered())
    return "\n\n".join(parts) + "\n"


def _list_markdown(one: Collection, language: Language) -> str:
    lines = [f"- `{key.name}` ({_kind_of_key(key, language)})" for key in own_keys(one.model)]
    return "\n".join([f"### `{one.name}`\n\n{one.about.say(language)}\n", *lines])


def record(language: Language) -> str:
    """The vocabulary as JSON for other programs."""
    document = {
        "version": 1,
        "language": str(language),
        "functions": {name: FUNCTIONS[name].say(language) for name in AGGREGATES},
        "figures": {
            one.name: {"form": one.type.form, "about": one.about.say(language)}
            for one in FIGURES.values()
        },
        "narrowings": {name: about.say(language) for name, about in NARROWINGS.items()},
        "lists": {
            one.name: {
                "about": one.about.say(language),
                "keys": {
                    key.name: {"form": key.type.form, "choices": list(key.type.choices)}
                    for key in keys(one.model).values()
                },
            }
            for one in _ordered()
        },
    }
    return json_text(document)
