"""ReportLab's canvas with one more rule: whatever is drawn belongs to an element of the structure tree or is an artifact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from typing import IO, Any

from reportlab.lib.pagesizes import A4

from coprod_desktop.publish.document import Mark
from coprod_desktop.publish.render.every_format.marks import BOX, PEN, STROKES
from coprod_desktop.publish.render.tagged import fonts, objects
from coprod_desktop.publish.render.tagged.hatching import Box, Pattern, hatching
from coprod_desktop.publish.render.tagged.images import Image
from coprod_desktop.publish.render.tagged.lines import Bit, Line, said_by
from coprod_desktop.publish.render.tagged.metadata import Metadata
from coprod_desktop.publish.render.tagged.plain_reportlab import Canvas
from coprod_desktop.publish.render.tagged.saving import SavingDocument
from coprod_desktop.publish.render.tagged.tree import Joined, Node, PageContent


class UntaggedContent(Exception):
    """Something would have been drawn that a screen reader neither reads nor knows to leave out: a bug."""


class TaggedCanvas:
    """Draws one PDF page after page. Positions are points from the lower left, y of text is its baseline."""

    def __init__(self, target: IO[bytes], about: Metadata, size: tuple[float, float] = A4) -> None:
        self._about = about
        self._pdf: Any = Canvas(
            target, pagesize=size, pdfVersion=(1, 7), lang=about.lang, invariant=1, initialFontName=fonts.REGULAR
        )
        self._pdf.setTitle(about.title)
        self._pdf.setAuthor(about.author)
        self._pdf.setSubject(about.subject)
        self._pdf.setCreator(about.creator)
        self._doc: Any = self._pdf._doc
        self._doc.__class__ = SavingDocument
        objects.set_time(self._doc, about.made_on)
        self._inside = False
        self._bookmarks = 0
        self._pages: list[objects.PdfPage] = []
        self._start_page()

    def _start_page(self) -> None:
        self._marks: list[PageContent] = []
        self._joined: list[tuple[Node, Joined]] = []

    @contextmanager
    def artifact(self, kind: str = "Layout", subtype: str = "") -> Iterator[None]:
        """All that is drawn inside is left out when the page is read aloud."""
        detail = f" /Subtype /{subtype}" if subtype else ""
        with self._marked(f"/Artifact <</Type /{kind}{detail}>> BDC"):
            yield

    @contextmanager
    def figure(self, node: Node, box: Box) -> Iterator[None]:
        """All that is drawn inside is one picture, which `node.alt` puts into words; box is all the room it takes."""
        corners = " ".join(f"{n:.2f}" for n in box)
        node.attributes = f"<</O /Layout /Placement /Block /BBox [{corners}]>>"
        with self._marked(self._begin(node.content())):
            yield

    @contextmanager
    def _marked(self, begin: str) -> Iterator[None]:
        if self._inside:
            raise UntaggedContent("marked content inside marked content")
        self._pdf._code.append(begin)
        self._inside = True
        yield
        self._inside = False
        self._pdf._code.append("EMC")

    def write(self, x: float, y: float, lines: list[Line], leading: float) -> None:
        """Draw lines of text, the first with its baseline at y."""
        code: list[str] = ["BT", f"1 0 0 1 {x:.2f} {y:.2f} Tm", f"{leading:.2f} TL"]
        plain = not any(line.turned for line in lines)
        font = colour = ""
        on_line = 0
        bits = [(number, *placed) for number, line in enumerate(lines) for placed in line.placed()]
        for content, together in groupby(bits, key=lambda one: one[2].span.content):
            group = list(together)
            if not self._inside:
                code.append(self._begin(content, "" if plain else said_by((lines[n], bit) for n, _, bit in group)))
            for number, at, bit in group:
                span = bit.span
                if not plain:
                    code.append(f"1 0 0 1 {x + at:.2f} {y - number * leading:.2f} Tm")
                elif number > on_line:
                    code.extend(["T*"] * (number - on_line))
                    on_line = number
                if span.colour != colour:
                    colour = span.colour
                    code.append(f"{_rgb(colour)} rg")
                if span.is_shaped:
                    font = self._shaped(bit, font, code)
                    continue
                for subset, chunk in span.face.font.splitString(lines[number].said(bit), self._doc):
                    wanted = f"{span.face.font.getSubsetInternalName(subset, self._doc)} {span.size:g} Tf"
                    if wanted != font:
                        font = wanted
                        code.append(font)
                    code.append(f"({self._pdf._escape(chunk)}) Tj")
            if not self._inside:
                code.append("EMC")
        self._pdf._code.extend((*code, "ET"))
        self._add_links(x, y, lines, leading)

    def _shaped(self, bit: Bit, font: str, code: list[str]) -> str:
        """Add what draws words that join or stand from right to left; return the font in use then."""
        from coprod_desktop.publish.render.tagged.shaped import shaped

        drawn, font = shaped(bit, font, self._doc)
        code.append(drawn)
        return font

    def _add_links(self, x: float, y: float, lines: list[Line], leading: float) -> None:
        """Underline what can be clicked, and make it so."""
        for number, line in enumerate(lines):
            for at, bit in line.placed() if any(bit.span.url for bit in line.bits) else ():
                if bit.span.url and not self._inside:
                    baseline = y - number * leading
                    self.rule(x + at, baseline - 0.16 * bit.span.size, bit.width, bit.span.colour, 0.06 * bit.span.size)
                    self._join(bit, bit.span.url, x + at, baseline)

    def _begin(self, content: PageContent | None, said: str = "") -> str:
        if content is None:
            raise UntaggedContent("text without a place in the structure tree")
        content.marks.append((len(self._pages), len(self._marks)))
        self._marks.append(content)
        # programs that read what is said instead of the glyphs look for it in a span
        return f"/{'Span' if said else content.owner.tag} <</MCID {len(self._marks) - 1}{said}>> BDC"

    def _join(self, bit: Bit, url: str, x: float, y: float) -> None:
        assert bit.span.content is not None
        node, size = bit.span.content.owner, bit.span.size
        rect = [round(n, 2) for n in (x, y - 0.3 * size, x + bit.width, y + size)]
        joined = Joined(len(self._pages), objects.link(rect, url, f"{bit.text.strip()} ({url})"))
        self._pdf._addAnnotation(joined.annotation)
        node.kids.append(joined)
        self._joined.append((node, joined))

    def rule(self, x: float, y: float, width: float, colour: str, thickness: float) -> None:
        """Draw a line to the right of a point, as an artifact."""
        self._decorate(f"{_rgb(colour)} rg {x:.2f} {y - thickness / 2:.2f} {width:.2f} {thickness:.2f} re f")

    def bar(self, x: float, top: float, height: float, colour: str, thickness: float) -> None:
        """Draw an upright line down from a point, as an artifact."""
        self._decorate(f"{_rgb(colour)} rg {x:.2f} {top - height:.2f} {thickness:.2f} {height:.2f} re f")

    def frame(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw the outline of a box whose lower left corner is here, as an artifact."""
        self._decorate(f"q {_rgb(colour)} RG 1 w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S Q")

    def cut(self, x: float, y: float, to_x: float, to_y: float, colour: str) -> None:
        """Draw a broken line to cut along, as an artifact."""
        self._decorate(f"q {_rgb(colour)} RG 0.8 w [5 4] 0 d {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S Q")

    def sign(self, mark: Mark, x: float, y: float, size: float, colour: str) -> None:
        """Draw a mark in a square whose lower left corner is here: the word beside it says the same."""
        unit = size / BOX
        rgb = _rgb(colour)
        code = [f"q {rgb} RG {rgb} rg {PEN * unit:.2f} w 1 J 1 j"]
        for stroke in STROKES[mark]:
            for letter, numbers in stroke.steps:
                points = [y + size - n * unit if i % 2 else x + n * unit for i, n in enumerate(numbers)]
                code.append(" ".join(f"{n:.2f}" for n in points) + f" {letter.lower()}")
            code.append("f" if stroke.filled else "S")
        self._decorate(" ".join((*code, "Q")))

    def image(self, image: Image, box: Box) -> None:
        """Draw an image into a box, inside a figure or as an artifact."""
        left, bottom, right, top = box
        name = objects.add_image(self._pdf, image)
        self._decorate(f"q {right - left:.2f} 0 0 {top - bottom:.2f} {left:.2f} {bottom:.2f} cm /{name} Do Q")

    def filled(self, box: Box, colour: str, pattern: Pattern) -> None:
        """Draw a box that is told from others by its pattern, with or without colours."""
        left, bottom, right, top = box
        edge, rgb = f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re", _rgb(colour)
        if pattern is Pattern.SOLID:
            self._decorate(f"{rgb} rg {edge} f")
            return
        strokes = [f"{a:.2f} {b:.2f} m {c:.2f} {d:.2f} l S" for a, b, c, d in hatching(box, pattern)]
        self._decorate("\n".join((f"q {edge} W n {rgb} RG 1.4 w", *strokes, f"2.4 w {edge} S Q")))

    def _decorate(self, code: str) -> None:
        if self._inside:
            self._pdf._code.append(code)
        else:
            with self.artifact():
                self._pdf._code.append(code)

    def bookmark(self, title: str, level: int, y: float) -> None:
        """Put a heading into the list of bookmarks; level 1 is the outermost."""
        self._bookmarks += 1
        key = f"heading-{self._bookmarks}"
        self._pdf.bookmarkHorizontal(key, 0, y)
        self._pdf.addOutlineEntry(title, key, level - 1, closed=level > 1)

    def next_page(self) -> None:
        """Finish this page."""
        page = objects.finish_page(self._pdf, len(self._pages))
        self._pages.append(objects.PdfPage(page, self._marks, self._joined))
        self._start_page()

    def save(self, root: Node) -> None:
        """Write the file: pages, structure tree, metadata, colour profile."""
        self._pdf.setViewerPreference("DisplayDocTitle", "true")
        objects.add_structure(self._doc, root, self._pages)
        self._pages.clear()
        objects.add_archive_parts(self._doc, self._about)
        self._pdf.save()


@cache
def _rgb(colour: str) -> str:
    """Return "#RRGGBB" as three numbers from 0 to 1."""
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.4g}" for i in (1, 3, 5))
