"""PRG016: a quick win that lacks what it is scored on."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.risks import HIGH
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import ids, listing, titled
from smartplan.stages.programs import Program, Programs, QuickWin, Risk


@rule(
    "PRG016",
    Severity.WARNING,
    message=Text(
        "quick win `{program}` ({name}) belum memuat {lacks}",
        "quick win `{program}` ({name}) does not tell of: {lacks}",
    ),
    hint=Text(
        "lengkapi {keys}",
        "fill in {keys}",
    ),
    why=Text(
        "Dua belas butir penilaian quick win menanyakan antara lain manfaat, keadaan sebelum "
        "dan sesudah, rencana keberlanjutan, risiko, dan mitigasinya.",
        "The twelve items on quick wins ask, among others, about benefit, the state before "
        "and after, continuity, risks and their mitigation.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); dua belas butir bagian quick win",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); the twelve items of the quick win "
        "section",
    ),
)
def quick_win_incomplete(programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            quick_win:  # PRG016
              start: 2024-01
              end: 2024-12
              beneficiaries: Warga di seluruh kecamatan.
              basis: proposal

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            risks:
              - {id: sepi, text: Sepi pemakai, likelihood: 2, impact: 3, mitigation: Sosialisasi.}
            quick_win:
              start: 2024-01
              end: 2024-12
              beneficiaries: Warga di seluruh kecamatan.
              before: Urusan ditangani satu per satu.
              after: Urusan ditangani secara terpadu.
              continuity: Dilanjutkan sebagai layanan tetap.
              basis: proposal
    """
    for program in programs.programs:
        if program.quick_win is not None:
            lacks = dict(_lacks(program, program.quick_win))
            if lacks:
                yield found(
                    program.at_key("quick_win"),
                    program=program.id,
                    name=titled(program),
                    lacks=listing(lacks.values()),
                    keys=ids(lacks),
                )


_PARTS = {
    "end": Text("waktu selesai", "its end"),
    "beneficiaries": Text("penerima manfaat", "who benefits"),
    "before": Text("keadaan sebelum", "the state before"),
    "after": Text("keadaan sesudah", "the state after"),
    "continuity": Text("rencana keberlanjutan", "continuity"),
}


def _lacks(program: Program, block: QuickWin) -> Iterator[tuple[str, Text]]:
    """The keys to fill in, with what each tells."""
    yield from ((key, said) for key, said in _PARTS.items() if getattr(block, key) is None)
    if not program.risks:
        yield "risks", Text("risiko", "risks")
    elif any(risk.mitigation is None and not _is_high(risk) for risk in program.risks):
        yield "mitigation", Text("mitigasi risiko", "the mitigation of its risks")


def _is_high(risk: Risk) -> bool:
    """High risks have a rule of their own, PRG017."""
    return risk.likelihood * risk.impact >= HIGH
