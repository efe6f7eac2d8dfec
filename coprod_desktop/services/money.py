"""Money of people who take part: the organisation's rates, and what each person was offered, asked for and was paid.

Whole pence everywhere. It records: nobody's benefits are judged here (rule D27), and no bank details are kept.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coprod_desktop.domain import money
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.people_record import Claim, ClaimState, PaidHow, Rate, Reward, Unit
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import claims, formats, reading
from coprod_desktop.store.transaction import Transaction

MOST = 2**31 - 1
_NOT_SAVED = "Nothing was saved."


@dataclass(frozen=True, kw_only=True)
class NewAmount:
    """An amount to be written down. `pence` is what is offered or asked for."""

    kind: str
    pence: int
    fee: bool = False
    words: str | None = None
    state: ClaimState = ClaimState.CLAIMED
    reward: Reward | None = None
    due: datetime.date | None = None
    cost_code: str | None = None
    receipt: bool | None = None
    rate: str | None = None


# ---- read


def every(desk: Desk, *, session: str | None = None, person: str | None = None) -> tuple[Claim, ...]:
    """Return amounts: of a session, of a person, of both, or all there are."""
    with desk.store.read() as connection:
        return claims.of(connection, session=session, person=person)


def rates(desk: Desk) -> tuple[Rate, ...]:
    """Return the organisation's rates in the order they were typed in; none come with the program (rule D28)."""
    with desk.store.read() as connection:
        return formats.every(connection, Rate)


# ---- rates


def add_rate(
    desk: Desk,
    kind: str,
    pence: int,
    unit: Unit,
    *,
    fee: bool = False,
    words: str = "",
    from_on: datetime.date | None = None,
    review_on: datetime.date | None = None,
    cost_code: str | None = None,
) -> tuple[str, Changes]:
    """Write down what the organisation pays, from a day on. The rate before it stays, for the days before. Returns its id."""
    made = Rate(
        id=new_id(), kind=kind.strip(), fee=fee, words=words.strip(), pence=pence, unit=unit,
        from_on=from_on or desk.today(), review_on=review_on, cost_code=(cost_code or "").strip() or None,
    )  # fmt: skip
    if not made.kind:
        raise UserError("Say what the rate is for.", _NOT_SAVED)
    _check(kind=kind, pence=pence, words=words, cost_code=cost_code)
    with desk.store.write("Wrote down a rate") as tx:
        tx.add(made, session=None)
        drafts.saved(tx, "rate", "new", ("kind", "words", "pence", "from_on", "review_on", "cost_code"))
    return made.id, tx.changes


def change_rate(desk: Desk, rate: str, **fields: Any) -> Changes:
    """Put a rate right (fields of domain.people_record.Rate). What was worked out by it stays as it was written down."""
    _check(**{k: fields.get(k) for k in ("kind", "pence", "words", "cost_code")})
    with desk.store.write("Changed a rate") as tx:
        if not reading.stands(tx.connection, "rate", rate):
            raise UserError("That rate was taken away.", "Nothing was changed.")
        tx.change("rate", rate, **fields)
    return tx.changes


def remove_rate(desk: Desk, rate: str) -> Changes:
    """Take a rate away; undo brings it back, and amounts stay."""
    with desk.store.write("Took a rate away") as tx:
        tx.remove("rate", rate)
    return tx.changes


# ---- amounts


def add(desk: Desk, person: str, new: NewAmount, *, session: str | None = None) -> tuple[str, Changes]:
    """Write an amount down. Returns its id."""
    with desk.store.write("Wrote down money") as tx:
        made = _add(tx, desk.today(), person, new, session)
    return made, tx.changes


def pay_now(
    desk: Desk, person: str, new: NewAmount, how: PaidHow = PaidHow.CASH, *, session: str | None = None
) -> tuple[str, Changes]:
    """Write an amount down and that it was paid today, as one step. Returns its id."""
    with desk.store.write("Paid somebody") as tx:
        paid = {"paid_on": desk.today(), "paid_pence": new.pence, "how": how}
        made = _add(tx, desk.today(), person, new, session, **paid)
    return made, tx.changes


def offer(desk: Desk, session: str, people: Sequence[str], new: Sequence[NewAmount]) -> Changes:
    """Offer the same to several people, as one step: nothing is owed until they say yes."""
    with desk.store.write("Offered money") as tx:
        for person in people:
            for one in new:
                _add(tx, desk.today(), person, one, session)
    return tx.changes


def change(desk: Desk, claim: str, **fields: Any) -> Changes:
    """Change an amount (fields of domain.people_record.Claim) that was not paid yet."""
    _check(**{k: fields.get(k) for k in ("kind", "pence", "agreed_pence", "words", "charity", "cost_code")})
    with desk.store.write("Changed an amount") as tx:
        now = _one(tx, claim)
        if now.paid_on is not None and not {"words", "cost_code", "receipt", "kind"}.issuperset(fields):
            raise UserError("That was paid already.", "Say first that it was not paid. Nothing was changed.")
        tx.change("claim", claim, **fields)
        drafts.saved(tx, "claim", claim, fields)
    return tx.changes


def answer(
    desk: Desk, claim: str, state: ClaimState, *, less: int | None = None, charity: str | None = None
) -> Changes:
    """Write down what somebody said to an amount: yes, less, no thank you, or that a charity is to have it."""
    _check(agreed_pence=less, charity=charity)
    with desk.store.write("Wrote down what somebody said to money") as tx:
        now = _one(tx, claim)
        if now.paid_on is not None:
            raise UserError("That was paid already.", "Say first that it was not paid. Nothing was changed.")
        if state is ClaimState.LESS and (less is None or not 0 <= less < now.pence):
            raise UserError(
                "Less has to be less than was offered.", "Type how much they would like. Nothing was changed."
            )
        agreed = less if state is ClaimState.LESS else None
        to = (charity or "").strip() or None if state is ClaimState.CHARITY else None
        tx.change("claim", claim, state=state, agreed_pence=agreed, charity=to)
        drafts.saved(tx, "claim", claim, ("agreed_pence", "charity"))
    return tx.changes


def pay(
    desk: Desk,
    paid: Sequence[str],
    how: PaidHow,
    *,
    on: datetime.date | None = None,
    pence: int | None = None,
) -> Changes:
    """Write down that amounts were paid; `pence` for one of them that was paid otherwise than agreed.

    Where less was paid, the rest stays owed as an amount of its own.
    """
    day = on or desk.today()
    if day > desk.today():
        raise UserError("This day is still to come.", f"Write the day on which it was paid. {_NOT_SAVED}")
    _check(pence=pence)
    with desk.store.write("Paid somebody") as tx:
        for row in paid:
            _pay(tx, _one(tx, row), how, day, pence)
    return tx.changes


def not_paid(desk: Desk, claim: str) -> Changes:
    """Say that an amount was not paid after all."""
    with desk.store.write("Said that it was not paid") as tx:
        _one(tx, claim)
        tx.change("claim", claim, paid_on=None, paid_pence=None, how=None)
    return tx.changes


def remove(desk: Desk, claim: str) -> Changes:
    """Take an amount away that was written down by mistake; it waits in the Bin. One that was paid stays."""
    with desk.store.write("Took an amount away") as tx:
        if _one(tx, claim).paid_on is not None:
            raise UserError("That was paid, so it stays.", "Say first that it was not paid. Nothing was changed.")
        tx.remove("claim", claim)
    return tx.changes


def _add(tx: Transaction, today: datetime.date, person: str, new: NewAmount, session: str | None, **paid: Any) -> str:
    _check(kind=new.kind, pence=new.pence, words=new.words, cost_code=new.cost_code)
    if not new.kind.strip():
        raise UserError("Say what it is for.", _NOT_SAVED)
    still_there.row(tx, "person", person)
    if session is not None:
        still_there.session(tx, session)
    order = max((c.order for c in claims.of(tx.connection, session=session, person=person)), default=-1) + 1
    made = Claim(
        id=new_id(), person_id=person, session_id=session, kind=new.kind.strip(), fee=new.fee,
        words=(new.words or "").strip() or None, pence=new.pence, state=new.state, reward=new.reward, due=new.due,
        cost_code=(new.cost_code or "").strip() or None, receipt=new.receipt, rate=new.rate, on=today, order=order, **paid,
    )  # fmt: skip
    tx.add(made, session=session)
    return made.id


def _pay(tx: Transaction, claim: Claim, how: PaidHow, day: datetime.date, pence: int | None) -> None:
    if claim.paid_on is not None:
        raise UserError("That was paid already.", "Nothing was changed.")
    due = money.amount(claim)
    if claim.state is ClaimState.DECLINED:
        raise UserError("They said no thank you to that.", "Nothing was changed.")
    yes: Mapping[str, Any] = {"state": ClaimState.ACCEPTED} if claim.state is ClaimState.OFFERED else {}
    given = due if pence is None else pence
    part = {"agreed_pence": given} if given < due else {}
    tx.change("claim", claim.id, paid_on=day, paid_pence=given, how=how, **yes, **part)
    if given < due:
        values = {"id": claims.rest_id(tx.connection, claim.id), "pence": due, "agreed_pence": None, **yes}
        values |= {"order": claim.order + 1}
        rest = {f: getattr(claim, f) for f in Claim.__dataclass_fields__ if f not in {"key", "given", "unknown"}}
        tx.add(made := Claim(**{**rest, **values}), session=claim.session_id)
        tx.change("claim", made.id, pence=due - given)  # a change, so that two laptops that paid differently are asked


def _one(tx: Transaction, claim: str) -> Claim:
    if not reading.stands(tx.connection, "claim", claim):
        raise UserError("That amount was taken away, so nothing is written to it.", "Nothing was changed.")
    found = reading.one(tx.connection, Claim, claim)
    if found.person_id is None:
        raise UserError("Whoever that was paid to has been erased.", "Only the amount is left. Nothing was changed.")
    return found


def _check(**typed: Any) -> None:
    """Refuse what looks like bank details, and what is no amount."""
    for value in typed.values():
        if isinstance(value, int) and not 0 <= value <= MOST:
            raise UserError("That is no amount that can be paid.", _NOT_SAVED)
        if isinstance(value, str) and money.is_bank_detail(value):
            raise UserError(
                "This looks like a sort code, or the number of an account or a card. Nothing of the kind is kept here.",
                f"Give it to finance by their own form, and take it out here. {_NOT_SAVED}",
            )
