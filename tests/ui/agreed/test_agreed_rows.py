"""Each row of the sources that is a paper people agree on: begun by Enter, every heading there, one filled in by keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.publish.document import Table
from coprod_desktop.services import agreed, agreed_versions
from coprod_desktop.services.making import agreed as making
from coprod_desktop.services.seen import agreed as seen
from coprod_desktop.ui.agreed import dialogs
from coprod_desktop.ui.agreed.editor import AgreedEditor
from coprod_desktop.ui.agreed.papers_dialog import AgreedPapersDialog

ROWS = {
    "25": ("terms-of-reference", "What is in and what is out"),
    "51": ("charter", "What we promise"),
    "54": ("principles", "We are honest"),
    "63": ("definition", "Whose words they are"),
    "92": ("payment-policy", "What we pay for time"),
    "93": ("what-people-get", "For your time"),
    "97": ("how-to-pack", "Before you start"),
    "101": ("working-together-for-change", "Time"),
    "118": ("improvement-plan", "First aim"),
    "119": ("conversation-cafe", "People"),
    "120": ("co-production-plan", "Ongoing, or a project with an end"),
    "129": ("equality-assessment", "Our organisation’s own form"),
    "29": ("project-call-out", "Who we are looking for"),
}
"""By number of the row: the kind of paper, and a heading that the sources ask for."""


@pytest.mark.parametrize("row", ROWS)
def test_a_paper_of_this_kind_is_begun_and_what_the_sources_ask_of_it_is_written(row, context, desk, qtbot):
    kind, heading = ROWS[row]

    def settle():
        for _ in range(3):
            assert context.runner.wait_idle(60_000)
            QApplication.processEvents()

    dialog = AgreedPapersDialog(context)
    dialog.open()
    settle()
    pick = dialog.part.ui.agreedKind
    pick.setCurrentIndex(pick.findData(kind))
    qtbot.keyClick(pick, Qt.Key.Key_Return)
    settle()
    (held,) = agreed.every(desk)
    assert held.paper.kind == kind
    opened = next(w for w in QApplication.topLevelWidgets() if isinstance(w, AgreedEditor) and w.isVisible())
    opened.list.setFocus()
    for _ in range([row.id for row in opened.list.rows().rows()].index(heading)):
        qtbot.keyClick(opened.list, Qt.Key.Key_Down)
        settle()
    assert opened.ui.heading.text() == heading
    qtbot.keyClick(opened.list, Qt.Key.Key_Return)
    opened.ui.words.selectAll()
    qtbot.keyClicks(opened.ui.words, "Agreed on the day we met")
    opened.list.setFocus()
    settle()
    assert dict(agreed.one(desk, held.paper.id).newest.parts)[heading] == "Agreed on the day we met"
    opened.reject()
    dialog.reject()
    settle()


def test_what_a_paper_is_about_is_typed_and_what_was_agreed_about_it_in_three_years_stands_in_it(
    context, desk, parent, qtbot
):
    def settle():
        for _ in range(3):
            assert context.runner.wait_idle(60_000)
            QApplication.processEvents()

    papers = {kind: agreed.begin(desk, kind)[0] for kind in ("charter", "principles", "terms-of-reference")}
    for paper in papers.values():
        dialog = dialogs.about(context, seen.editor(desk, paper), parent)
        dialog.open()
        settle()
        field = dialog.field("subject")
        field.setFocus()
        qtbot.keyClicks(field, "Home care")
        dialog.reject()
        settle()
    for kind, days in (("charter", 100), ("principles", 1500)):
        version = agreed.one(desk, papers[kind]).newest
        for heading, _text in version.parts:
            agreed.write(desk, version.id, heading, "As we said.")
        agreed_versions.agree(desk, version.id, desk.today() - timedelta(days))
    (table,) = [
        one for one in making.document(desk, papers["terms-of-reference"]).document.blocks if isinstance(one, Table)
    ]
    assert [title for title, _day in table.rows] == [agreed.one(desk, papers["charter"]).paper.title]
