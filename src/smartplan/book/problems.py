"""What is wrong with a template, in one line."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from jinja2 import Template, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from smartplan.book.folders import Folders
from smartplan.language import Language, Text
from smartplan.nearest import listing, nearest


class TemplateProblem(Exception):  # noqa: N818 - a finding, not a fault of the program
    """A template that cannot be rendered, with the place and the nearest name that would do."""

    def __init__(self, file: str, line: int | None, message: Text, suggestion: Text | None = None):
        self.file = file
        self.line = line
        self.message = message
        self.suggestion = suggestion
        super().__init__(self.say(Language.ENGLISH))

    def say(self, language: Language) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        said = f"{place}: {self.message.say(language)}"
        return f"{said}; {self.suggestion.say(language)}" if self.suggestion else said


class UnknownName(UndefinedError):  # noqa: N818 - as above
    """A name that a template used and nobody gave, or that `holder` does not have."""

    def __init__(self, name: str, known: tuple[str, ...], holder: str | None):
        self.name = name
        self.known = known
        self.holder = holder
        super().__init__(name)


_EXPECTED = (TemplateError, TypeError, ValueError, LookupError, ArithmeticError)
"""What a template can cause; the last four are bugs of ours if a figure raised them."""

_NO_FILTER = re.compile(r"No filter named '([^']+)'")


@contextmanager
def explained(template: str, folders: Folders, filters: Iterable[str] = ()) -> Iterator[None]:
    """Turn what goes wrong in a template into a `TemplateProblem`; a bug of ours stays a bug."""
    try:
        yield
    except _EXPECTED as error:
        file, line = _place(error, template)
        if file is None:
            raise
        message, close = _words_for(error, folders.names, filters)
        raise TemplateProblem(folders.shown(file), line, message, close) from error


def _words_for(
    error: Exception, templates: Iterable[str], filters: Iterable[str]
) -> tuple[Text, Text | None]:
    said = " ".join(str(error).split())
    if isinstance(error, UnknownName):
        return _unknown(error), _nearest(error.name, error.known)
    if isinstance(error, UnicodeDecodeError):
        return Text("templat bukan UTF-8", "the template is not UTF-8"), None
    if isinstance(error, TemplateNotFound):
        return Text(f"tidak ada templat `{said}`", f"there is no template `{said}`"), _nearest(
            said, templates
        )
    if match := _NO_FILTER.match(said):
        return Text(f"tidak ada filter `{match[1]}`", f"there is no filter `{match[1]}`"), _nearest(
            match[1], filters
        )
    if isinstance(error, TemplateSyntaxError):
        return Text(
            f"templat tidak dapat dibaca ({said})", f"the template cannot be read ({said})"
        ), None
    said = f"{type(error).__name__}: {said}"
    return Text(
        f"templat tidak dapat dirender ({said})", f"the template cannot be rendered ({said})"
    ), None


def _unknown(error: UnknownName) -> Text:
    name = f"`{error.name}`"
    if error.holder is None:
        return Text(f"nama {name} tidak dikenal", f"the name {name} is not known")
    return Text(f"`{error.holder}` tidak memiliki {name}", f"`{error.holder}` has no {name}")


def _nearest(name: str, known: Iterable[str]) -> Text | None:
    close = nearest(name, known)
    if not close:
        return None
    return Text(
        indonesian=f"mungkin maksudnya {listing(close)}", english=f"did you mean {listing(close)}"
    )


def _place(error: Exception, rendered: str) -> tuple[str | None, int | None]:
    """The deepest line of a template; no file if a figure broke, which is a bug of ours."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or rendered, error.lineno
    found: tuple[str, int] | None = None
    traceback = error.__traceback__
    while traceback is not None:
        names = traceback.tb_frame.f_globals
        template = names.get("__jinja_template__")
        if isinstance(template, Template):
            line = template.get_corresponding_lineno(traceback.tb_lineno)
            found = template.name or rendered, line
        elif str(names.get("__name__")).startswith("smartplan.figures"):
            return None, None
        traceback = traceback.tb_next
    if found is None and not isinstance(error, TemplateError | UnicodeDecodeError):
        return None, None
    return found or (rendered, None)
