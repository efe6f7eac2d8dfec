"""What the page knows of the session beside the lines themselves, read in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import NamedTuple

from coprod_desktop.domain.agenda import is_break, now, on_now, plan, to_come
from coprod_desktop.domain.came import Came, count_who_came
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.clock import READ_BACK_BEFORE, Signal
from coprod_desktop.domain.hours import Hours
from coprod_desktop.domain.not_heard import Spoke, not_heard
from coprod_desktop.domain.record import AgendaItem, GroundRule, Person, Session
from coprod_desktop.domain.value import Value, value
from coprod_desktop.domain.words import Attending, EntryKind
from coprod_desktop.services import live_hour, notices, prepare, sessions
from coprod_desktop.services.capture import EntryLine
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.notices import NoticeSeen
from coprod_desktop.store import reading


class AccessNow(NamedTuple):
    """One thing about access in the room: words, whether it is met, and whether somebody's support ends today."""

    words: str
    met: bool = False
    ends: bool = False
    until: str = ""
    """When the support ends, "HH:MM"."""
    what: str = ""
    """What it is that ends; never whose."""


@value
class ListenSeen(Value):
    """The session, who is on its list, its agenda and its ground rules."""

    session: Session
    people: Sequence[Person] = ()
    agenda: Sequence[AgendaItem] = ()
    rules: Sequence[GroundRule] = ()
    access: Sequence[AccessNow] = ()
    """What people who are here need in the room, and how each need is answered on the day."""
    notice: NoticeSeen = field(default_factory=lambda: NoticeSeen(session=""))
    signal: Signal | None = None
    """What the room is asked for."""

    @property
    def finish(self) -> str | None:
        """The time that is fixed: room, taxis, care cover."""
        return self.session.finish_by or self.session.end

    @property
    def hours(self) -> Hours:
        """What times of day mean in this session."""
        return Hours(self.session.date, self.session.start)

    @property
    def ends(self) -> Mapping[str, str]:
        """When support of people who are here ends -> what it is."""
        return {one.until: one.what for one in reversed(self.access) if one.until}

    @property
    def part_on_now(self) -> str:
        """The id of the part of the agenda that is on; "" for none."""
        doing = on_now(self.agenda)
        return doing.id if doing is not None else ""

    def names(self) -> Sequence[str]:
        """Return what is called something here: people, places, the project, who runs it."""
        about = self.session
        named = (about.title, about.place, about.locality, about.organisation, about.project)
        return [*(person.name for person in self.people), *(words for words in named if words)]

    def here(self) -> Sequence[Person]:
        """Return those who are here."""
        return [p for p in self.people if p.attendance is Attending.HERE]

    def came(self) -> Came:
        """Return how many came so far, as papers count them."""
        return count_who_came(self.session, self.people)

    def break_due(self, clock: str) -> str | None:
        """Return when the next break is, in words, or None when none is left."""
        stand = now(self.agenda, clock, self.finish, self.hours)
        if stand.item is not None and is_break(stand.item) and stand.until:
            return f"Break now, until {stand.until}"
        if stand.item is not None and stand.until:
            clock = self.hours.later(stand.until, clock)
        elif self.session.start and not any(item.started for item in self.agenda):
            clock = self.session.start
        rest = plan(to_come(self.agenda), clock, self.hours)
        return next((f"Break due {slot.start}" for slot in rest if is_break(slot.item)), None)


def read(desk: Desk, session: str) -> ListenSeen:
    """Read all of it. Runs on the reading thread."""
    with desk.store.read() as connection:
        listed = reading.people(connection, session)
    about = sessions.one(desk, session)
    here = [p for p in listed if p.attendance is Attending.HERE]
    return ListenSeen(
        about,
        listed,
        prepare.agenda(desk, session),
        prepare.ground_rules(desk, session),
        tuple(_access(desk, here, Hours(about.date, about.start))),
        notices.seen(desk, session),
        live_hour.signal(desk, session),
    )


def _access(desk: Desk, here: Sequence[Person], hours: Hours) -> Iterator[AccessNow]:
    """Yield what ends at a time first, then each need, then what they ask of everyone; not how people are reached."""
    asked = [(person, need) for person in here for need in person.needs]
    if not asked:
        return
    from coprod_desktop.domain.needs import CONTACT, in_group  # the first line of a new session does not wait for it

    needs = desk.content.needs
    read = [(person, need, needs.read(need.need, need.ais)) for person, need in asked]
    in_room = [
        (person, need, found)
        for person, need, found in read
        if not found.nothing and not in_group(need.ais or found.group, CONTACT)
    ]
    ends = sorted(
        (found.until, found.leaves or need.need, person.name) for person, need, found in in_room if found.until
    )
    for until, what, name in ends:
        before = hours.clock(hours.minutes(until) - READ_BACK_BEFORE)
        words = f"{_first_up(what)} until {until} ({name}): read back before {before}"
        yield AccessNow(words, ends=True, until=until, what=_first_up(what))
    for person, need, found in in_room:
        if not found.until:
            yield AccessNow(f"{_first_up(need.need)}: {person.name}", need.met is True)
    for cue in dict.fromkeys(cue for _person, _need, found in in_room for cue in found.cues):
        yield AccessNow(cue)


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]


_OF_THE_ROOM = frozenset(
    {"session", "person", "attendance", "need", "agenda_item", "ground_rule", "notice_given", "moment"}
)


def tells_of_the_room(changes: Changes, session: str) -> bool:
    """Tell whether something changed that Listen shows beside the lines; people are of every session."""
    return any(ref.noun in _OF_THE_ROOM and ref.session in (None, session) for ref in changes.all())


def not_heard_words(people: Iterable[Person], lines: Iterable[EntryLine]) -> str:
    """Say which groups nobody has spoken from, to the facilitator alone; "" when there are none, or nobody knows."""
    said = [Spoke(line.speaker, line.role, line.said_for) for line in lines if line.kind != EntryKind.NOTE]
    groups = not_heard(people, said)
    return f"Not heard yet: {', '.join(groups)}" if groups else ""


def who_is_meant(people: Sequence[Person], typed: str) -> list[Person]:
    """Return who on the list can be meant by a name as it is typed at the door; those who have not come yet first."""
    from coprod_desktop.domain.check.words import fold  # the first line of a new session does not wait for it

    begun = fold(typed).split()

    def fits(person: Person) -> bool:
        names = fold(person.name).split()
        return all(any(name.startswith(part) for name in names) for part in begun)

    return sorted(filter(fits, people), key=lambda p: p.attendance is Attending.HERE) if begun else []


def called_otherwise(before: Iterable[Person], now: Iterable[Person]) -> set[str]:
    """Return who has another name or role than before, and who is new: their lines say so."""
    was = {person.id: (person.name, person.role) for person in before}
    return {person.id for person in now if was.get(person.id) != (person.name, person.role)}
