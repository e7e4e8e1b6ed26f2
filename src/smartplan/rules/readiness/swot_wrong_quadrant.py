"""REA008: a SWOT strategy built from the wrong quadrants."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named, titled
from smartplan.stages.readiness import Readiness


@rule(
    "REA008",
    Severity.WARNING,
    message=Text(
        "strategi {kind} `{strategy}` ({text}) tidak sesuai kuadrannya: {problem}",
        "the {kind} strategy `{strategy}` ({text}) does not fit its quadrants: {problem}",
    ),
    hint=Text(
        "padukan {first} dan {second} di `combines`, atau ubah `kind`",
        "combine {first} and {second} in `combines`, or change `kind`",
    ),
    why=Text(
        "Arti SO, WO, ST, dan WT ada pada dua kuadran yang dipadukannya. Strategi dari "
        "kuadran lain salah nama.",
        "SO, WO, ST and WT mean the two quadrants they put together. A strategy from other "
        "quadrants is misnamed.",
    ),
    about=Text(
        "strategi SWOT `…` tidak sesuai kuadrannya",
        "the SWOT strategy `…` does not fit its quadrants",
    ),
    basis=Text(
        "metode SWOT; strategi tiap dimensi dalam Buku I Wonosobo 2019 "
        "(https://123dok.com/document/zgw41102-buku-i-analisis-strategis-smart-city-wonosobo.html)",
        "the SWOT method; strategies per dimension in Book I of Wonosobo 2019 "
        "(https://123dok.com/document/zgw41102-buku-i-analisis-strategis-smart-city-wonosobo.html)",
    ),
)
def swot_wrong_quadrant(plan: Plan, readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        swot:
          - dimension: governance
            strengths: [{id: s-1, text: Aparatur bersemangat, sources: [S1]}]
            weaknesses: [{id: w-1, text: Data belum lengkap, sources: [S1]}]
            opportunities: [{id: o-1, text: Warga terbuka, sources: [S1]}]
            threats: [{id: t-1, text: Anggaran terbatas, sources: [S1]}]
            strategies:
              - id: so-1
                kind: SO
                text: Mengajak warga
                combines: [s-1, t-1]  # REA008
              - id: wt-1
                kind: WT
                text: Mendahulukan data pokok
                combines: [w-1]  # REA008

    Right:

        # readiness.yaml
        swot:
          - dimension: governance
            strengths: [{id: s-1, text: Aparatur bersemangat, sources: [S1]}]
            weaknesses: [{id: w-1, text: Data belum lengkap, sources: [S1]}]
            opportunities: [{id: o-1, text: Warga terbuka, sources: [S1]}]
            threats: [{id: t-1, text: Anggaran terbatas, sources: [S1]}]
            strategies:
              - {id: so-1, kind: SO, text: Mengajak warga, combines: [s-1, o-1]}
    """
    quadrants = {
        entry.id: quadrant
        for swot in readiness.swot
        for quadrant in _QUADRANTS.values()
        for entry in getattr(swot, quadrant)
    }
    for strategy in (one for swot in readiness.swot for one in swot.strategies):
        wanted = [_QUADRANTS[letter] for letter in strategy.kind_]
        used = [quadrants.get(id_) for id_ in strategy.combines]
        wrong = next((n for n, one in enumerate(used) if one and one not in wanted), None)
        absent = [quadrant for quadrant in wanted if quadrant not in used and None not in used]
        if wrong is not None:
            entry = strategy.combines[wrong]
            place = strategy.at("combines", wrong)
            problem = _belongs(
                named(plan, "swot_entry", entry), label("swot_kind", str(used[wrong]))
            )
        elif absent and strategy.combines:
            place = strategy.at("combines")
            problem = _lacks(label("swot_kind", absent[0]))
        else:
            continue
        yield found(
            place,
            kind=strategy.kind_,
            strategy=strategy.id,
            text=titled(strategy),
            problem=problem,
            first=label("swot_kind", wanted[0]),
            second=label("swot_kind", wanted[1]),
        )


_QUADRANTS = {"S": "strengths", "W": "weaknesses", "O": "opportunities", "T": "threats"}


def _belongs(entry: Text, quadrant: Text) -> Text:
    return Text(
        f"{entry.indonesian} termasuk {quadrant.indonesian}",
        f"{entry.english} is one of the {quadrant.english}",
    )


def _lacks(quadrant: Text) -> Text:
    return Text(
        f"belum ada butir {quadrant.indonesian}", f"there is none of the {quadrant.english}"
    )
