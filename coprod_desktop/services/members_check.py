"""Members look at a paper before it leaves: who, when, what they changed; or why nobody did, which the paper then tells."""

from __future__ import annotations

import datetime

from coprod_desktop.domain import looked_at
from coprod_desktop.domain.as_it_came import as_it_came, in_one_line
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.kinds import WHY, FindingKind
from coprod_desktop.domain.check.settled import Finding, Severity
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import SessionRecord
from coprod_desktop.domain.week_after import MemberCheck
from coprod_desktop.errors import UserError
from coprod_desktop.publish.paper_kinds import MEMBERS_LOOK, YOU_SAID_WE_WILL
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import papers as kept
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction

_NOTHING = "Nothing was written down."


class NotLookedAt(UserError):
    """A paper leaves only when members looked at it, or when it is written down why nobody did."""


def looked(desk: Desk, session: str, kind: str, who: str, on: datetime.date, changed: str = "") -> Changes:
    """Write down who looked at a kind of paper, when, and what they changed."""
    if not in_one_line(who):
        raise UserError("Say who looked: “two members and a carer”, say.", _NOTHING)
    return _note(
        desk,
        session,
        MemberCheck(id=new_id(), kind=kind, who=in_one_line(who), on=on, changed=as_it_came(changed) or None),
    )


def skipped(desk: Desk, session: str, kind: str, why: str, on: datetime.date) -> Changes:
    """Write down that nobody looked, and why. Without a reason it is refused."""
    if not in_one_line(why):
        raise UserError("Say why nobody looked at it. The paper tells people.", _NOTHING)
    return _note(desk, session, MemberCheck(id=new_id(), kind=kind, who="", on=on, skipped=in_one_line(why)))


def asks(record: SessionRecord, kind: str) -> tuple[Finding, ...]:
    """Return the question that stands until somebody looked at this kind of paper, or it is written down why nobody did."""
    if kind not in MEMBERS_LOOK or looked_at.last_check(record.member_checks, kind) is not None:
        return ()
    return (
        Finding(
            subject=record.session.id,
            subject_kind="session",
            entry=None,
            kind=FindingKind.NOT_LOOKED_AT,
            severity=Severity.INCOMPLETE,
            words="",
            why=WHY[FindingKind.NOT_LOOKED_AT],
            words_hash="",
            field=kind,
        ),
    )


def cannot_leave(tx: Transaction, session: str, paper: str) -> None:
    """Refuse to note that a paper has gone out which nobody looked at, while it is not written down why."""
    made = next((one for one in kept.papers(tx.connection, session) if one.id == paper), None)
    if made is None:
        return
    kind = made.kind or YOU_SAID_WE_WILL
    if kind in MEMBERS_LOOK and looked_at.last_check(reading.rows(tx.connection, MemberCheck, session), kind) is None:
        raise NotLookedAt(
            "Nobody who was there has looked at this paper yet.",
            f"Note who looked and what they changed, or why nobody did. Copies made from then on tell it. {_NOTHING}",
        )


def last(desk: Desk, session: str, kind: str) -> MemberCheck | None:
    """Return what was last noted of a kind of paper; None when nothing was."""
    with desk.store.read() as connection:
        return looked_at.last_check(reading.rows(connection, MemberCheck, session), kind)


def _note(desk: Desk, session: str, check: MemberCheck) -> Changes:
    if check.on > desk.today():
        raise UserError("That day is still to come.", f"Choose today or an earlier day. {_NOTHING}")
    with desk.store.write("Noted who looked at the draft") as tx:
        still_there.session(tx, session)
        tx.add(check, session=session)
        drafts.saved(tx, "members_check", session, ("who", "changed", "on", "skipped"))
    return tx.changes
