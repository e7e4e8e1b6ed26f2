"""The Kemendagri list of provinces and regencies, and who wrote a code a little wrong."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

RegionKind = Literal["kabupaten", "kota", "provinsi"]


@dataclass(frozen=True, slots=True)
class Region:
    """A province, regency or city as Kepmendagri 300.2.2-2138 of 2025 lists it."""

    code: str
    name: str

    @property
    def province(self) -> str:
        """The code of the province; a province is its own."""
        return self.code[:2]

    @property
    def kind(self) -> RegionKind:
        if "." not in self.code:
            return "provinsi"
        return "kota" if self.name.startswith("Kota ") else "kabupaten"

    @property
    def short_name(self) -> str:
        """The name without `Kabupaten` or `Kota`, as a plan's manifest writes it."""
        return _KIND.sub("", self.name)


_KIND = re.compile(r"^((kabupaten|kab\.?|kota)( administrasi| adm\.?)?|provinsi|prov\.?)\s+", re.I)
_TITLE = re.compile(r"^(daerah khusus( ibu ?kota)?|daerah istimewa|dki|d\.?i\.?) ")
"""Words before Jakarta and Yogyakarta that people write in several ways."""

_LONGEST = 20
"""Characters of a code worth looking at."""

INVENTED = Region("00.00", "Kabupaten Contoh (rekaan)")
"""The region of the plan to learn with: in no list, and known by this code and name alone."""

_NOWHERE = Region("00", "Contoh (rekaan)")
"""The province of the invented region."""


@cache
def _regions() -> dict[str, Region]:
    text = Path(__file__).with_name("regions.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["code"]: Region(row["code"], row["name"]) for row in rows}


def everything() -> tuple[Region, ...]:
    """All regions in the order of their codes, each province before its regencies."""
    return tuple(_regions().values())


def find(code: str) -> Region | None:
    """The region with exactly this code, such as `51` or `51.08`."""
    return INVENTED if code == INVENTED.code else _regions().get(code)


def province_of(code: str) -> Region | None:
    """The province that a code lies in, even if the rest of the code is unknown."""
    if code == INVENTED.code:
        return _NOWHERE
    return _regions().get(code[:2]) if re.fullmatch(r"[0-9]{2}(\..*)?", code) else None


@cache
def _by_short_name() -> dict[str, list[Region]]:
    table: dict[str, list[Region]] = {}
    for region in (*everything(), _NOWHERE, INVENTED):
        table.setdefault(_key(region.name), []).append(region)
    return table


def _key(name: str) -> str:
    """A name without its kind, without case and with single spaces."""
    words = " ".join(name.split()).casefold()
    return _TITLE.sub("", _KIND.sub("", words)).strip()


def by_name(text: str) -> list[Region]:
    """The regions of this name, with or without `Kabupaten` or `Kota`.

    `Bandung` names a regency and a city; `Kota Bandung` only the city.
    """
    written = " ".join(text.split()).casefold()
    found = _by_short_name().get(_key(text), [])
    said = _KIND.match(written)
    if said is None:
        return list(found)
    return [region for region in found if region.kind.startswith(said[0][:3])]


def misfit(listed: Region, name: str, kind: str, province: str) -> str:
    """Which of code, name, kind and province does not fit the rest; empty where all agree."""
    home = province_of(listed.code)
    if others_meant(listed, name, kind, province):
        return "code"
    wrong = [
        key
        for key, fits in (
            ("name", listed in by_name(name)),
            ("kind", listed.kind == kind),
            ("province", home in by_name(province)),
        )
        if not fits
    ]
    return "code" if len(wrong) > 1 else "".join(wrong)


def others_meant(listed: Region, name: str, kind: str, province: str) -> list[Region]:
    """The regions that name, kind and province mean where they do not mean this one."""
    meant = [
        region
        for region in by_name(name)
        if region.kind == kind and province_of(region.code) in by_name(province)
    ]
    return [] if listed in meant else meant


def near(code: str, name: str | None = None) -> Region | None:
    """The region that someone who wrote an unknown code most likely meant; a question, no fact.

    Zeros get lost (`51.8`), dots too (`5108`), and districts ride along (`51.08.01`). A BPS code
    such as `1101` looks the same and means another region, so a known name decides.
    """
    candidates = _candidates(code[:_LONGEST])
    if name is not None:
        named = [region for region in by_name(name) if region.province == code[:2]]
        agreed = [region for region in candidates if region in named]
        if agreed or len(named) == 1:
            return (agreed or named)[0]
    return candidates[0] if candidates else None


def _candidates(code: str) -> list[Region]:
    parts = re.findall(r"[0-9]+", code)
    if len(parts) == 1 and len(parts[0]) > 2:
        parts = [parts[0][:2], parts[0][2:]]
    if not parts or len(parts[0]) != 2:
        return []
    province = parts[0]
    if len(parts) == 1:
        return [found] if (found := find(province)) else []
    rest = parts[1]
    guesses = [f"0{rest}", f"{rest}0"] if len(rest) == 1 else [rest[:2], rest[1::-1]]
    return [found for guess in guesses if (found := find(f"{province}.{guess}"))]
