"""What the page knows of the session beside the lines themselves, read in one go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coprod_desktop.domain.agenda import is_break, now, plan
from coprod_desktop.domain.hours import Hours
from coprod_desktop.domain.record import AgendaItem, GroundRule, Person, Session
from coprod_desktop.domain.roles import group_of
from coprod_desktop.domain.words import Attending, Group
from coprod_desktop.services import notices, people, prepare, sessions
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.notices import NoticeSeen

NOT_IN_THE_ROOM = {"contact method", "specific contact method"}
"""Needs that are about being reached, not about being here (groups of the Accessible Information Standard)."""


@dataclass(frozen=True)
class ListenSeen:
    """The session, who is on its list, its agenda and its ground rules."""

    session: Session
    people: Sequence[Person] = ()
    agenda: Sequence[AgendaItem] = ()
    rules: Sequence[GroundRule] = ()
    notice: NoticeSeen = field(default_factory=lambda: NoticeSeen(session=""))

    @property
    def finish(self) -> str | None:
        """The time that is fixed: room, taxis, care cover."""
        return self.session.finish_by or self.session.end

    @property
    def hours(self) -> Hours:
        """What times of day mean in this session."""
        return Hours(self.session.date, self.session.start)

    def here(self) -> Sequence[Person]:
        """Return those who are here."""
        return [p for p in self.people if p.attendance is Attending.HERE]

    def counts(self) -> Mapping[Group, int]:
        """Return how many are here in each group: ticked off on the list and counted at the door."""
        found = Counter(group_of(p.role) for p in self.here())
        for name, n in self.session.headcount.items():
            found[Group(name) if name in set(Group) else Group.OTHERS] += n
        return {group: found[group] for group in Group}

    def needs(self) -> Sequence[tuple[str, bool]]:
        """Return what people who are here need in the room, as ("Hearing loop: Winifred", met)."""
        return [
            (f"{_first_up(need.need)}: {person.name}", need.met is True)
            for person in self.here()
            for need in person.needs
            if need.ais not in NOT_IN_THE_ROOM
        ]

    def break_due(self, clock: str) -> str | None:
        """Return when the next break is, in words, or None when none is left."""
        stand = now(self.agenda, clock, self.finish, self.hours)
        if stand.item is not None and is_break(stand.item) and stand.until:
            return f"Break now, until {stand.until}"
        if stand.item is not None and stand.until:
            clock = self.hours.later(stand.until, clock)
        elif self.session.start and not any(item.started for item in self.agenda):
            clock = self.session.start
        rest = plan([item for item in self.agenda if not item.started], clock, self.hours)
        return next((f"Break due {slot.start}" for slot in rest if is_break(slot.item)), None)


def read(desk: Desk, session: str) -> ListenSeen:
    """Read all of it. Runs on the reading thread."""
    return ListenSeen(
        sessions.one(desk, session),
        people.on_list(desk, session),
        prepare.agenda(desk, session),
        prepare.ground_rules(desk, session),
        notices.seen(desk, session),
    )


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
