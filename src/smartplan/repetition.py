"""Items without an id that say the same thing twice: told with the place of the first."""

from dataclasses import replace

from smartplan.diagnostics import Diagnostic, Location, Related, Severity, entitled, show
from smartplan.kinds import ref
from smartplan.language import Text, has_label, label
from smartplan.references import Index, Repeat
from smartplan.stages.base import Item, leading
from smartplan.stages.framework import Named


def told_twice(repeat: Repeat, known: Index) -> Diagnostic:
    """The finding of an item that repeats one beside it; a warning where it may be meant."""
    item, name = repeat.item, repeat.name
    first = Related(_place(repeat.earlier, name.fields), _FIRST)
    parts = [
        _said(item, field, dict(name.labels).get(field, ""), known)
        for field in name.fields
        if vars(item)[field] is not None
    ]
    finding = ref.REPEATED.at(
        _place(item, name.fields),
        also=(first,),
        hint=None if repeat.surely else _PERHAPS_MEANT,
        what=label("item", name.word),
        name=Text(
            ", ".join(part.indonesian for part in parts), ", ".join(part.english for part in parts)
        ),
    )
    return finding if repeat.surely else replace(finding, severity=Severity.WARNING)


_FIRST = Text("yang pertama di sini", "the first is here")
_PERHAPS_MEANT = Text(
    "hapus salah satu; bila keduanya memang dimaksudkan, jelaskan bedanya dalam `note`",
    "remove one; where both are meant, tell in `note` what sets them apart",
)


def _place(item: Item, fields: tuple[str, ...]) -> Location:
    given = next(field for field in fields if vars(item)[field] is not None)
    return item.at(type(item).model_fields[given].alias or given)


def _said(item: Item, field: str, group: str, known: Index) -> Text:
    """One part of an item's name as a reader knows it: an id with its title, a word, a text."""
    value = str(vars(item)[field])
    if group and has_label(group, value):
        return label(group, value)
    kind = next((one.kind for one in leading(type(item)).names if one.field == field), "")
    named = known.find(kind, value) if kind else None
    if named is None:
        return Text(show(value, 60), show(value, 60))
    english = named.english if isinstance(named, Named) else named.title_text
    return Text(entitled(value, named.title_text), entitled(value, english))
