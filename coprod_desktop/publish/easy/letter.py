"""A letter of thanks in Easy Read: the same answers to the same person, a point a page. It counts nothing and hints at nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.looked_at import QUESTIONS
from coprod_desktop.publish.dates import with_weekday
from coprod_desktop.publish.document import Paragraph, Run
from coprod_desktop.publish.easy import cover, signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.points import point_topic, quoted, told
from coprod_desktop.publish.easy.rest import done_about_it, topic
from coprod_desktop.publish.easy.shorten import without_brackets
from coprod_desktop.publish.easy.telling import GAP, Sentence, Telling, Topic, plainly
from coprod_desktop.publish.snapshot import PublicParked, PublicPoint, PublicQuote, PublicSnapshot
from coprod_desktop.publish.stories.words import language

KIND = "letter"
_SOMETHING = "You told us something."


@dataclass(frozen=True, kw_only=True)
class ToSomebody:
    """What a letter has that no paper has: how somebody is greeted, whether they came, who signs."""

    title: str
    private: str
    """Stands at the head of every page."""
    greeting: str
    came: bool
    from_whom: str
    """Names, a line each."""
    waiting: Sequence[str]
    """What is said of each thing that has no answer yet and no words that may be told, in the order of `unanswered`."""


def letter(snapshot: PublicSnapshot, to: ToSomebody) -> Telling:
    """Return the letter; the snapshot is one person's, without any text that has a gap in it."""
    topics = tuple(_topics(snapshot, to))
    front = _front(snapshot, to, answered=bool(topics))
    end = (*topic("tell-us", "Tell us what you think", _questions()),) if topics else ()
    made = cover.telling(to.title, front, (*topics, *end), snapshot, private=to.private)
    return replace(made, cover=replace(made.cover, source=""))


def _front(snapshot: PublicSnapshot, to: ToSomebody, *, answered: bool) -> Iterator[Sentence]:
    yield plainly("This letter is private.\nIt is only for you.", signs.PRIVATE, fixed=True)
    thanks = "Thank you for coming to" if to.came else "Thank you for your part in"
    held = "our meeting" if GAP.search(snapshot.title) else without_brackets(snapshot.title)
    runs = (
        Run(f"{to.greeting}\n{thanks} "),
        Run(held, strong=True),
        Run(f".\nIt was on {with_weekday(snapshot.date)}."),
    )
    yield Sentence(Paragraph(runs), code_of(snapshot.date), ours=True, fixed=True)
    if answered:
        yield plainly("You told us things.\nThis letter tells you our answers.", signs.TALK, fixed=True)
    else:
        yield plainly("It takes time and strength to take part.\nWe are glad that you did.", fixed=True)
    yield from cover.whom_to_ask(snapshot)
    yield plainly(f"With our thanks,\n{without_brackets(to.from_whom)}", signs.THANKS, fixed=True)


def _topics(snapshot: PublicSnapshot, to: ToSomebody) -> Iterator[Topic]:
    printed: set[str] = set()
    for point in snapshot.points:
        told_of = point_topic(_theirs(point), printed, kind=KIND)
        yield _without_gap(told_of) if GAP.search(point.you_said) else told_of
    yield from topic("waiting", "We still owe you an answer", _waiting(snapshot, to.waiting))
    yield from topic("also", "You also told us", _also(snapshot))
    yield from topic("parked", "For another day", _elsewhere(snapshot.parked))
    yield from topic("passed-on", "We passed this on", _elsewhere(snapshot.passed_on))
    yield from topic("access", "What made it hard to take part", _access(snapshot))


def _theirs(point: PublicPoint) -> PublicPoint:
    """Return a point as it is told to one person: their own words unsigned, nothing counted, nothing of what others said."""
    return replace(point, quotes=tuple(map(_unsigned, point.quotes)), said_by=None, said_back=None)


def _without_gap(topic: Topic) -> Topic:
    """Return a point with other words for what was said, where something in it was left out."""
    said, *ours = topic.parts
    kept = tuple(one for one in said.sentences if one.words.quote)
    return replace(topic, parts=(replace(said, sentences=(plainly(_SOMETHING, signs.SAID), *kept)), *ours))


def _unsigned(quote: PublicQuote) -> PublicQuote:
    return replace(quote, signed=None, translation=None)


def _waiting(snapshot: PublicSnapshot, without_words: Sequence[str]) -> Iterator[Sentence]:
    for thing, instead in zip(snapshot.unanswered, without_words, strict=True):
        if thing.quote is not None:
            yield from quoted(_unsigned(thing.quote))
        else:
            yield from told(thing.summary or instead, signs.SAID)


def _also(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    for quote in (*snapshot.also_said, *snapshot.interests):
        yield from quoted(_unsigned(quote))
    for text in snapshot.also_told:
        yield from told(text, signs.SAID)
    if snapshot.what_works:
        yield plainly("You told us about something that works well.\nThank you.", "1F44D")
    if snapshot.heard:
        yield plainly("For some of it we can only say: thank you, we heard.", signs.THANKS)


def _elsewhere(things: Sequence[PublicParked]) -> Iterator[Sentence]:
    for thing in things:
        lang = language(thing.lang)
        if lang is not None:
            yield Sentence(Paragraph((Run(thing.text, lang=lang, dir=thing.dir),)), signs.SAID)
        else:
            yield from told(thing.text.replace("Something said", "Something you said"), signs.SAID)
        if thing.who_has_it:
            yield from told(f"{thing.who_has_it.rstrip('.')} has it now", signs.NAME)
        else:
            yield plainly("Ask us who has it now.", signs.ASK)


def _access(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    if snapshot.access.how_many:
        yield plainly("You told us what made it hard to take part.\nWe are sorry.", signs.WARN)
        if snapshot.access.what_was_done:
            yield from done_about_it(snapshot.access.what_was_done)
        else:
            yield plainly("Ask us what we did about it.", signs.ASK)


def _questions() -> Iterator[Sentence]:
    yield from (plainly(question, signs.WHY if n == 0 else None) for n, question in enumerate(QUESTIONS))
    yield plainly("If you say no, we look at it again.", signs.AGAIN)
    yield from cover.your_words()
