"""One tree of blocks that every format is drawn from. A new format is one new file in render/."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

YOU_SAID = "You said"
"""Printed before the words of every answer, by each renderer in its own way."""


class Tone(StrEnum):
    """What a run of text is, so that a renderer can colour it; the words say the same without colour."""

    PLAIN = "plain"
    QUIET = "quiet"
    YOU_SAID = "you said"
    WE_WILL = "we will"
    NO = "no"
    WAITING = "waiting"
    DONE = "done"


class Mark(StrEnum):
    """The drawn sign beside an answer, or the box before it; always with its word."""

    TICK = "tick"
    HALF = "half"
    CLOCK = "clock"
    CROSS = "cross"
    ARROW = "arrow"
    WARN = "warn"
    BOX = "box"
    """An empty box, to be ticked with a pen."""


@dataclass(frozen=True)
class Run:
    """A piece of text in one language. lang is a BCP 47 tag, None for the document's own."""

    text: str
    tone: Tone = Tone.PLAIN
    strong: bool = False
    lang: str | None = None
    dir: str = "ltr"
    url: str | None = None
    aside: bool = False
    """Easy Read leaves it out: what a paper can do without when it has to be short."""


@dataclass(frozen=True)
class Heading:
    """level 1 is the paper's title (once); no level is skipped."""

    level: int
    text: str
    new_page: bool = False
    """Begins a page of its own, where there are pages."""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Paragraph:
    """Runs set one after another, with the spaces they carry; a newline in a run is a line break."""

    runs: tuple[Run, ...]
    mark: Mark | None = None
    quote: bool = False
    with_next: bool = False
    """What follows, such as a signature, is not left alone on the next page."""


@dataclass(frozen=True)
class Bullets:
    """A plain list."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Facts:
    """Label and value, one a line: "Who: …", "By: …". The colon is the renderer's."""

    rows: tuple[tuple[str, Paragraph], ...]


@dataclass(frozen=True)
class Answer:
    """One thing people said and its answer, kept together on a page where it fits."""

    heading: str
    """The words under "You said", also in the table of headings. Renderers print `label` before it."""
    blocks: tuple[Paragraph | Bullets | Facts, ...]
    number: int = 0
    """The point's number, for people to say which they mean; 0 for none."""
    whose: str = YOU_SAID
    """What stands before the words: who said them."""

    @property
    def label(self) -> str:
        """What is printed before the words: "3. You said"."""
        return f"{self.number}. {self.whose}" if self.number else self.whose


@dataclass(frozen=True)
class Table:
    """Header cells and rows of plain text; the first column heads its row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    aside: bool = False
    """Easy Read leaves it out."""


@dataclass(frozen=True)
class Picture:
    """A picture as a file holds it, without anything about where or how it was made. alt says what it shows."""

    data: bytes = field(repr=False)
    """PNG or JPEG."""
    alt: str
    width: int
    """In pixels, as is the height."""
    height: int
    credit: str = ""
    """Who drew it, when their licence asks for that; said once, at the end of the paper."""
    ours: bool = False
    """Ships with the program, or is drawn by it: the same for everyone."""

    @property
    def media(self) -> str:
        """The media type, from the first bytes."""
        return "image/png" if self.data.startswith(b"\x89PNG") else "image/jpeg"


@dataclass(frozen=True)
class Bar:
    """One bar of a figure: what it stands for, how long it is, and the number in words as printed at its end."""

    label: str
    value: int
    shown: str
    tone: Tone = Tone.WE_WILL
    mark: Mark | None = None


@dataclass(frozen=True)
class Figure:
    """Numbers drawn as bars, from 0. `words` says the same in sentences, for who hears or feels the paper."""

    caption: str
    bars: tuple[Bar, ...]
    words: str
    aside: bool = False
    """Easy Read leaves it out."""


@dataclass(frozen=True)
class Pictured:
    """Easy Read: a picture, and one short sentence beside it. Kept together on a page."""

    picture: Picture | None
    words: Paragraph


Block = Heading | Paragraph | Bullets | Facts | Answer | Table | Picture | Figure | Pictured


@dataclass(frozen=True)
class Document:
    """A paper. `subject` and `author` go into the file's metadata."""

    title: str
    lang: str
    author: str
    subject: str
    blocks: tuple[Block, ...]
    running_head: str = ""
    """Said in the head of every page after the first, such as "Draft: 5 things not answered yet"."""
    warnings: tuple[str, ...] = field(default=())
    foot: str = ""
    """Said in large type at the foot of every page, at the end where there are no pages: other formats, whom to ask."""
    fingerprint: str = ""
    """The code at the foot of every copy: copies with the same code say the same."""
    accent: str | None = None
    """The organisation's colour "#RRGGBB", dark enough on white paper; None for the program's own."""
