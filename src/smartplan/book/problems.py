"""What is wrong with a template, in one line."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from jinja2 import Template, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from smartplan.book.folders import Folders
from smartplan.language import Language, Text
from smartplan.nearest import listing, nearest


class TemplateProblem(Exception):
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


class UnknownName(UndefinedError):
    """A name that a template used and nobody gave; `holder` is what was asked for it, if anything."""

    def __init__(self, name: str, known: tuple[str, ...], holder: str | None):
        self.name = name
        self.known = known
        self.holder = holder
        super().__init__(name)


@contextmanager
def explained(template: str, folders: Folders) -> Iterator[None]:
    """Turn what goes wrong in a template into a `TemplateProblem`; a bug of ours stays a bug."""
    try:
        yield
    except TemplateSyntaxError as error:
        raise _problem(folders, (error.name or template, error.lineno), _wording(error)) from error
    except UnicodeDecodeError as error:
        message = Text(indonesian="templat bukan UTF-8", english="the template is not UTF-8")
        raise _problem(folders, (template, None), message) from error
    except TemplateNotFound as error:
        place = _place(error, template) or (template, None)
        raise _problem(folders, place, *_absent(error, folders.names)) from error
    except UnknownName as error:
        place = _place(error, template) or (template, None)
        raise _problem(folders, place, *_unknown(error)) from error
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError) as error:
        place = _place(error, template)
        if place is None and not isinstance(error, TemplateError):
            raise
        raise _problem(folders, place or (template, None), _wording(error)) from error


_Place = tuple[str, int | None]


def _problem(
    folders: Folders, place: _Place, message: Text, suggestion: Text | None = None
) -> TemplateProblem:
    return TemplateProblem(folders.shown(place[0]), place[1], message, suggestion)


def _wording(error: Exception) -> Text:
    said = " ".join(str(error).split())
    if isinstance(error, TemplateSyntaxError):
        return Text(
            indonesian=f"templat tidak dapat dibaca ({said})",
            english=f"the template cannot be read ({said})",
        )
    return Text(
        indonesian=f"templat tidak dapat dirender ({type(error).__name__}: {said})",
        english=f"the template cannot be rendered ({type(error).__name__}: {said})",
    )


def _absent(error: TemplateNotFound, templates: Iterable[str]) -> tuple[Text, Text | None]:
    name = error.name or str(error)
    message = Text(
        indonesian=f"tidak ada templat `{name}`", english=f"there is no template `{name}`"
    )
    return message, _nearest(name, templates)


def _unknown(error: UnknownName) -> tuple[Text, Text | None]:
    name = f"`{error.name}`"
    if error.holder is None:
        message = Text(f"nama {name} tidak dikenal", f"the name {name} is not known")
    else:
        message = Text(
            indonesian=f"`{error.holder}` tidak memiliki {name}",
            english=f"`{error.holder}` has no {name}",
        )
    return message, _nearest(error.name, error.known)


def _nearest(name: str, known: Iterable[str]) -> Text | None:
    close = nearest(name, known)
    if not close:
        return None
    return Text(
        indonesian=f"mungkin maksudnya {listing(close)}", english=f"did you mean {listing(close)}"
    )


def _place(error: Exception, rendered: str) -> _Place | None:
    """The deepest line of a template, None if the error is a figure's and so a bug of ours."""
    found: _Place | None = None
    traceback = error.__traceback__
    while traceback is not None:
        names = traceback.tb_frame.f_globals
        template = names.get("__jinja_template__")
        if isinstance(template, Template):
            found = (template.name or rendered, template.get_corresponding_lineno(traceback.tb_lineno))
        elif str(names.get("__name__")).startswith("smartplan.figures"):
            return None
        traceback = traceback.tb_next
    return found
