"""Money on three laptops, in any order: the same pennies on each, nothing paid twice, nothing paid or owed lost."""

from __future__ import annotations

import datetime
import shutil
from collections import Counter

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain import money as sums
from coprod_desktop.domain.keep_rules import Kind
from coprod_desktop.domain.people_record import ClaimState, PaidHow, Unit
from coprod_desktop.errors import UserError
from coprod_desktop.services import bank, money, sessions, versions, workspace
from coprod_desktop.services import bin as bin_verbs
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.money import NewAmount
from coprod_desktop.services.rights import erasure, keeping
from coprod_desktop.store import claims, reading
from tests.desks import HOME_CARE
from tests.services.bring_in.test_laptops import carry

LAPTOPS = 3
ACT = st.tuples(
    st.sampled_from(
        [
            *("add", "pay now", "pay", "pay part", "not paid", "less", "charity", "change", "no", "carry", "carry"),
            *("remove", "put back", "empty", "erase"),
        ]
    ),
    st.integers(0, LAPTOPS - 1),
    st.integers(0, 5),
    st.integers(2, 9_999),
)


@pytest.fixture(scope="module")
def start(tmp_path_factory, empty_workspace):
    folder = tmp_path_factory.mktemp("laptops") / "start"
    shutil.copytree(empty_workspace, folder)
    desk = workspace.unlock(folder, None)
    merge.import_file(desk, HOME_CARE.read_bytes())
    workspace.close(desk)
    return folder


class Laptops:
    """Three laptops, and what was ever paid or taken away on one of them."""

    def __init__(self, start, folder):
        self.desks = [workspace.unlock(shutil.copytree(start, folder / name), None) for name in "abc"[:LAPTOPS]]
        self.session = sessions.every(self.desks[0])[0].id
        self.people = sorted(p.id for p in sessions.record(self.desks[0], self.session).people)
        self.erased: set[str] = set()
        self.away: set[str] = set()

    def rows(self, at):
        return {c.id: c for c in money.every(self.desks[at], session=self.session)}

    def all(self, acts):
        for one in acts:
            try:
                self.act(*one)
            except UserError:
                continue

    def act(self, what, at, which, pence):
        desk = self.desks[at]
        if what == "carry":
            carry(desk, self.desks[(at + 1 + which % (LAPTOPS - 1)) % LAPTOPS], self.session)
        elif what in {"add", "pay now"}:
            person = self.people[which % len(self.people)]
            new = NewAmount(kind="travel", pence=pence, words="bus")
            verb = money.add if what == "add" else money.pay_now
            verb(desk, person, new, session=self.session)
        elif what == "erase":
            person = self.people[which % len(self.people)]
            erasure.erase(desk, person)
            self.erased.add(person)
        elif what in {"put back", "empty"}:
            binned = [t for t in bin_verbs.things(desk) if t.noun == "claim"]
            if binned and what == "empty":
                bin_verbs.empty(desk, [("claim", binned[0].row)])
            elif binned:
                bin_verbs.put_back(desk, "claim", binned[0].row)
        else:
            found = [c for c in self.rows(at).values() if c.person_id]
            if found:
                self._to(desk, what, found[which % len(found)], pence)

    def _to(self, desk, what, one, pence):
        match what:
            case "pay":
                money.pay(desk, [one.id], PaidHow.CASH)
            case "pay part":
                money.pay(desk, [one.id], PaidHow.CASH, pence=sums.amount(one) // 2)
            case "not paid":
                money.not_paid(desk, one.id)
            case "less":
                money.answer(desk, one.id, ClaimState.LESS, less=one.pence // 2)
            case "charity":
                money.answer(desk, one.id, ClaimState.CHARITY, charity="The bus museum")
            case "change":
                money.change(desk, one.id, pence=pence)
            case "no":
                money.answer(desk, one.id, ClaimState.DECLINED)
            case "remove":
                money.remove(desk, one.id)
                self.away.add(one.id)

    def meet(self):
        """Everybody carries to everybody, until nothing is new."""
        for _round in range(2):
            for here in self.desks:
                for there in self.desks:
                    if here is not there:
                        carry(here, there, self.session)

    def close(self):
        for desk in self.desks:
            workspace.close(desk)


def every_claim(desk):
    with desk.store.read() as connection:
        return {c.id: c for c in claims.of(connection)}


def pennies(desk):
    found = Counter()
    for claim in every_claim(desk).values():
        found[claim.person_id] += sums.amount(claim) if claim.paid_on is None else claim.paid_pence
    return found


SAME = ("person_id", "pence", "state", "agreed_pence", "paid_pence", "paid_on", "how")


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(ACT, max_size=14))
@example(acts=[("add", 0, 0, 1000), ("carry", 0, 0, 2), ("pay part", 0, 0, 2), ("pay part", 1, 0, 2)])
@example(acts=[("add", 0, 0, 1000), ("carry", 0, 0, 2), ("pay", 0, 0, 2), ("remove", 1, 0, 2)])
@example(acts=[("add", 0, 0, 1000), ("carry", 0, 0, 2), ("pay", 0, 0, 2), ("remove", 1, 0, 2), ("empty", 1, 0, 2)])
@example(acts=[("add", 0, 0, 1000), ("carry", 0, 0, 2), ("pay", 0, 0, 2), ("erase", 1, 0, 2)])
@example(acts=[("pay now", 0, 0, 1000), ("erase", 0, 0, 2)])
@example(acts=[("pay", 0, 1, 2), ("erase", 2, 1, 2), ("no", 1, 5, 2)])
def test_in_any_order_all_three_have_the_same_pennies(start, tmp_path_factory, acts):
    laptops = Laptops(start, tmp_path_factory.mktemp("history"))
    try:
        laptops.all(acts)
        everything = {row: c for desk in laptops.desks for row, c in every_claim(desk).items()}
        paid_somewhere = {c.id for desk in laptops.desks for c in every_claim(desk).values() if c.paid_on is not None}
        laptops.meet()
        now = [every_claim(desk) for desk in laptops.desks]
        open_choices = {(o.row_id, o.column) for desk in laptops.desks for o in versions.waiting(desk)}
        away = laptops.away - paid_somewhere  # what was taken away unpaid stays away where it was taken away
        rows = [{row: c for row, c in found.items() if row not in away} for found in now]
        assert rows[0].keys() == rows[1].keys() == rows[2].keys()
        for row, one in rows[0].items():
            for other in rows[1:]:
                for column in SAME:
                    assert (row, column) in open_choices or getattr(one, column) == getattr(other[row], column)
        nothing_is_lost(laptops, everything, paid_somewhere, rows)
    finally:
        laptops.close()


def nothing_is_lost(laptops, everything, paid_somewhere, rows):
    gone = {row for row, c in everything.items() if c.person_id in laptops.erased} - paid_somewhere - laptops.away
    assert gone.isdisjoint(rows[0])
    assert everything.keys() - gone - laptops.away <= rows[0].keys()
    assert paid_somewhere <= rows[0].keys()
    for desk in laptops.desks:
        with desk.store.read() as connection:
            assert not any(reading.is_there(connection, "person", person) for person in laptops.erased)
    for found in rows:
        for one in found.values():
            assert one.person_id not in laptops.erased
            if one.person_id is None:
                assert (one.paid_on is not None, one.words, one.charity) == (True, None, None)


PAYING = st.tuples(st.sampled_from(["pay", "pay part", "carry"]), st.integers(0, 2), st.integers(0, 3), st.just(2))


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(PAYING, max_size=8))
@example(acts=[("pay part", 0, 0, 2), ("pay part", 1, 0, 2), ("carry", 0, 0, 2), ("pay", 0, 1, 2)])
@example(acts=[("pay part", 0, 0, 2), ("pay", 1, 0, 2)])
def test_what_is_paid_and_what_is_owed_are_what_was_agreed(start, tmp_path_factory, acts):
    """However it was paid in parts, and wherever: each person's pounds are what they asked for, unless a choice waits."""
    laptops = Laptops(start, tmp_path_factory.mktemp("history"))
    try:
        asked = pennies(laptops.desks[0])
        assert sum(asked.values()) == 4000
        laptops.all(acts)
        laptops.meet()
        if any(versions.waiting(desk) for desk in laptops.desks):
            return
        for desk in laptops.desks:
            assert pennies(desk) == asked
    finally:
        laptops.close()


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("theirs", [True, False])
def test_when_two_paid_different_parts_the_choice_says_what_is_still_owed(start, tmp_path, first, theirs):
    laptops = Laptops(start, tmp_path)
    try:
        a, b, _c = laptops.desks
        bus = next(c for c in laptops.rows(0).values() if c.pence == 400)
        money.pay(a, [bus.id], PaidHow.CASH, pence=150)
        money.pay(b, [bus.id], PaidHow.CASH, pence=400)
        laptops.meet()
        chooser = laptops.desks[first]
        while waiting := versions.waiting(chooser):
            one = next((o for o in waiting if o.column == "paid_pence"), waiting[0])
            versions.choose(chooser, one.id, theirs=theirs)
        laptops.meet()
        for desk in laptops.desks:
            found = [c for c in every_claim(desk).values() if c.pence == 400 or c.words == "bus"]
            assert sum(map(sums.paid, found)) == (150 if (first == 0) is not theirs else 400)
            assert sum(map(sums.paid, found)) + sum(map(sums.owed, found)) == 400
        workspace.undo(chooser)
        assert versions.waiting(chooser)
    finally:
        laptops.close()


def test_what_a_rule_let_go_does_not_come_again_with_a_file(start, tmp_path):
    laptops = Laptops(start, tmp_path)
    try:
        a, b, _c = laptops.desks
        bus = next(c for c in laptops.rows(0).values() if c.pence == 400)
        money.pay(a, [bus.id], PaidHow.CASH, on=datetime.date(2019, 1, 2))
        carry(a, b, laptops.session)
        keeping.set_rule(a, Kind.CLAIMS, 72)
        keeping.let_go(a, keeping.due(a))
        assert bus.id not in every_claim(a)
        laptops.meet()
        assert bus.id not in every_claim(a)
        assert bus.id in every_claim(b)  # each laptop lets go by its own rules
    finally:
        laptops.close()


def test_rates_rules_and_the_bank_of_people_are_each_laptops_own(start, tmp_path):
    laptops = Laptops(start, tmp_path)
    try:
        a, b, _c = laptops.desks
        money.add_rate(a, "travel", 45, Unit.MILE)
        keeping.set_rule(a, Kind.CLAIMS, 72)
        bank.change(a, laptops.people[0], "trains", "Talking to doctors")
        carry(a, b, laptops.session)
        assert not money.rates(b)
        assert not keeping.rules(b)
        assert not bank.read(b, laptops.people[0]).get("trains")
    finally:
        laptops.close()
