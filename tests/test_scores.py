"""Scores are weighed with the profile of their year and cohort, whatever is named or left out."""

from pathlib import Path

import pytest
from conftest import findings, overlay

from smartplan.language import Language

ID = Language.INDONESIAN
ALL = "{baseline: 3.6, output: 2.29, outcome: 3.41, impact: 2.81, quick_win: 3.13}"
"""3.029 as regular-2023 weighs them; 3.061 as kppn-ikn-2022 does."""
PART = "{baseline: 3.6, output: 2.29, outcome: 3.41, quick_win: 3.13}"


def told(plan: Path, entry: str) -> dict[str, str]:
    """The findings on an evaluation: what they say, by code."""
    overlay(plan, {"monev.yaml": f"evaluations:\n  - {{{entry}, sources: [S1]}}\n"})
    found = [d for d in findings(plan) if d.kind.code in ("MON015", "MON023", "MON024")]
    assert len({d.kind.code for d in found}) == len(found)
    return {d.kind.code: d.message(ID) for d in found}


REGULAR_2023 = "`regular-2023` (Reguler, 2023)"


def test_a_round_that_names_its_own_profile_is_clean(minimal_plan: Path) -> None:
    entry = f"year: 2023, cohort: Reguler, profile: regular-2023, sections: {ALL}, final: 3.03"
    assert told(minimal_plan, entry) == {}


def test_a_false_sum_does_not_hide_behind_a_missing_profile(minimal_plan: Path) -> None:
    found = told(minimal_plan, f"year: 2022, sections: {ALL}, final: 3.9")
    assert found == {
        "MON015": "nilai akhir 2022 (3,9) tidak sama dengan jumlah berbobot bagiannya (3,06 atau "
        "3,03) menurut profil `kppn-ikn-2022` (Kawasan KPPN dan IKN, 2022) atau `regular-2022` "
        "(Reguler, 2022)",
        "MON024": "nilai akhir 2022 tidak dapat diperiksa dari bagiannya: profil bobotnya tidak "
        "disebut",
    }


def test_the_cohort_tells_which_weights(minimal_plan: Path) -> None:
    entry = f"year: 2022, cohort: KPPN dan IKN, sections: {ALL}, final: 3.03"
    assert set(told(minimal_plan, entry)) == {"MON015", "MON024"}
    entry = f"year: 2022, cohort: Reguler, sections: {ALL}, final: 3.03"
    assert set(told(minimal_plan, entry)) == {"MON024"}


@pytest.mark.parametrize("final", ["3.03", "3.9"])
def test_a_profile_of_another_year_is_told_and_does_not_weigh(
    final: str, minimal_plan: Path
) -> None:
    entry = f"year: 2023, cohort: Reguler, profile: kppn-ikn-2022, sections: {ALL}, final: {final}"
    found = told(minimal_plan, entry)
    assert found["MON023"] == (
        "profil `kppn-ikn-2022` (Kawasan KPPN dan IKN, 2022) berlaku bagi tahun 2022 (KPPN dan "
        "IKN), sedangkan evaluasi ini tahun 2023 (Reguler)"
    )
    assert ("MON015" in found) == (final == "3.9")
    if final == "3.9":
        assert found["MON015"].endswith(f"(3,03) menurut profil {REGULAR_2023}")


def test_a_profile_of_another_cohort_is_told(minimal_plan: Path) -> None:
    entry = f"year: 2022, cohort: Reguler, profile: kppn-ikn-2022, sections: {ALL}, final: 3.03"
    assert set(told(minimal_plan, entry)) == {"MON023"}


def test_a_section_without_score_is_told_and_the_rest_still_weighs(minimal_plan: Path) -> None:
    found = told(minimal_plan, f"year: 2023, profile: regular-2023, sections: {PART}, final: 3.03")
    assert found == {
        "MON024": "nilai akhir 2023 tidak dapat diperiksa dari bagiannya: belum ada nilai bagian "
        "`impact` (Impact)"
    }
    found = told(minimal_plan, f"year: 2023, profile: regular-2023, sections: {PART}, final: 3.9")
    assert found["MON015"].endswith(f"(2,47 sampai 3,27) menurut profil {REGULAR_2023}")


def test_other_weights_may_stand_in_for_a_year_whose_weights_nobody_knows(
    minimal_plan: Path,
) -> None:
    entry = f"year: 2024, profile: regular-2023, sections: {ALL}, final: "
    assert told(minimal_plan, f"{entry}3.03") == {}
    assert set(told(minimal_plan, f"{entry}3.9")) == {"MON015"}


def test_a_final_score_alone_owes_nothing(minimal_plan: Path) -> None:
    assert told(minimal_plan, "year: 2023, final: 3.03") == {}
