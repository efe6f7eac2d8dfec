"""A question the room voted on, and what people could vote for."""

from coprod_desktop.domain.row import Row, row
from coprod_desktop.domain.words import TooMany


@row
class VoteOption(Row):
    """One thing people could vote for."""

    label: str
    votes: int
    cost_pence: int | None = None
    eligible: bool | None = None
    picture: str | None = None
    who: str | None = None
    """Whose bid it is."""
    why_not: str | None = None
    """Why it is not eligible."""
    withdrawn: bool | None = None
    """Taken out of the vote: it is no loser (domain.bidding)."""


@row
class Vote(Row):
    """A question the room voted on."""

    question: str
    options: tuple[VoteOption, ...]
    method: str | None = None
    votes_each: int | None = None
    dots_each: int | None = None
    papers_given: int | None = None
    voters: int | None = None
    spoilt: int | None = None
    eligible_rule: str | None = None
    settled_by: str | None = None
    by_post: int | None = None
    """How many of the voters sent their paper."""
    by_supporter: int | None = None
    """How many of the voters had a supporter put the votes down for them."""
    too_many: TooMany | None = None
    left_becomes: str | None = None
    """What becomes of the money that is left."""
    order: int = 0
