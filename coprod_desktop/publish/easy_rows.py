"""A paper's tree as Easy Read: headings, and one idea a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coprod_desktop.publish.document import (
    YOU_SAID,
    Answer,
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    Mark,
    Paragraph,
    Picture,
    Pictured,
    Run,
    Table,
    Tone,
)
from coprod_desktop.publish.easy_sentences import digits, sentences
from coprod_desktop.publish.easy_words import WordList
from coprod_desktop.publish.reflow import lists_for_tables

SAID = "E24A"
"""Two speech bubbles: beside what people said, when nothing in it has a picture."""
MARKS = {
    Mark.TICK: "2705",
    Mark.HALF: "1F9E9",
    Mark.CLOCK: "231B",
    Mark.CROSS: "274C",
    Mark.ARROW: "27A1",
    Mark.WARN: "26A0",
}
MOST_WORDS = 15
"""In a sentence that is easy to read (practice B11)."""
_ENDS = ".!?…:;"
_CLOSES = '”"’)]'


@dataclass(frozen=True)
class Sentence:
    """One row: its words, and the symbol the word list has for it."""

    words: Paragraph
    suggested: str | None = None

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return "".join(run.text for run in self.words.runs)

    @property
    def english(self) -> str:
        """What of it the word list can know."""
        return " ".join(run.text for run in self.words.runs if run.lang is None)


Row = Heading | Sentence | Pictured


def rows(document: Document, words: WordList) -> Iterator[Row]:
    """Yield a document's blocks as headings and rows in their order, each hard word explained after its first row."""
    explained: set[str] = set()
    for row in _plain_rows(document, words):
        yield row
        if isinstance(row, Pictured) or (isinstance(row, Heading) and row.level == 1):
            continue
        for hard in words.hard_in(row.english if isinstance(row, Sentence) else row.text):
            if hard not in explained:
                explained.add(hard)
                yield Sentence(Paragraph((Run(words.hard[hard]),)), words.suggest(hard))


def _plain_rows(document: Document, words: WordList) -> Iterator[Row]:
    for block in document.blocks:
        match block:
            case Heading() | Pictured():
                yield block
            case Picture():
                yield Pictured(block, Paragraph((Run(block.alt),)))
            case Table():
                yield from _table(replace(document, blocks=(block,)), words)
            case Figure():
                yield from _figure(block, words)
            case _:
                yield from _block(block, words)


def _figure(figure: Figure, words: WordList) -> Iterator[Row]:
    """Yield a figure's words in one row when they are short, else one row a bar: each says its own number."""
    if len(figure.words.split()) <= MOST_WORDS:
        yield from _paragraph(Paragraph((Run(f"{figure.caption}: "), Run(figure.words))), words)
        return
    yield from _paragraph(Paragraph((Run(figure.caption, strong=True),)), words)
    for bar in figure.bars:
        yield from _paragraph(Paragraph((Run(f"{bar.label}: {bar.shown}"),), mark=bar.mark), words)


def _table(document: Document, words: WordList) -> Iterator[Row]:
    """Yield a table's caption, and each of its rows as one row: its numbers mean nothing apart from what they count."""
    for block in lists_for_tables(document).blocks:
        items = block.items if isinstance(block, Bullets) else ()
        yield from (_sentence(item, words) for item in items)
        if isinstance(block, Paragraph):
            yield from _paragraph(block, words)


def _block(block: Block, words: WordList) -> Iterator[Row]:
    match block:
        case Paragraph():
            yield from _paragraph(block, words)
        case Bullets():
            for item in block.items:
                yield from _paragraph(item, words)
        case Facts():
            for label, value in block.rows:
                yield from _paragraph(replace(value, runs=(Run(f"{label}: ", strong=True), *value.runs)), words)
        case Answer():
            said = Run(f"{YOU_SAID}: ", Tone.YOU_SAID, strong=True)
            yield _said(Paragraph((said, Run(block.heading))), words)
            for part in block.blocks:
                yield from _block(part, words)


def _said(paragraph: Paragraph, words: WordList) -> Sentence:
    """Return people's own words as one row, however long, with nothing in them changed."""
    sentence = _sentence(paragraph, words)
    return replace(sentence, suggested=sentence.suggested or SAID)


def _paragraph(paragraph: Paragraph, words: WordList) -> Iterator[Sentence]:
    """Yield a paragraph's sentences. What is strong, linked or in another language is never cut."""
    if paragraph.quote:
        yield _said(paragraph, words)
        return
    text = "".join(run.text for run in paragraph.runs)
    mark = paragraph.mark
    for start, end in sentences(text, tuple(_whole(paragraph))):
        runs = tuple(_cut(paragraph, start, end))
        if text[start] == "“":
            yield _said(Paragraph(runs), words)
            continue
        row = _sentence(Paragraph(_ended(_begun(runs))), words)
        yield row if mark is None else replace(row, suggested=MARKS[mark])
        mark = None  # it stands with the first sentence, which says it in words: "We will."


def _sentence(paragraph: Paragraph, words: WordList) -> Sentence:
    """Return a row with the symbol for its English words; of another language the list knows nothing."""
    row = Sentence(replace(paragraph, mark=None))
    return replace(row, suggested=words.suggest(row.english))


def _whole(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    for run, (start, _end) in _placed(paragraph):
        if run.strong or not _may_cut(run):
            yield start, start + len(run.text.rstrip())


def _may_cut(run: Run) -> bool:
    return run.lang is None and run.url is None


def _placed(paragraph: Paragraph) -> Iterator[tuple[Run, tuple[int, int]]]:
    at = 0
    for run in paragraph.runs:
        yield run, (at, at + len(run.text))
        at += len(run.text)


def _cut(paragraph: Paragraph, start: int, end: int) -> Iterator[Run]:
    """Yield the runs between two places of a paragraph's text, with numbers as digits where the words are ours."""
    for run, (first, last) in _placed(paragraph):
        text = run.text[max(start - first, 0) : max(end - first, 0)]
        if text and last > start:
            yield replace(run, text=digits(text) if _may_cut(run) else text)


def _begun(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    first, *others = runs
    if not _may_cut(first):
        return runs
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *others)


def _ended(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """End a sentence with a full stop, unless it has an end or is an address, which a stop would spoil."""
    *others, last = runs
    if not _may_cut(last):
        return runs
    text = last.text.rstrip()
    whole = text.rstrip(_CLOSES)
    word = text.rsplit(maxsplit=1)[-1:] or [""]
    if not whole or whole[-1] in _ENDS or "@" in word[0] or "/" in word[0]:
        return runs
    return (*others, replace(last, text=f"{text.rstrip(',')}."))
