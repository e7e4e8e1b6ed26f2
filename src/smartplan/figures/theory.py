"""What the plan stands on: law, concepts, terms and sources."""

from smartplan.figures.cells import NONE, count, either, heading, said, term, term_cell
from smartplan.figures.table import Cell, Table, stated
from smartplan.figures.wording import capitalised
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.references import Index
from smartplan.stages.framework import Dimension
from smartplan.stages.sources import Source
from smartplan.stages.theory import LegalBasis

_RANK = ("uu", "pp", "perpres", "permen", "kepmen", "perda", "pergub", "perbup", "perwal", "sk")
"""How regulations stand above each other, as a list of them is ordered."""


def law_name(plan: Plan, law: LegalBasis) -> str:
    """A regulation as it is cited: kind, issuer, number and year; a draft has no number yet."""
    kind = said(plan, "legal_kind", law.kind_)
    issued = f"{kind} {law.issuer}" if law.issuer else kind
    if law.status == "draft":
        return either(plan, f"Rancangan {issued}", f"Draft {issued}")
    return either(
        plan,
        f"{issued} Nomor {law.number} Tahun {law.year}",
        f"{issued} No. {law.number} of {law.year}",
    )


def laws(plan: Plan) -> tuple[LegalBasis, ...]:
    """The regulations from the highest down, the older first."""
    return tuple(
        sorted(plan.theory.legal_basis, key=lambda law: (_RANK.index(law.kind_), law.year))
    )


def law_table(plan: Plan) -> Table:
    """The regulations with what they oblige the plan to."""
    return Table(
        id="dasar-hukum",
        caption=Text("Dasar hukum", "Legal basis"),
        columns=(
            heading("Peraturan", "Regulation"),
            heading("Tentang", "On"),
            heading("Kewajiban bagi masterplan", "What it obliges the masterplan to"),
            heading("Status", "Status"),
        ),
        rows=tuple(
            (
                stated(law_name(plan, law), law),
                Cell(law.title),
                Cell(law.obliges or NONE.text),
                Cell(_standing(plan, law)),
            )
            for law in laws(plan)
        ),
        empty=Text(
            "Dasar hukum masterplan belum dicatat.",
            "The legal basis has not been recorded yet.",
        ),
        wide=True,
    )


def _standing(plan: Plan, law: LegalBasis) -> str:
    standing = said(plan, "legal_status", law.status)
    after = plan.find("legal_basis", law.superseded_by) if law.superseded_by else None
    if not isinstance(after, LegalBasis):
        return standing
    return either(
        plan, f"{standing} oleh {law_name(plan, after)}", f"{standing} by {law_name(plan, after)}"
    )


def superseded_laws(plan: Plan) -> tuple[LegalBasis, ...]:
    """The regulations that another has replaced."""
    return tuple(law for law in laws(plan) if law.status == "superseded")


def draft_laws(plan: Plan) -> tuple[LegalBasis, ...]:
    """The regulations that are not law yet."""
    return tuple(law for law in laws(plan) if law.status == "draft")


def concept_table(plan: Plan) -> Table:
    """The ideas, and the stages that use them."""
    return Table(
        id="konsep",
        caption=Text("Teori dan konsep", "Theories and concepts"),
        columns=(
            heading("Konsep", "Concept"),
            heading("Pencetus", "Author"),
            heading("Dipakai dalam", "Used in"),
        ),
        rows=tuple(
            (
                stated(concept.name, concept),
                Cell(
                    ", ".join(str(one) for one in (concept.author, concept.year) if one)
                    or NONE.text
                ),
                Cell(
                    "; ".join(said(plan, "stage", stage) for stage in concept.used_for) or NONE.text
                ),
            )
            for concept in plan.theory.concepts
        ),
        empty=Text(
            "Teori dan konsep yang dipakai belum dicatat.",
            "The theories and concepts have not been recorded yet.",
        ),
    )


def dimension_table(plan: Plan) -> Table:
    """The dimensions of the method with what they mean and their sub-dimensions."""
    return Table(
        id="dimensi",
        caption=Text("Dimensi dan subdimensi smart city", "Dimensions and sub-dimensions"),
        columns=(
            heading("Dimensi", "Dimension"),
            heading("Pengertian", "Meaning"),
            heading("Subdimensi", "Sub-dimensions"),
        ),
        rows=tuple(
            (
                term_cell(plan, "dimension", dimension.id),
                Cell(either(plan, dimension.definition, dimension.english_definition)),
                Cell(_sub_dimensions(plan, dimension)),
            )
            for dimension in plan.framework.dimensions
        ),
        empty=Text("Edisi metode ini tidak memiliki dimensi.", "This edition has no dimensions."),
    )


def _sub_dimensions(plan: Plan, dimension: Dimension) -> str:
    names = (term(plan, "sub_dimension", sub.id) for sub in dimension.sub_dimensions)
    return "; ".join(names) or NONE.text


def term_table(plan: Plan) -> Table:
    """The glossary in the order of the alphabet."""
    return Table(
        id="istilah",
        caption=Text("Daftar istilah", "Glossary"),
        columns=(heading("Istilah", "Term"), heading("Arti", "Meaning")),
        rows=tuple(
            (stated(entry.term, entry), Cell(entry.meaning))
            for entry in sorted(plan.theory.terms, key=lambda entry: entry.term.casefold())
        ),
        empty=Text("Daftar istilah belum disusun.", "No glossary has been drawn up yet."),
    )


def uncited_sources(plan: Plan) -> tuple[Source, ...]:
    """The sources on the list that nothing in the plan names."""
    return tuple(source for source in plan.sources.sources if not _is_cited(plan.index, source))


def _is_cited(index: Index, source: Source) -> bool:
    return index.is_used("source", source.id)


def confidence_table(plan: Plan) -> Table:
    """How many sources there are of each confidence."""
    marks: list[str] = [source.confidence for source in plan.sources.sources]
    classes = ("A", "B", "C") if marks else ()
    return Table(
        id="keandalan-sumber",
        caption=Text("Keandalan sumber", "Confidence of the sources"),
        columns=(
            heading("Keandalan", "Confidence", "center"),
            heading("Arti", "Meaning"),
            heading("Jumlah sumber", "Sources", "right"),
        ),
        rows=tuple(
            (
                Cell(mark),
                Cell(capitalised(said(plan, "confidence", mark))),
                count(plan, marks.count(mark)),
            )
            for mark in classes
        ),
        empty=Text("Sumber belum dicatat.", "No sources have been recorded yet."),
    )
