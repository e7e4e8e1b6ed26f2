"""Shipped templates compiled once for an installation, kept where Python keeps its own code.

Whoever can write there can change smartplan itself, so that no code is taken from a place that is
less trusted than this file; see `docs/decisions/0022-compiled-templates.md`.
"""

import contextlib
import hashlib
import marshal
import os
import sys
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import Any

from jinja2 import Environment, __version__
from jinja2.bccache import Bucket, BytecodeCache

from smartplan.shipped import templates

_PLACE = Path(cache_from_source(__file__)).parent
_MAKERS = (Path(__file__).with_name("environment.py"), Path(__file__).with_name("chapters.py"))
"""What decides how a template is compiled, beside Jinja and Python."""


class Compiled(BytecodeCache):
    """What shipped templates became, by name, source and all that had a part in it."""

    def __init__(self, kind: str) -> None:
        """Environments that compile in different ways are of different kinds."""
        digest = hashlib.sha256(MAGIC_NUMBER + __version__.encode())
        for maker in _MAKERS:
            digest.update(maker.read_bytes())
        self._kind = f"{kind}-{sys.implementation.cache_tag}"
        self._made_by = digest.digest()
        self._shipped = str(templates()) + os.sep

    def recall(self, filename: str | None, source: str) -> Any:
        """What was kept for a template; None if it was not, or has changed since."""
        path = self._path(filename)
        if path is None:
            return None
        try:
            kept = path.read_bytes()
        except OSError:
            return None
        mark = self._mark(filename, source)
        return marshal.loads(kept[len(mark) :]) if kept.startswith(mark) else None

    def keep(self, filename: str | None, source: str, made: Any) -> None:
        """Remember it, whole or not at all, where Python may keep code."""
        path = self._path(filename)
        if path is None or sys.dont_write_bytecode:
            return
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(self._mark(filename, source) + marshal.dumps(made))
            beside.replace(path)

    def _path(self, filename: str | None) -> Path | None:
        """The place of a shipped template's code: one, whatever becomes of the template."""
        if filename is None or not filename.startswith(self._shipped):
            return None
        name = filename.removeprefix(self._shipped).replace(os.sep, ".")
        return _PLACE / f"{name}.{self._kind}.template"

    def _mark(self, filename: str | None, source: str) -> bytes:
        """What the code was made of, in as many bytes as any other."""
        digest = hashlib.sha256(self._made_by)
        digest.update(f"{filename}\0{source}".encode("utf-8", "surrogatepass"))
        return digest.digest()

    # What Jinja asks of it, for the templates that it loads by itself

    def get_bucket(
        self,
        environment: Environment,
        name: str,  # noqa: ARG002 - Jinja's own parameters
        filename: str | None,
        source: str,
    ) -> "_Bucket":
        return _Bucket(self, environment, filename, source)

    def set_bucket(self, bucket: Bucket) -> None:
        assert isinstance(bucket, _Bucket)
        self.keep(bucket.filename, bucket.source, bucket.code)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Done by `get_bucket`, which knows the file."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Done by `set_bucket`."""


class _Bucket(Bucket):
    """A template with its code, if that is known."""

    def __init__(
        self, cache: Compiled, environment: Environment, filename: str | None, source: str
    ) -> None:
        super().__init__(environment, "", "")
        self.filename = filename
        self.source = source
        self.code = cache.recall(filename, source)
