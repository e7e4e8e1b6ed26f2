"""THE002: a regulation cited without its successor."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity, show
from smartplan.language import Text, label
from smartplan.nearest import fold
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.framework import Succession
from smartplan.stages.theory import LegalBasis, Theory


@rule(
    "THE002",
    Severity.WARNING,
    message=Text(
        "dasar hukum `{id}` ({law}) sudah {fate} oleh {by}, {problem}",
        "the legal basis `{id}` ({law}) has been {fate} by {by}, {problem}",
    ),
    hint=Text(
        "tambahkan {by} di `legal_basis`, dan pada yang lama tulis `status: superseded` bila "
        "tidak berlaku lagi",
        "add {by} to `legal_basis`, and write `status: superseded` on the old one if it no "
        "longer holds",
    ),
    why=Text(
        "Penilai menyarankan masterplan direvisi bila ada peraturan baru. Daftar penggantian "
        "ikut dalam kerangka, dan peraturan yang berlaku kemudian daripada `as_of` tidak "
        "dihitung.",
        "Assessors advise revising a masterplan when there are new regulations. The list of "
        "successions is part of the framework; what came into force after `as_of` does not "
        "count.",
    ),
    about=Text(
        "dasar hukum `…` sudah diganti atau diubah",
        "the legal basis `…` has been replaced or amended",
    ),
    basis=Text(
        "catatan asesor 2023 (laporan evaluasi Kabupaten Malang, tahap II, "
        "https://github.com/Maisho20/Smart-City-2); rencana adalah dokumen hidup yang "
        "direvisi bila ada peraturan baru; setiap penggantian menyebut sumbernya dalam "
        "kerangka",
        "assessors' remarks of 2023 (evaluation report of Kabupaten Malang, stage II, "
        "https://github.com/Maisho20/Smart-City-2); the plan is a living document to be "
        "revised for new regulations; each succession names its source in the framework",
    ),
    dated=True,
)
def superseded_regulation(plan: Plan, theory: Theory) -> Iterator[Finding]:
    """
    Wrong:

        # theory.yaml
        legal_basis:
          - id: pp-lama  # THE002
            kind: pp
            number: "34"
            year: 2009
            title: Pedoman Pengelolaan Kawasan Perkotaan
            sources: [S1]
          - id: kodefikasi  # THE002
            kind: permen
            number: "90"
            year: 2019
            issuer: Dalam Negeri
            title: Klasifikasi, Kodefikasi, dan Nomenklatur
            sources: [S1]

    Right:

        # theory.yaml
        legal_basis:
          - id: pp-lama
            kind: pp
            number: "34"
            year: 2009
            title: Pedoman Pengelolaan Kawasan Perkotaan
            status: superseded
            superseded_by: pp-perkotaan
            sources: [S1]
          - {id: pp-perkotaan, kind: pp, number: "59", year: 2022, title: Perkotaan, sources: [S1]}
    """
    cited = {_key(law.number, law.year): law for law in theory.legal_basis}
    for law in theory.legal_basis:
        told = _named(law)
        chain = _chain(plan, law)
        if chain:
            yield from _succeeded(law, told, chain, cited)
        elif law.status == "superseded" and law.superseded_by is None:
            yield found(
                law.at("status"),
                hint=_NAME_IT,
                id=law.id,
                law=told,
                fate=_REPLACED,
                by=_ANOTHER,
                problem=_NOT_NAMED,
            )


def _succeeded(
    law: LegalBasis,
    told: Text,
    chain: list[Succession],
    cited: dict[tuple[str, int], LegalBasis],
) -> Iterator[Finding]:
    """A regulation that the list of successions has a successor for."""
    by, replaced = chain[-1].by, chain[0].how == "replaced"
    fate = _REPLACED if replaced else _UPDATED
    successor = cited.get(_key(chain[-1].by_number, chain[-1].by_year))
    if successor is None:
        hint = _CITE_AND_NAME_IT if law.status == "superseded" else None
        yield found(law.at(), hint=hint, id=law.id, law=told, fate=fate, by=by, problem=_NOT_CITED)
    elif replaced and law.status == "in_force":
        told_by = f"`status: superseded` dan `superseded_by: {successor.id}`"
        hint = Text(f"tulis {told_by}", f"write {told_by.replace(' dan ', ' and ')}")
        yield found(law.at(), hint=hint, id=law.id, law=told, fate=fate, by=by, problem=_IN_FORCE)


_NAME_IT = Text(
    "tulis id peraturan penggantinya di `superseded_by`; bila belum ada di `legal_basis`, "
    "tambahkan dulu",
    "write the id of its successor in `superseded_by`; add the successor to `legal_basis` first "
    "if it is not there yet",
)
_CITE_AND_NAME_IT = Text(
    "tambahkan {by} di `legal_basis`, dan pada yang lama tulis idnya di `superseded_by`",
    "add {by} to `legal_basis`, and write its id in `superseded_by` of the old one",
)


_REPLACED = Text("diganti", "replaced")
_UPDATED = Text("dimutakhirkan", "brought up to date")
_ANOTHER = Text("peraturan lain", "another regulation")
_NOT_CITED = Text("yang belum dirujuk", "which is not cited")
_NOT_NAMED = Text("yang belum disebut di `superseded_by`", "which `superseded_by` does not name")
_IN_FORCE = Text("tetapi masih ditandai berlaku", "but is still marked as in force")


def _named(law: LegalBasis) -> Text:
    """The regulation as one cites it in short."""
    number, kind = f"{show(law.number, 60)}/{law.year}", label("legal_kind", law.kind_)
    return Text(f"{kind.indonesian} {number}", f"{kind.english} {number}")


def _key(number: str, year: int) -> tuple[str, int]:
    return fold(number), year


def _chain(plan: Plan, law: LegalBasis) -> list[Succession]:
    """The steps from a regulation to what holds at the plan's own date; none if it still stands."""
    steps = [step for step in plan.framework.successions if step.since.first <= plan.as_of]
    chain = [step for step in steps if _is_of(step, law)][:1]
    while chain:
        reached = _key(chain[-1].by_number, chain[-1].by_year)
        further = [one for one in steps if _key(one.number, one.year) == reached]
        if not further or further[0] in chain:
            break
        chain.append(further[0])
    return chain


def _is_of(step: Succession, law: LegalBasis) -> bool:
    issued = step.issuer is None or fold(step.issuer) in fold(law.issuer or "")
    same = step.kind_ == law.kind_ and _key(step.number, step.year) == _key(law.number, law.year)
    return issued and same
