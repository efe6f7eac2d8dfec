"""What a few people got is told neither by a report, nor by the report of a group beside those of others and of all."""

from __future__ import annotations

import datetime
import itertools
import re

from coprod_desktop.domain.report_span import Span
from coprod_desktop.domain.year_numbers import MONEY_PAID
from coprod_desktop.services import groups, money, people, sessions
from coprod_desktop.services.money import NewAmount
from coprod_desktop.services.seen import year

MANY = (7, 6, 5)


def paid_in(desk, group, many, names):
    session, _ = sessions.new(desk, title="Meeting", date=desk.today(), group_id=group)
    for _ in range(many):
        person, _ = people.add(desk, session, f"Person {next(names)}", "carer")
        money.pay_now(desk, person, NewAmount(kind="travel", pence=440), session=session)


def told(desk, group=None):
    kind = desk.content.reports().kind("annual-report")
    day = desk.today()
    span = Span(day - datetime.timedelta(30), day)
    of = groups.one(desk, group) if group else None
    numbers = {one.label: one.shown for one in year.read(desk, kind, span, of).facts.numbers}
    return numbers.get(MONEY_PAID, "")


def test_while_nobody_could_be_told_apart_each_report_has_its_total(desk):
    names = itertools.count()
    made = [groups.add(desk, f"Group {n}", "forum")[0] for n in range(3)]
    for group, many in zip(made, MANY, strict=True):
        paid_in(desk, group, many, names)
    assert [told(desk, group) for group in made] == [f"£{4.4 * many:.2f}" for many in MANY]
    assert told(desk) == f"£{4.4 * sum(MANY):.2f}"


def test_where_a_few_were_paid_in_one_group_no_two_reports_tell_it(desk):
    names = itertools.count()
    made = [groups.add(desk, f"Group {n}", "forum")[0] for n in range(3)]
    for group, many in zip(made, (7, 6, 2), strict=True):
        paid_in(desk, group, many, names)
    assert told(desk) == f"£{4.4 * 15:.2f}"
    assert not [group for group in made if re.search(r"£\d", told(desk, group))]


def test_those_who_were_paid_for_sessions_of_no_group_are_not_told_by_what_is_left(desk):
    names = itertools.count()
    group, _ = groups.add(desk, "Group", "forum")
    paid_in(desk, group, 6, names)
    paid_in(desk, None, 1, names)
    assert "£" not in told(desk, group)
