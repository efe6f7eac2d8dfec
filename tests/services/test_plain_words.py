"""The list of hard words in force: what ships, with what this workspace added, changed or took away."""

from __future__ import annotations

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import plain_words, workspace


def pair(desk, hard):
    return next((p for p in plain_words.pairs(desk) if p.hard == hard), None)


def test_what_ships_is_in_force_by_the_alphabet(desk):
    hard = [p.hard.casefold() for p in plain_words.pairs(desk)]
    assert hard == sorted(hard)
    assert plain_words.words(desk)["commence"] == "start"
    assert plain_words.words(desk)["NHS"] == "National Health Service"
    assert not pair(desk, "commence").own


def test_a_word_of_our_own_is_added_and_undone(desk):
    changes = plain_words.put(desk, "  Blue  Sky ", " a  new idea ")
    assert changes.touch("plain_word")
    assert pair(desk, "blue sky") == plain_words.WordPair("blue sky", "a new idea", own=True)
    workspace.undo(desk)
    assert pair(desk, "blue sky") is None
    workspace.redo(desk)
    assert pair(desk, "blue sky").plain == "a new idea"


def test_a_shipped_word_is_changed_taken_away_and_put_back(desk):
    plain_words.put(desk, "commence", "begin")
    assert pair(desk, "commence") == plain_words.WordPair("commence", "begin", own=True)
    plain_words.take_away(desk, "Commence")
    assert pair(desk, "commence") is None
    workspace.undo(desk)
    assert pair(desk, "commence").plain == "begin"
    plain_words.take_away(desk, "commence")
    plain_words.put(desk, "commence", "start")
    assert pair(desk, "commence").plain == "start"


def test_a_word_in_place_of_another_is_one_step(desk):
    plain_words.put(desk, "kick off", "start", instead_of="commence")
    assert (pair(desk, "commence"), pair(desk, "kick off").plain) == (None, "start")
    workspace.undo(desk)
    assert (pair(desk, "commence").plain, pair(desk, "kick off")) == ("start", None)


def test_our_own_word_is_gone_when_taken_away(desk):
    plain_words.put(desk, "blue sky", "a new idea")
    plain_words.take_away(desk, "blue sky")
    assert pair(desk, "blue sky") is None


def test_initials_keep_their_capitals(desk):
    plain_words.put(desk, "HCF", "home care forum")
    assert plain_words.words(desk)["HCF"] == "home care forum"


@pytest.mark.parametrize(
    ("hard", "plain"), [("", "x"), ("x", " "), ("same", "Same"), ("one two three four five six", "x")]
)
def test_what_could_never_help_is_refused_and_nothing_changes(desk, hard, plain):
    before = plain_words.pairs(desk)
    with pytest.raises(UserError, match="Nothing was changed"):
        plain_words.put(desk, hard, plain)
    assert plain_words.pairs(desk) == before
