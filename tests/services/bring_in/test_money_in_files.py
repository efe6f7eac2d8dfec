"""Expenses in a session's file and amounts here are one fact; between laptops none is doubled and none is lost."""

from __future__ import annotations

import json
import shutil

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.people_record import ClaimState, PaidHow
from coprod_desktop.services import bin as bin_verbs
from coprod_desktop.services import money, people, sessions, versions, workspace
from coprod_desktop.services.bring_in import merge, session_file
from coprod_desktop.services.money import NewAmount
from coprod_desktop.store import claims, schema
from coprod_desktop.store.bin import empty_beside
from tests.desks import HOME_CARE
from tests.services.bring_in.test_laptops import carry, laptops, written

_ = laptops  # a fixture


def somebody(desk, session, *, paid=False):
    return next(p for p in sessions.record(desk, session).people if bool(p.expenses) is paid)


def amounts(desk, session):
    return {c.id: (c.kind, c.pence, c.state, c.paid_pence, c.words) for c in money.every(desk, session=session)}


def test_expenses_come_in_as_amounts_and_go_out_as_they_came(desk, home_care):
    person = somebody(desk, home_care, paid=True)
    assert [(c.kind, c.words, c.pence, c.state) for c in money.every(desk, person=person.id)] == [
        ("carer cover", "replacement care", 3600, "claimed"),
        ("travel", "bus", 400, "claimed"),
    ]
    theirs = {p["name"]: p.get("expenses") for p in json.loads(HOME_CARE.read_bytes())["people"]}
    out = json.loads(written(desk, home_care))
    assert {p["name"]: p.get("expenses") for p in out["people"]} == theirs
    assert "claims" not in out


def test_the_same_file_again_and_an_older_one_change_no_amount(desk, home_care):
    person = somebody(desk, home_care, paid=True)
    bus = next(c for c in money.every(desk, person=person.id) if c.words == "bus")
    money.pay(desk, [bus.id], PaidHow.CASH)
    money.add(desk, person.id, NewAmount(kind="parking", pence=250), session=home_care)
    before = amounts(desk, home_care)
    for _again in range(2):
        assert merge.import_file(desk, HOME_CARE.read_bytes()).differ == ()
        assert amounts(desk, home_care) == before
    alone = session_file.write(sessions.record(desk, home_care))  # without what goes between laptops
    merge.import_file(desk, alone)
    assert amounts(desk, home_care) == before


def test_an_amount_that_a_file_corrects_is_corrected_where_nobody_changed_it(desk, home_care):
    data = json.loads(HOME_CARE.read_bytes())
    next(p for p in data["people"] if p.get("expenses"))["expenses"][1][1] = 4.4
    merge.import_file(desk, json.dumps(data).encode())
    assert sorted(c.pence for c in money.every(desk, session=home_care)) == [440, 3600]


def test_what_is_paid_travels_with_its_day_and_how(laptops):
    a, b, _c, session = laptops
    person = somebody(a, session)
    made, _ = money.pay_now(a, person.id, NewAmount(kind="travel", pence=440, words="bus"), session=session)
    carry(a, b, session)
    (there,) = money.every(b, person=person.id)
    assert (there.id, there.paid_pence, there.how, there.session_id) == (made, 440, "cash", session)
    assert carry(a, b, session).taken == 0
    assert carry(b, a, session).taken == 0


def test_paid_on_both_laptops_it_is_one_amount_and_one_payment(laptops):
    a, b, c, session = laptops
    person = somebody(a, session, paid=True)
    bus = next(x for x in money.every(a, person=person.id) if x.words == "bus")
    money.pay(a, [bus.id], PaidHow.CASH)
    money.pay(b, [bus.id], PaidHow.FINANCE)
    for desk in (a, b):
        carry(desk, c, session)
    assert [x.paid_pence for x in money.every(c, person=person.id) if x.words == "bus"] == [400]
    assert {other.column for other in versions.waiting(c)} == {"how"}


def test_what_was_taken_away_or_emptied_here_stays_away(laptops):
    a, b, _c, session = laptops
    person = somebody(a, session, paid=True)
    bus = next(x for x in money.every(b, person=person.id) if x.words == "bus")
    money.remove(b, bus.id)
    carry(a, b, session)
    assert "bus" not in [x.words for x in money.every(b, person=person.id)]
    bin_verbs.empty(b, [("claim", bus.id)])
    carry(a, b, session)
    assert "bus" not in [x.words for x in money.every(b, person=person.id)]


def test_no_file_says_again_whose_an_amount_was(laptops):
    a, b, _c, session = laptops
    person = somebody(a, session, paid=True)
    bus = next(x for x in money.every(a, person=person.id) if x.words == "bus")
    money.pay(a, [bus.id], PaidHow.CASH)
    carry(a, b, session)
    with b.store.write("They are erased") as tx:
        empty_beside(tx, person.id)
    carry(a, b, session)
    with b.store.read() as connection:
        rows = connection.execute(schema.claim.select().where(schema.claim.c.id == bus.id)).mappings().all()
    assert [(row["person_id"], row["words"], row["paid_pence"]) for row in rows] == [(None, None, 400)]


ACT = st.tuples(
    st.sampled_from(["add", "pay", "less", "change", "no", "carry"]),
    st.sampled_from([0, 1]),
    st.integers(0, 5),
    st.integers(1, 99_999),
)


@pytest.fixture(scope="module")
def two(tmp_path_factory, empty_workspace):
    folder = tmp_path_factory.mktemp("two")
    shutil.copytree(empty_workspace, folder / "start")
    desk = workspace.unlock(folder / "start", None)
    merge.import_file(desk, HOME_CARE.read_bytes())
    workspace.close(desk)
    return folder


def act(desks, session, what, at, which, pence):
    desk = desks[at]
    if what == "carry":
        carry(desk, desks[1 - at], session)
        return set()
    listed = sessions.record(desk, session).people
    if what == "add":
        person = listed[which % len(listed)]
        made, _ = money.add(desk, person.id, NewAmount(kind="travel", pence=pence, words="bus"), session=session)
        return {made}
    open_ones = [c for c in money.every(desk, session=session) if c.paid_on is None]
    if open_ones:
        one = open_ones[which % len(open_ones)]
        if what == "pay" and one.state != ClaimState.DECLINED:
            money.pay(desk, [one.id], PaidHow.CASH)
        elif what == "less":
            money.answer(desk, one.id, ClaimState.LESS, less=one.pence // 2) if one.pence else None
        elif what == "change":
            money.change(desk, one.id, pence=pence)
        elif what == "no":
            money.answer(desk, one.id, ClaimState.DECLINED)
    return set()


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(ACT, max_size=9))
@example(acts=[("add", 0, 0, 1), ("add", 0, 0, 64185), ("carry", 0, 0, 1), ("change", 1, 3, 1)])
def test_no_history_of_two_laptops_doubles_or_loses_an_amount(two, tmp_path_factory, acts):
    folder = tmp_path_factory.mktemp("history")
    desks = []
    for name in "ab":
        desks.append(workspace.unlock(shutil.copytree(two / "start", folder / name), None))
    try:
        session = sessions.every(desks[0])[0].id
        wanted = set(amounts(desks[0], session))
        for one in acts:
            wanted |= act(desks, session, *one)
        for _round in range(2):
            carry(desks[0], desks[1], session)
            carry(desks[1], desks[0], session)
        for desk in desks:
            with desk.store.read() as connection:
                assert {c.id for c in claims.of(connection)} == wanted
        open_choices = {(o.row_id, o.column) for desk in desks for o in versions.waiting(desk)}
        a, b = ({c.id: c for c in money.every(desk, session=session)} for desk in desks)
        for row in wanted:
            for column in ("pence", "state", "agreed_pence", "paid_pence", "paid_on", "how"):
                assert (row, column) in open_choices or getattr(a[row], column) == getattr(b[row], column)
    finally:
        for desk in desks:
            workspace.close(desk)


def test_a_person_known_from_another_session_has_their_expenses_of_each(desk, home_care):
    data = json.loads(written(desk, home_care))
    data["id"], data["title"] = "second", "Second meeting"
    del data["uid"]
    for key in ("permissions", "revisions"):
        data.pop(key, None)
    other = merge.import_file(desk, json.dumps(data).encode()).session
    assert other != home_care
    person = somebody(desk, home_care, paid=True)
    assert people.on_list(desk, other)
    assert [p.expenses for p in people.on_list(desk, other) if p.id == person.id] == [person.expenses]
    assert len(money.every(desk, person=person.id)) == 4
