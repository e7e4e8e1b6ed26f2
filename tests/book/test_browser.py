"""Every page in a real browser: nothing on the console, nothing asked for, nothing cut off."""

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from smartplan.book.render import render
from smartplan.plan import Plan

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
DRIVER = shutil.which("chromedriver")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="Chromium and chromedriver are not here"),
]

SWITCHES = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --disable-dev-shm-usage"
)


class Browser:
    """As much of WebDriver as the tests need."""

    def __init__(self, port: int) -> None:
        self.root = f"http://127.0.0.1:{port}"
        options = {"binary": CHROMIUM, "args": SWITCHES.split()}
        logs = {"browser": "ALL", "performance": "ALL"}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": logs}
        answer = self._send("/session", {"capabilities": {"alwaysMatch": wanted}})
        self.session = f"/session/{answer['sessionId']}"

    def _send(self, path: str, body: dict[str, Any], method: str = "POST") -> Any:
        request = urllib.request.Request(
            self.root + path,
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def emulate(self, command: str, **values: Any) -> None:
        self._send(f"{self.session}/goog/cdp/execute", {"cmd": command, "params": values})

    def open(self, url: str) -> None:
        self._send(f"{self.session}/url", {"url": url})

    def run(self, script: str) -> Any:
        return self._send(f"{self.session}/execute/sync", {"script": script, "args": []})

    def console(self) -> list[str]:
        entries = self._send(f"{self.session}/se/log", {"type": "browser"})
        return [entry["message"] for entry in entries]

    def requests(self) -> list[str]:
        """Every address asked for since the last call."""
        entries = self._send(f"{self.session}/se/log", {"type": "performance"})
        messages = (json.loads(entry["message"])["message"] for entry in entries)
        return [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]

    def close(self) -> None:
        self._send(self.session, {}, "DELETE")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert DRIVER is not None
    driver = subprocess.Popen(
        [DRIVER, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        found = _started(port)
        yield found
        found.close()
    finally:
        driver.terminate()
        driver.wait(30)


def _started(port: int) -> Browser:
    for _ in range(100):
        try:
            return Browser(port)
        except urllib.error.HTTPError as error:
            pytest.skip(f"Chromium does not start: {error}")
        except OSError:
            time.sleep(0.1)
    pytest.skip("chromedriver does not answer")


@pytest.fixture(scope="module")
def site(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minimal plan's site, in a subfolder with a name that needs escaping."""
    folder = tmp_path_factory.mktemp("situs") / "sub folder"
    for path, content in render(plan, ["html"]).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_no_page_says_or_asks_for_anything(browser: Browser, site: Path) -> None:
    browser.requests()
    wrong: dict[str, object] = {}
    for page in pages(site):
        browser.open(page.as_uri())
        expected = {page.as_uri(), (site / "assets/style.css").as_uri()}
        said, asked = browser.console(), set(browser.requests())
        if said or asked != expected:
            wrong[page.name] = (said, asked - expected)
    assert wrong == {}


WIDTH = "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
FOCUSABLE = """
return [...document.querySelectorAll('.scroll')]
  .filter(region => region.scrollWidth > region.clientWidth && region.tabIndex !== 0).length
"""


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(browser: Browser, site: Path, width: int) -> None:
    """Only a table's own region may, and the keyboard reaches it."""
    browser.emulate(
        "Emulation.setDeviceMetricsOverride",
        width=width, height=800, deviceScaleFactor=1, mobile=width < 700,
    )  # fmt: skip
    wide = []
    for page in pages(site):
        browser.open(page.as_uri())
        content, window = browser.run(WIDTH)
        if content > window or browser.run(FOCUSABLE):
            wide.append((page.name, content))
    browser.emulate("Emulation.clearDeviceMetricsOverride")
    assert wide == []


CONTRAST = """
const parts = colour => colour.match(/[\\d.]+/g).map(Number);
const linear = value => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const luminance = colour => {
  const [red, green, blue] = parts(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};
const behind = element => {
  for (; element; element = element.parentElement) {
    const colour = getComputedStyle(element).backgroundColor;
    const all = parts(colour);
    if (all.length < 4 || all[3] > 0) return colour;
  }
};
const says = element => [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
const weak = new Set();
for (const element of document.querySelectorAll('body *')) {
  if (!says(element) || !element.getClientRects().length) continue;
  const one = luminance(getComputedStyle(element).color);
  const other = luminance(behind(element));
  const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  if (ratio < 4.5) weak.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
}
return [...weak];
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_can_be_read(browser: Browser, site: Path, scheme: str) -> None:
    """A contrast of at least 4.5 to 1, as WCAG 2.2 AA asks."""
    browser.emulate(
        "Emulation.setEmulatedMedia",
        features=[{"name": "prefers-color-scheme", "value": scheme}],
    )
    weak = {}
    for name in ("index.html", "buku-2/index.html", "buku-2/07-peta-jalan.html"):
        browser.open((site / name).as_uri())
        if found := browser.run(CONTRAST):
            weak[name] = found
    browser.emulate("Emulation.setEmulatedMedia", features=[])
    assert weak == {}


def test_the_keyboard_starts_at_the_way_to_the_content(browser: Browser, site: Path) -> None:
    browser.open((site / "buku-1/01-pendahuluan.html").as_uri())
    first = browser.run(
        "const e = document.querySelector('a, button, input, [tabindex=\"0\"]');"
        "e.focus(); return [e.getAttribute('href'), e.getBoundingClientRect().left]"
    )
    assert first == ["#isi", 0]
