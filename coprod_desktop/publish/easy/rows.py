"""A paper's tree as Easy Read: headings, and one idea a row, in one or two short sentences."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
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
from coprod_desktop.publish.easy.kept import has_more, kept
from coprod_desktop.publish.easy.sentences import digits, sentences
from coprod_desktop.publish.easy.words import WordList
from coprod_desktop.publish.reflow import list_for_table

SAID = "E24A"
"""Two speech bubbles: beside what people said, when nothing in it has a picture."""
MARKS = {
    Mark.TICK: "2705",
    Mark.HALF: "1F9E9",
    Mark.CLOCK: "231B",
    Mark.CROSS: "274C",
    Mark.ARROW: "27A1",
    Mark.WARN: "26A0",
    Mark.BOX: "1F4DD",
}
_SIGNS = frozenset((*MARKS.values(), SAID))
MOST_WORDS = 24
"""In a row of short sentences: four lines or five, about as high as the picture beside them."""
WITH_HARD_WORD = 28
"""In a row that explains a hard word of its own, which takes one line more."""
SHORT_FACT = 8
"""Words of a fact that stands in one row with the next: who, and by when."""
SHORT_ITEMS = 10
"""Words of two items of a list that share a row."""
MORE = "There is more in the other papers. Ask whoever gave you this paper for them."
_SHORT_FIGURE = 15
_APART = 2
"""Rows after which a suggested picture may be seen again: one that is everywhere tells nothing."""
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
    def is_english(self) -> bool:
        """Whether nothing of it is in another language."""
        return all(run.lang is None for run in self.words.runs)

    @property
    def english(self) -> str:
        """What of it the word list can know."""
        return " ".join(run.text for run in self.words.runs if run.lang is None)


Row = Heading | Sentence | Pictured


def rows(document: Document, words: WordList) -> Iterator[Row]:
    """Yield a document's blocks as headings and rows in their order, each hard word explained after its first use."""
    told = _below(kept(document.blocks), words)
    if has_more(document.blocks):
        told.append(_sentence(Paragraph((Run(MORE),)), words))
    yield from _varied(_explained(told, words), words)


def _explained(told: Sequence[Row], words: WordList) -> Iterator[Row]:
    """Yield rows, each hard word explained once: in the row that has it where there is room, else in the row after."""
    explained: set[str] = set()
    for row in told:
        if isinstance(row, Pictured) or (isinstance(row, Heading) and row.level == 1):
            yield row
            continue
        hard = [w for w in words.hard_in(row.english if isinstance(row, Sentence) else row.text) if w not in explained]
        explained.update(hard)
        meanings = [Sentence(Paragraph((Run(words.hard[word]),)), words.suggest(word)) for word in hard]
        if isinstance(row, Sentence) and row.is_english:
            yield from _joined([row, *meanings], "\n", WITH_HARD_WORD)
        else:
            yield from (row, *_joined(meanings, "\n", WITH_HARD_WORD))


def _varied(told: Iterator[Row], words: WordList) -> Iterator[Row]:
    """Yield rows without the same suggestion twice in a few rows; signs of answers always mean the same, and stay."""
    seen: deque[str | None] = deque(maxlen=_APART)
    for row in told:
        if isinstance(row, Sentence):
            if row.suggested in seen and row.suggested not in _SIGNS:
                row = replace(row, suggested=_other(row, words, seen))
            seen.append(row.suggested)
        yield row


def _other(row: Sentence, words: WordList, seen: Collection[str | None]) -> str | None:
    """Return another symbol of what a row is about, when it has its own first; None is better than one that misleads."""
    first, *others = words.suggestions(row.english) or ("",)
    others = [code for code in others if code not in seen and not words.symbols[code].general]
    return others[0] if others and first == row.suggested else None


def _joined(told: Sequence[Sentence], between: str, most: int) -> list[Sentence]:
    """Put sentences that follow one another into one row while they are at most so many words."""
    made: list[Sentence] = []
    for row in told:
        if made and len(made[-1].text.split()) + len(row.text.split()) <= most:
            runs = (*made[-1].words.runs, Run(between), *row.words.runs)
            made[-1] = Sentence(replace(made[-1].words, runs=runs), made[-1].suggested or row.suggested)
        else:
            made.append(row)
    return made


def _below(
    blocks: Sequence[Block], words: WordList, made: list[Row] | None = None, *, of_one: bool = False
) -> list[Row]:
    """Return blocks as rows, after those made before. What stands back, or is introduced, joins the row before it.

    of_one: the blocks tell of one thing, so its short facts, who and by when, share a row.
    """
    made = made or []
    for block in blocks:
        if isinstance(block, Heading):
            of_one = block.level > 2
        new = list(_block(block, words, of_one=of_one))
        last, first = made[-1] if made else None, new[0] if new else None
        if isinstance(last, Sentence) and isinstance(first, Sentence) and _belongs(block, last):
            made[-1:] = [*_joined([last, first], "\n", MOST_WORDS), *new[1:]]
        else:
            made += new
    return made


def _belongs(block: Block, before: Sentence) -> bool:
    """Tell whether a block only stands back from the row before it, or is what that row introduces."""
    if isinstance(block, Paragraph):
        return all(run.tone is Tone.QUIET for run in block.runs)
    return isinstance(block, Bullets) and before.text.endswith(":")


def _block(block: Block, words: WordList, *, of_one: bool) -> Iterator[Row]:
    match block:
        case Heading() | Pictured():
            yield block
        case Picture():
            yield Pictured(block, Paragraph((Run(block.alt),)))
        case Table():
            yield from _table(block, words)
        case Figure():
            yield from _figure(block, words)
        case Paragraph():
            yield from _paragraph(block, words)
        case Bullets():
            yield from _items(block.items, words)
        case Facts():
            yield from _facts(block, words, of_one=of_one)
        case Answer():
            said = Run(f"{YOU_SAID}: ", Tone.YOU_SAID, strong=True)
            first = _said(Paragraph((said, Run(block.heading))), words)
            yield from _below(block.blocks, words, [first], of_one=True)


def _figure(figure: Figure, words: WordList) -> Iterator[Row]:
    """Yield a figure's words in one row when they are short, else one row a bar: each says its own number."""
    if len(figure.words.split()) <= _SHORT_FIGURE:
        yield from _paragraph(Paragraph((Run(f"{figure.caption}: "), Run(figure.words))), words)
        return
    yield from _paragraph(Paragraph((Run(figure.caption, strong=True),)), words)
    for bar in figure.bars:
        yield from _paragraph(Paragraph((Run(f"{bar.label}: {bar.shown}"),), mark=bar.mark), words)


def _table(table: Table, words: WordList) -> Iterator[Row]:
    """Yield a table's caption, and each of its rows as one row: its numbers mean nothing apart from what they count."""
    for block in list_for_table(table):
        items = block.items if isinstance(block, Bullets) else ()
        for item in items:  # its first cell says what it is about
            yield replace(_sentence(item, words), suggested=words.suggest(item.runs[0].text if item.runs else ""))
        if isinstance(block, Paragraph):
            yield from _paragraph(block, words)


def _items(items: Sequence[Paragraph], words: WordList) -> Iterator[Row]:
    """Yield the items of a list; two that are only a few words each share a row."""
    before: list[Sentence] = []
    for item in items:
        for row in _paragraph(item, words):
            before[-1:] = _joined([*before[-1:], row], "\n", SHORT_ITEMS)
            yield from before[:-1]
            before = before[-1:]
    yield from before


def _facts(facts: Facts, words: WordList, *, of_one: bool) -> Iterator[Row]:
    """Yield facts, a row each; of one thing two short ones share a row: who, and by when."""
    before: list[Sentence] = []
    for label, value in facts.rows:
        row, *more = _paragraph(replace(value, runs=(Run(f"{label}: ", strong=True), *value.runs)), words)
        is_short = of_one and not more and len(row.text.split()) <= SHORT_FACT
        if is_short and not before:
            before = [row]
            continue
        yield from _joined([*before, row], "\n", 2 * SHORT_FACT) if is_short else (*before, row, *more)
        before = []
    yield from before


def _said(paragraph: Paragraph, words: WordList) -> Sentence:
    """Return people's own words as one row, however long, with nothing in them changed."""
    sentence = _sentence(paragraph, words)
    return replace(sentence, suggested=sentence.suggested or SAID)


def _paragraph(paragraph: Paragraph, words: WordList) -> Iterator[Sentence]:
    """Yield a paragraph's sentences, short ones together. What is strong, linked or in another language is never cut."""
    if paragraph.quote:
        yield _said(paragraph, words)
        return
    text = "".join(run.text for run in paragraph.runs)
    mark = paragraph.mark
    before: list[Sentence] = []
    ended = 0
    for start, end in sentences(text, tuple(_whole(paragraph))):
        runs = tuple(_cut(paragraph, start, end))
        if text[start] == "“":
            yield from (*before, _said(Paragraph(runs), words))
            before = []
            continue
        row = _sentence(Paragraph(_ended(_begun(runs))), words)
        row = row if mark is None else replace(row, suggested=MARKS[mark])
        mark = None  # it stands with the first sentence, which says it in words: "We will."
        before[-1:] = _joined([*before[-1:], row], "\n" if "\n" in text[ended:start] else " ", MOST_WORDS)
        ended = end
    yield from before


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
