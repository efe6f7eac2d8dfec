"""What else people said, for Easy Read: not answered yet, for another day, passed on, problems with taking part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from coprod_desktop.domain.live_hour import Heard
from coprod_desktop.domain.read_back import SAID
from coprod_desktop.domain.words import EntryKind
from coprod_desktop.publish.document import Paragraph, Run
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.points import quoted, told
from coprod_desktop.publish.easy.shorten import ended, without_brackets, without_gaps
from coprod_desktop.publish.easy.telling import (
    MOST_WORDS,
    Part,
    Place,
    Sentence,
    Topic,
    plainly,
    source_of,
    word_count,
)
from coprod_desktop.publish.snapshot import PublicParked, PublicSnapshot
from coprod_desktop.publish.stories.lines import how_many
from coprod_desktop.publish.stories.words import counted, language

_THINGS = {EntryKind.QUESTION: ("question", "questions"), EntryKind.STORY: ("story", "stories")}


def topic(key: str, title: str, sentences: Iterable[Sentence], *source: object) -> Iterator[Topic]:
    """Yield a page of one part; nothing when there is nothing on it."""
    found = tuple(sentences)
    if found:
        yield Topic(key, title, (Part(Place.MORE, found),), source=source_of(key, source))


def rest(snapshot: PublicSnapshot) -> Iterator[Topic]:
    """Yield what else was said, a page each."""
    yield from topic("waiting", "Not answered yet", _waiting(snapshot), snapshot.unanswered)
    also = (snapshot.also_said, snapshot.also_told, snapshot.what_works, snapshot.heard)
    yield from topic("also", "What else people said", _also(snapshot), also)
    yield from topic("read-back", "We read it back", _read_back(snapshot), snapshot.read_back)
    yield from topic("parked", "For another day", _parked(snapshot.parked, "Nobody has it yet."), snapshot.parked)
    nobody = "We have not written down who has it."
    yield from topic("passed-on", "We passed this on", _parked(snapshot.passed_on, nobody), snapshot.passed_on)
    yield from topic("log", "What we decided and learnt", _logged(snapshot), snapshot.log)
    source = (snapshot.access, snapshot.access.needs) if snapshot.access.needs else (snapshot.access,)
    yield from topic("access", "Problems with taking part", access(snapshot), *source)
    part = snapshot.part
    took = (part.ways, part.shuts_out, part.could_not_come, part.why_method)
    yield from topic("taking-part", "How people could take part", _taking_part(snapshot), took)
    yield from topic("learnt", "What we learnt", told(part.learnt, signs.CHANGED), part.learnt)


def _taking_part(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    """Yield the ways there were, who could not come, what was tried for them, and why it was done so."""
    part = snapshot.part
    if part.ways:
        yield plainly("These were the ways to take part.", signs.PEOPLE)
    for way in part.ways:
        yield from told(f"{way[:1].upper()}{way[1:]}")
    yield from labelled("The time was hard for some people", part.shuts_out, signs.WAITING)
    yield from labelled("For people who could not come, we tried this", part.could_not_come, signs.PEOPLE)
    yield from labelled("Why we did it this way", part.why_method, signs.WHY)


def _logged(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    for line in snapshot.log:
        yield from told(line.words, signs.PAPER)


def _waiting(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    loose = [thing for thing in snapshot.unanswered if thing.point is None]  # the others have a page of their own
    if not loose:
        return
    _, many = how_many(snapshot)
    yield plainly(f"We still owe you {counted(many, 'answer', 'answers')}.", signs.WAITING)
    worded = [thing for thing in loose if thing.quote is not None or thing.summary is not None]
    for thing in worded:
        yield from quoted(thing.quote) if thing.quote else told(thing.summary, signs.SAID)
    alike = Counter((t.kind, t.theme) for t in loose if t.quote is None and t.summary is None)
    for (kind, theme), n in alike.items():
        one, several = _THINGS.get(kind, ("thing", "things"))
        about = f" about {without_gaps(theme)}" if theme else ""
        yield plainly(f"People said {n if n > 1 else 'one'} {several if n > 1 else one}{about}.", signs.SAID)


def _also(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    for quote in snapshot.also_said:
        yield from quoted(quote)
    for text in snapshot.also_told:
        yield from told(text, signs.SAID)
    if snapshot.what_works:
        people = counted(snapshot.what_works, "person", "people")
        yield plainly(f"{people} told us what works well.", "1F44D")
    if snapshot.heard:
        yield plainly(
            f"You told us {counted(snapshot.heard, 'thing', 'things')} that we can only thank you for.", signs.THANKS
        )


def _read_back(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    """Yield what the room said when each theme was read back to it; a no stays, whatever was said after it."""
    if snapshot.read_back:
        yield plainly("At the end we read out what we had heard.", signs.TALK)
    for theme, answer in snapshot.read_back:
        yield from labelled("We read this back", theme, signs.SAID)
        for one in answer.split(", then "):
            yield plainly(_BACK.get(one, f"You said: {one}."))


_BACK = {
    SAID[Heard.RIGHT]: "You said it was right.",
    SAID[Heard.CHANGE]: "You asked us to change it. We wrote that down.",
    SAID[Heard.MISSING]: "You said something was missing. We wrote it down.",
}


def _parked(things: Sequence[PublicParked], nobody: str) -> Iterator[Sentence]:
    alike = Counter((p.text, p.who_has_it, p.lang, p.dir) for p in things)
    for (text, who, lang, direction), n in alike.items():
        lang_tag = language(lang)
        if lang_tag is not None:
            yield Sentence(Paragraph((Run(text, lang=lang_tag, dir=direction),)), signs.SAID)
        elif text == "Something said":
            yield plainly(f"People said {counted(n, 'more thing', 'more things')}.", signs.SAID)
        else:
            yield from told(text, signs.SAID)
        if not who:
            yield plainly(nobody)
        elif len(who.split()) > _A_NAME:
            yield from told(who)
        else:
            yield plainly(f"{without_gaps(who).rstrip('.')} has it now.", signs.NAME)


_A_NAME = 6
"""Words of who has something; what is longer is a sentence of its own."""


def access(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    """Yield how many problems there were with taking part, and what was done."""
    many, needs = snapshot.access.how_many, snapshot.access.needs
    if needs:
        yield plainly(needs, signs.FORM)
    if many:
        yield plainly(f"{counted(many, 'thing', 'things')} made it hard for people to take part.", signs.WARN)
    if many or snapshot.access.not_met:
        yield from done_about_it(snapshot.access.what_was_done)


def done_about_it(texts: Sequence[str]) -> Iterator[Sentence]:
    """Yield what was done about such problems."""
    if not texts:
        yield plainly("We have not written down what we did about it.")
        return
    yield plainly("This is what we did, or will do:")
    for text in texts:
        yield from told(text)


def at(words: str, title: str) -> Iterator[Sentence]:
    """Yield where something was, under the name it has: "We said this at Our Say, November."."""
    line = ended(f"{words} {without_brackets(without_gaps(title))}")
    if word_count(line) <= MOST_WORDS:
        yield plainly(line)
    else:
        yield plainly(f"{words}:")
        yield from told(title)


def labelled(label: str, text: str | None, sign: str | None = None) -> Iterator[Sentence]:
    """Yield a text with what it is before it: "It was about: buses."; a longer one has that on a line of its own."""
    sentences = tuple(told(text))
    if not sentences:
        return
    first, *more = sentences
    if word_count(label) + word_count(first.text) <= MOST_WORDS:
        words = Paragraph((Run(f"{label}: "), *first.words.runs))
        yield replace(first, words=words, suggested=first.suggested or sign)
    else:
        yield plainly(f"{label}:", sign)
        yield first
    yield from more
