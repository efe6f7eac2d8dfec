"""The room screen is fed by the gate, for the people who came, and can show nothing else."""

from __future__ import annotations

import dataclasses
import typing
from dataclasses import replace

import pytest

from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.check.settled import Decision, Settlement
from coprod_desktop.domain.check.texts import CheckedText
from coprod_desktop.domain.check.words import words_hash
from coprod_desktop.domain.live_hour import Moment, What
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import AgendaItem, GroundRule, Vote, VoteOption
from coprod_desktop.domain.room import RoomChoice, RoomShows
from coprod_desktop.domain.words import Outcome, WhoseWords
from coprod_desktop.errors import UserError
from coprod_desktop.publish import room_view
from coprod_desktop.publish.gate import message_text, open_room
from coprod_desktop.publish.room_view import BLANK, RoomLine, RoomView
from tests.domain.making import DAY, entry, person, record

WORDS = "They never ring back."
NAMED = "Ring Precious on 07700 900123."


def shown(made, choice, clock="10:50"):
    return open_room(replace(made, circle=Circle.CAME), (), choice, clock)


def sent(*lines, **kw):
    return RoomChoice(shows=RoomShows.WORDS, rows=tuple(f"e{n}" for n in lines), **kw)


def test_words_that_may_be_quoted_are_shown_unsigned_in_their_language():
    made = record(
        person("p1", "Winifred Tattersall", public="full name"),
        entry(
            1, "رات کو کوئی نہیں آتا۔", speaker="p1", quote_ok=True, lang="ur", dir="rtl", translation="Nobody comes."
        ),
    )
    view = shown(made, sent(1)).view
    assert [(x.words, x.lang, x.dir, x.below) for x in view.lines] == [
        ("رات کو کوئی نہیں آتا۔", "ur", "rtl", "Nobody comes.")
    ]
    assert "Winifred" not in repr(view)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (entry(1, WORDS), "nobody said yet that these words may be quoted"),
        (entry(1, WORDS, quote_ok=False), "nobody said yet that these words may be quoted"),
        (entry(1, WORDS, publish="no", quote_ok=True), "not to be published"),
        (entry(1, WORDS, quote_ok=True, withdrawn=True), "taken it back"),
        (entry(1, WORDS, kind="note", quote_ok=True), "notes and access problems never are"),
        (entry(1, WORDS, kind="access_incident", quote_ok=True), "notes and access problems never are"),
        (entry(1, NAMED, quote_ok=True), "looked at first"),
    ],
)
def test_what_may_not_be_shown_is_not_and_the_facilitator_is_told_why(line, why):
    found = shown(record(line), sent(1))
    assert found.view == BLANK
    assert why in found.refused["e1"]


def test_other_words_stand_in_for_what_was_said():
    made = record(entry(1, NAMED, publish="edit", public_text="Someone never rings back."))
    assert [x.words for x in shown(made, sent(1)).view.lines] == ["Someone never rings back."]


def test_what_was_looked_at_once_more_is_shown_while_the_words_stay_the_same():
    fine = tuple(
        Settlement(subject="e1", kind=k, words_hash=words_hash(NAMED), decision=Decision.FINE, on=DAY)
        for k in ("phone", "third_person", "name")
    )
    made = record(entry(1, NAMED, quote_ok=True))
    assert [x.words for x in shown(made, sent(1, settled=fine)).view.lines] == [NAMED]
    edited = record(entry(1, f"{NAMED} Now.", quote_ok=True))
    assert shown(edited, sent(1, settled=fine)).view == BLANK


def test_a_line_marked_as_safeguarding_is_never_shown_whatever_was_looked_at():
    fine = Settlement(subject="e1", kind="safeguarding", words_hash=words_hash(WORDS), decision=Decision.FINE, on=DAY)
    made = record(entry(1, WORDS, quote_ok=True, flags=("safeguarding",)))
    assert shown(made, sent(1, settled=(fine,))).view == BLANK


def test_now_and_next_has_times_of_day_and_the_break_only_where_it_is_wanted():
    items = (
        AgendaItem(id="a", title="What is working?", minutes=30, started="10:40", order=1),
        AgendaItem(id="b", title="Break", minutes=15, kind="break", order=2),
        AgendaItem(id="c", title="What is not?", minutes=20, notes="Keep Mo calm", order=3),
    )
    made = replace(record(entry(1, WORDS, quote_ok=True), start="10:30"), agenda=items)
    view = shown(made, RoomChoice(shows=RoomShows.NOW)).view
    assert [(x.beside, x.words) for x in view.lines] == [
        ("Now", "What is working?"),
        ("11:10", "Break"),
        ("11:25", "What is not?"),
    ]
    assert view.corner is None
    assert "Keep Mo calm" not in repr(view)
    words = shown(made, sent(1, break_at=True)).view
    assert (words.heading, words.corner) == ("What is working?", "Break at 11:10")


def test_rules_themes_read_back_break_and_blank():
    made = replace(
        record(
            entry(1, WORDS, quote_ok=True, theme="Ringing back"),
            entry(2, "Secret", publish="no", theme="Ringing back"),
            entry(3, "Something else entirely", publish="no", theme="Hidden"),
        ),
        ground_rules=(GroundRule(id="r", text="One at a time", order=1),),
    )
    assert [x.words for x in shown(made, RoomChoice(shows=RoomShows.RULES)).view.lines] == ["One at a time"]
    themes = shown(made, RoomChoice(shows=RoomShows.THEMES)).view.lines
    assert [(x.words, x.beside) for x in themes] == [("Ringing back", "1")]
    back = shown(made, RoomChoice(shows=RoomShows.READ_BACK, theme="Ringing back"))
    assert (back.view.heading, [x.words for x in back.view.lines]) == ("We heard: Ringing back", [WORDS])
    assert list(back.refused) == ["e2"]
    assert [x.words for x in shown(made, RoomChoice(shows=RoomShows.BREAK)).view.lines] == ["Short break"]
    assert shown(made, RoomChoice()).view == BLANK


def test_the_result_of_a_vote_is_shown_when_it_is_sent_and_a_tie_is_a_tie():
    vote = Vote(
        id="v",
        question="What first?",
        options=(VoteOption(id="1", label="Garden", votes=4), VoteOption(id="2", label="Singing", votes=4)),
    )
    made = replace(record(), votes=(vote,))
    asked = RoomChoice(shows=RoomShows.VOTE, rows=("v",))
    assert [(x.words, x.beside) for x in shown(made, asked).view.lines] == [("Garden", None), ("Singing", None)]
    told = shown(made, replace(asked, results=True)).view
    assert [x.beside for x in told.lines] == ["4", "4"]
    assert told.foot == "A tie: Garden and Singing"


def test_a_message_goes_through_the_gate_like_everything_else():
    assert [x.words for x in shown(record(), RoomChoice(shows=RoomShows.MESSAGE, words="Tea is ready")).view.lines] == [
        "Tea is ready"
    ]
    with pytest.raises(UserError):
        shown(record(), RoomChoice(shows=RoomShows.MESSAGE, words=NAMED))


def test_what_the_room_is_asked_for_stands_quietly_below_and_never_on_a_blank_screen():
    made = replace(
        record(entry(1, WORDS, quote_ok=True)),
        moments=(Moment(id="m", at="2026-09-17T10:45:00+01:00", what=What.SLOW),),
    )
    assert shown(made, sent(1)).view.asked == "Slower, please"
    assert shown(made, RoomChoice()).view == BLANK


def test_something_private_elsewhere_keeps_nothing_from_being_shown():
    made = replace(
        record(entry(1, WORDS, quote_ok=True), purpose=NAMED), ground_rules=(GroundRule(id="r", text=NAMED, order=1),)
    )
    assert shown(made, sent(1)).view.lines
    with pytest.raises(UserError):
        shown(made, RoomChoice(shows=RoomShows.RULES))


def test_the_view_has_no_field_for_free_text_that_the_gate_did_not_make():
    for thing in (room_view.RoomLine, room_view.RoomView):
        assert thing.__dataclass_params__.frozen
        for field, kind in typing.get_type_hints(thing).items():
            plain = kind is str or str in typing.get_args(kind)
            assert not plain or field in {"lang", "dir", "row"}, f"{thing.__name__}.{field}"
    assert not {f.name for f in dataclasses.fields(room_view.RoomLine)} & {"signed", "speaker", "who", "note", "need"}


def test_what_is_not_there_any_more_is_not_shown_and_the_rest_is():
    found = shown(record(entry(1, WORDS, quote_ok=True)), sent(1, 9))
    assert [x.words for x in found.view.lines] == [WORDS]
    assert found.refused["e9"] == "It is not there any more."


def test_what_is_said_twice_or_was_left_out_is_not_shown_again():
    made = record(
        entry(1, WORDS, quote_ok=True),
        entry(2, "They never call back.", quote_ok=True, duplicate_of="e1"),
        entry(3, "About the tea", quote_ok=True, outcome=Outcome.LEFT_OUT),
    )
    found = shown(made, sent(1, 2, 3))
    assert [x.words for x in found.view.lines] == [WORDS]
    assert found.refused == {
        "e2": "Not shown: it says the same as another line.",
        "e3": "Not shown: it is not to be published.",
    }


def test_what_was_parked_is_shown_without_the_note_takers_marks():
    made = record(entry(1, "The car park (post-it)", kind="parking_lot", quote_ok=True))
    (line,) = shown(made, sent(1)).view.lines
    assert (line.words, line.said) == ("The car park", True)


@pytest.mark.parametrize(
    "shows", [RoomShows.NOW, RoomShows.RULES, RoomShows.THEMES, RoomShows.VOTE, RoomShows.READ_BACK]
)
def test_of_what_there_is_nothing_the_screen_stays_blank(shows):
    assert shown(record(), RoomChoice(shows=shows, theme="Buses")).view == BLANK
    assert shown(record(), RoomChoice(shows=shows, theme="Buses", rows=("v",), break_at=True)).view == BLANK


def test_a_sentence_that_is_read_back_stands_first():
    made = record(entry(1, WORDS, quote_ok=True, theme="Ringing back"))
    choice = RoomChoice(shows=RoomShows.READ_BACK, theme="Ringing back", words="Nobody rings back.")
    view = shown(made, choice).view
    assert [(x.words, x.now) for x in view.lines] == [("Nobody rings back.", True), (WORDS, False)]
    assert shown(record(), choice).view.heading == "We heard"


def test_how_many_voted_stands_below_a_result_that_is_no_tie_and_what_is_out_is_not_shown():
    vote = Vote(
        id="v",
        question="What first?",
        voters=7,
        options=(
            VoteOption(id="1", label="Garden", votes=4),
            VoteOption(id="2", label="Singing", votes=3),
            VoteOption(id="3", label="Kiln", votes=0, eligible=False, why_not="Too late"),
        ),
    )
    made = replace(record(), votes=(vote,))
    view = shown(made, RoomChoice(shows=RoomShows.VOTE, rows=("v",), results=True)).view
    assert ([x.words for x in view.lines], view.foot) == (["Garden", "Singing"], "7 people voted")
    few = replace(made, votes=(replace(vote, voters=None),))
    assert shown(few, RoomChoice(shows=RoomShows.VOTE, rows=("v",), results=True)).view.foot is None


def test_the_corner_says_until_when_a_break_lasts_and_when_the_next_one_is():
    talk = AgendaItem(id="a", title="What is working?", minutes=30, started="10:30", finished="11:00", order=1)
    pause = AgendaItem(id="b", title="Break", minutes=15, kind="break", started="11:00", order=2)
    later = AgendaItem(id="c", title="Break", minutes=10, kind="break", order=4)
    rest = AgendaItem(id="d", title=" ", minutes=20, order=3)
    wanted = RoomChoice(shows=RoomShows.MESSAGE, words="Tea is ready", break_at=True)
    made = replace(record(start="10:30"), agenda=(talk, pause, rest, later))
    assert shown(made, wanted, "11:05").view.corner == "Break until 11:15"
    talking = replace(record(start="10:30"), agenda=(replace(talk, finished=None), replace(pause, started=None)))
    assert shown(talking, wanted, "10:50").view.corner == "Break at 11:00"
    coming = replace(record(start="10:30"), agenda=(replace(talk, started=None, finished=None), rest, later))
    assert shown(coming, wanted, "10:00").view.corner == "Break at 11:20"
    assert "Something else" in [x.words for x in shown(coming, RoomChoice(shows=RoomShows.NOW), "10:00").view.lines]
    assert shown(replace(coming, agenda=(talk,)), wanted, "11:30").view.corner is None


RIGHT = "Did we get your words right? Tell us, and we change them."
DOING = AgendaItem(id="a", title="What is working?", minutes=30, started="10:40", order=2)


def full():
    return replace(
        record(
            entry(1, WORDS, quote_ok=True, theme="Ringing back", lang="cy"),
            entry(2, "نريد منحدرا", kind="parking_lot", quote_ok=True, lang="ar", dir="rtl"),
            entry(3, "Mo cried", publish="edit", public_text="Somebody was sad.", quote_ok=False, lang="ur", dir="rtl"),
            entry(4, "They pointed at the pond", quote_ok=True, whose_words=WhoseWords.DESCRIPTION),
            entry(5, NAMED, kind="parking_lot", quote_ok=True, theme="Ringing back"),
        ),
        agenda=(AgendaItem(id="b", title="Close", minutes=5, order=3), DOING),
        ground_rules=(GroundRule(id="r2", text="Be kind", order=2), GroundRule(id="r1", text="One at a time", order=1)),
        votes=(
            Vote(id="w", question="Where?", order=2, options=(VoteOption(id="5", label="Here", votes=1),)),
            Vote(
                id="v",
                question="What first?",
                order=1,
                voters=5,
                options=(VoteOption(id="1", label="Garden", votes=4),),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("choice", "view"),
    [
        (
            sent(1),
            {"heading": DOING.title, "lines": (RoomLine(words=WORDS, lang="cy", said=True, row="e1"),), "foot": RIGHT},
        ),
        (
            sent(2, 3, 4),
            {
                "heading": DOING.title,
                "lines": (
                    RoomLine(words="نريد منحدرا", lang="ar", dir="rtl", said=True, row="e2"),
                    RoomLine(words="Somebody was sad.", row="e3"),
                    RoomLine(words="They pointed at the pond", row="e4"),
                ),
                "foot": RIGHT,
            },
        ),
        (
            RoomChoice(shows=RoomShows.NOW),
            {
                "heading": "Now and next",
                "lines": (
                    RoomLine(words=DOING.title, beside="Now", now=True),
                    RoomLine(words="Close", beside="11:10"),
                ),
            },
        ),
        (
            RoomChoice(shows=RoomShows.RULES),
            {
                "heading": "Our ground rules",
                "lines": (RoomLine(words="One at a time", row="r1"), RoomLine(words="Be kind", row="r2")),
            },
        ),
        (
            RoomChoice(shows=RoomShows.THEMES),
            {
                "heading": "What we heard about, and how many things",
                "lines": (RoomLine(words="Ringing back", beside="1"),),
            },
        ),
        (
            RoomChoice(shows=RoomShows.READ_BACK, theme="Ringing back", words="Nobody rings."),
            {
                "heading": "We heard: Ringing back",
                "lines": (
                    RoomLine(words="Nobody rings.", now=True),
                    RoomLine(words=WORDS, lang="cy", said=True, row="e1"),
                ),
                "foot": RIGHT,
            },
        ),
        (
            RoomChoice(shows=RoomShows.VOTE, rows=("v",), results=True),
            {
                "heading": "What first?",
                "lines": (RoomLine(words="Garden", beside="4"),),
                "foot": "5 people voted",
            },
        ),
        (
            RoomChoice(shows=RoomShows.VOTE, rows=("w",)),
            {"heading": "Where?", "lines": (RoomLine(words="Here"),)},
        ),
        (RoomChoice(shows=RoomShows.MESSAGE, words=" Tea "), {"lines": (RoomLine(words="Tea"),)}),
        (RoomChoice(shows=RoomShows.BREAK), {"lines": (RoomLine(words="Short break"),)}),
    ],
    ids=lambda one: one.shows if isinstance(one, RoomChoice) else "",
)
def test_of_each_kind_of_thing_the_room_sees_just_this(choice, view):
    assert shown(full(), choice).view == RoomView(shows=choice.shows, **view)


def test_what_was_parked_and_may_be_quoted_is_to_be_looked_at_first_where_somebody_is_named_in_it():
    assert shown(full(), sent(5)).refused == {"e5": "Not shown: something in it is to be looked at first."}


def test_a_message_is_looked_at_as_words_written_for_the_session():
    assert message_text(record(), " Tea ") == (CheckedText("s", "session", None, " Tea ", Where.WRITTEN, "message"),)


def ours(words, beside=None, *, now=False, row=""):
    return RoomLine(words=words, beside=beside, now=now, row=row)


def theirs(words, row):
    return RoomLine(words=words, said=True, row=row)


RIGHT = "Did we get your words right? Tell us, and we change them."


@pytest.mark.parametrize(
    ("choice", "heading", "lines", "foot"),
    [
        (
            sent(1, 2, 3),
            "What is working?",
            [theirs(WORDS, "e1"), ours("Someone rings.", row="e2"), theirs("The car park", "e3")],
            RIGHT,
        ),
        (
            RoomChoice(shows=RoomShows.NOW),
            "Now and next",
            [ours("What is working?", "Now", now=True), ours("Something else", "11:10")],
            None,
        ),
        (
            RoomChoice(shows=RoomShows.RULES),
            "Our ground rules",
            [ours("One at a time", row="r1"), ours("Be kind", row="r2")],
            None,
        ),
        (
            RoomChoice(shows=RoomShows.THEMES),
            "What we heard about, and how many things",
            [ours("Ringing back", "2"), ours("Lifts", "1")],
            None,
        ),
        (
            RoomChoice(shows=RoomShows.READ_BACK, theme="Ringing back", words="Nobody rings."),
            "We heard: Ringing back",
            [ours("Nobody rings.", now=True), theirs(WORDS, "e1"), ours("Someone rings.", row="e2")],
            RIGHT,
        ),
        (
            RoomChoice(shows=RoomShows.VOTE, rows=("v",), results=True),
            "What first?",
            [ours("Garden", "4"), ours("Kiln", "4")],
            "A tie: Garden and Kiln",
        ),
        (RoomChoice(shows=RoomShows.VOTE, rows=("w",)), "When?", [ours("Monday")], None),
        (RoomChoice(shows=RoomShows.BREAK), None, [ours("Short break")], None),
        (RoomChoice(shows=RoomShows.MESSAGE, words="Tea"), None, [ours("Tea")], None),
    ],
)
def test_of_each_thing_that_is_sent_the_room_sees_this_in_this_order_and_nothing_more(choice, heading, lines, foot):
    kiln = VoteOption(id="2", label="Kiln", votes=4)
    garden, gone = replace(kiln, id="1", label="Garden"), replace(kiln, id="3", label="Bus", withdrawn=True)
    made = replace(
        record(
            entry(1, WORDS, quote_ok=True, theme="Ringing back"),
            entry(2, NAMED, publish="edit", public_text="Someone rings.", theme="Ringing back"),
            entry(3, "The car park", kind="parking_lot", quote_ok=True),
            entry(4, "The lift is broken.", quote_ok=True, theme="Lifts"),
        ),
        ground_rules=tuple(
            GroundRule(id=f"r{n}", text=text, order=n) for n, text in ((2, "Be kind"), (1, "One at a time"))
        ),
        agenda=(
            AgendaItem(id="b", title=" ", minutes=5, order=2),
            AgendaItem(id="a", title="What is working?", minutes=30, started="10:40", order=1),
        ),
        votes=(
            Vote(id="w", question="When?", options=(replace(kiln, label="Monday"),), order=2),
            Vote(id="v", question="What first?", voters=9, options=(garden, kiln, gone), order=1),
        ),
    )
    found = shown(made, choice)
    assert found.view == RoomView(shows=choice.shows, heading=heading, lines=tuple(lines), foot=foot)
    assert not found.refused
