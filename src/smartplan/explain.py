"""A finding's page: what it says, why, what is wrong and right, where the demand comes from."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from smartplan.diagnostics import Kind
from smartplan.escapes import json_text
from smartplan.language import Language, Text, label
from smartplan.rules import kinds
from smartplan.rules.examples import examples, unmarked

FAMILIES = {
    "YML": Text("Tulisan YAML", "YAML text"),
    "SCH": Text("Bentuk berkas", "Shape of the files"),
    "REF": Text("Rujukan", "References"),
    "TEA": Text("Tim", "Team"),
    "THE": Text("Landasan teori dan hukum", "Theory and law"),
    "REA": Text("Kesiapan daerah", "Readiness"),
    "VIS": Text("Visi dan arah pembangunan", "Vision"),
    "PRG": Text("Program dan rencana aksi", "Programs"),
    "ROA": Text("Peta jalan", "Road map"),
    "MON": Text("Monitoring dan evaluasi", "Monitoring and evaluation"),
    "DOC": Text("Dokumen dan penetapan", "Document"),
    "OUT": Text("Sosialisasi dan literasi", "Outreach"),
    "PLN": Text("Antartahap", "Across stages"),
    "AST": Text("Pernyataan rencana sendiri", "The plan's own assertions"),
    "WAI": Text("Pengecualian", "Waivers"),
}
"""What the three letters of a code stand for, in the order of the stages."""

_SEVERITY = Text("Bobot", "Severity")
_AT_TIMES = Text("kadang", "at times")
_WHY = Text("Mengapa", "Why")
_WRITE = Text("Saran", "What to write")
_BASIS = Text("Dasar", "Basis")
_VERDICTS = {"Wrong": Text("Salah", "Wrong"), "Right": Text("Benar", "Right")}
_OURS = Text("pertimbangan penyusun smartplan", "our judgement")
_TITLE = Text("Temuan", "Findings")
_SAYS = Text("Yang dikatakan", "What it says")
_CODE = Text("Kode", "Code")
_INTRODUCTION = Text(
    "Setiap temuan `smartplan validate` punya kode dan halaman; `smartplan explain KODE` "
    "menampilkan halaman yang sama di terminal.",
    "Every finding of `smartplan validate` has a code and a page; `smartplan explain CODE` shows "
    "the same page in the terminal.",
)


def title(kind: Kind, language: Language) -> str:
    """What a finding says, with `…` for what it says it about; a count and a list fall away."""
    if kind.about is not None:
        return kind.about.say(language)
    said = re.sub(r"^\{count\} |: \{[a-z_]+\}$", "", kind.message.say(language))
    return _blank(Text(said, said), language)


def _blank(words: Text, language: Language) -> str:
    """A pattern for a reader: what only rides along falls away, the rest becomes `…`."""
    pattern = re.sub(r"\{owner\}| \(\{[a-z_]+\}\)", "", words.say(language))
    return _single(re.sub(r"(?<!\{)\{[a-z_]+\}", "…", pattern))


def _single(pattern: str) -> str:
    """A pattern with each brace that stands for itself written once."""
    return pattern.replace("{{", "{").replace("}}", "}")


def families() -> Iterator[tuple[str, list[Kind]]]:
    """Every kind, by the three letters of its code."""
    order = list(FAMILIES)
    everything = sorted(kinds().values(), key=lambda kind: (order.index(kind.code[:3]), kind.code))
    for family, members in groupby(everything, key=lambda kind: kind.code[:3]):
        yield family, list(members)


def _basis(kind: Kind, language: Language) -> str:
    if isinstance(kind.basis, Text):
        return kind.basis.say(language)
    return _OURS.say(language) if kind.basis == "our judgement" else kind.basis


def _weight(kind: Kind, language: Language) -> str:
    """The severity, and what some of its findings weigh instead."""
    said = label("severity", kind.severity).say(language)
    if kind.at_times is None:
        return said
    return f"{said}, {_AT_TIMES.say(language)} {label('severity', kind.at_times).say(language)}"


def page(kind: Kind, language: Language) -> str:
    """The page as Markdown."""
    severity = _weight(kind, language)
    parts = [
        f"# {kind.code}: {title(kind, language)}",
        f"{_SEVERITY.say(language)}: {severity}. `{kind.name}`",
        f"## {_WHY.say(language)}\n\n{kind.why.say(language)}",
        f"## {_WRITE.say(language)}\n\n{_capital(_blank(kind.hint, language))}.",
        *(
            f"## {_VERDICTS[example.verdict].say(language)}\n\n"
            f"```yaml\n{unmarked(example, kind)}\n```"
            for example in examples(kind)
        ),
        f"## {_BASIS.say(language)}\n\n{_capital(_basis(kind, language))}.",
    ]
    return "\n\n".join(parts) + "\n"


def page_address(kind: Kind, pages: str) -> str:
    """Where the page is on the web, below the folder of all pages; empty where that is unknown."""
    return f"{pages}{kind.code}.md" if pages else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def text(kind: Kind, language: Language) -> str:
    """The page for a terminal."""
    severity = _weight(kind, language)
    parts = [
        f"{kind.code} {kind.name} ({severity})\n{title(kind, language)}",
        _section(_WHY, kind.why.say(language), language),
        _section(_WRITE, _blank(kind.hint, language), language),
        *(
            _section(_VERDICTS[example.verdict], unmarked(example, kind), language)
            for example in examples(kind)
        ),
        _section(_BASIS, _basis(kind, language), language),
    ]
    return "\n\n".join(parts) + "\n"


def _section(heading: Text, body: str, language: Language) -> str:
    indented = "\n".join(f"  {line}" if line else "" for line in body.split("\n"))
    return f"{heading.say(language)}:\n{indented}"


def record(kind: Kind, language: Language) -> dict[str, object]:
    """The page as data."""
    return {
        "code": kind.code,
        "name": kind.name,
        "severity": str(kind.severity),
        "message": _single(kind.message.say(language)),
        "hint": _single(kind.hint.say(language)),
        "why": kind.why.say(language),
        "examples": [
            {"verdict": example.verdict.lower(), "yaml": unmarked(example, kind)}
            for example in examples(kind)
        ],
        "basis": _basis(kind, language),
    }


def records(shown: Iterable[Kind], language: Language) -> str:
    """Pages as JSON for other programs."""
    document = {
        "version": 1,
        "language": str(language),
        "kinds": [record(kind, language) for kind in shown],
    }
    return json_text(document)


def index_page(language: Language = Language.INDONESIAN) -> str:
    """All kinds as Markdown tables, each linked to its page."""
    parts = [f"# {_TITLE.say(language)}", _INTRODUCTION.say(language)]
    for family, members in families():
        rows = "\n".join(
            f"| [{kind.code}]({kind.code}.md) | {_weight(kind, language)} "
            f"| {_cell(title(kind, language))} |"
            for kind in members
        )
        head = f"| {_CODE.say(language)} | {_SEVERITY.say(language)} | {_SAYS.say(language)} |"
        parts.append(f"## {FAMILIES[family].say(language)}\n\n{head}\n| --- | --- | --- |\n{rows}")
    return "\n\n".join(parts) + "\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def index_text(language: Language) -> str:
    """All kinds as lines for a pipe: code, severity, what it says."""
    blocks = []
    for family, members in families():
        lines = [
            f"{kind.code}  {label('severity', kind.severity).say(language):<10}  "
            f"{title(kind, language)}"
            for kind in members
        ]
        blocks.append("\n".join([FAMILIES[family].say(language), *lines]))
    return "\n\n".join(blocks) + "\n"
