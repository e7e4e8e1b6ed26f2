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
        "Di antara dua belas butir penilaian quick win ada manfaat yang dirasakan "
        "masyarakat, strategi keberlangsungan, risiko, dan mitigasinya. Perubahan dari "
        "sebelum ke sesudah ditanyakan dalam bagian dampak.",
        "Among the twelve items on quick wins are the benefit people feel, a strategy to go "
        "on, risks and their mitigation. The change from before to after is asked in the "
        "impact section.",
    ),
    about=Text(
        "quick win `…` belum lengkap",
        "quick win `…` is incomplete",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); dua belas butir bagian quick win, dan "
        "butir perubahan sebelum dan sesudah dalam bagian dampak 2022; waktu selesai adalah "
        "pertimbangan penyusun smartplan",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); the twelve items of the quick "
        "win section, and the item on change from before to after in the impact section of "
        "2022; the end date is our judgement",
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
