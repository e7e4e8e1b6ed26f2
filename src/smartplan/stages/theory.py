"""Stage 2: the ideas and the law the plan stands on."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smartplan.stages.base import Item, Name, Ref, Sourced
from smartplan.stages.scalars import Id, Plain, Prose, Title, When, Year

StageName = Literal[
    "team", "theory", "readiness", "vision", "programs", "roadmap", "monev", "document", "outreach"
]


class Concept(Sourced):
    """A theory or model the plan uses."""

    kind: ClassVar[str] = "concept"

    id: Id
    name: Title = Field(description="Nama teori atau konsep.")
    author: Title | None = Field(default=None, description="Pencetus.")
    year: Year | None = Field(default=None, description="Tahun.")
    summary: Prose = Field(description="Isi pokok dalam kata-kata sendiri.")
    used_for: tuple[StageName, ...] = Field(
        default=(), description="Tahap yang memakainya: readiness, vision, programs, …"
    )


class Principle(Sourced):
    """A rule of conduct for the plan."""

    kind: ClassVar[str] = "principle"

    id: Id
    name: Title = Field(description="Nama prinsip.")
    text: Prose = Field(description="Isi prinsip.")


class LegalBasis(Sourced):
    """A regulation the plan cites."""

    kind: ClassVar[str] = "legal_basis"
    title_field: ClassVar[str] = "title"

    id: Id
    kind_: Literal[
        "uu", "pp", "perpres", "permen", "kepmen", "pergub", "perda", "perbup", "perwal", "sk"
    ] = Field(alias="kind", description="Jenis peraturan.")
    number: Title = Field(description="Nomor.")
    year: Year = Field(description="Tahun.")
    issuer: Title | None = Field(
        default=None, description="Penetap bila perlu disebut, misalnya Dalam Negeri."
    )
    title: Title = Field(description="Tentang.")
    obliges: Prose | None = Field(default=None, description="Apa yang diwajibkan bagi rencana ini.")
    status: Literal["in_force", "superseded", "draft"] = Field(
        default="in_force", description="in_force, superseded, atau draft."
    )
    superseded_by: Annotated[str, Ref("legal_basis")] | None = Field(
        default=None, description="Peraturan pengganti."
    )
    date: When | None = Field(default=None, description="Tanggal penetapan.")


class Term(Sourced):
    """A word of the plan's glossary."""

    named_by: ClassVar[Name | None] = Name("term", ("term",))

    term: Title = Field(description="Istilah.")
    meaning: Plain = Field(description="Arti.")


class Theory(Item):
    """`theory.yaml`"""

    concepts: tuple[Concept, ...] = Field(default=(), description="Teori dan konsep.")
    principles: tuple[Principle, ...] = Field(default=(), description="Prinsip.")
    legal_basis: tuple[LegalBasis, ...] = Field(default=(), description="Dasar hukum.")
    terms: tuple[Term, ...] = Field(default=(), description="Daftar istilah.")
