"""The shipped editions of the method are whole and agree with themselves."""

from collections import Counter
from datetime import date

import pytest

from smartplan.load import DEFAULT_FRAMEWORK, framework, frameworks
from smartplan.nearest import fold
from smartplan.stages.base import Item, walk
from smartplan.stages.framework import Framework, Named, Succession

EDITIONS = [pytest.param(framework(name), id=name) for name in frameworks()]


def test_two_editions_ship_and_one_is_the_default() -> None:
    assert frameworks() == ("kominfo-2021", "kota-cerdas-2026-draft")
    assert DEFAULT_FRAMEWORK == "kominfo-2021"
    assert [framework(name).id for name in frameworks()] == list(frameworks())


def test_the_edition_of_2021_has_six_dimensions_of_three_parts() -> None:
    dimensions = framework("kominfo-2021").dimensions
    assert [dimension.id for dimension in dimensions] == [
        "governance", "branding", "economy", "living", "society", "environment",
    ]  # fmt: skip
    assert {len(dimension.sub_dimensions) for dimension in dimensions} == {3}


def test_the_draft_of_2026_has_mobility_and_no_branding() -> None:
    draft = framework("kota-cerdas-2026-draft")
    ids = [dimension.id for dimension in draft.dimensions]
    assert "mobility" in ids
    assert "branding" not in ids
    assert [retired.id for retired in draft.retired_dimensions] == ["branding"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_ids_are_used_once_per_kind(edition: Framework) -> None:
    ids = Counter(
        (type(item).kind, getattr(item, "id", "")) for item in walk(edition) if type(item).kind
    )
    assert [key for key, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_elements_belong_to_a_group(edition: Framework) -> None:
    assert {element.group for element in edition.elements} == {group.id for group in edition.groups}


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_name_stands_for_two_dimensions(edition: Framework) -> None:
    assert ambiguous([*edition.dimensions, *edition.retired_dimensions]) == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_name_stands_for_two_parts_of_dimensions(edition: Framework) -> None:
    parts = [part for dimension in edition.dimensions for part in dimension.sub_dimensions]
    assert ambiguous(parts) == {}


def ambiguous(terms: list[Named]) -> dict[str, set[str]]:
    """The names that stand for more than one term, with the ids of those."""
    meant: dict[str, set[str]] = {}
    for term in terms:
        for name in (term.id, term.name, term.english, *getattr(term, "aliases", ())):
            meant.setdefault(fold(name), set()).add(term.id)
    return {name: ids for name, ids in meant.items() if len(ids) > 1}


@pytest.mark.parametrize("edition", EDITIONS)
def test_weights_of_an_evaluation_add_up_to_a_hundred(edition: Framework) -> None:
    sections = {section.id for section in edition.evaluation_sections}
    assert edition.evaluation_profiles
    for profile in edition.evaluation_profiles:
        assert sum(profile.weights.values()) == 100
        assert set(profile.weights) <= sections


@pytest.mark.parametrize("edition", EDITIONS)
def test_classes_of_achievement_fall_from_the_best_to_zero(edition: Framework) -> None:
    starts = [level.from_ for level in edition.achievement]
    assert starts == sorted(starts, reverse=True)
    assert len(set(starts)) == len(starts)
    assert starts[-1] == 0


@pytest.mark.parametrize("edition", EDITIONS)
def test_horizons_reach_one_five_and_ten_years(edition: Framework) -> None:
    assert {horizon.id: horizon.years for horizon in edition.horizons} == {
        "short": 1, "medium": 5, "long": 10,
    }  # fmt: skip


@pytest.mark.parametrize("edition", EDITIONS)
def test_quick_wins_warn_before_they_fail(edition: Framework) -> None:
    assert 0 < edition.quick_win.warning_months <= edition.quick_win.error_months


def _old(succession: Succession) -> tuple[str, int]:
    return succession.number, succession.year


def _new(succession: Succession) -> tuple[str, int]:
    return succession.by_number, succession.by_year


@pytest.mark.parametrize("edition", EDITIONS)
def test_successions_of_regulations_go_forward_and_end(edition: Framework) -> None:
    for start in edition.successions:
        seen, step = {_old(start)}, start
        while True:
            assert step.by_year >= step.year
            assert step.since.last >= date(step.by_year, 1, 1)
            assert _new(step) not in seen
            seen.add(_new(step))
            following = [
                other
                for other in edition.successions
                if _old(other) == _new(step)
                and other.by.split()[0].lower()[:5] == step.by.split()[0].lower()[:5]
            ]
            if not following:
                break
            (step,) = following


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_regulation_has_one_successor(edition: Framework) -> None:
    old = Counter((s.kind_, s.number, s.year, s.issuer) for s in edition.successions)
    assert [key for key, count in old.items() if count > 1] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_successor_is_named_by_its_number_and_year(edition: Framework) -> None:
    for succession in edition.successions:
        assert succession.by_number in succession.by
        assert str(succession.by_year) in succession.by


@pytest.mark.parametrize("edition", EDITIONS)
def test_terms_have_a_name_in_both_languages(edition: Framework) -> None:
    named: list[Item] = [item for item in walk(edition) if isinstance(item, Named)]
    assert len(named) > 40
    for item in named:
        assert isinstance(item, Named)
        assert item.name.strip() == item.name
        assert item.english.strip() == item.english
