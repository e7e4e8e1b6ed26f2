"""PLN014: a regulation's number that holds more than the number."""

import re
from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.replacement import instead
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.document import Legal
from smartplan.stages.theory import LegalBasis


@rule(
    "PLN014",
    Severity.ERROR,
    message=Text(
        "nomor peraturan ditulis `{written}`, sehingga buku mencetak `Nomor {written} Tahun "
        "{year}`",
        "the number of the regulation is written `{written}`, so the book prints "
        "`Nomor {written} Tahun {year}`",
    ),
    hint=Text(
        'tulis nomornya saja: `number: "{number}"`, dan tahunnya di `year: {told}`',
        'write the number alone, `number: "{number}"`, and the year as `year: {told}`',
    ),
    why=Text(
        "Buku menulis kata Nomor dan Tahun sendiri, dan peraturan pengganti dicari menurut nomor "
        "dan tahunnya.",
        "The books write the words Nomor and Tahun themselves, and successors are looked up by "
        "number and year.",
    ),
    about=Text(
        "nomor peraturan memuat tahunnya",
        "the number of a regulation holds its year",
    ),
    basis="our judgement",
)
def number_with_year(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # theory.yaml
        legal_basis:
          - id: pp-lama
            kind: pp
            number: 34 Tahun 2009  # PLN014
            year: 2009
            title: Pedoman Pengelolaan Kawasan Perkotaan
            sources: [S1]

    Right:

        # theory.yaml
        legal_basis:
          - id: pp-baru
            kind: pp
            number: "59"
            year: 2022
            title: Perkotaan
            sources: [S1]
          - id: keputusan
            kind: sk
            number: 188.45/310/HK/2023
            year: 2023
            title: Tim Pelaksana
            sources: [S1]
    """
    for law in _regulations(plan):
        match = _WITH_YEAR.fullmatch(law.number.strip())
        if match is None:
            continue
        told = match["year"] or match["after"] or str(law.year)
        number = match["number"]
        if match["after"] and (law.kind_ in _NUMBERED_FREELY or told != str(law.year)):
            continue
        fix = instead(law.node_at("number"), number, safe=True, quoted=True)
        yield found(
            law.at("number"),
            fix=fix if told == str(law.year) else None,
            written=law.number,
            number=number,
            year=str(law.year),
            told=told,
        )


_WITH_YEAR = re.compile(
    r"(?i)(?!\d+[a-z]?\Z)(?:(?:nomor|no\.?)\s*:?\s*)?(?P<number>\d+[a-z]?)"
    r"(?:\s*,?\s*(?:tahun|thn\.?|th\.?)\s*(?P<year>[0-9]{4})|/(?P<after>[0-9]{4}))?"
)
_NUMBERED_FREELY = ("sk", "kepmen")
"""Kinds whose own numbers may end in a year: `188.45/310/HK/2023`, `12/2023`."""


def _regulations(plan: Plan) -> Iterator[LegalBasis | Legal]:
    yield from plan.theory.legal_basis
    if plan.document.legal is not None:
        yield plan.document.legal
