import datetime

import pytest

from coprod_desktop.domain.checklist import StartingLine, asking_line, book_by, lines_for, need_line
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.services.program.content import load

CONTENT = load()
BASICS = CONTENT.basics()


def person(*needs):
    return Person(
        id="p", name="Win", role="resident", needs=tuple(Need(id=str(n), need=words) for n, words in enumerate(needs))
    )


def texts(*needs):
    return [line.text for line in lines_for([person(*needs)], BASICS, CONTENT.needs)]


def test_a_session_starts_with_the_basics_that_the_content_marks():
    lines = lines_for([], BASICS, CONTENT.needs)

    assert [line.text for line in lines] == BASICS
    assert "Test the hearing loop in that room." in BASICS
    assert 6 <= len(BASICS) <= 10
    assert set(BASICS) < set(CONTENT.checklist("before"))


def test_each_persons_need_is_a_line_with_their_name_even_when_unknown():
    win = person("a chair that nobody else has", "hearing loop")
    lines = lines_for([win, win], BASICS, CONTENT.needs)

    assert StartingLine("Win: a chair that nobody else has", "p") in lines
    assert StartingLine("Loop or speech-to-text.") in lines
    assert len(lines) == len({line.text for line in lines})


def test_what_takes_time_to_book_says_how_long():
    lead = {
        line.text: line.lead for line in lines_for([person("BSL interpreter", "hearing loop")], BASICS, CONTENT.needs)
    }

    assert lead["Win: BSL interpreter"] > lead["Win: hearing loop"] > 0
    assert lead["Registered interpreter; two for long sessions."] == 0


def test_who_needs_nothing_has_no_line():
    assert texts("None needed", "no hearing loop needed") == BASICS


def test_lines_for_needs_are_those_of_the_checklist_where_both_say_the_same():
    every = {line for row in CONTENT.needs.rows for line in row.lines}
    shipped = set(CONTENT.checklist("before"))

    assert {line for line in every if line.split()[:5] in [known.split()[:5] for known in shipped]} <= shipped


def test_a_line_has_the_same_id_on_every_laptop_and_no_other_line_has_it():
    lines = [need_line("n1"), need_line("n2"), asking_line("s", "p"), asking_line("s", "q"), asking_line("t", "p")]
    again = [need_line("n1"), need_line("n2"), asking_line("s", "p"), asking_line("s", "q"), asking_line("t", "p")]
    assert lines == again
    assert len(set(lines)) == len(lines)
    assert all(lines)


@pytest.mark.parametrize(
    ("today", "lead", "by"),
    [
        ("2026-11-02", 5, "2026-11-20"),
        ("2026-11-24", 5, "2026-11-24"),
        ("2026-11-27", 5, "2026-11-27"),
        ("2026-11-02", 0, "2026-11-27"),
        ("2026-11-28", 5, None),
    ],
)
def test_the_last_day_to_book_is_so_many_working_days_before_and_never_one_that_has_gone_by(today, lead, by):
    last = book_by(datetime.date(2026, 11, 27), lead, datetime.date.fromisoformat(today))
    assert last == (by and datetime.date.fromisoformat(by))
