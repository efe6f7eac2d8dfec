"""An e-book as a reading program goes through it: its parts, what leads where, and what keeps somebody from reading it."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

_XHTML, _OPF, _SVG = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/opf}", "{http://www.w3.org/2000/svg}"
_DC, _EPUB, _XML = (
    "{http://purl.org/dc/elements/1.1/}",
    "{http://www.idpf.org/2007/ops}",
    "{http://www.w3.org/XML/1998/namespace}",
)
_PACKAGE = "EPUB/package.opf"
_BESIDE = {"mimetype", "META-INF/container.xml", _PACKAGE}
_SAID = {
    "schema:accessMode",
    "schema:accessibilityFeature",
    "schema:accessibilityHazard",
    "schema:accessibilitySummary",
}
_RUNS = {"script", "iframe", "object", "embed", "form", "base", "style"}


class Book:
    """One file, its parts read."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as source:
            self.entries = source.infolist()
            self.parts = {entry.filename: source.read(entry) for entry in self.entries}
        self.trees = {
            name: ElementTree.fromstring(data) for name, data in self.parts.items() if name.endswith(("ml", ".opf"))
        }
        self.package = self.trees[_PACKAGE]
        self.chapter = self.trees["EPUB/paper.xhtml"]

    def about(self, name: str) -> list[str]:
        """Return what the book says of itself under a name such as "dc:title" or "schema:accessMode"."""
        if name.startswith("dc:"):
            return [element.text or "" for element in self.package.iter(f"{_DC}{name[3:]}")]
        return [e.text or "" for e in self.package.iter(f"{_OPF}meta") if e.get("property") == name]

    def all(self, *tags: str) -> list[Any]:
        """Return elements of the chapter, in order."""
        wanted = {f"{_XHTML}{tag}" for tag in tags}
        return [element for element in self.chapter.iter() if element.tag in wanted]

    @property
    def contents(self) -> list[tuple[str, str]]:
        """The words of each entry in the list of contents, and where it leads."""
        return [("".join(link.itertext()), link.get("href", "")) for link in self._nav("toc").iter(f"{_XHTML}a")]

    @property
    def words(self) -> str:
        """All words of the paper in order; a drawing says what it is called."""
        (main,) = self.all("main")
        return "".join(_words(main))

    def faults(self) -> Iterator[str]:
        """Say what is wrong with it."""
        first = self.entries[0]
        if (first.filename, first.compress_type, first.extra) != ("mimetype", zipfile.ZIP_STORED, b""):
            yield "does not begin by saying what it is"
        if self.parts["mimetype"] != b"application/epub+zip":
            yield "says it is something else"
        listed = [posixpath.join("EPUB", item.get("href", "")) for item in self.package.iter(f"{_OPF}item")]
        if sorted([*listed, *_BESIDE]) != sorted(entry.filename for entry in self.entries):
            yield "the list of parts and the parts are not the same"
        ids = [item.get("id") for item in self.package.iter(f"{_OPF}item")]
        yield from (
            f"{e.get('idref')} is read and no part"
            for e in self.package.iter(f"{_OPF}itemref")
            if e.get("idref") not in ids
        )
        yield from self._about_itself()
        for name, tree in self.trees.items():
            if name.endswith(".xhtml"):
                yield from (f"{name}: {fault}" for fault in self._of_a_page(name, tree))
        levels = [int(element.tag[-1]) for element in self.all(*(f"h{n}" for n in range(1, 7)))]
        yield from (f"h{after} after h{before}" for before, after in pairwise([0, *levels]) if after > before + 1)
        if levels.count(1) != 1:
            yield "not one title"

    def _about_itself(self) -> Iterator[str]:
        for name in ("dc:identifier", "dc:title", "dc:language", "dcterms:modified"):
            if [bool(text.strip()) for text in self.about(name)] != [True]:
                yield f"not one {name}"
        yield from (f"no {name}" for name in sorted(_SAID) if not self.about(name))
        drawn = bool(self.all("img")) or any(e.get("role") == "img" for e in self.chapter.iter(f"{_SVG}svg"))
        if drawn != ("visual" in self.about("schema:accessMode")) or drawn != (
            "alternativeText" in self.about("schema:accessibilityFeature")
        ):
            yield "says it has pictures and has none, or the other way about"
        if self.about("dcterms:conformsTo"):
            yield "claims what only people can judge"

    def _of_a_page(self, name: str, tree: Any) -> Iterator[str]:
        if not tree.get("lang") or [tree.get("lang")] != self.about("dc:language"):
            yield "not the language of the book"
        if not (tree.findtext(f"{_XHTML}head/{_XHTML}title") or "").strip():
            yield "no title"
        keys = [element.get("id") for element in tree.iter() if element.get("id")]
        yield from (f"two things are called {key}" for key in sorted({key for key in keys if keys.count(key) > 1}))
        for element in tree.iter():
            tag = element.tag.rpartition("}")[2]
            if element.get("lang") != element.get(f"{_XML}lang"):
                yield f"<{tag}> has two languages"
            if tag in _RUNS or any(attribute.startswith("on") for attribute in element.attrib):
                yield f"<{tag}> runs or styles"
            if tag == "img" and not (element.get("alt") or "").strip():
                yield "a picture without words"
            if tag == "svg" and not (element.get("aria-hidden") == "true" or _named(element)):
                yield "a drawing without words"
            if tag == "th" and not element.get("scope"):
                yield "a heading cell that does not say for what"
            yield from self._leads(name, element)

    def _leads(self, name: str, element: Any) -> Iterator[str]:
        for attribute in ("href", "src"):
            url = element.get(attribute)
            if url is None or (
                attribute == "href" and url.partition(":")[0].lower() in ("http", "https", "mailto", "tel")
            ):
                continue
            place, _, key = url.partition("#")
            target = posixpath.join("EPUB", place) if place else name
            if target not in self.parts or (key and not self._has(target, key)):
                yield f"{url} leads nowhere"

    def _has(self, part: str, key: str) -> bool:
        return any(element.get("id") == key for element in self.trees[part].iter())

    def _nav(self, kind: str) -> Any:
        (found,) = [e for e in self.trees["EPUB/nav.xhtml"].iter(f"{_XHTML}nav") if e.get(f"{_EPUB}type") == kind]
        return found


def _named(drawing: Any) -> bool:
    return drawing.get("role") == "img" and bool(drawing.get("aria-label") or drawing.get("aria-labelledby"))


def _words(element: Any) -> Iterator[str]:
    if element.tag == f"{_SVG}svg":
        yield element.get("aria-label", "")
        return
    yield element.text or ""
    for kid in element:
        yield from _words(kid)
        yield kid.tail or ""
