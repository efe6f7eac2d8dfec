"""Home asks each day about what is sealed; there it is opened, passed on, taken out or put back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from coprod_desktop.services import capture, keys, safeguarding, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.pages.home import HomePage
from coprod_desktop.ui.safeguarding.passed_on_dialog import PassedOnDialog
from coprod_desktop.ui.safeguarding.sealed_dialog import SealedDialog
from coprod_desktop.ui.safeguarding.words import waiting
from tests.ui.accessible import assert_accessible

TOLD = "he takes the purse and I am frightened"


@pytest.fixture
def session(desk):
    return sessions.start_now(desk)[0]


@pytest.fixture
def sealed(desk, session):
    return safeguarding.seal(desk, capture.add(desk, session, NewLine(text=TOLD)).added[0].id).id


@pytest.fixture
def home(context, qtbot, runner, sealed):
    page = HomePage(context)
    qtbot.addWidget(page)
    runner.changed.connect(page.apply)
    page.resize(1000, 760)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.open(None)
    settle(page)
    return page


def settle(page):
    for _ in range(3):
        page.context.runner.wait_idle()
        QApplication.processEvents()


def read(parent) -> str:
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent))


def press(page, parent, name):
    push = parent.findChild(QPushButton, name)
    push.setFocus()
    QTest.keyClick(push, Qt.Key.Key_Space)
    settle(page)


def opened(page, kind) -> QDialog:
    (found,) = [d for d in page.findChildren(kind) if d.isVisible()]
    return found


def dialog(page) -> SealedDialog:
    press(page, page, "sealedAskPush")
    return opened(page, SealedDialog)


def test_home_asks_and_the_dialog_lists_it_without_a_word(home, sealed):
    assert "1 line is sealed and not yet passed on" in read(home)
    asked = dialog(home)
    row = asked.list.rows().index(0, 0).data(Qt.ItemDataRole.UserRole)

    assert row.state_words == "Not yet passed on"
    assert TOLD not in f"{row} {read(asked)}"
    assert asked.focusWidget() is asked.list
    assert_accessible(asked)


def test_it_opens_and_is_copied_and_is_shut_again_for_the_next_time(home):
    asked = dialog(home)
    press(home, asked, "sealedOpen")
    assert TOLD in asked.form.sealedWords.form.sealedText.toPlainText()
    press(home, asked, "sealedCopy")
    assert TOLD in QApplication.clipboard().text()
    assert "clipboard" in read(asked)
    assert_accessible(asked)
    asked.accept()
    settle(home)
    assert dialog(home).form.sealedWords.form.sealedText.toPlainText() == ""


def test_the_passphrase_is_asked_for(home, desk):
    keys.change(desk, None, "four words to know")
    asked = dialog(home)
    press(home, asked, "sealedOpen")
    assert asked.form.sealedWords.form.sealedText.toPlainText() == ""
    field = asked.form.sealedWords.form.sealedPass
    QTest.keyClicks(field, "four words to know")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(home)
    assert TOLD in asked.form.sealedWords.form.sealedText.toPlainText()


def test_taking_it_out_first_is_refused_with_what_comes_first(home, desk):
    asked = dialog(home)
    press(home, asked, "sealedTakeOut")

    assert "not passed on yet" in read(asked)
    assert asked.focusWidget() is asked.form.sealedPassedOn
    assert len(safeguarding.sealed(desk)) == 1


def test_it_is_passed_on_and_then_taken_out(home, desk, qtbot):
    asked = dialog(home)
    press(home, asked, "sealedPassedOn")
    form = opened(asked, PassedOnDialog).form
    QTest.keyClicks(form.passedTo, "Asha Bell")
    QTest.keyClick(form.passedTo, Qt.Key.Key_Return)
    settle(home)
    assert "its reference" in read(opened(asked, PassedOnDialog))
    assert form.passedTo.text() == "Asha Bell"
    assert_accessible(opened(asked, PassedOnDialog))
    QTest.keyClicks(form.passedReference, "SG 12")
    QTest.keyClick(form.passedReference, Qt.Key.Key_Return)
    settle(home)
    (line,) = safeguarding.sealed(desk)
    assert (line.passed_on_to, line.passed_on_on, line.reference) == ("Asha Bell", desk.today(), "SG 12")
    assert "not yet passed on" not in read(home)
    assert "can be taken out" in read(home)

    press(home, asked, "sealedTakeOut")
    assert opened(asked, Ask).focusWidget().text() == "Copy the words first"
    press(home, opened(asked, Ask), "askNo")
    assert asked.focusWidget() is asked.form.sealedWords.form.sealedOpen
    press(home, asked, "sealedOpen")
    press(home, asked, "sealedCopy")
    qtbot.waitUntil(lambda: asked.findChild(Ask) is None)
    press(home, asked, "sealedTakeOut")
    assert opened(asked, Ask).focusWidget().text() == "Keep it sealed"
    press(home, opened(asked, Ask), "askYes")
    assert safeguarding.sealed(desk) == []
    assert "Nothing is sealed." in read(asked)
    assert asked.focusWidget() is asked.form.sealedClose
    assert not home._form.asksCard.isVisible()


def test_whom_to_ring_is_there_and_stays_when_the_line_is_taken_out(home, desk, session):
    sessions.change(desk, session, lead_name="Asha Bell", lead_phone="01632 960 111")
    (line,) = safeguarding.sealed(desk)
    safeguarding.passed_on(desk, line.id, "Asha Bell", desk.today(), "SG 12")
    asked = dialog(home)
    assert "Ring Asha Bell: 01632 960 111." in read(asked)
    press(home, asked, "sealedTakeOut")
    press(home, opened(asked, Ask), "askYes")
    assert asked.isVisible()
    assert "Nothing is sealed." in read(asked)
    assert "Ring Asha Bell: 01632 960 111." in read(asked)


def test_put_back_asks_first_and_the_line_is_in_its_list_again(home, desk, session):
    asked = dialog(home)
    press(home, asked, "sealedPutBack")
    press(home, opened(asked, Ask), "askNo")
    assert capture.lines(desk, session) == []
    press(home, asked, "sealedPutBack")
    press(home, opened(asked, Ask), "askYes")

    assert [line.text for line in capture.lines(desk, session)] == [TOLD]
    assert "Put back" in read(asked)


def test_home_counts_what_is_not_passed_on():
    assert waiting([])[1] == ""
    line = safeguarding.SealedLine("a", "", None, None, None, None)
    assert waiting([line, line])[1] == "2 lines are sealed and not yet passed on"
