"""What a page tells search engines of itself, in the words of schema.org."""

from smartplan.book.blocks import Publication
from smartplan.book.data import PACKAGE, PLAN
from smartplan.book.dossiers import Dossier
from smartplan.plan import Plan
from smartplan.stages.programs import Program
from smartplan.stages.sources import Source
from smartplan.stages.team import Agency

_CONTEXT = "https://schema.org"
_AREAS = {"kabupaten": "AdministrativeArea", "kota": "City", "provinsi": "State"}

LinkedData = dict[str, object]


def of_plan(plan: Plan, publication: Publication, base_url: str) -> LinkedData:
    """The plan as a data set that can be loaded from here."""
    manifest = plan.manifest
    told: LinkedData = {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "name": manifest.title,
        "description": publication.about,
        "inLanguage": str(publication.language),
        "dateModified": manifest.as_of.isoformat(),
        "temporalCoverage": f"{manifest.period.start}/{manifest.period.end}",
        "spatialCoverage": {
            "@type": _AREAS[manifest.region.kind_],
            "name": publication.region,
            "identifier": manifest.region.code,
            "containedInPlace": {"@type": "State", "name": manifest.region.province},
        },
        "publisher": {"@type": "Organization", "name": manifest.publisher}
        if manifest.publisher
        else None,
        "url": base_url or None,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": base_url + path,
            }
            for path in (PLAN, PACKAGE)
        ],
    }
    return _given(told)


def of_item(plan: Plan, dossier: Dossier, base_url: str) -> LinkedData | None:
    """What an item is to those who know nothing of plans; None where there is no word for it."""
    item = plan.find(dossier.kind, dossier.id)
    url = base_url + dossier.path if base_url else None
    told: LinkedData = {
        "@context": _CONTEXT,
        "name": dossier.title,
        "description": dossier.summary or None,
        "url": url,
    }
    if isinstance(item, Program):
        lead = plan.name("agency", item.lead) if item.lead else None
        organisation = {"@type": "GovernmentOrganization", "name": lead} if lead else None
        told |= {"@type": "Project", "parentOrganization": organisation}
    elif isinstance(item, Agency):
        told |= {"@type": "GovernmentOrganization", "alternateName": item.abbreviation}
    elif isinstance(item, Source):
        publisher = {"@type": "Organization", "name": item.publisher} if item.publisher else None
        told |= {
            "@type": "CreativeWork",
            "publisher": publisher,
            "datePublished": str(item.date) if item.date else None,
            "url": item.url,
        }
    else:
        return None
    return _given(told)


def _given(told: LinkedData) -> LinkedData:
    return {key: value for key, value in told.items() if value not in (None, "", [])}
