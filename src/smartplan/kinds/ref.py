"""What can be wrong with ids and with those who name them."""

from smartplan.diagnostics import Kind, Severity
from smartplan.language import Text

UNKNOWN_ID = Kind(
    "REF001",
    "unknown-id",
    Severity.ERROR,
    Text(
        "tidak ada {kind} dengan id `{id}`{places}",
        "there is no {kind} with the id `{id}`{places}",
    ),
    Text("tambahkan {kind} itu, atau perbaiki id-nya", "add the {kind}, or mend the id"),
    Text(
        "Rujukan yang putus memutus jejak dari visi sampai indikator.",
        "A broken reference breaks the trace from vision to indicator.",
    ),
    """
    Wrong:

        # theory.yaml
        terms:
          - {term: SPBE, meaning: Sistem, sources: [S99]}  # REF001

    Right:

        # theory.yaml
        terms:
          - {term: SPBE, meaning: Sistem, sources: [S1]}
    """,
    "our judgement",
    about=Text(
        "tidak ada butir dengan id `…`",
        "no item has the id `…`",
    ),
)
WRONG_KIND = Kind(
    "REF002",
    "id-of-another-kind",
    Severity.ERROR,
    Text(
        "`{id}`{title} adalah {actual}, bukan {kind}",
        "`{id}`{title} is the id of another kind, {actual}, where {kind} is wanted",
    ),
    Text("tulis id {kind} di sini", "write an id of the kind {kind} here"),
    Text(
        "Tiap rujukan menunjuk satu jenis butir, misalnya penanggung jawab menunjuk perangkat "
        "daerah.",
        "Each reference points at one kind of item; a lead, for example, at an agency.",
    ),
    """
    Wrong:

        # outreach.yaml
        activities:
          - id: temu
            date: 2025-01
            kind: literacy
            title: Temu warga
            lead: p-energy  # REF002
            basis: proposal

    Right:

        # outreach.yaml
        activities:
          - id: temu
            date: 2025-01
            kind: literacy
            title: Temu warga
            lead: kominfo
            basis: proposal
    """,
    "our judgement",
    about=Text(
        "id `…` menunjuk jenis butir yang lain",
        "the id `…` stands for another kind of item",
    ),
)
DUPLICATE_ID = Kind(
    "REF003",
    "duplicate-id",
    Severity.ERROR,
    Text(
        "{kind} dengan id `{id}` sudah ada{title}",
        "another {kind} has the id `{id}` already{title}",
    ),
    Text("beri id lain pada salah satunya", "give one of them another id"),
    Text(
        "Satu id menunjuk satu butir, dari revisi ke revisi.",
        "One id stands for one item, from revision to revision.",
    ),
    """
    Wrong:

        # theory.yaml
        principles:
          - {id: terbuka, name: Terbuka, text: Data dibuka., basis: proposal}
          - {id: terbuka, name: Transparan, text: Proses dibuka., basis: proposal}  # REF003

    Right:

        # theory.yaml
        principles:
          - {id: terbuka, name: Terbuka, text: Data dibuka., basis: proposal}
          - {id: transparan, name: Transparan, text: Proses dibuka., basis: proposal}
    """,
    "our judgement",
    about=Text(
        "dua butir memakai id `…`",
        "two items have the id `…`",
    ),
)
UNUSED_ID = Kind(
    "REF004",
    "unused-id",
    Severity.NOTE,
    Text(
        "{kind} `{id}`{title} tidak dirujuk butir mana pun",
        "no item refers to the {kind} `{id}`{title}",
    ),
    Text(
        "rujuk dari butir yang memakainya, atau hapus", "refer to it where it is used, or delete it"
    ),
    Text(
        "Mitra, perangkat daerah, butir SWOT dan isu yang tidak dipakai adalah pekerjaan yang "
        "hilang.",
        "A partner, an agency, a SWOT entry or an issue that nothing uses is work lost.",
    ),
    """
    Wrong:

        # outreach.yaml
        activities: []
        # team.yaml
        agencies:
          - {id: kominfo, name: Dinas Kominfo, sources: [S1]}
          - {id: bappeda, name: Bappeda, sources: [S1]}
        partners:
          - {id: lembaga-tamu, name: Lembaga tamu, sector: academia, basis: proposal}  # REF004

    Right:

        # outreach.yaml
        activities: []
    """,
    "our judgement",
    about=Text(
        "butir `…` tidak dirujuk butir mana pun",
        "no item refers to the item `…`",
    ),
)
ABSENT_STAGE = Kind(
    "REF005",
    "stage-not-there-yet",
    Severity.NOTE,
    Text(
        "{count} rujukan menunggu tahap {stage} yang belum ada",
        "{count} references wait for the stage {stage}, which is not there yet",
    ),
    Text(
        "buat atau isi `{file}.yaml` bila tahap itu dimulai",
        "write or fill `{file}.yaml` when that stage begins",
    ),
    Text(
        "Daerah mengerjakan tahap satu per satu; rujukan ke tahap yang belum ada diperiksa "
        "kemudian.",
        "A region works stage by stage; references to a stage that is not there are checked later.",
    ),
    basis="our judgement",
    about=Text(
        "rujukan menunggu tahap … yang belum ada",
        "references wait for the stage …, which is not there yet",
    ),
)
NAMED_OTHERWISE = Kind(
    "REF006",
    "id-named-otherwise",
    Severity.ERROR,
    Text(
        "tidak ada yang merujuk {kind} `{id}`{title}, sedangkan {count} rujukan menyebut `{named}`",
        "nothing refers to the {kind} `{id}`{title}, while {count} references name `{named}`",
    ),
    Text(
        "tulis `id: {named}` di sini, atau perbaiki semua rujukan itu",
        "write `id: {named}` here, or mend all those references",
    ),
    Text(
        "Satu salah ketik pada id suatu butir memutus semua rujukan kepadanya. Yang perlu "
        "diperbaiki hanya satu tempat.",
        "One slip in the id of an item breaks every reference to it. Only one place needs mending.",
    ),
    """
    Wrong:

        # team.yaml
        agencies:
          - {id: kominfoo, name: Dinas Kominfo, sources: [S1]}  # REF006
          - {id: bappeda, name: Bappeda, sources: [S1]}

    Right:

        # team.yaml
        agencies:
          - {id: kominfo, name: Dinas Kominfo, sources: [S1]}
          - {id: bappeda, name: Bappeda, sources: [S1]}
    """,
    "our judgement",
    about=Text(
        "id `…` tidak dirujuk, sedangkan rujukan menyebut id yang mirip",
        "nothing refers to the id `…`, while references name a similar one",
    ),
)
REPEATED = Kind(
    "REF007",
    "told-twice",
    Severity.ERROR,
    Text("{what} {name} ditulis dua kali", "{what} {name} is written twice"),
    Text(
        "hapus salah satu, atau gabungkan isi keduanya",
        "remove one, or put what both say into one",
    ),
    Text(
        "Butir tanpa id dikenali dari isinya, misalnya baris anggaran dari tahun, sumber dana, dan "
        "jenisnya. Bila butir yang sama ditulis dua kali, uangnya terhitung dua kali, atau "
        "pembaca tidak tahu mana yang berlaku.",
        "An item without an id is known by what it says: a budget line by its year, fund and kind. "
        "Written twice, its money counts twice, or nobody knows which of the two holds.",
    ),
    """
    Wrong:

        # roadmap.yaml
        ceilings:
          - {year: 2025, amount: 1000000000, sources: [S1]}
          - {year: 2025, amount: 1200000000, sources: [S1]}  # REF007

    Right:

        # roadmap.yaml
        ceilings:
          - {year: 2025, amount: 1000000000, sources: [S1]}
          - {year: 2026, amount: 1200000000, sources: [S1]}
    """,
    "our judgement",
    about=Text(
        "butir tanpa id ditulis dua kali",
        "an item without an id is written twice",
    ),
    at_times=Severity.WARNING,  # where both may be meant
)
