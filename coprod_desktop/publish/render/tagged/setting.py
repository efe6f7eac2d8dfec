"""Words into lines of type for one document: sizes, spaces, languages, links. paper.py says what is set with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coprod_desktop.domain.colours import readable
from coprod_desktop.publish.document import Document, Mark, Paragraph, Picture, Run, Tone
from coprod_desktop.publish.render.every_format.characters import Spelling
from coprod_desktop.publish.render.every_format.look import LIGHT, TONE, mark_token
from coprod_desktop.publish.render.every_format.runs import address, document_language, language, one_line
from coprod_desktop.publish.render.every_format.sides import from_right, runs_rightwards
from coprod_desktop.publish.render.every_format.staying import kept_together
from coprod_desktop.publish.render.tagged.fonts import Faces
from coprod_desktop.publish.render.tagged.images import Image, read_image
from coprod_desktop.publish.render.tagged.lines import Line, Span, break_lines
from coprod_desktop.publish.render.tagged.page_size import PageSize
from coprod_desktop.publish.render.tagged.pieces import Lead, Text
from coprod_desktop.publish.render.tagged.tree import Node

LARGE = 16
"""Points: from this size of plain text on it is large print."""


@dataclass(frozen=True)
class Sizes:
    """Type sizes and spaces in points, all from the size of plain text."""

    body: float
    lines_apart: float = 1.45
    """Distance of lines in sizes of plain text."""
    margin: float | None = None
    """Size of page number and running head, where it is set."""

    @property
    def leading(self) -> float:
        """Distance of lines of plain text."""
        return self.body * self.lines_apart

    @property
    def small(self) -> float:
        """Page number and running head: 12 points at least, in large print as large as the text (UKAAF G003)."""
        if self.margin is not None:
            return self.margin
        return self.body if self.body >= LARGE else max(12.0, self.body * 0.86)

    @property
    def margin_leading(self) -> float:
        """Distance of lines of the running head and the page number."""
        return self.small * 1.25

    def heading(self, level: int) -> tuple[float, float]:
        """Return size and leading of a heading. In very large print it is hardly larger, so that its words fit."""
        times, most, least = {1: (2.0, 36.0, 1.2), 2: (1.4, 28.0, 1.1), 3: (1.15, 24.0, 1.05)}.get(level, (1.0, 0, 1.0))
        size = max(min(self.body * times, most), self.body * least)
        return size, size * 1.25

    def space(self, lines: float) -> float:
        """Return a space given in lines of plain text."""
        return self.leading * lines


class Setting:
    """Sets words in type. `colours` are those of the paper, with the organisation's own in place of the program's."""

    def __init__(self, document: Document, faces: Faces, spelling: Spelling, sizes: Sizes, sheet: PageSize) -> None:
        self.spelling, self.sizes, self.sheet = spelling, sizes, sheet
        self.colours = {**LIGHT, "primary": readable(document.accent or LIGHT["primary"])}
        self._faces = faces
        self._lang = document_language(document)
        self._images: dict[bytes, Image | None] = {}
        self._warnings: dict[str, None] = {}

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about what is in the file only as words."""
        return (*self.spelling.warnings, *self._warnings)

    def image(self, picture: Picture) -> Image | None:
        """Return the picture as it goes into the file; None, and a warning, if it cannot be read."""
        if picture.data not in self._images:
            self._images[picture.data] = read_image(picture)
        image = self._images[picture.data]
        if image is None:
            self._warnings[f"A picture is damaged, so the PDF has only its words: {one_line(picture.alt)}"] = None
        return image

    def margin(self, text: str, most: int = 2) -> Text | None:
        """Return quiet lines for the margin of a page, cut with "…" where they are too many. None if empty."""
        size = self.sizes.small
        text = self.spelling.spell(text)[0].strip()
        while text:
            lines = self.lines(self.spans(text, None, size, self.colours["quiet"]), self.sheet.column)
            if len(lines) <= most:
                return Text(tuple(lines), size, self.sizes.margin_leading)
            text = text.rstrip("…").rstrip().rpartition(" ")[0] + "…" if " " in text else text[: len(text) // 2]
        return None

    def sign(self, block: Paragraph, shift: float = -1.75) -> Lead | None:
        """Return the drawn sign beside a paragraph, so many sizes of type from its words."""
        return None if block.mark is None else self.lead(block.mark, mark_token(block), shift)

    def lead(self, mark: Mark, token: str, shift: float) -> Lead:
        """Return a drawn sign to stand beside words."""
        return Lead(shift * self.sizes.body, mark=mark, colour=self.colours[token])

    def runs(self, runs: Iterable[Run], node: Node) -> list[Span]:
        """Return runs as spans; a language shared by all is the paragraph's, others get an element of their own."""
        spelled = []
        for run in runs:
            text, replaced = self.spelling.spell(run.text, run.lang, run.dir)
            spelled.append((run, text, None if replaced else language(run.lang, self._lang)))
        languages = {lang for _, text, lang in spelled if text.strip()}
        if len(languages) == 1 and not node.kids:
            node.lang = languages.pop()
        spans: list[Span] = []
        for run, text, lang in spelled:
            own = lang if lang != node.lang else None
            url = address(run) if text.strip() else None
            inside = node.add("Link" if url else "Span", lang=own) if url or (own and text.strip()) else node
            colour = self.colours["primary" if url and run.tone is Tone.PLAIN else TONE[run.tone]]
            right = from_right(run) and not replaced
            made = self.spans(text, inside, self.sizes.body, colour, strong=run.strong, url=url, lang=lang, right=right)
            spans += made
        return spans

    def words(self, text: str, node: Node | None, *, strong: bool = False, token: str = "text") -> list[Span]:
        """Return text as typed by someone in the size of plain text."""
        return self.spans(self.spelling.spell(text)[0], node, self.sizes.body, self.colours[token], strong=strong)

    def spans(
        self,
        text: str,
        node: Node | None,
        size: float,
        colour: str,
        *,
        strong: bool = False,
        url: str | None = None,
        lang: str | None = None,
        right: bool | None = None,
    ) -> list[Span]:
        """Return drawable text as spans; without a node for the margin or inside a figure.

        `right` says whether it is read from the right; None that its first letter says so.
        """
        if not text:
            return []
        text = kept_together(text)
        content = node.content() if node is not None else None
        right = runs_rightwards(text) if right is None else right
        return [
            Span(part, face, size, colour, content, url, lang or "", right)
            for face, part in self._faces.split(text, strong=strong)
        ]

    def lines(
        self,
        spans: Iterable[Span],
        width: float,
        indent: float = 0.0,
        *,
        right: bool | None = None,
        aligned: bool = True,
    ) -> list[Line]:
        """Return spans as lines; those read from the right stand at the right end of the column, if it is to be so."""
        spans = list(spans)
        if not any(span.from_right or span.face.joins for span in spans):
            return break_lines(spans, width)
        from coprod_desktop.publish.render.tagged.turned import turned_lines

        return turned_lines(spans, width, indent, right=right, aligned=aligned)

    def text(
        self,
        spans: Iterable[Span],
        size: float | None = None,
        leading: float | None = None,
        before: float = 0.0,
        *,
        indent: float = 0.0,
        width: float | None = None,
        quote: bool = False,
        bar_at: float | None = None,
        right: bool | None = None,
        aligned: bool = True,
    ) -> Text:
        """Return the spans as lines, in the whole column unless told. bar_at: where a quotation's line stands.

        `right` says from which side to read all of it. What is not `aligned` begins at the left whatever it says.
        """
        indent = 1.2 * self.sizes.body if quote else indent
        column = self.sheet.column if width is None else width
        lines = self.lines(spans, column - indent, indent, right=right, aligned=aligned)
        bar = self.colours["edge"] if quote or bar_at is not None else ""
        size, leading = size or self.sizes.body, leading or self.sizes.leading
        at = bar_at or 0.0
        return Text(tuple(lines), size, leading, before, indent=indent, bar=bar, bar_at=at, column=column)
