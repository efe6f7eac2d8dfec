"""What is a chat, and what of it is for one person only: each rule at its bounds."""

import pytest

from coprod_desktop.domain.notes import chat
from coprod_desktop.services.program import content

ZOOM, TABS, DATED = "10:15:01 From Jo to Everyone: hi", "10:15:01\tJo: hi", "[3/4/26, 10:15] Jo: hi"
PHONE = "3/4/26, 10:15 - Jo: hi"


def words():
    return content.load().notes


@pytest.mark.parametrize(
    ("lines", "is_chat"),
    [
        ([ZOOM, *["bus"] * 5], True),
        ([ZOOM, *["bus"] * 6], False),
        ([ZOOM, *["bus", ""] * 5], True),
        ([ZOOM] * 4 + ["bus"] * 30, True),
        ([ZOOM] * 3 + ["bus"] * 30, False),
        (["10:15 From Jo: hi", *["bus"] * 5], True),
        (["10:15 Jo to everyone: hi", *["bus"] * 30], True),
        (["[10:15] Jo to Everybody in meeting : hi"], True),
        (["10:15 Jo to Mo: hi"], False),
        ([TABS] * 2 + ["bus"] * 6, True),
        ([TABS] * 2 + ["bus"] * 7, False),
        ([TABS], False),
        ([TABS] * 3 + ["bus"] * 9, True),
        ([DATED] * 2 + ["bus"] * 6, True),
        ([DATED] * 2 + ["bus"] * 7, False),
        ([DATED], False),
        ([PHONE, DATED], True),
        (["[10:15] Jo: hi"] * 4, False),  # no day: somebody typed it
        (["10:15 - Jo: hi"] * 4, False),
        (["Monday, 10:15 - Jo: hi"] * 2, True),
        # names and times on lines of their own, the words below
        (["Jo Marsh 10:15", "hi", "Mo Ali 10:16", "yes"], True),
        (["Jo Marsh 10:15", "hi"], False),
        (["Jo Marsh 10:15", "Mo Ali 10:16", "yes"], False),
        (["1", "2", "3", "Jo Marsh 10:15", "hi", "Mo Ali 10:16", "yes"], True),
        (["1", "2", "3", "4", "Jo Marsh 10:15", "hi", "Mo Ali 10:16", "yes"], False),
        (["Jo Marsh 10:15", *["hi"] * 4, "Mo Ali 10:16", *["yes"] * 4], True),
        (["Jo Marsh 10:15", *["hi"] * 4, "Mo Ali 10:16", *["yes"] * 5], False),
        (["Jo (Guest) 10:15", "hi", "Jo (external) 10:16", "yes"], True),
        (["the bus 10:15", "hi", "the bus 10:16", "yes"], True),  # again and again
        (["the bus 10:15", "hi", "a tea 10:16", "yes"], False),
        (["Jo 10:15", "hi", "the bus is 10:16", "yes", "Mo 10:17", "no", "Al 10:18", "ok", "in all 10:19", "x"], True),
        (["Jo 10:15", "hi", "the bus is 10:16", "yes", "Mo 10:17", "no", "in all 10:19", "x"], False),
        (["Jo - the bus 10:15", "hi", "Mo - the tea 10:16", "yes"], False),
        (["the bus - Jo 10:15", "hi", "the bus - Jo 10:16", "yes"], False),  # a name behind the words
        (["[10:15] Jo", "hi", "[10:16] Mo", "yes"], True),
        # a name, a time and the words on three lines
        (["Jo", "10:15", "hi", "Mo", "10:16", "yes"], True),
        (["Jo", "10:15", "hi", "Mo", "10:16"], False),
        (["Jo", "1015", "hi", "Mo", "1016", "yes"], False),
        (["Jo: x", "10:15", "hi", "3 Mo", "10:16", "yes"], False),
    ],
)
def test_a_text_is_a_chat_where_enough_of_its_lines_are_as_programs_write_them(lines, is_chat):
    assert chat.looks_like(lines) is is_chat


@pytest.mark.parametrize(
    ("lines", "kept", "direct"),
    [
        (["10:15 Jo to Al (privately): x", "Mo: no"], ["Mo: no"], 1),
        (["10:15 Jo to Al (privately): x", "goes on", "", "Mo no"], ["", "Mo no"], 1),
        (["10:15 Jo to Al (privately): x", "\tgoes on", "\tMo: on", "Mo: no"], ["Mo: no"], 1),
        (["10:15 Jo to Al (privately): x", "- Mo no"], ["- Mo no"], 1),
        (["10:15 Jo to Al (privately):", "x", "", "- y", "Mo: no", "10:16 Mo no"], ["10:16 Mo no"], 1),
        (["10:15 Jo to Al (privately):", "x", "Mo no at 10:16"], ["Mo no at 10:16"], 1),
        (["- 10:15 From Jo to Al: x", "10:16 From Jo to all: y"], ["10:16 From Jo to all: y"], 1),
        (["10:15 From Jo to Al:", "x"], [], 1),
        (["10:15 From Jo to everyone: x", "y"], ["10:15 From Jo to everyone: x", "y"], 0),
        (["From Jo to me (direct message): x"], [], 1),
        (["From Jo (direct message) x"], ["From Jo (direct message) x"], 0),
        (["From Jo (direct message) x 10:15"], [], 1),
        (["Jo (privately): x"], ["Jo (privately): x"], 0),
        (["10:15 Jo (privately): x"], [], 1),
        (["10:15 Jo (to you): x"], [], 1),
        (["10:15 Jo (private): x"], ["10:15 Jo (private): x"], 0),  # so short, it is what somebody is
        (["10:15 Jo (carer) (privately): x"], [], 1),
        (["10:15 Jo (privately) x"], ["10:15 Jo (privately) x"], 0),
        (["10:15 Jo to Al (carer): x"], ["10:15 Jo to Al (carer): x"], 0),
        (["10:15 Jo to you (host, privately): x"], [], 1),
        (["10:15 Jo to Al (DM): x", "10:16 Jo to Al (DM): y", "Mo: no"], ["Mo: no"], 2),
        # a table of messages, with whom they went to
        (["From\tTo\tMessage", "Jo\tAl\tx", "Mo\tEveryone\ty"], ["From\tTo\tMessage", "Mo\tEveryone\ty"], 1),
        (["From,To,Message", 'Jo,Al,"x', 'x"', "Mo,All,y"], ["From,To,Message", "Mo,All,y"], 2),
        (["Sender;To;Chat", "Jo;Al;x", "Mo;;y"], ["Sender;To;Chat", "Mo;;y"], 1),
        (["Name|To|Message", "Jo|Al|x", "Mo|Everyone (all)|y"], ["Name|To|Message", "Mo|Everyone (all)|y"], 1),
        (["From\tTo\tMessage", "Jo", "Mo\tAl"], ["From\tTo\tMessage", "Jo"], 1),
        (["From\tTo\tComment", "Jo\tAl\tx"], ["From\tTo\tComment", "Jo\tAl\tx"], 0),
        (["Time\tTo\tMessage", "10\tAl\tx"], ["Time\tTo\tMessage", "10\tAl\tx"], 0),
        ([*["bus"] * 14, "From\tTo\tMessage", "Jo\tAl\tx"], [*["bus"] * 14, "From\tTo\tMessage"], 1),
        ([*["bus"] * 15, "From\tTo\tMessage", "Jo\tAl\tx"], [*["bus"] * 15, "From\tTo\tMessage", "Jo\tAl\tx"], 0),
    ],
)
def test_what_is_for_one_person_is_taken_out_and_no_line_more(lines, kept, direct):
    assert chat.private_out(lines, words()) == (kept, direct)


def told(text):
    found = chat.read(text.split("\n"), words())
    return [f"{'aside ' if c.aside else ''}{c.at or ''} {c.speaker or ''}: {c.text}" for c in found.cuts], found.direct


@pytest.mark.parametrize(
    ("text", "cuts", "direct"),
    [
        (f"{ZOOM}\n10:16:01 From Mo to Jo: x\n{ZOOM}", ["10:15 Jo: hi", "10:15 Jo: hi"], 1),
        ("10:15 From Jo to Everyone (all): hi", ["10:15 Jo: hi"], 0),
        ("10:15 From Jo to Al to all: hi", [], 1),
        ("10:15 From Jo (privately): hi", [], 1),
        ("10:15 From Jo to Al: hi", [], 1),
        ("10:15 From Jo: hi\n\n  on\n10:16 From Jo: no", ["10:15 Jo: hi\non", "10:16 Jo: no"], 0),
        ("before\n10:15 From Jo: hi", ["aside  : before", "10:15 Jo: hi"], 0),
        ("10:15 From Jo: hi\nEdited\n3 likes", ["aside  : Edited", "aside  : 3 likes", "10:15 Jo: hi"], 0),
        ("10:15 From Jo:\nEdited\nhi", ["10:15 Jo: hi"], 0),
        ("3/4/26, 10:15 - Jo: hi\n3/4/26, 10:16 - Jo left\n3/4/26, 10:17 - Mo: no", ["aside  : 3/4/26, 10:16 - Jo left", "10:15 Jo: hi", "10:17 Mo: no"], 0),
        ("10:15 From Jo: hi\n10:16 Jo left", ["10:15 Jo: hi\n10:16 Jo left"], 0),
        (f'{PHONE}\n{PHONE[:-2]}Reacted to "hi"', ["10:15 Jo: hi", 'aside  : Jo: Reacted to "hi"'], 0),
        (f"{PHONE}\n> hi\nyes", ["10:15 Jo: hi\n> hi\nyes"], 0),
        (f"{PHONE[:-2]}> hi\nyes\n{PHONE}", ["aside  : Jo: > hi\n", "10:15 Jo: yes", "10:15 Jo: hi"], 0),
        (f"{PHONE[:-2]}[photo]\n{PHONE[:-2]}…\n{PHONE}", ["aside  : Jo: [photo]", "aside  : Jo: …", "10:15 Jo: hi"], 0),
        (f"{PHONE[:-2]}\n{PHONE}", ["aside  : 3/4/26, 10:15 - Jo:", "10:15 Jo: hi"], 0),
        (f"{PHONE} <this message was edited>\n{PHONE}", ["10:15 Jo: hi", "10:15 Jo: hi"], 0),
        ("10:15 From Jo (Guest): hi\n10:16 From Jo: no\n10:17 From Mo (Guest): yes", ["10:15 Jo (Guest): hi", "10:16 Jo: no", "10:17 Mo: yes"], 0),
        ("25:61 From Jo: hi", [" Jo: 25:61 hi"], 0),
        ("Jo\n10:15\nhi\nMo\n10:16\nyes\nand so on", ["10:15 Jo: hi", "10:16 Mo: yes\nand so on"], 0),
        ("Jo 10:15\nhi\nMo 10:16\nyes", ["10:15 Jo: hi", "10:16 Mo: yes"], 0),
        ("10:15 From Jo: hi\n10:16 From Mo: Yes\nat 14:55\nYes at 14:56", ["10:15 Jo: hi", "10:16 Mo: Yes\nat 14:55\nYes at 14:56"], 0),
        ("10:15 From ~Jo: Q: who?\n10:16 From Mo: who?", ["10:15 Jo: who?", "10:16 Mo: who?"], 0),
        ('10:15 From Jo to Al: secret\n10:16 From Mo: Replying to "secr..."\nyes', ["10:16 Mo: yes"], 1),
        ('10:15 From Jo to Al: secret\n10:16 From Mo: Replying to "secret."\nyes', ["10:16 Mo: yes"], 1),
        ("[3/4/26, 10:15] Jo to Al: x\n[3/4/26, 10:16] Jo: hi", ["10:16 Jo: hi"], 1),
        ('10:15 From Jo to Al: secret\n10:16 From Mo: Replying to "bus"\nyes', ['aside  : Mo: Replying to "bus"', "10:16 Mo: yes"], 1),
    ],
)  # fmt: skip
def test_a_chat_comes_apart_into_who_wrote_what_and_when(text, cuts, direct):
    assert told(text) == (cuts, direct)


def test_without_what_was_private_the_rest_of_a_chat_stays_as_it_was():
    text = f"Tea group\n{ZOOM}\n  on\n10:16 From Mo to Jo: x\ny\n{ZOOM}"
    assert chat.read(text.split("\n"), words()).without_direct == f"Tea group\n{ZOOM}\n  on\n{ZOOM}\n"
    assert chat.read([ZOOM], words()).without_direct is None


@pytest.mark.parametrize(("length", "aside"), [(159, True), (160, False)])
def test_what_a_program_writes_is_short(length, aside):
    told_by = max(words().lists["not_said"], key=lambda told: (len(told), told))
    text = f"{told_by} {'x' * (length - len(told_by) - 4)}"
    (cut,) = chat.read([f"10:15 From Jo: {text}"], words()).cuts
    assert cut.aside is aside
