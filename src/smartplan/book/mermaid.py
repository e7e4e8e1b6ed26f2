"""Figures as Mermaid text, which GitHub and GitLab draw.

Plan text never reaches Mermaid as it is: every character that could mean something to it, or to
the Markdown around it, is written as the number of the character. Keys are ours.
"""

import re
from collections.abc import Iterator

from smartplan.book.markup import without_marks
from smartplan.figures.drawings.diagram import Calendar, Diagram, Flow, Task
from smartplan.figures.drawings.letters import shortened

_MEANS_SOMETHING = re.compile(r"[^\w ,.()/+–—‘’“”…×°-]|(?<=-)-|^[-+]|(?<=^\d)\.|(?<=^\d\d)\.")
"""All but letters, numbers and harmless signs; signs that begin a list, where they do."""

_SPACE = re.compile(r"\s+")
_TEXT_ROOM = 600
"""The room of a text in a flow, at a type size of 12."""


def said(text: str) -> str:
    """A text that Mermaid shows as it was."""
    told = _SPACE.sub(" ", without_marks(text)).strip()
    return _MEANS_SOMETHING.sub(lambda match: f"#{ord(match[0])};", told)


def fenced(diagram: Diagram) -> str:
    """A block of Markdown."""
    lines = _flow(diagram) if isinstance(diagram, Flow) else _calendar(diagram)
    return "\n".join(("```mermaid", *lines, "```"))


def _flow(flow: Flow) -> Iterator[str]:
    yield "flowchart TB" if flow.down else "flowchart LR"
    for node in flow.nodes:
        yield f'{node.key}["{said(shortened(node.text, _TEXT_ROOM, 12))}"]'
    for start, end in flow.arrows:
        yield f"{start} --> {end}"


def _calendar(calendar: Calendar) -> Iterator[str]:
    yield "gantt"
    yield "dateFormat YYYY-MM-DD"
    yield "axisFormat %Y"
    yield "tickInterval 12month"
    yield "todayMarker off"
    for name, tasks in calendar.sections:
        yield f"section {said(name)}"
        for task in tasks:
            yield _task(task)


def _task(task: Task) -> str:
    """A task's text starts with a number, never with a word that Mermaid knows."""
    tags = [tag for tag, on in (("crit", task.late), ("done", task.done)) if on]
    if task.milestone:
        tags.append("milestone")
    when = [task.first.isoformat(), "0d" if task.milestone else task.last.isoformat()]
    text = said(shortened(task.text, _TEXT_ROOM // 2, 12))
    return f"{text} :{', '.join([*tags, task.key, *when])}"
