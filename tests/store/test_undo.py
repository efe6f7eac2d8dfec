import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, capture, people, sessions, workspace
from coprod_desktop.services.capture import NewLine


def words(desk, session):
    return [line.text for line in capture.lines(desk, session)]


@pytest.fixture
def session(desk):
    made, _ = sessions.new(desk, title="Undo")
    return made


def test_a_line_goes_and_comes_back(desk, session):
    capture.add(desk, session, NewLine(text="First"))

    assert workspace.undo(desk).said == "took “First” off the list"
    assert words(desk, session) == []
    workspace.redo(desk)
    assert words(desk, session) == ["First"]
    workspace.undo(desk)
    assert words(desk, session) == []


def test_steps_on_the_same_line_are_undone_one_after_the_other(desk, session):
    ref = capture.add(desk, session, NewLine(text="one")).added[0]
    capture.change(desk, ref.id, text="two")
    capture.change(desk, ref.id, text="three")

    seen = []
    for step in (workspace.undo, workspace.undo, workspace.redo, workspace.redo, workspace.undo, workspace.undo):
        step(desk)
        seen.append(words(desk, session)[0])
    assert seen == ["two", "one", "two", "three", "two", "one"]


def test_undo_works_after_a_restart(desk, session, folder):
    ref = capture.add(desk, session, NewLine(text="before")).added[0]
    capture.change(desk, ref.id, text="after")
    workspace.close(desk)
    again = workspace.unlock(folder, None)
    workspace.undo(again)

    assert words(again, session) == ["before"]
    workspace.close(again)


def test_something_new_ends_what_can_be_brought_back(desk, session):
    capture.add(desk, session, NewLine(text="one"))
    workspace.undo(desk)
    capture.add(desk, session, NewLine(text="two"))

    with pytest.raises(UserError, match="nothing to bring back"):
        workspace.redo(desk)


def test_no_step_holds_any_words(desk, session):
    ref = capture.add(desk, session, NewLine(text="Winifred said this")).added[0]
    capture.change(desk, ref.id, text="Winifred said that")
    person, _ = people.add(desk, session, "Winifred Tattersall", "carer")
    answers.add_point(desk, session, "Winifred wants a point", [ref.id])
    with desk.store.read() as connection:
        stored = str(connection.exec_driver_sql("select * from undo_step").all())

    assert "Winifred" not in stored
    assert person in stored


def test_a_permission_is_never_rubbed_out_and_undo_takes_no_no_back(desk, session):
    ref = capture.add(desk, session, NewLine(text="x", quote_ok=True)).added[0]
    capture.change(desk, ref.id, quote_ok=False)
    undone = workspace.undo(desk)
    with desk.store.read() as connection:
        kept = connection.exec_driver_sql("select purpose, value from permission order by seq").all()

    assert [tuple(k) for k in kept] == [("quote", "yes"), ("quote", "no")]
    assert capture.one(desk, ref.id).quote_ok is False
    assert undone.kept == "A no that was given stays a no."


def test_undo_takes_a_yes_back_and_bringing_it_back_writes_no_yes(desk, session):
    ref = capture.add(desk, session, NewLine(text="x")).added[0]
    capture.change(desk, ref.id, quote_ok=True)
    workspace.undo(desk)
    assert capture.one(desk, ref.id).quote_ok is None
    assert "ask" in workspace.redo(desk).kept
    assert capture.one(desk, ref.id).quote_ok is None


def test_with_nothing_done_there_is_nothing_to_undo(desk):
    with pytest.raises(UserError, match="nothing to undo"):
        workspace.undo(desk)


def test_every_kind_of_row_comes_back(desk, session):
    person, _ = people.add(desk, session, "Mo", "carer")
    point, _ = answers.add_point(desk, session, "Say it")
    before = sessions.record(desk, session)
    people.change(desk, session, person, role="co-chair", name="Moira")
    people.remove(desk, session, person)
    answers.change_point(desk, point, text="We will")
    answers.remove_point(desk, point)
    sessions.change(desk, session, title="Another")
    for _ in range(5):
        workspace.undo(desk)

    assert sessions.record(desk, session) == before
