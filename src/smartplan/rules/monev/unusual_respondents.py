"""MON016: a survey with another number of people than the instrument asks for."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import or_waived, titled
from smartplan.stages.monev import Monev


@rule(
    "MON016",
    Severity.WARNING,
    message=Text(
        "survei `{survey}` ({name}) memiliki {respondents} responden, sedangkan instrumen "
        "meminta sekitar {wanted}",
        "the survey `{survey}` ({name}) has {respondents} respondents where the instrument "
        "asks for about {wanted}",
    ),
    hint=or_waived(
        Text(
            "periksa angkanya; untuk survei berikutnya pilih sekitar {wanted} pemakai layanan",
            "check the number; for the next survey choose about {wanted} users of the service",
        ),
        "MON016",
        "survey",
    ),
    why=Text(
        "Bagian dampak dinilai melalui survei atas lima puluh pemakai. Penilai mencatat "
        "jumlah yang tidak masuk akal, misalnya lima puluh responden untuk aplikasi dengan "
        "tiga puluh pemakai.",
        "The impact section rests on surveys of fifty users. Assessors note numbers that "
        "cannot be, such as fifty respondents for an application with thirty users.",
    ),
    basis=Text(
        "catatan asesor 2023 (laporan evaluasi Kabupaten Malang, tahap II, "
        "https://github.com/Maisho20/Smart-City-2); bagian dampak",
        "assessors' remarks of 2023 (evaluation report of Kabupaten Malang, stage II, "
        "https://github.com/Maisho20/Smart-City-2); impact section",
    ),
)
def unusual_respondents(monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        surveys:
          - id: layanan
            name: Survei layanan
            dimension: governance
            date: 2024-11
            respondents: 12  # MON016
            sources: [S1]

    Right:

        # monev.yaml
        surveys:
          - {id: layanan, name: Survei, dimension: governance, date: 2024, respondents: 50}
    """
    for survey in monev.surveys:
        if abs(survey.respondents - _WANTED) > _TOLERANCE:
            yield found(
                survey.at("respondents"),
                survey=survey.id,
                name=titled(survey),
                respondents=survey.respondents,
                wanted=_WANTED,
            )


_WANTED = 50
_TOLERANCE = 5
