"""Items on the quick wins: what they tell of themselves, and whether they go on."""

from collections.abc import Callable

from smartplan.figures.answers.reply import LISTED, Answered, Look, Reply, how_far, of_programs
from smartplan.figures.answers.running import continued, new
from smartplan.figures.programs import quick_wins
from smartplan.figures.wording import counted
from smartplan.language import Text
from smartplan.nearest import listing
from smartplan.plan import Plan
from smartplan.stages.programs import Program

_NAME = Text("quick win", "quick wins")


def _of_quick_wins(test: Callable[[Program], bool], what: Text) -> Look:
    """How many of the quick wins pass a test."""

    def look(plan: Plan, _year: int) -> Reply:
        found = quick_wins(plan)
        good = [program for program in found if test(program)]
        short = [program.id for program in found if not test(program)]
        if not found:
            return _no_quick_win()
        says = Text(
            f"{len(good)} dari {len(found)} quick win",
            f"{len(good)} of {counted(len(found), 'quick win', 'quick wins')}",
        )
        named = listing(short, LISTED)
        write = Text(
            f"isi {what.indonesian} pada quick win {named}", f"fill {what.english} of {named}"
        )
        answered = how_far(len(good), len(short))
        return Reply(answered, says, of_programs(good), write if short else None)

    return look


def _no_quick_win() -> Reply:
    return Reply(
        Answered.MISSING,
        Text("belum ada quick win", "there is no quick win"),
        write=Text(
            "tandai program percepatan dengan `quick_win` pada programs.yaml",
            "mark the quick programs with `quick_win` in programs.yaml",
        ),
    )


def _same(words: str) -> Text:
    return Text(words, words)


_QUICK_WINS: dict[str, tuple[Callable[[Program], bool], Text]] = {
    "strategic": (lambda p: bool(p.issues), _same("`issues`")),
    "benefit": (
        lambda p: bool(p.quick_win and p.quick_win.beneficiaries and p.quick_win.after),
        Text("`beneficiaries` dan `after`", "`beneficiaries` and `after`"),
    ),
    "unique": (lambda p: bool(p.quick_win and p.quick_win.novelty), _same("`novelty`")),
    "partners": (lambda p: bool(p.partners), _same("`partners`")),
    "expansion": (lambda p: bool(p.quick_win and p.quick_win.expansion), _same("`expansion`")),
    "continuity": (lambda p: bool(p.quick_win and p.quick_win.continuity), _same("`continuity`")),
    "resources": (lambda p: bool(p.quick_win and p.quick_win.resources), _same("`resources`")),
    "risks": (lambda p: bool(p.risks), _same("`risks`")),
    "mitigation": (
        lambda p: bool(p.risks) and all(risk.mitigation for risk in p.risks),
        Text("`mitigation` setiap risiko", "`mitigation` of every risk"),
    ),
}
"""Items on the quick wins: what a quick win must say, and the keys to fill."""


def _quick_wins_continued(plan: Plan, year: int) -> Reply:
    found = quick_wins(plan)
    return continued(found, plan, year, _NAME) if found else _no_quick_win()


def _quick_wins_new(plan: Plan, year: int) -> Reply:
    started = [program for program in quick_wins(plan) if _begins(program) == year]
    return new(started, year, _NAME)


def _begins(program: Program) -> int | None:
    moment = program.quick_win.start if program.quick_win else None
    return moment.year if moment else program.start


LOOKS: dict[str, Look] = {
    "quick-win-running": _quick_wins_continued,
    "quick-win-new": _quick_wins_new,
    **{f"quick-win-{id_}": _of_quick_wins(*told) for id_, told in _QUICK_WINS.items()},
}
