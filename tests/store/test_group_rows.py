"""What is kept of groups: kept as it was written, found, and gone with what it was said of; nothing goes by mistake."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain import agreed_record as agreed
from coprod_desktop.domain import group_record as kept
from coprod_desktop.domain import looked_back_record as back
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.log_record import LogLine, Publicity
from coprod_desktop.domain.permission import Purpose
from coprod_desktop.domain.record import Person
from coprod_desktop.domain.words import Group, Rung, SessionState
from coprod_desktop.services import bin, capture, changed_mind, holds, safeguarding, sessions
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.changed_mind import TakenBack
from coprod_desktop.services.rights import erasure
from coprod_desktop.services.seen import search
from coprod_desktop.store import reading, schema
from coprod_desktop.store.mapping import decode
from tests.desks import HOME_CARE, every_value

DAY = datetime.date(2026, 11, 26)
WORDS = "The zebraman waited four hours for the night bus"


def one_of_each(person, session, words=WORDS):
    group, paper = new_id(), new_id()
    return (
        kept.WorkGroup(
            id=group, name="Night transport", kind="steering_group", issue=words, aim=words, may_decide=words,
            money_pence=500000, money_words=words, why_this_many=words, start=DAY, no_end=True, level=kept.Level.TEAM,
            area="Transport", review_on=DAY, committee_on=DAY, clearance_days=21,
        ),
        kept.Member(
            id=new_id(), group_id=group, person_id=person, role=words, co_chair=True, mix=Group.CARERS, term_end=DAY,
            training=("Chairing", words), joined_on=DAY, left_why=words,
        ),
        kept.Partner(id=new_id(), group_id=group, name="Riverside Voices", user_led=True, part=words),
        LogLine(
            id=new_id(), kind="decision", on=DAY, group_id=group, session_id=session, words=words, who="Ida Ackroyd",
            person_id=person, publicity=Publicity.MEMBERS, follow_up=DAY, answer=words, options=words, tried=words,
            score=words, trained=(words, "Two drivers"), order=1,
        ),
        agreed.AgreedPaper(id=paper, group_id=group, kind="charter", title="Our charter", subject=words),
        agreed.PaperVersion(id=new_id(), paper_id=paper, n=1, parts=(("How we speak", words),), changed=words, on=DAY),
        agreed.SignedUp(id=new_id(), paper_id=paper, person_id=person, name="Ida Ackroyd", on=DAY),
        back.LookedBack(
            id=new_id(), group_id=group, session_id=session, on=DAY, by=back.LookedBy.SLIP, forms=4,
            answers={"say": {"yes": 3, "no": 1}}, words=words, rung_aimed=Rung.CO_DESIGN,
        ),
        back.GroupMeasure(
            id=new_id(), group_id=group, question=words, what=back.Measured.BASELINE, value=182,
            unit=back.MeasureUnit.PERCENT, asked=50, on=DAY,
        ),
    )  # fmt: skip


@pytest.fixture
def place(desk):
    session, _ = sessions.start_now(desk)
    person = Person(id=new_id(), name="Ida Ackroyd", role="carer")
    with desk.store.write("Put somebody on the list") as tx:
        tx.add(person, session=session)
    return session, person.id


@pytest.fixture
def rows(desk, place):
    session, person = place
    rows = one_of_each(person, session)
    with desk.store.write("Wrote it down") as tx:
        for row in rows:
            tx.add(row, session=getattr(row, "session_id", None))
        tx.change("session", session, group_id=rows[0].id)
    return rows


def every(desk, kind):
    with desk.store.read() as connection:
        found = connection.execute(schema.TABLE_OF[kind].select()).mappings().all()
        return [decode(kind, row) for row in found]


def holding(desk, words="zebraman"):
    return {table for table, value in every_value(desk) if words in value}


def test_each_kind_stands_as_it_was_written(desk, rows):
    for row in rows:
        assert every(desk, type(row)) == [row]


def test_groups_lines_and_papers_are_found(desk, rows):
    found = {(hit.noun, hit.id) for hit in search.search(desk, "zebraman")}
    assert found >= {("work_group", rows[0].id), ("log_line", rows[3].id), ("agreed_paper", rows[4].id)}
    assert found >= {("person", rows[1].person_id)}
    assert {(hit.noun, hit.id) for hit in search.search(desk, "riverside")} == {("work_group", rows[0].id)}
    with desk.store.write("Take it away") as tx:
        tx.remove("work_group", rows[0].id)
    assert search.search(desk, "riverside") == []
    assert {hit.noun for hit in search.search(desk, "zebraman")} <= {"person", "session"}


@pytest.mark.parametrize("act", ["strike", "seal", "change their mind"])
def test_copies_of_somebodys_words_go_with_the_words(desk, place, rows, act):
    session, person = place
    entry = capture.add(desk, session, NewLine(text=WORDS, speaker=person)).added[0].id
    with desk.store.write("And what the session tells") as tx:
        tx.change("session", session, learnt=WORDS, could_not_come=WORDS, strands=("Buses", WORDS), state_why=WORDS)
        tx.change("log_line", rows[3].id, words=f"{WORDS}, they said")
    if act == "strike":
        capture.strike(desk, entry)
        assert holding(desk) == set()
    elif act == "seal":
        safeguarding.seal(desk, entry)
        assert holding(desk) == {"set_aside"}
    else:
        changed_mind.take_back(desk, session, person, TakenBack(purposes=(Purpose.QUOTE,), on=desk.today()))
        assert holding(desk) <= {"entry", "entry_fts", "entry_fts_data"}
    assert sessions.record(desk, session).session.strands == ("Buses",)
    (line,) = every(desk, LogLine)
    assert line.words
    (version,) = every(desk, agreed.PaperVersion)
    assert version.parts[0][0] == "How we speak"


def test_who_is_erased_leaves_that_there_was_a_member_and_a_decision_and_no_more(desk, place, rows):
    _session, person = place
    with desk.store.write("And an answer that names them") as tx:
        tx.change("log_line", rows[3].id, answer="Ida Ackroyd said no")
    erasure.erase(desk, person)
    (member,), (line,) = every(desk, kept.Member), every(desk, LogLine)
    assert (member.person_id, member.role, member.left_why, member.mix) == (None, None, None, Group.CARERS)
    assert (line.person_id, line.who) == (None, None)
    assert holding(desk, "Ackroyd") == set()
    assert every(desk, agreed.SignedUp) == []


def test_a_group_waits_in_the_bin_with_all_that_is_its_own_and_comes_back(desk, rows):
    group = rows[0]
    with desk.store.write("Take it away") as tx:
        tx.remove("work_group", group.id)
    assert [(thing.noun, thing.words) for thing in bin.things(desk)] == [("work_group", "Night transport")]
    bin.put_back(desk, "work_group", group.id)
    assert every(desk, kept.WorkGroup) == [group]


def test_a_group_that_is_emptied_takes_what_is_its_own_and_leaves_its_sessions(desk, place, rows):
    session, _person = place
    with desk.store.write("Take it away") as tx:
        tx.remove("work_group", rows[0].id)
    bin.empty(desk, [("work_group", rows[0].id)])
    assert every(desk, kept.WorkGroup) == every(desk, kept.Member) == every(desk, kept.Partner) == []
    assert every(desk, agreed.AgreedPaper) == every(desk, agreed.PaperVersion) == every(desk, agreed.SignedUp) == []
    assert every(desk, back.GroupMeasure) == []
    (line,) = every(desk, LogLine)
    assert (line.session_id, line.group_id) == (session, None)
    assert sessions.record(desk, session).session.group_id is None
    with desk.store.read() as connection:
        assert reading.before(connection, session)  # what it read before is still known, for other laptops


def test_a_session_that_is_emptied_leaves_what_its_group_decided(desk, place, rows):
    session, person = place
    sessions.remove(desk, session)
    bin.empty(desk, [("session", session)])
    (line,), (looked,) = every(desk, LogLine), every(desk, back.LookedBack)
    assert (line.session_id, line.group_id, line.words) == (None, rows[0].id, WORDS)
    assert looked.session_id is None
    with desk.store.read() as connection:
        assert reading.is_there(connection, "person", person)  # who is a member stays


def test_a_hold_on_a_member_keeps_the_group_in_the_bin(desk, place, rows):
    _session, person = place
    with desk.store.write("Take it away") as tx:
        tx.remove("work_group", rows[0].id)
    holds.place(desk, holds.Scope.PERSON, person, "A complaint", "Complaints team")
    (thing,) = bin.things(desk)
    assert thing.stays


def test_a_file_leaves_which_group_a_session_is_of_as_it_is_here(desk):
    came = merge.import_file(desk, HOME_CARE.read_bytes())
    group = kept.WorkGroup(id=new_id(), name="Home care", kind="project")
    with desk.store.write("Put it into a group") as tx:
        tx.add(group, session=None)
        tx.change("session", came.session, group_id=group.id, state=SessionState.MOVED)
    again = merge.import_file(desk, HOME_CARE.read_bytes())
    assert again.differ == ()
    assert sessions.record(desk, came.session).session.group_id == group.id
