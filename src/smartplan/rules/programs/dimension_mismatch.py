"""PRG005: a sub-dimension of another dimension."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named, names, several
from smartplan.stages.programs import Programs


@rule(
    "PRG005",
    Severity.ERROR,
    message=Text(
        "subdimensi `{sub}` ({name}) termasuk dimensi {owner}, bukan {own}",
        "the sub-dimension `{sub}` ({name}) belongs to {owner}, not to {own}",
    ),
    hint=Text(
        "ganti `dimension` menjadi `{right}`, atau pilih satu dari {choices}",
        "change `dimension` to `{right}`, or choose one of {choices}",
    ),
    why=Text(
        "Program dihitung menurut dimensi dan subdimensi. Bila keduanya tidak cocok, program "
        "terhitung di tempat yang salah.",
        "Programs are counted by dimension and sub-dimension. Where the two disagree a "
        "program is counted in the wrong place.",
    ),
    about=Text(
        "subdimensi program bukan bagian dimensinya",
        "the sub-dimension of a program is no part of its dimension",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); bagian outcome menilai program menurut "
        "dimensi, dan survei dampak 2023 menanyakan setiap subdimensi",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); the outcome section scores "
        "programs by dimension, and the impact survey of 2023 asks about every sub-dimension",
    ),
)
def dimension_mismatch(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: retribusi
            name: Retribusi nontunai
            dimension: governance
            sub_dimension: transaction  # PRG005

    Right:

        # programs.yaml
        programs:
          - id: retribusi
            name: Retribusi nontunai
            dimension: economy
            sub_dimension: transaction
    """
    owner = {sub.id: (d, sub) for d in plan.framework.dimensions for sub in d.sub_dimensions}
    own = {d.id: d.sub_dimensions for d in plan.framework.dimensions}
    for program in programs.programs:
        dimension, sub = owner.get(program.sub_dimension or "", (None, None))
        if dimension is None or sub is None or program.dimension not in own:
            continue
        if dimension.id != program.dimension:
            there = Related(program.at("dimension"), Text("dimensinya", "its dimension"))
            yield found(
                program.at("sub_dimension"),
                also=(there,),
                sub=sub.id,
                name=names([sub]),
                right=dimension.id,
                owner=called(dimension),
                own=named(plan, "dimension", program.dimension),
                choices=several(own[program.dimension]),
            )
