"""PLN001: a figure, a person, a date or a decree that rests on nothing."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.statements import statements
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule


@rule(
    "PLN001",
    Severity.ERROR,
    message=Text(
        "{what} belum menyebut sumber atau dasarnya",
        "{what} names neither a source nor a basis",
    ),
    hint=Text(
        "tambahkan `sources: [S…]`, atau `basis: derived` dengan `derivation`, atau `basis: "
        "proposal`",
        "add `sources: [S…]`, or `basis: derived` with `derivation`, or `basis: proposal`",
    ),
    why=Text(
        "Pembaca harus dapat memeriksa setiap angka, nama, tanggal, dan keputusan. Yang "
        "diperiksa ialah kepala perangkat daerah, pejabat, keputusan pembentukan, anggota "
        "yang disebut namanya, bimtek, narasumber, rapat, nota kesepakatan, nilai data "
        "profil, nilai kesiapan, jumlah pemakai, dokumen rujukan, anggaran, kemajuan, waktu "
        "quick win, tonggak, pagu, data dasar, target, realisasi, hasil evaluasi, survei, "
        "penetapan, persetujuan, dan kegiatan sosialisasi.",
        "A reader must be able to check every figure, name, date and decree. Looked at are "
        "heads of agencies, officials, decrees, named members, workshops, facilitators, "
        "meetings, agreements, values of the profile, readiness scores, users, plans above, "
        "money, progress, the time of quick wins, milestones, ceilings, baselines, targets, "
        "realisations, evaluations, surveys, the adopting instrument, approvals and outreach.",
    ),
    about=Text(
        "angka atau keterangan belum menyebut sumber atau dasarnya",
        "a figure or a fact names neither a source nor a basis",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); jawaban tanpa bukti yang sah dicatat "
        "asesor pada 2022",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); answers without valid evidence "
        "were noted by assessors in 2022",
    ),
)
def figure_without_basis(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            sources: [S1]
            budget:
              - year: 2025
                amount: 150000000  # PLN001
                fund: apbd
                kind: planned

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            sources: [S1]
            budget:
              - year: 2025
                amount: 150000000
                fund: apbd
                kind: planned
                basis: proposal
    """
    for statement in statements(plan):
        if not statement.is_based:
            yield found(statement.item.at(statement.key), what=statement.what)
