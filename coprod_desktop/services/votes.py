"""Votes and bids: put one down, count it, change it. Every number can be changed again; nothing is put right by itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from coprod_desktop.domain.came import count_who_came
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Person, Session, Vote, VoteOption
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction

INTEREST = "declared_interest"
"""Under which key a vote or a choice keeps an interest that was declared in it, here and in files (domain.bidding)."""


@dataclass(frozen=True, kw_only=True)
class VotesSeen:
    """The votes of a session, and what they are seen against."""

    session: Session
    votes: tuple[Vote, ...]
    here: int
    """How many came, by the count that papers have."""
    people: tuple[Person, ...]


def seen(desk: Desk, session: str) -> VotesSeen:
    """Return the votes of a session."""
    with desk.store.read() as connection:
        found, people = reading.one(connection, Session, session), reading.people(connection, session)
        votes = reading.rows(connection, Vote, session)
    return VotesSeen(session=found, votes=votes, here=count_who_came(found, people).total, people=people)


def add(desk: Desk, session: str, question: str) -> tuple[str, Changes]:
    """Put a vote down by its question. Returns its id."""
    question = _words(question, "Say what people vote on.")
    made = new_id()
    with desk.store.write("Put a vote down") as tx:
        still_there.session(tx, session)
        order = reading.next_order(tx.connection, "vote", session)
        key = reading.next_key(tx.connection, "vote", session, "v")
        tx.add(Vote(id=made, key=key, question=question, options=(), order=order), session=session)
        drafts.saved(tx, "voting", session, ("new_vote",))
    return made, tx.changes


def change(desk: Desk, vote: str, values: Mapping[str, Any]) -> Changes:
    """Change fields of a vote (names and types as in domain.votes.Vote, and "interest")."""
    values = dict(values)
    if "question" in values:
        values["question"] = _words(values["question"], "A vote needs its question.")
    with desk.store.write("Changed a vote") as tx:
        still_there.row(tx, "vote", vote)
        if "interest" in values:
            now = reading.one(tx.connection, Vote, vote).unknown
            values["unknown"] = _with_interest(now, values.pop("interest"))
            drafts.saved(tx, "vote", vote, ("interest",))
        tx.change("vote", vote, **values)
        drafts.saved(tx, "vote", vote, values)
    return tx.changes


def remove(desk: Desk, vote: str) -> Changes:
    """Take a vote away; undo brings it back."""
    with desk.store.write("Took a vote away") as tx:
        tx.remove("vote", vote)
    return tx.changes


def add_choice(desk: Desk, vote: str, label: str) -> tuple[str, Changes]:
    """Add something people can vote for. Returns its id."""
    label = _words(label, "Say what people can vote for.")
    made = new_id()
    with desk.store.write("Added a choice") as tx:
        options = _options(tx, vote)
        taken, number = {option.key for option in options}, len(options) + 1
        while f"c{number}" in taken:
            number += 1
        _put(tx, vote, (*options, VoteOption(id=made, key=f"c{number}", label=label, votes=0)))
        drafts.saved(tx, "vote", vote, ("new_choice",))
    return made, tx.changes


def change_choice(desk: Desk, vote: str, choice: str, values: Mapping[str, Any]) -> Changes:
    """Change fields of a choice (names and types as in domain.votes.VoteOption, and "interest")."""
    values = dict(values)
    if "label" in values:
        values["label"] = _words(values["label"], "A choice needs its words.")
    if "votes" in values and values["votes"] is None:
        values["votes"] = 0

    def changed(option: VoteOption) -> VoteOption:
        own = {name: value for name, value in values.items() if name != "interest"}
        if "interest" in values:
            own["unknown"] = _with_interest(option.unknown, values["interest"])
        return dataclasses.replace(option, **own)

    return _change_choice(desk, vote, choice, changed, values)


def count(desk: Desk, vote: str, choice: str, by: int) -> Changes:
    """Count votes for a choice, up or down; never below nought."""

    def counted(option: VoteOption) -> VoteOption:
        return dataclasses.replace(option, votes=max(0, option.votes + by))

    return _change_choice(desk, vote, choice, counted, ("votes",))


def remove_choice(desk: Desk, vote: str, choice: str) -> Changes:
    """Take a choice away; undo brings it back with its votes."""
    with desk.store.write("Took a choice away") as tx:
        _put(tx, vote, tuple(option for option in _options(tx, vote) if option.id != choice))
    return tx.changes


def declare(desk: Desk, session: str, person: str, interest: str | None) -> Changes:
    """Write down the interest somebody on the list declared, or that there is none."""
    with desk.store.write("Wrote down an interest") as tx:
        still_there.row(tx, "person", person)
        tx.change_person(person, session, declared_interest=(interest or "").strip() or None)
        drafts.saved(tx, "person", f"{session} {person}", ("declared_interest",))
    return tx.changes


def interest(unknown: Mapping[str, Any]) -> str | None:
    """Return the interest that the window shows of a vote or a choice."""
    found = unknown.get(INTEREST)
    return found if isinstance(found, str) else None


def _change_choice(
    desk: Desk,
    vote: str,
    choice: str,
    changed: Callable[[VoteOption], VoteOption],
    fields: Iterable[str],
) -> Changes:
    with desk.store.write("Changed a choice") as tx:
        options = _options(tx, vote)
        if not any(option.id == choice for option in options):
            raise UserError("That choice is no longer in this vote.", "Nothing was changed.")
        _put(tx, vote, tuple(changed(option) if option.id == choice else option for option in options))
        drafts.saved(tx, "vote_option", f"{choice} {vote}", fields)
    return tx.changes


def _options(tx: Transaction, vote: str) -> tuple[VoteOption, ...]:
    still_there.row(tx, "vote", vote)
    return reading.one(tx.connection, Vote, vote).options


def _put(tx: Transaction, vote: str, options: tuple[VoteOption, ...]) -> None:
    tx.change("vote", vote, options=options)


def _with_interest(unknown: Mapping[str, Any], said: str | None) -> Mapping[str, Any]:
    kept = {key: value for key, value in unknown.items() if key != INTEREST}
    return kept | ({INTEREST: said} if said else {})


def _words(words: str | None, wanted: str) -> str:
    found = (words or "").strip()
    if not found:
        raise UserError(wanted, "Nothing was changed.")
    return found
