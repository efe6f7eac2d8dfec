"""From an offer to paid, with the claim sheet and the cash list between, and the letters of thanks: by keys alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from coprod_desktop.services import people, sessions
from tests.ui.hands import Hands

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)]


def test_a_claim_goes_from_offer_to_paid_with_its_papers_and_the_letters_of_thanks_after_it(
    in_shell, desk, settings, tmp_path
):
    settings.write(replace(settings.read(), papers=tmp_path / "papers"))
    session, _ = sessions.new(desk, title="Forum", date=desk.today())
    people.add(desk, session, "Amina Raza", "carer")
    hands = Hands(in_shell)
    hands.settle()
    in_shell.open_page("follow_up", session)
    hands.settle()
    with hands.count(9):  # one key from her name to her money
        hands.press("Ctrl+9")
        hands.type("amina")
        hands.press("Alt+M")
        hands.type("bus fare")
        hands.press("Tab")
        hands.type("4.20")
        hands.go("offerIt")
        hands.press("Return")
    dialog = QApplication.activeModalWidget()
    ui, rows = dialog.ui, dialog.list.items
    with hands.count(9):  # Enter on an amount goes to what is likely next
        hands.go("amountsList")
        hands.press("Return")
        assert hands.at().text() == "Yes"
        hands.press("Return")
    assert ui.banner.what.text() == "Wrote down what somebody said to money."
    assert [row.state_words for row in rows.rows()] == ["owed"]
    for name, steps in (("claim-sheet", 2), ("cash-list", 5)):
        with hands.count(14):
            hands.go("moneyPapers")
            hands.press("Return", *["Down"] * steps, "Return")
        assert name in ui.banner.what.text()
    with hands.count(14):
        hands.go("amountsList", back=True)
        hands.press("Return")
        assert hands.at().objectName() == "paidIt"
        hands.press("Return", "Down", "Return")
    assert ui.banner.what.text() == "Paid somebody."
    assert [row.state_words for row in rows.rows()] == ["paid"]
    with hands.count(4):  # and from the paper to the letters, past all the formats
        hands.press("Escape", "Ctrl+4", "Alt+T")  # the steps are those of the session one was in
        assert not hands.at().visibleRegion().isEmpty()
        hands.press("Return")
    private = [path.name for path in (tmp_path / "papers" / "private").iterdir()]
    assert sorted(name.split("-private-")[1].rsplit("-", 1)[0] for name in private) == [
        "cash-list",
        "claim-sheet",
        "thank-you",
    ]
