"""A year of a made-up steering group, lived by verbs: 12 sessions, 3 projects, 60 promises, a co-chair who leaves.

    from tests.years import lived_workspace, year      # fixtures: lived once, copied for each test

    def test_something(year):
        year.desk                                      # on the last day of it, 15 January 2026

Its days are past by any machine's clock: what is said to be done on a day to come is not done yet.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.domain.agreed_record import AgreedPaper, PaperState, PaperVersion, SignedUp
from coprod_desktop.domain.group_record import Level
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.domain.looked_back_record import LookedBack, LookedBy, Measured, MeasureUnit
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Organisation
from coprod_desktop.domain.words import (
    AnswerKind,
    EntryKind,
    Group,
    NameInPublic,
    Nation,
    Rung,
    SessionState,
    UpdateState,
)
from coprod_desktop.services import (
    answers,
    capture,
    group_measures,
    group_members,
    groups,
    leaving,
    log,
    money,
    people,
    promises,
    sessions,
    workspace,
)
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.looking_back import Of
from coprod_desktop.services.money import NewAmount
from tests.desks import choose_condition

LAST_DAY = datetime.date(2026, 1, 15)
GROUP = "Bramley Vale Steering Group"
PROJECTS = ("Direct payments made easier", "Same faces at the door", "Letters people can read")
PLACES = ("Bramley Vale Library", "Online", "Corner Hall", "Mill Lane Centre")
SECRET = "Keep this between us: the lift contract is in dispute"
"""Stands in a line of the log that nobody may print."""
SCORE = "Provider B scored 41 of 60"

_PEOPLE = (
    ("Ottoline Marsh", "draws on care", NameInPublic.FIRST, True),
    ("Desmond Achebe", "carer", NameInPublic.FULL, True),
    ("Yusra Qadir", "draws on care", NameInPublic.NONE, False),
    ("Bronwen Tudor-Pugh", "draws on care", NameInPublic.FIRST_AND_ROLE, True),
    ("Ignatius Feeney", "carer", NameInPublic.NONE, True),
    ("Marguerite Dube", "draws on care", NameInPublic.ROLE, True),
    ("Solveig Haraldsen", "commissioning manager", NameInPublic.FULL, True),
    ("Tobias Winterbourne", "social worker", NameInPublic.NONE, False),
    ("Ngozi Ibekwe", "team manager", NameInPublic.FIRST, False),
    ("Cedric Lamplugh", "advocate", NameInPublic.NONE, False),
    ("Rosalind Petheram", "draws on care", NameInPublic.NONE, True),
    ("Hamish Drummond", "carer", NameInPublic.NONE, False),
)
"""(name, role, how the name may appear, whether the words may be quoted)"""
_THEMES = (
    "Direct payments",
    "Same faces",
    "Letters and words",
    "Access to meetings",
    "Carers and breaks",
    "Information",
)
_SAID = {
    "Direct payments": ("The forms take a whole weekend", "Nobody explains what the money is for", "Prepaid cards stop working in small shops"),
    "Same faces": ("Six different carers came in one week", "When it is the same person I can relax", "Tell us who is coming"),
    "Letters and words": ("The letters are full of words I have to look up", "I want my letter in large print", "Say it in one page"),
    "Access to meetings": ("The room was too loud", "Half past nine is too early with care visits", "The loop did not work"),
    "Carers and breaks": ("A break is only a break if I can plan it", "I have not had a weekend off since spring", "Ask carers before you change the rota"),
    "Information": ("I found out from a neighbour", "Put it on the radio too", "Nobody told us about the grant"),
}  # fmt: skip
_PROMISED = (
    "Write the form anew on two pages",
    "Send the rota to people each Friday",
    "Have every letter read by two members before it goes out",
    "Start meetings at eleven",
    "Book the quiet room each time",
    "Put the list of small shops on the web page",
    "Train ten care workers with members as trainers",
    "Print the grant leaflet in large print",
    "Ring people when the visit is late",
    "Bring the loop and test it before people come",
)
_JOBS = ("Head of Commissioning", "Payments Team Manager", "Home Care Contracts Officer", "Communications Team")
_NOES = (
    ("Pay us by bank transfer on the day", "We cannot pay by bank on the day", "The bank takes three working days."),
    ("Meet every week", "We will not meet every week", "Members voted for once a month on 10 March."),
    ("Give everyone a laptop", "We cannot give everyone a laptop", "There is no money for it this year: £64,000."),
)


@dataclass(frozen=True, kw_only=True)
class Lived:
    """What came of the year. `desk` stands on its last day."""

    desk: Desk
    group: str
    projects: tuple[str, ...]
    sessions: tuple[str, ...]
    cancelled: str
    people: tuple[str, ...]
    co_chair: str
    """Who left in August."""
    names: tuple[str, ...]


@pytest.fixture(scope="session")
def lived_workspace(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Lived]:
    """The workspace at the end of the year, and what is in it. Copy it: others use it too."""
    folder = tmp_path_factory.mktemp("years") / "workspace"
    workspace.create(folder, None)
    choose_condition(folder)
    desk = workspace.unlock(folder, None)
    found = lived(desk)
    workspace.close(desk)
    return folder, found


@pytest.fixture
def year(lived_workspace: tuple[Path, Lived], tmp_path: Path) -> Iterator[Lived]:
    """The year in a workspace of this test's own, on its last day."""
    folder, found = lived_workspace
    desk = workspace.unlock(Path(shutil.copytree(folder, tmp_path / "year")), None)
    yield replace(found, desk=on(desk, LAST_DAY))
    workspace.close(desk)


def on(desk: Desk, day: datetime.date, hour: int = 10) -> Desk:
    """Return the desk on another day."""
    return replace(desk, now=lambda: datetime.datetime(day.year, day.month, day.day, hour).astimezone())


def lived(desk: Desk) -> Lived:
    """Live the year in this workspace."""
    desk_at = on(desk, datetime.date(2025, 1, 6))
    _organisation(desk_at)
    group = _group(desk_at, GROUP, "steering_group", start=datetime.date(2024, 9, 1))
    projects = tuple(
        _group(desk_at, name, "project", start=datetime.date(2025, 2, 2), project=True) for name in PROJECTS
    )
    known: dict[str, str] = {}
    held = tuple(_session(desk, group, n, known) for n in range(12))
    cancelled = _cancelled(desk, group)
    for n, project in enumerate(projects):
        _workshop(desk, project, n, known)
    people_ = tuple(known.values())
    _members(desk, group, people_)
    _log(desk, group, projects[0])
    _papers(desk, group)
    _looked_back(desk, group)
    names = tuple(name for name, *_ in _PEOPLE)
    return Lived(
        desk=on(desk, LAST_DAY),
        group=group,
        projects=projects,
        sessions=held,
        cancelled=cancelled,
        people=people_,
        co_chair=people_[0],
        names=names,
    )


def _organisation(desk: Desk) -> None:
    with desk.store.write() as tx:
        tx.add(
            Organisation(
                id=new_id(), name="Bramley Vale Council", contact_name="The co-production team",
                phone="01632 960 181", mail="together@example.org",
            ),
            session=None,
        )  # fmt: skip


def _group(desk: Desk, name: str, kind: str, *, start: datetime.date, project: bool = False) -> str:
    made, _ = groups.add(
        desk, name, kind,
        issue=name if project else "How care is planned and paid for",
        aim="Care that fits people, planned with them",
        may_decide="How the yearly plan spends its small budget, and the words of every leaflet",
        money_pence=80_000 if project else 500_000,
        why_this_many="Twelve fit round one table and everyone is heard",
        start=start,
        end=datetime.date(2025, 11, 30) if project else None,
        no_end=not project,
        locality="Bramley Vale",
        level=Level.TEAM if project else Level.STRATEGIC,
        area="Adult social care",
        committee_on=None if project else datetime.date(2026, 3, 4),
        clearance_days=None if project else 21,
    )  # fmt: skip
    if not project:
        hosts, _ = groups.add_partner(desk, made, "Bramley Vale Coalition", "hosts the listening spaces")
        groups.change_partner(desk, hosts, user_led=True)
        reads, _ = groups.add_partner(desk, made, "Healthwatch Bramley", "reads our evidence")
        groups.change_partner(desk, reads, independent=True)
    return made


def _day(n: int) -> datetime.date:
    return datetime.date(2025, n + 1, 13)


def _session(desk: Desk, group: str, n: int, known: dict[str, str]) -> str:
    day = _day(n)
    now = on(desk, day)
    kind = "listening space" if n in {3, 8} else "workshop" if n == 6 else "steering group"
    session, _ = sessions.new(
        now,
        title=f"Meeting {n + 1} of the year",
        type=kind,
        date=day,
        start="11:00",
        end="13:00",
        place=PLACES[n % len(PLACES)],
        locality="North Bramley" if n % 3 else "Vale Side",
        nation=Nation.ENGLAND,
        group_id=group,
        project=GROUP,
        series="Steering group 2025",
        series_n=n + 1,
        purpose="What was promised, and what is next",
        ladder_aim=Rung.CO_PRODUCTION,
        ladder_actual=Rung.CONSULTATION if n < 5 else Rung.CO_DESIGN,
        learnt="A shorter agenda leaves time for the quiet ones" if n == 4 else None,
        for_whom="home care providers" if n == 6 else None,
        state=SessionState.MOVED if n == 9 else None,
        moved_from=datetime.date(2025, 10, 6) if n == 9 else None,
        state_why="the lift was out of order" if n == 9 else None,
    )
    there = [_PEOPLE[(n + k) % len(_PEOPLE)] for k in range(8)]
    for name, role, shown, quote in there:
        if name in known:
            people.bring(now, session, known[name], role)
        else:
            known[name], _ = people.add(now, session, name, role)
            people.change(now, session, known[name], name_in_public=shown)
        people.arrive(now, session, known[name], quote=Circle.ANYONE if quote else None)
    sessions.count(now, session, Group.OTHERS, 1)
    _lines_and_promises(desk, now, session, n, [(known[name], quote) for name, _role, _shown, quote in there])
    _expenses(now, session, [known[name] for name, *_ in there][:6])
    return session


def _lines_and_promises(desk: Desk, now: Desk, session: str, n: int, there: list[tuple[str, bool]]) -> None:
    made = []
    for k in range(6):
        theme = _THEMES[(n + k) % len(_THEMES)]
        line = new_id()
        words = _SAID[theme][n % 3]
        capture.add(
            now,
            session,
            NewLine(
                text=f"{words}, {_again(n)}", speaker=there[k][0], theme=theme, id=line, quote_ok=there[k][1] or None
            ),
        )
        made.append(line)
    if n % 4 == 1:
        problem = new_id()
        capture.add(
            now, session, NewLine(text="The ramp was blocked by chairs", kind=EntryKind.ACCESS_INCIDENT, id=problem)
        )
        capture.change(now, problem, done_about="Moved the chairs, and put it on the checklist")
    for k in range(5):
        which = n * 5 + k
        what = f"{_PROMISED[which % len(_PROMISED)]} ({_area(which)})"
        due = _day(n) + datetime.timedelta(days=40 + 7 * k)
        point, _ = answers.add_point(
            now, session, f"{_PROMISED[which % len(_PROMISED)]}, please", [made[k]],
            answer=AnswerKind.WILL, text=what, owner=_JOBS[which % len(_JOBS)], due=due,
        )  # fmt: skip
        _what_became(desk, point, which, due)
    if n % 2 == 0:
        said, answer, why = _NOES[(n // 2) % len(_NOES)]
        kind = AnswerKind.WILL_NOT if answer.startswith("We will not") else AnswerKind.CANNOT
        answers.add_point(
            now, session, said, [made[5]], answer=kind, text=answer, reason_category="Money", reason=why,
            look_again="In April 2026",
        )  # fmt: skip


def _what_became(desk: Desk, point: str, which: int, due: datetime.date) -> None:
    """Half are kept in time, some late, some not, some turn into a no; the last are not due yet."""
    if due >= LAST_DAY:
        return
    if which % 10 == 3:
        late = due + datetime.timedelta(days=9)
        if late > LAST_DAY:
            return
        promises.add_update(on(desk, late), point, late, UpdateState.DONE, "Done at last")
    elif which % 10 == 5:
        promises.add_update(on(desk, due), point, due, UpdateState.CHANGED_TO_NO, "The budget was cut in the summer")
    elif which % 10 == 7:
        promises.add_update(on(desk, due), point, due, UpdateState.NOT_DONE, "Nobody could be found to do it")
    elif which % 10 != 9:
        promises.add_update(on(desk, due), point, due - datetime.timedelta(days=2), UpdateState.DONE)


def _expenses(now: Desk, session: str, there: list[str]) -> None:
    for person in there:
        money.pay_now(now, person, NewAmount(kind="travel", pence=440), session=session)
        money.pay_now(now, person, NewAmount(kind="payment for time", pence=2_500, fee=True), session=session)


def _cancelled(desk: Desk, group: str) -> str:
    day = datetime.date(2025, 8, 25)
    session, _ = sessions.new(
        on(desk, day), title="Summer drop-in", type="drop-in", date=day, place="Corner Hall", group_id=group,
        project=GROUP, state=SessionState.CANCELLED, state_why="the heat warning",
    )  # fmt: skip
    return session


def _workshop(desk: Desk, project: str, n: int, known: dict[str, str]) -> None:
    day = datetime.date(2025, 4 + n, 21)
    now = on(desk, day)
    session, _ = sessions.new(
        now, title=f"Workshop of project {n + 1}", type="workshop", date=day, place="Mill Lane Centre",
        group_id=project, project=PROJECTS[n],
    )  # fmt: skip
    for name, role, *_ in _PEOPLE[:6]:
        people.bring(now, session, known[name], role)
        people.arrive(now, session, known[name])


def _members(desk: Desk, group: str, people_: tuple[str, ...]) -> None:
    """Twelve join; in August a co-chair leaves, is thanked, and nobody has said yet who follows."""
    lived_, carer = Group.LIVED_EXPERIENCE, Group.CARERS
    mixes = (
        lived_,
        carer,
        lived_,
        lived_,
        carer,
        lived_,
        Group.STAFF,
        Group.STAFF,
        Group.STAFF,
        Group.OTHERS,
        lived_,
        carer,
    )
    joined, left = datetime.date(2024, 9, 1), datetime.date(2025, 8, 28)
    made = [
        group_members.add(
            on(desk, joined), group, "", person=person, co_chair=n in {0, 6}, mix=mix.value, joined_on=joined,
            term_end=datetime.date(2026, 8, 31),
        )[0]
        for n, (person, mix) in enumerate(zip(people_, mixes, strict=True))
    ]  # fmt: skip
    leaving.leave(on(desk, left), made[0], left, "moving house", thanked=True)


def _log(desk: Desk, group: str, project: str) -> None:
    def line(kind: str, month: int, words: str, publicity: Publicity = Publicity.ANYONE, **values: Any) -> None:
        day = datetime.date(2025, month, 20)
        of = values.pop("group_id", group)
        made, _ = log.add(on(desk, day), words, group=of, kind=kind, on=day, **values)
        if desk.content.log.of(kind).may_be(publicity):
            log.change(on(desk, day), made, "publicity", publicity)

    line(
        "decision",
        2,
        "Meetings start at eleven from March",
        options="Nine, eleven, or in the evening",
        lived_present="Five members with lived experience",
        who="The steering group",
    )
    line(
        "decision",
        6,
        "The small budget goes to the leaflet and to two training days",
        options="All to one project, or shared",
        who="The steering group",
    )
    line("decision", 10, "The charter is signed by the director and the co-chairs", who="Director of Adult Care")
    line(
        "acted_first",
        7,
        "The online form was switched off before we could ask",
        answer="It showed other people's names",
        by=datetime.date(2025, 7, 25),
        who="Head of Digital",
    )
    line("learning", 3, "Two questions are enough for an hour", tried="Six questions on one sheet")
    line("learning", 9, "A ride home decides who comes in the evening")
    line(
        "evidence",
        5,
        "Six in ten people did not know whom to ring",
        source_kind="our survey",
        asked_n=212,
        misses="People who are not online",
        who="Healthwatch Bramley",
    )
    line("evidence", 5, "Missed calls are the most common complaint", source_kind="complaint or compliment", asked_n=88)
    line(
        "monitoring",
        11,
        "How many letters were read by members first",
        watched_by="Quality lead",
        how_often="each quarter",
    )
    line(
        "barrier",
        4,
        "Prepaid cards need a shop with a terminal",
        tried="A list of shops that have one",
        who="Payments Team Manager",
    )
    line("risk", 6, "Members could leave when the bus route ends", answer="Taxis are booked first")
    line(
        "gap", 8, "Nobody has asked people who left home care", tried="A phone round in spring", who="Contracts Officer"
    )
    line("not_found", 9, "A care agency with staff who sign", tried="An interpreter for the first visit", reached=7)
    line(
        "scrutiny_question",
        3,
        "Why has the waiting list doubled?",
        asked_of="Director of Adult Care",
        answer="Two teams were put together in January",
        answered_on=datetime.date(2025, 4, 2),
    )
    line("training", 10, "Members trained care workers in listening", trained=("care workers",), reached=11)
    line("risk", 5, SECRET, Publicity.PRIVATE)
    line("learning", 5, "Members asked that minutes are shorter", Publicity.MEMBERS)
    line("procurement_stage", 9, "Tenders for home care were scored with members", stage="tenders scored", score=SCORE)
    line("tender_question", 9, "How do you keep the same carer?", asked_of="Provider B", score=SCORE)
    line("decision", 5, "The project writes a two-page form", group_id=project)


def _papers(desk: Desk, group: str) -> None:
    def paper(kind: str, title: str, *versions: tuple[PaperState, datetime.date]) -> list[object]:
        made = AgreedPaper(id=new_id(), group_id=group, kind=kind, title=title, review_every_months=12)
        rows: list[object] = [made]
        for n, (state, day) in enumerate(versions, start=1):
            final = state in {PaperState.AGREED, PaperState.PUBLISHED}
            version = PaperVersion(
                id=new_id(), paper_id=made.id, n=n, state=state, on=day, agreed_on=day if final else None,
                parts=(("What it is", "Words of the group"),), review_by=day.replace(year=day.year + 1) if final else None,
            )  # fmt: skip
            rows.append(version)
            if kind == "charter" and final:
                rows += [
                    SignedUp(id=new_id(), paper_id=made.id, version_id=version.id, name=name, on=day)
                    for name in ("Director of Adult Care", "The steering group")
                ]
        return rows

    day = datetime.date
    with on(desk, day(2025, 12, 1)).store.write() as tx:
        for row in (
            *paper("terms-of-reference", "Terms of reference", (PaperState.AGREED, day(2025, 1, 20)), (PaperState.AGREED, day(2025, 9, 8))),
            *paper("charter", "Our charter", (PaperState.PUBLISHED, day(2025, 10, 20))),
            *paper("improvement-plan", "Improvement plan for letters", (PaperState.DRAFT, day(2025, 11, 3))),
            *paper("committee-report", "Progress on co-production", (PaperState.PUBLISHED, day(2025, 3, 5))),
        ):  # fmt: skip
            tx.add(row, session=None)  # type: ignore[arg-type]


def _looked_back(desk: Desk, group: str) -> None:
    day, question = datetime.date, "People who say they know whom to ring"
    for what, value, asked, when in (
        (Measured.BASELINE, 583, 412, day(2025, 1, 30)),
        (Measured.TARGET, 750, None, day(2025, 1, 30)),
        (Measured.AFTER, 661, 389, day(2025, 11, 30)),
    ):
        group_measures.add(
            on(desk, when), Of(group=group), question=question, what=what, value=value, unit=MeasureUnit.PERCENT,
            asked=asked, on=when, source="Our survey of people who draw on care",
        )  # fmt: skip
    with on(desk, day(2025, 12, 1)).store.write() as tx:
        for by, rung, done in (
            (LookedBy.MEMBERS, Rung.CO_DESIGN, {"for people": 8, "with people": 1}),
            (LookedBy.STAFF, Rung.CO_PRODUCTION, {"with people": 9}),
        ):
            tx.add(
                LookedBack(
                    id=new_id(), group_id=group, on=day(2025, 11, 20), by=by, forms=9,
                    answers={"done to, for, with": done},
                    rung_aimed=Rung.CO_PRODUCTION, rung_reached=rung, rung_decided_by="members at the meeting",
                ),
                session=None,
            )  # fmt: skip


def _again(n: int) -> str:
    return ("again", "still", "as we said before", "every time")[n % 4]


def _area(n: int) -> str:
    return ("north", "south", "east", "west", "the whole area", "the town")[n % 6]
