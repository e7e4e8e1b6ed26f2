"""The ten stages of the method as models, one file each."""

from smartplan.stages.base import Item
from smartplan.stages.document import Document
from smartplan.stages.monev import Monev
from smartplan.stages.outreach import Outreach
from smartplan.stages.programs import Programs
from smartplan.stages.readiness import Readiness
from smartplan.stages.roadmap import Roadmap
from smartplan.stages.sources import Sources
from smartplan.stages.team import Team
from smartplan.stages.theory import Theory
from smartplan.stages.vision import Vision

STAGES: dict[str, type[Item]] = {
    "team": Team,
    "theory": Theory,
    "readiness": Readiness,
    "vision": Vision,
    "programs": Programs,
    "roadmap": Roadmap,
    "monev": Monev,
    "document": Document,
    "outreach": Outreach,
    "sources": Sources,
}
"""The stages in the order of the method, then the sources; the name is the file's name."""

MANIFEST = "smartplan"
"""The name of the manifest's file."""

WAIVERS = "waivers"
"""The name of the file with the waivers: no stage of the method, and not printed in a book."""
