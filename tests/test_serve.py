"""`smartplan serve`: live, on the loopback interface only, read-only, and never without a page."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import MINIMAL, Run

from smartplan.preview.server import ADDRESS, POLICY, Server
from smartplan.preview.site import SCRIPT, STYLE, VERSION, Preview
from smartplan.preview.watch import state

PATIENCE = 20
GOOD = "title: Rencana uji"


@pytest.fixture(scope="module")
def preview() -> Preview:
    """The minimal plan, rendered once for all that only asks."""
    made = Preview(MINIMAL)
    made.update()
    return made


@pytest.fixture(scope="module")
def server(preview: Preview) -> Iterator[Server]:
    with Server(0, lambda: preview.current) as serving:
        thread = threading.Thread(target=serving.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield serving
        serving.shutdown()
        thread.join(PATIENCE)


def _asked(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict, bytes]:
    connection = http.client.HTTPConnection(ADDRESS, port, timeout=PATIENCE)
    try:
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def test_a_page_comes_with_the_policy_the_script_and_the_findings(server: Server) -> None:
    status, headers, page = _asked(server.server_port, "/")
    text = page.decode("utf-8")

    assert status == 200
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "script-src 'self'" in POLICY
    assert "unsafe" not in POLICY
    assert "Content-Security-Policy" not in text
    assert f'<script src="/{SCRIPT}"' in text
    assert '<aside class="preview"' in text
    assert "<summary>bersih</summary>" in text
    assert "Hasil pemeriksaan: bersih." in text


def test_a_preview_has_no_search_that_would_find_nothing(preview: Preview) -> None:
    files = preview.current.files
    assert not [path for path in files if "search" in path or "pagefind" in path]
    assert not [path for path in files if b"search.html" in files[path]]


def test_no_script_stands_in_a_page(server: Server) -> None:
    _, _, page = _asked(server.server_port, "/")

    for script in re.findall(r"<script[^>]*>", page.decode("utf-8")):
        assert " src=" in script or "application/ld+json" in script


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (f"/{STYLE}", "text/css"),
        (f"/{SCRIPT}", "text/javascript"),
        (f"/{VERSION}", "text/plain"),
        ("/assets/style.css", "text/css"),
        ("/?x=1", "text/html"),
        ("/index.html#isi", "text/html"),
    ],
)
def test_what_belongs_to_the_site_is_served(server: Server, path: str, kind: str) -> None:
    status, headers, content = _asked(server.server_port, path)

    assert status == 200
    assert headers["Content-Type"].startswith(kind)
    assert content


def test_head_says_the_same_without_the_page(server: Server) -> None:
    _, told, page = _asked(server.server_port, "/")
    status, headers, nothing = _asked(server.server_port, "/", "HEAD")

    assert (status, nothing) == (200, b"")
    assert headers["Content-Length"] == told["Content-Length"] == str(len(page))


@pytest.mark.parametrize(
    "path",
    [
        "/../smartplan.yaml", "/..%2f..%2fetc/passwd", "/%2e%2e/smartplan.yaml", "//etc/passwd",
        "/assets/", "/assets", "/-/", "/smartplan.yaml", "/..\\smartplan.yaml", "/%00", "/%ff",
        "/assets/../../smartplan.yaml",
    ],
)  # fmt: skip
def test_nothing_else_is_served_and_no_folder_is_listed(server: Server, path: str) -> None:
    status, headers, content = _asked(server.server_port, path)

    assert (status, content) == (404, b"404\n")
    assert headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example:{port}", "127.0.0.1:1", ""],
)
def test_another_name_for_this_machine_is_refused(server: Server, host: str) -> None:
    host = host.format(port=server.server_port)

    status, _, content = _asked(server.server_port, "/", Host=host)

    assert (status, content) == (421, b"421\n")


def test_localhost_is_this_machine(server: Server) -> None:
    status, _, _ = _asked(server.server_port, "/", Host=f"localhost:{server.server_port}")

    assert status == 200


def _raw(port: int, request: bytes) -> bytes:
    with socket.create_connection((ADDRESS, port), PATIENCE) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        received = b""
        while part := connection.recv(65_536):
            received += part
    return received


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
    ],
)
def test_a_request_without_one_host_is_refused(server: Server, request_: bytes) -> None:
    port = server.server_port
    answer = _raw(port, request_ % port if b"%d" in request_ else request_)

    assert answer.startswith((b"HTTP/1.1 421", b"HTTP/1.0 421"))
    assert b"<html" not in answer


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_only_reading_is_answered(server: Server, method: str) -> None:
    status, headers, _ = _asked(server.server_port, "/", method)

    assert (status, headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "request_", [b"\xff\xfe\r\n\r\n", b"GET\r\n\r\n", b"BREW / HTTP/1.1\r\n\r\n"]
)
def test_nonsense_is_refused_and_the_server_lives_on(server: Server, request_: bytes) -> None:
    answer = _raw(server.server_port, request_)

    assert b"200 OK" not in answer
    assert b"<" not in answer
    assert _asked(server.server_port, "/")[0] == 200


def test_it_listens_on_the_loopback_interface_alone(server: Server) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


def test_a_broken_plan_keeps_the_last_good_page_and_says_what_is_wrong(minimal_plan: Path) -> None:
    preview = Preview(minimal_plan)
    good = preview.update()
    manifest = minimal_plan / "smartplan.yaml"
    text = manifest.read_text("utf-8")

    manifest.write_text(text.replace("as_of: 2025-06-30", "as_of: <b>besok</b>"), encoding="utf-8")
    broken = preview.update()
    manifest.write_text(text.replace(GOOD, "title: Judul baru"), encoding="utf-8")
    mended = preview.update()

    assert (good.stale, broken.stale, mended.stale) == (False, True, False)
    assert len({good.version, broken.version, mended.version}) == 3
    page = broken.files["index.html"].decode("utf-8")
    assert "Rencana uji" in page
    assert "keadaan terakhir yang utuh" in page
    assert "<strong>kesalahan SCH009</strong>" in page
    assert "SCH009" in page
    assert "smartplan.yaml:" in page
    assert "&lt;b&gt;besok" in page
    assert "<b>besok" not in page
    assert "DRAF" not in page
    assert "Judul baru" in mended.files["index.html"].decode("utf-8")
    assert sorted(broken.files) == sorted(good.files)


def test_a_plan_that_is_broken_from_the_start_shows_what_can_be_shown(minimal_plan: Path) -> None:
    programs = minimal_plan / "programs.yaml"
    text = programs.read_text("utf-8")
    programs.write_text(text.replace("lead: kominfo", "lead: kominf", 1), encoding="utf-8")
    draft = Preview(minimal_plan).update()
    (minimal_plan / "smartplan.yaml").unlink()
    nothing = Preview(minimal_plan).update()

    assert "DRAF" in draft.files["index.html"].decode("utf-8")
    assert "REF001" in draft.files["index.html"].decode("utf-8")
    page = nothing.files["index.html"].decode("utf-8")
    assert "Belum ada halaman" in page
    assert "SCH015" in page
    assert set(nothing.files) == {"index.html", STYLE, SCRIPT, VERSION}


def test_a_broken_template_keeps_the_last_good_page(minimal_plan: Path, tmp_path: Path) -> None:
    templates = tmp_path / "templat"
    chapter = templates / "id" / "buku-4" / "01-tentang-quick-win.md.j2"
    chapter.parent.mkdir(parents=True)
    chapter.write_text('{% set title = "Uji" %}\n\nBaik.\n', encoding="utf-8")
    preview = Preview(minimal_plan, templates)
    good = preview.update()
    chapter.write_text('{% set title = "Uji" %}\n\n{{ programms }}\n', encoding="utf-8")
    broken = preview.update()

    assert not good.stale
    assert broken.stale
    page = broken.files["index.html"].decode("utf-8")
    assert "nama `programms` tidak dikenal; mungkin maksudnya `programs`" in page
    assert "01-tentang-quick-win.md.j2:3" in page


def test_the_watch_sees_every_change_and_nothing_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "monev").mkdir()
    (tmp_path / "build").mkdir()
    file = tmp_path / "monev" / "2024.yaml"
    file.write_text("a: 1\n")
    first = state([tmp_path])
    for ignored in ("build/index.html", ".git", "monev/2024.yaml~", ".2024.yaml.swp"):
        (tmp_path / ignored).write_text("x")
    (tmp_path / "luar.yaml").symlink_to("/etc/hostname")
    assert state([tmp_path]) == first

    file.write_text("a: 12\n")
    changed = state([tmp_path])
    file.unlink()

    assert len({first, changed, state([tmp_path])}) == 3
    assert state([tmp_path / "tiada"]) == frozenset()


@pytest.fixture
def serving(minimal_plan: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The command itself on a port of its own choice."""
    process = subprocess.Popen(
        [sys.executable, "-I", "-m", "smartplan", "serve", str(minimal_plan), "--port", "0"],
        env={"PATH": "/usr/bin:/bin", "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    timer = threading.Timer(3 * PATIENCE, process.kill)
    timer.start()
    assert process.stdout is not None
    first = process.stdout.readline()
    found = re.fullmatch(r"Pratinjau: http://127\.0\.0\.1:([0-9]+)/ \(Ctrl-C mengakhiri\)\n", first)
    try:
        assert found, first
        yield process, int(found[1])
    finally:
        timer.cancel()
        process.kill()
        process.communicate(timeout=PATIENCE)


def _until(condition: Callable[[], bool]) -> bool:
    for _ in range(10 * PATIENCE):
        if condition():
            return True
        time.sleep(0.1)
    return False


def test_a_save_is_shown_and_ctrl_c_ends_it_cleanly(
    serving: tuple[subprocess.Popen[str], int], minimal_plan: Path
) -> None:
    process, port = serving
    before = _asked(port, f"/{VERSION}")[2]
    manifest = minimal_plan / "smartplan.yaml"
    manifest.write_text(
        manifest.read_text("utf-8").replace(GOOD, "title: Judul sesudah disimpan"),
        encoding="utf-8",
    )

    assert _until(lambda: _asked(port, f"/{VERSION}")[2] != before)
    assert "Judul sesudah disimpan" in _asked(port, "/")[2].decode("utf-8")

    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (0, "")
    assert out.endswith("\nPratinjau berakhir.\n")
    assert not list(minimal_plan.rglob("*.html"))


def test_a_port_in_use_is_one_line(
    serving: tuple[subprocess.Popen[str], int], run: Run, minimal_plan: Path
) -> None:
    _, port = serving

    done = run("serve", str(minimal_plan), "--port", str(port))

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        f"smartplan: port {port} sedang dipakai; pilih yang lain dengan `--port`, atau `--port 0`\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tiada",), "tidak ada folder `tiada`"),
        ((".", "--port", "70000"), "port antara 0 dan 65535"),
        ((".", "--port", "-1"), "port antara 0 dan 65535"),
    ],
)
def test_a_wrong_call_is_told(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run("serve", *words)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
