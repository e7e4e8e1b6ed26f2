"""A plan to its publication: which books, in which order, with what in front."""

import hashlib
import tomllib
from collections.abc import Callable, Iterable

import smartplan
from smartplan.book import words
from smartplan.book.blocks import Book, Fact, Publication
from smartplan.book.chapters import Chapters, Draft
from smartplan.book.folders import Folders
from smartplan.book.lists import with_lists
from smartplan.book.markup import Written, plain, prose, shortened
from smartplan.book.numbering import Numbering
from smartplan.book.problems import TemplateProblem
from smartplan.figures.document import region_text
from smartplan.figures.wording import spoken
from smartplan.language import Language, Text, day, label, number
from smartplan.nearest import listing
from smartplan.plan import Plan

_ABOUT = "_book.toml"
_MASTERPLAN = "buku-2"


class UnknownBook(Exception):  # noqa: N818 - a finding, not a fault of the program
    """A book that was asked for, but has no templates in the language."""

    def __init__(self, message: Text):
        self.message = message
        super().__init__(message.english)


def fingerprint(plan: Plan) -> str:
    """A hash of all that the plan's files say, whatever they are called and wherever they lie."""
    digest = hashlib.sha256()
    for stage in sorted(plan.files):
        for file in plan.files[stage]:
            digest.update(f"{stage}\0{len(file.text)}\0{file.text}".encode())
    return digest.hexdigest()


def available(folders: Folders, language: Language) -> tuple[str, ...]:
    """The books that have templates in this language."""
    names = (name.split("/") for name in folders.names)
    return tuple(
        parts[1] for parts in names if len(parts) == 3 and parts[::2] == [str(language), _ABOUT]
    )


def chosen(
    plan: Plan, folders: Folders, language: Language, wanted: Iterable[str]
) -> tuple[str, ...]:
    """The books asked for, else those of the manifest, else all; in the manifest's order."""
    there = available(folders, language)
    listed = tuple(dict.fromkeys(choice.template for choice in plan.manifest.books)) or there
    wanted = tuple(dict.fromkeys(wanted))
    for book in wanted or listed:
        if book not in there:
            raise UnknownBook(_not_there(book, there, language))
    if not there:
        raise UnknownBook(_not_there("", there, language))
    order = (*listed, *there)
    return tuple(sorted(wanted, key=order.index)) if wanted else listed


def _not_there(book: str, there: tuple[str, ...], language: Language) -> Text:
    tongue = label("language", language)
    if not there:
        return Text(
            f"belum ada templat buku dalam bahasa {tongue.indonesian}",
            f"there are no book templates in {tongue.english} yet",
        )
    return Text(
        f"tidak ada buku `{book}`; yang ada {listing(there)}",
        f"there is no book `{book}`; there is {listing(there)}",
    )


def publication(  # noqa: PLR0913 - one parameter per choice of the caller
    plan: Plan,
    folders: Folders,
    language: Language,
    books: Iterable[str],
    *,
    draft: bool,
    commit: str = "",
    checked: str = "",
    appended: tuple[Draft, ...] = (),
    progress: Callable[[str], None] = lambda _: None,
) -> Publication:
    """All books, each numbered on its own; what is appended ends the masterplan or the last."""
    chapters = Chapters(plan, folders, language)
    wanted, made = tuple(books), []
    for book in wanted:
        progress(book)
        ends_it = book == (_MASTERPLAN if _MASTERPLAN in wanted else wanted[-1])
        made.append(_book(plan, folders, chapters, book, appended if ends_it else ()))
    manifest = plan.manifest
    return Publication(
        language=language,
        title=manifest.title,
        region=region_text(plan),
        period=f"{manifest.period.start}–{manifest.period.end}",
        as_of=day(manifest.as_of, language),
        about=shortened(plain(prose(manifest.summary))) if manifest.summary else "",
        summary=prose(manifest.summary or ""),
        disclaimer=_disclaimer(plan, language),
        counts=_counts(plan, language),
        books=tuple(made),
        checked=checked,
        colophon=_colophon(plan, language, commit, checked),
        draft=draft,
    )


def _book(
    plan: Plan, folders: Folders, chapters: Chapters, id_: str, appended: tuple[Draft, ...]
) -> Book:
    about = _about(folders, f"{chapters.language}/{id_}/{_ABOUT}")
    titles = {choice.template: choice.title for choice in plan.manifest.books if choice.title}
    title = titles.get(id_, about["title"])
    drafts = (*chapters.of(id_, title), *appended)
    numbered = Numbering(plan, chapters.language).chapters(drafts)
    listed = tuple(with_lists(numbered, chapters.language))
    return Book(id_, title, about["short"], about["description"], listed)


def _disclaimer(plan: Plan, language: Language) -> Written:
    """What the plan says of its standing; a translation adds whose words it has not touched."""
    told = prose(plan.manifest.disclaimer or "")
    own = Language(plan.manifest.language)
    if own is language:
        return told
    name = label("language", own).say(language)
    quoted = Written.escape(words.QUOTED.say(language).format(language=name))
    return Written("\n\n").join(part for part in (told, quoted) if part)


def _about(folders: Folders, name: str) -> dict[str, str]:
    try:
        about = tomllib.loads(folders.read(name).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        said = Text(f"tidak dapat dibaca ({error})", f"cannot be read ({error})")
        raise TemplateProblem(folders.shown(name), None, said) from error
    for key in ("title", "short", "description"):
        if not isinstance(about.get(key), str):
            said = Text(f"belum memiliki `{key}`", f"has no `{key}`")
            raise TemplateProblem(folders.shown(name), None, said)
    return about


def _counts(plan: Plan, language: Language) -> tuple[Fact, ...]:
    """How much of the plan there is, for those who open it for the first time."""
    programs = plan.programs.programs
    quick_wins = sum(program.quick_win is not None for program in programs)
    counted = [
        ("program", len(programs)),
        ("quick_win", quick_wins),
        ("indicator", len(plan.monev.indicators)),
        ("agency", len(plan.team.agencies)),
        ("source", len(plan.sources.sources)),
    ]
    return tuple(
        Fact(label("kind" if count == 1 else "kinds", kind).say(language), number(count, language))
        for kind, count in counted
    )


def _colophon(plan: Plan, language: Language, commit: str, checked: str) -> tuple[Fact, ...]:
    manifest, framework = plan.manifest, plan.framework
    method = framework.name if language is Language.INDONESIAN else framework.english
    facts = [
        (words.REGION, region_text(plan)),
        (words.PROVINCE, manifest.region.province),
        (words.PERIOD, f"{manifest.period.start}–{manifest.period.end}"),
        (words.AS_OF, day(manifest.as_of, language)),
        (words.PUBLISHER, manifest.publisher or ""),
        (words.VERSION, _version(plan, language)),
        (words.METHOD, method),
        (words.CHECKED, checked),
        (words.COMMIT, commit[:12]),
        (words.FINGERPRINT, fingerprint(plan)[:12]),
        (words.MADE_WITH, f"smartplan {smartplan.__version__}"),
    ]
    return tuple(Fact(name.say(language), value) for name, value in facts if value)


def _version(plan: Plan, language: Language) -> str:
    if not plan.document.revisions:
        return ""
    last = max(plan.document.revisions, key=lambda revision: revision.date)
    return f"{last.version} ({spoken(last.date, language)})"
