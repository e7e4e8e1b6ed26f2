"""PRG015: dimensions without a quick win."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.programs import dimensions_without_quick_win
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.programs import Programs


@rule(
    "PRG015",
    Severity.WARNING,
    message=Text(
        "{count} dimensi belum memiliki quick win: {dimensions}",
        "dimensions without a quick win ({count}): {dimensions}",
    ),
    hint=Text(
        "pilih satu program tiap dimensi dan isi `quick_win`",
        "choose a program in each dimension and fill in `quick_win`",
    ),
    why=Text(
        "Sejak sekitar 2021 bimbingan teknis menghasilkan sekurang-kurangnya satu quick win "
        "tiap dimensi, dan pada evaluasi 2022 dan 2023 quick win menyumbang 20 sampai 30 "
        "persen nilai akhir.",
        "Since about 2021 the workshops yield at least one quick win in each dimension, and "
        "in the evaluations of 2022 and 2023 quick wins make 20 to 30 percent of the final "
        "score.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); kebiasaan bimtek sejak 2021, misalnya "
        "Lampung Tengah 2023 dan Klaten 2021",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); practice of the workshops since "
        "2021, for example Lampung Tengah 2023 and Klaten 2021",
    ),
    absence=True,
)
def dimension_without_quick_win(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:  # PRG015
          - id: portal
            name: Portal layanan
            dimension: governance
            quick_win: {start: 2024-01, end: 2024-12, basis: proposal}

    Right:

        # programs.yaml
        programs:
          - {id: p-1, name: Loket, dimension: governance, quick_win: {end: 2024, basis: proposal}}
          - {id: p-2, name: Wisata, dimension: branding, quick_win: {end: 2024, basis: proposal}}
          - {id: p-3, name: Tenun, dimension: economy, quick_win: {end: 2024, basis: proposal}}
          - {id: p-4, name: Puskesmas, dimension: living, quick_win: {end: 2024, basis: proposal}}
          - {id: p-5, name: Relawan, dimension: society, quick_win: {end: 2024, basis: proposal}}
          - {id: p-6, name: Sampah, dimension: environment, quick_win: {end: 2024, basis: proposal}}
    """
    without = dimensions_without_quick_win(plan)
    if without:
        place = programs.at_key("programs")
        yield found(place, count=len(without), dimensions=names(without))
