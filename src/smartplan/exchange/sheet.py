"""One agency's indicators of a year as a sheet: out for a spreadsheet, and in again.

With `;` between cells the sheet speaks as an Indonesian spreadsheet does (`12,5`); with `,` numbers
are written as in the plan (`12.5`). A month is `2025-M03`, for a spreadsheet turns `2025-03` into
a date. A cell is compared with what would be written for it: where both say the same, nothing
changes, so that a sheet that comes back untouched touches nothing.
"""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from smartplan.diagnostics import Diagnostic
from smartplan.escapes import quiet
from smartplan.exchange.rehearsal import Entry, existing, moment
from smartplan.exchange.splice import ONE_OF, Value
from smartplan.language import Language, Text
from smartplan.nearest import nearest
from smartplan.plan import Plan
from smartplan.signatures import foreign_format
from smartplan.stages.monev import Indicator, Realisation
from smartplan.stages.scalars import indonesian_number, plain

Delimiter = Literal[";", ","]
MAX_ROWS = 5_000
MAX_COLUMNS = 100
MAX_CELL = 20_000

COLUMNS = (
    "indikator", "nama", "satuan", "target", "periode", "nilai", "kata", "belum_ada_data",
    "ketelitian", "pendorong", "penghambat", "sumber", "dasar", "penurunan", "catatan",
)  # fmt: skip
READ_ONLY = ("nama", "satuan", "target")
FIELDS = {
    "nilai": "value",
    "kata": "text",
    "belum_ada_data": "no_data",
    "ketelitian": "qualifier",
    "pendorong": "drivers",
    "penghambat": "obstacles",
    "sumber": "sources",
    "dasar": "basis",
    "penurunan": "derivation",
    "catatan": "note",
}
"""The key of a realisation that a column holds."""
COLUMN_OF = {key: column for column, key in FIELDS.items()} | {
    "indicator": "indikator",
    "period": "periode",
}

_PERIODS: Mapping[str, Callable[[int], list[str]]] = {
    "yearly": lambda year: [f"{year}"],
    "semester": lambda year: [f"{year}-S{half}" for half in (1, 2)],
    "quarterly": lambda year: [f"{year}-Q{quarter}" for quarter in range(1, 5)],
    "monthly": lambda year: [f"{year}-{month:02}" for month in range(1, 13)],
}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A cell that does not fit, by its row and column in the spreadsheet."""

    row: int
    column: str
    what: Text


@dataclass(frozen=True, slots=True)
class Read:
    """What a sheet would have the plan say, and where it does not fit."""

    entries: tuple[Entry, ...]
    rows: Mapping[tuple[str, str], int]
    """The row of each entry, by indicator and period."""
    misfits: tuple[Misfit, ...]


# Out


def sheet(plan: Plan, agency: str, year: int, delimiter: Delimiter = ";") -> str:
    """The sheet of an agency's indicators for a year, with a row for each period that is due."""
    rows = [dict(zip(COLUMNS, COLUMNS, strict=True))]
    for indicator in plan.monev.indicators:
        if indicator.owner == agency:
            periods = _periods(plan, indicator, year)
            rows.extend(_row(plan, indicator, period, delimiter) for period in periods)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([row[column] for column in COLUMNS] for row in rows)
    return "\ufeff" + stream.getvalue()


def _periods(plan: Plan, indicator: Indicator, year: int) -> list[str]:
    """The periods due in a year, and those that have a realisation besides."""
    there = [str(r.period) for r in _all_of(plan, indicator) if r.period.year == year]
    due = _PERIODS[indicator.frequency](year)
    return sorted({*due, *there}, key=_by_time)


def _all_of(plan: Plan, indicator: Indicator) -> list[Realisation]:
    users = plan.index.users_of("indicator", indicator.id)
    return [user.holder for user in users if isinstance(user.holder, Realisation)]


def _by_time(period: str) -> tuple[str, str]:
    read = moment(period)
    return (read.last.isoformat(), read.first.isoformat()) if read else ("", period)


def _row(plan: Plan, indicator: Indicator, period: str, delimiter: Delimiter) -> dict[str, str]:
    read = moment(period)
    assert read is not None
    return {
        "indikator": indicator.id,
        "nama": guarded(indicator.name),
        "satuan": guarded(indicator.unit),
        "target": _number(indicator.targets.get(read.year), delimiter),
        "periode": _period(period),
        **_cells(existing(plan, indicator.id, read), delimiter),
    }


def _cells(realisation: Realisation | None, delimiter: Delimiter) -> dict[str, str]:
    if realisation is None:
        return dict.fromkeys(FIELDS, "")
    told: dict[str, str] = {}
    for column, key in FIELDS.items():
        value = getattr(realisation, key)
        if key == "value":
            told[column] = _number(value, delimiter)
        elif key == "sources":
            told[column] = " ".join(value)
        else:
            told[column] = guarded(value or "")
    return told


def _number(value: Decimal | None, delimiter: Delimiter) -> str:
    text = "" if value is None else f"{value:f}"
    return text.replace(".", ",") if delimiter == ";" else text


def _period(period: str) -> str:
    return re.sub(r"^([0-9]{4})-([0-9]{2})", r"\1-M\2", period)


_FORMULA = "=+\\-@\t\r\n＝＋－＠"
_RISKY = re.compile(rf"'*[{_FORMULA}]")
_GUARDED = re.compile(rf"'+[{_FORMULA}]")


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula; `bare` gives it back.

    What a log of CI would take for a command is broken up for good.
    """
    text = quiet(text)
    return f"'{text}" if _RISKY.match(text) else text


def bare(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


# In


def read(plan: Plan, raw: bytes, agency: str | None = None) -> Read:
    """What a sheet says, compared with the plan; the plan itself is not touched."""
    return _Reader(plan, agency).read(raw)


def _text(raw: bytes) -> str:
    """The text of a sheet, or what the file is instead."""
    if not raw.removeprefix(b"\xef\xbb\xbf").strip():
        raise _Unfit("", "berkas ini kosong", "the file is empty")
    if format_ := foreign_format(raw):
        raise _Unfit(
            "",
            f"ini {format_.indonesian}: simpan sebagai «CSV UTF-8»",
            f"this is {format_.english}: save it as “CSV UTF-8”",
        )
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw:
        raise _Unfit(
            "",
            "ini bukan CSV, atau tersimpan sebagai UTF-16 («Unicode»): simpan sebagai «CSV UTF-8»",
            "this is no CSV, or stored as UTF-16 (“Unicode”): save it as “CSV UTF-8”",
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _Unfit(
            "",
            "berkas bukan UTF-8; simpan sebagai «CSV UTF-8»",
            "the file is not UTF-8; save it as “CSV UTF-8”",
        ) from None


def _bounded(rows: Sequence[Sequence[str]]) -> None:
    """Stop at a sheet that is no sheet of ours by its size."""
    if len(rows[0]) > MAX_COLUMNS:
        raise _Unfit(
            "",
            f"ada {len(rows[0])} kolom; lembar yang dikeluarkan memuat {len(COLUMNS)}",
            f"there are {len(rows[0])} columns; the sheet that went out has {len(COLUMNS)}",
        )
    if len(rows) > MAX_ROWS:
        raise _Unfit("", f"lebih dari {MAX_ROWS} baris", f"more than {MAX_ROWS} rows")


def _damaged(error: csv.Error) -> "_Unfit":
    """What is wrong with the quotes of a row: nothing else damages a CSV."""
    if "expected after" in str(error):
        return _Unfit(
            "",
            "ada tulisan sesudah tanda kutip penutup; tanda kutip di dalam teks ditulis dua kali",
            "something follows a closing quote; a quote inside a text is written twice",
        )
    return _Unfit(
        "",
        "tanda kutip yang dibuka pada baris ini tidak ditutup",
        "a quote opened in this row is never closed",
    )


class _Unfit(Exception):  # noqa: N818 - told with row and column
    def __init__(self, column: str, indonesian: str, english: str):
        self.column = column
        self.what = Text(indonesian, english)
        super().__init__(english)


class _Reader:
    def __init__(self, plan: Plan, agency: str | None):
        self.plan = plan
        self.agency = agency
        self.delimiter: Delimiter = ";"
        self.entries: list[Entry] = []
        self.rows: dict[tuple[str, str], int] = {}
        self.misfits: list[Misfit] = []

    def read(self, raw: bytes) -> Read:
        try:
            self._table(raw)
        except _Unfit as unfit:
            self._misfit(1, unfit)
        return Read(tuple(self.entries), self.rows, tuple(self.misfits))

    def _misfit(self, row: int, unfit: _Unfit) -> None:
        self.misfits.append(Misfit(row, unfit.column, unfit.what))

    def _table(self, raw: bytes) -> None:
        text = _text(raw)
        first = text.split("\n", 1)[0]
        self.delimiter = ";" if first.count(";") >= first.count(",") else ","
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter, strict=True)
        rows: list[list[str]] = []
        try:
            for row in lines:
                rows.append(row)
                _bounded(rows)
        except csv.Error as error:
            self._misfit(len(rows) + 1, _damaged(error))
            return
        self._heading(rows[0] if rows else [])
        for number, cells in enumerate(rows[1:], 2):
            if any(cell.strip() for cell in cells):
                self._line(number, rows[0], cells)

    def _heading(self, names: Sequence[str]) -> None:
        missing = [name for name in COLUMNS if name not in names]
        for name in names:
            if name not in COLUMNS:
                close = nearest(name, missing, 1)
                hint = (f"; mungkin `{close[0]}`", f"; perhaps `{close[0]}`") if close else ("", "")
                unknown = _Unfit(name, f"kolom tidak dikenal{hint[0]}", f"unknown column{hint[1]}")
                self._misfit(1, unknown)
        for name in missing:
            self._misfit(1, _Unfit(name, "kolom ini tidak ada", "this column is missing"))
        for name in {name for name in names if names.count(name) > 1}:
            self._misfit(1, _Unfit(name, "kolom ini ada dua kali", "this column is there twice"))
        if self.misfits:
            raise _Unfit(
                "",
                "susunan kolom harus seperti lembar yang dikeluarkan",
                "the columns must be those of the sheet that went out",
            )

    def _line(self, number: int, names: Sequence[str], cells: Sequence[str]) -> None:
        if len(cells) != len(names):
            counts = f"{len(cells)}", f"{len(names)}"
            self._misfit(
                number,
                _Unfit(
                    "",
                    f"ada {counts[0]} sel, seharusnya {counts[1]}",
                    f"there are {counts[0]} cells instead of {counts[1]}",
                ),
            )
            return
        row = dict(zip(names, cells, strict=True))
        try:
            indicator = self._indicator(row["indikator"].strip())
            period = self._period(row["periode"].strip())
        except _Unfit as unfit:
            self._misfit(number, unfit)
            return
        key = (indicator.id, period)
        if key in self.rows:
            same = self.rows[key]
            self._misfit(
                number,
                _Unfit(
                    "periode",
                    f"indikator dan periode ini sudah ada pada baris {same}",
                    f"this indicator and period are on row {same} already",
                ),
            )
            return
        self.rows[key] = number
        self._compare(number, indicator, period, row)

    def _indicator(self, id_: str) -> Indicator:
        found = self.plan.find("indicator", id_)
        if not isinstance(found, Indicator):
            close = nearest(id_, (i.id for i in self.plan.monev.indicators), 1)
            hint = f"; mungkin `{close[0]}`?" if close else ""
            english = f"; perhaps `{close[0]}`?" if close else ""
            raise _Unfit(
                "indikator",
                f"tidak ada indikator `{id_}`{hint}",
                f"there is no indicator `{id_}`{english}",
            )
        if self.agency is not None and found.owner != self.agency:
            raise _Unfit(
                "indikator",
                f"`{id_}` bukan milik `{self.agency}`",
                f"`{id_}` does not belong to `{self.agency}`",
            )
        return found

    def _period(self, cell: str) -> str:
        period = re.sub(r"^([0-9]{4})-M([0-9]{2})", r"\1-\2", cell)
        read = moment(period)
        if read is None:
            raise _Unfit(
                "periode",
                f"`{cell}` bukan periode; tulis seperti 2025, 2025-S1, 2025-Q2, atau 2025-M03",
                f"`{cell}` is no period; write it like 2025, 2025-S1, 2025-Q2 or 2025-M03",
            )
        return period

    def _compare(
        self, number: int, indicator: Indicator, period: str, row: Mapping[str, str]
    ) -> None:
        """The cells of a row that say something else than the plan does."""
        written = _row(self.plan, indicator, period, self.delimiter)
        when = moment(period)
        there = existing(self.plan, indicator.id, when) if when else None
        before = len(self.misfits)
        for column in READ_ONLY:
            if not _same(row[column], written[column]):
                self._misfit(number, _read_only(column, written[column]))
        changed = [column for column in FIELDS if row[column] != written[column]]
        fields = self._fields(number, there, {column: row[column] for column in changed})
        said = there is not None or any(value is not None for value in fields.values())
        if fields and said and len(self.misfits) == before:
            self._keep(number, Entry(indicator.id, period, fields), there)

    def _fields(
        self, number: int, there: Realisation | None, cells: Mapping[str, str]
    ) -> dict[str, Value | None]:
        """The values of cells that were changed, without those that mean the same."""
        fields: dict[str, Value | None] = {}
        for column, cell in cells.items():
            key = FIELDS[column]
            try:
                value = self._value(column, key, cell)
            except _Unfit as unfit:
                self._misfit(number, unfit)
                continue
            if value != _standing(there, key, value):
                fields[key] = value
        return fields

    def _keep(self, number: int, entry: Entry, there: Realisation | None) -> None:
        """An entry that says one thing of a period that has begun."""
        kept = [key for key in ONE_OF if there and getattr(there, key) is not None]
        kept = [key for key in kept if key not in entry.fields]
        told = [*kept, *(key for key in ONE_OF if entry.fields.get(key) is not None)]
        when = moment(entry.period)
        if len(told) > 1:
            self._misfit(number, _Unfit(COLUMN_OF[told[-1]], *_ONE_ONLY))
        elif not told:
            self._misfit(number, _Unfit("nilai", *(_EMPTIED if there else _ONE_AT_LEAST)))
        elif when is not None and when.first > self.plan.as_of:
            self._misfit(number, _Unfit("periode", *_NOT_BEGUN))
        else:
            self.entries.append(entry)

    def _value(self, column: str, key: str, cell: str) -> Value | None:
        text = bare(cell).replace("\r\n", "\n").strip()
        if not text:
            return None
        if len(text) > MAX_CELL:
            raise _Unfit(column, "isi sel terlalu panjang", "the cell is too long")
        if key == "value":
            return _digits(column, text, self.delimiter)
        if key == "sources":
            return tuple(word for word in re.split(r"[\s,;]+", text) if word)
        return text


_ONE_ONLY = (
    "isi hanya satu dari `nilai`, `kata`, dan `belum_ada_data`",
    "fill in just one of `nilai`, `kata` and `belum_ada_data`",
)
_ONE_AT_LEAST = (
    "isi salah satu dari `nilai`, `kata`, dan `belum_ada_data`",
    "fill in one of `nilai`, `kata` and `belum_ada_data`",
)
_EMPTIED = (
    "realisasi ini dikosongkan; menghapus hanya dapat dilakukan dalam berkas rencana",
    "this realisation was emptied; it can only be deleted in the plan's own file",
)
_NOT_BEGUN = (
    "periode ini belum dimulai pada tanggal keadaan rencana (`as_of`)",
    "this period begins after the plan's reporting date (`as_of`)",
)


def _read_only(column: str, written: str) -> _Unfit:
    return _Unfit(
        column,
        f"kolom ini hanya untuk dibaca; semula `{written}`",
        f"this column is only to be read; it was `{written}`",
    )


def _standing(there: Realisation | None, key: str, value: Value | None) -> Value | None:
    """What stands in the plan, in the form of the value it is compared with."""
    now = getattr(there, key) if there else None
    if isinstance(now, Decimal) and isinstance(value, str) and now == Decimal(value):
        return value
    if isinstance(now, Decimal):
        return f"{now:f}"
    return now or None


def _same(cell: str, written: str) -> bool:
    """Whether a cell that is only to be read came back as it went out, in a spreadsheet's way."""
    if " ".join(cell.split()) == " ".join(written.split()):
        return True
    try:
        return Decimal(cell.replace(",", ".")) == Decimal(written.replace(",", "."))
    except ArithmeticError:
        return False


_WITH_COMMA = re.compile(r"-?(0|[1-9][0-9]{0,15})(,[0-9]{1,6})?")
_WITH_POINT = re.compile(r"-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,6})?")
_TWO_READINGS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_SCIENTIFIC = re.compile(r"-?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+")


def _digits(column: str, cell: str, delimiter: Delimiter) -> str:
    """A number of a sheet as a plan writes it; the delimiter tells which sign is the decimal one.

    Beside `;` a comma is the decimal sign, and a point only where it cannot group thousands.
    """
    if delimiter == ";" and _WITH_COMMA.fullmatch(cell):
        digits = cell.replace(",", ".")
        return f"{digits}0" if _TWO_READINGS.fullmatch(digits) else digits
    if _WITH_POINT.fullmatch(cell) and not _grouped(cell):
        return cell
    raise _unfit_number(column, cell, delimiter)


def _grouped(cell: str) -> bool:
    return _TWO_READINGS.fullmatch(cell) is not None


def _unfit_number(column: str, cell: str, delimiter: Delimiter) -> _Unfit:
    if _SCIENTIFIC.fullmatch(cell):
        return _Unfit(
            column,
            f"`{cell}` sudah dipendekkan lembar kerja; beri sel itu format angka tanpa E",
            f"`{cell}` was shortened by the spreadsheet; format the cell as a number without E",
        )
    meant = indonesian_number(cell) if len(cell) <= 60 else None
    if meant is None:
        return _Unfit(column, f"`{cell}` bukan angka", f"`{cell}` is not a number")
    told = plain(meant)
    told = told.replace(".", ",") if delimiter == ";" else told
    if _grouped(cell):
        told = f"{cell.replace('.', '')}` / `{_number(Decimal(cell), delimiter)}0"
    return _Unfit(column, f"`{cell}`: tulis `{told}`", f"`{cell}`: write `{told}`")


# Findings of the plan, by row and column


def misfits_of(found: Sequence[Diagnostic], rows: Mapping[tuple[str, str], int]) -> list[Misfit]:
    """Findings that a sheet brings, each on the row and in the column it came from."""
    by_name = {f"{indicator}+{period}": row for (indicator, period), row in rows.items()}
    return [_misfit(diagnostic, by_name) for diagnostic in found]


def _misfit(diagnostic: Diagnostic, by_name: Mapping[str, int]) -> Misfit:
    words = diagnostic.subject.split("/")
    row = next((by_name[word] for word in words if word in by_name), 0)
    column = next((COLUMN_OF[word] for word in reversed(words) if word in COLUMN_OF), "")
    code = diagnostic.kind.code
    said = (f"{code}: {diagnostic.message(language)}" for language in Language)
    return Misfit(row, column, Text(*said))
