"""Stage 9: the state of the books and the law that adopts them."""

from typing import ClassVar, Literal

from pydantic import Field

from smartplan.stages.base import Item, Name, Sourced
from smartplan.stages.scalars import Plain, Prose, Title, When, Year
from smartplan.stages.theory import StageName


class BookState(Sourced):
    """How far a book is."""

    named_by: ClassVar[Name | None] = Name("book", ("book",), labels=(("book", "book"),))

    book: Title = Field(description="Buku: buku-1, buku-2, buku-3, buku-4.")
    state: Literal["draft", "review", "final"] = Field(description="draft, review, atau final.")
    version: Title | None = Field(default=None, description="Versi.")
    date: When | None = Field(default=None, description="Tanggal.")


class Legal(Sourced):
    """The instrument that adopts the masterplan."""

    kind_: Literal["perda", "perbup", "perwal", "pergub", "sk"] = Field(
        alias="kind", description="perda, perbup, perwal, pergub, atau sk."
    )
    number: Title = Field(description="Nomor.")
    year: Year = Field(description="Tahun.")
    title: Title = Field(description="Tentang.")
    date: When | None = Field(default=None, description="Tanggal penetapan.")


class Approval(Sourced):
    """Who approved what."""

    named_by: ClassVar[Name | None] = Name("approval", ("office", "what", "date"), unless=("name",))

    office: Title = Field(description="Jabatan.")
    name: Title | None = Field(default=None, description="Nama.")
    date: When | None = Field(default=None, description="Tanggal.")
    what: Plain = Field(description="Apa yang disetujui.")


class StageState(Sourced):
    """How far a stage is; findings in a draft weigh less."""

    named_by: ClassVar[Name | None] = Name("stage", ("stage",), labels=(("stage", "stage"),))

    stage: StageName = Field(description="Tahap: team, theory, readiness, vision, …")
    state: Literal["not_started", "draft", "review", "approved"] = Field(
        description="not_started, draft, review, atau approved."
    )
    date: When | None = Field(default=None, description="Tanggal keadaan ini.")


class Revision(Sourced):
    """A version of the plan."""

    version: Title = Field(description="Versi.")
    date: When = Field(description="Tanggal.")
    summary: Plain = Field(description="Ringkasan perubahan.")


class Preface(Sourced):
    """A kata pengantar."""

    title_field: ClassVar[str] = "office"
    named_by: ClassVar[Name | None] = Name("preface", ("office",), unless=("name", "text"))

    office: Title = Field(description="Jabatan penulis.")
    name: Title | None = Field(default=None, description="Nama penulis.")
    text: Prose = Field(description="Isi kata pengantar.")


class Document(Item):
    """`document.yaml`"""

    books: tuple[BookState, ...] = Field(default=(), description="Keadaan buku.")
    legal: Legal | None = Field(default=None, description="Peraturan yang menetapkan masterplan.")
    approvals: tuple[Approval, ...] = Field(default=(), description="Persetujuan.")
    stages: tuple[StageState, ...] = Field(default=(), description="Keadaan tiap tahap.")
    revisions: tuple[Revision, ...] = Field(default=(), description="Riwayat perubahan.")
    preface: tuple[Preface, ...] = Field(default=(), description="Kata pengantar.")
