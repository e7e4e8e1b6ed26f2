"""Where the plan stands, told on its first page in a handful of numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from smartplan.figures.budget import kinds_of_money, total_money
from smartplan.figures.ladder import STAGES_IN_ORDER, ladder
from smartplan.figures.listings import milestone_list_table
from smartplan.figures.programs import programs_of, quick_wins, state_of
from smartplan.figures.progress import indicators_in, verdicts
from smartplan.figures.schedule import milestones_by_standing, milestones_of, standing
from smartplan.figures.table import Table
from smartplan.language import Language, Text, label, number, rupiah
from smartplan.plan import Plan
from smartplan.stages.framework import Dimension

SOON = 6
"""How many milestones the first page shows."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """A number that says where the plan stands, with the sentence that explains it."""

    name: Text
    value: Text
    detail: Text
    part: int = 0
    whole: int = 0
    """For a bar; nothing where the whole is 0."""
    kind: str | None = None
    """The kind whose list tells more."""

    @property
    def percent(self) -> int:
        """The length of the bar."""
        return 100 * self.part // self.whole if self.whole else 0


@dataclass(frozen=True, slots=True)
class StageMark:
    """One of the ten stages and whether it holds anything."""

    number: int
    name: Text
    state: Text
    filled: bool


@dataclass(frozen=True, slots=True)
class DimensionCard:
    """A dimension in three counts."""

    dimension: Dimension
    programs: int
    quick_wins: int
    indicators: int


def gauges(plan: Plan) -> tuple[Gauge, ...]:
    """Stages, programs, money, indicators, quick wins, milestones."""
    return tuple(
        gauge
        for gauge in (
            _stages(plan),
            _programs(plan),
            _money(plan),
            _indicators(plan),
            _quick_wins(plan),
            _milestones(plan),
        )
    )


def _both(value: int) -> Text:
    return Text(number(value), number(value, Language.ENGLISH))


def _of(part: int, whole: int) -> Text:
    one, other = _both(part), _both(whole)
    return Text(f"{one.indonesian} dari {other.indonesian}", f"{one.english} of {other.english}")


def _stages(plan: Plan) -> Gauge:
    found = ladder(plan, ())
    approved = _both(found.approved)
    detail = Text(
        f"tahap sudah berisi; {approved.indonesian} dinyatakan disetujui",
        f"stages are filled, {approved.english} approved",
    )
    if not found.approved:
        detail = Text(
            "tahap sudah berisi; belum ada yang dinyatakan disetujui",
            "stages are filled; not one is approved yet",
        )
    whole = len(found.stages)
    name = Text("Penyusunan", "Drawing up")
    return Gauge(name, _of(found.filled, whole), detail, found.filled, whole)


def _programs(plan: Plan) -> Gauge:
    programs = programs_of(plan)
    running = sum(state_of(plan, program) in ("running", "done") for program in programs)
    one = _both(running)
    detail = Text(
        f"program; {one.indonesian} terakhir dilaporkan berjalan atau selesai",
        f"programs; last reported as running or done: {one.english}",
    )
    if not running:
        detail = Text(
            "program; belum ada yang dilaporkan berjalan",
            "programs; not one is reported as running",
        )
    if not programs:
        detail = Text("Belum ada program.", "There are no programs yet.")
    name = Text("Program", "Programs")
    return Gauge(name, _both(len(programs)), detail, running, len(programs), "program")


def _money(plan: Plan) -> Gauge:
    """The money in the firmest kind the plan has; the others beside it, never added up."""
    told = [(kind, total_money(plan, kind)) for kind in kinds_of_money(plan)]
    name = Text("Dana", "Money")
    if not told:
        return Gauge(
            name,
            Text("–", "–"),
            Text(
                "Belum ada angka dana dalam jangka waktu rencana.",
                "No money of the plan's years is told yet.",
            ),
        )
    (kind, first), *others = told
    words = label("budget_kind", kind)
    rest = [(label("budget_kind", other), amount) for other, amount in others]
    indonesian = "".join(f"; {w.indonesian} {_short(a).indonesian}" for w, a in rest)
    english = "".join(f"; {w.english} {_short(a).english}" for w, a in rest)
    detail = Text(f"{words.indonesian}{indonesian}", f"{words.english}{english}")
    return Gauge(name, _short(first), detail, kind="program")


_SCALES = (
    (10**12, Text("triliun", "trillion")),
    (10**9, Text("miliar", "billion")),
    (10**6, Text("juta", "million")),
)


def _short(amount: int) -> Text:
    """`Rp15,6 miliar`: one decimal, cut rather than rounded up, so that it promises no more."""
    for size, word in _SCALES:
        if amount >= size:
            whole, tenth = divmod(amount * 10 // size, 10)
            one = number(whole) + (f",{tenth}" if tenth else "")
            other = number(whole, Language.ENGLISH) + (f".{tenth}" if tenth else "")
            return Text(f"Rp{one} {word.indonesian}", f"Rp{other} {word.english}")
    return Text(rupiah(amount), rupiah(amount, Language.ENGLISH))


def _indicators(plan: Plan) -> Gauge:
    found = verdicts(plan)
    judged = found["reached"] + found["short"]
    whole = judged + found["unknown"]
    name = Text("Indikator", "Indicators")
    if not whole:
        detail = Text("Belum ada indikator.", "There are no indicators yet.")
        return Gauge(name, _both(0), detail, kind="indicator")
    if not judged:
        detail = Text(
            "indikator; belum ada yang dapat dinilai", "indicators; not one can be judged yet"
        )
        return Gauge(name, _both(whole), detail, kind="indicator")
    unknown = _both(found["unknown"])
    detail = Text(
        f"indikator yang dapat dinilai mencapai target; {unknown.indonesian} belum dapat dinilai",
        f"indicators that can be judged are on target; {unknown.english} cannot be judged yet",
    )
    value = _of(found["reached"], judged)
    return Gauge(name, value, detail, found["reached"], judged, "indicator")


def _quick_wins(plan: Plan) -> Gauge:
    found = quick_wins(plan)
    name = Text("Quick win", "Quick wins")
    if not found:
        detail = Text("Belum ada quick win.", "There are no quick wins yet.")
        return Gauge(name, _both(0), detail, kind="program")
    served = _both(len({program.dimension for program in found}))
    whole = _both(len(plan.framework.dimensions))
    detail = Text(
        f"quick win pada {served.indonesian} dari {whole.indonesian} dimensi",
        f"quick wins in {served.english} of {whole.english} dimensions",
    )
    return Gauge(name, _both(len(found)), detail, kind="program")


def _milestones(plan: Plan) -> Gauge:
    found = milestones_by_standing(plan)
    whole = sum(found.values())
    name = Text("Tonggak capaian", "Milestones")
    if not whole:
        return Gauge(name, _both(0), Text("Belum ada tonggak.", "There are no milestones yet."))
    done, late = found.get("done", 0), found.get("late", 0)
    behind = _both(late)
    detail = Text(
        f"tonggak tercapai; {behind.indonesian} lewat tenggat tanpa catatan tercapai",
        f"milestones are reached; past their date and not recorded as reached: {behind.english}",
    )
    if not late:
        detail = Text(
            "tonggak tercapai; tidak ada yang lewat tenggat",
            "milestones are reached; not one is past its date",
        )
    return Gauge(name, _of(done, whole), detail, done, whole)


def stage_marks(plan: Plan) -> tuple[StageMark, ...]:
    """The ten stages in order."""
    return tuple(
        StageMark(rung.stage.number or 0, rung.stage.name, _state(rung.state), rung.filled)
        for rung in ladder(plan, ()).rungs
        if rung.stage in STAGES_IN_ORDER and rung.stage.number is not None
    )


def _state(state: str) -> Text:
    if state in ("absent", "empty"):
        return Text("belum disusun", "not drawn up yet")
    return Text("ada", "there") if state == "there" else label("stage_state", state)


def dimension_cards(plan: Plan) -> Iterator[DimensionCard]:
    """Every dimension of the method, served or not."""
    for dimension in plan.framework.dimensions:
        programs = programs_of(plan, dimension=dimension.id)
        yield DimensionCard(
            dimension,
            len(programs),
            sum(program.quick_win is not None for program in programs),
            len(indicators_in(plan, dimension.id)),
        )


def next_milestone_table(plan: Plan) -> Table:
    """What is due next, counted from the plan's own date."""
    coming = (
        milestone
        for milestone in milestones_of(plan)
        if milestone.due.last >= plan.as_of and standing(plan, milestone) in ("planned", "running")
    )
    return milestone_list_table(
        plan,
        "tonggak-berikutnya",
        Text("Tonggak capaian berikutnya", "Next milestones"),
        islice(coming, SOON),
        Text(
            "Tidak ada tonggak yang jatuh tempo sesudah tanggal keadaan.",
            "No milestone is due after the date of the plan.",
        ),
    )
