"""Items without an id that say the same thing twice: told with the place of the first."""

from smartplan.diagnostics import Diagnostic, Location, Related, entitled, show
from smartplan.kinds import ref
from smartplan.language import Text, has_label, label
from smartplan.references import Index, Repeat
from smartplan.stages.base import Item, Name, leading
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
        hint=None if repeat.surely else _perhaps_meant(name),
        what=label("item", name.word),
        name=Text(
            ", ".join(part.indonesian for part in parts), ", ".join(part.english for part in parts)
        ),
    )
    return finding if repeat.surely else finding.as_at_times()


_FIRST = Text("yang pertama di sini", "the first is here")


def _perhaps_meant(name: Name) -> Text:
    """What sets two items of one name apart, where both say it."""
    keys = " / ".join(f"`{key}`" for key in name.unless)
    return Text(
        f"hapus salah satu; bila keduanya memang dimaksudkan, tulis {keys} yang berbeda pada "
        "keduanya",
        f"remove one; where both are meant, write a different {keys} on each",
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
