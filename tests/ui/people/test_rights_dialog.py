"""All about one person from the People page: made as files, and erased after a question."""

from __future__ import annotations

import json
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from coprod_desktop.services import capture, people
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.rights import erasure, finding
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.pages.people import PeoplePage
from coprod_desktop.ui.people.rights_dialog import RightsDialog
from tests.desks import every_value
from tests.services.rights.test_erasure import NAME, file_of_it


@pytest.fixture
def session(desk):
    return merge.import_file(desk, file_of_it()).session


@pytest.fixture
def dialog(context, desk, session, parent, qtbot):
    made = RightsDialog(context, finding.find_person(desk, NAME), NAME, parent)
    made.open()
    qtbot.waitUntil(made.erase.isEnabled)
    return made


def test_what_goes_and_what_stays_is_said_before_anything(dialog):
    told = dialog.said.text()
    assert "1 thing they said" in told
    assert "1 promise stays that came of what they said" in told


def test_both_files_are_made_from_it(dialog, qtbot, tmp_path):
    dialog._folder = tmp_path
    dialog.make.click()
    qtbot.waitUntil(dialog.made.isVisible)
    assert len(list((tmp_path / "private").iterdir())) == 6
    told = json.loads(next((tmp_path / "private").glob("*draft*.json")).read_text("utf-8"))
    assert told["covered"] is True


def test_erased_only_after_the_question(dialog, desk, session, qtbot, heard):
    dialog.erase.click()
    ask = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Ask) and w.isVisible())
    assert "cannot be undone" in ask.findChildren(type(dialog.said))[-1].text()
    ask.no.click()
    assert len(people.on_list(desk, session)) == 2
    dialog.erase.click()
    ask = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Ask) and w.isVisible())
    ask.yes.click()
    qtbot.waitUntil(lambda: bool(heard.told))
    assert [p.name for p in people.on_list(desk, session)] == ["Bram Tolliver"]
    assert [e.n for e in capture.lines(desk, session)] == [2, 3]


def test_it_opens_from_the_person_one_is_on(context, desk, session, qtbot, runner):
    page = PeoplePage(context)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.open(None)
    qtbot.waitUntil(lambda: page._form.theirData.isVisible())
    page._form.theirData.click()
    opened = next(w for w in QApplication.topLevelWidgets() if isinstance(w, RightsDialog) and w.isVisible())
    assert opened.windowTitle() == "What is kept about them"
    runner.wait_idle()
    opened.reject()


def test_erasing_says_how_far_it_is_and_can_be_stopped_before_anything_is_changed(
    dialog, desk, session, qtbot, monkeypatch
):
    """A very large workspace is stood for by a pause in the middle of the erasure, until Stop was pressed."""
    going, pressed = threading.Event(), threading.Event()
    erase = erasure.erase

    def slow(desk, person, why, also, *, part):
        def told(done: float) -> None:
            going.set()
            assert pressed.wait(60)
            part(done)

        return erase(desk, person, why, also, part=told)

    monkeypatch.setattr(erasure, "erase", slow)
    before = sorted(every_value(desk))
    dialog._erase()
    qtbot.waitUntil(going.is_set)
    assert dialog.working.isVisible()
    assert dialog.working.stop_it.hasFocus()
    assert not dialog.erase.isEnabled()
    qtbot.keyClick(dialog.working.stop_it, Qt.Key.Key_Space)
    pressed.set()
    qtbot.waitUntil(dialog.erase.isEnabled)
    assert not dialog.working.isVisible()
    assert "Nothing was changed." in [label.text() for label in dialog.banner.findChildren(QLabel)]
    assert sorted(every_value(desk)) == before


def test_closing_while_it_looks_stops_looking(context, desk, session, parent, runner):
    made = RightsDialog(context, finding.find_person(desk, NAME), NAME, parent)
    made.open()
    made.reject()
    assert runner.wait_idle()
    assert len(people.on_list(desk, session)) == 2


def test_the_record_can_be_asked_for_while_it_still_looks(context, desk, session, parent, runner, tmp_path):
    made = RightsDialog(context, finding.find_person(desk, NAME), NAME, parent)
    made._folder = tmp_path
    made.open()
    made.make.click()
    assert runner.wait_idle()
    assert len(list((tmp_path / "private").iterdir())) == 6
    assert made.erase.isEnabled()
    assert not made.working.isVisible()
