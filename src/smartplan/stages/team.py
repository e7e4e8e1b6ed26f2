"""Stage 1: who makes the plan and who carries it."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smartplan.stages.base import Item, Name, Ref, Sourced
from smartplan.stages.scalars import Count, Id, Plain, Prose, Title, When

AgencyRef = Annotated[str, Ref("agency")]
DimensionRef = Annotated[str, Ref("dimension")]
SectorRef = Annotated[str, Ref("sector")]


class Person(Sourced):
    """A person in an office."""

    name: Title = Field(description="Nama lengkap dengan gelar sebagaimana ditulis resmi.")
    office: Title | None = Field(default=None, description="Jabatan.")
    since: When | None = Field(default=None, description="Menjabat sejak.")
    until: When | None = Field(default=None, description="Menjabat sampai.")


class Agency(Sourced):
    """A perangkat daerah, or another public body that carries programs."""

    kind: ClassVar[str] = "agency"

    id: Id
    name: Title = Field(description="Nama lengkap perangkat daerah.")
    abbreviation: Title | None = Field(default=None, description="Singkatan yang lazim dipakai.")
    head: Person | None = Field(default=None, description="Kepala perangkat daerah.")
    affairs: tuple[Title, ...] = Field(
        default=(), description='Kode bidang urusan yang diampu, misalnya ["2.16", "2.21"].'
    )


class Decree(Sourced):
    """The decision that sets up a body."""

    number: Title | None = Field(default=None, description="Nomor keputusan.")
    date: When | None = Field(default=None, description="Tanggal keputusan.")
    about: Plain | None = Field(default=None, description="Tentang.")


class Member(Sourced):
    """A seat in a body."""

    named_by: ClassVar[Name | None] = Name(
        "member", ("name",), unless=("office", "agency", "role"), labels=(("role", "role"),)
    )

    name: Title | None = Field(default=None, description="Nama, bila diketahui.")
    office: Title = Field(description="Jabatan atau unsur yang diwakili.")
    agency: AgencyRef | None = Field(default=None, description="Perangkat daerah asal.")
    sector: SectorRef = Field(description="Unsur ekosistem: government, community, media, …")
    role: Literal["chair", "vice_chair", "steering", "secretary", "member", "coordinator"] = Field(
        description="Kedudukan dalam tim."
    )


class Body(Sourced):
    """A council, executive team, forum or task force."""

    kind: ClassVar[str] = "body"

    id: Id
    kind_: Annotated[str, Ref("body_kind")] = Field(
        alias="kind", description="council, executive_team, forum, atau task_force."
    )
    name: Title = Field(description="Nama badan, misalnya Dewan Smart City.")
    decree: Decree | None = Field(default=None, description="Keputusan pembentukan.")
    members: tuple[Member, ...] = Field(default=(), description="Susunan keanggotaan.")
    duties: tuple[Plain, ...] = Field(default=(), description="Tugas.")


class GroupInput(Sourced):
    """What a working group put forward."""

    kind_: Literal["potential", "flagship", "problem"] = Field(
        alias="kind", description="potential (potensi), flagship (unggulan), problem (masalah)."
    )
    text: Plain = Field(description="Isi usulan.")


class WorkingGroup(Sourced):
    """The agencies that think one dimension through."""

    named_by: ClassVar[Name | None] = Name("working_group", ("dimension",))

    dimension: DimensionRef = Field(description="Dimensi.")
    coordinator: AgencyRef | None = Field(default=None, description="Koordinator kelompok.")
    members: tuple[AgencyRef, ...] = Field(default=(), description="Anggota kelompok.")
    inputs: tuple[GroupInput, ...] = Field(default=(), description="Masukan kelompok.")


class Partner(Sourced):
    """An actor outside the regional government."""

    kind: ClassVar[str] = "partner"

    id: Id
    name: Title = Field(description="Nama mitra.")
    sector: SectorRef = Field(description="Unsur ekosistem.")


class Participants(Item):
    """Who came to a workshop."""

    count: Count | None = Field(default=None, description="Jumlah peserta.")
    groups: tuple[Plain, ...] = Field(default=(), description="Kelompok peserta.")


class Workshop(Sourced):
    """A bimtek, one of the four stages of guidance."""

    kind: ClassVar[str] = "workshop"
    title_field: ClassVar[str] = "title"

    id: Id
    stage: Annotated[str, Ref("workshop_stage")] = Field(description="Tahap bimtek: 1 sampai 4.")
    title: Title = Field(description="Nama kegiatan.")
    start: When = Field(description="Mulai.")
    end: When | None = Field(default=None, description="Selesai.")
    state: Literal["held", "planned"] = Field(default="held", description="held atau planned.")
    venue: Plain | None = Field(default=None, description="Tempat.")
    hosts: tuple[AgencyRef, ...] = Field(default=(), description="Tuan rumah.")
    facilitators: tuple[Person, ...] = Field(default=(), description="Narasumber.")
    participants: Participants | None = Field(default=None, description="Peserta.")
    outcomes: tuple[Prose, ...] = Field(default=(), description="Hasil.")
    decisions: tuple[Prose, ...] = Field(default=(), description="Keputusan.")


class Meeting(Sourced):
    """A meeting of a body."""

    named_by: ClassVar[Name | None] = Name(
        "meeting", ("date", "body", "topic"), unless=("agencies", "decisions")
    )

    date: When = Field(description="Tanggal.")
    body: Annotated[str, Ref("body")] | None = Field(default=None, description="Badan yang rapat.")
    agencies: tuple[AgencyRef, ...] = Field(default=(), description="Perangkat daerah yang hadir.")
    topic: Plain = Field(description="Pokok bahasan.")
    decisions: tuple[Prose, ...] = Field(default=(), description="Keputusan.")


class Agreement(Sourced):
    """A memorandum or a commitment."""

    kind: ClassVar[str] = "agreement"
    title_field: ClassVar[str] = "title"

    id: Id
    title: Title = Field(description="Judul.")
    number: Title | None = Field(default=None, description="Nomor.")
    date: When | None = Field(default=None, description="Tanggal.")
    parties: tuple[Plain, ...] = Field(default=(), description="Para pihak.")
    signed_by: tuple[Plain, ...] = Field(default=(), description="Penanda tangan.")


class Team(Item):
    """`team.yaml`"""

    agencies: tuple[Agency, ...] = Field(default=(), description="Perangkat daerah.")
    officials: tuple[Person, ...] = Field(
        default=(), description="Pejabat pada saat penyusunan: bupati, sekda, dan lain-lain."
    )
    bodies: tuple[Body, ...] = Field(default=(), description="Dewan, tim pelaksana, forum.")
    working_groups: tuple[WorkingGroup, ...] = Field(
        default=(), description="Kelompok kerja per dimensi."
    )
    partners: tuple[Partner, ...] = Field(
        default=(), description="Mitra di luar pemerintah daerah."
    )
    workshops: tuple[Workshop, ...] = Field(default=(), description="Bimbingan teknis.")
    meetings: tuple[Meeting, ...] = Field(default=(), description="Rapat.")
    agreements: tuple[Agreement, ...] = Field(default=(), description="Nota kesepakatan, komitmen.")
