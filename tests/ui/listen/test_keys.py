"""Each key of Listen does one thing: two acts on one key would do neither."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QShortcut

from coprod_desktop.ui.pages.listen import ListenPage


def test_no_two_acts_of_the_page_are_on_one_key(page):
    of_page = [s.key().toString() for s in page.findChildren(QShortcut) if s.parent() is page]
    assert [key for key, many in Counter(of_page).items() if many > 1] == []
    assert len(of_page) > 15


def test_f1_lists_each_key_once(page):
    keys = [key for key, _words in ListenPage.keys(page)]
    assert [key for key, many in Counter(keys).items() if many > 1] == []
