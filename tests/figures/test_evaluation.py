"""The ministry's score: the published tables, weights by profile, what is left."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import EXAMPLES, HERE

from smartplan.figures import evaluation as figures
from smartplan.figures.evaluation import contributions, improvement, weighted_final
from smartplan.figures.instrument import edition, instrument, items_in
from smartplan.load import framework, load

DATA = HERE / "data" / "evaluation"
SECTIONS = ("baseline", "output", "outcome", "impact", "quick_win", "collaboration")
PROFILES = {one.id: one for one in framework("kominfo-2021").evaluation_profiles}


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((DATA / name).read_text("utf-8").splitlines()))


def reckoned(row: dict[str, str]) -> Decimal:
    sections = {section: Decimal(row[section]) for section in SECTIONS if row[section]}
    final = weighted_final(PROFILES[row["profile"]], sections)
    assert final is not None
    return final


@pytest.mark.parametrize(
    ("table", "regions", "within"), [("2022.csv", 38, "0.013"), ("2023.csv", 130, "0.005")]
)
def test_every_published_final_reproduces(table: str, regions: int, within: str) -> None:
    published = rows(table)

    assert len(published) == regions
    off = {r["region"]: reckoned(r) - Decimal(r["final"]) for r in published}
    assert {region: by for region, by in off.items() if abs(by) > Decimal(within)} == {}


def test_both_profiles_of_2023_are_in_the_table() -> None:
    cohorts = [row["profile"] for row in rows("2023.csv")]

    assert (cohorts.count("regular-2023"), cohorts.count("kppn-ikn-2023")) == (72, 58)


def test_the_improvement_of_the_regions_in_both_years_reproduces() -> None:
    before = {row["region"]: Decimal(row["final"]) for row in rows("2022.csv")}
    again = [row for row in rows("2023.csv") if row["region"] in before]

    assert len(again) == 32
    for row in again:
        change = improvement(Decimal(row["final"]), before[row["region"]])
        assert abs(change - Decimal(row["improvement"])) <= Decimal("0.01"), row["region"]


@pytest.mark.parametrize("year", ["2022", "2023"])
def test_the_section_means_of_kabupaten_malang_follow_from_its_items(year: str) -> None:
    (published,) = (row for row in rows(f"{year}.csv") if row["region"] == "KAB. MALANG")
    scores = {row["item"]: row[year] for row in rows("kabupaten-malang.csv")}

    for section in SECTIONS:
        asked = [Decimal(scores[item.id]) for item in items_in(int(year), section)]
        mean = round(sum(asked, Decimal(0)) / len(asked), 2) if asked else None
        told = published[section]
        assert mean == (Decimal(told) if told else None), section


def test_the_instrument_has_121_items_in_the_sections_of_the_method() -> None:
    ids = [item.id for item in instrument()]
    counts = {
        section: (len(items_in(2022, section)), len(items_in(2023, section)))
        for section in SECTIONS
    }

    assert len(ids) == len(set(ids)) == 121
    assert ids == [row["item"] for row in rows("kabupaten-malang.csv")]
    assert counts == {
        "baseline": (5, 5),
        "output": (7, 7),
        "outcome": (31, 33),
        "impact": (4, 54),
        "quick_win": (12, 12),
        "collaboration": (0, 6),
    }


def test_a_year_is_judged_by_the_latest_edition_known_by_then() -> None:
    assert [edition(year) for year in (2021, 2022, 2023, 2026)] == [2022, 2022, 2023, 2023]


@pytest.mark.parametrize("name", ["kominfo-2021", "kota-cerdas-2026-draft"])
def test_the_weights_of_every_profile_add_up_to_a_hundred(name: str) -> None:
    edition_ = framework(name)
    known = {section.id for section in edition_.evaluation_sections}

    for profile in edition_.evaluation_profiles:
        assert sum(profile.weights.values()) == 100, profile.id
        assert set(profile.weights) <= known


MALANG = """
evaluations:
  - year: 2023
    round: 2
    profile: kppn-ikn-2023
    sections: {baseline: 3.60, output: 2.29, outcome: 3.41, impact: 2.81, quick_win: 3.13,
               collaboration: 2.53}
    final: 2.94
  - year: 2022
    sections: {baseline: 1.40}
    final: 2.51
  - {year: 2024}
"""


def test_what_each_section_gives_and_leaves(written) -> None:
    """Kabupaten Malang 2023: 0.36 + 0.458 + 0.682 + 0.562 + 0.626 + 0.253 = 2.941."""
    plan = written(monev=MALANG)
    latest = figures.latest_evaluation(plan)
    assert latest is not None
    profile = figures.profile_of(plan, latest)
    assert profile is not None

    found = contributions(profile, latest.sections, Decimal(4))

    assert [str(one.points) for one in found] == [
        "0.36", "0.458", "0.682", "0.562", "0.626", "0.253",
    ]  # fmt: skip
    assert weighted_final(profile, latest.sections) == Decimal("2.941")
    # 20 × (4 − 2.29) = 34.2; 20 × 1.19 = 23.8; 20 × 0.87 = 17.4; 10 × 1.47; 20 × 0.59; 10 × 0.4
    assert [(one.section, one.left) for one in figures.cheapest(found)] == [
        ("output", Decimal("0.342")),
        ("impact", Decimal("0.238")),
        ("quick_win", Decimal("0.174")),
        ("collaboration", Decimal("0.147")),
        ("outcome", Decimal("0.118")),
        ("baseline", Decimal("0.04")),
    ]
    assert figures.improvement_of(plan, latest) == Decimal("0.43")


def test_a_missing_section_leaves_the_final_open() -> None:
    profile = PROFILES["regular-2023"]
    known = {"baseline": Decimal(4), "output": Decimal(2)}
    scale = {"min": Decimal(0), "max": Decimal(4)}

    assert weighted_final(profile, known) is None
    # 0.4 + 0.4 = 0.8, and 70 percent of 4 on top
    assert figures.final_between(profile, known, scale) == (Decimal("0.8"), Decimal("3.6"))


def test_the_latest_evaluation_is_the_last_with_a_score(written) -> None:
    plan = written(monev=MALANG)
    latest, of_2022 = figures.latest_evaluation(plan), figures.latest_evaluation(plan, 2022)

    assert latest is not None
    assert of_2022 is not None
    assert (latest.year, of_2022.final) == (2023, Decimal("2.51"))
    assert figures.latest_evaluation(plan, 2024) is None


def test_a_year_without_weights_of_its_own_is_reckoned_with_the_cohort_of_before(written) -> None:
    profile = figures.profile_for(written(monev=MALANG), 2025)

    assert profile is not None
    assert profile.id == "kppn-ikn-2023"


@pytest.mark.parametrize(("year", "id_"), [(2022, "kppn-ikn-2022"), (2025, "regular-2023")])
def test_without_a_cohort_the_first_profile_of_the_year_stands_in(written, year, id_) -> None:
    profile = figures.profile_for(written(monev="evaluations: [{year: 2025}]"), year)

    assert profile is not None
    assert profile.id == id_


def test_other_weights_are_data_of_the_plan(tmp_path: Path, written) -> None:
    shipped = (HERE.parent / "src/smartplan/frameworks/kominfo-2021.yaml").read_text("utf-8")
    own = """evaluation_profiles:
  - id: sleman
    name: Sleman
    english: Sleman
    year: 2024
    cohort: Sleman
    weights: {baseline: 10, output: 20, outcome: 30, impact: 30, quick_win: 10}
    source: https://kominfo.slemankab.go.id/monev-smart-city-kabupaten-sleman/
"""
    text = shipped.replace("evaluation_profiles:\n", own).replace("id: kominfo-2021", "id: sendiri")
    (tmp_path / "kerangka.yaml").write_text(text, encoding="utf-8")
    manifest = """
smartplan: 1
title: Rencana uji
region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
period: {start: 2024, end: 2033}
as_of: 2025-06-30
framework: kerangka.yaml
"""
    plan = written(
        smartplan=manifest,
        monev="""
evaluations:
  - year: 2024
    profile: sleman
    sections: {baseline: 4, output: 3, outcome: 3, impact: 2, quick_win: 1}
    final: 2.6
""",
    )
    (found,) = plan.monev.evaluations
    profile = figures.profile_of(plan, found)

    assert profile is not None
    assert weighted_final(profile, found.sections) == Decimal("2.6")  # 0.4+0.6+0.9+0.6+0.1


def test_the_score_of_buleleng_and_its_rank_are_in_its_plan() -> None:
    plan = load(EXAMPLES / "buleleng").plan
    assert plan is not None

    latest = figures.latest_evaluation(plan)

    assert latest is not None
    assert (latest.year, latest.final, latest.rank) == (2024, Decimal("3.06"), 6)
    assert figures.weighed_evaluation(plan) is None
    assert figures.contribution_table(plan).rows == ()


def test_the_table_of_contributions(written) -> None:
    table = figures.contribution_table(written(monev=MALANG))

    assert [cell.text for cell in table.rows[1]] == ["Output", "20", "2,29", "0,458", "0,342"]
    assert "2023" in table.caption.indonesian
