"""Serves a preview on the loopback interface: from memory, read-only, to this machine alone."""

import os
import socket
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from smartplan.preview.site import Snapshot

ADDRESS = "127.0.0.1"
PATIENCE = 10
"""Seconds a client has to say what it wants."""

POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
}
_PLAIN = "text/plain; charset=utf-8"


class Server(ThreadingHTTPServer):
    """One thread a request; `current` says what there is to serve at the moment."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two servers share a port

    def __init__(self, port: int, current: Callable[[], Snapshot]) -> None:
        self.current = current
        super().__init__((ADDRESS, port), Handler)
        self.hosts = {f"{name}:{self.server_port}" for name in (ADDRESS, "localhost")}
        if self.server_port == 80:
            self.hosts |= {ADDRESS, "localhost"}

    def server_bind(self) -> None:
        """Bind without asking a name server who we are."""
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = ADDRESS, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is nothing to speak of."""


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the snapshot; no file is opened for anyone."""

    protocol_version = "HTTP/1.1"
    timeout = PATIENCE
    error_message_format = "%(code)d\n"
    error_content_type = _PLAIN
    server: Server

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _refuse(self) -> None:
        self.close_connection = True  # a body may follow that nobody wants to read
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, _PLAIN, b"GET, HEAD\n", Allow="GET, HEAD")

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse  # noqa: N815

    def _answer(self) -> None:
        hosts = self.headers.get_all("Host") or []
        # Another name for this machine is how a foreign page would reach in (DNS rebinding).
        if len(hosts) != 1 or hosts[0].lower() not in self.server.hosts:
            self.close_connection = True
            self._send(HTTPStatus.MISDIRECTED_REQUEST, _PLAIN, b"421\n")
            return
        name = self._wanted()
        content = self.server.current().files.get(name)
        if content is None:
            self._send(HTTPStatus.NOT_FOUND, _PLAIN, b"404\n")
            return
        kind = _TYPES.get(name.rpartition(".")[2], _PLAIN)
        self._send(HTTPStatus.OK, kind, content)

    def _wanted(self) -> str:
        """The key of the file that is asked for: looked up, never joined to a folder."""
        path = unquote(urlsplit(self.path).path, errors="replace").removeprefix("/")
        return f"{path}index.html" if not path or path.endswith("/") else path

    def _send(self, status: HTTPStatus, kind: str, content: bytes, **more: str) -> None:
        self.send_response(status)
        headers = {
            "Content-Type": kind,
            "Content-Length": str(len(content)),
            "Content-Security-Policy": POLICY,
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-store",
            **more,
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def version_string(self) -> str:
        return "smartplan"

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads a log of one's own clicks."""
