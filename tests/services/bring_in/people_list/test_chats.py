"""Chats in which somebody asks who comes: an answer counts for who gave it, to the question it answers, and for nothing else."""

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
