"""Whoever types without pause loses no key and no line; the keystroke model is what the window takes; memory stays."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coprod_desktop.services import capture
from coprod_desktop.services.bring_in import merge
from tests.benchmarks import bench_capture, keystrokes, typist
from tests.benchmarks.listening import listening
from tests.ui.listen_page import settle


def test_every_key_and_line_is_there_however_quickly_they_come(dressed):
    lines = typist.entries(25)
    with listening(0) as now:
        assert typist.type_out(now, lines, 0) == lines


def test_every_key_and_line_is_there_at_fifteen_keys_a_second(dressed):
    lines = typist.entries(2)
    with listening(0) as now:
        assert typist.type_out(now, lines, 15) == lines


def test_two_hundred_entries_of_a_script_differ():
    assert len(set(typist.entries(200))) == 200


def test_memory_does_not_grow_with_the_hour(dressed):
    with listening(50, 10) as now:
        assert bench_capture.growth(now, 1.25) < 20


def test_the_model_counts_the_keys_that_the_window_takes(open_listen, desk):
    """Each line of a sample caught with just the keys the model counts: who and theme are as in the sample."""
    path = typist.SAMPLES / "home-care-listening-space.json"
    lines, names = keystrokes.lines_of(path)
    data = json.loads(path.read_text("utf-8"))
    page = open_listen(merge.import_file(desk, json.dumps({**data, "entries": [], "promises": []}).encode()).session)
    known = [name for name in page._voices.by_name if name in names]
    field, themes = page.line.field, list(page.content.themes())
    for line in [one for one in lines if one.words.isascii()][:6]:
        start = len(capture.lines(desk, page.session_id))
        keys = len(line.words) + 1
        QTest.keyClicks(field, line.words)
        for sign, wanted, every in (("@", line.who, known), ("#", line.theme, themes)):
            if wanted in every:
                letters, downs = keystrokes.way_to(wanted, page.line._hand.names(sign))
                QTest.keyClicks(field, f" {sign}{letters}")
                for _ in range(downs):
                    QTest.keyClick(field, Qt.Key.Key_Down)
                QTest.keyClick(field, Qt.Key.Key_Tab)
                keys += 2 + keystrokes.to_take(wanted, page.line._hand.names(sign))
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle(page)
        caught = capture.lines(desk, page.session_id)[start]
        assert caught.text == line.words
        assert (caught.name or "") == (line.who if line.who in known else "")
        assert keys < keystrokes.without(line)


def test_the_model_says_what_it_is():
    told = keystrokes.told()
    assert "by a model" in told
    assert "says nothing of how quick" in told
