"""MON001: an indicator that starts nowhere."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.monev import Monev


@rule(
    "MON001",
    Severity.ERROR,
    message=Text(
        "indikator `{indicator}` ({name}) belum memiliki {lacks}",
        "indicator `{indicator}` ({name}) has no {lacks}",
    ),
    hint=Text(
        "tulis `baseline: {{year: …, value: …}}` dengan sumbernya; bila belum ada, tulis "
        "alasannya: `baseline: {{missing: …}}`",
        "write `baseline: {{year: …, value: …}}` with its source; where there is none, give the "
        "reason: `baseline: {{missing: …}}`",
    ),
    why=Text(
        "Tanpa data dasar, kenaikan tidak dapat dibuktikan dan target tidak dapat dinilai "
        "wajar atau tidak. Bila data memang belum ada, alasannya dicantumkan agar pembaca "
        "tahu.",
        "Without a baseline no progress can be shown and no target judged. Where there is no "
        "data yet, the reason tells the reader so.",
    ),
    about=Text(
        "indikator `…` belum memiliki data dasar",
        "indicator `…` has no baseline",
    ),
    basis=Text(
        "indikator, data dasar, target, dan realisasi dalam pemantauan masterplan Kota "
        "Surakarta 2022 "
        "(https://brida.surakarta.go.id/e-riset/riset/detail/01e5b6ea-b271-4051-808a-83ed4e08b91d)"
        "; sebuah kajian atas 22 rencana mendapati fakta dan partisipasi sebagai bagian "
        "terlemah (http://aunilo.uum.edu.my/Find/Record/id-itb.:84801/Description)",
        "indicators, baselines, targets and realisations in the monitoring of the masterplan "
        "of Kota Surakarta 2022 "
        "(https://brida.surakarta.go.id/e-riset/riset/detail/01e5b6ea-b271-4051-808a-83ed4e08b91d)"
        "; a study of 22 plans found facts and participation to be the weakest parts "
        "(http://aunilo.uum.edu.my/Find/Record/id-itb.:84801/Description)",
    ),
)
def indicator_without_baseline(monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        indicators:
          - id: layanan  # MON001
            name: Layanan daring
            level: outcome
            unit: persen
            formula: rising
            basis: proposal
          - id: aduan
            name: Aduan yang dijawab
            level: outcome
            unit: persen
            formula: rising
            baseline:
              value: 40  # MON001
              sources: [S1]
            basis: proposal

    Right:

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
            basis: proposal
          - id: aduan
            name: Aduan yang dijawab
            level: outcome
            unit: persen
            formula: rising
            baseline: {missing: Aduan baru dicatat mulai 2025}
            basis: proposal
    """
    for indicator in monev.indicators:
        baseline = indicator.baseline
        if baseline is None:
            lacks, place = Text("data dasar", "baseline"), indicator.at()
        elif baseline.missing is not None:
            continue
        elif baseline.value is None:
            lacks, place = Text("nilai data dasar", "baseline value"), baseline.at()
        elif baseline.year is None:
            lacks, place = Text("tahun data dasar", "baseline year"), baseline.at("value")
        else:
            continue
        yield found(place, indicator=indicator.id, name=titled(indicator), lacks=lacks)
