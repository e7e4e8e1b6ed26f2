"""PLN016: a regulation whose year is not the year of its date."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken
from smartplan.stages.document import Legal
from smartplan.stages.theory import LegalBasis


@rule(
    "PLN016",
    Severity.WARNING,
    message=Text(
        "tanggal penetapan {date} tidak jatuh pada tahun peraturannya, {year}",
        "the date {date} does not lie in the year of the regulation, {year}",
    ),
    hint=Text(
        "samakan `year` dan `date` menurut naskah peraturannya",
        "make `year` and `date` agree, as the regulation has them",
    ),
    why=Text(
        "Peraturan diberi nomor menurut tahun penetapannya, sehingga salah satunya hampir "
        "pasti keliru dan buku mengutip peraturan yang tidak ada.",
        "A regulation is numbered in the year it is made, so one of the two is most likely "
        "wrong and the book cites a regulation that does not exist.",
    ),
    about=Text(
        "tanggal penetapan tidak jatuh pada tahun peraturannya",
        "the date of a regulation does not lie in its year",
    ),
    basis=Text(
        "UU 12/2011 tentang Pembentukan Peraturan Perundang-undangan, lampiran II, tentang judul",
        "UU 12/2011 on the making of regulations, annex II, on titles",
    ),
)
def year_differs_from_date(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # document.yaml
        legal:
          kind: perbup
          number: "5"
          year: 2024
          title: Masterplan
          date: 2023-12-28  # PLN016
          sources: [S1]

    Right:

        # document.yaml
        legal: {kind: perbup, number: "5", year: 2023, title: Masterplan, date: 2023-12-28}
    """
    for law in _regulations(plan):
        date = law.date
        if date is None or date.year == law.year or date.first > plan.as_of:
            continue
        there = Related(law.at("year"), Text("tahun peraturannya", "the year of the regulation"))
        yield found(law.at("date"), also=(there,), date=spoken(date), year=str(law.year))


def _regulations(plan: Plan) -> Iterator[LegalBasis | Legal]:
    yield from plan.theory.legal_basis
    if plan.document.legal is not None:
        yield plan.document.legal
