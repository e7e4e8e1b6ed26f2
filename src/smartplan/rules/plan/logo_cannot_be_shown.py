"""PLN010: a logo that no page can show."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.logo import BadLogo, image
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule


@rule(
    "PLN010",
    Severity.ERROR,
    message=Text("logo `{logo}` {fault}", "the logo `{logo}` {fault}"),
    hint=Text(
        "letakkan PNG, JPG, WebP, atau SVG sederhana tanpa skrip dan tautan, paling besar 1 MB, di "
        "dalam folder rencana",
        "put a PNG, JPG, WebP or plain SVG without scripts and links, of 1 MB at most, into the "
        "plan's folder",
    ),
    why=Text(
        "Logo diterbitkan bersama situs: berkas yang memuat skrip atau tautan dapat dipakai orang "
        "lain untuk menyesatkan pembaca, dan berkas yang hilang meninggalkan lubang di setiap "
        "halaman.",
        "The logo is published with the site: a file with scripts or links in it can be used to "
        "mislead readers, and a missing one leaves a hole in every page.",
    ),
    about=Text(
        "logo tidak dapat ditampilkan",
        "the logo cannot be shown",
    ),
    basis="our judgement",
)
def logo_cannot_be_shown(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
        brand:
          colour: "#0b4f5c"
          logo: gambar/logo.svg  # PLN010

    Right:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
        brand:
          colour: "#0b4f5c"
    """
    brand = plan.manifest.brand
    if plan.bare or brand is None or brand.logo is None:
        return
    try:
        image(plan.folder, brand.logo)
    except BadLogo as error:
        yield found(brand.at("logo"), logo=brand.logo, fault=error.fault)
