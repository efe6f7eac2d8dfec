"""The cards of whoever leads in Easy Read: a part of the agenda a page, with the words to say. Private, as the cards are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coprod_desktop.publish.dates import with_weekday
from coprod_desktop.publish.document import Paragraph, Run
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.points import told
from coprod_desktop.publish.easy.shorten import ended, without_brackets
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, plainly
from coprod_desktop.publish.stories.words import at_place, counted

TITLE = "Cards for the person who leads"


@dataclass(frozen=True, kw_only=True)
class Day:
    """What the first two cards tell: times and the number of the person to ring in words."""

    private: str
    title: str
    day: date
    begins: str
    ends: str
    finish_by: str
    place: str
    leads: str
    ring: str
    number: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """One part of the agenda; times in words, "" where there are none."""

    title: str
    begins: str
    ends: str
    minutes: int
    leads: str
    is_break: bool
    reads_back: bool
    say: Sequence[str]
    after: str
    """What comes next; "" for the last part."""
    after_at: str


def cards(day: Day, parts: Sequence[Card]) -> Telling:
    """Return the cards."""
    topics = (_at_risk(day), *(_card(one, n, day.finish_by) for n, one in enumerate(parts, start=1)))
    return Telling(
        title=TITLE,
        subject=day.private,
        cover=Topic("", TITLE, (Part(Place.MORE, tuple(_front(day, len(parts)))),)),
        topics=topics,
        running_head=day.private,
    )


def _front(day: Day, many: int) -> Iterator[Sentence]:
    yield plainly("These cards are private.\nThey are only for the person who leads.", signs.PRIVATE)
    held = Run(ended(without_brackets(day.title)), strong=True)
    when = Run(f"\nThe meeting is on {with_weekday(day.day)}.")
    yield Sentence(Paragraph((held, when)), code_of(day.day), ours=True)
    ends = [f"It starts at {day.begins}.", f"It ends at {day.ends}."] if day.begins else []
    ends += [f"We have to finish by {day.finish_by}."] if day.finish_by else []
    if ends:
        yield plainly("\n".join(ends), "1F552")
    if day.place:
        yield from told(f"It is {at_place(day.place)}", signs.PLACE if at_place(day.place).startswith("at ") else None)
    if day.leads:
        yield from told(f"{day.leads} will lead the meeting", signs.PEOPLE)
    count = f"There {'is' if many == 1 else 'are'} {counted(many, 'part', 'parts')}.\nEach part has a card."
    yield replace(plainly(count), joins=bool(day.leads))


def _at_risk(day: Day) -> Topic:
    number = f"The number is {day.number}." if day.number else "Write the number on this card."
    said = (
        plainly("Stop.\nStay with the person.", "1F91A"),
        plainly("Tell the person that you must pass it on.\nTell them who to, and why.", signs.TALK),
        plainly(f"Ring {day.ring or 'your safeguarding lead'}.\n{number}", signs.PHONE),
        plainly("Write it down where your organisation keeps such things.\nDo not write it anywhere else.", signs.FORM),
    )
    first = (plainly("Is someone not safe?\nThen do this:", signs.WARN),)
    return Topic(
        "at-risk", "When someone may not be safe", (Part(Place.MORE, first), Part(Place.MORE, said, "Do this"))
    )


def _card(card: Card, number: int, finish_by: str) -> Topic:
    parts = [Part(Place.MORE, tuple(_when(card)))]
    say = tuple(one for line in card.say for one in told(line))
    remember = tuple(_remember(card))
    if say:
        parts.append(Part(Place.WE_WILL, say, "What to say"))
    if remember:
        parts.append(Part(Place.MORE, remember, "Remember"))
    if not say and not remember:
        empty = plainly("There are no words for this part yet.\nYou can write yours here.", signs.DRAFT)
        parts.append(Part(Place.WE_WILL, (empty,), "What to say"))
    parts.append(Part(Place.MORE, tuple(_next(card, finish_by)), "Next"))
    return Topic(f"card-{number}", card.title, tuple(parts))


def _when(card: Card) -> Iterator[Sentence]:
    long = counted(card.minutes, "minute", "minutes")
    times = f"This part starts at {card.begins}.\nIt ends at {card.ends}.\n" if card.begins else ""
    yield plainly(f"{times}It takes {long}.", "1F552")
    if card.leads:
        yield from told(f"{card.leads} leads this part", signs.NAME)


def _remember(card: Card) -> Iterator[Sentence]:
    if card.is_break:
        again = f" We begin again at {card.ends}." if card.ends else ""
        yield plainly(f"Say when we begin again.{again}", signs.TALK)
        yield plainly("Keep the break as long as it is.\nDo this when we are late too.")
    elif card.reads_back:
        yield plainly("Read what people said in their own words.", signs.TALK)
        yield plainly("Ask: is that what you meant?\nDid we miss anything?", signs.WHY)
        yield plainly("Tell people what happens with their words now.\nTell them when they hear from us.")


def _next(card: Card, finish_by: str) -> Iterator[Sentence]:
    if card.after:
        yield plainly(f"At {card.after_at}:" if card.after_at else "Then:", signs.NEXT)
        yield from (replace(one, joins=True) for one in told(card.after))
    else:
        by = f"\nWe have to finish by {finish_by}." if finish_by else ""
        yield plainly(f"This is the last part.{by}", signs.NEXT)
