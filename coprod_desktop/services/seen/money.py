"""What the Money dialog shows: whose money there is, each amount in words, and what is owed in all."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coprod_desktop.domain import dates, money
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.money import Sums, pounds
from coprod_desktop.domain.people_record import Claim, ClaimState, Rate, Unit
from coprod_desktop.domain.record import Session
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import claims, formats, reading

_UNITS = "|".join(f"{unit}s?" for unit in Unit)
_HOW_MANY = re.compile(
    rf"(?<![\w.,£+−–-])(?<!\d )(\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}})(?:\.(\d{{1,2}}))?\s*({_UNITS})\b", re.I | re.A
)
"""How many of a unit: a number that cannot be anything else. "22,5 miles" and "2 x 11 miles" are not worked out."""
_SEVERAL = re.compile(r"\d\s*[x×*/]\s*\d|\beach way\b|\bboth ways\b|\breturn\b", re.I)
OwedSeen = claims.Owed
"""What is owed in the workspace, as Home shows it."""
EVERYONE = "everyone"
"""In the place of a person: all who are on the session's list."""
_SAID = {
    ClaimState.OFFERED: "offered, no answer yet",
    ClaimState.ACCEPTED: "they said yes",
    ClaimState.LESS: "they asked for less",
    ClaimState.DECLINED: "they said no thank you",
    ClaimState.CHARITY: "goes to a charity",
    ClaimState.CLAIMED: "asked for",
}


@dataclass(frozen=True)
class Amount:
    """One amount as a row. `state` is a key of the states that rows show."""

    id: str
    title: str
    detail: str
    state: str
    state_words: str
    claim: Claim


@dataclass(frozen=True)
class MoneySeen:
    """Who is there to choose from as (name, id), and what one of them has."""

    people: Sequence[tuple[str, str]]
    person: str | None
    amounts: tuple[Amount, ...]
    told: str
    """What is owed, paid and offered, in words."""
    rates: tuple[Rate, ...]


def read(desk: Desk, session: str | None, person: str | None) -> MoneySeen:
    """Return it; with a session, its people and what they have there, else everything the person has."""
    with desk.store.read() as connection:
        if session is not None:
            people = [(p.name, p.id) for p in reading.people(connection, session)]
        else:
            people = [(p.name, p.id) for p in reading.everyone(connection) if p.id == person]
        whose = None if person == EVERYONE else person
        found = claims.of(connection, session=session, person=whose) if person is not None else ()
        day = reading.one(connection, Session, session).date if session is not None else desk.today()
        rates = money.of_day(formats.every(connection, Rate), day, desk.today())
        everybody = found if person is not None else claims.of(connection, session=session) if session else ()
    told = sums_in_words(money.sums(everybody)) if everybody else "Nothing is written down yet."
    names = {row: f"{name}: " for name, row in people} if person == EVERYONE else {}
    rows = tuple(amount(c, desk.today(), names.get(c.person_id or "", "")) for c in found)
    return MoneySeen(sorted(people, key=lambda one: one[0].casefold()), person, rows, told, rates)


def owed(desk: Desk) -> OwedSeen:
    """Return what is owed to people, for Home; the session of the oldest when it is here."""
    with desk.store.read() as connection:
        found = claims.owed(connection, desk.today())
        of = found.session
        session = of if of is not None and reading.stands(connection, "session", of) else None
    return found._replace(session=session)


def amount(claim: Claim, today: datetime.date, whose: str = "") -> Amount:
    """Return one amount in words, with whose it is before them."""
    what = claim.words or claim.kind
    sort = "payment for time" if claim.fee else claim.kind
    parts = [] if sort.casefold() == what.casefold() else [sort]
    if claim.state is ClaimState.LESS and claim.agreed_pence is not None:
        parts.append(f"{_SAID[claim.state]}, not {pounds(claim.pence)}")
    elif claim.state is ClaimState.CHARITY and claim.charity:
        parts.append(f"goes to {claim.charity}")
    elif claim.paid_on is None or claim.state is not ClaimState.CLAIMED:
        parts.append(_SAID[claim.state])
    if claim.reward is not None:
        parts.append(claim.reward)
    state, words = _standing(claim, today)
    if claim.paid_on is not None:
        how = {"cash": "in cash", "finance": "by finance", "voucher": "as a voucher"}.get(claim.how or "", "")
        parts.append(f"paid {f'{how} ' if how else ''}on {dates.short(claim.paid_on)}")
    elif claim.due is not None and money.owed(claim):
        parts.append(f"due {dates.near(claim.due, today)}")
    if claim.receipt is not None:
        parts.append("receipt seen" if claim.receipt else "no receipt")
    shown = money.paid(claim) if claim.paid_on is not None else money.amount(claim) or claim.pence
    title = f"{what[:1].upper()}{what[1:]} · {pounds(shown)}" if shown else f"{what[:1].upper()}{what[1:]}"
    return Amount(claim.id, f"{whose}{title}", " · ".join(parts), state, words, claim)


def _standing(claim: Claim, today: datetime.date) -> tuple[str, str]:
    if claim.paid_on is not None:
        return "done", "paid"
    if claim.state is ClaimState.DECLINED:
        return "info", "not wanted"
    if money.is_late(claim, today):
        return "late", "late"
    return ("waiting", "owed") if money.owed(claim) else ("info", "offered")


def sums_in_words(sums: Sums) -> str:
    """Return "Owed £4.40 · paid £20.00"; what is nothing is left out."""
    parts = [
        f"{words} {pounds(pence)}"
        for words, pence in (("owed", sums.owed), ("paid", sums.paid), ("offered", sums.offered))
        if pence
    ]
    told = " · ".join(parts) or "nothing owed"
    return told[:1].upper() + told[1:]


def owed_in_words(seen: OwedSeen) -> str:
    """Return what Home says; "" when nothing is owed."""
    if not seen.pence:
        return ""
    if seen.late_pence:
        rest = "" if seen.late_pence == seen.pence else f" {pounds(seen.pence)} is owed in all."
        who = counted(seen.late_people, "person", "people")
        return f"{pounds(seen.late_pence)} owed to {who} is late.{rest}"
    return f"{pounds(seen.pence)} is owed to {counted(seen.people, 'person', 'people')}."


def by_rate(words: str, kind: str, rates: Iterable[Rate]) -> tuple[Rate, int] | None:
    """Return the rate for words such as "22 miles" or "payment for 3 hours", and the pence it comes to; None for no rate.

    A rate for a whole session, or a day, needs no number.
    """
    there = [rate for rate in rates if rate.kind == kind]
    found = [] if _SEVERAL.search(words) else list(_HOW_MANY.finditer(words))
    if len(found) == 1:
        (one,) = found
        for rate in there:
            if one[3].casefold().removesuffix("s") == rate.unit:
                hundredths = int(one[1].replace(",", "")) * 100 + int((one[2] or "").ljust(2, "0"))
                return rate, money.worked_out(rate, hundredths)
    whole = [rate for rate in there if rate.unit in ("session", "day")]
    return (whole[0], whole[0].pence) if len(there) == len(whole) == 1 and not re.search(r"\d", words) else None
