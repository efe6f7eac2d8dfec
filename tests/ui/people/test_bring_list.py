"""A list of people brought in from Get ready: looked at row by row, then one step."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from coprod_desktop.domain.words import Attending
from coprod_desktop.services import drafts, people, sessions, workspace
from coprod_desktop.services.bring_in import people as lists
from coprod_desktop.ui.pages.get_ready import GetReadyPage
from coprod_desktop.ui.people.bring_list import ListDialog
from tests.desks import SAMPLES
from tests.ui.accessible import assert_accessible

MESSY = SAMPLES / "attendees-messy.csv"


@pytest.fixture
def session(desk):
    return sessions.new(desk, title="Steering group")[0]


@pytest.fixture
def page(context, session, runner, qtbot):
    """Get ready at the people of a session, with its page shown."""
    made = GetReadyPage(context)
    qtbot.addWidget(made)
    runner.changed.connect(made.apply)
    made.resize(1016, 760)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.open(session)
    settle(runner)
    press(qtbot, made.findChild(object, "partPeople"))
    return made


@pytest.fixture
def opened(page, runner, monkeypatch, qtbot):
    """Press "Bring in a list…", then "Open a file…"; the dialog that shows what is in it."""

    def bring(path=MESSY) -> ListDialog:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        press(qtbot, page.findChild(object, "bringList"))
        dialog = page.findChild(ListDialog)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        press(qtbot, dialog.ui.openList)
        settle(runner)
        return dialog

    return bring


@pytest.fixture
def pasted(page, runner, qtbot):
    """Press "Bring in a list…", paste what is on the clipboard, and look at it."""

    def bring(text: str) -> ListDialog:
        press(qtbot, page.findChild(object, "bringList"))
        dialog = page.findChild(ListDialog)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        assert QApplication.focusWidget() is dialog.ui.listText
        QApplication.clipboard().setText(text)
        qtbot.keySequence(dialog.ui.listText, "Ctrl+V")
        press(qtbot, dialog.ui.look)
        settle(runner)
        return dialog

    return bring


def settle(runner) -> None:
    while not (runner.wait_idle() and runner._pending == 0):
        pass


def press(qtbot, widget) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


def row(dialog, number: int) -> str:
    rows = dialog.list.rows()
    return str(rows.index(rows.row_of(str(number)), 0).data())


def choose(qtbot, dialog, words: str) -> None:
    """From the list: Enter goes to the box; down until the words stand there."""
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    box = dialog.ui.answer
    assert QApplication.focusWidget() is box
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText().startswith(words):
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    pytest.fail(f"{words!r} is no answer")


def names(desk, session) -> list[str]:
    return [person.name for person in people.on_list(desk, session)]


def test_each_row_says_what_it_would_be_and_nothing_is_stored_yet(opened, desk, session):
    dialog = opened()

    assert "Papers: large print 20 point" in row(dialog, 3)
    assert "Needs: extra time to speak" in row(dialog, 3)
    assert "Contact: 01632 960 211; don't ring before 10am" in row(dialog, 3)
    assert "To check: Whether they come is not sure: “Maybe”." in row(dialog, 5)
    assert "Sent apologies" in row(dialog, 9)
    assert "Cannot come in" in row(dialog, 10)
    assert "The name is a formula" in row(dialog, 10)
    assert "Left out" in row(dialog, 13)
    assert names(desk, session) == []


def test_who_may_be_on_it_twice_is_asked_before_anything_comes_in(
    opened, desk, session, runner, heard, tmp_path, qtbot
):
    path = tmp_path / "twice.csv"
    path.write_text("Name,Mobile\nGareth D'Arcy,07700 900301\nLen Obi,\nGareth D’Arcy,07700 900399\n", "utf-8")
    dialog = opened(path)
    assert dialog.ui.listState.text().startswith("2 people come in, 1 row to choose")
    press(qtbot, dialog.ui.take)
    settle(runner)
    assert names(desk, session) == []
    assert dialog.list.current_id() == "4"
    assert QApplication.focusWidget() is dialog.ui.answer
    assert "here already" in dialog.ui.banner.what.text()

    dialog.list.setFocus()
    choose(qtbot, dialog, "The same person as row 2")
    assert "Comes in as the same person as row 2, Gareth D'Arcy" in row(dialog, 4)
    press(qtbot, dialog.ui.take)
    settle(runner)
    assert len(names(desk, session)) == 2
    assert heard.told[-1][0] == "2 people were brought in."
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


def test_somebody_who_stands_on_the_list_twice_comes_in_once(opened, desk, session, runner, qtbot):
    dialog = opened()
    assert "The same name and contact stand in row 3" in row(dialog, 4)
    dialog.list.setFocus()
    dialog.list.go_to("4")
    choose(qtbot, dialog, "The same person as row 3")
    press(qtbot, dialog.ui.take)
    settle(runner)
    assert sum("arcy" in name.casefold() for name in names(desk, session)) == 1


def test_the_whole_list_shows_on_the_page_and_one_undo_takes_it_away(opened, page, desk, session, runner, qtbot):
    dialog = opened()
    dialog.list.go_to("4")
    choose(qtbot, dialog, "Somebody else")
    press(qtbot, dialog.ui.take)
    settle(runner)
    shown = page.findChild(object, "peopleComing")
    assert shown.rows().rowCount() == 9

    runner.do(workspace.undo)
    settle(runner)
    assert shown.rows().rowCount() == 0
    assert people.every(desk) == []


def test_space_leaves_a_row_out_and_takes_a_doubtful_one_in(opened, desk, session, runner, qtbot):
    dialog = opened()
    dialog.list.setFocus()
    dialog.list.go_to("2")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert "Left out" in row(dialog, 2)
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert "Comes in" in row(dialog, 13)
    dialog.list.go_to("4")
    choose(qtbot, dialog, "Leave out")
    press(qtbot, dialog.ui.take)
    settle(runner)

    assert "T. B. C." in names(desk, session)
    assert "Bríd O'Shaughnessy-Nwosu" not in names(desk, session)


def test_a_row_that_cannot_come_in_stays_out_whatever_is_pressed(opened, qtbot):
    dialog = opened()
    dialog.list.go_to("10")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)

    assert "Cannot come in" in row(dialog, 10)
    assert not dialog.ui.answer.isEnabled()


def test_somebody_of_another_session_is_asked_about_and_keeps_being_one_person(opened, desk, session, runner, qtbot):
    before, _ = sessions.new(desk, title="Before")
    priti, _ = people.add(desk, before, "Priti Vaghela", "director")
    dialog = opened()
    assert "Choose: is this Priti Vaghela, who is here already?" in row(dialog, 11)
    dialog.list.go_to("11")
    choose(qtbot, dialog, "The same person as Priti Vaghela")
    dialog.list.go_to("4")
    choose(qtbot, dialog, "Leave out")
    press(qtbot, dialog.ui.take)
    settle(runner)

    assert priti in [person.id for person in people.on_list(desk, session)]
    assert sum(line.name == "Priti Vaghela" for line in people.every(desk)) == 1


def test_escape_brings_nobody_in(opened, desk, session, runner, qtbot):
    dialog = opened()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
    settle(runner)

    assert not dialog.isVisible()
    assert names(desk, session) == []


def test_a_file_that_is_no_list_is_refused_in_the_dialog_and_what_was_pasted_stays(opened, tmp_path, qtbot):
    path = tmp_path / "people.csv"
    path.write_bytes(b"")
    dialog = opened(path)

    assert dialog.ui.banner.what.text()
    assert dialog.ui.listText.isVisible()
    assert not dialog.ui.take.isVisible()


def test_columns_without_a_place_are_named(opened, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Name,Shoe size\nJo,7\n", "utf-8")
    dialog = opened(path)

    assert "Columns with no place here stay behind: Shoe size." in dialog.ui.listWords.text()


def test_everything_has_a_name_and_tab_goes_from_top_to_foot(opened, qtbot):
    dialog = opened()
    assert_accessible(dialog)
    boxes = [box.objectName() for box in dialog.ui.columns.boxes()]
    dialog.ui.columns.boxes()[0].setFocus()
    seen = [QApplication.focusWidget().objectName()]
    for _ in range(len(boxes) + 4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().objectName())
    assert seen == [*boxes, "listRows", "answer", "take", "again", "cancel"]


def forty(tmp_path):
    path = tmp_path / "forty.csv"
    names = [f"Ada{chr(97 + n // 26)}{chr(97 + n % 26)} Quill" for n in range(40)]
    path.write_text("Name,Role\n" + "".join(f"{name},resident\n" for name in names), "utf-8")
    return path


def test_forty_people_are_on_the_list_in_four_gestures(page, desk, session, runner, monkeypatch, qtbot, tmp_path):
    """The button, "Open a file…", the file, and one more key where the focus stands already."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(forty(tmp_path)), ""))
    press(qtbot, page.findChild(object, "bringList"))
    dialog = page.findChild(ListDialog)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    press(qtbot, dialog.ui.openList)
    settle(runner)
    assert dialog.ui.take.text() == "Bring in 40 people"
    assert names(desk, session) == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settle(runner)

    assert len(names(desk, session)) == 40


def test_a_pasted_list_comes_in_and_is_a_draft_no_more(pasted, page, desk, session, runner, qtbot):
    dialog = pasted("Name\tRole\nWinifred Tattersall\tresident\nLen Obi\tcarer\n")
    assert [f.field for f in drafts.every(desk)] == [f"session:{session}:people_list"]
    press(qtbot, dialog.ui.take)
    settle(runner)

    assert names(desk, session) == ["Winifred Tattersall", "Len Obi"]
    assert drafts.every(desk) == ()


def test_escape_keeps_what_was_pasted_for_the_next_time_and_cancel_does_not(pasted, page, desk, runner, qtbot):
    dialog = pasted("Name,Role\nLen Obi,carer\n")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
    settle(runner)
    press(qtbot, page.findChild(object, "bringList"))
    settle(runner)
    again = next(d for d in page.findChildren(ListDialog) if d.isVisible())
    assert "Len Obi" in again.ui.listText.toPlainText()
    press(qtbot, again.ui.cancel)
    settle(runner)
    assert drafts.every(desk) == ()


def pick(qtbot, box, words: str) -> None:
    """Go down a box until the words stand there, with keys, and choose them."""
    box.setFocus()
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    pytest.fail(f"{words!r} is not in the box")


def test_a_column_can_mean_something_else_and_what_was_said_of_rows_stays(opened, tmp_path, runner, qtbot):
    path = tmp_path / "people.csv"
    path.write_text("Name,Capacity,Extra\nJo Bell,carer,by the blue door\nAl Dunn,resident,\n", "utf-8")
    dialog = opened(path)
    box = dialog.ui.columns.box(2)
    assert box.currentText() == "Stays behind"
    assert "by the blue door" in box.accessibleDescription()
    dialog.list.go_to("3")
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert "Left out" in row(dialog, 3)

    pick(qtbot, box, "Needs")
    settle(runner)
    assert "by the blue door" in row(dialog, 2)
    assert "Left out" in row(dialog, 3)
    assert QApplication.focusWidget() is box


def test_what_a_column_was_said_to_be_is_known_the_next_time(opened, page, tmp_path, runner, qtbot):
    path = tmp_path / "people.csv"
    path.write_text("Name,Capacity,Extra\nJo Bell,carer,by the blue door\n", "utf-8")
    dialog = opened(path)
    pick(qtbot, dialog.ui.columns.box(2), "Needs")
    settle(runner)
    press(qtbot, dialog.ui.take)
    settle(runner)
    qtbot.waitUntil(lambda: not isValid(dialog))

    path.write_text("Name,Capacity,Extra\nAl Dunn,carer,Easy Read\n", "utf-8")
    dialog = opened(path)
    assert dialog.ui.columns.box(2).currentText() == "Needs"


@pytest.fixture
def twice(desk, session, tmp_path):
    """Two people brought in once; the list comes again and says something else of both."""
    first = "Name,Role,Mobile,Coming\nAsha Menon,carer,07700 900301,Yes\nBill Oakes,resident,07700 900302,Yes\n"
    found = lists.look(desk, first.encode(), session=session)
    lists.bring_in(desk, session, [lists.Chosen(r) for r in found.rows])
    path = tmp_path / "again.csv"
    path.write_text(first.replace("900301,Yes", "900301,No").replace("resident", "co-chair"), "utf-8")
    return path


def test_a_list_that_comes_again_asks_once_for_all_exact_matches(opened, twice, desk, session, runner, qtbot):
    dialog = opened(twice)
    assert "2 rows have the name and contact of people who are here already" in dialog.ui.exactWords.text()
    assert "Coming: “Coming” here, “Sent apologies” in the list" in row(dialog, 2)
    assert QApplication.focusWidget() is dialog.ui.exactTake
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert "the list is taken" in row(dialog, 2)
    assert not dialog.ui.exactBox.isVisible()
    assert QApplication.focusWidget() is dialog.ui.take
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settle(runner)

    found = {person.name: person for person in people.on_list(desk, session)}
    assert len(found) == 2
    assert found["Asha Menon"].attendance is Attending.APOLOGIES
    assert found["Bill Oakes"].role == "co-chair"


def test_what_differs_can_be_kept_in_one_row_and_taken_in_another(opened, twice, desk, session, runner, qtbot):
    dialog = opened(twice)
    press(qtbot, dialog.ui.exactKeep)
    dialog.list.go_to("3")
    pick(qtbot, dialog.findChild(object, "differs0"), "Role: take “co-chair”")
    press(qtbot, dialog.ui.take)
    settle(runner)

    found = {person.name: person for person in people.on_list(desk, session)}
    assert found["Asha Menon"].attendance is Attending.COMING
    assert found["Bill Oakes"].role == "co-chair"


def test_nothing_comes_in_while_one_difference_is_not_decided(opened, twice, desk, session, runner, qtbot):
    dialog = opened(twice)
    choose(qtbot, dialog, "The same person as Asha Menon")
    press(qtbot, dialog.ui.take)
    settle(runner)
    assert "something else" in dialog.ui.banner.what.text()
    assert QApplication.focusWidget().objectName() == "differs0"


def test_two_people_of_one_name_are_never_one_by_themselves(opened, desk, session, runner, tmp_path, qtbot):
    people.add(desk, session, "Jo Bell", "carer", contact="07700 900300")
    path = tmp_path / "people.csv"
    path.write_text("Name,Mobile\nJo Bell,07700 900399\n", "utf-8")
    dialog = opened(path)
    assert not dialog.ui.exactBox.isVisible()
    assert "Choose: is this Jo Bell, who is here already?" in row(dialog, 2)
    choose(qtbot, dialog, "Somebody else")
    press(qtbot, dialog.ui.take)
    settle(runner)
    assert names(desk, session) == ["Jo Bell", "Jo Bell"]


def test_reading_that_takes_long_says_how_far_it_is_and_can_be_stopped(opened, monkeypatch, runner, qtbot, page):
    go_on = threading.Event()

    def slow(desk, data, *, progress, **more):
        progress(0.4, "Reading the list")
        while not go_on.wait(0.01):
            progress(0.4, "Reading the list")
        return lists.ListedRow(rows=())

    monkeypatch.setattr(lists, "look", slow)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(MESSY), ""))
    press(qtbot, page.findChild(object, "bringList"))
    dialog = page.findChild(ListDialog)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    press(qtbot, dialog.ui.openList)
    qtbot.waitUntil(lambda: dialog.ui.readingStop.isVisible() and dialog.ui.readingBar.value() == 40)
    press(qtbot, dialog.ui.readingStop)
    settle(runner)
    assert not dialog.ui.readingStop.isVisible()
    assert dialog.ui.listText.isVisible()


def test_while_no_column_is_the_name_nothing_can_come_in_and_the_column_can_be_put_right(opened, runner, qtbot):
    dialog = opened()
    name = next(box for box in dialog.ui.columns.boxes() if box.currentText() in ("Name", "First name"))
    before = name.currentText()
    pick(qtbot, name, "Stays behind")
    settle(runner)
    assert not dialog.ui.take.isEnabled()
    assert name.currentText() == "Stays behind"

    pick(qtbot, name, before)
    settle(runner)
    assert not dialog.ui.banner.isVisible()
    assert dialog.ui.take.isEnabled()


def test_bringing_in_that_takes_long_can_be_stopped_and_nothing_is_stored(
    opened, desk, session, monkeypatch, runner, qtbot, tmp_path
):
    dialog = opened(forty(tmp_path))
    real, go_on = lists.bring_in, threading.Event()

    def slow(desk, session, rows, *, progress):
        def wait(part, words):
            progress(part, words)
            while part and not go_on.wait(0.01):
                progress(part, words)

        return real(desk, session, rows, progress=wait)

    monkeypatch.setattr(lists, "bring_in", slow)
    press(qtbot, dialog.ui.take)
    qtbot.waitUntil(lambda: dialog.ui.readingStop.isVisible() and dialog.ui.readingBar.value() > 0)
    press(qtbot, dialog.ui.readingStop)
    settle(runner)
    assert names(desk, session) == []
    assert dialog.ui.take.isEnabled()

    monkeypatch.undo()
    press(qtbot, dialog.ui.take)
    settle(runner)
    assert len(names(desk, session)) == 40
