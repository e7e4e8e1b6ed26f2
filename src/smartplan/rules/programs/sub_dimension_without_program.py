"""PRG014: sub-dimensions of the method that no program serves."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.programs import uncovered_sub_dimensions
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.programs import Programs


@rule(
    "PRG014",
    Severity.WARNING,
    message=Text(
        "{count} subdimensi belum memiliki program: {slots}",
        "sub-dimensions without a program ({count}): {slots}",
    ),
    hint=Text(
        "tambahkan program, atau lengkapi `sub_dimension` pada program yang ada",
        "add programs, or fill in `sub_dimension` of those that are there",
    ),
    why=Text(
        "Survei dampak kementerian menanyakan setiap subdimensi. Subdimensi tanpa program "
        "dinilai tanpa pekerjaan yang mendukungnya.",
        "The ministry's impact survey asks about every sub-dimension. One without a program "
        "is scored with no work behind it.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); bagian dampak 2023 mengajukan tiga "
        "pertanyaan tentang setiap subdimensi dari 18 subdimensi",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); the impact section of 2023 asks "
        "three questions on each of the 18 sub-dimensions",
    ),
    absence=True,
)
def sub_dimension_without_program(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:  # PRG014
          - id: portal
            name: Portal layanan
            dimension: governance
            sub_dimension: public_service

    Right:

        # programs.yaml
        programs:
          - {id: p-1, name: Loket, dimension: governance, sub_dimension: public_service}
          - {id: p-2, name: Masukan, dimension: governance, sub_dimension: public_policy}
          - {id: p-3, name: Data, dimension: governance, sub_dimension: bureaucracy}
          - {id: p-4, name: Wisata, dimension: branding, sub_dimension: tourism}
          - {id: p-5, name: Investasi, dimension: branding, sub_dimension: business}
          - {id: p-6, name: Taman, dimension: branding, sub_dimension: city_appearance}
          - {id: p-7, name: Tenun, dimension: economy, sub_dimension: industry}
          - {id: p-8, name: Bursa kerja, dimension: economy, sub_dimension: welfare}
          - {id: p-9, name: Nontunai, dimension: economy, sub_dimension: transaction}
          - {id: p-10, name: Tata ruang, dimension: living, sub_dimension: harmony}
          - {id: p-11, name: Puskesmas, dimension: living, sub_dimension: health}
          - {id: p-12, name: Internet, dimension: living, sub_dimension: mobility}
          - {id: p-13, name: Relawan, dimension: society, sub_dimension: community}
          - {id: p-14, name: Perpustakaan, dimension: society, sub_dimension: learning}
          - {id: p-15, name: Darurat, dimension: society, sub_dimension: security}
          - {id: p-16, name: Sungai, dimension: environment, sub_dimension: protection}
          - {id: p-17, name: Sampah, dimension: environment, sub_dimension: waste}
          - {id: p-18, name: Surya, dimension: environment, sub_dimension: energy}
    """
    empty = uncovered_sub_dimensions(plan)
    if empty:
        yield found(programs.at_key("programs"), count=len(empty), slots=names(empty))
