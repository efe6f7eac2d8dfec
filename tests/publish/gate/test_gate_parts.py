"""What the gate lets through of lines, of names, of the agenda, and of who the papers come from."""

import base64
from dataclasses import replace

import pytest

from coprod_desktop.domain.live_hour import Moment, What
from coprod_desktop.domain.log_record import LogSaid, LogTold
from coprod_desktop.domain.record import AgendaItem, Organisation
from coprod_desktop.domain.words import NameInPublic, Outcome, PartState, WhoseWords
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.snapshot import PublicAccess, PublicLogged
from tests.domain.making import DAY, entry, person, point, record


def opened(*rows, organisation=None, **session):
    return open_gate(record(*rows, **session), (), DAY, organisation)


def test_what_the_organisation_wrote_is_printed_and_what_is_empty_is_not():
    brand = opened(organisation=Organisation(id="o", name=" Marrow Council ", contact_name="  ")).brand
    assert (brand.name, brand.contact_name) == ("Marrow Council", None)
    assert opened().brand is None


@pytest.mark.parametrize(
    ("checked", "whose", "signed"),
    [
        (False, WhoseWords.SUPPORTER, "A supporter, for someone else"),
        (True, WhoseWords.SUPPORTER, "A supporter, for Bo"),
        (False, WhoseWords.THEIRS, None),
        (True, WhoseWords.THEIRS, "Bo"),
    ],
)
def test_words_for_somebody_carry_a_name_only_once_they_were_checked(checked, whose, signed):
    bo = person("bo", "Bo Lindqvist", public=NameInPublic.FIRST)
    ann = person("ann", "Ann Marsh", public=NameInPublic.FIRST)
    line = entry(
        1, "We want a ramp", speaker="ann", said_for="bo", quote_ok=True, checked_with_person=checked, whose_words=whose
    )
    (thing,) = opened(bo, ann, line).unanswered
    assert thing.quote is None or thing.quote.signed == signed


def test_words_of_somebody_who_is_on_no_list_any_more_are_not_printed():
    assert opened(entry(1, "We want a ramp", speaker="gone", quote_ok=True)).unanswered == ()


@pytest.mark.parametrize(("written", "shown"), [("A ramp is wanted", ("en-GB", "ltr")), ("نريد منحدرا", ("ur", "rtl"))])
def test_other_words_are_in_the_language_they_are_written_in(written, shown):
    line = entry(1, "ہمیں ریمپ چاہیے", publish="edit", public_text=written, lang="ur", dir="rtl", quote_ok=True)
    (thing,) = opened(line).unanswered
    assert (thing.quote.lang, thing.quote.dir) == shown


def test_a_line_passed_on_says_to_whom():
    line = entry(1, "The bus stop", outcome=Outcome.PASSED_ON, outcome_note="The bus company")
    assert "The bus company" in repr(opened(line))


def test_a_line_passed_on_is_told_in_its_words_where_it_may_be_quoted_and_in_its_language():
    line = entry(1, "نريد منحدرا", outcome=Outcome.PASSED_ON, quote_ok=True, lang="ar", dir="rtl")
    (thing,) = opened(line).passed_on
    assert (thing.text, thing.lang, thing.dir) == ("“نريد منحدرا”", "ar", "rtl")
    assert opened(line).also_said == ()


def test_of_what_was_parked_a_line_left_out_or_not_to_be_printed_hides_none_of_the_others():
    lines = (
        entry(1, "Left out", kind="parking_lot", outcome=Outcome.LEFT_OUT),
        entry(2, "Not to be printed", kind="parking_lot", publish="no"),
        entry(3, "The bench by the pond", kind="parking_lot", quote_ok=True),
        entry(4, "An ordinary line"),
        entry(5, "The second gate", kind="parking_lot", quote_ok=True),
    )
    assert [thing.text for thing in opened(*lines).parked] == ["The bench by the pond", "The second gate"]


@pytest.mark.parametrize(("sharing", "signed"), [(6, "Carer"), (3, "Carer"), (2, None), (0, None)])
def test_words_of_nobody_named_are_signed_by_a_role_that_several_share(sharing, signed):
    others = [person("x", "Ida Moor", "social worker"), person("y", "Bo Lund", "chair")]
    people = [person(str(n), f"Ana Quist{n}", "carer") for n in range(sharing)]
    line = entry(1, "It is far too cold in there", speaker_role="carer", quote_ok=True)
    (thing,) = opened(*others, *people, line).unanswered
    assert (thing.quote.words, thing.quote.signed) == ("It is far too cold in there", signed)


@pytest.mark.parametrize(
    ("role", "public", "signed"),
    [
        ("carer", "first name and role", "Ana, carer"),
        ("chair", "first name and role", "Ana"),
        ("carer", "full name", "Ana Quist"),
        ("carer", "role only", "Carer"),
        ("carer", "not at all", None),
    ],
)
def test_a_role_stands_beside_a_first_name_where_it_was_chosen_and_several_share_it(role, public, signed):
    others = [person(key, f"Bo {key}", "carer") for key in ("x", "y", "z")]
    line = entry(1, "It is far too cold in there", speaker="a", quote_ok=True)
    quote = opened(person("a", "Ana Quist", role, public), *others, line).unanswered[0].quote
    assert quote.signed == signed


def test_the_agenda_is_in_its_order_with_its_times():
    items = (
        AgendaItem(id="b", title="Tea", minutes=15, kind="break", order=2),
        AgendaItem(id="a", title=" ", minutes=30, leads="Home care manager", notes="private", order=1),
    )
    session = replace(record(start="10:00"), agenda=items)
    made = open_gate(session, (), DAY).agenda
    assert [(one.title, one.minutes, one.start, one.end, one.leads, one.is_break) for one in made] == [
        ("Something else", 30, "10:00", "10:30", "Home care manager", False),
        ("Tea", 15, "10:30", "10:45", None, True),
    ]
    (first, _) = open_gate(replace(record(), agenda=items), (), DAY).agenda
    assert (first.start, first.end) == (None, None)


def test_how_the_time_went_is_told_when_the_agenda_is_done_and_never_who_led_a_part():
    items = (
        AgendaItem(
            id="a",
            title="Welcome",
            minutes=15,
            planned=10,
            leads="Home care manager",
            started="10:00",
            finished="10:12",
        ),
        AgendaItem(id="b", title="Vote", minutes=10, order=1, state=PartState.NEXT_TIME),
    )
    moments = (
        Moment(id="m", at="2026-09-17T10:03:00+01:00", what=What.PAUSE),
        Moment(id="n", at="2026-09-17T10:05:00+01:00", what=What.PAUSE_END),
    )
    made = open_gate(replace(record(start="10:00", finish_by="10:30"), agenda=items, moments=moments), (), DAY)
    assert made.time.words == (
        "Planned 20 minutes, took 12 minutes: 10:00 to 10:12. The finish was fixed at 10:30, and it ended 18 minutes "
        "before it. 2 minutes of it were pauses that people asked for."
    )
    assert [(p.title, p.planned, p.took, p.words) for p in made.time.parts] == [
        ("Welcome", 10, 12, "planned 10 minutes, took 12"),
        ("Vote", 10, None, "planned 10 minutes, kept for next time"),
    ]
    assert "manager" not in repr(made.time)
    going = (*items, AgendaItem(id="c", title="Close", minutes=5, order=2, started="10:12"))
    assert open_gate(replace(record(start="10:00"), agenda=going), (), DAY).time is None


@pytest.mark.parametrize(
    ("agreed", "day", "by"),
    [
        ({"at": "2026-09-17T10:05:00+01:00", "by_how_many": 12}, DAY, 12),
        ({"at": "2026-09-17T10:05:00+01:00", "by_how_many": 1}, DAY, 1),
        ({"at": "soon", "by_how_many": 0}, None, None),
        ({"by_how_many": "all"}, None, None),
        (None, None, None),
    ],
)
def test_when_the_ground_rules_were_agreed_and_by_how_many(agreed, day, by):
    made = opened(rules_agreed=agreed)
    assert (made.rules_agreed_on, made.rules_agreed_by) == (day, by)


def test_a_logo_is_printed_in_its_size_and_says_what_it_shows():
    picture = base64.b64encode(b"picture").decode()
    about = Organisation(
        id="o", name="Marrow Council", logo=picture, logo_alt=" A marrow ", logo_width=40, logo_height=30
    )
    logo = opened(organisation=about).brand.logo
    assert (logo.data, logo.alt, logo.width, logo.height) == (b"picture", "A marrow", 40, 30)
    bare = opened(organisation=replace(about, logo_alt=" ", logo_width=None, logo_height=None)).brand.logo
    assert (bare.alt, bare.width, bare.height) == ("Logo of Marrow Council", 1, 1)
    nameless = opened(organisation=replace(about, name="", logo_alt=None)).brand
    assert (nameless.name, nameless.logo.alt) == (None, "Logo of the organisation")
    assert opened(organisation=replace(about, logo=None)).brand.logo is None


def test_right_to_left_words_stay_so_to_the_last_letter_of_their_script():
    for letter, direction in (("\u0590", "rtl"), ("\u08ff", "rtl"), ("\u058f", "ltr"), ("\u0900", "ltr")):
        line = entry(
            1, "ہمیں ریمپ چاہیے", publish="edit", public_text=f"ramp {letter}", lang="ur", dir="rtl", quote_ok=True
        )
        assert opened(line).unanswered[0].quote.dir == direction


def test_what_was_parked_is_told_in_words_or_by_what_it_was():
    lines = (
        entry(1, "The bench by the pond", kind="parking_lot", quote_ok=True, lang="cy", dir="ltr"),
        entry(2, "Not to be quoted", kind="parking_lot", quote_ok=False, theme="Parks"),
        entry(3, "Said otherwise", kind="parking_lot", quote_ok=False, publish="edit", public_text="A gate is wanted"),
        entry(4, "They pointed at the pond", kind="parking_lot", quote_ok=False, whose_words=WhoseWords.DESCRIPTION),
        entry(5, "The bench by the pond", kind="parking_lot", quote_ok=True, duplicate_of="e1"),
    )
    assert [(thing.text, thing.lang, thing.dir) for thing in opened(*lines).parked] == [
        ("The bench by the pond", "cy", "ltr"),
        ("Something said about Parks", "en-GB", "ltr"),
        ("A gate is wanted", "en-GB", "ltr"),
        ("They pointed at the pond", "en-GB", "ltr"),
    ]


def test_only_what_was_passed_on_is_told_as_passed_on_and_by_its_kind():
    lines = (
        entry(1, "Where is the bus?", kind="question", theme="Buses", outcome=Outcome.PASSED_ON, outcome_note="Buses"),
        entry(2, "We were told", kind="story", outcome=Outcome.PASSED_ON, outcome_note="The council"),
        entry(3, "A note", kind="note", outcome=Outcome.PASSED_ON, outcome_note="The council"),
        entry(4, "Parked", kind="parking_lot", outcome=Outcome.PASSED_ON, outcome_note="The council"),
        entry(5, "Thanks", outcome=Outcome.HEARD),
        entry(6, "It was in a point", outcome=Outcome.PASSED_ON, outcome_note="The council"),
    )
    made = opened(*lines, point(1, "The rota", 6))
    assert [(one.text, one.who_has_it) for one in made.passed_on] == [
        ("A question about Buses", "Buses"),
        ("A story", "The council"),
    ]
    assert made.heard == 1


def test_of_an_access_problem_only_what_was_done_is_told_once_and_in_order():
    lines = (
        entry(1, "No loop", kind="access_incident", outcome_note="A loop was borrowed"),
        entry(2, "No loop here too", kind="access_incident", outcome_note="A loop was borrowed"),
        entry(3, "No ramp", kind="access_incident", publish="no", outcome_note="A ramp was built"),
        entry(4, "No loop", kind="access_incident", duplicate_of="e1", outcome_note="Told twice"),
        entry(5, "An ordinary line", outcome_note="Nothing of it"),
    )
    points = (
        replace(point(1, "Loops", 1, text="We buy a loop"), order=3),
        replace(point(2, "Lights", 2, text="We buy lights"), order=2),
        point(3, "Ordinary", 5, text="Another thing"),
        point(4, "Not answered", 1, answer=None, text="Begun to be written"),
    )
    made = opened(*lines, *points).access
    assert (made.how_many, made.what_was_done) == (2, ("A loop was borrowed", "We buy lights", "We buy a loop"))


def test_of_an_access_problem_neither_who_was_told_nor_when_nor_how_they_hear_back_is_told():
    line = entry(
        1,
        "Mo said: no loop",
        kind="access_incident",
        done_about="A loop was lent",
        done_at="10:41",
        told="Priti Vaghela",
        call_back="Ring Mo on Friday",
        outcome_note="We tested it",
    )
    made = opened(line)
    assert made.access == PublicAccess(how_many=1, what_was_done=("A loop was lent", "We tested it"))
    told = repr(made)
    assert not [word for word in ("Mo said", "10:41", "Priti", "Friday") if word in told]


def test_themes_are_counted_most_first_of_what_people_said_and_may_be_printed():
    lines = (
        entry(1, "One", theme="Buses"),
        entry(2, "Two", theme="Calls"),
        entry(3, "Three", theme="Calls", kind="question"),
        entry(4, "Four", theme="Food", kind="what_works"),
        entry(5, "Five", theme="Buses", publish="no"),
        entry(6, "One", theme="Buses", duplicate_of="e1"),
        entry(7, "Seven", theme="Buses", kind="staff_comment"),
        entry(8, "Eight", kind="story"),
    )
    assert opened(*lines).themes == (("Calls", 2), ("Buses", 1), ("Food", 1))


def test_of_what_works_those_are_counted_whose_words_are_not_printed():
    lines = (
        entry(1, "The tea", kind="what_works", quote_ok=False),
        entry(2, "The bus", kind="what_works", quote_ok=True),
        entry(3, "The lift", kind="what_works", publish="edit", public_text="The lift is good", quote_ok=False),
        entry(4, "The hall", quote_ok=False, outcome=Outcome.HEARD),
    )
    made = opened(*lines)
    assert (made.what_works, made.also_told, [one.words for one in made.also_said]) == (
        *(1, ("The lift is good",)),
        ["The bus"],
    )


def test_lines_of_the_log_are_told_each_beside_what_stands_behind_it():
    said = (
        LogSaid(label="By", text="Ida Moor", who=True),
        LogSaid(label="Why", text=" "),
        LogSaid(label="So", text="Safer"),
    )
    line = LogTold(
        id="l", kind="decision", heading="Decisions", on=DAY, until=DAY, words="The gate stays open", said=said
    )
    rows = replace(record(person("ida", "Ida Moor", public="first name")), log=(replace(line, id="k", words=" "), line))
    assert open_gate(rows, (), DAY).log == (
        PublicLogged(
            heading="Decisions",
            on=DAY,
            until=DAY,
            words="The gate stays open",
            said=(("By", "Ida Moor"), ("So", "Safer")),
        ),
    )
