"""What stands beside a session travels with its file, once each, and goes where the words it tells of go."""

from __future__ import annotations

import datetime
import itertools
import json

import pytest

from coprod_desktop.domain.easy_record import EasyMark, EasyPlace, EasySentence, ReadersMark
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.live_hour import Heard, Moment, ReadBack, SheetPhoto, What
from coprod_desktop.domain.permission import Purpose
from coprod_desktop.domain.record import Vote, VoteOption
from coprod_desktop.domain.week_after import (
    Asking,
    AskingStep,
    FormatAsked,
    FormatState,
    MemberCheck,
    SaidBack,
    YesNo,
)
from coprod_desktop.services import (
    answers,
    bin,
    capture,
    changed_mind,
    people,
    prepare,
    safeguarding,
    sessions,
    versions,
    workspace,
)
from coprod_desktop.services.bring_in import merge, rows_beside, session_file
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.changed_mind import TakenBack
from coprod_desktop.store import reading
from tests.desks import HOME_CARE, every_value
from tests.services.bring_in.test_laptops import carry, laptops, written

__all__ = ["laptops"]
DAY = datetime.date(2026, 12, 3)
WORDS = "My zebraman nephew takes the purse and I am frightened of him"


def one_of_each(point, words="We will look at it."):
    return (
        Asking(id=new_id(), point=point, step=AskingStep.ASKED, to_whom="Director", on=DAY, reply_by=DAY),
        Asking(id=new_id(), point=point, step=AskingStep.REPLIED, to_whom="Director", on=DAY, words=words),
        MemberCheck(id=new_id(), kind="standard", who="Two members", on=DAY, changed=words),
        SaidBack(id=new_id(), on=DAY, point=point, right=YesNo.NO, answers=YesNo.PARTLY, back=words),
        SaidBack(id=new_id(), on=DAY, answers=YesNo.YES),
        FormatAsked(id=new_id(), format="BSL film", state=FormatState.ASKED, on=DAY, who_signs="Jo"),
        EasySentence(id=new_id(), point=point, place=EasyPlace.YOU_SAID, order=0, words=words, picture="none"),
        EasySentence(id=new_id(), point="", place=EasyPlace.MORE, order=0, words="This is about buses."),
        EasyMark(id=new_id(), kind="standard", page=2, mark=ReadersMark.CHANGE, on=DAY, words=words, reader="Ann"),
        Moment(id=new_id(), at="2026-12-03T10:41:00+00:00", what=What.ADDED, part=None, minutes=5),
        ReadBack(id=new_id(), theme="Buses", answer=Heard.CHANGE, words=words, before=words, at="15:05", on=DAY),
    )


def put(desk, session, rows):
    with desk.store.write("Wrote it down") as tx:
        for row in rows:
            tx.add(row, session=session)


def stored(desk, session):
    return {row.id: row for row in rows_beside.of(desk, session)}


def a_point(desk, session):
    return sessions.record(desk, session).points[0].id


def test_each_kind_travels_and_stands_there_as_it_stood_here(laptops):
    a, b, _, session = laptops
    rows = one_of_each(a_point(a, session))
    put(a, session, rows)
    carry(a, b, session)
    assert stored(b, session) == {row.id: row for row in rows}
    point = sessions.record(b, session).points[0]
    assert {step.step for step in point.asked} == {"asked", "replied"}
    assert [said.back for said in point.said_back] == ["We will look at it."]
    assert [said.answers for said in sessions.record(b, session).said_back] == ["yes"]
    assert [moment.minutes for moment in sessions.record(b, session).moments] == [5]
    assert [said.answer for said in sessions.record(b, session).read_backs] == ["change"]
    here, there = json.loads(written(a, session)), json.loads(written(b, session))
    for key in rows_beside.KEYS.keys() - {"claims"}:  # test_money_in_files.py
        assert here[key] == there[key], key


def test_a_file_without_any_is_what_it_was(desk, home_care):
    out = json.loads(written(desk, home_care))
    assert not out.keys() & rows_beside.KEYS.keys()
    assert session_file.read(HOME_CARE.read_bytes()).unknown.keys() & rows_beside.KEYS.keys() == set()


@pytest.mark.parametrize("order", list(itertools.permutations("abc")), ids="".join)
def test_they_come_together_as_a_set_in_any_order(laptops, order):
    a, b, c, session = laptops
    desks = {"a": a, "b": b, "c": c}
    for desk in (a, b, c):
        put(desk, session, one_of_each(a_point(desk, session)))
    wanted = stored(a, session) | stored(b, session) | stored(c, session)
    end = desks[order[-1]]
    for name in (*order, *order):
        if desks[name] is not end:
            carry(desks[name], end, session)
    assert stored(end, session) == wanted


def test_what_was_taken_away_here_does_not_come_back(laptops):
    a, b, _, session = laptops
    put(a, session, one_of_each(a_point(a, session)))
    carry(a, b, session)
    workspace.undo(a)
    assert stored(a, session) == {}
    carry(b, a, session)
    assert stored(a, session) == {}


def test_a_sentence_both_changed_waits_for_a_choice(laptops):
    a, b, _, session = laptops
    put(a, session, one_of_each(a_point(a, session)))
    carry(a, b, session)
    sentence = next(row.id for row in stored(a, session).values() if isinstance(row, EasySentence))
    for desk, words in ((a, "The bus was late."), (b, "The bus did not come.")):
        with desk.store.write("Changed a sentence") as tx:
            tx.change("easy_sentence", sentence, words=words)
    carry(a, b, session)
    (waiting,) = versions.waiting(b)
    assert (waiting.ours, waiting.theirs) == ("The bus did not come.", "The bus was late.")
    with a.store.write("Changed a picture") as tx:
        tx.change("easy_sentence", sentence, picture="openmoji:1F68C")
    carry(a, b, session)
    assert stored(b, session)[sentence].picture == "openmoji:1F68C"


def test_a_moment_of_a_part_that_has_another_id_here_is_of_that_part(desk, home_care):
    item = prepare.add_agenda_item(desk, home_care, "Welcome", 10)[0]
    put(desk, home_care, [Moment(id=new_id(), at="2026-12-03T10:41:00+00:00", what=What.STARTED, part=item)])
    data = json.loads(written(desk, home_care))
    data["agenda"][0]["uid"] = data["moments"][0]["part"] = new_id()
    data["moments"][0]["uid"] = new_id()
    merge.import_file(desk, json.dumps(data).encode())
    assert [moment.part for moment in sessions.record(desk, home_care).moments] == [item, item]


@pytest.mark.parametrize(
    ("key", "broken"),
    [
        ("moments", {"at": "this morning"}),
        ("moments", {"at": "2026-12-03T10:41:00"}),
        ("moments", {"what": "shouted"}),
        ("moments", {"minutes": -5}),
        ("read_backs", {"at": "25:61"}),
        ("read_backs", {"answer": "perhaps"}),
    ],
    ids=str,
)
def test_a_moment_or_a_word_of_the_room_without_a_time_is_left_out(desk, home_care, key, broken):
    put(desk, home_care, one_of_each(a_point(desk, home_care))[-2:])
    data = json.loads(written(desk, home_care))
    data[key][0] |= broken
    kept = session_file.read_whole(json.dumps(data).encode()).private.beside
    assert len(kept) == 1
    assert key != {Moment: "moments", ReadBack: "read_backs"}[type(kept[0])]


@pytest.mark.parametrize(
    "broken",
    [
        {"step": "shouted"},
        {"on": "3 December"},
        {"on": None},
        {"to_whom": 7},
        {"uid": "not an id"},
        {"words": ["a", "list"]},
    ],
    ids=str,
)
def test_a_row_that_is_not_as_it_should_be_is_left_out(desk, home_care, broken):
    put(desk, home_care, one_of_each(a_point(desk, home_care))[:2])
    data = json.loads(written(desk, home_care))
    data["asking"][0] |= broken
    file = session_file.read_whole(json.dumps(data).encode())
    assert [row.id for row in file.private.beside] == [data["asking"][1]["uid"]]


def test_a_row_of_a_newer_program_keeps_what_is_not_known_here(desk, home_care):
    put(desk, home_care, one_of_each(a_point(desk, home_care))[:1])
    data = json.loads(written(desk, home_care))
    data["asking"][0] |= {"uid": new_id(), "by_post": True}
    merge.import_file(desk, json.dumps(data).encode())
    assert any(row.get("by_post") for row in json.loads(written(desk, home_care))["asking"])


def test_the_id_of_something_else_does_not_take_its_place(desk, home_care):
    point = a_point(desk, home_care)
    put(desk, home_care, one_of_each(point)[:1])
    data = json.loads(written(desk, home_care))
    data["asking"][0]["uid"] = point
    merge.import_file(desk, json.dumps(data).encode())
    assert a_point(desk, home_care) == point
    assert len([row for row in stored(desk, home_care).values() if isinstance(row, Asking)]) == 2


def holding(desk):
    return {table for table, held in every_value(desk) if "zebraman" in held}


def test_a_seal_takes_every_copy_and_gives_it_back(desk):
    session, _ = sessions.start_now(desk)
    entry = capture.add(desk, session, NewLine(text=WORDS)).added[0].id
    other = capture.add(desk, session, NewLine(text="The rota comes late")).added[0].id
    alone, _ = answers.add_point(desk, session, WORDS, [entry])
    shared, _ = answers.add_point(desk, session, "Two things", [entry, other], answer="will")
    for point in (alone, shared):
        put(desk, session, one_of_each(point, f"You wrote: {WORDS}. We know."))
    before = stored(desk, session)
    sealed = safeguarding.seal(desk, entry).id
    assert holding(desk) == {"set_aside"}
    assert alone not in {getattr(row, "point", None) for row in stored(desk, session).values()}
    safeguarding.put_back(desk, sealed)
    # Easy Read of a point that stays is drafted anew: what it told of the line was in other words
    drafted = {row.id for row in before.values() if isinstance(row, EasySentence) and row.point == shared}
    assert stored(desk, session) == {row_id: row for row_id, row in before.items() if row_id not in drafted}


def test_what_is_struck_is_in_no_reply_and_no_sentence(desk):
    session, _ = sessions.start_now(desk)
    entry = capture.add(desk, session, NewLine(text=WORDS)).added[0].id
    point, _ = answers.add_point(desk, session, "Money", [entry])
    put(desk, session, one_of_each(point, f"You wrote: {WORDS}. We know."))
    capture.strike(desk, entry)
    assert holding(desk) == set()


def test_the_bin_takes_them_with_their_point_and_with_their_session(desk, home_care):
    point = answers.add_point(desk, home_care, "Something else")[0]
    put(desk, home_care, one_of_each(point, WORDS))
    answers.remove_point(desk, point)
    bin.empty(desk, [("point", point)])
    assert {type(row) for row in stored(desk, home_care).values()} == {
        MemberCheck,
        SaidBack,
        FormatAsked,
        EasySentence,
        EasyMark,
        Moment,
        ReadBack,
    }
    sessions.remove(desk, home_care)
    bin.empty(desk, [("session", home_care)])
    assert holding(desk) == set()


SHEET = "Flipchart 2"


def photo_of(sheet=SHEET):
    return SheetPhoto(id=new_id(), sheet=sheet, picture="zebraman seen on paper")


def on_a_sheet(desk):
    session, _ = sessions.start_now(desk)
    entry = capture.add(desk, session, NewLine(text=WORDS, sheet=SHEET)).added[0].id
    put(desk, session, [photo_of()])
    put(desk, session, [photo_of("Table 3")])
    return session, entry


def sheets(desk, session):
    with desk.store.read() as connection:
        return {photo.sheet for photo in reading.rows(connection, SheetPhoto, session)}


def test_a_photo_of_a_sheet_is_in_no_file(desk):
    session, _entry = on_a_sheet(desk)
    assert "seen on paper" not in written(desk, session).decode()


def test_the_photo_of_a_struck_lines_sheet_goes_and_no_other(desk):
    session, entry = on_a_sheet(desk)
    capture.strike(desk, entry)
    assert sheets(desk, session) == {"Table 3"}


def test_a_seal_takes_the_photo_and_gives_it_back(desk):
    session, entry = on_a_sheet(desk)
    sealed = safeguarding.seal(desk, entry).id
    assert sheets(desk, session) == {"Table 3"}
    safeguarding.put_back(desk, sealed)
    assert sheets(desk, session) == {"Table 3", SHEET}


def test_the_bin_takes_photos_with_their_session(desk):
    session, _entry = on_a_sheet(desk)
    sessions.remove(desk, session)
    bin.empty(desk, [("session", session)])
    assert holding(desk) == set()


def test_what_is_struck_is_in_no_note_of_another_line_and_no_vote(desk):
    session, _ = sessions.start_now(desk)
    entry = capture.add(desk, session, NewLine(text=WORDS)).added[0].id
    other = capture.add(desk, session, NewLine(text="The rota comes late")).added[0].id
    said = f"They said: {WORDS}. We know."
    capture.change(desk, other, done_about=said, told=said, call_back=said)
    choice = VoteOption(id=new_id(), label="A bench", votes=3, who=said, why_not=said)
    put(
        desk,
        session,
        [Vote(id=new_id(), question="What first?", options=(choice,), settled_by=said, left_becomes=said)],
    )
    capture.strike(desk, entry)
    assert holding(desk) == set()
    (vote,) = sessions.record(desk, session).votes
    assert (vote.options[0].label, vote.options[0].votes, vote.left_becomes) == ("A bench", 3, "They said: . We know")


def test_who_takes_their_words_back_is_in_nothing_the_room_said_to_a_theme(desk):
    session, _ = sessions.start_now(desk)
    person, _ = people.add(desk, session, "Amina Raza", "carer")
    entry = capture.add(desk, session, NewLine(text=WORDS, speaker=person, theme="Money")).added[0].id
    capture.change(desk, entry, text=f"{WORDS}, they said")
    put(desk, session, [one_of_each(None, f"You wrote: {WORDS}. We know.")[-1]])
    taken = TakenBack(purposes=(Purpose.OTHER_WORDS,), on=desk.today())
    changed_mind.take_back(desk, session, person, taken)
    (said,) = sessions.record(desk, session).read_backs
    assert (said.words, said.before) == ("You wrote: . We know", "You wrote: . We know")
    workspace.undo(desk)  # takes no refusal back, so no copy either
    assert sessions.record(desk, session).read_backs == (said,)
