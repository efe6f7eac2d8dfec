"""A group over time on paper: themes by quarter and area, looking back with small numbers hidden and no word of anybody's."""

from __future__ import annotations

import datetime
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop import paths
from coprod_desktop.domain.looked_back_record import LookedBack, LookedBy
from coprod_desktop.domain.looking_back import parse_looking_back
from coprod_desktop.domain.measures import in_fives
from coprod_desktop.domain.words import Rung
from coprod_desktop.publish.document import Document, Figure, Heading, Table
from coprod_desktop.publish.gate import open_gate, open_looked_back
from coprod_desktop.publish.stories.over_time import looked_back, themes_by_place, themes_by_quarter
from tests.domain.making import entry, record
from tests.publish.telling_papers import told

FORMS = parse_looking_back(json.loads(paths.resource("content", "looking_back.json").read_text("utf-8")), list(Rung))
SPRING, AUTUMN = datetime.date(2026, 5, 4), datetime.date(2026, 11, 5)


def words(blocks) -> str:
    return told(
        Document(title="x", lang="en-GB", author="", subject="", blocks=(Heading(1, "x"), *blocks), running_head="x")
    )


def held(day, place, *themes):
    rows = [entry(n, f"Something about it {n}", theme=theme, quote_ok=True) for n, theme in enumerate(themes, 1)]
    return open_gate(record(*rows, date=day, locality=place), (), day)


SESSIONS = [held(SPRING, "Tilbury", *["Buses"] * 4), held(AUTUMN, "Chadwell", *["Buses"] * 2, *["Heat"] * 5)]


def test_themes_are_told_by_quarter_with_what_is_new():
    """Features: "'of the moment' intelligence": theme counts over time; new theme this quarter."""
    blocks = list(themes_by_quarter(SESSIONS, AUTUMN))
    (table,) = [b for b in blocks if isinstance(b, Table)]
    assert table.header == ("Theme", "Apr to Jun 2026", "Oct to Dec 2026", "In all")
    assert table.rows == (("Buses", "4", "2", "6"), ("Heat (new)", "0", "5", "5"))
    assert "New this quarter: Heat." in words(blocks)
    (figure,) = [b for b in blocks if isinstance(b, Figure)]
    assert figure.words == "6 about Buses and 5 about Heat."


def test_a_report_of_last_year_says_nothing_of_this_quarter():
    assert "quarter." not in words(themes_by_quarter(SESSIONS, datetime.date(2027, 2, 1)))
    assert "No theme is new this quarter." in words(themes_by_quarter([SESSIONS[0], held(AUTUMN, "", "Buses")], AUTUMN))


def test_themes_are_told_by_area():
    """Features: "takes account of the four Thurrock localities"."""
    (table,) = [b for b in themes_by_place(SESSIONS) if isinstance(b, Table)]
    assert table.header == ("Theme", "Chadwell", "Tilbury", "In all")
    assert not list(themes_by_place(SESSIONS[:1])), "one area is no comparison"


def row(by: LookedBy, answers, forms: int = 30, **more) -> LookedBack:
    return LookedBack(id=f"{by}{more.get('session_id')}", on=AUTUMN, by=by, forms=forms, answers=answers, **more)


def test_members_and_staff_stand_beside_each_other_and_nothing_anybody_wrote_is_there():
    rows = [
        row(
            LookedBy.MEMBERS,
            {"rung reached": {"consultation": 9, "co-design": 1}},
            words="Ring Bo",
            rung_decided_by="Bo",
        ),
        row(LookedBy.STAFF, {"rung reached": {"co-design": 6}, "co-decision": {"never": 6}}),
    ]
    paper = words(looked_back(open_looked_back(FORMS, rows)))
    assert "Which rung did we reach?" in paper
    assert "Members and staff see 1 thing differently." in paper
    assert "Never done together, as staff say: co-decision." in paper
    assert "Bo" not in paper


def test_what_two_members_of_staff_said_is_not_told():
    rows = [row(LookedBy.STAFF, {"rung reached": {"co-design": 2}, "co-decision": {"never": 2}}, forms=2)]
    public = open_looked_back(FORMS, rows)
    assert (public.year, public.never) == ((), ())


def test_a_question_of_a_newer_program_stays_behind():
    rows = [row(LookedBy.MEMBERS, {"Ring Bo on 07700 900123": {"yes": 9}, "equality": {"Bo said so": 9}})]
    assert "Bo" not in repr(open_looked_back(FORMS, rows))


def test_nothing_counted_tells_nothing():
    assert not list(looked_back(open_looked_back(FORMS, ())))
    assert not list(themes_by_quarter((), AUTUMN))


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=1, max_size=4))
def test_no_slip_count_below_five_is_told(counts):
    rows = [
        row(LookedBy.SLIP, {"had a say": dict(zip(("yes", "partly", "no"), some, strict=True))}, session_id=str(n))
        for n, some in enumerate(counts)
    ]
    for asked in open_looked_back(FORMS, rows).slips:
        sums = [sum(some) for some in zip(*counts, strict=True)]
        assert [n for _answer, n in asked.answers] == [in_fives(n) for n in sums]
