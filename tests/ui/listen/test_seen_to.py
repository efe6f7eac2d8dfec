"""What is written down beside one line, and who has not been heard: on the facilitator's own page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coprod_desktop.domain.words import EntryKind
from coprod_desktop.services import capture, people
from coprod_desktop.ui.listen.seen_to_dialog import SeenToDialog
from tests.ui.accessible import assert_accessible
from tests.ui.listen_page import settle

ALT = Qt.KeyboardModifier.AltModifier


def say(page, words: str) -> None:
    QTest.keyClicks(page.line.field, words)
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)


def opened(page) -> SeenToDialog:
    settle(page)
    (dialog,) = page.findChildren(SeenToDialog)
    return dialog


def the_line(page):
    return capture.one(page.context.desk, page.lines.all()[0].id)


def test_what_was_done_about_an_access_problem_is_typed_beside_it_and_a_wrong_time_is_said_there(page):
    say(page, "no loop")
    page.list.setFocus()
    QTest.keyClick(page.list, "a", ALT)
    settle(page)
    assert page.on_line.bar.buttons["seen_to"].isVisibleTo(page)
    QTest.mouseClick(page.on_line.bar.buttons["seen_to"], Qt.MouseButton.LeftButton)
    dialog = opened(page)
    assert_accessible(dialog)
    QTest.keyClicks(dialog.form.doneAbout, "A loop was lent")
    QTest.keyClicks(dialog.form.doneAt, "25:61")
    QTest.keyClicks(dialog.form.told, "Priti")
    QTest.mouseClick(dialog.form.seenToSave, Qt.MouseButton.LeftButton)
    settle(page)
    assert "25:61" in dialog.form.seenToWrong.text()
    dialog.form.doneAt.setText("10.41")
    QTest.mouseClick(dialog.form.seenToSave, Qt.MouseButton.LeftButton)
    settle(page)
    assert (the_line(page).done_about, the_line(page).done_at, the_line(page).told) == (
        "A loop was lent",
        "10:41",
        "Priti",
    )


def test_what_somebody_keeps_coming_back_to_is_read_back_and_parked_by_one_key(page):
    say(page, "the lift, again")
    QTest.keyClick(page.line.field, "e", ALT)
    dialog = opened(page)
    assert "the lift, again" in dialog.form.seenToWords.text()
    QTest.keyClicks(dialog.form.callBack, "Ring Alan on Friday")
    dialog.form.seenToRead.setChecked(True)
    QTest.keyClick(dialog.form.callBack, Qt.Key.Key_Return)
    settle(page)
    line = the_line(page)
    assert (line.kind, line.call_back, line.checked_with_person) == (EntryKind.PARKING_LOT, "Ring Alan on Friday", True)


def test_who_has_not_been_heard_is_said_to_the_facilitator_and_goes_when_they_speak(page, qtbot):
    desk, session = page.context.desk, page.session_id
    ids = [people.add(desk, session, name, "carer")[0] for name in ("Ann Marsh", "Bo Lind", "Cy Pugh", "Di Rees")]
    for person, seat in zip(ids, ("Table 1", "Table 1", "online", "online"), strict=True):
        people.change(desk, session, person, seat=seat)
        people.arrive(desk, session, person)
    page.open(session)
    settle(page)
    say(page, "@Ann the taxi was late")
    qtbot.waitUntil(lambda: page.form.notHeard.text() == "Not heard yet: online")
    page.on_screen.turn_cover()
    assert page.form.notHeard.isHidden(), "people can see the laptop"
    page.on_screen.turn_cover()
    assert page.form.notHeard.isVisible()
    say(page, "@Cy nobody can hear us")
    qtbot.waitUntil(lambda: page.form.notHeard.isHidden())
