"""Two reports over other days cannot be taken from each other to find one person: people are counted in fives."""

from __future__ import annotations

import datetime
import re

from coprod_desktop.domain.agreed_record import AgreedPaper, PaperState, PaperVersion, SignedUp
from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.looked_back_record import Measured, MeasureUnit
from coprod_desktop.domain.words import AnswerKind, Attending, Group
from coprod_desktop.services import answers, group_measures, group_members, people, sessions
from coprod_desktop.services.looking_back import Of
from coprod_desktop.services.making import reports
from tests.publish.telling_papers import told

DAY = datetime.timedelta(1)
NAME = "Bramley Vale Steering Group"


def filled(desk) -> str:
    """A group with six members and a charter that six signed, and two sessions that eleven and six people came to."""
    with desk.store.write() as tx:
        tx.add(WorkGroup(id="g", name=NAME, kind="steering_group"), session=None)
        tx.add(AgreedPaper(id="paper", kind="charter", title="Our charter", group_id="g"), session=None)
        version = PaperVersion(
            id="v", paper_id="paper", n=1, state=PaperState.AGREED, on=desk.today() - 30 * DAY,
            agreed_on=desk.today() - 30 * DAY,
        )  # fmt: skip
        tx.add(version, session=None)
    for n in range(6):
        group_members.add(desk, "g", f"Member {n}", mix=Group.LIVED_EXPERIENCE)
        sign(desk, n)
    made = [sessions.new(desk, title=f"Meeting {n}", date=desk.today() - n * 20 * DAY, group_id="g")[0] for n in (2, 1)]
    for session, many in zip(made, (11, 6), strict=True):
        for n in range(many):
            people.add(desk, session, f"Person {session} {n}", "draws on care", attendance=Attending.HERE)
    point, _ = answers.add_point(desk, made[0], "Ring us when a visit is late")
    due = desk.today() + DAY
    answers.change_point(desk, point, answer=AnswerKind.WILL, text="We ring", owner="Contracts Manager", due=due)
    return made[1]


def sign(desk, n: int) -> None:
    with desk.store.write() as tx:
        signed = SignedUp(id=new_id(), paper_id="paper", version_id="v", name=f"Signer {n}", on=desk.today() - 29 * DAY)
        tx.add(signed, session=None)


def every_report(desk) -> dict[str, list[str]]:
    """Every line of every kind of report, in Easy Read too; without the keys that changed sentences are found again by."""
    papers = {kind: reports.drawn(desk, kind, reports.Span(), NAME)[0] for kind in reports.names()}
    return {
        kind: [line for line in told(paper).splitlines() if not re.fullmatch("[0-9a-f]{24}", line)]
        for kind, paper in papers.items()
    }


def test_one_more_who_came_joined_or_signed_up_changes_no_word_of_any_report(desk):
    newest = filled(desk)
    before = every_report(desk)
    said = "\n".join(before["annual-report"])
    for fact in (
        "People with lived experience: 15 to 19.",
        "5 to 9 people. People with lived experience: 5 to 9.",
        "5 to 9 people signed up to it.",
        "Of them, had come before:\nthe others.",
    ):
        assert fact in said
    people.add(desk, newest, "Wilhelmina Ostrander", "draws on care", attendance=Attending.HERE)
    group_members.add(desk, "g", "Wilhelmina Ostrander", mix=Group.LIVED_EXPERIENCE)
    sign(desk, 6)
    changed = {kind: set(lines) ^ set(before[kind]) for kind, lines in every_report(desk).items()}
    assert {kind: lines for kind, lines in changed.items() if lines} == {}


def test_one_of_each_group_is_not_told_by_naming_the_groups_of_fewer_than_five(desk):
    """Four groups that are named, and fewer than 5 in all, would be one each."""
    with desk.store.write() as tx:
        tx.add(WorkGroup(id="g", name=NAME, kind="steering_group"), session=None)
    session = sessions.new(desk, title="Meeting", date=desk.today() - DAY, group_id="g")[0]
    for n, (group, role) in enumerate(zip(Group, ("draws on care", "carer", "officer", "advocate"), strict=True)):
        group_members.add(desk, "g", f"Member {n}", mix=group)
        people.add(desk, session, f"Person {n}", role, attendance=Attending.HERE)
    for kind in ("annual-report", "committee-report", "cqc-evidence", "self-assessment", "progress-report"):
        said = told(reports.drawn(desk, kind, reports.Span(), NAME)[0])
        assert "ewer than 5" in said
        for words in ("arers: fewer", "taff: fewer", "guests: fewer", "Among them"):
            assert words not in said, (kind, words)


def test_a_number_that_one_to_four_people_answered_is_not_told_and_does_not_go_missing(desk):
    filled(desk)
    question = "How many times were you asked?"
    more = {"question": question, "unit": MeasureUnit.NUMBER, "asked": 40}
    group_measures.add(
        desk, Of(group="g"), what=Measured.BASELINE, value=30, answered=12, on=desk.today() - DAY, **more
    )
    group_measures.add(desk, Of(group="g"), what=Measured.AFTER, value=70, answered=3, **more)
    said = told(reports.drawn(desk, "annual-report", reports.Span(), NAME)[0])
    assert question in said
    assert "ewer than 5 people answered, so the number is not told" in said
