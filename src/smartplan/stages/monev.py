"""Stage 8: how progress is measured, and what was measured."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from smartplan.stages.base import Figure, Item, Name, Ref, Sourced, Table, exactly_one
from smartplan.stages.readiness import Value
from smartplan.stages.scalars import Count, Id, Integer, Number, Plain, Prose, Title, When, Year
from smartplan.stages.team import AgencyRef, DimensionRef


class Baseline(Figure):
    """Where an indicator started."""

    year: When | None = Field(default=None, description="Tahun data dasar.")
    value: Number | None = Field(default=None, description="Nilai data dasar.")
    missing: Plain | None = Field(default=None, description="Bila data dasar belum ada: alasannya.")


class Indicator(Sourced):
    """A measure with a baseline, targets and an owner."""

    kind: ClassVar[str] = "indicator"

    id: Id
    name: Title = Field(description="Nama indikator.")
    level: Literal["output", "outcome", "impact"] = Field(
        description="output (keluaran), outcome (hasil), impact (dampak)."
    )
    measures: tuple[Annotated[str, Ref("program|objective")], ...] = Field(
        default=(), description="Program atau sasaran yang diukur."
    )
    unit: Title = Field(description="Satuan.")
    formula: Literal[
        "rising", "falling", "rising_total", "falling_total", "percentage", "final_value"
    ] = Field(
        description="rising (makin tinggi makin baik), falling, percentage, final_value: nilai "
        "terakhir tahun itu; rising_total, falling_total: realisasi tahun itu dijumlahkan."
    )
    baseline: Baseline | None = Field(default=None, description="Data dasar.")
    targets: Annotated[dict[Year, Number], Table] = Field(
        default={}, description="Target per tahun, misalnya {2025: 70, 2026: 75}."
    )
    owner: AgencyRef | None = Field(default=None, description="Penanggung jawab data.")
    data_source: Plain | None = Field(default=None, description="Asal data.")
    frequency: Literal["monthly", "quarterly", "semester", "yearly"] = Field(
        default="yearly", description="monthly, quarterly, semester, atau yearly."
    )

    @property
    def direction(self) -> Literal["up", "down"] | None:
        """Where its targets are to go; a percentage and a final value may also stay."""
        if self.formula in ("rising", "rising_total"):
            return "up"
        return "down" if self.formula in ("falling", "falling_total") else None

    @property
    def is_total(self) -> bool:
        """Whether a year comes to the sum of what was measured in it, not to the last figure."""
        return self.formula in ("rising_total", "falling_total")


class Realisation(Figure):
    """What an indicator reached in a period: a number, a word, or a reason why there is none."""

    indicator: Annotated[str, Ref("indicator")] = Field(description="Indikator.")
    period: When = Field(description="Periode: 2024, 2024-S1, 2024-Q2, atau 2024-11.")
    value: Number | None = Field(default=None, description="Nilai.")
    text: Title | None = Field(default=None, description="Nilai berupa kata.")
    no_data: Plain | None = Field(default=None, description="Alasan belum ada data.")
    drivers: Plain | None = Field(default=None, description="Faktor pendorong.")
    obstacles: Plain | None = Field(default=None, description="Faktor penghambat.")

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        exactly_one(self, "value", "text", "no_data")
        return self


class ScheduleEntry(Sourced):
    """Who evaluates, and when."""

    what: Plain = Field(description="Apa yang dievaluasi.")
    when: Plain = Field(description="Kapan, misalnya tiap Juni.")
    who: tuple[AgencyRef, ...] = Field(default=(), description="Siapa.")


class AchievementClass(Item):
    """A class of the achievement scale."""

    named_by: ClassVar[Name | None] = Name("achievement_class", ("from_",))

    from_: Number = Field(alias="from", description="Mulai dari persen capaian.")
    label: Title = Field(description="Sebutan.")


class ItemScore(Item):
    """The score of one item of the instrument."""

    named_by: ClassVar[Name | None] = Name("item_score", ("section", "item"))

    section: Annotated[str, Ref("evaluation_section")] = Field(description="Bagian.")
    item: Title = Field(description="Butir.")
    score: Number = Field(description="Nilai 0 sampai 4.")


class Evaluation(Figure):
    """The outcome of a round of evaluation, by the ministry or one's own."""

    named_by: ClassVar[Name | None] = Name("evaluation", ("year", "round", "by"))

    year: Year = Field(description="Tahun evaluasi.")
    round: Integer | None = Field(default=None, description="Tahap 1 atau 2.")
    date: When | None = Field(default=None, description="Tanggal evaluasi.")
    published: When | None = Field(default=None, description="Tanggal hasil diumumkan.")
    by: Plain | None = Field(default=None, description="Siapa yang menilai.")
    cohort: Plain | None = Field(default=None, description="Kelompok peserta.")
    profile: Annotated[str, Ref("evaluation_profile")] | None = Field(
        default=None, description="Profil bobot dari kerangka."
    )
    sections: Annotated[dict[str, Number], Table] = Field(
        default={}, description="Nilai per bagian: {baseline: 3.6, output: 2.9}."
    )
    items: tuple[ItemScore, ...] = Field(default=(), description="Nilai per butir.")
    final: Number | None = Field(default=None, description="Nilai akhir.")
    rank: Count | None = Field(default=None, description="Peringkat.")
    improvement: Number | None = Field(default=None, description="Indeks peningkatan.")


class Survey(Sourced):
    """A survey of those who use the services."""

    kind: ClassVar[str] = "survey"

    id: Id
    name: Title = Field(description="Nama survei.")
    dimension: DimensionRef = Field(description="Dimensi.")
    date: When = Field(description="Waktu.")
    respondents: Count = Field(description="Jumlah responden.")
    panel: Title | None = Field(
        default=None, description="Kelompok responden; sama berarti orang yang sama."
    )
    method: Plain | None = Field(default=None, description="Cara.")
    results: tuple[Value, ...] = Field(default=(), description="Hasil.")


class Monev(Item):
    """`monev.yaml`"""

    indicators: tuple[Indicator, ...] = Field(default=(), description="Indikator.")
    realisations: tuple[Realisation, ...] = Field(default=(), description="Realisasi.")
    schedule: tuple[ScheduleEntry, ...] = Field(default=(), description="Jadwal evaluasi.")
    scale: tuple[AchievementClass, ...] = Field(default=(), description="Kelas capaian.")
    cap: Annotated[Number, Field(ge=100)] | None = Field(
        default=None,
        description="Capaian dihitung paling tinggi sekian persen; angka aslinya tetap tampil.",
    )
    evaluations: tuple[Evaluation, ...] = Field(default=(), description="Hasil evaluasi.")
    surveys: tuple[Survey, ...] = Field(default=(), description="Survei.")
    method: Prose | None = Field(default=None, description="Cara monitoring dan evaluasi.")
