"""The plan: all stages, the edition of the method they follow, and the index over both."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, TypeVar

from smartplan.diagnostics import File
from smartplan.language import Language
from smartplan.references import Index
from smartplan.stages.base import Item
from smartplan.stages.document import Document
from smartplan.stages.framework import Framework
from smartplan.stages.manifest import Manifest
from smartplan.stages.monev import Monev
from smartplan.stages.outreach import Outreach
from smartplan.stages.programs import Programs
from smartplan.stages.readiness import Readiness
from smartplan.stages.roadmap import Roadmap
from smartplan.stages.sources import Sources
from smartplan.stages.team import Team
from smartplan.stages.theory import Theory
from smartplan.stages.vision import Vision

Figure = TypeVar("Figure")


@dataclass(frozen=True)
class Plan:
    """A plan as far as it could be read; an absent stage is an empty one."""

    folder: Path
    manifest: Manifest
    framework: Framework
    team: Team
    theory: Theory
    readiness: Readiness
    vision: Vision
    programs: Programs
    roadmap: Roadmap
    monev: Monev
    document: Document
    outreach: Outreach
    sources: Sources
    index: Index = field(repr=False)
    files: Mapping[str, tuple[File, ...]] = field(repr=False)
    """The files of each stage that is there, the manifest's under `smartplan`."""
    unsound: frozenset[str] = frozenset()
    """Stages of which something had to be left out."""
    hollow: frozenset[str] = frozenset()
    """Stages whose files hold nothing yet: they count as not there."""
    bare: bool = False
    """Whether the folder is a copy without the plan's images."""
    shown_in: Language | None = None
    """The language that figures and books speak, where it is not the plan's own."""
    worked_out: dict[object, Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Figures that `once` keeps; a plan made from this one begins without any."""

    def has(self, stage: str) -> bool:
        return stage in self.files and stage not in self.hollow

    @property
    def as_of(self) -> date:
        """The reporting date: late, overdue and stale are judged against it, never the clock."""
        return self.manifest.as_of

    @cached_property
    def language(self) -> Language:
        """The language of our words around the plan's; its texts stay in the manifest's."""
        return self.shown_in or Language(self.manifest.language)

    def speaking(self, language: Language) -> "Plan":
        """The plan with its figures in this language."""
        return self if language is self.language else replace(self, shown_in=language)

    def find(self, kind: str, id_: str) -> Item | None:
        return self.index.find(kind, id_)

    def name(self, kind: str, id_: str) -> str:
        """What a reader calls an item; the id itself if nothing has it."""
        item = self.index.find(kind, id_)
        return item.title_text if item else id_


def once(figure: Callable[[Plan], Figure]) -> Callable[[Plan], Figure]:
    """A figure that is worked out once for a plan, however many rules and chapters ask for it."""

    @wraps(figure)
    def kept(plan: Plan) -> Figure:
        if figure not in plan.worked_out:
            plan.worked_out[figure] = figure(plan)
        found: Figure = plan.worked_out[figure]
        return found

    return kept
