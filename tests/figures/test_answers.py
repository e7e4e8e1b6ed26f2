"""What a plan answers of the instrument, worked out by hand on the plans themselves."""

from pathlib import Path

import pytest
from conftest import EXAMPLES, MINIMAL

from smartplan.figures.answers import Answer, Answered, answer_table, answered_text, answers
from smartplan.load import load

THERE, PARTLY, MISSING = Answered.THERE, Answered.PARTLY, Answered.MISSING


def answered(plan: Path, year: int | None = None) -> dict[str, Answer]:
    read = load(plan).plan
    assert read is not None
    return {one.item.id: one for one in answers(read, year)}


def test_the_minimal_plan_in_its_own_year() -> None:
    """2025: all has met; nothing beyond the APBD; the quick wins of 2024 are done."""
    found = answered(MINIMAL)

    assert len(found) == 33
    open_ = {id_: one.reply.answered for id_, one in found.items() if one.reply.answered != THERE}
    assert open_ == {
        "output-apbd": PARTLY,
        "output-other-funds": MISSING,
        "quick-win-running": MISSING,
        "quick-win-new": MISSING,
    }
    assert found["baseline-programs-run"].reply.says.indonesian == (
        "6 dari 6 program yang direncanakan berjalan tahun 2024"
    )
    assert found["output-apbd"].reply.says.indonesian.startswith("Rp600.000.000 dari APBD")


def test_the_minimal_plan_a_year_earlier() -> None:
    """2024: six quick wins begin; nobody met; nothing ran in 2023."""
    found = answered(MINIMAL, 2024)

    assert found["quick-win-new"].reply.answered == THERE
    assert len(found["quick-win-new"].reply.evidence) == 6
    assert found["baseline-council-met"].reply.answered == MISSING
    assert found["output-council"].reply.answered == PARTLY
    assert found["baseline-programs-run"].reply.answered == MISSING
    assert found["baseline-actions-run"].reply.says.indonesian.startswith("0 dari 4 rumpun")


def test_evidence_is_a_place_with_id_and_title() -> None:
    (met,) = answered(MINIMAL)["baseline-council-met"].reply.evidence
    (law,) = answered(MINIMAL)["baseline-legal"].reply.evidence

    assert (met.id, met.title) == ("2025-03-10", "Arah tahun 2025")
    assert "body: dewan" in met.place.file.line(met.place.line)
    assert (law.id, law.title) == (
        "legal",
        "Peraturan Bupati Buleleng Nomor 5 Tahun 2023 tentang Masterplan Kota Cerdas",
    )
    assert law.place.file.name.endswith("document.yaml")


def test_buleleng() -> None:
    """As its YAML has it: an adopted regulation, bodies without decisions, ten quick wins."""
    found = answered(EXAMPLES / "buleleng")

    assert found["baseline-legal"].reply.answered == THERE
    assert found["output-regulation"].reply.answered == THERE
    assert found["baseline-council-met"].reply.answered == MISSING
    assert found["quick-win-continuity"].reply.says.indonesian == "10 dari 10 quick win"
    assert found["quick-win-risks"].reply.answered == THERE
    strategic = found["quick-win-strategic"].reply
    assert strategic.answered == PARTLY
    assert strategic.write is not None
    assert "`mal-pelayanan-publik`" in strategic.write.indonesian


@pytest.mark.parametrize(
    ("document", "basis", "regulation"),
    [
        ("", MISSING, MISSING),
        ("legal: {kind: sk, number: '1', year: 2024, title: A}", THERE, PARTLY),
        ("legal: {kind: perda, number: '1', year: 2024, title: A}", THERE, THERE),
    ],
)
def test_a_decision_is_a_basis_but_no_regulation(
    written, document: str, basis: Answered, regulation: Answered
) -> None:
    plan = written(document=document)
    found = {one.item.id: one.reply.answered for one in answers(plan)}

    assert (found["baseline-legal"], found["output-regulation"]) == (basis, regulation)


PROGRAMS = """
programs:
  - {id: a, name: A, dimension: living, start: 2024, end: 2026, family: people,
     progress: [{year: 2024, state: running}, {year: 2025-03, state: running}]}
  - {id: b, name: B, dimension: living, start: 2024, end: 2026, family: people,
     progress: [{year: 2025-02, state: running}, {year: 2025-05, state: stopped}]}
  - {id: c, name: C, dimension: living, start: 2026, family: people,
     progress: [{year: 2025-12, state: running}]}
  - {id: d, name: D, dimension: society, family: literacy, start: 2025, end: 2025,
     budget: [{year: 2025, amount: 100, fund: csr, kind: estimate},
              {year: 2025, amount: 300, fund: apbd, kind: planned},
              {year: 2025, amount: 100, fund: dak, kind: planned}]}
"""


def test_a_program_ran_if_its_last_word_of_the_year_says_so(written) -> None:
    """Of a, b and c only a ran: b stopped, c is reported after `as_of` and begins in 2026."""
    found = {one.item.id: one.reply for one in answers(written(programs=PROGRAMS))}

    living = found["outcome-living-programs"]
    assert living.says.indonesian == "1 dari 2 program yang direncanakan berjalan tahun 2025"
    assert living.write is not None
    assert living.write.indonesian.endswith("program `b`")
    assert [one.id for one in living.evidence] == ["a"]
    assert found["outcome-society-programs"].answered == MISSING
    assert found["baseline-programs-run"].says.indonesian.startswith("1 dari 2 program")
    assert found["baseline-actions-run"].says.indonesian.startswith("1 dari 4 rumpun")


def test_money_is_told_apart_by_fund(written) -> None:
    """Of 400 planned, 300 are the region's own: 75 percent; `csr` is an estimate only."""
    found = {one.item.id: one.reply for one in answers(written(programs=PROGRAMS))}

    assert "75 %" in found["output-apbd"].says.indonesian
    assert found["output-other-funds"].answered == THERE
    assert "csr, dak" in found["output-other-funds"].says.indonesian


def test_money_whose_fund_is_not_stated_comes_from_nowhere(written) -> None:
    """Of 400 planned, 300 are known to be the region's own; of the rest nobody can tell."""
    told = PROGRAMS.replace("fund: csr", "fund: unstated").replace("fund: dak", "fund: unstated")
    found = {one.item.id: one.reply for one in answers(written(programs=told))}

    assert "75 %" in found["output-apbd"].says.indonesian
    assert found["output-other-funds"].answered == MISSING


def test_a_plan_with_nothing_says_what_to_write(written) -> None:
    plan = written()

    found = answers(plan)

    assert {one.reply.answered for one in found} == {MISSING}
    assert [one.item.id for one in found if one.reply.write is None] == []
    assert answered_text(plan) == (
        "Dari 33 butir instrumen yang dapat dijawab rencana ini, 0 terjawab, 0 terjawab sebagian, "
        "dan 33 belum terjawab."
    )
    assert len(answer_table(plan).rows) == 33
