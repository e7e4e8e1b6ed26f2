"""Changes as short sentences, the same for the terminal and for Markdown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from smartplan.changes.change import Category, Change, Changes, Subject, Total
from smartplan.changes.words import by_how_much, lists, say
from smartplan.diagnostics import Diagnostic, counted, show
from smartplan.figures.chain import kind_word
from smartplan.figures.wording import DASH
from smartplan.language import Language, Text, label, number, percent, rupiah
from smartplan.stages import MANIFEST, STAGES, WAIVERS

TITLES = {
    Category.ADDED: Text("Ditambahkan", "Added"),
    Category.REMOVED: Text("Dihapus", "Removed"),
    Category.RENAMED: Text("Berganti nama", "Renamed"),
    Category.MOVED: Text("Berpindah", "Moved"),
    Category.TARGET: Text("Target", "Targets"),
    Category.BUDGET: Text("Anggaran", "Money"),
    Category.SCHEDULE: Text("Jadwal", "Dates"),
    Category.OWNER: Text("Penanggung jawab", "Owners"),
    Category.STATE: Text("Keadaan", "States"),
    Category.REALISATION: Text("Realisasi", "Realisations"),
    Category.FIELD: Text("Isian lain", "Other fields"),
}
INTRODUCED = Text("Temuan baru", "New findings")
RESOLVED = Text("Temuan selesai", "Findings resolved")
NOTHING = Text("Tidak ada perubahan makna.", "Nothing changed in meaning.")
MONEY = Text("Anggaran seluruh rencana", "Money of the whole plan")
GUESS = Text("perkiraan", "a guess")
LONG = 300
"""Characters of a value in a line; JSON and the matrix have it whole."""


@dataclass(frozen=True, slots=True)
class Ends:
    """What the two plans are called."""

    before: str
    after: str
    commits: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Line:
    """A change in parts, so that each format can set and escape them in its way."""

    kind: str
    id: str
    title: str
    what: str
    before: str | None
    after: str | None
    remark: str


def heading(subject: Subject, language: Language) -> str:
    """The kind of an item, or the stage."""
    if subject.kind in (MANIFEST, WAIVERS, *STAGES):
        return label("stage", subject.kind).say(language)
    if subject.kind == _FRAMEWORK:
        return _OWN_FRAMEWORK.say(language)
    return kind_word(subject.kind).say(language)


_FRAMEWORK = "framework"
_OWN_FRAMEWORK = Text("kerangka sendiri", "own framework")


def line(change: Change, language: Language, limit: int = LONG) -> Line:
    """A change in the words of a language."""
    subject = change.subject
    whole = change.category in (Category.ADDED, Category.REMOVED)
    return Line(
        heading(subject, language),
        subject.id,
        show(subject.title, limit),
        "" if whole else show(change.label.say(language), limit),
        None if whole else say(change.before, language, limit),
        None if whole else say(change.after, language, limit),
        remark(change, language),
    )


def remark(change: Change, language: Language) -> str:
    """By how much, what a list gained and lost, and whether it is a guess."""
    told = [by_how_much(change, language), lists(change, language)]
    if change.guess:
        told.append(GUESS.say(language))
    return show("; ".join(part for part in told if part), LONG)


def counts(changes: Changes, language: Language) -> str:
    """How many changes of which kind."""
    told = [
        f"{TITLES[category].say(language).lower()} {number(len(found), language)}"
        for category in Category
        if (found := changes.of(category))
    ]
    for words, findings in ((INTRODUCED, changes.introduced), (RESOLVED, changes.resolved)):
        if findings:
            told.append(f"{words.say(language).lower()} {number(counted(findings), language)}")
    return ", ".join(told)


def total(one: Total, language: Language) -> str:
    """`rencana: Rp1 → Rp2 (naik Rp1; 100 %)`."""
    name = label("budget_kind", one.kind).say(language)
    said = f"{name}: {rupiah(one.before, language)} → {rupiah(one.after, language)}"
    if not one.difference:
        return said
    words = _UP if one.difference > 0 else _DOWN
    more = f"{words.say(language)} {rupiah(abs(one.difference), language)}"
    share = f"; {percent(abs(one.percent), language)}" if one.percent is not None else ""
    return f"{said} ({more}{share})"


_UP = Text("naik", "up")
_DOWN = Text("turun", "down")


def finding(diagnostic: Diagnostic, language: Language) -> str:
    """A finding without its line, which is another one in the other plan."""
    subject = show(diagnostic.subject or diagnostic.location.file.name or DASH, LONG)
    word = label("severity", diagnostic.severity).say(language)
    said = show(diagnostic.message(language), 1_000)
    return f"{diagnostic.kind.code} ({word}) {subject}: {said}"


def sections(changes: Changes) -> Iterator[tuple[Text, tuple[Change, ...]]]:
    """The changes by category, those that are there."""
    for category in Category:
        if found := changes.of(category):
            yield TITLES[category], found


Format = Callable[[Changes, Ends, Language], str]
