"""What is on the room screen, whatever happens: nothing that the gate would now refuse is ever in the view."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Circle, Purpose
from coprod_desktop.domain.room import RoomChoice, RoomShows
from coprod_desktop.domain.words import Group, NameInPublic
from coprod_desktop.errors import UserError
from coprod_desktop.publish.room_view import BLANK
from coprod_desktop.services import (
    capture,
    changed_mind,
    drafts,
    people,
    permissions,
    prepare,
    safeguarding,
    sessions,
    workspace,
)
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.changed_mind import Scope, TakenBack
from coprod_desktop.services.seen import room_screen

NAMES = ("Ada Quill", "Bo Lark")
SAYINGS = ("They never ring back.", "I wait for an hour.", "Bo Lark came late.", "Ring me on 07700 900123.")
CLOCK = "10:50"

acts = st.one_of(
    st.tuples(st.just("say"), st.integers(0, 3), st.sampled_from([None, 0, 1]), st.sampled_from([None, True, False])),
    st.tuples(st.just("send"), st.integers(0, 5)),
    st.tuples(st.just("strike"), st.integers(0, 5)),
    st.tuples(st.just("seal"), st.integers(0, 5)),
    st.tuples(st.just("quote"), st.integers(0, 5), st.booleans()),
    st.tuples(st.just("publish"), st.integers(0, 5), st.sampled_from(["yes", "no", "edit"])),
    st.tuples(st.just("words"), st.integers(0, 5), st.integers(0, 3)),
    st.tuples(st.just("same"), st.integers(0, 5), st.integers(0, 5)),
    st.tuples(st.just("mind"), st.integers(0, 1), st.sampled_from([Purpose.QUOTE, Purpose.OTHER_WORDS]), st.booleans()),
    st.tuples(st.just("name"), st.integers(0, 1), st.sampled_from(list(NameInPublic))),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
)


class Room:
    """A session, and the room screen over it as the window keeps it: without Qt."""

    def __init__(self, desk, shows):
        self.desk = desk
        self.session, _ = sessions.start_now(desk)
        self.people = [people.add(desk, self.session, name, "carer")[0] for name in NAMES]
        self.lines: list[str] = []
        self.choice, self.view = RoomChoice(shows=shows, theme="Calls"), BLANK
        if shows in (RoomShows.MESSAGE, RoomShows.READ_BACK):  # words of ours, and the same as somebody's
            self.choice = replace(self.choice, words=SAYINGS[0])

    def fresh(self):
        return room_screen.look(self.desk, self.session, self.choice, CLOCK).view

    def do(self, act, *told) -> Changes | None:
        """Do it; None when it was refused, or did nothing that could change."""
        try:
            return getattr(self, f"_{act}")(*told) if act == "say" or self.line(0) != "gone" else None
        except UserError:
            return None

    def line(self, at):
        there = [line.id for line in capture.lines(self.desk, self.session)]
        return there[at % len(there)] if there else "gone"

    def _say(self, saying, who, quote):
        self.lines.append(new_id())
        speaker = None if who is None else self.people[who]
        line = NewLine(text=SAYINGS[saying], speaker=speaker, quote_ok=quote, theme="Calls", id=self.lines[-1])
        return capture.add(self.desk, self.session, line)

    def _send(self, at):
        line = self.line(at)
        if line and self.choice.shows is RoomShows.WORDS:
            self.choice = self.choice.with_line(line)
        fine = (one.fine(self.desk) for one in room_screen.once_more(self.desk, self.session, self.choice))
        self.choice = replace(self.choice, settled=(*self.choice.settled, *(s for some in fine for s in some)))
        self.view = self.fresh()

    def _strike(self, at):
        return capture.strike(self.desk, self.line(at))

    def _seal(self, at):
        return safeguarding.seal(self.desk, self.line(at)).changes

    def _quote(self, at, may):
        return capture.change(self.desk, self.line(at), quote_ok=may)

    def _publish(self, at, how):
        return capture.change(self.desk, self.line(at), publish=how, public_text="In other words.")

    def _words(self, at, saying):
        return capture.change(self.desk, self.line(at), text=SAYINGS[saying])

    def _same(self, at, other):
        return capture.change(self.desk, self.line(at), duplicate_of=self.line(other))

    def _mind(self, who, purpose, everything):
        scope = Scope.EVERYTHING if everything else Scope.SESSION
        taken = TakenBack(purposes=(purpose,), on=datetime.date(2020, 1, 1), scope=scope)
        return changed_mind.take_back(self.desk, self.session, self.people[who], taken)

    def _name(self, who, name):
        return people.change(self.desk, self.session, self.people[who], name_in_public=name)

    def _undo(self):
        return workspace.undo(self.desk)

    def _redo(self):
        return workspace.redo(self.desk)


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    shows=st.sampled_from([RoomShows.WORDS, RoomShows.READ_BACK, RoomShows.THEMES, RoomShows.MESSAGE]),
    history=st.lists(acts, min_size=4, max_size=14),
)
def test_nothing_that_the_gate_would_now_refuse_is_ever_in_the_view(desk, shows, history):
    room = Room(desk, shows)
    room.do("say", 0, 0, True)
    room.do("say", 1, 1, True)
    room.do("send", 0)
    room.do("send", 1)
    assert room.view.lines
    for act, *told in history:
        changes = room.do(act, *told)
        if changes is None:
            continue
        only_more = (
            act == "say"
        )  # takes nobody's words off; words of ours may be theirs now, and the gate is asked at once
        room.view = room_screen.held_back(room.view, changes)
        now = room.fresh()
        if only_more and shows in room_screen.OUR_WORDS:
            room.view = now
        assert {(line.row, line.words) for line in room.view.lines} <= {(line.row, line.words) for line in now.lines}
        room.view = now


def test_the_next_line_takes_nothing_off(desk):
    room = Room(desk, RoomShows.WORDS)
    room.do("say", 0, 0, True)
    room.do("send", 0)
    assert room_screen.held_back(room.view, room.do("say", 1, 1, None)) is room.view


def test_typing_takes_nothing_off(desk):
    room = Room(desk, RoomShows.WORDS)
    room.do("say", 0, 0, True)
    room.do("send", 0)
    kept = drafts.keep(desk, f"capture:{room.session}", "half a li", session=room.session)
    assert room_screen.held_back(room.view, kept) is room.view


def test_counting_at_the_door_and_going_on_in_the_agenda_take_nothing_off(desk):
    room = Room(desk, RoomShows.WORDS)
    room.do("say", 0, 0, True)
    room.do("send", 0)
    counted = sessions.count(desk, room.session, Group.CARERS, 1)
    assert any(True for _ in counted.all())
    assert room_screen.held_back(room.view, counted) is room.view
    _, agenda = prepare.add_agenda_item(desk, room.session, "Tea", 10)
    assert room_screen.held_back(room.view, agenda) is room.view


def test_a_session_that_is_taken_away_takes_everything_off(desk):
    room = Room(desk, RoomShows.WORDS)
    room.do("say", 0, 0, True)
    room.do("send", 0)
    assert room_screen.held_back(room.view, sessions.remove(desk, room.session)) == BLANK


def test_what_a_change_is_about_is_not_known_takes_everything_off(desk):
    room = Room(desk, RoomShows.WORDS)
    room.do("say", 0, 0, True)
    room.do("send", 0)
    assert room_screen.held_back(room.view, Changes(changed=(Ref("something new", "x"),))) == BLANK


def test_a_no_that_changes_no_column_takes_the_words_off_too(desk):
    """A second no after a yes to these words alone: the person's own answer reads as before."""
    room = Room(desk, RoomShows.WORDS)
    who = room.people[0]
    people.agree(desk, room.session, who, "quotation", "no")
    room.do("say", 0, 0, None)
    capture.change(desk, room.lines[0], quote_ok=True, over=_noes(desk, who))
    room.do("send", 0)
    assert room.view.lines
    changes = people.agree(desk, room.session, who, "quotation", "no")
    assert room.fresh() == BLANK
    assert room_screen.held_back(room.view, changes) == BLANK


def _noes(desk, who):
    from coprod_desktop.store import permits

    with desk.store.read() as connection:
        return tuple(row.id for row in permits.of(connection, who))


def test_words_with_something_private_are_asked_about_once(desk):
    room = Room(desk, RoomShows.WORDS)
    room.do("say", 3, 0, True)
    choice = RoomChoice().with_line(room.lines[0])
    (asked,) = room_screen.once_more(desk, room.session, choice)
    assert asked.marked() == "Ring me on [07700 900123]."
    assert asked.why == ("a phone number",)
    assert room_screen.look(desk, room.session, choice).view == BLANK
    choice = replace(choice, settled=asked.fine(desk))
    assert room_screen.once_more(desk, room.session, choice) == ()
    assert room_screen.look(desk, room.session, choice).view.lines[0].words == SAYINGS[3]


def test_the_room_goes_by_what_was_answered_to_the_people_who_came(desk):
    room = Room(desk, RoomShows.WORDS)
    line = NewLine(text=SAYINGS[0], speaker=room.people[0], quote_ok=True, circle=Circle.CAME, id=new_id())
    capture.add(desk, room.session, line)
    assert room_screen.look(desk, room.session, RoomChoice().with_line(line.id or "")).view.lines


def test_a_message_is_looked_at_like_words(desk):
    room = Room(desk, RoomShows.MESSAGE)
    choice = RoomChoice(shows=RoomShows.MESSAGE, words="Ask Bo Lark, 07700 900123")
    assert room_screen.once_more(desk, room.session, choice)[0].marked() == "Ask [Bo Lark], [07700 900123]"
    assert room_screen.look(desk, room.session, choice).wrong is not None


def test_permissions_is_the_one_reader_here_too(desk):
    """A yes to anyone is taken back by "not asked after all", and the words go."""
    room = Room(desk, RoomShows.WORDS)
    room.do("say", 0, 0, True)
    room.do("send", 0)
    with desk.store.write("Asked after all") as tx:
        permissions.write(tx, "entry", room.lines[0], Purpose.QUOTE, permissions.UNASKED, session=room.session)
    assert room.fresh() == BLANK
