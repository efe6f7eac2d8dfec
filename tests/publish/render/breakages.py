"""Ways to break a good tagged PDF on purpose, each as it could come about. What checks PDFs must see every one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

Break = Callable[[Pdf], None]


def _elements(pdf: Pdf, tag: str) -> list[Any]:
    return [
        thing
        for thing in pdf.objects
        if isinstance(thing, Dictionary)
        and thing.get("/Type") == Name.StructElem
        and thing.get("/S") == Name(f"/{tag}")
    ]


def _annotations(pdf: Pdf) -> list[Any]:
    return [annotation for page in pdf.pages for annotation in page.obj.get("/Annots", [])]


def _without(thing: Any, key: str) -> None:
    assert key in thing
    del thing[key]


def _each_without(things: list[Any], key: str) -> None:
    assert things
    for thing in things:
        _without(thing, key)


def _as(things: list[Any], tag: str) -> None:
    assert things
    for thing in things:
        thing.S = Name(f"/{tag}")


def _content(pdf: Pdf, pattern: bytes, instead: bytes, page: int = 0, count: int = 1) -> None:
    data, changed = re.subn(pattern, instead, pdf.pages[page].obj.Contents.read_bytes(), count=count, flags=re.DOTALL)
    assert changed
    pdf.pages[page].obj.Contents = pdf.make_stream(data)


def _packet(pdf: Pdf, pattern: bytes, instead: bytes) -> None:
    data, changed = re.subn(pattern, instead, pdf.Root.Metadata.read_bytes(), flags=re.DOTALL)
    assert changed
    pdf.Root.Metadata.write(data)


def _fonts(pdf: Pdf, key: str) -> list[Any]:
    return [thing for thing in pdf.objects if isinstance(thing, Dictionary) and key in thing]


def _suspects(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


def _short_row(pdf: Pdf) -> None:
    row = _elements(pdf, "TR")[1]
    row.K = Array(list(row.K)[:-1])


def _figure_without_words(pdf: Pdf) -> None:
    _elements(pdf, "P")[0].S = Name.Figure


def _figure_nowhere(pdf: Pdf) -> None:
    _without(_elements(pdf, "Figure")[0].A, "/BBox")


def _figure_off_the_page(pdf: Pdf) -> None:
    box = _elements(pdf, "Figure")[0].A.BBox
    box[0], box[2] = box[2], box[0]


def _figure_says_nothing(pdf: Pdf) -> None:
    _elements(pdf, "Figure")[0].Alt = " "


def _figure_untied(pdf: Pdf) -> None:
    page = next(n for n, page in enumerate(pdf.pages) if b"/Figure <<" in page.obj.Contents.read_bytes())
    _content(pdf, rb"/Figure <</MCID \d+>> BDC", b"/Foo BMC", page=page)


def _wrong_parent(pdf: Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[1] = owners[0]


def _link_elsewhere(pdf: Pdf) -> None:
    first, second = _annotations(pdf)[:2]
    first.StructParent, second.StructParent = int(second.StructParent), int(first.StructParent)


BREAKAGES: dict[str, Break] = {
    "no language": lambda pdf: _without(pdf.Root, "/Lang"),
    "not said to be tagged": lambda pdf: _without(pdf.Root, "/MarkInfo"),
    "tags under suspicion": _suspects,
    "window shows the file name": lambda pdf: _without(pdf.Root.ViewerPreferences, "/DisplayDocTitle"),
    "no title": lambda pdf: _packet(pdf, b"dc:title", b"dc:source"),
    "empty title": lambda pdf: _packet(pdf, b"(<dc:title>.*?<rdf:li[^>]*>).*?(</rdf:li>)", rb"\1\2"),
    "no claim to PDF/UA": lambda pdf: _packet(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "no structure tree": lambda pdf: _without(pdf.Root, "/StructTreeRoot"),
    "paragraph as picture": _figure_without_words,
    "picture without words": lambda pdf: _each_without(_elements(pdf, "Figure"), "/Alt"),
    "picture of empty words": _figure_says_nothing,
    "picture without a place": _figure_nowhere,
    "picture off the page": _figure_off_the_page,
    "picture read letter by letter": _figure_untied,
    "bars as plain text": lambda pdf: _as(_elements(pdf, "Figure"), "Bars"),
    "header cell for nothing": lambda pdf: _each_without(_elements(pdf, "TH"), "/A"),
    "heading level skipped": lambda pdf: _as(_elements(pdf, "H2"), "H4"),
    "unknown role": lambda pdf: _as(_elements(pdf, "P"), "Paragraph"),
    "cells outside a row": lambda pdf: _as(_elements(pdf, "TR")[1:2], "Div"),
    "row too short": _short_row,
    "list item as paragraph": lambda pdf: _as(_elements(pdf, "LI"), "P"),
    "list item without body": lambda pdf: _as(_elements(pdf, "LBody"), "Span"),
    "link as plain text": lambda pdf: _as(_elements(pdf, "Link"), "Span"),
    "link without words": lambda pdf: _each_without(_annotations(pdf), "/Contents"),
    "link outside the tree": lambda pdf: _each_without(_annotations(pdf), "/StructParent"),
    "links change places": _link_elsewhere,
    "Tab by chance": lambda pdf: _each_without([page.obj for page in pdf.pages], "/Tabs"),
    "page not joined to the tree": lambda pdf: _each_without([page.obj for page in pdf.pages], "/StructParents"),
    "mark owned by another": _wrong_parent,
    "page head read aloud": lambda pdf: _content(
        pdf, rb"/Artifact <</Type /Pagination /Subtype /Header>> BDC", b"/Foo BMC", page=1
    ),
    "lines read aloud": lambda pdf: _content(pdf, rb"/Artifact <</Type /Layout>> BDC", b"/Foo BMC", count=0),
    "words not read aloud": lambda pdf: _content(pdf, rb"/P <</MCID \d+>> BDC", b"/Artifact BMC"),
    "artifact around words": lambda pdf: _content(pdf, rb"(/P <</MCID \d+>> BDC)(.*?EMC)", rb"/Artifact BMC \1\2 EMC"),
    "letters cannot be copied": lambda pdf: _each_without(_fonts(pdf, "/ToUnicode"), "/ToUnicode"),
    "font not in the file": lambda pdf: _each_without(_fonts(pdf, "/FontFile2"), "/FontFile2"),
}
