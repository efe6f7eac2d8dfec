"""Small habits of note-takers and of the programs that write chats, each in a few lines."""

from __future__ import annotations

import pytest

from coprod_desktop.errors import UserError
from tests.domain.notes.ruler import read


def lines(text, **more):
    return [(cut.at, cut.speaker, cut.kind.value, cut.text) for cut in read(text, **more).cuts if not cut.aside]


def aside(text):
    return [cut.text for cut in read(text).cuts if cut.aside]


def actions(*written):
    text = "Priti: We need a bus\nMo: Yes\nACTIONS\n" + "\n".join(written)
    found = [cut.action for cut in read(text).cuts if cut.action is not None]
    return [(a.what, a.who, a.when, a.due.isoformat() if a.due else None, a.why) for a in found]


@pytest.mark.parametrize(
    "text",
    [
        "10:15 From Jo Marsh to Everyone: The bus is late\n10:16 From Mo Ali to Jo Marsh (Direct Message): secret",
        "10:15 Jo to Mo: secret\n10:16 Jo to Everyone: The bus is late\n10:17 Mo to Everyone: Good",
        "[10:15] Jo Marsh: The bus is late\n[10:16] Mo Ali: Nobody rings\n[10:17] Jo Marsh (privately): secret",
        "10:15 From Jo Marsh (Private Message): secret\n10:16 From Mo Ali: The bus is late",
    ],
)
def test_what_was_written_to_one_person_stays_out_and_is_counted(text):
    found = read(text)
    assert "secret" not in repr(found)
    assert found.direct == 1
    assert any("1 direct message was left out" in doubt for doubt in found.doubts)
    assert ("The bus is late") in [cut.text for cut in found.lines]


def test_a_bold_name_or_mark_is_no_heading():
    assert lines("**Question:** Why is the bus late?\n*Jo:* It is not\n**Story**: I waited\n__Mo__: Yes") == [
        (None, None, "question", "Why is the bus late?"),
        (None, "Jo", "contribution", "It is not"),
        (None, None, "story", "I waited"),
        (None, "Mo", "contribution", "Yes"),
    ]
    assert aside("**Buses**\nJo: late\nMo: cold") == ["**Buses**"]


def test_a_reporter_may_put_the_time_before_who_speaks():
    assert lines(">> JO: The bus is late\nagain today\n10:15\n>> MO: Nobody rings\n10:16 >> Tea is cold") == [
        (None, "JO", "contribution", "The bus is late again today"),
        ("10:15", "MO", "contribution", "Nobody rings"),
        ("10:16", None, "contribution", "Tea is cold"),
    ]
    assert aside("Meeting started\n>> JO: The bus is late\n>> MO: Nobody rings") == ["Meeting started"]


@pytest.mark.parametrize(
    ("written", "action"),
    [
        (
            "Ring the bus firm / who: Priti / by: 3 May 2026 / why: nobody knows",
            ("Ring the bus firm", "Priti", "3 May 2026", "2026-05-03", "nobody knows"),
        ),
        (
            "Ring the bus firm / Priti / next meeting / and write",
            ("Ring the bus firm / and write", "Priti", "next meeting", None, None),
        ),
        ("Ring back – Priti – 3 May 2026", ("Ring back", "Priti", "3 May 2026", "2026-05-03", None)),
        ("Priti – ring back", ("ring back", "Priti", None, None, None)),
        ("Ring back – Priti", ("Ring back", "Priti", None, None, None)),
        ("nothing – to see", ("nothing – to see", None, None, None, None)),
        ("Ring the firm (Priti, 31 February 2026)", ("Ring the firm", "Priti", "31 February 2026", None, None)),
        ("Ring the firm (by Friday 3 May)", ("Ring the firm", None, "Friday 3 May", None, None)),
        ("Ring the firm (3 May)", ("Ring the firm (3 May)", None, "3 May", None, None)),
    ],
)
def test_an_action_says_what_who_and_when(written, action):
    assert actions(written) == [action]


def test_what_stands_above_plain_lines_is_their_title():
    plain = "The bus is late\nNobody rings\nThe tea is cold"
    assert aside(f"Listening space\n12 March 2026\n{plain}") == ["Listening space", "12 March 2026"]
    assert aside(f"The big hall\n\n{plain}") == ["The big hall"]
    assert aside(f"The big hall\n{plain}") == []
    assert aside("12 March 2026, Marlow Hall\nPriti: The bus is late\nMo: Nobody rings") == [
        "12 March 2026, Marlow Hall"
    ]


def test_name_time_and_words_on_three_lines_are_a_chat():
    assert lines("Jo Marsh\n10:15\nThe bus is late\nMo Ali\n10:16\nNobody rings?\nJo Marsh\n10:17\nWhy??") == [
        ("10:15", "Jo Marsh", "contribution", "The bus is late"),
        ("10:16", "Mo Ali", "question", "Nobody rings?"),
        ("10:17", "Jo Marsh", "contribution", "Why??"),
    ]


def test_a_table_may_be_drawn_with_strokes_or_have_no_head():
    assert lines(
        "| When | Who | What was said |\n|---|---|---|\n| 10:15 | Jo | The bus is late |\n| 10:16 | Mo | Nobody rings |"
    ) == [
        ("10:15", "Jo", "contribution", "The bus is late"),
        ("10:16", "Mo", "contribution", "Nobody rings"),
    ]
    rows = "10:15\tJo Marsh\tThe bus is late again today\n10:16\tMo Ali\tNobody ever rings us back\n10:20\tJo Marsh\tThe tea was cold"
    assert lines(rows)[:2] == [
        ("10:15", "Jo Marsh", "contribution", "The bus is late again today"),
        ("10:16", "Mo Ali", "contribution", "Nobody ever rings us back"),
    ]


def test_a_table_of_what_was_said_keeps_impossible_times_and_says_what_it_took_for_afternoon():
    found = read("Time,Name,Comment\n25:61,Jo,The bus is late\n12/03/2026 10:15,Mo,Nobody rings\n3:15,Mo,Nobody rings")
    assert [(c.at, c.text, len(c.doubts)) for c in found.lines] == [
        (None, "25:61 The bus is late", 1),
        ("10:15", "Nobody rings", 0),
        ("15:15", "Nobody rings", 1),
    ]


def test_a_row_can_be_something_said_an_action_or_both():
    found = read(
        "What was said,Action,Owner,Due\nThe bus is late,Ring them,Priti,3 May 2026\n,Write,Mo,\nnone,,,"
    ).lines
    assert [(c.text, c.action.who if c.action else None) for c in found] == [
        ("The bus is late", None),
        ("Ring them – Priti – 3 May 2026", "Priti"),
        ("Write – Mo", "Mo"),
    ]


def test_what_stands_in_brackets_behind_a_name_is_read():
    found = read(
        "Jo Marsh (Guest): The bus is late\nMo Ali (carer): Nobody rings\nAna (she/her): Tea\n"
        "Bo (Table 3): Cold\nCy (question): Why not?"
    ).cuts
    assert [(c.speaker, c.role, c.sheet, c.kind.value) for c in found] == [
        ("Jo Marsh", None, None, "contribution"),
        ("Mo Ali", "carer", None, "contribution"),
        ("Ana", None, None, "contribution"),
        ("Bo", None, "Table 3", "contribution"),
        ("Cy", None, None, "question"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[] Jo: the bus\n[x] Mo: the tea", [("Jo", "the bus"), ("Mo", "the tea")]),
        ("10:15 • The bus is late\n10:16 • Nobody rings", [(None, "The bus is late"), (None, "Nobody rings")]),
        ("----\nJo: The bus\n***\nMo: tea", [("Jo", "The bus"), ("Mo", "tea")]),
        ("Jo - the bus is\n  late again\nMo - and\n  cold", [("Jo", "the bus is\nlate again"), ("Mo", "and\ncold")]),
        (
            "The bus is late (Jo)\nNobody rings (Mo)\nTea is cold (Ana)\nStairs (Jo)",
            [("Jo", "The bus is late"), ("Mo", "Nobody rings"), ("Ana", "Tea is cold"), ("Jo", "Stairs")],
        ),
    ],
)
def test_bullets_boxes_rules_and_names_behind_the_words(text, found):
    assert [(who, words) for _, who, _, words in lines(text)] == found


def test_a_list_of_who_came_ends_with_a_blank_line_or_with_somebody_who_says_something():
    text = "Apologies: Ana, Bo\nPresent:\nJo Marsh\nMo Ali (carer)\n\nJo: The bus is late\nMo: Nobody rings"
    assert aside(text) == ["Apologies: Ana, Bo", "Present:", "Jo Marsh", "Mo Ali (carer)"]
    assert [who for _, who, _, _ in lines(text)] == ["Jo Marsh", "Mo Ali"]
    assert lines("Present:\nJo Marsh, carer\nMo: I said the bus is late again and again\nAna: Yes it is") == [
        (None, "Mo", "contribution", "I said the bus is late again and again"),
        (None, "Ana", "contribution", "Yes it is"),
    ]


def test_notes_without_a_word_are_refused_in_a_sentence():
    with pytest.raises(UserError, match="There are no words in these notes"):
        read("  \n \t\n")
    with pytest.raises(UserError, match="longer than"):
        read("x" * 2_000_001)
