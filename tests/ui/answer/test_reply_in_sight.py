"""A reply that came in is read beside the answer that is written from it, on small laptops, without scrolling."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from coprod_desktop.services import asking
from coprod_desktop.ui.answer.asking_row import AskingRow
from tests.ui.test_walk import SMALL

REPLY = (
    "Thank you. The contract ends on 31 March. I can ask for a later bus on Thursdays from May, for six months, if the "
    "day centre tells me by 10 January how many people would use it. I cannot do Sundays before 2028: the drivers' "
    "agreement has none in it. Please print my job title and not my name.\n\nOwen Tate"
)


def reply_to(walk, page, key, words=REPLY):
    (point,) = (p for p in page._board.record.points if p.key == key)
    today = page.context.desk.today()
    for verb in (
        partial(asking.ask, points=[point.id], to_whom="Owen Tate", on=today),
        partial(asking.replied, point=point.id, on=today, words=words),
    ):
        page.context.runner.do(verb)
        walk.settle()
    page.form.said.choose([f"point:{point.id}"])
    walk.settle()
    return page.right.answer.form


@pytest.mark.slow
@pytest.mark.parametrize("size", SMALL[:2], ids=str)
def test_the_reply_stands_above_what_who_and_when(walk, size):
    walk.shell.resize(*size)
    page = walk.open("answer", walk.material.home_care)
    form = reply_to(walk, page, "2")
    view = page.form.answerScroll.viewport()
    assert form.reply.label.text().startswith("Owen Tate replied on ")
    assert form.reply.words.words() == REPLY
    for field in (form.reply.label, form.reply.words, form.answerText, form.owner, form.due.edit):
        top, foot = (field.mapTo(view, QPoint(0, y)).y() for y in (0, field.height()))
        assert field.isVisible(), field.objectName()
        assert top >= 0
        assert foot <= view.height(), f"{field.objectName()} ends at {foot} of {view.height()}"


@pytest.mark.slow
def test_the_reply_is_told_once_reached_by_tab_and_changed_by_no_key(walk, qtbot):
    page = walk.open("answer", walk.material.home_care)
    form = reply_to(walk, page, "2", "A later bus from May, on Thursdays only.")
    (row,) = page.findChildren(AskingRow)
    assert "Thursdays" not in row.state.text()
    assert "replied on" in row.state.text()
    form.youSaid.setFocus()
    QTest.keyClick(form.youSaid, "\t")
    assert form.reply.words.hasFocus()
    QTest.keyClicks(form.reply.words, "abc")
    assert form.reply.words.words() == "A later bus from May, on Thursdays only."
    page.form.said.choose([f"point:{next(p.id for p in page._board.record.points if p.key == '3')}"])
    walk.settle()
    assert not form.reply.isVisible()
