"""Hands that one note-taker in a hundred has: each is read as they meant it, and nothing of it is lost."""

import dataclasses
import json

import pytest

from coprod_desktop import paths
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.notes import marks, reading, tables, tidy
from coprod_desktop.domain.notes.known_words import parse_notes_words
from coprod_desktop.services.program import content
from tests.domain.notes.ruler import read


def lines(text):
    return [(c.at, c.speaker, c.kind.value, c.text) for c in read(text).lines if c.action is None]


def said(text):
    return [(c.speaker, c.text) for c in read(text).lines if c.action is None]


def actions(text):
    return [(c.action.what, c.action.who, c.action.when) for c in read(text).cuts if c.action is not None]


def aside(text):
    return [c.text for c in read(text).cuts if c.aside]


# ---- what somebody is to do


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("The bench is broken. Action: Jo to ring the council by Friday", ("ring the council", "Jo", "Friday")),
        ("The bench is broken. Action: Jo", ("The bench is broken", "Jo", None)),
        ("to do - Jo to ring the council by fridy", ("ring the council", "Jo", "fridy")),
        ("A: Jo to ring the council (today)", ("ring the council", "Jo", "today")),
        ("Maureen and Doreen to ring the council", ("ring the council", "Maureen and Doreen", None)),
        ("It was agreed that Mr Lister would write by 30 October", ("write", "Mr Lister", "30 October")),
        ("Maureen is going to ring the council", ("ring the council", "Maureen", None)),
        ("Maureen will bring milk on Monday", ("bring milk", "Maureen", "Monday")),
        ("I promised to write to the hospital", ("write to the hospital", "I", None)),
        ("me - book the minibus by Friday", ("book the minibus", "me", "Friday")),
        ("KT to send the card", ("send the card", "KT", None)),
        ("Staff to ring the council", ("ring the council", "Staff", None)),
        ("ring the council - Maureen - by Friday", ("ring the council", "Maureen", "Friday")),
        ("Action: response times, January meeting", ("response times", None, "January meeting")),
        ("Action: report back in February", ("report back", None, "February")),
        ("ACTION: JO TO CHECK EVERY CORD BY FRIDAY", ("CHECK EVERY CORD", "Jo", "FRIDAY")),
        ("ACTION: JO TO CHECK EVERY CORD", ("CHECK EVERY CORD", "Jo", None)),
        ("Gweithred: Menna i anfon y rhif erbyn dydd Gwener", ("anfon y rhif", "Menna", "dydd Gwener")),
    ],
)
def test_an_action_needs_no_word_for_it(line, action):
    assert actions(f"{line}\nthe bus is late\nno loop") == [action]


@pytest.mark.parametrize(
    "line",
    [
        "Staff to patient ratio is poor",
        "Carer to carer support works well",
        "I will never go back there",
        "Mum to be told first",
        "Maureen will miss the garden",
        "form → office → lost",
        "Nobody to ring",
        "Thanks to everybody who came",
        "the new room - better - by far",
    ],
)
def test_what_only_sounds_like_an_action_is_something_said(line):
    assert actions(f"{line}\nthe bus is late\nno loop") == []
    assert line in [text for _who, text in said(f"{line}\nthe bus is late\nno loop")]


def test_an_arrow_to_somebody_is_an_action_of_its_own():
    notes = "Jo: bins on the ramp → Mo to ring the council\nMo: form → office → lost\nJo: no loop → Mo ring the hall"
    assert said(notes) == [("Jo", "bins on the ramp"), ("Mo", "form → office → lost"), ("Jo", "no loop")]
    assert actions(notes) == [("ring the council", "Mo", None), ("ring the hall", "Mo", None)]


def test_an_action_goes_on_below_where_it_is_set_in():
    assert actions("Actions\n- Jo to ring the council\n    and write\n- Mo to bring tea") == [
        ("ring the council and write", "Jo", None),
        ("bring tea", "Mo", None),
    ]


# ---- who said it


def test_who_somebody_works_for_stands_behind_the_name():
    assert said("Sanjay from the housing association said he could get bark\nViv from the council - no it doesn't") == [
        ("Sanjay", "Sanjay from the housing association said he could get bark"),
        ("Viv", "no it doesn't"),
    ]


def test_what_stands_beside_a_name_is_told_and_is_none_of_their_words():
    (cut,) = [
        c for c in read("Niall (deaf, lipreads): please face the camera\nJo: yes\nJo: no").lines if c.speaker == "Niall"
    ]
    assert (cut.text, cut.role) == ("please face the camera", None)
    assert cut.doubts == ("Beside the name stood “deaf, lipreads”. It did not come in.",)


def test_how_somebody_took_part_is_kept_beside_the_line():
    (first, *_) = read("Marge, on the phone: line kept dropping\nJo: yes\nJo: no").lines
    assert (first.speaker, first.sheet, first.text) == ("Marge", "On the phone", "line kept dropping")


def test_a_doing_to_somebody_is_not_told_by_them():
    assert said("Kelly didn't rush me\nTesco won't deliver\nPam doesn't like the doors\nMaureen hates the chairs") == [
        (None, "Kelly didn't rush me"),
        (None, "Tesco won't deliver"),
        ("Pam", "Pam doesn't like the doors"),
        ("Maureen", "Maureen hates the chairs"),
    ]


def test_a_quotation_is_whose_name_stands_behind_it():
    assert lines(
        '"I had eleven carers." Hilda, 88\n"Is anybody reading these?" (anonymous card)\n"We wait" - Ama, carer'
    ) == [
        (None, "Hilda", "contribution", "I had eleven carers."),
        (None, "anonymous", "question", "Is anybody reading these?"),
        (None, "Ama", "contribution", "We wait"),
    ]


def test_a_word_that_many_lines_begin_with_is_somebody():
    assert said("Grit: late\nGrit: cold again\nBusy: never\nMo is here\nno loop")[:2] == [
        ("Grit", "late"),
        ("Grit", "cold again"),
    ]


def test_what_was_seen_and_not_said_is_no_more_of_what_somebody_said():
    assert said("Jo: late bus\n(everybody nodded)\nMo: cold\nJo: tea")[1] == (None, "(everybody nodded)")
    assert aside("Jo: late bus\n[laughter]\nMo: cold\nJo: [inaudible]") == ["[laughter]", "Jo: [inaudible]"]


def test_a_name_above_points_is_who_says_them_until_a_line_that_is_no_point():
    notes = "Dorothy\n- my room has a lock\n- when is the trip\n\nIvor (carer)\n- lost his pass\n\nnobody else came\n- tea was cold"
    assert said(notes) == [
        ("Dorothy", "my room has a lock"),
        ("Dorothy", "when is the trip"),
        ("Ivor", "lost his pass"),
        (None, "nobody else came"),
        (None, "tea was cold"),
    ]


# ---- what nobody said


def test_what_stands_above_the_first_sheet_is_what_notes_are_of():
    assert aside("Listening day\nTable 1\nthe bus is late\nno loop") == ["Listening day", "Table 1"]


def test_a_question_in_quotation_marks_is_no_title():
    assert lines('"Is anybody there?"\nthe bus is late')[0] == (None, None, "question", '"Is anybody there?"')


def test_a_line_that_is_only_drawn_is_set_aside():
    assert aside("Jo: late bus\n.......\nMo: cold") == ["......."]


def test_the_head_and_the_signature_of_an_email_are_set_aside():
    bare = "From: Len\nTo: Jess\n\n* Val - bus is late\n* Roy - ditto"
    assert said(bare) == [("Val", "bus is late"), ("Roy", "ditto")]
    full = "From: Len\nTo: Jess\n\nHi Jess\n\n* Val - bus is late\n* Roy - ditto\n\nThanks\nLen"
    assert said(full) == said(bare)
    assert aside(full) == ["From: Len", "To: Jess", "Hi Jess", "Thanks", "Len"]
    assert said("From: Len\nVal: bus\nVal: tea")[0] == ("From", "Len")


def test_a_facilitator_is_named_in_the_head_and_says_something_below():
    assert aside("Facilitator: Shaz\nJo: yes\nMo: no\nJo: tea") == ["Facilitator: Shaz"]
    assert said("Facilitator: shall we start\nJo: yes\nMo: no")[0] == ("Facilitator", "shall we start")


# ---- chats


def test_a_message_to_one_person_stays_out_whatever_the_chat_looks_like():
    notes = "Saved chat\n[12/11/2026, 10:01] Jo to Mo: secret\n[12/11/2026, 10:02] Mo: hello\n[12/11/2026, 10:03] Jo: x"
    found = read(notes)
    assert found.direct == 1
    assert "secret" not in json.dumps([dataclasses.asdict(c) for c in found.cuts], default=str)
    assert aside(notes) == ["Saved chat"]


def test_only_direct_messages_are_taken_out_of_a_text():
    words = content.load().notes
    chat = "10:01:00 From Jo to Mo (Direct Message):\n\tsecret\n10:02:00 From Mo to Everyone:\n\thello\n"
    assert "secret" not in reading.without_direct(chat, words)
    assert "hello" in reading.without_direct(chat, words)
    for whole in ("Jo: hi\nMo: no", "10:02:00 From Mo to Everyone:\n\thello\n", "Jo (privately annoyed): hi\nMo: no"):
        assert reading.without_direct(whole, words) == whole


def test_a_time_that_is_none_stays_in_a_chats_words():
    first = read("[12/11/2026, 25:61] Jo: hi\n[12/11/2026, 10:02] Mo: hello\n[12/11/2026, 10:03] Jo: x").lines[0]
    assert (first.at, first.text) == (None, "12/11/2026, 25:61 hi")
    assert "is no time of day" in first.doubts[0]


# ---- transcripts


def test_cues_without_words_and_cues_with_a_name_now_and_then():
    cues = ["Jo Marsh: hi there", "and more", "still here", "<v Jo></v>"]
    text = "WEBVTT\n\n" + "\n\n".join(f"00:00:{at}1.000 --> 00:00:{at}2.000\n{cue}" for at, cue in enumerate(cues))
    assert said(text) == [("Jo Marsh", "hi there"), (None, "and more"), (None, "still here")]
    role = text.replace("Jo Marsh:", "Jo Marsh (carer):")
    assert read(role).lines[0].role == "carer"


def test_counts_that_go_backward_are_no_transcript():
    assert read("Jo  00:30\nhi\nMo  00:20\nhello\nJo  00:10\nbye").counted_from_start is False


# ---- tables


def test_rows_without_a_head_are_told_by_what_stands_in_them():
    assert lines("late | Jo | 10:15\ncold | Mo | 10:16\nwet | Jo | 10:17")[0] == ("10:15", "Jo", "contribution", "late")
    assert lines(
        "10:15\tJo Marsh\tquestion\tWhy is the bus late again\n10:16\tMo Ali\tidea\tPut a bench at the stop"
    ) == [
        ("10:15", "Jo Marsh", "question", "Why is the bus late again"),
        ("10:16", "Mo Ali", "contribution", "Put a bench at the stop"),
    ]
    assert said("|a|\n|b|") == [(None, "|a|"), (None, "|b|")]
    assert lines("x1\tlong words of somebody\ty2\nx3\tmore words of theirs\ty4")[0][3] == "long words of somebody"


def test_a_blank_row_is_no_end_of_a_table():
    assert [text for _who, text in said("Question,Author\nWhy so late?,Jo\n\nWhy so cold?,Mo\n")] == [
        "Why so late?",
        "Why so cold?",
    ]


def test_a_second_head_is_one_only_where_all_of_it_is():
    assert ("Response", "More buses please") in said(
        "Name,What could be better?\nResponse,More buses please\nJo,Fewer forms"
    )


def test_a_computers_time_in_a_table_is_no_guess():
    first = read("Name,Comment,Time\nJo,late bus,12/03/2026 2:15:00\nMo,cold,12/03/2026 2:16:00").lines[0]
    assert (first.at, first.doubts) == ("02:15", ())


def test_a_refusal_to_have_words_used_is_told_beside_them():
    notes = "Name,What could be better?,May we use your words?\nJo,More buses please,No\nMo,Fewer forms,Yes"
    assert [c.doubts for c in read(notes).lines] == [
        ("“May we use your words?” No",),
        ("“May we use your words?” Yes",),
    ]


def test_cells_too_long_for_a_table_are_read_as_notes(monkeypatch):
    monkeypatch.setattr(tables, "_LONGEST_CELL", 3)
    assert "bus is late" in " ".join(c.text for c in read("Name,Comment\nJo,the bus is late\nMo,cold").cuts)


def test_a_cell_of_many_pages_stays_one_of_its_table():
    assert read(f"Name,Comment\nJo,{'tea' * 45_000}\nMo,cold").source.value == "a table"


def test_a_name_with_nothing_beside_it_and_cells_beyond_the_head_are_shown():
    assert aside("Name,Comment\nJo,\nMo,cold,and wet") == ["Name | Comment", "Jo", "and wet"]


# ---- marks and letters


def test_a_mark_in_bold_needs_no_colon():
    assert [kind for _at, _who, kind, _text in lines("**Question** why so late\n**Story** I waited\nJo: hi")][:2] == [
        "question",
        "story",
    ]


def test_letters_that_fold_to_two_lose_no_word():
    assert lines("Q ﬁnd the ﬁle\nJo: hi")[0][3].endswith("ﬁnd the ﬁle")


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Qestion", "question"), ("Qeustion", "question"), ("Storyy", "story"), ("Commment", "contribution")],
)
def test_a_mark_with_one_letter_wrong_is_understood(word, kind):
    assert lines(f"{word}: who pays\nthe bus is late\nno loop")[0] == (None, None, kind, "who pays")


def test_one_letter_more_fewer_other_or_two_changed_round_is_one_wrong():
    near = "story storyy sstory stotry stor sory stry stori stary sdory stroy sotry storx sto1ry"
    far = "tory xstory stryo sotyr storyyy sto stryyx sxxry sxrxy stroyx sotyry tsory"
    assert [word for word in near.split() if not marks.one_wrong(word, "story")] == []
    assert [word for word in far.split() if marks.one_wrong(word, "story")] == []


def test_a_text_is_turned_by_its_first_letter_that_has_a_side():
    assert [tidy.reads_from_right(text) for text in ("فاطمہ", "12 فاطمہ", "Fatima", "Fatima فاطمہ", "12:30", "")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["kinds", "columns"])
def test_a_word_that_means_two_things_is_refused(name):
    data = json.loads(paths.resource("content", "notes.json").read_text("utf-8"))
    if name == "kinds":
        data["kinds"][0]["words"].append("story")
    else:
        data["columns"]["speaker"].append("comment")
    with pytest.raises(WrongContent, match=r"stands for two kinds|names two columns"):
        parse_notes_words(data)


def test_times_may_stand_behind_the_words():
    assert lines("the bus was late again 10:15\nand the tea was cold 10:16\nno loop 10:17")[1] == (
        "10:16",
        None,
        "contribution",
        "and the tea was cold",
    )


def test_somebody_spoke_for_another_in_brackets_behind_the_name():
    first = read("Beth (for Hamish): Tuesdays please\nJo: yes\nMo: no").lines[0]
    assert (first.speaker, first.said_for, first.text) == ("Beth", "Hamish", "Tuesdays please")


def test_a_heading_may_say_more_in_brackets():
    assert [
        c.kind.value for c in read("What worked (table 2)\n- tea\n- chairs\n\nQuestions (all)\n- who pays").lines
    ] == [
        "what_works",
        "what_works",
        "question",
    ]


def test_subtitles_of_one_cue_are_subtitles():
    assert said("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nthe bus is late") == [(None, "the bus is late")]


def test_a_short_column_under_a_heading_or_a_question_comes_in():
    notes = "Name,Town,What worked,And you?\nJo,Hexham,tea,fine\nMo,Hexham,soup,cold"
    assert [(kind, text) for _at, _who, kind, text in lines(notes)] == [
        ("what_works", "tea"),
        ("contribution", "fine"),
        ("what_works", "soup"),
        ("contribution", "cold"),
    ]


def test_who_came_and_an_action_make_minutes():
    assert read("Present: Jo Marsh, Mo Ali\nJo said the bus is late.\nAction: Mo to ring").source.value == "minutes"
    assert read("Jo said the bus is late.\nAction: Mo to ring\nno loop").source.value == "typed notes"


MADE = "auto-generated"
NOTES = "the bus is late\n"


@pytest.mark.parametrize(
    ("before", "line", "after", "made"),
    [
        (0, MADE, 0, True),
        (0, "tea" * 5, 0, False),
        (0, MADE.ljust(159, "x"), 0, True),
        (0, MADE.ljust(160, "x"), 0, False),  # somebody tells of it
        (2000 - len(MADE), MADE, 3000, True),
        (2001 - len(MADE), MADE, 3000, False),
        (3000, MADE, 500 - len(MADE), True),
        (3000, MADE, 501 - len(MADE), False),
        (1995, MADE, 505 - len(MADE), True),  # a short text is read whole
        (1995, MADE, 506 - len(MADE), False),
    ],
)
def test_a_machine_says_at_the_beginning_or_end_that_it_listened(before, line, after, made):
    def of(letters):
        return (NOTES * letters)[:letters]

    plain = f"{of(before)[:-1]}\n{line}" if before else line
    plain += f"\n{of(after)[1:]}" if after else ""
    assert reading._made_by_machine(plain, content.load().notes) is made


@pytest.mark.parametrize("above", [0, 1, 6, 7])
def test_up_to_six_lines_above_a_table_are_its_titles(above):
    titles = [f"- tea {at} is cold" for at in range(above)]
    found = read("\n".join([*titles, "", "Name\tComment", "Jo\tlate", "Mo\tcold", "", "- the end is here"]))
    assert [cut.text for cut in found.cuts if cut.aside] == [*(titles if above < 7 else []), "Name | Comment"]
    assert [cut.text for cut in found.lines] == [
        *(title[2:] for title in titles if above > 6),
        "late",
        "cold",
        "the end is here",
    ]
    assert found.source.value == "a table"
