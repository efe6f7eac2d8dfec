"""Who said it, for whom, and whose words they are: one key, and they decide how a line is signed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coprod_desktop.domain.words import WhoseWords
from coprod_desktop.services import capture, sessions
from tests.ui.pages.test_listen import (  # noqa: F401
    JAY,
    WINIFRED,
    choose,
    full,
    on_row,
    open_listen,
    person,
    put,
    say,
    settle,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
ALT = Qt.KeyboardModifier.AltModifier


def open_whose(page, where=None):
    QTest.keyClick(where or page, Qt.Key.Key_D, ALT)
    settle(page)


def last(page):
    line = capture.lines(page.context.desk, page.session_id)[-1]
    return capture.one(page.context.desk, line.id)


def test_a_supporters_words_for_somebody(full):  # noqa: F811
    open_whose(full)
    choose(f"For {WINIFRED}")
    assert full.line.findChild(object, "whosePicker").accessibleName() == f"For {WINIFRED}: a supporter's words"
    say(full, "She liked the garden")
    settle(full)

    line = last(full)
    assert line.said_for == person(full, WINIFRED).id
    assert line.whose is WhoseWords.SUPPORTER
    open_whose(full)
    choose("Our description")
    say(full, "Somebody used a card to say yes")
    settle(full)
    assert (last(full).said_for, last(full).whose_words) == (None, WhoseWords.DESCRIPTION)


def test_the_next_line_is_the_speakers_own_again(full):  # noqa: F811
    open_whose(full)
    choose(f"For {JAY}")
    say(full, "He nodded")
    settle(full)
    say(full, "The bus was late")
    settle(full)
    assert (last(full).said_for, last(full).whose) == (None, WhoseWords.THEIRS)


def test_a_line_in_the_list_can_be_said_to_be_for_somebody_and_undone(full):  # noqa: F811
    on_row(full, 3)
    row = full.list.rows().id_at(3)
    open_whose(full, full.list)
    choose(f"For {JAY}")
    settle(full)
    assert capture.one(full.context.desk, row).said_for == person(full, JAY).id
    full.context.desk.store.undo_last()
    assert capture.one(full.context.desk, row).said_for is None


def test_who_said_it_may_change_although_somebody_said_no(full):  # noqa: F811
    record = sessions.record(full.context.desk, full.session_id)
    refused = next(e for e in record.entries if e.quote_ok is False)
    on_row(full, next(n for n in range(full.list.rows().rowCount()) if full.list.rows().id_at(n) == refused.id))
    QTest.keyClick(full.list, Qt.Key.Key_W, ALT)
    settle(full)
    choose(JAY)
    settle(full)
    now = capture.one(full.context.desk, refused.id)
    assert (now.speaker, now.quote_ok) == (person(full, JAY).id, False)
