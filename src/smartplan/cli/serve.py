"""`smartplan serve`: the site of a plan while it is being written."""

import errno
import gc
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartplan.cli.options import BookLanguage, PlanFolder
from smartplan.cli.output import put
from smartplan.cli.program import BROKEN
from smartplan.cli.speech import say
from smartplan.diagnostics import show
from smartplan.os_errors import reason

if TYPE_CHECKING:
    from smartplan.preview.server import Server
    from smartplan.preview.site import Preview, Snapshot

HELP = say(
    "Pratinjau rencana di peramban, diperbarui tiap kali disimpan.",
    "Preview a plan in the browser, renewed at every save.",
)
HIGHEST_PORT = 65_535
_PAUSE = 0.4
"""Seconds between two looks at the folders."""


def serve(
    plan: PlanFolder = Path(),
    port: Annotated[
        int, typer.Option(metavar="PORT", help=say("Nomor port; 0: pilihkan.", "0: choose one."))
    ] = 8765,
    templates: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            exists=True,
            file_okay=False,
            help=say("Folder templat sendiri.", "Templates of your own."),
            show_default=False,
        ),
    ] = None,
    lang: BookLanguage = None,
) -> None:
    """Serve on the loopback interface until Ctrl-C; nothing is written anywhere."""
    from smartplan.cli.findings import folder_of  # keeps --help quick
    from smartplan.preview.site import Preview  # jinja2 and markdown-it

    folder = folder_of(plan).resolve()
    if not 0 <= port <= HIGHEST_PORT:
        raise typer.BadParameter(
            say(f"port antara 0 dan {HIGHEST_PORT}", f"a port between 0 and {HIGHEST_PORT}"),
            param_hint="--port",
        )
    gc.enable()  # the program switches it off for commands that end soon
    preview = Preview(folder, templates, lang)
    server = _server(port, preview)
    try:
        with server:
            _serve(server, preview)
    except KeyboardInterrupt:
        put(say("\nPratinjau berakhir.\n", "\nThe preview has ended.\n"))


def _server(port: int, preview: "Preview") -> "Server":
    from smartplan.preview.server import Server  # keeps --help quick

    try:
        return Server(port, lambda: preview.current)
    except OSError as error:
        busy = error.errno == errno.EADDRINUSE
        why = reason(error)
        said = (
            say(
                f"port {port} sedang dipakai; pilih yang lain dengan `--port`, atau `--port 0`",
                f"port {port} is in use; choose another with `--port`, or `--port 0`",
            )
            if busy
            else say(
                f"port {port} tidak dapat dibuka: {why.indonesian}",
                f"port {port} cannot be opened: {why.english}",
            )
        )
        sys.stderr.write(f"smartplan: {show(said, 500)}\n")
        raise typer.Exit(BROKEN) from error


def _serve(server: "Server", preview: "Preview") -> None:
    """Answer in a thread of its own; watch and render in this one, where errors are told."""
    from smartplan.preview.watch import state  # keeps --help quick

    watched = [preview.folder, *([preview.templates] if preview.templates else [])]
    seen = state(watched)
    told = preview.update()
    threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/"
        put(
            say(
                f"Pratinjau: {address} (Ctrl-C mengakhiri)\n", f"Preview: {address} (Ctrl-C ends)\n"
            )
        )
        _tell(told)
        while True:
            time.sleep(_PAUSE)
            now = state(watched)
            if now != seen:
                seen = now
                _tell(preview.update())
    finally:
        server.shutdown()


def _tell(snapshot: "Snapshot") -> None:
    kept = say("; halaman lama dipertahankan", "; the old pages are kept")
    put(show(snapshot.closing + (kept if snapshot.stale else ""), 500) + "\n")
    sys.stdout.flush()
