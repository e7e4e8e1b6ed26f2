"""`smartplan explain`: one page, or all codes."""

import json

import pytest
from conftest import Run

from smartplan.language import label
from smartplan.rules import kinds

PAGE = """\
YML002 duplicate-key ({severity})
kunci `…` ditulis dua kali

Mengapa:
  YAML melarang kunci ganda; pembaca lain diam-diam memakai yang terakhir dan membuang yang pertama.

Saran:
  gabungkan keduanya atau hapus salah satu

Salah:
  # theory.yaml
  terms:
    - {{term: SPBE, meaning: Sistem Pemerintahan Berbasis Elektronik}}
  terms:  # ← YML002
    - {{term: RPJMD, meaning: Rencana Pembangunan Jangka Menengah Daerah}}

Benar:
  # theory.yaml
  terms:
    - {{term: SPBE, meaning: Sistem Pemerintahan Berbasis Elektronik}}
    - {{term: RPJMD, meaning: Rencana Pembangunan Jangka Menengah Daerah}}

Dasar:
  YAML 1.2, bagian 3.2.1.1
"""


@pytest.mark.parametrize("word", ["YML002", "yml002", "duplicate-key"])
def test_a_page_is_found_by_code_and_by_name(run: Run, word: str) -> None:
    done = run("explain", word)

    assert (done.returncode, done.stderr) == (0, "")
    severity = label("severity", "error").indonesian
    assert done.stdout == PAGE.format(severity=severity)


def test_a_page_in_english_as_markdown(run: Run) -> None:
    done = run("explain", "YML003", "--lang", "en", "--output-format", "markdown")

    assert done.stdout.startswith(
        "# YML003: the indentation uses a tab\n\nSeverity: error. `tab-indentation`\n\n## Why\n\n"
    )


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_page_shows_braces_as_they_are_written(run: Run, form: str) -> None:
    pages = [run("explain", code, "--output-format", form).stdout for code in ("MON001", "YML025")]

    assert "`baseline: {year: …, value: …}`" in pages[0]
    assert "kurung { } beri" in pages[1]
    assert not any("{{" in page or "}}" in page for page in pages if form != "json")


def test_a_page_as_data(run: Run) -> None:
    done = run("explain", "REF003", "--output-format", "json")

    document = json.loads(done.stdout)
    assert document["version"] == 1
    assert document["language"] == "id"
    (page,) = document["kinds"]
    assert (page["code"], page["name"], page["severity"]) == ("REF003", "duplicate-id", "error")
    assert [example["verdict"] for example in page["examples"]] == ["wrong", "right"]


def test_without_a_code_every_code_is_listed_once(run: Run) -> None:
    done = run("explain")
    document = json.loads(run("explain", "--output-format", "json").stdout)

    assert done.stdout.startswith("Tulisan YAML\nYML001  ")
    codes = [line.split()[0] for line in done.stdout.split("\n") if line[3:6].isdigit()]
    assert sorted(codes) == sorted(kinds())
    assert [kind["code"] for kind in document["kinds"]] == codes


def test_an_unknown_code_is_a_wrong_call_with_the_nearest(run: Run) -> None:
    near, far = run("explain", "SCH01O"), run("explain", "entah")

    assert (near.returncode, near.stdout) == (2, "")
    assert near.stderr.startswith(
        "smartplan: nilai keliru untuk KODE: `SCH01O` tidak dikenal; mungkin "
    )
    assert "`SCH01" in near.stderr
    assert far.returncode == 2
