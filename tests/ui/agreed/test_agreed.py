"""Papers people agree on, in the window: begun, written, ordered, agreed, compared, signed, made. By keys."""

import copy
import dataclasses
import json

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from coprod_desktop import paths
from coprod_desktop.domain.agreed_kinds import parse_agreed_kinds
from coprod_desktop.domain.agreed_record import PaperState
from coprod_desktop.services import agreed, agreed_versions, drafts
from coprod_desktop.ui.agreed.editor import AgreedEditor
from coprod_desktop.ui.agreed.make_dialog import NOT_YET, AgreedMakeDialog
from coprod_desktop.ui.agreed.papers_dialog import AgreedPapersDialog
from coprod_desktop.ui.agreed.signed_dialog import AgreedSignedDialog
from coprod_desktop.ui.agreed.steps import AgreedStepDialog, PaperStep
from coprod_desktop.ui.agreed.versions_dialog import AgreedVersionsDialog
from coprod_desktop.ui.pages.home import HomePage

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def newest(desk, paper):
    return agreed.one(desk, paper).newest


@pytest.fixture
def charter(desk):
    return agreed.begin(desk, "charter")[0]


@pytest.fixture
def editor(context, charter, qtbot, settled):
    dialog = AgreedEditor(context, charter)
    dialog.open()
    settled()
    yield dialog
    if dialog.isVisible():
        dialog.reject()
    settled()


@pytest.fixture
def settled(context):
    def settle():
        for _ in range(3):
            assert context.runner.wait_idle(60_000)
            QApplication.processEvents()

    return settle


def headings(editor):
    return [row.id for row in editor.list.rows().rows()]


def test_a_paper_is_begun_by_enter_and_opens_with_its_headings(context, desk, qtbot, settled):
    dialog = AgreedPapersDialog(context)
    dialog.open()
    settled()
    pick = dialog.part.ui.agreedKind
    pick.setCurrentIndex(pick.findData("definition"))
    assert "whose words" in dialog.part.ui.agreedAbout.text()
    qtbot.keyClick(pick, Qt.Key.Key_Return)
    settled()
    (held,) = agreed.every(desk)
    assert held.paper.kind == "definition"
    opened = next(w for w in QApplication.topLevelWidgets() if isinstance(w, AgreedEditor) and w.isVisible())
    assert headings(opened)[0] == "The words we chose"
    assert [row.title for row in dialog.part.list.rows().rows()] == ["Definition"]
    opened.reject()
    dialog.reject()
    settled()


def test_what_is_typed_is_saved_and_one_goes_on_with_the_keys(editor, desk, charter, qtbot, settled):
    ui = editor.ui
    assert ui.words.hasFocus()
    qtbot.keyClicks(ui.words, "Better buses")
    qtbot.keyClick(ui.words, Qt.Key.Key_Return)
    qtbot.keyClicks(ui.words, "For everyone")
    editor.list.setFocus()
    settled()
    assert newest(desk, charter).parts[0] == ("What we want", "Better buses\nFor everyone")
    qtbot.keyClick(editor.list, Qt.Key.Key_Down)
    settled()
    assert ui.heading.text() == "What we promise"
    assert "It is not agreed without this" in ui.hint.text()
    qtbot.keyClick(editor.list, Qt.Key.Key_Return)
    assert ui.words.hasFocus()


def test_headings_are_added_moved_renamed_and_taken_away_by_keys(editor, desk, charter, qtbot, settled):
    ui, rows = editor.ui, editor.list
    qtbot.keyClicks(ui.newHeading, "Who keeps an eye on it")
    qtbot.keyClick(ui.newHeading, Qt.Key.Key_Return)
    settled()
    assert headings(editor)[1] == "Who keeps an eye on it"
    assert rows.current_id() == "Who keeps an eye on it"
    assert ui.newHeading.text() == ""
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down, ALT)
    settled()
    assert headings(editor)[2] == "Who keeps an eye on it"
    assert rows.current_id() == "Who keeps an eye on it"
    qtbot.keyClick(rows, Qt.Key.Key_F2)
    assert ui.heading.hasFocus()
    qtbot.keyClicks(ui.heading, "Who looks after it")
    qtbot.keyClick(ui.heading, Qt.Key.Key_Return)
    settled()
    assert headings(editor)[2] == "Who looks after it"
    assert rows.current_id() == "Who looks after it"
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    settled()
    assert headings(editor) == [heading for heading, _text in desk.content.agreed.of("charter").starting()]


def test_20000_letters_in_a_heading_are_refused_beside_it_and_stay_in_the_field(editor, desk, charter, qtbot, settled):
    ui = editor.ui
    ui.heading.setFocus()
    ui.heading.selectAll()
    ui.heading.insert("x" * 20_000)
    ui.heading.setModified(True)
    qtbot.keyClick(ui.heading, Qt.Key.Key_Return)
    settled()
    assert "20,000 letters" in ui.editorBanner.what.text()
    assert newest(desk, charter).parts[0][0] == "What we want"
    assert len(ui.heading.text()) == 20_000


def test_words_that_are_too_long_stay_in_the_field_and_as_a_draft(editor, desk, charter, qtbot, settled):
    ui = editor.ui
    version = newest(desk, charter).id
    ui.words.setFocus()
    ui.words.insertPlainText("word " * 4_000)
    qtbot.keyClicks(ui.words, "end")
    editor.list.setFocus()
    settled()
    assert newest(desk, charter).parts[0][1] == ""
    assert ui.words.words().endswith("end")
    qtbot.waitUntil(lambda: drafts.one(desk, f"paper_version:What we want {version}:text") is not None, timeout=60_000)
    assert drafts.one(desk, f"paper_version:What we want {version}:text").words.strip().endswith("end")


def test_agreed_words_can_be_read_and_not_changed_and_a_new_version_takes_them_on(
    editor, desk, charter, qtbot, settled
):
    version = newest(desk, charter).id
    agreed.write(desk, version, "What we promise", "We answer.")
    editor._read()
    settled()
    step = AgreedStepDialog(editor._context, PaperStep.AGREE, agreed.one(desk, charter))
    step.open()
    qtbot.keyClicks(step.ui.stepWho, "The board")
    qtbot.keyClick(step.ui.stepWho, Qt.Key.Key_Return)
    settled()
    held = agreed.one(desk, charter)
    assert (held.newest.state, held.paper.approved_by) == (PaperState.AGREED, "The board")
    editor._read()
    settled()
    assert editor.ui.words.isReadOnly()
    assert not editor.ui.newHeading.isVisible()
    assert editor.ui.nextStep.text() == "It is published…"
    agreed_versions.publish(desk, version)
    editor._read()
    settled()
    qtbot.mouseClick(editor.ui.nextStep, Qt.MouseButton.LeftButton)
    settled()
    assert newest(desk, charter).n == 2
    assert not editor.ui.words.isReadOnly()


def test_it_is_not_agreed_while_a_heading_is_empty_and_what_was_typed_stays(context, desk, charter, qtbot, settled):
    step = AgreedStepDialog(context, PaperStep.AGREE, agreed.one(desk, charter))
    step.open()
    qtbot.keyClicks(step.ui.stepWho, "The board")
    qtbot.mouseClick(step.ui.stepSave, Qt.MouseButton.LeftButton)
    settled()
    assert step.isVisible()
    assert step.ui.stepWho.text() == "The board"
    assert newest(desk, charter).state is PaperState.DRAFT
    step.reject()


def test_two_versions_stand_beside_each_other_and_as_a_list(context, desk, charter, qtbot, settled):
    version = newest(desk, charter).id
    agreed.write(desk, version, "What we promise", "We answer within a week.")
    agreed_versions.agree(desk, version)
    second, _ = agreed_versions.new_version(desk, charter)
    agreed.write(desk, second, "What we promise", "We answer within two weeks.")
    dialog = AgreedVersionsDialog(context, agreed.one(desk, charter))
    dialog.open()
    assert "“What we promise”: 2 words new, 2 words taken out." in dialog.ui.versionsChanged.words()
    assert "within a week." in dialog.ui.versionsLeft.toPlainText()
    assert "two weeks." in dialog.ui.versionsRight.toPlainText()
    assert "Version 1: Agreed on" in dialog.ui.versionsHistory.text()
    dialog.ui.versionBefore.setCurrentIndex(1)
    assert dialog.ui.versionsChanged.words() == "Nothing is different."
    dialog.reject()


def test_somebody_signs_up_by_enter_and_is_taken_from_under_it(context, desk, charter, qtbot, settled):
    dialog = AgreedSignedDialog(context, charter)
    dialog.open()
    settled()
    qtbot.keyClicks(dialog.ui.signedName, "Healthwatch Northshire")
    qtbot.keyClick(dialog.ui.signedName, Qt.Key.Key_Return)
    settled()
    assert [one.name for one in agreed.one(desk, charter).signed] == ["Healthwatch Northshire"]
    assert dialog.ui.signedName.text() == ""
    qtbot.mouseClick(dialog.ui.signedTake, Qt.MouseButton.LeftButton)
    settled()
    assert agreed.one(desk, charter).signed == ()
    dialog.reject()
    settled()


def test_what_is_private_is_settled_before_it_is_made(context, desk, charter, qtbot, settled, tmp_path):
    version = newest(desk, charter).id
    agreed.write(desk, version, "What we promise", "Ring 07700 900481.")
    dialog = AgreedMakeDialog(context, charter, 1)
    dialog.place.show(tmp_path)
    dialog.open()
    settled()
    assert [row.detail for row in dialog.ui.look.list.rows().rows()] == ["Ring [07700 900481]."]
    for name, box in dialog._formats.boxes.items():
        box.setChecked(name == "text")
    qtbot.mouseClick(dialog.ui.makeNow, Qt.MouseButton.LeftButton)
    settled()
    qtbot.waitUntil(lambda: not dialog._making.running, timeout=60_000)
    assert dialog.isVisible()
    assert not list(tmp_path.glob("*.txt"))
    qtbot.mouseClick(dialog.ui.look.ui.lookLeave, Qt.MouseButton.LeftButton)
    settled()
    qtbot.mouseClick(dialog.ui.makeNow, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: list(tmp_path.glob("*charter*.txt")) != [], timeout=60_000)
    settled()
    assert "900481" not in "".join(path.read_text("utf-8") for path in tmp_path.glob("*.txt"))


def test_a_report_finished_by_hand_is_filled_into_a_councils_template_once_it_is_agreed(
    context, desk, charter, qtbot, settled, tmp_path, monkeypatch
):
    def opened(of):
        dialog = AgreedMakeDialog(context, of, 1)
        dialog.place.show(tmp_path / "out")
        dialog.open()
        settled()
        offered = dialog.ui.makeTemplate.isVisible(), dialog.ui.makeTemplateWords.text()
        return dialog, offered

    paper, _ = agreed.begin(desk, "committee-report")
    version = newest(desk, paper).id
    agreed.write(desk, version, "Purpose of the report", "Two rooms for the group.")
    for of, words in ((charter, ""), (paper, NOT_YET)):
        dialog, offered = opened(of)
        assert offered == (False, words)
        dialog.reject()
    agreed_versions.agree(desk, version)
    template = tmp_path / "council.docx"
    made = docx.Document()
    for heading in ("1. Executive summary", "2. Our own heading"):
        made.add_heading(heading, 1)
    made.save(str(template))
    dialog, offered = opened(paper)
    assert offered == (True, "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(template), ""))
    dialog.ui.makeTemplate.setFocus()
    qtbot.keyClick(dialog.ui.makeTemplate, Qt.Key.Key_Space)
    assert dialog.ui.makeTemplateWords.text().startswith("Word is filled into council.docx")
    for name, box in dialog._formats.boxes.items():
        box.setChecked(name == "docx")
    qtbot.mouseClick(dialog.ui.makeNow, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._making.running and list((tmp_path / "out").glob("*.docx")) != [])
    settled()
    (path,) = (tmp_path / "out").glob("*.docx")
    texts = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    at = texts.index("1. Executive summary")
    assert texts[at : at + 3] == ["1. Executive summary", "Two rooms for the group.", "2. Our own heading"]


def test_a_new_kind_by_one_row_is_offered_and_opens(context, desk, qtbot, settled):
    """A new agreed paper by one row: in the list of kinds and in the editor."""
    table = json.loads(paths.resource("content", "agreed_papers.json").read_text("utf-8"))
    row = copy.deepcopy(table["kinds"][1]) | {"name": "bus-pledge", "words": "Bus pledge", "section": "organisation"}
    table["kinds"].append(row)
    kinds = parse_agreed_kinds(table)
    ours = dataclasses.replace(desk, content=dataclasses.replace(desk.content, agreed_kinds=kinds))
    there = dataclasses.replace(context, desk=ours)
    dialog = AgreedPapersDialog(there)
    dialog.open()
    assert dialog.part.ui.agreedKind.findText("Bus pledge") >= 0
    paper, _ = agreed.begin(ours, "bus-pledge")
    before, context.runner.desk = context.runner.desk, ours
    editor = AgreedEditor(there, paper)
    editor.open()
    settled()
    assert headings(editor) == [one["heading"] for one in row["headings"]]
    assert editor.ui.hint.text()
    editor.reject()
    dialog.reject()
    settled()
    context.runner.desk = before


def test_the_privacy_notice_opens_its_own_form(context, desk, qtbot, settled):
    dialog = AgreedPapersDialog(context)
    dialog.open()
    pick = dialog.part.ui.agreedKind
    pick.setCurrentIndex(pick.findData("privacy-notice"))
    assert not dialog.part.ui.agreedBlank.isVisible()
    qtbot.mouseClick(dialog.part.ui.addAgreed, Qt.MouseButton.LeftButton)
    settled()
    opened = [w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Privacy notice" and w.isVisible()]
    assert opened
    assert agreed.every(desk, everywhere=True) == ()
    opened[0].reject()
    dialog.reject()
    settled()


def test_everything_else_is_in_the_menu(editor, desk, charter, settled):
    def offered():
        menu = editor.more_menu(editor._seen)
        return [action.text() for action in menu.actions() if action.text()]

    assert editor.ui.membersChecked.isVisible()  # beside the next step, not under a word that does not name it
    assert "Versions, and what changed…" in offered()
    assert "Who signed up…" in offered()
    assert "Looked at again, it stays as it is…" not in offered()
    version = newest(desk, charter).id
    agreed.write(desk, version, "What we promise", "We answer.")
    agreed_versions.agree(desk, version)
    editor._read()
    settled()
    assert "Looked at again, it stays as it is…" in offered()
    assert not editor.ui.membersChecked.isVisible()


def test_home_tells_of_a_paper_of_the_organisation_that_is_to_be_looked_at_again(
    context, desk, charter, qtbot, runner, settled
):
    version = newest(desk, charter).id
    agreed.write(desk, version, "What we promise", "We answer.")
    agreed_versions.agree(desk, version, desk.today().replace(year=desk.today().year - 2))
    page = HomePage(context)
    qtbot.addWidget(page)
    page.show()
    page.open(None)
    settled()
    ask = page._form.groupAsk if hasattr(page, "_form") else page.form.groupAsk
    words = " ".join(label.text() for label in ask.findChildren(QLabel))
    assert "Your organisation: look again at “Charter”" in words
    ask.findChild(QPushButton).click()
    settled()
    opened = [w for w in QApplication.topLevelWidgets() if isinstance(w, AgreedPapersDialog) and w.isVisible()]
    assert opened
    opened[0].reject()
    settled()
