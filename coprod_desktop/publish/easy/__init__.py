"""Easy Read: what a paper's tree becomes, and whose eyes have checked it. A draft until a named group has.

Practice B11: picture left, words right, one idea each, short sentences, digits not words, a hard word explained in
the next sentence, under 24 pages; labelled a draft until people with learning disabilities have read it.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from coprod_desktop import paths
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Document, Heading, Paragraph, Picture, Pictured, Run, Tone
from coprod_desktop.publish.easy.rows import Sentence, rows
from coprod_desktop.publish.easy.words import CREDIT, word_list
from coprod_desktop.publish.for_whom import FOR_WHO_CAME

SIDE = 480
"""Pixels, as the build draws the symbols."""
NOT_CHECKED = "This is an Easy Read draft. It has not been checked by people yet."
_DRAFT, _CHECKED = "1F4DD", "2705"


@dataclass(frozen=True, kw_only=True)
class EasyRead:
    """Pictures chosen by people for single sentences, and who checked the paper as it is now."""

    chosen: Mapping[str, Picture | None] = field(default_factory=dict)
    """By sentence_key of the sentence; None for "no picture here". Others are suggested from the word list."""
    checked_by: str | None = None
    checked_on: datetime.date | None = None

    @property
    def is_draft(self) -> bool:
        """True until a named group has checked it."""
        return not self.checked_by


def sentence_key(text: str) -> str:
    """Return a short code for a sentence: the same for the same words, whatever the spaces and capitals."""
    plain = " ".join(text.casefold().split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def suggest(sentence: str) -> str | None:
    """Return the code of the symbol the word list has for a sentence."""
    return word_list().suggest(sentence)


def picture(code: str) -> Picture | None:
    """Return a symbol of the word list as a picture; None for a code it does not have."""
    symbol = word_list().symbols.get(code)
    path = paths.picture(f"{code}.png")
    if symbol is None or not path.is_file():
        return None
    return Picture(path.read_bytes(), symbol.shows, SIDE, SIDE, CREDIT)


def easy_rows(document: Document) -> tuple[Heading | Sentence | Pictured, ...]:
    """Return a paper as headings and rows, each row with the symbol suggested for it."""
    return tuple(rows(document, word_list()))


def easy_document(document: Document, easy: EasyRead) -> Document:
    """Return a paper as Easy Read: headings and pictured rows only, each hard word explained in the row after."""
    symbol = cache(picture)  # a long paper shows one symbol a thousand times
    told = [_shown(row, easy, symbol) for row in easy_rows(document)]
    title = next((block for block in told if isinstance(block, Heading) and block.level == 1), None)
    body = [block for block in told if block is not title]
    blocks = (title or Heading(1, document.title), _checked(easy), *body)
    return replace(
        document,
        title=f"{document.title} - Easy Read{' draft' if easy.is_draft else ''}",
        blocks=(*blocks, *_credits(blocks)),
        running_head=_running_head(document.running_head, easy),
    )


def _shown(row: Heading | Sentence | Pictured, easy: EasyRead, symbol: Callable[[str], Picture | None]) -> Block:
    if not isinstance(row, Sentence):
        return row
    key = sentence_key(row.text)
    if key in easy.chosen:
        return Pictured(easy.chosen[key], row.words)
    return Pictured(symbol(row.suggested) if row.suggested else None, row.words)


def _checked(easy: EasyRead) -> Pictured:
    """Return the row that says who has read it, or that nobody has."""
    if easy.is_draft:
        return Pictured(picture(_DRAFT), Paragraph((Run(NOT_CHECKED, Tone.WAITING, strong=True),)))
    on = f" on {in_words(easy.checked_on)}" if easy.checked_on else ""
    return Pictured(picture(_CHECKED), Paragraph((Run(f"Checked by {easy.checked_by}{on}.", Tone.DONE),)))


def _running_head(head: str, easy: EasyRead) -> str:
    if not easy.is_draft:
        return head
    own = "Easy Read draft: not checked by people yet"
    if head.startswith("Draft"):
        return f"{own}. {head}"
    return f"{own}. {FOR_WHO_CAME}" if head.endswith(FOR_WHO_CAME) else own


def _credits(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield one line with everyone who drew a picture and asks to be named."""
    shown = [block.picture for block in blocks if isinstance(block, Pictured) and block.picture]
    if credits := "; ".join(dict.fromkeys(picture.credit for picture in shown if picture.credit)):
        yield Pictured(None, Paragraph((Run(f"Pictures: {credits}", Tone.QUIET),)))
