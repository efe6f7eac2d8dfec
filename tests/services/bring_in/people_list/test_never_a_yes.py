"""A list never writes a yes, whatever is in it; and one undo takes all of it away."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.permission import NO
from coprod_desktop.domain.permission_fields import quote_answer
from coprod_desktop.domain.words import NameInPublic
from coprod_desktop.services import people, sessions, workspace
from coprod_desktop.services.bring_in import people as people_in
from coprod_desktop.services.bring_in.people import Chosen
from coprod_desktop.store import permits
from tests.desks import choose_condition

HEADINGS = st.sampled_from([
    "Photo", "Photos OK", "NO photos please (tick)", "Happy to be quoted?", "Consent to recording (Y/N)", "Can we use your name?",
    "OK to contact you again?", "I do not mind photos", "Name on papers", "Photo consent", "GDPR consent", "Role", "Coming",
    "Access needs", "Notes", "May we print your words", "Do NOT film me", "Consent", "Quote me", "Opt in", "Opt out of photos",
])  # fmt: skip
CELLS = st.sampled_from(["Y", "yes", "Yes please", "no", "N", "x", "✓", "TRUE", "1", "0", "ok", "only from behind", "", "ask me", "no photos", "2026-01-02", "agreed", "consent given", "anyone", "people who came", "I am happy with anything"])  # fmt: skip
LISTS = st.lists(HEADINGS, min_size=1, max_size=5, unique=True).flatmap(
    lambda heads: st.tuples(
        st.just(heads), st.lists(st.lists(CELLS, min_size=len(heads), max_size=len(heads)), min_size=1, max_size=3)
    )
)


def bring(desk, session, heads, rows):
    lines = [["Name", "Email", *heads], *([f"Ann{n} Bell", f"ann{n}@example.org", *row] for n, row in enumerate(rows))]
    data = "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode()
    found = people_in.look(desk, data, session=session)
    people_in.bring_in(desk, session, [Chosen(row, row.same, row.differs) for row in found.rows if row.ticked])


@settings(deadline=None, max_examples=60)
@given(LISTS, st.lists(LISTS, max_size=1))
def test_a_list_never_writes_a_yes_whatever_is_in_it(first, more):
    desk = ROOM[0]
    session = sessions.new(desk, title="Steering group")[0]
    for heads, rows in (first, *more):
        bring(desk, session, heads, rows)
    here = people.on_list(desk, session)
    with desk.store.read() as connection:
        answers = [row for person in here for row in permits.of(connection, person.id)]
    assert here
    assert all(row.value in {NO, NameInPublic.NONE} for row in answers)
    assert all(set((person.consents or {}).values()) <= {"no"} for person in here)
    assert {person.name_in_public for person in here} == {NameInPublic.NONE}
    assert {quote_answer(person) for person in here} <= {None, "no"}


@settings(deadline=None, max_examples=15)
@given(st.lists(LISTS, min_size=1, max_size=3))
def test_each_undo_takes_one_whole_list_away(lists):
    desk, _ = ROOM
    session = sessions.new(desk, title="Steering group")[0]
    before = []
    for made in lists:
        before.append(who_is_here(desk, session))
        bring(desk, session, *made)
    for here in reversed(before):
        workspace.undo(desk)
        assert who_is_here(desk, session) == here


def who_is_here(desk, session):
    """Return who is on a list with what undo puts back; a no that a list brought stays."""
    listed = people.on_list(desk, session)
    needs = {one.id: {need.need for need in one.needs} for one in listed}
    return {(one.id, one.role, one.contact, one.attendance) for one in listed}, needs, len(people.every(desk))


def test_a_list_of_which_only_a_no_stays_lets_the_list_before_it_be_undone():
    desk, _ = ROOM
    session = sessions.new(desk, title="Steering group")[0]
    bring(desk, session, ["Role"], [["carer"], ["resident"]])
    bring(desk, session, ["Photo"], [["no"], ["no"]])
    workspace.undo(desk)
    assert [one.consents["photo"] for one in people.on_list(desk, session)] == ["no", "no"]
    workspace.undo(desk)
    assert people.on_list(desk, session) == ()


def test_a_list_that_said_nothing_new_is_what_undo_takes_first():
    desk, _ = ROOM
    session = sessions.new(desk, title="Steering group")[0]
    for _ in range(2):
        bring(desk, session, ["Role"], [["carer"]])
    workspace.undo(desk)
    assert [one.role for one in people.on_list(desk, session)] == ["carer"]


def setup_module():
    global ROOM
    folder = Path(tempfile.mkdtemp()) / "workspace"
    workspace.create(folder, None)
    choose_condition(folder)
    desk = workspace.unlock(folder, None)
    ROOM = desk, sessions.new(desk, title="Steering group")[0]


def teardown_module():
    workspace.close(ROOM[0])
