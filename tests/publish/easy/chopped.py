"""Any document as an Easy Read telling, its blocks cut at full stops: to try on every layout what any text can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

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
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.meanings import meanings
from coprod_desktop.publish.easy.sentences import digits, sentences
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, source_of
from coprod_desktop.publish.reflow import list_for_table

MARKS = {
    Mark.TICK: signs.DONE,
    Mark.HALF: "1F9E9",
    Mark.CLOCK: signs.WAITING,
    Mark.CROSS: signs.NO,
    Mark.ARROW: signs.NEXT,
    Mark.WARN: signs.WARN,
    Mark.BOX: signs.DRAFT,
}
_ENDS = ".!?…:;"
_CLOSES = '”"’)]'


def of_document(document: Document) -> Telling:
    """Return a document as a telling: what stands before its first heading is the cover."""
    title, cover, topics = document.title, list[Sentence](), list[Topic]()
    logo = None
    for block in document.blocks:
        match block:
            case Heading() if block.level == 1:
                title = block.text
            case Heading() if block.level == 2:
                topics.append(Topic(f"topic-{len(topics) + 1}", block.text, ()))
            case Answer():
                topics.append(_answer(block, len(topics) + 1))
            case Picture():
                logo = logo or block
            case _ if topics:
                topics[-1] = _with(topics[-1], block)
            case _:
                cover += _rows(block)
    return Telling(
        title=title,
        subject=document.subject,
        cover=Topic("", title, (Part(Place.MORE, tuple(cover)),), source=source_of(document.blocks)),
        topics=tuple(t for t in topics if t.sentences),
        author=document.author,
        running_head=document.running_head,
        fingerprint=document.fingerprint,
        accent=document.accent,
        logo=logo,
    )


def _with(topic: Topic, block: Block) -> Topic:
    """Return a topic with one more block: a smaller heading begins a part of it."""
    if isinstance(block, Heading):
        return replace(topic, parts=(*topic.parts, Part(Place.MORE, (), block.text)))
    rows = tuple(_rows(block))
    if not topic.parts:
        return replace(topic, parts=(Part(Place.MORE, rows),))
    *others, last = topic.parts
    return replace(topic, parts=(*others, replace(last, sentences=(*last.sentences, *rows))))


def _answer(block: Answer, number: int) -> Topic:
    words = Sentence(Paragraph((Run(block.heading),)), meanings().offer(block.heading) or signs.SAID)
    ours = tuple(row for part in block.blocks for row in _rows(part))
    parts = (Part(Place.YOU_SAID, (words,)), Part(Place.WE_WILL, ours, "Our answer", Tone.WE_WILL))
    return Topic(f"point-{number}", f"{block.number or number}. {YOU_SAID}", parts, Tone.YOU_SAID)


def _rows(block: Block) -> Iterator[Sentence]:
    match block:
        case Paragraph():
            yield from _paragraph(block)
        case Bullets():
            for item in block.items:
                yield from _paragraph(item)
        case Facts():
            for label, value in block.rows:
                yield from _paragraph(replace(value, runs=(Run(f"{label.rstrip(' :')}: ", strong=True), *value.runs)))
        case Table():
            yield from _table(block)
        case Figure():
            yield from _paragraph(Paragraph((Run(f"{block.caption}: {block.words}"),)))
        case Pictured():
            yield Sentence(block.words)
        case _:
            return


def _table(block: Table) -> Iterator[Sentence]:
    """Yield each row of a table as one row: its numbers mean nothing apart from what they count."""
    for part in list_for_table(block):
        if isinstance(part, Bullets):
            yield from (Sentence(item) for item in part.items)
        elif isinstance(part, Paragraph):
            yield from _paragraph(part)


def _paragraph(paragraph: Paragraph) -> Iterator[Sentence]:
    """Yield a paragraph's sentences. What is strong, linked or in another language is never cut."""
    paragraph = replace(paragraph, runs=tuple(run for run in paragraph.runs if not run.aside))
    if paragraph.quote:
        if paragraph.runs:
            yield Sentence(paragraph, signs.TALK, fixed=True)
        return
    text = "".join(run.text for run in paragraph.runs)
    sign = MARKS.get(paragraph.mark) if paragraph.mark else None
    for start, end in sentences(text, tuple(_whole(paragraph))):
        runs = _ended(_begun(tuple(_cut(paragraph, start, end))))
        words = "".join(run.text for run in runs if run.lang is None)
        yield Sentence(Paragraph(runs), sign or meanings().offer(words))
        sign = None


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


def _begun(runs: Sequence[Run]) -> tuple[Run, ...]:
    first, *others = runs
    if not _may_cut(first):
        return tuple(runs)
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
