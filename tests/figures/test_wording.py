"""Moments in words, as precise as the plan gives them."""

from datetime import date

import pytest

from smartplan.figures.wording import capitalised, spoken
from smartplan.language import Language
from smartplan.stages.scalars import Moment


@pytest.mark.parametrize(
    ("first", "last", "precision", "indonesian", "english"),
    [
        (date(2023, 7, 5), date(2023, 7, 5), "day", "5 Juli 2023", "5 July 2023"),
        (date(2023, 7, 1), date(2023, 7, 31), "month", "Juli 2023", "July 2023"),
        (date(2024, 1, 1), date(2024, 3, 31), "quarter", "triwulan I 2024", "quarter I 2024"),
        (date(2024, 10, 1), date(2024, 12, 31), "quarter", "triwulan IV 2024", "quarter IV 2024"),
        (date(2024, 1, 1), date(2024, 6, 30), "semester", "semester I 2024", "semester I 2024"),
        (date(2024, 7, 1), date(2024, 12, 31), "semester", "semester II 2024", "semester II 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "year", "2024", "2024"),
    ],
)
def test_a_moment_is_said_as_precisely_as_it_is_given(first, last, precision, indonesian, english):
    moment = Moment(first, last, precision)

    assert spoken(moment, Language.INDONESIAN) == indonesian
    assert spoken(moment, Language.ENGLISH) == english


def test_only_the_first_letter_grows():
    assert capitalised("indeks SPBE") == "Indeks SPBE"
    assert capitalised("") == ""
