"""Numbers for Easy Read: votes, promises made before, measures, what people thought. Exact, and never in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from coprod_desktop.domain.words import TooMany
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.points import does, on_day, reason, standing, told
from coprod_desktop.publish.easy.rest import labelled, topic
from coprod_desktop.publish.easy.shorten import ended, without_gaps
from coprod_desktop.publish.easy.telling import MOST_WORDS, Part, Place, Sentence, Topic, plainly, source_of, word_count
from coprod_desktop.publish.snapshot import (
    PublicEarlier,
    PublicEvaluation,
    PublicMeasure,
    PublicOption,
    PublicSnapshot,
    PublicVote,
)
from coprod_desktop.publish.stories.words import counted, pounds

_SHARE = re.compile(r"(?:from|to) ([\d.]+)%(?: of (\d+) people)?")

_TOO_MANY = {
    TooMany.RECOUNT: "We counted the votes again.",
    TooMany.AGAIN: "People voted again.",
    TooMany.STAND: "The room said: this is the result.",
}


def numbers(snapshot: PublicSnapshot) -> Iterator[Topic]:
    """Yield votes, earlier promises, measures and what people thought, a page each."""
    for n, vote in enumerate(snapshot.votes, start=1):
        title = "How people voted" if len(snapshot.votes) == 1 else f"Vote {n}"
        yield from topic(f"vote-{n}", title, _vote(vote), vote)
    yield from earlier(snapshot)
    yield from topic("measures", "What we measured", _measures(snapshot), snapshot.measures)
    if snapshot.evaluation:
        thought = _evaluation(snapshot.evaluation)
        yield from topic("evaluation", "What people thought of it", thought, snapshot.evaluation)


def _vote(vote: PublicVote) -> Iterator[Sentence]:
    yield from labelled("The question was", vote.question, signs.VOTE)
    yield from labelled("How people voted", vote.method)
    yield from labelled("The rule was", vote.eligible_rule, signs.RULES)
    if vote.voters is not None:
        of = f" of the {vote.papers_given} who had a paper" if vote.papers_given is not None else ""
        yield plainly(f"{_people(vote.voters)}{of} voted.", signs.PEOPLE)
    elif vote.papers_given is not None:
        yield plainly(f"We gave out {counted(vote.papers_given, 'paper', 'papers')}.", signs.PAPER)
    if vote.by_post:
        yield plainly(f"By post: {vote.by_post}.")
    if vote.by_supporter:
        yield plainly(f"With a supporter: {vote.by_supporter}.")
    if vote.spoilt:
        yield plainly(f"We could not count {counted(vote.spoilt, 'paper', 'papers')}.")
    if vote.too_many is not None:
        yield plainly("There were more votes than papers.")
        yield plainly(_TOO_MANY[vote.too_many])
    if vote.interest:
        yield from labelled("Someone told us", vote.interest)
    ranked = sorted(vote.options, key=lambda option: (option.out, -option.votes))
    for n, option in enumerate(ranked):
        yield from _option(option, signs.VOTE if n == 0 else None)
    if vote.tied:
        yield plainly("It was a tie. These have the same number of votes:")
        yield from (plainly(ended(without_gaps(label))) for label in vote.tied)
        if not vote.settled_by:
            yield plainly("The people in the room decide.")
    yield from labelled("How we settled it", vote.settled_by)
    yield from labelled("What happens to money that is left", vote.left_becomes)


def _option(option: PublicOption, sign: str | None) -> Iterator[Sentence]:
    label = without_gaps(option.label).strip().rstrip(".")
    votes = counted(option.votes, "vote", "votes")
    line = f"{label}: {votes}."
    if word_count(line) > MOST_WORDS:
        yield from told(option.label)
        line = f"This got {votes}."
    if option.out:
        line = f"{label}: this is not in the vote any more."
    if option.cost_pence is not None:
        line += f"\nIt costs {pounds(option.cost_pence)}."
    if option.eligible is False:
        line += "\nThis is not within the rules."
    yield plainly(line, sign)
    if option.who:
        yield from labelled("This is from", option.who)
    if option.why_not:
        yield from labelled("Why", option.why_not)
    if option.interest:
        yield from labelled("Someone told us", option.interest)


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
    for when, (share, people) in zip(("At first", "Later"), _SHARE.findall(measure.sentence), strict=False):
        asked = f"\nWe asked {people} people." if people else ""
        yield plainly(f"{when} it was {share} out of every 100 people.{asked}")


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
