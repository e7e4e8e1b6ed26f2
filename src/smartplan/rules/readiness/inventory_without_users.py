"""REA011: an application of which nobody knows the users."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text, label
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.readiness import Readiness


@rule(
    "REA011",
    Severity.NOTE,
    message=Text(
        "{kind} `{item}` ({name}) belum memiliki angka pemakai",
        "the {kind} `{item}` ({name}) has no figure of its users",
    ),
    hint=Text(
        "tulis jumlah pemakai dan waktunya di `users`",
        "write how many use it, and when, in `users`",
    ),
    why=Text(
        "Banyak aplikasi tetapi sedikit pemakai termasuk catatan penilai pada 2023. Angka "
        "pemakai menunjukkan mana yang layak diteruskan.",
        "Many applications with few users is among the assessors' remarks of 2023. The "
        "figure shows which deserve to go on.",
    ),
    about=Text(
        "aset digital `…` belum memiliki angka pemakai",
        "the digital asset `…` has no figure of its users",
    ),
    basis=Text(
        "catatan asesor 2023 (laporan evaluasi Kabupaten Malang, tahap II, "
        "https://github.com/Maisho20/Smart-City-2)",
        "assessors' remarks of 2023 (evaluation report of Kabupaten Malang, stage II, "
        "https://github.com/Maisho20/Smart-City-2)",
    ),
)
def inventory_without_users(readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        inventory:
          - id: situs  # REA011
            name: Situs kabupaten
            kind: application
            agency: kominfo
            status: active
            sources: [S1]

    Right:

        # readiness.yaml
        inventory:
          - id: situs
            name: Situs kabupaten
            kind: application
            agency: kominfo
            users: 1200 orang sebulan
            status: active
            sources: [S1]
          - {id: server, name: Pusat data, kind: infrastructure, agency: kominfo, sources: [S1]}
    """
    for item in readiness.inventory:
        in_use = item.status not in ("inactive", "in_development")
        if item.kind_ in ("application", "service") and in_use and item.users is None:
            kind = label("inventory_kind", item.kind_)
            yield found(item.at(), kind=kind, item=item.id, name=titled(item))
