"""Items on the agencies that lead the year's programs, and on their money."""

from collections.abc import Iterable

from smartplan.figures.answers.reply import LISTED, Answered, Evidence, Look, Reply, how_far
from smartplan.figures.answers.running import running
from smartplan.figures.budget import KINDS, Entry, entries, funds_beyond, regional_funds
from smartplan.figures.cells import share
from smartplan.figures.schedule import programs_running_in
from smartplan.figures.wording import counted
from smartplan.language import Text, label, percent, rupiah
from smartplan.nearest import listing
from smartplan.plan import Plan
from smartplan.stages.base import Item


def _agencies(plan: Plan, year: int) -> Reply:
    """Whether the year's programs have a lead, and the code that its strategic plan has them by."""
    programs = programs_running_in(plan, year, year)
    led = [one for one in programs if one.lead]
    shown = [one for one in led if one.nomenclature]
    leads = dict.fromkeys(one.lead for one in led if one.lead)
    says = Text(
        f"{len(leads)} perangkat daerah memimpin {len(led)} dari {len(programs)} program tahun "
        f"{year}; {len(shown)} berkode nomenklatur",
        f"{counted(len(leads), 'agency leads', 'agencies lead')} {len(led)} of "
        f"{counted(len(programs), 'program', 'programs')} of {year}; "
        f"{counted(len(shown), 'has', 'have')} a code",
    )
    if not programs:
        return running((), plan, year)
    found = tuple(
        Evidence(agency.at(), id_, agency.title_text)
        for id_ in leads
        if isinstance(agency := plan.find("agency", id_), Item)
    )
    short = [one.id for one in programs if one not in shown]
    write = Text(
        f"isi `lead` dan `nomenclature` program {listing(short, LISTED)}",
        f"fill `lead` and `nomenclature` of {listing(short, LISTED)}",
    )
    answered = how_far(len(led), len(short))
    return Reply(answered, says, found, write if short else None)


def _regional_money(plan: Plan, year: int) -> Reply:
    """Money of the year from the region's own budget; how much that budget is, no plan says."""
    own = regional_funds(plan)
    for kind in reversed(KINDS):
        lines = entries(plan, kind, year=year)
        found = [entry for entry in lines if entry.line.fund in own]
        if found:
            amount = sum(entry.line.amount for entry in found)
            part = share(amount, sum(entry.line.amount for entry in lines))
            name = label("budget_kind", kind)
            says = Text(
                f"{rupiah(amount)} dari APBD tahun {year} ({name.indonesian}), yaitu "
                f"{percent(part or 0)} dari dana program tahun itu",
                f"Rp{amount:,} from the regional budget of {year} ({name.english}), "
                f"{part}% of that year's money",
            )
            return Reply(Answered.PARTLY, says, _of_money(found), _TOTAL_UNKNOWN)
    return Reply(
        Answered.MISSING,
        Text(
            f"belum ada dana APBD tahun {year} yang tercatat",
            f"no regional money of {year} is recorded",
        ),
        write=_write_budget(year, Text("`fund: apbd`", "`fund: apbd`")),
    )


_TOTAL_UNKNOWN = Text(
    "yang dinilai bagian terhadap seluruh APBD, dan jumlah itu di luar rencana: sertakan dokumen "
    "APBD sebagai bukti",
    "the share of the whole regional budget is judged, which the plan does not hold: add the "
    "budget document as evidence",
)


def _other_money(plan: Plan, year: int) -> Reply:
    beyond = funds_beyond(plan)
    found = [entry for entry in entries(plan, year=year) if entry.line.fund in beyond]
    funds = dict.fromkeys(entry.line.fund for entry in found)
    if found:
        firm = [entry for entry in found if entry.line.kind_ != "estimate"]
        says = Text(
            f"{len(found)} baris dana di luar APBD tahun {year}: {', '.join(funds)}",
            f"{counted(len(found), 'line', 'lines')} of money from beyond the regional budget in "
            f"{year}: {', '.join(funds)}",
        )
        return Reply(
            Answered.THERE if firm else Answered.PARTLY,
            says,
            _of_money(found),
            None if firm else _write_budget(year, _FIRM),
        )
    return Reply(
        Answered.MISSING,
        Text(
            f"belum ada dana di luar APBD tahun {year} yang tercatat",
            f"no money of {year} from beyond the regional budget is recorded",
        ),
        write=_write_budget(year, _BEYOND),
    )


_FIRM = Text("`kind: planned` atau `kind: realised`", "`kind: planned` or `kind: realised`")
_BEYOND = Text("`fund` selain APBD, misalnya `csr`", "a `fund` beyond the APBD, such as `csr`")


def _write_budget(year: int, with_: Text) -> Text:
    return Text(
        f"tambahkan baris tahun {year} dengan {with_.indonesian} pada `budget` program",
        f"add a line of {year} with {with_.english} under `budget` of a program",
    )


def _of_money(found: Iterable[Entry]) -> tuple[Evidence, ...]:
    return tuple(Evidence(one.line.at(), one.program.id, one.program.name) for one in found)


LOOKS: dict[str, Look] = {
    "output-agencies": _agencies,
    "output-apbd": _regional_money,
    "output-other-funds": _other_money,
}
