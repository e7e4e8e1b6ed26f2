"""A new plan: a commented skeleton of every stage, written all at once or not at all."""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath
from textwrap import wrap

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from smartplan import __version__
from smartplan.json_schema import FILES, json_schema
from smartplan.regions import INVENTED, Region, RegionKind, find
from smartplan.shipped import templates
from smartplan.stages import MANIFEST, STAGES
from smartplan.stages.framework import Framework, Named

SCHEMAS = ".smartplan/schema"
"""Where editors find the schemas; the first line of each file names its own."""
HARMLESS = frozenset({".git"})
"""What a folder may hold already: nothing of it is ever written over."""
WIDTH = 100
EXAMPLE = "example"
"""The folder of the plan to learn with, beside the skeletons."""


@dataclass(frozen=True)
class Place:
    """The region as the skeletons speak of it."""

    region: Region

    @property
    def code(self) -> str:
        return self.region.code

    @property
    def kind(self) -> RegionKind:
        return self.region.kind

    @property
    def name(self) -> str:
        return self.region.short_name

    @property
    def full_name(self) -> str:
        return f"Provinsi {self.name}" if self.kind == "provinsi" else self.region.name

    @property
    def province(self) -> str:
        province = find(self.region.province)
        return province.name if province else self.name

    @property
    def head(self) -> str:
        return {"kabupaten": "Bupati", "kota": "Wali Kota", "provinsi": "Gubernur"}[self.kind]

    @property
    def regulation(self) -> str:
        """The kind of regulation the head of the region issues."""
        return {"kabupaten": "perbup", "kota": "perwal", "provinsi": "pergub"}[self.kind]


@dataclass(frozen=True)
class Beginning:
    """What a new plan knows from the start."""

    region: Region
    framework: Framework
    start: int
    end: int
    as_of: date
    title: str = ""
    source: str = ""
    """Where CI installs smartplan from, as pip takes it; empty where nobody knows."""

    @cached_property
    def place(self) -> Place:
        return Place(self.region)

    @property
    def names(self) -> dict[str, object]:
        """What the skeletons may name."""
        dimension = self.framework.dimensions[0]
        return {
            "title": self.title or f"Masterplan Kota Cerdas {self.place.full_name}",
            "region": self.place,
            "framework": self.framework,
            "dimension": dimension,
            "sub_dimension": next(iter(dimension.sub_dimensions), None),
            "start": self.start,
            "end": self.end,
            "as_of": self.as_of.isoformat(),
            "this_year": self.as_of.year,
            "past": min(self.start, self.as_of.year) - 1,
            "stages": (MANIFEST, *STAGES),
            "source": self.source,
            "version": __version__,
        }


def own_source() -> str:
    """Where this smartplan was installed from, as pip takes it; empty where that is not known."""
    try:
        return source_of(distribution("smartplan"))
    except PackageNotFoundError:
        return ""


def source_of(installed: Distribution) -> str:
    """The repository and the commit of an installation; empty if it is from elsewhere.

    Only an address that any machine can read, and that carries no name and no password.
    """
    try:
        told = json.loads(installed.read_text("direct_url.json") or "{}")
        url, commit = told["url"], told["vcs_info"]["commit_id"]
        known = _OPEN.fullmatch(url) and _COMMIT.fullmatch(commit)
    except (ValueError, KeyError, TypeError):
        return ""
    return f"git+{url}@{commit}" if known else ""


_OPEN = re.compile(r"https://[\w.-]+(:[0-9]+)?/[\w./~-]+", re.ASCII)
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


def skeleton(beginning: Beginning) -> dict[str, str]:
    """Every file of a new plan: its path below the folder, and its text."""
    environment = _environment()
    names = beginning.names
    files = {
        _path_of(name): _wrapped(environment.get_template(name).render(names))
        for name in environment.list_templates(extensions=["j2"])
    }
    for name in FILES:
        schema = json_schema(name, beginning.framework)
        files[f"{SCHEMAS}/{name}.json"] = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    return dict(sorted(files.items()))


def example(edition: Framework, source: str = "") -> dict[str, str]:
    """Every file of the plan to learn with: complete, tiny, and of a region that does not exist.

    What editors and CI need is that of any new plan; the plan itself and its README are its own.
    """
    period = range(2026, 2036)
    beginning = Beginning(
        INVENTED, edition, period[0], period[-1], date(2026, 6, 30), source=source
    )
    own = {path.name: path.read_text("utf-8") for path in sorted((templates() / EXAMPLE).iterdir())}
    return dict(sorted({**skeleton(beginning), **own}.items()))


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates() / "plan"),
        undefined=StrictUndefined,
        autoescape=False,  # YAML; text of the caller goes through `quoted`
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"quoted": _quoted, "prose": _prose, "terms": _terms}
    return environment


def _path_of(template: str) -> str:
    """`dot_vscode/settings.json.j2` is `.vscode/settings.json`: a real dot would act on us."""
    parts = PurePosixPath(template.removesuffix(".j2")).parts
    return "/".join(f".{p.removeprefix('dot_')}" if p.startswith("dot_") else p for p in parts)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _prose(text: str) -> str:
    """Text for a Markdown heading: nothing in it is markup."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>&#|" else letter for letter in text)


def _terms(terms: Iterable[Named]) -> str:
    return ", ".join(f"{term.id} ({term.name})" for term in terms)


def _wrapped(text: str) -> str:
    """Break long explanations; the names of a framework differ in length."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.startswith("## ") and len(line) > WIDTH:
            indent = " " * (len(line[2:]) - len(line[2:].lstrip()))
            prefix = f"##{indent}"
            lines.extend(
                wrap(line[2:].strip(), WIDTH, initial_indent=prefix, subsequent_indent=prefix)
            )
        else:
            lines.append(line)
    return "\n".join(lines)


def in_the_way(folder: Path) -> list[str]:
    """The names in a folder that a new plan will not be written beside, sorted."""
    if not folder.exists() and not folder.is_symlink():
        return []
    if not folder.is_dir():
        return [folder.name]
    return sorted(entry.name for entry in folder.iterdir() if entry.name not in HARMLESS)


def write(folder: Path, files: dict[str, str]) -> None:
    """Write a new plan: all of it, or nothing.

    An empty folder is filled rather than replaced, for a shell may stand in it.
    """
    beside = folder if folder.is_dir() else folder.parent
    staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".tmp", dir=beside))
    try:
        for name, text in files.items():
            path = staging / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        if beside is folder:
            _move(staging, folder)
            staging.rmdir()
        else:
            staging.chmod(0o755)
            staging.rename(folder)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def _move(staging: Path, folder: Path) -> None:
    """Move what was written into its folder; on failure, take back what was moved."""
    moved: list[Path] = []
    try:
        for entry in sorted(staging.iterdir()):
            target = folder / entry.name
            if os.path.lexists(target):
                raise FileExistsError(17, "File exists", str(target))
            entry.rename(target)
            moved.append(target)
    except BaseException:
        for target in moved:
            target.rename(staging / target.name)
        raise
