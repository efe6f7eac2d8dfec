"""The report of the bank of people: who is in it and who is missing, in every format, with nobody in it and nobody to be found by it."""

from __future__ import annotations

import datetime
import re

import pytest

from coprod_desktop.domain.report_span import Span
from coprod_desktop.publish.easy.telling import hint
from coprod_desktop.services import bank, groups, local_figures, people, sessions
from coprod_desktop.services.making import reports
from tests.publish.telling_papers import told
from tests.unpack import everything_in, words_in

KIND = "bank-of-people"
MONTH = datetime.timedelta(30)


def filled(desk, many=7):
    """Seven carers in the bank, with a role and a word or two; two sessions with answers; two figures of the place."""
    for n in range(many):
        person, _ = bank.add_person(desk, f"Wilhelmina Ostrander{n}", "carer")
        bank.change(desk, person, "interests", "Buses, Otters" if n < 2 else "buses")
        bank.change(desk, person, "cannot_come.phone-in", True)
    answered(desk, 3, {"yes": 3, "no": 20})
    answered(desk, 2, {"yes": 2, "no": 21})
    local_figures.add(desk, "Disabled", "yes", "24%", "Census 2021")
    local_figures.add(desk, "Age", "65 or over", "1,200 of 6,500", "Census 2021")


def answered(desk, months_ago, counts):
    session, _ = sessions.new(desk, title="Meeting", date=desk.today() - months_ago * MONTH)
    with desk.store.write() as tx:
        tx.change("session", session, about_you_counts={"Disabled": counts}, evaluation_forms=sum(counts.values()))


def said(desk, **of):
    paper, _ = reports.drawn(desk, KIND, of.get("span", Span()), of.get("group"))
    return paper, told(paper)


def test_it_tells_how_many_there_are_what_they_have_alike_and_of_whom_fewer_came(desk):
    filled(desk)
    paper, words = said(desk)
    for fact in (
        "In the bank of people: 5 to 9.",
        "Carers: 5 to 9.",
        "Buses: 5 to 9.",
        "Phone-in: 5 to 9.",
        "5 to 9",
        "24% (Census 2021)",
        "Fewer than in our area",
        "Age, 65 or over: 1,200 of 6,500 (Census 2021)",
    ):
        assert fact in words, fact
    for never in ("Otters", "Ostrander", "Wilhelmina"):
        assert never not in words
    assert paper.easy is not None
    told_easily = [sentence.text for topic in paper.easy.pages for sentence in topic.sentences]
    assert "How many people are in it:\n5 to 9." in told_easily
    assert any("Disabled: yes" in text for text in told_easily)
    assert [text for text in told_easily if hint(text)] == []
    assert paper.sheet is not None
    assert ("Disabled: yes", "5 to 9") in [row[:2] for row in paper.sheet.rows]


def test_it_is_made_in_every_format_of_reports_and_no_file_names_anybody(desk, tmp_path):
    filled(desk)
    made = reports.make(desk, KIND, desk.content.formats.papers, tmp_path)
    assert {".pdf", ".docx", ".html", ".epub", ".txt", ".brf", ".csv", ".xlsx"} <= {path.suffix for path in made.paths}
    for path in made.paths:
        assert "Ostrander" not in everything_in(path), path.name
    plain = [path for path in made.paths if path.suffix in {".html", ".docx", ".txt", ".csv"}]
    assert [path.name for path in plain if "5 to 9" not in words_in(path)] == []


def test_one_more_in_the_bank_changes_no_word_and_other_days_or_a_group_are_no_other_paper(desk):
    filled(desk)
    _, before = said(desk)
    person, _ = bank.add_person(desk, "Bram Tolliver", "carer")
    bank.change(desk, person, "interests", "buses")
    assert said(desk)[1] == before
    group, _ = groups.add(desk, "Standing group", "forum")
    day = desk.today()
    assert said(desk, span=Span(day - MONTH, day), group=group)[1] == before


def test_somebody_known_twice_is_counted_once_and_who_is_in_the_bin_not_at_all(desk):
    people_in = [bank.add_person(desk, f"Person {n}", "carer")[0] for n in range(5)]
    assert "In the bank of people: 5 to 9." in said(desk)[1]
    people.same_person(desk, *people_in[:2])
    assert "In the bank of people: fewer than 5." in said(desk)[1]


def test_of_nobody_it_says_so(desk):
    _, words = said(desk)
    assert "Nobody is in the bank of people yet." in words
    assert "No answers to “About you” are written down yet" in words


def test_what_was_typed_and_may_be_private_is_left_out_until_somebody_looked_at_it(desk):
    for n in range(5):
        person, _ = bank.add_person(desk, f"Person {n}", "carer")
        bank.change(desk, person, "interests", "ring Zillah on 01632 960123")
    paper, words = said(desk)
    assert "960123" not in words
    assert any("the bank of people" in warning for warning in paper.document.warnings)


@pytest.mark.parametrize("small", range(1, 5))
def test_every_number_on_it_is_in_fives_and_hidden_where_a_session_hides_it(desk, small):
    """That no two of these papers give a count away is held by tests/domain/test_safe_sums.py."""
    answered(desk, 3, {"yes": 6, "no": 9, "not said": 6})
    answered(desk, 2, {"yes": small, "no": 9, "not said": 6})
    paper, _ = said(desk)
    assert paper.sheet is not None
    shown = {row[0]: row[1] for row in paper.sheet.rows}
    assert set(shown) >= {"Disabled: yes", "Disabled: no", "Disabled: not said"}
    assert [many for many in shown.values() if not re.fullmatch(r"\d+ to \d+|fewer than 5|not shown|0", many)] == []
