"""The risks in a field of likelihood and impact, under the codes that the tables use."""

from collections.abc import Iterator

from smartplan.figures.cells import count, either, heading
from smartplan.figures.drawings import letters
from smartplan.figures.drawings.drawing import Drawing
from smartplan.figures.drawings.picture import (
    SMALL,
    WIDE,
    Box,
    Key,
    Label,
    Picture,
    Shape,
    legend,
    moved,
    swatch,
)
from smartplan.figures.risks import HIGH, ProgramRisk, high_risks, risk_code, risk_matrix, risks
from smartplan.figures.table import Cell, Table, stated
from smartplan.figures.wording import counted
from smartplan.language import Text
from smartplan.plan import Plan

_LEVELS = range(1, 6)
_STEP = 5
"""Scores from one tone to the next."""
_GAP = 3


def risk_figure(plan: Plan) -> Drawing:
    """Five by five fields; each holds the codes of its risks."""
    found, high = risks(plan), high_risks(plan)
    return Drawing(
        id="peta-risiko",
        caption=Text(
            "Peta risiko menurut kemungkinan dan dampak", "Risks by likelihood and impact"
        ),
        says=Text(
            f"Kisi lima kali lima: kemungkinan dari bawah ke atas, dampak dari kiri ke kanan. "
            f"Dari {len(found)} risiko, {len(high)} bernilai {HIGH} atau lebih.",
            f"A grid of five by five: likelihood from the bottom up, impact from left to right. "
            f"Of {counted(len(found), 'risk', 'risks')}, {len(high)} "
            f"{'scores' if len(high) == 1 else 'score'} {HIGH} or more.",
        ),
        data=risk_code_table(plan),
        layout=lambda width: _picture(plan, width),
    )


def risk_code_table(plan: Plan) -> Table:
    """The risks under their codes, the gravest first."""
    return Table(
        id="kode-risiko",
        caption=Text("Risiko menurut kode", "Risks by code"),
        columns=(
            heading("Kode", "Code"),
            heading("Risiko", "Risk"),
            heading("Program", "Program"),
            heading("Kemungkinan", "Likelihood", "right"),
            heading("Dampak", "Impact", "right"),
            heading("Nilai", "Score", "right"),
        ),
        rows=tuple(
            (
                Cell(risk_code(plan, one)),
                stated(one.risk.text, one.risk),
                Cell(one.program.name),
                count(plan, one.risk.likelihood),
                count(plan, one.risk.impact),
                count(plan, one.score),
            )
            for one in risks(plan)
        ),
        empty=Text("Belum ada risiko yang dicatat.", "No risk has been recorded yet."),
    )


def _picture(plan: Plan, width: int) -> Picture:
    left = 22
    side = (width - left - 4 * _GAP) // 5
    height = 62 if width >= WIDE else 70
    shapes: list[Shape] = [
        Label(0, 14, either(plan, "Kemungkinan ↑", "Likelihood ↑"), "small-strong")
    ]
    top = 24
    fields = risk_matrix(plan)
    for likelihood in reversed(_LEVELS):
        shapes.append(Label(left - 8, top + height // 2 + 4, str(likelihood), "axis", "end"))
        for impact in _LEVELS:
            x = left + (impact - 1) * (side + _GAP)
            held = fields.get((likelihood, impact), ())
            shapes.extend(_field(plan, likelihood * impact, held, (x, top, side, height)))
        top += height + _GAP
    for impact in _LEVELS:
        x = left + (impact - 1) * (side + _GAP) + side // 2
        shapes.append(Label(x, top + 14, str(impact), "axis", "middle"))
    shapes.append(
        Label(width, top + 32, either(plan, "Dampak →", "Impact →"), "small-strong", "end")
    )
    keys = legend(_keys(plan), width)
    shapes.extend(moved(keys.shapes, 0, top + 44))
    return Picture(width, top + 44 + keys.height, tuple(shapes))


def _field(
    plan: Plan, score: int, held: tuple[ProgramRisk, ...], place: tuple[int, int, int, int]
) -> Iterator[Shape]:
    x, y, side, height = place
    role, texture = _look(score)
    yield Box(x, y, side, height, role, round=2)
    if texture:
        yield Box(x, y, side, 6, role, texture)
    yield Label(x + side - 4, y + height - 5, str(score), "axis-on", "end")
    codes = [risk_code(plan, one) for one in held]
    lines = letters.wrapped(" ".join(codes), side - 6, SMALL, 3)
    if len(" ".join(lines).split()) < len(codes) or (lines and lines[-1].endswith("…")):
        lines = (either(plan, f"{len(codes)} risiko", counted(len(codes), "risk", "risks")),)
    for number, line in enumerate(lines):
        yield Label(x + side // 2, y + 20 + 15 * number, line, "small-strong", "middle")


def _look(score: int) -> tuple[str, int]:
    """Tone and texture of a field: the texture says high without colour."""
    if score >= HIGH:
        return "tone-4", 1
    return f"tone-{1 + score // _STEP}", 0


def _keys(plan: Plan) -> tuple[Key, ...]:
    high = either(plan, f"risiko tinggi (nilai {HIGH} atau lebih)", f"high (score {HIGH} or more)")
    lower = either(plan, f"nilai di bawah {HIGH}", f"score below {HIGH}")
    return Key(high, swatch("tone-4", 1)), Key(lower, swatch("tone-2"))
