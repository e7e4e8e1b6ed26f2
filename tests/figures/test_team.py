"""The team's tables, against plans whose answers were worked out by hand."""

from pathlib import Path

import pytest
from conftest import overlay

from smartplan.figures import team
from smartplan.figures.table import Table
from smartplan.load import load
from smartplan.plan import Plan

TEAM = """\
agencies:
  - {id: kominfo, name: Dinas Kominfo, abbreviation: Diskominfo, affairs: ["2.16", "2.21"],
     head: {name: Ni Luh Sari, sources: [S1]}}
  - {id: dlh, name: Dinas Lingkungan Hidup, basis: proposal}
officials:
  - {name: Made Bayu, office: Bupati, since: 2022-08-27, until: 2025-02-20, sources: [S1]}
  - {name: Ketut Adi, office: Sekda, since: 2021}
  - {name: Wayan Eka, office: Kepala Bappeda, until: 2023-06}
  - {name: Nyoman Oka}
bodies:
  - id: dewan
    kind: council
    name: Dewan Smart City
    decree: {number: "555/2023", date: 2023-05-02, sources: [S1]}
    members:
      - {office: Bupati, sector: government, role: chair}
      - {office: Rektor, name: Prof. Dewi, sector: academia, role: vice_chair, basis: proposal}
  - {id: tim, kind: executive_team, name: Tim Pelaksana, decree: {about: Tim Pelaksana}}
working_groups:
  - dimension: economy
    coordinator: kominfo
    members: [kominfo, dlh]
    inputs:
      - {kind: problem, text: Pasar sepi, sources: [S1]}
      - {kind: potential, text: Kopi}
partners:
  - {id: bank, name: Bank Daerah, sector: industry, sources: [S1]}
workshops:
  - id: dua
    stage: "2"
    title: Bimtek II
    start: 2023-08
    state: planned
  - id: satu
    stage: "1"
    title: Bimtek I
    start: 2023-07-05
    end: 2023-07-06
    facilitators: [{name: Dyah, office: Tenaga ahli}, {name: Taaj}]
    participants: {count: 1250}
  - id: satu-lanjutan
    stage: "1"
    title: Bimtek I lanjutan
    start: 2023-07-30
    end: 2023-08-01
    facilitators: [{name: Taaj}]
meetings:
  - {date: 2025, body: dewan, topic: Arah}
  - {date: 2023-Q2, topic: Persiapan}
"""


@pytest.fixture
def plan(minimal_plan: Path) -> Plan:
    overlay(minimal_plan, {"team.yaml": TEAM})
    made = load(minimal_plan).plan
    assert made is not None
    return made


def texts(table: Table) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in table.rows]


def test_an_agency_shows_its_head_and_affairs(plan):
    table = team.agency_table(plan)

    assert texts(table) == [
        ("Dinas Kominfo", "Diskominfo", "Ni Luh Sari", "2.16, 2.21"),
        ("Dinas Lingkungan Hidup", "–", "–", "–"),
    ]
    assert table.rows[0][2].sources == ("S1",)
    assert table.rows[1][0].basis == "proposal"


def test_a_term_of_office_is_said_as_far_as_it_is_known(plan):
    assert [row[2] for row in texts(team.official_table(plan))] == [
        "27 Agustus 2022 sampai 20 Februari 2025",
        "sejak 2021",
        "sampai Juni 2023",
        "–",
    ]


def test_a_body_shows_its_decision_and_seats(plan):
    assert texts(team.body_table(plan)) == [
        ("Dewan Smart City", "Dewan Smart City", "Nomor 555/2023, 2 Mei 2023", "2"),
        ("Tim Pelaksana", "Tim Pelaksana Smart City", "Tim Pelaksana", "–"),
    ]
    assert [body.id for body in team.undecided_bodies(plan)] == ["tim"]
    assert [kind.id for kind in team.body_kinds_without_body(plan)] == ["forum", "task_force"]


def test_the_members_of_a_body(plan):
    council, executive = plan.team.bodies

    assert texts(team.member_table(plan, council)) == [
        ("Ketua", "Bupati", "–", "Pemerintah"),
        ("Wakil ketua", "Rektor", "Prof. Dewi", "Akademisi"),
    ]
    assert team.member_table(plan, executive).rows == ()
    assert team.member_table(plan, executive).empty.indonesian == (
        "Susunan Tim Pelaksana belum dicatat."
    )


def test_sectors_are_counted_and_the_absent_named(plan):
    assert texts(team.sector_table(plan)) == [
        ("Pemerintah", "1", "0"),
        ("Asosiasi dan Komunitas", "0", "0"),
        ("Mitra Media", "0", "0"),
        ("Industri dan Penyedia", "0", "1"),
        ("Akademisi", "1", "0"),
    ]
    assert [sector.id for sector in team.sectors_absent(plan)] == ["community", "media"]


def test_an_agency_stands_for_the_government(minimal_plan):
    text = "agencies: [{id: kominfo, name: Dinas Kominfo}]\n"
    overlay(minimal_plan, {"team.yaml": text})
    plan = load(minimal_plan).plan

    absent = [sector.id for sector in team.sectors_absent(plan)]

    assert absent == ["community", "media", "industry", "academia"]


def test_working_groups_and_their_inputs(plan):
    assert texts(team.working_group_table(plan)) == [
        ("Smart Economy", "Dinas Kominfo", "Dinas Kominfo; Dinas Lingkungan Hidup")
    ]
    assert texts(team.group_input_table(plan)) == [
        ("Smart Economy", "Masalah", "Pasar sepi"),
        ("Smart Economy", "Potensi", "Kopi"),
    ]
    assert [one.id for one in team.dimensions_without_group(plan)] == [
        "governance",
        "branding",
        "living",
        "society",
        "environment",
    ]


def test_workshops_stand_in_the_order_of_time(plan):
    assert texts(team.workshop_table(plan)) == [
        ("Bimbingan Teknis Tahap I", "Bimtek I", "5–6 Juli 2023", "–", "1.250", "terlaksana"),
        (
            "Bimbingan Teknis Tahap I",
            "Bimtek I lanjutan",
            "30 Juli–1 Agustus 2023",
            "–",
            "–",
            "terlaksana",
        ),
        ("Bimbingan Teknis Tahap II", "Bimtek II", "Agustus 2023", "–", "–", "direncanakan"),
    ]
    assert [one.id for one in team.workshops_held(plan)] == ["satu", "satu-lanjutan"]
    assert [one.id for one in team.workshops_planned(plan)] == ["dua"]
    assert [one.id for one in team.workshop_stages_unrecorded(plan)] == ["3", "4"]


def test_a_facilitator_of_two_workshops_is_named_once(plan):
    assert texts(team.facilitator_table(plan)) == [("Dyah", "Tenaga ahli"), ("Taaj", "–")]


def test_meetings_stand_in_the_order_of_time(plan):
    assert texts(team.meeting_table(plan)) == [
        ("triwulan II 2023", "–", "Persiapan"),
        ("2025", "Dewan Smart City", "Arah"),
    ]
