"""A message for one person stays out of whatever text it stands in, and what only looks like one stays in."""

import pytest

from coprod_desktop.domain.notes import reading
from coprod_desktop.services.program import content
from tests.domain.notes.ruler import read

SAID = "zanzibar quokka"
ONE_BELOW = "{public}\n\tmorning all\n{private}\n\t" + SAID + "\n{public}\n\tis it out?\n"
ON_ONE = "{public} morning all\n{private} " + SAID + "\n{public} is it out?\n"
ALL, BEA = "10:02:11 From Hywel to Everyone:", "10:04:51 From Bea Lomas to "
NOTES = "".join(f"Jo: thing {number} was said\n" for number in range(30))
PRIVATE = (
    *(
        ONE_BELOW.format(public=ALL, private=f"{BEA}{to}:")
        for to in ("Me (Privately)", "you", "an Sie (Direktnachricht)")
    ),
    *(ON_ONE.format(public=ALL, private=f"{BEA}{to}:") for to in ("Hywel(Direct Message)", "Hywel (direct  message)")),
    ON_ONE.format(public="10:02:11 Von Hywel an Alle:", private="10:04:51 Von Bea an Sie (Direktnachricht):"),
    f"Hywel to Everyone 10:02 AM\nmorning all\nBea to You (Direct Message) 10:04 AM\n{SAID}\nAl to Everyone 10:05 AM\nyes\n",
    f"From Al to Everyone: (10:02 AM)\nmorning\nFrom Bea to Me: (Privately) (10:04 AM)\n{SAID}\nFrom Al to Everyone: (10:05 AM)\nyes",
    f"from Al to everyone:  10:02 AM\nhi\nfrom Bea to host (privately):  10:04 AM\n{SAID}\nfrom Al to everyone:  10:05 AM\nyes",
    f"10:02 Bea: hi\n10:04 Bea (to you): {SAID}\n10:05 Al: yes\n10:06 Al (privately): {SAID}\n",
    f"{NOTES}\n{ON_ONE.format(public=ALL, private=f'{BEA}Hywel (Direct Message):')}",
    f"{NOTES}\n{BEA}Al (Direct Message):\n\n{SAID}\n{ALL} is it out?\n",
    f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Jo>hi\n\n00:00:03.000 --> 00:00:04.000\n<v Jo>yes\n\n{BEA}Al (Direct Message): {SAID}\n",
    ON_ONE.format(public=ALL, private=f"{BEA}Al (Direct Message):") + f'{ALL} Replying to "{SAID}"\n\n\tyes, do\n',
    ON_ONE.format(public=ALL, private=f"{BEA}Al (Direct Message):") + f'{ALL} Reacted to "{SAID[:-2]}..." with 👍\n',
    ONE_BELOW.format(public=ALL, private=f"{BEA}Al (Direct Message):") + f"{ALL}\n> {SAID}\nyes\n",
    f"Time\tFrom\tTo\tMessage\n10:02\tBea\tEveryone\tmorning\n10:04\tBea\tAl\t{SAID}\n10:05\tAl\tEveryone\tyes\n",
    f'Time,From,To,Message\n10:02,Bea,Everyone,morning\n10:04,Bea,Al (Direct Message),"ask\n{SAID}"\n10:05,Al,Everyone,yes\n',
    f"- {ALL} morning\n• {BEA}Al (Direct Message): {SAID}\n{ALL} is it out?\n{ALL} yes\n",
)
"""Chats, as programs save them and as they are copied from a screen, with a message for one person."""


@pytest.mark.parametrize("text", PRIVATE)
def test_a_message_for_one_person_is_nowhere_in_whatever_text_it_stands(text):
    found = read(text)
    assert found.direct > 0
    assert SAID[:-2] not in repr(found)
    assert SAID[:-2] not in reading.without_direct(text, content.load().notes)


def test_of_notes_with_a_message_for_one_person_in_them_every_other_line_is_kept_to_the_letter():
    private = f"{BEA}Al (Direct Message): {SAID}\n"
    assert reading.without_direct(f"{NOTES}{private}Jo:  so\n", content.load().notes) == f"{NOTES}Jo:  so\n"


def test_messages_between_two_come_in_nowhere_and_a_story_of_them_typed_by_hand_is_kept_while_it_is_typed():
    text = f"10:15 Jo to Mo: {SAID}\n10:16 Mo to Jo: when?\n10:20 Jo to Mo: now\n"
    found = read(text)
    assert found.direct == 3
    assert SAID not in repr(found)
    assert reading.without_direct(text, content.load().notes) == text


@pytest.mark.parametrize(
    "text",
    [
        "10:30 Rent is high (DM)\n10:31 Bus is late (JK)\n10:32 Tea is cold (DM)\n",
        "Rent is high (DM) 2.11\nBus is late (Halima) 2.12\nTea is cold (DM) 2.13\n",
        "10:06 Al (carer): Rent is high\n10:07 Jo (private): Bus is late\nTea is cold\n",
        "From Jo (private) we hear that Rent is high\nJo: Bus is late\nMo: Tea is cold\n",
        "Date,From,To,Comment\n1/2,home,work,Rent is high\n2/2,home,shop,Bus is late\n3/2,home,shop,Tea is cold\n",
        "10:00 Welcome to Leeds: Rent is high\n10:10 Introduction to Budgets: Bus is late\n10:20 Al: Tea is cold\n",
        "10:06 Rent is high (to me)\n10:07 Jo: Bus is late (privately), we think\nMo: Tea is cold\n",
    ],
)
def test_notes_signed_with_letters_or_with_brackets_in_them_are_no_messages(text):
    found = read(text)
    assert found.direct == 0
    assert all(
        said in " ".join(cut.text for cut in found.cuts) for said in ("Rent is high", "Bus is late", "Tea is cold")
    )
    assert reading.without_direct(text, content.load().notes) == text
