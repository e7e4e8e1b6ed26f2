"""A region's logo: refused by `validate` at its line, by `render` for the same reason."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import findings

from smartplan.language import Language
from smartplan.load import load
from smartplan.logo import LARGEST, BadLogo, image
from smartplan.rules import check

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
MORE = "holds more than a drawing; save it as plain SVG without scripts and links"


def with_(tag: bytes) -> bytes:
    """The drawing with something more in front of its path."""
    return SVG.replace(b"<path", tag + b"<path")


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("logo.png", None, "is not in the plan's folder"),
        ("logo.png", b"GIF89a", "is not a PNG image"),
        ("logo.png", b"", "is not a PNG image"),
        ("logo.webp", b"RIFF0000AVI ", "is not a WEBP image"),
        ("logo.png", PNG + b"0" * LARGEST, "is larger than 1 MB"),
        ("logo.svg", b"<html></html>", "is not an SVG image"),
        ("logo.svg", b"<svg", "is not readable SVG"),
        ("logo.svg", with_(b"<script>alert(1)</script>"), MORE),
        ("logo.svg", SVG.replace(b"<path", b'<path onload="alert(1)"'), MORE),
        ("logo.svg", with_(b'<a href="https://x.example"/>'), MORE),
        ("logo.svg", with_(b'<use href="https://x.example/a.svg"/>'), MORE),
        ("logo.svg", SVG.replace(b"<path", b'<path style="fill:url(//x.example)"'), MORE),
        ("logo.svg", with_(b"<foreignObject/>"), MORE),
        ("logo.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, MORE),
        ("logo.svg", b'<?xml-stylesheet href="//x.example"?>' + SVG, MORE),
    ],
)
def test_a_logo_that_is_no_drawing_is_refused(
    tmp_path: Path, name: str, content: bytes | None, fault: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(BadLogo) as caught:
        image(tmp_path, name)
    assert caught.value.fault.english == fault


@pytest.mark.parametrize(("name", "content"), [("logo.svg", SVG), ("gambar/logo.png", PNG)])
def test_a_drawing_is_taken_as_it_is(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    assert image(tmp_path, name) == content


def test_neither_link_nor_pipe_nor_folder_is_opened(tmp_path: Path) -> None:
    (tmp_path / "link.svg").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "pipe.svg")
    (tmp_path / "folder.svg").mkdir()
    outside = tmp_path / "plan"
    outside.mkdir()
    (outside / "up").symlink_to(tmp_path)
    (tmp_path / "logo.svg").write_bytes(SVG)
    (tmp_path / "again.svg").symlink_to("logo.svg")
    said = {}
    for folder, name in (
        (tmp_path, "link.svg"),
        (tmp_path, "again.svg"),
        (tmp_path, "pipe.svg"),
        (tmp_path, "folder.svg"),
        (outside, "up/logo.svg"),
    ):
        with pytest.raises(BadLogo) as caught:
            image(folder, name)
        said[name] = caught.value.fault.english
    assert said == {
        "link.svg": "is outside the plan's folder",
        "again.svg": "is not a regular file",
        "pipe.svg": "is not a regular file",
        "folder.svg": "is not a regular file",
        "up/logo.svg": "is outside the plan's folder",
    }


@pytest.fixture
def branded(minimal_plan: Path) -> Path:
    """The minimal plan with `logo:` on its last line."""
    with (minimal_plan / "smartplan.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("brand:\n  logo: logo.svg\n")
    return minimal_plan


def told(plan: Path) -> list[tuple[str, int, str]]:
    return [
        (one.location.file.name, one.location.line, one.kind.code)
        for one in findings(plan)
        if one.kind.code == "PLN010"
    ]


def test_validate_tells_it_at_its_line(branded: Path) -> None:
    last = len((branded / "smartplan.yaml").read_text(encoding="utf-8").splitlines())
    assert told(branded) == [("smartplan.yaml", last, "PLN010")]
    (one,) = [one for one in findings(branded) if one.kind.code == "PLN010"]
    assert one.message(Language.INDONESIAN) == "logo `logo.svg` belum ada dalam folder rencana"
    assert one.message(Language.ENGLISH) == "the logo `logo.svg` is not in the plan's folder"
    (branded / "logo.svg").write_bytes(SVG)
    assert told(branded) == []


def run(home: Path, *words: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "smartplan", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_CACHE_HOME": str(home), "SMARTPLAN_NO_CACHE": ""},
    )
    return done.returncode, done.stdout + done.stderr


def test_a_logo_that_goes_bad_is_told_of_in_spite_of_the_cache(
    branded: Path, tmp_path: Path
) -> None:
    logo = branded / "logo.svg"
    logo.write_bytes(SVG)
    validate = ("validate", str(branded), "--select", "PLN010", "--quiet")
    assert [run(tmp_path, *validate)[0] for _ in range(2)] == [0, 0]
    logo.write_bytes(with_(b"<script/>"))
    assert run(tmp_path, *validate)[0] == 1


def test_render_refuses_what_validate_refuses(branded: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, said = run(tmp_path, "render", str(branded), "--out", str(out), "--to", "html")
    assert (code, out.exists()) == (1, False)
    assert re.search(r"smartplan\.yaml:\d+:\d+", said)
    assert "PLN010" in said
    code, _ = run(tmp_path, "render", str(branded), "--out", str(out), "--to", "html", "--draft")
    assert code == 0
    assert b'class="logo"' not in (out / "index.html").read_bytes()


def test_a_copy_without_images_is_not_judged(branded: Path) -> None:
    found = check(load(branded, bare=True))
    assert "PLN010" not in {one.kind.code for one in found}
