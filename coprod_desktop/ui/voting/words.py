"""How a vote stands, in words: who voted, what is first, what the money is enough for, and what does not agree."""

from __future__ import annotations

from coprod_desktop.domain import voting
from coprod_desktop.domain.record import Vote
from coprod_desktop.services.typed_numbers import shown_pence
from coprod_desktop.services.votes import VotesSeen


def standing(vote: Vote, seen: VotesSeen) -> str:
    """Return how a vote stands, a line for each choice, most votes first."""
    found = voting.result(vote, seen.session.pot_pence)
    lines = [said] if (said := voting.turnout(vote, seen.here)) else []
    if found.tied:
        names = " and ".join(f"“{option.label}”" for option in found.tied)
        lines.append(f"A tie: {names} have the same number of votes. It is for the room to settle.")
    for total in found.totals if voting.cast(vote) else ():
        place = f"Joint {total.place}" if total.joint else f"{total.place}"
        paid = f"; £{shown_pence(total.pence)} together" if total.pence is not None else ""
        lines.append(f"{place}. {total.option.label}: {total.option.votes}{paid}")
    if found.left_pence is not None:
        lines.append(f"£{shown_pence(found.left_pence)} is left.")
    return "\n".join(lines) or "Nothing is counted yet."


def not_agreeing(vote: Vote, seen: VotesSeen) -> str:
    """Return what does not agree, a sentence a line; "" when everything does."""
    said = list(voting.does_not_agree(vote, seen.session, seen.here))
    if voting.too_many(vote) and vote.too_many is None:
        said.append("Ask the room: count again, vote again, or let it stand? Papers print what they choose.")
    return "\n".join(said)
