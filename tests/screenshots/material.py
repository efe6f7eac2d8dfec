"""What the pictures show: the three samples, and a session that is still to come. Everyone in it is made up."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain.words import Group, NameInPublic, Phase
from coprod_desktop.services import group_members, group_sessions, groups, log, people, prepare, sessions, workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.program import content
from tests.desks import choose_condition

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TODAY = datetime.datetime(2026, 11, 23, 10, 55)
ON_THE_DAY = datetime.datetime(2026, 9, 17, 12, 7)
AGENDA = (
    ("Welcome and ground rules", 10, None, "10:30", "10:41"),
    ("What can change, and what cannot", 10, None, "10:41", "10:50"),
    ("What is working?", 25, None, "10:50", "11:14"),
    ("Break", 15, "break", "11:14", "11:30"),
    ("What is not working?", 30, None, "11:30", "12:02"),
    ("Questions to the director", 15, None, "12:02", None),
    ("Read back", 8, None, None, None),
    ("When you hear from us", 5, None, None, None),
)
COMING = (
    ("Gareth D'Arcy", "co-chair, draws on care", ("information format", "large print 20 point")),
    ("Winifred Tattersall", "draws on care", ("communication support", "hearing loop")),
    ("Aneta Kowalczyk", "carer", ("communication support", "Polish interpreter")),
    ("Yusuf Demir", "draws on care", ("other", "step-free way in, and room for a wheelchair")),
    ("Mo'nique Adeyemi", "carer", ("contact method", "text message, no phone calls")),
    ("Priti Vaghela", "service director", None),
    ("Deshawn Okafor-Lyle", "home care provider manager", None),
)


@dataclass(frozen=True)
class Material:
    """An open workspace, and the sessions in it by what they are for in the pictures."""

    desk: Desk
    home_care: str
    steering: str
    evaluation: str
    coming: str

    def on(self, now: datetime.datetime) -> Desk:
        """Return the same desk at another time."""
        return dataclasses.replace(self.desk, now=lambda: now.astimezone())


MEMBERS = (
    ("Gareth D'Arcy", "co-chair, draws on care", True, Group.LIVED_EXPERIENCE),
    ("Priti Vaghela", "service director", True, Group.STAFF),
    ("Aneta Kowalczyk", "carer", False, Group.CARERS),
)
LOG = (
    ("decided", "Agreed that visits under 30 minutes are no longer booked", "decision"),
    ("stuck", "Agencies say that the system cannot show a gap between visits", "barrier"),
    ("told", "A driver says that rounds are planned without travel time", "heard_outside"),
)


@contextmanager
def workspace_to_show(folder: Path) -> Iterator[Material]:
    """Make a workspace in an empty folder and give what is in it."""
    workspace.create(folder, None)
    choose_condition(folder)
    opened = workspace.unlock(folder, None)
    try:
        desk = dataclasses.replace(opened, now=lambda: TODAY.astimezone())
        names = ("steering-group", "evaluation-session", "home-care-listening-space")
        steering, evaluation, home_care = (
            merge.import_file(desk, (SAMPLES / f"{name}.json").read_bytes()).session for name in names
        )
        _hold(desk, home_care)
        yield Material(desk, home_care, steering, evaluation, _plan(desk))
    finally:
        workspace.close(opened)


def _hold(desk: Desk, session: str) -> None:
    """Put a session in the middle of its morning: an agenda that runs, ground rules agreed, people counted."""
    for title, minutes, kind, started, finished in AGENDA:
        prepare.add_agenda_item(desk, session, title, minutes, kind=kind, started=started, finished=finished)
    sessions.change(desk, session, lead_name="Priti Vaghela", lead_phone="01632 960 114", finish_by="12:30")
    prepare.agree_rules(desk, session, 16)
    for person in people.on_list(desk, session):
        people.arrive(desk, session, person.id)
    for group, count in ((Group.LIVED_EXPERIENCE, 6), (Group.CARERS, 3), (Group.STAFF, 1)):
        sessions.count(desk, session, group, count)


def _plan(desk: Desk) -> str:
    """Add a session three days from now, partly prepared."""
    made, _ = sessions.new(
        desk,
        title="Steering group: home care",
        type="steering group",
        date=datetime.date(2026, 11, 26),
        start="10:00",
        end="12:00",
        finish_by="12:15",
        place="Committee Room 2 and online",
        organisation="Marrowdale Council (made up)",
        purpose="How the new home care contract is written, and who is on the panel.",
        cannot_change="The money for this year, and the date on which the contract ends.",
        set_agenda="Co-chairs together",
    )
    known_by = {line.name: line.id for line in people.every(desk)}
    for name, role, need in COMING:
        if name in known_by:
            people.bring(desk, made, known_by[name], role)
            continue
        person, _ = people.add(desk, made, name, role, name_in_public=NameInPublic.FIRST)
        if need:
            people.add_need(desk, made, person, need[1], need[0])
    known = content.load()
    prepare.use_agenda(desk, made, next(iter(known.agendas().values())))
    prepare.use_rules(desk, made, known.ground_rules()[:4])
    prepare.make_checklist(desk, made)
    lines = [line for line in prepare.checklist(desk, made) if line.phase is Phase.BEFORE]
    for line in lines[:5]:
        prepare.change(desk, "checklist_item", line.id, who="Bríd", by=datetime.date(2026, 11, 24))
    for line in lines[:3]:
        prepare.change(desk, "checklist_item", line.id, done=True)
    return made


def group_to_show(material: Material) -> str:
    """Put the sessions on home care into a group with members and a log, and return its id; once, whatever the look."""
    desk = material.desk
    for line in groups.every(desk):
        return line.id
    group, _ = groups.add(desk, "Home care steering group", "steering_group")
    groups.change(
        desk,
        group,
        aim="Home care that comes at the time people chose",
        start=datetime.date(2026, 4, 1),
        end=datetime.date(2027, 3, 31),
        review_on=datetime.date(2026, 12, 15),
    )
    for session in (material.home_care, material.coming):
        group_sessions.put_into(desk, session, group)
    for name, role, chairs, mix in MEMBERS:
        group_members.add(desk, group, name, role, co_chair=chairs, mix=mix.value)
    for button, words, kind in LOG:
        line, _ = log.add(desk, words, button, group=group)
        log.confirm(desk, line, kind)
    return group
