"""Points are sorted by the three questions, one key each, and the paper says so."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coprod_desktop.domain.words import Sorter
from coprod_desktop.publish.stories.lines import answer_facts
from coprod_desktop.services.making import papers

Key = Qt.Key


def test_one_key_says_who_can_do_it_and_the_same_key_takes_it_off(hands, heard):
    """Features: "What can communities do for themselves if professional services get out": three-question sorter."""
    point = hands.record().points[0]
    hands.choose(f"point:{point.id}")
    with hands.count(1):
        hands.press(Key.Key_2, "Alt", "Shift")
    assert hands.record().points[0].sorter is Sorter.SOME_HELP
    assert "People can do this with some help" in hands.chosen()
    assert heard.announced[-1] == "People can do this with some help"

    papers.review(hands.page.context.desk, hands.page.session_id)
    seen = papers.snapshot(hands.page.context.desk, hands.page.session_id, hands.page.context.desk.today())
    facts = dict(answer_facts(seen.points[0]))
    assert facts["Who can do this"].runs[0].text == "People can do this with some help."

    hands.press(Key.Key_2, "Alt", "Shift")
    assert hands.record().points[0].sorter is None


def test_without_a_point_it_says_so(hands, heard):
    entry = next(e for e in hands.record().entries if e.n == 22)
    hands.choose(f"entry:{entry.id}")
    hands.press(Key.Key_1, "Alt", "Shift")
    assert heard.announced[-1] == "Choose a point first."
