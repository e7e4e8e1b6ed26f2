"""The rendered books once more, as the sources of a MkDocs site with the same pages and words.

Chapters are the Markdown that smartplan wrote for them. Pages that smartplan writes as HTML alone
(items, lists, covers) are turned into plain Markdown here: headings, paragraphs, lists, tables,
links. Pictures are left out, so that the peer has less to do, never more.
"""

from html.parser import HTMLParser
from pathlib import Path

_SETTINGS = """\
site_name: Rencana ukuran
docs_dir: docs
site_dir: site
theme: mkdocs
markdown_extensions: [footnotes]
"""
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_BLOCKS = {"p", "li", "caption", "dt", "dd", "summary", *_HEADINGS}
_CELLS = {"td", "th"}
_SILENT = {"svg", "script", "style"}


def write(rendered: Path, folder: Path) -> int:
    """A MkDocs project in `folder` of what lies in `rendered`; how many pages it has."""
    site, books = rendered / "html", rendered / "markdown"
    pages = sorted(site.rglob("*.html"))
    for page in pages:
        name = page.relative_to(site).with_suffix(".md")
        chapter = books / name
        target = folder / "docs" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        html = page.read_text("utf-8")
        target.write_text(
            chapter.read_text("utf-8") if chapter.is_file() else markdown(html), encoding="utf-8"
        )
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    return len(pages)


def markdown(html: str) -> str:
    """What the main part of a page says."""
    reader = _Reader()
    reader.feed(html.partition("<main")[2].partition(">")[2].partition("</main>")[0])
    reader.close()
    return "\n\n".join(reader.blocks) + "\n"


class _Reader(HTMLParser):
    """Gathers blocks of Markdown; a table is one block."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._text: list[str] = []
        self._rows: list[list[str]] = []
        self._silent = 0
        self._target = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "tr":
            self._rows.append([])
        elif tag == "a":
            self._target = _source(dict(attrs).get("href") or "")
            self._text.append("[")
        elif tag in _BLOCKS or tag in _CELLS:
            self._said()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1
        elif tag == "a":
            self._text.append(f"]({self._target})")
        elif tag in _CELLS:
            self._rows[-1].append(self._said().replace("|", r"\|"))
        elif tag == "table":
            self._table()
        elif tag in _BLOCKS and (said := self._said()):
            before = _HEADINGS.get(tag, "-" if tag == "li" else "")
            self.blocks.append(f"{before} {said}".strip())

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text.append(data)

    def _said(self) -> str:
        said = " ".join("".join(self._text).split())
        self._text = []
        return said

    def _table(self) -> None:
        width = max(map(len, self._rows))
        rows = [row + [""] * (width - len(row)) for row in self._rows]
        head = rows.pop(0) if len(rows) > 1 else [""] * width
        self.blocks.append("\n".join(map(_row, [head, ["---"] * width, *rows])))
        self._rows = []


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _source(target: str) -> str:
    """Links between pages lead to their Markdown."""
    page, mark, place = target.partition("#")
    return page.removesuffix(".html") + (".md" if page.endswith(".html") else "") + mark + place
