"""Stages 5 and 6: the programs that carry the vision out, and the quick wins among them."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smartplan.stages.base import Figure, Item, Name, Ref, Sourced
from smartplan.stages.readiness import ProgramRef
from smartplan.stages.scalars import (
    Id,
    Nomenclature,
    OneToFive,
    Percent,
    Plain,
    Prose,
    Rupiah,
    Title,
    When,
    Year,
)
from smartplan.stages.team import AgencyRef, DimensionRef
from smartplan.stages.vision import HorizonRef, ObjectiveRef, SubDimensionRef

FundRef = Annotated[str, Ref("fund")]


class Activity(Sourced):
    """A step of a program."""

    kind: ClassVar[str] = "activity"

    id: Id
    name: Title = Field(description="Nama kegiatan.")
    years: tuple[Year, ...] = Field(default=(), description="Tahun pelaksanaan.")
    output: Plain | None = Field(default=None, description="Keluaran.")


class BudgetLine(Figure):
    """Money of one year from one fund."""

    named_by: ClassVar[Name | None] = Name(
        "budget_line",
        ("year", "fund", "kind_"),
        unless=("note",),
        labels=(("kind_", "budget_kind"),),
    )

    year: Year = Field(description="Tahun anggaran.")
    amount: Rupiah
    fund: FundRef = Field(
        description="Sumber dana: apbd, apbn, dak, bkk, csr, kpbu, …; unstated bila sumber tidak "
        "menyebutnya."
    )
    kind_: Literal["planned", "realised", "estimate"] = Field(
        alias="kind", description="planned (rencana), realised (realisasi), estimate (perkiraan)."
    )


class Progress(Sourced):
    """How far a program was in a year."""

    named_by: ClassVar[Name | None] = Name("progress", ("year",))

    year: When = Field(description="Tahun atau bulan keadaan.")
    state: Literal["planned", "running", "done", "stopped", "merged"] = Field(
        description="planned, running, done, stopped, atau merged."
    )
    percent: Percent | None = Field(default=None, description="Kemajuan dalam persen.")


class Risk(Sourced):
    """What may go wrong."""

    kind: ClassVar[str] = "risk"
    title_field: ClassVar[str] = "text"

    id: Id
    text: Plain = Field(description="Risiko.")
    likelihood: OneToFive = Field(description="Kemungkinan 1 sampai 5.")
    impact: OneToFive = Field(description="Dampak 1 sampai 5.")
    mitigation: Prose | None = Field(default=None, description="Mitigasi.")
    owner: AgencyRef | None = Field(default=None, description="Penanggung jawab risiko.")


class QuickWin(Sourced):
    """What makes a program a quick win."""

    is_choice: ClassVar[bool] = True

    start: When | None = Field(default=None, description="Mulai.")
    end: When | None = Field(default=None, description="Selesai; paling lama 12 bulan.")
    leverage: Prose | None = Field(default=None, description="Daya ungkit.")
    beneficiaries: Prose | None = Field(default=None, description="Penerima manfaat.")
    before: Prose | None = Field(default=None, description="Keadaan sebelum.")
    after: Prose | None = Field(default=None, description="Keadaan sesudah.")
    novelty: Prose | None = Field(default=None, description="Keunikan.")
    resources: Prose | None = Field(default=None, description="Sumber daya.")
    continuity: Prose | None = Field(default=None, description="Rencana keberlanjutan.")
    expansion: Prose | None = Field(default=None, description="Rencana pengembangan.")
    percent: Percent | None = Field(default=None, description="Kemajuan dalam persen.")


class Program(Sourced):
    """One program, led by one agency, serving one dimension."""

    kind: ClassVar[str] = "program"
    is_choice: ClassVar[bool] = True

    id: Id
    name: Title = Field(description="Nama program.")
    description: Prose | None = Field(default=None, description="Uraian program.")
    dimension: DimensionRef = Field(description="Dimensi.")
    sub_dimension: SubDimensionRef | None = Field(default=None, description="Subdimensi.")
    family: Annotated[str, Ref("family")] | None = Field(
        default=None, description="Rumpun rencana aksi: policy, people, infrastructure, …"
    )
    horizon: HorizonRef | None = Field(default=None, description="short, medium, atau long.")
    objectives: tuple[ObjectiveRef, ...] = Field(default=(), description="Sasaran yang dilayani.")
    strategies: tuple[Annotated[str, Ref("strategy")], ...] = Field(
        default=(), description="Strategi yang dijalankan."
    )
    policies: tuple[Annotated[str, Ref("policy")], ...] = Field(
        default=(), description="Arah kebijakan yang dijalankan."
    )
    issues: tuple[Annotated[str, Ref("issue")], ...] = Field(
        default=(), description="Isu strategis yang dijawab."
    )
    lead: AgencyRef | None = Field(default=None, description="Perangkat daerah penanggung jawab.")
    support: tuple[AgencyRef, ...] = Field(default=(), description="Perangkat daerah pendukung.")
    partners: tuple[Annotated[str, Ref("partner")], ...] = Field(default=(), description="Mitra.")
    location: Plain | None = Field(default=None, description="Lokasi.")
    start: Year | None = Field(default=None, description="Tahun mulai dalam rencana.")
    end: Year | None = Field(default=None, description="Tahun selesai.")
    depends_on: tuple[ProgramRef, ...] = Field(
        default=(), description="Program yang harus selesai lebih dahulu."
    )
    nomenclature: tuple[Nomenclature, ...] = Field(
        default=(), description='Kode Permendagri 90/2019, misalnya ["2.16.03.2.02.0035"].'
    )
    activities: tuple[Activity, ...] = Field(default=(), description="Kegiatan.")
    budget: tuple[BudgetLine, ...] = Field(default=(), description="Anggaran per tahun.")
    progress: tuple[Progress, ...] = Field(default=(), description="Kemajuan per tahun.")
    risks: tuple[Risk, ...] = Field(default=(), description="Risiko.")
    quick_win: QuickWin | None = Field(default=None, description="Isi bila program ini quick win.")
    names: tuple[Title, ...] = Field(default=(), description="Nama yang pernah dipakai.")


class Programs(Item):
    """`programs.yaml`"""

    programs: tuple[Program, ...] = Field(default=(), description="Daftar program.")
