"""What, who and when of an answer are in sight on small laptops, and nothing of the page is cut or lies on anything else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from tests.ui import laid_out
from tests.ui.test_walk import SMALL

pytestmark = pytest.mark.slow


def points_of(walk, page):
    return {p.key: p for p in page._board.record.points}


@pytest.mark.parametrize("size", SMALL[:2], ids=str)
def test_what_who_and_when_are_in_sight_without_scrolling(walk, size):
    walk.shell.resize(*size)
    page = walk.open("answer", walk.material.home_care)
    for key in ("2", "4", "7"):
        page.form.said.choose([f"point:{points_of(walk, page)[key].id}"])
        walk.settle()
        form = page.right.answer.form
        assert form.choices.answer() is AnswerKind.WILL
        view = page.form.answerScroll.viewport()
        for field in (form.youSaid, form.answerText, form.owner, form.due.edit):
            foot = field.mapTo(view, QPoint(0, field.height())).y()
            assert foot <= view.height(), f"point {key}: {field.objectName()} ends at {foot} of {view.height()}"


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", SMALL, ids=str)
def test_each_panel_fits(walk, dressed, size, text):
    theme.apply(dressed, Appearance(Scheme.LIGHT, text))
    walk.shell.resize(*size)
    page = walk.open("answer", walk.material.home_care)
    said, right = page.form.said, page.right
    wrong = []

    def look(name):
        walk.settle()
        found = [*laid_out.overlaps(walk.shell), *laid_out.outside(walk.shell), *laid_out.cut_words(walk.shell)]
        wrong.extend(f"{name}: {line}" for line in found)

    said.choose([f"point:{points_of(walk, page)['3'].id}"])
    look("a part, folded")
    right.answer.form.choices.change.click()
    look("all answers")
    loose = [row.id for row in said.cards.rows() if row.id.startswith("entry:")]
    said.choose(loose[:3])
    look("three lines")
    page.form.addPoint.click()
    look("a new point")
    right.stop_writing()
    assert not wrong, "\n".join(wrong)
