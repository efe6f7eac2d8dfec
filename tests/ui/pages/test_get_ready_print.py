"""Print on Get ready: what is made for before and on the day, where papers go, opened to be printed."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, prepare, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import papers
from coprod_desktop.ui.get_ready.slips_dialog import SlipsDialog
from coprod_desktop.ui.pages.get_ready import GetReadyPage
from tests.ui.accessible import assert_accessible
from tests.unpack import words_in

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
Key = Qt.Key


@pytest.fixture
def shown(monkeypatch):
    """What was opened on the screen."""
    paths = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: paths.append(url.toLocalFile()))
    return paths


@pytest.fixture
def page(context, sample, settings, tmp_path, qtbot):
    settings.write(dataclasses.replace(settings.read(), papers=tmp_path / "papers"))
    return opened(context, sample, qtbot)


def opened(context, sample, qtbot):
    made = GetReadyPage(context)
    qtbot.addWidget(made)
    made.resize(1040, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open(sample)
    assert context.runner.wait_idle(30_000)
    return made


def open_menu(page, qtbot):
    push = page.findChild(object, "printPapers")
    push.setFocus()
    qtbot.keyClick(push, Key.Key_Space)
    return page.findChild(QMenu, "printMenu")


def print_by_key(page, qtbot, words):
    """Go down the menu to these words and press Enter."""
    menu = open_menu(page, qtbot)
    for _ in menu.actions():
        qtbot.keyClick(menu, Key.Key_Down)
        if menu.activeAction().text() == words:
            break
    assert menu.activeAction().text() == words
    qtbot.keyClick(menu, Key.Key_Return)
    assert page.context.runner.wait_idle(60_000)


def made_in(tmp_path):
    return sorted(str(p.relative_to(tmp_path / "papers")) for p in (tmp_path / "papers").rglob("*.*"))


@pytest.fixture
def planned(page):
    """Nothing private is waiting, and there is an agenda."""
    papers.review(page.context.desk, page.session_id)
    prepare.add_agenda_item(page.context.desk, page.session_id, "Welcome", 10, notes="Say good morning.")
    return page


def test_the_menu_has_everything_a_day_needs(page, qtbot):
    menu = open_menu(page, qtbot)
    assert [act.text() for act in menu.actions() if not act.isSeparator()] == [
        "Agenda", "Ground rules", "Co-chair's cards (private)", "Sign-in sheet (private)", "Slips to write on",
        "All of these",
    ]  # fmt: skip
    menu.close()


def test_all_are_made_as_people_read_them_and_one_is_opened_at_a_time(planned, heard, shown, tmp_path, qtbot):
    print_by_key(planned, qtbot, "All of these")

    assert not heard.failed
    names = made_in(tmp_path)
    for kind in ("agenda", "ground-rules", "slips"):
        assert any(kind in name and "large" in name and "private" not in name for name in names), names
    private = [name for name in names if "private" in name]
    assert len(private) == 2
    assert all(name.startswith("private") and "-private-" in name for name in private)
    assert not shown, "six windows at once help nobody"
    which = planned.findChild(QMenu, "printWhich")
    offered = [act.text() for act in which.actions()]
    for kind in ("agenda", "ground-rules", "cards", "sign-in", "slips"):
        assert any(kind in words for words in offered), kind
    assert len(offered) == 6, "slips also in large print"
    which.actions()[0].trigger()
    which.close()
    assert len(shown) == 1
    assert str(tmp_path / "papers") in heard.told[-1][1]
    assert planned.focusWidget().objectName() == "printPapers"
    assert {paper.kind for paper in papers.made_before(planned.context.desk, planned.session_id)} == {
        "agenda",
        "ground-rules",
    }
    assert_accessible(planned)


@pytest.mark.parametrize(
    ("words", "kind"), [("Co-chair's cards (private)", "cards"), ("Sign-in sheet (private)", "sign-in")]
)
def test_a_private_one_is_made_alone_and_needs_nothing_settled(page, heard, shown, tmp_path, qtbot, words, kind):
    prepare.add_agenda_item(page.context.desk, page.session_id, "Welcome", 10)
    capture.add(page.context.desk, page.session_id, NewLine(text="Ring me on 07700 900481"))
    with pytest.raises(UserError, match="to look at first"):
        papers.snapshot(page.context.desk, page.session_id)
    print_by_key(page, qtbot, words)

    assert not heard.failed
    (path,) = (name for name in made_in(tmp_path) if name.endswith(".pdf"))
    assert path.startswith("private")
    assert kind in path
    assert [Path(one).name for one in shown] == [Path(path).name]
    assert path in heard.told[-1][1]


def test_what_is_not_settled_is_one_press_away(context, sample, heard, shown, qtbot):
    told = []
    listens = dataclasses.replace(context, tell=lambda *said: told.append(said))
    page = opened(listens, sample, qtbot)
    prepare.add_agenda_item(context.desk, sample, "Welcome", 10)
    capture.add(context.desk, sample, NewLine(text="Ring me on 07700 900481"))
    print_by_key(page, qtbot, "Agenda")
    assert not shown
    what, _, state, act, then = told[-1]
    assert "to look at first" in what
    assert (state, act) == ("danger", "Go to Paper")
    then()
    assert heard.opened == [("paper", sample)]


def test_as_many_slips_as_one_types(planned, heard, shown, tmp_path, qtbot):
    print_by_key(planned, qtbot, "Slips to write on")
    dialog = planned.findChild(SlipsDialog)
    assert_accessible(dialog)
    assert dialog.count.value() == 12, "seven are coming"
    assert dialog.focusWidget() is dialog.count
    qtbot.keyClicks(dialog.count, "3")
    qtbot.keyClick(dialog.count, Key.Key_Return)
    assert planned.context.runner.wait_idle(60_000)

    assert not heard.failed
    which = planned.findChild(QMenu, "printWhich")  # also in large print
    next(act for act in which.actions() if "large" not in act.text()).trigger()
    which.close()
    (path,) = shown
    assert words_in(Path(path)).count("What I want to say") == 3


def test_no_slips_when_one_thinks_better_of_it(planned, shown, tmp_path, qtbot):
    print_by_key(planned, qtbot, "Slips to write on")
    qtbot.keyClick(planned.findChild(SlipsDialog), Key.Key_Escape)
    assert planned.context.runner.wait_idle(60_000)
    assert not made_in(tmp_path)
    assert not shown


def test_of_all_what_cannot_be_made_is_said_and_the_rest_is_made(page, heard, shown, tmp_path, qtbot):
    papers.review(page.context.desk, page.session_id)
    print_by_key(page, qtbot, "All of these")
    assert not heard.failed
    told = heard.told[-1][1]
    assert "Agenda: not made. There is no agenda yet." in told
    assert "Co-chair's cards (private): not made. There is no agenda yet" in told
    assert any("sign-in" in name for name in made_in(tmp_path))
    assert not any("agenda" in name for name in made_in(tmp_path))


def test_with_nothing_to_print_it_says_what_is_missing(page, heard, shown, qtbot):
    papers.review(page.context.desk, page.session_id)
    print_by_key(page, qtbot, "Agenda")
    assert not sessions.record(page.context.desk, page.session_id).agenda
    assert "agenda" in str(heard.failed[-1]).lower()
    assert not shown
