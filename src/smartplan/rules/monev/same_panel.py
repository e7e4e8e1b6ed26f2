"""MON017: the same people asked about two dimensions."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.nearest import fold
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import or_waived, titled
from smartplan.stages.monev import Monev, Survey


@rule(
    "MON017",
    Severity.WARNING,
    message=Text(
        "survei `{survey}` ({name}) memakai kelompok responden yang sama dengan {other} untuk "
        "dimensi lain: {panel}",
        "the survey `{survey}` ({name}) asks the same panel as {other} about another dimension: "
        "{panel}",
    ),
    hint=or_waived(
        Text(
            "pilih pemakai layanan dimensi itu, dan beri nama kelompoknya di `panel`",
            "choose users of that dimension's services, and name the group in `panel`",
        ),
        "MON017",
        "survey",
    ),
    why=Text(
        "Penilai mencatat responden yang kurang tepat: lima puluh orang yang sama mengisi "
        "survei dua dimensi, dan seorang peternak lele menilai branding pariwisata.",
        "Assessors noted respondents that were ill-chosen: the same fifty people answered "
        "for two dimensions, and a catfish farmer rated tourism branding.",
    ),
    basis=Text(
        "catatan asesor 2023 (laporan evaluasi Kabupaten Malang, tahap II, "
        "https://github.com/Maisho20/Smart-City-2); bagian dampak",
        "assessors' remarks of 2023 (evaluation report of Kabupaten Malang, stage II, "
        "https://github.com/Maisho20/Smart-City-2); impact section",
    ),
)
def same_panel(monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        surveys:
          - id: layanan
            name: Survei layanan
            dimension: governance
            date: 2024-11
            respondents: 50
            panel: Warga kota
            sources: [S1]
          - id: wisata
            name: Survei wisata
            dimension: branding
            date: 2024-11
            respondents: 50
            panel: Warga kota  # MON017
            sources: [S1]

    Right:

        # monev.yaml
        surveys:
          - id: layanan
            name: Survei layanan
            dimension: governance
            date: 2024-11
            respondents: 50
            panel: Pemohon izin
            sources: [S1]
          - id: wisata
            name: Survei wisata
            dimension: branding
            date: 2024-11
            respondents: 50
            panel: Wisatawan
            sources: [S1]
    """
    seen: dict[str, Survey] = {}
    for survey in monev.surveys:
        if survey.panel is None:
            continue
        earlier = seen.setdefault(fold(survey.panel), survey)
        if earlier.dimension != survey.dimension:
            there = Related(earlier.at("panel"), Text("yang pertama di sini", "the first is here"))
            yield found(
                survey.at("panel"),
                also=(there,),
                survey=survey.id,
                name=titled(survey),
                other=called(earlier),
                panel=survey.panel,
            )
