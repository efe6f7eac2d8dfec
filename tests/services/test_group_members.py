"""Who is in a group: nobody twice, nobody by mistake, the mix as counts, and what hangs on whoever leaves."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain import group_members as rules
from coprod_desktop.domain.words import AnswerKind, Group
from coprod_desktop.errors import UserError
from coprod_desktop.services import (
    answers,
    drafts,
    group_members,
    groups,
    leaving,
    log,
    people,
    promises,
    sessions,
    workspace,
)
from coprod_desktop.services.group_members import SeveralOfThatName
from coprod_desktop.services.rights import erasure
from coprod_desktop.services.seen import log as seen_log

DAY = datetime.timedelta(1)


@pytest.fixture
def group(desk):
    return groups.add(desk, "Night bus forum", "forum")[0]


def names(desk, group):
    return [one.name for one in group_members.of(desk, group)]


def test_somebody_new_is_in_the_group_and_on_no_list(desk, group):
    group_members.add(desk, group, "Ida Ackroyd", "speaks for carers")
    (one,) = group_members.of(desk, group)
    assert (one.name, one.member.role, one.member.joined_on) == ("Ida Ackroyd", "speaks for carers", desk.today())
    assert [line.name for line in people.every(desk)] == ["Ida Ackroyd"]


def test_somebody_known_is_not_made_twice(desk, group):
    session, _ = sessions.start_now(desk)
    known, _ = people.add(desk, session, "Ida Ackroyd", "carer")
    group_members.add(desk, group, "ida  ackroyd")
    assert [one.member.person_id for one in group_members.of(desk, group)] == [known]


def test_a_member_twice_is_a_sentence_and_nothing_is_lost(desk, group):
    group_members.add(desk, group, "Ida Ackroyd", "speaks for carers")
    drafts.keep(desk, f"group_member:new {group}:name", "Ida Ackroyd")
    with pytest.raises(UserError, match="is a member of this group already"):
        group_members.add(desk, group, "Ida Ackroyd")
    assert names(desk, group) == ["Ida Ackroyd"]
    assert [d.words for d in drafts.every(desk)] == ["Ida Ackroyd"]


def test_of_two_people_with_one_name_somebody_says_which(desk, group):
    session, _ = sessions.start_now(desk)
    ids = {people.add(desk, session, "Ann Lee", role)[0] for role in ("carer", "director")}
    with pytest.raises(SeveralOfThatName) as asked:
        group_members.add(desk, group, "Ann Lee")
    assert {one[0] for one in asked.value.people} == ids
    group_members.add(desk, group, "Ann Lee", person=min(ids))
    assert [one.member.person_id for one in group_members.of(desk, group)] == [min(ids)]


@pytest.mark.parametrize("field", ["term_end", "left_on"])
def test_days_before_they_joined_are_a_sentence(desk, group, field):
    member, _ = group_members.add(desk, group, "Ida Ackroyd")
    with pytest.raises(UserError, match="before the day they joined"):
        group_members.change(desk, member, **{field: desk.today() - DAY})
    assert getattr(group_members.of(desk, group)[0].member, field) is None


def test_the_mix_is_counts_and_small_ones_are_hidden(desk, group):
    """Row of the sources: "consisting of people with current experience of adult social care services"."""
    for n, mix in enumerate([Group.LIVED_EXPERIENCE] * 6 + [Group.CARERS] * 5 + [Group.STAFF] * 2):
        group_members.add(desk, group, f"Member {n}", mix=mix)
    found = [one.member for one in group_members.of(desk, group)]
    assert dict(rules.mix(found)) == {"people with lived experience": 6, "carers": 5, "staff": 2}
    printed = {"people with lived experience": "5 to 9", "carers": "5 to 9", "staff": "fewer than 5"}
    assert dict(rules.mix_to_print(found)) == printed


def test_only_staff_in_the_chair_is_said(desk, group):
    """Row of the sources: "co-chaired by a member of staff and a carer or person"."""
    group_members.add(desk, group, "Priti", co_chair=True, mix=Group.STAFF)
    say = lambda: rules.chairs_in_words([one.member for one in group_members.of(desk, group)])  # noqa: E731
    assert "Only staff chair this group" in say()
    group_members.add(desk, group, "Ida", co_chair=True, mix=Group.CARERS)
    assert say() == ""


def promised(desk, group, owner, days=30):
    session, _ = sessions.new(desk, title="Third", date=desk.today() - DAY, group_id=group)
    point, _ = answers.add_point(desk, session, "The bus stops at nine")
    due = desk.today() + datetime.timedelta(days)
    answers.change_point(desk, point, answer=AnswerKind.WILL, text="Ask for a later bus", owner=owner, due=due)
    return point


def owners(desk):
    return [line.who for line in promises.lines(desk)]


def test_who_leaves_is_thanked_and_what_they_had_is_somebody_elses(desk, group):
    ida, _ = group_members.add(desk, group, "Ida Ackroyd", co_chair=True)
    group_members.add(desk, group, "Mo Bell")
    promised(desk, group, "Ida Ackroyd")
    hangs = leaving.before(desk, ida)
    assert (len(hangs.promises), hangs.only_chair, hangs.heirs) == (1, True, ("Mo Bell",))
    leaving.leave(desk, ida, desk.today(), "Moved to Leeds", heir="Mo Bell", thanked=True)
    gone = next(one.member for one in group_members.of(desk, group) if one.member.id == ida)
    assert (gone.left_on, gone.left_why, gone.thanked_on, gone.co_chair) == (
        desk.today(), "Moved to Leeds", desk.today(), False,
    )  # fmt: skip
    assert owners(desk) == ["Mo Bell"]
    workspace.undo(desk)
    assert owners(desk) == ["Ida Ackroyd"]
    assert group_members.of(desk, group)[0].member.left_on is None
    assert group_members.of(desk, group)[0].member.co_chair


def test_what_is_in_their_name_is_found_however_the_name_was_written(desk, group):
    ida, _ = group_members.add(desk, group, "Ida Ackroyd")
    group_members.add(desk, group, "Mo Bell")
    for owner in ("Ida", "ida  ackroyd", "Mo Bell and Ida Ackroyd (carer)", "Mo Bell"):
        promised(desk, group, owner)
    for values in ({"who": "Ida"}, {"watched_by": "Ida Ackroyd"}, {"who": "Mo Bell"}):
        made, _ = log.add(desk, "The lift may break", group=group, kind="risk")
        with desk.store.write("Said whose it is") as tx:
            tx.change("log_line", made, **values)
    closed, _ = log.add(desk, "The old risk", group=group, kind="risk")
    log.change(desk, closed, "watched_by", "Ida Ackroyd")
    log.close(desk, closed)
    hangs = leaving.before(desk, ida)
    assert (len(hangs.promises), hangs.to_look_at, hangs.watches) == (3, 2, 1)
    leaving.leave(desk, ida, desk.today(), heir="Bea Quill")
    watched = {
        row.line.words: row.line.watched_by for row in seen_log.seen(desk, group=group).rows if row.line.watched_by
    }
    assert watched == {"The lift may break": "Bea Quill", "The old risk": "Ida Ackroyd"}  # what is over stays theirs
    assert sorted(map(str, owners(desk))) == ["Bea Quill", "Bea Quill", "Bea Quill and Mo Bell", "Mo Bell"]
    workspace.undo(desk)
    assert leaving.before(desk, ida).promises == hangs.promises


def test_without_an_heir_a_promise_is_nobodys_and_not_forgotten(desk, group):
    ida, _ = group_members.add(desk, group, "Ida Ackroyd")
    promised(desk, group, "Ida Ackroyd")
    leaving.leave(desk, ida, desk.today())
    assert owners(desk) == [None]


def test_who_left_can_come_back_as_they_were(desk, group):
    ida, _ = group_members.add(desk, group, "Ida Ackroyd", "speaks for carers")
    leaving.leave(desk, ida, desk.today())
    assert group_members.add(desk, group, "Ida Ackroyd")[0] == ida
    (one,) = group_members.of(desk, group)
    assert (one.member.left_on, one.member.role) == (None, "speaks for carers")


@pytest.mark.parametrize("days", [-1, 1])
def test_a_day_on_which_nobody_can_have_left_is_a_sentence(desk, group, days):
    ida, _ = group_members.add(desk, group, "Ida Ackroyd")
    with pytest.raises(UserError, match=r"before the day they joined|still to come"):
        leaving.leave(desk, ida, desk.today() + days * DAY)
    assert group_members.of(desk, group)[0].member.left_on is None


def test_who_is_erased_still_counts_and_is_nobody(desk, group):
    ida, _ = group_members.add(desk, group, "Ida Ackroyd", mix=Group.CARERS)
    person = group_members.of(desk, group)[0].member.person_id
    erasure.erase(desk, person)
    (one,) = group_members.of(desk, group)
    assert (one.name, one.member.id, one.member.mix) == (None, ida, Group.CARERS)
    assert rules.mix([one.member]) == [("carers", 1)]


def test_somebody_who_is_known_twice_is_in_it_once(desk, group):
    session, _ = sessions.start_now(desk)
    a, b = (people.add(desk, session, name, "carer")[0] for name in ("Ida Ackroyd", "Ida A"))
    people.same_person(desk, a, b)
    group_members.add(desk, group, "Ida Ackroyd")
    with pytest.raises(UserError, match="already"):
        group_members.add(desk, group, "Ida A")
