"""What is the region's own in the look of its site: one colour and one logo."""

import contextlib
from dataclasses import dataclass

from smartplan.book.colour import night, on_dark, on_light, parsed, written
from smartplan.logo import BadLogo
from smartplan.logo import image as logo_image
from smartplan.plan import Plan

STYLE = "assets/brand.css"


@dataclass(frozen=True, slots=True)
class Brand:
    """The region's own, ready to be put on pages; empty where the plan sets nothing."""

    style: str = ""
    colour: str = ""
    logo: str = ""
    """The path of the logo in the site."""
    image: bytes = b""


def brand(plan: Plan) -> Brand:
    """The colour as a style sheet, and the logo, both fit to be published."""
    chosen = plan.manifest.brand
    if chosen is None:
        return Brand()
    style = colour = logo = ""
    image = b""
    if chosen.colour is not None:
        style, colour = _style(chosen.colour), written(on_light(parsed(chosen.colour)))
    if chosen.logo is not None:
        with contextlib.suppress(BadLogo):  # told by rule PLN010; a draft goes without it
            image = logo_image(plan.folder, chosen.logo)
            logo = f"assets/logo.{chosen.logo.rpartition('.')[2].lower()}"
    return Brand(style, colour, logo, image)


def _style(colour: str) -> str:
    """The style sheet's own names, set again; the accent stays readable on either ground."""
    own = parsed(colour)
    light, dark = written(on_light(own)), written(on_dark(own))
    return (
        f":root {{ --accent: {light}; --link: {light}; --band: {light}; "
        "--on-band-quiet: #ffffff; }\n"
        "@media (prefers-color-scheme: dark) {\n"
        f"  :root {{ --accent: {dark}; --link: {dark}; --band: {written(night(own))}; "
        "--on-band-quiet: #e4e6e3; }\n}\n"
        f"@media print {{ :root {{ --accent: {light}; --link: #000; }} }}\n"
    )
