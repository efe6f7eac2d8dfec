"""Shapes that whole files have: each comes apart by how its lines stand, whatever its words are."""

import pytest

from coprod_desktop.domain.notes.values import Source
from tests.domain.notes.ruler import read


def lines(text):
    return [(c.at or "", c.speaker or "", c.kind.value, c.text) for c in read(text).lines if c.action is None]


def actions(text):
    return [(c.action.what, c.action.who or "", c.action.when or "") for c in read(text).cuts if c.action is not None]


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("Action: Meera to email the depot by 4 December", ("email the depot", "Meera", "4 December")),
        ("ACTION MEERA: email the depot", ("email the depot", "MEERA", "")),
        ("Action (Meera): email the depot by next meeting", ("email the depot", "Meera", "next meeting")),
        ("**ACTION** Meera – email the depot, end of Jan", ("email the depot", "Meera", "end of Jan")),
        ("Meera - email the depot, by next session", ("email the depot", "Meera", "next session")),
        ("Update the poster – Meera – ASAP", ("Update the poster", "Meera", "ASAP")),
        ("Owner: Meera | Task: email the depot | Due: Friday", ("email the depot", "Meera", "Friday")),
        ("Follow-up: Meera to email the depot within two weeks", ("email the depot", "Meera", "two weeks")),
        ("Meera to email the depot w/c 9 Nov", ("email the depot", "Meera", "w/c 9 Nov")),
        ("Meera to email the depot [by 12/12]", ("email the depot", "Meera", "12/12")),
        ("Everyone to fill in the form", ("fill in the form", "Everyone", "")),
    ],
)
def test_what_somebody_is_to_do_is_read_in_its_usual_spellings(line, action):
    assert actions(f"Meera: the bus is late\nColm: no loop\n{line}\nMeera: the tea was cold") == [action]


def test_a_cell_of_several_lines_is_as_many_lines_and_each_thing_to_do_has_its_owner():
    text = (
        "Present:\nJoan Carr (JC), carer\nPriya Shah (PS), council\n\n"
        "Item\tDiscussion\tAction\tOwner / when\n"
        '2. Respite\t"JC: nobody answers.\nPS explained that it ends in March."\t"Look online\nSay when"\t"PS, end Nov\nJC"\n'
        "3. Bus\t(none)\tWrite to the depot\tCarol by 20/11/26"
    )
    assert lines(text)[:2] == [
        ("", "Joan Carr", "contribution", "nobody answers."),
        ("", "Priya Shah", "staff_comment", "PS explained that it ends in March."),
    ]
    assert actions(text) == [
        ("Look online", "PS", "end Nov"),
        ("Say when", "JC", ""),
        ("Write to the depot", "Carol", "20/11/26"),
    ]


def test_things_to_do_with_one_owner_for_all_and_a_date_of_their_own():
    head = "Discussion\tAction\tWho\tWhen\n"
    assert actions(f'{head}late\t"Ring\nWrite"\tMo\t"3 May\n4 May"') == [
        ("Ring", "Mo", "3 May"),
        ("Write", "Mo", "4 May"),
    ]
    assert actions(f'{head}late\t"Ring\nWrite"\t"Mo\nJo"\tFriday') == [
        ("Ring", "Mo", "Friday"),
        ("Write", "Jo", "Friday"),
    ]
    assert actions("Discussion\tAction\tWho\nlate\tRing by 3 May\tMo") == [("Ring", "Mo", "3 May")]


def test_a_grid_of_headings_is_a_line_each_and_a_mark_that_is_never_closed_loses_nothing():
    grid = 'What is working well?\tWhat could be better?\tQuestions\n"Kind staff\n- Free parking"\tNo hoist\tWho has the key?'
    assert lines(grid) == [
        ("", "", "what_works", "Kind staff"),
        ("", "", "what_works", "Free parking"),
        ("", "", "contribution", "No hoist"),
        ("", "", "question", "Who has the key?"),
    ]
    assert "late again" in " ".join(c.text for c in read('Jo\t"late again\nMo\tthe tea').cuts)
    assert [c.text for c in read('Date\t"3 May\n4 May"\nJo: late').cuts][:2] == ["Date", "3 May"]


def test_counts_on_lines_of_their_own_are_a_transcript_and_no_chat():
    heard = read("0:00\nso hello everybody welcome to the\n0:04\nsecond session.\n0:09\nWho begins?\n1:02\nMe.")
    assert (heard.source, heard.direct) == (Source.TRANSCRIPT, 0)
    assert [(c.at, c.text, c.kind.value, c.machine) for c in heard.lines] == [
        ("00:00", "so hello everybody welcome to the second session.", "contribution", True),
        ("00:00", "Who begins?", "question", True),
        ("00:01", "Me.", "contribution", True),
    ]
    named = read("Tea group\nRuth Osei\n0:03\nThanks.\nBen Tully\n0:11\nWhen?\nRuth Osei\n0:15\nFriday.")
    assert [(c.at, c.speaker, c.text) for c in named.lines] == [
        ("00:00", "Ruth Osei", "Thanks."),
        ("00:00", "Ben Tully", "When?"),
        ("00:00", "Ruth Osei", "Friday."),
    ]
    inline = read("[00:00:03] Shall we start.\n[00:01:02] The print is tiny: I asked.\n[01:01:30] Larger?")
    assert [(c.at, c.text) for c in inline.lines] == [
        ("00:00", "Shall we start."),
        ("00:01", "The print is tiny: I asked."),
        ("01:01", "Larger?"),
    ]


def test_a_form_is_told_by_its_columns_and_what_stands_below_them():
    form = "ID,Completion time,Name,What would you ask?,Your first name (if you want),Link\n1,5/19/26 7:52:09,,When?,Orla,https://example.org/x\n"
    assert lines(form) == [("07:52", "Orla", "question", "When?")]


def test_topics_turns_and_names_in_brackets():
    topics = (
        "2.10 - Wendy on memory\n\t- Ron: 14 months\n\t- Q (Audrey) who do we ring?\n2.40 - Singing\n\t+ all loved it"
    )
    assert [one[1:] for one in lines(topics)] == [
        ("Ron", "contribution", "14 months"),
        ("Audrey", "question", "who do we ring?"),
        ("", "what_works", "all loved it"),
    ]
    initials = "Attendees: Ruth Osei, Ben Tully\n\nRO  Came home late.\nBT  Same. RO: who rings?"
    assert [one[1] for one in lines(initials)] == ["Ruth Osei", "Ben Tully", "Ruth Osei"]
