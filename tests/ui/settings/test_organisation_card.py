"""Who the papers come from, as a person fills it in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QColorDialog, QFileDialog

from coprod_desktop.services import organisation, workspace
from coprod_desktop.services.making import papers
from coprod_desktop.ui.settings.organisation_card import OrganisationCard
from tests.services.test_organisation import logo
from tests.ui.accessible import assert_accessible
from tests.ui.pages.test_sessions import press, settle


@pytest.fixture
def card(context, qtbot, runner):
    made = OrganisationCard()
    qtbot.addWidget(made)
    made.set_up(context)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open()
    settle(runner)
    return made


@pytest.fixture
def ours(context, runner):
    def read():
        settle(runner)
        return organisation.organisation(context.desk)

    return read


def field(card, name):
    return card.findChild(object, name)


def type_in(qtbot, card, name, words, key=Qt.Key.Key_Return):
    edit = field(card, name)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, words)
    qtbot.keyClick(edit, key)


def state(card, name="ownColourState"):
    return field(card, name).text()


@pytest.fixture
def picture(tmp_path, monkeypatch):
    """A file that the question for a picture gives back; write to it first."""
    path = tmp_path / "logo.png"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    path.write_bytes(logo((300, 100)))
    return path


def test_each_field_is_saved_on_enter_and_on_leaving_it(card, ours, qtbot):
    type_in(qtbot, card, "ownName", "Marrowdale Council")
    type_in(qtbot, card, "contactName", "Sian Bowen", Qt.Key.Key_Tab)
    type_in(qtbot, card, "contactPhone", "01632 960 123", Qt.Key.Key_Tab)
    type_in(qtbot, card, "contactText", "07700 900321")
    type_in(qtbot, card, "contactMail", "ask@example.org")
    post = field(card, "contactPost")
    post.setFocus()
    qtbot.keyClicks(post, "Town Hall")
    qtbot.keyClick(post, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(post, "Marrowdale")
    qtbot.keyClick(post, Qt.Key.Key_Return)
    kept = ours()
    assert (kept.name, kept.contact_name, kept.phone) == ("Marrowdale Council", "Sian Bowen", "01632 960 123")
    assert (kept.text_number, kept.mail, kept.post) == ("07700 900321", "ask@example.org", "Town Hall\nMarrowdale")


def test_whom_to_ask_for_other_formats_stands_on_the_next_paper(card, ours, context, sample, qtbot, tmp_path):
    """Rows of the sources: a named contact on every document, and "available in other formats"."""
    for name, words in (("contactName", "Sian Bowen"), ("contactPhone", "01632 960 123")):
        type_in(qtbot, card, name, words)
    ours()
    papers.review(context.desk, sample)
    path = papers.make(context.desk, sample, ("text",), tmp_path).paths[0]
    said = path.read_text("utf-8")
    assert "Sian Bowen" in said.partition("Who to ask\n")[2]
    foot = said.splitlines()[-3]  # the copy code comes last
    assert "large print" in foot
    assert "To ask, call 01632 960 123." in foot


def test_what_is_being_typed_is_handed_in_when_the_page_is_left(card, ours, qtbot):
    edit = field(card, "ownName")
    edit.setFocus()
    qtbot.keyClicks(edit, "Carers United")
    card.leave()
    assert ours().name == "Carers United"


def test_undo_is_seen_in_the_field(card, context, ours, runner, qtbot):
    type_in(qtbot, card, "ownName", "Marrowdale")
    type_in(qtbot, card, "ownName", "Marrowdale Council")
    ours()
    runner.do(workspace.undo)
    settle(runner)
    assert field(card, "ownName").text() == "Marrowdale"


def test_a_colour_that_can_be_read_is_taken_and_says_so(card, ours, qtbot):
    type_in(qtbot, card, "ownColour", "5a2c82")
    assert state(card) == "Contrast 9.9 to 1 on white: can be read"
    assert ours().colour == "#5A2C82"
    assert field(card, "ownColour").text() == "#5A2C82"
    type_in(qtbot, card, "ownColour", "")
    assert ours().colour is None
    assert "No colour of your own" in state(card)


def test_a_colour_that_fades_is_not_saved_and_a_darker_one_is_offered(card, ours, heard, qtbot):
    type_in(qtbot, card, "ownColour", "#f60", Qt.Key.Key_Tab)
    assert state(card) == "Contrast 2.9 to 1 on white: too light to read, so papers do not use it"
    assert heard.announced[-1] == state(card)
    assert ours() is None
    assert field(card, "ownColour").text() == "#f60"
    assert field(card, "useDarker").text().startswith("Use the darker #")
    press(qtbot, card, "useDarker")
    darker = field(card, "ownColour").text()
    assert ours().colour == darker
    assert "can be read" in state(card)
    assert not field(card, "useDarker").isVisible()
    assert QApplication.focusWidget() is field(card, "ownColour")
    assert not heard.failed


def test_leaving_the_page_with_such_a_colour_is_said(card, ours, heard, qtbot):
    type_in(qtbot, card, "ownColour", "orange")
    assert "# and six letters or digits" in state(card)
    card.leave()
    assert "The colour of the papers was not changed." in str(heard.failed[-1])
    assert ours() is None


def test_a_colour_by_the_dialog(card, ours, monkeypatch, qtbot):
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor("#0033aa"))
    press(qtbot, card, "chooseColour")
    assert ours().colour == "#0033AA"
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor())
    press(qtbot, card, "chooseColour")
    assert ours().colour == "#0033AA"


def test_a_logo_is_kept_once_there_are_words_for_it(card, ours, heard, picture, runner, qtbot):
    press(qtbot, card, "chooseLogo")
    settle(runner)
    assert ours() is None
    assert "Not kept yet" in state(card, "ownLogoState")
    assert heard.announced[-1] == state(card, "ownLogoState")
    assert QApplication.focusWidget() is field(card, "ownLogoAlt")
    assert not field(card, "ownLogo").pixmap().isNull()
    type_in(qtbot, card, "ownLogoAlt", "A green hill")
    assert (ours().logo_alt, ours().logo_width) == ("A green hill", 300)
    assert "On every paper" in state(card, "ownLogoState")
    assert field(card, "ownLogo").accessibleName() == "A green hill"


def test_with_a_name_the_logo_has_words_at_once_and_they_can_be_changed(card, ours, picture, runner, qtbot):
    type_in(qtbot, card, "ownName", "Marrowdale Council")
    press(qtbot, card, "chooseLogo")
    settle(runner)
    assert ours().logo_alt == "Logo of Marrowdale Council"
    assert field(card, "ownLogoAlt").text() == "Logo of Marrowdale Council"
    type_in(qtbot, card, "ownLogoAlt", "Marrowdale Council: a hill")
    assert ours().logo_alt == "Marrowdale Council: a hill"


def test_words_of_a_logo_cannot_be_emptied(card, context, ours, heard, runner, qtbot):
    organisation.set_logo(context.desk, logo(), "A hill")
    card.open()
    settle(runner)
    type_in(qtbot, card, "ownLogoAlt", "")
    assert ours().logo_alt == "A hill"
    assert "needs words" in heard.failed[-1].what


def test_the_logo_is_taken_away(card, context, ours, runner, qtbot):
    organisation.set_logo(context.desk, logo(), "A hill")
    card.open()
    settle(runner)
    press(qtbot, card, "takeLogo")
    assert ours().logo is None
    assert state(card, "ownLogoState") == "No logo."
    assert not field(card, "takeLogo").isVisible()
    assert QApplication.focusWidget() is field(card, "chooseLogo")


def test_a_logo_that_waits_for_words_can_be_let_go(card, ours, picture, runner, qtbot):
    press(qtbot, card, "chooseLogo")
    settle(runner)
    press(qtbot, card, "takeLogo")
    assert state(card, "ownLogoState") == "No logo."
    type_in(qtbot, card, "ownLogoAlt", "A hill")
    assert ours().logo is None


@pytest.mark.parametrize("data", [b"GIF89a", None])
def test_a_file_that_is_no_picture_is_refused_and_nothing_changes(card, ours, heard, picture, runner, qtbot, data):
    if data is None:
        picture.unlink()
    else:
        picture.write_bytes(data)
    press(qtbot, card, "chooseLogo")
    settle(runner)
    assert heard.failed[-1].do.startswith(("Nothing was changed.", "Nothing was stored."))
    assert ours() is None
    assert state(card, "ownLogoState") == "No logo."


def test_a_screen_reader_can_use_it(card, context, runner, qtbot):
    organisation.set_logo(context.desk, logo(), "A hill")
    card.open()
    settle(runner)
    field(card, "ownColour").setText("#f60")
    assert_accessible(card)


def test_tab_goes_down_the_left_then_down_the_right(card, qtbot):
    field(card, "ownName").setFocus()
    seen = []
    for _ in range(9):
        seen.append(QApplication.focusWidget().objectName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    left = ["ownName", "contactName", "contactPhone", "contactText", "contactMail", "contactPost"]
    assert seen == [*left, "ownColour", "chooseColour", "chooseLogo"]
