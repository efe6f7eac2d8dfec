"""The handbook's pages as they are written: a small part of Markdown, parsed into values, and looked through for words.

Known are headings, paragraphs, lists with "- " or "1. ", **names on the screen**, `what one types`, links to other pages
and to addresses, pictures on a line of their own, and {{facts}} that the program fills in. All else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_FACT = re.compile(r"\{\{([a-z ]+)\}\}")
_PICTURE = re.compile(r"!\[([^\]]+)\]\(pictures/([a-z_]+)\.png\)")
_INSIDE = re.compile(r"\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)")
_NUMBERED = re.compile(r"(\d+)\. +(.+)")
_STRAY = re.compile(r"[*`\[\]{}]|^>|^\|")


@dataclass(frozen=True)
class Piece:
    """A piece of a sentence. `strong`: a name on the screen; `typed`: what one types; `link`: a page's name or an address."""

    text: str
    strong: bool = False
    typed: bool = False
    link: str = ""


@dataclass(frozen=True)
class Block:
    """One block. `level` is a heading's; `number` that of a step; `bullet`: one thing of a list."""

    pieces: tuple[Piece, ...]
    level: int = 0
    number: int = 0
    bullet: bool = False

    @property
    def words(self) -> str:
        """All of it as plain text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Shot:
    """A picture by its name, and the words that say what it shows."""

    picture: str
    alt: str


@dataclass(frozen=True)
class HandbookPage:
    """One page. `name` is its file's."""

    name: str
    title: str
    blocks: tuple[Block | Shot, ...]


@dataclass(frozen=True)
class Hit:
    """A line of a page that has the words that were looked for."""

    page: HandbookPage
    words: str


def filled(text: str, facts: Mapping[str, str]) -> str:
    """Return a page's text with the program's own facts in it. ValueError for a fact that it does not have."""

    def fact(found: re.Match[str]) -> str:
        if found[1] not in facts:
            raise ValueError(f"no such fact: {found[1]!r}")
        return facts[found[1]]

    return _FACT.sub(fact, text)


def parse(name: str, text: str) -> HandbookPage:
    """Return a page. ValueError, with the line, for what is not known."""
    blocks: list[Block | Shot] = []
    for number, paragraph in enumerate(_paragraphs(text)):
        if (shot := _PICTURE.fullmatch(paragraph)) is not None:
            blocks.append(Shot(shot[2], shot[1]))
        elif paragraph.startswith("#"):
            marks, _, words = paragraph.partition(" ")
            if (number == 0) is not (marks == "#") or len(marks) > 3:
                raise ValueError(f"{name}: a heading out of order: {paragraph}")
            blocks.append(Block((Piece(words),), level=len(marks)))
        elif (step := _NUMBERED.fullmatch(paragraph)) is not None:
            blocks.append(Block(_pieces(name, step[2]), number=int(step[1])))
        else:
            bullet = paragraph.startswith("- ")
            blocks.append(Block(_pieces(name, paragraph.removeprefix("- ")), bullet=bullet))
    first = blocks[0]
    if not isinstance(first, Block) or not first.level:
        raise ValueError(f"{name}: the first line is no title")
    return HandbookPage(name, first.words, tuple(blocks))


def _paragraphs(text: str) -> Sequence[str]:
    """Return the blocks of a text: each thing of a list is one, lines that follow belong to what they follow."""
    found: list[str] = []
    fresh = True
    for line in text.splitlines():
        words = line.strip()
        if words and (fresh or words.startswith(("- ", "#")) or _NUMBERED.fullmatch(words)):
            found.append(words)
        elif words:
            found[-1] += f" {words}"
        fresh = not words
    return found


def _pieces(name: str, text: str) -> tuple[Piece, ...]:
    pieces, at = list[Piece](), 0
    for found in _INSIDE.finditer(text):
        pieces.append(Piece(text[at : found.start()]))
        strong, typed, words, link = found.groups()
        pieces.append(Piece(strong or typed or words, bool(strong), bool(typed), (link or "").removesuffix(".md")))
        at = found.end()
    pieces.append(Piece(text[at:]))
    if any(_STRAY.search(piece.text) for piece in pieces if not (piece.strong or piece.typed or piece.link)):
        raise ValueError(f"{name}: not known here: {text}")
    return tuple(piece for piece in pieces if piece.text)


def search(pages: Sequence[HandbookPage], words: str, most: int = 40) -> tuple[Hit, ...]:
    """Return the lines in which every one of these words begins a word, those in headings first."""
    wanted = [re.compile(rf"\b{re.escape(word)}") for word in words.casefold().split()]
    if not wanted:
        return ()
    hits = [
        (0 if block.level else 1, Hit(page, block.words))
        for page in pages
        for block in page.blocks
        if isinstance(block, Block) and all(one.search(block.words.casefold()) for one in wanted)
    ]
    return tuple(hit for _, hit in sorted(hits, key=lambda one: one[0]))[:most]
