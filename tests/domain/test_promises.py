import json
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.promises import (
    Standing,
    days_late,
    days_without_news,
    going,
    in_words,
    of_telling,
    score,
    standing,
    standing_told,
)
from coprod_desktop.domain.record import Update
from coprod_desktop.domain.words import UpdateState
from coprod_desktop.services.bring_in.session_file import read
from tests.domain.making import point

PATH = Path(__file__).parents[1] / "samples" / "steering-group.json"
EXPECTED = json.loads(PATH.read_bytes())["expected"]
RECORD = read(PATH.read_bytes())
AS_OF = date(2026, 11, 22)
BY_KEY = {p.key: p for p in RECORD.earlier}


def keys(*stands):
    return [key for key, p in BY_KEY.items() if standing_told(p, AS_OF) in stands]


def test_the_steering_group_sample():
    assert keys(Standing.OVERDUE) == EXPECTED["overdue_on_as_of"]
    assert keys(Standing.KEPT) == EXPECTED["kept_on_time"]
    assert keys(Standing.KEPT_LATE) == list(EXPECTED["kept_late"])
    assert keys(Standing.CHANGED_TO_NO) == EXPECTED["changed_to_no"]
    assert keys(Standing.NOT_DUE) == EXPECTED["not_due_yet"]
    for key, days in EXPECTED["no_update_for_days"].items():
        assert days_without_news(of_telling(BY_KEY[key]), AS_OF) == days
    assert score(RECORD.earlier, AS_OF) == "2 of 7 kept (1 on time), 2 overdue, 1 changed to no, 2 not due yet"


def test_not_done_is_called_by_its_name():
    assert in_words(of_telling(BY_KEY["2025-2"]), AS_OF).startswith("We did not do this")
    assert in_words(of_telling(BY_KEY["2025-3"]), AS_OF) == "Done, 70 days late"
    assert days_late(of_telling(BY_KEY["2025-4"]), AS_OF) == 22
    assert "progress" not in " ".join(in_words(of_telling(p), AS_OF) for p in RECORD.earlier)


def test_an_earlier_day_sees_an_earlier_state():
    assert standing_told(BY_KEY["2025-3"], date(2026, 6, 1)) is Standing.OVERDUE
    assert standing_told(BY_KEY["2025-4"], date(2026, 10, 31)) is Standing.NOT_DUE


def test_no_promises_no_score():
    assert score((), AS_OF) is None


DUE = date(2026, 11, 6)


@pytest.mark.parametrize(
    ("updates", "as_of", "stands", "words"),
    [
        ((), date(2026, 11, 6), Standing.NOT_DUE, None),
        ((), date(2026, 11, 7), Standing.OVERDUE, "The date passed 1 day ago, and nobody has said whether it is done"),
        ((("done", 6),), AS_OF, Standing.KEPT, "Done, on time"),
        ((("done", 9),), AS_OF, Standing.KEPT_LATE, "Done, 3 days late"),
        ((("done", 9),), date(2026, 11, 8), Standing.OVERDUE, "The date passed 2 days ago, and nobody has said whether it is done"),
        ((("in hand", 1),), date(2026, 11, 2), Standing.NOT_DUE, "In hand"),
        ((("late", 7),), date(2026, 11, 9), Standing.OVERDUE, "Not done yet. It is 3 days late"),
        ((("not done", 7),), date(2026, 11, 9), Standing.OVERDUE, "We did not do this. It is 3 days late"),
        ((("part done", 7),), date(2026, 11, 9), Standing.OVERDUE, "We did part of this, not all. It is 3 days late"),
        ((("done", 1), ("changed to no", 8)), AS_OF, Standing.CHANGED_TO_NO, "Changed to no"),
    ],
)  # fmt: skip
def test_how_a_promise_is_going(updates, as_of, stands, words):
    made = tuple(Update(id=f"u{d}", on=date(2026, 11, d), state=UpdateState(s)) for s, d in updates)
    promise = point(1, "Ring back", due=DUE, updates=made)
    assert standing(promise, as_of) is stands
    assert going(promise, as_of) == words


def test_a_no_is_no_promise():
    assert standing(point(1, "Ring back", answer="cannot"), AS_OF) is None
    assert going(point(1, "Ring back", answer="cannot"), AS_OF) is None
    assert days_late(point(1, "Ring back", answer="cannot"), AS_OF) == 0
    assert standing(point(1, "Ring back", answer="done"), AS_OF) is Standing.KEPT
