"""What notes hold that is no line: direct messages, actions, machines, interpreters, times that are none."""

import datetime

import pytest

from coprod_desktop.domain.notes.values import LONGEST_LINE, Source
from coprod_desktop.domain.words import AnswerKind, EntryKind
from coprod_desktop.errors import UserError
from tests.domain.notes.ruler import SESSIONS, of_file, read

MINUTES = """Minutes – Carers group, 12 March 2026
Present: T Oduya (chair), C Brannigan, H Quraishi, W ap Rhydderch. Apologies: S Rao

3. Rotas
HQ said she never knows who is coming.
Action: CB to publish the rota each Friday from 20 March
ACTION – Temi to ring the provider by 31/3/26

4. Transport
WaR asked who pays for taxis. CB will check and come back. (Action: CB, April meeting)

AOB: none. DONM: Thurs 9 April, 6pm
"""


def actions(found):
    return [cut.action for cut in found.cuts if cut.action is not None]


def test_actions_of_minutes_say_who_and_when():
    found = read(MINUTES)
    assert found.source is Source.MINUTES
    assert [(a.who, a.what, a.when, a.due) for a in actions(found)] == [
        ("CB", "publish the rota each Friday from 20 March", "20 March", datetime.date(2026, 3, 20)),
        ("Temi", "ring the provider", "31/3/26", datetime.date(2026, 3, 31)),
        ("CB", "check and come back", "April meeting", None),
    ]
    told = [cut for cut in found.lines if cut.action is None]
    assert [(cut.speaker, cut.kind, cut.told) for cut in told] == [
        ("HQ", EntryKind.CONTRIBUTION, True),
        ("WaR", EntryKind.QUESTION, True),
    ]


@pytest.mark.parametrize(
    ("line", "who", "what", "when"),
    [
        ("Action: Jo to find out who holds the key, by 30 October", "Jo", "find out who holds the key", "30 October"),
        ("AP3: Sam to write to the bus company", "Sam", "write to the bus company", None),
        ("Action – publish the rota (CB, by 20 March)", "CB", "publish the rota", "20 March"),
        ("ACTION: PM and JO to meet the bus company by end of May", "PM and JO", "meet the bus company", "end of May"),
        ("Action: put a rail on both sides", None, "put a rail on both sides", None),
        (
            "Action: Linda – leaflet on how to see your file – 30 Nov",
            "Linda",
            "leaflet on how to see your file",
            "30 Nov",
        ),
    ],
)
def test_an_action_says_who_does_what_by_when_in_many_hands(line, who, what, when):
    (action,) = actions(read(f"10:01 Len: too many forms\n10:03 Joy: yes\n{line}\n"))
    assert (action.who, action.what, action.when) == (who, what, when)


def test_promises_come_with_their_answers():
    notes = (
        "1001 Len - hello\n1002 Joy - bye\n\nPROMISES\n"
        "1 PARTLY Some of it. / Priti Vaghela / by 2026-10-01 / WHY No money this year.\n2 CANNOT We cannot charge by the minute. / WHY The contract.\n"
        "3 NOT_DECIDED We will ask. / Priti Vaghela / by 2026-11-27\n"
    )
    assert [(a.answer, a.what, a.who, a.due, a.why) for a in actions(read(notes))] == [
        (AnswerKind.PARTLY, "Some of it.", "Priti Vaghela", datetime.date(2026, 10, 1), "No money this year."),
        (AnswerKind.CANNOT, "We cannot charge by the minute.", None, None, "The contract."),
        (AnswerKind.NOT_DECIDED, "We will ask.", "Priti Vaghela", datetime.date(2026, 11, 27), None),
    ]


@pytest.mark.parametrize(
    "chat",
    [
        of_file(SESSIONS / "04-zoom-chat.txt")[0],
        "19:02:14\t From  Bev : hello\n19:03:40\t From  Dom  to  Bev(Privately) : I can't stand him\n19:05:09\t From  Dom : before the day\n",
        "10:01:00 From Bev to Everyone:\n\thello\n10:02:00 From Dom to Me (Direct Message):\n\tI can't stand him\n\nreally\n",
        "10:01:00 From Bev to Everyone:\n\thello\n10:02:00 From Me to Dom (privately):\n\tI can't stand him\n",
    ],
)
def test_direct_messages_are_counted_and_never_kept(chat):
    found = read(chat)
    assert found.source is Source.CHAT
    assert found.direct >= 1
    assert "direct message" in found.doubts[0]
    whole = repr(found)
    assert "stand him" not in whole
    assert "really" not in whole
    assert "honestly" not in whole


def test_two_people_of_one_name_are_never_made_one():
    chat = "10:01 From Sam Hill to Everyone:\n\tfirst\n10:02 From Sam Hill (Guest) to Everyone:\n\tsecond\n10:03 From Sam Hill to Everyone:\n\tthird\n"
    found = read(chat)
    assert [(cut.speaker, cut.text) for cut in found.lines] == [
        ("Sam Hill", "first"),
        ("Sam Hill (Guest)", "second"),
        ("Sam Hill", "third"),
    ]


def test_messages_one_after_the_other_stay_messages():
    found = read("10:01 From Sam Hill to Everyone:\n\tfirst\n10:01 From Sam Hill to Everyone:\n\tand more\n")
    assert len(found.lines) == 2


VTT = """WEBVTT

a/1-0
00:00:03.120 --> 00:00:07.480
<v Hafsa Quraishi>We get four carers a week and

a/1-1
00:00:07.480 --> 00:00:09.480
<v Hafsa Quraishi>no one tells us.</v>

a/2-0
00:01:03.120 --> 00:01:07.480
<v Colm Brannigan>We hear you.</v>
"""


def test_a_transcript_is_made_by_a_machine_and_counted_from_its_start():
    found = read(VTT)
    assert found.source is Source.TRANSCRIPT
    assert found.counted_from_start
    assert [(c.at, c.speaker, c.text, c.machine) for c in found.lines] == [
        ("00:00", "Hafsa Quraishi", "We get four carers a week and no one tells us.", True),
        ("00:01", "Colm Brannigan", "We hear you.", True),
    ]
    assert any("start of the recording" in doubt for doubt in found.doubts)


def test_a_transcript_has_times_of_day_when_its_beginning_is_known():
    found = read(VTT, start="14:59")
    assert [cut.at for cut in found.lines] == ["14:59", "15:00"]
    assert not found.counted_from_start


@pytest.mark.parametrize("said", ["Transcribed by https://otter.ai", "This transcript was auto-generated."])
def test_a_text_that_says_a_machine_made_it_is_not_confirmed(said):
    found = read(f"Len: the loop was off\nJoy: again\nLen: for an hour\n\n{said}\n")
    assert all(cut.machine for cut in found.lines)


def test_a_reporter_is_no_machine():
    assert not any(cut.machine for cut in read(">> LEN: The loop was off.\n>> JOY: Again.\n").lines)


def test_an_interpreters_line_asks_for_whom_unless_the_notes_say():
    found = read(of_file(SESSIONS / "07-urdu-and-english.txt")[0])
    spoken = [(cut.interpreter, cut.said_for) for cut in found.lines if cut.speaker == "Interpreter"]
    assert spoken == [(False, "Mr Akhtar"), (True, None)]


def test_a_time_that_is_none_is_said_and_stays_in_the_words():
    (cut,) = [c for c in read("10:01 Len: early\n25:61 Joy: late\n10:03 Len: later\n").lines if c.text[-4:] == "late"]
    assert (cut.at, cut.speaker, cut.text) == (None, "Joy", "25:61 late")
    assert "no time of day" in cut.doubts[0]


def test_a_telephone_number_is_no_time():
    found = read("1036 Len - ring me\n1040 Joy - on this:\n0115 496 0123 after six\n07700 900481 is mine\n")
    whole = " ".join(cut.text for cut in found.lines)
    assert "0115 496 0123" in whole
    assert "07700 900481" in whole
    assert {cut.at for cut in found.lines} <= {"10:36", "10:40", None}


def test_an_afternoon_is_told_where_it_is_taken_for_one():
    (first, _) = read("2.15 Len: hello\n2.20 Joy: hello\n").lines
    assert first.at == "14:15"
    assert "afternoon" in first.doubts[0]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\u2028", "\x0b"])
def test_lines_end_in_any_way(ends):
    assert len(read(ends.join(["Len: one thing", "Joy: and another", "Len: a third"])).lines) == 3


def test_marks_that_are_no_letters_are_left_out_and_told():
    found = read("Len: he\x00llo\nJoy: a\x07gain\n")
    assert [cut.text for cut in found.lines] == ["hello", "again"]
    assert found.doubts


def test_what_turns_words_round_stays_whole():
    words = "\u202bاتصل بي على 07700 900481\u202c"
    assert read(f"10:01 Len: hello\n10:02 Joy: {words}\n10:03 Len: yes\n").lines[1].text == words


@pytest.mark.parametrize("notes", ["", "  \n \n", "\x00\x00"])
def test_notes_without_words_are_refused(notes):
    with pytest.raises(UserError, match="no words"):
        read(notes)


def test_a_paste_of_200_kb_in_one_line_loses_no_word():
    words = [f"word{n}" for n in range(25_000)]
    found = read(" ".join(words))
    assert all(len(cut.text) <= LONGEST_LINE for cut in found.lines)
    assert " ".join(cut.text for cut in found.lines).split() == words
    assert "in 3 parts" in found.lines[0].doubts[0]


def test_three_lines_of_nothing_special_are_three_lines():
    assert [cut.text for cut in read("the lift is off\nno one said\nwe waited\n").lines] == [
        "the lift is off", "no one said", "we waited",
    ]  # fmt: skip


def test_people_who_came_and_votes_are_set_aside_and_not_lost():
    found = read("Present: Len Obi, Joy Tan\n10:01 Len: hello\n10:02 Joy: hello\n\nVOTES\nQuorum of three?\n  Yes  9\n")
    aside = [cut.text for cut in found.cuts if cut.aside]
    assert aside == ["Present: Len Obi, Joy Tan", "VOTES", "Quorum of three?", "Yes  9"]


def texts(found):
    return [(cut.at, cut.speaker, cut.kind.value, cut.text) for cut in found.lines]


def test_a_report_of_questions_has_their_replies_as_staff_comments():
    report = (
        "Question Report\nTopic,Webinar ID\nCarers rights,931\n\nQuestion Details\n#,Question,Asker Name,Asker Email,Answer(s)\n"
        '1,When is the next panel?,Halima Warsame,h@example.org,In January\n2,"How do I get a copy, please",Anonymous Attendee,,\n'
    )
    found = read(report)
    assert texts(found) == [
        (None, "Halima Warsame", "question", "When is the next panel?"),
        (None, None, "staff_comment", "In January"),
        (None, "anonymous", "question", "How do I get a copy, please"),
    ]
    assert "Asker Email" in found.doubts[0]
    assert "example.org" not in repr(found)


def test_a_forms_numbers_and_ticks_stay_behind_and_are_told():
    rows = "".join(
        f"07/10/2026 09:1{n}:33,{name},{n % 5},Yes,Change number {n}, a longer thing to say {n}\n".replace(", a", " a")
        for n, name in enumerate(["Carol", "", "Tunde", "", "", "Jo", ""])
    )
    found = read(
        "Timestamp,What is your name? (optional),How easy was it? (1-5),Would you come again?,What should change?\n"
        + rows
    )
    assert [cut.text for cut in found.lines] == [f"Change number {n} a longer thing to say {n}" for n in range(7)]
    assert [cut.speaker for cut in found.lines][:3] == ["Carol", None, "Tunde"]
    assert "How easy was it? (1-5)" in found.doubts[0]
    assert "Would you come again?" in found.doubts[0]


@pytest.mark.parametrize(
    ("transcript", "lines"),
    [
        ("0:0:0.0 --> 0:0:2.890\nHafsa Quraishi\nit is\n0:0:2.890 --> 0:0:4.0\nHafsa Quraishi\ngood.\n0:0:51.1 --> 0:0:57.4\nLen Obi\nNo.\n",
         ["it is good.", "No."]),
        ("1\n00:00:01,000 --> 00:00:02,000\nLen: One.\n2\n00:00:09,000 --> 00:00:12,000\nJoy: Two.\n", ["One.", "Two."]),
        ("00:14:22.345,00:14:25.345\nLen Obi: One?\n\n00:15:01.000,00:15:04.000\nJoy: Two\n", ["One?", "Two"]),
        ("Speaker 1 (00:03):\nOne.\n\nBronwen (00:41):\nTwo.\n\nUnknown Speaker (01:12):\nThree.\n", ["One.", "Two.", "Three."]),
    ],
)  # fmt: skip
def test_transcripts_of_many_programs_come_apart(transcript, lines):
    found = read(transcript)
    assert (found.source, [cut.text for cut in found.lines]) == (Source.TRANSCRIPT, lines)


def test_a_chat_of_telephones_reads_from_right_to_left_too():
    found = read(
        "\u200e[12/10/2026, 19:04:22] Anneka: may we\n[12/10/2026, 19:05:01] يوسف: نعم، اتصل على 07700 900123\n"
    )
    assert texts(found) == [
        ("19:04", "Anneka", "contribution", "may we"),
        ("19:05", "يوسف", "contribution", "نعم، اتصل على 07700 900123"),
    ]


def test_a_name_on_a_line_of_its_own_is_who_says_what_stands_under_it():
    notes = "Gareth:\n- The office never ring back\n- Q who checks\nMo'nique:\n- I never know\nTransport:\n- no buses\n"
    assert texts(read(notes)) == [
        (None, "Gareth", "contribution", "The office never ring back"),
        (None, "Gareth", "question", "who checks"),
        (None, "Mo'nique", "contribution", "I never know"),
        (None, None, "contribution", "no buses"),
    ]


def test_a_name_with_its_time_stands_above_the_words():
    notes = "10:36 Gareth\nThe office never ring back\n\n10:40 anon\ntoo many forms\nand too long\n"
    assert texts(read(notes)) == [
        ("10:36", "Gareth", "contribution", "The office never ring back"),
        ("10:40", "anonymous", "contribution", "too many forms\nand too long"),
    ]


def test_lines_with_a_time_in_brackets_and_one_word_are_no_names():
    assert [cut.text for cut in read("aaaa\n[10.36] yes\n[10.36] no\n").lines] == ["yes", "no"]


@pytest.mark.parametrize("written", ["Facilitator (Jo)", "Jo (facilitator)"])
def test_who_runs_it_is_known_by_their_name_whichever_stands_in_brackets(written):
    chat = (
        f"10:02:11 From Amina Raza to Everyone:\n\tThe bus is late\n10:07:02 From {written} to Everyone:\n\tThank you"
    )
    assert [(cut.speaker, cut.text) for cut in read(chat).lines] == [
        ("Amina Raza", "The bus is late"),
        ("Jo", "Thank you"),
    ]
