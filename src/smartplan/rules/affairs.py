"""Codes of government affairs in messages: by their names, and what a wrong one was meant for."""

import re
from collections.abc import Mapping

from smartplan.diagnostics import entitled, show
from smartplan.language import Text
from smartplan.nearest import fold, nearest
from smartplan.plan import Plan

_LONGEST = 60
"""Characters of a code worth looking at."""


def affairs_of(plan: Plan) -> dict[str, str]:
    """The names of the affairs that the edition knows, by code; none where it has no list."""
    return {affair.code: affair.name for affair in plan.framework.affairs}


def affair_of(code: str) -> str:
    """The affair that a nomenclature code belongs to: `2.16` of `2.16.03.2.02`."""
    return ".".join(re.sub(r"\s+", "", code[:_LONGEST]).split(".")[:2])


def titled_affair(known: Mapping[str, str], code: str) -> Text:
    """An affair by its code and its official name, which is not translated."""
    told = entitled(code, known.get(code, ""))
    return Text(told, told)


def perhaps_affair(known: Mapping[str, str], written: str) -> Text | None:
    """The affair that someone who wrote an unknown code or a name most likely meant."""
    code = _meant(known, written[:_LONGEST])
    if code is None:
        return None
    told = f"`{code}` ({show(known[code], 80)})"
    return Text(f"mungkin {told}?", f"perhaps {told}?")


def _meant(known: Mapping[str, str], written: str) -> str | None:
    parts = re.findall(r"[0-9]+", written)
    if not parts:
        return _by_name(known, written)
    if len(parts) == 1:
        parts = [parts[0][:1], parts[0][1:]]
    number = parts[1][:2].zfill(2)
    exact = f"{parts[0]}.{number}"
    if exact in known:
        return exact
    # affairs are counted through from 01 to 32, whatever stands before the dot
    alike = [code for code in known if code[0] in "123" and code[2:] == number]
    return alike[0] if len(alike) == 1 and parts[0] in ("0", "1", "2", "3") else None


def _by_name(known: Mapping[str, str], written: str) -> str | None:
    if len(fold(written)) < 4:
        return None
    by_name = {name: code for code, name in known.items()}
    close = [name for name in by_name if fold(name) in fold(written)] or nearest(
        written, by_name, 1
    )
    return by_name[max(close, key=len)] if close else None


_SPARE = re.compile(r"^\s+|\s+$|\s+(?=\.)|(?<=\.)\s+")
"""Blanks around a code and beside its dots; one between two digits may stand for a dot."""


def without_spare_blanks(code: str) -> str:
    """A nomenclature code without the blanks that mean nothing."""
    return _SPARE.sub("", code)
