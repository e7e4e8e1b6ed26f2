"""PRG024: a program that answers no strategic issue."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import such_as, titled
from smartplan.stages.programs import Programs
from smartplan.stages.readiness import Readiness


@rule(
    "PRG024",
    Severity.WARNING,
    message=Text(
        "program `{program}` ({name}) belum menjawab isu strategis mana pun",
        "program `{program}` ({name}) answers no strategic issue",
    ),
    hint=Text(
        "tulis id isu yang dijawab di `issues`{choices}",
        "write the id of the issue it answers in `issues`{choices}",
    ),
    why=Text(
        "Quick win dinilai antara lain menurut isu strategis RPJMD yang dijawabnya. Bagi "
        "program lain pun, tanpa masalah yang dijawab manfaatnya sulit ditunjukkan.",
        "Quick wins are scored, among other things, by the strategic issue of the RPJMD they "
        "answer. Of other programs too, the benefit is hard to show where no problem is "
        "answered.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); quick win harus menjawab isu strategis "
        "RPJMD (butir 5.1.1); bahwa setiap program menjawab isu adalah pertimbangan penyusun "
        "smartplan",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); quick wins must answer a "
        "strategic issue of the RPJMD (item 5.1.1); that every program answers one is our "
        "judgement",
    ),
    absence=True,
)
def program_answers_no_issue(programs: Programs, readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal  # PRG024
            name: Portal layanan
            dimension: governance

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            issues: [i-governance]
    """
    for program in programs.programs:
        if not program.issues:
            own = [issue for issue in readiness.issues if issue.dimension == program.dimension]
            choices = such_as(own)
            yield found(program.at(), program=program.id, name=titled(program), choices=choices)
