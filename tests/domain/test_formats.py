from dataclasses import replace

import pytest

from coprod_desktop.domain.formats import (
    NOT_SAFE,
    By,
    Way,
    Wish,
    asked,
    cannot_make,
    gets,
    largest_print,
    none_read,
    print_size,
    reached_by,
    reads,
    wishes,
)
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.domain.words import Attending
from coprod_desktop.services.program import content

NEEDS = content.load().needs
GROUP = "How to give me information (specific information format)"
CONTACT = "How to contact me (specific contact method)"


def person(
    n: int, *needs: str, attendance: Attending | None = None, ais: str | None = GROUP, contact: str | None = None
) -> Person:
    return Person(
        id=f"p{n}",
        name=f"Person {n}",
        role="carer",
        needs=tuple(Need(id=f"n{n}{i}", need=words, ais=ais) for i, words in enumerate(needs)),
        attendance=attendance,
        contact=contact,
    )


def test_formats_are_counted_by_what_people_read():
    found = wishes([person(1, "web page"), person(2, "email"), person(3, "large print 20 point"), person(4)], NEEDS)
    assert found == (Wish("html", "", 2), Wish("large-print", "", 1))


@pytest.mark.parametrize(
    ("words", "formats"),
    [
        ("large print (size)", ("large-print",)),
        ("Large print 20 point", ("large-print",)),
        ("24pt please", ("large-print",)),
        ("14 point", ("pdf",)),
        ("bigger writing, size 14", ("large-print",)),
        ("large font size 22", ("large-print",)),
        ("Listens on a CD", ("text",)),
        ("large print by post", ("large-print",)),
        ("Easy Read", ("easy-read",)),
        ("easy read with photo symbols", ("easy-read",)),
        ("braille (contracted / uncontracted)", ("braille",)),
        ("audio", ("text",)),
        ("someone to read it out", ("text",)),
        ("email, plain text", ("text",)),
        ("email or Word for a screen reader", ("docx",)),
        ("screen reader", ("html",)),
        ("web page", ("html",)),
        ("paper copy", ("pdf",)),
        ("on paper, not braille", ("pdf",)),
        ("Easy Read and audio", ("easy-read", "text")),
        ("BSL film", ()),
        ("Makaton or photo symbols", ()),
        ("coloured paper", ()),
        ("yellow overlay", ()),
    ],
)  # fmt: skip
def test_the_words_people_use_become_the_formats_that_are_made(words, formats):
    assert reads(person(1, words), NEEDS) == formats


@pytest.mark.parametrize("words", ["BSL film", "Makaton or photo symbols", "coloured paper", "yellow overlay"])
def test_what_only_people_can_make_stays_in_their_words(words):
    someone = person(1, words)
    assert cannot_make(someone, NEEDS) == (words[0].upper() + words[1:],)
    assert asked(someone, NEEDS)
    assert wishes([someone], NEEDS) == (Wish(None, words[0].upper() + words[1:], 1),)


def test_a_format_beside_something_nobody_can_print_keeps_both():
    someone = person(1, "large print on coloured paper")
    assert reads(someone, NEEDS) == ("large-print",)
    assert cannot_make(someone, NEEDS) == ("Large print on coloured paper",)


def test_a_plain_format_counts_in_whichever_group_it_stands():
    assert reads(person(1, "letter in large print, 22 point", ais=CONTACT), NEEDS) == ("large-print",)
    assert reads(person(1, "Easy Read", ais=None), NEEDS) == ("easy-read",)
    assert reads(person(1, "speech-to-text reporter", ais="communication professional"), NEEDS) == ()
    assert not asked(person(1, "audio loop", ais=None), NEEDS)
    assert not asked(person(1), NEEDS)
    assert not asked(person(1, "none needed", " "), NEEDS)


@pytest.mark.parametrize(
    ("reads", "cannot", "made", "none"),
    [
        (("html",), (), ("pdf",), True),
        ((), ("BSL film",), ("pdf",), True),
        (("html", "pdf"), (), ("pdf", "text"), False),
        (("html",), ("BSL film",), ("html",), False),
        (("html",), (), (), False),
        ((), (), ("pdf",), False),
        ((), (), (), False),
    ],
)
def test_none_of_what_was_made_is_read_by_who_said_how_they_read(reads, cannot, made, none):
    assert none_read(reads, cannot, made) is none


def test_what_most_people_read_stands_first_and_what_nobody_can_make_last():
    people = [person(1, "braille"), person(2, "web page"), person(3, "web page"), person(4, "audio")]
    people += [person(n, "BSL film") for n in (5, 6, 7)]
    assert [(wish.format, wish.words, wish.people) for wish in wishes(people, NEEDS)] == [
        *(("html", "", 2), ("braille", "", 1), ("text", "", 1), (None, "BSL film", 3)),
    ]


def test_someone_who_reads_two_ways_counts_for_each_and_once():
    assert wishes([person(1, "web page", "online")], NEEDS) == (Wish("html", "", 1),)
    assert set(wishes([person(1, "Easy Read", "audio")], NEEDS)) == {Wish("easy-read", "", 1), Wish("text", "", 1)}


def test_only_those_who_came_count_once_anyone_is_marked_here():
    people = [person(1, "audio"), person(2, "braille", attendance=Attending.HERE)]
    assert [w.format for w in wishes(people, NEEDS)] == ["braille"]
    assert wishes([person(1, "audio", attendance=Attending.APOLOGIES)], NEEDS) == ()


def test_how_to_reach_someone_is_no_format():
    assert wishes([person(1, "email", ais="contact method")], NEEDS) == ()


def test_each_has_their_own_size_and_a_shared_copy_the_largest():
    people = [person(1, "large print 22 point"), person(2, "large print"), person(3, "large print 16 point")]
    assert [print_size(p, NEEDS) for p in people] == [22, 18, 16]
    assert largest_print(people, NEEDS) == 22
    assert largest_print(people[2:], NEEDS) == 18
    assert print_size(person(1, "large print 400 point"), NEEDS) == 18
    assert print_size(person(1, "large font size 22"), NEEDS) == 22


@pytest.mark.parametrize(
    ("contact", "need", "way"),
    [
        ("ruby@example.org", None, Way(By.MAIL, "ruby@example.org")),
        ("Mail: <ruby.c@post.example.org>.", None, Way(By.MAIL, "ruby.c@post.example.org")),
        ("text 07700 900321", None, Way(By.TEXT, "07700 900321")),
        ("07700 900321, no phone calls", "text message, no phone calls", Way(By.TEXT, "07700 900321")),
        ("0115 496 0000", None, Way(By.PHONE, "0115 496 0000")),
        ("12 Elm Road, Marrow NG1 1AA", None, Way(By.POST, "12 Elm Road, Marrow NG1 1AA")),
        ("12 Elm Road", "letter", Way(By.POST, "12 Elm Road")),
        ("her sister Ann, 0115 496 0001", "through a named person", Way(By.SOMEONE, "her sister Ann, 0115 496 0001")),
        ("", "WhatsApp voice note", Way(By.VOICE, "")),
        ("see her in person at the Tuesday club", None, Way(By.HAND, "see her in person at the Tuesday club")),
        ("0115 496 0000", "email", Way(By.MAIL, "")),
        (None, None, Way(By.UNKNOWN, "")),
    ],
)  # fmt: skip
def test_how_someone_is_reached(contact, need, way):
    needs = (need,) if need else ()
    assert reached_by(person(1, *needs, ais=CONTACT, contact=contact), NEEDS) == way


@pytest.mark.parametrize(
    ("contact", "unsafe", "way"),
    [
        ("12 Elm Road, Marrow NG1 1AA", {"write": "no"}, By.NO_WRITING),
        ("ruby@example.org", {"write": "no"}, By.NO_WRITING),
        ("", {"write": "no"}, By.NO_WRITING),
        ("0115 496 0000", {"ring": "no"}, By.NO_RINGING),
        ("text 07700 900321", {"message": "no"}, By.NO_MESSAGE),
        ("12 Elm Road, Marrow NG1 1AA", {"opens_post": "my daughter"}, By.NO_POST),
        ("0115 496 0000", {"write": "no", "opens_post": "my daughter"}, By.PHONE),
        ("ruby@example.org", {"opens_post": "my daughter"}, By.MAIL),
    ],
)
def test_nobody_is_reached_by_a_way_that_is_not_safe(contact, unsafe, way):
    reader = replace(person(1, contact=contact), safe_contact=unsafe)
    assert reached_by(reader, NEEDS) == (Way(way, contact) if way in {By.PHONE, By.MAIL} else Way(way))
    assert (gets(reader, NEEDS) == ()) == (way in NOT_SAFE)


def test_who_was_never_asked_gets_a_web_page_by_mail_and_else_print():
    assert gets(person(1, contact="ruby@example.org"), NEEDS) == ("html",)
    assert gets(person(1, contact="12 Elm Road, Marrow NG1 1AA"), NEEDS) == ("pdf",)
    assert gets(person(1, "large print", contact="ruby@example.org"), NEEDS) == ("large-print",)
