"""VIS006: a strategy that no program carries out."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Programs
from smartplan.stages.vision import Vision


@rule(
    "VIS006",
    Severity.WARNING,
    message=Text(
        "strategi `{strategy}` ({text}) belum dijalankan program mana pun",
        "no program carries out the strategy `{strategy}` ({text})",
    ),
    hint=Text(
        "tambahkan `{strategy}` pada `strategies` sebuah program",
        "add `{strategy}` to the `strategies` of a program",
    ),
    why=Text(
        "Strategi menjadi nyata melalui program. Strategi tanpa program akan dibaca sebagai "
        "kalimat saja.",
        "A strategy becomes real through programs. Without one it reads as a mere sentence.",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan; Tanjungpinang menurunkan 17 program dari 3 "
        "strategi (http://jurnal.uinsu.ac.id/index.php/analytica/article/view/25128/0)",
        "our judgement; Tanjungpinang derives 17 programs from 3 strategies "
        "(http://jurnal.uinsu.ac.id/index.php/analytica/article/view/25128/0)",
    ),
    absence=True,
)
def strategy_without_program(vision: Vision, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        strategies:
          - id: st-baru  # VIS006
            dimension: governance
            text: Menjalankan loket daring
            basis: proposal

    Right:

        # vision.yaml
        strategies:
          - {id: st-public-service, dimension: governance, text: Menjalankan loket, basis: proposal}
    """
    run = {id_ for program in programs.programs for id_ in program.strategies}
    for strategy in vision.strategies:
        if strategy.id not in run:
            yield found(strategy.at(), strategy=strategy.id, text=titled(strategy))
