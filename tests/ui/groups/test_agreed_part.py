"""The papers of a group on its page: begun there, on the timeline, opened by Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.services import agreed, agreed_versions, groups
from coprod_desktop.ui.agreed.editor import AgreedEditor
from coprod_desktop.ui.pages.groups import GroupsPage


@pytest.fixture
def page(context, desk, qtbot, runner):
    groups.add(desk, "Home care steering group", "steering_group")
    made = GroupsPage(context)
    qtbot.addWidget(made)
    runner.changed.connect(made.apply)
    made.resize(1040, 760)
    made.show()
    qtbot.waitExposed(made)
    made.open(None)
    settle(runner)
    return made


def settle(runner):
    while not (runner.wait_idle() and runner._pending == 0):
        QApplication.processEvents()


def opened():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, AgreedEditor) and w.isVisible()]


def test_a_paper_is_begun_on_the_page_of_the_group_and_stands_on_its_timeline(page, desk, qtbot, runner):
    """“initially agree terms of reference for their work”: from the page of the group, three presses."""
    (group,) = [one.id for one in groups.every(desk)]
    push = page.findChild(object, "partAgreed")
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)
    settle(runner)
    part = page.made["partAgreed"].papers
    pick = part.ui.agreedKind
    assert pick.hasFocus()
    pick.setCurrentIndex(pick.findData("terms-of-reference"))
    qtbot.keyClick(pick, Qt.Key.Key_Return)
    settle(runner)
    (held,) = agreed.every(desk, group=group)
    assert held.paper.title == "Terms of reference: Home care steering group"
    (editor,) = opened()
    editor.reject()
    settle(runner)
    version = held.newest.id
    for heading in desk.content.agreed.of("terms-of-reference").not_filled(held.newest.parts):
        agreed.write(desk, version, heading, "Words.")
    runner.changed.emit(agreed_versions.agree(desk, version))
    settle(runner)
    push = page.findChild(object, "partTimeline")
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)
    settle(runner)
    rows = page.made["partTimeline"].list
    ids = [rows.rows().index(n, 0).data() for n in range(rows.rows().rowCount())]
    assert any("Terms of reference: Home care steering group" in str(one) for one in ids)
    assert any("Look again at" in str(one) for one in ids)
