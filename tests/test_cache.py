"""The cache: the same findings from it as without it, and none where it cannot be trusted."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest
from conftest import Run, overlay

import smartplan
from smartplan.cache import Cache
from smartplan.cli.plans import Task, examine
from smartplan.contents import Contents
from smartplan.language import Language
from smartplan.record import Malformed, plain, restored
from smartplan.reports import FORMATS, report
from smartplan.rules import kinds
from smartplan.rules.examples import examples


@pytest.fixture
def clumsy(minimal_plan: Path) -> Path:
    """A plan with faults of every family: bytes, text, shape, references, rules, waivers."""
    overlay(
        minimal_plan,
        {
            "theory.yaml": "terms:\r\n  - {term: SPBE, mening: x, sources: [S77]}\r\n",
            "waivers.yaml": "waivers:\n  - {code: PRG9, reason: ya, owner: a, until: 2024-01-01}\n",
            "vision.yaml": "vision: [\n",
            "visi.yaml": "",
        },
    )
    (minimal_plan / "outreach.yaml").write_bytes("judul: é\nlain: \xe9\n".encode("latin-1"))
    return minimal_plan


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def entries(home: Path) -> list[Path]:
    return sorted((home / "smartplan" / "findings").glob("*"))


def validate(run: Run, *words: str, **env: str) -> tuple[int, str]:
    done = run("validate", *words, **env)
    return done.returncode, done.stdout


def forge(entry: Path, change: dict[str, object]) -> None:
    """An entry that is sound but says something else."""
    document = {**json.loads(entry.read_bytes().partition(b"\n")[2]), **change}
    body = json.dumps(document).encode()
    entry.write_bytes(blake2b(body, digest_size=32).hexdigest().encode() + b"\n" + body)


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_is_the_same_from_the_cache(
    run: Run, clumsy: Path, home: Path, name: str
) -> None:
    words, env = ("plan", "--output-format", name), {"XDG_CACHE_HOME": str(home)}
    bare = validate(run, *words, "--no-cache", **env)
    assert entries(home) == []
    first = validate(run, *words, **env)
    assert len(entries(home)) == 1
    assert bare == first == validate(run, *words, **env)
    assert first[0] == 1


@pytest.mark.parametrize("family", sorted({code[:3] for code in kinds()}))
def test_a_finding_of_each_kind_survives_as_plain_data(family: str, minimal_plan: Path) -> None:
    untouched = minimal_plan.with_name("untouched")
    shutil.copytree(minimal_plan, untouched)
    for kind in (kind for code, kind in kinds().items() if code.startswith(family)):
        wrong = [example for example in examples(kind) if example.verdict == "Wrong"][:1]
        for example in wrong:
            shutil.rmtree(minimal_plan)
            shutil.copytree(untouched, minimal_plan)
            overlay(minimal_plan, example.files)
            record = examine(Task(minimal_plan, "plan"))
            again = restored(json.loads(json.dumps(plain(record))))
            assert plain(again) == plain(record)
            for language in Language:
                for name in ("full", "json", "rdjson", "sarif"):
                    written = report(name)(record.diagnostics, language)
                    assert report(name)(again.diagnostics, language) == written


def test_a_second_run_reads_the_entry(run: Run, clumsy: Path, home: Path) -> None:
    env = {"XDG_CACHE_HOME": str(home)}
    validate(run, "plan", **env)
    (entry,) = entries(home)
    forge(entry, {"findings": []})
    assert validate(run, "plan", **env) == (0, "")
    assert validate(run, "plan", "--no-cache", **env)[0] == 1
    assert validate(run, "plan", SMARTPLAN_NO_CACHE="1", **env)[0] == 1


@pytest.mark.parametrize("change", ["cut", "flip", "empty", "other", "list", "folder"])
def test_a_damaged_entry_is_ignored(run: Run, clumsy: Path, home: Path, change: str) -> None:
    env = {"XDG_CACHE_HOME": str(home)}
    right = validate(run, "plan", **env)
    (entry,) = entries(home)
    whole = entry.read_bytes()
    if change == "other":
        forge(entry, {"findings": [[0, "error", [99, 1, 1, 1, 1], {}, [], ["a", "b"], ""]]})
    elif change == "list":
        forge(entry, {"kinds": [["PRG001"]]})
    elif change == "folder":
        entry.unlink()
        entry.mkdir()
    else:
        flipped = whole[:200] + bytes([whole[200] ^ 1]) + whole[201:]
        entry.write_bytes({"cut": whole[:-20], "flip": flipped, "empty": b""}[change])
    assert validate(run, "plan", **env) == right
    if change != "folder":
        assert entry.read_bytes() == whole


def key(cache: Cache, plan: Path, name: str = "plan") -> str | None:
    return cache.key(plan, name)


def test_the_key_changes_with_every_input(minimal_plan: Path, home: Path) -> None:
    home.mkdir()
    cache = Cache(home)
    keys = [key(cache, minimal_plan), key(cache, minimal_plan, "lain")]
    source = minimal_plan / "sources.yaml"
    for change in (
        lambda: source.write_text(source.read_text("utf-8") + "\n", encoding="utf-8"),
        lambda: (minimal_plan / "catatan.yml").write_text("", encoding="utf-8"),
        (minimal_plan / "monev.yaml").unlink,
        (minimal_plan / "monev").mkdir,
        lambda: (minimal_plan / "monev" / "a.yaml").write_text("", encoding="utf-8"),
    ):
        change()
        keys.append(key(cache, minimal_plan))
    assert None not in keys
    assert len(set(keys)) == len(keys)


def test_the_key_is_the_same_for_the_same_plan(minimal_plan: Path, home: Path) -> None:
    home.mkdir()
    copy = minimal_plan.with_name("copy")
    shutil.copytree(minimal_plan, copy)
    (copy / ".git").mkdir()
    os.utime(copy / "team.yaml", (1, 1))
    assert key(Cache(home), minimal_plan) == key(Cache(home), copy)


def test_no_two_lists_of_names_and_texts_have_one_key(tmp_path: Path, home: Path) -> None:
    home.mkdir()
    one, other = tmp_path / "satu", tmp_path / "dua"
    overlay_new(one, {"a.yaml": "x: y # ", "b": ""})
    overlay_new(other, {"a.yaml": "x: y # bb"})
    assert key(Cache(home), one) != key(Cache(home), other)


def overlay_new(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir()
    overlay(folder, files)


SVG = '<svg xmlns="http://www.w3.org/2000/svg"{}></svg>'
DRAWS, ACTS = SVG.format(' id="a"'), SVG.format(' src="a"')


def into(plan: Path, path: str, text: str) -> None:
    (plan / path).parent.mkdir(parents=True, exist_ok=True)
    (plan / path).write_text(text, encoding="utf-8")


def branded(plan: Path) -> None:
    (plan / "gambar").mkdir()
    into(plan, "gambar/logo.svg", DRAWS)
    with (plan / "smartplan.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("brand: {logo: gambar/logo.svg}\n")


def in_a_folder(plan: Path) -> None:
    (plan / "team" / "lama").mkdir(parents=True)
    (plan / "team.yaml").rename(plan / "team" / "a.yaml")


def behind_a_link(plan: Path) -> None:
    branded(plan)
    (plan / "gambar").rename(plan / ".gambar")
    (plan / "gambar").symlink_to(".gambar")


def own_edition(plan: Path) -> None:
    manifest = plan / "smartplan.yaml"
    text = manifest.read_text("utf-8").replace("framework: kominfo-2021", "framework: milik.yaml")
    manifest.write_text(text, encoding="utf-8")
    shutil.copy(SHIPPED / "kominfo-2021.yaml", plan / "milik.yaml")


SHIPPED = Path(smartplan.__file__).parent / "frameworks"


def without_manifest(plan: Path) -> None:
    (plan / "smartplan.yaml").unlink()
    (plan / "lain").mkdir()


@pytest.mark.parametrize(
    ("before", "path", "text"),
    [
        (in_a_folder, "team/lama/b.yaml", ""),
        (in_a_folder, "team/lama/b.yml", ""),
        (in_a_folder, "team/A.yaml", ""),
        (in_a_folder, "team/a.yaml", "affairs: 3\n"),
        (in_a_folder, "team.yaml", ""),
        (None, "programz/a.yaml", ""),
        (None, "catatan.yml", ""),
        (None, "waivers.yaml", "waivers: 3\n"),
        (without_manifest, "lain/smartplan.yaml", ""),
        (own_edition, "milik.yaml", "title: x\n"),
        (branded, "gambar/logo.svg", ACTS),
        pytest.param(
            behind_a_link,
            ".gambar/logo.svg",
            ACTS,
            marks=pytest.mark.skipif(os.name == "nt", reason="needs POSIX links"),
        ),
    ],
)
def test_what_changes_the_findings_is_never_told_from_the_cache(
    before: Callable[[Path], None] | None, path: str, text: str, minimal_plan: Path, home: Path
) -> None:
    home.mkdir()
    cache = Cache(home)
    if before is not None:
        before(minimal_plan)
    key_before, told_before = key(cache, minimal_plan), plain(examine(Task(minimal_plan, "plan")))
    into(minimal_plan, path, text)
    assert plain(examine(Task(minimal_plan, "plan"))) != told_before
    assert key_before is None or key(cache, minimal_plan) != key_before


def test_an_image_kept_at_its_old_time_is_still_another(minimal_plan: Path, home: Path) -> None:
    home.mkdir()
    branded(minimal_plan)
    logo = minimal_plan / "gambar" / "logo.svg"
    status = logo.stat()
    before = key(Cache(home), minimal_plan)
    logo.write_text(DRAWS.replace("id", "on"), encoding="utf-8")
    os.utime(logo, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert logo.stat().st_size == status.st_size
    assert key(Cache(home), minimal_plan) != before


LOOKED = """
import sys
from pathlib import Path
from smartplan.cli.plans import Task, examine
plan = Path(sys.argv[1])
looked = set()
LOOKING = ("os.scandir", "os.listdir", "open")
def hook(event, words):
    if event in LOOKING and words and str(words[0]).startswith(sys.argv[1]):
        looked.add(Path(words[0]).relative_to(plan).as_posix())
sys.addaudithook(hook)
examine(Task(plan, "plan"))
print(*sorted(looked), sep="\\n")
"""


def test_reading_looks_at_nothing_else_than_the_key_does(clumsy: Path) -> None:
    in_a_folder(clumsy)
    own_edition(clumsy)
    branded(clumsy)
    into(clumsy, "team/lama/lagi/c.yaml", "")
    into(clumsy, "programz/a.yaml", "")
    into(clumsy, ".tersembunyi/a.yaml", "")
    done = subprocess.run(
        [sys.executable, "-c", LOOKED, str(clumsy)], capture_output=True, text=True, check=True
    )
    looked = set(done.stdout.splitlines())
    told = {path for path, _ in Contents(clumsy).everything()}
    assert {".", "team", "team/lama", "team/a.yaml", "milik.yaml", "gambar/logo.svg"} <= looked
    assert looked - {"."} <= told
    assert "team/lama/lagi" in told
    assert "team/lama/lagi/c.yaml" not in told


@pytest.mark.parametrize("bound", ["MAX_NAMES", "MAX_READ"])
def test_what_is_too_much_for_a_plan_is_not_remembered(
    bound: str, minimal_plan: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    names = [*Contents(minimal_plan).everything()]
    size = sum((minimal_plan / path).stat().st_size for path, _ in names)
    exact = {"MAX_NAMES": len(names), "MAX_READ": size}[bound]
    monkeypatch.setattr(f"smartplan.cache.{bound}", exact)
    assert key(Cache(home), minimal_plan) is not None
    monkeypatch.setattr(f"smartplan.cache.{bound}", exact - 1)
    assert key(Cache(home), minimal_plan) is None


def test_a_cache_within_the_plan_is_none(minimal_plan: Path) -> None:
    inside = minimal_plan / ".cache" / "smartplan"
    inside.mkdir(parents=True)
    assert key(Cache(inside), minimal_plan) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX files")
def test_what_is_no_plain_file_is_not_remembered(minimal_plan: Path, home: Path) -> None:
    home.mkdir()
    cache = Cache(home)
    os.mkfifo(minimal_plan / "pipa.yaml")
    assert key(cache, minimal_plan) is None
    (minimal_plan / "pipa.yaml").unlink()
    (minimal_plan / "tautan.yaml").symlink_to("team.yaml")
    assert key(cache, minimal_plan) is None


def test_a_plan_is_never_written_into(run: Run, clumsy: Path) -> None:
    before = {path: path.read_bytes() for path in clumsy.rglob("*") if path.is_file()}
    inside = {"XDG_CACHE_HOME": str(clumsy / ".cache"), "HOME": str(clumsy)}
    validate(run, "plan", **inside)
    validate(run, ".", **inside, cwd=clumsy)  # type: ignore[arg-type]
    after = {path: path.read_bytes() for path in clumsy.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize("place", ["", "tidak/mutlak", "berkas"])
def test_without_a_place_there_is_no_cache_and_no_word(
    run: Run, clumsy: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    where = str(tmp_path / place) if place == "berkas" else place
    done = run("validate", "plan", "-q", XDG_CACHE_HOME=where, HOME=where)
    assert (done.returncode, done.stderr) == (1, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["berkas", "plan"]


def test_the_cache_is_bounded(home: Path, clumsy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir()
    record = examine(Task(clumsy, "plan"))
    monkeypatch.setattr("smartplan.cache.MAX_ENTRIES", 8)
    for number in range(12):
        cache = Cache(home)
        cache.put(f"{number:02}", record)
        os.utime(home / f"{number:02}", (number, number))
        cache.close()
    kept = sorted(path.name for path in home.iterdir())
    assert kept[-6:] == ["06", "07", "08", "09", "10", "11"]
    assert len(kept) <= 8


@pytest.mark.parametrize(
    "data", [None, [], {}, {"kinds": []}, {"kinds": 3}, {"kinds": [[1, 2]], "texts": []}]
)
def test_plain_data_of_another_shape_are_refused(data: object) -> None:
    with pytest.raises(Malformed):
        restored(data)


REMEMBERED = """
import sys
from smartplan.cli.program import run
code = run(["validate", "plan", "-q"])
print(code, sorted({"smartplan.load", "smartplan.rules", "smartplan.stages"} & set(sys.modules)))
"""


def test_an_unchanged_plan_is_not_read_again(clumsy: Path, home: Path) -> None:
    def last_line() -> str:
        done = subprocess.run(
            [sys.executable, "-I", "-c", REMEMBERED],
            cwd=clumsy.parent,
            env={"PATH": "/usr/bin:/bin", "XDG_CACHE_HOME": str(home)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.splitlines()[-1]

    assert last_line() == "1 ['smartplan.load', 'smartplan.rules', 'smartplan.stages']"
    assert last_line() == "1 []"
