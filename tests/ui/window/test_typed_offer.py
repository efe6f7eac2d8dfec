"""When a workspace is opened, what was being typed when the program stopped is told, and one press goes there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from coprod_desktop.services import answers, drafts, sessions, workspace
from coprod_desktop.services.drafts import Kept
from coprod_desktop.ui.window.door import Door
from coprod_desktop.ui.window.page_table import PAGES
from coprod_desktop.ui.window.typed_offer import place
from tests.ui.accessible import assert_accessible


@pytest.fixture
def folder(empty_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(empty_workspace, tmp_path / "workspace"))


@pytest.fixture
def opened(shell, runner, settings, folder):
    """Begin the program at the folder."""
    made = []

    def begin():
        made.append(Door(shell, runner, settings, folder))
        made[0].begin()
        settle(shell)
        return shell

    yield begin
    shell.leave()
    made[0]._close_desk()
    runner.wait_idle()


def settle(shell) -> None:
    for _ in range(5):
        shell.runner.wait_idle()
        QApplication.processEvents()


def test_what_was_being_typed_is_told_and_one_press_goes_there(opened, folder, qtbot):
    desk = workspace.unlock(folder, None)
    session, _ = sessions.new(desk, title="Home care")
    answers.add_point(desk, session, "The buses stop early")
    point, _ = answers.add_point(desk, session, "Ring us")
    drafts.keep(desk, f"point:{point}:text", "We will ri", "", session=session, row=point)
    drafts.keep(desk, f"capture:{session}", "half a sent", session=session)
    workspace.close(desk)

    shell = opened()
    assert shell.banner.what.text() == "2 things you typed were not saved last time."
    assert_accessible(shell)
    shell.banner.findChild(QPushButton, "bannerAct").click()
    settle(shell)
    page = shell.in_front()
    assert page.objectName() == "AnswerPage"
    qtbot.waitUntil(lambda: page.right.answer.point_id() == point)
    qtbot.waitUntil(lambda: page.right.answer.form.answerText.words() == "We will ri")


def test_nothing_is_told_when_nothing_was_being_typed(opened, folder):
    shell = opened()
    assert not shell.banner.isVisible()


@pytest.mark.parametrize(
    ("field", "page"),
    [
        ("capture:s", "listen"), ("entry:e", "listen"), ("entry:e:public_text", "answer"), ("new_point:s", "answer"),
        ("session:s:new_person", "get_ready"), ("person:s p:contact", "get_ready"), ("update:p:text", "follow_up"),
        ("organisation:organisation:name", "settings"), ("set_aside:a:reference", "home"), ("of a newer version:x", "home"),
    ],
)  # fmt: skip
def test_each_draft_has_a_page(field, page):
    assert place(Kept(field, "half", session="s"))[0] == page
    assert page in PAGES


def test_a_session_being_planned_is_on_sessions():
    assert place(Kept("session:new:title", "half"))[0] == "sessions"


@pytest.mark.parametrize(
    "field",
    ["voting:s:new_vote", "vote:v:voters", "vote_option:c v:cost_pence", "evaluation:s:totals", "evaluation:s:stars",
     "figures:s:measure.name", "person:s p:seat", "entry:e:lang", "checklist_item:c:note"],
)  # fmt: skip
def test_what_is_typed_in_the_menu_more_of_listen_waits_there(field):
    from coprod_desktop.ui.pages.get_ready import place_of

    assert place(Kept(field, "words", session="s")) == ("listen", "Listen, in the menu More")
    assert place_of(field) not in {"session", "person", "checklist_item"}
