"""Checks of web pages: our own, and in a real browser axe-core and whether a narrow screen has to be moved sideways."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Sequence
from html import escape, unescape
from pathlib import Path

from tests.check_papers import tools
from tests.check_papers.files import Made
from tests.check_papers.page_read import Page
from tests.publish.render.telling import squeeze
from tests.publish.render.word_file import as_printed

QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
]
WAYS = {
    "wide": ["--window-size=1280,1024"],
    "at 400 %": ["--window-size=1280,1024"],
    "at 400 %, dark": ["--window-size=1280,1024", "--blink-settings=preferredColorScheme=0"],
    "dark": ["--window-size=900,1024", "--blink-settings=preferredColorScheme=0"],
}
NARROW = 320
"""Pixels of the page's own that are left of 1280 at 400 %. No window of the browser gets so narrow, but a frame does."""
ASK = """
<script>
axe.run(document, {resultTypes: ["violations"]}).then(result => {
  const told = result.violations.map(v => `${v.id}: ${v.help} (${v.nodes.length}, such as ${v.nodes[0].html})`);
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) told.push(`moves sideways: ${page.scrollWidth} wide on ${page.clientWidth}`);
  const answer = document.createElement("pre");
  answer.id = "told";
  answer.textContent = JSON.stringify({passes: result.passes.length, told});
  parent.document.body.append(answer);
});
</script>
"""
TOO_WIDE = (
    '<!DOCTYPE html><html lang="en"><head><title>Wide</title></head><body><p style="width: 400px">x</p></body></html>'
)
BAD = "<!DOCTYPE html><html><head><title></title></head><body><img src='x'><h3>Late</h3><a href='#'></a></body></html>"
BAD_IN = 8
"""So many things are wrong with it."""


def own(files: Sequence[Made]) -> list[str]:
    """Our own look at each page; first a bad page, to see that the check bites."""
    if len(list(Page(BAD).faults())) < BAD_IN:
        return ["a bad page was passed"]
    found = []
    for one in files:
        page = Page(one.path.read_text(encoding="utf-8"))
        found += [f"{one.path.name}: {fault}" for fault in page.faults()]
        if squeeze(page.words) != as_printed(one.document, figures=False):
            found.append(f"{one.path.name}: other words than the paper's, or in another order")
    return found


def easy_read(files: Sequence[Made]) -> list[str]:
    """The same of Easy Read, which tells the paper in other words: at least one picture or row, and nothing amiss."""
    found = []
    for one in files:
        page = Page(one.path.read_text(encoding="utf-8"))
        found += [f"{one.path.name}: {fault}" for fault in page.faults()]
        if not any(element.get("class") == "pictured" for element in page.all("div")):
            found.append(f"{one.path.name}: nothing is told")
    return found


def axe(files: Sequence[Made], *, short: bool) -> list[str]:
    """Every page in light, dark and enlarged; first a bad page, to see that the check bites."""
    if short:
        raise tools.Missing("a browser takes too long for the short form")
    browser, script = tools.chromium(), tools.axe().read_text(encoding="utf-8")
    if len(_check(browser, script, BAD, WAYS["wide"])) < 3:
        return ["a bad page was passed: axe does not run here"]
    if not any("sideways" in told for told in _check(browser, script, TOO_WIDE, WAYS["wide"], narrow=True)):
        return ["a page that is too wide at 400 % was passed"]
    return [
        f"{one.path.name}, {way}: {told}"
        for one in files
        for way, flags in WAYS.items()
        for told in _check(browser, script, one.path.read_text(encoding="utf-8"), flags, narrow="400" in way)
    ]


def _check(browser: str, script: str, page: str, flags: list[str], *, narrow: bool = False) -> list[str]:
    """Return what axe says of a page. Its own policy forbids every script, so the copy that is opened goes without."""
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    page = page.replace("</body>", f"<script>{script}</script>{ASK}</body>")
    if narrow:
        frame = f'<iframe title="The page" width="{NARROW}" height="1024" srcdoc="{escape(page)}"></iframe>'
        page = f"<!DOCTYPE html><html><body>{frame}</body></html>"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "page.html"
        copy.write_text(page, encoding="utf-8")
        command = [browser, *QUIET, *flags, f"--user-data-dir={folder}/profile", "--virtual-time-budget=60000"]
        run = subprocess.run(
            [*command, "--dump-dom", copy.as_uri()], capture_output=True, text=True, check=True, timeout=180
        )
    answer = re.search(r'<pre id="told">(.*?)</pre>', run.stdout, re.DOTALL)
    if answer is None:
        return ["the browser gave no answer"]
    told: list[str] = json.loads(unescape(answer[1]))["told"]
    return told
