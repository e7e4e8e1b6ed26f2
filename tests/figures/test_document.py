"""The law and the state of the plan."""

import pytest

from smartplan.figures import document


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("perbup", "Peraturan Bupati Buleleng Nomor 27 Tahun 2024 tentang Rencana"),
        ("perda", "Peraturan Daerah Kabupaten Buleleng Nomor 27 Tahun 2024 tentang Rencana"),
        ("pergub", "Peraturan Gubernur Bali Nomor 27 Tahun 2024 tentang Rencana"),
        ("sk", "Keputusan Nomor 27 Tahun 2024 tentang Rencana"),
    ],
)
def test_law_as_it_is_written(written, kind, named):
    text = f'legal: {{kind: {kind}, number: "27", year: 2024, title: Rencana}}'

    assert document.legal_text(written(document=text)) == named


def test_no_law_no_words(written):
    assert document.legal_text(written()) == ""


def test_unapproved_stages(written):
    plan = written(
        document="stages: [{stage: team, state: approved}, {stage: vision, state: review}]"
    )

    assert [stage.stage for stage in document.unapproved_stages(plan)] == ["vision"]
