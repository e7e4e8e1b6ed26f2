"""An edition of the method: everything that changes when the ministry changes it."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smartplan.stages.base import Item, Table
from smartplan.stages.scalars import Count, Integer, Number, Plain, Title, When, Year


class Named(Item):
    """A term of the framework, in both languages."""

    id: Title
    name: Title
    english: Title

    @property
    def title_text(self) -> str:
        return self.name


class SubDimension(Named):
    kind: ClassVar[str] = "sub_dimension"

    definition: Plain | None = None
    english_definition: Plain | None = None
    aliases: tuple[Title, ...] = ()


class Dimension(Named):
    kind: ClassVar[str] = "dimension"

    definition: Plain
    english_definition: Plain
    aliases: tuple[Title, ...] = ()
    sub_dimensions: tuple[SubDimension, ...] = ()


class RetiredDimension(Named):
    """A dimension of an earlier edition; without a kind, so that no plan can point to it."""

    definition: Plain
    aliases: tuple[Title, ...] = ()
    moved: Plain
    """Where its programs go."""


class Element(Named):
    kind: ClassVar[str] = "element"

    group: Title
    definition: Plain | None = None
    english_definition: Plain | None = None


class Family(Named):
    kind: ClassVar[str] = "family"


class Horizon(Named):
    kind: ClassVar[str] = "horizon"

    years: Count
    """Years from the start of the plan that the horizon reaches."""


class BodyKind(Named):
    kind: ClassVar[str] = "body_kind"


class Sector(Named):
    kind: ClassVar[str] = "sector"

    inside_government: Literal["true", "false"] = "false"


class Fund(Named):
    kind: ClassVar[str] = "fund"

    regional: Literal["true", "false", "unknown"] = "false"
    """Whether the money is the region's own budget (APBD); no one can tell of money whose source
    names no fund."""


class WorkshopStage(Named):
    kind: ClassVar[str] = "workshop_stage"

    yields: tuple[Plain, ...] = ()


class EvaluationSection(Named):
    kind: ClassVar[str] = "evaluation_section"

    asks: tuple[Plain, ...] = ()
    """What the instrument asks in this section."""


class EvaluationProfile(Named):
    kind: ClassVar[str] = "evaluation_profile"

    year: Year
    cohort: Title
    weights: Annotated[dict[str, Number], Table]
    source: Plain


class AchievementLevel(Item):
    from_: Number = Field(alias="from")
    label: Title
    english: Title


class QuickWinLimits(Item):
    warning_months: Integer
    error_months: Integer
    source: Plain


class Succession(Item):
    """A regulation that another has replaced or brought up to date; a chain is one entry a step."""

    kind_: Title = Field(alias="kind")
    number: Title
    year: Year
    issuer: Title | None = None
    """Set where the same kind, number and year name the regulations of several ministries."""
    how: Literal["replaced", "updated"] = "replaced"
    """An updated regulation stays in force beside its successor."""
    by: Title
    by_number: Title
    by_year: Year
    since: When
    """The successor counts for plans whose `as_of` is not before this."""
    source: Plain


class Affair(Item):
    """A field of government (bidang urusan) by the name that regulations give it."""

    code: Title
    name: Title


class Framework(Item):
    """One edition."""

    id: Title
    name: Title
    english: Title
    source: Plain
    dimensions: tuple[Dimension, ...]
    retired_dimensions: tuple[RetiredDimension, ...] = ()
    elements: tuple[Element, ...]
    groups: tuple[Named, ...]
    families: tuple[Family, ...]
    horizons: tuple[Horizon, ...]
    body_kinds: tuple[BodyKind, ...]
    sectors: tuple[Sector, ...]
    funds: tuple[Fund, ...]
    workshop_stages: tuple[WorkshopStage, ...]
    evaluation_sections: tuple[EvaluationSection, ...]
    evaluation_scale: Annotated[dict[str, Number], Table]
    evaluation_profiles: tuple[EvaluationProfile, ...]
    achievement: tuple[AchievementLevel, ...]
    achievement_source: Plain
    quick_win: QuickWinLimits
    affairs: tuple[Affair, ...] = ()
    """None where the codes of a plan go unchecked."""
    affairs_source: Plain | None = None
    successions: tuple[Succession, ...] = ()
