"""PLN009: abbreviations that the plan's glossary leaves out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from pydantic import StringConstraints

from smartplan.bounds import MAX_PLAIN, MAX_PROSE
from smartplan.diagnostics import Location, Related, Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import ids
from smartplan.source import location
from smartplan.stages import STAGES
from smartplan.stages.base import Item, parts_of, walk
from smartplan.stages.framework import Named
from smartplan.stages.theory import Theory


@rule(
    "PLN009",
    Severity.NOTE,
    message=Text(
        "{count} singkatan dipakai berulang tetapi belum ada dalam daftar istilah: {terms}",
        "abbreviations used again and again that the glossary leaves out ({count}): {terms}",
    ),
    hint=Text(
        "tambahkan masing-masing di `terms` dengan `term` dan `meaning`, atau tulis kepanjangannya "
        "sekali dalam teks diikuti singkatannya dalam kurung",
        "add each to `terms` with `term` and `meaning`, or write it out once in a text with the "
        "abbreviation in brackets",
    ),
    why=Text(
        "Buku dibaca dewan, mitra, dan warga yang tidak mengenal singkatan pemerintahan. Daftar "
        "istilah dicetak sebagai lampiran dan hanya berguna bila lengkap.",
        "Books are read by council, partners and citizens who do not know the abbreviations of "
        "government. The glossary is printed as an appendix and only helps if it is whole.",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan; bahwa perangkat daerah dan masyarakat tidak "
        "mengenal rencana adalah kekurangan yang ditemukan dalam kajian (Kota Tangerang, "
        "https://123dok.com/document/q7w962vd-strategi-implementasi-tata-pemerintahan-berbasis-pengembangan-konsep-smart.html)",
        "our judgement; that agencies and the public do not know the plans is a fault found "
        "in studies (Kota Tangerang, "
        "https://123dok.com/document/q7w962vd-strategi-implementasi-tata-pemerintahan-berbasis-pengembangan-konsep-smart.html)",
    ),
    absence=True,
)
def term_without_meaning(plan: Plan, theory: Theory) -> Iterator[Finding]:
    """
    Wrong:

        # theory.yaml
        concepts:
          - {id: satu-data, name: Satu data, summary: Data SPBE dipakai bersama., sources: [S1]}
          - {id: tata-kelola, name: Tata kelola, summary: Tata kelola menurut SPBE., sources: [S1]}
        principles:
          - {id: terbuka, name: Terbuka, text: Nilai SPBE diumumkan., basis: proposal}
        terms:  # PLN009
          - {term: Quick win, meaning: Program percepatan., sources: [S1]}

    Right:

        # theory.yaml
        concepts:
          - {id: satu-data, name: Satu data, summary: Data SPBE dipakai bersama., sources: [S1]}
          - {id: tata-kelola, name: Tata kelola, summary: Tata kelola menurut SPBE., sources: [S1]}
        principles:
          - {id: terbuka, name: Terbuka, text: Nilai SPBE diumumkan., basis: proposal}
          - {id: murah, name: Murah, text: Diskominfo dan DPRD membahas APBD., basis: proposal}
        terms:
          - {term: SPBE, meaning: Sistem pemerintahan berbasis elektronik., sources: [S1]}
    """
    if not theory.terms or plan.unsound or not all(plan.has(stage) for stage in _EXPLAINING):
        return  # what is left out, or not written yet, may be what explains a word
    prose = list(_prose(plan))
    uses: dict[str, list[tuple[Item, str]]] = {word: [] for word in _candidates(plan, prose)}
    for item, key, text in prose if uses else ():
        for word in uses.keys() & _ABBREVIATION.findall(text):
            uses[word].append((item, key))
    often = [word for word, at in uses.items() if len(at) >= _OFTEN]
    missing = sorted(often, key=lambda word: (-len(uses[word]), word))
    if missing:
        first = [(word, *uses[word][0]) for word in missing[:_SHOWN]]
        yield found(
            theory.at_key("terms"),
            also=tuple(
                Related(_at(item, key, word), Text(f"`{word}` di sini", f"`{word}` is here"))
                for word, item, key in first
            ),
            count=len(missing),
            terms=Text(ids(missing), ids(missing)),
        )


_Prose = tuple[Item, str, str]
"""An item, the key of a text in it, and the text."""


def _candidates(plan: Plan, prose: Iterable[_Prose]) -> set[str]:
    """Abbreviations that stand often enough, by all texts at once, and that nothing explains."""
    whole = "\n".join(text for _, _, text in prose)
    found = Counter(_ABBREVIATION.findall(whole))
    often = {word for word, count in found.items() if count >= _OFTEN} - _EVERYDAY
    often.difference_update(_named(plan))
    return often.difference(_IN_BRACKETS.findall(whole), _BEFORE_BRACKETS.findall(whole))


_ABBREVIATION = re.compile(r"[A-Z](?<![\w./-].)(?=[0-9]*+[A-Z])[A-Z0-9]++(?![\w/-]|\.\w)")
"""A word of capitals, and no part of a code or an address; begun with its letter for speed."""
_IN_BRACKETS = re.compile(r"\(([A-Z0-9]++)\)")
_BEFORE_BRACKETS = re.compile(r"(?<![A-Z0-9])([A-Z0-9]++) \(")
_OFTEN = 3
"""Items that use an abbreviation before it belongs in the glossary."""
_SHOWN = 3
"""Abbreviations whose first use is shown."""
_EVERYDAY = frozenset({
    "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "RI", "UU", "PP", "SK", "PT", "CV",
    "TK", "SD", "SMP", "SMA", "SMK", "KTP", "RT", "RW", "TV", "HP", "KB",
})  # fmt: skip
"""Roman numbers, and what every reader knows."""
_EXPLAINING = ("team", "readiness", "vision", "programs", "roadmap", "monev")
"""Stages whose names and texts tell what abbreviations mean."""
_NAMING = ("agency", "partner", "body", "program", "inventory_item")
"""Kinds whose names explain themselves where they stand."""


def _named(plan: Plan) -> Iterator[str]:
    """What the glossary, the framework and the names of things already explain."""
    texts = [term.term for term in plan.theory.terms]
    texts.extend(term.name for term in walk(plan.framework) if isinstance(term, Named))
    for kind in _NAMING:
        texts.extend(item.title_text for item in plan.index.items.get(kind, {}).values())
    texts.extend(agency.abbreviation or "" for agency in plan.team.agencies)
    texts.extend(name for program in plan.programs.programs for name in program.names)
    for text in texts:
        yield from _ABBREVIATION.findall(text)


def _prose(plan: Plan) -> Iterator[_Prose]:
    """Every text of the stages that is more than a name or a choice, with its place."""
    for stage in STAGES:
        for item in walk(getattr(plan, stage)) if stage != "sources" else ():
            for name, key in _prose_fields(type(item)):
                value = getattr(item, name)
                if value:
                    yield item, key, value if isinstance(value, str) else "\n".join(value)


def _at(item: Item, key: str, word: str) -> Location:
    """Where a word stands in a text: the lines of the file are looked through, folded or not."""
    place = item.at(key)
    for number in range(place.line, location(item.node_at(key)).end_line + 1):
        line = place.file.line(number)
        column = line.find(word, place.column - 1 if number == place.line else 0)
        if column >= 0:
            return Location(place.file, number, column + 1, number, column + 1 + len(word))
    return place


@cache
def _prose_fields(model: type[Item]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        for part in (*field.metadata, *parts_of(field.annotation))
        if isinstance(part, StringConstraints) and part.max_length in (MAX_PLAIN, MAX_PROSE)
    )
