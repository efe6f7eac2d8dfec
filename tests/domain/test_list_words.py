"""The table that lists of people are read by: what is wrong in it is refused in a sentence."""

import copy
import json

import pytest

from coprod_desktop import paths
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.list_words import KEYS, LEFT, ListMeaning, Section, parse_list_words, tokens
from coprod_desktop.domain.words import Attending

TABLE = json.loads(paths.resource("content", "people_lists.json").read_text("utf-8"))


def broken(change):
    table = copy.deepcopy(TABLE)
    change(table)
    return table


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: t["meanings"].pop(0), "says nothing of “name”"),
        (
            lambda t: t["meanings"][0].update(meaning="nmae"),
            "row 1 (“nmae”) that comes with this program is wrong: “meaning”: there is no “nmae”",
        ),
        (lambda t: t["meanings"][0].update(consent="everything"), "“consent”: there is no “everything”"),
        (lambda t: t["meanings"][0]["headings"].append("(only) (maybe)"), "at least one word"),
        (
            lambda t: t["coming"][0].update(answer="perhaps"),
            "row 1 (“perhaps”) that comes with this program is wrong: “answer”: there is no “perhaps”",
        ),
        (
            lambda t: t["sections"][0].update(coming="soon"),
            "row 1 (“carer”) that comes with this program is wrong: “coming”: there is no “soon”",
        ),
        (
            lambda t: t["short"][0].pop("words"),
            "row 1 (“ph”) that comes with this program is wrong: “words” is missing",
        ),
        (lambda t: t.pop("titles"), "“titles” is missing"),
        (lambda t: t.update(surprise=[]), "nothing is called “surprise”"),
        (lambda t: t["totals"].append(7), "no text"),
    ],
)
def test_a_wrong_row_is_refused_and_named(change, said):
    with pytest.raises(WrongContent, match="what lists of people are read by") as wrong:
        parse_list_words(broken(change))
    assert said in wrong.value.what


def test_the_heading_that_says_most_counts_first():
    words = parse_list_words(TABLE)
    best = {text: max(words.headings(text), key=lambda one: one[1], default=("", 0))[0] for text in ("First name", "Attendee Status", "Your full name", "Order date")}  # fmt: skip
    assert best == {"First name": "first", "Attendee Status": "coming", "Your full name": "name", "Order date": ""}


def test_a_tick_is_a_word_and_a_cross_is_a_no():
    assert tokens("✓") == ("tick",)
    assert tokens("✗ Can’t make it") == ("no", "cant", "make", "it")


def made(meanings=None, without="", **lists):
    """A table with these meanings and lists, and the others empty."""
    meanings = meanings or {}
    rows = [{"meaning": key, "words": key, **meanings.get(key, {})} for key in KEYS if key != without]
    empty = {name: [] for name in TABLE if name != "how"}
    return parse_list_words({**empty, "meanings": rows, **lists})


def test_a_heading_means_what_it_says_by_how_much_of_it_that_explains():
    words = made(
        {
            "mail": {"headings": ["email", "guest email"], "weak": ["contact"]},
            "way": {"asks": ["how can we reach you"]},
            "name": {"headings": ["guest", "you"]},
        },
        left=["order"],
        the_person=["guest"],
    )

    def means(heading):
        return [(key, round(much, 2)) for key, much in words.headings(heading)]

    assert means("Email") == means("Your email, for 12/06") == [("mail", 1.02)]
    assert means("Email address") == [("mail", 0.52)]
    assert means("Contact") == [("mail", 0.52)]
    assert means("Contact or order") == [("mail", 0.27), (LEFT, 0.52)]
    assert means("Guest email") == [("mail", 1.04), ("name", 1.02), ("mail", 1.02)]
    assert means("Guest email address") == [("mail", 1.04), ("name", 0.52), ("mail", 0.52)]
    assert means("You, over there") == [("name", 0.52)]
    assert means("Guest") == [("name", 1.02)]
    assert means("You") == [("name", 1.02)]
    assert ("way", 1.1) in means("How can we reach you?")
    assert ("way", 0.7) in means("How can we reach you about whatever happens next week?")
    assert means("") == means("Colour") == []


SECTIONS = [
    {"heads": ["Carers"], "role": "carer"},
    {"heads": ["staff"], "role": "worker"},
    {"heads": ["sent apologies"], "coming": "apologies"},
    {"heads": ["catering"], "left": True},
]
COMING = [
    {"answer": "invited", "words": ["waiting to hear (from)", "maybe", "sure", "yes", "ok"]},
    {"answer": "coming", "words": ["definitely", "will be there all day"]},
]


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("CARERS:", Section(role="carer")),
        ("Carers and staff", Section(role="carers and staff")),
        ("Carers and catering", None),
        ("Carers and nobody", None),
        ("Sent apologies", Section(coming=Attending.APOLOGIES)),
        ("Catering", Section(left=True)),
        (" People who use care: –", Section(role="People who use care")),
        ("People who use care and like a very long walk", None),
        ("Waiting to hear", Section(coming=Attending.INVITED)),
        ("Waiting to hear from", Section(coming=Attending.INVITED)),
        ("Definitely", Section(coming=Attending.COMING)),
        ("Will be there all day", None),
        ("Definitely not", None),
        ("Not definitely", None),
        ("Sure", Section(coming=Attending.INVITED)),
        ("Maybe", None),
        ("Yes", None),
        ("ok", None),
        ("ok waiting", None),
        ("Jane Doe", None),
        ("", None),
    ],
)
def test_a_line_that_heads_a_part_says_who_stands_below_it(line, section):
    words = made(sections=SECTIONS, coming=COMING, nothing=["maybe"])
    assert words.section(line) == section


def test_a_part_of_a_list_may_stay_behind_and_a_reply_is_what_its_row_says():
    words = made(sections=SECTIONS, coming=COMING)
    assert words.sections["catering"].left
    assert not words.sections["carers"].left
    assert words.answers == (Attending.INVITED, Attending.COMING)
    assert words.section("Maybe") == Section(coming=Attending.INVITED)


@pytest.mark.parametrize(
    ("text", "says", "is_one", "begins"),
    [
        ("Room", True, True, True),
        ("room 12", True, True, True),
        ("Room twelve", True, False, True),
        ("The room", True, False, False),
        ("iPhone", False, False, False),
        ("  ", False, False, False),
    ],
)
def test_a_phrase_stands_in_a_text_is_all_of_it_or_begins_it(text, says, is_one, begins):
    words = made(devices=["room", "room #"])
    assert (words.says("devices", text), words.is_one("devices", text), words.begins("devices", text)) == (
        *(says, is_one, begins),
    )


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        *((f"{word} extra, thanks", True) for word in ("No", "none", "Nothing", "not", "nil", "nope")),
        ("N/A", True),
        ("none", True),
        ("Not needed", False),
        ("Extra, thanks", False),
        ("no bread", False),
        ("", False),
    ],
)
def test_nothing_is_said_in_whatever_words(text, nothing):
    words = made(nothing=["n/a"], nothing_words=["no", "none", "nothing", "not", "nil", "nope", "extra", "thanks"])
    assert words.is_nothing(text) == nothing


def test_a_list_of_words_holds_a_text_however_it_is_written():
    words = made(titles=["Mr and Mrs", " – "])
    assert words.has("titles", "mr  and MRS")
    assert not words.has("titles", "Mr")
    assert not words.has("titles", "–")


def test_shortened_words_are_spelt_out_where_they_stand_alone():
    words = made(short=[{"short": "w/chair", "words": "wheelchair"}, {"short": "reqd", "words": "required"}])
    assert words.spelt_out("W/chair reqd. (reqd) reqds areqd") == "wheelchair required (required) reqds areqd"


def test_a_meaning_is_all_that_its_row_says():
    words = made({"photo": {"words": "Photos", "many": True, "consent": "photo"}})
    photo, mail = words.meanings["photo"], words.meanings["mail"]
    assert (photo.key, photo.words, photo.many, photo.consent) == ("photo", "Photos", True, "photo")
    assert (mail.key, mail.many, mail.consent) == ("mail", False, "")
    assert mail == ListMeaning("mail", "mail")


@pytest.mark.parametrize("key", KEYS)
def test_each_thing_a_column_can_mean_has_a_row(key):
    with pytest.raises(WrongContent, match=f"says nothing of “{key}”"):
        made(without=key)
