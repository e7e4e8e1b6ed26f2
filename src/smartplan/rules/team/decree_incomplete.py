"""TEA005: an approved team whose decree cannot be cited."""

from collections.abc import Iterator

from smartplan.diagnostics import Location, Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.document import Document
from smartplan.stages.team import Body, Team


@rule(
    "TEA005",
    Severity.ERROR,
    message=Text(
        "keputusan pembentukan `{body}` ({name}) belum memiliki {lacks}, padahal tahap tim sudah "
        "disetujui",
        "the decree of `{body}` ({name}) has no {lacks}, though the team stage is approved",
    ),
    hint=Text(
        "lengkapi `decree` dengan `number` dan `date`, atau ubah keadaan tahap menjadi `draft`",
        "complete `decree` with `number` and `date`, or set the state of the stage to `draft`",
    ),
    why=Text(
        "Keputusan pembentukan termasuk bukti yang diminta. Tanpa nomor dan tanggal ia tidak "
        "dapat dirujuk dalam buku.",
        "The decree is among the evidence asked for. Without number and date a book cannot "
        "cite it.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); adanya surat keputusan adalah bukti wajib",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); existence of the decree is "
        "mandatory evidence",
    ),
)
def decree_incomplete(team: Team, document: Document) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        bodies:
          - id: dewan
            kind: council
            name: Dewan Smart City
            decree:
              number: "1"  # TEA005
              about: Dewan Smart City
            sources: [S1]
          - id: tim  # TEA005
            kind: executive_team
            name: Tim Pelaksana
            sources: [S1]

    Right:

        # team.yaml
        bodies:
          - id: dewan
            kind: council
            name: Dewan Smart City
            decree: {number: "1", date: 2023-05-02, about: Dewan Smart City}
            sources: [S1]
          - {id: forum, kind: forum, name: Forum Smart City, sources: [S1]}
    """
    approved = any(entry.stage == "team" and entry.state == "approved" for entry in document.stages)
    for body in team.bodies if approved else ():
        decree = body.decree
        if decree is None:
            if body.kind_ in _DECREED:
                yield _finding(body, body.at(), Text("nomor dan tanggal", "number and date"))
        elif decree.number is None:
            yield _finding(body, decree.at(), Text("nomor", "number"))
        elif decree.date is None:
            yield _finding(body, decree.at("number"), Text("tanggal", "date"))


def _finding(body: Body, place: Location, lacks: Text) -> Finding:
    return found(place, body=body.id, name=titled(body), lacks=lacks)


_DECREED = ("council", "executive_team")
"""Bodies that cannot work without a decree; a forum may be informal."""
