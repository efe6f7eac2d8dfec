"""Lists of money for those who pay it: the day's cash list to be signed, and a line each amount for finance. Private."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from coprod_desktop.domain import money
from coprod_desktop.domain.money import pounds
from coprod_desktop.domain.people_record import Claim
from coprod_desktop.domain.record import Session
from coprod_desktop.publish.dates import with_weekday
from coprod_desktop.publish.document import Document, Heading, Paragraph, Run
from coprod_desktop.publish.form import FormQuestion, SignIn
from coprod_desktop.publish.paper import Cell, Spreadsheet
from coprod_desktop.publish.stories.words import plain, quiet

CASH_LIST, FINANCE = "cash-list", "money-for-finance"
PRIVATE = "Private: it names people and money"
EMPTY_ROWS = 4
_SIGNATURE = 26
"""Letters wide."""
COLUMNS = (
    "Day", "Session", "Person", "What for", "Kind", "Fee or expense", "Pounds owed", "Pounds paid", "Due", "Paid on",
    "How", "Cost code", "Receipt seen",
)  # fmt: skip


def cash_list(session: Session, names: Mapping[str, str], claims: Sequence[Claim]) -> SignIn:
    """Return the sheet: a line each person who is to be paid on the day, and empty ones. `names`: id -> name."""
    due = [claim for claim in claims if money.owed(claim)]
    rows = []
    for person, name in sorted(names.items(), key=lambda one: one[1].casefold()):
        theirs = [claim for claim in due if claim.person_id == person]
        if theirs:
            parts = ", ".join(f"{c.words or c.kind} {pounds(money.owed(c))}" for c in theirs)
            rows.append(f"{name}: {pounds(money.sums(theirs).owed)} ({parts})")
    where = ", ".join(filter(None, (with_weekday(session.date), session.place)))
    document = Document(
        title=f"Cash list: {session.title}",
        lang="en-GB",
        author="",
        subject=PRIVATE,
        blocks=(
            quiet(f"{PRIVATE}. It stays with the person who pays. Cover the other lines when somebody signs."),
            Heading(1, "Cash list"),
            Paragraph((Run(session.title, strong=True), Run(f". {where}"))),
            Paragraph((Run(f"Cash needed: {pounds(money.sums(due).owed)}", strong=True),)),
            plain("Say the amount, count it out, then ask for the signature. Who does not sign can make any mark."),
        ),
        running_head=PRIVATE,
    )
    return SignIn(
        document=document,
        first="Name, how much, and what for",
        asks=(FormQuestion("Paid", ("",)), FormQuestion("Signature", (), letters=_SIGNATURE)),
        names=tuple(rows),
        empty=EMPTY_ROWS,
    )


def for_finance(names: Mapping[str, str], sessions: Mapping[str, Session], claims: Sequence[Claim]) -> Spreadsheet:
    """Return a line each amount that is owed or was paid. Pounds are numbers with two decimals, made from whole pence."""
    there = [claim for claim in claims if claim.paid_on is not None or money.owed(claim)]
    return Spreadsheet(
        title="Private: money",
        columns=COLUMNS,
        rows=tuple(_line(claim, names, sessions) for claim in sorted(there, key=lambda c: (c.on, c.order, c.id))),
    )


def _line(claim: Claim, names: Mapping[str, str], sessions: Mapping[str, Session]) -> tuple[Cell, ...]:
    held = sessions.get(claim.session_id or "")
    return (
        claim.on,
        held.title if held is not None else None,
        names.get(claim.person_id or "", "(erased)") if claim.person_id else "(erased)",
        claim.words or claim.kind,
        claim.kind,
        "fee" if claim.fee else "expense",
        in_pounds(money.owed(claim)),
        in_pounds(money.paid(claim)),
        claim.due,
        claim.paid_on,
        claim.how,
        claim.cost_code,
        {True: "yes", False: "no", None: None}[claim.receipt],
    )


def in_pounds(pence: int) -> Decimal:
    """Return pounds with exactly two decimals."""
    return Decimal(pence).scaleb(-2)
