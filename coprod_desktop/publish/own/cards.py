"""Cards for whoever leads: a part of the agenda a page, with the words to say. Private: the notes are nobody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coprod_desktop.domain.agenda import is_break, plan
from coprod_desktop.domain.formats import size_asked_for
from coprod_desktop.domain.hours import Hours
from coprod_desktop.domain.needs import Needs
from coprod_desktop.domain.record import AgendaItem, Session, SessionRecord
from coprod_desktop.domain.roles import is_co_chair
from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import clock, clock_after, from_to, with_weekday
from coprod_desktop.publish.document import Block, Bullets, Document, Facts, Heading, Paragraph, Run
from coprod_desktop.publish.easy import cards as easy
from coprod_desktop.publish.easy.telling import Telling
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.stories.words import counted, listed, plain, quiet

KIND = "cards"
TITLE = "Co-chair's cards"
PRIVATE = "Private: for the person who leads"
USUAL_PT = 24
"""Read at arm's length while looking up at people."""
_READ_BACK = re.compile(r"\bread(?:ing)?(?:[- ]| it | them )?back\b", re.IGNORECASE)


def print_size(record: SessionRecord, needs: Needs) -> int:
    """Return the type size of the cards: the largest that a co-chair asked for, else 24 point."""
    return max(filter(None, (size_asked_for(p, needs) for p in record.people if is_co_chair(p))), default=USUAL_PT)


def cards(record: SessionRecord) -> Paper:
    """Return a card about the day, one for when someone may be at risk, and one for each part of the agenda.

    UserError when nothing is on the agenda.
    """
    session, items = record.session, sorted(record.agenda, key=lambda item: item.order)
    if not items:
        raise UserError("There is no agenda yet, so there are no cards.", "Choose an agenda under Get ready.")
    slots = plan(items, session.start, Hours(session.date, session.start)) if session.start else ()
    times = [(slot.start, slot.end) for slot in slots]
    return Paper(kind=KIND, document=_document(record, items, times), easy=_in_easy_read(record, items, times))


Times = Sequence[tuple[str, str]]
"""When each part begins and ends; none when nobody wrote down when the session begins."""


def _in_easy_read(record: SessionRecord, items: Sequence[AgendaItem], times: Times) -> Telling:
    session, chairs = record.session, [person.name for person in record.people if is_co_chair(person)]
    day = easy.Day(
        private=PRIVATE,
        title=session.title,
        day=session.date,
        begins=clock(times[0][0]) if times else "",
        ends=clock(times[-1][1]) if times else "",
        finish_by=clock_after(session.start, session.finish_by),
        place=session.place or "",
        leads=listed(chairs),
        ring=session.lead_name or "",
        number=session.lead_phone or "",
    )
    found = []
    for at, item in enumerate(items):
        after = items[at + 1] if at + 1 < len(items) else None
        found.append(
            easy.Card(
                title=item.title,
                begins=clock(times[at][0]) if times else "",
                ends=clock(times[at][1]) if times else "",
                minutes=item.minutes,
                leads=item.leads or "",
                is_break=is_break(item),
                reads_back=bool(_READ_BACK.search(item.title)),
                say=[line.strip() for line in (item.notes or "").splitlines() if line.strip()],
                after=after.title if after else "",
                after_at=clock(times[at + 1][0]) if times and after else "",
            )
        )
    return easy.cards(day, found)


def _document(record: SessionRecord, items: Sequence[AgendaItem], times: Times) -> Document:
    session = record.session
    blocks = [*_day(record, times[-1][1] if times else session.end)]
    for at, item in enumerate(items):
        after = items[at + 1] if at + 1 < len(items) else None
        blocks += _card(item, times[at] if times else None)
        blocks.append(_next(session, after, times[at + 1][0] if times and after else None))
    return Document(
        title=f"{TITLE}: {session.title}",
        lang="en-GB",
        author="",
        subject=PRIVATE,
        blocks=tuple(blocks),
        running_head=PRIVATE,
    )


def _day(record: SessionRecord, end: str | None) -> Iterator[Block]:
    session, chairs = record.session, [person.name for person in record.people if is_co_chair(person)]
    begins = from_to(session.start, end) if end else ""
    rows = (
        ("Day", with_weekday(session.date)),
        ("Time", begins),
        ("We have to finish by", clock_after(session.start, session.finish_by)),
        ("Place", session.place or ""),
        ("Co-chairs" if len(chairs) > 1 else "Co-chair", listed(chairs)),
        ("Cards", f"{len(record.agenda)}, one for each part of the agenda"),
    )
    yield quiet(f"{PRIVATE}.")
    yield Heading(1, TITLE)
    yield Paragraph((Run(session.title, strong=True),))
    yield Facts(tuple((label, plain(words)) for label, words in rows if words))
    yield Heading(2, "If someone may be at risk", new_page=True)
    number = f": {session.lead_phone}" if session.lead_phone else ". Write the number on this card"
    yield Bullets(
        tuple(
            plain(words)
            for words in (
                "Stop. Stay with the person.",
                "Tell them you must pass this on, to whom, and why.",
                f"Ring {session.lead_name or 'your safeguarding lead'}{number}.",
                "Write it in your organisation's record, nowhere else.",
            )
        )
    )


def _card(item: AgendaItem, times: tuple[str, str] | None) -> Iterator[Block]:
    yield Heading(2, item.title, new_page=True)
    long = counted(item.minutes, "minute", "minutes")
    rows = [("Time", f"{clock(times[0])} to {clock(times[1])}, {long}") if times else ("How long", long)]
    rows += [("Who leads", item.leads)] if item.leads else []
    yield Facts(tuple((label, plain(words)) for label, words in rows))
    said = [plain(line.strip()) for line in (item.notes or "").splitlines() if line.strip()]
    usual = list(_usual(item, times))
    if said:
        yield Heading(3, "What to say")
        yield from said
    if usual:
        yield Heading(3, "Remember")
        yield Bullets(tuple(usual))
    if not said and not usual:
        yield quiet("No words are written for this part. There is room here for yours.")


def _usual(item: AgendaItem, times: tuple[str, str] | None) -> Iterator[Paragraph]:
    """Yield what a break and a reading back ask of whoever leads (practice: during the session)."""
    if is_break(item):
        again = f" at {clock(times[1])}" if times else f" in {counted(item.minutes, 'minute', 'minutes')}"
        yield plain(f"Say when we begin again:{again}.")
        yield plain("The break is not made shorter, even when we are late.")
    elif _READ_BACK.search(item.title):
        yield plain("Read each line in people's own words.")
        yield plain("Ask: is that what you meant? Did we miss anything?")
        yield plain("Say what happens to their words now, and when they hear from us.")


def _next(session: Session, after: AgendaItem | None, start: str | None) -> Paragraph:
    if after is not None:
        at = f", at {clock(start)}" if start else ""
        return Paragraph((Run(f"Next{at}: ", strong=True), Run(after.title)))
    by = f" We have to finish by {clock_after(session.start, session.finish_by)}." if session.finish_by else ""
    return Paragraph((Run("This is the last part.", strong=True), Run(by)))
