"""PRG023: families of actions that no program belongs to."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.programs import families_without_program
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.programs import Programs


@rule(
    "PRG023",
    Severity.WARNING,
    message=Text(
        "{count} rumpun rencana aksi belum memiliki program: {families}",
        "families of actions without a program ({count}): {families}",
    ),
    hint=Text(
        "tambahkan program, atau lengkapi `family` pada program yang ada",
        "add programs, or fill in `family` of those that are there",
    ),
    why=Text(
        "Rencana aksi SDM, infrastruktur, aplikasi, dan literasi dinilai sendiri-sendiri. "
        "Penilai juga mengingatkan agar kota cerdas tidak disamakan dengan aplikasi.",
        "The action plans for people, infrastructure, applications and literacy are scored "
        "one by one. Assessors also advise not to equate a smart city with applications.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); empat butir tentang rencana aksi dalam "
        "bagian outcome, dan saran asesor 2023; rumpun kebijakan dan kelembagaan dari "
        "susunan Buku II adalah pertimbangan penyusun smartplan",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); four items on the action plans "
        "in the outcome section, and assessors' advice of 2023; the family of policy and "
        "institutions, from the outline of Book II, is our judgement",
    ),
    absence=True,
)
def family_without_program(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:  # PRG023
          - {id: p-1, name: Loket, dimension: governance, family: application}
          - {id: p-2, name: Jaringan, dimension: living, family: infrastructure}

    Right:

        # programs.yaml
        programs:
          - {id: p-1, name: Loket, dimension: governance, family: application}
          - {id: p-2, name: Jaringan, dimension: living, family: infrastructure}
          - {id: p-3, name: Peraturan data, dimension: governance, family: policy}
          - {id: p-4, name: Pelatihan aparatur, dimension: governance, family: people}
          - {id: p-5, name: Relawan desa, dimension: society, family: literacy}
    """
    empty = families_without_program(plan)
    if empty:
        yield found(programs.at_key("programs"), count=len(empty), families=names(empty))
