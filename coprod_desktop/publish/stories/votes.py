"""Votes on paper: who or what won first, in full, with the money it is enough for, and interests that were declared.

A tie is called a tie and left to people. What was taken out of the vote has no place and did not lose (practice D29).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coprod_desktop.domain import bidding
from coprod_desktop.domain.words import TooMany
from coprod_desktop.publish.document import Block, Bullets, Facts, Heading, Paragraph, Run, Table
from coprod_desktop.publish.snapshot import PublicOption, PublicSnapshot, PublicVote
from coprod_desktop.publish.stories.words import counted, listed, plain, pounds, quotation, sentence

_READ_AT_ONCE = 160
"""Letters of choices named in one sentence; more are pointed to in the table below it."""
TOLD = {
    TooMany.RECOUNT: "the votes were counted again.",
    TooMany.AGAIN: "people voted again.",
    TooMany.STAND: "the result stands as it was counted.",
}
"""What the room chose, as papers say it."""


def votes(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield each vote in full, the winner first."""
    if not snapshot.votes:
        return
    yield Heading(2, "How people voted")
    for vote in snapshot.votes:
        yield Heading(3, vote.question)
        yield from _vote(vote, snapshot)
    yield from _interests(snapshot)


def tells_pot(snapshot: PublicSnapshot) -> bool:
    """Tell whether a vote says how much money there was."""
    return any(_funded(_ranked(vote), snapshot) is not None for vote in snapshot.votes)


def _ranked(vote: PublicVote) -> Sequence[PublicOption]:
    in_it = [o for o in vote.options if not o.out and o.eligible is not False]
    return sorted(in_it, key=lambda option: -option.votes)


def _funded(ranked: Sequence[PublicOption], snapshot: PublicSnapshot) -> bidding.Funded | None:
    return bidding.funded([(o.votes, o.cost_pence) for o in ranked], snapshot.pot_pence)


def pot(snapshot: PublicSnapshot) -> str:
    """Return how much money there was, and at most for one idea; nothing when there was none to share out."""
    if snapshot.pot_pence is None:
        return ""
    most = snapshot.max_bid_pence
    return pounds(snapshot.pot_pence) + (f", at most {pounds(most)} for one idea" if most is not None else "")


def _vote(vote: PublicVote, snapshot: PublicSnapshot) -> Iterator[Block]:
    ranked = _ranked(vote)
    enough = _funded(ranked, snapshot)
    yield from _won(vote, ranked)
    if enough is not None and snapshot.pot_pence is not None:
        yield _money(vote, ranked, enough, snapshot.pot_pence, pot(snapshot))
    elif vote.left_becomes:
        yield plain(f"What becomes of the money that is left: {sentence(vote.left_becomes)}")
    facts = (
        ("How", vote.method),
        ("Rule", vote.eligible_rule),
        ("How many people voted", _of(vote.voters, vote.papers_given)),
        ("By post", vote.by_post),
        ("With a supporter", vote.by_supporter),
        ("Papers that could not be counted", str(vote.spoilt) if vote.spoilt is not None else None),
        ("More votes than papers", _too_many(vote)),
        ("Interest declared", vote.interest and sentence(vote.interest)),
    )
    if ranked:
        yield _table(ranked, enough)
    if rows := tuple((label, plain(text)) for label, text in facts if text):
        yield Facts(rows)
    if apart := tuple(_apart(vote.options)):
        yield Bullets(apart)


def _won(vote: PublicVote, ranked: Sequence[PublicOption]) -> Iterator[Block]:
    if vote.tied:
        how = f" {sentence(vote.settled_by)}" if vote.settled_by else " It is for the room to settle."
        yield Paragraph((Run("A tie. ", strong=True), Run(f"{listed(vote.tied)} have the same number of votes.{how}")))
        return
    if ranked and ranked[0].votes:
        first = f"{ranked[0].label} ({counted(ranked[0].votes, 'vote', 'votes')})."
        yield Paragraph((Run("Most votes: ", strong=True), Run(first, strong=True)))
    if vote.settled_by:
        yield plain(f"How it was settled: {sentence(vote.settled_by)}")


def _too_many(vote: PublicVote) -> str | None:
    if vote.too_many is None:
        return None
    over = sentence(vote.over) if vote.over else ""
    return f"{over} The room chose: {TOLD[vote.too_many]}".strip()


def _money(vote: PublicVote, ranked: Sequence[PublicOption], enough: bidding.Funded, pot: int, there: str) -> Paragraph:
    """Say what the money is enough for, in order of votes, what is left, and what becomes of that."""
    names = listed([option.label for option in ranked[: enough.many]])
    if len(names) > _READ_AT_ONCE and enough.many > 2:
        names = f"the first {enough.many} below"
    becomes = f" {sentence(vote.left_becomes)}" if vote.left_becomes and pot > enough.pence else ""
    if not names:
        words = f"It is not enough for the first.{becomes}"
        return Paragraph((Run(f"The money is {there}. ", strong=True), Run(words)))
    left = f" {pounds(pot - enough.pence)} is left.{becomes}" if pot > enough.pence else " Nothing is left."
    words = f"In order of votes it is enough for {names}: {pounds(enough.pence)} together.{left}"
    return Paragraph((Run(f"The money is {there}. ", strong=True), Run(words)))


def _of(voters: int | None, papers: int | None) -> str | None:
    if voters is None:
        return f"{counted(papers, 'paper', 'papers')} given out" if papers is not None else None
    return f"{voters:,} of {papers:,} given a paper" if papers is not None else f"{voters:,}"


def _table(ranked: Sequence[PublicOption], enough: bidding.Funded | None) -> Table:
    with_cost = any(option.cost_pence is not None for option in ranked)
    money = (("Cost",) if with_cost else ()) + (("Adds up to",) if enough else ())
    rows, total = [], 0
    for at, option in enumerate(ranked):
        cells = [_called(option), f"{option.votes:,}", _place(option, ranked)]
        if with_cost:
            cells.append(pounds(option.cost_pence) if option.cost_pence is not None else "not given")
        if enough:
            total += option.cost_pence or 0
            cells.append(pounds(total) if at < enough.many else "too much" if at == enough.many else "–")
        rows.append(tuple(cells))
    return Table("Votes for each choice", ("Choice", "Votes", "Place", *money), tuple(rows))


def _called(option: PublicOption) -> str:
    """Return a choice with whose bid it is."""
    return f"{option.label} ({option.who})" if option.who else option.label


def _place(option: PublicOption, ranked: Sequence[PublicOption]) -> str:
    above = sum(o.votes > option.votes for o in ranked) + 1
    return f"joint {above}" if sum(o.votes == option.votes for o in ranked) > 1 else str(above)


def _apart(options: Sequence[PublicOption]) -> Iterator[Paragraph]:
    """Yield the choices without a place, and interests declared in a choice."""
    for option in options:
        cost = f", {pounds(option.cost_pence)}" if option.cost_pence is not None else ""
        if option.out:
            got = f" It got {counted(option.votes, 'vote', 'votes')} before." if option.votes else ""
            yield plain(f"{_called(option)}{cost}: taken out of the vote. It has no place, and it did not lose.{got}")
        elif option.eligible is False:
            many = counted(option.votes, "vote", "votes")
            why = f" {sentence(option.why_not)}" if option.why_not else ""
            yield plain(f"{_called(option)}{cost}: not within the rules, so it has no place.{why} It got {many}.")
        if option.interest:
            yield plain(f"{option.label}: interest declared. {sentence(option.interest)}")


def _interests(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield the interests people declared, in their own words where those may be printed."""
    quoted, more = snapshot.interests, snapshot.interests_more
    if not quoted and not more:
        return
    yield Heading(3, "Interests declared")
    for quote in quoted:
        yield from quotation(quote)
    if more:
        yield plain(f"{more} {'more ' if quoted else ''}{'person' if more == 1 else 'people'} declared an interest.")
