"""Findings as JUnit XML, which Jenkins and GitLab show as tests."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from smartplan.diagnostics import Diagnostic, Severity
from smartplan.language import Language
from smartplan.reports.identity import file_name
from smartplan.reports.text import full, message


def junit(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """A suite for each file and a case for each finding.

    Errors and warnings are failures, notes are skipped tests. Without findings one case passes:
    Jenkins takes a report without cases for a fault.
    """
    root = Element("testsuites", name="smartplan")
    files = groupby(diagnostics, key=lambda diagnostic: file_name(diagnostic.location.file))
    for name, found in files:
        _suite(root, name, list(found), language)
    if not diagnostics:
        suite = SubElement(root, "testsuite", name="smartplan", tests="1", failures="0")
        SubElement(suite, "testcase", classname="smartplan", name="validate")
    _count(root)
    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=False).join((_HEAD, "\n"))


_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def _suite(root: Element, name: str, found: Sequence[Diagnostic], language: Language) -> None:
    suite = SubElement(root, "testsuite", name=name)
    seen: Counter[str] = Counter()
    for diagnostic in found:
        title = f"{diagnostic.kind.code} {message(diagnostic, language)}"
        seen[title] += 1
        # GitLab drops the second of two equal names, and a name with lines would always be new
        unique = title if seen[title] == 1 else f"{title} ({seen[title]})"
        case = SubElement(suite, "testcase", classname=name, name=unique, file=name)
        case.set("line", str(diagnostic.location.line))
        _outcome(case, diagnostic, language)
    _count(suite)


def _outcome(case: Element, diagnostic: Diagnostic, language: Language) -> None:
    said = message(diagnostic, language)
    if diagnostic.severity is Severity.NOTE:
        outcome = SubElement(case, "skipped", message=said)
    else:
        outcome = SubElement(case, "failure", type=str(diagnostic.severity), message=said)
    outcome.text = full([diagnostic], language)


def _count(element: Element) -> None:
    element.set("tests", str(len([*element.iter("testcase")])))
    element.set("failures", str(len([*element.iter("failure")])))
    element.set("errors", "0")
    element.set("skipped", str(len([*element.iter("skipped")])))
