"""Fixes: the bytes that change and no other, no new error, and a diff that says the same."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from conftest import MINIMAL, Run, findings, overlay
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_fuzz import TOKENS, VALUES

from smartplan.choices import Choice
from smartplan.diagnostics import File, Location, Severity
from smartplan.exchange.fixes import Mended, mended
from smartplan.exchange.replace import Halfway, put
from smartplan.exchange.splice import Refused
from smartplan.load import load
from smartplan.nearest import only_slip
from smartplan.parser import parse
from smartplan.replacement import instead
from smartplan.rules import judge
from smartplan.rules.team.workshop_ends_before_start import workshop_ends_before_start
from smartplan.source import Mapping, Node, Scalar, Sequence, read
from smartplan.stages.scalars import indonesian_number

FILES = sorted(path.name for path in MINIMAL.glob("*.yaml"))
TEXTS = {name: (MINIMAL / name).read_text("utf-8") for name in FILES}

ALL = Choice()
WRONG_ORDER = workshop_ends_before_start.kind.code


def fixed(plan: Path, *, unsafe: bool = False, choice: Choice = ALL) -> Mended:
    return mended(plan, "", choice, unsafe=unsafe)


def change(plan: Path, name: str, old: str, new: str) -> bytes:
    """Put a text in the place of the first of its kind; the bytes that the file has then."""
    path = plan / name
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())
    return path.read_bytes()


def expect(plan: Path, name: str, old: str, new: str, *, unsafe: bool = False) -> None:
    """The fix puts `new` in the place of `old` in this file, and does nothing else."""
    before = (plan / name).read_bytes()
    assert before.count(old.encode()) == 1
    made = fixed(plan, unsafe=unsafe)
    assert made.files == {name: (before, before.replace(old.encode(), new.encode()))}
    assert made.left == ()


ACTIVITY = """# Kegiatan  sosialisasi
activities:
  - id: temu   # yang pertama
    date:   {date}   # tanggalnya
    kind: socialisation
    title: 'Temu  warga'
    dimension: living
    basis: proposal
"""


def outreach(plan: Path, text: str) -> None:
    overlay(plan, {"outreach.yaml": text})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("5 Juli 2024", "2024-07-05"),
        ('"5 Juli 2024"', '"2024-07-05"'),
        ("'05 agt 2024'", "'2024-08-05'"),
        ("Juli 2024", "2024-07"),
        ("2024/07/05", "2024-07-05"),
        ("2024-7-5", "2024-07-05"),
        ("25/07/2024", "2024-07-25"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_date_with_one_meaning(
    written: str, meant: str, newline: str, bom: str, minimal_plan: Path
) -> None:
    outreach(minimal_plan, bom + ACTIVITY.format(date=written).replace("\n", newline))
    expect(minimal_plan, "outreach.yaml", written, meant)


@pytest.mark.parametrize(
    ("written", "meant"), [("05/07/2024", "2024-07-05"), ('"Jumat, 5 Juli 2024"', '"2024-07-05"')]
)
def test_a_date_with_a_likely_meaning(written: str, meant: str, minimal_plan: Path) -> None:
    outreach(minimal_plan, ACTIVITY.format(date=written))
    assert fixed(minimal_plan).files == {}
    expect(minimal_plan, "outreach.yaml", written, meant, unsafe=True)


@pytest.mark.parametrize("written", ["30 Februari 2024", ">-\n      5 Juli 2024", "5 Julli 2024"])
def test_a_date_that_is_left_alone(written: str, minimal_plan: Path) -> None:
    outreach(minimal_plan, ACTIVITY.format(date=written))
    assert fixed(minimal_plan, unsafe=True).files == {}


CEILINGS = """ceilings:
  - {{year: 2025, amount: {amount}, basis: proposal}}   # dalam kurung
"""


def roadmap(plan: Path, amount: str) -> None:
    text = re.sub(
        r"(?ms)^ceilings:.*?(?=^\S|\Z)",
        CEILINGS.format(amount=amount) + "\n",
        TEXTS["roadmap.yaml"],
    )
    assert amount in text
    overlay(plan, {"roadmap.yaml": text})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Rp 900.000.000.000", "900000000000"),
        ("Rp900.000.000.000", "900000000000"),
        ("'Rp. 900.000.000.000,-'", "'900000000000'"),
        ("Rp 900 miliar", "900000000000"),
        ('"900,5 miliar"', '"900500000000"'),
        ("900.5 miliar", "900500000000"),
        ("900 000 000 000", "900000000000"),
        ('"900,000,000,000"', '"900000000000"'),
        ("900.000.000.000 rupiah", "900000000000"),
    ],
)
def test_a_number_with_one_meaning(written: str, meant: str, minimal_plan: Path) -> None:
    roadmap(minimal_plan, written)
    expect(minimal_plan, "roadmap.yaml", written, meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("900 M", "900000000000"), ("1.900 miliar", "1900000000000"), ("Rp 5.000", "5000")],
)
def test_a_number_with_a_likely_meaning(written: str, meant: str, minimal_plan: Path) -> None:
    roadmap(minimal_plan, written)
    [fix] = [d.fix for d in findings(minimal_plan) if d.kind.code == "YML016"]
    assert fix is not None
    assert (fix.safe, fix.text) == (False, meant)


@pytest.mark.parametrize("written", ["5.000", '"5,000"', "-5.000"])
def test_a_number_with_two_meanings_has_no_fix(written: str, minimal_plan: Path) -> None:
    assert indonesian_number(written.strip('"')) is not None
    roadmap(minimal_plan, written)
    assert [d.fix for d in findings(minimal_plan) if d.kind.code == "YML016"] == [None]
    assert fixed(minimal_plan, unsafe=True).files == {}


@pytest.mark.parametrize(
    ("written", "meant", "safe"),
    [("2,5", "2.5", True), ("2,5 juta", "2500000", False), ("45 %", "45", False)],
)
def test_a_number_of_any_unit(written: str, meant: str, safe: bool, minimal_plan: Path) -> None:
    monev = TEXTS["monev.yaml"]
    value = re.search(r"baseline: *\{[^}]*value: *([0-9.]+)", monev)
    assert value is not None
    text = f'{monev[: value.start(1)]}"{written}"{monev[value.end(1) :]}'
    overlay(minimal_plan, {"monev.yaml": text})

    [fix] = [d.fix for d in findings(minimal_plan) if d.kind.code == "YML016"]

    assert fix is not None
    assert (fix.text, fix.safe) == (f'"{meant}"', safe)


def test_codes_get_quotes_and_lose_spaces(minimal_plan: Path) -> None:
    manifest = change(minimal_plan, "smartplan.yaml", '"51.08"', "51.08")
    programs = TEXTS["programs.yaml"]
    first = programs.index("    dimension:")
    codes = "    nomenclature: [2.16, '2.16. 03 ', 2.16 .03]   # tiga\n"
    (minimal_plan / "programs.yaml").write_text(
        programs[:first] + codes + programs[first:], encoding="utf-8"
    )

    made = fixed(minimal_plan)

    assert made.files["smartplan.yaml"] == (manifest, TEXTS["smartplan.yaml"].encode())
    wanted = """    nomenclature: ["2.16", '2.16.03', "2.16.03"]   # tiga\n"""
    assert made.files["programs.yaml"][1].decode() == programs[:first] + wanted + programs[first:]
    assert len(made.files) == 2


@pytest.mark.parametrize("style", ["Smart Governance", '"Smart Governance"', "Governance"])
def test_the_name_of_a_dimension_becomes_its_id(style: str, minimal_plan: Path) -> None:
    before = change(minimal_plan, "programs.yaml", "dimension: governance", f"dimension: {style}")
    wanted = '"governance"' if style.startswith('"') else "governance"
    after = before.replace(f"dimension: {style}".encode(), f"dimension: {wanted}".encode())

    assert fixed(minimal_plan).files == {"programs.yaml": (before, after)}


@pytest.mark.parametrize(
    ("name", "good", "slip"),
    [
        ("team.yaml", "coordinator: kominfo", "coordinator: komnifo"),
        ("team.yaml", "coordinator: kominfo", 'coordinator: "kominffo"'),
        ("team.yaml", "venue: Balai kota", "venu: Balai kota"),
        ("vision.yaml", "horizon: medium", "horizon: meduim"),
        ("vision.yaml", "kind: rpjmd", "kind: rpjdm"),
    ],
)
def test_one_slip_of_the_keyboard_is_only_likely(
    name: str, good: str, slip: str, minimal_plan: Path
) -> None:
    original = (minimal_plan / name).read_bytes()
    before = change(minimal_plan, name, good, slip)
    assert fixed(minimal_plan).files == {}
    if '"' in slip:
        original = before.replace(slip.encode(), good.replace("kominfo", '"kominfo"').encode())

    assert fixed(minimal_plan, unsafe=True).files == {name: (before, original)}


def test_a_digit_is_no_slip_and_one_of_two_is_no_choice() -> None:
    assert only_slip("kominfo", ["kominfo"]) is None
    assert only_slip("komninfo", ["kominfo", "bappeda"]) == "kominfo"
    assert only_slip("dinas-a", ["dinas-b", "dinas-c"]) is None
    assert only_slip("sumber-1", ["sumber-2"]) is None
    assert only_slip("S-a", ["S-b"]) is None
    assert only_slip("abcd", ["badc"]) is None
    assert only_slip("abcd", ["abdc"]) == "abdc"


MODELINE = "# yaml-language-server: $schema={}\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_schema_line_that_other_files_have(newline: str, minimal_plan: Path) -> None:
    shutil.rmtree(minimal_plan)
    (minimal_plan / "programs").mkdir(parents=True)
    for name in ("smartplan.yaml", "sources.yaml"):
        (minimal_plan / name).write_bytes(TEXTS[name].encode())
    manifest = (
        MODELINE.format(".smartplan/schema/smartplan.json") + TEXTS["smartplan.yaml"]
    ).encode()
    (minimal_plan / "smartplan.yaml").write_bytes(manifest)
    listed = f"\ufeffprograms: []{newline}# ujung tanpa baris baru".encode()
    (minimal_plan / "programs" / "a.yaml").write_bytes(listed)

    made = fixed(minimal_plan)

    line = MODELINE.format("../.smartplan/schema/programs.json").replace("\n", newline)
    assert made.files == {
        "programs/a.yaml": (listed, listed[:3] + line.encode() + listed[3:]),
        "sources.yaml": (
            TEXTS["sources.yaml"].encode(),
            (MODELINE.format(".smartplan/schema/sources.json") + TEXTS["sources.yaml"]).encode(),
        ),
    }


def test_no_schema_line_is_asked_for_where_no_file_has_one(minimal_plan: Path) -> None:
    assert findings(minimal_plan) == []


@pytest.mark.parametrize(
    ("schema", "wanted"),
    [
        ("https://contoh.go.id/skema/team.json", "https://contoh.go.id/skema/theory.json"),
        ("/srv/skema/team.json", "/srv/skema/theory.json"),
        ("skema.json", None),
    ],
)
def test_the_schema_line_follows_its_example(
    schema: str, wanted: str | None, minimal_plan: Path
) -> None:
    team = minimal_plan / "team.yaml"
    team.write_bytes(MODELINE.format(schema).encode() + team.read_bytes())

    found = {d.location.file.name: d.fix for d in findings(minimal_plan) if d.kind.code == "PLN007"}

    assert set(found) == set(FILES) - {"team.yaml"}
    fix = found["theory.yaml"]
    assert (fix.text if fix else None) == (MODELINE.format(wanted) if wanted else None)


def test_two_fixes_of_one_text_take_two_rounds(minimal_plan: Path) -> None:
    """A key that nobody knows hides that its value is no date."""
    text = ACTIVITY.format(date="5 Juli 2024")
    outreach(minimal_plan, text.replace("date: ", "datte: "))
    made = fixed(minimal_plan, unsafe=True)
    assert made.files["outreach.yaml"][1].decode() == ACTIVITY.format(date="2024-07-05")
    assert made.count == 2


def test_a_fix_that_brings_an_error_is_not_made(minimal_plan: Path) -> None:
    """The end is mended only if that does not put it before the start."""
    before = change(minimal_plan, "team.yaml", "end: 2023-06-06", "end: 6 Juni 2022")
    made = fixed(minimal_plan)

    assert made.files == {}
    [left] = made.left
    assert (left.finding.kind.code, left.brought.kind.code) == ("YML017", WRONG_ORDER)
    assert (minimal_plan / "team.yaml").read_bytes() == before


def test_a_fix_may_bring_what_the_next_fix_mends(minimal_plan: Path) -> None:
    """Without a reporting date there is no edition, and so no word on its dimensions."""
    original = {name: text.encode() for name, text in TEXTS.items()}
    change(minimal_plan, "smartplan.yaml", "as_of: 2025-06-30", "as_of: 30 Juni 2025")
    change(minimal_plan, "programs.yaml", "dimension: governance", "dimension: Smart Governance")
    assert [d.kind.code for d in findings(minimal_plan)] == ["YML017"]

    made = fixed(minimal_plan)

    assert {name: after for name, (_, after) in made.files.items()} == {
        name: original[name] for name in ("smartplan.yaml", "programs.yaml")
    }


def test_what_is_not_chosen_is_not_mended(minimal_plan: Path) -> None:
    change(minimal_plan, "smartplan.yaml", '"51.08"', "51.08")
    change(minimal_plan, "outreach.yaml", "date: 2024-02-05", "date: 5 Februari 2024")
    assert set(fixed(minimal_plan, choice=Choice(select=("PLN",))).files) == {"smartplan.yaml"}
    assert set(fixed(minimal_plan, choice=Choice(ignore=("PLN",))).files) == {"outreach.yaml"}


@pytest.mark.parametrize(
    "fault", ["rusak: [", "a: &x 1", "--- \na: 1\n---\nb: 2\n", "<<<<<<< HEAD\n"]
)
def test_a_file_that_cannot_be_read_as_a_whole_is_left_alone(
    fault: str, minimal_plan: Path
) -> None:
    change(minimal_plan, "smartplan.yaml", '"51.08"', "51.08")
    path = minimal_plan / "outreach.yaml"
    path.write_text(f"activities:\n  - {{date: 5 Juli 2024}}\n{fault}\n", encoding="utf-8")
    assert set(fixed(minimal_plan).files) == {"smartplan.yaml"}


# On the command line


@pytest.fixture
def clumsy(minimal_plan: Path) -> Path:
    """A plan with several things to mend, one of them only likely, and one that stays."""
    change(minimal_plan, "smartplan.yaml", '"51.08"', "51.08")
    change(minimal_plan, "team.yaml", "start: 2023-06-05", "start: 5 Juni 2023  # Senin")
    change(minimal_plan, "team.yaml", "coordinator: kominfo", "coordinator: komninfo")
    change(minimal_plan, "programs.yaml", "dimension: governance", "dimension: Smart Governance")
    path = minimal_plan / "team.yaml"
    path.write_bytes(path.read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n"))
    return minimal_plan


def contents(plan: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(plan.iterdir()) if path.is_file()}


def raw(plan: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-I", "-m", "smartplan", "validate", plan.name, *words],
        cwd=plan.parent,
        env={"PATH": "/usr/bin:/bin", "SMARTPLAN_NO_CACHE": "1"},
        capture_output=True,
        timeout=120,
        check=False,
    )


def test_fix_writes_and_tells_what_remains(clumsy: Path, run: Run) -> None:
    done = run("validate", str(clumsy), "--fix", "--output-format", "concise")

    assert done.returncode == 1
    assert re.findall(r"error ([A-Z]{3}\d{3})", done.stdout) == ["REF001"]
    assert done.stderr.splitlines()[-1] == "3 perbaikan dalam 3 berkas"
    after = contents(clumsy)
    again = run("validate", str(clumsy), "--fix", "--output-format", "concise")
    assert contents(clumsy) == after
    assert again.stderr.splitlines()[-1] == "0 perbaikan dalam 0 berkas"


def test_unsafe_fixes_mend_the_rest(clumsy: Path, run: Run) -> None:
    done = run("validate", str(clumsy), "--fix", "--unsafe-fixes", "--quiet")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    team = (clumsy / "team.yaml").read_bytes()
    assert team == (
        TEXTS["team.yaml"]
        .replace("start: 2023-06-05", "start: 2023-06-05  # Senin", 1)
        .rstrip("\n")
        .replace("\n", "\r\n")
        .encode()
    )


@pytest.mark.parametrize("words", [(), ("--unsafe-fixes",)])
def test_git_applies_the_diff_to_the_same_bytes(words: tuple[str, ...], clumsy: Path) -> None:
    twin = clumsy.parent / "kembar dua"
    shutil.copytree(clumsy, twin)
    before = contents(twin)

    shown = raw(twin, "--diff", *words)

    assert shown.returncode == 1
    assert contents(twin) == before
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        input=shown.stdout,
        cwd=clumsy.parent,
        env={"PATH": os.environ["PATH"], "GIT_CEILING_DIRECTORIES": str(clumsy.parent.parent)},
        check=True,
        timeout=60,
    )
    raw(clumsy, "--fix", *words)
    assert contents(twin) == contents(clumsy)
    assert raw(twin, "--diff", *words).stdout == b""
    assert raw(twin, "--diff", *words).returncode == 0


def test_the_report_says_what_can_be_mended(clumsy: Path, run: Run) -> None:
    done = run("validate", str(clumsy))

    assert "   perbaikan: `2023-06-05` (dapat diperbaiki dengan `--fix`)\n" in done.stdout
    assert "mungkin; dapat diperbaiki dengan `--fix --unsafe-fixes`" in done.stdout
    assert "; 3 dapat diperbaiki dengan --fix; 1 mungkin dapat" in done.stderr


@pytest.mark.parametrize(
    "words",
    [["--unsafe-fixes"], ["--fix", "--write-baseline", "x"], ["--diff", "--output-file", "x"]],
)
def test_options_that_do_not_go_together(words: list[str], minimal_plan: Path, run: Run) -> None:
    assert run("validate", str(minimal_plan), *words).returncode == 2


def test_a_read_only_file_keeps_the_whole_plan_as_it_is(clumsy: Path, run: Run) -> None:
    before = contents(clumsy)
    (clumsy / "team.yaml").chmod(0o444)

    done = run("validate", str(clumsy), "--fix")

    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "team.yaml` tidak dapat ditulis" in done.stderr
    assert contents(clumsy) == before


def test_what_an_earlier_plan_got_is_told_where_a_later_one_may_not_be_written(
    clumsy: Path, run: Run
) -> None:
    other = clumsy.with_name("lain")
    shutil.copytree(clumsy, other)
    before = contents(other)
    (other / "team.yaml").chmod(0o444)

    done = run("validate", "plan", "lain", "--fix")

    first, second = done.stderr.splitlines()
    assert (done.returncode, first) == (3, "3 perbaikan dalam 3 berkas")
    assert second == "smartplan: `lain/team.yaml` tidak dapat ditulis: hanya untuk dibaca"
    assert contents(other) == before


def test_a_folder_that_takes_no_new_file_leaves_all_files_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "document.yaml").write_bytes(b"lama")
    files = {"document.yaml": (b"lama", b"baru"), "programs/a.yaml": (None, b"baru")}
    with pytest.raises(FileNotFoundError) as failed:
        put(tmp_path, files)
    assert failed.value.filename == str(tmp_path / "programs" / "a.yaml")
    assert contents(tmp_path) == {"document.yaml": b"lama"}


def test_a_file_that_changed_meanwhile_leaves_all_files_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"lama")
    (tmp_path / "b.yaml").write_bytes(b"lain")
    with pytest.raises(Refused, match=r"`b\.yaml` changed meanwhile; run the command again"):
        put(tmp_path, {"a.yaml": (b"lama", b"baru"), "b.yaml": (b"lama", b"baru")})
    assert contents(tmp_path) == {"a.yaml": b"lama", "b.yaml": b"lain"}


def test_files_that_were_written_before_the_disk_gave_way_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"lama")
    (tmp_path / "b.yaml").mkdir()  # the one thing that a rename meets no sooner
    with pytest.raises(Halfway) as failed:
        put(tmp_path, {"a.yaml": (b"lama", b"baru"), "b.yaml": (None, b"baru")})
    assert failed.value.message.indonesian == (
        "`a.yaml` sudah ditulis, tetapi `b.yaml` tidak dapat ditulis: itu folder, bukan berkas; "
        "atasi sebabnya, lalu ulangi perintah ini"
    )
    assert contents(tmp_path) == {"a.yaml": b"baru"}
    with pytest.raises(IsADirectoryError):
        put(tmp_path, {"b.yaml": (None, b"baru")})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]


def test_a_link_is_neither_read_nor_replaced(clumsy: Path, run: Run) -> None:
    target = clumsy.parent / "tujuan.yaml"
    (clumsy / "team.yaml").rename(target)
    (clumsy / "team.yaml").symlink_to(target)
    before = target.read_bytes()

    run("validate", str(clumsy), "--fix", "--unsafe-fixes")

    assert target.read_bytes() == before
    assert (clumsy / "team.yaml").is_symlink()
    with pytest.raises(Refused):
        put(clumsy, {"team.yaml": (before, b"lain")})
    assert target.read_bytes() == before


def test_the_mode_of_a_file_stays(clumsy: Path, run: Run) -> None:
    (clumsy / "team.yaml").chmod(0o640)
    run("validate", str(clumsy), "--fix")
    assert (clumsy / "team.yaml").stat().st_mode & 0o777 == 0o640
    assert not list(clumsy.glob(".*"))


@pytest.mark.parametrize(
    ("text", "written"),
    [("kota", "kota"), ("null", '"null"'), ("Null", '"Null"'), ("a b", '"a b"'), ("~", '"~"')],
)
def test_a_fix_writes_a_text_that_is_read_back_as_it_is(text: str, written: str) -> None:
    tree, _ = parse(File("a.yaml", "id: koto\n"))
    assert isinstance(tree, Mapping)
    made = instead(tree.entries["id"][1], text, safe=True)
    assert made is not None
    assert made.text == written
    again, _ = parse(File("a.yaml", f"id: {written}\n"))
    assert isinstance(again, Mapping)
    value = again.entries["id"][1]
    assert isinstance(value, Scalar)
    assert value.data() == text


# Of any plan

SLIPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                ("2023-06-05", "5 Juni 2023"),
                ("2023-07-06", "06/07/2023"),
                ("2025-06-30", "30 Juni 2025"),
                ("2025", "2.025"),
                ("dimension: governance", "dimension: Smart Governance"),
                ("dimension: living", "dimension: 'Smart Living'"),
                ("kominfo", "kominfoo"),
                ("coordinator", "cordinator"),
                ("medium", "meduim"),
                ('"51.08"', "51.08"),
                ("000000", ".000.000"),
                ("amount: ", "amount: Rp "),
                ("sources", "surces"),
                ("basis: proposal", "basis: propsal"),
                ("# ", "# yaml-language-server: $schema=.smartplan/schema/team.json\n# "),
                ("\n", "\r\n"),
            ]
        ),
        st.integers(0, 12),
    ),
    max_size=6,
)


CUTS = st.lists(
    st.tuples(
        st.sampled_from(FILES),
        st.floats(0, 1, exclude_max=True),
        st.one_of(st.sampled_from(TOKENS + VALUES), st.integers(1, 400)),
    ),
    max_size=2,
)


def cut(cuts: list[tuple[str, float, str | int]]) -> dict[str, bytes]:
    """The plan's files after the cuts: a text is put in, a number of characters is cut out."""
    texts = dict(TEXTS)
    for name, where, what in cuts:
        at = int(len(texts[name]) * where)
        before, after = texts[name][:at], texts[name][at:]
        texts[name] = before + (after[what:] if isinstance(what, int) else what + after)
    return {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}


def slipped(files: dict[str, bytes], slips: list[tuple[tuple[str, str], int]]) -> dict[str, bytes]:
    """The files with each slip at one of the places where it can be made."""
    files = dict(files)
    for (old, new), turn in slips:
        places = [
            (name, match.start())
            for name, content in sorted(files.items())
            for match in re.finditer(re.escape(old.encode()), content)
        ]
        if places:
            name, at = places[turn * len(places) // 13]
            content = files[name]
            files[name] = content[:at] + new.encode() + content[at + len(old.encode()) :]
    return files


@settings(
    max_examples=25,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
)
@given(CUTS, SLIPS, st.booleans())
@example(
    cuts=[],
    slips=[(("2025-06-30", "30 Juni 2025"), 0), (("kominfo", "kominfoo"), 3)],
    unsafe=True,
)
def test_a_fix_makes_no_error_and_touches_nothing_else(
    cuts: list[tuple[str, float, str | int]],
    slips: list[tuple[tuple[str, str], int]],
    unsafe: bool,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan"
        shutil.copytree(MINIMAL, plan)
        for name, content in slipped(cut(cuts), slips).items():
            (plan / name).write_bytes(content)
        before = errors(plan)

        made = fixed(plan, unsafe=unsafe)
        for name, (old, new) in made.files.items():
            assert (plan / name).read_bytes() == old
            assert comments(old) <= comments(new)
            assert shape(plan, name, old) == shape(plan, name, new) or unsafe
            (plan / name).write_bytes(new)

        assert errors(plan) <= before
        again = fixed(plan, unsafe=unsafe)
        assert again.files == {}


def errors(plan: Path) -> set[tuple[str, str, str]]:
    """Each error's code, file and place among the keys and items, counted and not named."""
    found = judge(load(plan)).findings
    return {
        (d.kind.code, d.location.file.name, _route(plan, d.location))
        for d in found
        if Severity.ERROR in (d.severity, d.kind.severity)
    }


def _route(plan: Path, place: Location) -> str:
    file = place.file
    if not (plan / file.name).is_file() or not file.text:
        return ""
    node, _ = parse(file)
    point = (place.line - 1, place.column - 1)
    steps: list[int] = []
    while isinstance(node, Mapping | Sequence):
        inner = (
            [part for entry in node.entries.values() for part in entry]
            if isinstance(node, Mapping)
            else node.items
        )
        at = [n for n, one in enumerate(inner) if (one.start.line, one.start.column) <= point]
        if not at:
            break
        steps.append(at[-1])
        node = inner[at[-1]]
    return "/".join(map(str, steps))


def comments(content: bytes) -> set[bytes]:
    return set(re.findall(rb"(?m)^\s*# [^\r\n]*", content))


def shape(plan: Path, name: str, content: bytes) -> object:
    """A file's keys, and its lists with their lengths: what a fix of a value leaves as it is."""
    (plan / name).write_bytes(content)
    return _shape(parse(read(plan / name, name))[0])


def _shape(node: Node | None) -> object:
    if isinstance(node, Sequence):
        return [_shape(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key: _shape(value) for key, (_, value) in node.entries.items()}
    return isinstance(node, Scalar)
