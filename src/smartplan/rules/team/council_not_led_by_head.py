"""TEA013: a council that someone other than the head of the region chairs."""

import re
from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.team import Member, Person, Team


@rule(
    "TEA013",
    Severity.WARNING,
    message=Text(
        "`{body}` ({name}) diketuai `{office}`, bukan kepala daerah",
        "`{body}` ({name}) is chaired by `{office}`, not by the head of the region",
    ),
    hint=Text(
        "bila keputusannya menyebut kepala daerah, beri `role: chair` pada anggota dengan "
        "`office` bupati, wali kota, atau gubernur; bila tidak, usulkan perubahan keputusan itu",
        "where the decree names the head of the region, give `role: chair` to the member whose "
        "`office` is bupati, wali kota or gubernur; otherwise propose to amend the decree",
    ),
    why=Text(
        "Dewan memberi arah kepada seluruh perangkat daerah. Yang dapat mengarahkan mereka, dan "
        "yang menandatangani komitmen pada bimtek keempat, adalah kepala daerah.",
        "The council directs all agencies. The one who can direct them, and who signs the "
        "commitment of the fourth workshop, is the head of the region.",
    ),
    about=Text(
        "dewan `…` tidak diketuai kepala daerah",
        "the council `…` is not chaired by the head of the region",
    ),
    basis=Text(
        "keputusan dewan Wonosobo 555.6/2019, yang menempatkan kepala daerah di atasnya "
        "(https://diskominfo.wonosobokab.go.id/detail/Dewan-Smart-City-Terbentuk); komitmen "
        "yang ditandatangani kepala daerah pada bimtek keempat, Bontang 2019 "
        "(http://www.bontangkota.go.id/2019/10/10/bimtek-tahap-empat-penyusunan-masterplan-smart-city-dan-quick-win-gerakan-menuju-100-smart-city-2019/)",
        "decree of the council of Wonosobo 555.6/2019, which puts the head of the region "
        "above it (https://diskominfo.wonosobokab.go.id/detail/Dewan-Smart-City-Terbentuk); "
        "commitment signed by the head of the region at the fourth workshop, Bontang 2019 "
        "(http://www.bontangkota.go.id/2019/10/10/bimtek-tahap-empat-penyusunan-masterplan-smart-city-dan-quick-win-gerakan-menuju-100-smart-city-2019/)",
    ),
)
def council_not_led_by_head(team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        bodies:
          - id: dewan
            kind: council
            name: Dewan Smart City
            members:
              - {office: Bupati, sector: government, role: steering}
              - {office: Wakil Bupati, sector: government, role: chair}  # TEA013
            sources: [S1]

    Right:

        # team.yaml
        officials:
          - {name: Ni Luh Contoh, office: Pj. Bupati Buleleng, sources: [S1]}
        bodies:
          - id: dewan
            kind: council
            name: Dewan Smart City
            members:
              - {office: Bupati Buleleng, sector: government, role: chair}
              - {office: Sekretaris Daerah, sector: government, role: vice_chair}
            sources: [S1]
          - id: dewan-lama
            kind: council
            name: Dewan TIK
            members:
              - {name: Ni Luh Contoh, office: Ketua, sector: government, role: chair}
            sources: [S1]
    """
    for body in team.bodies:
        chairs = [member for member in body.members if member.role == "chair"]
        if body.kind_ != "council" or not chairs:
            continue
        if not any(_leads_region(chair, team.officials) for chair in chairs):
            heads = [member for member in body.members if _is_head(member.office)]
            also = tuple(Related(head.at("office"), _HEAD) for head in heads[:1])
            yield found(
                chairs[0].at("office"),
                also=also,
                body=body.id,
                name=titled(body),
                office=chairs[0].office,
            )


_HEAD = Text("kepala daerah duduk di sini", "the head of the region sits here")

_OFFICE = re.compile(
    r"(pjs?|plt|plh|penjabat|pejabat|pelaksana tugas|pelaksana harian|acting)?\W{0,3}"
    r"(bupati|wali ?kota|gubernur|kepala daerah|regent|mayor|governor)\b",
    re.IGNORECASE,
)


def _is_head(office: str) -> bool:
    """Whether an office is the head of the region's, also while someone fills in."""
    return _OFFICE.match(office) is not None


def _leads_region(chair: Member, officials: tuple[Person, ...]) -> bool:
    held = [one.office or "" for one in officials if chair.name and one.name == chair.name]
    return any(_is_head(office) for office in (chair.office, *held))
