"""What somebody will get, in Easy Read: what is offered, that it is their choice, and to get advice first."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coprod_desktop.publish.dates import with_weekday
from coprod_desktop.publish.document import Paragraph, Run
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.shorten import ended, without_brackets
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, plainly


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What is offered, each as (what for, how much)."""

    private: str
    title: str
    meeting: str
    day: datetime.date | None
    time: Sequence[tuple[str, str]]
    costs: Sequence[tuple[str, str]]
    more: Sequence[str]
    author: str


def what_you_get(offer: Offer) -> Telling:
    """Return the paper."""
    topics = [
        Topic("time", "For your time", (_part(_time(offer)),)),
        Topic("costs", "What it costs you", (_part(_costs(offer)),)),
    ]
    if offer.more:
        rest = (plainly(ended(without_brackets(one)), signs.STAR) for one in offer.more)
        topics.append(Topic("more", "What else you get", (_part(rest),)))
    topics += [
        Topic("choice", "It is your choice", (_part(_choice()),)),
        Topic("benefits", "If you get benefits", (_part(_benefits()),)),
    ]
    return Telling(
        title=offer.title,
        subject=offer.private,
        cover=Topic("", offer.title, (_part(_front(offer)),)),
        topics=tuple(topics),
        author=offer.author,
        running_head=offer.private,
    )


def _part(sentences: Iterator[Sentence]) -> Part:
    return Part(Place.MORE, tuple(sentences))


def _front(offer: Offer) -> Iterator[Sentence]:
    yield plainly("This paper is private.\nIt is only for you.", signs.PRIVATE, fixed=True)
    if offer.meeting and offer.day is not None:
        runs = (Run(ended(without_brackets(offer.meeting)), strong=True), Run(f"\nIt is on {with_weekday(offer.day)}."))
        yield Sentence(Paragraph(runs), code_of(offer.day), ours=True, fixed=True)
    yield plainly("This paper tells you what we offer you.\nRead it before you say yes.", signs.MONEY, fixed=True)


def _time(offer: Offer) -> Iterator[Sentence]:
    if not offer.time:
        yield plainly("We do not offer money for your time.", signs.MONEY, fixed=True)
    for what, much in offer.time:
        yield plainly(f"{without_brackets(what)}: {much}.", signs.MONEY, fixed=True)


def _costs(offer: Offer) -> Iterator[Sentence]:
    yield plainly("We pay for what it costs you to come.", signs.MONEY, fixed=True)
    for what, much in offer.costs:
        yield plainly(f"{without_brackets(what)}: {much}.", signs.NUMBERS, fixed=True)
    yield plainly("Ask us before you spend money.", signs.ASK, fixed=True)
    yield plainly("Keep your tickets and receipts.", signs.PAPER, fixed=True)


def _choice() -> Iterator[Sentence]:
    yield plainly("You can say yes.", signs.DONE, fixed=True)
    yield plainly("You can ask for less.", signs.NUMBERS, fixed=True)
    yield plainly("You can say no thank you.\nYou can still take part.", signs.NO, fixed=True)
    yield plainly("You can ask us to give it to a charity.", signs.THANKS, fixed=True)


def _benefits() -> Iterator[Sentence]:
    yield plainly("Do you get benefits?\nThen get independent advice before you say yes.", signs.WARN, fixed=True)
    yield plainly("Independent means: they do not work for us.", signs.ASK, fixed=True)
    yield plainly("We cannot tell you what it means for you.", signs.TALK, fixed=True)
