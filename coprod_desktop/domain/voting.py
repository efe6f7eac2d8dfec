"""How a vote is counted: what papers can hold, where the numbers do not agree, what the money comes to.

Nothing is put right here. What does not agree is said in a sentence, and people settle it (practice D29).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from coprod_desktop.domain import bidding
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Session, Vote, VoteOption
from coprod_desktop.domain.words import TooMany

METHODS = ("Dots", "Hands", "One vote each", "Several votes each", "Ranking")
"""Ways to vote that are offered; any other can be typed."""
_ONE_EACH = frozenset({"hands", "a show of hands", "show of hands", "one vote each", "one each"})
ROOM_CHOSE: Mapping[TooMany, str] = {
    TooMany.RECOUNT: "Count again",
    TooMany.AGAIN: "Vote again",
    TooMany.STAND: "Let it stand",
}
"""What the room can choose when there are more votes than papers."""


def each(vote: Vote) -> int | None:
    """Return how many votes one person has; None where nobody wrote it down."""
    said = vote.dots_each if vote.dots_each is not None else vote.votes_each
    if said is None and (vote.method or "").casefold().strip(" .") in _ONE_EACH:
        return 1
    return said


def cast(vote: Vote) -> int:
    """Return how many votes there are on all choices together."""
    return sum(option.votes for option in vote.options)


def papers_hold(vote: Vote) -> int | None:
    """Return how many votes the papers that were counted can hold at the most; None where nobody can tell."""
    voters, per_person = vote.voters if vote.voters is not None else vote.papers_given, each(vote)
    return None if voters is None or per_person is None else voters * per_person


def too_many(vote: Vote) -> int:
    """Return how many more votes there are than the papers can hold, or more papers that came back than were given."""
    most = papers_hold(vote)
    over = max(0, cast(vote) - most) if most is not None else 0
    back = (vote.voters or 0) - vote.papers_given if vote.papers_given is not None else 0
    return over or max(0, back)


def too_many_words(vote: Vote) -> str:
    """Say how many too many there are: "1 more vote than 58 papers can hold"; "" when there are none."""
    most, many = papers_hold(vote), too_many(vote)
    if not many:
        return ""
    if most is not None and cast(vote) > most:
        voters = vote.voters if vote.voters is not None else vote.papers_given or 0
        return f"{counted(many, 'more vote', 'more votes')} than {counted(voters, 'paper', 'papers')} can hold"
    papers = counted(vote.papers_given or 0, "was", "were").split()[1]
    return (
        f"{counted(many, 'more paper', 'more papers')} came back than the {vote.papers_given} that {papers} given out"
    )


def sentence_of(words: str) -> str:
    """Return how many too many there are as a sentence: "There is 1 more vote than …", "1 more paper came back than …"."""
    if "came back" in words:
        return f"{words}."
    return f"There is {words}." if words.startswith("1 ") else f"There are {words}."


def turnout(vote: Vote, here: int) -> str:
    """Say how many voted, of how many papers, and of how many who are here; "" before anybody is counted."""
    if vote.voters is None:
        return ""
    of_papers = f" of {vote.papers_given} given a paper" if vote.papers_given is not None else ""
    said = f"{counted(vote.voters, 'person', 'people')}{of_papers} voted"
    return f"{said}. {counted(here, 'person is', 'people are')} here." if here else f"{said}."


def does_not_agree(vote: Vote, session: Session, here: int) -> Iterator[str]:
    """Yield in sentences what does not agree in a vote: told to the facilitator, and changed by nobody but them."""
    if words := too_many_words(vote):
        yield sentence_of(words)
    if vote.voters == 0 and cast(vote):
        yield f"{counted(cast(vote), 'vote is', 'votes are')} counted, and 0 people voted."
    if vote.spoilt is not None and vote.voters is not None and vote.spoilt > vote.voters:
        yield f"{vote.spoilt} papers could not be counted, and {vote.voters} people voted."
    for how, many in (("by post", vote.by_post), ("with a supporter", vote.by_supporter)):
        if many is not None and vote.voters is not None and many > vote.voters:
            yield f"{many} voted {how}, and {vote.voters} people voted in all."
    if here and vote.voters is not None and vote.voters - (vote.by_post or 0) > here:
        yield f"{vote.voters} people voted, and {here} are here."
    yield from _money(vote, session)


def _money(vote: Vote, session: Session) -> Iterator[str]:
    priced = [option for option in vote.options if option.cost_pence is not None]
    if session.pot_pence == 0 and any(option.cost_pence for option in priced):
        yield "The money to share is £0, so it is enough for nothing that costs anything."
    for option in priced:
        most = session.max_bid_pence
        if most is not None and (option.cost_pence or 0) > most and option.eligible is not False:
            yield f"“{option.label}” asks for more than the most for one bid. Is it within the rules?"
    for option in vote.options:
        if option.eligible is False and not option.why_not:
            yield f"“{option.label}” is not within the rules, and nobody has said why."


class Total(NamedTuple):
    """One choice in order of votes: what it and those before it cost together, and whether the money is enough."""

    option: VoteOption
    place: int
    joint: bool
    pence: int | None
    """None from the first that the money is not enough for."""


class Result(NamedTuple):
    """A vote in order of votes, without what was taken out or is not within the rules."""

    totals: tuple[Total, ...]
    tied: tuple[VoteOption, ...]
    """Who share the first place; it is for the room to settle."""
    left_pence: int | None
    """What is left of the money; None when there is none to share, or nothing has a price."""


def result(vote: Vote, pot: int | None) -> Result:
    """Return how a vote went, with the money it is enough for."""
    about = bidding.said_of_vote(vote)
    ranked = sorted(
        (o for o in vote.options if o.eligible is not False and not bidding.is_out(o, about)), key=lambda o: -o.votes
    )
    enough = bidding.funded([(o.votes, o.cost_pence) for o in ranked], pot)
    totals, sum_so_far = [], 0
    for at, option in enumerate(ranked):
        sum_so_far += option.cost_pence or 0
        paid = sum_so_far if enough is not None and at < enough.many else None
        alike = sum(o.votes == option.votes for o in ranked) > 1
        totals.append(Total(option, sum(o.votes > option.votes for o in ranked) + 1, alike, paid))
    first = tuple(o for o in ranked if 0 < o.votes == ranked[0].votes)
    left = None if enough is None or pot is None else pot - enough.pence
    return Result(tuple(totals), first if len(first) > 1 else (), left)
