"""One numbering for all formats: chapters, sections, tables, footnotes, references between them."""

import pytest

from smartplan.book.blocks import Cited, Heading, Link, Prose, TableBlock
from smartplan.book.chapters import Draft
from smartplan.book.marks import Citation, CrossReference, Placed, token
from smartplan.book.markup import Written
from smartplan.book.numbering import Numbering
from smartplan.book.problems import TemplateProblem
from smartplan.figures.table import Cell, Column, Table, remark
from smartplan.language import Language, Text
from smartplan.plan import Plan


def table(id_: str, *texts: str, cell: Cell | None = None) -> Table:
    rows = tuple((Cell(text),) for text in texts)
    return Table(
        id=id_,
        caption=Text("Judul tabel", "Caption"),
        columns=(Column(Text("Kolom", "Column")),),
        rows=(*rows, (cell,)) if cell else rows,
        empty=Text("Belum ada isi.", "Nothing yet."),
    )


def draft(
    slug: str, text: str, *marks: object, numbered: bool = True, closed: bool = False
) -> Draft:
    tokens = {f"<{number}>": token(number) for number in range(len(marks))}
    for name, written in tokens.items():
        text = text.replace(name, written)
    return Draft(slug, slug, slug.title(), numbered, closed, text, tuple(marks))  # type: ignore[arg-type]


@pytest.fixture
def numbering(plan: Plan) -> Numbering:
    return Numbering(plan, Language.INDONESIAN)


def test_sections_and_tables_count_within_their_chapter(numbering: Numbering) -> None:
    first, second, appendix = numbering.chapters(
        [
            draft(
                "satu", "## A\n\n### B\n\n<0>\n\n### C\n\n#### D\n\n## E\n\n<1>", *_tables("a", "b")
            ),
            draft("dua", "## F\n\n<0>", *_tables("c")),
            draft("lampiran", "## G\n\n<0>\n<1>", *_tables("d", "e"), numbered=False),
        ]
    )
    assert [heading.number for heading in first.headings] == ["1.1", "1.1.1", "1.1.2", None, "1.2"]
    assert [block.number for block in first.tables] == ["1.1", "1.2"]
    assert [heading.number for heading in second.headings] == ["2.1"]
    assert [block.number for block in second.tables] == ["2.1"]
    assert [heading.number for heading in appendix.headings] == [None]
    assert [block.number for block in appendix.tables] == ["L.1", "L.2"]
    anchors = [block.anchor for block in first.blocks if not isinstance(block, Prose)]
    assert len(set(anchors)) == len(anchors)


def _tables(*ids: str) -> list[Placed]:
    return [Placed(table(id_, "isi")) for id_ in ids]


def test_a_reference_looks_ahead_and_back(numbering: Numbering) -> None:
    first, second = numbering.chapters(
        [
            draft("satu", "Lihat <0> dan <1>.", CrossReference("b"), CrossReference("dua")),
            draft("dua", "<0>\n\nLihat <1>.", *_tables("b"), CrossReference("satu")),
        ]
    )
    assert first.inlines == {0: Link("Tabel 2.1", "dua", "tabel-2-1"), 1: Link("Bab 2", "dua")}
    assert second.inlines == {1: Link("Bab 1", "satu")}


def test_an_empty_table_takes_no_number_and_is_referred_to_by_its_section(
    numbering: Numbering,
) -> None:
    (chapter,) = numbering.chapters(
        [draft("satu", "Lihat <0>.\n\n## A\n\n<1>\n<2>", CrossReference("a"), Placed(table("a")),
               Placed(table("b", "isi")))]
    )  # fmt: skip
    assert Prose("Belum ada isi.") in chapter.blocks
    assert [block.number for block in chapter.tables] == ["1.1"]
    assert chapter.inlines[0] == Link("Subbab 1.1", "satu", "bagian-1-1")


def test_footnotes_count_in_reading_order_and_are_shared(numbering: Numbering) -> None:
    sources = Citation(sources=("S1",))
    noted = Citation(sources=("S1",), notes=(Written("Catatan: a."),), bases=("proposal",))
    cited = Cell("isi", sources=("S1",), basis="derived", remarks=remark("Catatan", "Note", "b"))
    (chapter,) = numbering.chapters(
        [draft("satu", "Satu<0>.\n\n<1>\n\nDua<2>.", sources,
               Placed(table("a", cell=cited)), noted)]
    )  # fmt: skip
    assert [note.number for note in chapter.footnotes] == [1, 2, 3]
    assert [note.text.split(":")[0] for note in chapter.footnotes[1:]] == ["Catatan", "Catatan"]
    assert chapter.inlines == {0: Cited((1,)), 2: Cited((1, 3), ("proposal",))}
    (block,) = chapter.tables
    assert block.rows[0][0].cited == Cited((1, 2), ("derived",))


def test_a_source_is_cited_as_officials_do(numbering: Numbering) -> None:
    (chapter,) = numbering.chapters(
        [draft("satu", "a<0> b<1>", Citation(("S1",)), Citation(("S99",)))]
    )
    assert [note.text for note in chapter.footnotes] == [
        (
            "Dinas Komunikasi dan Informatika, *Laporan kabupaten*, 20 Juni 2025, "
            "dapat dilihat di Arsip Dinas Komunikasi dan Informatika."
        ),
        "Sumber S99 belum ada dalam daftar sumber.",
    ]


def test_an_unknown_reference_is_an_error_with_the_nearest_id(numbering: Numbering) -> None:
    drafts = [
        draft("satu", "<0>", CrossReference("tabel-programm")),
        draft("dua", "<0>", *_tables("tabel-program")),
    ]
    with pytest.raises(TemplateProblem) as caught:
        numbering.chapters(drafts)
    assert "mungkin maksudnya `tabel-program`" in caught.value.say(Language.INDONESIAN)


def test_a_reference_into_a_chapter_not_yet_shown_is_said_in_words(numbering: Numbering) -> None:
    first, _ = numbering.chapters(
        [draft("satu", "<0>", CrossReference("x")), draft("dua", "Belum.", closed=True)]
    )
    assert first.inlines == {0: Link("tabel yang belum tersedia")}


def test_blocks_come_in_reading_order(numbering: Numbering) -> None:
    (chapter,) = numbering.chapters(
        [draft("satu", "a\n\n\n\nb\n<0>\nc\n## D\n\n- e\n- f", *_tables("t"))]
    )
    assert [type(block) for block in chapter.blocks] == [Prose, TableBlock, Prose, Heading, Prose]
    assert [block.text for block in chapter.blocks if isinstance(block, Prose)] == [
        "a\n\nb",
        "c",
        "- e\n- f",
    ]
