"""The privacy notice in Easy Read: what is kept, what becomes of it, how long, what one can do, and whom to ask.

The long notice stands beside it and says what lets us do this. What is not filled in is said to be so here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.keep_rules import Kind
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.shorten import ended, without_brackets
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, plainly

TITLE = "What we do with what you tell us"
_KINDS: Mapping[Kind, tuple[str, str]] = {
    Kind.SIGN_IN: ("The list of who came", signs.PEOPLE),
    Kind.PHOTO: ("Photos of sheets of paper", signs.PAPER),
    Kind.RAW_NOTES: ("The first notes of a meeting", signs.DRAFT),
    Kind.NOTES: ("Notes that we make for us", signs.DRAFT),
    Kind.EVALUATION: ("Numbers about who came", signs.NUMBERS),
    Kind.CLAIMS: ("What we paid", signs.MONEY),
    Kind.PEOPLE: ("What we know about you", signs.NAME),
    Kind.SESSIONS: ("All about a meeting", signs.TALK),
}
"""What each kind of record is called here, with its picture."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What it is told from. `contact` is the organisation's own words, "" where nothing is filled in."""

    organisation: str
    contact: str
    complain_phone: str
    """The number of the Information Commissioner, as the notice has it; "" where it has none."""
    months: Sequence[tuple[Kind, int]]
    draft: bool


def easy_notice(told: Told) -> Telling:
    """Return the notice."""
    topics = (
        ("keep", "What we keep", _keep()),
        ("use", "What we do with it", _use()),
        ("long", "How long we keep it", _long(told.months)),
        ("rights", "What you can do", _rights()),
        ("ask", "Who to ask", _ask(told)),
    )
    return Telling(
        title=TITLE,
        subject="Privacy notice in Easy Read",
        cover=Topic("", TITLE, (_part(_front(told)),)),
        topics=tuple(Topic(key, title, (_part(sentences),)) for key, title, sentences in topics),
        author=told.organisation,
    )


def _part(sentences: Iterable[Sentence]) -> Part:
    return Part(Place.MORE, tuple(sentences))


def _front(told: Told) -> Iterator[Sentence]:
    if told.draft:
        yield plainly("This paper is not finished.\nDo not use it yet.", signs.WARN, fixed=True)
    if told.organisation:
        yield plainly(f"This paper is from {ended(without_brackets(told.organisation))}", signs.PLACE, fixed=True)
    yield plainly("You tell us things.\nThis paper says what we do with them.", signs.PAPER, fixed=True)
    yield plainly("You can ask us to read it with you.", signs.ASK, fixed=True)


def _keep() -> Iterator[Sentence]:
    yield plainly("Your name, if you tell us.", signs.NAME, fixed=True)
    yield plainly("How to reach you, if you tell us.", signs.PHONE, fixed=True)
    yield plainly("What you need to take part.", signs.FORM, fixed=True)
    yield plainly("What you say.", signs.SAID, fixed=True)
    yield plainly("What we pay you.", signs.MONEY, fixed=True)


def _use() -> Iterator[Sentence]:
    yield plainly("We keep it on our own computers.", signs.PRIVATE, fixed=True)
    yield plainly("We do not sell it.", signs.NO, fixed=True)
    yield plainly("We print your name only if you say yes.", signs.NAME, fixed=True)
    yield plainly("We print your own words only if you say yes.", signs.SAID, fixed=True)
    yield plainly("Someone may be in danger.\nThen we have to tell other people.", signs.WARN, fixed=True)


def _long(months: Sequence[tuple[Kind, int]]) -> Iterator[Sentence]:
    if not months:
        yield plainly("We have not decided yet.\nYou can ask us.", signs.WAITING, fixed=True)
    for kind, many in months:
        words, picture = _KINDS[kind]
        yield plainly(f"{words}:\n{many} {'month' if many == 1 else 'months'}.", picture, fixed=True)
    yield plainly("Our copies can hold it 8 weeks more.", signs.WAITING, fixed=True)


def _rights() -> Iterator[Sentence]:
    yield plainly("You can ask what we keep about you.", signs.ASK, fixed=True)
    yield plainly("You can have it put right.", signs.CHANGED, fixed=True)
    yield plainly("You can have it taken out.", signs.NO, fixed=True)
    yield plainly("You can change your mind.\nTell us when you want to.", signs.AGAIN, fixed=True)
    yield plainly("You can take part and not give your name.", signs.PEOPLE, fixed=True)


def _ask(told: Told) -> Iterator[Sentence]:
    contact = told.contact or "This is not filled in yet."
    yield plainly(f"Do you have a question?\n{ended(without_brackets(contact))}", signs.PHONE, fixed=True)
    yield plainly("Are you not happy with us?\nTell us first.", signs.TALK, fixed=True)
    yield plainly("You can also tell the ICO.\nThe ICO checks what we do.", signs.FORM, fixed=True)
    if told.complain_phone:
        yield plainly(f"The phone number of the ICO:\n{told.complain_phone}.", signs.PHONE, fixed=True)
