"""Votes put down and counted with real keys: what is typed is saved, kept, said, and nothing is guessed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.words import TooMany
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.services import drafts, people, sessions, votes
from coprod_desktop.ui.listen import more_menu
from coprod_desktop.ui.voting.dialog import VotingDialog
from tests.ui.accessible import assert_accessible


@pytest.fixture
def session(desk):
    return sessions.new(desk, title="Bids", date=desk.today(), attended=9)[0]


@pytest.fixture
def dialog(context, session, parent):
    made = VotingDialog(context, session, parent)
    made.open()
    wait(context)
    assert_accessible(made)
    return made


def wait(context):
    for _ in range(3):
        assert context.runner.wait_idle(60_000)


def saved(desk, session):
    return votes.seen(desk, session).votes


def enter(qtbot, field, words, context):
    field.setFocus()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    wait(context)


def put_down(dialog, qtbot, context, *choices):
    enter(qtbot, dialog.ui.newVote, "Which bids first?", context)
    for choice in choices:
        enter(qtbot, dialog.ui.newChoice, choice, context)


def number(dialog, qtbot, context, name, words):
    field = dialog.vote.field(name)
    enter(qtbot, field.edit, words, context)
    return field


def test_a_vote_is_put_down_and_counted_by_keys_alone(dialog, desk, session, context, qtbot):
    put_down(dialog, qtbot, context, "A bench", "A kettle")
    first = dialog.rows[0].votes.edit
    first.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(first, key)
        wait(context)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert dialog.rows[1].votes.edit.hasFocus()
    qtbot.keyClicks(dialog.rows[1].votes.edit, "5")
    qtbot.keyClick(dialog.rows[1].votes.edit, Qt.Key.Key_Return)
    wait(context)
    (vote,) = saved(desk, session)
    assert [(o.label, o.votes) for o in vote.options] == [("A bench", 2), ("A kettle", 5)]
    assert dialog.ui.newChoice.hasFocus()
    assert "1. A kettle: 5" in dialog.ui.standing.text()
    assert_accessible(dialog)


def test_a_pot_of_money_says_what_is_left_and_what_becomes_of_it_is_typed(dialog, desk, session, context, qtbot):
    put_down(dialog, qtbot, context, "A bench", "A kettle")
    for row, (many, cost) in enumerate((("5", "300"), ("2", "45.50"))):
        enter(qtbot, dialog.rows[row].votes.edit, many, context)
        dialog.rows[row].rest.click()
        enter(qtbot, dialog.choice.field("cost_pence").edit, cost, context)
    enter(qtbot, dialog.money.field("pot_pence").edit, "500", context)
    assert (
        "1. A bench: 5; £300 together\n2. A kettle: 2; £345.50 together\n£154.50 is left." in dialog.ui.standing.text()
    )
    field = dialog.vote.field("left_becomes")
    field.setFocus()
    qtbot.keyClicks(field, "It waits for the next round")
    dialog.vote.fields.hand_in()
    wait(context)
    assert saved(desk, session)[0].left_becomes == "It waits for the next round"


def test_one_too_many_is_said_and_what_the_room_chose_is_printed(dialog, desk, session, context, qtbot):
    put_down(dialog, qtbot, context, "A bench", "A kettle")
    number(dialog, qtbot, context, "dots_each", "2")
    number(dialog, qtbot, context, "voters", "2")
    for row, words in zip(dialog.rows, ("3", "2"), strict=True):
        row.votes.edit.selectAll()
        enter(qtbot, row.votes.edit, words, context)
    assert "There is 1 more vote than 2 papers can hold." in dialog.ui.notAgreeing.text()
    assert "Ask the room" in dialog.ui.notAgreeing.text()
    assert sum(o.votes for o in saved(desk, session)[0].options) == 5  # nothing was put right
    pick = dialog.vote.field("too_many")
    pick.setFocus()
    qtbot.keyClicks(pick, "Let")
    dialog.vote.fields.hand_in()
    wait(context)
    assert saved(desk, session)[0].too_many is TooMany.STAND
    assert "Ask the room" not in dialog.ui.notAgreeing.text()
    (printed,) = open_gate(sessions.record(desk, session), (), desk.today()).votes
    assert (printed.too_many, printed.over) == (TooMany.STAND, "1 more vote than 2 papers can hold")


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("voters", "a dozen", "“a dozen” is no whole number."),
        ("papers_given", "-3", "“-3” is no whole number."),
    ],
)
def test_what_is_no_number_is_said_and_stays(dialog, desk, session, context, qtbot, name, words, said):
    put_down(dialog, qtbot, context, "A bench")
    field = number(dialog, qtbot, context, name, words)
    assert said in field.said.text()
    assert field.edit.text() == words
    assert getattr(saved(desk, session)[0], name) is None
    qtbot.waitUntil(lambda: any(kept.words == words for kept in drafts.of_session(desk, session)))


def test_nought_is_nought_and_empty_is_not_said(dialog, desk, session, context, qtbot):
    put_down(dialog, qtbot, context, "A bench")
    number(dialog, qtbot, context, "voters", "0")
    assert saved(desk, session)[0].voters == 0
    enter(qtbot, dialog.money.field("pot_pence").edit, "0", context)
    assert sessions.one(desk, session).pot_pence == 0
    dialog.rows[0].rest.click()
    enter(qtbot, dialog.choice.field("cost_pence").edit, "£18.50", context)
    assert saved(desk, session)[0].options[0].cost_pence == 1850
    assert "The money to share is £0" in dialog.ui.notAgreeing.text()
    field = dialog.vote.field("voters")
    field.edit.clear()
    field.edit.setModified(True)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    wait(context)
    assert saved(desk, session)[0].voters is None


def test_a_bid_says_whose_it_is_and_why_it_is_not_within_the_rules(dialog, desk, session, context, qtbot):
    put_down(dialog, qtbot, context, "A bus")
    dialog.rows[0].rest.click()
    assert dialog.choice.field("who").hasFocus()
    enter(qtbot, dialog.choice.field("who"), "Garden club", context)
    pick = dialog.choice.field("eligible")
    pick.setCurrentIndex(pick.findData(False))
    dialog.choice.fields.hand_in()
    wait(context)
    assert "nobody has said why" in dialog.ui.notAgreeing.text()
    enter(qtbot, dialog.choice.field("why_not"), "It costs too much", context)
    dialog.choice.field("withdrawn").click()
    wait(context)
    enter(qtbot, dialog.choice.field("interest"), "The chair drives it", context)
    (option,) = saved(desk, session)[0].options
    assert (option.who, option.eligible, option.why_not, option.withdrawn) == (
        "Garden club",
        False,
        "It costs too much",
        True,
    )
    assert votes.interest(option.unknown) == "The chair drives it"
    assert_accessible(dialog)


def test_an_interest_of_somebody_on_the_list_stays_here(context, desk, session, parent, qtbot):
    person, _ = people.add(desk, session, "Amina Raza", "carer")
    votes.add(desk, session, "What first?")
    dialog = VotingDialog(context, session, parent)
    dialog.open()
    wait(context)
    enter(qtbot, dialog.interest.field("declared_interest"), "Her sister bids", context)
    (listed,) = sessions.record(desk, session).people
    assert (listed.id, listed.declared_interest) == (person, "Her sister bids")
    assert "Her sister bids" not in repr(open_gate(sessions.record(desk, session), (), desk.today()))


def test_two_votes_are_shown_one_at_a_time_and_one_can_be_taken_away(dialog, desk, session, context, qtbot):
    put_down(dialog, qtbot, context, "A bench", "A bus")
    enter(qtbot, dialog.ui.newVote, "And the colour?", context)
    assert len(dialog.rows) == 0
    assert dialog.ui.votePick.currentText() == "And the colour?"
    dialog.ui.votePick.setCurrentIndex(0)
    dialog.ui.votePick.activated.emit(0)
    assert len(dialog.rows) == 2
    dialog.ui.removeVote.click()
    wait(context)
    assert [vote.question for vote in saved(desk, session)] == ["And the colour?"]


def test_what_is_half_typed_is_there_again(dialog, desk, session, context, parent, qtbot):
    put_down(dialog, qtbot, context, "A bench")
    qtbot.keyClicks(dialog.ui.newChoice, "A choi")
    dialog.reject()
    wait(context)
    again = VotingDialog(context, session, parent)
    again.open()
    wait(context)
    qtbot.waitUntil(lambda: again.ui.newChoice.text() == "A choi")


def test_the_menu_more_opens_it(context, desk, session, parent, qtbot):
    here = more_menu.Here(context, session, desk.content, parent, parent)
    next(row for row in more_menu.ROWS if row.name == "moreVotes").opens(here)
    assert parent.findChild(VotingDialog) is not None
