"""`smartplan diff`: revisions of a repository and folders, without a checkout or a network."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from changed_plans import git
from conftest import EXAMPLES, MINIMAL

from smartplan.revisions import split


def change(folder: Path, stage: str, old: str, new: str) -> None:
    path = folder / f"{stage}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def changes(run, *words: str, cwd: Path) -> list[tuple[str, str, object, object]]:
    done = run("diff", *words, "--output-format", "json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["changes"]
    return [(one["category"], one["id"], one["before"], one["after"]) for one in found]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("main", ("main", None, False)),
        ("a..b", ("a", "b", False)),
        ("a..", ("a", "HEAD", False)),
        ("a...b", ("a", "b", True)),
        ("..b", ("HEAD", "b", False)),
    ],
)
def test_revisions_are_split_as_git_does(words, ends):
    assert split(words) == ends


def test_a_revision_and_the_folder_as_it_is(repository, run):
    plan = repository / "rencana"
    change(plan, "monev", "2025: 50", "2025: 55")
    expected = [("target", "k-public-service", 50, 55)]

    assert changes(run, "rencana", "awal", cwd=repository) == expected
    assert changes(run, "HEAD", cwd=plan) == expected
    assert git(repository, "status", "--porcelain") == "M rencana/monev.yaml"


def test_two_revisions_and_the_place_where_they_parted(repository, run):
    git(repository, "checkout", "--quiet", "-b", "cabang")
    change(repository / "rencana", "monev", "2025: 50", "2025: 55")
    git(repository, "commit", "--quiet", "-am", "target")
    git(repository, "checkout", "--quiet", "main")
    change(repository / "rencana", "roadmap", "due: 2024-12", "due: 2025-03")
    git(repository, "commit", "--quiet", "-am", "jadwal")
    target = ("target", "k-public-service", 50, 55)
    due = ("schedule", "n-public-service", "2025-03", "2024-12")

    assert changes(run, "rencana", "main..cabang", cwd=repository) == [target, due]
    assert changes(run, "rencana", "main...cabang", cwd=repository) == [target]


def test_two_folders(tmp_path, run):
    shutil.copytree(MINIMAL, tmp_path / "baru")
    change(tmp_path / "baru", "programs", "lead: kominfo", "lead: bappeda")

    found = changes(run, str(MINIMAL), "baru", cwd=tmp_path)

    assert found == [("owner", "p-public-service", "kominfo", "bappeda")]


def test_an_example_edited_by_hand(tmp_path, run):
    root = tmp_path / "repo"
    shutil.copytree(EXAMPLES / "buleleng", root)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "awal")
    path = root / "monev" / "indicators.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("2024: 2.8", "2024: 3.0", 1), encoding="utf-8")
    path = root / "programs" / "economy.yaml"
    text = path.read_text("utf-8").replace("name: Pelatihan Kewirausahaan", "name: Kewirausahaan")
    path.rename(root / "programs" / "ekonomi.yaml")
    (root / "programs" / "ekonomi.yaml").write_text(text, encoding="utf-8")
    with (root / "monev" / "2026.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "  - indicator: nilai-evaluasi-smart-city\n"
            "    period: 2026\n    value: 3.2\n    sources: [S16]\n"
        )

    assert changes(run, "HEAD", cwd=root) == [
        ("renamed", "pelatihan-kewirausahaan", "Pelatihan Kewirausahaan", "Kewirausahaan"),
        ("target", "nilai-evaluasi-smart-city", 2.8, 3),
        ("realisation", "nilai-evaluasi-smart-city", None, 3.2),
    ]


def test_no_such_revision(repository, run):
    done = run("diff", "rencana", "hilang", cwd=repository)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "smartplan: tidak ada revisi `hilang` dalam repositori ini\n"


def test_a_revision_is_never_an_option_of_git(repository, run):
    done = run("diff", "rencana", "--", "--output=x", cwd=repository)

    assert done.returncode == 2
    assert not (repository / "x").exists()


def test_a_shallow_clone_says_what_to_fetch(repository, tmp_path, run):
    change(repository / "rencana", "monev", "2025: 50", "2025: 55")
    git(repository, "commit", "--quiet", "-am", "target")
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", repository.as_uri(), str(tmp_path / "dangkal")],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip

    done = run("diff", "rencana", "HEAD~1", cwd=tmp_path / "dangkal", SMARTPLAN_LANG="en")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "shallow clone" in done.stderr
    assert "git fetch --unshallow" in done.stderr


def test_outside_of_a_repository(minimal_plan, run):
    done = run("diff", "HEAD", cwd=minimal_plan)

    assert done.returncode == 2
    assert "repositori git" in done.stderr


def test_links_in_a_revision_are_not_followed(repository, run):
    secret = repository / "rahasia.yaml"
    secret.write_text("programs: []\n", encoding="utf-8")
    plan = repository / "rencana"
    (plan / "outreach.yaml").unlink()
    (plan / "outreach.yaml").symlink_to(secret)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "tautan")

    done = run("diff", "rencana", "HEAD", "--output-format", "json", cwd=repository)

    assert done.returncode == 0
    assert json.loads(done.stdout)["changes"] == []
    assert json.loads(done.stdout)["findings"] == {"introduced": [], "resolved": []}


def test_an_unsound_revision_is_told(repository, run):
    change(repository / "rencana", "programs", "dimension: governance", "dimensi: governance")

    done = run("diff", "rencana", "HEAD", cwd=repository)

    assert done.returncode == 0
    assert "`folder kerja` memiliki" in done.stderr


def test_a_folder_without_a_plan_at_that_time(repository, run):
    shutil.copytree(MINIMAL, repository / "lain")

    done = run("diff", "lain", "HEAD", cwd=repository)

    assert done.returncode == 2
    assert "belum memuat berkas rencana" in done.stderr


def test_the_matrix_is_a_chapter_of_the_masterplan(repository, run):
    change(repository / "rencana", "monev", "2025: 50", "2025: 55")
    words = ("render", "rencana", "--out", "hasil", "--changes-since")

    done = run(*words, "awal", cwd=repository)
    wrong = run(*words, "hilang", cwd=repository)

    assert done.returncode == 0, done.stderr
    folder = repository / "hasil" / "markdown"
    chapter = (folder / "buku-2" / "95-matriks-perubahan.md").read_text("utf-8")
    assert chapter.startswith("# Matriks Perubahan\n")
    assert "target 2025: 50 |" in chapter
    assert "target 2025: 55 |" in chapter
    assert "95-matriks-perubahan.md" in (folder / "buku-2" / "README.md").read_text("utf-8")
    assert not list(folder.glob("buku-1/95-*"))
    page = repository / "hasil" / "html" / "buku-2" / "95-matriks-perubahan.html"
    assert "Matriks Perubahan</h1>" in page.read_text("utf-8").replace("\n", "")
    assert wrong.returncode == 2
    assert (folder / "buku-2" / "95-matriks-perubahan.md").is_file()
