"""PRG017: a high risk that nobody manages."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.risks import HIGH
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import ids, listing, titled
from smartplan.stages.programs import Programs


@rule(
    "PRG017",
    Severity.WARNING,
    message=Text(
        "risiko tinggi `{risk}` ({text}, bobot {score}) belum memiliki {lacks}",
        "the high risk `{risk}` ({text}, weight {score}) has no {lacks}",
    ),
    hint=Text(
        "lengkapi {keys}; `owner` adalah id perangkat daerah",
        "fill in {keys}; `owner` is the id of an agency",
    ),
    why=Text(
        "Risiko dengan bobot 15 atau lebih dapat menghentikan program. Risiko dan mitigasinya"
        " dinilai pada quick win, dan bimbingan tahap IV membahas manajemen risiko.",
        "A risk of weight 15 or more can stop the program. Risk and mitigation are scored for"
        " quick wins, and workshop IV covers risk management.",
    ),
    about=Text(
        "risiko tinggi `…` belum dikelola",
        "the high risk `…` is not managed",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); risiko dan mitigasi adalah dua butir "
        "bagian quick win; batas 15 dari 25 adalah pertimbangan penyusun smartplan",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); risk and mitigation are two "
        "items of the quick win section; the limit of 15 out of 25 is our judgement",
    ),
)
def high_risk_unmanaged(programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            risks:
              - id: sepi  # PRG017
                text: Pemakai sedikit
                likelihood: 4
                impact: 4
                mitigation: Sosialisasi berkala.

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            risks:
              - id: sepi
                text: Pemakai sedikit
                likelihood: 4
                impact: 4
                mitigation: Sosialisasi berkala.
                owner: kominfo
              - id: lambat
                text: Layanan lambat
                likelihood: 2
                impact: 3
    """
    for program in programs.programs:
        for risk in program.risks:
            score = risk.likelihood * risk.impact
            lacks = {key: said for key, said in _PARTS.items() if not getattr(risk, key)}
            if score >= HIGH and lacks:
                yield found(
                    risk.at(),
                    risk=risk.id,
                    text=titled(risk),
                    score=score,
                    lacks=listing(lacks.values()),
                    keys=ids(lacks),
                )


_PARTS = {
    "mitigation": Text("mitigasi", "mitigation"),
    "owner": Text("penanggung jawab", "owner"),
}
