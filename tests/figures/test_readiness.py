"""Profile, readiness, issues and SWOT, against plans whose answers were worked out by hand."""

from pathlib import Path

import pytest
from conftest import overlay

from smartplan.figures import readiness
from smartplan.figures.table import Table
from smartplan.load import load
from smartplan.plan import Plan

READINESS = """\
profile:
  - id: penduduk
    topic: penduduk
    name: Jumlah penduduk
    unit: jiwa
    values:
      - {year: 2022, value: 825141, sources: [S1]}
      - {year: 2020, value: 791813, qualifier: about, sources: [S1]}
  - id: miskin
    topic: penduduk
    name: Penduduk miskin
    unit: persen
    values: [{year: 2020, value: 6.50}, {year: 2022, value: 6.5}]
  - id: wifi
    topic: digital
    name: Titik wifi
    unit: titik
    values:
      - {year: 2021, value: 70}
      - {year: 2023, value: 326, qualifier: more_than}
      - {year: 2024, value: 297}
      - {year: 2025, value: 64}
  - id: pad
    topic: digital
    name: Target PAD
    values: [{year: 2021, value: 10}, {year: 2021, value: 12}, {year: 2022, value: 20}]
  - id: layanan
    topic: digital
    name: Kepatuhan
    values: [{year: 2017, text: zona kuning}, {year: 2022, value: 93.80}]
elements:
  - element: people
    finding: Tenaga teknis sedikit.
    strengths: [Operator desa, Formasi baru]
    gap: Belum sebanding.
    follow_up: [p-tourism]
    score: 2.5
    scale: {min: 1, max: 4, meaning: Skala penyusun}
  - {element: digital, finding: Jaringan tersebar., gap: Belum merata.}
  - {element: policy, finding: Peraturan ada.}
inventory:
  - {id: situs, name: Situs, kind: application, agency: kominfo, dimension: governance,
     since: 2022-11, users: 1200 orang, status: active, sources: [S1]}
  - {id: kabel, name: Kabel serat optik, kind: infrastructure}
  - {id: lapor, name: LAPOR, kind: application, status: unknown}
issues:
  - {id: i-ringan, dimension: governance, text: Pengaduan lambat, severity: 2}
  - {id: i-berat, dimension: governance, text: Tenaga kurang, severity: 5,
     evidence: [penduduk, wifi]}
  - {id: i-wisata, dimension: branding, text: Akses jauh}
swot:
  - dimension: governance
    strengths: [{id: k1, text: Layanan terpadu, sources: [S1]}, {id: k2, text: Pusat data}]
    opportunities: [{id: o1, text: Operator desa}]
    strategies:
      - {id: so-1, kind: SO, text: Menyatukan layanan, combines: [k2, o1], basis: proposal}
      - {id: wt-1, kind: WT, text: Menghemat}
"""
PROGRAMS = """\
programs:
  - {id: p-tourism, name: Pemesanan wisata, dimension: branding, issues: [i-wisata, i-berat]}
  - {id: p-waste, name: Bank sampah, dimension: environment, issues: [i-berat]}
"""
VISION = """\
strategies: [{id: st-1, dimension: governance, text: Menyatukan, takes_up: [so-1]}]
"""


@pytest.fixture
def plan(minimal_plan: Path) -> Plan:
    overlay(
        minimal_plan,
        {"readiness.yaml": READINESS, "programs.yaml": PROGRAMS, "vision.yaml": VISION},
    )
    made = load(minimal_plan).plan
    assert made is not None
    return made


def texts(table: Table) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in table.rows]


def headings(table: Table) -> list[str]:
    return [column.heading.indonesian for column in table.columns]


def test_years_are_columns_where_they_are_shared(plan):
    table = readiness.profile_table(plan, "penduduk")

    assert headings(table) == ["Data", "Satuan", "2020", "2022"]
    assert texts(table) == [
        ("Jumlah penduduk", "jiwa", "sekitar 791.813", "825.141"),
        ("Penduduk miskin", "persen", "6,50", "6,5"),
    ]
    assert table.rows[0][2].sources == ("S1",)


def test_years_are_rows_where_sources_differ_or_years_are_scattered(plan):
    table = readiness.profile_table(plan, "digital")

    assert headings(table) == ["Data", "Satuan", "Waktu", "Nilai"]
    assert texts(table) == [
        ("Titik wifi", "titik", "2021", "70"),
        ("Titik wifi", "titik", "2023", "lebih dari 326"),
        ("Titik wifi", "titik", "2024", "297"),
        ("Titik wifi", "titik", "2025", "64"),
        ("Target PAD", "–", "2021", "10"),
        ("Target PAD", "–", "2021", "12"),
        ("Target PAD", "–", "2022", "20"),
        ("Kepatuhan", "–", "2017", "zona kuning"),
        ("Kepatuhan", "–", "2022", "93,80"),
    ]


def test_each_topic_has_a_table_of_its_own(plan):
    assert readiness.profile_topics(plan) == ("penduduk", "digital")
    assert readiness.profile_table(plan, "penduduk").id == "profil-1"
    assert readiness.profile_table(plan, "digital").id == "profil-2"


def test_a_change_is_told_from_the_first_to_the_last_year(plan):
    grown, steady = readiness.changes_in(plan, "penduduk")

    assert (grown.statistic.id, grown.direction) == ("penduduk", "unlike")
    assert (grown.first.year.year, grown.last.year.year) == (2020, 2022)
    assert grown.turn is None
    assert (steady.statistic.id, steady.direction, steady.turn) == ("miskin", "same", None)


@pytest.mark.parametrize(
    ("first", "last", "direction"),
    [
        ("year: 2020", "year: 2022", "up"),
        ("year: 2020, qualifier: about", "year: 2022, qualifier: about", "up"),
        ("year: 2020, note: Cara lama.", "year: 2022, note: Cara lama.", "up"),
        ("year: 2020, qualifier: about", "year: 2022", "unlike"),
        ("year: 2020, qualifier: more_than", "year: 2022, qualifier: more_than", "unlike"),
        ("year: 2020", "year: 2022-S1", "unlike"),
        ("year: 2020", "year: 2022, note: Cara baru.", "unlike"),
        ("year: 2020", "year: 2022, basis: derived, derivation: Dijumlahkan", "unlike"),
    ],
)
def test_only_like_is_compared_with_like(minimal_plan, first, last, direction):
    profile = f"""\
profile:
  - id: ipm
    topic: penduduk
    name: IPM
    values:
      - {{{first}, value: 70, sources: [S1]}}
      - {{{last}, value: 75, sources: [S1]}}
"""
    overlay(minimal_plan, {"readiness.yaml": profile})
    made = load(minimal_plan).plan
    assert made is not None

    (change,) = readiness.changes_in(made, "penduduk")

    assert change.direction == direction


def test_a_change_does_not_hide_a_peak_nor_a_disagreement(plan):
    (wifi,) = readiness.changes_in(plan, "digital")

    assert wifi.direction == "down"
    assert wifi.turn is not None
    assert readiness.value_text(plan, wifi.turn) == "lebih dari 326"


def test_elements_are_listed_with_what_is_missing(plan):
    assert [one.id for one in readiness.elements_assessed(plan)] == ["people", "digital", "policy"]
    assert len(readiness.elements_unassessed(plan)) == 6
    assert [one.id for one in readiness.elements_with_gap(plan)] == ["people", "digital"]
    assert [one.id for one in readiness.gaps_without_follow_up(plan)] == ["digital"]
    rows = texts(readiness.element_table(plan))
    assert rows[0] == ("Struktur", "Sumber Daya Manusia", "2,5 (skala 1–4)", "2", "ada", "1")
    assert rows[1] == ("Struktur", "Keuangan Daerah", "–", "–", "belum dianalisis", "–")
    assert rows[4] == ("Infrastruktur", "Infrastruktur Digital", "–", "0", "ada", "0")
    assert rows[6] == ("Suprastruktur", "Kebijakan", "–", "0", "tidak dicatat", "0")
    assert readiness.score_scales(plan) == ("Skala penyusun",)


def test_without_scores_there_is_no_column_for_them(minimal_plan):
    table = readiness.element_table(load(minimal_plan).plan)

    assert "Nilai" not in headings(table)
    assert texts(table)[0] == ("Struktur", "Sumber Daya Manusia", "1", "ada", "1")


def test_the_inventory_is_counted_by_kind(plan):
    assert readiness.inventory_kinds(plan) == ("2 aplikasi", "1 prasarana")
    assert [item.id for item in readiness.inventory_active(plan)] == ["situs"]
    assert texts(readiness.inventory_table(plan))[0] == (
        "Situs",
        "aplikasi",
        "Smart Governance",
        "Dinas Komunikasi dan Informatika",
        "November 2022",
        "1200 orang",
        "aktif",
    )


def test_issues_stand_by_dimension_the_weightiest_first(plan):
    assert texts(readiness.issue_table(plan)) == [
        ("Smart Governance", "Tenaga kurang", "5", "Jumlah penduduk; Titik wifi", "2"),
        ("Smart Governance", "Pengaduan lambat", "2", "–", "0"),
        ("Smart Branding", "Akses jauh", "–", "–", "1"),
    ]
    assert [issue.id for issue in readiness.issues_unanswered(plan)] == ["i-ringan"]
    assert [issue.id for issue in readiness.issues_with_evidence(plan)] == ["i-berat"]
    assert [one.id for one in readiness.dimensions_without_issue(plan)] == [
        "economy",
        "living",
        "society",
        "environment",
    ]


def test_swot_strategies_name_the_codes_of_their_entries(plan):
    (swot,) = plan.readiness.swot

    assert texts(readiness.swot_table(plan, swot)) == [
        ("Kekuatan", "S1", "Layanan terpadu"),
        ("Kekuatan", "S2", "Pusat data"),
        ("Peluang", "O1", "Operator desa"),
    ]
    assert texts(readiness.swot_strategy_table(plan, swot)) == [
        ("SO (kekuatan–peluang)", "Menyatukan layanan", "S2, O1", "Menyatukan"),
        ("WT (kelemahan–ancaman)", "Menghemat", "–", "–"),
    ]
    assert readiness.swot_counts(plan, swot) == ("2 kekuatan", "1 peluang")
    assert readiness.swot_strategies_total(plan) == 2
    assert readiness.swot_strategies_untaken(plan) == 1
    assert len(readiness.dimensions_without_swot(plan)) == 5
