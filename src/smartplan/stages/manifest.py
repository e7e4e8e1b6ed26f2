"""The manifest: which region, which years, which edition of the method."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from smartplan.stages.base import Item, Name, Table
from smartplan.stages.scalars import Day, Id, Integer, Plain, Prose, RegionCode, Title, Year, refuse


class Region(Item):
    """The regency, city or province the plan is for."""

    code: RegionCode = Field(description='Kode wilayah Kemendagri, misalnya "51.08".')
    name: Title = Field(description="Nama tanpa kata Kabupaten atau Kota, misalnya Buleleng.")
    kind_: Literal["kabupaten", "kota", "provinsi"] = Field(
        alias="kind", description="kabupaten, kota, atau provinsi."
    )
    province: Title = Field(description="Nama provinsi, misalnya Bali.")


class Period(Item):
    """The first and the last year of the plan."""

    start: Year = Field(description="Tahun pertama masterplan.")
    end: Year = Field(description="Tahun terakhir masterplan.")

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.end < self.start:
            raise refuse("SCH023", start=str(self.start), end=str(self.end))
        return self


BOOKS = ("buku-1", "buku-2", "buku-3", "buku-4")
"""The books whose templates ship with smartplan."""


class BookChoice(Item):
    """A book the plan wants rendered."""

    named_by: ClassVar[Name | None] = Name("book", ("template",), labels=(("template", "book"),))

    template: Title = Field(description="Folder templat buku: buku-1, buku-2, buku-3, buku-4.")
    title: Title | None = Field(default=None, description="Judul buku bila lain dari bawaan.")


class Brand(Item):
    """What the site shows of the region's own look."""

    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")] | None = Field(
        default=None, description='Satu warna daerah, misalnya "#0b4f5c".'
    )
    logo: (
        Annotated[
            str,
            StringConstraints(
                max_length=100,
                pattern=r"^([A-Za-z0-9][A-Za-z0-9._-]*/)?[A-Za-z0-9][A-Za-z0-9._-]*"
                r"\.(svg|png|jpg|jpeg|webp)$",
            ),
        ]
        | None
    ) = Field(
        default=None,
        description="Berkas logo di dalam folder rencana, misalnya logo.svg; paling besar 1 MB.",
    )


Level = Literal["error", "warning", "note"]


class RuleChoices(Item):
    """Which rules the plan sets aside or weighs differently."""

    ignore: tuple[Title, ...] = Field(
        default=(), description="Kode atau awalan kode yang tidak diperiksa, misalnya [TEA012]."
    )
    severity: Annotated[dict[str, Level], Table] = Field(
        default={}, description="Bobot lain per kode, misalnya {PRG007: note}."
    )


class Assertion(Item):
    """Something the plan's authors want to hold."""

    named_by: ClassVar[Name | None] = Name("assertion", ("id",))

    id: Id | None = Field(default=None, description="Tanda pengenal, bila perlu dirujuk.")
    name: Title = Field(description="Yang dinyatakan, sebagai kalimat.")
    that: Plain = Field(
        description="Pernyataannya, misalnya `count(programs where dimension = economy) >= 3`."
    )
    severity: Level = Field(default="warning", description="error, warning, atau note.")
    why: Prose | None = Field(default=None, description="Alasan atau dasar kesepakatannya.")


class Manifest(Item):
    """`smartplan.yaml`"""

    title_field: ClassVar[str] = "title"

    smartplan: Integer = Field(description="Versi format rencana; sekarang 1.")
    title: Title = Field(description="Judul masterplan.")
    region: Region = Field(description="Daerah yang menyusun masterplan.")
    period: Period = Field(description="Jangka waktu masterplan.")
    language: Literal["id", "en"] = Field(default="id", description="Bahasa rencana: id atau en.")
    framework: Title = Field(
        default="kominfo-2021",
        description="Edisi metode: kominfo-2021, kota-cerdas-2026-draft, atau berkas sendiri.",
    )
    as_of: Day = Field(description="Tanggal keadaan rencana; terlambat dan lewat dihitung darinya.")
    summary: Prose | None = Field(default=None, description="Ringkasan rencana dalam satu alinea.")
    disclaimer: Prose | None = Field(
        default=None, description="Keterangan tentang kedudukan dokumen, dicetak di depan buku."
    )
    publisher: Plain | None = Field(default=None, description="Siapa yang menerbitkan.")
    books: tuple[BookChoice, ...] = Field(
        default=(), description="Buku yang dicetak, berurutan; bawaan empat buku klasik."
    )
    brand: Brand | None = Field(default=None, description="Warna dan logo daerah pada situs.")
    rules: RuleChoices | None = Field(default=None, description="Pilihan atas aturan pemeriksaan.")
    assertions: tuple[Assertion, ...] = Field(
        default=(), description="Pernyataan rencana sendiri yang ikut diperiksa."
    )
