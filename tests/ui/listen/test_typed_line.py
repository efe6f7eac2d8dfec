"""What is chosen beside a line is the same thing in hand and in the list; a draft comes back as it was."""

import pytest

from coprod_desktop.domain.words import EntryKind, WhoseWords
from coprod_desktop.services import capture, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.drafts import Kept
from coprod_desktop.ui.listen.typed_line import LineBeingTyped, draft_again, to_change
from coprod_desktop.ui.listen.voices import Voices


@pytest.fixture
def session(desk):
    return sessions.start_now(desk)[0]


def test_a_kind_is_turned_on_and_off():
    parked = LineBeingTyped("x").turned(EntryKind.PARKING_LOT)
    assert parked.kind is EntryKind.PARKING_LOT
    assert parked.turned(EntryKind.PARKING_LOT).kind is EntryKind.CONTRIBUTION
    assert parked.turned(EntryKind.ACCESS_INCIDENT).kind is EntryKind.ACCESS_INCIDENT


@pytest.mark.parametrize(("now", "then"), [(None, True), (False, True), (True, False)])
def test_quoting_is_turned(now, then):
    assert LineBeingTyped("x", quote=now).quote_turned().quote is then


def test_words_said_for_somebody_are_a_supporters_unless_it_is_said_whose():
    assert LineBeingTyped("x").whose_now() is WhoseWords.THEIRS
    told = LineBeingTyped("x").spoken_for("a")
    assert (told.said_for, told.whose_now()) == ("a", WhoseWords.SUPPORTER)
    own = LineBeingTyped("x", whose=WhoseWords.THEIRS).spoken_for("a")
    assert (own.said_for, own.whose_now()) == ("a", WhoseWords.THEIRS)
    assert (own.spoken_for(None).said_for, own.spoken_for(None).whose) == (None, None)


def kept(words, **beside):
    return Kept(field="f", words=words, row=None, beside=beside)


def test_a_new_line_comes_back_with_what_was_chosen_beside_it():
    again = draft_again(kept("half", kind="story", theme="Buses", at="10:40"), None, Voices())
    assert (again.words, again.kind, again.theme, again.at) == ("half", EntryKind.STORY, "Buses", "10:40")


def test_a_change_whose_words_alone_were_kept_has_the_rest_of_its_line(desk, session):
    capture.add(desk, session, NewLine(text="as it was", kind=EntryKind.STORY, theme="Buses"))
    (line,) = capture.lines(desk, session)
    again = draft_again(kept("as it is"), line, Voices())
    assert (again.words, again.kind, again.theme) == ("as it is", EntryKind.STORY, "Buses")
    whole = draft_again(kept("as it is", kind="question"), line, Voices())
    assert (whole.kind, whole.theme) == (EntryKind.QUESTION, "")


def test_a_gap_is_taken_in_hand_with_its_words_alone(desk, session):
    capture.gap(desk, session)
    capture.add(desk, session, NewLine(text="said", theme="Buses"))
    gap, line = capture.lines(desk, session)
    assert to_change(gap, Voices()) == LineBeingTyped(gap.text)
    assert (to_change(line, Voices()).words, to_change(line, Voices()).theme) == ("said", "Buses")
