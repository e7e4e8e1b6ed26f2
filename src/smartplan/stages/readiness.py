"""Stage 3: where the region stands."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from smartplan.stages.base import Figure, Item, Name, Ref, Sourced, exactly_one
from smartplan.stages.scalars import Id, Number, OneToFive, Plain, Prose, Title, When
from smartplan.stages.team import AgencyRef, DimensionRef

ProgramRef = Annotated[str, Ref("program")]


class Value(Figure):
    """One value of a series."""

    year: When = Field(description="Tahun atau saat pengukuran.")
    value: Number | None = Field(default=None, description="Nilai.")
    text: Title | None = Field(default=None, description="Nilai berupa kata, misalnya zona kuning.")

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        exactly_one(self, "value", "text")
        return self


class Statistic(Sourced):
    """A fact about the region in figures."""

    kind: ClassVar[str] = "statistic"

    id: Id
    topic: Title = Field(description="Pokok: wilayah, penduduk, ekonomi, keuangan, …")
    name: Title = Field(description="Nama data.")
    unit: Title | None = Field(default=None, description="Satuan.")
    values: tuple[Value, ...] = Field(description="Nilai per tahun, masing-masing dengan sumber.")


class Scale(Item):
    """What a score means."""

    min: Number = Field(description="Nilai terendah.")
    max: Number = Field(description="Nilai tertinggi.")
    meaning: Plain = Field(description="Arti skala dan asalnya.")


class ReadinessElement(Sourced):
    """One element of the readiness analysis."""

    named_by: ClassVar[Name | None] = Name("readiness_element", ("element",))

    element: Annotated[str, Ref("element")] = Field(description="Unsur kesiapan dari kerangka.")
    score: Number | None = Field(default=None, description="Nilai, hanya bersama skalanya.")
    scale: Scale | None = Field(default=None, description="Skala nilai.")
    finding: Prose = Field(description="Temuan.")
    strengths: tuple[Plain, ...] = Field(default=(), description="Kekuatan.")
    gap: Prose | None = Field(default=None, description="Kesenjangan.")
    follow_up: tuple[ProgramRef, ...] = Field(default=(), description="Program tindak lanjut.")


class InventoryItem(Sourced):
    """An application or facility that already exists."""

    kind: ClassVar[str] = "inventory_item"

    id: Id
    name: Title = Field(description="Nama.")
    kind_: Literal["application", "infrastructure", "service", "data"] = Field(
        alias="kind", description="application, infrastructure, service, atau data."
    )
    agency: AgencyRef | None = Field(default=None, description="Pemilik.")
    dimension: DimensionRef | None = Field(default=None, description="Dimensi.")
    since: When | None = Field(default=None, description="Sejak.")
    users: Plain | None = Field(default=None, description="Pemakai: angka dan keterangannya.")
    status: Literal["active", "inactive", "in_development", "unknown"] | None = Field(
        default=None, description="active, inactive, in_development, atau unknown."
    )
    description: Prose | None = Field(default=None, description="Uraian.")


class Issue(Sourced):
    """A strategic issue."""

    kind: ClassVar[str] = "issue"
    title_field: ClassVar[str] = "text"

    id: Id
    dimension: DimensionRef = Field(description="Dimensi.")
    text: Plain = Field(description="Isu strategis.")
    evidence: tuple[Annotated[str, Ref("statistic")], ...] = Field(
        default=(), description="Data profil yang menunjukkannya."
    )
    severity: OneToFive | None = Field(default=None, description="Bobot 1 sampai 5.")


class SwotEntry(Sourced):
    """One strength, weakness, opportunity or threat."""

    kind: ClassVar[str] = "swot_entry"
    title_field: ClassVar[str] = "text"

    id: Id
    text: Plain = Field(description="Isi.")
    issue: Annotated[str, Ref("issue")] | None = Field(default=None, description="Isu asalnya.")


class SwotStrategy(Sourced):
    """A strategy drawn from two quadrants."""

    kind: ClassVar[str] = "swot_strategy"
    title_field: ClassVar[str] = "text"

    id: Id
    kind_: Literal["SO", "WO", "ST", "WT"] = Field(alias="kind", description="SO, WO, ST, atau WT.")
    text: Plain = Field(description="Strategi.")
    combines: tuple[Annotated[str, Ref("swot_entry")], ...] = Field(
        default=(), description="Butir SWOT yang dipadukan."
    )


class Swot(Item):
    """The SWOT matrix of one dimension."""

    named_by: ClassVar[Name | None] = Name("swot", ("dimension",))

    dimension: DimensionRef = Field(description="Dimensi.")
    strengths: tuple[SwotEntry, ...] = Field(default=(), description="Kekuatan.")
    weaknesses: tuple[SwotEntry, ...] = Field(default=(), description="Kelemahan.")
    opportunities: tuple[SwotEntry, ...] = Field(default=(), description="Peluang.")
    threats: tuple[SwotEntry, ...] = Field(default=(), description="Ancaman.")
    strategies: tuple[SwotStrategy, ...] = Field(default=(), description="Strategi SO, WO, ST, WT.")


class Readiness(Item):
    """`readiness.yaml`"""

    profile: tuple[Statistic, ...] = Field(default=(), description="Daerah dalam angka.")
    elements: tuple[ReadinessElement, ...] = Field(default=(), description="Unsur kesiapan.")
    inventory: tuple[InventoryItem, ...] = Field(
        default=(), description="Aplikasi dan prasarana yang sudah ada."
    )
    issues: tuple[Issue, ...] = Field(default=(), description="Isu strategis.")
    swot: tuple[Swot, ...] = Field(default=(), description="Analisis SWOT per dimensi.")
