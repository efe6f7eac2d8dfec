"""What, who and when of an answer are in sight on small laptops, and nothing of the page is cut or lies on anything else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from tests.ui import laid_out
from tests.ui.test_walk import SMALL

# a menu opens as a popup, which the offscreen platform cannot give the keyboard
pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)]


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


def test_where_cards_stack_the_themes_are_one_button(walk, dressed):
    theme.apply(dressed, Appearance(Scheme.LIGHT, 200))
    walk.shell.resize(*SMALL[0])
    page = walk.open("answer", walk.material.home_care)
    button = page.form.themesButton
    assert button.isVisible()
    assert not page.themes.list.isVisible()
    assert button.text() == f"All of it · {len(page._board.lines())}"
    button.click()
    menu = page.findChild(QMenu, "chooseTheme")
    next(act for act in menu.actions() if act.text().startswith("Charges")).trigger()
    menu.close()
    walk.settle()
    assert page.themes.choice == "theme:Charges"
    assert button.accessibleName() == "Theme: Charges, 2. Choose another"
    theme.apply(dressed, Appearance(Scheme.LIGHT))
    walk.settle()
    assert page.themes.list.isVisible()
    assert not button.isVisible()


def test_the_main_button_of_a_panel_that_went_does_not_stay_below_the_page(walk, dressed):
    theme.apply(dressed, Appearance(Scheme.LIGHT, 200))
    walk.shell.resize(*SMALL[0])
    page = walk.open("answer", walk.material.home_care)
    page.form.addPoint.click()
    walk.settle()
    walk.shell.resize(SMALL[0][0], 420)
    walk.settle()
    add = page.right.new.form.newAdd
    assert not page.isAncestorOf(add)
    page._give_up_point()
    walk.settle()
    walk.settle()
    assert not add.isVisible()
