"""The first hour of somebody who has never seen the page Groups: real keys in the real window, counted job by job."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.agreed_record import PaperState
from coprod_desktop.domain.words import SessionState
from coprod_desktop.services import agreed, group_members, group_plan, groups, promises, sessions
from coprod_desktop.services.seen import group as seen
from tests.ui.hands import Hands

pytestmark = pytest.mark.slow
TERMS = ("We make home care better, together with the people who use it.", "Home care, and no care homes.")


def test_a_stranger_begins_a_group_and_its_year_by_keys_alone(in_shell, desk, qtbot):
    hands = Hands(in_shell)
    hands.settle()
    in_shell.open_page("groups")
    hands.settle()

    with hands.count(2):  # a group; who is in it is typed next
        hands.press("Space")
        hands.type("Home care steering group")
        hands.press("Return")
    (group,) = [line.id for line in groups.every(desk)]
    assert hands.at().objectName() == "memberName"

    with hands.count(8):  # two members and a partner; the next one is a person again
        for name, role in (("Gareth D'Arcy", "draws on care"), ("Priti Vaghela", "service director")):
            hands.type(name)
            hands.press("Tab")
            hands.type(role)
            hands.press("Return")
        hands.type("Riverside Network")
        hands.press("Tab", "Tab", "Down", "Return")
    assert [one.name for one in seen.read(desk, group).partners] == ["Riverside Network"]
    assert len(group_members.of(desk, group)) == 2
    assert in_shell.in_front().made["partMembers"].what.currentIndex() == 0

    with hands.count(7):  # one of them chairs it: the dialog of facts begins in its first field
        hands.go("membersList", back=True)
        hands.press("Home", "Return", "Tab", "Tab", "Space", "Escape")
    assert [one.name for one in group_members.of(desk, group) if one.member.co_chair] == ["Gareth D'Arcy"]

    with hands.count(5):  # Tab stops at the part that is shown, and an arrow goes to the next one
        hands.go("partMembers", back=True)
        hands.press("Right")
        hands.go("newPriority")
        hands.type("Call times")
        hands.press("Return")
    assert [line.words for line in group_plan.read(desk, group).lines] == ["Call times"]

    with hands.count(5):
        hands.go("nextSession", back=True)
        hands.press("Return")
    (session,) = sessions.every(desk)
    assert "Planned for" in in_shell.banner.what.text()
    with hands.count(13):  # it is cancelled from where it is prepared
        hands.go("moveOrCancel")
        hands.press("Return")
        hands.type("The hall is flooded")
        hands.go("cancelIt")
        hands.press("Return")
    assert sessions.one(desk, session.id).state is SessionState.CANCELLED

    in_shell.open_page("groups")
    hands.settle()
    hands.go("partPlan")
    hands.press("Left", "Left")
    with hands.count(5):  # a pledge that names nobody asks whose it is, there
        hands.go("logLine")
        hands.type("We will ring when a carer is late")
        hands.press("Return", "Return")
        assert hands.at().objectName() == "logBehindWho"
        hands.type("Priti Vaghela")
        hands.press("Escape")
    assert [(line.what, line.who) for line in promises.lines(desk)] == [
        ("We will ring when a carer is late", "Priti Vaghela")
    ]
    with hands.count(6):  # a barrier
        hands.press("Shift+Tab", "Right", "Right", "Tab")
        hands.type("No interpreter on Fridays")
        hands.press("Return", "Return")
    with hands.count(5):  # heard outside
        hands.press("Shift+Tab", "Right", "Tab")
        hands.type("A neighbour said the letters frighten people")
        hands.press("Return", "Return")
    found = {row.words: row.opens.noun for row in seen.read(desk, group).rows}
    assert found["We will ring when a carer is late"] == "point"
    assert found["No interpreter on Fridays"] == found["A neighbour said the letters frighten people"] == "log_line"

    hands.go("partTimeline", back=True)
    hands.press("Right", "Right", "Right")
    hands.go("addAgreed")
    hands.press("Return")
    with hands.count(2):  # from heading to heading without leaving the words
        for words in TERMS:
            hands.type(words)
            hands.press("Ctrl+PgDown")
    hands.press("Escape")
    (held,) = agreed.every(desk, group=group)
    assert [text for _heading, text in held.newest.parts[:2]] == list(TERMS)
    assert held.newest.state is PaperState.DRAFT
