"""Content with one row more in each table: a format, and a need that asks for it."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coprod_desktop import paths
from coprod_desktop.services.program import content

FORMAT = {
    "name": "web-plain", "words": "Plain web page", "short": "Plain web page", "reads": "a plain web page", "about": "a web page for old phones",
    "section": "papers", "made_of": "document", "renderer": "html.page:press", "ending": "html", "apart": "plain", "also": ["cards"],
}  # fmt: skip
NEED = {
    "need": "plain web page", "group": "information format", "format": "web-plain", "kinds": ["Autistic"], "lines": ["try the page on an old phone"],
    "cue": "Say where the page is.", "lead": 6, "offered": ["webby page"], "words": ["webby page", "page for (an) old phone"],
}  # fmt: skip


@contextmanager
def one_more_row(folder: Path) -> Iterator[None]:
    """Have the program read tables that have these two rows as well."""
    folder.mkdir()
    for name in ("content", "needs", "formats"):
        data = copy.deepcopy(json.loads(paths.resource("content", f"{name}.json").read_text("utf-8")))
        for key, row in {"needs": NEED, "formats": FORMAT}.items():
            if name == key:
                data[key].append(row)
        (folder / f"{name}.json").write_text(json.dumps(data), "utf-8")
    found = paths.resource
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paths, "resource", lambda *p: folder / p[-1] if p[-1] in _NAMES else found(*p))
        _forget()
        yield
    _forget()


def _forget() -> None:
    for read in (content.load, content.known_formats, content.known_needs):
        read.cache_clear()


_NAMES = frozenset({"content.json", "needs.json", "formats.json"})
