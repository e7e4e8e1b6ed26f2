"""How far a plan has come as text, JSON and Markdown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from smartplan.diagnostics import Severity, show
from smartplan.escapes import json_text
from smartplan.exchange.tables import aligned, escaped, markdown_table
from smartplan.figures.ladder import ChapterRung, Ladder, Rung, Step
from smartplan.language import Language, Text, day, label, number
from smartplan.plan import Plan

VERSION = 1
STEPS = 5
"""Steps that a text names; JSON has them all."""

HEADS = (
    Text("No", "No"),
    Text("Tahap", "Stage"),
    Text("Keadaan", "State"),
    Text("Isi", "Content"),
    Text("Temuan", "Findings"),
)
_OWN_STATES = {
    "absent": Text("belum ada", "not there yet"),
    "empty": Text("belum diisi", "not filled in"),
    "there": Text("ada", "there"),
}
_CHAPTERS = Text("Bab buku", "Chapters of the books")
_CHAPTER = Text("Bab", "Chapter")
_NEXT = Text("Langkah berikutnya, dari yang paling ringan", "Next steps, the cheapest first")
_EFFORTS = {
    "small": Text("ringan", "small"),
    "middle": Text("sedang", "middling"),
    "large": Text("besar", "large"),
}


@dataclass(frozen=True)
class Shown:
    """A plan with its ladder, as a reader is told of it."""

    plan: Plan
    ladder: Ladder
    language: Language

    @property
    def title(self) -> str:
        as_of = Text("keadaan", "as of").say(self.language)
        date = day(self.plan.as_of, self.language)
        return f"{show(self.plan.manifest.title, 300)} ({as_of} {date})"


def rows(shown: Shown) -> Iterator[tuple[str, ...]]:
    """A row of cells for each rung, under `HEADS`."""
    for rung in shown.ladder.rungs:
        yield (
            str(rung.stage.number or ""),
            rung.stage.name.say(shown.language),
            state_words(rung.state, shown.language),
            _content(rung, shown.language),
            findings_words(rung.findings, shown.language),
        )


def state_words(state: str, language: Language) -> str:
    return (_OWN_STATES.get(state) or label("stage_state", state)).say(language)


def _content(rung: Rung, language: Language) -> str:
    """What a rung holds, then what it lacks."""
    held = ", ".join(_items(rung, language))
    lacking = ", ".join(_lists(rung, language)) if rung.filled else ""
    if not lacking:
        return held
    none_yet = Text("belum ada", "none yet of").say(language)
    return f"{held}; {none_yet}: {lacking}"


def _items(rung: Rung, language: Language) -> Iterator[str]:
    for field, word, several in rung.stage.lists:
        count = rung.numbers[field]
        if count:
            name = word if count == 1 else Text(word.indonesian, several)
            yield f"{number(count, language)} {name.say(language)}"


def _lists(rung: Rung, language: Language) -> Iterator[str]:
    for field, word, several in rung.stage.lists:
        if field in rung.missing:
            yield Text(word.indonesian, several).say(language)


def findings_words(findings: Counter[Severity], language: Language) -> str:
    return ", ".join(
        _counted(severity, findings[severity], language)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        if findings[severity]
    )


def _counted(severity: Severity, count: int, language: Language) -> str:
    several = "s" if language is Language.ENGLISH and count > 1 else ""
    return f"{number(count, language)} {label('severity', severity).say(language)}{several}"


def closing(shown: Shown) -> str:
    """How much is there and how much was found, in one line."""
    ladder, language = shown.ladder, shown.language
    found = findings_words(ladder.findings, language)
    count = len(ladder.stages)
    parts = [
        Text(
            f"{ladder.filled} dari {count} tahap terisi",
            f"{ladder.filled} of {count} stages filled",
        ),
        Text(f"{ladder.approved} disetujui", f"{ladder.approved} approved"),
    ]
    if ladder.chapters:
        open_, all_ = ladder.open_chapters, len(ladder.chapters)
        parts.append(
            Text(f"{open_} dari {all_} bab terbuka", f"{open_} of {all_} chapters open"),
        )
    parts.append(Text(found or "tanpa temuan", found or "no findings"))
    line = ", ".join(part.say(language) for part in parts) + "."
    if found:
        line += Text(" Rincian: smartplan validate", " Details: smartplan validate").say(language)
    return line


# Chapters and steps


def chapter_lines(shown: Shown) -> Iterator[str]:
    """A line for each book: how many chapters are open, and what the others wait for."""
    for book in dict.fromkeys(one.chapter.book for one in shown.ladder.chapters):
        own = [one for one in shown.ladder.chapters if one.chapter.book == book]
        closed = [one for one in own if one.missing]
        line = Text(
            f"{book}: {len(own) - len(closed)} dari {len(own)} bab terbuka",
            f"{book}: {len(own) - len(closed)} of {len(own)} chapters open",
        ).say(shown.language)
        waiting = "; ".join(_waits(one) for one in closed)
        name = Text("menunggu", "waiting").say(shown.language)
        yield f"{line}; {name}: {waiting}" if waiting else line


def _waits(one: ChapterRung) -> str:
    files = ", ".join(f"{stage}.yaml" for stage in one.missing)
    return f"{one.chapter.title} ({files})"


def step_lines(shown: Shown) -> Iterator[str]:
    """The next steps, numbered."""
    for place, step in enumerate(shown.ladder.steps[:STEPS], 1):
        yield f"{place}. {_step(step, shown.language)}"


def _step(step: Step, language: Language) -> str:
    if step.found is None:
        name, file = step.stage.name, step.stage.file
        lists = ", ".join(word.indonesian for _, word, _ in step.stage.lists)
        several = ", ".join(several for _, _, several in step.stage.lists)
        return Text(
            f"{_numbered(step, language)}{name.indonesian}: tulis {lists} dalam `{file}.yaml`",
            f"{_numbered(step, language)}{name.english}: write {several} in `{file}.yaml`",
        ).say(language)
    found, count = step.found, number(step.places, language)
    place = f"{found.location.file.name}:{found.location.line}"
    more = Text(f", {count} tempat", f", {count} places") if step.places > 1 else Text("", "")
    severity = label("severity", step.severity).say(language)
    return (
        f"{_numbered(step, language)}{severity} {step.code}{more.say(language)} ({place}): "
        f"{found.message(language)}; {found.hint(language)}"
    )


def _numbered(step: Step, language: Language) -> str:
    number_ = step.stage.number
    if number_ is None:
        return ""
    return Text(f"tahap {number_}, ", f"stage {number_}, ").say(language)


# Text, Markdown, JSON


def text(shown: Shown) -> str:
    """Aligned columns; the content, which is long, comes last."""
    language = shown.language
    order = (0, 1, 2, 4, 3)
    told = [tuple(head.say(language) for head in HEADS), *rows(shown)]
    lines = aligned([[row[column] for column in order] for row in told])
    return "\n".join([shown.title, "", *lines, "", *below(shown)]) + "\n"


def below(shown: Shown) -> Iterator[str]:
    """What follows the stages: chapters, steps, the closing line."""
    language = shown.language
    for head, lines in ((_CHAPTERS, chapter_lines(shown)), (_NEXT, step_lines(shown))):
        told = [f"  {line}" for line in lines]
        if told:
            yield head.say(language)
            yield from told
            yield ""
    yield closing(shown)


def markdown(shown: Shown) -> str:
    """Tables for an issue, a pull request or a meeting."""
    language = shown.language
    heads = [head.say(language) for head in HEADS]
    lines = [f"## {escaped(shown.title)}", "", *markdown_table(heads, list(rows(shown)))]
    if shown.ladder.chapters:
        told = [_CHAPTER.say(language), HEADS[2].say(language), HEADS[4].say(language)]
        lines += [f"### {_CHAPTERS.say(language)}", ""]
        lines += markdown_table(told, _chapter_rows(shown))
    steps = [escaped(line) for line in step_lines(shown)]
    if steps:
        lines += [f"### {_NEXT.say(language)}", "", *steps, ""]
    lines.append(escaped(closing(shown)))
    return "\n".join(lines) + "\n"


def _chapter_rows(shown: Shown) -> list[Sequence[str]]:
    return [
        (
            f"{one.chapter.book}: {one.chapter.title}",
            state_words(one.state, shown.language),
            findings_words(one.findings, shown.language),
        )
        for one in shown.ladder.chapters
    ]


def as_json(shown: Shown) -> str:
    """One object: stages, chapters, all steps, and the sums of the badge."""
    ladder, language = shown.ladder, shown.language
    document = {
        "version": VERSION,
        "language": str(language),
        "title": shown.plan.manifest.title,
        "region": shown.plan.manifest.region.code,
        "as_of": shown.plan.as_of.isoformat(),
        "filled": ladder.filled,
        "approved": ladder.approved,
        "findings": _counts(ladder.findings),
        "stages": [
            {
                "number": rung.stage.number,
                "file": rung.stage.file,
                "name": rung.stage.name.say(language),
                "state": rung.state,
                "counts": dict(rung.numbers),
                "missing": list(rung.missing),
                "findings": _counts(rung.findings),
            }
            for rung in ladder.rungs
        ],
        "chapters": [
            {
                "book": one.chapter.book,
                "slug": one.chapter.slug,
                "title": one.chapter.title,
                "needs": list(one.chapter.needs),
                "missing": list(one.missing),
                "state": one.state,
                "findings": _counts(one.findings),
            }
            for one in ladder.chapters
        ],
        "steps": list(_step_objects(ladder.steps, language)),
    }
    return json_text(document)


def _counts(findings: Counter[Severity]) -> dict[str, int]:
    return {str(severity): findings[severity] for severity in Severity}


def _step_objects(steps: Iterable[Step], language: Language) -> Iterator[dict[str, object]]:
    for step in steps:
        place = step.found.location if step.found else None
        yield {
            "stage": step.stage.number,
            "file": place.file.name if place else f"{step.stage.file}.yaml",
            "line": place.line if place else None,
            "severity": str(step.severity),
            "code": step.code or None,
            "effort": step.effort,
            "effort_words": _EFFORTS[step.effort].say(language),
            "places": step.places,
            "text": _step(step, language),
        }
