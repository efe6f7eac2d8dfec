"""What was changed on two laptops: both versions side by side, one press lets one stand, the next one comes by itself."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from coprod_desktop import paths
from coprod_desktop.services import capture, sessions, workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.seen import two_versions
from coprod_desktop.ui.dialogs.brought_in import BroughtIn
from coprod_desktop.ui.pages.home import HomePage
from coprod_desktop.ui.versions.two_versions import TwoVersionsDialog
from tests.ui.accessible import assert_accessible

OURS = ", and nobody rings"
FILE = paths.resource("sample", "home-care-listening-space.json")


@pytest.fixture
def differing(desk, sample):
    """The session of a file whose place and one line were changed on both sides."""
    line = capture.lines(desk, sample)[1]
    sessions.change(desk, sample, place="The library")
    capture.change(desk, line.id, text=line.text + OURS)
    theirs = json.loads(FILE.read_bytes())
    theirs["session"]["place"] = "The church"
    theirs["entries"][1]["text"] += ", and nobody asks"
    return merge.import_file(desk, json.dumps(theirs).encode())


@pytest.fixture
def home(context, qtbot, runner, differing):
    page = HomePage(context)
    qtbot.addWidget(page)
    runner.changed.connect(page.apply)
    page.resize(1200, 760)
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


@pytest.fixture
def asked(home) -> TwoVersionsDialog:
    push = home._form.versionsAsk.push
    push.setFocus()
    QTest.keyClick(push, Qt.Key.Key_Space)
    settle(home)
    (found,) = home.findChildren(TwoVersionsDialog)
    return found


def both(asked) -> tuple[str, str]:
    return asked.form.oursWords.toPlainText(), asked.form.theirsWords.toPlainText()


def test_home_says_how_many_and_the_dialog_shows_the_first_in_words(home, asked):
    assert "2 places were changed on two laptops" in read(home)
    assert both(asked) == ("The library", "The church")
    for part in ("2 places are left", "Place", "Ours, on this laptop", "Theirs, from the file"):
        assert part in read(asked)
    assert_accessible(asked)


def test_keys_alone_choose_one_after_the_other(home, asked, desk, sample):
    assert asked.focusWidget().text() == "Keep ours"
    QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Tab)
    assert asked.focusWidget().text() == "Take theirs"
    QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Space)
    settle(home)
    assert sessions.one(desk, sample).place == "The church"
    assert both(asked)[0].endswith(OURS)
    assert asked.focusWidget().text() == "Keep ours"
    QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Space)
    settle(home)

    assert capture.lines(desk, sample)[1].text.endswith(OURS)
    assert two_versions.read(desk) == ()
    assert "Nothing is left to choose" in read(asked)
    assert asked.focusWidget().text() == "Close"
    assert "two laptops" not in read(home)


def test_undo_brings_the_place_back_while_the_dialog_is_open(home, asked, desk, sample):
    QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Space)
    settle(home)
    assert "1 place is left" in read(asked)
    home.context.runner.do(workspace.undo)
    settle(home)
    assert "2 places are left" in read(asked)
    assert sessions.one(desk, sample).place == "The library"


def test_decide_later_leaves_both(home, asked, desk):
    asked.form.versionsClose.setFocus()
    QTest.keyClick(asked.form.versionsClose, Qt.Key.Key_Space)
    settle(home)
    assert len(two_versions.read(desk)) == 2


def test_of_what_may_be_printed_nobody_is_told_which_laptop_it_is_from(home, asked, desk, sample):
    theirs = json.loads(FILE.read_bytes())
    at = next(i for i, entry in enumerate(theirs["entries"]) if entry["publish"] == "yes")
    capture.change(desk, capture.lines(desk, sample)[at].id, publish=capture.Publish.EDIT)
    theirs["entries"][at]["publish"] = "no"
    merge.import_file(desk, json.dumps(theirs).encode())
    last = next(place for place in two_versions.read(desk) if place.is_stricter)
    asked._place = last
    asked._read()
    settle(home)

    assert "the stricter one stands" in read(asked)
    assert asked.form.versionsOurs.text() == "Keep what stands"
    assert "“" in asked.form.versionsAbout.text()


def test_the_note_after_bringing_in_leads_there(context, home, differing, qtbot):
    note = BroughtIn(context, differing, home)
    note.open()
    push = note.findChild(object, "broughtChoose")
    QTest.keyClick(push, Qt.Key.Key_Space)
    settle(home)
    (found,) = home.findChildren(TwoVersionsDialog)
    assert both(found) == ("The library", "The church")
