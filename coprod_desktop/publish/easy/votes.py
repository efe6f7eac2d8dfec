"""A vote in Easy Read: who or what won first, by name; then each choice with its votes, and what the money is enough for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coprod_desktop.domain import bidding
from coprod_desktop.domain.words import TooMany
from coprod_desktop.publish.document import Paragraph, Run
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.points import quoted, told
from coprod_desktop.publish.easy.rest import at, labelled
from coprod_desktop.publish.easy.shorten import ended, without_brackets, without_gaps
from coprod_desktop.publish.easy.telling import MOST_WORDS, Sentence, plainly, word_count
from coprod_desktop.publish.snapshot import PublicOption, PublicSnapshot, PublicVote
from coprod_desktop.publish.stories.words import counted, pounds

_CHOSE = {
    TooMany.RECOUNT: "We counted the votes again.",
    TooMany.AGAIN: "People voted again.",
    TooMany.STAND: "The people in the room said: leave it as it is.",
}


def vote(vote: PublicVote, pot: int | None) -> Iterator[Sentence]:
    """Yield one vote. `pot` is the money there is, in pence."""
    in_it = [option for option in vote.options if not option.out and option.eligible is not False]
    ranked = sorted(in_it, key=lambda option: -option.votes)
    yield from labelled("The question was", vote.question, signs.VOTE)
    yield from _won(vote, ranked)
    yield from _money(vote, ranked, pot)
    for option in ranked:
        yield from _option(option)
    for option in vote.options:
        if option.out or option.eligible is False:
            yield from _apart(option)
    yield from labelled("How people voted", vote.method)
    yield from labelled("The rule was", vote.eligible_rule, signs.RULES)
    yield from _how_many(vote)
    yield from labelled("Someone told us", vote.interest)


def interests(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    """Yield what people said they had to do with a choice, in their own words where those may be printed."""
    for quote in snapshot.interests:
        yield from quoted(quote)
    if snapshot.interests_more:
        more = "more " if snapshot.interests else ""
        people = f"{snapshot.interests_more} {more}{'person' if snapshot.interests_more == 1 else 'people'}"
        yield plainly(f"{people} told us something like this.", signs.PEOPLE)


def _won(vote: PublicVote, ranked: Sequence[PublicOption]) -> Iterator[Sentence]:
    if vote.tied:
        yield plainly("It was a tie.\nThese have the same number of votes:", signs.VOTE)
        yield from (plainly(_name(label)) for label in vote.tied)
        if not vote.settled_by:
            yield plainly("The people in the room decide.", signs.PEOPLE)
    elif ranked and ranked[0].votes:
        won = Run(_name(ranked[0].label), strong=True)
        votes = counted(ranked[0].votes, "vote", "votes")
        words = Paragraph((won, Run(f"\nThis got the most votes: {votes}.")))
        yield Sentence(words, signs.STAR, ours=word_count(won.text) <= MOST_WORDS)
    yield from labelled("How we settled it", vote.settled_by)


def _money(vote: PublicVote, ranked: Sequence[PublicOption], pot: int | None) -> Iterator[Sentence]:
    enough = bidding.funded([(option.votes, option.cost_pence) for option in ranked], pot)
    if enough is not None and pot is not None:
        yield plainly(f"There is {pounds(pot)} to spend.", signs.MONEY)
        if not enough.many:
            yield plainly("It is not enough for the first one.")
        else:
            yield plainly("It is enough for:")
            yield from (replace(plainly(_name(o.label)), joins=True) for o in ranked[: enough.many])
            left = f"{pounds(pot - enough.pence)} is left." if pot > enough.pence else "Nothing is left."
            yield plainly(f"Together they cost {pounds(enough.pence)}.\n{left}")
    if vote.left_becomes and (enough is None or pot is None or pot > enough.pence):
        yield from labelled("The money that is left", vote.left_becomes)


def _option(option: PublicOption) -> Iterator[Sentence]:
    votes = counted(option.votes, "vote", "votes")
    line = f"{_name(option.label).rstrip('.')}: {votes}."
    if word_count(line) > MOST_WORDS:
        yield from told(option.label)
        line = f"This got {votes}."
    yield plainly(f"{line}{_costs(option)}")
    yield from _whose(option)


def _apart(option: PublicOption) -> Iterator[Sentence]:
    """Yield a choice that has no place. What was taken out did not lose; only what breaks a rule breaks one."""
    yield from told(option.label)
    if option.out:
        yield plainly(f"This is not in the vote any more.\nIt did not lose.{_costs(option)}", joins=True)
    else:
        votes = counted(option.votes, "vote", "votes")
        yield plainly(
            f"This is not within the rules.\nIt got {votes}, but it has no place.{_costs(option)}", joins=True
        )
        yield from told(option.why_not)
    yield from _whose(option)


def _costs(option: PublicOption) -> str:
    return f"\nIt costs {pounds(option.cost_pence)}." if option.cost_pence is not None else ""


def _whose(option: PublicOption) -> Iterator[Sentence]:
    if option.who:
        yield from (replace(one, joins=True) for one in at("This idea is from", option.who))
    yield from labelled("Someone told us", option.interest)


def _name(label: str) -> str:
    return ended(without_brackets(without_gaps(label)))


def _how_many(vote: PublicVote) -> Iterator[Sentence]:
    if vote.voters is not None:
        of = f" of the {vote.papers_given} who had a paper" if vote.papers_given is not None else ""
        yield plainly(f"{counted(vote.voters, 'person', 'people')}{of} voted.", signs.PEOPLE)
    elif vote.papers_given is not None:
        yield plainly(f"We gave out {counted(vote.papers_given, 'paper', 'papers')}.", signs.PAPER)
    for how, many in (("by post", vote.by_post), ("with a supporter", vote.by_supporter)):
        if many:
            who = "person" if many == "1" else "people"
            yield plainly(f"{many[:1].upper()}{many[1:]} {who} voted {how}.")
    if vote.spoilt:
        yield plainly(f"We could not count {counted(vote.spoilt, 'paper', 'papers')}.")
    if vote.too_many is not None:
        yield plainly(f"There were more votes than papers.\n{_CHOSE[vote.too_many]}", signs.NUMBERS)
