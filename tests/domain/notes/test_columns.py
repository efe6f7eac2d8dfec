"""What stands in the columns of a table, whatever their heads are called and however ragged its rows are."""

import pytest

from coprod_desktop.domain.notes import columns
from coprod_desktop.services.program import content
from tests.domain.notes.ruler import read


@pytest.mark.parametrize(
    ("what", "heads"),
    [
        ("left_aside", ["Email", "Your e-mail (optional)", "Telephone", "Phone number", "Mobile", "Postcode", "Home address"]),
        ("left_aside", ["What describes you?", "Are you a carer?", "Are you an older person?", "How old are you?"]),
        ("left_aside", ["Your age", "Age group", "Age range", "Gender", "Ethnic group", "Disability", "Religion"]),
        ("left_aside", ["Sexual orientation", "How did you hear about us?", "Where did you find out about the day?"]),
        ("left_aside", ["How have you heard about this?", "Who found out about it first?"]),
        ("speaker", ["Created by", "Posted by", "Written by", "Added by", "Submitted by", "Sent by", "Asked by", "Raised by"]),
        ("speaker", ["Your first name (if you want)", "What's your name?", "Please enter your full name", "Surname"]),
        ("speaker", ["Display name", "Name and surname", "Can we have your name, please?", "Name or initials"]),
        ("text", ["Poll question", "Poll title", "Poll", "Question asked", "Prompt"]),
        ("owner", ["Who by when", "By whom and when", "Owner / date", "Lead and deadline", "Responsible, due"]),
        ("action", ["Our view / next step"]),
        ("permission", ["May we use your words?", "Can we quote you?", "Could we print this?", "I consent", "Permission"]),
        ("permission", ["Are you happy for us to show it?", "I agree to this"]),
        (None, ["Zebra", "Zebra / lion", "Hear about them", "Made by"]),
    ],
)  # fmt: skip
def test_a_head_says_what_stands_below_it(what, heads):
    words = content.load().notes
    assert {head: columns.what_of(head, words) for head in heads} == dict.fromkeys(heads, what)


HEADS = ["Time", "Name", "Type", "Comment", "Action", "Why", "Poll question", "Score", "Zebra"]
FULL = ["10:15", "Jo", "question", "late bus", "ring", "cold", "Buses?", "4/5", "stripes and more stripes"]


def test_a_row_that_ends_early_is_read_as_far_as_it_goes():
    words = content.load().notes
    whole = columns.columns_of(HEADS, [FULL] * 4, words)
    for end in range(len(FULL)):
        assert columns.columns_of(HEADS, [FULL, FULL[:end], FULL, FULL], words) == whole
    assert columns.guessed([FULL, FULL[:1], FULL], words) == columns.guessed([FULL, FULL], words)


def comes_in(text):
    return [(c.speaker, c.text) for c in read(text).lines]


def test_beside_who_the_longest_column_is_what_they_said_however_it_is_spelt():
    assert comes_in("Who\tSed\tNo\nJo\tbus late\ta\nMo\tcold tea\tb\nAnn") == [
        ("Jo", "bus late"),
        ("Mo", "cold tea"),
        (None, "Ann"),
    ]


def test_scores_do_not_come_in_and_that_is_told():
    found = read("Name,Comment,Score\nJo,the bus is late,4/5\nMo,cold,3 / 5\nAnn,wet,5/5")
    assert [c.text for c in found.lines] == ["the bus is late", "cold", "wet"]
    assert found.doubts == ("Columns of which nothing comes in: “Score”.",)
