"""The folders templates come from: one given on the command line, then the package's own."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import FileSystemLoader

from smartplan.shipped import templates


@dataclass(frozen=True)
class Folders:
    """A file of the first folder stands in for the file of the same path in the second."""

    own: Path | None = None

    @cached_property
    def roots(self) -> tuple[Path, ...]:
        return (self.own, templates()) if self.own else (templates(),)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The paths of all templates, sorted; hidden and backup files are none."""
        found = {
            path.relative_to(root).as_posix()
            for root in self.roots
            for path in root.rglob("*")
            if path.is_file() and not path.name.startswith((".", "#")) and path.name[-1] != "~"
        }
        return tuple(sorted(found))

    def loader(self) -> FileSystemLoader:
        return FileSystemLoader(self.roots)

    def is_own(self, name: str) -> bool:
        return self.own is not None and (self.own / name).is_file()

    def shown(self, name: str) -> str:
        """A template's path as the person who called us knows it."""
        return (self.own / name).as_posix() if self.own and self.is_own(name) else name

    def read(self, name: str) -> bytes:
        """The first folder's file of this name."""
        for root in self.roots:
            if (root / name).is_file():
                return (root / name).read_bytes()
        raise FileNotFoundError(name)
