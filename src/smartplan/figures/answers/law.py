"""Items on the regulation that adopts the masterplan."""

from smartplan.figures.answers.reply import Answered, Evidence, Look, Reply
from smartplan.figures.document import legal_text
from smartplan.language import Text
from smartplan.plan import Plan

REGULATIONS = ("perda", "perbup", "perwal", "pergub")


def _legal_basis(plan: Plan, _year: int) -> Reply:
    legal = plan.document.legal
    if legal is None:
        return _no_law()
    found = (Evidence(legal.at(), "legal", legal_text(plan)),)
    return Reply(Answered.THERE, _LAW.get(legal.kind_, _DECREE), found)


def _regulation(plan: Plan, year: int) -> Reply:
    legal = plan.document.legal
    if legal is None or legal.kind_ in REGULATIONS:
        return _legal_basis(plan, year)
    found = (Evidence(legal.at(), "legal", legal_text(plan)),)
    write = Text(
        "tetapkan peraturan kepala daerah, lalu tulis pada `legal` dalam document.yaml",
        "adopt a regulation, then write it under `legal` in document.yaml",
    )
    return Reply(Answered.PARTLY, _DECREE, found, write)


_LAW = dict.fromkeys(
    REGULATIONS,
    Text("masterplan ditetapkan dengan peraturan", "a regulation adopts the masterplan"),
)
_DECREE = Text(
    "masterplan ditetapkan dengan keputusan, bukan peraturan",
    "a decision adopts the masterplan, not a regulation",
)


def _no_law() -> Reply:
    return Reply(
        Answered.MISSING,
        Text("peraturan penetapan belum dicatat", "no adopting regulation is recorded"),
        write=Text(
            "tulis jenis, nomor, dan tahun peraturan pada `legal` dalam document.yaml",
            "write kind, number and year of the regulation under `legal` in document.yaml",
        ),
    )


LOOKS: dict[str, Look] = {"baseline-legal": _legal_basis, "output-regulation": _regulation}
