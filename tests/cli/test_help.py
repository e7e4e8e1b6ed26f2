"""`--help` of every command: the user's language, and nothing of how it is made."""

import re

import pytest
from conftest import Run

from smartplan.cli.program import COMMANDS

FOREIGN = {
    "id": ("default:", "env var", "required", "Options:", "Arguments:", "Usage:"),
    "en": ("KODE", "TAHUN", "TANGGAL", "INDIKATOR", "PERIODE", "NILAI", "BUKU", "BERKAS", "TEKS",
           "KATA", "ALASAN", "DASAR", "JUDUL", "TAHAP", "NAMA", "bawaan:", "wajib"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_the_page_of_a_command_speaks_one_language(command: str, language: str, run: Run) -> None:
    done = run(command, "--help", SMARTPLAN_LANG=language, COLUMNS="80")

    assert done.returncode == 0
    assert [word for word in FOREIGN[language] if word in done.stdout] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_page_of_a_command_names_no_type(command: str, run: Run) -> None:
    page = run(command, "--help", COLUMNS="80").stdout

    choices = re.findall(r"<([^>]*)>", page)
    assert [one for one in choices if "|" not in one] == []
    assert "{" not in page
    assert "[[" not in page


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_first_page_ends_no_line_in_dots(language: str, run: Run) -> None:
    lines = run("--help", SMARTPLAN_LANG=language).stdout.split("\n")[1:]

    assert [line for line in lines if line.endswith("...")] == []


def test_arguments_are_shown_as_they_are_written(run: Run) -> None:
    page = run("record", "--help", SMARTPLAN_LANG="id").stdout

    assert "smartplan record [PILIHAN] PLAN INDIKATOR PERIODE [NILAI]\n" in page
