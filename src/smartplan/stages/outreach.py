"""Stage 10: telling people, and teaching them."""

from typing import ClassVar, Literal

from pydantic import Field

from smartplan.stages.base import Item, Sourced
from smartplan.stages.scalars import Count, Id, Plain, Title, When
from smartplan.stages.team import AgencyRef, DimensionRef, SectorRef


class OutreachActivity(Sourced):
    """A meeting, a course, a publication."""

    kind: ClassVar[str] = "outreach_activity"
    title_field: ClassVar[str] = "title"

    id: Id
    date: When = Field(description="Tanggal.")
    kind_: Literal["socialisation", "literacy", "publication", "training"] = Field(
        alias="kind", description="socialisation, literacy, publication, atau training."
    )
    title: Title = Field(description="Nama kegiatan.")
    state: Literal["held", "planned"] = Field(default="held", description="held atau planned.")
    audience: tuple[SectorRef, ...] = Field(default=(), description="Unsur yang dijangkau.")
    dimension: DimensionRef | None = Field(default=None, description="Dimensi.")
    channel: Plain | None = Field(default=None, description="Saluran.")
    reach: Count | None = Field(default=None, description="Jumlah orang yang dijangkau.")
    lead: AgencyRef | None = Field(default=None, description="Penanggung jawab.")
    materials: tuple[Plain, ...] = Field(default=(), description="Bahan.")


class Outreach(Item):
    """`outreach.yaml`"""

    activities: tuple[OutreachActivity, ...] = Field(default=(), description="Kegiatan.")
