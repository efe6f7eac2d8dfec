"""Papers about somebody's money in Easy Read: what is offered before they say yes, what it cost them, what they got."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coprod_desktop.domain.people_record import PaidHow
from coprod_desktop.publish.dates import in_words, with_weekday
from coprod_desktop.publish.document import Paragraph, Run
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.shorten import ended, without_brackets
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, hint, plainly

_PAID = {
    PaidHow.CASH: "We paid it in cash.",
    PaidHow.FINANCE: "Our finance team paid it.",
    PaidHow.VOUCHER: "You got it as a voucher.",
}
_LINE = "_" * 20
_EMPTY_LINES = 3


class Amount(NamedTuple):
    """What it is for, the same in a word or two where that is too long, and how much; then how it stands."""

    what: str
    shortly: str
    much: str = ""
    due: datetime.date | None = None
    paid_on: datetime.date | None = None
    how: PaidHow | None = None
    charity: bool = False
    """Whether they asked that a charity has it."""


@dataclass(frozen=True, kw_only=True)
class Purse:
    """Whose paper it is told to, and what it tells."""

    name: str
    private: str
    title: str
    meeting: str
    day: datetime.date | None
    time: Sequence[Amount] = ()
    costs: Sequence[Amount] = ()
    more: Sequence[Amount] = ()
    """What they get besides money."""
    paid: Sequence[Amount] = ()
    owed: str = ""
    so_far: str = ""
    by_hand: bool = False
    whom: str = ""
    """Whom to ask; "" when that is known by nobody but who hands the paper out."""
    ways: Sequence[tuple[str, Paragraph]] = ()
    author: str


def what_you_get(purse: Purse) -> Telling:
    """Return what is offered, that it is their choice, and to get advice first."""
    front = "This paper tells you what we offer you.\nRead it before you say yes."
    return _telling(
        purse,
        front,
        ("time", "For your time", _time(purse.time)),
        ("costs", "What it costs you", _costs(purse.costs)),
        ("more", "What else you get", [plainly(_line(one), signs.STAR, fixed=True) for one in purse.more]),
        ("choice", "It is your choice", _choice()),
        ("benefits", "If you get benefits", _benefits()),
    )


def claim_sheet(purse: Purse) -> Telling:
    """Return what it cost them and what for their time, where each stands, and room for what else it cost."""
    front = "This paper is about money.\nIt tells what it cost you to take part."
    nothing = (
        [] if purse.costs or purse.time else [plainly("We have written nothing down yet.", signs.DRAFT, fixed=True)]
    )
    return _telling(
        purse,
        front,
        ("costs", "What it cost you", [*nothing, *map(_standing, purse.costs)]),
        ("time", "For your time", map(_standing, purse.time)),
        ("owed", "What we still have to pay", _owed(purse)),
        ("write", "Did it cost you more?", _write_on(purse)),
    )


def statement(purse: Purse) -> Telling:
    """Return what they were paid and what they are still to get."""
    front = "This paper is about your money.\nIt tells what we paid."
    so_far = plainly(f"So far we paid {purse.so_far}.", signs.MONEY, fixed=True)
    return _telling(
        purse,
        front,
        ("paid", "What we paid", [so_far, *map(_standing, purse.paid)]),
        ("owed", "What we still have to pay", [*_owed(purse), *map(_standing, (*purse.costs, *purse.time))]),
        ("benefits", "If you get benefits", _benefits()),
    )


def _telling(purse: Purse, what: str, *topics: tuple[str, str, Iterable[Sentence]]) -> Telling:
    told = [(key, title, tuple(rows)) for key, title, rows in (*topics, ("ask", "Who to ask", _ask(purse)))]
    return Telling(
        title=purse.title,
        subject=purse.private,
        cover=Topic("", purse.title, (Part(Place.MORE, tuple(_front(purse, what))),)),
        topics=tuple(Topic(key, title, (Part(Place.MORE, rows),)) for key, title, rows in told if rows),
        author=purse.author,
        running_head=purse.private,
    )


def _front(purse: Purse, what: str) -> Iterator[Sentence]:
    yours = _short(f"It is only for you, {without_brackets(purse.name)}.", "It is only for you.")
    yield plainly(f"This paper is private.\n{yours}", signs.PRIVATE, fixed=True)
    if purse.meeting and purse.day is not None:
        about = _short(ended(without_brackets(purse.meeting)), "Our meeting.")
        runs = (Run(about, strong=True), Run(f"\nThe day: {with_weekday(purse.day)}."))
        yield Sentence(Paragraph(runs), code_of(purse.day), ours=True, fixed=True)
    yield plainly(what, signs.MONEY, fixed=True)


def _time(amounts: Sequence[Amount]) -> Iterator[Sentence]:
    if not amounts:
        yield plainly("We do not offer money for your time.", signs.MONEY, fixed=True)
    for one in amounts:
        yield plainly(_line(one), signs.MONEY, fixed=True)


def _costs(amounts: Sequence[Amount]) -> Iterator[Sentence]:
    yield plainly("We pay for what it costs you to come.", signs.MONEY, fixed=True)
    for one in amounts:
        yield plainly(_line(one), signs.NUMBERS, fixed=True)
    yield plainly("Ask us before you spend money.", signs.ASK, fixed=True)
    yield plainly("Keep your tickets and receipts.", signs.PAPER, fixed=True)


def _choice() -> Iterator[Sentence]:
    yield plainly("You can say yes.", signs.DONE, fixed=True)
    yield plainly("You can ask for less.", signs.NUMBERS, fixed=True)
    yield plainly("You can say no thank you.\nYou can still take part.", signs.NO, fixed=True)
    yield plainly("You can ask us to give it to a charity.", signs.THANKS, fixed=True)


def _benefits() -> Iterator[Sentence]:
    yield plainly("Do you get benefits?\nThen get independent advice before you say yes.", signs.WARN, fixed=True)
    yield plainly("Independent means: they do not work for us.", signs.ASK, fixed=True)
    yield plainly("We cannot tell you what it means for you.", signs.TALK, fixed=True)


def _standing(one: Amount) -> Sentence:
    """Return what an amount is for, and whether they have it."""
    if one.paid_on is not None:
        how = _PAID[one.how] if one.how is not None else "We paid it."
        how = "We gave it to a charity, as you asked." if one.charity else how
        return plainly(f"{_line(one)}\n{how}\nThe day: {in_words(one.paid_on)}.", signs.DONE, fixed=True)
    whom = "\nIt goes to a charity, as you asked." if one.charity else ""
    day = f"We pay it by {in_words(one.due)}." if one.due is not None else "Ask us when we pay it."
    return plainly(f"{_line(one)}{whom}\n{day}", signs.WAITING, fixed=True)


def _owed(purse: Purse) -> Iterator[Sentence]:
    if purse.owed:
        yield plainly(f"We still have to pay {purse.owed}.", signs.WAITING, fixed=True)
    elif purse.costs or purse.time or purse.paid:
        yield plainly("We have paid all of it.", signs.DONE, fixed=True)


def _write_on(purse: Purse) -> Iterator[Sentence]:
    if not purse.by_hand:
        yield plainly("Tell us what it was, and how much.", signs.TALK, fixed=True)
    else:
        yield plainly("Write it here.\nWe can help you with this.", signs.DRAFT, fixed=True)
        for _ in range(_EMPTY_LINES):
            yield plainly(f"What for: {_LINE}\nHow much: £ {_LINE}", signs.NUMBERS, fixed=True)
    yield plainly("Give us your tickets and receipts.", signs.PAPER, fixed=True)
    yield plainly("Do not write the number of your bank account.", signs.NO, fixed=True)
    if purse.by_hand:
        yield plainly(f"Your name: {_LINE}\nThe day: {_LINE}", signs.NAME, fixed=True)


def _ask(purse: Purse) -> Iterator[Sentence]:
    asked = ended(f"Ask {purse.whom}" if purse.whom else "Ask the person who gave you this paper")
    yield plainly(f"Do you have a question?\n{asked}", signs.ASK, fixed=True)
    for label, way in purse.ways:
        words = Paragraph((Run(f"{label}: "), *way.runs))
        yield Sentence(words, ours=True, fixed=True, joins=True)


def _line(one: Amount) -> str:
    """Return "Bus fare: £4.40.", in fewer words where somebody typed a whole story."""
    says: Callable[[str], str] = lambda what: f"{without_brackets(what)}: {one.much}." if one.much else ended(what)  # noqa: E731
    return _short(says(one.what), says(one.shortly), says("This"))


def _short(*ways: str) -> str:
    """Return the first way to say it that is short and plain enough."""
    return next((way for way in ways if not hint(way)), ways[-1])
