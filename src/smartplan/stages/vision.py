"""Stage 4: where the region wants to go, and whose plan says so."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smartplan.stages.base import Item, Ref, Sourced
from smartplan.stages.manifest import Period
from smartplan.stages.scalars import Id, Plain, Prose, Title
from smartplan.stages.team import DimensionRef

SubDimensionRef = Annotated[str, Ref("sub_dimension")]
HorizonRef = Annotated[str, Ref("horizon")]
ObjectiveRef = Annotated[str, Ref("objective")]
GoalRef = Annotated[str, Ref("goal")]


class AlignedMission(Sourced):
    """A mission, aim or priority of a plan above."""

    kind: ClassVar[str] = "aligned_mission"
    title_field: ClassVar[str] = "text"

    id: Id
    text: Plain = Field(description="Misi, tujuan, atau prioritas sebagaimana dokumennya.")


class Alignment(Sourced):
    """A plan above this one."""

    kind: ClassVar[str] = "alignment"
    title_field: ClassVar[str] = "title"

    id: Id
    kind_: Literal["rpjpd", "rpjmd", "rpd", "rkpd", "rtrw", "spbe", "rpjmn", "sdg", "other"] = (
        Field(
            alias="kind", description="Jenis dokumen: rpjpd, rpjmd, rpd, rtrw, spbe, rpjmn, sdg, …"
        )
    )
    title: Title = Field(description="Judul dokumen.")
    period: Period | None = Field(default=None, description="Jangka waktu dokumen.")
    legal: Plain | None = Field(default=None, description="Dasar penetapannya.")
    vision: Prose | None = Field(default=None, description="Visi dokumen itu.")
    missions: tuple[AlignedMission, ...] = Field(default=(), description="Misi dokumen itu.")
    indicators: tuple[Plain, ...] = Field(default=(), description="Indikator yang terkait.")


class VisionStatement(Sourced):
    """The vision of the smart city."""

    statement: Plain = Field(description="Pernyataan visi.")
    explanation: Prose | None = Field(default=None, description="Penjelasan visi.")


class Mission(Sourced):
    """What the region sets out to do."""

    kind: ClassVar[str] = "mission"
    title_field: ClassVar[str] = "text"

    id: Id
    text: Plain = Field(description="Misi.")
    supports: tuple[Annotated[str, Ref("aligned_mission")], ...] = Field(
        default=(), description="Misi RPJPD/RPJMD/RPD yang didukung."
    )


class Goal(Sourced):
    """A tujuan."""

    kind: ClassVar[str] = "goal"
    title_field: ClassVar[str] = "text"

    id: Id
    mission: Annotated[str, Ref("mission")] = Field(description="Misi yang dilayani.")
    text: Plain = Field(description="Tujuan.")


class Objective(Sourced):
    """A sasaran."""

    kind: ClassVar[str] = "objective"
    title_field: ClassVar[str] = "text"

    id: Id
    goal: GoalRef = Field(description="Tujuan yang dilayani.")
    dimension: DimensionRef = Field(description="Dimensi.")
    text: Plain = Field(description="Sasaran.")


class Strategy(Sourced):
    """How a dimension will move."""

    kind: ClassVar[str] = "strategy"
    title_field: ClassVar[str] = "text"

    id: Id
    dimension: DimensionRef = Field(description="Dimensi.")
    sub_dimension: SubDimensionRef | None = Field(default=None, description="Subdimensi.")
    text: Plain = Field(description="Strategi.")
    objectives: tuple[ObjectiveRef, ...] = Field(default=(), description="Sasaran yang dilayani.")
    takes_up: tuple[Annotated[str, Ref("swot_strategy")], ...] = Field(
        default=(), description="Strategi SWOT yang diangkat."
    )


class Policy(Sourced):
    """An arah kebijakan."""

    kind: ClassVar[str] = "policy"
    title_field: ClassVar[str] = "text"

    id: Id
    objective: ObjectiveRef = Field(description="Sasaran yang dilayani.")
    horizon: HorizonRef | None = Field(default=None, description="short, medium, atau long.")
    text: Plain = Field(description="Arah kebijakan.")


class Vision(Item):
    """`vision.yaml`"""

    alignment: tuple[Alignment, ...] = Field(
        default=(), description="Dokumen perencanaan di atas rencana ini."
    )
    vision: VisionStatement | None = Field(default=None, description="Visi smart city.")
    missions: tuple[Mission, ...] = Field(default=(), description="Misi.")
    goals: tuple[Goal, ...] = Field(default=(), description="Tujuan.")
    objectives: tuple[Objective, ...] = Field(default=(), description="Sasaran.")
    strategies: tuple[Strategy, ...] = Field(default=(), description="Strategi.")
    policies: tuple[Policy, ...] = Field(default=(), description="Arah kebijakan.")
