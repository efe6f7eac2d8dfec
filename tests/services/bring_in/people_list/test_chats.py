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
