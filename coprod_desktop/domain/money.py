"""Money of people who take part: what is owed and paid, in whole pence, and what of it a session's file lists.

Nothing here says what anybody should be paid, or what an amount means for their benefits: that is for an adviser.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.people_record import Claim, ClaimState, Rate, Unit

EXPENSES = (
    "travel", "parking", "carer cover", "personal assistant", "childcare", "food", "phone or data", "printing",
    "equipment hire",
)  # fmt: skip
OTHER = "other"
FEES = ("payment for time", "something they chose")
"""What somebody gets for their time, apart from what it cost them."""
OWED = frozenset({ClaimState.ACCEPTED, ClaimState.LESS, ClaimState.CHARITY, ClaimState.CLAIMED})
"""What is said of an amount that is to be paid."""
ADVICE = "If you get benefits, get independent advice before you say yes."
"""Rule D27: nothing here says that any amount, or any kind of it, does not count."""

_KINDS = {
    "parking": r"parking|car park",
    "carer cover": r"carer|replacement care|respite|sitting service|cover (?:for|at) home",
    "personal assistant": r"\bpas?\b|personal assist|support worker",
    "childcare": r"child|nursery|creche|baby",
    "food": r"food|lunch|dinner|meal|tea\b|coffee|sandwich|refreshment|snack",
    "phone or data": r"phone|\bdata\b|mobile|internet|wi-?fi|top.?up",
    "printing": r"print|photocop|paper|ink\b|stamp|postage",
    "equipment hire": r"equipment|hire\b(?<!car hire)|\bloop\b|wheelchair",
    "travel": r"travel|bus\b|buses|train|tram|taxi|cab\b|fare|mile|petrol|fuel|car\b|ferry|minibus|uber|walk|cycl|transport",
}
_BANK = re.compile(
    r"(?<![\d.])\d{2}( |\s?[-–—_]\s?)\d{2}\1\d{2}(?![\d-])(?!\s*(?:am|pm)\b)|(?<!\d)(?<!\d[ -])(?!(?:[01]\d|2[0-3])[0-5]\d-(?:[01]\d|2[0-3])[0-5]\d)\d{4}[ -]?\d{4}(?![ -]?\d)"
    r"|(?<!\d)\d{4}([ -]?)\d{4}\2\d{4}\2\d{4}(?!\d)|\b3[47]\d{2}([ -]?)\d{6}\3\d{5}(?!\d)|\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}[ ]?\d{4}"
    r"|(?<!\d)(?:\d{6}|\d{2}([./])\d{2}\4\d{2})\D{1,12}\d{7,8}(?!\d)"
    r"|\biban\b|\bsort ?code\b|\baccount (?:number|no)\b|\broll (?:number|no)\b|\bcvv\b"
    r"|\b(?:sort|sc|acc|acct|a/c)\D{0,12}\d{6,8}(?!\d)|\baccount\D{0,30}\d{6,8}(?!\d)",
    re.IGNORECASE,
)


def kind_of(words: str) -> str:
    """Return which kind of expense words are of: "bus" is travel. OTHER when they do not say."""
    told = fold(words)
    if told in EXPENSES:
        return told
    return next((kind for kind, found in _KINDS.items() if re.search(found, told)), OTHER)


def is_bank_detail(words: str | None) -> bool:
    """Tell whether words look like a sort code, an account or card number, also said in words: nothing of the kind is kept."""
    if not words:
        return False
    from coprod_desktop.domain.check.spoken import turned  # many words, that a start does not need

    return any(_BANK.search(said) for said in (words, turned(fold(words)).text))


def pounds(pence: int) -> str:
    """Return "£4.40", "£1,250.00": money that somebody counts shows its pence."""
    return f"£{pence // 100:,}.{pence % 100:02d}"


def price(pence: int) -> str:
    """Return what one of something costs: "45p", "£20.00"."""
    return f"{pence}p" if pence < 100 else pounds(pence)


# ---- what is owed, what was paid


def amount(claim: Claim) -> int:
    """Return the pence it is about: what they said yes to, where they said less; nothing for what they did not want."""
    if claim.state is ClaimState.DECLINED:
        return 0
    return claim.pence if claim.agreed_pence is None else claim.agreed_pence


def paid(claim: Claim) -> int:
    """Return the pence that were paid."""
    if claim.paid_on is None:
        return 0
    return amount(claim) if claim.paid_pence is None else claim.paid_pence


def owed(claim: Claim) -> int:
    """Return the pence that are to be paid still. What is only offered is not owed yet."""
    return amount(claim) if claim.paid_on is None and claim.state in OWED else 0


def is_late(claim: Claim, today: datetime.date) -> bool:
    """Tell whether it is owed and its day is past."""
    return owed(claim) > 0 and claim.due is not None and claim.due < today


class Sums(NamedTuple):
    """Pence of several amounts."""

    owed: int = 0
    paid: int = 0
    offered: int = 0


Key = TypeVar("Key", bound=Hashable)


def sums(claims: Iterable[Claim]) -> Sums:
    """Add amounts up."""
    claims = tuple(claims)
    offered = sum(amount(c) for c in claims if c.state is ClaimState.OFFERED and c.paid_on is None)
    return Sums(sum(map(owed, claims)), sum(map(paid, claims)), offered)


def sums_by(claims: Iterable[Claim], key: Callable[[Claim], Key]) -> dict[Key, Sums]:
    """Add amounts up by what `key` says of each, in the order in which that comes first."""
    parts: dict[Key, list[Claim]] = {}
    for claim in claims:
        parts.setdefault(key(claim), []).append(claim)
    return {found: sums(some) for found, some in parts.items()}


# ---- rates


def rate_for(rates: Iterable[Rate], kind: str, *, fee: bool, on: datetime.date) -> Rate | None:
    """Return the rate for a kind that stood on a day; None when nobody has typed one in."""
    there = [rate for rate in rates if rate.kind == kind and rate.fee == fee and rate.from_on <= on]
    return max(there, key=lambda rate: (rate.from_on, rate.id), default=None)


def standing(rates: Sequence[Rate], on: datetime.date) -> tuple[Rate, ...]:
    """Return the rates that stand on a day, one of each kind and unit, in the order they were typed in."""
    newest: dict[tuple[str, bool, Unit, str], Rate] = {}
    for rate in sorted((r for r in rates if r.from_on <= on), key=lambda r: (r.from_on, r.id)):
        newest[rate.kind, rate.fee, rate.unit, rate.words] = rate
    return tuple(rate for rate in rates if rate in newest.values())


def of_day(rates: Sequence[Rate], on: datetime.date, today: datetime.date) -> tuple[Rate, ...]:
    """Return the rates by which what happened on a day is paid; of a kind for which none stood yet, today's."""
    there = standing(rates, on)
    known = {(rate.kind, rate.fee, rate.unit) for rate in there}
    return there + tuple(r for r in standing(rates, today) if (r.kind, r.fee, r.unit) not in known)


def worked_out(rate: Rate, hundredths: int) -> int:
    """Return the pence of so many hundredths of a rate's unit; half a penny is rounded up."""
    return (rate.pence * hundredths + 50) // 100


def to_review(rates: Iterable[Rate], today: datetime.date) -> tuple[Rate, ...]:
    """Return the rates whose day to be looked at again has come."""
    return tuple(rate for rate in rates if rate.review_on is not None and rate.review_on <= today)


# ---- one fact: what the file of a session calls a person's expenses


def is_expense(claim: Claim) -> bool:
    """Tell whether the file lists it: an expense that was asked for or agreed, not what is only offered."""
    return not claim.fee and claim.reward is None and claim.state in OWED


def expenses(claims: Iterable[Claim]) -> tuple[tuple[str, int], ...]:
    """Return (what for, pence) of each expense, in their order."""
    there = [claim for claim in claims if is_expense(claim)]
    return tuple((c.words or c.kind, amount(c)) for c in sorted(there, key=lambda c: c.order))


def from_expenses(
    session: str, person: str, on: datetime.date, listed: Sequence[tuple[str, int]], told: Iterable[Claim] = ()
) -> Iterator[Claim]:
    """Yield an amount for each expense that a file lists and no amount of the file's own (`told`) says already.

    Its id is made from where it stands and what it is for, so that every laptop makes the same of the same file.
    """
    there = Counter(expenses(told))
    seen: Counter[str] = Counter()
    for order, (what, pence) in enumerate(listed):
        again, seen[what] = seen[what], seen[what] + 1
        if there[what, pence]:
            there[what, pence] -= 1
            continue
        yield Claim(
            id=made_id("expense", session, person, what, str(again)),
            person_id=person,
            session_id=session,
            kind=kind_of(what),
            words=what,
            pence=pence,
            state=ClaimState.CLAIMED,
            on=on,
            order=order,
        )
