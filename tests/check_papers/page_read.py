"""A web page as a reader without sight goes through it: headings, pictures, tables, words in their order."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

_VOID = {"meta", "br", "path", "img", "rect", "link", "line", "circle"}
_RUNS = {"script", "iframe", "object", "embed", "form", "base", "link"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ELSEWHERE = ("src", "srcset", "action", "background", "poster")
Element = dict[str, str]


class Page(HTMLParser):
    """The elements of a page in order, and the words in its main part: those of drawings and pictures are none."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.words = ""
        self._open: list[Element] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = {"tag": tag, "text": "", **{name: value or "" for name, value in attrs}}
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append({"tag": tag, "text": "", **{name: value or "" for name, value in attrs}})

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1]["tag"] == tag:
            self._open.pop()
        else:
            self.elements.append({"tag": "unbalanced", "text": tag})

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element["text"] += data
        if self._reads():
            self.words += data

    def all(self, *tags: str) -> list[Element]:
        """Return the elements with these tags."""
        return [element for element in self.elements if element["tag"] in tags]

    def faults(self) -> Iterator[str]:
        """Say what keeps somebody from reading it, and what would run or be fetched."""
        yield from (f"</{element['text']}> closes nothing" for element in self.all("unbalanced"))
        if not all(element.get("lang") for element in self.all("html")):
            yield "no language"
        if [element["text"].strip() for element in self.all("title")] in ([], [""]):
            yield "no title"
        if [len(self.all(tag)) for tag in ("main", "h1")] != [1, 1]:
            yield "not one main part with one heading of the first level"
        levels = [_HEADINGS[element["tag"]] for element in self.all(*_HEADINGS)]
        yield from (f"h{after} after h{before}" for before, after in pairwise([0, *levels]) if after > before + 1)
        yield from ("a picture without words" for element in self.all("img") if not element.get("alt", "").strip())
        drawings = [e for e in self.all("svg") if e.get("aria-hidden") != "true"]
        yield from ("a drawing without words" for e in drawings if e.get("role") != "img" or not self._named(e))
        yield from ("a heading cell that does not say for what" for e in self.all("th") if not e.get("scope"))
        heads = self.elements
        tables = [heads[n + 1]["tag"] if n + 1 < len(heads) else "" for n, e in enumerate(heads) if e["tag"] == "table"]
        yield from ("a table without a caption" for first in tables if first != "caption")
        yield from (f"a link without words: {e.get('href')}" for e in self.all("a") if not e["text"].strip())
        yield from self._runs_or_fetches()

    def _runs_or_fetches(self) -> Iterator[str]:
        yield from (f"<{element['tag']}>" for element in self.all(*_RUNS))
        for element in self.elements:
            for name, value in element.items():
                if name.startswith("on") or (name in _ELSEWHERE and not value.startswith("data:image/")):
                    yield f"{name} of <{element['tag']}>: {value[:40]}"
        if not any("default-src 'none'" in element.get("content", "") for element in self.all("meta")):
            yield "no policy that nothing is fetched"

    def _named(self, element: Element) -> bool:
        by = element.get("aria-labelledby", "").split()
        return bool(element.get("aria-label")) or any(e.get("id") in by and e["text"].strip() for e in self.elements)

    def _reads(self) -> bool:
        tags = [element["tag"] for element in self._open]
        return "main" in tags and "svg" not in tags
