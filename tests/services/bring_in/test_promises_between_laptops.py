"""One promise on two laptops: an update made on either, in either session, reaches both, in any order."""

from __future__ import annotations

import datetime
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.words import AnswerKind, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, promises, sessions, workspace
from coprod_desktop.services.bring_in import between_laptops, merge, session_file

DAY = datetime.date
GATE = "Oil the gate"


def carry(here, there, session):
    record = sessions.record(here, session)
    return merge.import_file(there, session_file.write(record, between_laptops.of(here, record)))


@pytest.fixture
def laptops(empty_workspace, tmp_path):
    opened = [workspace.unlock(shutil.copytree(empty_workspace, tmp_path / name), None) for name in "ab"]
    yield opened
    for desk in opened:
        workspace.close(desk)


@pytest.fixture
def made(laptops):
    """A promise of the spring, told of in the summer, on the first laptop."""
    a, _b = laptops
    spring, _ = sessions.new(a, title="Spring", date=DAY(2026, 3, 10))
    summer, _ = sessions.new(a, title="Summer", date=DAY(2026, 6, 10))
    promise, _ = answers.add_point(
        a, spring, "Gates", answer=AnswerKind.WILL, text=GATE, owner="Estates", due=DAY(2026, 4, 30)
    )
    promises.tell(a, summer, [promise])
    return spring, summer, promise


def gates(desk, promise=None):
    return [
        (p.state, p.who, p.alone, tuple(u.text for u in p.updates))
        for p in promises.lines(desk)
        if p.what == GATE and promise in {None, p.id}
    ]


def test_the_later_session_alone_takes_the_promise_along(laptops, made):
    a, b = laptops
    spring, summer, promise = made
    promises.add_update(a, promise, DAY(2026, 5, 2), UpdateState.DONE, "With plenty of oil")
    carry(a, b, summer)
    assert gates(b) == [("Done, 2 days late", "Estates", True, ("With plenty of oil",))]
    carry(a, b, spring)
    assert gates(b) == gates(a)
    assert not gates(b)[0][2]


def test_nothing_said_stays_nothing_said_on_the_other_laptop(laptops, made):
    a, b = laptops
    _spring, summer, _promise = made
    carry(a, b, summer)
    assert all("nobody has said whether it is done" in state for state, *_ in gates(b))
    carry(b, a, summer)
    assert gates(a)[0][3] == ()


def test_what_was_printed_on_one_laptop_cannot_be_taken_away_on_the_other(laptops, made):
    a, b = laptops
    spring, _summer, promise = made
    with a.store.write() as tx:
        promises.print_told(tx, spring, DAY(2026, 3, 12))
    carry(a, b, spring)
    with pytest.raises(UserError, match="on paper"):
        answers.remove_point(b, promise)
    assert sessions.record(b, spring).points[0].tellings[0].told_on == DAY(2026, 3, 12)


def test_a_join_by_hand_goes_along(laptops):
    a, b = laptops
    spring, _ = sessions.new(a, title="Spring", date=DAY(2026, 3, 10))
    promise, _ = answers.add_point(
        a, spring, "Gates", answer=AnswerKind.WILL, text="Oil all our gates", due=DAY(2026, 4, 30)
    )
    told = merge.import_file(a, OLD_PAPER).session
    for session in (spring, told):
        carry(a, b, session)
    (alone,) = promises.seen(a, "alone").lines
    assert promises.seen(b).alone == 1
    promises.join(a, alone.id, promise)
    for session in (told, spring):
        carry(a, b, session)
    assert promises.seen(b).alone == 0
    assert [p.state for p in promises.lines(b)] == [p.state for p in promises.lines(a)]


OLD_PAPER = b"""{"format": "coprod-session/1", "id": "summer", "title": "Summer",
"session": {"type": "forum", "date": "2026-06-10", "as_of": "2026-06-10"},
"previous_promises": [{"id": "e1", "text": "Oil the gates", "due": "2026-04-30", "status": "done", "done_on": "2026-04-20"}]}"""

NO_IDS = {
    "a": b"""{"format": "coprod-session/1", "id": "spring", "title": "Spring",
"session": {"type": "forum", "date": "2026-03-10"}, "promises": [{"id": "1", "you_said": "Gates", "from_entries": [],
"answer": "will", "text": "Oil the gates", "owner": "Estates", "due": "2026-04-30", "reason_category": null, "reason": null}]}""",
    "b": OLD_PAPER,
    "c": OLD_PAPER.replace(b'"summer"', b'"autumn"').replace(b"2026-06-10", b"2026-09-10"),
}


@pytest.mark.parametrize("first", ["b", "a", "ab", "ba"])
def test_an_update_on_a_promise_whose_session_is_not_there_yet_is_neither_lost_nor_doubled(laptops, first):
    here, there = laptops
    told = merge.import_file(there, NO_IDS["b"]).session
    merge.import_file(there, NO_IDS["c"])
    (alone,) = promises.seen(there, "alone").lines
    promises.add_update(there, alone.id, DAY(2026, 10, 2), UpdateState.DONE, "With plenty of oil")
    ids = {}
    for name in "bca" if first.startswith("b") else "abc":
        ids[name] = merge.import_file(here, NO_IDS[name]).session
    carry(there, here, told)
    for name in first:
        carry(here, there, ids[name])
    for desk in (here, there):
        (gate,) = promises.lines(desk)
        assert [u.text for u in gate.updates if u.text] == ["With plenty of oil"]
    carry(here, there, ids["a"])
    assert promises.lines(here)[0].who == promises.lines(there)[0].who == "Estates"


def test_what_another_laptop_printed_stays_on_this_one_too(laptops, made):
    a, b = laptops
    spring, summer, promise = made
    for session in (spring, summer):
        carry(a, b, session)
    with b.store.write() as tx:
        promises.print_told(tx, summer, DAY(2026, 6, 12))
    for session in (spring, summer):
        carry(b, a, session)
    with pytest.raises(UserError, match="on paper"):
        answers.remove_point(a, promise)


ACTS = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.sampled_from(["in hand", "part done", "done", "carry spring", "carry summer"]),
    ),
    max_size=10,
)


@given(acts=ACTS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_history_both_know_all_and_coming_in_again_changes_nothing(laptops, made, acts):
    a, b = laptops
    spring, summer, _ = made
    promise, _ = answers.add_point(a, spring, "Gates", answer=AnswerKind.WILL, text=GATE, due=DAY(2026, 4, 30))
    promises.tell(a, summer, [promise])
    for session in (spring, summer):
        carry(a, b, session)
    desks = {"a": a, "b": b}
    for n, (name, act) in enumerate(acts):
        here, there = desks[name], desks["b" if name == "a" else "a"]
        if act.startswith("carry"):
            carry(here, there, spring if "spring" in act else summer)
        else:
            promises.add_update(here, promise, DAY(2026, 5, 1) + datetime.timedelta(n), UpdateState(act), f"{name}{n}")
    for _ in range(2):
        for session in (spring, summer):
            carry(a, b, session)
            carry(b, a, session)
    assert gates(a, promise) == gates(b, promise)
    assert len(gates(a, promise)) == 1
    assert not any(carry(a, b, spring).changes.all())
    assert not any(carry(a, b, summer).changes.all())
