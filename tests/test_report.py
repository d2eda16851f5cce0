"""The report in a real Chromium: what it shows, what it does when touched, and that hostile articles stay text."""

from __future__ import annotations

import base64
import json
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import trichluc
from tests.conftest import require
from trichluc.report import Page
from trichluc.report.marks import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
]  # fmt: skip

HOSTILE = (
    "</script><script>window.hit = 1</script><img src=x onerror='window.hit = 2'>\n"
    "<style>*{display:none}</style>{{ 7 * 7 }} {% raw %} &lt;b&gt; \u2028 \x00 javascript:alert(1)\n"
    "Tăng 5%<b onmouseover=window.hit=3> và giảm 7% trong năm 2020.\n]]><!-- <plaintext> \" ' ` ${window.hit = 4}"
)


class Browser:
    """As much of WebDriver as is needed, over HTTP."""

    def __init__(self, port: int, profile: Path, *extra: str) -> None:
        self._root = f"http://127.0.0.1:{port}/session"
        arguments = [*FLAGS, f"--user-data-dir={profile}", *extra]
        options = {"binary": shutil.which("chromium"), "args": arguments}
        session = self.call(
            "",
            {
                "capabilities": {
                    "alwaysMatch": {
                        "browserName": "chrome",
                        "goog:chromeOptions": options,
                        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
                    }
                }
            },
        )
        self._root += f"/{session['sessionId']}"

    def open(self, path: Path) -> None:
        self.call("/url", {"url": path.as_uri()})

    def run(self, script: str) -> Any:
        return self.call("/execute/sync", {"script": script, "args": []})

    def log(self, kind: str) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.call("/se/log", {"type": kind})
        return entries

    def screenshot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.call("/screenshot", None)))

    def quit(self) -> None:
        self.call("", None, "DELETE")

    def call(self, path: str, body: dict[str, Any] | None, method: str | None = None) -> Any:
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self._root + path, data=data, method=method, headers={"Content-Type": "application/json"})  # noqa: S310  our own loopback
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310  as above
            return json.load(answer)["value"]


@pytest.fixture(scope="module")
def driver() -> Iterator[int]:
    require("chromium")
    require("chromedriver")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/status", timeout=5).close()
            break
        except urllib.error.URLError:
            time.sleep(0.1)
    yield port
    process.terminate()
    process.wait()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    text = "Hội thi năm 2020\n\nTheo Chỉ thị số 05-CT/TW ngày 15/5/2016, sản lượng tăng 12,5%; có 12 thôn 🏆 đạt 95%.\n"
    sources = [trichluc.Source(text, "a.txt"), trichluc.Source(text.replace("12,5", "13,5"), "b.txt"), trichluc.Source(HOSTILE, "<i>c.txt")]
    view = Page()
    for source, result in zip(sources, trichluc.extract_many(sources, entities=False), strict=True):
        view.add(result, source)
    view.add(trichluc.Failure("<b>d.txt", "read", "<script>window.hit = 5</script>"), None)
    (tmp_path / "report.html").write_text("".join(view.render()), encoding="utf-8")
    return tmp_path / "report.html"


@pytest.fixture
def browser(driver: int, tmp_path: Path) -> Iterator[Browser]:
    opened = Browser(driver, tmp_path / "profile", "--window-size=1200,1000")
    yield opened
    opened.quit()


def test_texts_are_shown_as_they_are_with_every_record_marked(browser: Browser, page: Path) -> None:
    browser.open(page)
    shown = browser.run("return [...document.querySelectorAll('.text')].map(t => t.textContent)")
    assert shown[0].startswith("Hội thi năm 2020\n\nTheo Chỉ thị số 05-CT/TW")
    assert shown[2] == HOSTILE.replace("\0", "\ufffd")
    marked = browser.run("return [...document.querySelectorAll('#a0 mark')].map(m => [m.textContent, m.dataset.types])")
    assert ["12,5%", "percentage"] in marked
    assert ["95%", "percentage"] in marked


def test_hostile_articles_run_nothing_and_the_page_asks_the_network_for_nothing(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("document.querySelectorAll('mark').forEach(m => m.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})))")
    assert browser.run("return window.hit === undefined")
    assert browser.run("return document.querySelectorAll('img, plaintext, b[onmouseover], iframe, link').length") == 0
    assert browser.run("return [...document.scripts].filter(s => s.type !== 'application/json').length") == 1
    assert [entry["message"] for entry in browser.log("browser")] == []
    requests = [json.loads(entry["message"])["message"] for entry in browser.log("performance")]
    sent = [request["params"] for request in requests if request["method"] == "Network.requestWillBeSent"]
    assert [request["request"]["url"] for request in sent if request["documentURL"] == page.as_uri()] == [page.as_uri()]


def test_hovering_shows_fields_and_rule(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert browser.run("return document.getElementById('tip').hidden")
    browser.run(
        "[...document.querySelectorAll('#a0 mark')].find(m => m.textContent === '12,5%').dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))"
    )
    tip = browser.run("const tip = document.getElementById('tip'); return [tip.hidden, tip.innerText]")
    assert tip[0] is False
    assert re.search(r"value\s+12\.5", tip[1])
    assert re.search(r"rule\s+percentage\.", tip[1])
    browser.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))")
    assert browser.run("return document.getElementById('tip').hidden")


def test_filters_switch_marks_and_tables_and_search_finds_without_marks(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("document.querySelector('#filters input[data-type=percentage]').click()")
    assert browser.run("return document.querySelectorAll('mark.t-percentage').length") == 0
    assert browser.run("return document.querySelector('[data-table=percentage]').offsetHeight") == 0
    browser.run("document.querySelector('#filters input[data-type=percentage]').click()")
    assert browser.run("return document.querySelectorAll('mark.t-percentage').length") > 0
    browser.run("const box = document.getElementById('search'); box.value = 'hoi thi'; box.dispatchEvent(new Event('input'))")
    assert browser.run("return [...document.querySelectorAll('article')].map(a => a.offsetHeight > 0)") == [True, True, False]


def test_a_row_leads_to_its_place(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("document.querySelectorAll('#tables details').forEach(d => d.open = true)")
    browser.run(
        "[...document.querySelectorAll('[data-table=percentage] tr')].find(r => r.textContent.includes('13,5%')).querySelector('a').click()"
    )
    assert browser.run("return [...document.querySelectorAll('mark.on')].map(m => m.textContent)") == ["13,5%"]


@pytest.mark.parametrize("width", [360, 390])
def test_a_phone_needs_no_sideways_scrolling(driver: int, page: Path, tmp_path: Path, width: int) -> None:
    browser = Browser(driver, tmp_path / "phone")
    try:
        browser.call(
            "/goog/cdp/execute",
            {
                "cmd": "Emulation.setDeviceMetricsOverride",
                "params": {"width": width, "height": 800, "deviceScaleFactor": 2, "mobile": True},
            },
        )
        browser.open(page)
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert browser.run("return [innerWidth, document.documentElement.scrollWidth]") == [width, width]
    finally:
        browser.quit()


def test_the_dark_is_dark_and_both_are_legible(driver: int, page: Path, tmp_path: Path) -> None:
    contrast = """
        const parts = color => color.match(/[\\d.]+/g).map(Number);
        const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
        const ground = node => { for (; node; node = node.parentElement) { const c = parts(getComputedStyle(node).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } };
        return [...document.querySelectorAll('mark, .chip, h2, td, .meta, .rule, a')].filter(n => n.offsetHeight).map(n => {
            const a = light(parts(getComputedStyle(n).color)), b = light(ground(n)); return (Math.max(a, b) + .05) / (Math.min(a, b) + .05); });
    """
    for scheme in ("light", "dark"):
        browser = Browser(driver, tmp_path / scheme)
        try:
            features = [{"name": "prefers-color-scheme", "value": scheme}]
            browser.call("/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": {"features": features}})
            browser.open(page)
            browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
            red = int(browser.run("return getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]"))
            assert red < 60 if scheme == "dark" else red > 200
            assert min(browser.run(contrast)) >= 4.5
        finally:
            browser.quit()


def test_the_page_is_one_file_and_well_escaped(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", text)
    assert "window.hit = 1</script>" not in text
    assert "default-src 'none'" in text
    assert text.count("<script") == 1 + text.count('<script type="application/json"')


def test_records_that_overlap_are_all_on_the_page() -> None:
    text = "Đảng bộ tỉnh Lạng Sơn"
    records = (
        trichluc.Entity(id=0, text=text, start=0, end=21, kind="organization"),
        trichluc.Entity(id=1, text="tỉnh Lạng Sơn", start=8, end=21, kind="location"),
    )
    found = pieces(text, trichluc.Extraction(records=records))
    assert [(piece.text, piece.ids) for piece in found] == [("Đảng bộ ", (0,)), ("tỉnh Lạng Sơn", (0, 1))]
    assert pieces("", trichluc.Extraction()) == []


def test_a_large_run_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trichluc.report.page.MOST_TEXTS", 2)
    monkeypatch.setattr("trichluc.report.page.MOST_ROWS", 3)
    view = Page()
    for number in range(5):
        source = trichluc.Source(f"Tăng {number}%.", str(number))
        view.add(trichluc.extract(source.text, entities=False), source)
    text = "".join(view.render())
    assert "The texts of the first 2 articles are shown" in text
    assert "The first 3 rows" in text
    assert "5 articles" in text
