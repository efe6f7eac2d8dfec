"""The details of someone who is taken off the list close: nothing more is written about them."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from coprod_desktop.services import people, sessions, workspace
from coprod_desktop.ui.pages.get_ready import GetReadyPage
from coprod_desktop.ui.pages.people import PeoplePage


@pytest.fixture
def session(desk):
    return sessions.start_now(desk)[0]


@pytest.fixture
def open_page(context, qtbot, runner):
    def make(kind, session):
        page = kind(context)
        qtbot.addWidget(page)
        runner.changed.connect(page.apply)
        page.show()
        qtbot.waitExposed(page)
        page.open(session)
        if isinstance(page, GetReadyPage):
            page._form.partPeople.click()
        settle(page)
        return page

    return make


def settle(page):
    for _ in range(4):
        page.context.runner.wait_idle()
        QApplication.processEvents()


def editor(page):
    return page.part().editor if isinstance(page, GetReadyPage) else page.editor


def contact_of(desk, person):
    with desk.store.read() as connection:
        return connection.exec_driver_sql("SELECT contact FROM person WHERE id = ?", (person,)).scalar()


@pytest.mark.parametrize("kind", [GetReadyPage, PeoplePage])
@pytest.mark.parametrize("others", [True, False])
def test_undoing_who_was_added_closes_what_was_being_typed_about_them(
    open_page, desk, session, runner, heard, kind, others
):
    if others:
        people.add(desk, session, "Winifred Tattersall", "carer")
    jay, _ = people.add(desk, session, "Jay Postlethwaite", "carer")
    page = open_page(kind, session)
    (page.part() if kind is GetReadyPage else page).list.go_to(jay)
    settle(page)
    assert editor(page).about() == (session, jay)
    editor(page).open_group("groupContact")
    settle(page)
    QTest.keyClicks(editor(page).findChild(QLineEdit, "contact"), "07700 900481")

    runner.do(workspace.undo)
    settle(page)
    assert (editor(page).about() or ("", ""))[1] != jay
    assert any("Jay Postlethwaite is not on the list any more" in what for what, *_ in heard.told)
    page.leave()
    settle(page)
    assert contact_of(desk, jay) is None
    assert heard.failed == []


def test_who_was_taken_off_here_is_said_once_in_the_usual_words(open_page, desk, session, heard):
    people.add(desk, session, "Jay Postlethwaite", "carer")
    page = open_page(GetReadyPage, session)
    page.part()._form.personRemove.click()
    settle(page)
    assert [what for what, *_ in heard.told] == ["Taken off the list: Jay Postlethwaite"]


def test_another_session_is_no_cause_for_alarm(open_page, desk, session, heard):
    people.add(desk, session, "Jay Postlethwaite", "carer")
    other, _ = sessions.start_now(desk)
    people.add(desk, other, "Winifred Tattersall", "carer")
    page = open_page(GetReadyPage, session)
    page.open(other)
    settle(page)
    assert editor(page).about()[0] == other
    assert heard.told == []
