"""What must be true of a tagged PDF, looked up in the file itself. Each check gives sentences; none means it holds.

Other validators miss some of these (a wrong entry of the parent tree, body text marked as an artifact), so the suite
has its own, and test_breakages shows that each of them bites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name

_PAINTING = {"Tj", "TJ", "'", '"', "Do", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "EI"}
_GROUPING = {"Document", "Sect", "BlockQuote", "Span", "Link", "P", "Caption"}
_HEADINGS = {f"H{level}" for level in range(1, 7)}
_KNOWN = _GROUPING | _HEADINGS | {"Figure"} | {"L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD"}
_ONLY_UNDER = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TR": {"Table", "THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
}
_HOLDS_ONLY = {
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
_PAGE = (595.3, 841.9)
"""A4."""


@dataclass
class Element:
    """One structure element, with what it holds in order: elements, (page, mark) and joined annotations."""

    tag: str
    raw: Any
    parent: Element | None
    kids: list[Element | tuple[Any, int]] = field(default_factory=list)
    joined: list[Any] = field(default_factory=list)
    lang: str = ""
    scope: str = ""

    @property
    def elements(self) -> list[Element]:
        """The elements directly in it."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> Iterator[Element]:
        """It and all below, in reading order."""
        yield self
        for kid in self.elements:
            yield from kid.walk()


@dataclass
class PageMarks:
    """What a page's content says: the text under each mark, and complaints about how it is marked."""

    text: dict[int, str] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)


def faults(path: Path) -> list[str]:
    """Return everything that is wrong with the file."""
    with pikepdf.open(path) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            return ["no structure tree"]
        wrong = [*_about_the_file(pdf), *_about_fonts(pdf)]
        tree = read_tree(root)
        if tree is None:
            return [*wrong, "an empty structure tree"]
        pages = [_read_page(page) for page in pdf.pages]
        for number, page in enumerate(pages, 1):
            wrong += [f"page {number}: {complaint}" for complaint in page.complaints]
        return [*wrong, *_about_the_tree(tree), *_about_joins(pdf, root, tree, pages)]


def spoken(path: Path, *, alts: bool = True) -> list[str]:
    """Return the text of the innermost elements in reading order, as a screen reader goes through them.

    It says what a picture shows; alts=False gives the letters drawn in it instead.
    """
    with pikepdf.open(path) as pdf:
        texts = {page.obj.objgen: _read_page(page).text for page in pdf.pages}
        tree = read_tree(pdf.Root.StructTreeRoot)

        def say(element: Element) -> Iterator[str]:
            if alts and "/Alt" in element.raw:
                yield str(element.raw.Alt)
                return
            for kid in element.kids:
                if isinstance(kid, Element):
                    yield from say(kid)
                else:
                    yield texts[kid[0]][kid[1]]

        return list(say(tree)) if tree else []


def read_tree(root: Any) -> Element | None:
    """Return the tree of elements under a structure tree root."""
    top = list(_kids(root))
    return _element(top[0], None, None) if len(top) == 1 else None


def _element(raw: Any, parent: Element | None, page: Any) -> Element:
    element = Element(str(raw.get("/S", "/?"))[1:], raw, parent, lang=str(raw.get("/Lang", "")))
    element.scope = str(raw.get("/A", Dictionary()).get("/Scope", ""))[1:]
    page = raw.get("/Pg", page)
    for kid in _kids(raw):
        if isinstance(kid, int):
            element.kids.append((page.objgen if page is not None else None, kid))
        elif kid.get("/Type") == Name.MCR:
            element.kids.append((kid.get("/Pg", page).objgen, int(kid.MCID)))
        elif kid.get("/Type") == Name.OBJR:
            element.joined.append(kid.Obj.objgen)
        else:
            element.kids.append(_element(kid, element, page))
    return element


def _kids(raw: Any) -> Iterable[Any]:
    kids = raw.get("/K")
    if kids is None:
        return ()
    return list(kids) if isinstance(kids, Array) else (kids,)


def _about_the_file(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield "no language"
    marked = root.get("/MarkInfo", Dictionary())
    if marked.get("/Marked") is not True or marked.get("/Suspects") is True:
        yield "not marked as tagged, or under suspicion"
    if root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle") is not True:
        yield "the window would show the file name, not the title"
    packet = root.Metadata.read_bytes().decode()
    title = ElementTree.fromstring(packet).find(".//{http://purl.org/dc/elements/1.1/}title/*/*")
    if title is None or not title.text or title.text != str(pdf.docinfo.get("/Title", "")):
        yield "no title, or two different ones"
    for claim in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        if claim not in packet:
            yield f"does not say {claim}"
    for number, page in enumerate(pdf.pages, 1):
        if page.obj.get("/Tabs") != Name.S:
            yield f"page {number}: Tab does not follow the structure"


def _about_fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.Font:
            name = str(thing.get("/BaseFont", ""))
            if "/ToUnicode" not in thing:
                yield f"{name}: no way back from glyphs to letters"
            if "/FontFile2" not in thing.get("/FontDescriptor", Dictionary()):
                yield f"{name}: not in the file"


def _about_the_tree(tree: Element) -> Iterator[str]:
    if tree.tag != "Document":
        yield f"the tree begins with {tree.tag}"
    level = 0
    for element in tree.walk():
        tag = element.tag
        if tag not in _KNOWN:
            yield f"unknown role {tag}"
        above = element.parent.tag if element.parent else "root"
        if tag in _ONLY_UNDER and above not in _ONLY_UNDER[tag]:
            yield f"{tag} in {above}"
        yield from (f"{kid.tag} in {tag}" for kid in element.elements if kid.tag not in _HOLDS_ONLY.get(tag, {kid.tag}))
        if element.parent is not None and element.raw.P.objgen != element.parent.raw.objgen:
            yield f"{tag} does not point back to {above}"
        if tag in _HEADINGS:
            if int(tag[1]) > level + 1:
                yield f"{tag} after H{level}"
            level = int(tag[1])
        if tag == "TH" and not element.scope:
            yield "a header cell that does not say for what"
        if tag == "Table" and len({len(row.kids) for row in element.walk() if row.tag == "TR"}) != 1:
            yield "rows of different length"
        if tag == "Link" and not element.joined:
            yield "a link that leads nowhere"
        if tag == "Figure":
            yield from _about_a_figure(element)


def _about_a_figure(figure: Element) -> Iterator[str]:
    """A picture is put into words (ISO 14289-1, 7.3) and says where on its page it is."""
    if not str(figure.raw.get("/Alt", "")).strip():
        yield "a picture without words"
    box = [float(n) for n in figure.raw.get("/A", Dictionary()).get("/BBox", [])]
    if len(box) != 4:
        yield "a picture that does not say where it is"
    elif not (0 <= box[0] < box[2] <= _PAGE[0] and 0 <= box[1] < box[3] <= _PAGE[1]):
        yield "a picture that is not on its page"
    if len(figure.kids) != 1 or figure.elements:
        yield "a picture in pieces"


def _about_joins(pdf: pikepdf.Pdf, root: Any, tree: Element, pages: list[PageMarks]) -> Iterator[str]:
    """Content, parent tree and structure tree must say the same."""
    numbers = list(root.ParentTree.Nums)
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    owner = {kid: e.raw.objgen for e in tree.walk() for kid in e.kids if not isinstance(kid, Element)}
    links = {annotation: e for e in tree.walk() for annotation in e.joined}
    for number, (page, marks) in enumerate(zip(pdf.pages, pages, strict=True), 1):
        own = page.obj.get("/StructParents")
        if own is None:
            yield f"page {number}: nothing leads from its marks to the tree"
            continue
        listed = [entry.objgen for entry in parents[int(own)]]
        for mark in marks.text:
            wanted = owner.pop((page.obj.objgen, mark), None)
            if wanted is None or mark >= len(listed) or listed[mark] != wanted:
                yield f"page {number}: mark {mark} is not where the tree says"
        for annotation in page.obj.get("/Annots", []):
            key, link = annotation.get("/StructParent"), links.get(annotation.objgen)
            if key is None or link is None or parents[int(key)].objgen != link.raw.objgen:
                yield f"page {number}: a link is not joined to its element"
            elif link.tag != "Link" or not str(annotation.get("/Contents", "")):
                yield f"page {number}: a link that does not say what it is"
    if owner:
        yield f"{len(owner)} marks of the tree are on no page"


def _read_page(page: pikepdf.Page) -> PageMarks:
    found, inside = PageMarks(), []
    fonts = {name: _letters(font) for name, font in page.resources.get("/Font", Dictionary()).items()}
    letters: dict[int, str] = {}
    instead: list[bool] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        sign = str(operator)
        if sign in ("BDC", "BMC"):
            tagged = sign == "BDC" and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]
            mark = int(operands[1].MCID) if tagged else None
            kind = "artifact" if operands[0] == Name.Artifact else "other" if mark is None else "content"
            if kind != "other" and any(around != "other" for around, _ in inside):
                found.complaints.append("marked content inside marked content")
            if mark is not None and mark in found.text:
                found.complaints.append(f"mark {mark} twice")
            if mark is not None:
                found.text.setdefault(mark, "")
            inside.append((kind, mark))
            instead.append(_says_instead(operands[1:]))
            at = next((mark for kind, mark in inside if kind == "content"), None)
            if instead[-1] and at is not None:
                found.text[at] += str(operands[1].ActualText)
        elif sign == "EMC":
            if not inside:
                found.complaints.append("an end of marked content without a beginning")
            else:
                inside.pop()
                instead.pop()
        elif sign == "Tf":
            letters = fonts[str(operands[0])]
        elif sign in _PAINTING:
            if not any(kind != "other" for kind, _ in inside):
                found.complaints.append(f"{sign} paints what is neither tagged nor an artifact")
            elif sign == "Do" and operands[0] not in page.resources.get("/XObject", Dictionary()):
                found.complaints.append("a picture that is not in the file")
            elif sign in ("Tj", "TJ") and not any(instead) and inside[-1][1] is not None:
                shown = operands[0] if sign == "TJ" else [operands[0]]
                codes = [code for part in shown if isinstance(part, pikepdf.String) for code in bytes(part)]
                found.text[inside[-1][1]] += "".join(letters.get(code, "\ufffd") for code in codes)
    if inside:
        found.complaints.append("marked content without an end")
    return found


def _says_instead(properties: list[Any]) -> bool:
    """Tell whether marked content says in full what its glyphs show only in parts, or in another order."""
    return bool(properties) and isinstance(properties[0], Dictionary) and "/ActualText" in properties[0]


def _letters(font: Any) -> dict[int, str]:
    """Return what each code of a font stands for, as its ToUnicode map says."""
    if "/ToUnicode" not in font:
        return {}
    pairs = re.findall(rb"^<([0-9A-F]{2})> <([0-9A-F]{4,})>$", font.ToUnicode.read_bytes(), re.MULTILINE)
    return {int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be") for code, letter in pairs}
