"""A page of thanks to one person, with the answers to what that person said. Private: it is for nobody else.

The snapshot it is told from is one person's: made by the gate from a record with only that person's lines in it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Answer, Block, Bullets, Document, Heading, Mark, Paragraph, Run, Tone
from coprod_desktop.publish.gate.lines import something_said
from coprod_desktop.publish.imprint import headed
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.snapshot import PublicPoint, PublicQuote, PublicSnapshot, PublicUnanswered
from coprod_desktop.publish.stories import head
from coprod_desktop.publish.stories import lines as said
from coprod_desktop.publish.stories.contact import in_one_line
from coprod_desktop.publish.stories.words import counted, language, plain, quiet, sentence

KIND = "thank-you"
TITLE = "Our thanks, and our answers"
PRIVATE = "Private: for one person"


@dataclass(frozen=True, kw_only=True)
class Addressee:
    """Whom the letter is for. The name is private; it is nowhere but in the letter."""

    name: str
    """As they are called."""
    came: bool
    spoke: bool
    """True when anything at all was written down under their name."""
    kept_private: bool
    """True when they told us something that no paper may hold."""
    left_out: bool
    """True when something they told us was left out of the paper."""


def letter(snapshot: PublicSnapshot, to: Addressee, written_on: datetime.date) -> Paper:
    """Return the letter to one person."""
    said = tuple(_said(snapshot, to))
    blocks = (
        *((quiet(name),) if (name := _organisation(snapshot)) else ()),
        quiet(f"{PRIVATE}. {in_words(written_on)}"),
        Heading(1, TITLE),
        plain(f"Dear {to.name},"),
        _thanks(snapshot, to),
        *(said or _nothing(to)),
        *_close(snapshot),
    )
    document = Document(
        title=TITLE,
        lang="en-GB",
        author=_organisation(snapshot),
        subject=PRIVATE,
        blocks=blocks,
        running_head=PRIVATE,
        warnings=tuple(snapshot.warnings),
    )
    return Paper(kind=KIND, document=headed(document, snapshot))


def _organisation(snapshot: PublicSnapshot) -> str:
    return (snapshot.brand.name if snapshot.brand else None) or snapshot.organisation or ""


def _thanks(snapshot: PublicSnapshot, to: Addressee) -> Paragraph:
    held = Run(snapshot.title, strong=True)
    if to.came:
        return Paragraph((Run("Thank you for coming to "), held, Run(f" on {head.days(snapshot)}.")))
    return Paragraph((Run("Thank you for your part in "), held, Run(f", {head.days(snapshot)}.")))


def _nothing(to: Addressee) -> tuple[Block, ...]:
    if to.spoke:
        return ()
    return (plain("We did not write anything down under your name. Did we miss something? Tell us."),)


def _said(snapshot: PublicSnapshot, to: Addressee) -> Iterator[Block]:
    if snapshot.points:
        yield Heading(2, "What you told us")
        yield from (_answer(point) for point in snapshot.points)
    if snapshot.unanswered:
        yield Heading(2, "We still owe you an answer")
        yield Bullets(tuple(_waiting(thing) for thing in snapshot.unanswered))
    if also := tuple(_also(snapshot, to)):
        yield Heading(2, "You also told us")
        yield Bullets(also)
    yield from said.parked(snapshot)
    yield from _access(snapshot)


def _answer(point: PublicPoint) -> Answer:
    """Return one answer, its facts on one line: the letter is meant to be one page."""
    facts = [(f"{label}: ", words) for label, words in said.answer_facts(point)]
    line = tuple(
        run
        for n, (label, words) in enumerate(facts)
        for run in (
            Run(f" {label}" if n else label, tone=Tone.QUIET),
            Run(sentence("".join(r.text for r in words.runs))),
        )
    )
    blocks = [*map(_own_words, point.quotes), *map(plain, point.summaries), said.what_we_say(point)]
    blocks += [Paragraph(line)] if line else []
    blocks += [_going(point)] if point.going else []
    return Answer(point.you_said, tuple(blocks))


def _going(point: PublicPoint) -> Paragraph:
    last = point.updates[-1].text if point.updates else None
    words = " ".join(sentence(part) for part in (point.going, last) if part)
    return Paragraph((Run("How is it going: ", strong=True), Run(words)), mark=Mark.WARN if point.late else None)


def _waiting(thing: PublicUnanswered) -> Paragraph:
    if thing.quote is not None:
        return _own_words(thing.quote)
    return plain(sentence(thing.summary or something_said(thing.kind, thing.theme)))


def _own_words(quote: PublicQuote) -> Paragraph:
    return Paragraph((Run(f"“{quote.words}”", lang=language(quote.lang), dir=quote.dir),), quote=True)


def _also(snapshot: PublicSnapshot, to: Addressee) -> Iterator[Paragraph]:
    yield from (_own_words(quote) for quote in snapshot.also_said)
    yield from (plain(text) for text in snapshot.also_told)
    if snapshot.what_works:
        yield plain("You told us about something that works well. Thank you.")
    if snapshot.heard:
        things = counted(snapshot.heard, "thing", "things")
        yield plain(f"{things} you said needed no answer but this: thank you, we heard.")
    if to.left_out:
        yield plain("You also told us something that we left out of the paper. You can ask us why.")
    if to.kept_private:
        yield plain("You also told us something that we keep private.")


def _access(snapshot: PublicSnapshot) -> Iterator[Block]:
    many = snapshot.access.how_many
    if not many:
        return
    yield Heading(2, "What made it hard to take part")
    told = f"You told us about {counted(many, 'thing', 'things')} that made it hard to take part. We are sorry."
    if snapshot.access.what_was_done:
        yield plain(f"{told} What we did, or will do, about it:")
        yield Bullets(tuple(plain(sentence(done)) for done in snapshot.access.what_was_done))
    else:
        yield plain(f"{told} We have not written down what was done about it. Ask us.")


def _close(snapshot: PublicSnapshot) -> Iterator[Block]:
    more = "Is an answer wrong, or something missing? Tell us. You can change your mind about your words or your name."
    reach = in_one_line(snapshot) or plain(head.whom_to_ask(snapshot))
    yield Paragraph((Run(f"{more} "), *reach.runs))
