"""Finding one of 5,000 people while typing, as the page does it: each letter filters, and the list is painted."""

from __future__ import annotations

import random
import statistics

from PySide6.QtWidgets import QApplication

from coprod_desktop.services.seen.everyone import By, Everyone, Filter, Someone
from coprod_desktop.store.bank import BankLine
from coprod_desktop.store.lists import PersonLine
from coprod_desktop.ui.people import words
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.widgets.rows_list import RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from tests.benchmarks.material import WORDS
from tests.benchmarks.rows import Row, milliseconds, percentile, under

MANY = 5000
TYPED = ("winifred", "carer bus", "gardening", "adeyemi mo", "q")
FIRST = ("Winifred", "Gareth", "Mo’nique", "Asha", "Colm", "Wyn", "Priti", "Deshawn", "Aneta", "Siân")


def rows() -> list[Row]:
    """Return the figures: while typing, and with a filter on."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.prepare(app)
    theme.apply(app, theme.Appearance())
    everyone = Everyone(people())
    shown = RowsList[Someone](words.someone, "everyoneList", "People", with_icons=False)
    shown.resize(400, 700)
    shown.show()
    app.processEvents()

    def find(typed: str, wanted: Filter | None) -> None:
        show_rows(shown, everyone.matching(typed, wanted))
        app.processEvents()

    found = []
    for name, wanted in (("", None), (", filtered", Filter(By.INTEREST, "buses"))):
        took = [
            milliseconds(lambda t=typed, w=wanted: find(t, w), cpu=True) for _ in range(3) for typed in _beginnings()
        ]
        said = f"find one of 5,000 people while typing{name}, p95 (ms of CPU); median {statistics.median(took):.1f}"
        found.append(under(said, percentile(took, 95), 20))
    shown.close()
    return found


def people() -> list[Someone]:
    """Return so many made-up people, each with interests."""
    chance = random.Random(5)
    made = []
    for n in range(MANY):
        name = f"{chance.choice(FIRST)} {chance.choice(WORDS).capitalize()} {n}"
        role = chance.choice(("carer", "resident", "draws on care", "council staff"))
        kept = BankLine((chance.choice(("buses", "gardening", "housing")),), (), None, None)
        line = PersonLine(str(n), name, "not at all", role, None, chance.randint(0, 9), chance.randint(0, 4))
        made.append(Someone(line, kept, found_by=f"{name} {role} {kept.interests[0]}".casefold()))
    return made


def _beginnings() -> list[str]:
    return [typed[:n] for typed in TYPED for n in range(1, len(typed) + 1)]
