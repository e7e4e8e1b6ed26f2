"""The risks of the programs: how likely, how grave, who minds them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from smartplan.figures.cells import agency_cell, count, either, heading, terms
from smartplan.figures.programs import programs_of, quick_wins
from smartplan.figures.table import Cell, Table, named, stated
from smartplan.language import Text
from smartplan.plan import Plan, once
from smartplan.stages.programs import Program, Risk

HIGH = 15
"""Likelihood times impact from which a risk counts as high."""

_LEVELS = range(1, 6)


@dataclass(frozen=True, slots=True)
class ProgramRisk:
    """A risk with the program it threatens."""

    program: Program
    risk: Risk

    @property
    def score(self) -> int:
        return self.risk.likelihood * self.risk.impact

    @property
    def is_high(self) -> bool:
        return self.score >= HIGH


def risks(plan: Plan, dimension: str | None = None) -> tuple[ProgramRisk, ...]:
    """The risks, the gravest first."""
    found = [
        ProgramRisk(program, risk)
        for program in programs_of(plan, dimension=dimension)
        for risk in program.risks
    ]
    return tuple(sorted(found, key=lambda one: -one.score))


def high_risks(plan: Plan) -> tuple[ProgramRisk, ...]:
    return tuple(one for one in risks(plan) if one.is_high)


def risks_without_mitigation(plan: Plan) -> tuple[ProgramRisk, ...]:
    return tuple(one for one in risks(plan) if one.risk.mitigation is None)


def risks_without_owner(plan: Plan) -> tuple[ProgramRisk, ...]:
    return tuple(one for one in risks(plan) if one.risk.owner is None)


def quick_wins_without_risk(plan: Plan) -> tuple[Program, ...]:
    return tuple(program for program in quick_wins(plan) if not program.risks)


def risk_code(plan: Plan, one: ProgramRisk) -> str:
    """The short mark of a risk: R1 is the gravest."""
    return f"R{_ranks(plan)[id(one.risk)]}"


@once
def _ranks(plan: Plan) -> Mapping[int, int]:
    """The place of each risk among all, by the identity of the risk, which lives in the plan."""
    return {id(one.risk): place for place, one in enumerate(risks(plan), 1)}


def risk_matrix(plan: Plan) -> dict[tuple[int, int], tuple[ProgramRisk, ...]]:
    """The risks by likelihood and impact; a field without risks is left out."""
    fields: dict[tuple[int, int], list[ProgramRisk]] = defaultdict(list)
    for one in risks(plan):
        fields[(one.risk.likelihood, one.risk.impact)].append(one)
    return {key: tuple(fields[key]) for key in sorted(fields)}


def risk_matrix_table(plan: Plan) -> Table:
    """How many risks lie in each field, the likeliest on top."""
    fields = risk_matrix(plan)
    return Table(
        id="matriks-risiko",
        caption=Text(
            "Jumlah risiko menurut kemungkinan dan dampak",
            "Number of risks by likelihood and impact",
        ),
        columns=(
            heading("Kemungkinan", "Likelihood"),
            *(heading(f"Dampak {impact}", f"Impact {impact}", "center") for impact in _LEVELS),
        ),
        rows=tuple(
            (
                Cell(str(likelihood)),
                *(count(plan, len(fields.get((likelihood, impact), ()))) for impact in _LEVELS),
            )
            for likelihood in reversed(_LEVELS)
        )
        if fields
        else (),
        empty=_NO_RISK,
    )


_NO_RISK = Text("Belum ada risiko yang dicatat.", "No risk has been recorded yet.")


def high_risk_table(plan: Plan) -> Table:
    """The risks that must be watched, with who watches them."""
    return Table(
        id="risiko-tinggi",
        caption=Text(
            f"Risiko dengan nilai {HIGH} atau lebih", f"Risks with a score of {HIGH} or more"
        ),
        columns=(
            heading("Program", "Program"),
            heading("Risiko", "Risk"),
            heading("Nilai", "Score", "right"),
            heading("Penanggung jawab", "Owner"),
        ),
        rows=tuple(
            (
                Cell(one.program.name, item=named(one.program)),
                stated(one.risk.text, one.risk),
                _score(one),
                agency_cell(plan, one.risk.owner),
            )
            for one in high_risks(plan)
        ),
        empty=Text(
            f"Tidak ada risiko yang bernilai {HIGH} atau lebih.",
            f"No risk has a score of {HIGH} or more.",
        )
        if risks(plan)
        else _NO_RISK,
    )


def risk_table(plan: Plan, dimension: str) -> Table:
    """The risks of a dimension with what is done about them."""
    name = terms(plan, "dimension", dimension)
    return Table(
        id=f"risiko-{dimension}",
        caption=Text(f"Risiko program {name.indonesian}", f"Risks of the {name.english} programs"),
        columns=(
            heading("Program", "Program"),
            heading("Risiko", "Risk"),
            heading("Nilai", "Score", "right"),
            heading("Mitigasi", "Mitigation"),
        ),
        rows=tuple(
            (
                Cell(one.program.name, item=named(one.program)),
                stated(one.risk.text, one.risk),
                _score(one),
                Cell(_mitigation(plan, one)),
            )
            for one in risks(plan, dimension)
        ),
        empty=Text(
            f"Belum ada risiko yang dicatat untuk program {name.indonesian}.",
            f"No risk has been recorded for the {name.english} programs yet.",
        ),
    )


def program_risk_table(plan: Plan, program: Program) -> Table:
    """The risks of one program."""
    return Table(
        id=f"risiko-program-{program.id}",
        caption=Text(f"Risiko {program.name}", f"Risks of {program.name}"),
        columns=(
            heading("Risiko", "Risk"),
            heading("Nilai", "Score", "right"),
            heading("Mitigasi", "Mitigation"),
            heading("Penanggung jawab", "Owner"),
        ),
        rows=tuple(
            (
                stated(one.risk.text, one.risk),
                _score(one),
                Cell(_mitigation(plan, one)),
                agency_cell(plan, one.risk.owner),
            )
            for one in risks(plan)
            if one.program.id == program.id
        ),
        empty=Text(
            "Risiko quick win ini belum dicatat.", "No risk has been recorded for this quick win."
        ),
    )


def _score(one: ProgramRisk) -> Cell:
    return Cell(f"{one.score} ({one.risk.likelihood} × {one.risk.impact})")


def _mitigation(plan: Plan, one: ProgramRisk) -> str:
    return one.risk.mitigation or either(plan, "belum dirumuskan", "not drawn up")
