"""Hundreds of slips of the pen in a good plan, one at a time, each found where it was made."""

from pathlib import Path

import pytest
from conftest import MINIMAL
from slips import SORTS, Bench

from smartplan.language import Language
from smartplan.load import load

SLIPS = [slip for sort in SORTS for slip in sort(Bench(MINIMAL))][::7]  # all of them take minutes


def test_there_are_hundreds_of_slips_of_every_sort() -> None:
    sorts = {slip.what.split()[0] for slip in SLIPS}
    assert len(SLIPS) > 250
    assert len({slip.file for slip in SLIPS}) == 11
    assert sorts >= {
        "key", "without", "id", "number", "decimal", "date", "choice", "open", "tab", "shifted",
        "text", "list",
    }  # fmt: skip


@pytest.mark.parametrize("part", range(4))
def test_a_slip_is_told_where_it_was_made_and_hardly_anything_else(
    part: int, minimal_plan: Path
) -> None:
    missed = []
    for slip in SLIPS[part::4]:
        path = minimal_plan / slip.file
        good = path.read_text("utf-8")
        path.write_text(slip.text, encoding="utf-8")
        found = load(minimal_plan).diagnostics
        path.write_text(good, encoding="utf-8")
        here = [
            d
            for d in found
            if (d.location.file.name, d.location.line) == slip.place and d.kind.code in slip.codes
        ]
        for diagnostic in found:
            for language in Language:
                assert diagnostic.message(language).isprintable()
                assert diagnostic.hint(language).isprintable()
        if not here or len(found) > 2:
            told = [(d.location.file.name, d.location.line, d.kind.code) for d in found]
            missed.append((slip.what, slip.place, told[:5]))
    assert missed == []
