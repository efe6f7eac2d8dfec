"""Everything about one person taken out for good: asked first, with what goes, what stays and why. Never undone."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.publish.stories.words import listed, pounds
from coprod_desktop.services import holds, sessions
from coprod_desktop.services.backups import Holding
from coprod_desktop.services.changed_mind import Held
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.holds import Hold
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.easy_forget import choices_taken_out
from coprod_desktop.services.rights import finding
from coprod_desktop.services.rights.finding import Mention
from coprod_desktop.services.seen.strike import copies_since
from coprod_desktop.store import deletions, erasing, person_rows
from coprod_desktop.store.held_texts import HeldText, Part
from coprod_desktop.store.transaction import Transaction


class Why(StrEnum):
    """Why it was done: chosen, so that the log names nobody."""

    ASKED = "the person asked for it"
    MISTAKE = "it should not have been written down"
    NO_LONGER = "it is no longer needed"


@dataclass(frozen=True, kw_only=True)
class Before:
    """What is asked before an erasure."""

    name: str
    people: tuple[str, ...]
    """The ids the person is known by."""
    goes: tuple[str, ...]
    """What goes, a sentence each."""
    unpaid: tuple[str, ...]
    """What they are still owed: named first, for it is gone with them."""
    stays: tuple[str, ...]
    """What stays, and why."""
    papers: tuple[Held, ...]
    """Papers made before that hold their words or their name, newest first."""
    copies: tuple[Holding, ...]
    """Backups that hold it, and until when."""
    holds: tuple[Hold, ...]
    """What stops it."""
    unsure: tuple[Mention, ...]
    """Places with a name that may be somebody else's: they stay unless they are chosen."""


def before(desk: Desk, person: str, part: Part = lambda _done: None) -> Before:
    """Return what to say, and to ask, before everything about a person is taken out. `part` hears how far it is."""
    with desk.store.read() as connection:
        people = finding.known_as(connection, person)
        name = finding.name_of(connection, person)
        counts = person_rows.counts(connection, people)
        theirs = [row.id for row in erasing.lines_of(connection, people)]
        for_others = len(person_rows.lines_for_others(connection, people))
        amounts = person_rows.amounts(connection, people)
        sealed = person_rows.sealed(connection, people)
        promised = person_rows.promised_alone(connection, set(theirs))
        since = person_rows.since(connection, people)
    mentions = finding.mentions(desk, people, part)
    return Before(
        name=name,
        people=people,
        goes=tuple(_goes(counts, len(theirs), [m for m in mentions if m.sure])),
        unpaid=tuple(f"{pounds(c.pence)} for {c.kind} is not paid yet." for c in amounts if not c.paid),
        stays=(*_stays(for_others, promised, sealed, sum(c.pence for c in amounts if c.paid)), *_in_groups(counts)),
        papers=out_already(desk, people, theirs),
        copies=tuple(copies_since(desk, since)) if since else (),
        holds=tuple(holds.covering_person(desk, *people)),
        unsure=tuple(m for m in mentions if not m.sure),
    )


def erase(
    desk: Desk,
    person: str,
    why: Why = Why.ASKED,
    also: Collection[Mention] = (),
    *,
    part: Part = lambda _done: None,
) -> Changes:
    """Take everything about a person out, now and for good; `also` are places that were not surely theirs.

    Raises UserError while a hold keeps them. The log says that it was done, and names nobody. `part` hears how far it is
    (0 to 1), for the last time before anything is on the disk: what it raises ends it, and nothing is changed.
    """
    whole = found(desk, person, also)
    _refuse_held(holds.covering_person(desk, *whole.people))
    with choices_taken_out(desk) as take_choices, desk.store.write() as tx:
        for session in take_out(tx, desk, whole, part):
            take_choices(tx, session)
        deletions.add(tx, "person", 1, str(why))
        part(1.0)
    desk.store.checkpoint()
    desk.store.keep_gone()
    return replace(tx.changes, said="Erased everything about someone")


@dataclass(frozen=True)
class Whole:
    """Somebody who is to be erased: the ids they are known by, and where they are named."""

    people: tuple[str, ...]
    named: erasing.Named


def found(desk: Desk, person: str, also: Collection[Mention] = ()) -> Whole:
    """Return what is needed to take somebody out. UserError when they are no longer here."""
    with desk.store.read() as connection:
        people = finding.known_as(connection, person)
    finder = finding.finder(desk, people)
    chosen = {(m.noun, m.row, m.column) for m in also}

    def named(held: HeldText) -> Iterable[tuple[int, int]]:
        if finder.is_own(held):
            return ()
        whole = (held.noun, held.row_id, held.column) in chosen
        return [(one.start, one.end) for one in finder.names.places(held.text) if one.sure or whole]

    return Whole(people, named)


def take_out(tx: Transaction, desk: Desk, whole: Whole, part: Part = lambda _done: None) -> Collection[str]:
    """Take somebody out, in a step of the caller's, who writes the log. Returns the sessions they were in."""
    if holds.covers_person(tx, desk.today(), *whole.people):
        raise UserError("It is held, so nothing is erased.", "Nothing was changed.")
    return erasing.erase(tx, whole.people, whole.named, part).sessions


def out_already(desk: Desk, people: Sequence[str], lines: Collection[str]) -> tuple[Held, ...]:
    """Return every paper that may hold their words or name them, with who has which copy; newest first."""
    held: dict[str, Held] = {}
    theirs = set(lines)
    for one in sessions.every(desk):
        made = [p for p in papers.made_before(desk, one.id) if theirs.intersection(p.holds)]
        for person in people:
            made += papers.papers_naming(desk, one.id, person)
        if made:
            about, sent = sessions.one(desk, one.id), papers.sent_before(desk, one.id)
            for paper in made:
                copies = tuple(copy for copy in sent if copy.paper == paper.id)
                held[paper.id] = Held(session=about, paper=paper, copies=copies)
    return tuple(sorted(held.values(), key=lambda one: one.paper.made_on, reverse=True))


def in_words(asked: Before, today: datetime.date) -> tuple[str, ...]:
    """Return the whole question as sentences: what stops it, or what is owed, what goes, what stays, what is out."""
    if asked.holds:
        return tuple(map(hold_in_words, asked.holds))
    said = [*(f"First: {owed}" for owed in asked.unpaid), *asked.goes, *asked.stays]
    for held in asked.papers:
        said.append(_paper_in_words(held))
    if asked.copies:
        until = max(copy.until for copy in asked.copies)
        many = counted(len(asked.copies), "backup holds it", "backups hold it")
        said.append(f"{many}; the last goes by {dates.in_year(until, today)}.")
    if asked.unsure:
        many = counted(len(asked.unsure), "place has a name that may be", "places have a name that may be")
        said.append(f"{many} somebody else's: tick those that mean {asked.name}.")
    return tuple(said)


def hold_in_words(hold: Hold) -> str:
    """Say what keeps a person from being erased."""
    until = f" until {dates.plain(hold.until)}" if hold.until else ""
    return f"It is held{until}: {hold.why}. {hold.who} asked for that. While a hold stands nothing is erased."


def _paper_in_words(held: Held) -> str:
    made = dates.plain(datetime.datetime.fromisoformat(held.paper.made_on).date())
    out = "nobody noted who got it"
    if held.copies:
        out = f"{counted(len(held.copies), 'copy', 'copies')} went out, and cannot be called back"
    return f"The paper of {made} about “{held.session.title}” holds it: {out}."


def _refuse_held(standing: Sequence[Hold]) -> None:
    if standing:
        raise UserError(hold_in_words(standing[0]), "Nothing was changed. End the hold first, in Settings.")


def _goes(counts: dict[str, int], lines: int, named: Sequence[Mention]) -> Iterable[str]:
    yield "Who they are, how to reach them, what they need and what they agreed to."
    words = (
        ("attendance", "place on a list", "places on lists"),
        ("sent", "note of a paper they got", "notes of papers they got"),
    )
    kept = [counted(counts[noun], one, many) for noun, one, many in words if counts.get(noun)]
    if lines:
        kept.insert(0, counted(lines, "thing they said, in every version", "things they said, in every version"))
    if kept:
        yield f"{listed(kept)[:1].upper()}{listed(kept)[1:]}."
    if named:
        yield f"Their name in {counted(len(named), 'other place', 'other places')}: it reads “[name taken out]” there."


def _in_groups(counts: dict[str, int]) -> Iterable[str]:
    if groups := counts.get("group_member", 0):
        many = counted(groups, "group keeps", "groups keep")
        yield f"{many} one more member without a name: members are counted."
    if decided := counts.get("log_line", 0):
        many = counted(decided, "line of a log stays", "lines of logs stay")
        yield f"{many}, without their name: the group decided it, or was told it."


def _stays(for_others: int, promised: int, sealed: int, paid: int) -> Iterable[str]:
    if for_others:
        many = counted(for_others, "thing they said for somebody else stays", "things they said for somebody else stay")
        yield f"{many}: the words are that person's. Nobody is named as having said them."
    if promised:
        many = counted(promised, "promise stays", "promises stay")
        yield f"{many} that came of what they said, without their words: everybody was promised it."
    if paid:
        yield f"{pounds(paid)} that was paid stays as an amount, with no name: money has to be accounted for."
    if sealed:
        many = counted(sealed, "thing stays", "things stay")
        yield f"{many} sealed, because someone may be at risk, until it is passed on and taken out there."
