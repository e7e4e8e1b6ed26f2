"""The state of the books and the stages, and the law that adopts the plan."""

from smartplan.figures.cells import NONE, either, heading, said, when
from smartplan.figures.table import Cell, Table, stated
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages.document import Revision, StageState


def legal_text(plan: Plan) -> str:
    """The instrument that adopts the plan as law writes it; empty where there is none."""
    legal = plan.document.legal
    if legal is None:
        return ""
    name = f"{said(plan, 'legal_kind', legal.kind_)}{_place(plan, legal.kind_)}"
    return either(
        plan,
        f"{name} Nomor {legal.number} Tahun {legal.year} tentang {legal.title}",
        f"{name} No. {legal.number} of {legal.year} on {legal.title}",
    )


def _place(plan: Plan, kind: str) -> str:
    region = plan.manifest.region
    if kind == "perda":
        return either(plan, f" {region_text(plan)}", f" of {region_text(plan)}")
    place = {"perbup": region.name, "perwal": region.name, "pergub": region.province}.get(kind)
    return either(plan, f" {place}", f" of {place}") if place else ""


def region_text(plan: Plan) -> str:
    """The region with its kind: Kabupaten Buleleng, Buleleng Regency."""
    region = plan.manifest.region
    kind = said(plan, "region_kind", region.kind_)
    return either(plan, f"{kind} {region.name}", f"{region.name} {kind}")


def revisions(plan: Plan) -> tuple[Revision, ...]:
    return tuple(sorted(plan.document.revisions, key=lambda revision: revision.date))


def unapproved_stages(plan: Plan) -> tuple[StageState, ...]:
    return tuple(stage for stage in plan.document.stages if stage.state != "approved")


def stage_state_table(plan: Plan) -> Table:
    """How far each stage is."""
    return Table(
        id="keadaan-tahap",
        caption=Text("Keadaan tiap tahap penyusunan", "State of each stage"),
        columns=(
            heading("Tahap", "Stage"),
            heading("Keadaan", "State"),
            heading("Tanggal", "Date"),
        ),
        rows=tuple(
            (
                stated(said(plan, "stage", stage.stage), stage),
                Cell(said(plan, "stage_state", stage.state)),
                Cell(when(plan, stage.date)),
            )
            for stage in plan.document.stages
        ),
        empty=Text("Keadaan tahap belum dicatat.", "The state of the stages is not recorded yet."),
    )


def book_state_table(plan: Plan) -> Table:
    """How far each book is."""
    return Table(
        id="keadaan-buku",
        caption=Text("Keadaan buku", "State of the books"),
        columns=(
            heading("Buku", "Book"),
            heading("Keadaan", "State"),
            heading("Versi", "Version"),
            heading("Tanggal", "Date"),
        ),
        rows=tuple(
            (
                stated(book.book, book),
                Cell(said(plan, "book_state", book.state)),
                Cell(book.version or NONE.text),
                Cell(when(plan, book.date)),
            )
            for book in plan.document.books
        ),
        empty=Text("Keadaan buku belum dicatat.", "The state of the books is not recorded yet."),
    )


def approval_table(plan: Plan) -> Table:
    """Who approved what."""
    return Table(
        id="persetujuan",
        caption=Text("Persetujuan", "Approvals"),
        columns=(
            heading("Jabatan", "Office"),
            heading("Nama", "Name"),
            heading("Yang disetujui", "What"),
            heading("Tanggal", "Date"),
        ),
        rows=tuple(
            (
                stated(approval.office, approval),
                Cell(approval.name or NONE.text),
                Cell(approval.what),
                Cell(when(plan, approval.date)),
            )
            for approval in plan.document.approvals
        ),
        empty=Text("Belum ada persetujuan yang dicatat.", "No approval has been recorded yet."),
    )


def revision_table(plan: Plan) -> Table:
    """The versions of the plan."""
    return Table(
        id="riwayat",
        caption=Text("Riwayat perubahan", "Revisions"),
        columns=(
            heading("Versi", "Version"),
            heading("Tanggal", "Date"),
            heading("Ringkasan perubahan", "Summary"),
        ),
        rows=tuple(
            (
                stated(revision.version, revision),
                Cell(when(plan, revision.date)),
                Cell(revision.summary),
            )
            for revision in revisions(plan)
        ),
        empty=Text("Belum ada perubahan yang dicatat.", "No revision has been recorded yet."),
    )
