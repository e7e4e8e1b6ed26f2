"""PRG029: dimensions of the method that no program serves."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.programs import Programs


@rule(
    "PRG029",
    Severity.WARNING,
    message=Text(
        "{count} dimensi belum memiliki program: {dimensions}",
        "dimensions without a program ({count}): {dimensions}",
    ),
    hint=Text(
        "tambahkan program, atau pindahkan program yang sesuai ke dimensi itu",
        "add programs, or move those that fit to the dimension",
    ),
    why=Text(
        "Bagian outcome menilai program yang berjalan pada setiap dimensi. Dimensi tanpa "
        "program tidak memiliki yang dapat dinilai. Bila kerangka membagi dimensi menjadi "
        "subdimensi, PRG014 yang menyebutkannya.",
        "The outcome section scores the programs that run in each dimension. A dimension "
        "without one has nothing to score. Where the framework divides dimensions into "
        "sub-dimensions, PRG014 tells of them.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); bagian outcome, program yang berjalan "
        "menurut dimensi",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); outcome section, programs "
        "running by dimension",
    ),
    absence=True,
)
def dimension_without_program(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        framework: kota-cerdas-2026-draft
        as_of: 2025-06-30
        # programs.yaml
        programs:  # PRG029
          - {id: portal, name: Portal layanan, dimension: governance}

    Right:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        framework: kota-cerdas-2026-draft
        as_of: 2025-06-30
        # programs.yaml
        programs:
          - {id: p-1, name: Portal layanan, dimension: governance}
          - {id: p-2, name: Pasar digital, dimension: economy}
          - {id: p-3, name: Puskesmas, dimension: living}
          - {id: p-4, name: Perpustakaan, dimension: society}
          - {id: p-5, name: Bank sampah, dimension: environment}
          - {id: p-6, name: Bus sekolah, dimension: mobility}
    """
    served = {program.dimension for program in programs.programs}
    empty = [
        dimension
        for dimension in plan.framework.dimensions
        if not dimension.sub_dimensions and dimension.id not in served
    ]
    if empty:
        yield found(
            programs.at_key("programs"),
            count=len(empty),
            dimensions=names(empty),
        )
