"""Undo says what it takes back in the person's words, before and after; no word of them is kept in a step."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

import coprod_desktop.services
from coprod_desktop.domain import dates
from coprod_desktop.domain.check.findings import blocking
from coprod_desktop.domain.check.settled import Decision, Finding
from coprod_desktop.domain.easy_record import ReadersMark
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.keep_rules import Kind
from coprod_desktop.domain.live_hour import Heard, What
from coprod_desktop.domain.looked_back_record import Measured, MeasureUnit
from coprod_desktop.domain.people_record import ClaimState, PaidHow, Unit
from coprod_desktop.domain.permission import Circle, Purpose
from coprod_desktop.domain.record import Vote, VoteOption
from coprod_desktop.domain.week_after import FormatState
from coprod_desktop.domain.words import AnswerKind, Group, NoticeTime, Outcome, Phase, Rung, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.publish.easy.points import offered
from coprod_desktop.publish.easy.telling import Part, Place, Topic
from coprod_desktop.services import (
    about_you,
    answers,
    ask_again,
    asking,
    bank,
    capture,
    changed_mind,
    figures,
    group_measures,
    group_members,
    group_plan,
    group_sessions,
    groups,
    join_and_split,
    leaving,
    live_hour,
    local_figures,
    looking_back,
    members_check,
    money,
    notes,
    notices,
    organisation,
    other_formats,
    people,
    plain_words,
    prepare,
    promises,
    read_back,
    said_back,
    seen_to,
    seldom,
    sessions,
    sheets,
    still_to_ask,
    taking_part,
    undo_words,
    votes,
    words_checked,
    workspace,
)  # fmt: skip
from coprod_desktop.services import bin as bin_verbs
from coprod_desktop.services.ask_again import Reply
from coprod_desktop.services.bring_in import events_log, merge
from coprod_desktop.services.bring_in import people as people_in
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import as_read, easy_kit, easy_read, easy_sentences, handover, packs, papers
from coprod_desktop.services.money import NewAmount
from coprod_desktop.services.rights import keeping, privacy
from coprod_desktop.services.words_checked import Checked, Choice
from tests.desks import HOME_CARE, every_value
from tests.services.test_agreed_undo import CASES as OF_PAPERS
from tests.services.test_log_undo import CASES as OF_THE_LOG

RAMP = "The ramp is too steep"


@dataclass
class Room:
    """A session with one of everything, to undo things in."""

    desk: Desk
    session: str
    person: str
    other: str
    line: str
    lines: tuple[str, ...]
    point: str
    item: str
    check: str
    rule: str
    need: str
    files: Path


@pytest.fixture
def room(desk, tmp_path) -> Room:
    session, _ = sessions.new(desk, title="Home care", start="10:30", finish_by="15:30")
    person, _ = people.add(desk, session, "Amina Raza", "carer")
    other, _ = people.add(desk, session, "Mo Bell", "advocate")
    said = [capture.add(desk, session, NewLine(text=t, theme="Buses")).added[0].id for t in (RAMP, "They come late")]
    spoke = capture.add(desk, session, NewLine(text="I wait all day", speaker=person)).added[0].id
    return Room(
        desk=desk,
        session=session,
        person=person,
        other=other,
        line=said[0],
        lines=(*said, spoke),
        point=answers.add_point(desk, session, "Ring us when late", [said[0]])[0],
        item=prepare.add_agenda_item(desk, session, "Welcome", 10)[0],
        check=prepare.add_checklist_item(desk, session, Phase.BEFORE, "Try the ramp")[0],
        rule=prepare.add_rule(desk, session, "One at a time")[0],
        need=people.add_need(desk, session, person, "a loop")[0],
        files=tmp_path,
    )


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "teal").save(out, "PNG")
    return out.getvalue()


def promised(room: Room) -> str:
    answers.change_point(room.desk, room.point, answer=AnswerKind.WILL, text="We will ring", owner="Sam")
    return room.point


def asked(room: Room) -> str:
    asking.ask(room.desk, [room.point], "Director", room.desk.today())
    return room.point


def refused(room: Room) -> None:
    people.agree(room.desk, room.session, room.person, "quote", "no")


def helped(room: Room) -> None:
    people.agree(room.desk, room.session, room.person, "photo", room.desk.today().isoformat())
    people.helped_decide(room.desk, room.session, room.person, "Bea")


def put_off_and_back(room: Room) -> None:
    still_to_ask.later(room.desk, room.session, room.person, still_to_ask.BY_PHONE)
    still_to_ask.no_more(room.desk, room.session, room.person)


def reads_it_too(room: Room) -> None:
    people.add_need(room.desk, room.session, room.person, "braille")
    listed = people.on_list(room.desk, room.session)
    as_read.note(room.desk, room.session, as_read.unread(room.desk, listed, {room.person: ["pdf"]}))


def no_of(room: Room) -> tuple[str, ...]:
    return tuple(r.id for one in ask_again.to_ask(room.desk, room.session, [room.lines[2]]) for r in one.refusals)


def sample(room: Room) -> str:
    return merge.import_file(room.desk, HOME_CARE.read_bytes()).session


def made(room: Room) -> tuple[str, str]:
    session = sample(room)
    papers.review(room.desk, session)
    papers.make(room.desk, session, ("html",), room.files / "out")
    return session, papers.made_before(room.desk, session)[0].id


def sent_to(room: Room, verb: str) -> None:
    session, paper = made(room)
    to = sessions.record(room.desk, session).people[0].id
    day = room.desk.today()
    members_check.skipped(room.desk, session, "you-said-we-will", "There was no time", day)
    if verb == "pack":
        packs.note_sent(room.desk, session, paper, {to: ["html"]}, day)
    else:
        papers.sent(room.desk, session, paper, [to], "html", day)


def private(room: Room) -> Finding:
    """A finding that blocks papers."""
    capture.add(room.desk, room.session, NewLine(text="Ring 01632 960001", speaker=room.person, quote_ok=True))
    return blocking(papers.findings(room.desk, room.session))[0]


def settle(room: Room) -> None:
    papers.settle(room.desk, room.session, private(room), Decision.FINE)


def checked(room: Room) -> None:
    words_checked.write_down(
        room.desk, room.session, room.person, {room.lines[2]: Checked(choice=Choice.AS_IT_IS)},
        on=room.desk.today(), way="by phone",
    )  # fmt: skip


def mind_changed(room: Room) -> None:
    back = changed_mind.TakenBack(purposes=(Purpose.CONTACT,), on=room.desk.today())
    people.change(room.desk, room.session, room.person, contact="01632 960001")
    changed_mind.take_back(room.desk, room.session, room.person, back)


def list_in(room: Room) -> None:
    rows = people_in.look(room.desk, b"Name,Role\nJean Quimby,carer\nAlf Tattersall,carer\n").rows
    people_in.bring_in(room.desk, room.session, [people_in.Chosen(row) for row in rows])


def picture_taken_away(room: Room) -> None:
    own, _ = easy_read.add_picture(room.desk, picture(), "Our hall")
    easy_read.remove_picture(room.desk, own)


def put_back(room: Room) -> None:
    answers.remove_point(room.desk, room.point)
    bin_verbs.put_back(room.desk, "point", room.point)


def told_later(room: Room) -> str:
    later, _ = sessions.new(room.desk, title="Later", date=room.desk.today() + datetime.timedelta(30))
    promises.tell(room.desk, later, [promised(room)])
    return later


CASES: dict[str, tuple[Callable[[Room], object], str]] = {}


def case(said: str, words: str, name: str = ""):
    def keep(act):
        CASES[f"{said}{f' ({name})' if name else ''}"] = (act, words)
        return act

    return keep


D = lambda act: lambda room: act(room.desk, room)  # noqa: E731
case("Added what was said", "took “They clap” off the list")(
    D(lambda d, r: capture.add(d, r.session, NewLine(text="They clap")))
)
case("Changed what was said", "“The ramp is far too steep” back to “The ramp is too steep”")(
    D(lambda d, r: capture.change(d, r.line, text="The ramp is far too steep"))
)
case("Changed what was said", "“The ramp is too steep”: theme, Lifts back to Buses", "theme")(
    D(lambda d, r: capture.change(d, r.line, theme="Lifts"))
)
case("Changed what was said", "what was said about being quoted, of “The ramp is too steep”", "quote")(
    D(lambda d, r: capture.change(d, r.line, quote_ok=True))
)
case("Changed several lines", "theme of 2 lines, Lifts back to Buses")(
    D(lambda d, r: capture.change_many(d, r.lines[:2], theme="Lifts"))
)
case("Renamed a theme", "theme of 2 lines, Lifts back to Buses")(
    D(lambda d, r: capture.rename_theme(d, r.session, "Buses", "Lifts"))
)
case(
    "Said what became of a line",
    "“The ramp is too steep”: what became of it, Passed on back to nothing; what became of it, in words, the council back to nothing",
)(D(lambda d, r: capture.settle_outcomes(d, [r.line], Outcome.PASSED_ON, "the council")))
case("Took a line away", "put “The ramp is too steep” back")(D(lambda d, r: capture.remove(d, r.line)))
case("Took a line away", "put “Welcome” back", "agenda")(D(lambda d, r: prepare.remove(d, "agenda_item", r.item)))
case("Joined two lines", "back to “The ramp is too steep”")(D(lambda d, r: join_and_split.join(d, r.lines[1])))
case("Made two lines of one", "took “is too steep” off the list; “The ramp” back to “The ramp is too steep”")(
    D(lambda d, r: join_and_split.split(d, r.line, "The ramp", "is too steep"))
)
case("Wrote down what was done", "“The ramp is too steep”: what was done about it, A ramp was lent back to nothing")(
    D(lambda d, r: seen_to.done_about(d, r.line, "A ramp was lent"))
)
case("Parked it, with how they hear back", "“The ramp is too steep”: what it is, Parked back to Said")(
    D(lambda d, r: seen_to.park(d, r.line, "Ring on Friday", read_back=True))
)
case("Started a session", "took the session “Plan” away")(D(lambda d, r: sessions.new(d, title="Plan")))
case("Changed the session", "the finish that is fixed, 16:00 back to 15:30")(
    D(lambda d, r: sessions.change(d, r.session, finish_by="16:00"))
)
case("Changed the session", "title, “Home care, again and at length” back to “Home care”", "title")(
    D(lambda d, r: sessions.change(d, r.session, title="Home care, again and at length"))
)
case("Moved the session", "back to TODAY; planned, moved or cancelled, Moved back to nothing")(
    D(lambda d, r: sessions.move(d, r.session, d.today() + datetime.timedelta(7), "Snow"))
)
case(
    "Cancelled the session",
    "planned, moved or cancelled, Cancelled back to nothing; why it was moved or cancelled, Snow",
)(D(lambda d, r: sessions.cancel(d, r.session, "Snow")))
case("The session is held after all", "planned, moved or cancelled, nothing back to Cancelled")(
    D(lambda d, r: (sessions.cancel(d, r.session, "Snow"), sessions.hold_after_all(d, r.session)))
)
case("Changed how people take part", "ways to take part, online back to nothing")(
    D(lambda d, r: taking_part.change(d, r.session, "ways.online", True))
)


def _looked(r):
    of = looking_back.Of(session=r.session)
    looking_back.add_form(r.desk, of, "slip", looking_back.Slip(answers={"had a say": "yes"}))
    return looking_back.write_down(r.desk, of, "slip")[0]


def _number(r):
    return group_measures.add(
        r.desk, looking_back.Of(session=r.session), question="I have choice", what=Measured.BASELINE, value=599,
        unit=MeasureUnit.PERCENT, asked=400,
    )[0]  # fmt: skip


case("Said which rung it was", "ladder: what was reached, Co-design back to nothing; who decided that, Members")(
    D(lambda d, r: looking_back.decide_rung(d, _looked(r), aimed=None, reached=Rung.CO_DESIGN, decided_by="Members"))
)
case("Took a looking back away", "put the look back “slip” back")(D(lambda d, r: looking_back.remove(d, _looked(r))))
case("Wrote down a number", "took the measure “I have choice” away")(D(lambda d, r: _number(r)))
case("Changed a number", "the measure “I have choice”: how many were asked, 500 back to 400")(
    D(lambda d, r: group_measures.change(d, _number(r), asked=500))
)
case("Took a number away", "put the measure “I have choice” back")(D(lambda d, r: group_measures.remove(d, _number(r))))
case("Took a session away", "put the session “Home care” back")(D(lambda d, r: sessions.remove(d, r.session)))
case("Put something back", "took the point “Ring us when late” away again")(put_back)
case("Counted someone", "people counted at the door, Carers: 1 back to nothing")(
    D(lambda d, r: sessions.count(d, r.session, Group.CARERS, 1))
)
case("Used an agenda", "put “Welcome” back; took 2 parts of the agenda away")(
    D(lambda d, r: prepare.use_agenda(d, r.session, [(10, "Arrive"), (15, "Break")]))
)
case("Added to the agenda", "took “Break” off the agenda")(
    D(lambda d, r: prepare.add_agenda_item(d, r.session, "Break", 15))
)
case("Added a ground rule", "took “Phones off” off the ground rules")(
    D(lambda d, r: prepare.add_rule(d, r.session, "Phones off"))
)
case("Added ground rules", "took 2 ground rules away")(D(lambda d, r: prepare.use_rules(d, r.session, ["A", "B"])))
case("Agreed the ground rules", "ground rules agreed")(D(lambda d, r: prepare.agree_rules(d, r.session, 12)))
case("Added to the checklist", "took “Quiet room” off the checklist")(
    D(lambda d, r: prepare.add_checklist_item(d, r.session, Phase.BEFORE, "Quiet room"))
)
case("Made the checklist", "lines of the checklist away")(D(lambda d, r: prepare.make_checklist(d, r.session)))
case("Changed what is prepared", "“Welcome”: minutes, 20 back to 10")(
    D(lambda d, r: prepare.change(d, "agenda_item", r.item, minutes=20))
)
case("Changed what is prepared", "“Hello all” back to “Welcome”", "title")(
    D(lambda d, r: prepare.change(d, "agenda_item", r.item, title="Hello all"))
)
case("Changed what is prepared", "“Try the ramp”: done, Yes back to No", "tick")(
    D(lambda d, r: prepare.change(d, "checklist_item", r.check, done=True))
)


def _fare(r, **more):
    return money.add(r.desk, r.person, NewAmount(**{"kind": "travel", "pence": 440} | more), session=r.session)[0]


case("Wrote down money", "took the amount “travel” away")(_fare)
case("Paid somebody", "took the amount “travel” away", "now")(
    D(lambda d, r: money.pay_now(d, r.person, NewAmount(kind="travel", pence=440), session=r.session))
)
case("Offered money", "took 2 amounts away")(
    D(
        lambda d, r: money.offer(
            d, r.session, [r.person, r.other], [NewAmount(kind="payment for time", pence=2000, fee=True)]
        )
    )
)
case("Wrote down a rate", "took the rate “travel” away")(D(lambda d, r: money.add_rate(d, "travel", 45, Unit.MILE)))


@case(
    "Paid somebody",
    "the amount “travel”: paid on, TODAY back to nothing; paid, £4.40 back to nothing and 1 more",
)
def _paid(r):
    money.pay(r.desk, [_fare(r)], PaidHow.CASH)


@case("Changed an amount", "the amount “travel”: amount, £5.00 back to £4.40")
def _amount_changed(r):
    money.change(r.desk, _fare(r), pence=500)


@case("Wrote down what somebody said to money", "the amount “travel”: what they said to it, Declined back to Claimed")
def _declined(r):
    money.answer(r.desk, _fare(r), ClaimState.DECLINED)


@case(
    "Said that it was not paid",
    "the amount “travel”: paid on, nothing back to TODAY; paid, nothing back to £4.40 and 1 more",
)
def _unpaid(r):
    made = _fare(r)
    money.pay(r.desk, [made], PaidHow.CASH)
    money.not_paid(r.desk, made)


@case("Took an amount away", "put the amount “travel” back")
def _amount_gone(r):
    money.remove(r.desk, _fare(r))


@case("Changed a rate", "the rate “travel”: amount, £0.50 back to £0.45")
def _rate_changed(r):
    money.change_rate(r.desk, money.add_rate(r.desk, "travel", 45, Unit.MILE)[0], pence=50)


@case("Took a rate away", "put the rate “travel” back")
def _rate_gone(r):
    money.remove_rate(r.desk, money.add_rate(r.desk, "travel", 45, Unit.MILE)[0])


@case("Moved a line", "the order of 2 parts of the agenda")
def _moved(r):
    prepare.add_agenda_item(r.desk, r.session, "Break", 15)
    prepare.move(r.desk, r.session, "agenda_item", r.item, 1)


@case("Moved a point", "the order of 2 points")
def _moved_point(r):
    answers.add_point(r.desk, r.session, "Second")
    answers.move_point(r.desk, r.session, r.point, 1)


case("Went on to the next item", "going on to “Welcome”")(D(lambda d, r: live_hour.next_item(d, r.session)))


@case("Went on to the next item (the last)", "the end of “Welcome”")
def _ended(r):
    live_hour.next_item(r.desk, r.session)
    live_hour.next_item(r.desk, r.session)


@case("Went back to the part before", "going back to “Welcome”")
def _back(r):
    prepare.add_agenda_item(r.desk, r.session, "Ideas", 15)
    live_hour.next_item(r.desk, r.session)
    live_hour.next_item(r.desk, r.session)
    live_hour.back(r.desk, r.session)


case("Changed how long a part is", "5 minutes more for “Welcome”")(
    D(lambda d, r: live_hour.change_length(d, r.item, 5))
)
case("Changed how long a part is (shorter)", "3 minutes less for “Welcome”")(
    D(lambda d, r: live_hour.change_length(d, r.item, -3))
)
case("Skipped a part", "skipping “Welcome”")(D(lambda d, r: live_hour.skip(d, r.item)))
case("Kept a part for next time", "keeping “Welcome” for next time")(D(lambda d, r: live_hour.next_time(d, r.item)))


@case("Put a part back on the agenda", "“Welcome”: skipped, or for next time, nothing back to Skipped")
def _part_back(r):
    live_hour.skip(r.desk, r.item)
    live_hour.put_back(r.desk, r.item)


@case("Took up what was kept for next time", "took “Welcome” off the agenda")
def _taken_up(r):
    live_hour.next_time(r.desk, r.item)
    later, _ = sessions.new(r.desk, title="Later")
    prepare.take_up(r.desk, later, r.item)


@case("Swapped parts of the agenda", "the new place of “Welcome”")
def _swapped(r):
    prepare.add_agenda_item(r.desk, r.session, "Ideas", 15)
    live_hour.swap(r.desk, r.item)


case("Said how many tables there are", "“Welcome”: tables at once, 3 back to nothing")(
    D(lambda d, r: live_hour.set_tables(d, r.item, 3))
)
case("Changed what the room is asked for", "the sign “Slower, please”")(
    D(lambda d, r: live_hour.turn_signal(d, r.session, What.SLOW))
)
case("Added someone to the list", "took Jean Quimby off the list")(
    D(lambda d, r: people.add(d, r.session, "Jean Quimby", "carer"))
)


@case("Put someone on the list", "took Amina Raza off the list")
def _brought(r):
    later, _ = sessions.new(r.desk, title="Later")
    people.bring(r.desk, later, r.person, "carer")


case("Changed someone on the list", "Amina Raza: how to reach them, “ring her sister first” back to nothing")(
    D(lambda d, r: people.change(d, r.session, r.person, contact="ring her sister first"))
)
case("Noted what someone agreed to", "what Amina Raza said about photos")(
    D(lambda d, r: people.agree(d, r.session, r.person, "photo", d.today().isoformat()))
)
case("Noted who helped someone decide", "what Amina Raza said about photos")(D(lambda d, r: helped(r)))
case("Put asking off", "took “Amina Raza: ask what is still open” off the checklist")(
    D(lambda d, r: still_to_ask.later(d, r.session, r.person, still_to_ask.BY_PHONE))
)
case("Noted that nothing is needed", "took “Amina Raza: asked what they need: nothing” off the checklist")(
    D(lambda d, r: still_to_ask.nothing_needed(d, r.session, r.person))
)
case("Took somebody off the list of who is to be asked", "put “Amina Raza: ask what is still open” back")(
    D(lambda d, r: put_off_and_back(r))
)
case("Noted that someone reads a format too", "took the need “standard print” away")(D(lambda d, r: reads_it_too(r)))
case("Someone arrived", "Amina Raza: coming or here, Here back to nothing")(
    D(lambda d, r: people.arrive(d, r.session, r.person))
)
case("Took someone off the list", "put Amina Raza back")(D(lambda d, r: people.remove(d, r.session, r.person)))
case("Wrote down a need", "took the need “large print” away")(
    D(lambda d, r: people.add_need(d, r.session, r.person, "large print"))
)
case("Took a need away", "put the need “a loop” back")(D(lambda d, r: people.remove_need(d, r.need)))
case("Changed a need", "the need “a loop”: who arranges it, Dav back to nothing")(
    D(lambda d, r: people.change_need(d, r.need, who_arranges="Dav"))
)
case("Changed what somebody takes part in", "took the note of what somebody takes part in away")(
    D(lambda d, r: bank.change(d, r.person, "trains", "how to chair"))
)
case("Changed what somebody takes part in (more)", "what they train others in, first aid back to how to chair")(
    D(
        lambda d, r: (
            bank.change(d, r.person, "trains", "how to chair"),
            bank.change(d, r.person, "trains", "first aid"),
        )
    )
)
case("Added someone to the bank of people", "took Ida Ackroyd away")(D(lambda d, r: bank.add_person(d, "Ida Ackroyd")))
case("Typed a figure of the place", "took the local figure “yes” away")(
    D(lambda d, r: local_figures.add(d, "Disabled", "yes", "24%", "Census 2021"))
)
case("Took a figure of the place away", "put the local figure “yes” back")(
    D(lambda d, r: local_figures.remove(d, local_figures.add(d, "Disabled", "yes", "24%", "Census 2021")[0]))
)
case("Took notes in", "took 2 lines away")(
    D(lambda d, r: notes.take(d, r.session, notes.look(d, r.session, "10:01 anon: one\n10:02 anon: two\n").rows))
)
case("Said how long a photo is kept", "the photo of a sheet “Slip 1”: keep until")(
    D(
        lambda d, r: sheets.keep_photo(
            d, sheets.add_photo(d, r.session, "Slip 1", picture(), None)[0], d.today() + datetime.timedelta(days=3)
        )
    )
)
case("Kept a photo of a sheet", "took the photo of a sheet “Slip 1” away")(
    D(lambda d, r: sheets.add_photo(d, r.session, "Slip 1", picture(), None))
)


@case("Confirmed what a machine wrote", "“They clap”: made by a machine, not yet confirmed, nothing back to Yes")
def _confirmed(r):
    heard = "WEBVTT\n\n1\n00:00:03.000 --> 00:00:05.000\n<v Len>They clap</v>\n"
    notes.take(r.desk, r.session, notes.look(r.desk, r.session, heard).rows)
    notes.confirm(r.desk, [line.id for line in notes.unconfirmed(r.desk, r.session)])


case("Brought a list of people in", "took 2 people away")(list_in)
case("Added a point", "took the point “Say so” away")(D(lambda d, r: answers.add_point(d, r.session, "Say so")))
case("Changed an answer", "the point “Ring us when late”: who does it, Sam back to nothing")(
    D(lambda d, r: answers.change_point(d, r.point, owner="Sam"))
)
case("Changed an answer", "“Ring us first” back to “Ring us when late”", "you said")(
    D(lambda d, r: answers.change_point(d, r.point, you_said="Ring us first"))
)
case("Took a point away", "put the point “Ring us when late” back")(D(lambda d, r: answers.remove_point(d, r.point)))
case("Changed what a point is made of", "the point “Ring us when late”: written from these lines")(
    D(lambda d, r: answers.put_under(d, r.point, [r.lines[1]]))
)
case("Asked somebody", "took the step of the question to “Director” away")(
    D(lambda d, r: asking.ask(d, [r.point], "Director", d.today()))
)
case("Asked again", "took the step of the question to “Director” away")(
    D(lambda d, r: asking.chase(d, [asked(r)], d.today()))
)
case("Asked somebody above", "took the step of the question to “Chief” away")(
    D(lambda d, r: asking.escalate(d, [asked(r)], "Chief", d.today()))
)
case("Wrote down that they agreed", "took the step of the question to “Director” away")(
    D(lambda d, r: asking.agreed(d, [asked(r)], d.today()))
)
case("Wrote down that they said no", "took the step of the question to “Director” away")(
    D(lambda d, r: asking.declined(d, [asked(r)], d.today()))
)
case("Kept a reply", "took the step of the question to “Director” away")(
    D(lambda d, r: asking.replied(d, asked(r), d.today(), "Yes"))
)
case("Noted who looked at the draft", "took the note that members looked away")(
    D(lambda d, r: members_check.looked(d, r.session, "you-said-we-will", "Two members", d.today()))
)
case("Wrote down what was said back", "took the word that came back away")(
    D(lambda d, r: said_back.add(d, r.session, r.point, d.today(), back="No"))
)
case("Wrote down what the room said back", "took the word of the room to a theme “Call times” away")(
    D(lambda d, r: read_back.add(d, r.session, "Call times", Heard.RIGHT, before="They come late."))
)
case("Added how a promise goes", "took the word on a promise “Half of it” away")(
    D(lambda d, r: promises.add_update(d, promised(r), d.today(), UpdateState.IN_HAND, "Half of it"))
)
case("Wrote down a promise made elsewhere", "wrote down a promise made elsewhere")(
    D(lambda d, r: promises.tell_of_elsewhere(d, r.session, "We will mend the lift"))
)
case("Put earlier promises on this paper", "took the earlier promise “We will ring” off this paper")(told_later)
case("Noted that the notice was read out", "took the note that the notice was read out away")(
    D(lambda d, r: notices.give(d, r.session, NoticeTime.START, 7))
)
case(
    "Someone changed their mind",
    "Amina Raza: how to reach them, nothing back to 01632 960001; what Amina Raza said about being contacted",
)(mind_changed)
case("Noted what someone said about their words", "what was said about being quoted, of “I wait all day”")(
    D(
        lambda d, r: (
            refused(r),
            ask_again.write_down(d, r.session, {r.lines[2]: Reply(circle=Circle.ANYONE, on=d.today(), over=no_of(r))}),
        )
    )
)
case(
    "Wrote down what someone said about their words",
    "what was said about being quoted, of “I wait all day”",
)(checked)
case("Noted how far another format is", "took the format that was asked for “BSL film” away")(
    D(lambda d, r: other_formats.note(d, r.session, "BSL film", FormatState.ASKED))
)


@case("Took another format off the list", "put the format that was asked for “BSL film” back")
def _format_off(r):
    other_formats.note(r.desk, r.session, "BSL film", FormatState.ASKED)
    other_formats.take_off(r.desk, r.session, other_formats.tracked(r.desk, r.session)[0].id)


def voted(room: Room) -> tuple[str, str]:
    vote, _ = votes.add(room.desk, room.session, "What first?")
    return vote, votes.add_choice(room.desk, vote, "A bench")[0]


case("Put a vote down", "took the vote “What first?” away")(D(lambda d, r: votes.add(d, r.session, "What first?")))
case("Changed a vote", "the vote “What first?”: how people voted, Dots back to nothing")(
    D(lambda d, r: votes.change(d, voted(r)[0], {"method": "Dots"}))
)
case("Added a choice", "the vote “What first?”: choices and votes")(voted)
case("Changed a choice", "the vote “What first?”: choices and votes, A bench: 3 back to A bench: 0")(
    D(lambda d, r: votes.change_choice(d, *voted(r), {"votes": 3}))
)
case("Took a choice away", "the vote “What first?”: choices and votes")(
    D(lambda d, r: votes.remove_choice(d, *voted(r)))
)
case("Took a vote away", "put the vote “What first?” back")(D(lambda d, r: votes.remove(d, voted(r)[0])))
case("Changed the figures", "people counted at the door, Carers: 7 back to nothing")(
    D(lambda d, r: figures.change(d, r.session, "headcount.carers", 7))
)
case("Looked at needs again", "looked at again, ")(
    D(lambda d, r: seldom.needs_reviewed(d, r.session, r.person, d.today()))
)
case("Wrote down an interest", "Amina Raza: declared interest, My sister bids back to nothing")(
    D(lambda d, r: votes.declare(d, r.session, r.person, "My sister bids"))
)
case("Settled something to look at", "took the decision about something private away")(settle)
case("Reviewed what to look at", "about something private away")(
    lambda r: (private(r), papers.review(r.desk, r.session))
)
case("Noted who got a paper", "took the note of who got a paper away")(lambda r: sent_to(r, "paper"))
case("Noted who got a paper", "took the note of who got a paper away", "pack")(lambda r: sent_to(r, "pack"))
case("Added a picture of your own", "took the picture of your own “Our hall” away")(
    D(lambda d, r: easy_read.add_picture(d, picture(), "Our hall"))
)
case("Took away a picture of your own", "put the picture of your own “Our hall” back")(picture_taken_away)
case("Changed a picture of the Easy Read", "took the picture for a sentence away")(
    D(lambda d, r: easy_read.choose(d, r.session, "key", easy_read.symbol_choice("1F68C")))
)
case("Noted who checked the Easy Read", "took the check of the Easy Read “Sunflower group” away")(
    D(lambda d, r: easy_read.checked(d, r.session, "you-said-we-will", "Sunflower group", d.today(), "f"))
)
EASY = Topic(
    key="p",
    title="1. You said",
    parts=(Part(Place.WE_WILL, (offered("We will ring."), offered("We will write."))),),
    source="s",
)
"""A page of the Easy Read with two sentences of ours."""


def easy_begun(r: Room) -> None:
    easy_sentences.change(r.desk, r.session, EASY, 0, "We ring.")


case(
    "Changed a sentence of the Easy Read", "took 2 sentences of the Easy Read away; “We ring.” back to “We will ring.”"
)(easy_begun)
case("Changed a sentence of the Easy Read", "“We ring back.” back to “We ring.”", "again")(
    lambda r: (easy_begun(r), easy_sentences.change(r.desk, r.session, EASY, 0, "We ring back."))
)
case("Added a sentence to the Easy Read", "took the sentence of the Easy Read “We ask.” away")(
    lambda r: (easy_begun(r), easy_sentences.add(r.desk, r.session, EASY, 1, "We ask."))
)
case("Took a sentence out of the Easy Read", "put the sentence of the Easy Read “We ring.” back")(
    lambda r: (easy_begun(r), easy_sentences.remove(r.desk, r.session, EASY, 0))
)
case("Moved a sentence of the Easy Read", "the order of 2 sentences of the Easy Read")(
    lambda r: (easy_begun(r), easy_sentences.move(r.desk, r.session, EASY, 0, 1))
)
case("Went back to the first draft of the Easy Read", "put 2 sentences of the Easy Read back")(
    lambda r: (easy_begun(r), easy_sentences.first_draft(r.desk, r.session, EASY))
)
case("Wrote down what a reader said of the Easy Read", "took the mark of a reader away")(
    D(lambda d, r: easy_kit.mark(d, r.session, "you-said-we-will", 1, ReadersMark.GOOD))
)
case("Took away what a reader said of the Easy Read", "put the mark of a reader back")(
    lambda r: easy_kit.unmark(r.desk, easy_kit.mark(r.desk, r.session, "agenda", 1, ReadersMark.GOOD).added[0].id)
)
case("Changed the list of hard words", "took “commissioning” off the list of hard words")(
    D(lambda d, r: plain_words.put(d, "commissioning", "deciding what to pay for"))
)


@case("Took a word off the list of hard words", "put “zzz” back")
def _word_off(r):
    plain_words.put(r.desk, "zzz", "sleep")
    plain_words.take_away(r.desk, "zzz")


@case("Changed who the papers come from", "name, Sunnyside Forum back to Sunnyside")
def _named(r):
    organisation.change(r.desk, name="Sunnyside")
    organisation.change(r.desk, name="Sunnyside Forum")


@case("Changed the privacy notice", "who is responsible, Marrowdale Council back to Marrowdale")
def _notice(r):
    privacy.change(r.desk, controller="Marrowdale")
    privacy.change(r.desk, controller="Marrowdale Council")


@case("Changed a question about you", "“Your ethnic group” back to “Your race”")
def _asked_about(r):
    about_you.set_wording(r.desk, "race", "Your race", ["A", "B"], None)
    about_you.set_wording(r.desk, "race", "Your ethnic group", ["A", "B"], None)


@case("Took a question about you back to our words", "put the question about you “Your race” back")
def _asked_ours(r):
    about_you.set_wording(r.desk, "race", "Your race", ["A", "B"], None)
    about_you.use_ours(r.desk, "race")


@case("Set how long records are kept", "months, 12 back to 24")
def _keep(r):
    keeping.set_rule(r.desk, Kind.PEOPLE, 24)
    keeping.set_rule(r.desk, Kind.PEOPLE, 12)


@case("Chose a logo", "logo; what the logo shows, A sun back to nothing")
def _logo(r):
    organisation.change(r.desk, name="Sunnyside")
    organisation.set_logo(r.desk, picture(), "A sun")


@case("Took the logo away", "logo; what the logo shows, nothing back to A sun")
def _logo_off(r):
    organisation.set_logo(r.desk, picture(), "A sun")
    organisation.take_logo_away(r.desk)


def grouped(r):
    return groups.add(r.desk, "Night bus forum", "forum")[0]


case("Began a group", "took the group “Night bus forum” away")(grouped)
case("Changed the group", "“Bus forum” back to “Night bus forum”")(
    lambda r: groups.change(r.desk, grouped(r), name="Bus forum")
)
case("Changed the group", "ends on, 1 March 2027 back to nothing", "end")(
    lambda r: groups.change(r.desk, grouped(r), end=datetime.date(2027, 3, 1))
)
case("Took a group away", "put the group “Night bus forum” back")(lambda r: groups.remove(r.desk, grouped(r)))
case("Added a partner", "took the partner “Riverside Voices” away")(
    lambda r: groups.add_partner(r.desk, grouped(r), "Riverside Voices")
)
case("Changed a partner", "the partner “Riverside Voices”: led by its users, Yes back to No")(
    lambda r: groups.change_partner(
        r.desk, groups.add_partner(r.desk, grouped(r), "Riverside Voices")[0], user_led=True
    )
)
case("Took a partner away", "put the partner “Riverside Voices” back")(
    lambda r: groups.remove_partner(r.desk, groups.add_partner(r.desk, grouped(r), "Riverside Voices")[0])
)


def joined(r):
    return group_members.add(r.desk, grouped(r), "Ida Ackroyd", "carer")[0]


def planned(r, *words):
    group = grouped(r)
    return group, [group_plan.add(r.desk, group, one)[0] for one in words]


case("Put somebody into a group", "took Ida Ackroyd away; took the member “carer” away")(joined)
case("Changed somebody's part in a group", "counted as, carers back to nothing")(
    lambda r: group_members.change(r.desk, joined(r), mix="carers")
)
case("Took somebody out of a group", "put the member “carer” back")(lambda r: group_members.remove(r.desk, joined(r)))
case("Somebody left a group", "left on")(lambda r: leaving.leave(r.desk, joined(r), r.desk.today()))


@case("Somebody came back to a group", "left on, nothing back to")
def _came_back(r):
    member = joined(r)
    leaving.leave(r.desk, member, r.desk.today())
    leaving.come_back(r.desk, member)


case("Planned the next session of a group", "took the session “Night bus forum” away")(
    lambda r: group_sessions.plan_next(r.desk, grouped(r))
)
case("Said of which group a session is", "number in its series, 1 back to nothing")(
    lambda r: group_sessions.put_into(r.desk, r.session, grouped(r))
)
case("Numbered a session", "number in its series, 4 back to nothing")(
    lambda r: group_sessions.renumber(r.desk, r.session, 4)
)
case("Said what a session carries on from", "carries on from")(
    lambda r: group_sessions.follow(r.desk, r.session, sessions.new(r.desk, title="Survey")[0])
)
case("Added to the work plan", "took the line of the log “Buses” away")(lambda r: planned(r, "Buses"))
case("Changed the work plan", "“Night buses” back to “Buses”")(
    lambda r: group_plan.change(r.desk, planned(r, "Buses")[1][0], "Night buses")
)
case("Took a priority off the work plan", "put the line of the log “Buses” back")(
    lambda r: group_plan.remove(r.desk, planned(r, "Buses")[1][0])
)


case("Noted that somebody was thanked", "thanked on")(
    lambda r: handover.make(r.desk, joined(r), r.files, ("group-thanks",))
)


@case("Moved a priority", "the order of 2 lines of the log")
def _moved_priority(r):
    group, ids = planned(r, "Buses", "Trains")
    group_plan.move(r.desk, group, ids[0], 1)


@case("Put the work plan into the order of a vote", "lines of the log")
def _voted(r):
    group, _ids = planned(r, "Buses", "Trains")
    options = tuple(VoteOption(id=new_id(), label=label, votes=many) for label, many in (("Buses", 1), ("Trains", 5)))
    vote = Vote(id=new_id(), question="What first?", options=options)
    with r.desk.store.write() as tx:
        tx.add(vote, session=r.session)
    group_plan.order_by_vote(r.desk, group, vote.id)


case("Brought a session in from a file", "what came in with the file of “Listening space: home care”")(sample)
case("Brought an engagement log in", "sessions away")(
    D(lambda d, r: events_log.import_log(d, (HOME_CARE.parent / "wirral-engagement-events.csv").read_bytes()))
)
ELSEWHERE = {"Chose one of two versions", "Joined a promise to where it was made"}
"""Told in tests/services/seen/test_two_versions.py and tests/services/test_promises.py."""


_SAID = re.compile(r'(?:write\(\s*|about = )"([^"]+)"')


def said_in_services() -> set[str]:
    folder = Path(coprod_desktop.services.__file__).parent
    return {said for path in folder.rglob("*.py") for said in _SAID.findall(path.read_text("utf-8"))}


def test_every_verb_that_can_be_undone_is_told_here():
    of_others = (OF_THE_LOG.keys() | OF_PAPERS.keys()) & said_in_services()
    assert {name.partition(" (")[0] for name in CASES} | ELSEWHERE | of_others == said_in_services()


@pytest.mark.parametrize("name", CASES)
def test_undo_says_what_it_takes_back_before_and_after(room, name):
    act, words = CASES[name]
    act(room)
    before, after = undo_words.next_undo(room.desk).before, undo_words.next_undo(room.desk).after
    assert words.replace("TODAY", dates.plain(room.desk.today())) in after
    assert before == re.sub(r"\btook\b", "take", after)
    assert workspace.undo(room.desk).said == after


def test_bringing_back_is_told_as_well(room):
    sessions.change(room.desk, room.session, finish_by="16:00")
    capture.remove(room.desk, room.line)
    workspace.undo(room.desk)
    workspace.undo(room.desk)
    assert undo_words.next_redo(room.desk).before == "the finish that is fixed, 15:30 to 16:00"
    assert workspace.redo(room.desk).said == "the finish that is fixed, 15:30 to 16:00"
    assert workspace.redo(room.desk).said == "took “The ramp is too steep” away again"


def test_there_is_nothing_to_say_when_there_is_nothing_to_undo(desk):
    assert undo_words.next_undo(desk) is None
    assert undo_words.next_redo(desk) is None


def test_long_words_are_cut_and_lines_are_one(room):
    capture.add(room.desk, room.session, NewLine(text="One\ntwo " + "very " * 40))
    words = undo_words.next_undo(room.desk).after
    assert words.startswith("took “One two very")
    assert len(words) < 90


def test_no_words_are_kept_in_a_step(room):
    sessions.change(room.desk, room.session, purpose="zanzibar")
    capture.add(room.desk, room.session, NewLine(text="zanzibar"))
    workspace.undo(room.desk)
    assert not any("zanzibar" in value for table, value in every_value(room.desk) if table == "undo_step")


def test_what_was_struck_is_said_by_no_undo(room):
    capture.change(room.desk, room.line, text="zanzibar")
    capture.strike(room.desk, room.line)
    seen = []
    while (step := undo_words.next_undo(room.desk)) is not None:
        seen.append(step.before)
        try:
            workspace.undo(room.desk)
        except UserError:
            break
    assert not any("zanzibar" in words or "ramp is" in words for words in seen)
