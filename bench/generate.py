"""Writes a plan of any size, valid and without a finding that reading can give.

`python bench/generate.py FOLDER [--times N] [--faults N]`: size 1 is 80 programs, 150 indicators
over ten years and 300 milestones, about 9,500 lines in 16 files. Faults are slips of the pen in so
many lines, evenly spread: unknown ids, keys and choices, and numbers that are none.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

DIMENSIONS = {
    "governance": ("public_service", "public_policy", "bureaucracy"),
    "branding": ("tourism", "business", "city_appearance"),
    "economy": ("industry", "welfare", "transaction"),
    "living": ("harmony", "health", "mobility"),
    "society": ("community", "learning", "security"),
    "environment": ("protection", "waste", "energy"),
}
YEARS = range(2024, 2034)
MEASURED = range(2016, 2026)
"""Years of the profile: as many, and all before the plan's own date."""
FAMILIES = ("policy", "people", "infrastructure", "application", "literacy")
PROGRAMS, INDICATORS, MILESTONES, AGENCIES = 80, 150, 300, 30


def manifest() -> str:
    return (
        "smartplan: 1\ntitle: Rencana ukuran\n"
        'region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}\n'
        "period: {start: 2024, end: 2033}\nframework: kominfo-2021\nas_of: 2026-01-01\n"
    )


def sources() -> str:
    return (
        "sources:\n  - id: S1\n    title: Sumber ukuran\n    date: 2023\n"
        "    url: https://contoh.go.id/\n    kind: government\n    confidence: A\n"
    )


def team() -> str:
    lines = ["agencies:"]
    for number in range(AGENCIES):
        lines += [f"  - id: dinas-{number}", f"    name: Dinas {number}", "    sources: [S1]"]
    lines.append("working_groups:")
    for dimension in DIMENSIONS:
        lines += [f"  - dimension: {dimension}", "    coordinator: dinas-0", "    basis: proposal"]
    return "\n".join(lines) + "\n"


def readiness() -> str:
    lines = ["profile:"]
    for number in range(40):
        lines += [f"  - id: data-{number}", "    topic: penduduk", f"    name: Data {number}"]
        lines += ["    unit: jiwa", "    values:"]
        lines += [
            f"      - {{year: {year}, value: {number + year / 1000:.3f}1, sources: [S1]}}"
            for year in MEASURED
        ]
    lines.append("issues:")
    for number in range(60):
        dimension = list(DIMENSIONS)[number % 6]
        lines += [f"  - id: isu-{number}", f"    dimension: {dimension}", f"    text: Isu {number}"]
        lines += [f"    evidence: [data-{number % 40}]", "    sources: [S1]"]
    return "\n".join(lines) + "\n"


def vision() -> str:
    lines = ["alignment:", "  - id: rpjmd", "    kind: rpjmd", "    title: RPJMD"]
    lines += ["    period: {start: 2021, end: 2033}", "    sources: [S1]", "    missions:"]
    lines += ["      - {id: rpjmd-1, text: Misi RPJMD, sources: [S1]}"]
    lines += ["vision:", "  statement: Kabupaten cerdas", "  basis: proposal", "missions:"]
    lines += ["  - {id: misi-1, text: Misi, supports: [rpjmd-1], basis: proposal}", "goals:"]
    lines += ["  - {id: tujuan-1, mission: misi-1, text: Tujuan, basis: proposal}", "objectives:"]
    for dimension in DIMENSIONS:
        lines += [f"  - id: sasaran-{dimension}", "    goal: tujuan-1"]
        lines += [f"    dimension: {dimension}", "    text: Sasaran", "    basis: proposal"]
    return "\n".join(lines) + "\n"


def programs(dimension: str, numbers: Iterable[int]) -> str:
    lines = ["programs:"]
    for number in numbers:
        sub = DIMENSIONS[dimension][number // 6 % 3]
        lines += [
            f"  - id: program-{number}",
            f"    name: Program layanan terpadu nomor {number}",
            f"    description: Program {number} memperbaiki layanan di sembilan kecamatan.",
            f"    dimension: {dimension}",
            f"    sub_dimension: {sub}",
            f"    family: {FAMILIES[number % 5]}",
            "    horizon: long",
            f"    objectives: [sasaran-{dimension}]",
            f"    issues: [isu-{number % 60}]",
            f"    lead: dinas-{number % AGENCIES}",
            f"    support: [dinas-{(number + 1) % AGENCIES}, dinas-{(number + 2) % AGENCIES}]",
            "    start: 2024",
            "    end: 2033",
            "    sources: [S1]",
        ]
        if number >= 6:
            lines.append("    depends_on: []")
        lines.append("    budget:")
        for year in YEARS:
            line = f"year: {year}, amount: {1_000_000 + year}, fund: apbd, kind: planned"
            lines.append(f"      - {{{line}, basis: proposal}}")
        lines += ["    progress:", "      - {year: 2025, state: running, sources: [S1]}"]
        lines += ["    risks:", f"      - id: risiko-{number}", "        text: Tenaga terbatas"]
        lines += ["        likelihood: 2", "        impact: 3", "        basis: proposal"]
    return "\n".join(lines) + "\n"


def roadmap(times: int) -> str:
    lines = ["phases:"]
    for id_, horizon, start, end in (
        ("tahap-1", "short", 2024, 2024),
        ("tahap-2", "medium", 2025, 2028),
        ("tahap-3", "long", 2029, 2033),
    ):
        lines += [f"  - {{id: {id_}, name: {id_}, horizon: {horizon},"]
        lines += [f"     start: {start}, end: {end}, basis: proposal}}"]
    lines.append("milestones:")
    for number in range(MILESTONES * times):
        lines += [
            f"  - id: tonggak-{number}",
            f"    program: program-{number % (PROGRAMS * times)}",
        ]
        lines += [
            "    phase: tahap-3",
            f"    due: {2029 + number % 5}",
            f"    text: Tonggak {number}",
        ]
        lines += ["    state: planned", "    basis: proposal"]
    return "\n".join(lines) + "\n"


def indicators(times: int) -> str:
    lines = ["indicators:"]
    for number in range(INDICATORS * times):
        lines += [
            f"  - id: indikator-{number}",
            f"    name: Persentase layanan tuntas {number}",
            "    level: outcome",
            f"    measures: [program-{number % (PROGRAMS * times)}]",
            "    unit: persen",
            "    formula: rising",
            "    baseline: {year: 2023, value: 40.5, sources: [S1]}",
            "    basis: proposal",
            f"    owner: dinas-{number % AGENCIES}",
            "    data_source: Laporan dinas",
            "    frequency: yearly",
            "    targets:",
        ]
        lines += [f"      {year}: {45 + year - 2024}" for year in YEARS]
    return "\n".join(lines) + "\n"


def realisations(year: int, times: int) -> str:
    lines = ["realisations:"]
    for number in range(INDICATORS * times):
        line = f"indicator: indikator-{number}, period: {year}, value: {46 + year - 2024}"
        lines.append(f"  - {{{line}, sources: [S1]}}")
    return "\n".join(lines) + "\n"


def outreach() -> str:
    lines = ["activities:"]
    for number, sector in enumerate(("government", "community", "media", "industry", "academia")):
        lines += [f"  - id: temu-{number}", "    date: 2025-03", "    kind: socialisation"]
        lines += [f"    title: Temu {number}", f"    audience: [{sector}]", "    reach: 50"]
        lines += ["    sources: [S1]"]
    return "\n".join(lines) + "\n"


def files(times: int) -> dict[str, str]:
    """The plan's files; a long list is spread over files of about 80 programs each."""
    written = {
        "smartplan.yaml": manifest(),
        "sources.yaml": sources(),
        "team.yaml": team(),
        "readiness.yaml": readiness(),
        "vision.yaml": vision(),
        "outreach.yaml": outreach(),
    }
    for part in range(times):
        for position, dimension in enumerate(DIMENSIONS):
            first = part * PROGRAMS
            numbers = [n for n in range(first, first + PROGRAMS) if n % 6 == position]
            written[f"programs/{part:03}-{dimension}.yaml"] = programs(dimension, numbers)
    written |= _spread("roadmap", "milestones", roadmap(times), times)
    written |= _spread("monev/indicators", "indicators", indicators(times), times)
    for year in (2024, 2025):
        written |= _spread(f"monev/{year}", "realisations", realisations(year, times), times)
    return written


def _spread(name: str, key: str, text: str, times: int) -> dict[str, str]:
    """One long file as several, so that none passes the reader's limit."""
    if times == 1:
        return {f"{name}.yaml": text}
    head, _, body = text.partition(f"{key}:\n")
    items = body.split("\n  - ")
    items[0] = items[0].removeprefix("  - ")
    size = -(-len(items) // times)
    chunks = [items[i : i + size] for i in range(0, len(items), size)]
    return {
        f"{name}{'-' if '/' in name else '/'}{number:03}.yaml": (head if number == 0 else "")
        + f"{key}:\n  - "
        + "\n  - ".join(item.rstrip("\n") for item in chunk)
        + "\n"
        for number, chunk in enumerate(chunks)
    }


SLIPS = (
    ("sources: [S1]", "sources: [S9]"),
    ("kind: planned", "kind: planed"),
    ("phase: tahap-3", "phase: tahap-4"),
    ("state: planned", "state: planed"),
    ("unit: persen", "unti: persen"),
    ("likelihood: 2", "likelihood: dua"),
    ("lead: dinas-", "lead: dins-"),
)
"""What stands in a plan, and what a hasty planner writes instead."""


def faulty(written: dict[str, str], count: int) -> dict[str, str]:
    """The files with so many slips, evenly spread over all lines that can have one."""
    lines = {name: text.split("\n") for name, text in written.items()}
    places = [
        (name, number, right, wrong)
        for name, rows in lines.items()
        for number, row in enumerate(rows)
        for right, wrong in SLIPS
        if right in row
    ]
    if count > len(places):
        raise ValueError(f"only {len(places)} places for {count} faults")
    for turn in range(count):
        name, number, right, wrong = places[turn * len(places) // count]
        lines[name][number] = lines[name][number].replace(right, wrong)
    return {name: "\n".join(rows) for name, rows in lines.items()}


def write(folder: Path, times: int, faults: int = 0) -> None:
    """Write the plan of this size into a folder."""
    for name, text in faulty(files(times), faults).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--faults", type=int, default=0)
    options = parser.parse_args()
    write(options.folder, options.times, options.faults)


if __name__ == "__main__":
    main()
