"""The chain through one item, worked out by hand."""

import json
import re

import pytest

from smartplan.exchange.chain import FORMATS
from smartplan.figures.chain import chain
from smartplan.language import Language
from smartplan.plan import Plan

VISION = """
alignment:
  - id: rpjmd
    kind: rpjmd
    title: RPJMD
    missions: [{id: r-satu, text: Satu}, {id: r-dua, text: Dua}]
vision: {statement: Kabupaten cerdas}
missions:
  - {id: m-satu, text: Misi satu, supports: [r-dua]}
  - {id: m-dua, text: Misi dua}
goals:
  - {id: t-satu, mission: m-satu, text: Tujuan satu}
  - {id: t-tiga, mission: m-hilang, text: Tujuan tiga}
objectives:
  - {id: s-satu, goal: t-satu, dimension: governance, text: Sasaran satu}
  - {id: s-tiga, goal: t-tiga, dimension: economy, text: Sasaran tiga}
strategies:
  - {id: st-satu, dimension: governance, text: Strategi, objectives: [s-satu]}
"""
PROGRAMS = """
programs:
  - {id: utuh, name: 'Utuh "; end[%%{x}%%]<b>`&', dimension: governance, objectives: [s-satu],
     depends_on: [yatim]}
  - {id: lewat, name: Lewat, dimension: governance, strategies: [st-satu]}
  - {id: yatim, name: Yatim, dimension: economy, depends_on: [utuh]}
"""
MONEV = """
indicators:
  - {id: i, name: Ukuran, level: output, measures: [utuh, s-satu], unit: titik, formula: rising,
     targets: {2024: 10}}
  - {id: j, name: Lain, level: output, measures: [s-tiga], unit: titik, formula: rising}
realisations:
  - {indicator: i, period: 2024, value: 12}
"""


@pytest.fixture
def plan(written) -> Plan:
    return written(vision=VISION, programs=PROGRAMS, monev=MONEV)


def through(plan, kind, id_, *ways):
    item = plan.find(kind, id_)
    return chain(plan, item, ways or ("up", "down"))


def test_from_a_mission_above_down_to_the_realisation(plan):
    found = through(plan, "aligned_mission", "r-dua", "down")

    assert set(found.links) == {
        ("aligned_mission:r-dua", "mission:m-satu"),
        ("mission:m-satu", "goal:t-satu"),
        ("goal:t-satu", "objective:s-satu"),
        ("objective:s-satu", "program:utuh"),
        ("objective:s-satu", "program:lewat"),
        ("objective:s-satu", "indicator:i"),
        ("program:utuh", "indicator:i"),
        ("indicator:i", "realisation:i@2024"),
    }
    assert [(gap.at, gap.lacks.indonesian) for gap in found.missing] == [
        ("program:lewat", "tanpa indikator")
    ]
    assert found.missing[0].where.indonesian == (
        "`indicators: measures: [lewat]` dalam `monev.yaml`"
    )
    assert found.stops["indicator:i"].note == "120 %, mencapai target"


def test_from_a_number_up_to_the_vision(plan):
    found = through(plan, "indicator", "i", "up")

    assert set(found.links) == {
        ("program:utuh", "indicator:i"),
        ("objective:s-satu", "indicator:i"),
        ("objective:s-satu", "program:utuh"),
        ("goal:t-satu", "objective:s-satu"),
        ("mission:m-satu", "goal:t-satu"),
        ("aligned_mission:r-dua", "mission:m-satu"),
        ("vision:", "mission:m-satu"),
        ("alignment:rpjmd", "aligned_mission:r-dua"),
    }
    assert found.missing == ()


@pytest.mark.parametrize(
    ("kind", "id_", "gaps"),
    [
        ("indicator", "j", [("goal:t-tiga", "up", "tujuan tanpa misi"),
                            ("indicator:j", "down", "belum ada realisasi")]),
        ("program", "yatim", [("program:yatim", "up", "tanpa sasaran"),
                              ("program:yatim", "down", "tanpa indikator")]),
        ("mission", "m-dua", [("mission:m-dua", "up", "misi tanpa rujukan"),
                              ("mission:m-dua", "down", "tanpa tujuan")]),
        ("aligned_mission", "r-satu", [("aligned_mission:r-satu", "down",
                                        "belum didukung misi mana pun")]),
        ("objective", "s-tiga", [("goal:t-tiga", "up", "tujuan tanpa misi"),
                                 ("objective:s-tiga", "down", "tanpa program"),
                                 ("indicator:j", "down", "belum ada realisasi")]),
    ],
)  # fmt: skip
def test_breaks(plan, kind, id_, gaps):
    found = through(plan, kind, id_)

    assert [(g.at, g.direction, g.lacks.indonesian) for g in found.missing] == gaps


def test_a_plan_without_a_vision_says_so(written):
    plan = written(vision="missions: [{id: m, text: M}]")
    found = through(plan, "mission", "m", "up")

    assert "pernyataan visi belum ada" in [gap.lacks.indonesian for gap in found.missing]


def test_text_is_a_tree_with_each_stop_spread_out_once(plan):
    printed = FORMATS["text"](through(plan, "objective", "s-satu", "down"), Language.INDONESIAN)

    assert printed.split("\n") == [
        "sasaran s-satu: Sasaran satu",
        "",
        "Ke bawah",
        '  program utuh: Utuh "; end[%%{x}%%]<b>`&',
        "    indikator i: Ukuran [120 %, mencapai target]",
        "      realisasi: 2024: 12",
        "  program lewat: Lewat",
        "    ✗ celah: tanpa indikator",
        "  indikator i: Ukuran [120 %, mencapai target] (lihat di atas)",
        "",
        "Celah (1)",
        "  program lewat: tanpa indikator; `indicators: measures: [lewat]` dalam `monev.yaml`",
        "",
    ]


def test_json_names_stops_links_and_gaps(plan):
    document = json.loads(FORMATS["json"](through(plan, "indicator", "j"), Language.ENGLISH))

    assert (document["version"], document["start"]) == (1, "indicator:j")
    assert {"from": "objective:s-tiga", "to": "indicator:j"} in document["links"]
    assert [gap["lacks"] for gap in document["gaps"]] == [
        "goal without mission",
        "no realisation yet",
    ]


def test_plan_text_is_no_mermaid(plan):
    printed = FORMATS["mermaid"](through(plan, "program", "utuh"), Language.INDONESIAN)

    assert "#34;#59; end#91;#37;#37;#123;x#125;#37;#37;#93;#60;b#62;#96;#38;" in printed
    for line in printed.split("\n")[1:]:
        assert re.fullmatch(
            r'  (?:[ng]\d+\["[\w #;.,()/–-]*"\](?::::gap)?|[ng]\d+ (?:-->|-\.->) [ng]\d+'
            r"|class n\d+ start|classDef .*|)|",
            line,
        ), line


def test_plan_text_is_no_dot(written):
    plan = written(
        programs=r"""programs: [{id: a, name: 'x"]; b -> c \N &lt;', dimension: living}]"""
    )
    printed = FORMATS["dot"](through(plan, "program", "a"), Language.INDONESIAN)

    assert r'label="program a: x\"]; b -> c \\N &amp;lt;"' in printed
    assert printed.startswith("digraph chain {")
    assert printed.endswith("}\n")


def test_circles_end(written):
    """Programs that wait for each other are a circle, but none of the chain."""
    plan = written(programs=PROGRAMS)
    assert through(plan, "program", "yatim").links == ()
