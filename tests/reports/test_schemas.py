"""Reports against the schemas of those who read them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from sample_findings import DIAGNOSTICS, NO_INDICATOR

from smartplan.diagnostics import File, Location
from smartplan.language import Language
from smartplan.reports import report

ROOT = Path(__file__).parents[2]
SCHEMAS = Path(__file__).parents[1] / "schemas"
ID = Language.INDONESIAN
URI_REFERENCE = re.compile(r"(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|\[|\]|%[0-9A-F]{2})+")


@pytest.mark.parametrize("found", [DIAGNOSTICS, ()], ids=["findings", "clean"])
@pytest.mark.parametrize(
    ("name", "schema"),
    [("sarif", "sarif-2.1.0"), ("rdjson", "rdjson"), ("gitlab", "codequality")],
)
@pytest.mark.parametrize("language", Language)
def test_a_report_keeps_its_schema(name: str, schema: str, language: Language, found) -> None:
    wanted = json.loads((SCHEMAS / f"{schema}.json").read_text("utf-8"))
    validator = jsonschema.validators.validator_for(wanted)
    validator.check_schema(wanted)
    document = json.loads(report(name)(found, language))
    assert [error.message for error in validator(wanted).iter_errors(document)] == []


def test_the_schema_of_sarif_refuses_what_is_not_sarif() -> None:
    wanted = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8"))
    document = json.loads(report("sarif")(DIAGNOSTICS, ID))
    document["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, wanted)


def _run(found=DIAGNOSTICS) -> dict:
    (run,) = json.loads(report("sarif")(found, ID))["runs"]
    return run


def test_sarif_describes_each_rule_once_and_points_at_its_page() -> None:
    rules = _run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["PRG903", "THE901", "VIS902"]
    rule = rules[0]
    assert rule["shortDescription"]["text"] == "program `…` belum memiliki indikator"
    assert rule["fullDescription"]["text"] == "Tanpa indikator, capaian tidak dapat diukur."
    assert "```yaml" in rule["help"]["markdown"]
    assert "id: e-retribusi  # ← PRG903" in rule["help"]["text"]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "warning", "note"]


def test_sarif_names_a_page_by_an_absolute_address_or_not_at_all() -> None:
    """SARIF 2.1.0, 3.49.12: an absolute URI. The page itself is in `help`."""
    assert not any("helpUri" in rule for rule in _run()["tool"]["driver"]["rules"])
    pages = "https://example.test/smartplan/blob/1f2e/docs/rules/"
    document = json.loads(report("sarif", pages)(DIAGNOSTICS, ID))
    rules = document["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["helpUri"] for rule in rules] == [
        f"{pages}PRG903.md",
        f"{pages}THE901.md",
        f"{pages}VIS902.md",
    ]
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8"))
    assert _addresses(document, schema) == {"$schema", "helpUri"}


def _addresses(value: object, schema: dict) -> set[str]:
    """The properties that the schema calls absolute URIs; all of them are."""
    absolute = {
        name
        for one in (schema, *schema["definitions"].values())
        for name, said in one.get("properties", {}).items()
        if said.get("format") == "uri"
    }
    found = set()
    for name, said in _properties(value):
        if name in absolute:
            assert re.fullmatch(r"[a-z][a-z0-9+.-]*://[^\s/]+/\S*", str(said)), (name, said)
            found.add(name)
    return found


def _properties(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for name, said in value.items():
            yield name, said
            yield from _properties(said)
    elif isinstance(value, list):
        for said in value:
            yield from _properties(said)


def test_rdjson_links_a_code_to_its_page() -> None:
    codes = [one["code"] for one in json.loads(report("rdjson")(DIAGNOSTICS, ID))["diagnostics"]]
    assert all(set(code) == {"value"} for code in codes)
    linked = json.loads(report("rdjson", "https://example.test/")(DIAGNOSTICS, ID))["diagnostics"]
    assert {one["code"]["url"] for one in linked} == {
        f"https://example.test/{code['value']}.md" for code in codes
    }


def test_a_severity_that_a_draft_changed_stands_in_the_result() -> None:
    levels = [r["level"] for r in _run()["results"] if r["ruleId"] == "PRG903"]
    assert levels == ["error", "error", "warning", "error"]


def test_sarif_names_related_places() -> None:
    (related,) = [r["relatedLocations"] for r in _run()["results"] if "relatedLocations" in r]
    assert [(one["id"], one["message"]["text"]) for one in related] == [
        (1, "penanggung jawab di sini"),
        (2, "yang menunggu"),
    ]
    assert related[0]["physicalLocation"]["artifactLocation"]["uri"] == "rencana/team.yaml"


@pytest.mark.parametrize(
    ("name", "uri", "base"),
    [
        ("rencana/programs.yaml", "rencana/programs.yaml", "SRCROOT"),
        ("rencana kota/é #1%.yaml", "rencana%20kota/%C3%A9%20%231%25.yaml", "SRCROOT"),
        ("a:b/c.yaml", "a%3Ab/c.yaml", "SRCROOT"),
        ("/srv/rencana/a b.yaml", "file:///srv/rencana/a%20b.yaml", None),
        ("C:/rencana/a b.yaml", "file:///C:/rencana/a%20b.yaml", None),
    ],
)
def test_a_file_is_a_uri(name: str, uri: str, base: str | None) -> None:
    found = NO_INDICATOR.at(Location.start_of(File(name, "")), program="p")
    (result,) = _run([found])["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == uri
    assert artifact.get("uriBaseId") == base
    assert URI_REFERENCE.fullmatch(uri)


def test_a_message_holds_no_link() -> None:
    texts = [result["message"]["text"] for result in _run()["results"]]
    assert any(r"\[klik\](https" in text for text in texts)
    assert not any(re.search(r"(?<!\\)\[[^\]\\]*\]\(", text) for text in texts)


def test_the_documented_json_is_the_json_that_is_written() -> None:
    """Each key of a finding stands in the table of `docs/json.md`, and no other does."""
    text, _, _ = (ROOT / "docs" / "json.md").read_text("utf-8").partition("\n## Perintah lain\n")
    documented = set(re.findall(r"^\| `([a-z_]+)` \|", text, re.MULTILINE))
    document = json.loads(report("json")(DIAGNOSTICS, ID))
    written = set(document)
    for finding in document["findings"]:
        written |= set(finding)
        for part in (*finding["related"], finding["fix"] or {}):
            written |= set(part)
    assert documented == written
