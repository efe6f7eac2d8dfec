"""How far a version of an agreed paper is: checked by members, agreed, published, looked at again; and who signed up.

A version that is agreed keeps its words; who wants others begins a new one.
"""

from __future__ import annotations

import datetime

from coprod_desktop.domain import agreed as rules
from coprod_desktop.domain.agreed import Parts, is_final
from coprod_desktop.domain.agreed_kinds import AgreedKind
from coprod_desktop.domain.agreed_record import PaperState, PaperVersion, SignedUp
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.dates import plain
from coprod_desktop.domain.ids import new_id
from coprod_desktop.errors import UserError
from coprod_desktop.services import agreed, drafts
from coprod_desktop.services.agreed import MOST_NAME
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import agreed as stored
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction

_NOT_CHANGED = "Nothing was changed."


def checked(desk: Desk, version: str, by: str) -> Changes:
    """Members looked at it. `by` is who, as it is to be printed: "the Tuesday group"."""
    who = " ".join(by.split())
    if not who or len(who) > MOST_NAME:
        raise UserError("Say who looked at it, in a few words.", "A group's name will do. " + _NOT_CHANGED)
    with desk.store.write("Members checked a paper") as tx:
        agreed.open_version(tx, version)
        tx.change("paper_version", version, state=PaperState.CHECKED, checked_by=who)
        drafts.saved(tx, "paper_version", version, ("checked_by",))
    return tx.changes


def agree(desk: Desk, version: str, on: datetime.date | None = None, approved_by: str | None = None) -> Changes:
    """It is agreed: its words stay as they are from now on. UserError while a heading that has to say something is empty."""
    day = on or desk.today()
    if day > desk.today():
        raise UserError("That day is still to come.", "Write down that it was agreed once it was. " + _NOT_CHANGED)
    with desk.store.write("Agreed on a paper") as tx:
        now = agreed.open_version(tx, version)
        held = stored.one(tx.connection, now.paper_id)
        _refuse_empty(desk.content.agreed.of(held.paper.kind), now.parts)
        before = [one.agreed_on for one in held.versions if one.agreed_on is not None]
        if before and day < max(before):
            raise UserError(
                f"The version before was agreed on {plain(max(before))}, and this one cannot be earlier.",
                _NOT_CHANGED,
            )
        months = held.paper.review_every_months
        tx.change(
            "paper_version", version, state=PaperState.AGREED, agreed_on=day, review_by=rules.review_day(day, months)
        )
        if approved_by is not None and approved_by.strip():
            tx.change("agreed_paper", held.paper.id, approved_by=" ".join(approved_by.split())[:MOST_NAME])
        drafts.saved(tx, "paper_version", version, ("agreed_on", "approved_by"))
    return tx.changes


def _refuse_empty(kind: AgreedKind, parts: Parts) -> None:
    empty = kind.not_filled(parts)
    if empty:
        named = " and ".join(f"“{heading}”" for heading in empty)
        raise UserError(f"Nothing stands below {named} yet, so it is not agreed.", "Write it, then agree.")
    if not kind.agenda and not any(text.strip() for _heading, text in parts):
        raise UserError("Nothing is written in it yet, so it is not agreed.", "Write below a heading first.")


def publish(desk: Desk, version: str, on: datetime.date | None = None) -> Changes:
    """It is published. UserError while it is not agreed."""
    day = on or desk.today()
    with desk.store.write("Published a paper") as tx:
        now = _version(tx, version)
        if not is_final(now.state) or now.agreed_on is None:
            raise UserError(f"Version {now.n} is not agreed yet.", "Write down first that it is agreed.")
        if day < now.agreed_on or day > desk.today():
            raise UserError("It is published between the day it was agreed and today.", _NOT_CHANGED)
        tx.change("paper_version", version, state=PaperState.PUBLISHED, published_on=day)
    return tx.changes


def looked_again(desk: Desk, version: str, on: datetime.date | None = None) -> Changes:
    """It was looked at again and stays as it is: the next time is counted from that day."""
    day = on or desk.today()
    with desk.store.write("Looked at a paper again") as tx:
        now = _version(tx, version)
        if not is_final(now.state):
            raise UserError(f"Version {now.n} is not agreed yet.", "Write down first that it is agreed.")
        months = stored.one(tx.connection, now.paper_id).paper.review_every_months
        tx.change("paper_version", version, review_by=rules.review_day(day, months or 12))
    return tx.changes


def _version(tx: Transaction, version: str) -> PaperVersion:
    if not reading.stands(tx.connection, "paper_version", version):
        raise UserError("That version was taken away.", _NOT_CHANGED)
    return reading.one(tx.connection, PaperVersion, version)


def new_version(desk: Desk, paper: str) -> tuple[str, Changes]:
    """Begin a new version with the words of the last. Returns its id. UserError while the last is still a draft."""
    with desk.store.write("Began a new version") as tx:
        held = stored.one(tx.connection, paper)
        last = held.newest
        if not is_final(last.state):
            raise UserError(f"Version {last.n} is not agreed yet, so it can be changed as it is.", _NOT_CHANGED)
        version = PaperVersion(id=new_id(), paper_id=paper, n=last.n + 1, parts=last.parts, on=desk.today())
        tx.add(version, session=None)
    return version.id, tx.changes


# ---- who signed up


def sign(
    desk: Desk, paper: str, name: str, *, person: str | None = None, on: datetime.date | None = None
) -> tuple[str, Changes]:
    """Somebody, or an organisation, signs up. `person` is who it is on the list of people. Returns the row's id."""
    called = " ".join(name.split())
    if not called or len(called) > MOST_NAME:
        raise UserError("Say who signs up, in a few words.", _NOT_CHANGED)
    day = on or desk.today()
    if day > desk.today():
        raise UserError("That day is still to come.", _NOT_CHANGED)
    with desk.store.write("Signed up to a paper") as tx:
        held = stored.one(tx.connection, paper)
        same = [
            one
            for one in held.signed
            if (one.person_id == person if person else one.name.casefold() == called.casefold())
        ]
        if same:
            raise UserError(f"{same[0].name} signed up on {plain(same[0].on)} already.", _NOT_CHANGED)
        version = held.agreed or held.newest
        row = SignedUp(id=new_id(), paper_id=paper, version_id=version.id, person_id=person, name=called, on=day)
        tx.add(row, session=None)
        drafts.saved(tx, "agreed_paper", paper, ("new_signed", "new_signed.on"))
    return row.id, tx.changes


def sign_by_name(desk: Desk, paper: str, name: str, on: datetime.date | None = None) -> tuple[str, Changes]:
    """Sign up whoever is called that: the one person of that name in the workspace, else the name as it stands."""
    called = " ".join(name.casefold().split())
    with desk.store.read() as connection:
        same = [one for one in reading.everyone(connection) if " ".join(one.name.casefold().split()) == called]
    return sign(desk, paper, name, person=same[0].id if len(same) == 1 else None, on=on)


def unsign(desk: Desk, signed: str) -> Changes:
    """Take somebody's name from under a paper; undo brings it back."""
    with desk.store.write("Took a name from under a paper") as tx:
        if reading.stands(tx.connection, "signed_up", signed):
            tx.remove("signed_up", signed)
    return tx.changes
