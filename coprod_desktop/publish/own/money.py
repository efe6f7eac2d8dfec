"""Papers about somebody's money, for that person: what they will get, a claim sheet, a statement, a letter of facts.

Private. They say what is offered, asked for and paid, and nothing of what it means for anybody's benefits (rule D27).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coprod_desktop.domain import money
from coprod_desktop.domain.money import pounds, price
from coprod_desktop.domain.people_record import Claim, ClaimState, PaidHow, Rate, Reward
from coprod_desktop.domain.record import Organisation, Session
from coprod_desktop.publish.dates import in_words, with_weekday
from coprod_desktop.publish.document import Block, Bullets, Document, Facts, Heading, Mark, Paragraph, Run, Table
from coprod_desktop.publish.easy import money as easy
from coprod_desktop.publish.own.letter import greeting
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.stories.contact import after_to_ask, with_mail, with_number
from coprod_desktop.publish.stories.words import plain, quiet, sentence

WHAT_YOU_GET, CLAIM_SHEET, STATEMENT, FACTS = "what-you-will-get", "claim-sheet", "money-statement", "letter-of-facts"
TITLES = {
    WHAT_YOU_GET: "What you will get",
    CLAIM_SHEET: "Claim sheet",
    STATEMENT: "Your money: a statement",
    FACTS: "What was paid, and what for",
}
PRIVATE = "Private: for one person"
CHOICES = (
    "Yes, I would like this.",
    "I would like less: say how much.",
    "No thank you. You can take part all the same.",
    "Please give it to a charity: say which.",
)
NO_BANK = "Please do not write bank details on this paper."
_REWARDS = {
    Reward.VOUCHER: "A voucher",
    Reward.TRAINING: "Training",
    Reward.CERTIFICATE: "A certificate",
    Reward.REFERENCE: "A reference",
}
_HOW = {PaidHow.CASH: "in cash", PaidHow.FINANCE: "by our finance team", PaidHow.VOUCHER: "as a voucher"}
_EMPTY_ROWS = 3
_RULE = "_" * 26


@dataclass(frozen=True, kw_only=True)
class Purse:
    """Whose paper it is, and what it tells."""

    name: str
    salutation: str | None
    claims: Sequence[Claim]
    rates: Sequence[Rate]
    """Of the organisation, that stand today: what expenses are paid by."""
    sessions: dict[str, Session]
    """What each amount is of, by id."""
    session: Session | None
    """The one the paper is about; None for all there is."""
    organisation: Organisation | None
    written_on: datetime.date
    by_hand: bool = False
    """Whether it is written on with a pen."""


def paper(kind: str, purse: Purse) -> Paper:
    """Return one of the papers of TITLES."""
    title, ours = TITLES[kind], _ours(purse)
    private = PRIVATE if kind != FACTS else "Private: it names a person"
    # whoever hands four of them out has to see whose each is
    whose = f"Private: for {purse.name}" if kind != FACTS else private
    document = Document(
        title=title,
        lang="en-GB",
        author=ours,
        subject=private,
        blocks=(
            *((quiet(ours),) if ours else ()),
            quiet(f"{whose}. {in_words(purse.written_on)}"),
            Heading(1, title),
            *_TELLS[kind](purse),
            *_whom_to_ask(purse, kind),
        ),
        running_head=private,
    )
    told = _EASY[kind](_to_tell(kind, purse)) if kind in _EASY else None
    return Paper(kind=kind, document=document, easy=told)


# ---- the amounts before the yes


def _what_you_get(purse: Purse) -> Iterator[Block]:
    """All on one page, so that nobody says yes before they have come to the end."""
    yield plain(greeting(purse.salutation))
    yield Paragraph((Run("This is what we offer you"), *_for_what(purse), Run(". Please read it before you say yes.")))
    offers = [_offer(claim) for claim in _offers(purse, fee=True)] or ["We do not offer a payment for your time"]
    offers += [_reward(c) for c in _rewards(purse)]
    costs = [(_what(claim), pounds(money.amount(claim))) for claim in _offers(purse, fee=False)]
    costs += [(_first(r.words or r.kind), f"{price(r.pence)} for each {r.unit}") for r in purse.rates if not r.fee]
    offered = [*_offers(purse, fee=True), *_offers(purse, fee=False), *_rewards(purse)]
    days = [claim.due for claim in offered if claim.due is not None]
    when = [("You get it by", with_weekday(max(days)))] if days else []
    yield Heading(2, "What we offer")
    rows = [
        ("For your time", sentence("; ".join((offers[0], *(one[:1].lower() + one[1:] for one in offers[1:]))))),
        *costs,
        *when,
    ]
    yield Facts(tuple((label, plain(words)) for label, words in rows))
    yield plain("Ask us before you spend money. Keep your receipts.")
    yield Heading(2, "Before you say yes")
    advice = " It comes from people who do not work for us: we cannot give it."
    yield Paragraph((Run(money.ADVICE, strong=True), Run(advice)))
    yield Heading(2, "It is your choice")
    box = Mark.BOX if purse.by_hand else None
    yield Bullets(tuple(Paragraph((Run(words),), mark=box) for words in CHOICES))


def _offer(claim: Claim) -> str:
    much = pounds(money.amount(claim))
    return much if claim.kind == money.FEES[0] and not claim.words else f"{_what(claim)} {much}"


def _offers(purse: Purse, *, fee: bool) -> list[Claim]:
    wanted = (c for c in purse.claims if c.fee is fee and c.reward is None and c.state is not ClaimState.DECLINED)
    return [claim for claim in wanted if fee or claim.state is not ClaimState.CLAIMED]


def _rewards(purse: Purse) -> list[Claim]:
    return [c for c in purse.claims if c.reward is not None and c.state is not ClaimState.DECLINED]


def _reward(claim: Claim) -> str:
    kind = _REWARDS[claim.reward or Reward.VOUCHER]
    worth = f" of {pounds(claim.pence)}" if claim.pence else ""
    words = f": {claim.words}" if claim.words and claim.words.casefold() != claim.reward else ""
    return f"{kind}{worth}{words}"


# ---- asking for it


def _claim_sheet(purse: Purse) -> Iterator[Block]:
    yield plain(greeting(purse.salutation))
    yield Paragraph((Run("This is for what it cost you to take part"), *_for_what(purse, " in "), Run(".")))
    due = _due(purse)
    for fee, title in ((False, "What it cost you"), (True, "For your time, apart from that")):
        some = [claim for claim in due if claim.fee is fee]
        if some:
            rows = tuple((_what(c), pounds(money.amount(c)), _state(c)) for c in some)
            yield Table(title, ("What for", "Amount", "Where it stands"), rows)
            yield Paragraph((Run(f"Still to be paid: {pounds(money.sums(some).owed)}.", strong=True),))
    if not due:
        yield plain("Nothing is written down yet.")
    if purse.by_hand:
        yield Heading(2, "What else it cost you")
        yield plain(f"Somebody will help you with this, if you like. {NO_BANK}")
        line = f"What for: {'_' * 24}  £ {'_' * 8}"
        yield Facts(tuple((str(n), plain(line)) for n in range(1, _EMPTY_ROWS + 1)))
        yield Facts((("Signed, and the day", plain(_RULE)),))


def _due(purse: Purse) -> list[Claim]:
    return [claim for claim in purse.claims if money.owed(claim) or (claim.paid_on is not None and not claim.fee)]


def _paid(purse: Purse) -> list[Claim]:
    return sorted((c for c in purse.claims if c.paid_on is not None), key=lambda c: (c.paid_on or c.on, c.on))


def _statement(purse: Purse) -> Iterator[Block]:
    yield plain(greeting(purse.salutation))
    there = [claim for claim in purse.claims if claim.paid_on is not None or money.owed(claim)]
    sums = money.sums(there)
    yield Facts((("Paid to you so far", plain(pounds(sums.paid))), ("Still to be paid", plain(pounds(sums.owed)))))
    paid = _paid(purse)
    if paid:
        rows, so_far = [], 0
        for claim in paid:
            so_far += money.paid(claim)
            day = in_words(claim.paid_on or claim.on)
            rows.append((day, _what_and_where(claim, purse), pounds(money.paid(claim)), pounds(so_far)))
        yield Table("What was paid", ("Paid on", "What for", "Amount", "So far"), tuple(rows))
    left = [claim for claim in there if money.owed(claim)]
    if left:
        rows_left = tuple((_what_and_where(c, purse), pounds(money.owed(c)), _first(_by(c))) for c in left)
        yield Table("What is still to be paid", ("What for", "Amount", "By when"), rows_left)
    yield Paragraph((Run(money.ADVICE.replace("say yes", "say yes to more"), strong=True),))


def _facts(purse: Purse) -> Iterator[Block]:
    """State days, amounts and what for; nothing is asked and nothing is concluded."""
    paid = _paid(purse)
    ours = _ours(purse) or "We"
    yield plain("To whom it may concern")
    yield Paragraph(
        (
            Run(f"{ours} {'state' if ours == 'We' else 'states'} these facts about what was paid to "),
            Run(purse.name, strong=True),
            Run("."),
        )
    )
    if not paid:
        yield plain("Nothing was paid.")
    for fee, title in ((False, "Expenses: what it cost to take part"), (True, "Payment for time")):
        some = [claim for claim in paid if claim.fee is fee]
        if some:
            rows = tuple(
                (in_words(c.paid_on or c.on), _what_and_where(c, purse), f"{pounds(money.paid(c))} {_how(c)}".strip())
                for c in some
            )
            yield Table(title, ("Paid on", "What for", "Amount"), rows)
            yield plain(f"Together: {pounds(sum(map(money.paid, some)))}.")
    yield plain("This letter states what was paid, when, and what for. It gives no advice.")
    ours_by_hand = (("Organisation", plain(_RULE)),) if ours == "We" else ()
    yield Facts((("Signed", plain(_RULE)), ("Name and role", plain(_RULE)), *ours_by_hand))


# ---- small words


def _what(claim: Claim) -> str:
    return _first(claim.words or claim.kind)


def _what_and_where(claim: Claim, purse: Purse) -> str:
    held = purse.sessions.get(claim.session_id or "")
    return f"{_what(claim)}: {held.title}, {in_words(held.date)}" if held is not None else _what(claim)


def _state(claim: Claim) -> str:
    return f"Paid {_how(claim)}".strip() if claim.paid_on is not None else f"To be paid, {_by(claim)}"


def _by(claim: Claim) -> str:
    return f"by {in_words(claim.due)}" if claim.due is not None else "no day set"


def _how(claim: Claim) -> str:
    return _HOW[claim.how] if claim.how is not None else ""


def _first(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _for_what(purse: Purse, joined: str = " for ") -> tuple[Run, ...]:
    if purse.session is None:
        return (Run(f"{joined}our work together"),)
    return (Run(joined), Run(purse.session.title, strong=True), Run(f" on {with_weekday(purse.session.date)}"))


def _ours(purse: Purse) -> str:
    named = purse.organisation.name if purse.organisation else None
    return named or (purse.session.organisation if purse.session else None) or ""


def _whom_to_ask(purse: Purse, kind: str) -> Iterator[Block]:
    who, ways = _asked(purse)
    if kind == FACTS and not who and not ways:
        yield Facts(
            (("Questions about this letter: ring or write to", plain(_RULE)),)
        )  # nobody gave it to who reads it
        return
    asked = f"Ask {who}" if who else "" if kind == FACTS else "Ask whoever gave you this paper"
    runs = [Run(f"Questions? {asked}")]
    for verb, way in ways:
        before = " or " if len(runs) > 1 else ": " if asked else ""
        runs += [Run(f"{before}{verb if before else verb.capitalize()} "), *way.runs]
    yield Paragraph((*runs, Run(".")))


def _asked(purse: Purse) -> tuple[str, list[tuple[str, Paragraph]]]:
    """Return whom to ask, and the ways to reach them that are known."""
    ours = purse.organisation
    session = after_to_ask(purse.session.contact).rstrip(".") if purse.session and purse.session.contact else None
    who = (ours.contact_name if ours else None) or session
    ways = [
        ("ring", with_number(ours.phone or "") if ours else None),
        ("text", plain(ours.text_number or "") if ours else None),
        ("write to", with_mail(ours.mail or "") if ours else None),
    ]
    return who or "", [(verb, way) for verb, way in ways if way is not None and way.runs[0].text]


# ---- in Easy Read


def _to_tell(kind: str, purse: Purse) -> easy.Purse:
    who, ways = _asked(purse)
    return easy.Purse(
        name=purse.name,
        private=PRIVATE,
        title=TITLES[kind],
        meeting=purse.session.title if purse.session else "",
        day=purse.session.date if purse.session else None,
        by_hand=purse.by_hand,
        whom=who,
        ways=[(verb.capitalize(), way) for verb, way in ways],
        author=_ours(purse),
        **_amounts(kind, purse),
    )


def _amounts(kind: str, purse: Purse) -> dict[str, Any]:
    if kind == WHAT_YOU_GET:
        rates = (r for r in purse.rates if not r.fee)
        priced = [
            easy.Amount(_first(r.words or r.kind), _first(r.kind), f"{price(r.pence)} for each {r.unit}") for r in rates
        ]
        return {
            "time": [_amount(c) for c in _offers(purse, fee=True)],
            "costs": [*map(_amount, _offers(purse, fee=False)), *priced],
            "more": [easy.Amount(_reward(c), _reward(replace(c, words=None))) for c in _rewards(purse)],
        }
    there = _due(purse) if kind == CLAIM_SHEET else [c for c in purse.claims if money.owed(c)]
    sums = money.sums(purse.claims)
    return {
        "costs": [_amount(c) for c in there if not c.fee],
        "time": [_amount(c) for c in there if c.fee],
        "paid": [_amount(c, money.paid(c)) for c in _paid(purse)] if kind == STATEMENT else (),
        "owed": pounds(sums.owed) if sums.owed else "",
        "so_far": pounds(sums.paid),
    }


def _amount(claim: Claim, pence: int | None = None) -> easy.Amount:
    much = pounds(money.amount(claim) if pence is None else pence)
    given = claim.state is ClaimState.CHARITY
    return easy.Amount(_what(claim), _first(claim.kind), much, claim.due, claim.paid_on, claim.how, given)


_EASY = {WHAT_YOU_GET: easy.what_you_get, CLAIM_SHEET: easy.claim_sheet, STATEMENT: easy.statement}
_TELLS = {WHAT_YOU_GET: _what_you_get, CLAIM_SHEET: _claim_sheet, STATEMENT: _statement, FACTS: _facts}
