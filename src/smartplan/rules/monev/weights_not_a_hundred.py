"""MON022: a profile of the evaluation whose weights do not make a whole."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule


@rule(
    "MON022",
    Severity.ERROR,
    message=Text(
        "bobot profil {profile} berjumlah {total}, bukan 100",
        "the weights of the profile {profile} add up to {total}, not to 100",
    ),
    hint=Text(
        "periksa `weights` menurut laporan evaluasi tahun dan kelompok itu, lalu jadikan 100",
        "check `weights` against the report of that year and cohort, and make them 100",
    ),
    why=Text(
        "Nilai akhir adalah jumlah nilai bagian menurut bobotnya dalam persen. Bobot yang tidak "
        "berjumlah 100 memberi nilai akhir di luar skala.",
        "The final score is the sum of the sections by their weights in percent. Weights that "
        "are no hundred give a final score outside the scale.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); bobot setiap kelompok peserta berjumlah "
        "100",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); the weights of every cohort add "
        "up to 100",
    ),
)
def weights_not_a_hundred(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        framework: kerangka.yaml
        as_of: 2025-06-30

        # kerangka.yaml
        id: kerangka
        name: Kerangka sendiri
        english: Own framework
        source: Keputusan tim
        dimensions: []
        elements: []
        groups: []
        families: []
        horizons: []
        body_kinds: []
        sectors: []
        funds: []
        workshop_stages: []
        evaluation_sections:
          - {id: output, name: Output, english: Output}
          - {id: outcome, name: Outcome, english: Outcome}
        evaluation_scale: {min: 0, max: 4}
        evaluation_profiles:
          - id: sendiri
            name: Evaluasi sendiri
            english: Own evaluation
            year: 2025
            cohort: Kabupaten
            weights: {output: 40, outcome: 50}  # MON022
            source: Keputusan tim
        achievement: []
        achievement_source: Keputusan tim
        quick_win: {warning_months: 12, error_months: 24, source: Keputusan tim}

    Right:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        framework: kerangka.yaml
        as_of: 2025-06-30

        # kerangka.yaml
        id: kerangka
        name: Kerangka sendiri
        english: Own framework
        source: Keputusan tim
        dimensions: []
        elements: []
        groups: []
        families: []
        horizons: []
        body_kinds: []
        sectors: []
        funds: []
        workshop_stages: []
        evaluation_sections:
          - {id: output, name: Output, english: Output}
          - {id: outcome, name: Outcome, english: Outcome}
        evaluation_scale: {min: 0, max: 4}
        evaluation_profiles:
          - id: sendiri
            name: Evaluasi sendiri
            english: Own evaluation
            year: 2025
            cohort: Kabupaten
            weights: {output: 40, outcome: 60}
            source: Keputusan tim
        achievement: []
        achievement_source: Keputusan tim
        quick_win: {warning_months: 12, error_months: 24, source: Keputusan tim}
    """
    for profile in plan.framework.evaluation_profiles:
        total = sum(profile.weights.values())
        if total != 100:
            yield found(profile.at_key("weights"), profile=called(profile), total=total)
