"""Chats and mails in which somebody asks who comes: an answer counts for who gave it, to the question it answers, and for nothing else."""

from coprod_desktop.cli.people import as_json
from coprod_desktop.services.bring_in.people_rows import read_list
from coprod_desktop.services.program import content

NEEDS = content.load().needs


def read(*lines):
    told = "\n".join(f"02/11/2026, 08:{n:02} - {line}" for n, line in enumerate(lines))
    return read_list(told.encode(), NEEDS, name="chat.txt")


def coming(found):
    return {row["name"]: row["coming"] for row in map(as_json, found.rows)}


def test_who_asked_is_left_out_and_said():
    found = read("Carys: Who can come on Friday?", "Huw: yes", "Menna: sorry, I can't", "Carys: great")
    assert coming(found) == {"Huw": "coming", "Menna": "apologies"}
    assert "“Carys” asked who comes, and is left out with what they wrote." in found.doubts


def test_an_answer_to_another_question_takes_nothing_back():
    found = read(
        "Carys: Who can come on Friday?", "Huw: yes", "Carys: Has anybody got the loop?", "Huw: no it's broken"
    )
    assert coming(found) == {"Huw": "coming"}


def test_that_another_comes_takes_no_apologies_back():
    found = read("Carys: Who can come on Friday?", "Delyth: No, sorry", "Delyth: but Ann from the choir is coming")
    assert coming(found) == {"Delyth": "apologies"}


def test_of_two_days_only_answers_about_the_last_are_read():
    found = read(
        "Carys: Who's coming on the 6th?", "Huw: yes", "Menna: no", "Carys: And who's coming on the 13th?", "Menna: yes"
    )
    assert coming(found) == {"Huw": None, "Menna": "coming"}
    assert any("more than once" in doubt for doubt in found.doubts)


def test_asked_again_for_the_same_day_answers_hold_and_the_last_counts():
    found = read(
        "Carys: Who's coming on the 6th?", "Huw: yes", "Menna: yes", "Carys: Anyone else coming?", "Huw: I can't come now, sorry"
    )  # fmt: skip
    assert coming(found) == {"Huw": "apologies", "Menna": "coming"}
    assert "“Huw” answered more than once. The last answer was read." in found.doubts


def test_a_chat_with_commas_and_brackets_is_no_table_and_an_unsaved_number_says_whose_it_is():
    told = (
        "Carys Bowen: Morning all, who is coming on Friday 6th? If stuck, ring me, 07700 900811", "Huw Rees: yes me",
        "Menna Pugh: I'm in, but no photos of me please", "+44 7700 900812: Hi it's Idris Vaughan new phone, yes count me in",
        "Carys Bowen: Great, see you at the Institute",
    )  # fmt: skip
    text = "\n".join(f"[02/11/2026, 08:{n:02}:07] {line}" for n, line in enumerate(told))
    found = read_list(text.encode(), NEEDS, name="chat.txt")
    assert coming(found) == {"Huw Rees": "coming", "Menna Pugh": "coming", "Idris Vaughan": "coming"}
    assert [as_json(row)["consents"] for row in found.rows] == [{}, {"photo": "no"}, {}]
    assert [row.contact for row in found.rows] == [None, None, "+44 7700 900812"]
    assert any("Ask them." in doubt for doubt in found.doubts)


INVITED = """From: Tate, Olwen <olwen@example.org>
Sent: 02 November 2026 15:00
To: Lunt, Ceri (Adults) <ceri@example.org>; 'bo.marsh@example.org' <bo.marsh@example.org>; Ada Crisp <ada@example.org>
Cc: Bus Mailbox <buses@example.org>
Subject: Bus group, Friday 6 November, 2pm
"""
ASKED = "\nDear all\nCan you come? Please tell me what you need.\nMany thanks\nOlwen Tate\nOfficer | 01632 960700\n"


def answered(who, mail, words, subject="RE: Bus group"):
    return f"From: {who} <{mail}>\nSent: 3 November 2026\nTo: Tate, Olwen <olwen@example.org>\nSubject: {subject}\n\n{words}\n\n________\n"


def test_whom_a_mail_was_sent_to_is_the_list_and_who_sent_it_or_had_a_copy_is_not():
    found = read_list(INVITED.encode(), NEEDS, name="mail.txt")
    assert {row.name: row.contact for row in found.rows} == {
        "Ceri Lunt": "ceri@example.org", "Bo Marsh": "bo.marsh@example.org", "Ada Crisp": "ada@example.org",
    }  # fmt: skip
    assert "Whoever was only sent a copy (Cc) is left out: Bus Mailbox." in found.doubts


def test_of_mails_who_answered_comes_with_what_they_wrote_and_how_they_signed_and_who_did_not_with_nothing():
    told = answered(
        "Ceri Lunt", "ceri@example.org", "Hi Olwen,\nCount me in! I need the hearing loop. Please don't film me.\n\nCeri\nTel 01632 960711\nMy mum: 01632 960712"
    ) + answered("Bo Marsh", "bo.marsh@example.org", "Sorry, I can't make it this time.\nKind regards\nBo")  # fmt: skip
    found = read_list((told + INVITED + ASKED).encode(), NEEDS, name="mail.txt")
    rows = {row["name"]: row for row in map(as_json, found.rows)}
    assert {name: row["coming"] for name, row in rows.items()} == {
        "Ceri Lunt": "coming", "Bo Marsh": "apologies", "Ada Crisp": None,
    }  # fmt: skip
    assert rows["Ceri Lunt"]["contact"] == "ceri@example.org; 01632 960711"
    assert (rows["Ceri Lunt"]["needs"], rows["Ceri Lunt"]["consents"]) == (
        ["I need the hearing loop"],
        {"recording": "no"},
    )
    assert "“Tate, Olwen” asked who comes, and is left out with what they wrote." in found.doubts


def test_an_answer_above_the_quoted_mail_is_of_who_wrote_it():
    told = answered("Ceri Lunt", "ceri@example.org", "Yes, I'll be there.\nCeri")
    quoted = "On 2 Nov 2026 at 15:00, Olwen Tate <olwen@example.org> wrote:\n> Hi all\n> Who can come on Friday? I can't stay long.\n> Olwen\n"
    assert coming(read_list((told + quoted).encode(), NEEDS, name="mail.txt")) == {"Ceri Lunt": "coming"}


def test_that_somebody_would_rather_not_be_in_photos_is_no_apology():
    found = read(
        "Carys: Who can come on Friday?",
        "Huw: Me! I'd rather not be in any photos though",
        "Menna: I'm not coming if you film it",
    )
    assert coming(found)["Huw"] is None
    assert coming(found)["Menna"] == "apologies"
    assert as_json(found.rows[0])["consents"] == {"photo": "no"}


def test_where_half_the_group_is_numbers_everybody_is_still_read():
    found = read(
        "Carys: Who can come on Friday?", "+44 7700 900812: Bo Marsh here, new number. Can't make it sorry", "Huw: yes"
    )
    assert coming(found) == {"Bo Marsh": "apologies", "Huw": "coming"}


def test_a_mail_to_one_that_holds_a_list_of_names_is_that_list():
    told = answered(
        "Carys Bowen",
        "carys@example.org",
        "Hi, here they are:\nAnn Lee - yes\nBo Marsh - no\n\nCarys",
        "Names for Friday",
    )
    assert coming(read_list(told.encode(), NEEDS, name="mail.txt")) == {"Ann Lee": "coming", "Bo Marsh": "apologies"}
