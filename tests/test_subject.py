"""Subjects: what a finding is about, by ids and keys; waivers and baselines hold on to them."""

import pytest

from smartplan.diagnostics import File, Location
from smartplan.kinds import yml
from smartplan.parser import parse
from smartplan.subject import with_subjects

TEXT = """\
title: Satu
terms:
  - id: kota
    meaning: Besar
    sources: [S1, S2]
  - {term: SPBE, meaning: Sistem}
  - meaning: Tanpa nama
budget:
  2024: {amount: 1, note: a}
"""


def subject(line: int, column: int) -> str:
    file = File("a.yaml", TEXT)
    tree, _ = parse(file)
    assert tree is not None
    place = Location(file, line, column, line, column)
    [found] = with_subjects([yml.EMPTY_FILE.at(place)], {"a.yaml": tree})
    return found.subject


@pytest.mark.parametrize(
    ("line", "column", "told"),
    [
        (1, 1, "title"),
        (1, 6, "title"),
        (1, 8, "title"),
        (2, 1, "terms"),
        (2, 6, "terms"),
        (3, 5, "terms/kota/id"),
        (4, 5, "terms/kota/meaning"),
        (4, 14, "terms/kota/meaning"),
        (5, 5, "terms/kota/sources"),
        (5, 15, "terms/kota/sources/S1"),
        (5, 19, "terms/kota/sources/S2"),
        (6, 5, "terms/SPBE"),
        (6, 6, "terms/SPBE/term"),
        (6, 18, "terms/SPBE/meaning"),
        (7, 5, "terms/2/meaning"),
        (8, 1, "budget"),
        (9, 3, "budget/2024"),
        (9, 9, "budget/2024"),
        (9, 10, "budget/2024/amount"),
        (9, 21, "budget/2024/note"),
    ],
)
def test_a_place_is_told_by_the_ids_and_keys_down_to_it(line: int, column: int, told: str) -> None:
    assert subject(line, column) == told
