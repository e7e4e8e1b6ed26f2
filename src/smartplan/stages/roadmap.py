"""Stage 7: what happens when, and the money that may be spent."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smartplan.stages.base import Item, Name, Ref, Sourced
from smartplan.stages.programs import FundRef
from smartplan.stages.readiness import ProgramRef
from smartplan.stages.scalars import Id, Plain, Prose, Rupiah, Title, When, Year
from smartplan.stages.vision import HorizonRef


class Phase(Sourced):
    """A run of years with one focus."""

    kind: ClassVar[str] = "phase"

    id: Id
    name: Title = Field(description="Nama tahap.")
    horizon: HorizonRef = Field(description="short, medium, atau long.")
    start: Year = Field(description="Tahun pertama.")
    end: Year = Field(description="Tahun terakhir.")
    focus: Prose | None = Field(default=None, description="Fokus.")
    outcomes: tuple[Plain, ...] = Field(default=(), description="Hasil yang dituju.")


class Track(Sourced):
    """A strand of the road map: what one family of actions does."""

    named_by: ClassVar[Name | None] = Name("track", ("family",))

    family: Annotated[str, Ref("family")] = Field(description="Rumpun rencana aksi.")
    text: Prose = Field(description="Arah rumpun ini.")


class Milestone(Sourced):
    """A dated result of a program."""

    kind: ClassVar[str] = "milestone"
    title_field: ClassVar[str] = "text"

    id: Id
    program: ProgramRef | None = Field(default=None, description="Program.")
    phase: Annotated[str, Ref("phase")] | None = Field(default=None, description="Tahap.")
    due: When = Field(description="Jatuh tempo, misalnya 2025-06 atau 2025.")
    text: Plain = Field(description="Tonggak.")
    state: Literal["planned", "running", "done", "late", "cancelled"] = Field(
        default="planned", description="planned, running, done, late, atau cancelled."
    )
    evidence: Plain | None = Field(default=None, description="Bukti bila sudah tercapai.")


class Ceiling(Sourced):
    """The money that may be planned in a year."""

    named_by: ClassVar[Name | None] = Name("ceiling", ("year", "fund"))

    year: Year = Field(description="Tahun.")
    fund: FundRef | None = Field(default=None, description="Sumber dana; kosong berarti semua.")
    amount: Rupiah


class Roadmap(Item):
    """`roadmap.yaml`"""

    phases: tuple[Phase, ...] = Field(default=(), description="Tahapan.")
    tracks: tuple[Track, ...] = Field(default=(), description="Arah per rumpun rencana aksi.")
    milestones: tuple[Milestone, ...] = Field(default=(), description="Tonggak capaian.")
    ceilings: tuple[Ceiling, ...] = Field(default=(), description="Pagu per tahun.")
