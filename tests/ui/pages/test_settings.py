from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from coprod_desktop.errors import UserError
from coprod_desktop.services import keys, organisation, workspace
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.pages.settings import SettingsPage
from coprod_desktop.ui.style.theme import Appearance, Scheme
from tests.ui.accessible import assert_accessible
from tests.ui.pages.test_sessions import opened, press, settle

WORDS = "three warm cups"


@pytest.fixture
def open_page(context, qtbot, runner):
    def make() -> SettingsPage:
        page = SettingsPage(context)
        qtbot.addWidget(page)
        page.show()
        page.resize(1000, page.heightForWidth(1000))
        qtbot.waitExposed(page)
        page.activateWindow()
        page.open(None)
        settle(runner)
        return page

    return make


def words(page) -> str:
    return "\n".join(w.text() for w in page.findChildren(QLabel) if w.isVisibleTo(page))


def type_in(qtbot, page, **fields: str) -> None:
    for name, typed in fields.items():
        field = page.findChild(object, name)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, typed)


def opens_with(context, passphrase) -> bool:
    try:
        workspace.check_passphrase(context.desk, passphrase)
    except UserError:
        return False
    return True


def test_a_choice_of_colours_holds_at_once(open_page, context, qtbot):
    page = open_page()
    press(qtbot, page, "schemeDark")
    assert context.look() == Appearance(Scheme.DARK)
    press(qtbot, page, "schemeHigh")
    assert context.look() == Appearance(Scheme.HIGH_CONTRAST)


def test_the_size_of_words_by_keys(open_page, context, qtbot):
    page = open_page()
    size = page.findChild(object, "textSize")
    size.setFocus()
    qtbot.keyClick(size, Qt.Key.Key_End)
    assert context.look().text_scale == 200
    press(qtbot, page, "still")
    assert context.look().still


def test_a_size_chosen_with_ctrl_and_plus_is_shown(open_page, context):
    page = open_page()
    size = page.findChild(object, "textSize")
    context.set_look(Appearance(Scheme.LIGHT, text_scale=150))
    larger = page.font()
    larger.setPointSizeF(larger.pointSizeF() * 1.5)
    page.setFont(larger)
    assert size.currentText() == "150 %"


def test_the_shorthand_switch_is_remembered(open_page, settings, qtbot):
    page = open_page()
    assert not page.findChild(object, "shorthand").isChecked()
    press(qtbot, page, "shorthand")
    assert settings.read().shorthand
    again = open_page()
    assert again.findChild(object, "shorthand").isChecked()
    assert "? question" in words(again)


def test_it_says_where_the_workspace_is_and_who_can_read_it(open_page, context):
    said = words(open_page())
    assert str(context.folder) in said
    assert "anyone with this laptop can read everything" in said
    assert "everything in the workspace is lost" in said


def test_a_passphrase_is_set_changed_and_taken_away(open_page, context, heard, runner, qtbot):
    page = open_page()
    type_in(qtbot, page, first=WORDS, second=WORDS)
    press(qtbot, page, "change")
    settle(runner)
    assert workspace.state(context.folder) == "locked"
    assert opens_with(context, WORDS)
    assert "It opens only with the passphrase." in words(page)
    assert page.findChild(object, "first").text() == ""

    type_in(qtbot, page, old=WORDS, first="four cold spoons", second="four cold spoons")
    press(qtbot, page, "change")
    settle(runner)
    assert opens_with(context, "four cold spoons")
    assert not opens_with(context, WORDS)

    type_in(qtbot, page, old="four cold spoons")
    press(qtbot, page, "takeAway")
    ask = opened(qtbot, page, Ask)
    assert QApplication.focusWidget() is ask.no
    press(qtbot, ask, "askYes")
    settle(runner)
    assert workspace.state(context.folder) == "open"
    assert not heard.failed


def test_the_wrong_passphrase_now_changes_nothing(open_page, context, heard, runner, qtbot):
    keys.change(context.desk, None, WORDS)
    page = open_page()
    type_in(qtbot, page, old="not this one", first="four cold spoons", second="four cold spoons")
    press(qtbot, page, "change")
    settle(runner)
    assert opens_with(context, WORDS)
    assert heard.failed[-1].what == "That is not the passphrase of this workspace."
    assert QApplication.focusWidget().objectName() == "old"
    assert page.findChild(object, "first").text() == "four cold spoons"


def test_saying_no_keeps_the_passphrase(open_page, context, runner, qtbot):
    keys.change(context.desk, None, WORDS)
    page = open_page()
    type_in(qtbot, page, old=WORDS)
    press(qtbot, page, "takeAway")
    opened(qtbot, page, Ask)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settle(runner)
    assert workspace.state(context.folder) == "locked"


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("", "", "There is no new passphrase yet."),
        (WORDS, "three warm cup", "The two passphrases are not the same."),
        ("short", "short", "A passphrase needs at least 8 characters."),
    ],
)
def test_what_is_wrong_with_a_new_passphrase_is_said(open_page, context, heard, runner, qtbot, first, second, said):
    page = open_page()
    type_in(qtbot, page, first=first, second=second)
    press(qtbot, page, "change")
    settle(runner)
    assert heard.failed[-1].what == said
    assert workspace.state(context.folder) == "open"


def test_what_was_typed_is_gone_when_the_page_is_left(open_page, qtbot):
    page = open_page()
    type_in(qtbot, page, first=WORDS)
    page.leave()
    assert page.findChild(object, "first").text() == ""


def test_it_credits_the_ladder_and_names_every_licence(open_page, qtbot):
    page = open_page()
    said = words(page)
    assert "Think Local Act Personal and the National Co-production Advisory Group" in said
    listed = page.findChild(object, "madeOf").toPlainText()
    for line in ("SQLAlchemy 2.1.9: MIT", "PySide6-Essentials 6.11.3: LGPL", "Lexend, a typeface: SIL Open Font"):
        assert line in listed
    press(qtbot, page, "copyLink")
    assert QGuiApplication.clipboard().text().startswith("https://www.thinklocalactpersonal.org.uk/")
    assert page.findChild(object, "copyLink").text() == "Copied"


def test_what_papers_carry_is_filled_in_here_and_handed_in_when_the_page_is_left(open_page, context, runner, qtbot):
    page = open_page()
    type_in(qtbot, page, ownName="Marrowdale Council")
    page.leave()
    settle(runner)
    assert organisation.organisation(context.desk).name == "Marrowdale Council"
    assert open_page().findChild(object, "ownName").text() == "Marrowdale Council"


def test_the_papers_for_the_it_department_go_into_a_folder_of_their_own(open_page, qtbot, monkeypatch, tmp_path):
    page = open_page()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    press(qtbot, page, "forIt")
    said = page.findChild(object, "forItSaid")
    assert not said.isVisibleTo(page)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    press(qtbot, page, "forIt")
    qtbot.waitUntil(lambda: "Made 19 files" in said.text(), timeout=60_000)
    assert len(list((tmp_path / "For the IT department").glob("*-assurance-*"))) == 19
    (tmp_path / "full").write_text("a file, not a folder", "utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "full"))
    press(qtbot, page, "forIt")
    qtbot.waitUntil(lambda: "could not be written" in said.text(), timeout=60_000)


def test_every_card_is_a_pane_that_f6_goes_to(open_page):
    names = {pane.objectName() for pane in open_page().panes()}
    assert names >= {"lookCard", "workspaceCard", "aboutCard", "organisationCard", "wordsCard", "brailleCard"}


def test_a_screen_reader_can_use_it(open_page, context):
    keys.change(context.desk, None, WORDS)
    assert_accessible(open_page())
