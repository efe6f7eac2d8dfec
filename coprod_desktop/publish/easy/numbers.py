"""Numbers for Easy Read: votes, promises made before, measures, what people thought. Exact, and never in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coprod_desktop.publish.easy import signs, votes
from coprod_desktop.publish.easy.points import does, on_day, reason, standing, told
from coprod_desktop.publish.easy.rest import labelled, topic
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Topic, plainly, source_of
from coprod_desktop.publish.snapshot import (
    PublicEarlier,
    PublicEvaluation,
    PublicMeasure,
    PublicSnapshot,
)
from coprod_desktop.publish.stories.words import counted

_SHARE = re.compile(r"(?:from|to) ([\d.]+)%(?: of (\d+) people)?")


def numbers(snapshot: PublicSnapshot) -> Iterator[Topic]:
    """Yield votes, earlier promises, measures and what people thought, a page each."""
    for n, vote in enumerate(snapshot.votes, start=1):
        title = "How people voted" if len(snapshot.votes) == 1 else f"Vote {n}"
        yield from topic(f"vote-{n}", title, votes.vote(vote, snapshot.pot_pence), vote, snapshot.pot_pence)
    if snapshot.votes:
        said = (snapshot.interests, snapshot.interests_more)
        yield from topic("interests", "What people told us before they voted", votes.interests(snapshot), said)
    yield from earlier(snapshot)
    yield from topic("measures", "What we measured", _measures(snapshot), snapshot.measures)
    if snapshot.evaluation:
        thought = _evaluation(snapshot.evaluation)
        yield from topic("evaluation", "What people thought of it", thought, snapshot.evaluation)


def _people(n: int) -> str:
    return counted(n, "person", "people")


# ---- promises of earlier papers


def earlier(snapshot: PublicSnapshot) -> Iterator[Topic]:
    """Yield one page for each promise of an earlier paper: what we said, and what became of it."""
    for n, promise in enumerate(snapshot.earlier, start=1):
        tone, sign = signs.OF_STANDING[promise.standing]
        parts = (
            Part(Place.YOU_SAID, tuple(_promise(promise)), "We said"),
            Part(Place.WE_WILL, tuple(_became(promise, sign)), "What happened", tone),
        )
        source = (promise.text, promise.owner, promise.due, promise.standing, promise.reason_category, promise.reason)
        key = f"earlier-{promise.uid or promise.id}"
        yield Topic(key, f"A promise from before: {n}", parts, source=source_of(*source))


def _promise(promise: PublicEarlier) -> Iterator[Sentence]:
    yield from told(promise.text)
    if promise.owner:
        yield does("This is a job for {}.", promise.owner)
    if promise.due:
        yield replace(on_day("We said we would do it by {}.", promise.due), joins=bool(promise.owner))


def _became(promise: PublicEarlier, sign: str) -> Iterator[Sentence]:
    yield from standing(promise.said, sign)
    if promise.reason_category:
        yield plainly(reason(promise.reason_category))
    yield from told(promise.reason)


# ---- measures and the evaluation


def _measures(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    for measure in snapshot.measures:
        yield from _measure(measure)
    if snapshot.measures:
        yield plainly("Other things changed in that time too.")
        yield plainly("The numbers do not say what made the difference.")


def _measure(measure: PublicMeasure) -> Iterator[Sentence]:
    yield from labelled("We looked at this", measure.name, signs.NUMBERS)
    found = _SHARE.findall(measure.sentence)
    shown = _in_whole_numbers([share for share, _ in found])
    for when, share, (_, people) in zip(("At first", "Later"), shown, found, strict=False):
        asked = f"\nWe asked {people} people." if people else ""
        yield plainly(f"{when} it was {share} out of every 100 people.{asked}")


def _in_whole_numbers(shares: Sequence[str]) -> Sequence[str]:
    """Return shares of 100 as people say them: "about 58" for 58.3; exact where a change would not be seen otherwise."""
    whole = [int(float(share) + 0.5) for share in shares]
    if len(set(whole)) < len(set(shares)):
        return shares
    return [str(n) if n == float(share) else f"about {n}" for n, share in zip(whole, shares, strict=True)]


def _evaluation(found: PublicEvaluation) -> Iterator[Sentence]:
    if found.forms is not None:
        more = found.attended is not None and found.forms <= found.attended
        of = f" of the {found.attended} who came" if more else ""
        yield plainly(f"{_people(found.forms)}{of} filled in a form.", signs.FORM)
    rated = sum(n for _, n in found.stars)
    for star, n in found.stars:
        yield plainly(f"{_people(n)} gave {counted(star, 'star', 'stars')}.", signs.STAR if star == 5 else None)
    if rated:
        yield plainly("5 stars is the best.")
    if found.about_you or found.about_you_withheld:
        yield plainly("Some people told us about themselves.")
        yield plainly("The other papers have these numbers. Ask us for them.", signs.PAPER)
