"""Groups and projects: what does not go together is a sentence, and nothing is lost."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.group_due import What
from coprod_desktop.domain.group_record import Level
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.report_span import Span
from coprod_desktop.domain.words import AnswerKind, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.services import (
    agreed,
    agreed_versions,
    bin,
    group_members,
    groups,
    groups_due,
    promises,
    sessions,
    workspace,
)
from coprod_desktop.services.making import group_directory, reports
from coprod_desktop.services.seen import group as seen
from coprod_desktop.services.seen import home, search
from coprod_desktop.services.seen.group_row import Section
from tests.publish.telling_papers import told

DAY = datetime.timedelta(1)


@pytest.fixture
def group(desk):
    return groups.add(desk, "Night bus forum", "forum", start=desk.today())[0]


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "night  BUS forum"])
def test_a_name_that_is_none_or_another_groups_is_a_sentence(desk, group, name):
    with pytest.raises(UserError):
        groups.add(desk, name, "forum")
    assert [line.name for line in groups.every(desk)] == ["Night bus forum"]


@pytest.mark.parametrize("field", ["end", "review_on", "committee_on"])
def test_a_day_before_the_start_is_a_sentence(desk, group, field):
    with pytest.raises(UserError, match="before the day it starts"):
        groups.change(desk, group, **{field: desk.today() - DAY})
    assert getattr(groups.one(desk, group), field) is None


def test_no_end_date_is_said_once_and_goes_with_a_date(desk, group):
    """Row of the sources: "issue based, have clear aims, are time limited"."""
    groups.change(desk, group, no_end=True)
    groups.change(desk, group, end=desk.today() + DAY)
    assert groups.one(desk, group).no_end is False
    groups.change(desk, group, no_end=True)
    assert groups.one(desk, group).end is None


def test_twenty_thousand_letters_in_a_field_stay_and_more_is_a_sentence(desk, group):
    groups.change(desk, group, aim="a " * 10_000)
    assert len(groups.one(desk, group).aim) == 19_999
    with pytest.raises(UserError, match="more than one field can show"):
        groups.change(desk, group, aim="a" * 100_001)
    assert len(groups.one(desk, group).aim) == 19_999


def test_a_kind_from_a_newer_program_is_kept_and_told_by_its_name(desk):
    made, _ = groups.add(desk, "Moon council", "moon_council")
    assert groups.one(desk, made).kind == "moon_council"
    assert seen.read(desk, made).kind == "Moon council"


def test_what_is_due_is_counted_back_from_the_committees_day(desk, group):
    """Row of the sources: "report on progress be brought to the Committee in six months"."""
    sits = desk.today() + 40 * DAY
    groups.change(desk, group, committee_on=sits, clearance_days=21)
    (due,) = groups_due.every(desk)
    assert (due.what, due.on) == (What.REPORT, sits - 21 * DAY)
    assert groups_due.near(desk) == (due,)
    groups.change(desk, group, committee_on=desk.today() + 80 * DAY)
    assert groups_due.near(desk) == ()


def test_terms_reviews_and_ends_are_told_in_time_and_not_of_who_left(desk, group):
    """Row of the sources: "a steering group of peer leaders" (members, roles, co-chairs, terms end dates)."""
    today = desk.today()
    ida, _ = group_members.add(desk, group, "Ida Ackroyd", term_end=today + 10 * DAY)
    groups.change(desk, group, review_on=today + 100 * DAY, end=today + 5 * DAY)
    assert [due.what for due in groups_due.near(desk)] == [What.END, What.TERM]
    assert "Ida Ackroyd" in groups_due.near(desk)[1].words
    group_members.remove(desk, ida)
    assert [due.what for due in groups_due.near(desk)] == [What.END]
    groups.change(desk, group, handed_over_on=today)
    assert groups_due.every(desk) == ()


def test_a_group_that_is_deleted_leaves_its_sessions_and_comes_back_whole(desk, group):
    session, _ = sessions.new(desk, title="First", date=desk.today(), group_id=group)
    group_members.add(desk, group, "Ida Ackroyd")
    assert groups.before_removing(desk, group).startswith("1 session stays as it is. Its 1 member")
    groups.remove(desk, group)
    assert groups.every(desk) == []
    assert sessions.is_there(desk, session)
    assert search.search(desk, "night bus") == []
    with pytest.raises(UserError, match="taken away"):
        groups.change(desk, group, aim="More")
    workspace.undo(desk)
    assert [row.words for row in seen.read(desk, group).rows] == ["First"]
    groups.remove(desk, group)
    bin.put_back(desk, "work_group", group)
    assert [one.name for one in group_members.of(desk, group)] == ["Ida Ackroyd"]


def test_partners_are_told_apart_and_not_put_in_twice(desk, group):
    """Row of the sources: "independent representation from Healthwatch"."""
    made, _ = groups.add_partner(desk, group, "Healthwatch")
    groups.change_partner(desk, made, independent=True)
    with pytest.raises(UserError, match="already"):
        groups.add_partner(desk, group, "healthwatch")
    (partner,) = seen.read(desk, group).partners
    assert (partner.independent, partner.user_led) == (True, False)


def test_sections_stand_in_their_order_and_no_more_is_read_than_is_shown(desk, group):
    today = desk.today()
    for n in range(5):
        sessions.new(desk, title=f"Past {n}", date=today - (n + 1) * DAY, group_id=group)
        sessions.new(desk, title=f"Coming {n}", date=today + n * DAY, group_id=group)
    groups.change(desk, group, review_on=today + DAY)
    found = seen.read(desk, group, most=3)
    assert [row.section for row in found.rows] == [Section.NEXT] * 3 + [Section.DUE] + [Section.BEFORE] * 3
    assert [row.words for row in found.rows if row.section is Section.NEXT] == ["Coming 0", "Coming 1", "Coming 2"]
    assert found.rows[-3].words == "Past 0"
    assert found.more


@pytest.fixture
def pledge(desk, group):
    """A promise the group made in no session."""
    point = Point(
        id=new_id(), you_said="", answer=AnswerKind.WILL, text="Ask for a later bus", owner="Mo Bell",
        due=desk.today() - DAY, group_id=group,
    )  # fmt: skip
    with desk.store.write("Promised something") as tx:
        tx.add(point, session=None)
    return point.id


def test_a_promise_made_in_no_session_is_told_everywhere_and_never_forgotten(desk, group, pledge):
    """Row of the sources: "Senior leaders will be asked to sign up to work together" (pledges, tracked as promises)."""
    for lines in (promises.due(desk).lines, promises.lines(desk), home.read(desk).promises.lines):
        assert [(line.id, line.group, line.late, line.alone) for line in lines] == [(pledge, group, True, False)]
    assert promises.seen(desk, "alone").lines == ()
    assert [row.section for row in seen.read(desk, group).rows] == [Section.PROMISED]
    promises.add_update(desk, pledge, desk.today(), UpdateState.DONE)
    assert promises.due(desk).lines == ()


def test_a_group_with_promises_of_its_own_is_not_taken_away_nor_emptied(desk, group, pledge):
    with pytest.raises(UserError, match="1 promise was made by this group, in no session"):
        groups.remove(desk, group)
    with desk.store.write("Take it away all the same") as tx:
        tx.remove("work_group", group)
    (thing,) = bin.things(desk)
    assert thing.stays
    bin.put_back(desk, "work_group", group)
    assert len(promises.due(desk).lines) == 1
    groups.change(desk, group, handed_over_on=desk.today())
    assert len(promises.due(desk).lines) == 1


def test_a_group_whose_promises_have_ended_can_go_and_one_that_is_open_again_is_told(desk, group, pledge):
    promises.add_update(desk, pledge, desk.today(), UpdateState.DONE)
    groups.remove(desk, group)
    promises.add_update(desk, pledge, desk.today(), UpdateState.LATE)
    assert [line.id for line in home.read(desk).promises.lines] == [pledge]
    bin.put_back(desk, "work_group", group)
    assert [line.id for line in home.read(desk).promises.lines] == [pledge]


def test_the_directory_tells_what_each_group_is_and_names_no_member(desk, group, tmp_path):
    """Row of the sources: "Learning Disability Partnership Board, Older Persons Advisory Group"."""
    groups.change(desk, group, issue="No bus after nine", money_pence=50_000)
    group_members.add(desk, group, "Ida Ackroyd")
    groups.change_partner(desk, groups.add_partner(desk, group, "Riverside Voices")[0], user_led=True)
    ended, _ = groups.add(desk, "Old project", "project", end=desk.today() - DAY)
    made = group_directory.make(desk, tmp_path)
    text = next(path for path in made.paths if path.suffix == ".csv").read_text("utf-8-sig")
    assert "Night bus forum,Forum" in text
    assert "£500.00" in text
    assert "Riverside Voices (user-led)" in text
    assert "Ackroyd" not in text
    assert "Old project" not in text
    groups.change(desk, group, end=desk.today())
    groups.remove(desk, group)
    groups.remove(desk, ended)
    with pytest.raises(UserError, match="No group is going on"):
        group_directory.make(desk, tmp_path)


def test_what_a_group_is_for_on_which_level_and_why_so_many_is_told_with_one_group_for_each_service(desk):
    """Rows of the sources: "co-produced service improvement groups", "It can take place on a one to one basis",
    "Adapting the number of people involved, proportionately", "A co-production plan will be designed"."""
    why = "Six people fit round one kitchen table"
    for area, level in (("Home care", Level.ONE_TO_ONE), ("Day centres", Level.STRATEGIC)):
        groups.add(desk, f"Better {area}", "service_improvement", area=area, level=level, why_this_many=why)
    sessions.new(desk, title="Visits", date=desk.today(), group_id=groups.every(desk)[1].id)
    told_ = told(reports.drawn(desk, "group-history", Span(), "Better Home care")[0])
    for fact in ("Service improvement group", "Home care", "One to one", why):
        assert fact in told_
    assert "Day centres" not in told_
    plan, _ = agreed.begin(desk, "co-production-plan")
    asked = [heading for heading, _text in agreed.one(desk, plan).newest.parts]
    assert {"Ongoing, or a project with an end", "When things happen", "Who takes part, and how many"} <= {*asked}


def test_whether_terms_of_reference_were_agreed_is_told_of_each_group(desk, group, tmp_path):
    """Row of the sources: "overseeing the development of task and finish groups" (terms of reference agreed or not)."""
    assert groups.terms_agreed(desk) == {}
    paper, _ = agreed.begin(desk, "terms-of-reference", group=group)
    version = agreed.one(desk, paper).newest.id
    for heading in desk.content.agreed.of("terms-of-reference").headings:
        agreed.write(desk, version, heading.heading, "As we said.")
    agreed_versions.agree(desk, version)
    assert groups.terms_agreed(desk) == {group: desk.today()}
    assert seen.read(desk, group).terms_agreed == desk.today()
    text = group_directory.make(desk, tmp_path).paths[0].read_text("utf-8-sig")
    assert desk.today().isoformat() in text or f"{desk.today():%d/%m/%Y}" in text
