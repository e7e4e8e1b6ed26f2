"""Files that nobody wrote for smartplan, as a manifest and as a stage: a clear word on each."""

import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from conftest import HERE, MINIMAL, SMALL_MANIFEST
from told import Told, told

WILD = HERE / "data" / "wild"

COMPOSE = """\
services:
  web:
    image: "nginx:alpine"
    ports: ["8000:80"]
volumes:
  data: {}
"""
TWO_RESOURCES = """\
apiVersion: v1
kind: ConfigMap
metadata: {name: satu}
---
apiVersion: v1
kind: Secret
metadata: {name: dua}
"""
PLAYBOOK = """\
- hosts: all
  vars:
    sandi: !vault |
      $ANSIBLE_VAULT;1.1;AES256
      6231
"""
STACK = """\
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Ref Name
"""
HOME = """\
homeassistant: !include core.yaml
automation: !include_dir_list automations
"""
SITE = """\
site_name: Dokumen
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
"""
DEFAULTS = """\
default: &default
  adapter: sqlite3
development:
  <<: *default
"""
PLAYLIST = "- lagu: satu\n- lagu: dua\n"
PROSE = "Rencana ini disusun oleh Bappeda.\nSemua berhak membacanya.\n"
PAGE = (
    "<!DOCTYPE html>\n<html><head><title>Rencana</title></head>\n<body>Halo: dunia</body></html>\n"
)
FEED = '<?xml version="1.0"?>\n<rss/>\n'
TABLE = "No;Program;Anggaran\n1;Portal layanan;150000000\n2;Bank sampah;200000000\n"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"


def _office(name: str) -> bytes:
    """A file as Excel and Word make it: a zip archive."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, "<isi/>" * 1000)
    return raw.getvalue()


def _listing(size: int) -> bytes:
    """What an interface returns, as JSON, of about so many bytes."""
    rows = [{"id": n, "nama": f"Desa {n}", "aktif": True} for n in range(size // 45)]
    return json.dumps({"jumlah": len(rows), "data": rows}).encode()


def wild(name: str) -> bytes:
    return (WILD / f"{name}.yaml").read_bytes()


Place = tuple[int, str]
OF_ANOTHER = [(1, "SCH025")]

FILES: dict[str, tuple[bytes, list[Place]]] = {
    # files of other programs, told once
    "citation": (wild("citation"), OF_ANOTHER),
    "conda": (wild("conda"), OF_ANOTHER),
    "issue-form": (wild("issue-form"), OF_ANOTHER),
    "labeler": (wild("labeler"), OF_ANOTHER),
    "mkdocs-theme": (wild("mkdocs-theme"), [(22, "SCH025")]),
    "openapi": (wild("openapi"), OF_ANOTHER),
    "pre-commit": (wild("pre-commit"), [(2, "SCH025")]),
    "workflow": (wild("workflow"), OF_ANOTHER),
    "compose": (COMPOSE.encode(), OF_ANOTHER),
    "interface": (_listing(200_000), OF_ANOTHER),
    # of other programs, with what YAML can do and a plan does not need
    "two-resources": (TWO_RESOURCES.encode(), [(1, "SCH025"), (4, "YML004")]),
    "stack": (STACK.encode(), [(1, "SCH025"), (6, "YML006")]),
    "home": (HOME.encode(), [(1, "SCH025"), (1, "YML006")]),
    "site": (SITE.encode(), [(1, "SCH025"), (4, "YML006")]),
    "defaults": (DEFAULTS.encode(), [(1, "SCH025"), (1, "YML005")]),
    "playbook": (PLAYBOOK.encode(), [(3, "YML006")]),
    # no keys at all
    "playlist": (PLAYLIST.encode(), [(1, "SCH003")]),
    "prose": (PROSE.encode(), [(1, "SCH003")]),
    # as other programs store it
    "windows": (wild("openapi").replace(b"\n", b"\r\n"), OF_ANOTHER),
    "marked": (b"\xef\xbb\xbf" + wild("openapi"), OF_ANOTHER),
    "utf-16": (wild("openapi").decode().encode("utf-16"), [(1, "YML009")]),
    "latin-1": ("judul: Denpasar\ndaerah: Karangas\u00e9m\n".encode("latin-1"), [(2, "YML008")]),
    # no YAML, whatever the name says
    "workbook": (_office("xl/workbook.xml"), [(1, "YML026")]),
    "document": (_office("word/document.xml"), [(1, "YML026")]),
    "old-workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), [(1, "YML026")]),
    "page": (PAGE.encode(), [(1, "YML026")]),
    "feed": (FEED.encode(), [(1, "YML026")]),
    "pdf": (PDF, [(1, "YML026")]),
    "table": (TABLE.encode(), [(1, "YML026")]),
    # megabytes
    "much": (_listing(800_000), [(1, "YML015")]),
    "too-much": (_listing(3_000_000), [(1, "YML013")]),
}


def _as(name: str, raw: bytes, folder: Path) -> Told:
    (folder / "smartplan.yaml").write_text(SMALL_MANIFEST, encoding="utf-8")
    (folder / name).write_bytes(raw)
    return told(folder)


@pytest.mark.parametrize(("raw", "expected"), FILES.values(), ids=FILES)
def test_a_file_of_another_kind_is_no_manifest(
    raw: bytes, expected: list[Place], tmp_path: Path
) -> None:
    assert _as("smartplan.yaml", raw, tmp_path).of("smartplan.yaml") == expected


@pytest.mark.parametrize(("raw", "expected"), FILES.values(), ids=FILES)
def test_a_file_of_another_kind_is_no_stage(
    raw: bytes, expected: list[Place], tmp_path: Path
) -> None:
    said = _as("programs.yaml", raw, tmp_path)
    assert said.code == 1
    assert said.of("programs.yaml") == expected


def _minimal_with(files: dict[str, str], folder: Path) -> Told:
    shutil.copytree(MINIMAL, folder, dirs_exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return told(folder)


def test_a_strange_stage_is_one_finding_though_all_refer_to_it(tmp_path: Path) -> None:
    said = _minimal_with({"programs.yaml": COMPOSE}, tmp_path)
    assert said.places == [("programs.yaml", 1, "SCH025")]
    assert said.findings[0]["message"] == (
        "berkas ini tampaknya bukan tahap program dan rencana aksi: "
        "kunci `services`, `volumes` tidak dikenal"
    )
    assert said.findings[0]["hint"] == (
        "pindahkan berkas ini dari folder rencana, atau tulis kunci yang dikenal: `programs`"
    )


@pytest.mark.parametrize(
    ("copied", "name", "hint"),
    [
        (
            "vision",
            "programs",
            "isinya tahap visi dan arah pembangunan: simpan sebagai `vision.yaml`",
        ),
        ("smartplan", "programs", "isinya manifes rencana: simpan sebagai `smartplan.yaml`"),
        ("team", "smartplan", "isinya tahap tim: simpan sebagai `team.yaml`"),
    ],
)
def test_a_file_under_the_name_of_another_is_sent_home(
    copied: str, name: str, hint: str, tmp_path: Path
) -> None:
    said = _minimal_with({f"{name}.yaml": (MINIMAL / f"{copied}.yaml").read_text()}, tmp_path)
    (found,) = said.findings
    assert (found["file"], found["code"], found["hint"]) == (f"{name}.yaml", "SCH025", hint)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("programms: []\n", ["SCH001"]),  # one key, misspelt
        ("agency: []\nbody: []\n", ["SCH001", "SCH001"]),  # slips of what is known
        ("programs: []\nvision: {}\ngoals: []\n", ["SCH001", "SCH001"]),  # one key is its own
    ],
)
def test_slips_are_not_taken_for_another_file(text: str, codes: list[str], tmp_path: Path) -> None:
    name = "team.yaml" if text.startswith("agency") else "programs.yaml"
    (tmp_path / "smartplan.yaml").write_text(SMALL_MANIFEST, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert [code for _, code in told(tmp_path).of(name)] == codes


def test_a_manifest_half_written_is_told_key_by_key(tmp_path: Path) -> None:
    (tmp_path / "smartplan.yaml").write_text("smartplan: 1\njudul: Rencana\n", encoding="utf-8")
    said = told(tmp_path)
    assert said.of("smartplan.yaml") == [(1, "SCH002")] * 3 + [(2, "SCH001")]
    assert [finding["message"] for finding in said.findings] == [
        "kunci `region` belum ada",
        "kunci `period` belum ada",
        "kunci `as_of` belum ada",
        "kunci `judul` tidak dikenal di sini",  # the title is there, under an Indonesian word
    ]


def test_an_empty_manifest_is_an_error_and_an_empty_stage_is_none(tmp_path: Path) -> None:
    (tmp_path / "smartplan.yaml").write_text("# nanti\n", encoding="utf-8")
    said = told(tmp_path)
    assert (said.code, said.places) == (1, [("smartplan.yaml", 1, "YML023")])
    assert "smartplan init" in said.findings[0]["hint"]
    (tmp_path / "smartplan.yaml").write_text(SMALL_MANIFEST, encoding="utf-8")
    (tmp_path / "programs.yaml").write_text("# nanti\n", encoding="utf-8")
    said = told(tmp_path)
    assert (said.code, said.places) == (0, [("programs.yaml", 1, "YML023")])


def test_a_folder_of_something_else_is_told_once(tmp_path: Path) -> None:
    for name in ("docker-compose.yaml", "mkdocs.yml", "openapi.yaml"):
        (tmp_path / name).write_text(COMPOSE, encoding="utf-8")
    (found,) = told(tmp_path).findings
    assert (found["code"], found["message"]) == (
        "SCH015",
        "tidak ada `smartplan.yaml` di folder ini",
    )


def test_a_folder_of_plans_is_told_where_they_are(tmp_path: Path) -> None:
    for name in ("bangli", "buleleng"):
        shutil.copytree(MINIMAL, tmp_path / name)
    (found,) = told(tmp_path).findings
    assert found["hint"] == "ada rencana di `bangli`, `buleleng`: tunjuk foldernya"


def test_a_manifest_under_nearly_its_name_is_pointed_out(tmp_path: Path) -> None:
    (tmp_path / "smartplan.yml").write_text(SMALL_MANIFEST, encoding="utf-8")
    assert told(tmp_path).places == [
        ("smartplan.yaml", 1, "SCH015"),
        ("smartplan.yml", 1, "SCH012"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "extends: default\nrules:\n  braces: {level: error}\n  truthy: disable\n",
        "reload:\n  name: Reload\n  target:\n  fields:\n    a:\n      selector:\n",
    ],
    ids=["yamllint", "home-assistant"],
)
def test_a_manifest_of_another_program_is_told_once(text: str, tmp_path: Path) -> None:
    (tmp_path / "smartplan.yaml").write_text(text, encoding="utf-8")
    assert told(tmp_path).of("smartplan.yaml") == [(1, "SCH025")]
