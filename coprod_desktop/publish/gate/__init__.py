"""The only door from private values to paper. Whatever a paper prints has passed here (design: two doors out).

Nothing with an unsettled privacy finding gets through: of a line the words are left out, for anything else the
gate stays shut. It does not rely on anybody having run check before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from coprod_desktop.domain import promises
from coprod_desktop.domain.agreed_kinds import AgreedKind
from coprod_desktop.domain.came import count_who_came
from coprod_desktop.domain.check.findings import CheckedSession, draft_reasons, findings_seen, prints
from coprod_desktop.domain.check.kinds import GENTLE, LEFT_OUT, WHY, FindingKind, Hit
from coprod_desktop.domain.check.leaving import leave_out
from coprod_desktop.domain.check.scan import Scanner, Where
from coprod_desktop.domain.check.settled import Decision, Settlement
from coprod_desktop.domain.check.texts import CheckedText, said_texts, texts
from coprod_desktop.domain.check.words import tidy
from coprod_desktop.domain.looked_back_record import LookedBack
from coprod_desktop.domain.looking_back import BackForms
from coprod_desktop.domain.record import Entry, Organisation, SessionRecord
from coprod_desktop.domain.room import RoomChoice
from coprod_desktop.domain.year_record import YearFacts
from coprod_desktop.errors import UserError
from coprod_desktop.publish.gate import (
    agreed,
    bank,
    before,
    lines,
    looked_at,
    looked_back,
    numbers,
    owners,
    points,
    room,
    year,
)
from coprod_desktop.publish.gate.elsewhere import elsewhere
from coprod_desktop.publish.gate.log import logged
from coprod_desktop.publish.gate.people import People
from coprod_desktop.publish.gate.taking_part import taking_part
from coprod_desktop.publish.public_agreed import PublicAgreed
from coprod_desktop.publish.public_looked_back import PublicLookedBack
from coprod_desktop.publish.public_year import PublicBank, PublicYear
from coprod_desktop.publish.snapshot import PublicSnapshot, PublicText


def open_gate(
    record: SessionRecord,
    settlements: Iterable[Settlement],
    as_of: date,
    organisation: Organisation | None = None,
    *,
    whole: SessionRecord | None = None,
    kind: str = "you-said-we-will",
    eyes: Scanner | None = None,
) -> PublicSnapshot:
    """Return what may be printed of a session, as things stand on a day, and who it comes from.

    `kind` of paper: who looked at it before it left is told of that one.
    For a record with only one person's lines in it, `whole` is the record they are from. `eyes` that have looked at
    this record and organisation already need not look again.
    Raises UserError when something other than a line people said holds something private that is not settled.
    """
    door = _Door(record, as_of, CheckedSession(record, settlements, whole, organisation, eyes))
    session = record.session

    def written(text: str | None, where: Where = Where.WRITTEN) -> PublicText | None:
        return door.written(session.id, text, where)

    came = count_who_came(session, record.people)
    waits = {p.id for p in record.points if p.answer is None and any(map(door.said.is_waiting, door.said.of_point(p)))}
    found = findings_seen(record, door.look)  # a point without an answer and what it was written from are one thing
    reasons = draft_reasons(f for f in found if f.subject not in waits or f.kind != FindingKind.NO_ANSWER)
    score = promises.score(record.earlier, as_of)
    rules_on, rules_by = before.rules_agreed(session)
    interests, more_interests = lines.interests(door)
    return PublicSnapshot(
        title=written(session.title) or door.own("A session"),
        type=written(session.type) or door.own("session"),
        date=session.date,
        end_date=session.end_date,
        start=session.start,
        end=session.end,
        place=written(session.place, Where.VENUE),
        organisation=written(session.organisation, Where.VENUE),
        locality=written(session.locality, Where.VENUE),
        project=written(session.project),
        purpose=written(session.purpose),
        cannot_change=written(session.cannot_change),
        set_agenda=written(session.set_agenda),
        contact=written(session.contact, Where.CONTACT),
        reply_by=session.reply_by,
        as_of=as_of,
        came=came.groups,
        came_in_all=came.total,
        co_chairs=tuple(door.own(name) for name in door.people.co_chairs()),
        ladder_aim=session.ladder_aim,
        ladder_actual=session.ladder_actual,
        ladder_members=session.ladder_members,
        ladder_staff=session.ladder_staff,
        ground_rules=tuple(r for rule in record.ground_rules if (r := door.written(rule.id, rule.text)) is not None),
        points=points.points(door),
        unanswered=lines.unanswered(door),
        also_said=lines.also_said(door),
        also_told=lines.in_other_words(door),
        heard=lines.heard(door),
        what_works=lines.what_works(door),
        parked=lines.parked(door),
        passed_on=lines.passed_on(door),
        access=lines.access(door),
        votes=numbers.votes(door),
        evaluation=numbers.evaluation(door),
        measures=numbers.all_measures(door),
        earlier=points.earlier(door),
        score=door.own(score) if score else None,
        pot_pence=session.pot_pence,
        max_bid_pence=session.max_bid_pence,
        may_spend_pence=record.may_spend_pence,
        draft=bool(reasons),
        draft_reasons=tuple(door.own(reason) for reason in reasons),
        warnings=owners.not_named(door),
        uid=points.uid_of(session.id),
        way=door.own(session.format.value) if session.format else None,
        finish_by=session.finish_by,
        agenda=before.agenda(door),
        rules_agreed_on=rules_on,
        rules_agreed_by=rules_by,
        themes=lines.themes(door),
        theme_people=lines.theme_people(door),
        read_back=lines.read_back(door),
        interests=interests,
        interests_more=more_interests,
        brand=before.brand(door, organisation) if organisation else None,
        elsewhere=elsewhere(door),
        time=before.time(door),
        members_check=looked_at.members_check(door, kind),
        log=logged(door),
        part=taking_part(door),
        circle=record.circle,
        principles=tuple(agreed.on_agenda(door, words) for words in record.agreed),
    )


def open_agreed(
    record: SessionRecord,
    settlements: Iterable[Settlement],
    as_of: date,
    kind: AgreedKind,
    organisation: Organisation | None = None,
    *,
    eyes: Scanner | None = None,
) -> PublicAgreed:
    """Return what may be printed of the one paper people agreed on that this record holds.

    The record is of no session: its people are everyone. `eyes` know what people said in sessions, which must not stand
    in the paper unasked. Raises UserError while something private in it is not settled.
    """
    door = _Door(record, as_of, CheckedSession(record, settlements, ours=organisation, eyes=eyes))
    (words,) = record.agreed
    brand = before.brand(door, organisation) if organisation else None
    return replace(agreed.view(door, words, kind, door.people), brand=brand)


def open_room(
    record: SessionRecord,
    settlements: Iterable[Settlement],
    choice: RoomChoice,
    clock: str,
    organisation: Organisation | None = None,
    *,
    eyes: Scanner | None = None,
) -> room.RoomSeen:
    """Return what the room screen may show of what was sent, at a time of day ("HH:MM"), and what it may not.

    `record` is for the people who came. What was looked at once more for the room counts beside the settlements.
    Raises UserError when something other than a line people said holds something private that is not settled.
    """
    look = CheckedSession(record, (*settlements, *choice.settled), ours=organisation, eyes=eyes)
    message = message_text(record, choice.words) if choice.words else ()
    return room.view(_Door(record, record.session.date, look, message), choice, clock)


def open_year(
    record: SessionRecord,
    settlements: Iterable[Settlement],
    facts: YearFacts,
    snapshots: Iterable[PublicSnapshot] = (),
    found: PublicBank | None = None,
    organisation: Organisation | None = None,
    forms: BackForms | None = None,
) -> PublicYear:
    """Return what may be printed of a year. `record` holds the words (year.told) and everyone the workspace knows.

    Words that are not settled are left out and counted; nothing is raised.
    """
    look = CheckedSession(record, settlements, ours=organisation)
    door = _Door(record, facts.as_of, look)
    back = open_looked_back(forms, facts.back) if forms else PublicLookedBack()
    return replace(year.view(door, facts, tuple(snapshots), found or PublicBank(), organisation), back=back)


def open_looked_back(forms: BackForms, rows: Sequence[LookedBack]) -> PublicLookedBack:
    """Return what may be printed of looking back; `rows` are the newest first. No word anybody wrote is in it."""
    return looked_back.view(lambda text: PublicText(text), forms, rows)


def open_bank(
    record: SessionRecord,
    settlements: Iterable[Settlement],
    as_of: date,
    allowed_on: Mapping[str, date],
    organisation: Organisation | None = None,
    *,
    eyes: Scanner | None = None,
) -> PublicBank:
    """Return the words of one session that may be quoted to anyone; `allowed_on`: entry -> the day of its yes."""
    look = CheckedSession(record, settlements, None, organisation, eyes)
    return bank.view(_Door(record, as_of, look), allowed_on)


def message_text(record: SessionRecord, words: str) -> tuple[CheckedText, ...]:
    """Return the facilitator's own words for the room as check looks at them. They are in no row."""
    return (CheckedText(record.session.id, "session", None, tidy(words), Where.WRITTEN, "message"),)


class _Door:
    """Lets texts of one session through, or not (see passing.Passing)."""

    def __init__(
        self, record: SessionRecord, as_of: date, look: CheckedSession, also: Iterable[CheckedText] = ()
    ) -> None:
        self.record = record
        self.as_of = as_of
        self.look = look
        self.said = self.look.said
        every = (*texts(record), *(part for entry in record.entries for part in said_texts(entry)), *also)
        self._on_list = {(part.subject, part.text, part.where): part for part in every}
        self.people = People(record, self.look.is_clean, self.look.names_of(record))

    def own(self, text: str) -> PublicText:
        return PublicText(text)

    def written(self, subject: str, text: str | None, where: Where = Where.WRITTEN) -> PublicText | None:
        words = self._cleared(subject, text, where)
        return None if words is None else PublicText(words)

    def named(self, subject: str, text: str | None) -> PublicText | None:
        words = self._cleared(subject, text, Where.OWNER)
        return None if words is None else PublicText(self.people.owner(words))

    def without_name(self, text: str) -> PublicText | None:
        called = self.people.without_name(tidy(text))
        return None if called is None else PublicText(called)

    def signature(self, entry: Entry) -> PublicText | None:
        name = self.people.signature(entry)
        return None if name is None else PublicText(name)

    def of_entry(self, entry: Entry, text: str | None, where: Where) -> PublicText | None:
        if text is None or not text.strip() or not self.said.may_print(entry):
            return None
        part = self._listed(entry.id, text, where)
        masks: list[Hit] = []
        for one in self.look.at(part, entry):
            settled = self.look.decision(part, one.kind, entry)
            if settled is None and one.kind in GENTLE:
                continue
            if settled is None or settled.decision is not Decision.FINE or one.kind is FindingKind.SAFEGUARDING:
                return None
            if not prints(settled, one.kind):
                masks.append(_wholly(one, settled))
        return PublicText(self._without(part, masks))

    def _cleared(self, subject: str, text: str | None, where: Where) -> str | None:
        if text is None or not text.strip():
            return None
        part = self._listed(subject, text, where)
        masks: list[Hit] = []
        for one in self.look.at(part):
            settled = self.look.decision(part, one.kind)
            if settled is None and one.kind in GENTLE:
                continue
            if settled is None:
                raise UserError(
                    f"This cannot be printed yet: something in it has to be looked at first ({WHY[one.kind]}).",
                    "Open Paper and settle what it asks about. Nothing was made.",
                )
            if not prints(settled, one.kind):
                masks.append(_wholly(one, settled))
        return self._without(part, masks)

    def _without(self, part: CheckedText, masks: list[Hit]) -> str:
        if not masks:
            return part.text.strip()
        return leave_out(part.text, masks, lambda text: self.look.at(part._replace(text=text)))

    def _listed(self, subject: str, text: str, where: Where) -> CheckedText:
        """Let through only what check looks at too. Anything else is a mistake in this program, and prints nothing."""
        part = self._on_list.get((subject, tidy(text), where))
        if part is None:
            raise LookupError(f"A text is not on the list of what check looks at: {where.name}")
        return part


def _wholly(one: Hit, settled: Settlement) -> Hit:
    """A quotation that only --reviewed let by goes with its words; a person who leaves it out leaves the marks out."""
    if one.kind is FindingKind.QUOTE and settled.decision is Decision.FINE:
        return one._replace(kind=FindingKind.SAME_WORDS, instead=LEFT_OUT)
    return one
