import pytest

from coprod_desktop.domain.words import EntryKind, Publish
from coprod_desktop.services import capture, prepare, sessions, workspace
from coprod_desktop.services.capture import NewLine


@pytest.fixture
def session(desk):
    made, _ = sessions.start_now(desk)
    return made


def test_a_gap_that_is_filled_in_may_be_published_and_a_line_made_a_note_may_not(desk, session):
    gap = capture.gap(desk, session).added[0].id
    said = capture.add(desk, session, NewLine(text="A thing said")).added[0].id
    capture.change(desk, gap, kind=EntryKind.QUESTION, text="When will you ring?")
    capture.change_many(desk, [said], kind=EntryKind.NOTE)

    assert [line.publish for line in capture.lines(desk, session)] == [Publish.YES, Publish.NO]


def test_changing_the_kind_leaves_a_permission_that_was_set_by_hand(desk, session):
    said = capture.add(desk, session, NewLine(text="A thing said")).added[0].id
    capture.change(desk, said, publish=Publish.EDIT)
    capture.change(desk, said, kind=EntryKind.STORY)

    assert capture.one(desk, said).publish is Publish.EDIT


def test_a_line_in_a_list_says_which_line_it_repeats(desk, session):
    first = capture.add(desk, session, NewLine(text="Once")).added[0].id
    second = capture.add(desk, session, NewLine(text="Twice")).added[0].id
    capture.change(desk, second, duplicate_of=first)

    assert [line.duplicate_of for line in capture.lines(desk, session)] == [None, first]
    workspace.undo(desk)
    assert [line.duplicate_of for line in capture.lines(desk, session)] == [None, None]


def test_agenda_and_ground_rules_are_read_in_their_order(desk, session):
    prepare.use_agenda(desk, session, [(10, "Welcome"), (15, "Break")])
    prepare.use_rules(desk, session, ["One person talks at a time."])

    assert [item.title for item in prepare.agenda(desk, session)] == ["Welcome", "Break"]
    assert [rule.text for rule in prepare.ground_rules(desk, session)] == ["One person talks at a time."]
