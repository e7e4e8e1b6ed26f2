"""Law, concepts, terms and sources, against plans whose answers were worked out by hand."""

from pathlib import Path

import pytest
from conftest import overlay

from smartplan.figures import theory
from smartplan.figures.table import Table
from smartplan.load import load
from smartplan.plan import Plan

THEORY = """\
concepts:
  - {id: triple, name: Triple helix, author: Etzkowitz, year: 1995, summary: Tiga unsur.,
     used_for: [team, programs]}
  - {id: swot, name: SWOT, summary: Empat kuadran., sources: [S1]}
legal_basis:
  - {id: perbup, kind: perbup, number: "27", year: 2024, title: Masterplan}
  - {id: perpres, kind: perpres, number: "95", year: 2018, title: SPBE, obliges: Arsitektur.}
  - {id: pp-lama, kind: pp, number: "34", year: 2009, title: Kawasan perkotaan,
     status: superseded, superseded_by: pp-baru}
  - {id: pp-baru, kind: pp, number: "59", year: 2022, title: Perkotaan, sources: [S1]}
  - {id: permen, kind: permen, issuer: Komunikasi dan Digital, number: "-", year: 2026,
     title: Kota cerdas, status: draft}
  - {id: permendagri, kind: permen, issuer: Dalam Negeri, number: "90", year: 2019,
     title: Nomenklatur}
terms:
  - {term: OPD, meaning: Organisasi perangkat daerah}
  - {term: bimtek, meaning: Bimbingan teknis}
"""
SOURCES = """\
sources:
  - {id: S1, title: Laporan, publisher: Dinas, date: 2025-06-20, where: Arsip, kind: government,
     confidence: A}
  - {id: S2, title: Berita, undated: halaman profil, url: "https://example.org/a", kind: news,
     confidence: B}
"""


@pytest.fixture
def plan(minimal_plan: Path) -> Plan:
    overlay(minimal_plan, {"theory.yaml": THEORY, "sources.yaml": SOURCES})
    made = load(minimal_plan).plan
    assert made is not None
    return made


def texts(table: Table) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in table.rows]


def test_laws_stand_from_the_highest_down_and_older_first(plan):
    rows = texts(theory.law_table(plan))

    assert [row[0] for row in rows] == [
        "Peraturan Pemerintah Nomor 34 Tahun 2009",
        "Peraturan Pemerintah Nomor 59 Tahun 2022",
        "Peraturan Presiden Nomor 95 Tahun 2018",
        "Peraturan Menteri Dalam Negeri Nomor 90 Tahun 2019",
        "Rancangan Peraturan Menteri Komunikasi dan Digital",
        "Peraturan Bupati Nomor 27 Tahun 2024",
    ]
    assert rows[0][3] == "diganti oleh Peraturan Pemerintah Nomor 59 Tahun 2022"
    assert rows[2][2:] == ("Arsitektur.", "berlaku")
    assert [law.id for law in theory.superseded_laws(plan)] == ["pp-lama"]
    assert [law.id for law in theory.draft_laws(plan)] == ["permen"]


def test_a_concept_names_its_author_and_the_stages_that_use_it(plan):
    assert texts(theory.concept_table(plan)) == [
        ("Triple helix", "Etzkowitz, 1995", "tim; program dan rencana aksi"),
        ("SWOT", "–", "–"),
    ]


def test_terms_stand_in_the_order_of_the_alphabet_whatever_their_case(plan):
    assert [row[0] for row in texts(theory.term_table(plan))] == ["bimtek", "OPD"]


def test_the_dimensions_of_the_method_with_their_parts(plan):
    rows = texts(theory.dimension_table(plan))

    assert len(rows) == 6
    assert rows[0][0] == "Smart Governance"
    assert rows[0][2] == "Layanan Publik; Kebijakan Publik; Tata Kelola Birokrasi"


def test_sources_are_counted_and_those_nothing_names_are_told(plan):
    assert [source.id for source in theory.uncited_sources(plan)] == ["S2"]
    assert texts(theory.confidence_table(plan)) == [
        ("A", "Pemerintah atau dua media", "1"),
        ("B", "Satu media", "1"),
        ("C", "Salinan atau diragukan", "0"),
    ]
