"""What may be printed of a year: words of sessions, groups, logs and papers, through the same door as everything else.

Words in which something private is not settled are left out and counted, so that one line keeps no report back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from coprod_desktop.domain import measures
from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.log_record import LogTold
from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.record import Organisation, ToldText
from coprod_desktop.domain.words import Group
from coprod_desktop.domain.year_record import GroupTold, InBank, OwnPromise, SessionHeld, YearFacts
from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.gate import before, in_bank
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.gate.taking_part import otherwise
from coprod_desktop.publish.public_text import PublicText
from coprod_desktop.publish.public_year import (
    PublicBank,
    PublicBody,
    PublicChange,
    PublicHeld,
    PublicInBank,
    PublicLogLine,
    PublicOwn,
    PublicPaperAt,
    PublicRungAt,
    PublicYear,
)
from coprod_desktop.publish.snapshot import PublicCount, PublicSnapshot

WRITTEN, VENUE, OWNER = "written", "venue", "owner"
_WHERE = {WRITTEN: Where.WRITTEN, VENUE: Where.VENUE, OWNER: Where.OWNER}
_GROUP_WORDS = {
    Group.LIVED_EXPERIENCE: "people with lived experience",
    Group.CARERS: "carers",
    Group.STAFF: "staff",
    Group.OTHERS: "advocates, supporters and guests",
}


def told(facts: YearFacts) -> tuple[ToldText, ...]:
    """Return every text the report could print: the list that check and gate go by."""
    return tuple(ToldText(row, words, what) for row, words, what in _texts(facts) if words and words.strip())


def _texts(facts: YearFacts) -> Iterator[tuple[str, str | None, str]]:
    for one in facts.sessions:
        for words in (one.title, one.type, one.for_whom, one.state_why, one.learnt):
            yield one.id, words, WRITTEN
        yield one.id, one.place, VENUE
        yield one.id, one.for_whom, VENUE
        yield one.id, one.locality, VENUE
    if (group := facts.group) is not None:
        yield group.id, group.name, VENUE
        yield group.id, group.kind, WRITTEN
        for _label, words in group.facts:
            yield group.id, words, WRITTEN
        for name, does in group.partners:
            yield group.id, name, VENUE
            yield group.id, does, WRITTEN
    for line in facts.log:
        yield line.id, line.words, WRITTEN
        for said in line.said:
            yield line.id, said.text, OWNER if said.who else WRITTEN
    for own in facts.own:
        yield own.id, own.group, VENUE
        yield own.id, own.what, WRITTEN
        yield own.id, own.owner, OWNER
        yield own.id, own.why, WRITTEN
    for paper in facts.papers:
        yield paper.id, paper.kind, WRITTEN
        yield paper.id, paper.title, WRITTEN
    for change in facts.measures:
        yield change.id, change.question, WRITTEN
        yield change.id, change.source, WRITTEN
    if (bank := facts.in_bank) is not None:
        for words in in_bank.told(bank):
            yield bank.id, words, WRITTEN


class _Year:
    """The door as a year goes through it: what is not settled stays outside and is counted."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self.withheld: dict[tuple[str, str], str] = {}
        self.about = ""

    def own(self, text: str) -> PublicText:
        return self._door.own(text)

    def __call__(self, row: str, words: str | None, what: str = WRITTEN) -> PublicText | None:
        try:
            if what == OWNER:
                return self._door.named(row, words)
            return self._door.written(row, words, _WHERE[what])
        except UserError:
            self.withheld.setdefault((row, words or ""), self.about)
            return None


def view(
    door: Door,
    facts: YearFacts,
    snapshots: Sequence[PublicSnapshot],
    bank: PublicBank,
    organisation: Organisation | None,
) -> PublicYear:
    """Return the year as it may be printed."""
    let = _Year(door)
    held = tuple(_held(let, one) for one in facts.sessions)
    days = [one.date for one in facts.sessions if one.was_held]
    last_days = [one.end_date or one.date for one in facts.sessions if one.was_held]
    return PublicYear(
        span=facts.span,
        first=min(days, default=None),
        last=max(last_days, default=None),
        as_of=facts.as_of,
        organisation=let.own(facts.organisation) if facts.organisation else None,
        brand=before.brand(door, organisation) if organisation else None,
        nation=facts.nation,
        group=_body(let, facts.group) if facts.group else None,
        held=held,
        held_more=facts.sessions_more,
        numbers=facts.numbers,
        came=_counts(let, facts),
        times_came=_people(facts.counts.times_came),
        not_counted=facts.counts.not_counted,
        stands={stand: facts.counts.stands.get(stand, 0) for stand in Standing},
        noes=facts.counts.noes,
        told=tuple(snapshots),
        told_of=facts.counts.sessions,
        log=tuple(line for one in facts.log if (line := _log_line(let, one)) is not None),
        log_more=facts.log_more,
        own=tuple(promise for one in facts.own if (promise := _own(let, one)) is not None),
        papers=tuple(
            PublicPaperAt(
                kind=let(one.id, one.kind) or let.own("A paper"),
                title=let(one.id, one.title) or let(one.id, one.kind) or let.own("A paper"),
                n=one.n, how=let.own(one.how), on=one.on, final=one.final, review_by=one.review_by,
                signed=_people(one.signed),
            )
            for one in facts.papers
        ),
        changes=tuple(
            PublicChange(question=question, sentence=let.own(one.sentence), source=let(one.id, one.source))
            for one in facts.measures
            if (question := let(one.id, one.question)) is not None
        ),
        rungs=tuple(
            PublicRungAt(
                on=one.on,
                aimed=let.own(one.aimed) if one.aimed else None,
                reached=let.own(one.reached) if one.reached else None,
                by=let.own(one.by),
            )
            for one in facts.rungs
        ),
        reported=tuple((let.own(title), on) for title, on in facts.reported),
        bank=bank,
        in_bank=_in_bank(let, facts.in_bank),
        withheld=tuple(map(let.own, let.withheld.values())),
    )  # fmt: skip


def _in_bank(let: _Year, found: InBank | None) -> PublicInBank | None:
    let.about = "what is counted of the bank of people"
    return None if found is None else in_bank.view(let, found, _GROUP_WORDS.items())


def _held(let: _Year, one: SessionHeld) -> PublicHeld:
    let.about = f"the session on {in_words(one.date)}"
    return PublicHeld(
        date=one.date,
        end_date=one.end_date,
        title=let(one.id, one.title),
        type=let(one.id, one.type) or let.own("session"),
        place=let(one.id, one.place, VENUE),
        for_whom=let(one.id, one.for_whom, VENUE),
        locality=let(one.id, one.locality, VENUE),
        state=otherwise(let.own, one.state, one.moved_from, let(one.id, one.state_why)),
        held=one.was_held,
        learnt=let(one.id, one.learnt),
    )


def _body(let: _Year, group: GroupTold) -> PublicBody:
    let.about = "what is known about the group"
    return PublicBody(
        name=let(group.id, group.name, VENUE) or let.own("This group"),
        kind=let(group.id, group.kind) or let.own("group"),
        facts=tuple((label, words) for label, text in group.facts if (words := let(group.id, text)) is not None),
        mix=_safe(let, group.mix),
        members=_people(group.members),
        only_staff_chair=group.only_staff_chair,
        partners=tuple(
            (shown, let(group.id, does)) for name, does in group.partners if (shown := let(group.id, name, VENUE))
        ),
        committee_on=group.committee_on,
    )


def _people(many: int) -> str:
    """Return how many people, in fives; "" with none."""
    return measures.in_fives(many) if many else ""


def _counts(let: _Year, facts: YearFacts) -> tuple[PublicCount, ...]:
    return _safe(let, facts.counts.groups)


def _safe(let: _Year, groups: Mapping[Group, int]) -> tuple[PublicCount, ...]:
    """Return counts by group in fives: two reports over other days are taken from each other (practice D9)."""
    return tuple(
        PublicCount(label=let.own(_GROUP_WORDS[group]), count=None, hidden_as=let.own(many))
        for group, many in measures.parts_in_fives((group, groups.get(group, 0)) for group in Group)
    )


def _own(let: _Year, one: OwnPromise) -> PublicOwn | None:
    let.about = f"a promise of the group of {in_words(one.on)}"
    what = let(one.id, one.what)
    if what is None:
        return None
    return PublicOwn(
        on=one.on, group=let(one.id, one.group, VENUE), what=what, owner=let(one.id, one.owner, OWNER), due=one.due,
        standing=one.standing, stands=let.own(one.stands), why=let(one.id, one.why), uid=one.id,
    )  # fmt: skip


def _log_line(let: _Year, one: LogTold) -> PublicLogLine | None:
    let.about = f"the log, under “{one.heading}”, on {in_words(one.on)}"
    words = let(one.id, one.words)
    if words is None:
        return None
    beside = ((said.label, let(one.id, said.text, OWNER if said.who else WRITTEN)) for said in one.said)
    return PublicLogLine(
        kind=one.kind,
        heading=let.own(one.heading),
        on=one.on,
        words=words,
        beside=tuple((label, text) for label, text in beside if text is not None),
    )
