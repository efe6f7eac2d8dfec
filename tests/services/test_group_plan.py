"""The work plan: in the order a vote gave, or people moved it into; nothing twice, nothing lost."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Vote, VoteOption
from coprod_desktop.errors import UserError
from coprod_desktop.services import group_plan, groups, sessions, workspace


@pytest.fixture
def group(desk):
    return groups.add(desk, "Night bus forum", "forum")[0]


def plan(desk, group):
    return [line.words for line in group_plan.read(desk, group).lines]


def voted(desk, group, **votes):
    session, _ = sessions.new(desk, title="The vote", group_id=group)
    options = tuple(VoteOption(id=new_id(), label=label.replace("_", " "), votes=many) for label, many in votes.items())
    vote = Vote(id=new_id(), question="What first?", options=options)
    with desk.store.write("Wrote a vote down") as tx:
        tx.add(vote, session=session)
    return vote.id


def test_priorities_stand_in_the_order_a_vote_gave(desk, group):
    """Row of the sources: "set their work plan and priorities" (priority order agreed by vote)."""
    for words in ("Complaints", "Home care", "Direct payments", "Never voted on"):
        group_plan.add(desk, group, words)
    vote = voted(desk, group, direct_payments=9, home_care=4, Complaints=4, Carers=12)
    assert group_plan.read(desk, group).voted == [(vote, "What first?")]
    group_plan.order_by_vote(desk, group, vote)
    assert plan(desk, group) == ["Carers", "Direct payments", "Complaints", "Home care", "Never voted on"]
    assert [bool(line.vote_id) for line in group_plan.read(desk, group).lines] == [True, True, True, True, False]
    workspace.undo(desk)
    assert plan(desk, group) == ["Complaints", "Home care", "Direct payments", "Never voted on"]


def test_starter_themes_are_offered_until_they_are_on_the_plan(desk, group):
    """Row of the sources: "priorities identified by the steering group for initial task and finish projects"."""
    starters = group_plan.read(desk, group).starters
    assert {"Home care", "Carers", "Direct payments", "Letters about money", "Complaints"} <= set(starters)
    group_plan.add(desk, group, "home care")
    assert "Home care" not in group_plan.read(desk, group).starters
    with pytest.raises(UserError, match="already"):
        group_plan.add(desk, group, "Home  Care")
    with pytest.raises(UserError, match="needs its words"):
        group_plan.add(desk, group, "  ")


def test_priorities_move_and_stay_at_the_ends(desk, group):
    ids = [group_plan.add(desk, group, words)[0] for words in ("a", "b", "c")]
    group_plan.move(desk, group, ids[2], -1)
    assert plan(desk, group) == ["a", "c", "b"]
    group_plan.move(desk, group, ids[0], -1)
    assert plan(desk, group) == ["a", "c", "b"]
    group_plan.change(desk, ids[0], "A")
    group_plan.remove(desk, ids[1])
    assert plan(desk, group) == ["A", "c"]
