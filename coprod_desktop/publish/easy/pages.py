"""A telling as blocks for any format: the cover, then each topic under its heading; hard words with what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Document, Heading, Paragraph, Pictured, Run, Tone
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.chosen import EasyRead, sentence_key
from coprod_desktop.publish.easy.telling import Sentence, Telling, Topic, plainly
from coprod_desktop.publish.easy.words import WordList, word_list

NOT_CHECKED = "This is an Easy Read draft.\nPeople have not checked it yet."
DRAFT_HEAD = "Easy Read draft, not checked yet"
_MOST_IN_ROW = 40
_KEPT_TOGETHER = 8
"""Rows: a topic of so many that is no point shares a page with others, and is not cut."""


class PartOf(NamedTuple):
    """Which part of a long paper, and of how many."""

    number: int = 1
    of: int = 1


def easy_document(
    telling: Telling, easy: EasyRead, topics: Sequence[Topic] | None = None, part: PartOf | None = None
) -> Document:
    """Return a telling as a document of headings and pictured rows only; or a part of it, which says so.

    Who drew the pictures stands on the cover: no page is there for that alone.
    """
    part = part or PartOf()
    told = telling.topics if topics is None else topics
    words = _Words(word_list())
    shown = _shower(easy)
    cover = (*_which_part(part), *telling.cover.sentences, checked(easy))
    front = [shown(row) for row in _in_rows(words.explained(cover))]
    body = [block for topic in told for block in _topic(topic, words, shown)]
    if part.number < part.of:
        body.append(shown(plainly(f"There is more.\nGo on with part {part.number + 1}.", signs.NEXT)))
    logo = (telling.logo,) if telling.logo else ()
    blocks = (*logo, *_line(telling.author), Heading(1, telling.title), *_credited(front, body), *body)
    return Document(
        title=f"{telling.title}: {telling.subject} - Easy Read{' draft' if easy.is_draft else ''}",
        lang="en-GB",
        author=telling.author,
        subject=telling.subject,
        blocks=blocks,
        running_head=_running_head(telling, easy),
        fingerprint=telling.code,
        accent=telling.accent,
    )


def _which_part(part: PartOf) -> Iterator[Sentence]:
    if part.of > 1:
        yield plainly(f"This is part {part.number} of {part.of}.\nEach part is a paper of its own.", signs.NUMBERS)


def checked(easy: EasyRead) -> Sentence:
    """Return the row that says who has read it, or that nobody has."""
    if easy.is_draft:
        words = Paragraph((Run(NOT_CHECKED, Tone.WAITING, strong=True),))
        return Sentence(words, signs.DRAFT, ours=True, fixed=True)
    on = f" on {in_words(easy.checked_on)}" if easy.checked_on else ""
    readers = f"\nThese people read it: {easy.readers}." if easy.readers else ""
    return plainly(f"{easy.checked_by} checked this paper{on}.{readers}", signs.CHECKED, tone=Tone.DONE, fixed=True)


def _line(text: str) -> Iterator[Block]:
    if text:
        yield Paragraph((Run(text, tone=Tone.QUIET),))


def _running_head(telling: Telling, easy: EasyRead) -> str:
    """Return what stands at the head of every page; a draft of a draft says only that, and what is missing inside."""
    draft = DRAFT_HEAD if easy.is_draft else f"Draft: {telling.unfinished}" if telling.unfinished else ""
    return ". ".join(filter(None, (draft, telling.running_head))) or telling.title


Show = Callable[[Sentence], Pictured]


def _topic(topic: Topic, words: _Words, shown: Show) -> Iterator[Block]:
    """Yield a topic: a point on a page of its own; what is short shares one, and is not cut."""
    is_point = any(part.label for part in topic.parts) and len(topic.parts) > 1
    together = not is_point and len(topic.sentences) <= _KEPT_TOGETHER
    yield Heading(2, topic.title, new_page=is_point, tone=topic.tone)
    rows: list[Block] = []
    for part in topic.parts:
        if part.label:
            rows.append(Heading(3, part.label, tone=part.tone))
        rows += (shown(row) for row in _in_rows(words.explained(part.sentences)))
    for n, row in enumerate(rows):
        is_kept = together and n < len(rows) - 1 and isinstance(row, Pictured)
        yield replace(row, words=replace(row.words, with_next=True)) if is_kept and isinstance(row, Pictured) else row


def _in_rows(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Put sentences that join the one before into its row, while it is short."""
    rows: list[Sentence] = []
    for one in sentences:
        last = rows[-1] if rows else None
        if last is None or not one.joins or last.words.quote or len(f"{last.text} {one.text}".split()) > _MOST_IN_ROW:
            rows.append(one)
            continue
        words = replace(last.words, runs=(*last.words.runs, Run("\n"), *one.words.runs))
        means = "\n".join(filter(None, (last.means, one.means)))
        rows[-1] = replace(last, words=words, suggested=last.suggested or one.suggested, means=means)
    return rows


def _shower(easy: EasyRead) -> Show:
    offered = cache(easy.offered)  # a long paper shows one symbol a thousand times

    def shown(row: Sentence) -> Pictured:
        words = replace(row.words, runs=(*row.words.runs, Run(f"\n{row.means}"))) if row.means else row.words
        key = sentence_key(row.text)
        if key in easy.chosen:
            return Pictured(easy.chosen[key], words)
        return Pictured(offered(row.suggested), words)

    return shown


def _credited(front: Sequence[Pictured], body: Sequence[Block]) -> Iterator[Block]:
    """Yield the cover, with everyone who drew a picture and asks to be named in its last row: never alone on a page."""
    *others, last = front
    yield from others
    drawn = (one.picture.credit for one in (*front, *body) if isinstance(one, Pictured) and one.picture)
    if names := "; ".join(dict.fromkeys(filter(None, drawn))):
        runs = (*last.words.runs, Run(f"\nPictures: {names}", Tone.QUIET))
        last = replace(last, words=replace(last.words, runs=runs))
    yield last


class _Words:
    """Hard words: bold where they stand first, and what they mean in the next sentence. Each once in a paper."""

    def __init__(self, listed: WordList) -> None:
        self._listed = listed
        self._known: set[str] = set()

    def explained(self, rows: Sequence[Sentence]) -> Iterator[Sentence]:
        """Yield rows with their hard words explained."""
        for row in rows:
            hard = [word for word in self._listed.hard_in(row.english) if word not in self._known]
            self._known.update(hard)
            if not hard:
                yield row
                continue
            meanings = "\n".join(self._listed.hard[word] for word in hard)
            if row.words.quote:  # nobody is to think that the speaker said what the word means
                yield row
                yield plainly(meanings, fixed=True)
            else:
                runs = tuple(self._bold(row.words.runs, hard))
                yield replace(row, words=replace(row.words, runs=runs), means=meanings)

    def _bold(self, runs: Sequence[Run], hard: Sequence[str]) -> Iterator[Run]:
        forms = sorted((form for word in hard for form in self._listed.forms_of(word)), key=len, reverse=True)
        pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)
        for run in runs:
            if run.lang is not None or run.strong:
                yield run
                continue
            for piece in pattern.split(run.text):
                if piece:
                    yield replace(run, text=piece, strong=piece.casefold() in forms)
