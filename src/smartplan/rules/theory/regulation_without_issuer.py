"""THE004: a regulation of a ministry that does not say which."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity, show
from smartplan.language import Text, label
from smartplan.nearest import fold
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.theory import LegalBasis, Theory


@rule(
    "THE004",
    Severity.WARNING,
    message=Text(
        "dasar hukum {law} `{id}` tidak menyebut menterinya",
        "the legal basis {law} `{id}` does not say of which minister",
    ),
    hint=Text(
        "tulis menterinya di `issuer`, misalnya `issuer: Dalam Negeri`",
        "write the minister in `issuer`, such as `issuer: Dalam Negeri`",
    ),
    why=Text(
        "Tiap kementerian memberi nomor sendiri. Nomor dan tahun peraturan menteri baru menunjuk "
        "satu peraturan bila menterinya disebut, dan tanpa itu penggantinya tidak dapat dicari.",
        "Each ministry counts its own. The number and year of a minister's regulation point to one "
        "regulation only with the minister, and without it no successor can be looked for.",
    ),
    about=Text(
        "dasar hukum `…` tidak menyebut menterinya",
        "the legal basis `…` does not say of which minister",
    ),
    basis="our judgement",
)
def regulation_without_issuer(plan: Plan, theory: Theory) -> Iterator[Finding]:
    """
    Wrong:

        # theory.yaml
        legal_basis:
          - id: kodefikasi  # THE004
            kind: permen
            number: "90"
            year: 2019
            title: Klasifikasi, Kodefikasi, dan Nomenklatur
            sources: [S1]

    Right:

        # theory.yaml
        legal_basis:
          - id: sipd
            kind: permen
            number: "70"
            year: 2019
            issuer: Dalam Negeri
            title: Sistem Informasi Pemerintahan Daerah
            sources: [S1]
    """
    for law in theory.legal_basis:
        if law.kind_ in _OF_MINISTERS and law.issuer is None:
            kind, number = label("legal_kind", law.kind_), f"{show(law.number, 60)}/{law.year}"
            told = Text(f"{kind.indonesian} {number}", f"{kind.english} {number}")
            yield found(law.at(), hint=_known(plan, law), law=told, id=law.id)


_OF_MINISTERS = ("permen", "kepmen")


def _known(plan: Plan, law: LegalBasis) -> Text | None:
    """The ministers whose regulation of this number and year the edition knows."""
    wanted = (law.kind_, fold(law.number), law.year)
    issuers = {
        f"`issuer: {step.issuer}`": None
        for step in plan.framework.successions
        if step.issuer and (step.kind_, fold(step.number), step.year) == wanted
    }
    if not issuers:
        return None
    found_ = " / ".join(issuers)
    return Text(f"mungkin {found_}?", f"perhaps {found_}?")
