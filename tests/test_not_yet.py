"""What lies after the plan's own day has not happened: it is told, and it does not count."""

from pathlib import Path

import pytest
from conftest import change, findings, overlay, places

from smartplan.diagnostics import Diagnostic, Severity
from smartplan.figures.evaluation import latest_evaluation
from smartplan.language import Language
from smartplan.load import load

ID, EN = Language.INDONESIAN, Language.ENGLISH


def of(plan: Path, code: str) -> list[Diagnostic]:
    return [found for found in findings(plan) if found.kind.code == code]


def test_a_meeting_to_come_is_no_meeting_held(minimal_plan: Path) -> None:
    line = change(minimal_plan, "team.yaml", "date: 2025-03-10", "date: 2027-03-10")
    (found,) = findings(minimal_plan)
    assert (found.kind.code, found.location.line) == ("PLN011", line)
    assert found.severity is Severity.ERROR
    assert found.message(ID) == (
        "rapat `dewan` (Dewan Smart City), 10 Maret 2027, belum terjadi pada tanggal keadaan "
        "rencana, 30 Juni 2025"
    )
    assert found.message(EN) == (
        "meeting `dewan` (Dewan Smart City), 10 March 2027, has not happened by the plan's own "
        "date, 30 June 2025"
    )
    assert found.hint(ID) == (
        "perbaiki tanggalnya; bila memang belum terjadi, hapus dari sini sampai terjadi; bila "
        "sudah terjadi, majukan `as_of` dalam smartplan.yaml"
    )


def test_a_meeting_to_come_names_no_agencies_for_those_held(minimal_plan: Path) -> None:
    line = change(
        minimal_plan,
        "team.yaml",
        "  - {date: 2025-04-10, body: tim, agencies: [kominfo, bappeda], topic: Kemajuan program,",
        "  - {date: 2026-04-10, body: tim, agencies: [kominfo], topic: Lagi, sources: [S1]}\n"
        "  - {date: 2025-04-10, body: tim, topic: Kemajuan program,",
    )
    assert [(d.location.line, d.kind.code) for d in findings(minimal_plan)] == [
        (line, "PLN011"),
        (line + 1, "TEA014"),
    ]


@pytest.mark.parametrize("date", ["2025", "2025-06", "2025-06-30"])
def test_a_time_that_has_begun_may_have_seen_it(date: str, minimal_plan: Path) -> None:
    change(minimal_plan, "team.yaml", "date: 2025-03-10", f"date: {date}")
    assert findings(minimal_plan) == []


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        (
            "team.yaml",
            "start: 2023-06-05",
            "start: 2026-06-05",
            "bimtek `b-1` (Bimbingan teknis tahap I), 5 Juni 2026, ",
        ),
        ("team.yaml", "date: 2023-09-06", "date: 2025-07", "nota kesepakatan `"),
        (
            "team.yaml",
            '"1", date: 2023-05-02',
            '"1", date: 2028',
            "keputusan `dewan` (Dewan Smart City), 2028, belum",
        ),
        ("document.yaml", "date: 2023-12-28", "date: 2025-12-28", "peraturan penetapan"),
        (
            "document.yaml",
            "date: 2023-12-20",
            "date: 2025-12-20",
            "persetujuan Bupati, 20 Desember 2025",
        ),
        ("document.yaml", "date: 2025-06-02", "date: 2025-07-02", "revisi 1.1, 2 Juli 2025"),
        ("document.yaml", "approved, date: 2023", "approved, date: 2026", "keadaan tahap tim, "),
        ("programs.yaml", "{year: 2024, state", "{year: 2027-05, state", "kemajuan program `"),
        (
            "programs.yaml",
            "{year: 2024, amount: 100000000, fund: apbd, kind: planned",
            "{year: 2026, amount: 100000000, fund: apbd, kind: realised",
            "realisasi anggaran program `",
        ),
    ],
)
def test_whatever_is_told_as_done_is_told(
    name: str, before: str, after: str, said: str, minimal_plan: Path
) -> None:
    line = change(minimal_plan, name, before, after)
    (found,) = of(minimal_plan, "PLN011")
    assert places([found]) == [(name, line, "PLN011")]
    assert found.message(ID).startswith(said)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "team.yaml",
            "start: 2023-09-05\n    end: 2023-09-06",
            "start: 2026-09-05\n    state: planned",
        ),
        ("programs.yaml", "{year: 2024, state: done,", "{year: 2027, state: planned,"),
    ],
)
def test_what_is_planned_may_lie_ahead(
    name: str, before: str, after: str, minimal_plan: Path
) -> None:
    change(minimal_plan, name, before, after)
    assert of(minimal_plan, "PLN011") == []


@pytest.mark.parametrize(
    ("name", "before", "after", "cure"),
    [
        ("team.yaml", "start: 2023-06-05", "start: 2026-06-05", "state: planned"),
        ("programs.yaml", "{year: 2024, state", "{year: 2027-05, state", "state: planned"),
        (
            "programs.yaml",
            "{year: 2024, amount: 100000000, fund: apbd, kind: planned",
            "{year: 2026, amount: 100000000, fund: apbd, kind: realised",
            "kind: planned",
        ),
    ],
)
def test_what_may_be_planned_is_told_how(
    name: str, before: str, after: str, cure: str, minimal_plan: Path
) -> None:
    change(minimal_plan, name, before, after)
    (found,) = of(minimal_plan, "PLN011")
    assert found.hint(ID) == (
        f"perbaiki tanggalnya; bila memang belum terjadi, tulis `{cure}`; bila sudah terjadi, "
        "majukan `as_of` dalam smartplan.yaml"
    )


def test_an_evaluation_to_come_is_not_the_latest(minimal_plan: Path) -> None:
    overlay(
        minimal_plan,
        {
            "monev.yaml": "evaluations:\n"
            "  - {year: 2024, final: 3.1, sources: [S1]}\n"
            "  - {year: 2029, final: 3.9, sources: [S1]}\n"
        },
    )
    (found,) = of(minimal_plan, "PLN011")
    assert found.location.line == 3
    assert found.message(ID).startswith("evaluasi, 2029, belum terjadi")
    plan = load(minimal_plan).plan
    assert plan is not None
    latest = latest_evaluation(plan)
    assert latest is not None
    assert latest.year == 2024
