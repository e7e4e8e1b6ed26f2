"""The search of the site: an index made by pagefind, read by a page of its own."""

import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from smartplan.language import Language, Text

PAGE, SCRIPT = "search.html", "assets/search.js"
_FOLDER = "pagefind"
_LEFT_OUT = ["nav", ".notes", ".csv", ".colophon"]
_READ_BY_PAGE = (".js", ".pf_meta", ".pf_index", ".pf_fragment", ".pagefind", ".json")
"""Files of the index itself; pagefind also writes widgets, which we do not use."""
_WIDGETS = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")


class NoSearch(Exception):  # noqa: N818 - a finding, not a fault of the program
    """Search was asked for and cannot be made."""

    def __init__(self, message: Text):
        self.message = message
        super().__init__(message.english)


def index(pages: Mapping[str, str], language: Language) -> dict[str, bytes]:
    """The files that the search page reads, by path."""
    if find_spec("pagefind") is None or find_spec("pagefind_bin") is None:
        raise NoSearch(
            Text(
                "`--search` memerlukan ekstra `site`; pasang `smartplan[site]`",
                "`--search` needs the extra `site`; install `smartplan[site]`",
            )
        )
    import asyncio  # with `--search` alone

    with tempfile.TemporaryDirectory(prefix="smartplan-") as folder:
        asyncio.run(_write(pages, language, folder))
        root = Path(folder)
        found = sorted(path for path in root.rglob("*") if path.is_file())
        return {
            f"{_FOLDER}/{path.relative_to(root).as_posix()}": path.read_bytes()
            for path in found
            if path.name.endswith(_READ_BY_PAGE) and not path.name.startswith(_WIDGETS)
        }


async def _write(pages: Mapping[str, str], language: Language, folder: str) -> None:
    """Pages go in by the order of their paths, so that the same pages give the same index."""
    # Only those who ask for search pay for it.
    from pagefind.index import IndexConfig
    from pagefind.service import PagefindService

    config = IndexConfig(
        root_selector="main",
        exclude_selectors=_LEFT_OUT,
        force_language=str(language),
        output_path=folder,
    )
    async with PagefindService() as service:
        made = await service.create_index(config=config)
        for path in sorted(pages):
            if path != PAGE:
                await made.add_html_file(content=pages[path], url=path)
        await made.write_files(output_path=folder)
