"""Pictures for Easy Read, with real keys: look, change, bring a photo, note who checked it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from coprod_desktop.publish.paper_kinds import YOU_SAID_WE_WILL as KIND
from coprod_desktop.services import capture
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import easy_paper, easy_read, papers
from coprod_desktop.services.making.easy_paper import Why
from coprod_desktop.ui.easy_read.check_dialog import CheckDialog
from coprod_desktop.ui.easy_read.dialog import EasyReadDialog
from coprod_desktop.ui.easy_read.own_dialog import OwnPictureDialog
from coprod_desktop.ui.easy_read.pick_dialog import EasyPickDialog
from tests.ui.accessible import assert_accessible, controls

RING = "Providers will ring back"


@pytest.fixture
def settled(desk, sample) -> str:
    papers.review(desk, sample)
    return sample


@pytest.fixture
def dialog(context, settled, qtbot) -> EasyReadDialog:
    return shown(EasyReadDialog(context, settled, KIND), context, qtbot)


def shown(made: QWidget, context, qtbot):
    qtbot.addWidget(made)
    made.show()
    assert context.runner.wait_idle()
    return made


def child(kind: type, parent: QWidget, context, qtbot):
    (found,) = parent.findChildren(kind)
    qtbot.waitUntil(found.isVisible)
    found.activateWindow()
    assert context.runner.wait_idle()
    return found


def go(dialog: EasyReadDialog, words: str) -> None:
    model = dialog.ui.rows.rows()
    row = next(row for row in model.rows() if words in row.words)
    assert dialog.ui.rows.go_to(row.id)


def text(dialog: EasyReadDialog) -> str:
    row = dialog.ui.rows.rows().get(dialog.ui.rows.current_id())
    return row.spoken


def test_each_sentence_is_read_out_with_its_picture(dialog):
    go(dialog, RING)
    assert text(dialog).endswith("Suggested: A telephone.") or "Suggested:" in text(dialog)
    assert dialog.ui.standing.words.text() == "Draft: nobody has checked it yet"
    assert not dialog.ui.wait.isVisible()
    assert_accessible(dialog)


def test_enter_opens_the_pictures_and_a_word_finds_another(dialog, context, desk, settled, qtbot):
    go(dialog, RING)
    qtbot.keyClick(dialog.ui.rows, Qt.Key.Key_Return)
    picker = child(EasyPickDialog, dialog, context, qtbot)
    assert RING in picker.ui.pickSentence.text()
    assert_accessible(picker)
    qtbot.keyClicks(picker.ui.find, "taxi")
    qtbot.keyClick(picker.ui.find, Qt.Key.Key_Return)
    assert context.runner.wait_idle()
    assert text(dialog).endswith("Chosen: A taxi.")
    chosen = next(line for line in easy_paper.rows(desk, settled, KIND) if RING in line.text)
    assert (chosen.why, chosen.picture.alt) == (Why.CHOSEN, "A taxi")


def test_arrows_go_through_the_pictures_and_enter_takes_one(dialog, context, qtbot):
    go(dialog, RING)
    dialog.ui.change.click()
    picker = child(EasyPickDialog, dialog, context, qtbot)
    qtbot.keyClicks(picker.ui.find, "meal")
    qtbot.waitUntil(lambda: len(picker.ui.grid.names()) < 20)
    assert len(picker.ui.grid.names()) > 1
    qtbot.keyClick(picker.ui.find, Qt.Key.Key_Down)
    qtbot.waitUntil(picker.ui.grid.hasFocus)
    qtbot.keyClick(picker.ui.grid, Qt.Key.Key_Right)
    second = picker.ui.grid.currentIndex().data()
    qtbot.keyClick(picker.ui.grid, Qt.Key.Key_Return)
    assert context.runner.wait_idle()
    assert second.split(": ")[-1] in text(dialog)


def test_no_picture_and_back_to_the_suggested_one(dialog, context):
    go(dialog, RING)
    before = text(dialog)
    assert not dialog.ui.suggested.isEnabled()
    dialog.ui.none.click()
    assert context.runner.wait_idle()
    assert text(dialog).endswith("Chosen: No picture.")
    assert not dialog.ui.none.isEnabled()
    dialog.ui.suggested.click()
    assert context.runner.wait_idle()
    assert text(dialog) == before


def test_words_that_no_picture_has_say_so(dialog, context, qtbot):
    go(dialog, RING)
    dialog.ui.change.click()
    picker = child(EasyPickDialog, dialog, context, qtbot)
    qtbot.keyClicks(picker.ui.find, "xyzzy")
    qtbot.waitUntil(picker.ui.nothing.isVisible)
    assert not picker.ui.take.isEnabled()
    qtbot.keyClick(picker.ui.find, Qt.Key.Key_Return)
    assert picker.isVisible()


@pytest.fixture
def photo(tmp_path) -> Path:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(out, "JPEG")
    path = tmp_path / "hall.jpg"
    path.write_bytes(out.getvalue())
    return path


def test_a_photo_of_ones_own_needs_words_and_is_then_chosen(dialog, context, desk, settled, photo, qtbot, monkeypatch):
    go(dialog, RING)
    dialog.ui.change.click()
    picker = child(EasyPickDialog, dialog, context, qtbot)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(photo), ""))
    picker.ui.own.click()
    own = child(OwnPictureDialog, picker, context, qtbot)
    assert_accessible(own)
    qtbot.keyClick(own.ui.alt, Qt.Key.Key_Return)
    assert context.runner.wait_idle()
    assert "Say in a few words" in own.ui.banner.what.text()
    qtbot.keyClicks(own.ui.alt, "Our hall")
    own.ui.keep.click()
    assert context.runner.wait_idle()
    assert text(dialog).endswith("Chosen: Our hall.")
    assert [p.alt for p in easy_read.own_pictures(desk)] == ["Our hall"]
    dialog.ui.change.click()
    again = child(EasyPickDialog, dialog, context, qtbot)
    assert again.ui.grid.names()[0] == "Our hall"
    assert again.ui.grid.choice() == easy_read.own_choice(easy_read.own_pictures(desk)[0].id)
    assert_accessible(again)
    again.ui.remove.click()
    assert context.runner.wait_idle()
    assert "Our hall" not in again.ui.grid.names()
    assert not again.ui.remove.isVisible()
    assert "in no new paper" in again.ui.banner.what.text()
    assert "Suggested:" in text(dialog)


@pytest.mark.parametrize("name", ["notes.jpg", "gone.jpg"])
def test_a_file_that_is_no_picture_is_said_with_the_words_kept(context, tmp_path, qtbot, name):
    (tmp_path / "notes.jpg").write_bytes(b"these are words")
    own = shown(OwnPictureDialog(context, tmp_path / name), context, qtbot)
    qtbot.keyClicks(own.ui.alt, "Our hall")
    own.ui.keep.click()
    assert context.runner.wait_idle()
    assert own.ui.banner.isVisible()
    assert own.ui.alt.text() == "Our hall"
    assert own.ui.keep.isEnabled()


def test_a_group_that_checked_it_is_noted_until_something_changes(dialog, context, desk, qtbot):
    dialog.ui.check.click()
    asked = child(CheckDialog, dialog, context, qtbot)
    assert_accessible(asked)
    asked.ui.save.click()
    assert context.runner.wait_idle()
    assert "Write which group" in asked.ui.banner.what.text()
    qtbot.keyClicks(asked.ui.by, "Speaking Up")
    asked.ui.save.click()
    assert context.runner.wait_idle()
    assert dialog.ui.standing.words.text().startswith("Checked by Speaking Up on ")
    assert str(desk.today().year) in dialog.ui.standing.words.text()
    go(dialog, RING)
    dialog.ui.none.click()
    assert context.runner.wait_idle()
    assert dialog.ui.standing.words.text().startswith("Draft again: checked by Speaking Up")


def test_while_something_private_is_open_no_words_are_shown(context, desk, settled, qtbot):
    capture.add(desk, settled, NewLine(text="Ring my carer Dolores Quimby on 07700 900123", quote_ok=True))
    dialog = shown(EasyReadDialog(context, settled, KIND), context, qtbot)
    assert "to look at first" in dialog.ui.banner.what.text()
    assert not dialog.ui.rows.isVisible()
    assert not dialog.ui.check.isVisible()
    assert_accessible(dialog)


def test_tab_reaches_everything_and_comes_back(dialog, qtbot):
    dialog.ui.rows.setFocus()
    go(dialog, RING)
    seen = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        seen.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = {w.objectName() for w in controls(dialog) if w.isEnabled()}
    assert wanted <= set(seen)


LONG = "Every person with home care"


def words(dialog: EasyReadDialog) -> list[str]:
    return [row.words for row in dialog.ui.rows.rows().rows()]


def test_a_sentence_is_changed_in_place_and_too_long_is_said_while_it_is_typed(dialog, context, desk, settled, qtbot):
    go(dialog, LONG)
    assert dialog.ui.sentence.words().startswith(LONG)
    assert dialog.ui.hint.text().startswith("Too long: say it shorter. 17 words")
    dialog.ui.sentence.selectAll()
    qtbot.keyClicks(dialog.ui.sentence, "You can choose a paper rota.")
    assert not dialog.ui.hint.isVisible()
    qtbot.keyClick(dialog.ui.sentence, Qt.Key.Key_Return)
    assert context.runner.wait_idle()
    assert "You can choose a paper rota." in words(dialog)
    assert not any(text.startswith(LONG) for text in words(dialog))
    assert dialog.ui.firstDraft.isEnabled()
    assert_accessible(dialog)


def test_what_is_typed_is_saved_when_one_goes_on_to_another_sentence(dialog, context, qtbot):
    go(dialog, LONG)
    dialog.ui.sentence.selectAll()
    qtbot.keyClicks(dialog.ui.sentence, "Choose a paper rota.")
    go(dialog, RING)
    assert context.runner.wait_idle()
    assert "Choose a paper rota." in words(dialog)
    assert dialog.ui.sentence.words().startswith(RING)


def test_a_sentence_is_added_moved_and_taken_out_and_the_first_draft_comes_back(dialog, context, qtbot):
    first = words(dialog)
    go(dialog, RING)
    dialog.ui.addAfter.click()
    qtbot.keyClicks(dialog.ui.sentence, "We promise.")
    qtbot.keyClick(dialog.ui.sentence, Qt.Key.Key_Return)
    assert context.runner.wait_idle()
    told = words(dialog)
    assert told[told.index("We promise.") - 1].startswith(RING)
    go(dialog, "We promise.")
    dialog.ui.moveUp.click()
    assert context.runner.wait_idle()
    told = words(dialog)
    assert told[told.index("We promise.") + 1].startswith(RING)
    go(dialog, "We promise.")
    dialog.ui.takeOut.click()
    assert context.runner.wait_idle()
    assert "We promise." not in words(dialog)
    go(dialog, RING)
    dialog.ui.firstDraft.click()
    assert context.runner.wait_idle()
    assert words(dialog) == first


def test_somebodys_own_words_are_shown_and_not_changed(dialog, qtbot):
    go(dialog, "I rang three times")
    assert dialog.ui.sentence.isReadOnly()
    assert "in somebody's own words" in dialog.ui.hint.text()
    assert not dialog.ui.takeOut.isEnabled()


def test_a_private_word_is_refused_and_what_was_typed_stays(dialog, context, qtbot):
    go(dialog, RING)
    dialog.ui.sentence.selectAll()
    qtbot.keyClicks(dialog.ui.sentence, "Ring Bo on 07700 900481.")
    qtbot.keyClick(dialog.ui.sentence, Qt.Key.Key_Return)
    assert context.runner.wait_idle()
    assert "something private" in dialog.ui.banner.what.text()
    assert dialog.ui.sentence.words() == "Ring Bo on 07700 900481."
