"""MON014: a section the instrument does not have."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.nearest import nearest
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import several
from smartplan.stages.monev import Monev


@rule(
    "MON014",
    Severity.ERROR,
    message=Text(
        "tidak ada bagian evaluasi `{section}`",
        "there is no evaluation section `{section}`",
    ),
    hint=Text(
        "{perhaps}pilihannya: {choices}",
        "{perhaps}the choices are: {choices}",
    ),
    why=Text(
        "Nilai pada bagian yang tidak dikenal tidak ikut dihitung, sehingga nilai akhir "
        "tampak keliru.",
        "A score under an unknown section is left out, which makes the final score look wrong.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2)",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2)",
    ),
)
def unknown_evaluation_section(plan: Plan, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        evaluations:
          - year: 2023
            sections:
              baseline: 3.6
              outputs: 2.29  # MON014
            sources: [S1]

    Right:

        # monev.yaml
        evaluations:
          - year: 2023
            sections: {baseline: 3.6, output: 2.29}
            sources: [S1]
    """
    known = {section.id: section for section in plan.framework.evaluation_sections}
    choices = several(known.values())
    near_to: dict[str, list[str]] = {}
    for evaluation in monev.evaluations:
        for section in evaluation.sections:
            if section not in known:
                place = evaluation.at("sections", section)
                if section not in near_to and len(near_to) < _SUGGESTED:
                    near_to[section] = nearest(section, known, 1)
                near = several(known[id_] for id_ in near_to.get(section, ()))
                perhaps = (
                    Text(f"mungkin {near.indonesian}? ", f"perhaps {near.english}? ")
                    if near.indonesian
                    else _UNLIKE
                )
                yield found(place, section=section, perhaps=perhaps, choices=choices)


_UNLIKE = Text("", "")
_SUGGESTED = 20
"""Unknown sections that get a suggestion: finding the nearest is dear."""
