"""JSON text that a log and a terminal may show: the same data, nothing in it acts."""

import json
import re

_FOREIGN = re.compile(r"[^\x00-\x7e]")


def encode(document: object, *, indent: int | None = 2) -> str:
    """JSON with a line end; invisible characters and `##[`, a command of CI logs, as escapes."""
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    text = _FOREIGN.sub(_visible, text).replace("##[", "##\\u005b")
    return f"{text}\n"


def _visible(match: re.Match[str]) -> str:
    return match[0] if match[0].isprintable() else json.dumps(match[0])[1:-1]
