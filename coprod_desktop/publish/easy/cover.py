"""The first and the last page of an Easy Read paper: what it is, when it was, whom to ask, and what happens next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from coprod_desktop.domain.check.kinds import has_gap
from coprod_desktop.domain.permission import Circle
from coprod_desktop.publish.branded import Branded
from coprod_desktop.publish.dates import clock, clock_after, in_words, with_weekday
from coprod_desktop.publish.document import Paragraph, Picture, Run
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.rest import labelled
from coprod_desktop.publish.easy.shorten import ended, without_brackets, without_gaps
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, plainly, source_of
from coprod_desktop.publish.for_whom import WHO_CAME, OnlyFor
from coprod_desktop.publish.imprint import accent_of
from coprod_desktop.publish.paper import fingerprint
from coprod_desktop.publish.snapshot import PublicBrand, PublicSnapshot
from coprod_desktop.publish.stories.contact import names_contact, with_mail, with_number
from coprod_desktop.publish.stories.words import at_place, plain

HEAD = ""
"""The key of the cover, where what is written for it is kept."""
_LINES = re.compile(r"\s*\n\s*")
_TELEPHONE = re.compile(r"\+?\d[\d ()-]{6,}\d")


def telling(
    title: str,
    cover: Iterable[Sentence],
    topics: Iterable[Topic],
    *snapshots: PublicSnapshot,
    subject: str = "",
    private: str = "",
) -> Telling:
    """Return a whole paper of these snapshots. `private` stands at the head of what is for one person alone."""
    first = snapshots[0]
    brand = next((s.brand for s in snapshots if s.brand is not None), None)
    whom = WHO_CAME if not private and any(s.circle is Circle.CAME for s in snapshots) else None
    front = (*_for_whom(whom), *cover)
    sources = tuple((s.title, s.date, s.end_date, s.start, s.end, s.place, s.contact, s.purpose, s.cannot_change, s.project, s.pot_pence, s.max_bid_pence, s.came, s.came_in_all, s.way) for s in snapshots)  # fmt: skip
    unfinished = "; ".join(dict.fromkeys(reason for s in snapshots for reason in s.draft_reasons if s.draft))
    return Telling(
        title=title,
        subject=private or subject or f"{without_gaps(first.title)}, {with_weekday(first.date)}",
        cover=Topic(HEAD, title, (Part(Place.MORE, front),), source=source_of(title, sources)),
        topics=tuple(topics),
        author=first.organisation or (brand and brand.name) or "",
        running_head=private or (whom.head if whom else ""),
        unfinished="" if private else unfinished,
        fingerprint=fingerprint(*snapshots),
        accent=accent_of(brand),
        logo=_logo(brand),
    )


def of_paper(
    title: str,
    front: Iterable[Sentence],
    topics: Iterable[Topic],
    paper: Branded,
    author: str,
    whom: OnlyFor | None = None,
) -> Telling:
    """Return a whole paper that is of no one session; `whom` it is only for, if so."""
    rows = (*_for_whom(whom), *front)
    return Telling(
        title=title,
        subject=title,
        cover=Topic(HEAD, title, (Part(Place.MORE, rows),), source=source_of(title, rows)),
        topics=tuple(topics),
        author=author,
        running_head=whom.head if whom else "",
        accent=accent_of(paper.brand),
        logo=_logo(paper.brand),
    )


def _logo(brand: PublicBrand | None) -> Picture | None:
    logo = brand.logo if brand else None
    return Picture(logo.data, logo.alt, logo.width, logo.height) if logo else None


def _for_whom(whom: OnlyFor | None) -> Iterator[Sentence]:
    if whom:
        yield plainly("\n".join(whom.sentences), signs.PEOPLE)


def what_it_is(snapshot: PublicSnapshot, what: str) -> Iterator[Sentence]:
    """Yield the name of the session, and one sentence that says what the paper is."""
    yield Sentence(Paragraph((Run(without_brackets(without_gaps(snapshot.title)), strong=True), Run(f"\n{what}"))), signs.PAPER, ours=True, fixed=True)  # fmt: skip


def when_and_where(snapshot: PublicSnapshot, *, before: bool = False) -> Iterator[Sentence]:
    """Yield the day, the place and the times."""
    is_was = "is" if before else "was"
    yield _day(f"The meeting {is_was} on", snapshot.date)
    if snapshot.end_date and snapshot.end_date != snapshot.date:
        yield _day("It ends on" if before else "It ended on", snapshot.end_date)
    if place := ", ".join(part for part in (snapshot.place or "").split(", ") if not has_gap(part)):
        where = at_place(without_brackets(place))
        yield plainly(ended(f"It {is_was} {where}"), signs.PLACE if where.startswith("at ") else None)
    if before and snapshot.start:
        until = f"\nIt ends at {clock_after(snapshot.start, snapshot.end)}." if snapshot.end else ""
        yield plainly(f"It starts at {clock(snapshot.start)}.{until}")


def _day(words: str, day: date) -> Sentence:
    return plainly(f"{words} {with_weekday(day)}.", code_of(day))


def who_came(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    """Yield how many people came."""
    n = snapshot.came_in_all
    if n:
        yield plainly(f"{n} {'person' if n == 1 else 'people'} came.", signs.PEOPLE)


def about(snapshot: PublicSnapshot, *, before: bool = False) -> Iterator[Sentence]:
    """Yield what it was about and what could not change."""
    yield from labelled("It is about" if before else "It was about", snapshot.purpose, signs.ABOUT)
    cannot = "This cannot change" if before else "This could not change"
    yield from labelled(cannot, snapshot.cannot_change, signs.RULES)


def whom_to_ask(*snapshots: Branded, what: str = "Do you want to ask us something?") -> Iterator[Sentence]:
    """Yield whom to ask and how, a way a row."""
    first = next((s for s in snapshots if names_contact(s)), None)
    if first is not None and first.brand is not None:
        yield from _ways(first.brand, what)
    elif len(snapshots) == 1 and snapshots[0].contact:
        contact = without_gaps(snapshots[0].contact)
        sign = signs.PHONE if _TELEPHONE.search(contact) else signs.ASK
        yield _kept(with_mail(f"{what}\n{_LINES.sub(', ', contact)}"), sign)
    else:
        yield plainly(f"{what}\nSpeak to the person who gave you this paper.", signs.ASK)


def _ways(brand: PublicBrand, what: str) -> Iterator[Sentence]:
    asked = f"{what}\nAsk {brand.contact_name or brand.name or 'us'}."
    yield _kept(plain(asked), signs.PHONE if brand.phone else signs.ASK)
    for label, way, linked in (
        ("Phone", brand.phone, with_number),
        ("Text", brand.text_number, plain),
        ("Email", brand.mail, with_mail),
        ("Write to", brand.post, plain),
    ):
        if way:
            yield replace(_kept(linked(f"{label}: {_LINES.sub(', ', way.strip())}"), None), joins=True)


def _kept(words: Paragraph, sign: str | None) -> Sentence:
    """Return a way to reach someone, as it was typed: a number or an address is not a sentence."""
    return Sentence(words, sign, ours=True, fixed=True)


def next_day(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    """Yield the next date of the paper."""
    coming = min((p.due for p in snapshot.points if p.due and p.due > snapshot.as_of), default=None)
    if coming:
        yield plainly(f"The next date in this paper is {in_words(coming)}.", code_of(coming))


def your_words() -> Iterator[Sentence]:
    """Yield that answers can be looked at again and minds can change."""
    yield plainly("Do you think an answer is wrong? Tell us.\nWe can look at it again.", signs.TALK)
    yield plainly("Do you want your words or your name taken out?\nTell us. Then we print a new paper.", signs.CHANGED)


def as_things_stood(day: date) -> Sentence:
    """Return the day of which a paper speaks."""
    return plainly(f"This paper tells how things were on {in_words(day)}.", code_of(day))
