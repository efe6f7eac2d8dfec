"""Each kind of paper of one session, told in Easy Read from the same snapshot as its other formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from coprod_desktop.domain import answers
from coprod_desktop.domain.looked_at import NOBODY, QUESTIONS
from coprod_desktop.publish.document import Paragraph
from coprod_desktop.publish.easy import cover, signs
from coprod_desktop.publish.easy.before import agenda, call_out, ground_rules
from coprod_desktop.publish.easy.numbers import numbers
from coprod_desktop.publish.easy.points import point_topic, told
from coprod_desktop.publish.easy.rest import rest, topic
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, plainly
from coprod_desktop.publish.easy.updated import promised_topic
from coprod_desktop.publish.imprint import where_it_is
from coprod_desktop.publish.snapshot import PublicPoint, PublicSnapshot, PublicUnanswered
from coprod_desktop.publish.stories.lines import how_many
from coprod_desktop.publish.stories.words import counted, pounds

WILL, DID = "You said, we will", "You said, we did"


def you_said_we_will(snapshot: PublicSnapshot) -> Telling:
    """Return the "You said, we will" paper: a page a point, then what else there is to tell."""
    what = "This paper tells what you said, and our answers."
    printed: set[str] = set()
    points = [point_topic(p, printed, kind=WILL, waiting=_waiting(snapshot, p)) for p in snapshot.points]
    topics = (
        *topic("meeting", "The meeting", _about(snapshot)),
        *points,
        *rest(snapshot),
        *numbers(snapshot),
        *_next(snapshot),
    )
    return cover.telling(WILL, _front(snapshot, what), topics, snapshot)


def you_said_we_did(snapshot: PublicSnapshot) -> Telling:
    """Return the update: a page a promise, with what became of it; then the noes and the other answers."""
    what = "This paper tells what we promised, and what we did."
    printed: set[str] = {quote.words for point in snapshot.points for quote in point.quotes}
    points = [
        promised_topic(p)
        if p.standing is not None
        else point_topic(p, printed, kind=DID, waiting=_waiting(snapshot, p))
        for p in snapshot.points
    ]
    looks_back = replace(snapshot, votes=(), measures=(), evaluation=None)
    topics = (*points, *numbers(looks_back), *topic("owed", "What we still owe you", _owed(snapshot)), *_next(snapshot))
    return cover.telling(DID, _front(snapshot, what), topics, snapshot)


def _waiting(snapshot: PublicSnapshot, point: PublicPoint) -> list[PublicUnanswered]:
    """Return the lines a point without an answer was written from."""
    return [thing for thing in snapshot.unanswered if str(thing.point) == point.id and point.answer is None]


def _front(snapshot: PublicSnapshot, what: str) -> Iterator[Sentence]:
    yield from cover.what_it_is(snapshot, what)
    yield from cover.when_and_where(snapshot)
    yield from cover.whom_to_ask(snapshot)


def _about(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    yield from cover.who_came(snapshot)
    yield from cover.about(snapshot)
    if snapshot.may_spend_pence is not None:
        yield plainly(f"The group can spend {pounds(snapshot.may_spend_pence)} at most.", signs.MONEY)
    if snapshot.pot_pence is not None:
        yield plainly(f"There was {pounds(snapshot.pot_pence)} to spend.", signs.MONEY)
        if snapshot.max_bid_pence is not None:
            yield plainly(f"One idea could get {pounds(snapshot.max_bid_pence)} at most.")
    nobody = (snapshot.members_check or "").startswith(NOBODY)
    yield from told(snapshot.members_check, None if nobody else signs.CHECKED)
    for one in snapshot.elsewhere:
        yield plainly(f"There is also this: {one.what}.\nYou can find it here:", fixed=True)
        yield Sentence(Paragraph((where_it_is(one),)), ours=True, fixed=True, joins=True)
    yield from _how_many(snapshot)


def _how_many(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    answered, waiting = how_many(snapshot)
    if answered + waiting > 1:
        noes = sum(answers.is_no(p.answer) for p in snapshot.points)
        no = f"\nWe say no to {noes} of them." if noes else ""
        not_yet = f"\n{waiting} of them {'has' if waiting == 1 else 'have'} no answer yet." if waiting else ""
        yield plainly(f"This paper has {answered + waiting} things you said.{no}{not_yet}", signs.SAID)


def _owed(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    _, many = how_many(snapshot)
    if many:
        yield plainly(f"We still owe you {counted(many, 'answer', 'answers')}.", signs.WAITING)


def _next(snapshot: PublicSnapshot) -> Iterator[Topic]:
    asks = tuple(plainly(question, signs.WHY if n == 0 else None) for n, question in enumerate(QUESTIONS))
    tell = plainly(
        "Tell us the number of what you mean.\nYou do not have to say who you are.\nIf you say no, we look at it again.",
        signs.AGAIN,
    )
    yield Topic("tell-us", "Tell us what you think", (Part(Place.MORE, (*asks, tell)),))
    yield Topic("next", "What happens next", (Part(Place.MORE, tuple(_what_next(snapshot))),))


def _what_next(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    yield from cover.next_day(snapshot)
    yield from cover.your_words()
    yield from cover.whom_to_ask(snapshot)
    yield cover.as_things_stood(snapshot.as_of)


_KINDS: Final[Mapping[str, Callable[[PublicSnapshot], Telling]]] = {
    "you-said-we-will": you_said_we_will,
    "you-said-we-did": you_said_we_did,
    "call-out": call_out,
    "agenda": agenda,
    "ground-rules": ground_rules,
}


def of_kind(kind: str, snapshot: PublicSnapshot) -> Telling:
    """Return a kind of paper in Easy Read. One that tells the same answers in another way has none (paper_kinds)."""
    return _KINDS[kind](snapshot)
