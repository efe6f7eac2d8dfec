"""What the Follow up page shows, from one read: promises, papers made, and who has a copy of which."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain import formats
from coprod_desktop.domain.formats import Way
from coprod_desktop.domain.needs import Needs
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Person
from coprod_desktop.publish import paper_kinds as kinds
from coprod_desktop.services import people, prepare, promises, still_to_ask
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import packs, papers
from coprod_desktop.services.program import content
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.services.seen import needs_met, time_went
from coprod_desktop.services.seen.needs_met import NeedsMet
from coprod_desktop.services.still_to_ask import ToAsk
from coprod_desktop.store.papers import PaperLine as PaperLine
from coprod_desktop.store.papers import SentLine as SentLine

_BEFORE = frozenset(kind.name for kind in kinds.KINDS if kind.before)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Someone on the session's list, how they read, and the copy they got last.

    `formats` are names of the press or words such as "Printed"; `old` when a newer paper of the kind says something else.
    """

    id: str
    name: str
    reads: tuple[str, ...]
    cannot_make: tuple[str, ...]
    large_pt: int
    gets: tuple[str, ...]
    """What is made for them; nothing when they need what only people can make, or said no to being contacted."""
    way: Way
    may_contact: bool = True
    formats: tuple[str, ...] = ()
    on: datetime.date | None = None
    code: str = ""
    old: bool = False

    @property
    def asked(self) -> bool:
        """Whether anybody wrote down how they read."""
        return bool(self.reads or self.cannot_make)

    def other_than_read(self, got: Sequence[str]) -> bool:
        """Tell whether these copies are known to be none that this person reads."""
        made = [form.name for form in content.load().formats.among(got)]
        return formats.none_read(self.reads, self.cannot_make, made)


@dataclass(frozen=True, kw_only=True)
class FollowUp:
    """`readers` begins with those who have no copy; papers are newest first, `of_kind` are those asked about."""

    session: str
    promises: tuple[PromiseLine, ...]
    papers: Sequence[PaperLine]
    readers: tuple[Reader, ...]
    kind: str = kinds.YOU_SAID_WE_WILL
    """Which kind of paper the readers are shown with."""
    needs: NeedsMet | None = None
    """What people who came needed, and what they said of it; None before the day."""
    to_ask: tuple[ToAsk, ...] = ()
    """Who is still to be asked what was left open."""
    has_time: bool = False
    """Whether there is something to tell of how the time went."""

    @property
    def of_kind(self) -> tuple[PaperLine, ...]:
        """The papers of this kind."""
        return tuple(paper for paper in self.papers if kind_of(paper) == self.kind)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of which a paper was made, newest first."""
        return tuple(dict.fromkeys(map(kind_of, self.papers)))


def kind_of(paper: PaperLine) -> str:
    """Return the kind of a paper."""
    return paper.kind or kinds.YOU_SAID_WE_WILL


def circle_of(paper: PaperLine) -> Circle:
    """Return for whom a paper was made."""
    return papers.circle_of(paper)


def follow_up(desk: Desk, session: str, kind: str | None = None) -> FollowUp:
    """Return what the Follow up page shows of a session now; of the newest kind of paper made after the day, or `kind`."""
    made = papers.made_before(desk, session)
    given = papers.sent_before(desk, session)
    timed = time_went.read(desk, session) is not None
    met = needs_met.read(desk, session)
    found = FollowUp(
        session=session, promises=promises.up_to(desk, session), papers=made, readers=(), has_time=timed,
        needs=met if met.session.date <= desk.today() else None,
        to_ask=still_to_ask.everyone(people.on_list(desk, session), prepare.checklist(desk, session), session),
    )  # fmt: skip
    after = [k for k in found.kinds if k not in _BEFORE]
    found = replace(found, kind=kind if kind in found.kinds else next(iter((*after, *found.kinds)), found.kind))
    return replace(found, readers=readers(people.on_list(desk, session), found.of_kind, given, desk.content.needs))


def readers(
    listed: Sequence[Person], made: Sequence[PaperLine], given: Sequence[SentLine], needs: Needs
) -> tuple[Reader, ...]:
    """Return everyone on the list with their newest copy of these papers.

    Those without one come first, then those whose copy is not as they read, or is old.
    """
    papers_made = {paper.id: paper for paper in made}
    copies: dict[str, list[SentLine]] = defaultdict(list)
    for copy in given:
        if copy.paper in papers_made:
            copies[copy.person].append(copy)
    found = [_reader(person, copies[person.id], papers_made, needs) for person in listed]
    return tuple(sorted(found, key=lambda r: (r.on is not None, not r.other_than_read(r.formats), not r.old)))


def _reader(person: Person, copies: Sequence[SentLine], made: dict[str, PaperLine], needs: Needs) -> Reader:
    allowed = packs.may_contact(person)
    reader = Reader(
        id=person.id,
        name=person.name,
        reads=formats.reads(person, needs),
        cannot_make=formats.cannot_make(person, needs),
        large_pt=formats.print_size(person, needs),
        gets=formats.gets(person, needs) if allowed else (),
        way=formats.reached_by(person, needs),
        may_contact=allowed,
    )
    if not copies:
        return reader
    last = copies[0]
    return replace(
        reader,
        formats=tuple(dict.fromkeys(c.format for c in reversed(copies) if (c.paper, c.on) == (last.paper, last.on))),
        on=datetime.date.fromisoformat(last.on),
        code=made[last.paper].fingerprint,
        old=made[last.paper].fingerprint != _newest(made[last.paper], made).fingerprint,
    )


def _newest(paper: PaperLine, made: dict[str, PaperLine]) -> PaperLine:
    """Return the newest paper for the same people; one for others takes no copy's place."""
    return next(p for p in made.values() if circle_of(p) is circle_of(paper))
