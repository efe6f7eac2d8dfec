"""A need has its line on the checklist of every list its person is on: one, never two, whatever is done in which order."""

from __future__ import annotations

import contextlib
import datetime
import json
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase as Phase_
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from coprod_desktop.domain import dates
from coprod_desktop.domain.checklist import need_line
from coprod_desktop.domain.words import Phase
from coprod_desktop.errors import UserError
from coprod_desktop.services import bin as bin_
from coprod_desktop.services import need_lines, people, prepare, sessions, workspace
from coprod_desktop.services.bring_in import merge


def forum(desk, in_days: int) -> str:
    made, _ = sessions.new(desk, title="Forum", date=desk.today() + datetime.timedelta(days=in_days))
    return made


def lines(desk, session: str) -> dict[str, object]:
    return {line.text: line for line in prepare.checklist(desk, session)}


def need_of(desk, session, who=None):
    return next(need for p in people.on_list(desk, session) if who in (None, p.id) for need in p.needs)


@pytest.fixture
def session(desk):
    return forum(desk, 70)


@pytest.fixture
def ade(desk, session):
    return people.add(desk, session, "Ade", "member")[0]


def test_a_need_has_a_line_with_who_and_a_date_counted_back(desk, session, ade):
    need, _ = people.add_need(desk, session, ade, "BSL interpreter")
    (line,) = prepare.checklist(desk, session)
    day = sessions.one(desk, session).date
    assert (line.text, line.for_person, line.done) == ("Ade: BSL interpreter", ade, False)
    assert line.by == dates.working_days_before(day, 20)
    people.change_need(desk, need, who_arranges="Dav", by=day - datetime.timedelta(days=40))
    (line,) = prepare.checklist(desk, session)
    assert (line.who, line.by) == ("Dav", day - datetime.timedelta(days=40))


def test_what_takes_longer_than_is_left_is_for_today(desk):
    soon = forum(desk, 2)
    who, _ = people.add(desk, soon, "Ade", "member")
    people.add_need(desk, soon, who, "BSL interpreter")
    assert [line.by for line in prepare.checklist(desk, soon)] == [desk.today()]


def test_that_nothing_is_needed_has_no_line(desk, session, ade):
    need, _ = people.add_need(desk, session, ade, "hearing loop")
    people.change_need(desk, need, need="none needed")
    assert prepare.checklist(desk, session) == ()


def test_a_need_goes_onto_the_lists_to_come_and_not_onto_those_that_were(desk, session, ade):
    later, before = forum(desk, 90), forum(desk, -10)
    for other in (later, before):
        people.bring(desk, other, ade, "member")
    need, _ = people.add_need(desk, session, ade, "large print")
    assert list(lines(desk, later)) == ["Ade: large print"]
    assert people.on_list(desk, before)[0].needs == ()
    people.change_need(desk, need, need="large print 24 point", who_arranges="Dav")
    assert list(lines(desk, later)) == ["Ade: large print 24 point"]
    assert lines(desk, later)["Ade: large print 24 point"].who is None, "who arranges it is of one session"
    workspace.undo(desk)
    workspace.undo(desk)
    assert lines(desk, later) == lines(desk, session) == {}


def test_on_each_new_list_it_is_open_again(desk, session, ade):
    need, _ = people.add_need(desk, session, ade, "hearing loop")
    (line,) = prepare.checklist(desk, session)
    prepare.change(desk, "checklist_item", line.id, done=True, who="the caretaker")
    people.change_need(desk, need, met=True)
    later = forum(desk, 90)
    people.bring(desk, later, ade, "member")
    (again,) = prepare.checklist(desk, later)
    assert (again.text, again.done, again.who) == ("Ade: hearing loop", False, None)
    assert need_of(desk, later).met is None


def test_removed_changed_and_undone_the_line_goes_along(desk, session, ade):
    need, _ = people.add_need(desk, session, ade, "hearing loop")
    people.change_need(desk, need, need="BSL interpreter")
    assert list(lines(desk, session)) == ["Ade: BSL interpreter"]
    workspace.undo(desk)
    assert list(lines(desk, session)) == ["Ade: hearing loop"]
    people.remove_need(desk, need)
    assert lines(desk, session) == {}
    assert people.on_list(desk, session)[0].needs == ()
    workspace.undo(desk)
    assert list(lines(desk, session)) == ["Ade: hearing loop"]


def test_who_and_by_when_are_one_fact_wherever_they_are_typed(desk, session, ade):
    need, _ = people.add_need(desk, session, ade, "hearing loop")
    day = desk.today() + datetime.timedelta(days=5)
    prepare.change(desk, "checklist_item", need_line(need), who="Dav", by=day)
    now = need_of(desk, session)
    assert (now.who_arranges, now.by) == ("Dav", day)
    workspace.undo(desk)
    now = need_of(desk, session)
    assert (now.who_arranges, now.by) == (None, None)


def test_the_line_of_a_need_goes_with_the_need_and_not_by_itself(desk, session, ade):
    need, _ = people.add_need(desk, session, ade, "hearing loop")
    with pytest.raises(UserError, match="Ade needs this"):
        prepare.remove(desk, "checklist_item", need_line(need))
    assert list(lines(desk, session)) == ["Ade: hearing loop"]


def test_a_person_off_the_list_takes_their_lines_along_and_brings_them_back(desk, session, ade):
    people.add_need(desk, session, ade, "hearing loop")
    people.remove(desk, session, ade)
    assert lines(desk, session) == {}
    people.bring(desk, session, ade, "member")
    assert list(lines(desk, session)) == ["Ade: hearing loop"]
    people.remove(desk, session, ade)
    (away,) = [one for one in bin_.things(desk) if one.noun == "attendance"]
    bin_.put_back(desk, "attendance", away.row)
    assert list(lines(desk, session)) == ["Ade: hearing loop"]


def test_another_day_and_another_name_change_the_line(desk, session, ade):
    people.add_need(desk, session, ade, "BSL interpreter")
    day = sessions.one(desk, session).date + datetime.timedelta(days=28)
    sessions.change(desk, session, date=day)
    assert lines(desk, session)["Ade: BSL interpreter"].by == dates.working_days_before(day, 20)
    people.change(desk, session, ade, name="Adebayo")
    assert list(lines(desk, session)) == ["Adebayo: BSL interpreter"]


def test_a_line_that_says_the_same_in_other_words_is_the_line(desk, session, ade):
    prepare.add_checklist_item(
        desk, session, Phase.BEFORE, "Book the BSL interpreter for Ade", for_person=ade, who="Dav"
    )
    people.add_need(desk, session, ade, "BSL interpreter")
    assert list(lines(desk, session)) == ["Book the BSL interpreter for Ade"]
    people.add_need(desk, session, ade, "hearing loop")
    assert list(lines(desk, session)) == ["Book the BSL interpreter for Ade", "Ade: hearing loop"]


def test_a_session_to_come_that_is_brought_in_has_its_lines_and_coming_in_again_changes_nothing(desk):
    day = desk.today() + datetime.timedelta(days=60)
    ade = {
        "id": "p1",
        "name": "Ade",
        "role": "member",
        "name_in_public": "not at all",
        "needs": [{"need": "hearing loop"}],
    }
    data = {
        "format": "coprod-session/1", "id": "s1", "title": "Forum", "people": [ade],
        "session": {"type": "forum", "date": day.isoformat()},
    }  # fmt: skip
    made = merge.import_file(desk, json.dumps(data).encode()).session
    assert list(lines(desk, made)) == ["Ade: hearing loop"]
    assert merge.import_file(desk, json.dumps(data).encode()).taken == 0
    data |= {"id": "s2", "session": {"type": "forum", "date": "2020-01-09"}}
    assert lines(desk, merge.import_file(desk, json.dumps(data).encode()).session) == {}


# ---- any history


WORDS = ("hearing loop", "large print", "BSL interpreter", "she likes the window", "none needed")


class Histories(RuleBasedStateMachine):
    """Two sessions to come and one that was, three people, and whatever can be done with what they need."""

    made: Path

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp(prefix="coprod-needs-"))
        shutil.copytree(self.made, self.folder / "workspace")
        self.desk = workspace.unlock(self.folder / "workspace", None)
        self.sessions = [forum(self.desk, 60), forum(self.desk, 3), forum(self.desk, -7)]
        self.people = [people.add(self.desk, self.sessions[0], name, "member")[0] for name in ("Ade", "Bo")]

    def teardown(self):
        if hasattr(self, "desk"):
            workspace.close(self.desk)
            shutil.rmtree(self.folder)

    def _try(self, verb, *given, **fields):
        with contextlib.suppress(UserError):  # a sentence, and nothing was changed
            verb(self.desk, *given, **fields)

    def _needs(self):
        return [n.id for s in self.sessions for p in people.on_list(self.desk, s) for n in p.needs]

    def _listed(self):
        return [(s, p.id) for s in self.sessions for p in people.on_list(self.desk, s)]

    @rule(s=st.integers(0, 2), p=st.integers(0, 1))
    def put_on(self, s, p):
        self._try(people.bring, self.sessions[s], self.people[p], "member")

    @precondition(lambda self: self._listed())
    @rule(n=st.integers(0, 5))
    def take_off(self, n):
        found = self._listed()
        self._try(people.remove, *found[n % len(found)])

    @precondition(lambda self: self._listed())
    @rule(n=st.integers(0, 5), words=st.sampled_from(WORDS))
    def need(self, n, words):
        found = self._listed()
        self._try(people.add_need, *found[n % len(found)], words)

    @precondition(lambda self: self._needs())
    @rule(n=st.integers(0, 9), words=st.sampled_from(WORDS))
    def change(self, n, words):
        found = self._needs()
        self._try(people.change_need, found[n % len(found)], need=words)

    @precondition(lambda self: self._needs())
    @rule(n=st.integers(0, 9), who=st.sampled_from(("Dav", None)), met=st.sampled_from((True, False, None)))
    def arrange(self, n, who, met):
        found = self._needs()
        self._try(people.change_need, found[n % len(found)], who_arranges=who, met=met)

    @precondition(lambda self: self._needs())
    @rule(n=st.integers(0, 9))
    def remove(self, n):
        found = self._needs()
        self._try(people.remove_need, found[n % len(found)])

    @rule(s=st.integers(0, 2), n=st.integers(0, 9), who=st.sampled_from(("Bea", None)))
    def on_the_line(self, s, n, who):
        found = prepare.checklist(self.desk, self.sessions[s])
        if found:
            self._try(prepare.change, "checklist_item", found[n % len(found)].id, who=who, done=True)
            self._try(prepare.remove, "checklist_item", found[n % len(found)].id)

    @rule(s=st.integers(0, 2))
    def make(self, s):
        self._try(prepare.make_checklist, self.sessions[s])

    @rule(s=st.integers(0, 1), days=st.integers(0, 90))
    def move(self, s, days):
        self._try(sessions.change, self.sessions[s], date=self.desk.today() + datetime.timedelta(days=days))

    @rule(n=st.integers(0, 5))
    def out_of_the_bin(self, n):
        found = [one for one in bin_.things(self.desk) if one.noun in {"need", "attendance"}]
        if found:
            one = found[n % len(found)]
            self._try(bin_.put_back, one.noun, one.row)

    @rule()
    def undo(self):
        self._try(workspace.undo)

    @rule()
    def redo(self):
        self._try(workspace.redo)

    @invariant()
    def one_line_each_and_never_two(self):
        for session in getattr(self, "sessions", ()):
            checks = prepare.checklist(self.desk, session)
            listed = people.on_list(self.desk, session)
            found = list(need_lines.of(listed, checks, self.desk.content.needs))
            ids = [one.line.id for one in found if one.line is not None]
            assert None not in [one.line for one in found], "a need without its line"
            assert len(ids) == len(set(ids)), "one line for two needs"
            texts = [c.text for c in checks]
            for one in found:
                assert one.line.who == one.need.who_arranges
                same = [o for o in found if (o.person.id, o.need.need) == (one.person.id, one.need.need)]
                assert texts.count(f"{one.person.name}: {one.need.need}") <= len(same), "two lines for one need"
            left = {c.id for c in checks if c.for_person} - set(ids)
            assert not left, "a line for a need that nobody has"


def test_every_history_leaves_one_line_for_each_need(empty_workspace):
    class With(Histories):
        made = empty_workspace

    histories = settings(max_examples=20, stateful_step_count=20, deadline=None, phases=[Phase_.generate])
    run_state_machine_as_test(With, settings=histories)
