"""Votes put down in the window print as the same from a file; every number can be changed and nothing is guessed."""

from __future__ import annotations

import dataclasses
import json

import pytest

from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.words import TooMany
from coprod_desktop.errors import UserError
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.services import drafts, sessions, votes, workspace
from coprod_desktop.services.bring_in import merge
from tests.services.bring_in.test_laptops import carry, laptops, written

__all__ = ["laptops"]
FILE = {
    "format": "coprod-session/1",
    "id": "bids-1",
    "title": "Bids in the hall",
    "session": {"type": "voting event", "date": "2026-12-03", "pot_pounds": 900, "max_bid_pounds": 500, "attended": 9},
    "votes": [
        {
            "id": "v1", "question": "Which bids first?", "method": "Dots", "dots_each": 2, "papers_given": 9, "voters": 8,
            "spoilt": 1, "eligible_rule": "Bids of up to £500", "settled_by": "The room talked it over.", "by_post": 6,
            "by_supporter": 2, "too_many": "stand", "left_becomes": "It waits for the next round.", "declared_interest": "The chair's sister bids.",
            "options": [
                {"id": "c1", "label": "A bench", "votes": 7, "cost": 400, "eligible": True, "who": "Garden club"},
                {"id": "c2", "label": "A kettle", "votes": 7, "cost": 18.5, "picture": "kettle"},
                {"id": "c3", "label": "A bus", "votes": 3, "cost": 9000, "eligible": False, "why_not": "It costs more than £500."},
                {"id": "c4", "label": "A choir", "votes": 0, "withdrawn": True, "declared_interest": "A member sings in it."},
            ],
        }
    ],
}  # fmt: skip


def in_the_window(desk):
    """The same, by the verbs of the window."""
    session, _ = sessions.new(
        desk, title="Bids in the hall", type="voting event", date=sessions.datetime.date(2026, 12, 3),
        pot_pence=90_000, max_bid_pence=50_000, attended=9,
    )  # fmt: skip
    (row,) = FILE["votes"]
    vote, _ = votes.add(desk, session, row["question"])
    own = ("method", "dots_each", "papers_given", "voters", "spoilt", "eligible_rule", "settled_by")
    for name in (*own, "by_post", "by_supporter", "left_becomes"):
        votes.change(desk, vote, {name: row[name]})
    votes.change(desk, vote, {"too_many": TooMany.STAND, "interest": row["declared_interest"]})
    for option in row["options"]:
        choice, _ = votes.add_choice(desk, vote, option["label"])
        values = {k: v for k, v in option.items() if k not in {"id", "label", "votes", "cost", "declared_interest"}}
        if "cost" in option:
            values["cost_pence"] = round(option["cost"] * 100)
        if "declared_interest" in option:
            values["interest"] = option["declared_interest"]
        votes.change_choice(desk, vote, choice, values)
        for _ in range(option["votes"]):
            votes.count(desk, vote, choice, 1)
    return session


def shown(desk, session):
    return open_gate(sessions.record(desk, session), (), desk.today())


def test_a_vote_of_the_window_is_the_same_on_paper_as_from_a_file(desk):
    typed = shown(desk, in_the_window(desk))
    brought = shown(desk, merge.import_file(desk, json.dumps(FILE).encode()).session)
    assert typed.votes == brought.votes
    assert dataclasses.replace(typed, uid="") == dataclasses.replace(brought, uid="")
    (vote,) = typed.votes
    assert (vote.by_post, vote.by_supporter, vote.over) == ("6", "fewer than 5", "1 more vote than 8 papers can hold")


def test_a_vote_goes_out_as_it_came_in(desk):
    session = merge.import_file(desk, json.dumps(FILE).encode()).session
    (out,) = json.loads(written(desk, session))["votes"]
    (wanted,) = FILE["votes"]
    for key, value in wanted.items():
        if key != "options":
            assert out[key] == value, key
    for there, here in zip(wanted["options"], out["options"], strict=True):
        assert there.items() <= here.items()


def test_a_vote_that_waits_on_two_laptops_is_put_together_column_by_column(laptops):
    a, b, _, session = laptops
    vote, _ = votes.add(a, session, "What first?")
    carry(a, b, session)
    votes.change(a, vote, {"voters": 8})
    votes.change(b, vote, {"left_becomes": "It waits."})
    carry(a, b, session)
    (found,) = votes.seen(b, session).votes
    assert (found.voters, found.left_becomes) == (8, "It waits.")


@pytest.mark.parametrize("act", ["add", "change", "add_choice", "change_choice"])
def test_a_vote_and_a_choice_have_words(desk, act):
    session, _ = sessions.start_now(desk)
    vote, _ = votes.add(desk, session, "What first?")
    choice, _ = votes.add_choice(desk, vote, "A bench")
    acts = {
        "add": lambda: votes.add(desk, session, " "),
        "change": lambda: votes.change(desk, vote, {"question": ""}),
        "add_choice": lambda: votes.add_choice(desk, vote, ""),
        "change_choice": lambda: votes.change_choice(desk, vote, choice, {"label": None}),
    }
    with pytest.raises(UserError, match=r"words|question|vote"):
        acts[act]()
    assert votes.seen(desk, session).votes[0].options[0].label == "A bench"


def test_votes_are_never_below_nought_and_a_choice_that_went_is_said(desk):
    session, _ = sessions.start_now(desk)
    vote, _ = votes.add(desk, session, "What first?")
    choice, _ = votes.add_choice(desk, vote, "A bench")
    votes.count(desk, vote, choice, -1)
    assert votes.seen(desk, session).votes[0].options[0].votes == 0
    votes.remove_choice(desk, vote, choice)
    with pytest.raises(UserError, match="no longer in this vote"):
        votes.count(desk, vote, choice, 1)
    workspace.undo(desk)
    votes.count(desk, vote, choice, 1)
    votes.remove(desk, vote)
    with pytest.raises(UserError):
        votes.add_choice(desk, vote, "Another")


def test_a_choice_added_after_one_was_taken_away_has_a_key_of_its_own(desk):
    session, _ = sessions.start_now(desk)
    vote, _ = votes.add(desk, session, "What first?")
    first, _ = [votes.add_choice(desk, vote, label)[0] for label in "AB"]
    votes.remove_choice(desk, vote, first)
    votes.add_choice(desk, vote, "C")
    keys = [option.key for option in votes.seen(desk, session).votes[0].options]
    assert len(keys) == len(set(keys)) == 2


def test_what_is_saved_drops_its_draft_in_the_same_moment(desk):
    session, _ = sessions.start_now(desk)
    vote, _ = votes.add(desk, session, "What first?")
    choice, _ = votes.add_choice(desk, vote, "A bench")
    of_vote, of_choice = f"vote:{vote}:voters", f"vote_option:{choice} {vote}:cost_pence"
    drafts.keep(desk, of_vote, "8", session=session, row=vote)
    drafts.keep(desk, of_choice, "400", session=session, row=vote)
    votes.change(desk, vote, {"voters": 8})
    votes.change_choice(desk, vote, choice, {"cost_pence": 40_000})
    assert drafts.of_session(desk, session) == ()
    drafts.keep(desk, of_choice, "500", session=session, row=vote)
    assert [kept.words for kept in drafts.of_session(desk, session)] == ["500"]
    assert new_id() != choice
