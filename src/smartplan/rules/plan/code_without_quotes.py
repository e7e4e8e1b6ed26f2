"""PLN006: a code that other programs take for a number."""

import re
from collections.abc import Iterable, Iterator

from smartplan.diagnostics import File, Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.regions import find
from smartplan.replacement import instead
from smartplan.rules.rule import Finding, found, rule
from smartplan.source import Node, Scalar, location
from smartplan.stages import MANIFEST


@rule(
    "PLN006",
    Severity.NOTE,
    message=Text(
        "kode `{code}` ditulis tanpa tanda kutip",
        "the code `{code}` is written without quotes",
    ),
    hint=Text(
        'tulis `"{code}"`',
        'write `"{code}"`',
    ),
    why=Text(
        "Program lain membaca kode tanpa kutip sebagai angka: `51.10` menjadi 51,1 dan nol di "
        "ujungnya hilang.",
        "Other programs read a code without quotes as a number: `51.10` becomes 51.1, and its "
        "last zero is lost.",
    ),
    basis=Text(
        "YAML 1.2, bagian 10.3.2",
        "YAML 1.2, section 10.3.2",
    ),
)
def code_without_quotes(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: 51.08, name: Buleleng, kind: kabupaten, province: Bali}  # PLN006
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            nomenclature: [2.16]  # PLN006
        # team.yaml
        agencies:
          - id: kominfo
            name: Dinas Komunikasi dan Informatika
            affairs: ["2.16", 2.20]  # PLN006
            sources: [S1]

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            nomenclature: ["2.16.03.2.02.0035"]
    """
    for node in _codes(plan):
        if isinstance(node, Scalar) and node.plain and node.value[:1].isdigit():
            fix = instead(node, node.value, safe=True, quoted=True)
            yield found(location(node), fix=fix, code=node.value)


def _codes(plan: Plan) -> Iterator[Node]:
    """The codes of files in which some may stand without quotes."""
    known = find(plan.manifest.region.code)  # SCH017 tells of a code that is none
    if known is not None and _may_be_bare("code", plan.files.get(MANIFEST, ())):
        yield plan.manifest.region.node_at("code")
    if _may_be_bare("nomenclature", plan.files.get("programs", ())):
        for program in plan.programs.programs:
            for position in range(len(program.nomenclature)):
                yield program.node_at("nomenclature", position)
    if _may_be_bare("affairs", plan.files.get("team", ())):
        for agency in plan.team.agencies:
            for position in range(len(agency.affairs)):
                yield agency.node_at("affairs", position)


_IN_QUOTES = r"""["']?+:\s*+(?:["']|\[(?:\s*+(?:"[^"]*+"|'[^']*+')\s*+,?+)*+\s*+\])"""


def _may_be_bare(key: str, files: Iterable[File]) -> bool:
    """Whether any mention of a key is not followed by texts in quotes; places are dear to ask."""
    quoted = re.compile(key + _IN_QUOTES)
    return any(file.text.count(key) != len(quoted.findall(file.text)) for file in files)
