"""The tutorial works word for word: every command in it is run, every answer compared.

`--golden` writes the answers into the pages; look at what changed before committing it.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs" / "panduan").glob("*.md"))
BLOCK = re.compile(r"(?ms)^```(?P<kind>\w+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```$")
SECONDS = re.compile(r"\b[0-9]+,[0-9] detik$", re.MULTILINE)
PLAIN = {"main": "1a2b3c4", "target-2030": "5d6e7f8"}
REVISION = re.compile(r"\b(main|target-2030) \([0-9a-f]{7}\)")
"""What differs from one computer to another: how long it took, and git's names for revisions."""
REPOSITORY = "https://github.com/dinas-contoh/latihan.git"
"""Where the tutorial pushes to; here it is a folder."""


@dataclass
class Desk:
    """The planner's computer: a folder to work in, and where one stands in it."""

    home: Path
    here: Path

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{(self.home / 'github.git').as_uri()}.insteadOf",
            "GIT_CONFIG_VALUE_0": REPOSITORY,
        }

    def answer(self, command: str) -> str:
        program, *words = shlex.split(command)
        if program == "cd":
            self.here = self.here / words[0]
            return ""
        known = {"smartplan": [sys.executable, "-I", "-m", "smartplan"], "git": ["git"]}
        done = subprocess.run(
            [*known[program], *words],
            cwd=self.here,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stdout
        return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())

    def dialogue(self, body: str) -> str:
        """A console block with the answers that its commands get."""
        commands = re.findall(r"(?m)^\$ (.+)$", body)
        return "".join(f"$ {command}\n{self.answer(command)}" for command in commands)

    def append(self, file: str, body: str) -> None:
        path = self.home / file
        path.write_text(path.read_text("utf-8") + body, encoding="utf-8", newline="\n")

    def change(self, file: str, body: str) -> None:
        path = self.home / file
        lines = body.splitlines(keepends=True)
        old, new = ("".join(line[1:] for line in lines if line[0] != s) for s in "+-")
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{file}: {old}"
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    home = tmp_path_factory.mktemp("perencana")
    subprocess.run(
        ["git", "init", "--quiet", "--bare", str(home / "github.git")], check=True, timeout=60
    )
    return Desk(home, home)


def _steady(text: str) -> str:
    named = REVISION.sub(lambda match: f"{match[1]} ({PLAIN[match[1]]})", text)
    return SECONDS.sub("0,2 detik", named)


def _worked_through(page: str, desk: Desk) -> str:
    """The page as it reads when everything in it is done in its order."""

    def block(match: re.Match[str]) -> str:
        kind, file, body = match["kind"], match["file"], match["body"]
        if kind == "console":
            return match[0].replace(body, desk.dialogue(body))
        if kind == "diff":
            desk.change(file, body)
        elif kind == "yaml" and file:
            desk.append(file, body)
        else:
            assert kind in ("yaml", "bat"), f"nothing checks a block of {kind}"
        return match[0]

    return BLOCK.sub(block, page)


def test_every_answer_is_what_the_program_says(desk: Desk, request: pytest.FixtureRequest) -> None:
    told = {path: path.read_text("utf-8") for path in PAGES}
    done = {path: _worked_through(text, desk) for path, text in told.items()}
    if request.config.getoption("--golden"):
        for path, text in done.items():
            path.write_text(_steady(text), encoding="utf-8", newline="\n")
        return

    for path in PAGES:
        assert _steady(told[path]) == _steady(done[path]), path.name

    pushed = subprocess.run(
        ["git", "branch", "--format=%(refname:short)"],
        cwd=desk.home / "github.git",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert pushed.stdout.split() == ["main", "target-2030"]
    front = (desk.home / "build" / "html" / "index.html").read_text("utf-8")
    for clicked in ("Buku II", "Monitoring dan Evaluasi", "Kabupaten Contoh tidak ada"):
        assert clicked in front


def test_nothing_stands_outside_a_block_that_is_run() -> None:
    """A command that stands alone on a line would be read as one to type."""
    for path in PAGES:
        loose = BLOCK.sub("", path.read_text("utf-8"))
        assert not re.search(r"(?m)^\s*(\$ |```)", loose), path.name


def test_the_yaml_of_the_primer_can_be_read() -> None:
    page = (ROOT / "docs" / "panduan" / "2-yaml.md").read_text("utf-8")
    bodies = [match["body"] for match in BLOCK.finditer(page) if match["kind"] == "yaml"]
    assert len(bodies) == 4
    for body in bodies:
        assert isinstance(yaml.safe_load(body), dict)


def test_windows_is_set_up_as_the_readme_says() -> None:
    page = (ROOT / "docs" / "panduan" / "1-memasang.md").read_text("utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    typed = "".join(match["body"] for match in BLOCK.finditer(page) if match["kind"] == "bat")
    *set_up, activated, home = typed.splitlines()
    assert set_up
    assert all(f"\n{line}\n" in readme for line in set_up)
    assert (activated, home) == (r".venv\Scripts\activate", "cd %USERPROFILE%")


def test_every_page_is_reached_and_every_link_arrives() -> None:
    linked = set()
    for path in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
            assert (path.parent / target).is_file(), f"{path.name}: {target}"
            linked.add(target)
    assert {path.name for path in PAGES} - {"README.md"} <= linked
