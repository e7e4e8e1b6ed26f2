"""THE001: a plan that cites no law."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.theory import Theory


@rule(
    "THE001",
    Severity.WARNING,
    message=Text(
        "belum ada dasar hukum",
        "there is no legal basis",
    ),
    hint=Text(
        "tambahkan peraturan di `legal_basis`, misalnya UU 23/2014 dan PP 59/2022",
        "add regulations to `legal_basis`, for example UU 23/2014 and PP 59/2022",
    ),
    why=Text(
        "Bab pendahuluan memuat dasar hukum, dan penilai menyarankan masterplan mengikuti "
        "peraturan baru.",
        "The introduction cites the law, and assessors advise that a masterplan follow new "
        "regulations.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); saran asesor tentang PP 59/2022 dan "
        "arsitektur SPBE",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); assessors' advice on PP 59/2022 "
        "and the architecture of SPBE",
    ),
    absence=True,
)
def no_legal_basis(theory: Theory) -> Iterator[Finding]:
    """
    Wrong:

        # theory.yaml
        principles:  # THE001
          - {id: terbuka, name: Keterbukaan, text: Setiap angka bersumber., basis: proposal}

    Right:

        # theory.yaml
        legal_basis:
          - {id: pp-perkotaan, kind: pp, number: "59", year: 2022, title: Perkotaan, sources: [S1]}
    """
    if not theory.legal_basis:
        yield found(theory.at_key("legal_basis"))
