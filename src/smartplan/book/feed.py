"""What machines that follow the site read: the feed of revisions, the map of the site."""

from datetime import date
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from smartplan.book.blocks import Publication
from smartplan.figures.wording import spoken
from smartplan.plan import Plan
from smartplan.stages.document import Revision

FEED, SITEMAP = "feed.xml", "sitemap.xml"

_DECLARED = Markup('<?xml version="1.0" encoding="utf-8"?>\n')


def _at(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def feed(plan: Plan, publication: Publication, base_url: str) -> str:
    """The revisions of the plan as Atom, the newest first; empty where there is none."""
    revisions = sorted(plan.document.revisions, key=lambda one: one.date, reverse=True)
    if not revisions:
        return ""
    region = f"smartplan:{plan.manifest.region.code}:{plan.manifest.period.start}"
    own = uuid5(NAMESPACE_URL, base_url or region)
    home = base_url or "./"
    entries = [_entry(one, f"{own}:{one.version}", home, publication) for one in revisions]
    return _DECLARED + Markup(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">\n'
        "<title>{title}</title>\n<id>urn:uuid:{id}</id>\n<updated>{updated}</updated>\n"
        '<link rel="self" type="application/atom+xml" href="{own}"/>\n'
        '<link rel="alternate" type="text/html" href="{home}"/>\n'
        "<author><name>{author}</name></author>\n<generator>smartplan</generator>\n"
        "{entries}</feed>\n"
    ).format(
        lang=str(publication.language),
        title=publication.title,
        id=own,
        updated=_at(revisions[0].date.last),
        own=f"{base_url}{FEED}",
        home=home,
        author=plan.manifest.publisher or publication.region,
        entries=Markup("").join(entries),
    )


def _entry(one: Revision, name: str, home: str, publication: Publication) -> Markup:
    said = spoken(one.date, publication.language)
    return Markup(
        "<entry>\n<title>{title}</title>\n<id>urn:uuid:{id}</id>\n<updated>{updated}</updated>\n"
        '<link rel="alternate" type="text/html" href="{home}"/>\n<summary>{summary}</summary>\n'
        "</entry>\n"
    ).format(
        title=f"{one.version} ({said})",
        id=uuid5(NAMESPACE_URL, name),
        updated=_at(one.date.last),
        home=home,
        summary=one.summary,
    )


def sitemap(plan: Plan, pages: list[str], base_url: str) -> str:
    """Every page with the plan's own date."""
    day = plan.as_of.isoformat()
    places = [
        Markup("<url><loc>{}</loc><lastmod>{}</lastmod></url>\n").format(
            base_url + page.removesuffix("index.html"), day
        )
        for page in pages
    ]
    return _DECLARED + Markup(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}</urlset>\n'
    ).format(Markup("").join(places))
