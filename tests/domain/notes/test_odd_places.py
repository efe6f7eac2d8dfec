"""Notes that stand where nobody looks for them: in one line, in a cell that is never closed, under a name that is none."""

import pytest

from tests.domain.notes.ruler import read
from tests.domain.notes.unseen import SETS, of_file


def said(text):
    return [(c.speaker, c.text) for c in read(text).lines if c.action is None]


def todo(text):
    return [(c.action.what, c.action.who, c.action.when) for c in read(text).cuts if c.action is not None]


@pytest.mark.parametrize("when", ["Friday", "next meeting"])
def test_who_is_to_do_it_by_when_may_stand_behind_a_second_colon(when):
    assert todo(f"Action: Email the hall: Meera by {when}\nJo: hi\nMo: no") == [("Email the hall", "Meera", when)]


def test_words_behind_a_name_in_quotation_marks_are_theirs():
    assert said('Zed "late again"\nMo: no\nJo: yes') == [("Zed", '"late again"'), ("Mo", "no"), ("Jo", "yes")]


def test_a_single_message_to_one_person_leaves_nothing():
    found = read("10:04 Bea (privately): secret")
    assert (found.direct, found.cuts) == (1, ())
    assert "secret" not in repr(found)


def test_of_somebody_unknown_all_that_is_said_of_them_stays():
    first, second = read("10:36 Anon carer of two\nThe office never rings\n\n10:40 anon\ntoo many forms").lines
    assert "carer of two" in f"{first.text} {first.doubts}"
    assert (second.speaker, second.text) == ("anonymous", "too many forms")


def test_a_cell_that_is_too_long_for_a_table_loses_no_word():
    words = "tea " * 40_000
    assert " ".join(c.text for c in read(f'Jo\t"{words}"\nMo\t"hi"').cuts).count("tea") == 40_000


def test_one_line_is_a_line_and_no_title():
    assert said("the bus is late") == [(None, "the bus is late")]
    assert said("Carers group 12 March 2026") == [(None, "Carers group 12 March 2026")]


@pytest.mark.parametrize("path", sorted(SETS.glob("*/*.txt")), ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_blank_lines_are_nothing_and_are_not_shown(path):
    notes = of_file(path).text
    found = read(notes)
    assert all(cut.text.strip() for cut in found.cuts if cut.aside)
    wide = read(f"\n \n{notes}\n\t\n")
    assert [cut.text for cut in wide.cuts] == [cut.text for cut in found.cuts]


def test_blank_lines_of_e_mails_and_around_tables_are_not_shown():
    one = "From: Len\nTo: Jess\n\n* Val - bus is late\n* Roy - ditto\n\nThanks\n\nLen\n"
    several = "From: Jo Marsh\nSent: 1/3/26\n\n\n\nThe bus is late\n\nThanks\n\nJo\n\nFrom: Mo Ali\nSent: 1/3/26\n\nCold\n\nThanks\n\nMo\n"
    table = "Tea group\n\nName\tComment\nJo\tlate bus\nMo\tcold\n\n \nJo: and wet\n"
    for text in (one, several, table):
        assert all(cut.text.strip() for cut in read(text).cuts)


def test_a_sign_before_a_name_is_none_of_it():
    assert said("@Jo: hi\n@Mo: no\n@Jo: yes") == [("Jo", "hi"), ("Mo", "no"), ("Jo", "yes")]
