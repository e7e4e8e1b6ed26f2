"""PRG026: a code of an affair that neither lead nor support carries."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.affairs import affair_of, affairs_of, titled_affair
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import listing, named
from smartplan.stages.programs import Programs
from smartplan.stages.team import Team


@rule(
    "PRG026",
    Severity.WARNING,
    message=Text(
        "kode `{code}` termasuk urusan {affair}, sedangkan {lead} mengampu {affairs}",
        "the code `{code}` belongs to the affair {affair}, while {lead} carries {affairs}",
    ),
    hint=Text(
        "periksa kodenya, perangkat daerahnya, atau `affairs` pada perangkat daerah itu",
        "check the code, the lead, or the `affairs` of that agency",
    ),
    why=Text(
        "Perangkat daerah menganggarkan urusan yang diampunya. Kode urusan lain biasanya "
        "salah salin, atau penanggung jawabnya keliru.",
        "An agency budgets for the affairs it carries. The code of another is usually copied "
        "wrongly, or the lead is the wrong one.",
    ),
    about=Text(
        "kode nomenklatur `…` dari urusan yang tidak diampu penanggung jawabnya",
        "the nomenclature code `…` is of an affair that the lead agency does not carry",
    ),
    basis=Text(
        "Permendagri 90/2019 beserta pemutakhirannya "
        "(https://id.scribd.com/document/569153341); bahwa kode mengikuti urusan penanggung "
        "jawab adalah pertimbangan penyusun smartplan",
        "Permendagri 90/2019 with its updates (https://id.scribd.com/document/569153341); "
        "that codes follow the affairs of the lead is our judgement",
    ),
)
def nomenclature_of_another_agency(plan: Plan, programs: Programs, team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            lead: kominfo
            nomenclature: ["1.02.02"]  # PRG026

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            lead: kominfo
            nomenclature: ["2.16.03", "X.XX.01"]
    """
    titles = affairs_of(plan)
    carried = {
        agency.id: agency.affairs
        for agency in team.agencies
        if not titles or all(affair in titles for affair in agency.affairs)
    }
    for program in programs.programs:
        lead = carried.get(program.lead or "", ())
        known = {*lead, *(affair for id_ in program.support for affair in carried.get(id_, ()))}
        for position, code in enumerate(program.nomenclature):
            affair = affair_of(code)
            real = affair in titles if titles else affair[:1].isdigit()
            if lead and real and affair not in known:
                yield found(
                    program.at("nomenclature", position),
                    code=code,
                    affair=titled_affair(titles, affair),
                    lead=named(plan, "agency", program.lead),
                    affairs=listing(titled_affair(titles, one) for one in lead),
                )
